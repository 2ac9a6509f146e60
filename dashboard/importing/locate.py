"""Finds the table in a sheet: its kind, its heading rows, its columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.folding import fold
from dashboard.importing import vocabulary
from dashboard.importing.columns import Meanings, assign, layout, ranked
from dashboard.importing.model import RawSheet
from dashboard.importing.questionnaire import Questionnaire, is_code_like
from dashboard.importing.sheet import filled, is_blank, text

LAST_HEADING_ROW = 40
OWN = ("number", "text", "form", "code", "adults", "timestamp")
KINDS = ("tasks", "answers", "questions", "population", "activities", "units")


@dataclass(frozen=True)
class Table:
    """A table as found. Rows and columns are counted from 0; last is the last heading row.

    chosen: column -> what a person said it means.
    """

    kind: str
    sheet: RawSheet
    first: int
    last: int
    columns: dict[str, int]
    labels: dict[int, str]
    questions: dict[int, str] = field(default_factory=dict)
    layout: str = ""
    chosen: dict[int, str] = field(default_factory=dict)

    def cell(self, row: list[object], name: str) -> object:
        """The value of a field in a row; None when the table lacks the field."""
        column = self.columns.get(name)
        return None if column is None else row[column]

    @cached_property
    def body(self) -> list[tuple[int, list[object]]]:
        """The rows below the headings that hold something, with their places; without examples."""
        rows = enumerate(self.sheet.rows)
        body = {
            index: row
            for index, row in rows
            if index > self.last and not is_blank(row) and not is_example(row)
        }
        for (top, column), (bottom, _) in self.sheet.tall:
            if top in body and column < len(body[top]) and column not in self._own:
                for index in range(top + 1, bottom + 1):
                    if index in body and body[index][column] is None:
                        body[index] = [*body[index]]
                        body[index][column] = body[top][column]
        return list(body.items())

    @property
    def _own(self) -> set[int | None]:
        """Columns of which each row must have its own: what makes it a record of its own."""
        return {self.columns.get(name) for name in OWN} | self.questions.keys()


def locate(
    sheet: RawSheet,
    questionnaire: Questionnaire,
    meanings: Meanings,
    kinds: tuple[str, ...] = KINDS,
) -> Table | None:
    """The table that names the most known columns."""
    if is_own(sheet):
        return None
    found = [
        table
        for rows in _heading_rows(sheet)
        for kind in kinds
        if (table := _table(kind, sheet, rows, questionnaire, meanings))
    ]
    return max(found, key=_strength, default=None)


def is_own(sheet: RawSheet) -> bool:
    """Whether the program itself wrote the sheet: its instructions, lists, findings."""
    first = sheet.rows[0][0] if sheet.rows and sheet.rows[0] else None
    return isinstance(first, str) and vocabulary.exact("own_sheet", first) is not None


def is_example(row: list[object]) -> bool:
    """Whether the row of a template shows how to fill it in: two of its cells say so, so that
    a person who writes over the one and forgets the other loses nothing."""
    said = (value for value in row if value is not None)
    first = next(said, None)
    if not isinstance(first, str) or first[-1].isdigit():  # form numbers: each is asked once
        return False
    if not vocabulary.exact("example", first):
        return False
    return any(isinstance(v, str) and vocabulary.start("example", v) for v in said)


def _strength(table: Table) -> tuple[int, int, int, int]:
    """How well a table is found: a title above the headings is no heading, so the fewer rows
    of equals win, then the higher."""
    exact = sum(
        ranked(table.kind, table.labels[column]).get(name, (False, 0))[0]
        for name, column in table.columns.items()
    )
    named = len(table.columns) + min(len(table.questions), 3)
    return named, exact, table.first - table.last, -table.first


def _heading_rows(sheet: RawSheet) -> Iterator[tuple[int, int]]:
    """The first and last row of each possible heading: one row, or two under group headings."""
    for row in range(min(LAST_HEADING_ROW, len(sheet.rows))):
        if not is_blank(sheet.rows[row]):
            yield row, row
            if row + 1 < len(sheet.rows) and _is_below_groups(sheet, row):
                yield row, row + 1


def _is_below_groups(sheet: RawSheet, row: int) -> bool:
    """Whether the next row has headings only, each below or right of a group heading."""
    upper, lower = sheet.rows[row], sheet.rows[row + 1]
    subs = filled(lower)
    if len(subs) < 2 or not all(isinstance(lower[column], str) for column in subs):
        return False
    return all(_group(upper, column) is not None for column in subs) and any(
        upper[column] is None for column in subs
    )


def _group(upper: list[object], column: int) -> int | None:
    """The column of the group heading that spans this column: the nearest to the left."""
    while column >= 0 and upper[column] is None:
        column -= 1
    return column if column >= 0 else None


def _labels(sheet: RawSheet, first: int, last: int) -> dict[int, str]:
    upper, lower = sheet.rows[first], sheet.rows[last]
    return {
        column: text(lower[column] if lower[column] is not None else upper[column])
        for column in range(len(upper))
        if lower[column] is not None or upper[column] is not None
    }


def _table(
    kind: str,
    sheet: RawSheet,
    rows: tuple[int, int],
    questionnaire: Questionnaire,
    meanings: Meanings,
) -> Table | None:
    labels = _labels(sheet, *rows)
    chosen, own = meanings.of(labels), layout(labels.values())
    questions: dict[int, str] = {}
    if kind == "answers":
        questions = _questions(sheet, rows, labels, questionnaire, chosen)
    rest = {column: label for column, label in labels.items() if column not in questions}
    columns = assign(kind, rest, chosen)
    labels = {**labels, **{c: _question_label(sheet, rows, c, labels) for c in questions}}
    if not _suffices(kind, set(columns), bool(questions)):
        return None
    return Table(kind, sheet, *rows, columns, labels, questions, own, chosen)


def _question_label(sheet: RawSheet, rows: tuple[int, int], column: int, labels: dict) -> str:
    return labels.get(column) or text(sheet.rows[rows[0] - 1][column])


def _questions(
    sheet: RawSheet,
    rows: tuple[int, int],
    labels: dict[int, str],
    questionnaire: Questionnaire,
    chosen: Mapping[int, str],
) -> dict[int, str]:
    """column -> folded code. The code may stand in the heading, or above or below its text.

    Without any questionnaire, headings that look like codes are taken: the table is then
    known for what it is, and refused for want of questions.
    """
    if not questionnaire.questions:
        return {c: "" for c, label in labels.items() if is_code_like(label)}
    near = [labels]
    for row in (rows[0] - 1, rows[1] + 1):
        if 0 <= row < len(sheet.rows):
            near.append({c: text(v) for c, v in enumerate(sheet.rows[row]) if isinstance(v, str)})
    asked = questionnaire.questions
    found = {column: fold(name) for column, name in chosen.items() if fold(name) in asked}
    for column in range(len(sheet.rows[rows[0]])):
        if column in chosen:
            continue
        codes = (questionnaire.find(texts[column]) for texts in near if column in texts)
        if (code := next((code for code in codes if code), None)) not in (None, *found.values()):
            found[column] = code
    return found


def _suffices(kind: str, names: set[str], questions: bool) -> bool:
    """Whether the fields found make a table of the kind."""
    if kind == "tasks":
        return "text" in names and len(names & _TASK_FIELDS) >= 2
    if kind == "answers":
        return "village" in names and bool(names & {"sex", "age", "form"}) and questions
    if kind == "activities":
        return "date" in names and bool(names & {"channel", "subject", "finding", "performer"})
    return _NEEDED[kind] <= names


_TASK_FIELDS = {"lead", "due", "progress", "support", "component"}
_NEEDED = {
    "questions": {"code", "component", "low", "high"},
    "population": {"village", "adults"},
    "units": {"level", "name"},
}
