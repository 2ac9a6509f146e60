"""Sheets of units and villages into the store."""

from collections.abc import Iterable, Iterator

from dashboard.folding import fold
from dashboard.importing.model.reading import SheetReading
from dashboard.importing.model.records import UnitRow
from dashboard.importing.storing import table_rows
from dashboard.importing.storing.new_import import NewImport
from dashboard.importing.storing.places import Places
from dashboard.importing.storing.stages import Judged, Row

LEVELS = ("province", "district", "commune", "village")  # from above


def write(new: NewImport, judged: Judged) -> None:
    """The rows that were placed."""
    new.append("unit_row", [{"import_id": new.import_id, **row} for row in judged.units])


def placed(sheets: Iterable[SheetReading], places: Places) -> list[Row]:
    """Rows of unit_row, the higher levels of each sheet placed first."""
    return [row for sheet in sheets for row in _placed(sheet, places)]


def _placed(sheet: SheetReading, places: Places) -> Iterator[Row]:
    units = sheet.records_of(UnitRow)
    level_of = {fold(unit.name): unit.level for unit in units if unit.level != "village"}
    for unit in sorted(units, key=lambda unit: LEVELS.index(unit.level)):
        parent = None
        if unit.parent:
            above = LEVELS[max(LEVELS.index(unit.level) - 1, 0)]
            parent = places.unit(unit.parent, level_of.get(fold(unit.parent), above))
        unit_id = _unit_id(unit, parent, places)
        yield table_rows.unit_row(unit, {"sheet": sheet.sheet}, unit_id, parent)


def _unit_id(unit: UnitRow, parent: str | None, places: Places) -> str:
    if unit.level == "village":
        return places.villages([unit.name], parent)[unit.name]
    return places.unit(unit.name, unit.level, parent)
