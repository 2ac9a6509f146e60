"""The provinces as squares, each roughly where it lies, coloured by group: a scheme, no map.

frame: unit, label, tile_column, tile_row, score, rank, group, marked; a score that was withheld
is empty, and such a square is an outline of dashes.
"""

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts import groups
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, hover_lines, safe
from dashboard.charts.look import CLEAR, SMALL, Look, axis, ink_on
from dashboard.words import Words

ROW, PHONE_ROW = 27, 36  # pixels; on the phone a name takes two lines


def provinces(frame: pd.DataFrame, words: Words, look: Look, phone: bool = False) -> go.Figure:
    """A square a province with its name; the marked one has a thick outline."""
    rows = frame.assign(marked=frame.marked.astype(bool))
    columns, lines = (
        int(rows[side].max()) + 1 if len(rows) else 1 for side in ("tile_column", "tile_row")
    )
    canvas = Canvas(look, lines * (PHONE_ROW if phone else ROW) + 8, (2, 2, 4, 4))
    canvas.set(
        xaxis=axis(look, range=[-0.5, columns - 0.5], showgrid=False, showticklabels=False),
        yaxis=axis(look, range=[lines - 0.5, -0.5], showgrid=False, showticklabels=False),
    )
    _fills(canvas, rows, look)
    _names(canvas, rows, words, look, phone)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """How many squares stand in each group, and the marked one's group."""
    seen = frame.dropna(subset="score")
    if seen.empty:
        return words["chart.no_data"]
    said = [words.say("chart.tiles.alt", count=len(seen))]
    sizes = seen.groupby("group").size()
    listed = [
        words.say("chart.tiles.alt_group", name=groups.name(group, words), count=sizes[group])
        for group in groups.GROUPS[::-1]
        if group in sizes
    ]
    if listed:
        said.append("; ".join(listed) + ".")
    for row in seen[seen.marked.astype(bool) & seen.group.notna()].itertuples():
        holes = dict(name=row.unit, group=groups.name(row.group, words))
        said.append(words.say("chart.tiles.alt_marked", **holes))
    withheld = len(frame) - len(seen)
    if withheld:
        said.append(words.say("chart.tiles.alt_withheld", count=withheld))
    return " ".join(said)


def _fills(canvas: Canvas, rows: pd.DataFrame, look: Look) -> None:
    """One trace a group, one for the withheld, and the outline of the marked."""
    none = dict(color=CLEAR, width=0)
    for group in groups.GROUPS:
        some = rows[rows.score.notna() & (rows.group == group)]
        _boxes(canvas, some, fill="toself", fillcolor=groups.colour(group, look), line=none,
               name=group)  # fmt: skip
    outline = dict(color=look.hidden_line, width=1)
    bare = rows[rows.score.notna() & ~rows.group.isin(groups.GROUPS)]
    _boxes(canvas, bare, line=outline, name="ungrouped")
    _boxes(canvas, rows[rows.score.isna()], line=outline | dict(dash="dash"), name="withheld")
    # A ring parted from the fill: ink alone would not be seen on the darkest group.
    marked = rows[rows.marked]
    _boxes(canvas, marked, line=dict(color=look.background, width=7), name="gap")
    _boxes(canvas, marked, out=0.02, line=dict(color=look.text, width=3), name="marked")


def _boxes(canvas: Canvas, rows: pd.DataFrame, out: float = 0, **drawing: object) -> None:
    if rows.empty:
        return
    xs, ys = (list(values) for values in zip(*_corners(rows, out), strict=True))
    canvas.trace("scatter", x=xs, y=ys, mode="lines", hoverinfo="skip", **drawing)


def _corners(rows: pd.DataFrame, out: float) -> Iterator[tuple[float | None, float | None]]:
    """The corners of the squares, a little inside so that they stay parted."""
    for row in rows.itertuples():
        for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)):
            yield row.tile_column + (0.485 + out) * dx, row.tile_row + (0.46 + out) * dy
        yield None, None


def _names(canvas: Canvas, rows: pd.DataFrame, words: Words, look: Look, phone: bool) -> None:
    """Names as one trace: it answers to the pointer, withheld squares too."""
    canvas.trace(
        "scatter",
        x=list(rows.tile_column),
        y=list(rows.tile_row),
        mode="text",
        text=[_label(row, phone) for row in rows.itertuples()],
        textfont=dict(size=SMALL, color=[_ink(row, look) for row in rows.itertuples()]),
        cliponaxis=False,
        customdata=[[unit] for unit in rows.unit],
        hovertext=[_hover(row, words) for row in rows.itertuples()],
        hoverinfo="text",
        name="names",
    )


def _label(row: tuple, phone: bool) -> str:
    first, _, rest = row.label.partition(" ")
    label = f"{safe(first)}<br>{safe(rest)}" if phone and rest else safe(row.label)
    if not numbers.is_number(row.score):
        label = f"{label} {numbers.NOTHING}"
    return bold(label) if row.marked else label


def _ink(row: tuple, look: Look) -> str:
    grouped = numbers.is_number(row.score) and row.group in groups.GROUPS
    if grouped:
        return ink_on(groups.colour(row.group, look))
    return look.text if numbers.is_number(row.score) else look.muted


def _hover(row: tuple, words: Words) -> str:
    title = bold(safe(row.unit))
    if not numbers.is_number(row.score):
        return hover_lines(title, words["group.withheld"])
    return hover_lines(
        title,
        words.say("chart.ranking.hover_score", score=numbers.score(row.score)),
        words.say("chart.ranking.hover_rank", rank=int(row.rank)),
        words.say("group.hover", name=groups.name(row.group, words)),
    )
