"""The findings on one sheet, gathered while its rows are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from dashboard.importing.model.finding import Finding
from dashboard.importing.model.sheet import letter, place, typed
from dashboard.importing.table.quoting import Quoting
from dashboard.importing.values.cells import Problem

Value = TypeVar("Value")


class Quoted(str):
    """Made of values that were quoted one by one."""


@dataclass(frozen=True)
class Remarks:
    """Findings in the order of the rows. labels: column -> heading. quoting: what they may repeat
    of a survey; None where that is everything."""

    sheet: str
    labels: Mapping[int, str] = field(default_factory=dict)
    quoting: Quoting | None = None
    findings: list[Finding] = field(default_factory=list)

    def on_sheet(self, code: str, severity: str, **holes: str) -> None:
        """A remark on the whole sheet."""
        self.findings.append(Finding(code, severity, self.sheet, holes=self._holes(holes)))

    def on_cell(self, row: int, column: int, value: object, problem: Problem) -> None:
        """A remark on one cell."""
        heading = (self.quoting or self).labels.get(column) or letter(column)
        where = (self.sheet, place(row, column), heading, self.quoted(column, value))
        holes = self._holes(problem.holes)
        self.findings.append(Finding(problem.code, problem.severity, *where, holes))

    def quoted(self, column: int, value: object) -> str:
        """A cell's value as a finding may repeat it."""
        if self.quoting is None or isinstance(value, Quoted):
            return typed(value)
        return self.quoting.value(column, value)

    def _holes(self, holes: Mapping[str, str]) -> dict[str, str]:
        words = self.quoting.words if self.quoting else str
        return {name: words(said) for name, said in holes.items()}

    def unless(
        self, found: Value | Problem, row: int, column: int | None, value: object
    ) -> Value | None:
        """The value found; a Problem becomes a finding on the cell, and the value None."""
        if not isinstance(found, Problem):
            return found
        self.on_cell(row, column or 0, value, found)
        return None
