"""Checks that need the store or several sheets: what one sheet alone can't tell.

Each takes the reading and its scopes and gives them back without the rows it refuses.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import duckdb

from dashboard.importing.kinds import ANSWERS, POPULATION, Kind
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Reading, SheetReading
from dashboard.importing.model.records import Population, Record, Respondent
from dashboard.importing.storing.known_forms import as_known, like_others
from dashboard.importing.storing.places import Places
from dashboard.importing.storing.scopes import Scope
from dashboard.importing.values.form_numbers import form_key
from dashboard.store import sql

Cursor = duckdb.DuckDBPyConnection
UnitYear = tuple[str, int]
Counted = Respondent | Population  # rows that count people of a village


@dataclass(frozen=True)
class Checked:
    """A reading and its scopes, and what is needed to know them against.

    forms: of units and years what the store has, form -> its village; adults likewise, village
    -> how many.
    """

    places: Places
    reading: Reading
    scopes: list[Scope]
    complete: bool
    forms: dict[UnitYear, dict[str, str]]
    adults: dict[UnitYear, dict[str, int]]

    def refuse(self, scope: Scope, records: Sequence[Record], *findings: Finding) -> "Checked":
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

    def of_kind(self, kind: Kind) -> list[Scope]:
        """The scopes of a kind."""
        return [scope for scope in self.scopes if scope.kind is kind]

    def villages(self, scope: Scope, records: Iterable[Counted]) -> dict[str, str]:
        """Village as written in the scope -> the unit_id of what it stands for."""
        found = self.places.villages((record.village for record in records), scope.unit)
        joins = self.places.decisions.joins
        return {written: joins.place(unit_id) for written, unit_id in found.items()}


def checked(
    cursor: Cursor, places: Places, reading: Reading, scopes: list[Scope], complete: bool
) -> Checked:
    """Every check, one after the other."""
    counted = [scope for scope in scopes if scope.kind in (ANSWERS, POPULATION)]
    forms = _stored(cursor, "forms_by_village", counted)
    adults = _stored(cursor, "adults_by_village", counted)
    state = Checked(places, reading, scopes, complete, forms, adults)
    for check in (_forms_as_known, _forms_once, _forms_fit_adults, _adults_fit_forms):
        state = check(state)
    return state


def _stored(cursor: Cursor, query: str, scopes: list[Scope]) -> dict[UnitYear, dict[str, Any]]:
    """What a query has of the scopes' units and years: asked once, for planning it takes longer
    than the rows of a unit do."""
    found: dict[UnitYear, dict[str, Any]] = {(scope.unit, scope.year): {} for scope in scopes}
    if found:
        units, years = (sorted(set(named)) for named in zip(*found, strict=True))
        rows = sql.run(cursor, query, "write", units=units, years=years).fetchall()
        for unit, year, name, value in rows:
            found.setdefault((unit, year), {})[name] = value
    return found


def _forms_as_known(state: Checked) -> Checked:
    """Forms by the numbers that the store knows them by; a complete file brings its own."""
    if state.complete:
        return state
    scopes: list[Scope] = []
    told: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for scope in state.scopes:
        if scope.kind is ANSWERS:
            stored = state.forms[scope.unit, scope.year]
            scope = as_known(scope, stored)
            told[scope.sheet.key] += like_others(scope, stored)
        scopes.append(scope)
    reading = state.reading.with_findings(on_sheets=told)
    return replace(state, scopes=scopes, reading=reading)


def _without(sheet: SheetReading, rows: set[int], more: Iterable[Finding]) -> SheetReading:
    kept = [record for record in sheet.records if record.row not in rows]
    return replace(
        sheet,
        records=kept,
        rows_refused=sheet.rows_refused + len(sheet.records) - len(kept),
        findings=[*sheet.findings, *more],
    )


def _forms_once(state: Checked) -> Checked:
    """A form that an earlier sheet or table of the file holds is refused, as within one table."""
    first: dict[tuple[str, int, str], tuple[Scope, Respondent]] = {}
    for scope in state.of_kind(ANSWERS):
        again, findings = [], []
        for form in scope.records_of(Respondent):
            own = (scope.unit, scope.year, form_key(form.form))
            there, known = first.setdefault(own, (scope, form))
            if known is not form:
                again.append(form)
                findings.append(_repeated(scope, form, there, known))
        if again:
            state = state.refuse(scope, again, *findings)
    return state


def _repeated(scope: Scope, form: Respondent, there: Scope, known: Respondent) -> Finding:
    place = f"{there.sheet.sheet}!{there.sheet.columns.get('form', 'A')}{known.row}"
    holes = {"form": form.form, "first": place}
    return _finding("duplicate_form", scope, "form", form, form.form, holes)


def _forms_fit_adults(state: Checked) -> Checked:
    """A village with more forms than adults is refused for that year (docs/method.md)."""
    for scope in state.of_kind(ANSWERS):
        own = scope.records_of(Respondent)
        id_of = state.villages(scope, own)
        forms = Counter(_forms(state, scope.unit, scope.year).values())
        adults = _adults(state, scope.unit, scope.year)
        for village in sorted({id_of[form.village] for form in own}):
            if forms[village] > adults.get(village, forms[village]):
                there = [form for form in own if id_of[form.village] == village]
                holes = {"forms": forms[village], "adults": adults[village]}
                finding = _crowded("more_forms_than_adults", scope, there[0], holes)
                state = state.refuse(scope, there, finding)
    return state


def _adults_fit_forms(state: Checked) -> Checked:
    """Adults fewer than the forms that are there already are refused."""
    for scope in state.of_kind(POPULATION):
        own = scope.records_of(Population)
        id_of = state.villages(scope, own)
        forms = Counter(_forms(state, scope.unit, scope.year).values())
        adults = _adults(state, scope.unit, scope.year)
        for row in own:
            if forms[id_of[row.village]] > adults[id_of[row.village]]:
                holes = {
                    "forms": forms[id_of[row.village]],
                    "adults": adults[id_of[row.village]],
                }
                finding = _crowded("fewer_adults_than_forms", scope, row, holes)
                state = state.refuse(scope, [row], finding)
    return state


def _forms(state: Checked, unit: str, year: int) -> dict[str, str]:
    """The village of every form of the unit and year once this file is in."""
    forms = {} if state.complete else dict(state.forms[unit, year])
    for scope in state.of_kind(ANSWERS):
        if (scope.unit, scope.year) == (unit, year):
            own = scope.records_of(Respondent)
            id_of = state.villages(scope, own)
            forms |= {form.form: id_of[form.village] for form in own}
    return forms


def _adults(state: Checked, unit: str, year: int) -> dict[str, int]:
    """Adults of each village: those of this file, else those in the store."""
    adults = dict(state.adults[unit, year])
    for scope in state.of_kind(POPULATION):
        if (scope.unit, scope.year) == (unit, year):
            own = scope.records_of(Population)
            id_of = state.villages(scope, own)
            here: Counter[str] = Counter()  # names that were joined count parts of a village
            for village, count in {row.village: row.adults for row in own}.items():
                here[id_of[village]] += count
            adults |= here
    return adults


def _crowded(code: str, scope: Scope, record: Counted, counts: dict[str, int]) -> Finding:
    holes = {name: str(count) for name, count in counts.items()} | {"year": str(scope.year)}
    return _finding(code, scope, "village", record, record.village, holes)


def _finding(
    code: str, scope: Scope, field: str, record: Counted, value: str, holes: dict[str, str]
) -> Finding:
    letter = scope.sheet.columns.get(field, "A")
    label = scope.sheet.labels.get(letter, "")
    cell = f"{letter}{record.row}"
    return Finding(code, "error", scope.sheet.sheet, cell, label, value, holes)
