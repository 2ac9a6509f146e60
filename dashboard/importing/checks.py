"""Checks that need the store: what one file alone can't tell."""

from collections import Counter
from dataclasses import replace

import duckdb

from dashboard import sql
from dashboard.importing.model import Finding, Reading, Respondent, SheetReading
from dashboard.importing.places import Places
from dashboard.importing.scopes import Scope

Cursor = duckdb.DuckDBPyConnection


def without_overfull_villages(
    cursor: Cursor, reading: Reading, scopes: list[Scope], places: Places, complete: bool
) -> tuple[Reading, list[Scope]]:
    """Without the villages that would have more forms than adults that year (DESIGN 2)."""
    kept = []
    sheets = {sheet.sheet: sheet for sheet in reading.sheets}
    for scope in scopes:
        if scope.sheet.kind != "answers":
            kept.append(scope)
            continue
        village_of = places.villages((r.village for r in scope.records), scope.unit)
        forms = _forms(cursor, scope, village_of, complete)
        adults = _adults(cursor, scope, scopes, places)
        full = {v: n for v, n in forms.items() if n > adults.get(v, n)}
        rows = {r.row: r for r in scope.records if village_of[r.village] in full}
        for village, count in full.items():
            there = [r for r in rows.values() if village_of[r.village] == village]
            if there:
                finding = _overfull(scope, there[0], count, adults[village])
                sheets[scope.sheet.sheet] = _refuse(sheets[scope.sheet.sheet], there, finding)
        kept.append(replace(scope, records=[r for r in scope.records if r.row not in rows]))
    return replace(reading, sheets=list(sheets.values())), kept


def _forms(cursor: Cursor, scope: Scope, village_of: dict[str, str], complete: bool) -> Counter:
    """Forms of each village once this sheet is in."""
    stored = sql.run(cursor, "forms_by_village", "write", unit=scope.unit, year=scope.year)
    before = {} if complete else dict(stored.fetchall())
    return Counter((before | {r.form: village_of[r.village] for r in scope.records}).values())


def _adults(cursor: Cursor, scope: Scope, scopes: list[Scope], places: Places) -> dict[str, int]:
    """Adults of each village: those of this file, else those in the store."""
    stored = sql.run(cursor, "adults_by_village", "write", unit=scope.unit, year=scope.year)
    adults = dict(stored.fetchall())
    for other in scopes:
        if (other.sheet.kind, other.unit, other.year) == ("population", scope.unit, scope.year):
            village_of = places.villages((r.village for r in other.records), other.unit)
            adults |= {village_of[r.village]: r.adults for r in other.records}
    return adults


def _overfull(scope: Scope, first: Respondent, forms: int, adults: int) -> Finding:
    return Finding(
        "more_forms_than_adults",
        "error",
        scope.sheet.sheet,
        f"{scope.sheet.columns.get('village', 'A')}{first.row}",
        scope.sheet.labels.get(scope.sheet.columns.get("village", ""), ""),
        first.village,
        {"forms": str(forms), "adults": str(adults), "year": str(scope.year)},
    )


def _refuse(sheet: SheetReading, records: list, finding: Finding) -> SheetReading:
    rows = {record.row for record in records}
    return replace(
        sheet,
        records=[r for r in sheet.records if r.row not in rows],
        rows_refused=sheet.rows_refused + len(rows),
        findings=[*sheet.findings, finding],
    )
