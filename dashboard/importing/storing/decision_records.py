"""What was decided at a meeting: it stands in the minutes and is a task of the plan.

Its identity is that of a task, so that a file which lists the same text later is the same task.
"""

from dataclasses import dataclass
from datetime import date

import duckdb

from dashboard.errors import DashboardError
from dashboard.folding import tidy
from dashboard.importing.storing import record_subjects, table_rows
from dashboard.importing.storing.task_identity import Version
from dashboard.store import appending, numbering, sql

Cursor = duckdb.DuckDBPyConnection


@dataclass(frozen=True)
class Decision:
    """What somebody is to do by when; component and slide where they are said."""

    text: str
    official: str
    due: date
    component: str | None = None
    slide: int | None = None


def write(
    cursor: Cursor, unit_id: str, year: int, decision: Decision, written_by: str = ""
) -> tuple[int, str]:
    """One record, inside store.write_small(..., NOTES): its number, and the task's identity.

    The same text in the same component is the same decision: this corrects it. Raises
    DashboardError for what is missing or not known.
    """
    text, name = tidy(decision.text), tidy(decision.official)
    if not text or not name:
        raise DashboardError("decision_empty")
    component = decision.component
    if component is not None:
        component = record_subjects.subject(cursor, unit_id, year, f"component:{component}").key
    row = {
        "unit": unit_id,
        "year": year,
        "task_id": _identity(cursor, unit_id, year, Version(component, text)),
        "component": component,
        "decision": text,
        "official": record_subjects.official(cursor, unit_id, name),
        "due": decision.due,
        "slide": decision.slide,
        "withdrawn": False,
    }
    return _add(cursor, row, written_by)


def withdraw(
    cursor: Cursor, unit_id: str, year: int, task_id: str, written_by: str = ""
) -> tuple[int, str]:
    """A decision holds no more; raises DashboardError unknown_decision."""
    given = {"unit": unit_id, "year": year, "task_id": task_id}
    found = sql.run(cursor, "decision_before", "write", **given)
    names = [column[0] for column in found.description]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    if not rows:
        raise DashboardError("unknown_decision", task=task_id)
    return _add(cursor, {"unit": unit_id, "year": year, **rows[0], "withdrawn": True}, written_by)


def _identity(cursor: Cursor, unit_id: str, year: int, task: Version) -> str:
    """That of the decision of this text; of a new one the first that no file has taken."""
    number = 1
    while True:
        task_id = table_rows.task_id(unit_id, year, task, number)
        if not sql.value(cursor, "is_only_imported", "write", task_id=task_id):
            return task_id
        number += 1


def _add(cursor: Cursor, row: dict[str, object], written_by: str) -> tuple[int, str]:
    number = numbering.following(cursor)
    said = {"written_by": tidy(written_by), "written_at": numbering.moment()}
    row = {"record_id": number, **row, **said}
    appending.append(cursor, "decision_record", appending.as_columns([row]))
    return number, str(row["task_id"])
