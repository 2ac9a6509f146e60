"""A table of tasks into the store: each task under its lasting identity."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from dashboard.importing.kinds import TASKS
from dashboard.importing.model.records import Task
from dashboard.importing.storing import table_rows
from dashboard.importing.storing.new_import import NewImport
from dashboard.importing.storing.scopes import Scope
from dashboard.importing.storing.stages import Judged
from dashboard.importing.storing.task_identity import Known, Version, identities
from dashboard.store import sql

# Field of a table of tasks -> the values it gives; a newer table without it keeps them.
CARRIED = {
    "area": ("area", "whole_unit"),
    "due": ("due_text", "due", "recurring"),
    "product": ("product",),
    "progress": ("progress",),
    "done": ("done",),
    "result_h1": ("result_h1",),
    "result_year": ("result_year",),
    "note": ("note",),
}


class StoredTask(NamedTuple):
    """A task as it stands (queries/write/current_tasks.sql)."""

    task_id: str
    component: str | None
    task: str
    area: str
    whole_unit: bool
    due_text: str
    due: date | None
    recurring: bool
    product: str
    progress: float | None
    done: date | None
    result_h1: str
    result_year: str
    note: str
    leads: list[str]
    supports: list[str]
    villages: list[str]


@dataclass(frozen=True)
class Named:
    """A task with its officials and villages as the store names them."""

    task: Task
    leads: list[str]
    supports: list[str]
    villages: list[str]


def write(new: NewImport, judged: Judged) -> None:
    """The tasks of each unit and year, with who takes them and where."""
    for scope in judged.scopes_of(TASKS):
        _write_scope(new, scope)


def _write_scope(new: NewImport, scope: Scope) -> None:
    given = {"unit": scope.unit, "year": scope.year}
    before = sql.rows(StoredTask, new.cursor, "current_tasks", "write", **given)
    stood = {task.task_id: task for task in before}
    read = scope.records_of(Task)
    # Together: two names in one table that differ by an accent are two.
    new.places.villages((v for task in read for v in task.villages), scope.unit)
    new.officials.resolve(
        scope.unit, (name for task in read for name in (*task.leads, *task.supports))
    )
    ids = _identities(new, scope, read, before)
    known = [
        (identity, _carried(_named(new, scope, task), stood.get(identity), scope))
        for task, identity in zip(read, ids, strict=True)
    ]
    source, number = new.source(scope), new.import_id
    new.append("task", [table_rows.task_row(own.task, source, task_id) for task_id, own in known])
    new.append(
        "task_party",
        [
            row
            for task_id, own in known
            for row in table_rows.party_rows(number, task_id, own.leads, own.supports)
        ],
    )
    new.append(
        "task_village",
        [
            {"import_id": number, "task_id": task_id, "village": village}
            for task_id, own in known
            for village in own.villages
        ],
    )


def _identities(
    new: NewImport, scope: Scope, read: list[Task], before: Iterable[StoredTask]
) -> list[str]:
    """The task_id of each task read."""
    known = [Known(b.component, b.task, tuple(b.leads), b.due, task_id=b.task_id) for b in before]
    versions = [
        Version(
            task.component,
            task.text,
            tuple(new.officials.name(scope.unit, lead) for lead in task.leads),
            task.due,
        )
        for task in read
    ]

    def new_id(task: Version, number: int) -> str:
        return table_rows.task_id(scope.unit, scope.year, task, number)

    return identities(versions, known, new_id)


def _named(new: NewImport, scope: Scope, task: Task) -> Named:
    return Named(
        task,
        [new.officials.name(scope.unit, name) for name in task.leads],
        [new.officials.name(scope.unit, name) for name in task.supports],
        list(new.places.villages(task.villages, scope.unit).values()),
    )


def _carried(named: Named, before: StoredTask | None, scope: Scope) -> Named:
    """The task with the values it had where this sheet has no column for them."""
    if before is None:
        return named
    has = scope.sheet.columns.keys()
    kept: dict[str, Any] = {
        name: getattr(before, name)
        for column, names in CARRIED.items()
        if column not in has
        for name in names
    }
    if named.task.component is None:
        kept["component"] = before.component
    return Named(
        replace(named.task, **kept),
        named.leads if "lead" in has else before.leads,
        named.supports if "support" in has else before.supports,
        named.villages if "area" in has else before.villages,
    )
