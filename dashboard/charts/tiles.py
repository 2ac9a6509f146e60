"""The provinces as squares, each roughly where it lies, coloured by group: a scheme, no map."""

from collections import Counter
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import groups, numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, hover_lines, safe
from dashboard.charts.look import CLEAR, SMALL, Look, axis, ink_on
from dashboard.groups import Group
from dashboard.rows import NAN, rows_of
from dashboard.words import Words

ROW, PHONE_ROW = 27, 36  # pixels; on the phone a name takes two lines


class Tile(NamedTuple):
    """A province with its place; a score that was withheld is empty, its square of dashes."""

    unit: str
    label: str
    tile_column: int
    tile_row: int
    score: float
    rank: float
    group: Group | None
    marked: bool

    @property
    def is_published(self) -> bool:
        return numbers.is_number(self.score)

    @property
    def is_grouped(self) -> bool:
        return self.is_published and self.group in groups.GROUPS


EXAMPLE = (
    Tile("Tỉnh Một", "Một", 0, 0, 44.1, 1, "high", True),
    Tile("Tỉnh Hai", "Hai", 1, 0, 40.0, 2, "low", False),
    Tile("Tỉnh Ba", "Ba", 1, 1, NAN, NAN, None, False),
)


def provinces(frame: pd.DataFrame, words: Words, look: Look, phone: bool = False) -> go.Figure:
    """A square a province with its name; the marked one has a thick outline."""
    rows = list(rows_of(frame, Tile))
    if not rows:
        return Canvas.nothing(words, look)
    columns = max(row.tile_column for row in rows) + 1
    lines = max(row.tile_row for row in rows) + 1
    canvas = Canvas(look, lines * (PHONE_ROW if phone else ROW) + 8, (2, 2, 4, 4))
    across = axis(look, range=[-0.5, columns - 0.5], showgrid=False, showticklabels=False)
    canvas.rows(lines).set(xaxis=across)
    _fills(canvas, rows)
    _names(canvas, rows, words, phone)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """How many squares stand in each group, and the marked one's group."""
    rows = list(rows_of(frame, Tile))
    seen = [row for row in rows if row.is_published]
    if not seen:
        return words["chart.no_data"]
    said = [words.say("chart.tiles.alt", count=len(seen))]
    sizes = Counter(row.group for row in seen if row.is_grouped)
    listed = [
        words.say("chart.tiles.alt_group", name=groups.name(group, words), count=sizes[group])
        for group in groups.GROUPS[::-1]
        if group in sizes
    ]
    if listed:
        said.append("; ".join(listed) + ".")
    for row in seen:
        if row.marked and row.is_grouped:
            holes = dict(name=row.unit, group=groups.name(row.group, words))
            said.append(words.say("chart.tiles.alt_marked", **holes))
    withheld = len(rows) - len(seen)
    if withheld:
        said.append(words.say("chart.tiles.alt_withheld", count=withheld))
    return " ".join(said)


def _fills(canvas: Canvas, rows: list[Tile]) -> None:
    """One trace a group, one for the withheld, and the outline of the marked."""
    look, none = canvas.look, dict(color=CLEAR, width=0)
    for group in groups.GROUPS:
        some = [row for row in rows if row.is_published and row.group == group]
        fill: dict[str, Any] = dict(fill="toself", fillcolor=look.group(group))
        _boxes(canvas, some, **fill, line=none, name=group)
    outline = dict(color=look.hidden_line, width=1)
    bare = [row for row in rows if row.is_published and not row.is_grouped]
    _boxes(canvas, bare, line=outline, name="ungrouped")
    withheld = [row for row in rows if not row.is_published]
    _boxes(canvas, withheld, line=outline | dict(dash="dash"), name="withheld")
    # A ring parted from the fill: ink alone would not be seen on the darkest group.
    marked = [row for row in rows if row.marked]
    _boxes(canvas, marked, line=dict(color=look.background, width=7), name="gap")
    _boxes(canvas, marked, out=0.02, line=dict(color=look.text, width=3), name="marked")


def _boxes(canvas: Canvas, rows: list[Tile], out: float = 0, **drawing: Any) -> None:
    """The edges of the squares, a little inside so that they stay parted."""
    right, down = 0.485 + out, 0.46 + out
    corners = ((-right, -down), (right, -down), (right, down), (-right, down), (-right, -down))
    if rows:
        edges = [[(row.tile_column + x, row.tile_row + y) for x, y in corners] for row in rows]
        canvas.paths(edges, **drawing)


def _names(canvas: Canvas, rows: list[Tile], words: Words, phone: bool) -> None:
    """Names as one trace: it answers to the pointer, withheld squares too."""
    canvas.marks(
        [row.tile_column for row in rows],
        [row.tile_row for row in rows],
        mode="text",
        text=[_label(row, phone) for row in rows],
        textfont=dict(size=SMALL, color=[_ink(row, canvas.look) for row in rows]),
        customdata=[[row.unit] for row in rows],
        hovertext=[_hover(row, words) for row in rows],
        name="names",
    )


def _label(row: Tile, phone: bool) -> str:
    first, _, rest = row.label.partition(" ")
    label = f"{safe(first)}<br>{safe(rest)}" if phone and rest else safe(row.label)
    if not row.is_published:
        label = f"{label} {numbers.NOTHING}"
    return bold(label) if row.marked else label


def _ink(row: Tile, look: Look) -> str:
    if row.is_grouped:
        return ink_on(look.group(row.group))
    return look.text if row.is_published else look.muted


def _hover(row: Tile, words: Words) -> str:
    title = bold(safe(row.unit))
    if not row.is_published:
        return hover_lines(title, words["group.withheld"])
    return hover_lines(
        title,
        words.say("chart.ranking.hover_score", score=numbers.score(row.score)),
        words.say("chart.ranking.hover_rank", rank=int(row.rank)),
        words.say("group.hover", name=groups.name(row.group, words)),
    )
