"""Rows of a table of component scores -> the published scores of provinces.

A blank score was withheld: it is kept as such, never as 0. Scores of communes are not read
from tables: the program works them out from the survey.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.folding import fold
from dashboard.importing import vocabulary
from dashboard.importing.cells import Problem
from dashboard.importing.component_names import Named, positions
from dashboard.importing.context import Context
from dashboard.importing.model import PublishedScore, Record, ScoreRow
from dashboard.importing.provinces import name_of, near, province
from dashboard.importing.questionnaire import is_code_like
from dashboard.importing.rows import RECOGNISED, REFUSED, Rows, Verdict, is_column_numbers
from dashboard.importing.score_checks import (
    Cell,
    Identity,
    check_sums,
    impossible,
    score_in,
    stands_in,
)
from dashboard.importing.score_keys import Key, deeper, joined, key_of
from dashboard.importing.score_table import ScoreTable, title_key
from dashboard.importing.sheet import is_blank, place, text

BELOW_PROVINCES = ("district", "city", "commune", "village")


def read(context: Context) -> Rows:
    """The published scores of a table; the sums are looked at when all rows are read."""
    return _Scores(context).rows()


@dataclass(frozen=True)
class _Raw:
    """A cell that should hold a score, with what is said of it."""

    row: int
    column: int
    value: object
    year: int
    province: str
    component: Named


@dataclass
class _Scores:
    context: Context
    seen: dict[Identity, Cell] = field(default_factory=dict)
    told: set[tuple] = field(default_factory=set)
    indicators: int = 0

    @property
    def table(self) -> ScoreTable:
        return self.context.table

    def rows(self) -> Rows:
        above = self.table.sheet.rows[: self.table.last + 1]
        found = Rows(recognised=sum(not is_blank(row) for row in above))
        self._remark_on_columns()
        outcomes = [self._raw(index, row) for index, row in self.table.body]
        by_code = _filled_codes(outcomes)
        for cells in outcomes:
            found.add(self._record(cells, by_code) if isinstance(cells, list) else cells)
        if self.indicators:
            self.context.remarks.on_sheet("indicators_not_read", "info", count=str(self.indicators))
        self._remark_on_withheld()
        check_sums(self.seen, self.context.tree, self.context.remarks)
        return found

    # What a row is about

    def _raw(self, index: int, row: list[object]) -> list[_Raw] | Verdict:
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
        return REFUSED if None in raws else raws

    def _row_key(self, row: list[object]) -> Key:
        """What the cells beside the scores say; the year stands in its own column alone."""
        table = self.table
        beside = [c for c in range(len(row)) if c not in table.headings and row[c] is not None]
        is_summary = any(key_of(row[c]).is_summary for c in beside if c != table.years)
        key = joined(key_of(row[c]) for c in (*table.provinces, *table.components))
        year = key_of(row[table.years]).year if table.years is not None else None
        return Key(key.province, key.component, year, is_summary=is_summary)

    def _is_heading_again(self, row: list[object]) -> bool:
        return any(
            all(row[c] == heading[c] for c in self.table.headings)
            for heading in self.table.sheet.rows[self.table.first : self.table.last + 1]
        )

    @property
    def _needs_province(self) -> bool:
        """Whether the rows are of units: by a column of provinces, or of other names."""
        return bool(self.table.provinces) or self.table.places is not None

    def _without_province(self, index: int, row: list[object]) -> Verdict:
        columns = self.table.provinces or (self.table.places,)
        column = next((c for c in columns if row[c] is not None), columns[0])
        self._remark_on_unit(index, column, text(row[column]), self.table.unit_word)
        return REFUSED

    def _remark_on_unit(self, index: int, column: int, name: str, is_below: bool = False) -> None:
        """Why scores beside a name are not read: no name, below the provinces, not known."""
        alike = near(name)
        if not name:
            problem = Problem("score_without_province")
        elif is_below or _is_below_provinces(name, alike):
            problem = Problem("score_of_commune")
        elif alike:
            problem = Problem("unknown_province_near", "error", {"names": ", ".join(alike)})
        else:
            problem = Problem("unknown_province")
        self.context.remarks.on_cell(index, column, name, problem)

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

    def _cell(self, index: int, row: list[object], column: int, said: Key) -> _Raw | None:
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
            return _Raw(index, column, row[column], year, code, component)
        return None

    def _once(self, code: str, severity: str = "error", **holes: str) -> None:
        if (code,) not in self.told:
            self.told.add((code,))
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
        unit = self.context.unit or ""
        return vocabulary.start("level", unit) in BELOW_PROVINCES

    # What its cells hold

    def _record(self, cells: list[_Raw], by_code: dict[tuple, set[str]]) -> Record | Verdict:
        """The row's scores; refused when every cell that holds something is."""
        kept = [score for raw in cells if (score := self._score(raw, by_code))]
        if kept:
            return ScoreRow(cells[0].row + 1, tuple(kept))
        return REFUSED if any(raw.value is not None for raw in cells) else RECOGNISED

    def _score(self, raw: _Raw, by_code: dict[tuple, set[str]]) -> PublishedScore | None:
        code = _meaning(raw.component, raw.year, by_code, self.context)
        if code is None or not stands_in(code, raw.year, self.context.tree):
            if isinstance(score_in(raw.value), float):
                self._remark_on_year(raw)
            return None
        score = score_in(raw.value)
        if score == 0:
            self._remark(raw, Problem("score_zero", "warning"))
            score = None
        elif isinstance(score, float):
            problem = impossible(score, code, raw.year, self.context.tree)
            if problem:
                self._remark(raw, problem)
                score = problem if problem.severity == "error" else score
        elif isinstance(score, Problem):
            self._remark(raw, score)
        if isinstance(score, Problem) or not self._is_first(raw, code, score):
            return None
        return PublishedScore(raw.year, raw.province, code, score, place(raw.row, raw.column))

    def _remark(self, raw: _Raw, problem: Problem) -> None:
        self.context.remarks.on_cell(raw.row, raw.column, raw.value, problem)

    def _remark_on_year(self, raw: _Raw) -> None:
        """A component that the year does not have: told once a heading or row, and year."""
        own = self.table.headings[raw.column].component is not None
        row, column = (self.table.last, raw.column) if own else (raw.row, self._label_column)
        if (row, column, raw.year) not in self.told:
            self.told.add((row, column, raw.year))
            value = self.table.labels.get(column) if own else self.table.sheet.rows[row][column]
            holes = {"year": str(raw.year)}
            problem = Problem("component_not_in_year", "warning", holes)
            self.context.remarks.on_cell(row, column, value, problem)

    @property
    def _label_column(self) -> int:
        return next(iter(self.table.components), 0)

    def _is_first(self, raw: _Raw, code: str, score: float | None) -> bool:
        """Whether no cell before said this score; one that does again is told, once a line."""
        identity = (raw.year, raw.province, code)
        first = self.seen.setdefault(identity, Cell(raw.row, raw.column, raw.value, score))
        if (first.row, first.column) == (raw.row, raw.column):
            return True
        line = ("again", raw.row if first.row != raw.row else -1 - raw.column)
        if line not in self.told:
            self.told.add(line)
            holes = {"first": place(first.row, first.column), "component": code}
            holes |= {"province": name_of(raw.province), "year": str(raw.year)}
            self._remark(raw, Problem("score_again", "error", holes))
        return False

    def _remark_on_withheld(self) -> None:
        """One remark a province and year on all that was withheld."""
        blank: dict[tuple[int, str], list[tuple[str, Cell]]] = defaultdict(list)
        for (year, code, component), cell in self.seen.items():
            if cell.score is None:
                blank[year, code].append((component, cell))
        for (year, code), cells in blank.items():
            first = cells[0][1]
            holes = {"province": name_of(code), "year": str(year), "count": str(len(cells))}
            holes["components"] = ", ".join(component for component, _ in cells)
            problem = Problem("score_withheld", "info", holes)
            self.context.remarks.on_cell(first.row, first.column, first.value, problem)

    def _remark_on_columns(self) -> None:
        """Headings above numbers that are neither read nor known not to be scores."""
        table = self.table
        is_across = any(key.province for key in table.headings.values())
        unknown = [(c, label) for c, label in table.labels.items() if self._is_unknown(c, label)]
        if is_across:
            for column, label in unknown:
                self._remark_on_unit(table.last, column, label)
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
        return any(isinstance(row[column], (int, float)) for _, row in self.table.body)


def _is_below_provinces(name: str, alike: list[str]) -> bool:
    """Whether the name begins with the word for a commune or village; "Lang" of a misspelt
    Lạng Sơn is none."""
    if vocabulary.start("level", name) not in BELOW_PROVINCES:
        return False
    first = fold(name).split()[0]
    return all(fold(other).split()[0] != first for other in alike)


def _filled_codes(outcomes: Iterable[list[_Raw] | Verdict]) -> dict[tuple, set[str]]:
    """(year, dimension) -> the codes, not names, that scores stand under."""
    found: dict[tuple, set[str]] = defaultdict(set)
    for raw in (raw for cells in outcomes if isinstance(cells, list) for raw in cells):
        if raw.component.by != "name" and isinstance(score_in(raw.value), float):
            found[raw.year, raw.component.code[0]].add(raw.component.code)
    return found


def _meaning(
    named: Named, year: int, by_code: dict[tuple, set[str]], context: Context
) -> str | None:
    """The component's code in the index tree, for its codes of 2011 to 2017 are positions.

    They are when scores stand under a code that the year's tree lacks; they are not when
    scores stand under one that is no position; else the way the code is written decides.
    """
    places = {p: c for p, c in positions(year).items() if p[0] == named.code[0]}
    if named.by == "name" or named.depth < 2 or not places:
        return named.code
    filled = by_code.get((year, named.code[0]), set())
    subs = {code for code in filled if "." in code}
    if any(not context.tree.stands_in(code, year) for code in subs):
        are_places = True
    else:
        are_places = subs <= places.keys() and named.by == "position"
    return places.get(named.code) if are_places else named.code
