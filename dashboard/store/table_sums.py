"""What stands in the tables of a store, as a sum a table: all of it is read for that."""

from dashboard.store import sql
from dashboard.store.connections import Cursor

Sum = tuple[int, int | None]  # rows; their hashes added up, None of no row


def of_all(cursor: Cursor) -> dict[str, Sum]:
    """Each table with the sum of its rows, whatever their order."""
    tables = [name for (name,) in sql.run(cursor, "all_tables", "write").fetchall()]
    return {name: of(cursor, name) for name in tables}


def of(cursor: Cursor, table: str) -> Sum:
    """Two tables with the same columns and rows have the same one."""
    asked = f'select count(*), sum(hash(t)::hugeint) from "{table}" as t'
    ((count, total),) = cursor.execute(asked).fetchall()
    return count, total
