"""The import that is being written: its number, and what its writers share."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime

import duckdb

from dashboard.importing.model.finding import Finding
from dashboard.importing.storing.official_names import Officials
from dashboard.importing.storing.places import Places
from dashboard.importing.storing.scopes import Scope
from dashboard.importing.storing.stages import Row
from dashboard.store import appending, sql


def _lists() -> dict[tuple[str, int], list[Finding]]:
    return defaultdict(list)


@dataclass(frozen=True)
class NewImport:
    """One import under its own import_id; places and officials gain those that it names, remarks
    (by SheetReading.key) what its writers have to say."""

    cursor: duckdb.DuckDBPyConnection
    import_id: int
    written_at: datetime
    places: Places
    officials: Officials
    remarks: dict[tuple[str, int], list[Finding]] = field(default_factory=_lists)

    @classmethod
    def begun(cls, cursor: duckdb.DuckDBPyConnection, places: Places) -> "NewImport":
        """The next import of the store."""
        number = sql.value(cursor, "next_import_id", "write")
        now = datetime.now(UTC).replace(tzinfo=None)
        return cls(cursor, number, now, places, Officials.of(cursor, places))

    def append(self, table: str, new: list[Row]) -> None:
        """Add rows to a table."""
        appending.append(self.cursor, table, appending.as_columns(new))

    def source(self, scope: Scope) -> Row:
        """What every row of a scope says of where it is from."""
        return {
            "import_id": self.import_id,
            "sheet": scope.sheet.sheet,
            "unit": scope.unit,
            "year": scope.year,
        }
