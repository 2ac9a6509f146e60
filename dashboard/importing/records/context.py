"""What the readers of rows know beside the table: the sheet's facts and the tree."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Concatenate, ParamSpec, TypeVar

from dashboard.addresses import joined
from dashboard.importing.model.sheet import text
from dashboard.importing.recognition.synonyms import ranked
from dashboard.importing.records.date_columns import order_in
from dashboard.importing.table.locate import Table
from dashboard.importing.table.questionnaire import Questionnaire
from dashboard.importing.table.sheet_findings import Remarks
from dashboard.importing.values import dates
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.component_codes import Tree, component
from dashboard.importing.values.day_order import DayOrder
from dashboard.importing.values.place_shapes import place_only

Value = TypeVar("Value")
More = ParamSpec("More")
ParseDay = Callable[[object, int | None], date | None | Problem]


@dataclass(frozen=True)
class Context:
    """One table with all that its reader needs."""

    table: Table
    remarks: Remarks
    tree: Tree
    year: int | None = None
    unit: str | None = None
    questionnaire: Questionnaire = field(default_factory=Questionnaire)
    orders: dict[str, DayOrder] = field(default_factory=dict)  # of the columns met so far
    places: frozenset[str] = frozenset()  # folded names of places that the store or file knows

    def text(self, row: list[object], name: str) -> str:
        """The words in a field's cell."""
        return text(self.table.cell(row, name))

    def place(self, row: list[object], name: str) -> str:
        """The name of a place in a field's cell of a list of places."""
        return place_only(self.table.cell(row, name), is_usual=True)

    def unit_of(self, row: list[object]) -> str | None:
        """The unit in the row's own column, else the sheet's; with what columns of districts
        and provinces beside it say that it lies in."""
        name = self.place if self.table.kind.is_survey else self.text
        own = name(row, "unit") or self.unit
        if own and self.held_in:
            return joined(own, *(text(row[c]) if c is not None else "" for c in self.held_in))
        return own

    @cached_property
    def held_in(self) -> tuple[int | None, int | None] | None:
        """The columns of the district and of the province, None without either: headings of
        these words alone, for "Tỉnh giao" is no province."""
        kind, labels, columns = self.table.kind.name, self.table.labels, self.table.columns

        def column(name: str) -> int | None:
            found = columns.get(name, -1)
            is_whole, _ = ranked(kind, labels.get(found, "")).get(name, (False, 0))
            return found if is_whole else None

        found = column("district"), column("province")
        return found if found != (None, None) else None

    def parsed(
        self,
        index: int,
        row: list[object],
        name: str,
        parse: Callable[Concatenate[object, More], Value | None | Problem],
        *more: More.args,
        **named: More.kwargs,
    ) -> Value | None:
        """parse(value, *more) of a field's cell; its Problem becomes a finding, the value None."""
        value = self.table.cell(row, name)
        return self.remarks.unless(
            parse(value, *more, **named), index, self.table.columns.get(name), value
        )

    def remark(self, index: int, row: list[object], name: str, problem: Problem) -> None:
        """A finding on a field's cell; on the row's first cell when the table lacks the field."""
        column = self.table.columns.get(name, 0)
        self.remarks.on_cell(index, column, row[column], problem)

    def order(self, name: str) -> DayOrder:
        """The order of day and month in a field's column; what is odd about it is told once."""
        if name not in self.orders:
            self.orders[name] = order_in(self.table, name, self.remarks)
        return self.orders[name]

    def day(
        self, index: int, row: list[object], name: str, parse: ParseDay = dates.given_day
    ) -> date | None:
        """The date in a field's cell; one without a year is of the sheet's year, and told."""
        order, value = self.order(name), self.table.cell(row, name)
        if order.changes(value):
            return self.parsed(index, row, name, lambda said: parse(order.typed(said), None))
        if isinstance(value, str) and self.year and isinstance(parse(value, None), Problem):
            assumed = parse(value, self.year)
            if not isinstance(assumed, Problem):
                problem = Problem("year_assumed", "warning", {"year": str(self.year)})
                self.remark(index, row, name, problem)
                return assumed
        return self.parsed(index, row, name, parse, None)

    def component(self, index: int, row: list[object]) -> str | None:
        """The code in the component column, checked against the tree of the year."""
        code = self.parsed(index, row, "component", component, self.tree)
        if code and not self.tree.stands_in(code, self.year):
            holes = {"year": str(self.year)}
            self.remark(index, row, "component", Problem("component_not_in_year", "warning", holes))
        return code
