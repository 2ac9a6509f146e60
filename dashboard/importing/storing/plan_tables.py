"""The tables of a file that are about one plan: what each says of a task, and what holds."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from dashboard.importing.model.finding import Finding
from dashboard.importing.model.sheet import typed
from dashboard.importing.storing.report_order import ReportOrder
from dashboard.importing.storing.same_tasks import Disagreement, Named, Place, gathered, later
from dashboard.importing.storing.scopes import Scope

Step = tuple[Scope, Named]
_OF_FIELD = {"lead": "leads", "due": "due_text"}


@dataclass(frozen=True)
class History:
    """A task as each report leaves it, and what is to be said on which sheet."""

    steps: list[Step]
    findings: dict[tuple[str, int], list[Finding]] = field(default_factory=dict)


@dataclass(frozen=True)
class Tables:
    """Tables in the order of their reports, each with its tasks in the order of their rows."""

    scopes: list[Scope]
    tasks: list[list[Named]]
    places: list[int]  # in the workbook
    order: ReportOrder

    @classmethod
    def of(cls, tables: list[tuple[Scope, list[Named]]]) -> "Tables":
        """Of tables in the order of the workbook."""
        order = ReportOrder([scope.sheet for scope, _ in tables])
        ordered = [tables[place] for place in order.order]
        return cls([s for s, _ in ordered], [tasks for _, tasks in ordered], order.order, order)

    def is_sure(self, one: int, after: int) -> bool:
        """Whether a table is surely the later report of two."""
        return self.order.is_sure(self.places[one], self.places[after])

    def groups(self) -> list[list[Place]]:
        """Each task as the rows that hold it."""
        versions = [[named.version for named in tasks] for tasks in self.tasks]
        return gathered(versions)

    def named(self, place: Place) -> Named:
        """The task in a row."""
        return self.tasks[place[0]][place[1]]

    def scope(self, place: Place) -> Scope:
        """The table of a row."""
        return self.scopes[place[0]]

    def settled(self, group: list[Place]) -> Named:
        """A task as all its rows leave it."""
        return self.history(group, self.named(group[0])).steps[-1][1]

    def history(self, group: list[Place], first: Named) -> History:
        """A task from its first row, which is given, on."""
        history = History([(self.scope(group[0]), first)], defaultdict(list))
        for number, place in enumerate(group[1:], start=1):
            sure = self.is_sure(group[number - 1][0], place[0])
            now, said = later(history.steps[-1][1], self.named(place), sure)
            history.steps.append((self.scope(place), now))
            for disagreement in said:
                finding = self._finding(disagreement, group[:number], place)
                history.findings[self.scope(place).sheet.key].append(finding)
        return history

    def _finding(self, said: Disagreement, before: list[Place], place: Place) -> Finding:
        """On the cell of the later table, naming the one of the earlier that says otherwise."""
        other = next((p for p in reversed(before) if self._value(p, said.field)), before[-1])
        sheet = self.scope(place).sheet
        letter = self._letter(place, said.field)
        cell = f"{letter}{self.named(place).task.row}"
        holes = {
            "first": self._cell(other, said.field),
            "first_value": self._value(other, said.field),
        }
        severity = "info" if said.code == "task_state_kept" else "warning"
        label = sheet.labels.get(letter, "")
        value = self._value(place, said.field)
        return Finding(said.code, severity, sheet.sheet, cell, label, value, holes)

    def _cell(self, place: Place, name: str) -> str:
        letter, task = self._letter(place, name), self.named(place).task
        return f"{self.scope(place).sheet.sheet}!{letter}{task.row}"

    def _letter(self, place: Place, name: str) -> str:
        columns = self.scope(place).sheet.columns
        return columns.get(name) or columns.get("text", "A")

    def _value(self, place: Place, name: str) -> str:
        return _shown(getattr(self.named(place).task, _OF_FIELD.get(name, name)))


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, float):
        return f"{typed(round(100 * value, 1))} %"
    return typed(value) if isinstance(value, date | str) else ""
