"""What can be true but hardly is: each row is kept as it is written, and asked about."""

from collections.abc import Callable
from datetime import date

from dashboard.importing.model.records import Activity, Record, Respondent, Task
from dashboard.importing.model.sheet import place, typed
from dashboard.importing.records.context import Context
from dashboard.importing.records.walk import Rows
from dashboard.importing.values import cells, periods
from dashboard.importing.values.cells import Problem

ADULT = 18  # PAPI asks people from 18 years on
_FEW = 10  # more cells than this, and more than half, are one remark on the sheet


def remark(context: Context, rows: Rows, today: date | None = None) -> None:
    """Findings on the records of a table; today is the day of the import."""
    check = _CHECKS.get(context.table.kind)
    if check:
        check(context, rows.records, today or date.today())


def _tasks(context: Context, tasks: list[Task], today: date) -> None:
    for task in tasks:
        if _is_undated(context, task):
            _tell(context, task, "progress", "done_without_date")
        if task.due and _is_outside(context, task.due):
            _tell(context, task, "due", "date_outside_plan", **_span(context))
        if task.done:
            _done(context, task, today)


def _is_undated(context: Context, task: Task) -> bool:
    """All done but the column of done dates is blank; one that can't be read is told as such."""
    if "done" not in context.table.columns or task.cancelled:
        return False
    blank = context.table.cell(_row(context, task), "done") is None
    return blank and task.progress is not None and task.progress >= 1


def _done(context: Context, task: Task, today: date) -> None:
    if task.done > today:
        _tell(context, task, "done", "date_in_future")
        return
    if _is_outside(context, task.done):
        _tell(context, task, "done", "date_outside_plan", **_span(context))
    for name in _unfinished(context, task):
        said = typed(context.table.cell(_row(context, task), name))
        cell = place(task.row - 1, context.table.columns[name])
        _tell(context, task, "done", "done_but_unfinished", other=cell, said=said)
        return


def _unfinished(context: Context, task: Task) -> list[str]:
    """The fields that say that a task with a done date is not done."""
    half = periods.ends().get(f"{context.year}-H1")
    said = {
        "progress": task.progress is not None and task.progress < 1,
        "result_year": cells.result_word(task.result_year) == "not_done",
        "result_h1": bool(half)
        and task.done <= half
        and cells.result_word(task.result_h1) == "not_done",
    }
    return [name for name, contradicts in said.items() if contradicts]


def _activities(context: Context, activities: list[Activity], today: date) -> None:
    for activity in activities:
        if activity.held_on > today:
            _tell(context, activity, "date", "date_in_future")
        elif _is_outside(context, activity.held_on):
            _tell(context, activity, "date", "date_outside_plan", **_span(context))


def _answers(context: Context, forms: list[Respondent], today: date) -> None:
    for form in forms:
        if form.age is not None and form.age < ADULT:
            _tell(context, form, "age", "under_age")
    dated = [form for form in forms if form.interviewed_on]
    field = "date" if "date" in context.table.columns else "timestamp"
    for form in (form for form in dated if form.interviewed_on > today):
        _tell(context, form, field, "date_in_future")
    past = [form for form in dated if form.interviewed_on <= today]
    elsewhere = [f for f in past if context.year and f.interviewed_on.year != context.year]
    if len(elsewhere) > max(_FEW, len(dated) / 2):
        counts = {"count": str(len(elsewhere)), "year": str(context.year)}
        context.remarks.on_sheet("interviews_outside_year", "warning", **counts)
        return
    for form in elsewhere:
        _tell(context, form, field, "interview_outside_year", year=str(context.year))


def _is_outside(context: Context, day: date) -> bool:
    if not context.year:
        return False
    first, last = periods.plan_span(context.year)
    return not first <= day <= last


def _span(context: Context) -> dict[str, str]:
    first, last = periods.plan_span(context.year)
    return {"first": typed(first), "last": typed(last)}


def _tell(context: Context, record: Record, name: str, code: str, **holes: str) -> None:
    problem = Problem(code, "warning", holes)
    context.remark(record.row - 1, _row(context, record), name, problem)


def _row(context: Context, record: Record) -> list[object]:
    return context.table.sheet.rows[record.row - 1]


_CHECKS: dict[str, Callable[[Context, list, date], None]] = {
    "tasks": _tasks,
    "answers": _answers,
    "activities": _activities,
}
