"""Which unit and year each record of a file is about (docs/formats.md)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from dashboard.importing.kinds import ANSWERS, Kind, kind_of
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import NameQuestion, Options, SheetReading
from dashboard.importing.model.records import Record
from dashboard.importing.storing.places import AmbiguousName, Places, Spot
from dashboard.importing.storing.unit_facts import AT_CELL

OneRecord = TypeVar("OneRecord")


@dataclass(frozen=True)
class Scope:
    """Records of one sheet that are about one unit (its unit_id) and year."""

    sheet: SheetReading
    unit: str
    year: int
    records: list[Record]

    @property
    def kind(self) -> Kind:
        """The kind of its sheet."""
        return kind_of(self.sheet.kind)

    def records_of(self, of: type[OneRecord]) -> list[OneRecord]:
        """The records as those of one class; none of a sheet of another kind."""
        return [record for record in self.records if isinstance(record, of)]


class Unplaced(Exception):
    """The file can't be stored before a question is answered; finding asks it, question what
    the page offers for an answer."""

    def __init__(self, finding: Finding, question: NameQuestion | None = None):
        super().__init__(finding)
        self.finding = finding
        self.question = question


def scopes_of(sheets: list[SheetReading], options: Options, places: Places) -> list[Scope]:
    """Every dated sheet's records by unit and year; raises Unplaced when one is unknown."""
    dated = [sheet for sheet in sheets if kind_of(sheet.kind).is_dated and sheet.records]
    return [scope for sheet in dated for scope in _scopes_of_sheet(sheet, dated, options, places)]


def units_of_sheets(scopes: list[Scope]) -> list[tuple[SheetReading, int, list[str]]]:
    """Each sheet with its year and the units it is about."""
    found: dict[tuple[str, int], tuple[SheetReading, int, list[str]]] = {}
    for scope in scopes:
        found.setdefault(scope.sheet.key, (scope.sheet, scope.year, []))[2].append(scope.unit)
    return list(found.values())


def notes(scopes: list[Scope], places: Places) -> dict[tuple[str, int], list[Finding]]:
    """What is said of the units that the sheets name, at the first cell that writes each."""
    left = dict(places.notes)
    found: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for scope in scopes if left else ():
        for record in scope.records:
            name = unit_of(record) or scope.sheet.unit or ""
            if note := left.pop(name, None):
                sheet = scope.sheet
                finding = Finding(
                    note.code, note.severity, sheet.sheet, value=name, holes=note.holes
                )
                found[sheet.key].append(_at_unit(finding, sheet, record.row))
    return found


def at_cell(finding: Finding, sheet: SheetReading, name: str, row: int) -> Finding:
    """The finding on a field's cell; as it is where the sheet has no such column."""
    letter = sheet.columns.get(name)
    if letter is None:
        return finding
    label = sheet.labels.get(letter, "")
    code, cell = AT_CELL[finding.code], f"{letter}{row}"
    return replace(finding, code=code, cell=cell, column=label)


def _at_unit(finding: Finding, sheet: SheetReading, row: int) -> Finding:
    """On the cell that writes the unit; on the sheet where the title does."""
    return finding if finding.value == sheet.unit else at_cell(finding, sheet, "unit", row)


def _scopes_of_sheet(
    sheet: SheetReading, beside: list[SheetReading], options: Options, places: Places
) -> Iterator[Scope]:
    year = _year(sheet, beside, options)
    if year is None:
        raise Unplaced(Finding("year_unknown", "error", sheet.sheet))
    by_name: dict[str, list[Record]] = defaultdict(list)
    for names, record in _named(sheet, beside, options):
        if not names:
            raise Unplaced(Finding("unit_unknown", "error", sheet.sheet))
        for name in names:
            by_name[name].append(record)
    by_unit: dict[str, list[Record]] = defaultdict(list)
    spot = Spot(sheet.address, year, options.unit)
    for name, records in by_name.items():
        try:
            unit = places.decisions.joins.place(places.unit(name, beside=by_name, spot=spot))
        except AmbiguousName as several:
            finding, question = several.asked(sheet.sheet)
            row = next((one.row for one in records if unit_of(one) == name), None)
            finding = _at_unit(finding, sheet, row) if row else finding
            raise Unplaced(finding, question) from None
        by_unit[unit] += records
    for unit, records in sorted(by_unit.items()):
        yield Scope(sheet, unit, year, records)


def unit_of(record: Record) -> str | None:
    """The unit that a row itself names; the rows of some kinds name none."""
    return getattr(record, "unit", None)


def _year(sheet: SheetReading, beside: list[SheetReading], options: Options) -> int | None:
    """The option, else the sheet's own, else the only year of the sheets beside it."""
    years = {other.year for other in beside if other.year}
    return options.year or sheet.year or (years.pop() if len(years) == 1 else None)


def _named(
    sheet: SheetReading, beside: list[SheetReading], options: Options
) -> Iterator[tuple[list[str], Record]]:
    """Each record with the names of the units it is about.

    Its column, else the sheet's title, else (questions, adults) the units of the answers
    beside it, else the option. A questionnaire is of every unit that answers it.
    """
    names = [sheet.unit] if sheet.unit else []
    if not names and kind_of(sheet.kind).goes_with_answers:
        names = list(_units_of_answers(beside))
    if not names and options.unit:
        names = [options.unit]
    for record in sheet.records:
        own = unit_of(record)
        yield ([own] if own else names), record


def _units_of_answers(beside: Iterable[SheetReading]) -> dict[str, None]:
    found: dict[str | None, None] = {}
    for sheet in beside:
        if sheet.kind == ANSWERS.name:
            found |= dict.fromkeys(
                own or sheet.unit for own in dict.fromkeys(map(unit_of, sheet.records))
            )
    return {name: None for name in found if name}
