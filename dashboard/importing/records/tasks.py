"""Rows of a task table -> tasks; section rows name the component of those below."""

from dataclasses import dataclass, replace
from datetime import date

from dashboard.importing.model.records import Task
from dashboard.importing.model.sheet import typed
from dashboard.importing.records import plausible
from dashboard.importing.records.column_remarks import on_unknown_columns
from dashboard.importing.records.context import Context
from dashboard.importing.records.date_columns import month_end, months_in
from dashboard.importing.records.marked_results import marked, result_columns
from dashboard.importing.records.sections import Sections, has_work
from dashboard.importing.records.walk import RECOGNISED, REFUSED, Rows, Verdict, walk
from dashboard.importing.table.furniture import is_column_numbers, is_starred_note
from dashboard.importing.values import shares
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.dates import cell_day, is_nothing
from dashboard.importing.values.done_dates import done_day
from dashboard.importing.values.due import Due, due, is_last_of_list
from dashboard.importing.values.result_words import result_word
from dashboard.importing.wording.name_lists import area, names_one, people


def read(context: Context) -> Rows[Task]:
    """The tasks of a table."""
    reader = TaskRows(context)
    on_unknown_columns(context, reader.results)
    rows = walk(context.table, reader.read)
    plausible.remark_on_tasks(context, rows.records)
    if "due" not in context.table.columns and rows.records:
        context.remarks.on_sheet("tasks_without_due", "warning", count=str(len(rows.records)))
    return rows


@dataclass
class TaskRows:
    """Reads row by row: component and unit are those of the last section rows."""

    context: Context

    def __post_init__(self) -> None:
        self.sections = Sections(self.context)
        self.sheets_lead = self._sheets_lead()
        table = self.context.table
        self.results = {} if "result_year" in table.columns else result_columns(table)
        if self.results:
            named = "; ".join(self.results.values())
            self.context.remarks.on_sheet("results_marked", "info", columns=named)
        self.months = months_in(table, "due", self.context.remarks)
        self.divisors = table.sheet.signs.divisors
        column = table.columns.get("progress")
        values = (
            table.cell(row, "progress")
            for index, row in table.body
            if (index, column) not in self.divisors and not is_column_numbers(row)
        )
        self.scale = shares.scale_of(values)

    def _sheets_lead(self) -> tuple[str, ...]:
        """Whom the sheet's name names, where no column does: each official's own list."""
        table = self.context.table
        if "lead" in table.columns or not names_one(table.sheet.name):
            return ()
        self.context.remarks.on_sheet("lead_of_sheet", "info", lead=table.sheet.name)
        return people(table.sheet.name)

    def read(self, index: int, row: list[object]) -> Task | Verdict:
        """One row that holds something."""
        if has_work(self.context, row):
            pass
        elif is_starred_note(row):
            self.context.remark(index, row, "number", Problem("row_taken_as_note", "info"))
            return RECOGNISED
        elif self.sections.read(index, row):
            return RECOGNISED
        if self.context.text(row, "text"):
            self.sections.last_task = row
            return self._task(index, row)
        self.context.remark(index, row, "text", Problem("task_without_text"))
        return REFUSED

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
            due_text=self._due_text(row),
            due=when.day,
            recurring=when.recurring,
            product=context.text(row, "product"),
            progress=self._progress(index, row),
            done=context.day(index, row, "done", done_day),
            result_h1=self._result(index, row, "result_h1"),
            result_year=self._result(index, row, "result_year"),
            note=context.text(row, "note"),
            cancelled=self._is_cancelled(row),
        )

    def _unit(self, row: list[object]) -> str | None:
        """The row's own, else that of the last section, else the sheet's."""
        own = self.context.text(row, "unit")
        return self.context.unit_of(row) if own or not self.sections.unit else self.sections.unit

    def _progress(self, index: int, row: list[object]) -> float | None:
        """The share in the row's cell, by the cell's number format, else by the column."""
        cell = (index, self.context.table.columns.get("progress", -1))
        scale = replace(self.scale, divisor=self.divisors.get(cell))
        found = shares.progress(self.context.table.cell(row, "progress"), scale)
        if found.problem:
            self.context.remark(index, row, "progress", found.problem)
        return found.value

    def _component(self, index: int, row: list[object]) -> str | None:
        if self.context.table.cell(row, "component") is not None:
            return self.context.component(index, row)
        if self.sections.component is None:
            name = "component" if "component" in self.context.table.columns else "text"
            self.context.remark(index, row, name, Problem("task_without_component", "warning"))
        return self.sections.component

    def _leads(self, index: int, row: list[object]) -> tuple[str, ...]:
        leads = people(self.context.table.cell(row, "lead")) or self.sheets_lead
        if not leads:
            self.context.remark(index, row, "lead", Problem("task_without_lead", "warning"))
        return leads

    def _due(self, index: int, row: list[object]) -> Due:
        value = self.context.table.cell(row, "due")
        if "due" in self.context.table.columns and (value is None or is_nothing(value)):
            self.context.remark(index, row, "due", Problem("task_without_due", "warning"))
        if index in self.months and isinstance(day := cell_day(value), date):
            return Due(month_end(day))
        order, year = self.context.order("due"), self.context.year
        read = self.context.parsed(index, row, "due", lambda said: due(order.typed(said), year))
        if read and read.day and is_last_of_list(value, year):
            problem = Problem("due_last_of_list", "warning", {"other": typed(read.day)})
            self.context.remark(index, row, "due", problem)
        return read or Due()

    def _due_text(self, row: list[object]) -> str:
        """The cell as written, but for what a program writes for nothing."""
        blank = is_nothing(self.context.table.cell(row, "due"))
        return "" if blank else self.context.text(row, "due")

    def _result(self, index: int, row: list[object], name: str) -> str:
        said = self.context.text(row, name)
        if name == "result_year" and self.results:
            said = marked(row, self.results)
        if said and result_word(said) is None:
            self.context.remark(index, row, name, Problem("unknown_result", "warning"))
        return said

    def _is_cancelled(self, row: list[object]) -> bool:
        said = self.context.text(row, "result_year") or self.context.text(row, "result_h1")
        return result_word(said) == "cancelled"
