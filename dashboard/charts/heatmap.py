"""Villages by components: the score in each cell, the colour against the whole commune.

The middle step of the ramp is the commune's own score of that column and one step is the
same number of points in every column: villages compare within a column, and a column where
they hardly differ stays even instead of being stretched over the whole ramp.
frame: village ('' = the whole commune), respondents, component, name, estimate, status,
scale_low, scale_high; in the order of rows and of columns.
"""

from html import escape

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, room, safe, wrapped
from dashboard.charts.look import CLEAR, SMALL, Look, axis, ink_on
from dashboard.charts.village_cells import (
    FEW,
    MANY,
    few,
    row_names,
    step_size,
    turned,
    village_cells,
)
from dashboard.words import Words

ROW = 34
RESPONDENTS = 78  # pixels of "n = 126 [u]"
HEAD_LETTERS = 18


def villages_by_component(
    frame: pd.DataFrame, words: Words, look: Look, phone: bool = False
) -> go.Figure:
    """A row a village, the whole commune last and uncoloured; on the phone the long way up."""
    cells = village_cells(frame)
    sideways = phone and cells.component.nunique() > MANY
    cells = cells.assign(label=row_names(cells, words, phone))
    cells = turned(cells) if sideways else cells
    canvas = _stage(cells, look, phone, sideways)
    _heads(canvas, cells, look, phone, sideways)
    _labels(canvas, cells, words, look, phone, sideways)
    _colours(canvas, cells, words, look)
    _hidden(canvas, cells, words, look)
    _missing(canvas, cells, look)
    canvas.trace(
        "scatter", **_figures(cells, words, look, digits=1 if phone and not sideways else 2)
    )
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """How many cells there are and where the villages differ most."""
    cells = village_cells(frame)
    villages = cells[cells.village != ""]
    holes = dict(villages=villages.village.nunique(), components=cells.component.nunique())
    said = [words.say("chart.heatmap.alt", **holes)]
    by_name = villages.dropna(subset="estimate").groupby("name").estimate.agg(["min", "max"])
    if len(by_name):
        most = by_name.loc[(by_name["max"] - by_name["min"]).idxmax()]
        low, high = numbers.score(most["min"]), numbers.score(most["max"])
        said.append(words.say("chart.heatmap.alt_spread", name=most.name, lowest=low, highest=high))
    return " ".join(said)


def key_line(frame: pd.DataFrame, words: Words, look: Look) -> str:
    """The key as HTML for st.html: the ramp with the size of its ends, and the signs used."""
    cells = village_cells(frame)
    end = step_size(cells) * 2.5
    steps = "".join(f'<i class="papi-step" style="background:{c}"></i>' for c in look.level)
    ramp = f'<span class="papi-ramp">{steps}</span>'
    low, high = (
        escape(words.say(f"chart.heatmap.key_{side}", difference=numbers.difference(sign * end)))
        for side, sign in (("low", -1), ("high", 1))
    )
    signs = [f"<span>{low} {ramp} {high}</span>"]
    used = {
        "few": few(cells).any(),
        "hidden": numbers.hidden(cells.status).any(),
        "missing": (cells.status == "missing").any(),
    }
    signs += [f"<span>{escape(words[f'chart.heatmap.key_{k}'])}</span>" for k in used if used[k]]
    return f'<div class="papi-key">{"".join(signs)}</div>'


def _stage(cells: pd.DataFrame, look: Look, phone: bool, sideways: bool) -> Canvas:
    rows, columns = (int(cells[side].max()) + 1 if len(cells) else 1 for side in ("y", "x"))
    left, top = room(list(cells.label), most=170, least=70) + RESPONDENTS, 26
    if sideways:
        left, top = 36, 64
    elif phone:
        left = 62
    elif columns <= MANY:
        top = 22 + 17 * max((len(_head(c)) for c in _first(cells, "x")), default=1)
    tall = 28 if sideways else ROW
    canvas = Canvas(look, rows * tall + top + 6, (left, 2, top, 6))
    return canvas.set(
        xaxis=axis(look, range=[-0.5, columns - 0.5], showgrid=False, showticklabels=False),
        yaxis=axis(look, range=[rows - 0.5, -0.5], showgrid=False, showticklabels=False),
    )


def _first(cells: pd.DataFrame, side: str) -> list[tuple]:
    """One cell of each row (y) or column (x), to name it by."""
    return list(cells.drop_duplicates(side).itertuples())


def _head(column: tuple) -> list[str]:
    return wrapped(f"{column.component} {column.name}", HEAD_LETTERS)


def _heads(canvas: Canvas, cells: pd.DataFrame, look: Look, phone: bool, sideways: bool) -> None:
    codes_only = phone or cells.component.nunique() > MANY
    for column in _first(cells, "x"):
        if sideways:
            name = column.label.replace("<br>", " ")
            canvas.head(name, column.x, 0, "center", xref="x", textangle=-60)
            continue
        code = coloured(bold(safe(column.component)), look.text)
        lines = [] if codes_only else _head(column)
        # The code stands in the first line and counts there, but is bold.
        text = "<br>".join(map(safe, lines)).replace(safe(column.component), code, 1) or code
        canvas.head(text, column.x, 0, "center", xref="x")


def _labels(
    canvas: Canvas, cells: pd.DataFrame, words: Words, look: Look, phone: bool, sideways: bool
) -> None:
    left = -canvas.left
    largest = cells.groupby("village").respondents.max()
    for row in _first(cells, "y"):
        if sideways:
            canvas.at_row(bold(safe(row.component)), row.y, 0, left, font=dict(size=SMALL))
            continue
        label = row.label if row.village else bold(row.label)
        canvas.at_row(label, row.y, 0, left, yshift=1)
        if not phone and numbers.is_number(largest[row.village]):
            text = coloured(_respondents(row.village, largest[row.village], words), look.muted)
            canvas.at_row(text, row.y, 0, -8, "right", font=dict(size=SMALL), yshift=1)


def _respondents(village: str, count: int, words: Words) -> str:
    said = words.say("chart.heatmap.respondents", count=numbers.count(count))
    return f"{said} {words['chart.heatmap.few']}" if village and count < FEW else said


def _colours(canvas: Canvas, cells: pd.DataFrame, words: Words, look: Look) -> None:
    """One heatmap: colours for villages, and hover and clicks for every cell."""
    grid = cells.assign(hover=[_hover(row, words) for row in cells.itertuples()])
    grid["step"] = grid.step.mask(grid.village == "")
    grid["ids"] = [
        [village, code] for village, code in zip(grid.village, grid.component, strict=True)
    ]
    table = {
        column: grid.pivot(index="y", columns="x", values=column).astype(object)
        for column in ("step", "hover", "ids")
    }
    steps = table["step"].where(table["step"].notna(), None)
    scale = [[(i + edge) / 7, colour] for i, colour in enumerate(look.level) for edge in (0, 1)]
    canvas.trace(
        "heatmap",
        z=steps.to_numpy().tolist(),
        x=list(steps.columns),
        y=list(steps.index),
        zmin=-0.5,
        zmax=6.5,
        colorscale=scale,
        showscale=False,
        xgap=2,
        ygap=2,
        customdata=table["ids"].to_numpy().tolist(),
        hovertext=table["hover"].to_numpy().tolist(),
        hoverinfo="text",
        hoverongaps=True,
        name="level",
    )


def _hover(row: tuple, words: Words) -> str:
    place = safe(row.village) if row.village else words["chart.heatmap.whole"]
    title = f"{bold(place)}<br>{safe(row.component)} {safe(row.name)}"
    if not numbers.is_number(row.estimate):
        return hover_lines(title, numbers.reason(row.status, words=words))
    scale = {end: numbers.score(getattr(row, f"scale_{end}")) for end in ("low", "high")}
    away = numbers.difference(row.estimate - row.whole)
    holes = dict(score=numbers.score(row.whole), difference=away)
    return hover_lines(
        title,
        words.say("chart.heatmap.hover_score", score=numbers.score(row.estimate), **scale),
        words.say("chart.heatmap.hover_whole", **holes) if row.village else "",
        words.say("chart.heatmap.hover_respondents", count=numbers.count(row.respondents)),
        numbers.reason(row.status, words=words),
    )


def _figures(cells: pd.DataFrame, words: Words, look: Look, digits: int) -> dict:
    texts, inks = [], []
    hatched = numbers.hidden(cells.status) & (cells.village != "")
    cells = cells[~hatched]
    for row in cells.itertuples():
        text = numbers.score(row.estimate, digits)
        text = numbers.shown(text, row.estimate, row.status, words=words)
        texts.append(bold(text) if row.village == "" else text)
        filled = row.village != "" and numbers.is_number(row.step)
        inks.append(ink_on(look.level[int(row.step)]) if filled else look.text)
    place = dict(x=list(cells.x), y=list(cells.y), mode="text", hoverinfo="skip", name="score")
    return place | dict(text=texts, textfont=dict(color=inks, size=SMALL if digits == 1 else 13.5))


def _box(x: float, y: float) -> tuple[list, list]:
    """The corners of a cell, a little inside so that cells stay parted."""
    xs, ys = (-0.48, 0.48, 0.48, -0.48, -0.48), (-0.46, -0.46, 0.46, 0.46, -0.46)
    return [x + dx for dx in xs] + [None], [y + dy for dy in ys] + [None]


def _outlines(canvas: Canvas, cells: pd.DataFrame, **drawing: object) -> None:
    boxes = [_box(row.x, row.y) for row in cells.itertuples()]
    xs, ys = ([v for box in boxes for v in box[side]] for side in (0, 1))
    canvas.trace("scatter", x=xs, y=ys, mode="lines", hoverinfo="skip", **drawing)


def _hidden(canvas: Canvas, cells: pd.DataFrame, words: Words, look: Look) -> None:
    """Diagonal lines: too few respondents, the figure is known and kept back."""
    some = cells[numbers.hidden(cells.status) & (cells.village != "")]
    lines = dict(shape="/", fgcolor=look.hidden_line, bgcolor=look.hidden, size=9, solidity=0.12)
    line = dict(color=CLEAR, width=0)
    _outlines(canvas, some, fill="toself", fillpattern=lines, line=line, name="hidden")
    for row in some.itertuples():
        text = dict(text=words["chart.hidden"], bgcolor=look.hidden, borderpad=2)
        canvas.note(x=row.x, y=row.y, font=dict(size=SMALL), **text)


def _missing(canvas: Canvas, cells: pd.DataFrame, look: Look) -> None:
    bare = cells.estimate.isna() & ~numbers.hidden(cells.status) & (cells.village != "")
    _outlines(canvas, cells[bare], line=dict(color=look.border, width=1), name="missing")
