import pandas as pd
import pytest

from dashboard import groups
from dashboard.charts import keys, look, ranking, tiles
from tests.charts.frames import VI, tiles_frame, trace, units_frame


def drawn(frame=None, **more):
    return tiles.provinces(tiles_frame() if frame is None else frame, VI, look.LIGHT, **more)


def test_a_square_has_the_colour_of_its_group_and_the_withheld_none():
    fig = drawn()
    assert trace(fig, "high").fillcolor == "#0B4B47" and trace(fig, "low").fillcolor == "#CFE6E1"
    assert trace(fig, "high").x[0] == 0 - 0.485 and trace(fig, "high").x[-1] is None
    assert trace(fig, "withheld").fill is None and trace(fig, "withheld").line.dash == "dash"
    assert trace(fig, "names").text == ("<b>One</b>", "Two &lt;B&gt;", "Three –")


def test_the_marked_square_has_a_ring_parted_from_its_fill():
    fig = drawn()
    order = [t.name for t in fig.data]
    assert order.index("high") < order.index("gap") < order.index("marked")
    assert trace(fig, "marked").line.color == look.LIGHT.text
    assert trace(fig, "gap").line.color == look.LIGHT.background


def test_hover_says_score_place_and_group_or_that_nothing_was_published():
    one, _, three = trace(drawn(), "names").hovertext
    assert [text in one for text in ("44,10", "hạng 1", "nhóm: Cao")] == [True] * 3
    assert three == "<b>Province 3</b><br>– chưa công bố điểm"


def test_names_take_two_lines_on_the_phone():
    assert trace(drawn(phone=True), "names").text[1] == "Two<br>&lt;B&gt;"
    assert drawn(phone=True).layout.height > drawn().layout.height


def test_scores_without_groups_are_outlined():
    fig = drawn(tiles_frame().assign(group=None))
    assert trace(fig, "ungrouped").x.count(None) == 2
    assert {t.name for t in fig.data}.isdisjoint(groups.GROUPS)


def test_alt_text_counts_the_groups_and_names_the_marked():
    assert tiles.alt_text(tiles_frame(), VI) == (
        "Sơ đồ 2 tỉnh, thành phố có điểm, tô theo nhóm. Cao: 1; Thấp: 1. "
        "Province 1 thuộc nhóm Cao. 1 tỉnh chưa công bố điểm."
    )
    assert tiles.alt_text(tiles_frame().assign(score=None), VI) == VI["chart.no_data"]


def test_key_line_names_the_groups_with_their_cuts():
    said = keys.groups_by_quartile([43.2, 44.375, 46.0], VI, look.LIGHT, withheld=True)
    for text in ("Cao: từ 46,00", "Trung bình cao: 44,38 đến dưới 46,00",
                 "Trung bình thấp: 43,20 đến dưới 44,38", "Thấp: dưới 43,20",
                 "– chưa công bố điểm"):  # fmt: skip
        assert f"</i>{text}</span>" in said
    none = keys.groups_by_quartile([float("nan")] * 3, VI, look.LIGHT)
    assert "Dưới 8 đơn vị có điểm: không chia nhóm." in none and "Cao" not in none


@pytest.mark.parametrize("theme", [look.LIGHT, look.DARK])
def test_ranking_has_a_strip_of_groups_beside_the_names(theme):
    rows = [(str(i), f"Unit {i}", 50.0 - i, i + 1, False, "ok") for i in range(4)]
    frame = pd.DataFrame(rows, columns=units_frame().columns)
    frame["group"] = ["high", "high", "low", None]
    boxes = [
        shape for shape in ranking.ranked(frame, VI, theme).layout.shapes if shape.type == "rect"
    ]
    assert [(box.y0, box.y1) for box in boxes] == [(1.54, 2.46), (-0.46, 1.46)]
    assert [box.fillcolor for box in boxes] == [theme.groups[0], theme.groups[3]]
