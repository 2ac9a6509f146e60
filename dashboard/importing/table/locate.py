"""A table as found in a sheet: its kind, its heading rows, its columns, its body."""

from dataclasses import dataclass, field
from functools import cached_property

from dashboard.importing.kinds import KINDS, Kind
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.sheet import BLANK_MARKS, is_blank
from dashboard.importing.recognition.assignment import Taken
from dashboard.importing.table.option_columns import Options
from dashboard.importing.table.personal_columns import PRIVATE
from dashboard.importing.wording import vocabulary

OWN = ("number", "text", "form", "code", "adults", "timestamp")
BY_FIELDS = tuple(kind for kind in KINDS if kind.needs)


@dataclass(frozen=True)
class Table:
    """A table as found. Rows and columns are counted from 0; last is the last heading row.

    chosen: column -> what a person said it means. taken: field -> how well the column that was
    taken for it is spoken for. total: how well the table is, as one of its kind. rival: what
    else the sheet may as well be. is_guess: it is to be asked whether it is of its kind;
    is_said: a person said so.
    headed: fields that headings between the rows give instead of a column.
    options: the columns of questions that have one an option.
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
    taken: dict[str, Taken] = field(default_factory=dict)
    total: float = 0.0
    rival: "Table | None" = None
    is_guess: bool = False
    is_said: bool = False
    headed: frozenset[str] = frozenset()

    @property
    def is_met(self) -> bool:
        """Whether it has what makes a table of its kind."""
        asked = bool(self.questions) or bool(self.options.columns)
        return self.kind.is_met_by({*self.columns, *self.headed}, asked)

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
