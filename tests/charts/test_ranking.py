import pandas as pd
import pytest

from dashboard.charts import look, ranking
from tests.charts.frames import VI, texts, trace, units_frame


def drawn(frame=None, **more):
    return ranking.ranked(units_frame() if frame is None else frame, VI, look.LIGHT, **more)


def test_units_keep_their_order_and_those_without_a_figure_go_last():
    fig = drawn()
    assert trace(fig, "units").x == (44.1,) and trace(fig, "units").y == (0,)
    assert trace(fig, "marked").x == (43.2,) and trace(fig, "marked").y == (1,)
    last = [note for note in fig.layout.annotations if note.y in (2, 3)]
    said = " ".join(note.text for note in last)
    assert "Alpha" in said and "Delta" in said
    assert VI["chart.why.missing"] in said and VI["chart.why.hidden_n"] in said


def test_the_marked_unit_is_bold_and_in_accent():
    fig = drawn()
    assert trace(fig, "marked").marker.color == look.LIGHT.accent
    accent = [text for text in texts(fig) if look.LIGHT.accent in text]
    assert len(accent) == 3 and all("<b>" in text for text in accent)
    assert ["Gamma" in accent[0], "43,20" in accent[1], ">2<" in accent[2]] == [True] * 3


def test_the_reference_line_has_its_label():
    fig = drawn(reference=43.6, reference_label="trung bình")
    assert [shape.x0 for shape in fig.layout.shapes] == [43.6]
    assert "trung bình 43,60" in texts(fig)
    assert len(drawn(reference=float("nan")).layout.shapes) == 0


def test_rank_ranges_and_intervals_are_shown_once_the_frame_brings_them():
    more = dict(rank_low=1.0, rank_high=2.0, ci_low=42.0, ci_high=45.0)
    fig = drawn(units_frame().assign(**more))
    said = VI.say("chart.ranking.rank_range", rank=2, low=1, high=2)
    assert any(said in text for text in texts(fig))
    ends = [t.x for t in fig.data if t.name == "interval"]
    assert ends == [(42.0, 45.0, None)] * 2  # not for the two units without a figure
    assert "42,00–45,00" in trace(fig, "marked").hovertext[0]


@pytest.mark.parametrize("count, height", [(17, 17 * 25), (63, 63 * 20)])
def test_many_rows_stand_closer(count, height):
    rows = [(str(i), f"Unit {i}", 40.0 + i, i, False, "ok") for i in range(1, count + 1)]
    frame = pd.DataFrame(rows, columns=units_frame().columns)
    assert drawn(frame).layout.height - ranking.TOP - ranking.BOTTOM == height


def test_equal_scores_still_have_an_axis():
    frame = units_frame().iloc[[1, 2]].assign(estimate=43.0)
    low, high = drawn(frame).layout.xaxis.range
    assert low < 43 < high and "43,00" in drawn(frame).layout.xaxis.ticktext


def test_clicks_carry_the_unit():
    assert trace(drawn(), "marked").customdata == (["c"],)


def test_alt_text_names_the_first_and_the_marked():
    alt = ranking.alt_text(units_frame(), VI)
    assert "Beta, 44,10" in alt and "Gamma" in alt and "43,20" in alt
    assert ranking.alt_text(units_frame().head(1), VI) == VI["chart.no_data"]
