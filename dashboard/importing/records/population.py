"""Rows of a population sheet -> adults by village."""

from dataclasses import dataclass, field

from dashboard.folding import fold
from dashboard.importing.model.records import Population
from dashboard.importing.model.sheet import place
from dashboard.importing.records.column_remarks import on_unknown_columns
from dashboard.importing.records.context import Context
from dashboard.importing.records.walk import RECOGNISED, REFUSED, Rows, Verdict, walk
from dashboard.importing.table.summaries import names_total
from dashboard.importing.values.cells import Problem, number
from dashboard.importing.wording import vocabulary


def read(context: Context) -> Rows[Population]:
    """The adults of each village of a population sheet."""
    on_unknown_columns(context)
    column = context.table.columns.get("adults", -1)
    label = context.table.labels.get(column, "")
    if column not in context.table.chosen and vocabulary.exact("all_people", label):
        problem = Problem("people_of_all_ages", "warning")
        context.remarks.on_cell(context.table.last, column, label, problem)
    return walk(context.table, PopulationRows(context).read)


@dataclass
class PopulationRows:
    """Reads row by row and keeps the villages met."""

    context: Context
    villages: dict[tuple[str, str], int] = field(default_factory=dict)

    def read(self, index: int, row: list[object]) -> Population | Verdict:
        """One row that holds something; one of all villages is a total."""
        if names_total(self.context.text(row, "village")):
            return RECOGNISED
        found = self._population(index, row)
        if not isinstance(found, Population):
            self.context.remark(index, row, *found)
            return REFUSED
        return found

    def _population(self, index: int, row: list[object]) -> Population | tuple[str, Problem]:
        """The village's adults, or the first field that keeps it from having some, and why."""
        village, unit = self.context.place(row, "village"), self.context.unit_of(row)
        adults = number(self.context.table.cell(row, "adults"))
        if not village:
            return "village", Problem("no_village")
        if not isinstance(adults, float) or adults < 1 or not adults.is_integer():
            return "adults", Problem("impossible_adults")
        first = self.villages.setdefault((fold(unit or ""), fold(village)), index)
        if first != index:
            holes = {"first": place(first, self.context.table.columns["village"])}
            return "village", Problem("duplicate_village", holes=holes)
        return Population(index + 1, unit, village, int(adults))
