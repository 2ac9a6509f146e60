"""Sheets of units and villages into the store.

Two rows of one name are two units where they lie in two places or stood at two times. A parent
that several units bear is the one whose rows surround this one, or that stood when it did; else
it is a question.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from dashboard.addresses import CITY, address, joined
from dashboard.folding import fold
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import NameQuestion, SheetReading
from dashboard.importing.model.records import UnitRow
from dashboard.importing.storing import table_rows
from dashboard.importing.storing.new_import import NewImport
from dashboard.importing.storing.places import AmbiguousName, Place, Places
from dashboard.importing.storing.scopes import Unplaced, at_cell
from dashboard.importing.storing.stages import Judged, Row
from dashboard.place_kinds import place_name

LEVELS = ("province", "district", "commune", "village")  # from above


def write(new: NewImport, judged: Judged) -> None:
    """The rows that were placed."""
    new.append("unit_row", [{"import_id": new.import_id, **row} for row in judged.units])


def placed(sheets: Iterable[SheetReading], places: Places) -> list[Row]:
    """Rows of unit_row, the higher levels of each sheet placed first."""
    return [row for sheet in sheets for row in _Placing.of(sheet, places).rows()]


@dataclass
class _Placing:
    """The units of one sheet, and where the rows of those placed stand."""

    sheet: SheetReading
    places: Places
    units: list[UnitRow]
    level_of: dict[str, str]
    row_of: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, sheet: SheetReading, places: Places) -> "_Placing":
        """Nothing placed yet."""
        units = sheet.records_of(UnitRow)
        levels = {fold(unit.name): unit.level for unit in units if unit.level != "village"}
        return cls(sheet, places, units, levels)

    def rows(self) -> Iterator[Row]:
        """Every row with the ids of its unit and parent."""
        said = {row: self._said(row, known) for row, known in self._asked().items()}
        order = sorted(
            self.units, key=lambda unit: (LEVELS.index(unit.level), not said.get(unit.row))
        )
        for unit in order:
            parent = self._parent(unit) if unit.parent else None
            if unit.row in said:
                unit_id = said[unit.row] or self.places.add(unit.name, unit.level, parent)
            else:
                unit_id = self._unit(unit, parent)
            if unit.level != "village":
                self.row_of.setdefault(unit_id, unit.row)
                self.places.stands(unit_id, parent, unit.valid_from, unit.valid_to)
            yield table_rows.unit_row(unit, {"sheet": self.sheet.sheet}, unit_id, parent)

    def _parent(self, unit: UnitRow) -> str:
        written = unit.parent or ""
        above = LEVELS[max(LEVELS.index(unit.level) - 1, 0)]
        own = address(written).own
        is_told = place_name(own, "unit").kind not in ("", CITY)  # "Tỉnh C" is no district
        level = self.level_of.get(fold(own), None if is_told else above)
        try:
            return self.places.unit(written, level)
        except AmbiguousName as several:
            return self._one_of(several, unit, "parent", [self._around, self._at_its_time])

    def _unit(self, unit: UnitRow, parent: str | None) -> str:
        if unit.level == "village":
            return self.places.villages([unit.name], parent)[unit.name]
        try:
            found = self.places.unit(unit.name, unit.level, parent)
        except AmbiguousName as several:
            return self._one_of(several, unit, "name", [self._at_its_time])
        if self._at_its_time(unit, [self.places[found]]):
            return found
        return self.places.add(unit.name, unit.level, parent)

    def _one_of(
        self,
        several: AmbiguousName,
        unit: UnitRow,
        name: str,
        ways: list[Callable[[UnitRow, list[Place]], list[Place]]],
    ) -> str:
        """The one of the namesakes that a way leaves; raises Unplaced where none does."""
        for way in ways:
            if len(left := way(unit, several.places)) == 1:
                return left[0].unit_id
        finding, question = several.asked(self.sheet.sheet)
        raise Unplaced(at_cell(finding, self.sheet, name, unit.row), question)

    def _around(self, unit: UnitRow, among: list[Place]) -> list[Place]:
        """The parent whose own row stands above, with nothing between but what it holds."""
        rows = {self.row_of[p.unit_id]: p for p in among if p.unit_id in self.row_of}
        last = max((row for row in rows if row < unit.row), default=None)
        if last is None:
            return []
        between = [one for one in self.units if last < one.row < unit.row]
        parents = {fold(one.parent or "") for one in between if one.level == unit.level}
        lower = LEVELS.index(unit.level)
        is_block = all(LEVELS.index(one.level) >= lower for one in between)
        return [rows[last]] if is_block and parents <= {fold(unit.parent or "")} else []

    def _at_its_time(self, unit: UnitRow, among: list[Place]) -> list[Place]:
        """Those that stood on a day on which it did."""
        return [place for place in among if place.overlaps(unit.valid_from, unit.valid_to)]

    def _asked(self) -> dict[int, Place]:
        """Row of one of several namesakes -> the known unit of that name, where the store does
        not know what that lies in."""
        rows = [unit for unit in self.units if unit.level != "village" and unit.parent]
        times = Counter((unit.level, fold(unit.name)) for unit in rows)
        found: dict[int, Place] = {}
        for unit in rows:
            known = self.places.named(unit.name, unit.level)
            is_double = times[unit.level, fold(unit.name)] > 1
            if is_double and len(known) == 1 and known[0].parent_id is None:
                found[unit.row] = known[0]
        return found

    def _said(self, row: int, known: Place) -> str | None:
        """The id of the known unit where somebody said that the row is that, None where they
        said that it is another; raises Unplaced where nobody said anything."""
        unit = next(unit for unit in self.units if unit.row == row)
        written = joined(unit.name, unit.parent or "")
        said = self.places.decisions.name("unit", "", written)
        if said is not None:
            return known.unit_id if said == known.unit_id else None
        holes = {"first": known.unit_id, "address": written}
        finding = Finding(
            "unit_of_no_place", "error", self.sheet.sheet, value=unit.name, holes=holes
        )
        question = NameQuestion("unit", "", written, (known.unit_id,))
        raise Unplaced(at_cell(finding, self.sheet, "name", unit.row), question)
