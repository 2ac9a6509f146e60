"""Means and totals beside the answers of respondents: a sheet of them, and single rows.

A respondent answers in whole numbers (halves happen: "partly"); a mean hardly ever is one.
"""

from functools import lru_cache

from dashboard.folding import fold
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.records import Question
from dashboard.importing.model.sheet import LAST_HEADING_ROW, filled, text
from dashboard.importing.table.locate import Table
from dashboard.importing.table.option_columns import MOST_COLUMNS
from dashboard.importing.table.questionnaire import Questionnaire
from dashboard.importing.values import cells
from dashboard.importing.values.cells import decimal
from dashboard.importing.values.coding import Answers, coding
from dashboard.importing.values.form_numbers import letters_and_number
from dashboard.importing.wording import vocabulary

LOOKED_AT = 500  # rows of a sheet: more villages no commune has
_NAMING = ("village", "form", "number", "unit")  # where the word of a mean or total may stand


def is_summary(table: Table, asked: Questionnaire) -> bool:
    """Whether a table of answers is one of means, shares or counts, by villages mostly."""
    rows = [row for _, row in table.body[:LOOKED_AT] if table.cell(row, "village") is not None]
    records = [row for row in rows if not is_summed_up(table, row)]
    if not records or not table.questions:
        return False
    if 2 * sum(is_mean(table, asked, row) for row in records) > len(records):
        return True
    villages = [fold(text(table.cell(row, "village"))) for row in records]
    if len(set(villages)) < len(villages) or any(is_person(table, row) for row in records):
        return False
    if _are_numbered([table.cell(row, "form") for row in records]):
        return False
    if 2 * sum(_is_off(table, asked, row) for row in records) > len(records):
        return True
    return len(records) > 1 and (_is_titled(table) or len(rows) > len(records))


def is_loose_summary(sheet: RawSheet, asked: Questionnaire) -> bool:
    """Whether a sheet without a known table has fractions below the names of questions, as a
    pivot of answers has ("Average of C01")."""
    if not asked.questions or (sheet.rows and len(sheet.rows[0]) > MOST_COLUMNS):
        return False
    for place, row in enumerate(sheet.rows[:LAST_HEADING_ROW]):
        columns = [
            c for c in filled(row) if isinstance(row[c], str) and _names(text(row[c]), asked)
        ]
        below = sheet.rows[place + 1 : place + 1 + LOOKED_AT]
        numbers = [n for r in below for c in columns if (n := _number(r[c])) is not None]
        if len(numbers) > 1 and 2 * sum(not n.is_integer() for n in numbers) >= len(numbers):
            return True
    return False


def _names(label: str, asked: Questionnaire) -> bool:
    """Whether a heading names a question, or a mean of its answers."""
    _, mark, last = label.rpartition(" ")
    return bool(asked.find(label) or (mark and asked.find(last)))


def _are_numbered(forms: list[object]) -> bool:
    """Whether forms have numbers, not counts of forms: P001, 012, or one after the other."""
    numbers = [text(form) for form in forms if form is not None]
    if any(map(_is_numbered, numbers)) or not all(number.isdigit() for number in numbers):
        return bool(numbers)
    found = list(map(int, numbers))
    return len(found) > 1 and found == list(range(found[0], found[0] + len(found)))


def _is_numbered(form: object) -> bool:
    """Whether a form has a number of its own that is no count: P001, 012."""
    said = text(form)
    parts = letters_and_number(said)
    return parts is not None and (bool(parts[0]) or said[0] == "0")


def is_summed_up(table: Table, row: list[object]) -> bool:
    """Whether a row says by its words that it is a mean or total; "Toàn xã" is no village.

    A village may be called Trung Bình: who has a sex lives there.
    """
    for name in _NAMING:
        column = table.columns.get(name)
        if column is not None and names_sum(row[column]):
            break
    else:
        return False
    village = text(table.cell(row, "village"))
    return bool(vocabulary.exact("whole_unit", village)) or not is_person(table, row)


def names_sum(value: object) -> bool:
    """Whether a cell that names a row says that it sums up others."""
    # Most are numbers of forms and villages, each asked about once.
    return isinstance(value, str) and not value[-1].isdigit() and _names_sum(value)


@lru_cache(maxsize=20_000)
def _names_sum(value: str) -> bool:
    words = text(value)
    return names_total(words) or vocabulary.start("summary", words) is not None


def names_total(words: str) -> bool:
    """Whether words in the place of a village name all of them: "Toàn xã", "Cộng:"."""
    return bool(
        vocabulary.exact("whole_unit", words)
        or vocabulary.exact("summary_alone", words.rstrip(" :."))
        or vocabulary.start("total", words)
    )


def is_person(table: Table, row: list[object]) -> bool:
    """Whether a row has a sex."""
    return isinstance(cells.sex(table.cell(row, "sex")), str)


def is_mean(table: Table, asked: Questionnaire, row: list[object]) -> bool:
    """Whether half of the numbers of a row, or half of those of its Có/Không questions, are
    fractions; for a person halves are none."""
    person = is_person(table, row) or _is_numbered(table.cell(row, "form"))
    whole = broken = yes_no = broken_yes_no = 0
    for column, code in table.questions.items():
        number = _number(row[column])
        if number is None:
            continue
        is_broken = is_fraction(number, asked.questions.get(code), halves=not person)
        whole, broken = whole + 1, broken + is_broken
        if _is_yes_no(asked.questions.get(code)):
            yes_no, broken_yes_no = yes_no + 1, broken_yes_no + is_broken
    if person:
        return 2 * broken > whole
    return bool(broken) and (2 * broken >= whole or 2 * broken_yes_no >= yes_no > 0)


def is_fraction(number: float, question: Question | None, halves: bool = True) -> bool:
    """Whether a number is no whole one, and none that the question's coding names."""
    if number.is_integer() or (question and number in coding(question.coding).values()):
        return False
    return halves or not (2 * number).is_integer()


def _is_off(table: Table, asked: Questionnaire, row: list[object]) -> bool:
    """Whether at least half of what a row answers is impossible: counts, shares in per cent."""
    said = [
        _is_count(row[column])
        if column in table.options.answers
        else Answers(asked.questions[code]).read(row[column]) == "impossible"
        for column, code in table.questions.items()
        if code in asked.questions and row[column] is not None
    ]
    return bool(said) and 2 * sum(said) >= len(said)


def _is_titled(table: Table) -> bool:
    """Whether the sheet's name or a line above the headings says that it sums up, and nothing
    else of a respondent is there."""
    if table.columns.get("age") is not None or table.columns.get("timestamp") is not None:
        return False
    above = [text(v) for row in table.sheet.rows[: table.first] for v in row if isinstance(v, str)]
    return any(vocabulary.inside("summary_title", line) for line in (table.sheet.name, *above))


def _is_yes_no(question: Question | None) -> bool:
    return question is not None and (question.low, question.high) == (0, 1)


def _is_count(value: object) -> bool:
    """Whether a number stands where a mark should."""
    number = _number(value)
    return number is not None and number not in (0, 1)


def _number(value: object) -> float | None:
    """A number in a cell; a per cent is its share."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, str):
        return None
    said = text(value)
    found = decimal(said.rstrip("% "))
    return found / 100 if found is not None and said.endswith("%") else found
