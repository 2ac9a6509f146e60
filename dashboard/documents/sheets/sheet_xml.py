"""The XML of one sheet, its cells by their places: rows and columns count from 1.

Cells and rows that do not say where they are stand behind the one before; what is missing is
made in its order. Only what is written changes.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

Place = tuple[int, int]
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BEFORE_COLUMNS = ("sheetPr", "dimension", "sheetViews", "sheetFormatPr")
_BEFORE_MERGES = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews",
)  # fmt: skip


@dataclass(frozen=True)
class Area:
    """A range of cells, its corners included."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, place: Place) -> bool:
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right


def letters(column: int) -> str:
    """The name of a column.

    >>> letters(28), column_of("AB")
    ('AB', 28)
    """
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def column_of(name: str) -> int:
    """The number of a column."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number


def area_of(ref: str) -> Area | None:
    """The range that a reference names, None of what is none."""
    ends = [_CELL.fullmatch(part) for part in ref.split(":")]
    found = [(int(end[2]), column_of(end[1])) for end in ends if end]
    if not found or len(found) < len(ends):
        return None
    (top, left), (bottom, right) = found[0], found[-1]
    return Area(top, left, bottom, right)


class SheetXml:
    """A worksheet's part."""

    def __init__(self, root: etree._Element):
        self.changed: set[Place] = set()
        self.root, self._space = root, etree.QName(root).namespace
        data = root.find(self.tag("sheetData"))
        self._data = etree.SubElement(root, self.tag("sheetData")) if data is None else data
        self._rows: dict[int, etree._Element] = {}
        number = 0
        for row in self._data.iterchildren(self.tag("row")):
            number = int(row.get("r") or number + 1)
            self._rows[number] = row
        self._cells: dict[int, dict[int, etree._Element]] = {}
        self.merged = self._areas("mergeCells", "mergeCell", "ref")
        # Of several cells the first holds the formula, the others only what it gave.
        self.computed = [
            area
            for formula in self._data.iter(self.tag("f"))
            if formula.get("t") in ("array", "dataTable")
            and (area := area_of(formula.get("ref", "")))
        ]

    def tag(self, name: str) -> str:
        """A name of the sheet's own language: there are two, the usual and the strict."""
        return f"{{{self._space}}}{name}"

    @property
    def is_protected(self) -> bool:
        """Whether nobody may type into locked cells."""
        told = self.root.find(self.tag("sheetProtection"))
        return told is not None and told.get("sheet") in ("1", "true")

    def cells(self, row: int) -> dict[int, etree._Element]:
        """The cells of a row by their columns."""
        if row not in self._cells:
            found: dict[int, etree._Element] = {}
            column = 0
            for cell in self._rows[row].iterchildren(self.tag("c")) if row in self._rows else ():
                said = _CELL.fullmatch(cell.get("r", ""))
                column = column_of(said[1]) if said else column + 1
                found[column] = cell
            self._cells[row] = found
        return self._cells[row]

    def cell(self, row: int, column: int) -> etree._Element | None:
        """The cell, if the file has it."""
        return self.cells(row).get(column)

    def every_cell(self) -> Iterator[tuple[Place, etree._Element]]:
        """All cells that the file has, with their places."""
        for row in self._rows:
            for column, cell in self.cells(row).items():
                yield (row, column), cell

    def forget(self, place: Place) -> None:
        """Take out what a formula gave; the formula stays."""
        cell = self.cells(place[0])[place[1]]
        for value in cell.findall(self.tag("v")):
            cell.remove(value)
        cell.attrib.pop("t", None)

    def style(self, row: int, column: int) -> int:
        """The style of the cell, else of its row, else of its column."""
        if (cell := self.cell(row, column)) is not None:
            return int(cell.get("s", "0"))
        own = self._rows.get(row)
        if own is not None and own.get("customFormat") in ("1", "true"):
            return int(own.get("s", "0"))
        for one in self.root.iterfind(f"{self.tag('cols')}/{self.tag('col')}"):
            if int(one.get("min", "0")) <= column <= int(one.get("max", "0")):
                return int(one.get("style", "0"))
        return 0

    def has_value(self, row: int, column: int) -> bool:
        """Whether something stands in the cell."""
        cell = self.cell(row, column)
        return cell is not None and any(
            child.tag != self.tag("is") or "".join(child.itertext()) for child in cell
        )

    def last_column(self, first: int, last: int) -> int:
        """The last column with anything in these rows, merged cells included; 0 without."""
        held = [
            column
            for row in self._rows
            if first <= row <= last
            for column in self.cells(row)
            if self.has_value(row, column)
        ]
        held += [a.right for a in self.merged if a.top <= last and a.bottom >= first]
        return max(held, default=0)

    def free_column(self, first: int, last: int, start: int) -> int:
        """The first column from start on that holds nothing in these rows."""
        crossing = [a for a in self.merged if a.top <= last and a.bottom >= first]
        rows = [row for row in self._rows if first <= row <= last]
        taken = {c for row in rows for c in self.cells(row) if self.has_value(row, c)}
        while start in taken or any(a.left <= start <= a.right for a in crossing):
            start += 1
        return start

    def home(self, place: Place) -> tuple[Place, Area | None]:
        """Where the value of a cell stands: itself, or the first of those it is merged with."""
        for area in self.merged:
            if place in area:
                return (area.top, area.left), area
        return place, None

    def is_computed(self, place: Place) -> bool:
        """Whether a formula gives the cell its value."""
        cell = self.cell(*place)
        has_own = cell is not None and cell.find(self.tag("f")) is not None
        return has_own or any(place in area for area in self.computed)

    def put_text(self, place: Place, text: str, style: int) -> None:
        """A text, in the cell itself: the table of shared texts stays as it is."""
        cell = self._emptied(place, style)
        cell.set("t", "inlineStr")
        inside = etree.SubElement(etree.SubElement(cell, self.tag("is")), self.tag("t"))
        inside.text = text
        inside.set(_SPACE, "preserve")

    def put_number(self, place: Place, number: float, style: int) -> None:
        """A number; of a day its serial."""
        cell = self._emptied(place, style)
        whole = float(number).is_integer()
        etree.SubElement(cell, self.tag("v")).text = str(int(number)) if whole else repr(number)

    def put_nothing(self, place: Place, style: int) -> None:
        """No value; the cell keeps its look."""
        self._emptied(place, style)

    def merge(self, area: Area) -> None:
        """Join cells into one."""
        merges = self.root.find(self.tag("mergeCells"))
        if merges is None:
            merges = etree.Element(self.tag("mergeCells"))
            self._insert_behind(merges, _BEFORE_MERGES)
        ref = f"{letters(area.left)}{area.top}:{letters(area.right)}{area.bottom}"
        etree.SubElement(merges, self.tag("mergeCell"), ref=ref)
        merges.set("count", str(len(merges)))
        self.merged.append(area)

    def widen(self, column: int, width: float) -> None:
        """Give a column a width, unless the file says one."""
        columns = self.root.find(self.tag("cols"))
        if columns is None:
            columns = etree.Element(self.tag("cols"))
            self._insert_behind(columns, _BEFORE_COLUMNS)
        spans = [(int(one.get("min", "0")), int(one.get("max", "0"))) for one in columns]
        if any(low <= column <= high for low, high in spans):
            return
        place = bisect_left([low for low, _ in spans], column)
        made = etree.Element(self.tag("col"), min=str(column), max=str(column))
        made.set("width", str(width))
        made.set("customWidth", "1")
        columns.insert(place, made)

    def stretch(self, column: int) -> None:
        """Say in the sheet's head that it reaches to the column."""
        said = self.root.find(self.tag("dimension"))
        area = None if said is None else area_of(said.get("ref", ""))
        if said is not None and area is not None and area.right < column:
            said.set("ref", f"{letters(area.left)}{area.top}:{letters(column)}{area.bottom}")

    def _emptied(self, place: Place, style: int) -> etree._Element:
        """The cell without its value, made where it is missing."""
        self.changed.add(place)
        cell = self.cell(*place)
        if cell is None:
            cell = self._made(*place)
        for child in list(cell):
            cell.remove(child)
        for name in ("t", "cm", "vm"):
            cell.attrib.pop(name, None)
        if style or "s" in cell.attrib:
            cell.set("s", str(style))
        return cell

    def _made(self, row: int, column: int) -> etree._Element:
        own, cells = self._row(row), self.cells(row)
        for other, cell in cells.items():  # what stood behind another by its order alone
            cell.set("r", f"{letters(other)}{row}")
        made = etree.Element(self.tag("c"), r=f"{letters(column)}{row}")
        before = [cell for other, cell in cells.items() if other < column]
        if before:
            before[-1].addnext(made)
        else:
            own.insert(0, made)
        own.attrib.pop("spans", None)  # a hint, which may hold no more
        self._cells[row] = dict(sorted({**cells, column: made}.items()))
        return made

    def _row(self, number: int) -> etree._Element:
        if number not in self._rows:
            for other, row in self._rows.items():
                row.set("r", str(other))
            made = etree.Element(self.tag("row"), r=str(number))
            before = [row for other, row in self._rows.items() if other < number]
            if before:
                before[-1].addnext(made)
            else:
                self._data.insert(0, made)
            self._rows = dict(sorted({**self._rows, number: made}.items()))
        self._rows[number].set("r", str(number))
        return self._rows[number]

    def _areas(self, group: str, one: str, name: str) -> list[Area]:
        found = self.root.iterfind(f"{self.tag(group)}/{self.tag(one)}")
        areas = (area_of(element.get(name, "")) for element in found)
        return [area for area in areas if area]

    def _insert_behind(self, made: etree._Element, names: tuple[str, ...]) -> None:
        """Elements of a sheet stand in one order."""
        wanted = {self.tag(name) for name in names}
        place = 0
        for index, child in enumerate(self.root, 1):
            place = index if child.tag in wanted else place
        self.root.insert(place, made)
