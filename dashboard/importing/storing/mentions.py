"""Where names stand in what was read: which sheet, field and row says which name."""

from collections import Counter
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from dashboard.importing.model.reading import Options, Reading, SheetReading
from dashboard.importing.model.records import Record, Respondent, Task, UnitRow


class Mention(NamedTuple):
    """A name as written. kind: unit, village or official; field is the column it stands in."""

    kind: str
    field: str
    written: str


def of_record(record: Record) -> Iterator[Mention]:
    """The names that one row writes."""
    if isinstance(record, UnitRow):
        yield Mention("village" if record.level == "village" else "unit", "name", record.name)
        if record.parent:
            yield Mention("unit", "parent", record.parent)
        return
    if unit := getattr(record, "unit", None):
        yield Mention("unit", "unit", unit)
    if village := getattr(record, "village", None):
        yield Mention("village", "village", village)
    if isinstance(record, Task):
        for field, kind, names in (
            ("area", "village", record.villages),
            ("lead", "official", record.leads),
            ("support", "official", record.supports),
        ):
            yield from (Mention(kind, field, name) for name in names)


# Of the records that may be many, what they name.
_NAMES = {
    Respondent: attrgetter("unit", "village"),
    Task: attrgetter("unit", "villages", "leads", "supports"),
}


def counted(records: list[Record]) -> Iterator[tuple[Record, int]]:
    """The first of the records that write the same names, and how many they are."""
    names_of = _NAMES.get(type(records[0])) if records else None
    if names_of is None:
        return ((record, 1) for record in records)
    times = Counter(map(names_of, records))
    first = {names_of(record): record for record in reversed(records)}
    return ((first[names], count) for names, count in times.items())


def of_sheet(sheet: SheetReading) -> Iterator[Mention]:
    """The names that a sheet writes, its rows' and its title's."""
    if sheet.unit:
        yield Mention("unit", "", sheet.unit)
    for record in sheet.records:
        yield from of_record(record)


def of_reading(reading: Reading, options: Options) -> Iterator[Mention]:
    """Every name that a file, or who imports it, writes."""
    if options.unit:
        yield Mention("unit", "", options.unit)
    for sheet in reading.sheets:
        yield from of_sheet(sheet)
