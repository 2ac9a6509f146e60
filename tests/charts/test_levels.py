import pandas as pd
import pytest

from dashboard.charts import levels, look
from tests.charts import frames
from tests.charts.frames import VI, level, levels_frame, texts, trace

MINUS = "\u2212"


def drawn(rows=None, phone=False):
    frame = levels_frame() if rows is None else pd.DataFrame(rows)
    return levels.levels_and_difference(frame, VI, look.LIGHT, phone)


def test_ring_and_dot_stand_where_the_figures_are_known():
    fig = drawn()
    assert trace(fig, "year_from").x == (5.33, 7.65, 4.1)
    assert trace(fig, "year_to").x == (5.46, 7.36, 7.1)
    assert trace(fig, "year_to").customdata == (["1"], ["2"], ["4"])
    assert trace(fig, "span").x == (5.33, 5.46, None, 7.65, 7.36, None)


@pytest.mark.parametrize("phone", [False, True])
def test_a_difference_needs_both_years(phone):
    assert trace(drawn(phone=phone), "change").x == pytest.approx((0.13, -0.29))


@pytest.mark.parametrize("phone", [False, True])
def test_figures_stand_as_text(phone):
    said = " ".join(texts(drawn(phone=phone)))
    for text in (
        "<b>5,46</b>",
        "+0,13",
        f"{MINUS}0,29",
        "2022",
        "2023",
        f"<b>{VI['chart.hidden']}",
    ):
        assert text in said


def test_hidden_and_missing_are_told_apart():
    said = texts(drawn())
    columns = [text for text in said if "ẩn" in text or "–" in text.replace("1–10", "")]
    assert columns == ["<b>ẩn</b>", "ẩn", f'<span style="color:{look.LIGHT.muted}">–</span>', "–"]


def test_hover_gives_the_full_name_and_says_why_a_figure_is_hidden():
    hovers = trace(drawn(), "year_from").hovertext
    assert "The full name &lt;2&gt;" in hovers[1] and "Name 1" in hovers[0]
    assert VI["chart.why.hidden_n"] in hovers[2] and VI["chart.why.hidden_n"] not in hovers[0]


def test_the_difference_axis_is_symmetric_and_just_wide_enough():
    assert drawn().layout.xaxis2.tickvals == (-0.3, 0, 0.3)
    assert drawn().layout.xaxis2.ticktext == (f"{MINUS}0,3", "0", "+0,3")
    assert drawn([level("1", 5.0, 5.01)]).layout.xaxis2.tickvals == (-0.2, 0, 0.2)


def test_sub_dimensions_are_grouped_and_show_their_highest_score():
    rows = [level("1.1", 1.0, 1.1), level("1.2", 1.0, 1.1), level("2.1", 1.0, 1.1)]
    fig = drawn(rows)
    assert trace(fig, "highest").x == (2.5, 2.5, 2.5)
    assert trace(fig, "year_to").y == (0, 1, pytest.approx(2.55))
    assert fig.layout.xaxis.tickvals == (0, 1, 2, 3)


def test_28_rows_fit_on_one_projected_page():
    rows = [level(f"{d}.{s}", 1.0, 1.1) for d in range(1, 9) for s in range(1, 5)][:28]
    assert drawn(rows).layout.height <= 730
    assert drawn([level(str(d), 5.0, 5.1) for d in range(1, 9)]).layout.height <= 345


def test_intervals_are_drawn_once_the_frame_brings_them():
    bare = [level("1", 5.0, 5.2), level("2", 5.0, frames.LEAK, status_to="hidden_n")]
    assert "interval" not in [t.name for t in drawn(bare).data]
    ends = [row | dict(ci_low=-0.1, ci_high=0.5) for row in bare]
    fig = drawn(ends)
    assert trace(fig, "interval").x == (-0.1, 0.5, None)
    assert fig.layout.xaxis2.tickvals == (-0.5, 0, 0.5)


def test_alt_text_names_extremes_and_the_largest_difference():
    alt = levels.alt_text(levels_frame(), VI)
    for part in ("Name 2, 7,36", "Name 1, 5,46", f"Name 2, {MINUS}0,29"):
        assert part in alt
    assert levels.alt_text(levels_frame().head(0), VI) == VI["chart.no_data"]


def judged():
    """A clear rise, a clear fall, no evidence, not comparable, and a rise that may not be seen."""
    return [
        level("1", 5.0, 5.2, verdict="up", ci_low=0.1, ci_high=0.3),
        level("2", 6.0, 5.7, verdict="down", ci_low=-0.4, ci_high=-0.2),
        level("3", 5.0, 5.1, verdict="unclear", ci_low=-0.1, ci_high=0.3),
        level("4", 5.0, 5.4, verdict="not_comparable") | dict(change=None),
        level("5", 5.0, frames.LEAK, status_to="hidden_n", verdict="up"),
    ]


@pytest.mark.parametrize("phone", [False, True])
def test_only_a_verdict_gives_a_mark_its_direction_and_colour(phone):
    fig = drawn(judged(), phone)
    up, down = trace(fig, "change_up"), trace(fig, "change_down")
    assert up.x == pytest.approx((0.2,)) and up.marker.symbol == "triangle-up"
    assert down.x == pytest.approx((-0.3,)) and down.marker.symbol == "triangle-down"
    assert (up.marker.color, down.marker.color) == (look.LIGHT.accent, look.LIGHT.orange)
    plain = trace(fig, "change")
    assert plain.x == pytest.approx((0.1,)) and plain.marker.symbol == "diamond"
    assert trace(fig, "interval_up").x == (0.1, 0.3, None)


def test_verdicts_stand_beside_the_differences():
    said = [text for text in texts(drawn(judged())) if any(sign in text for sign in "▲▼◆≠")]
    words = ("▲ tăng rõ rệt", "▼ giảm rõ rệt", "◆ chưa đủ căn cứ", "≠ không so sánh được")
    assert len(said) == 4
    assert all(word in text for word, text in zip(words, said, strict=True))


def test_alt_text_says_what_clearly_rose_and_fell():
    alt = levels.alt_text(pd.DataFrame(judged()), VI)
    assert "Name 1: điểm tăng rõ rệt." in alt and "Name 2: điểm giảm rõ rệt." in alt
    assert "Name 5" not in alt.partition("Chênh lệch")[2]
