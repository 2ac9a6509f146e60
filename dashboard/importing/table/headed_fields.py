"""Fields of a table that no column holds and headings between its rows give: a list of questions
below "1.1 Tri thức công dân"."""

from dashboard.importing.kinds import QUESTIONS, Kind
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.sheet import filled, typed
from dashboard.importing.wording.outline import outline
from dashboard.importing.wording.section_names import component_of

_WIDEST = 2  # cells of a heading: its number and its words
_NONE: frozenset[str] = frozenset()


def headed_fields(kind: Kind, sheet: RawSheet, last: int, columns: set[str]) -> frozenset[str]:
    """The component, of questions that have all else: looked for only then."""
    if kind is not QUESTIONS or kind.needs - columns != {"component"}:
        return _NONE
    found = (component_headed(row) for row in sheet.rows[last + 1 :])
    return frozenset({"component"}) if any("." in (code or "") for code in found) else _NONE


def is_heading_like(row: list[object]) -> bool:
    """Whether a row has no more cells than a heading."""
    return 0 < len(filled(row)) <= _WIDEST


def component_headed(row: list[object]) -> str | None:
    """The component that a row of a heading's few cells names, None of any other row."""
    if not is_heading_like(row):
        return None
    cells = [typed(row[column]) for column in filled(row)]
    number, words = ("", cells[0]) if len(cells) == 1 else cells
    return component_of(outline(number, words).rest)
