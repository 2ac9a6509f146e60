"""How many rows of an import are new, changed or the same, and how many are not in it."""

import duckdb

from dashboard import sql
from dashboard.importing.model import Changes
from dashboard.importing.scopes import Scope


def changes_of(
    cursor: duckdb.DuckDBPyConnection, import_id: int, scopes: list[Scope]
) -> dict[tuple[str, int], Changes]:
    """SheetReading.key -> its Changes; ask before the import's scopes are logged."""
    found: dict[tuple[str, int], Changes] = {}
    for scope in scopes:
        given = {"kind": scope.sheet.kind, "unit": scope.unit, "year": scope.year}
        row = sql.run(cursor, "row_changes", "write", import_id=import_id, **given).fetchone()
        before = found.get(scope.sheet.key, Changes())
        found[scope.sheet.key] = Changes(
            *(a + b for a, b in zip(vars(before).values(), row, strict=True))
        )
    return found
