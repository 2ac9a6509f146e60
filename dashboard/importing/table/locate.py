"""Finds the table in a sheet: its kind, its heading rows, its columns."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.folding import fold
from dashboard.importing.kinds import KINDS, Kind
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.sheet import BLANK_MARKS, LAST_HEADING_ROW, filled, is_blank, text
from dashboard.importing.table.columns import Meanings, assign, layout, ranked
from dashboard.importing.table.option_columns import Options, extents, is_again, options_in
from dashboard.importing.table.personal_columns import PRIVATE, by_heading
from dashboard.importing.table.questionnaire import Questionnaire, is_code_like
from dashboard.importing.wording import vocabulary

DEEPEST_HEADING = 3  # rows
LONGEST_SCALE = 10  # steps that have a column each
OWN = ("number", "text", "form", "code", "adults", "timestamp")
BY_FIELDS = tuple(kind for kind in KINDS if kind.needs)


@dataclass(frozen=True)
class Table:
    """A table as found. Rows and columns are counted from 0; last is the last heading row.

    chosen: column -> what a person said it means. options: the columns of questions that have one
    an option.
    """

    kind: Kind
    sheet: RawSheet
    first: int
    last: int
    columns: dict[str, int]
    labels: dict[int, str]
    questions: dict[int, str] = field(default_factory=dict)
    layout: str = ""
    chosen: dict[int, str] = field(default_factory=dict)
    dropped: dict[int, str] = field(default_factory=dict)
    options: Options = field(default_factory=Options)

    def cell(self, row: list[object], name: str) -> object:
        """The value of a field in a row; None when the table lacks the field."""
        column = self.columns.get(name)
        value = None if column is None else row[column]
        return None if value in BLANK_MARKS and name != "direction" else value

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

    def has_values(self, column: int) -> bool:
        """Whether something stands in the column below the headings."""
        return any(row[column] is not None for _, row in self.body)

    @property
    def is_private(self) -> bool:
        """Whether a column names the respondents."""
        return not PRIVATE.isdisjoint(self.dropped.values())

    @property
    def _own(self) -> set[int | None]:
        """Columns of which each row must have its own: what makes it a record of its own."""
        return {self.columns.get(name) for name in OWN} | self.questions.keys()


def locate(sheet: RawSheet, questionnaire: Questionnaire, meanings: Meanings) -> Table | None:
    """The table that names the most known columns."""
    if is_own(sheet):
        return None
    found = [
        table
        for rows in _heading_rows(sheet)
        for kind in BY_FIELDS
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


def _strength(table: Table) -> tuple[int, int, int, int, int]:
    """How well a table is found: by its fields, those exactly named, all that is exactly named.
    A title above the headings is no heading, so the fewer rows of equals win, then the higher."""
    exact = sum(
        ranked(table.kind.name, table.labels[column]).get(name, (False, 0))[0]
        for name, column in table.columns.items()
    )
    named = len(table.columns) + min(len(table.questions) + len(table.options.unread), 3)
    labels = (ranked(table.kind.name, label) for label in table.labels.values())
    known = sum(any(is_exact for is_exact, _ in ranks.values()) for ranks in labels)
    return named, exact, known, table.first - table.last, -table.first


def _heading_rows(sheet: RawSheet) -> Iterator[tuple[int, int]]:
    """The first and last row of each possible heading among the first rows."""
    top = next((row for row, cells in enumerate(sheet.rows) if not is_blank(cells)), 0)
    for row in range(top, min(top + LAST_HEADING_ROW, len(sheet.rows))):
        yield from heading_spans(sheet, row)


def heading_spans(sheet: RawSheet, row: int) -> Iterator[tuple[int, int]]:
    """The first and last row of each heading that may begin in a row: the row alone, or with
    one or two rows of headings below its group headings."""
    if is_blank(sheet.rows[row]):
        return
    yield row, row
    for last in range(row + 1, min(row + DEEPEST_HEADING, len(sheet.rows))):
        if not _is_below_groups(sheet, row, last):
            return
        yield row, last


def _is_below_groups(sheet: RawSheet, first: int, row: int) -> bool:
    """Whether a row has headings only, each below or right of a heading from first on."""
    upper, lower = _lowest(sheet, first, row - 1), sheet.rows[row]
    subs = filled(lower)
    if len(subs) < 2 or not all(_is_sub_heading(upper, lower, column) for column in subs):
        return False
    if not all(_group(upper, column) is not None for column in subs):
        return False
    again = (is_again(upper, column) or is_again(upper, column + 1) for column in subs)
    return any(upper[column] is None for column in subs) or all(again)


def _is_sub_heading(upper: list[object], lower: list[object], column: int) -> bool:
    """Words; or a step of a scale, as a number beside others below one heading."""
    value = lower[column]
    if not isinstance(value, (int, float)):
        return isinstance(value, str)
    beside = column + 1 < len(upper) and upper[column + 1] is None
    is_under = upper[column] is None or (beside and isinstance(lower[column + 1], (int, float)))
    return is_under and value in range(LONGEST_SCALE + 1)


def _lowest(sheet: RawSheet, first: int, last: int) -> list[object]:
    """The lowest value of each column in some rows."""
    found = sheet.rows[first]
    for row in range(first + 1, last + 1):
        found = [
            above if below is None else below
            for above, below in zip(found, sheet.rows[row], strict=True)
        ]
    return found


def _group(upper: list[object], column: int) -> int | None:
    """The column of the group heading that spans this column: the nearest to the left."""
    while column >= 0 and upper[column] is None:
        column -= 1
    return column if column >= 0 else None


def labels_of(sheet: RawSheet, first: int, last: int) -> dict[int, str]:
    """column -> heading, the lowest in its rows; where several columns have the same below
    different groups ("Kết quả" of the half year and of the year), the group's words before it."""
    lowest = _lowest(sheet, first, last)
    labels = {column: text(lowest[column]) for column in filled(lowest)}
    if first == last:
        return labels
    upper = _lowest(sheet, first, last - 1)
    times = Counter(labels.values())
    for column, label in labels.items():
        group = _group(upper, column)
        if times[label] > 1 and sheet.rows[last][column] is not None and group is not None:
            labels[column] = f"{text(upper[group])} {label}"
    return labels


def _table(
    kind: Kind,
    sheet: RawSheet,
    rows: tuple[int, int],
    questionnaire: Questionnaire,
    meanings: Meanings,
) -> Table | None:
    labels = labels_of(sheet, *rows)
    chosen, own = meanings.of(labels), layout(labels.values())
    questions: dict[int, str] = {}
    options = Options()
    if kind.has_answers:
        options = options_in(sheet, rows, labels, questionnaire).without(chosen)
        questions = _questions(sheet, rows, labels, questionnaire, chosen, options)
    asked = questions.keys() | options.columns
    rest = {column: label for column, label in labels.items() if column not in asked}
    dropped = by_heading(rest, chosen) if kind.has_answers else {}
    columns = assign(kind.name, {c: label for c, label in rest.items() if c not in dropped}, chosen)
    columns |= _substitutes(columns, dropped)
    labels = {**labels, **{c: _question_label(sheet, rows, c, labels) for c in questions}}
    if not kind.is_met_by(set(columns), bool(asked)):
        return None
    return Table(kind, sheet, *rows, columns, labels, questions, own, chosen, dropped, options)


def _substitutes(columns: dict[str, int], dropped: dict[int, str]) -> dict[str, int]:
    """Fields for which a dropped column stands in: the number that a survey tool gave the form,
    and the year of a date of birth."""
    found = {}
    for name, kind in (("form", "instance"), ("age", "birth")):
        column = next((c for c, dropped_as in dropped.items() if dropped_as == kind), None)
        if name not in columns and column is not None:
            found[name] = column
    return found


def _question_label(
    sheet: RawSheet, rows: tuple[int, int], column: int, labels: Mapping[int, str]
) -> str:
    return labels.get(column) or text(sheet.rows[rows[0] - 1][column])


def _questions(
    sheet: RawSheet,
    rows: tuple[int, int],
    labels: dict[int, str],
    questionnaire: Questionnaire,
    chosen: Mapping[int, str],
    options: Options,
) -> dict[int, str]:
    """column -> folded code. The code may stand in the heading, or above or below its text; a
    heading with options below it is read with these.

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
    headed, beside = _over_options(sheet, rows), options.columns | options.names.keys()
    for column in range(len(sheet.rows[rows[0]])):
        if column in chosen or column in headed or column in beside:
            continue
        codes = (questionnaire.find(texts[column]) for texts in near if column in texts)
        code = next((code for code in codes if code), None)
        if code is not None and code not in found.values():
            found[column] = code
    marked = {column: code for column, (code, _) in options.answers.items()}
    return found | marked | options.alone


def _over_options(sheet: RawSheet, rows: tuple[int, int]) -> set[int]:
    """Columns of the last row whose heading spans several headings in the row below."""
    first, last = rows
    if last + 1 == len(sheet.rows) or not _is_below_groups(sheet, first, last + 1):
        return set()
    below = sheet.rows[last + 1]
    return {
        column
        for column, end in extents(sheet.rows[last])
        if sum(value is not None for value in below[column:end]) > 1
    }
