"""The keys whose packages are taken: who says so, of which unit, and since when."""

from datetime import UTC, datetime

from dashboard.errors import DashboardError
from dashboard.folding import tidy
from dashboard.store import sql
from dashboard.store.appending import append
from dashboard.store.store import Cursor


def state(cursor: Cursor, unit: str, public: str) -> tuple[bool, bool]:
    """Whether the key is trusted for the unit, and whether another is."""
    given = {"unit": unit, "public_key": public}
    ((own, another),) = sql.run(cursor, "is_trusted_key", "write", **given).fetchall()
    return bool(own), bool(another)


def record(cursor: Cursor, unit: str, public: str, withdrawn: bool = False, by: str = "") -> None:
    """The key holds for the unit (a unit_id) from now on, or no more; nothing where it is so."""
    if len(public) != 64 or not set(public) <= set("0123456789abcdef"):
        raise DashboardError("no_such_key", said=public)
    if state(cursor, unit, public)[0] is not withdrawn:
        return
    row: dict[str, list[object]] = {
        "record_id": [sql.value(cursor, "next_key_record", "write")],
        "unit": [unit],
        "public_key": [public],
        "withdrawn": [withdrawn],
        "written_by": [tidy(by)],
        "written_at": [datetime.now(UTC).replace(tzinfo=None)],
    }
    append(cursor, "trusted_key", row)
