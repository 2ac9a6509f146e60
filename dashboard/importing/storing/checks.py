"""Checks that need the store or several sheets: what one sheet alone can't tell.

Each takes the reading and its scopes and gives them back without the rows it refuses.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import duckdb

from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Reading, SheetReading
from dashboard.importing.model.records import Respondent
from dashboard.importing.storing.places import Places
from dashboard.importing.storing.scopes import Scope
from dashboard.store import sql

Cursor = duckdb.DuckDBPyConnection


@dataclass(frozen=True)
class Checked:
    """A reading and its scopes, and what is needed to know them against."""

    cursor: Cursor
    places: Places
    reading: Reading
    scopes: list[Scope]
    complete: bool

    def refuse(self, scope: Scope, records: list, *findings: Finding) -> "Checked":
        """Without these records of the scope, and with the findings that say why."""
        rows = {record.row for record in records}
        sheets = [
            _without(sheet, rows, findings) if sheet.key == scope.sheet.key else sheet
            for sheet in self.reading.sheets
        ]
        scopes = [
            replace(s, records=[r for r in s.records if r.row not in rows])
            if s.sheet.key == scope.sheet.key
            else s
            for s in self.scopes
        ]
        return replace(self, reading=replace(self.reading, sheets=sheets), scopes=scopes)

    def of_kind(self, kind: str) -> list[Scope]:
        """The scopes of a kind."""
        return [scope for scope in self.scopes if scope.sheet.kind == kind]

    def village_of(self, scope: Scope) -> Callable[[object], str]:
        """The village's unit_id of a record of the scope."""
        ids = self.places.villages((r.village for r in scope.records), scope.unit)
        return lambda record: ids[record.village]


def checked(
    cursor: Cursor, places: Places, reading: Reading, scopes: list[Scope], complete: bool
) -> Checked:
    """Every check, one after the other."""
    state = Checked(cursor, places, reading, scopes, complete)
    for check in (_forms_once, _forms_fit_adults, _adults_fit_forms):
        state = check(state)
    return state


def _without(sheet: SheetReading, rows: set[int], more: Iterable[Finding]) -> SheetReading:
    kept = [record for record in sheet.records if record.row not in rows]
    return replace(
        sheet,
        records=kept,
        rows_refused=sheet.rows_refused + len(sheet.records) - len(kept),
        findings=[*sheet.findings, *more],
    )


def _forms_once(state: Checked) -> Checked:
    """A form that an earlier sheet of the file holds is refused, as within one sheet."""
    first: dict[tuple[str, int, str], tuple[Scope, Respondent]] = {}
    for scope in state.of_kind("answers"):
        again, findings = [], []
        for record in scope.records:
            key = scope.unit, scope.year, record.form
            there, known = first.setdefault(key, (scope, record))
            if known is not record:
                letter = there.sheet.columns.get("form", "A")
                place = f"{there.sheet.sheet}!{letter}{known.row}"
                holes = {"form": record.form, "first": place}
                again.append(record)
                findings.append(
                    _finding("duplicate_form", scope, "form", record, record.form, holes)
                )
        if again:
            state = state.refuse(scope, again, *findings)
    return state


def _forms_fit_adults(state: Checked) -> Checked:
    """A village with more forms than adults is refused for that year (DESIGN 2)."""
    for scope in state.of_kind("answers"):
        village_of = state.village_of(scope)
        forms = Counter(_forms(state, scope.unit, scope.year).values())
        adults = _adults(state, scope.unit, scope.year)
        for village in sorted({village_of(record) for record in scope.records}):
            if forms[village] > adults.get(village, forms[village]):
                there = [r for r in scope.records if village_of(r) == village]
                holes = {"forms": forms[village], "adults": adults[village]}
                finding = _crowded("more_forms_than_adults", scope, there[0], holes)
                state = state.refuse(scope, there, finding)
    return state


def _adults_fit_forms(state: Checked) -> Checked:
    """Adults fewer than the forms that are there already are refused."""
    for scope in state.of_kind("population"):
        village_of = state.village_of(scope)
        forms = Counter(_forms(state, scope.unit, scope.year).values())
        for record in scope.records:
            if forms[village_of(record)] > record.adults:
                holes = {"forms": forms[village_of(record)], "adults": record.adults}
                finding = _crowded("fewer_adults_than_forms", scope, record, holes)
                state = state.refuse(scope, [record], finding)
    return state


def _forms(state: Checked, unit: str, year: int) -> dict[str, str]:
    """The village of every form of the unit and year once this file is in."""
    forms = {}
    if not state.complete:
        stored = sql.run(state.cursor, "forms_by_village", "write", unit=unit, year=year)
        forms = dict(stored.fetchall())
    for scope in state.of_kind("answers"):
        if (scope.unit, scope.year) == (unit, year):
            village_of = state.village_of(scope)
            forms |= {record.form: village_of(record) for record in scope.records}
    return forms


def _adults(state: Checked, unit: str, year: int) -> dict[str, int]:
    """Adults of each village: those of this file, else those in the store."""
    stored = sql.run(state.cursor, "adults_by_village", "write", unit=unit, year=year)
    adults = dict(stored.fetchall())
    for scope in state.of_kind("population"):
        if (scope.unit, scope.year) == (unit, year):
            village_of = state.village_of(scope)
            adults |= {village_of(record): record.adults for record in scope.records}
    return adults


def _crowded(code: str, scope: Scope, record, counts: dict[str, int]) -> Finding:
    holes = {name: str(count) for name, count in counts.items()} | {"year": str(scope.year)}
    return _finding(code, scope, "village", record, record.village, holes)


def _finding(
    code: str, scope: Scope, field: str, record, value: str, holes: dict[str, str]
) -> Finding:
    letter = scope.sheet.columns.get(field, "A")
    label = scope.sheet.labels.get(letter, "")
    cell = f"{letter}{record.row}"
    return Finding(code, "error", scope.sheet.sheet, cell, label, value, holes)
