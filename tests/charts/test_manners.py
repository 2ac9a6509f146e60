"""What every chart keeps: the base layout, no verdicts, nothing hidden, no zero for missing."""

import re

import pytest

from dashboard.charts import (
    beside,
    completion,
    heatmap,
    levels,
    look,
    ranking,
    room,
    tiles,
    timeline,
    trend,
)
from tests.charts import frames

CHARTS = list(frames.every_figure())
EVERY = [(c, mode, phone) for c in CHARTS for mode in ("light", "dark") for phone in (False, True)]
VERDICTS = re.compile("tăng|giảm|[▲▼▾▴↑↓]", re.IGNORECASE)
ALTS = {
    "levels": levels.alt_text(frames.levels_frame(), frames.VI),
    "officials": completion.alt_text(frames.officials_frame(), frames.VI),
    "unit": completion.unit_alt_text({"overdue": 2}, frames.VI),
    "timeline": timeline.alt_text(frames.tasks_frame(), frames.VI, as_of=frames.AS_OF),
    "heatmap": heatmap.alt_text(frames.villages_frame(), frames.VI),
    "ranking": ranking.alt_text(frames.units_frame(), frames.VI),
    "room": room.alt_text(frames.rooms_frame(), frames.VI),
    "tiles": tiles.alt_text(frames.tiles_frame(), frames.VI),
    "beside": beside.alt_text(frames.beside_frame(), frames.VI, unit="Own", province="Ours"),
    "trend": trend.alt_text(frames.years_frame(), frames.VI, breaks=[2018]),
}


@pytest.fixture(params=EVERY, ids=lambda p: "-".join(map(str, p)), scope="module")
def drawn(request):
    chart, mode, phone = request.param
    return frames.every_figure(mode, phone)[chart]


def test_base_layout(drawn):
    layout = drawn.layout
    assert layout.height > 0 and layout.separators == ",." and layout.showlegend is False
    assert layout.dragmode is False and layout.paper_bgcolor == layout.plot_bgcolor == look.CLEAR
    axes = [layout[name] for name in layout if re.fullmatch(r"[xy]axis\d*", name)]
    assert axes and all(axis.fixedrange for axis in axes)
    assert layout.template.layout.colorway is None


def test_no_verdict_is_said_or_drawn(drawn):
    assert VERDICTS.findall(drawn.to_json().encode().decode("unicode_escape", "ignore")) == []
    assert VERDICTS.findall(str(drawn.to_dict())) == []


def test_what_is_hidden_is_nowhere(drawn):
    assert re.findall(r"6[.,]66|6[.,]67", drawn.to_json()) == []


@pytest.mark.parametrize("chart", CHARTS)
def test_alt_text_is_a_sentence_without_verdict_or_hidden_figure(chart):
    alt = ALTS[chart]
    assert alt.endswith(".") and "{" not in alt
    assert VERDICTS.findall(alt) == re.findall("6,6", alt) == []


@pytest.mark.parametrize("chart", ["levels", "heatmap"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_differences_have_neither_blue_nor_orange(chart, mode):
    theme = look.look(mode)
    figure = frames.every_figure(mode)[chart].to_json()
    states = {theme.state(state) for state in look.STATES} - {theme.background, theme.open}
    assert [c for c in states | {theme.accent, theme.orange} if c in figure] == []


def test_charts_stand_on_empty_frames():
    for frame, chart in (
        (frames.levels_frame(), levels.levels_and_difference),
        (frames.officials_frame(), completion.by_official),
        (frames.villages_frame(), heatmap.villages_by_component),
        (frames.units_frame(), ranking.ranked),
        (frames.years_frame(), trend.published),
        (frames.tiles_frame(), tiles.provinces),
        (frames.rooms_frame(), room.parts),
    ):
        for phone in (False, True):
            assert chart(frame.head(0), frames.VI, look.LIGHT, phone).layout.height > 0
    none = frames.beside_frame().head(0)
    assert beside.scores(none, frames.VI, look.LIGHT, unit="", province="").layout.height > 0
    empty = timeline.of_official(
        frames.tasks_frame().head(0), frames.VI, look.LIGHT, as_of=frames.AS_OF
    )
    assert empty.layout.height > 0
