import pandas as pd
import pytest

from dashboard.charts import heatmap, look
from tests.charts.frames import VI, cell, texts, trace, villages_frame


def drawn(frame=None, phone=False, theme=look.LIGHT):
    frame = villages_frame() if frame is None else frame
    return heatmap.villages_by_component(frame, VI, theme, phone)


def test_the_whole_commune_comes_last_and_has_no_colour():
    z = trace(drawn(), "level").z
    assert len(z) == 3 and list(z[2]) == [None, None]
    assert trace(drawn(), "level").customdata[2][0] == ["", "1"]


def test_only_a_clear_difference_has_a_colour_the_wider_the_darker():
    rows = [cell("", "1", 5.0)]
    said = {"Up": (5.6, "above"), "Near": (5.1, "above"), "Not": (5.6, "unclear")}
    said |= {"Down": (4.4, "below"), "Unasked": (4.4, None)}
    rows += [cell(name, "1", score) | {"verdict": one} for name, (score, one) in said.items()]
    fig = drawn(pd.DataFrame(rows))
    assert [list(row) for row in trace(fig, "level").z[:5]] == [[6], [4], [3], [0], [3]]
    assert trace(fig, "score").text[1:] == (
        *("<b>▲ 5,60</b>", "<b>▲ 5,10</b>", "5,60", "<b>▼ 4,40</b>", "4,40"),
    )
    hover = trace(fig, "level").hovertext
    assert "cao hơn rõ rệt" in hover[0][0] and "không khác rõ" in hover[2][0]


def test_steps_are_the_same_points_in_all_columns():
    rows = [cell("", "1", 5.0), cell("", "2", 7.0)]
    rows += [
        cell(f"V{away}", code, base + away) | {"verdict": "above" if away > 0 else "below"}
        for away in (0.6, 0.2, -0.6)
        for code, base in (("1", 5.0), ("2", 7.0))
    ]
    z = trace(drawn(pd.DataFrame(rows)), "level").z
    assert [list(row) for row in z[:3]] == [[6, 6], [4, 4], [0, 0]]


def test_the_total_has_a_column_by_its_name_and_steps_of_its_own_scale():
    wide = {"scale_low": 8.0, "scale_high": 80.0, "is_sum": True, "name": "Tổng điểm"}
    part = {"is_sum": False}
    rows = [cell("", "PAPI", 44.0) | wide, cell("", "1", 5.0) | part]
    for name, away in (("A", 0.6), ("B", 0.2), ("C", -0.6)):
        said = {"verdict": "above" if away > 0 else "below"}
        rows.append(cell(name, "PAPI", 44 + 8 * away) | wide | said)
        rows.append(cell(name, "1", 5 + away) | part | said)
    fig = drawn(pd.DataFrame(rows))
    assert [list(row) for row in trace(fig, "level").z[:3]] == [[6, 6], [4, 4], [0, 0]]
    assert "PAPI" not in " ".join([*texts(fig), *trace(fig, "level").hovertext[0]])
    assert any("Tổng</b></span> điểm" in text for text in texts(fig))
    assert any(text.endswith("Tổng</b></span>") for text in texts(drawn(pd.DataFrame(rows), True)))
    assert "Name 1: 4,40" in heatmap.alt_text(pd.DataFrame(rows), VI)


def test_the_chosen_village_is_framed():
    fig = heatmap.villages_by_component(villages_frame(), VI, look.LIGHT, chosen="North side")
    assert (min(y for y in trace(fig, "chosen").y if y is not None)) == -0.5
    assert "chosen" not in [trace.name for trace in drawn().data]


def test_hidden_is_hatched_missing_is_bare_and_neither_has_a_colour():
    fig = drawn()
    assert list(trace(fig, "level").z[1]) == [None, None]
    assert trace(fig, "hidden").fillpattern.shape == "/" and len(trace(fig, "hidden").x) == 6
    assert len(trace(fig, "missing").x) == 6
    scores = trace(fig, "score")
    assert scores.text == ("<b>5,00</b>", "<b>6,00</b>", "5,20", "5,10", "–")
    assert texts(fig).count(VI["chart.hidden"]) == 1


def test_hover_says_why_a_cell_is_empty():
    hover = trace(drawn(), "level").hovertext
    assert VI["chart.why.hidden_n"] in hover[1][0] and VI["chart.why.missing"] in hover[1][1]
    assert "5,20" in hover[0][0] and "+0,20" in hover[0][0] and "Name 1" in hover[0][0]


def test_few_respondents_are_marked_beside_n():
    said = " ".join(texts(drawn()))
    assert "n = 7, ít phiếu" in said and "n = 40<" in said and "n = 90<" in said
    assert any(text.endswith("<br>ít phiếu") for text in texts(drawn(phone=True)))


def test_the_key_names_the_three_colours_and_explains_the_signs_used():
    html = heatmap.key_line(villages_frame(), VI, look.DARK)
    assert all(look.DARK.difference[step] in html for step in (1, 3, 5))
    for key in ("above", "below", "unclear"):
        assert VI[f"against.key_{key}"] in html
    for key in ("few", "hidden", "missing"):
        assert VI[f"chart.heatmap.key_{key}"] in html
    sound = heatmap.key_line(villages_frame().head(4), VI, look.LIGHT)
    assert VI["chart.heatmap.key_hidden"] not in sound and "ít phiếu" not in sound


@pytest.mark.parametrize("theme", [look.LIGHT, look.DARK], ids=["light", "dark"])
def test_figures_are_readable_on_their_cell(theme):
    rows = [cell("", "1", 5.0)] + [cell(f"V{i}", "1", 5.0 + (i - 3) * 0.2) for i in range(7)]
    rows = [row | {"verdict": "above" if row["estimate"] > 5 else "below"} for row in rows]
    rows[4]["verdict"] = "unclear"
    fig = drawn(pd.DataFrame(rows), theme=theme)
    steps = [int(row[0]) for row in trace(fig, "level").z[:7]]
    inks = trace(fig, "score").textfont.color[1:]
    assert steps == [0, 1, 2, 3, 4, 5, 6]
    pairs = zip(inks, steps, strict=True)
    assert min(look.contrast(ink, theme.difference[step]) for ink, step in pairs) >= 4.5


def wide_frame():
    codes = [f"{d}.{s}" for d in range(1, 5) for s in range(1, 4)]
    return pd.DataFrame([cell(v, c, 1.5) for v in ("North side", "") for c in codes])


def test_many_components_are_headed_by_their_codes():
    assert "<b>1.1</b>" in " ".join(texts(drawn(wide_frame())))
    assert "Name" not in " ".join(texts(drawn(wide_frame())))
    assert "Name" in " ".join(texts(drawn()))


def test_on_the_phone_many_components_become_rows():
    fig = drawn(wide_frame(), phone=True)
    assert (len(trace(fig, "level").z), len(trace(fig, "level").z[0])) == (12, 2)
    assert [note.textangle for note in fig.layout.annotations].count(-60) == 2


def test_on_the_phone_names_lose_the_word_they_share_and_scores_a_decimal():
    rows = [cell("Thôn Đông", "1", 5.26), cell("Thôn Thượng Cát", "1", 5.0)]
    fig = drawn(pd.DataFrame(rows), phone=True)
    assert {"Đông", "Thượng<br>Cát"} <= set(texts(fig))
    assert trace(fig, "score").text == ("5,3", "5,0")


def test_alt_text_says_where_villages_differ_most():
    rows = [cell("A", "1", 5.0), cell("B", "1", 5.2), cell("A", "2", 4.0), cell("B", "2", 7.0)]
    alt = heatmap.alt_text(pd.DataFrame(rows), VI)
    assert "Name 2: 4,00" in alt and "7,00" in alt and "2 thôn" in alt
