"""The same task in several tables of a file becomes one, in the state of the later report.

A task of another table is the same when its text is, and its component or one of the two lacks
it; of several the one with the same lead, due date or order. Where nothing says which table is
the later (each official's own list), its leads are those of both, and that is said if they
differ. Within one table equal texts stay tasks of their own.

A later report's blank says nothing: what an earlier one said holds, and it is said. Its own word
holds against the earlier: a task done in March and at half in June is not done, and that is said.
Where nothing says which is the later and the two disagree, the one that stands last in the
workbook is taken, and both cells are named.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from dashboard.importing.model.records import Task
from dashboard.importing.storing.task_identity import Version, likeness, text_key
from dashboard.importing.values.result_words import result_word

Place = tuple[int, int]  # a table and a row of it


@dataclass(frozen=True)
class Named:
    """A task with its officials and villages as the store names them."""

    task: Task
    leads: list[str]
    supports: list[str]
    villages: list[str]

    @property
    def version(self) -> Version:
        """What tells it from other tasks."""
        return Version(self.task.component, self.task.text, tuple(self.leads), self.task.due)


class Disagreement(NamedTuple):
    """What two tables say of one field of a task: code is that of a finding."""

    code: str
    field: str


def gathered(
    tables: Sequence[Sequence[Version]],
) -> list[list[Place]]:
    """Each task as the rows that hold it, in the order of the tables."""
    groups: list[list[Place]] = []
    by_text: dict[str, list[int]] = defaultdict(list)
    for table, tasks in enumerate(tables):
        met = _met(tables, table, groups, by_text)
        for row, task in enumerate(tasks):
            if row in met:
                groups[met[row]].append((table, row))
            else:
                groups.append([(table, row)])
                by_text[text_key(task.text)].append(len(groups) - 1)
    return groups


def _met(
    tables: Sequence[Sequence[Version]],
    table: int,
    groups: list[list[Place]],
    by_text: dict[str, list[int]],
) -> dict[int, int]:
    """Row of the table -> the group that it is the same task as; the likest pairs first."""
    pairs = []
    for row, task in enumerate(tables[table]):
        key = text_key(task.text)
        for group in by_text.get(key, ()):
            last = groups[group][-1]
            known = tables[last[0]][last[1]]
            component = _component(tables, groups[group])
            if task.component and component and task.component != component:
                continue
            same = task.component == component
            pairs.append((-likeness(task, known), not same, abs(row - last[1]), row, group))
    met: dict[int, int] = {}
    for *_, row, group in sorted(pairs):
        if row not in met and group not in met.values():
            met[row] = group
    return met


def _component(tables: Sequence[Sequence[Version]], group: list[Place]) -> str | None:
    return next((c for table, row in group if (c := tables[table][row].component)), None)


def later(before: Named, now: Named, is_sure: bool) -> tuple[Named, list[Disagreement]]:
    """The task as the second of two tables leaves it, and where they disagree."""
    old, new = before.task, now.task
    kept: dict[str, Any] = {
        name: getattr(old, name) for name in ("product", "note") if not getattr(new, name)
    }
    if not new.due_text:
        kept |= {"due_text": old.due_text, "due": old.due, "recurring": old.recurring}
    if not new.area:
        kept |= {"area": old.area, "whole_unit": old.whole_unit}
    state, said = _state(old, new, is_sure)
    said += _others(before, now, is_sure)
    kept |= {"component": new.component or old.component, **state}
    merged = Named(
        replace(new, **kept),
        _people(before.leads, now.leads, is_sure),
        _people(before.supports, now.supports, is_sure),
        now.villages if new.area else before.villages,
    )
    return merged, said


def _others(before: Named, now: Named, is_sure: bool) -> list[Disagreement]:
    """Disagreements about what is no state: due date and lead."""
    found = []
    old, new = before.task, now.task
    if not is_sure and old.due_text and new.due_text and old.due != new.due:
        found.append(Disagreement("task_said_twice", "due"))
    if now.leads and before.leads and not set(now.leads) & set(before.leads):
        code = "task_of_another_lead" if is_sure else "task_of_several_leads"
        found.append(Disagreement(code, "lead"))
    return found


def _people(before: list[str], now: list[str], is_sure: bool) -> list[str]:
    if is_sure and now:
        return now
    return list(dict.fromkeys([*before, *now]))


STATE = ("progress", "done", "result_h1", "result_year")


def _state(old: Task, new: Task, is_sure: bool) -> tuple[dict[str, Any], list[Disagreement]]:
    """The state that holds, and what is to be said of it."""
    was = {name: getattr(old, name) for name in STATE if _says(old, name)}
    now = {name: getattr(new, name) for name in STATE if _says(new, name)}
    if not now:
        kept = [Disagreement("task_state_kept", next(iter(was)))] if was and is_sure else []
        return {**was, "cancelled": old.cancelled}, kept
    is_cancelled = new.cancelled or (
        old.cancelled and not now.keys() & {"result_h1", "result_year"}
    )
    code = _contradiction(old, new, is_sure)
    if code:
        kept_half = {"result_h1": was["result_h1"]} if "result_h1" in was else {}
        field = next((name for name in now if name in was), next(iter(now)))
        return {**kept_half, **now, "cancelled": is_cancelled}, [Disagreement(code, field)]
    if _is_finished(new):
        was.pop("progress", None)
    return {**was, **now, "cancelled": is_cancelled}, []


def _contradiction(old: Task, new: Task, is_sure: bool) -> str:
    """The code of what is to be said where both say something and it can't both be."""
    if is_sure:
        return "task_not_done_any_more" if _is_finished(old) and _is_open(new) else ""
    differs = any(
        _says(old, name) and _says(new, name) and getattr(old, name) != getattr(new, name)
        for name in STATE
    )
    crossed = (_is_finished(old) and _is_open(new)) or (_is_open(old) and _is_finished(new))
    return "task_said_twice" if differs or crossed else ""


def _says(task: Task, name: str) -> bool:
    value = getattr(task, name)
    return value is not None and value != ""


def _is_finished(task: Task) -> bool:
    return task.done is not None or task.progress == 1 or result_word(task.result_year) == "done"


def _is_open(task: Task) -> bool:
    """Whether it says of itself that it is not finished."""
    if task.done is not None or result_word(task.result_year) == "done":
        return False
    return (task.progress is not None and task.progress < 1) or result_word(
        task.result_year
    ) == "not_done"
