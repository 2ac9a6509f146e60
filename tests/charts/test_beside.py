from dashboard.charts import beside, look
from tests.charts.frames import LEAK, VI, beside_frame, texts, trace

NAMES = {"unit": "Xã An", "province": "Hưng Yên"}


def drawn(frame=None, **more):
    frame = beside_frame() if frame is None else frame
    return beside.scores(frame, VI, look.LIGHT, **NAMES, **more)


def test_marks_stand_at_their_scores_and_are_not_joined():
    fig = drawn()
    assert trace(fig, "own").x == (5.0,) and trace(fig, "own").y == (1,)
    assert trace(fig, "province").x == (5.5, 6.5) and trace(fig, "median").x == (5.25, 6.25)
    # each survey in a panel of its own, with a gap between
    assert [trace(fig, name).xaxis for name in ("own", "province", "median")] == ["x", "x2", "x2"]
    assert fig.layout.xaxis.domain[1] + 0.05 < fig.layout.xaxis2.domain[0]
    assert {t.mode for t in fig.data} == {"markers"} and not fig.layout.shapes
    assert len({trace(fig, name).marker.symbol for name in ("own", "province", "median")}) == 3


def test_the_total_has_figures_and_no_mark():
    fig = drawn()
    assert "<b>44,00</b>" in texts(fig) and "44,23" in texts(fig)
    assert all(x < 40 for t in fig.data for x in t.x)


def test_parts_are_drawn_on_their_own_scale_and_their_dimension_has_figures():
    parts = beside_frame().assign(scale_low=1 / 3, scale_high=10 / 3, level="sub_dimension")
    parts["level"] = ["dimension", *parts.level[1:]]
    fig = drawn(parts)
    low, high = fig.layout.xaxis.range
    assert low < 1 / 3 and 10 / 3 < high < 4 and fig.layout.xaxis.ticktext == ("0,33", "3,33")
    assert 0 not in trace(fig, "own").y and "<b>44,00</b>" in texts(fig)


def test_hidden_own_score_is_said_and_nowhere_drawn():
    fig = drawn()
    assert "<b>ẩn</b>" in texts(fig) and str(LEAK) not in fig.to_json()
    assert "6,67" not in beside.alt_text(beside_frame(), VI, **NAMES)


def test_every_mark_says_which_survey_it_is_of():
    assert "khảo sát của xã" in trace(drawn(), "own").hovertext[0]
    assert "khảo sát khác" in trace(drawn(), "province").hovertext[0]
    key = beside.key_line(VI, look.LIGHT, **NAMES)
    assert "Hưng Yên, PAPI đã công bố (khảo sát khác)" in key
    hostile = beside.key_line(VI, look.LIGHT, unit="<b>x", province="y & z")
    assert "<b>" not in hostile and "&lt;b&gt;x" in hostile and "y &amp; z" in hostile


def test_alt_text_names_the_figures():
    said = beside.alt_text(beside_frame(), VI, **NAMES)
    assert "khảo sát khác" in said
    assert "Name 1: 5,00; PAPI tỉnh 5,50; trung vị 5,25." in said
    assert "Name 2: ẩn; PAPI tỉnh 6,50; trung vị 6,25." in said


def test_equal_scores_of_province_and_median_are_both_seen():
    fig = drawn(beside_frame().assign(median=beside_frame().score_to))
    square, tick = trace(fig, "province"), trace(fig, "median")
    row = 36  # pixels
    for above, below in zip(square.y, tick.y, strict=True):
        sizes = (square.marker.size + square.marker.line.width) / 2 + tick.marker.size
        assert (below - above) * row > sizes


def test_phone_writes_each_survey_s_figures_above_its_panel():
    said = texts(drawn(phone=True))
    assert "<b>5,00</b>" in said and "5,50 · trung vị 5,25" in said
