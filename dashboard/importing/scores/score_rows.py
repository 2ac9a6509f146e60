"""Rows of a table of component scores -> the published scores of provinces.

A blank score was withheld: it is kept as such, never as 0. Scores of communes are not read
from tables: the program works them out from the survey.
"""

from dataclasses import dataclass, field
from functools import cached_property

from dashboard.importing.model.records import ScoreRow
from dashboard.importing.model.sheet import is_blank, text
from dashboard.importing.records.context import Context
from dashboard.importing.records.walk import RECOGNISED, REFUSED, Rows, Verdict, counted
from dashboard.importing.scores.score_cells import Raw, Scores, filled_codes
from dashboard.importing.scores.score_checks import check_sums, score_in
from dashboard.importing.scores.score_keys import Key, deeper, joined, key_of
from dashboard.importing.scores.score_table import ScoreTable, title_key
from dashboard.importing.scores.score_units import is_below_provinces, no_province
from dashboard.importing.table.furniture import is_column_numbers
from dashboard.importing.table.questionnaire import is_code_like
from dashboard.importing.values.cells import Problem
from dashboard.importing.wording.provinces import name_of, province


def read(context: Context) -> Rows[ScoreRow]:
    """The published scores of a table; the sums are looked at when all rows are read."""
    if not isinstance(context.table, ScoreTable):
        raise TypeError("scores are read from a ScoreTable")
    return _Reader(context, context.table).rows()


@dataclass
class _Reader:
    context: Context
    table: ScoreTable
    told: set[str] = field(default_factory=set)
    indicators: int = 0

    def rows(self) -> Rows[ScoreRow]:
        above = self.table.sheet.rows[: self.table.last + 1]
        self._remark_on_columns()
        outcomes = [self._raw(index, row) for index, row in self.table.body]
        scores = Scores(self.context, self.table, filled_codes(outcomes))
        found = counted(
            (scores.record(cells) if isinstance(cells, list) else cells for cells in outcomes),
            recognised=sum(not is_blank(row) for row in above),
        )
        if self.table.by_codes and found.records:
            self._once("scores_by_codes", "warning")
        if self.indicators:
            self.context.remarks.on_sheet("indicators_not_read", "info", count=str(self.indicators))
        scores.remark_on_withheld()
        check_sums(scores.seen, self.context.tree, self.context.remarks)
        return found

    def _raw(self, index: int, row: list[object]) -> list[Raw] | Verdict:
        """The cells of a row with what they are about, or what became of a row without."""
        if self._is_heading_again(row) or is_column_numbers(row):
            return RECOGNISED
        values = {c: row[c] for c in self.table.headings if row[c] is not None}
        holds_scores = any(isinstance(score_in(value), float) for value in values.values())
        said = self._row_key(row)
        if said.is_summary and not said.province:
            return RECOGNISED
        if self._needs_province and not said.province:
            return self._without_province(index, row) if holds_scores else RECOGNISED
        if self.table.components and not said.component:
            return self._without_component(index, row) if holds_scores else RECOGNISED
        if self.table.provinces and not self._names_agree(index, row):
            return REFUSED
        raws = [self._cell(index, row, column, said) for column in self.table.headings]
        cells = [raw for raw in raws if raw is not None]
        return cells if len(cells) == len(raws) else REFUSED

    def _row_key(self, row: list[object]) -> Key:
        """What the cells beside the scores say; the year stands in its own column alone."""
        table = self.table
        beside = [c for c in range(len(row)) if c not in table.headings and row[c] is not None]
        is_summary = any(key_of(row[c]).is_summary for c in beside if c != table.years)
        key = joined(key_of(row[c]) for c in (*table.provinces, *table.components))
        year = key_of(row[table.years]).year if table.years is not None else None
        return Key(key.province, key.component, year, is_summary=is_summary)

    def _is_heading_again(self, row: list[object]) -> bool:
        return any(row[c] is not None for c in self.table.headings) and any(
            all(row[c] == heading[c] for c in self.table.headings)
            for heading in self.table.sheet.rows[self.table.first : self.table.last + 1]
        )

    @property
    def _needs_province(self) -> bool:
        """Whether the rows are of units: by a column of provinces, or of other names."""
        return bool(self.table.provinces) or self.table.places is not None

    def _without_province(self, index: int, row: list[object]) -> Verdict:
        named = (*self.table.provinces, self.table.places)
        columns = [column for column in named if column is not None]
        column = next((c for c in columns if row[c] is not None), columns[0])
        problem = no_province(text(row[column]), self.table.unit_word)
        self.context.remarks.on_cell(index, column, row[column], problem)
        return REFUSED

    def _without_component(self, index: int, row: list[object]) -> Verdict:
        """A row of an indicator below the components is known for what it is; a code that no
        component has is a slip."""
        columns = [c for c in self.table.components if row[c] is not None]
        code = next((c for c in columns if is_code_like(text(row[c]))), None)
        if not columns or code is not None:
            column = code if code is not None else self.table.components[0]
            self.context.remarks.on_cell(index, column, row[column], Problem("unknown_component"))
            return REFUSED
        self.indicators += 1
        return RECOGNISED

    def _names_agree(self, index: int, row: list[object]) -> bool:
        """Two names of one row, in two languages, must be of one province."""
        named = {c: code for c in self.table.provinces if (code := province(row[c]))}
        if len(set(named.values())) == 1:
            return True
        column = list(named)[-1]
        holes = {"names": ", ".join(name_of(code) for code in named.values())}
        self.context.remarks.on_cell(
            index, column, row[column], Problem("province_names_differ", "error", holes)
        )
        return False

    def _cell(self, index: int, row: list[object], column: int, said: Key) -> Raw | None:
        """The cell with its year, province and component; None, and said once, without one."""
        own = self.table.headings[column]
        code = own.province or said.province or self._of_title.province
        component = deeper(own.component, said.component) or self._of_title.component
        year = self._year(own, said)
        if not code:
            self._once("score_of_commune_table" if self._is_of_commune else "no_province")
        elif not component:
            self._once("no_score_component")
        elif not year:
            self._once("year_unknown")
        else:
            return Raw(index, column, row[column], year, code, component)
        return None

    def _once(self, code: str, severity: str = "error", **holes: str) -> None:
        if code not in self.told:
            self.told.add(code)
            self.context.remarks.on_sheet(code, severity, **holes)

    def _year(self, own: Key, said: Key) -> int | None:
        """The row's own year, the column's where the columns are of several years, the sheet's;
        the only one in a heading or label, which may be taken over from an old file, last."""
        years = {key.year for key in self.table.headings.values() if key.year}
        across = own.year if len(years) > 1 else None
        year = said.year or across or self.context.year
        if not year and (year := self._year_of_labels):
            self._once("score_year_of_heading", "warning", year=str(year))
        return year

    @cached_property
    def _year_of_labels(self) -> int | None:
        """The only year that headings and labels of components name."""
        columns = self.table.components
        labels = [row[c] for _, row in self.table.body for c in columns if row[c] is not None]
        keys = [*self.table.headings.values(), *map(key_of, labels)]
        years = {key.year for key in keys if key.year}
        return years.pop() if len(years) == 1 else None

    @cached_property
    def _of_title(self) -> Key:
        """What the title and the sheet's name say where no side of the table does."""
        said = title_key(self.table.sheet, self.table.first)
        return Key(said.province or province(self.context.unit), said.component)

    @property
    def _is_of_commune(self) -> bool:
        return is_below_provinces(self.context.unit or "")

    def _remark_on_columns(self) -> None:
        """Headings above numbers that are neither read nor known not to be scores."""
        table = self.table
        is_across = any(key.province for key in table.headings.values())
        unknown = [(c, label) for c, label in table.labels.items() if self._is_unknown(c, label)]
        if is_across:
            for column, label in unknown:
                self.context.remarks.on_cell(table.last, column, label, no_province(label))
        elif unknown:
            problem = Problem("unknown_score_columns", "info", {"count": str(len(unknown))})
            self.context.remarks.on_cell(table.last, *unknown[0], problem)

    def _is_unknown(self, column: int, label: str) -> bool:
        table, said = self.table, key_of(label)
        keys = (*table.provinces, *table.components, table.years, table.places)
        if column <= min((c for c in keys if c is not None), default=-1) or column in keys:
            return False
        if column in table.headings or said.is_other or said.is_summary or said.says:
            return False
        return self._holds_scores(column)

    def _holds_scores(self, column: int) -> bool:
        return any(isinstance(score_in(row[column]), float) for _, row in self.table.body)
