"""Rows of a questions sheet -> questions."""

from dataclasses import dataclass, field

from dashboard.folding import fold
from dashboard.importing.model.records import Question, QuestionRow
from dashboard.importing.model.sheet import place, typed
from dashboard.importing.records.column_remarks import on_unknown_columns
from dashboard.importing.records.context import Context
from dashboard.importing.records.walk import RECOGNISED, REFUSED, Rows, Verdict, walk
from dashboard.importing.table.headed_fields import component_headed, is_heading_like
from dashboard.importing.values.cells import Problem, number
from dashboard.importing.values.component_codes import component
from dashboard.importing.wording import vocabulary


def read(context: Context) -> Rows[QuestionRow]:
    """The questions of a questions sheet."""
    on_unknown_columns(context)
    return walk(context.table, QuestionRows(context).read)


@dataclass
class QuestionRows:
    """Reads row by row and keeps the codes met. What would spoil a score refuses the row."""

    context: Context
    codes: dict[str, int] = field(default_factory=dict)
    headed: str | None = None  # the component of the heading above

    def read(self, index: int, row: list[object]) -> QuestionRow | Verdict:
        """One row that holds something."""
        if self.context.table.headed and is_heading_like(row):
            self.headed = component_headed(row)
            if self.headed:
                return RECOGNISED
        found = self._question(index, row)
        if not isinstance(found, Question):
            self.context.remark(index, row, *found)
            return REFUSED
        self.context.component(index, row)  # remarks on a component that year lacks
        return QuestionRow(index + 1, found)

    def _question(self, index: int, row: list[object]) -> Question | tuple[str, Problem]:
        """The question, or the first field that keeps it from being one, and why."""
        cell, tree = self.context.table.cell, self.context.tree
        code = typed(cell(row, "code"))
        if problem := self._code_problem(index, code):
            return "code", problem
        part = self.headed or component(cell(row, "component"), tree)
        if not isinstance(part, str) or tree.levels.get(part) != "sub_dimension":
            return "component", Problem("question_without_component")
        low, high = number(cell(row, "low")), number(cell(row, "high"))
        if not isinstance(low, float):
            return "low", Problem("question_without_range")
        if not isinstance(high, float):
            return "high", Problem("question_without_range")
        if low >= high:
            return "high", Problem("question_range_empty")
        direction = self._direction(row)
        if direction is None:
            return "direction", Problem("unknown_direction")
        text, coding = self.context.text(row, "text"), str(cell(row, "coding") or "").strip()
        return Question(code, part, text, low, high, direction == "reversed", coding)

    def _code_problem(self, index: int, code: str) -> Problem | None:
        if not code:
            return Problem("question_without_code")
        first = self.codes.setdefault(fold(code), index)
        if first == index:
            return None
        holes = {"first": place(first, self.context.table.columns["code"])}
        return Problem("duplicate_question", holes=holes)

    def _direction(self, row: list[object]) -> str | None:
        said = self.context.text(row, "direction")
        return vocabulary.exact("direction", said) if said else "forward"
