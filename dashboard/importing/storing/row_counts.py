"""How many rows of an import are new, changed or the same, and how many are not in it."""

import duckdb

from dashboard.importing.model.reading import Changes
from dashboard.importing.storing.scopes import Scope, units_of_sheets
from dashboard.store import sql


def changes_of(
    cursor: duckdb.DuckDBPyConnection, import_id: int, scopes: list[Scope]
) -> dict[tuple[str, int], Changes]:
    """SheetReading.key -> its Changes; ask before the import's scopes are logged. Sheets of the
    same units and year (a sheet a month) share one."""
    found: dict[tuple[str, int], Changes] = {}
    asked: dict[tuple[str, tuple[str, ...], int], Changes] = {}
    for sheet, year, units in units_of_sheets(scopes):
        about = (sheet.kind, tuple(units), year)
        if about not in asked:
            given = {"kind": sheet.kind, "units": units, "year": year}
            (asked[about],) = sql.rows(
                Changes, cursor, "row_changes", "write", import_id=import_id, **given
            )
        found[sheet.key] = asked[about]
    return found
