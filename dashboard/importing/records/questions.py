"""Rows of a questions sheet -> questions; rows of a population sheet -> adults by village."""

from dataclasses import dataclass, field

from dashboard.folding import fold
from dashboard.importing.model.records import Population, Question, QuestionRow
from dashboard.importing.model.sheet import place, typed
from dashboard.importing.records.context import Context
from dashboard.importing.records.walk import REFUSED, Rows, Verdict, walk
from dashboard.importing.values.cells import Problem, number
from dashboard.importing.values.component_codes import component
from dashboard.importing.wording import vocabulary


def read(context: Context) -> Rows:
    """The questions of a questions sheet."""
    return walk(context.table, QuestionRows(context).read)


@dataclass
class QuestionRows:
    """Reads row by row and keeps the codes met. What would spoil a score refuses the row."""

    context: Context
    codes: dict[str, int] = field(default_factory=dict)

    def read(self, index: int, row: list[object]) -> QuestionRow | Verdict:
        """One row that holds something."""
        code = typed(self.context.table.cell(row, "code"))
        name, problem = self._objection(index, row, code)
        if problem:
            self.context.remark(index, row, name, problem)
            return REFUSED
        self.context.component(index, row)  # remarks on a component that year lacks
        cell = self.context.table.cell
        return QuestionRow(
            index + 1,
            Question(
                code=code,
                component=component(cell(row, "component"), self.context.tree),
                text=self.context.text(row, "text"),
                low=number(cell(row, "low")),
                high=number(cell(row, "high")),
                reversed=self._direction(row) == "reversed",
                coding=str(cell(row, "coding") or "").strip(),
            ),
        )

    def _objection(self, index: int, row: list[object], code: str) -> tuple[str, Problem | None]:
        if not code:
            return "code", Problem("question_without_code")
        first = self.codes.setdefault(fold(code), index)
        if first != index:
            holes = {"first": place(first, self.context.table.columns["code"])}
            return "code", Problem("duplicate_question", holes=holes)
        found = component(self.context.table.cell(row, "component"), self.context.tree)
        if self.context.tree.levels.get(found if isinstance(found, str) else "") != "sub_dimension":
            return "component", Problem("question_without_component")
        if problem := self._range_objection(row):
            return problem
        if self._direction(row) is None:
            return "direction", Problem("unknown_direction")
        return "code", None

    def _range_objection(self, row: list[object]) -> tuple[str, Problem] | None:
        low, high = (number(self.context.table.cell(row, name)) for name in ("low", "high"))
        for name, bound in (("low", low), ("high", high)):
            if not isinstance(bound, float):
                return name, Problem("question_without_range")
        return ("high", Problem("question_range_empty")) if low >= high else None

    def _direction(self, row: list[object]) -> str | None:
        said = self.context.text(row, "direction")
        return vocabulary.exact("direction", said) if said else "forward"


def read_population(context: Context) -> Rows:
    """The adults of each village of a population sheet."""
    return walk(context.table, PopulationRows(context).read)


@dataclass
class PopulationRows:
    """Reads row by row and keeps the villages met."""

    context: Context
    villages: dict[tuple[str, str], int] = field(default_factory=dict)

    def read(self, index: int, row: list[object]) -> Population | Verdict:
        """One row that holds something."""
        village = self.context.text(row, "village")
        unit = self.context.unit_of(row)
        adults = number(self.context.table.cell(row, "adults"))
        name, problem = self._objection(index, village, unit, adults)
        if problem:
            self.context.remark(index, row, name, problem)
            return REFUSED
        return Population(index + 1, unit, village, int(adults))

    def _objection(self, index: int, village: str, unit: str | None, adults: object):
        if not village:
            return "village", Problem("no_village")
        if not isinstance(adults, float) or adults < 1 or not adults.is_integer():
            return "adults", Problem("impossible_adults")
        first = self.villages.setdefault((fold(unit or ""), fold(village)), index)
        if first != index:
            holes = {"first": place(first, self.context.table.columns["village"])}
            return "village", Problem("duplicate_village", holes=holes)
        return "village", None
