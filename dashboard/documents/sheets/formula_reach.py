"""Which formulas count cells that were changed: what they gave before holds no more.

Excel computes them when the file is opened; other programs show what stands in the file, so that
is taken out where it may be wrong. A formula that can't be followed (a name, INDIRECT) may be.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from lxml import etree

from dashboard.documents.sheets.sheet_xml import (
    LAST_COLUMN,
    LAST_ROW,
    Area,
    Place,
    SheetXml,
    column_of,
)

MOST_ROUNDS = 50  # formulas on formulas on formulas: deeper chains are all taken for reached
_SAID = re.compile(r'"(?:[^"]|"")*"')
_CELL = r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})"
_SHEET = r"(?:('(?:[^']|'')+'|[^\W\d][\w.]*)!)?"
_REF = re.compile(
    rf"{_SHEET}(?:(?<![\w.$]){_CELL}(?::{_CELL})?(?![\w.(])"
    r"|(?<![\w.$])\$?([A-Z]{1,3}):\$?([A-Z]{1,3})(?![\w.(])"
    r"|(?<![\w.$])\$?(\d{1,7}):\$?(\d{1,7})(?![\w.(]))"
)
_FOLLOWED = re.compile(
    r"(?!INDIRECT|OFFSET)[A-Z][A-Z0-9.]*\(|\b(?:TRUE|FALSE)\b|\d+(?:[.]\d+)?E[+-]?\d+"
)
_UNKNOWN = re.compile(r"[^\W\d]|\[")


class Reach:
    """The formulas of a workbook's sheets, and what is changed in them; names are squeezed."""

    def __init__(self, sheets: dict[str, SheetXml], changed: dict[str, set[Place]]):
        self._sheets = sheets
        self._rows: dict[tuple[str, int], list[int]] = {}
        for sheet, places in changed.items():
            for place in sorted(places):
                self._mark(sheet, place)

    def forget(self) -> set[str]:
        """Take out what the formulas that are reached gave; the sheets in which there were any."""
        waiting = {
            (sheet, place): areas
            for sheet, xml in self._sheets.items()
            for place, areas in _formulas(sheet, xml)
        }
        touched: set[str] = set()
        for round_ in range(MOST_ROUNDS + 1):
            is_last = round_ == MOST_ROUNDS
            reached = [key for key, areas in waiting.items() if is_last or self._reaches(areas)]
            if not reached:
                break
            for sheet, place in reached:
                del waiting[sheet, place]
                self._sheets[sheet].forget(place)
                self._mark(sheet, place)
                touched.add(sheet)
        return touched

    def _mark(self, sheet: str, place: Place) -> None:
        rows = self._rows.setdefault((sheet, place[1]), [])
        rows.insert(bisect_left(rows, place[0]), place[0])

    def _reaches(self, areas: list[tuple[str, Area]] | None) -> bool:
        """Whether something changed stands in the areas; None: they are not known."""
        return areas is None or any(self._holds(sheet, area) for sheet, area in areas)

    def _holds(self, sheet: str, area: Area) -> bool:
        for (own, column), rows in self._rows.items():
            if own == sheet and area.left <= column <= area.right:
                place = bisect_left(rows, area.top)
                if place < len(rows) and rows[place] <= area.bottom:
                    return True
        return False


def _formulas(sheet: str, xml: SheetXml) -> Iterator[tuple[Place, list[tuple[str, Area]] | None]]:
    """Each cell with a formula and what it refers to; of those that share one, shifted."""
    shared: dict[str, tuple[Place, str]] = {}
    for place, cell in xml.every_cell():
        formula: etree._Element | None = cell.find(xml.tag("f"))
        if formula is None:
            continue
        said, number = formula.text or "", formula.get("si")
        shift = (0, 0)
        if formula.get("t") == "shared" and number is not None:
            if said:
                shared[number] = (place, said)
            home, said = shared.get(number, (place, said))
            shift = (place[0] - home[0], place[1] - home[1])
        yield place, refs(said, sheet, shift)


def refs(said: str, sheet: str, shift: Place = (0, 0)) -> list[tuple[str, Area]] | None:
    """The areas that a formula of a sheet refers to; None where it can't be told.

    >>> refs("COUNTIF(F2:$F$9,1)", "S", (1, 0))
    [('S', Area(top=3, left=6, bottom=9, right=6))]
    >>> refs("SUM(Tổng)", "S") is None
    True
    """
    bare = _SAID.sub("", said)
    found = [(_sheet(ref[1]) or sheet, _area(ref, shift)) for ref in _REF.finditer(bare)]
    left = _FOLLOWED.sub(" ", _REF.sub(" ", bare))
    return None if not said or _UNKNOWN.search(left) else found


def _sheet(name: str | None) -> str:
    return " ".join((name or "").strip("'").replace("''", "'").split())


def _area(ref: re.Match[str], shift: Place) -> Area:
    if ref[10]:  # B:D
        left, right = sorted((column_of(ref[10]), column_of(ref[11])))
        return Area(1, left, LAST_ROW, right)
    if ref[12]:  # 3:9
        top, bottom = sorted((int(ref[12]), int(ref[13])))
        return Area(top, 1, bottom, LAST_COLUMN)
    first = _corner(ref, 2, shift)
    last = _corner(ref, 6, shift) if ref[7] else first
    rows, columns = sorted((first[0], last[0])), sorted((first[1], last[1]))
    return Area(rows[0], columns[0], rows[1], columns[1])


def _corner(ref: re.Match[str], at: int, shift: Place) -> Place:
    """A cell of a reference: what has no dollar goes along."""
    column = column_of(ref[at + 1]) + (0 if ref[at] else shift[1])
    return int(ref[at + 3]) + (0 if ref[at + 2] else shift[0]), column
