"""A figure as a table, for parts that have no table of their own: what is printed of it."""

from typing import NamedTuple

from dashboard.charts.look import LIGHT
from dashboard.documents.model.figures import Changes, Completion, Figure, Heat, Levels, Spans
from dashboard.documents.model.paper import Align, Cell, Head, Row, Table
from dashboard.words import Words

RIGHT: Align = "right"


class Grid(NamedTuple):
    """A table, the fills of cells that have one: (row, column) -> colour; what fills mean."""

    table: Table
    fills: dict[tuple[int, int], str]
    key: tuple[tuple[str, str], ...] = ()


def grid_of(figure: Figure, words: Words) -> Grid:
    """What stands in the figure, row by row."""
    if isinstance(figure, Heat):
        return _heat(figure, words)
    heads, rows = _plain(figure, words)
    return Grid(Table(heads, tuple(Row(cells) for cells in rows)), {})


def _plain(
    figure: Levels | Changes | Completion | Spans, words: Words
) -> tuple[tuple[Head, ...], list[tuple[Cell, ...]]]:
    name, figures = Head(words["sheets.name"]), RIGHT
    if isinstance(figure, Completion):
        states = states_of(figure)
        counted = tuple(Head(label, figures) for label in states.values())
        rows: list[tuple[Cell, ...]] = []
        for row in figure.rows:
            counts = {one.state: one.count for one in row.counts}
            rows.append((row.name, *(counts.get(state, "") for state in states), row.text))
        return (name, *counted, Head(words["sheets.done"], figures)), rows
    if isinstance(figure, Spans):
        heads = (name, Head(words["sheets.score"], figures), Head(words["sheets.word"]))
        return heads, [(row.name, row.text, row.word) for row in figure.rows]
    code = Head(words["sheets.code"])
    if isinstance(figure, Levels):
        years = (Head(str(figure.year_from), figures), Head(str(figure.year_to), figures))
        levels = [(r.code, r.name, r.before_text, r.after_text) for r in figure.rows]
        if figure.compares:
            return (code, name, *years), [*levels]
        return (code, name, years[1]), [(*level[:2], level[3]) for level in levels]
    change = Head(words["sheets.change"], figures), Head(words["sheets.word"])
    return (code, name, *change), [(r.code, r.name, r.change_text, r.word) for r in figure.rows]


def states_of(figure: Completion) -> dict[str, str]:
    """The states in the order in which they are stacked, with their names."""
    return {one.state: one.name for row in figure.rows for one in row.counts}


def _heat(figure: Heat, words: Words) -> Grid:
    heads = Head(words["sheets.name"]), *(Head(column, "right") for column in figure.columns)
    middle = len(LIGHT.difference) // 2
    fills = {
        (place, column): LIGHT.difference[middle + cell.step]
        for place, row in enumerate(figure.rows)
        for column, cell in enumerate(row.cells, 1)
        if cell.step is not None
    }
    rows = tuple(Row((row.name, *(cell.text for cell in row.cells))) for row in figure.rows)
    key = tuple((LIGHT.difference[middle + step], said) for step, said in figure.key)
    return Grid(Table(heads, rows), fills, key)
