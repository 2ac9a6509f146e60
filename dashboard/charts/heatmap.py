"""Villages by components: the score in each cell, coloured where it clearly differs from the
rest of the commune.

Blue lies above and orange below, as far as the test of village_differences says so; all else is
one grey: chance has no colour. One step is the same number of points in every column.
The frame's order is the order of rows and of columns.
"""

from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers, verdicts
from dashboard.charts import keys
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, room, safe, wrapped
from dashboard.charts.look import CLEAR, SIZE, SMALL, Look, axis, ink_on
from dashboard.charts.village_cells import (
    MANY,
    Cell,
    VillageScore,
    called,
    clear,
    few,
    parts,
    row_names,
    short,
    turned,
    village_cells,
)
from dashboard.rows import NAN, rows_of
from dashboard.thresholds import thresholds
from dashboard.verdicts import APART
from dashboard.words import Words

ROW = 34
RESPONDENTS = 118  # pixels of "n = 126, ít phiếu"
HEAD_LETTERS = 18

EXAMPLE = (
    VillageScore("", "1", "Tham gia", 5.0, "ok", 90, 1, 10),
    VillageScore("", "2", "Công khai", 6.0, "ok", 90, 1, 10),
    VillageScore("Thôn Đông", "1", "Tham gia", 5.2, "ok", 40, 1, 10),
    VillageScore("Thôn Đông", "2", "Công khai", 5.1, "ok", 40, 1, 10),
    VillageScore("Thôn Tây", "1", "Tham gia", NAN, "hidden_n", 7, 1, 10),
    VillageScore("Thôn Tây", "2", "Công khai", NAN, "missing", 7, 1, 10),
)


def villages_by_component(
    frame: pd.DataFrame, words: Words, look: Look, phone: bool = False, chosen: str | None = None
) -> go.Figure:
    """A row a village, the whole commune last and uncoloured; on the phone the long way up.

    chosen: the village that is marked.
    """
    if frame.empty:
        return Canvas.nothing(words, look)
    cells = village_cells(frame)
    codes_only = phone or cells.component.nunique() > MANY
    sideways = phone and cells.component.nunique() > MANY
    cells = cells.assign(label=row_names(cells, words, phone))
    cells = turned(cells) if sideways else cells
    drawn = list(rows_of(cells, Cell))
    if sideways:
        canvas = _stage(drawn, look, left=36, top=64, tall=28)
        _village_heads(canvas, drawn)
        _code_labels(canvas, drawn, words)
    else:
        canvas = _stage(drawn, look, *_room(drawn, phone, codes_only))
        _heads(canvas, drawn, words, codes_only)
        _labels(canvas, drawn, words, phone)
    _colours(canvas, cells, drawn, words)
    _hidden(canvas, drawn, words)
    _missing(canvas, drawn)
    _figures(canvas, drawn, words, digits=1 if phone and not sideways else 2)
    _chosen(canvas, drawn, chosen)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """How many cells there are and where the villages differ most."""
    if frame.empty:
        return words["chart.no_data"]
    cells = village_cells(frame)
    villages = parts(cells[cells.village != ""])
    holes = dict(villages=villages.village.nunique(), components=cells.component.nunique())
    holes["clear"] = int(clear(cells).sum())
    said = [words.say("chart.heatmap.alt", **holes)]
    by_name = villages.dropna(subset=["estimate"]).groupby("name").estimate
    lowest, highest = by_name.min(), by_name.max()
    if len(lowest):
        most = str((highest - lowest).idxmax())
        low, high = numbers.score(lowest[most]), numbers.score(highest[most])
        said.append(words.say("chart.heatmap.alt_spread", name=most, lowest=low, highest=high))
    return " ".join(said)


def key_line(frame: pd.DataFrame, words: Words, look: Look) -> str:
    """What the three colours mean, and the signs used."""
    cells = village_cells(frame)
    low, middle, high = (
        keys.mark({"background": colour}, "papi-step")
        for colour in (look.difference[1], look.difference[3], look.difference[5])
    )
    ramp = "".join(
        f'<span><span class="papi-ramp">{mark}</span> {escape(words[f"against.key_{side}"])}</span>'
        for side, mark in (("below", low), ("unclear", middle), ("above", high))
    )
    used = {
        "few": few(cells).any(),
        "hidden": numbers.hidden(cells.status).any(),
        "missing": (cells.status == "missing").any(),
    }
    signs = [keys.entry(words[f"chart.heatmap.key_{sign}"]) for sign in used if used[sign]]
    return keys.line([ramp, *signs])


def _room(cells: list[Cell], phone: bool, codes_only: bool) -> tuple[float, float]:
    """Pixels of the names at the left and of the heads on top."""
    left = 62.0 if phone else room([cell.label for cell in cells], most=170, least=70) + RESPONDENTS
    if codes_only:
        return left, 26
    return left, 22 + 17 * max(len(_head(column)) for column in _first(cells, "x"))


def _stage(cells: list[Cell], look: Look, left: float, top: float, tall: float = ROW) -> Canvas:
    rows, columns = (max(getattr(cell, side) for cell in cells) + 1 for side in ("y", "x"))
    canvas = Canvas(look, rows * tall + top + 6, (left, 2, top, 6))
    across = axis(look, range=[-0.5, columns - 0.5], showgrid=False, showticklabels=False)
    return canvas.rows(rows).set(xaxis=across)


def _first(cells: list[Cell], side: str) -> list[Cell]:
    """One cell of each row (y) or column (x), to name it by."""
    found: dict[int, Cell] = {}
    for cell in cells:
        found.setdefault(getattr(cell, side), cell)
    return list(found.values())


def _head(column: Cell) -> list[str]:
    return wrapped(called(column.component, column.name), HEAD_LETTERS)


def _heads(canvas: Canvas, cells: list[Cell], words: Words, codes_only: bool) -> None:
    for column in _first(cells, "x"):
        strong = coloured(bold(code := safe(short(column, words))), canvas.look.text)
        # The code stands in the first line and counts there, but is bold.
        lines = [code] if codes_only else map(safe, _head(column))
        text = "<br>".join(lines).replace(code, strong, 1)
        canvas.head(text, column.x, 0, "center", xref="x")


def _village_heads(canvas: Canvas, cells: list[Cell]) -> None:
    for column in _first(cells, "x"):
        name = column.label.replace("<br>", " ")
        canvas.head(name, column.x, 0, "center", xref="x", textangle=-60)


def _code_labels(canvas: Canvas, cells: list[Cell], words: Words) -> None:
    for row in _first(cells, "y"):
        canvas.at_row(bold(safe(short(row, words))), row.y, 0, -canvas.left, font=dict(size=SMALL))


def _labels(canvas: Canvas, cells: list[Cell], words: Words, phone: bool) -> None:
    """Each village's name and, where there is room, its respondents."""
    for row in _first(cells, "y"):
        canvas.at_row(
            row.label if row.village else bold(row.label), row.y, 0, -canvas.left, yshift=1
        )
        counts = [cell.respondents for cell in cells if cell.village == row.village]
        known = [count for count in counts if numbers.is_number(count)]
        if known and not phone:
            said = words.say("chart.heatmap.respondents", count=numbers.count(int(max(known))))
            if row.village and max(known) < thresholds().caution_respondents:
                said = f"{said}, {words['chart.heatmap.few']}"
            text = coloured(said, canvas.look.muted)
            canvas.at_row(text, row.y, 0, -8, "right", font=dict(size=SMALL), yshift=1)


def _colours(canvas: Canvas, frame: pd.DataFrame, cells: list[Cell], words: Words) -> None:
    """One heatmap: colours for villages, and hover and clicks for every cell."""
    grid = frame.assign(hover=[_hover(cell, words) for cell in cells])
    grid["step"] = grid.step.mask(grid.village == "")
    grid["ids"] = [[cell.village, cell.component] for cell in cells]
    table = {
        column: grid.pivot(index="y", columns="x", values=column).astype(object)
        for column in ("step", "hover", "ids")
    }
    steps = table["step"].where(table["step"].notna(), None)
    ramp, used = canvas.look.difference, set(frame.step.dropna())
    colours = [ramp[i] if i in used else ramp[3] for i in range(len(ramp))]
    canvas.trace(
        "heatmap",
        z=steps.to_numpy().tolist(),
        x=list(steps.columns),
        y=list(steps.index),
        zmin=-0.5,
        zmax=6.5,
        colorscale=[[(i + end) / 7, colour] for i, colour in enumerate(colours) for end in (0, 1)],
        showscale=False,
        xgap=2,
        ygap=2,
        customdata=table["ids"].to_numpy().tolist(),
        hovertext=table["hover"].to_numpy().tolist(),
        hoverinfo="text",
        hoverongaps=True,
        name="level",
    )


def _hover(cell: Cell, words: Words) -> str:
    place = safe(cell.village) if cell.village else words["chart.heatmap.whole"]
    title = f"{bold(place)}<br>{safe(called(cell.component, cell.name))}"
    if not numbers.is_number(cell.estimate):
        return hover_lines(title, numbers.reason(cell.status, words=words))
    scale = {"low": numbers.score(cell.scale_low), "high": numbers.score(cell.scale_high)}
    away = numbers.between(cell.whole, cell.estimate, cell.estimate - cell.whole)
    holes = dict(score=numbers.score(cell.whole), difference=away)
    return hover_lines(
        title,
        words.say("chart.heatmap.hover_score", score=numbers.score(cell.estimate), **scale),
        words.say("chart.heatmap.hover_whole", **holes) if cell.village else "",
        verdicts.against(cell.verdict, words) if cell.village else "",
        words.say("chart.heatmap.hover_respondents", count=numbers.count(int(cell.respondents))),
        numbers.reason(cell.status, words=words),
    )


def _figures(canvas: Canvas, cells: list[Cell], words: Words, digits: int) -> None:
    shown = [cell for cell in cells if not _is_hatched(cell)]
    inks = [_ink(cell, canvas.look) for cell in shown]
    canvas.trace(
        "scatter",
        x=[cell.x for cell in shown],
        y=[cell.y for cell in shown],
        mode="text",
        text=[_figure(cell, words, digits) for cell in shown],
        textfont=dict(size=SMALL if digits == 1 else SIZE, color=inks),
        hoverinfo="skip",
        name="score",
    )


def _figure(cell: Cell, words: Words, digits: int) -> str:
    score = numbers.score(cell.estimate, digits)
    text = numbers.shown(score, cell.estimate, cell.status, words=words)
    if not cell.village:
        return bold(text)
    return (
        bold(f"{words[f'against_mark.{cell.verdict}']} {text}") if cell.verdict in APART else text
    )


def _ink(cell: Cell, look: Look) -> str:
    filled = cell.village and numbers.is_number(cell.step)
    return ink_on(look.difference[int(cell.step)]) if filled else look.text


def _is_hatched(cell: Cell) -> bool:
    return bool(cell.village) and numbers.is_hidden(cell.status)


def _outlines(canvas: Canvas, cells: list[Cell], **drawing: Any) -> None:
    """The cells' edges, a little inside so that cells stay parted."""
    corners = ((-0.48, -0.46), (0.48, -0.46), (0.48, 0.46), (-0.48, 0.46), (-0.48, -0.46))
    canvas.paths([[(c.x + dx, c.y + dy) for dx, dy in corners] for c in cells], **drawing)


def _hidden(canvas: Canvas, cells: list[Cell], words: Words) -> None:
    """Diagonal lines: too few respondents, the figure is known and kept back."""
    look, some = canvas.look, [cell for cell in cells if _is_hatched(cell)]
    lines = dict(shape="/", fgcolor=look.hidden_line, bgcolor=look.hidden, size=9, solidity=0.12)
    line = dict(color=CLEAR, width=0)
    _outlines(canvas, some, fill="toself", fillpattern=lines, line=line, name="hidden")
    for cell in some:
        ground = dict(bgcolor=look.hidden, borderpad=2, font=dict(size=SMALL))
        canvas.note(words["chart.hidden"], x=cell.x, y=cell.y, **ground)


def _missing(canvas: Canvas, cells: list[Cell]) -> None:
    bare = [
        cell
        for cell in cells
        if cell.village and not numbers.is_number(cell.estimate) and not _is_hatched(cell)
    ]
    _outlines(canvas, bare, line=dict(color=canvas.look.border, width=1), name="missing")


def _chosen(canvas: Canvas, cells: list[Cell], chosen: str | None) -> None:
    """An ink frame around the village that is looked at."""
    own = [cell for cell in cells if chosen and cell.village == chosen]
    if own:
        (left, top), (right, low) = (min((c.x, c.y) for c in own), max((c.x, c.y) for c in own))
        x0, x1, y0, y1 = left - 0.5, right + 0.5, top - 0.5, low + 0.5
        frame = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
        canvas.paths([frame], line=dict(color=canvas.look.text, width=2.5), name="chosen")
