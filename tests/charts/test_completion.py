import pandas as pd
import pytest

from dashboard.charts import completion, look, task_bar
from dashboard.states import ASSIGNED
from tests.charts.frames import VI, officials_frame, texts, trace

SPACE = "\u00a0"


def plan(**counts):
    return pd.DataFrame([dict.fromkeys(ASSIGNED, 0) | counts])


def drawn(phone=False):
    return completion.by_official(officials_frame(), VI, look.LIGHT, phone)


@pytest.mark.parametrize("phone", [False, True])
def test_segments_are_counts_in_a_fixed_order_and_empty_ones_are_none(phone):
    bars = {t.name: t.x for t in drawn(phone).data if t.type == "bar"}
    assert list(bars) == list(ASSIGNED)
    assert bars["done_on_time"] == (4, None) and bars["overdue"] == (3, None)
    assert bars["done_undated"] == (None, 1) and bars["not_started"] == (None, 1)
    assert 0 not in [count for counts in bars.values() for count in counts]


@pytest.mark.parametrize("phone", [False, True])
def test_labels_give_the_share_from_five_tasks_on(phone):
    said = " ".join(texts(drawn(phone)))
    assert f"5/8 · 63{SPACE}%" in said and ">1/3<" in said
    assert "Busy" in said and "Rest &amp; Co" in said


def test_the_due_tick_is_left_out_at_zero():
    fig = drawn()
    # 5 are due, 2 of them done, and 3 are done ahead of their time: 3 are left to do
    assert trace(fig, "due_by_now").x == (8,) and trace(fig, "due_by_now").y == (0,)


def test_hover_and_clicks_carry_the_official():
    bar = trace(drawn(), "overdue")
    assert bar.customdata[0] == ["Busy in full", "overdue"]
    assert "<b>Busy in full</b>" in bar.hovertext[0] and VI["state.overdue"] in bar.hovertext[0]


def test_unit_bar_writes_a_figure_only_where_it_has_room():
    fig = task_bar.of_units(plan(done_on_time=97, overdue=1), VI, look.LIGHT)
    assert texts(fig) == ["<b>97</b>"] and fig.layout.height == 30
    assert trace(fig, "overdue").x == (1,) and trace(fig, "done_late").x == (None,)


def test_unit_bar_of_no_tasks_says_so():
    fig = task_bar.of_units(plan(), VI, look.LIGHT)
    assert texts(fig) == [VI["chart.no_data"]] and not fig.data
    assert task_bar.alt_text(plan(), VI) == VI["chart.no_data"]


def test_unit_bar_adds_up_the_units_below():
    several = pd.concat([plan(overdue=2), plan(overdue=3, done_late=1)])
    fig = task_bar.of_units(several, VI, look.LIGHT)
    assert trace(fig, "overdue").x == (5,) and trace(fig, "done_late").x == (1,)


def test_the_key_names_the_states_with_their_counts():
    html = task_bar.key_line(plan(done_on_time=1234), VI, look.DARK)
    assert f"1.234 {VI['state.done_on_time']}" in html and VI["state.overdue"] not in html
    assert look.DARK.done_on_time in html and look.LIGHT.done_on_time not in html


def test_the_key_explains_only_what_occurs_and_the_due_tick():
    html = completion.key_line(officials_frame(), VI, look.LIGHT)
    assert html.count("<i ") == len(ASSIGNED) + 1
    html = completion.key_line(officials_frame().head(1), VI, look.LIGHT)
    for key in ("state.done_on_time", "state.done_late", "state.overdue"):
        assert f"</i>{VI[key]}<" in html
    assert VI["chart.completion.due_by_now"] in html and html.count("<i ") == 4


def test_undated_and_not_due_differ_by_more_than_colour():
    bars = drawn().data
    patterns = {t.name: t.marker.pattern.shape for t in bars if t.type == "bar"}
    assert [name for name, shape in patterns.items() if shape] == ["done_undated"]
    assert trace(drawn(), "not_started").marker.line.color == look.LIGHT.open
    assert "gradient" in look.swatch(look.LIGHT, "done_undated")["background"]
    assert "border" in look.swatch(look.LIGHT, "not_started")


def test_alt_text_says_who_has_most_overdue():
    alt = completion.alt_text(officials_frame(), VI)
    assert f"6/11 · 55{SPACE}%" in alt and "Busy in full, 3" in alt
    calm = completion.alt_text(officials_frame().tail(1), VI)
    assert VI["chart.completion.alt_no_overdue"] in calm
    alt = task_bar.alt_text(plan(overdue=2), VI)
    assert f"2 {VI['state.overdue']}" in alt and VI["state.done_late"] not in alt
