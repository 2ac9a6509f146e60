"""Whether a table with provinces and figures is one of PAPI's scores, or of something else.

Bare digits, "Tiêu chí 3" and "Tổng điểm" prove nothing: tables of other indices have them. The
title, the sheet, a heading or the file must say PAPI, or the names of the components must.
Codes such as 1.1 alone are read, and it is said that nothing else speaks for them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from dashboard.folding import fold
from dashboard.importing.model.sheet import filled, text
from dashboard.importing.scores.score_grid import LOOKED_AT, is_number
from dashboard.importing.scores.score_keys import Key, key_of
from dashboard.importing.scores.score_table import ScoreTable, title_key
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.component_names import codes, component_named, names_within
from dashboard.importing.wording.other_tables import looks_like, names_papi, other_index
from dashboard.importing.wording.title import title_lines

NAMED, BY_CODES, NONE = "named", "codes", ""
ENOUGH = 2  # names that outweigh the name of another index
SHARED = 5  # dimensions of which names that others use, too, must be there
TOP = 5.0  # no sub-dimension is scored higher: two of them share 1 to 10
_DOTTED = re.compile(r"0?\d[.,]\d{1,2}")
_MARKS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True)
class Said:
    """What lines name: PAPI, another index. all_of: a file's name and its covers."""

    papi: bool = False
    other: bool = False

    @classmethod
    def all_of(cls, lines: Iterable[str]) -> "Said":
        """What these lines name together."""
        found = list(lines)
        return cls(any(map(names_papi, found)), any(map(other_index, found)))


def proven(table: ScoreTable | None, file: Said) -> ScoreTable | None:
    """The table if it is one of PAPI's scores."""
    found = proof(table, file) if table else NONE
    return replace(table, by_codes=found == BY_CODES) if table and found else None


def proof(table: ScoreTable, file: Said) -> str:
    """NAMED: it is PAPI's. BY_CODES: nothing but codes of the index tree says so. NONE."""
    lines = [*title_lines(table.sheet, table.first), table.sheet.name, *_notes(table)]
    if _is_ranking(table, lines):
        return NONE
    near, headings = Said.all_of(lines), Said.all_of(map(text, _heading_cells(table)))
    papi = near.papi or headings.papi or (file.papi and not near.other)
    other = near.other or (not near.papi and (headings.other or file.other))
    names = len(_names(table))
    if names >= ENOUGH or (papi and (names or not other or _names_itself(table))):
        return NAMED
    keys = list(_keys(table))
    ways = {key.component.by for key in keys if key.component}
    if not other and (names or "position" in ways):
        return NAMED
    if other and not papi:
        return NONE
    if looks_like(lines) and not papi:
        return NONE
    return BY_CODES if _are_codes(table, keys) else NONE


def _heading_cells(table: ScoreTable) -> list[object]:
    above = table.sheet.rows[table.first : table.last + 1]
    return [value for row in above for value in row if value is not None]


def _names_itself(table: ScoreTable) -> bool:
    """Whether each column that is read says PAPI in its own heading or the group's above it."""
    above = table.sheet.rows[table.first : table.last + 1]

    def spanning(row: list[object], column: int) -> str:
        said = (row[c] for c in range(column, -1, -1) if row[c] is not None)
        return text(next(said, None))

    return all(any(names_papi(spanning(row, c)) for row in above) for c in table.headings)


def _notes(table: ScoreTable) -> Iterator[str]:
    """The lines below the table that stand alone in their row: where the figures are from."""
    for row in table.sheet.rows[table.last + 1 : table.last + 1 + LOOKED_AT]:
        columns = filled(row)
        if len(columns) == 1 and isinstance(row[columns[0]], str):
            yield text(row[columns[0]])


def _keys(table: ScoreTable) -> Iterator[Key]:
    """What the sides of the table say of components, and the title where they say nothing."""
    sides = [*table.headings.values(), *(key_of(said) for said in _labels(table))]
    named = [key for key in sides if key.component]
    yield from named or [title_key(table.sheet, table.first)]


def _labels(table: ScoreTable) -> Iterator[object]:
    """The cells that name components of rows."""
    for row in table.sheet.rows[table.last + 1 : table.last + 1 + LOOKED_AT]:
        yield from (row[column] for column in table.components if row[column] is not None)


def _names(table: ScoreTable) -> set[str]:
    """The components that are named by words that are PAPI's own; words that others use, too,
    count where they are of several dimensions."""
    cells = [v for v in _heading_cells(table) if isinstance(v, str)]
    cells += [v for v in _labels(table) if isinstance(v, str)]
    lines = [*title_lines(table.sheet, table.first), table.sheet.name]
    cells += [name for line in lines for name in names_within(line)]
    own: set[str] = set()
    shared: set[str] = set()
    for cell in map(text, cells):
        named = component_named(cell)
        if named and named.by == "name" and named.depth:
            (shared if _is_shared(cell) else own).add(named.code)
    enough = len({code[0] for code in shared}) >= SHARED
    return own | shared if enough or own else set()


def _is_shared(cell: str) -> bool:
    """Whether other indices use these words, too, whatever code stands before them."""
    words = _MARKS.sub(" ", fold(cell)).split()
    for start in range(len(words)):
        before, rest = " ".join(words[:start]), " ".join(words[start:])
        if rest in _shared_words():
            lists = ("code_prefix", "score_prefix", "score_word")
            return not before or any(vocabulary.exact(name, before) for name in lists)
    return False


@cache
def _shared_words() -> set[str]:
    words = (fold(word) for word, _ in vocabulary.pairs("score_shared"))
    return {_MARKS.sub(" ", word).strip() for word in words}


def _are_codes(table: ScoreTable, keys: list[Key]) -> bool:
    """Whether codes of sub-dimensions stand there, none that PAPI lacks, over likely figures."""
    said = [*table.labels.values(), *map(text, _labels(table))]
    dotted = {cell.replace(",", ".").removeprefix("0") for cell in filter(_DOTTED.fullmatch, said)}
    if dotted - codes():
        return False
    ways = {key.component.by for key in keys if key.component and key.component.depth == 2}
    if not ways - {"name"}:
        return False
    rows = table.sheet.rows[table.last + 1 : table.last + 1 + LOOKED_AT]
    deep = [c for c, key in table.headings.items() if key.component and key.component.depth == 2]
    values = [_float(row[c]) for row in rows for c in deep if is_number(row[c])]
    return 10 * sum(0 < value <= TOP for value in values) >= 9 * len(values)


def _float(value: object) -> float:
    return float(str(value).strip().replace(",", "."))


def _is_ranking(table: ScoreTable, lines: list[str]) -> bool:
    """Whether the title speaks of ranks and all figures are whole: a place is no score."""
    if not any(vocabulary.inside("rank_title", line) for line in lines):
        return False
    rows = table.sheet.rows[table.last + 1 : table.last + 1 + LOOKED_AT]
    values = [_float(row[c]) for row in rows for c in table.headings if is_number(row[c])]
    return len(values) > 1 and all(value.is_integer() for value in values)
