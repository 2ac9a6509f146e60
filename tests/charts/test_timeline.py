from datetime import date

import pytest

from dashboard.charts import look, timeline
from tests.charts.frames import AS_OF, VI, tasks_frame, texts, trace


def drawn(phone=False):
    return timeline.of_official(tasks_frame(), VI, look.LIGHT, phone, as_of=AS_OF)


def test_due_ticks_and_done_dots_stand_at_their_dates():
    fig = drawn()
    assert trace(fig, "due").x == ("2023-06-30", "2023-03-31", "2023-10-25")
    assert trace(fig, "done").x == ("2023-08-20", "2023-05-01")
    assert trace(fig, "done").customdata == (["Late"], ["Early"])


def test_late_is_thick_to_done_or_to_today_and_early_is_thin():
    spans = [(t.x, t.line.width, t.line.color) for t in drawn().data if t.name == "span"]
    light = look.LIGHT
    assert spans == [
        (("2023-06-30", "2023-08-20"), 4, light.done_late),
        (("2023-03-31", "2023-10-20"), 4, light.overdue),
        (("2023-10-25", "2023-05-01"), 1.5, light.done_on_time),
    ]


def test_rows_say_their_state_in_words_and_only_overdue_in_orange():
    said = texts(drawn())
    late = VI.say("chart.timeline.late", days=51)
    over = VI.say("chart.timeline.overdue", days=203)
    assert f'<span style="color:{look.LIGHT.orange}">{over}</span>' in said
    assert f'<span style="color:{look.LIGHT.muted}">{late}</span>' in said
    assert [text for text in said if look.LIGHT.orange in text and over not in text] == []
    assert any(VI["state.not_started"] in text for text in said)


def test_the_phone_says_it_shorter():
    said = " ".join(texts(drawn(phone=True)))
    assert VI.say("chart.timeline.phone_overdue", days=203) in said
    assert VI.say("chart.timeline.overdue", days=203) not in said


def test_the_as_of_date_goes_through_every_row():
    line = trace(drawn(), "as_of")
    assert line.x == ("2023-10-20", "2023-10-20", None) * 4
    assert any("<b>20/10</b>" in text for text in texts(drawn()))


def test_ticks_are_quarter_ends_that_keep_clear_of_today():
    assert drawn().layout.xaxis.tickvals == ("2023-03-31", "2023-06-30", "2023-09-30")
    near = timeline.of_official(tasks_frame(), VI, look.LIGHT, as_of=date(2023, 10, 3))
    assert near.layout.xaxis.tickvals == ("2023-03-31", "2023-06-30")


def test_labels_at_the_edges_hang_inwards():
    heads = {n.x: n.xanchor for n in drawn().layout.annotations if n.yref == "paper"}
    assert heads == {
        "2023-03-31": "left",
        "2023-06-30": "center",
        "2023-09-30": "center",
        "2023-10-20": "right",
    }


def test_several_years_are_ticked_by_their_ends_with_the_year():
    frame = tasks_frame().assign(due=["2021-06-30", "2022-03-31", "2023-10-25", None])
    fig = timeline.of_official(frame, VI, look.LIGHT, as_of=AS_OF)
    assert fig.layout.xaxis.tickvals == ("2021-12-31", "2022-12-31")
    assert any("31/12/2022" in text for text in texts(fig))


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_key_explains_the_marks(mode):
    html = timeline.key_line(VI, look.look(mode))
    for name in ("due", "done", "span"):
        assert VI[f"chart.timeline.key_{name}"] in html
    assert look.look(mode).overdue in html


def test_hover_gives_full_dates():
    assert "31/03/2023" in trace(drawn(), "due").hovertext[1]


def test_alt_text_counts_the_states():
    alt = timeline.alt_text(tasks_frame(), VI, as_of=AS_OF)
    assert "20/10/2023" in alt and f"1 {VI['state.overdue']}" in alt
