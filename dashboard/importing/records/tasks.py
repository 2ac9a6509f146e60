"""Rows of a task table -> tasks; section rows name the component of those below."""

import re
from dataclasses import dataclass

from dashboard.importing.model.records import Task
from dashboard.importing.model.sheet import typed
from dashboard.importing.records import plausible
from dashboard.importing.records.column_remarks import on_unknown_columns
from dashboard.importing.records.context import Context
from dashboard.importing.records.walk import RECOGNISED, REFUSED, Rows, Verdict, walk
from dashboard.importing.table.furniture import is_column_numbers
from dashboard.importing.values import cells
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.component_codes import code_in
from dashboard.importing.values.due import Due, due
from dashboard.importing.wording.name_lists import area, people
from dashboard.importing.wording.title import whole_unit

_WORK = ("lead", "support", "due", "done", "result_h1", "result_year", "product")
_OUTLINE = re.compile(r"[A-ZĐ]|[IVX]+")


def read(context: Context) -> Rows[Task]:
    """The tasks of a table."""
    on_unknown_columns(context)
    rows = walk(context.table, TaskRows(context).read)
    plausible.remark_on_tasks(context, rows.records)
    return rows


@dataclass
class TaskRows:
    """Reads row by row: component and unit are those of the last section rows."""

    context: Context
    component: str | None = None
    unit: str | None = None

    def __post_init__(self) -> None:
        table = self.context.table
        self.divisors = table.sheet.signs.divisors
        column = table.columns.get("progress")
        values = (
            table.cell(row, "progress")
            for index, row in table.body
            if (index, column) not in self.divisors and not is_column_numbers(row)
        )
        self.percents = cells.holds_percents(values)

    def read(self, index: int, row: list[object]) -> Task | Verdict:
        """One row that holds something."""
        has_work = any(self.context.table.cell(row, name) is not None for name in _WORK)
        if not has_work and self._is_section(index, row):
            return RECOGNISED
        if self.context.text(row, "text"):
            return self._task(index, row)
        self.context.remark(index, row, "text", Problem("task_without_text"))
        return REFUSED

    def _is_section(self, index: int, row: list[object]) -> bool:
        """Whether a row without work is a heading of the rows below; it then holds for them."""
        number = typed(self.context.table.cell(row, "number"))
        said = self.context.text(row, "text")
        words = said or number or self._only_text(row)
        code = self._section_code(number, words)
        if code:
            self.component = code
        elif unit := whole_unit(words):
            self.unit = unit
        elif not self._is_outline(number, said):
            return False
        else:
            self.component = None
            self.context.remark(index, row, "text", Problem("row_taken_as_section", "info"))
        return True

    def _section_code(self, number: str, words: str) -> str | None:
        """By the code in the number's cell, the code before the words, or the official name.

        A number of one part is a code only where the name agrees: tasks are numbered too, and
        I, II may be the outline of any plan.
        """
        tree = self.context.tree
        for written in (number, words):
            code = code_in(written, tree)
            if code and ("." in code or (not written[:1].isdigit() and tree.is_like(code, words))):
                return code
        return tree.by_name(words) or tree.by_name(re.sub(r"^\S*\d[.):\s]+", "", words))

    def _only_text(self, row: list[object]) -> str:
        said = [value for value in row if value is not None]
        return typed(said[0]) if len(said) == 1 else ""

    def _is_outline(self, number: str, said: str) -> bool:
        """A line between tasks: words in the number's place, or no number but a letter."""
        if "number" not in self.context.table.columns:
            return False
        if not said:
            return bool(number) and not number.isdigit()
        return not number or bool(_OUTLINE.fullmatch(number))

    def _task(self, index: int, row: list[object]) -> Task:
        context = self.context
        where = area(context.table.cell(row, "area"))
        leads = self._leads(index, row)
        when = self._due(index, row)
        return Task(
            row=index + 1,
            unit=self._unit(row),
            component=self._component(index, row),
            text=context.text(row, "text"),
            leads=leads,
            supports=people(context.table.cell(row, "support")),
            area=where.written,
            whole_unit=where.whole,
            villages=where.villages,
            due_text=context.text(row, "due"),
            due=when.day,
            recurring=when.recurring,
            product=context.text(row, "product"),
            progress=context.parsed(index, row, "progress", cells.progress, self._divisor(index)),
            done=context.day(index, row, "done"),
            result_h1=self._result(index, row, "result_h1"),
            result_year=self._result(index, row, "result_year"),
            note=context.text(row, "note"),
            cancelled=self._is_cancelled(row),
        )

    def _unit(self, row: list[object]) -> str | None:
        """The row's own, else that of the last section, else the sheet's."""
        own = self.context.text(row, "unit")
        return self.context.unit_of(row) if own or not self.unit else self.unit

    def _divisor(self, index: int) -> int:
        """What makes the row's plain number a share: the cell's number format, else the column."""
        cell = (index, self.context.table.columns.get("progress", -1))
        return self.divisors.get(cell, 100 if self.percents else 1)

    def _component(self, index: int, row: list[object]) -> str | None:
        if self.context.table.cell(row, "component") is not None:
            return self.context.component(index, row)
        if self.component is None:
            name = "component" if "component" in self.context.table.columns else "text"
            self.context.remark(index, row, name, Problem("task_without_component", "warning"))
        return self.component

    def _leads(self, index: int, row: list[object]) -> tuple[str, ...]:
        leads = people(self.context.table.cell(row, "lead"))
        if not leads:
            self.context.remark(index, row, "lead", Problem("task_without_lead", "warning"))
        return leads

    def _due(self, index: int, row: list[object]) -> Due:
        value = self.context.table.cell(row, "due")
        if value is None:
            self.context.remark(index, row, "due", Problem("task_without_due", "warning"))
        return self.context.parsed(index, row, "due", due, self.context.year) or Due()

    def _result(self, index: int, row: list[object], name: str) -> str:
        said = self.context.text(row, name)
        if said and cells.result_word(said) is None:
            self.context.remark(index, row, name, Problem("unknown_result", "warning"))
        return said

    def _is_cancelled(self, row: list[object]) -> bool:
        said = self.context.text(row, "result_year") or self.context.text(row, "result_h1")
        return cells.result_word(said) == "cancelled"
