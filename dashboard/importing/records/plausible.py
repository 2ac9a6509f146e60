"""What can be true but hardly is: each row is kept as it is written, and asked about."""

from collections.abc import Iterable, Sequence
from datetime import date

from dashboard.importing.model.records import Activity, Record, Respondent, Task
from dashboard.importing.model.sheet import place, typed
from dashboard.importing.records.context import Context
from dashboard.importing.values import periods
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.dates import is_nothing
from dashboard.importing.values.result_words import result_word

ADULT = 18  # PAPI asks people from 18 years on
_FEW = 10  # more cells than this, and more than half, are one remark on the sheet


def remark_on_tasks(context: Context, tasks: Iterable[Task]) -> None:
    """Due and done dates outside of the plan's time or ahead of today, and what they contradict."""
    today = date.today()
    for task in tasks:
        if _is_undated(context, task):
            _tell(context, task, "progress", "done_without_date")
        if task.due and (span := _outside(context, task.due)):
            _tell(context, task, "due", "date_outside_plan", **span)
        if task.done:
            _done(context, task, task.done, today)


def _is_undated(context: Context, task: Task) -> bool:
    """All done but the column of done dates is blank; one that can't be read is told as such."""
    if "done" not in context.table.columns or task.cancelled:
        return False
    said = context.table.cell(_row(context, task), "done")
    blank = said is None or is_nothing(said)
    return blank and task.progress is not None and task.progress >= 1


def _done(context: Context, task: Task, done: date, today: date) -> None:
    if done > today:
        _tell(context, task, "done", "date_in_future")
        return
    if span := _outside(context, done):
        _tell(context, task, "done", "date_outside_plan", **span)
    if name := _unfinished(context, task, done):
        said = typed(context.table.cell(_row(context, task), name))
        cell = place(task.row - 1, context.table.columns[name])
        _tell(context, task, "done", "done_but_unfinished", other=cell, said=said)


def _unfinished(context: Context, task: Task, done: date) -> str | None:
    """The first field that says that a task with a done date is not done."""
    if task.progress is not None and task.progress < 1:
        return "progress"
    if result_word(task.result_year) == "not_done":
        return "result_year"
    half = periods.ends().get(f"{context.year}-H1")
    was_half = half is not None and done <= half
    return "result_h1" if was_half and result_word(task.result_h1) == "not_done" else None


def remark_on_activities(context: Context, activities: Iterable[Activity]) -> None:
    """Days ahead of today, or outside of the plan's time."""
    today = date.today()
    for activity in activities:
        if activity.held_on > today:
            _tell(context, activity, "date", "date_in_future")
        elif span := _outside(context, activity.held_on):
            _tell(context, activity, "date", "date_outside_plan", **span)


def remark_on_forms(context: Context, forms: Sequence[Respondent]) -> None:
    """Children among the respondents; interviews ahead of today, or of another year."""
    for form in forms:
        if form.age is not None and form.age < ADULT:
            _tell(context, form, "age", "under_age")
    today = date.today()
    field = "date" if "date" in context.table.columns else "timestamp"
    held = [(form, form.interviewed_on) for form in forms if form.interviewed_on]
    for form in (form for form, day in held if day > today):
        _tell(context, form, field, "date_in_future")
    if context.year:
        past = [(form, day) for form, day in held if day <= today]
        elsewhere = [form for form, day in past if day.year != context.year]
        _elsewhere(context, elsewhere, field, context.year, len(held))


def _elsewhere(
    context: Context, forms: list[Respondent], field: str, year: int, dated: int
) -> None:
    """Interviews of another year, of so many with a day: one remark where they are the most."""
    if len(forms) > max(_FEW, dated / 2):
        counts = {"count": str(len(forms)), "year": str(year)}
        context.remarks.on_sheet("interviews_outside_year", "warning", **counts)
        return
    for form in forms:
        _tell(context, form, field, "interview_outside_year", year=str(year))


def _outside(context: Context, day: date) -> dict[str, str] | None:
    """The first and last day of the plan's time, where the day is not between them."""
    if not context.year:
        return None
    first, last = periods.plan_span(context.year)
    return None if first <= day <= last else {"first": typed(first), "last": typed(last)}


def _tell(context: Context, record: Record, name: str, code: str, **holes: str) -> None:
    problem = Problem(code, "warning", holes)
    context.remark(record.row - 1, _row(context, record), name, problem)


def _row(context: Context, record: Record) -> list[object]:
    return context.table.sheet.rows[record.row - 1]
