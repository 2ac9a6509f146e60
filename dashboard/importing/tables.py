"""Records as the rows of the store's tables: pure, names already resolved to ids."""

from dataclasses import asdict

from dashboard.folding import fold
from dashboard.importing.cells import result_word
from dashboard.importing.identity import Version
from dashboard.importing.model import Activity, Population, Question, Respondent, Task, UnitRow
from dashboard.store import digest

Row = dict[str, object]


def task_id(unit: str, year: int, task: Task | Version, occurrence: int) -> str:
    """A task's lasting identity (DESIGN 4)."""
    return digest(unit, year, task.component or "", fold(task.text), occurrence)


def task_row(task: Task, source: Row, identity: str) -> Row:
    """A row of the table task."""
    kept = ("component", "area", "whole_unit", "due_text", "due", "recurring", "product")
    kept += ("progress", "done", "result_h1", "result_year", "note", "cancelled")
    return {
        **source,
        "row": task.row,
        "task_id": identity,
        "task": task.text,
        **{name: getattr(task, name) for name in kept},
        "h1_said_done": result_word(task.result_h1) == "done",
        "year_said_done": result_word(task.result_year) == "done",
    }


def party_rows(import_id: int, identity: str, leads: list[str], supports: list[str]) -> list[Row]:
    """Rows of task_party: each official once a role, in the order written."""
    return [
        {
            "import_id": import_id,
            "task_id": identity,
            "role": role,
            "position": position,
            "official": official,
        }
        for role, officials in (("lead", leads), ("support", supports))
        for position, official in enumerate(dict.fromkeys(officials), start=1)
    ]


def respondent_row(form: Respondent, source: Row, village: str) -> Row:
    """A row of the table respondent."""
    kept = {name: getattr(form, name) for name in ("row", "form", "sex", "age", "interviewed_on")}
    return {**source, **kept, "village": village}


def answer_columns(
    forms: list[Respondent], import_id: int, unit: str, year: int
) -> dict[str, list]:
    """The answers of one unit's forms in long form, as columns: far faster than rows."""
    questions, values, missing, form_of = [], [], [], []
    for form in forms:
        questions += form.answers.keys()
        values += form.answers.values()
        missing += map(form.missing.get, form.answers)
        form_of += [form.form] * len(form.answers)
    count = len(values)
    return {
        "import_id": [import_id] * count,
        "unit": [unit] * count,
        "year": [year] * count,
        "form": form_of,
        "question": questions,
        "value": values,
        "missing": missing,
    }


def question_row(question: Question, row: int, source: Row) -> Row:
    """A row of the table question."""
    return {**source, "row": row, **asdict(question)}


def population_row(population: Population, source: Row, village: str) -> Row:
    """A row of the table population."""
    return {**source, "row": population.row, "village": village, "adults": population.adults}


def activity_row(activity: Activity, source: Row, occurrence: int) -> Row:
    """A row of the table activity; its identity is what, when, where and by whom."""
    values = {k: v for k, v in asdict(activity).items() if k != "unit"}
    identity = digest(
        source["unit"],
        activity.held_on,
        activity.kind,
        *(fold(x) for x in (activity.channel, activity.subject, activity.area)),
        fold(activity.performer),
        occurrence,
    )
    return {**source, **values, "activity_id": identity}


def unit_row(unit: UnitRow, source: Row, unit_id: str, parent_id: str | None) -> Row:
    """A row of the table unit_row."""
    kept = ("row", "valid_from", "valid_to", "successor", "official")
    return {
        **source,
        **{name: getattr(unit, name) for name in kept},
        "unit_id": unit_id,
        "parent_id": parent_id,
    }
