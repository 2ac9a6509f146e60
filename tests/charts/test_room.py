from dashboard.charts import look, room
from tests.charts.frames import LEAK, VI, rooms_frame, texts, trace


def drawn(**more):
    return room.parts(rooms_frame(), VI, look.LIGHT, **more)


def test_dot_stands_at_the_score_and_what_is_needed_has_a_larger_scale_of_its_own():
    fig = drawn()
    assert trace(fig, "now").x == (1.0, 2.0) and trace(fig, "now").y == (0, 1)
    assert trace(fig, "needed").x == (0, 0.75, None, 0, 0.25, None)
    assert trace(fig, "needed").xaxis == "x2" and trace(fig, "needed").line.width >= 6
    # the longest takes nearly all of its panel
    assert fig.layout.xaxis2.range[1] < 0.8 and fig.layout.xaxis2.domain[0] > 0.6
    assert trace(fig, "scale").x == (0.25, 2.5, None) * 2


def test_columns_say_room_share_and_what_to_add():
    said = texts(drawn())
    assert ["<b>1,50</b>" in said, "75,0\u00a0%" in said, "+0,75" in said] == [True] * 3


def test_hidden_and_missing_say_so_and_have_no_mark():
    said = texts(drawn())
    assert "<b>ẩn</b>" in said and "<b>–</b>" in said
    assert str(LEAK) not in drawn().to_json() and "6,67" not in str(said)


def test_a_goal_that_is_reached_draws_no_line():
    frame = rooms_frame().assign(needed=None, reach=None)
    fig = room.parts(frame, VI, look.LIGHT)
    assert trace(fig, "needed").x == () and trace(fig, "now").x == (1.0, 2.0)
    assert fig.layout.xaxis2.visible is False and fig.layout.xaxis.domain is None


def test_strokes_are_seen_in_both_themes():
    for theme in (look.LIGHT, look.DARK):
        fig = room.parts(rooms_frame(), VI, theme)
        for name in ("scale", "needed"):
            assert look.contrast(trace(fig, name).line.color, theme.background) >= 3


def test_hover_and_alternative_text():
    assert "cần +0,75, thành 1,75" in trace(drawn(), "now").hovertext[0]
    assert room.alt_text(rooms_frame(), VI) == (
        "Chỗ còn lại đến hết thang của 2 nội dung. Nhiều nhất: Name 2.1 1,50; Name 2.2 0,50."
    )


def test_phone_writes_room_and_need_above_the_track():
    assert "<b>1,50</b> · +0,75" in texts(drawn(phone=True))
