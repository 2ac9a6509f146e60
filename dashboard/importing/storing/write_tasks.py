"""A table of tasks into the store: each task under its lasting identity."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from dashboard.importing.kinds import TASKS
from dashboard.importing.model.records import Task
from dashboard.importing.storing import table_rows
from dashboard.importing.storing.new_import import NewImport
from dashboard.importing.storing.plan_tables import Step, Tables
from dashboard.importing.storing.same_tasks import Named
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


def write(new: NewImport, judged: Judged) -> None:
    """The tasks of each unit and year, with who takes them and where."""
    plans: dict[tuple[str, int], list[Scope]] = defaultdict(list)
    for scope in judged.scopes_of(TASKS):
        plans[scope.unit, scope.year].append(scope)
    for scopes in plans.values():
        _write_plan(new, scopes)


def _write_plan(new: NewImport, scopes: list[Scope]) -> None:
    """Tasks of one unit and year, each once, whatever tables of the file hold it."""
    given = {"unit": scopes[0].unit, "year": scopes[0].year}
    before = sql.rows(StoredTask, new.cursor, "current_tasks", "write", **given)
    stood = {task.task_id: task for task in before}
    tables = Tables.of([(scope, _all_named(new, scope)) for scope in scopes])
    groups = tables.groups()
    ids = _identities(new, scopes[0], [tables.settled(group).version for group in groups], before)
    known = []
    for task_id, group in zip(ids, groups, strict=True):
        stored = stood.get(task_id)
        first = _carried(tables.named(group[0]), stored, tables.scope(group[0]))
        history = tables.history(group, first)
        for key, findings in history.findings.items():
            new.remarks[key] += findings
        known.append((task_id, _news(history.steps, stored)))
    _append(new, known)


def _append(new: NewImport, known: list[tuple[str, list[Step]]]) -> None:
    """Every step of each task; who takes it and where as of the last."""
    number = new.import_id
    new.append(
        "task",
        [
            {**table_rows.task_row(own.task, new.source(scope), task_id), "report": report}
            for task_id, steps in known
            for report, (scope, own) in enumerate(steps)
        ],
    )
    last = [(task_id, steps[-1][1]) for task_id, steps in known]
    new.append(
        "task_party",
        [
            row
            for task_id, own in last
            for row in table_rows.party_rows(number, task_id, own.leads, own.supports)
        ],
    )
    new.append(
        "task_village",
        [
            {"import_id": number, "task_id": task_id, "village": village}
            for task_id, own in last
            for village in own.villages
        ],
    )


def _news(steps: list[Step], stored: StoredTask | None) -> list[Step]:
    """The steps since what the store has, which tells of those before it; the last at least."""
    if stored is None:
        return steps
    known = [place for place, (_, own) in enumerate(steps) if _says_the_same(own, stored)]
    return steps[min(known[-1] + 1, len(steps) - 1) :] if known else steps


def _says_the_same(own: Named, stored: StoredTask) -> bool:
    names = [name for names in CARRIED.values() for name in names]
    same = all(getattr(own.task, name) == getattr(stored, name) for name in names)
    return same and (own.leads, own.supports) == (stored.leads, stored.supports)


def _identities(
    new: NewImport, scope: Scope, read: list[Version], before: Iterable[StoredTask]
) -> list[str]:
    """The task_id of each task read."""
    known = [Known(b.component, b.task, tuple(b.leads), b.due, task_id=b.task_id) for b in before]

    def new_id(task: Version, number: int) -> str:
        return table_rows.task_id(scope.unit, scope.year, task, number)

    return identities(read, known, new_id)


def _all_named(new: NewImport, scope: Scope) -> list[Named]:
    """The tasks of a table. Together: two names in one table that differ by an accent are two."""
    read = scope.records_of(Task)
    new.places.villages((v for task in read for v in task.villages), scope.unit)
    names = (name for task in read for name in (*task.leads, *task.supports))
    new.officials.resolve(scope.unit, names)
    return [_named(new, scope, task) for task in read]


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
