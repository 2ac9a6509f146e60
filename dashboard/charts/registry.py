"""Every kind of chart, a row each: the tests walk it, so that what holds for one holds for all.

A new chart is a file of its own (a NamedTuple of its row, a drawing, its alternative text, a
small example) and a row here; a drawing that no row names is an error of the tests.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import (
    answers,
    beside,
    completion,
    count_bars,
    fair_rows,
    heatmap,
    levels,
    month_load,
    months,
    rank_moves,
    ranking,
    room,
    task_bar,
    tiles,
    timeline,
    trend,
)
from dashboard.rows import frame_of


@dataclass(frozen=True)
class Chart:
    """A kind of chart.

    draw(frame, words, look, phone, **about) gives the figure, alt_text(frame, words, **about)
    what it says to who can't see it. example: rows of the frame, all of one kind; about: what
    both have to know besides, for that example.
    """

    name: str
    draw: Callable[..., go.Figure]
    alt_text: Callable[..., str]
    example: tuple[NamedTuple, ...]
    about: Mapping[str, object] = field(default_factory=dict)

    @property
    def row(self) -> type[NamedTuple]:
        """The kind of row that the frame holds: its columns and their types."""
        return type(self.example[0])

    @property
    def frame(self) -> pd.DataFrame:
        """The example as the frame that the chart draws."""
        return frame_of(list(self.example), self.row)


CHARTS = (
    Chart("levels", levels.levels_and_difference, levels.alt_text, levels.EXAMPLE),
    Chart("officials", completion.by_official, completion.alt_text, completion.EXAMPLE),
    Chart("fair_rows", fair_rows.beside_chance, fair_rows.alt_text, fair_rows.EXAMPLE),
    Chart("month_load", month_load.bars, month_load.alt_text, month_load.EXAMPLE),
    Chart("task_bar", task_bar.of_units, task_bar.alt_text, task_bar.EXAMPLE),
    Chart(
        "timeline",
        timeline.of_official,
        timeline.alt_text,
        timeline.EXAMPLE,
        {"as_of": date(2023, 10, 20)},
    ),
    Chart("villages", heatmap.villages_by_component, heatmap.alt_text, heatmap.EXAMPLE),
    Chart("ranking", ranking.ranked, ranking.alt_text, ranking.EXAMPLE),
    Chart("rank_moves", rank_moves.moved, rank_moves.alt_text, rank_moves.EXAMPLE),
    Chart("room", room.parts, room.alt_text, room.EXAMPLE),
    Chart("count_bars", count_bars.bars, count_bars.alt_text, count_bars.EXAMPLE),
    Chart("months", months.bars, months.alt_text, months.EXAMPLE),
    Chart("tiles", tiles.provinces, tiles.alt_text, tiles.EXAMPLE),
    Chart(
        "beside",
        beside.scores,
        beside.alt_text,
        beside.EXAMPLE,
        {"unit": "Xã An", "province": "Tỉnh Một"},
    ),
    Chart("trend", trend.published, trend.alt_text, trend.EXAMPLE, {"breaks": (2018,)}),
    Chart("answers", answers.shares, answers.alt_text, answers.EXAMPLE, {"years": (2022, 2023)}),
)
