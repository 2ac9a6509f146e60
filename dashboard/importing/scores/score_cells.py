"""The cells of a table of component scores -> published scores, each once, with its remarks."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dashboard.importing.model.records import PublishedScore, ScoreRow
from dashboard.importing.model.sheet import place
from dashboard.importing.records.context import Context
from dashboard.importing.records.walk import RECOGNISED, REFUSED, Verdict
from dashboard.importing.scores.score_checks import Cell, Identity, impossible, score_in, stands_in
from dashboard.importing.scores.score_table import ScoreTable
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.component_codes import Tree
from dashboard.importing.wording.component_names import Named, positions
from dashboard.importing.wording.provinces import name_of

Filled = dict[tuple[int, str], set[str]]  # (year, dimension) -> codes


@dataclass(frozen=True)
class Raw:
    """A cell that should hold a score, with what is said of it."""

    row: int
    column: int
    value: object
    year: int
    province: str
    component: Named


@dataclass
class Scores:
    """The scores of a table as they are read; seen: the first cell of each."""

    context: Context
    table: ScoreTable
    by_code: Filled
    seen: dict[Identity, Cell] = field(default_factory=dict)
    told: set[tuple[object, ...]] = field(default_factory=set)

    def record(self, cells: list[Raw]) -> ScoreRow | Verdict:
        """The row's scores; refused when every cell that holds something is."""
        kept = [score for raw in cells if (score := self._score(raw))]
        if kept:
            return ScoreRow(cells[0].row + 1, tuple(kept))
        return REFUSED if any(raw.value is not None for raw in cells) else RECOGNISED

    def _score(self, raw: Raw) -> PublishedScore | None:
        code = _meaning(raw.component, raw.year, self.by_code, self.context.tree)
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

    def _remark(self, raw: Raw, problem: Problem) -> None:
        self.context.remarks.on_cell(raw.row, raw.column, raw.value, problem)

    def _remark_on_year(self, raw: Raw) -> None:
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

    def _is_first(self, raw: Raw, code: str, score: float | None) -> bool:
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

    def remark_on_withheld(self) -> None:
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


def filled_codes(outcomes: Iterable[list[Raw] | Verdict]) -> Filled:
    """(year, dimension) -> the codes, not names, that scores stand under."""
    found: Filled = defaultdict(set)
    for raw in (raw for cells in outcomes if isinstance(cells, list) for raw in cells):
        if raw.component.by != "name" and isinstance(score_in(raw.value), float):
            found[raw.year, raw.component.code[0]].add(raw.component.code)
    return found


def _meaning(named: Named, year: int, by_code: Filled, tree: Tree) -> str | None:
    """The component's code in the index tree, for its codes of 2011 to 2017 are positions.

    They are when scores stand under a code that the year's tree lacks; they are not when
    scores stand under one that is no position; else the way the code is written decides.
    """
    places = {p: c for p, c in positions(year).items() if p[0] == named.code[0]}
    if named.by == "name" or named.depth < 2 or not places:
        return named.code
    filled = by_code.get((year, named.code[0]), set())
    subs = {code for code in filled if "." in code}
    if any(not tree.stands_in(code, year) for code in subs):
        are_places = True
    else:
        are_places = subs <= places.keys() and named.by == "position"
    return places.get(named.code) if are_places else named.code
