"""The marks in a question's option columns -> one answer a row."""

from collections.abc import Sequence

from dashboard.folding import fold
from dashboard.importing.model.raw import CodedColumn
from dashboard.importing.model.sheet import BLANK_MARKS, text
from dashboard.importing.table.option_columns import Answer
from dashboard.importing.values.cells import Memo, decimal
from dashboard.importing.wording import vocabulary

BLANK, ZERO, MARKED, STRANGE = range(4)
MOST = 0.5  # of the rows that hold something: with more strange or double marks nothing is read


def combined(
    columns: Sequence[CodedColumn], answers: Sequence[Answer], names: Sequence[str], first: int
) -> CodedColumn | None:
    """The answers of all rows; None where the columns, from the row first on, hold no marks or
    most rows several: such a question is none of one answer."""
    is_yes_no = {a for a in answers if isinstance(a, float)} == {0.0, 1.0}
    states = [
        [_state(value, answer, name, is_yes_no) for value in column.values]
        for column, answer, name in zip(columns, answers, names, strict=True)
    ]
    found: dict[object, int] = {}
    values: list[object] = []

    def place(codes: tuple[int, ...]) -> int:
        marks = [own[code] for own, code in zip(states, codes, strict=True)]
        answer = _answer(marks, answers)
        if answer not in found:
            found[answer] = len(values)
            values.append(answer)
        return found[answer]

    places = Memo(place)
    rows = list(zip(*(column.codes for column in columns), strict=True))
    codes = columns[0].codes[:0]
    codes.extend(places[row] for row in rows)
    read = [values[code] for code in codes[first:]]
    wrong = read.count("impossible")
    return None if wrong > MOST * (len(read) - read.count("blank")) else CodedColumn(values, codes)


def _answer(marks: Sequence[int], answers: Sequence[Answer]) -> Answer:
    marked = [answer for mark, answer in zip(marks, answers, strict=True) if mark == MARKED]
    if STRANGE in marks or len(marked) > 1:
        return "impossible"
    if marked:
        return marked[0]
    # Its code instead of a mark: a 0 in the column of Không, and nothing in that of Có.
    zeros = [answer for mark, answer in zip(marks, answers, strict=True) if mark == ZERO]
    return 0.0 if zeros == [0.0] else "blank"


def _state(value: object, answer: Answer, name: str, is_yes_no: bool) -> int:
    """Whether a cell of an option's column is marked: x, 1, the option's own name or code."""
    if value is None or value in BLANK_MARKS:
        return BLANK
    if isinstance(value, bool):
        return MARKED if value else ZERO
    number = decimal(text(value)) if isinstance(value, str) else value
    if isinstance(number, (int, float)):
        if number in (1, answer) and number != 0:
            return MARKED
        return ZERO if number == 0 else STRANGE
    return _worded(text(value), answer, name, is_yes_no) if isinstance(value, str) else STRANGE


def _worded(said: str, answer: Answer, name: str, is_yes_no: bool) -> int:
    if fold(said) == fold(name):
        return MARKED
    if mark := vocabulary.exact("mark", said):
        return MARKED if mark == "yes" else ZERO
    word = vocabulary.exact("answer", said)
    if word not in ("0", "1"):
        return STRANGE  # the words of another option
    if is_yes_no:  # "Có" in the column of Không may be meant in two ways
        return MARKED if float(word) == answer else STRANGE
    return MARKED if word == "1" else ZERO
