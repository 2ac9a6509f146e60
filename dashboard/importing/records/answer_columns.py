"""The columns of questions -> the answers in a sheet's rows. Each value is read once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dashboard.folding import fold
from dashboard.importing.model.coded_columns import encode_column
from dashboard.importing.model.raw import CodedColumn, RawSheet
from dashboard.importing.model.records import Respondent
from dashboard.importing.model.sheet import typed
from dashboard.importing.records.context import Context
from dashboard.importing.records.option_answers import combined
from dashboard.importing.table.locate import Table
from dashboard.importing.table.sheet_findings import Quoted
from dashboard.importing.table.summaries import is_fraction
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.coding import Answers

LONGEST_SCALE = 10  # a scale of more may be one of hours or money

Given = Mapping[str, CodedColumn]  # question code -> answers


def answers_of(context: Context) -> dict[str, CodedColumn]:
    """Question code -> the answers in the sheet's rows. A question of several columns that are no
    options, or hold no marks, is left out and told."""
    found: dict[str, CodedColumn] = {}
    unread: dict[str, int] = {}
    for column, code in sorted(context.table.options.unread.items()):
        unread.setdefault(code, column)
    for code, columns in columns_of(context.table).items():
        given = _given(context, code, columns)
        if given is None:
            unread[code] = columns[0]
        else:
            found[context.questionnaire.questions[code].code] = given
    for code, column in unread.items():
        holes = {"question": context.questionnaire.questions[code].code}
        label = context.table.labels.get(column)
        problem = Problem("question_unreadable", holes=holes)
        context.remarks.on_cell(context.table.last, column, label, problem)
    return found


def _given(context: Context, code: str, columns: list[int]) -> CodedColumn | None:
    """The answers to one question: in its column, or marked in one of its options'."""
    sheet, options = context.table.sheet, context.table.options
    cells = [_coded(sheet, column) for column in columns]
    if columns[0] in options.answers:
        means = [options.answers[column][1] for column in columns]
        names = [options.names[column] for column in columns]
        return combined(cells, means, names, context.table.last + 1)
    answers = Answers(context.questionnaire.questions[code])
    return CodedColumn([answers.read(value) for value in cells[0].values], cells[0].codes)


def columns_of(table: Table) -> dict[str, list[int]]:
    """Folded question code -> its columns: one, or one an option."""
    found: dict[str, list[int]] = defaultdict(list)
    for column, code in sorted(table.questions.items()):
        found[code].append(column)
    return found


def _coded(sheet: RawSheet, column: int) -> CodedColumn:
    return sheet.coded[column] if sheet.coded else encode_column([r[column] for r in sheet.rows])


def impossible(answers: Given, first: int) -> dict[int, list[str]]:
    """Row, from the first on -> the questions whose answer there is impossible."""
    found = defaultdict(list)
    for question, column in answers.items():
        wrong = {code for code, answer in enumerate(column.values) if answer == "impossible"}
        codes = column.codes[first:]
        if wrong and not wrong.isdisjoint(codes):  # without the first, every row is looked at
            for row, code in enumerate(codes, start=first):
                if code in wrong:
                    found[row].append(question)
    return found


def broken(answers: Given, first: int) -> set[int]:
    """Rows, from the first on, in which an answer is no whole number."""
    found = set()
    for column in answers.values():
        wrong = {c for c, v in enumerate(column.values) if isinstance(v, float) and v % 1}
        codes = column.codes[first:]
        if wrong and not wrong.isdisjoint(codes):
            found |= {row for row, code in enumerate(codes, start=first) if code in wrong}
    return found


def remark_on_impossible(context: Context, index: int, row: list[object], code: str) -> None:
    """On an answer that is none of its question's, or on the marks of several options."""
    columns = columns_of(context.table)[fold(code)]
    question = context.questionnaire.questions[fold(code)]
    if columns[0] in context.table.options.answers:
        said = [
            f"{context.table.options.names[c]}: {context.remarks.quoted(c, row[c])}"
            for c in columns
            if row[c] is not None
        ]
        problem = Problem("impossible_marks", holes={"question": code})
        context.remarks.on_cell(index, columns[0], Quoted("; ".join(said)), problem)
        return
    holes = {"question": code, "low": typed(question.low), "high": typed(question.high)}
    problem = Problem("impossible_answer", holes=holes)
    context.remarks.on_cell(index, columns[0], row[columns[0]], problem)


def remark_on_fractions(context: Context, answers: Given, forms: Sequence[Respondent]) -> None:
    """Answers such as 3.5 on a scale of a few steps: they count, and are told once a column."""
    for code, (column, *_) in columns_of(context.table).items():
        question = context.questionnaire.questions[code]
        given = answers.get(question.code)
        if given is None or question.high - question.low > LONGEST_SCALE:
            continue
        wrong = {
            place
            for place, value in enumerate(given.values)
            if isinstance(value, float) and is_fraction(value, question)
        }
        rows = [f.row - 1 for f in forms if given.codes[f.row - 1] in wrong] if wrong else []
        if rows:
            holes = {"count": str(len(rows)), "question": question.code}
            value = context.table.sheet.rows[rows[0]][column]
            problem = Problem("fractional_answers", "warning", holes)
            context.remarks.on_cell(rows[0], column, value, problem)
