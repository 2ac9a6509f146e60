"""What a page showed of a thing that a person acts on: the action holds for that alone.

Somebody may import, undo or type while a page stands open. An action therefore takes not the
number of a thing but the Shown that its page was drawn with, and inside its own transaction
asks whether that still stands; if it is gone or was changed since, nothing is done.

On a page the Shown must be that of the run that drew the widget, not of the run after the
click: hand it to the widget's callback,

    shown = page.ask.shown("import")
    st.button(..., on_click=take_back, args=(shown[str(import_id)],))

and let a choice that has gone lead to nothing instead of the first of the new list.
"""

from typing import NamedTuple

import duckdb

from dashboard.errors import DashboardError
from dashboard.store import sql


class Shown(NamedTuple):
    """subject: import, batch, task or samples; key: its import_id, its number, its task_id, ''."""

    subject: str
    key: str
    state: str  # a fingerprint of what pages show of it


def listed(cursor: duckdb.DuckDBPyConnection, subject: str) -> dict[str, Shown]:
    """Every thing of a subject by its key, as this version of the store shows it."""
    rows = sql.run(cursor, "shown", "write", subject=subject).fetchall()
    return {row[1]: Shown(*row) for row in rows}


def check(cursor: duckdb.DuckDBPyConnection, shown: Shown) -> None:
    """Raise DashboardError changed_since_shown unless the thing is as it was shown."""
    now = sql.run(cursor, "shown", "write", subject=shown.subject, key=shown.key).fetchall()
    if now != [tuple(shown)]:
        raise DashboardError("changed_since_shown")
