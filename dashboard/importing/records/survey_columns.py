"""Remarks on the columns of an answers sheet that are no answer to a question."""

from dashboard.importing.kinds import ANSWERS
from dashboard.importing.recognition.synonyms import ranked
from dashboard.importing.records.context import Context
from dashboard.importing.table.locate import Table
from dashboard.importing.table.personal_columns import PRIVATE
from dashboard.importing.values.cells import Problem


def remark(context: Context) -> None:
    """On those that are dropped, the questions that have none, and those of no known question."""
    _on_dropped(context)
    _on_absent_questions(context)
    _on_unknown(context)


def approval_column(table: Table) -> int | None:
    """Where it stands whether a form was approved. The words of that may stand in a question, too,
    and its Không would throw the form out: the heading must say this and nothing else."""
    column = table.columns.get("approval")
    return None if column in _unsure_approvals(table) else column


def _unsure_approvals(table: Table) -> set[int]:
    column = table.columns.get("approval")
    if column is None or column in table.chosen:
        return set()
    is_exact, _ = ranked(ANSWERS.name, table.labels[column]).get("approval", (False, 0))
    return set() if is_exact else {column}


def _on_dropped(context: Context) -> None:
    """Each column that names respondents, without its values; those of survey tools in one."""
    table, meta = context.table, []
    for column, kind in table.dropped.items():
        if kind not in PRIVATE:
            meta.append(table.labels[column])
            continue
        is_age = column == table.columns.get("age")
        problem = Problem("birth_year_kept" if is_age else "personal_column", "info")
        context.remarks.on_cell(table.last, column, None, problem)
    if meta:
        context.remarks.on_sheet("meta_columns", "info", columns=", ".join(meta))


def _on_absent_questions(context: Context) -> None:
    """The file's own questions; a questionnaire known from elsewhere may be a longer one."""
    if not context.questionnaire.is_own:
        return
    asked = {*context.table.questions.values(), *context.table.options.unread.values()}
    absent = [q.code for code, q in context.questionnaire.questions.items() if code not in asked]
    if absent:
        context.remarks.on_sheet("question_without_column", "warning", codes=", ".join(absent))


def _on_unknown(context: Context) -> None:
    table, asked = context.table, context.questionnaire
    known = {*table.columns.values(), *table.questions, *table.chosen, *table.dropped}
    known = (known | table.options.columns) - _unsure_approvals(table)
    for column, label in table.labels.items():
        if column in known or asked.is_choice(label) or not table.has_values(column):
            continue
        code = "unknown_question" if asked.find(label) is None else "question_again"
        context.remarks.on_cell(table.last, column, label, Problem(code, "warning"))
