"""Questions whose answers are spread over a column an option: Có | Không with a mark in one, or
1 to 5, or "Rất hài lòng" ...; below the question's heading, or each named with it ("C1_Có")."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dashboard.importing.kinds import ANSWERS
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.records import Question
from dashboard.importing.model.sheet import filled, text
from dashboard.importing.recognition.synonyms import ranked
from dashboard.importing.table.questionnaire import Questionnaire
from dashboard.importing.values.coding import Answers
from dashboard.importing.wording import vocabulary

Answer = float | str  # a number, "dont_know" or "refused"
Labels = dict[int, str]  # column -> what its option is called

MOST_COLUMNS = 2_000  # more headings no survey has: what has is there to keep the program busy
_JOINTS = re.compile(r"[\s/_.:\-–|\[(]+")
_MOST_JOINTS = 6  # words of an option's name
_CODED = re.compile(r"(.+?)\s*[(\[](.+)[)\]]")  # "Có (1)"
_STEP = re.compile(r"(?:mức|điểm|phương án|lựa chọn|đáp án)?\s*(\d+)\s*(?:điểm)?", re.IGNORECASE)


@dataclass(frozen=True)
class Options:
    """answers: column -> the question's folded code and what its option answers. unread: column
    -> code of the questions of several columns that are no options. alone: the column that holds
    the answer beside others ("Trả lời | Lý do") -> code. names: each option's own."""

    answers: dict[int, tuple[str, Answer]] = field(default_factory=dict)
    unread: dict[int, str] = field(default_factory=dict)
    names: Labels = field(default_factory=dict)
    alone: dict[int, str] = field(default_factory=dict)

    @property
    def columns(self) -> set[int]:
        """All columns of such questions."""
        return self.answers.keys() | self.unread.keys()

    def without(self, chosen: Mapping[int, str]) -> "Options":
        """But for the columns of which a person said what they mean."""
        answers = {c: answer for c, answer in self.answers.items() if c not in chosen}
        unread = {c: code for c, code in self.unread.items() if c not in chosen}
        alone = {c: code for c, code in self.alone.items() if c not in chosen}
        return Options(answers, unread, self.names, alone)


def options_in(
    sheet: RawSheet, rows: tuple[int, int], labels: Mapping[int, str], asked: Questionnaire
) -> Options:
    """The options among the columns below a heading of these rows."""
    if not asked.questions or len(labels) > MOST_COLUMNS:
        return Options()
    groups: dict[str, Labels] = defaultdict(dict)
    for code, column, label in _below_headings(sheet, rows, asked):
        groups[code][column] = label
    taken = {column for group in groups.values() for column in group}
    for column, label in labels.items():
        if column not in taken and (parts := _apart(label, asked)):
            groups[parts[0]][column] = parts[1]
    taken |= {column for group in groups.values() if len(group) > 1 for column in group}
    direct = {asked.find(label) for column, label in labels.items() if column not in taken}
    found = Options()
    for code, group in groups.items():
        if code in direct or len(group) < 2:
            continue
        found.names.update(group)
        if read := _read(asked.questions[code], list(group.values())):
            answers = zip(group, ((code, answer) for answer in read), strict=True)
            found.answers.update(answers)
        elif (own := _answer_column(group)) is not None:
            found.alone[own] = code
        else:
            found.unread.update(dict.fromkeys(group, code))
    return found


def _below_headings(
    sheet: RawSheet, rows: tuple[int, int], asked: Questionnaire
) -> Iterator[tuple[str, int, str]]:
    """Code, column and label of each column of the last row below a heading that names a question
    and spans several, or stands again over each."""
    lowest = sheet.rows[rows[1]]
    for row in range(max(0, rows[0] - 1), rows[1]):
        found: dict[str, Labels] = defaultdict(dict)
        for column, end in extents(sheet.rows[row]):
            said = sheet.rows[row][column]
            code = asked.find(text(said)) if isinstance(said, str) else None
            if code is not None:
                found[code] |= _labels(lowest, column, end, asked)
        for code, group in found.items():
            if len(group) > 1:
                yield from ((code, column, label) for column, label in group.items())


def extents(row: list[object]) -> Iterator[tuple[int, int]]:
    """Each filled column with the one after the last that its heading may span; a heading that
    stands again over the next column spans that, too."""
    columns = [column for column in filled(row) if not is_again(row, column)]
    return zip(columns, [*columns[1:], len(row)], strict=False)


def is_again(row: list[object], column: int) -> bool:
    """Whether a heading stands in the column before, too."""
    return 0 < column < len(row) and row[column] is not None and row[column] == row[column - 1]


def _labels(lowest: list[object], column: int, end: int, asked: Questionnaire) -> Labels:
    """The options from a column on, up to the heading of a field or of another question."""
    found: Labels = {}
    for place in range(column, end):
        if lowest[place] is None:
            continue
        label = text(lowest[place])
        if asked.find(label) or (found and ranked(ANSWERS.name, label)):
            break
        found[place] = label
    return found


def _apart(label: str, asked: Questionnaire) -> tuple[str, str] | None:
    """The question's code and the option of a heading that names both: "C1_Có", "C1 [Có]"."""
    if asked.is_exact(label):
        return None
    bare, is_question = label.rstrip(" )]*"), asked.find(label) is not None
    for joint in [*_JOINTS.finditer(bare)][: -_MOST_JOINTS - 1 : -1]:
        base, option = bare[: joint.start()], bare[joint.end() :]
        if base and option and (code := asked.find(base)):
            # "12. Có" is an option; "12. Có biết không?" is question 12.
            is_option = not is_question or _option(asked.questions[code], option) is not None
            return (code, option) if is_option else None
    return None


def _read(question: Question, labels: list[str]) -> list[Answer] | None:
    """What each option answers; None where one can't be read or two are the same.

    Of steps in order whose first and last are known the others are those between.
    """
    read = [_option(question, label) for label in labels]
    steps = question.high - question.low + 1
    ends = (read[0], read[-1])
    if None in read and len(read) == steps and ends == (question.low, question.high):
        read = [question.low + step for step in range(len(read))]
    elif None in read and len(read) == steps and ends == (question.high, question.low):
        read = [question.high - step for step in range(len(read))]
    known = [answer for answer in read if answer is not None]
    numbers = [answer for answer in known if isinstance(answer, float)]
    is_whole = len(known) == len(read) and len(set(known)) == len(known)
    return known if is_whole and len(numbers) > 1 else None


def _answer_column(group: Labels) -> int | None:
    """The only column of a question's that is named as its answer."""
    named = [c for c, label in group.items() if vocabulary.exact("answer_column", label)]
    return named[0] if len(named) == 1 else None


def _option(question: Question, label: str) -> Answer | None:
    """What an option answers: by its name, its number or the code in its brackets."""
    answers = Answers(question)
    spelled = [label]
    if match := _CODED.fullmatch(label):
        spelled += [match[1], match[2]]
    if match := _STEP.fullmatch(label):
        spelled.append(match[1])
    for said in spelled:
        if (found := answers.read(said)) not in ("impossible", "blank"):
            return found
    return None
