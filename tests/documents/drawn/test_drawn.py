"""Drawings of figures: inside their box, nothing over anything, every value where it belongs."""

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest

from dashboard.charts.look import DARK, LIGHT
from dashboard.documents import text_widths
from dashboard.documents.drawn import figure_picture, signs
from dashboard.documents.drawn.figure_marks import draw
from dashboard.documents.drawn.marks import Circle, Line, Polygon, Rect, Text
from dashboard.documents.drawn.svg import svg
from dashboard.documents.model.figures import Changes, Completion, Heat, Levels, Spans
from dashboard.errors import DashboardError
from tests.documents.papers_made import LONG, NAMES, STAMP, parts

FIGURES = {part.name: part.figure for part in parts() if part.figure}
BOXES = {
    "slide": (1184.0, 470.0, 22.0),
    "page": (462.0, 240.0, 11.0),
    "narrow": (260.0, 300.0, 9.0),
}
SVG = "{http://www.w3.org/2000/svg}"


def renamed(figure, names):
    """The figure with as many rows as names, its own over and over."""
    rows = [replace(figure.rows[n % len(figure.rows)], name=name) for n, name in enumerate(names)]
    return replace(figure, rows=tuple(rows))


HOSTILE = ("", "=1+1 <b>&", LONG, "W" * 300, "từ " * 400, *(f"{LONG}{n}" for n in range(3)))
ROWS = {
    "8": [NAMES[n] for n in range(8)],
    "30": [f"{NAMES[n % 8]}, thôn {n}" for n in range(30)],
    "1": ["Thôn Đông"],
    "hostile": HOSTILE,
}


def extent(mark):
    """Left, top, right, bottom of a mark, letters as wide as they are measured."""
    match mark:
        case Text():
            wide = text_widths.width(mark.text, mark.size, mark.bold)
            left = mark.x - {"left": 0, "middle": wide / 2, "right": wide}[mark.anchor]
            return left, mark.y - 0.5 * mark.size, left + wide, mark.y + 0.5 * mark.size
        case Line():
            xs, ys = sorted((mark.x1, mark.x2)), sorted((mark.y1, mark.y2))
            return xs[0], ys[0], xs[1], ys[1]
        case Circle():
            x, y, r = mark.x, mark.y, mark.radius
            return x - r, y - r, x + r, y + r
        case Rect():
            return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
        case Polygon():
            xs, ys = zip(*mark.points, strict=True)
            return min(xs), min(ys), max(xs), max(ys)


def texts_over_each_other(drawing):
    """Pairs of texts whose letters share more than a hair's breadth."""
    boxes = [(mark.text, extent(mark)) for mark in drawing.marks if isinstance(mark, Text)]
    return [
        (one, other)
        for (one, a), (other, b) in combinations(boxes, 2)
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 0.5
    ]


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("kind", FIGURES)
def test_everything_is_inside_the_box_and_no_text_over_another(kind, box, rows):
    width, height, size = BOXES[box]
    drawing = draw(renamed(FIGURES[kind], ROWS[rows]), width, height, LIGHT, size)
    assert (drawing.width, drawing.height) == (width, height)
    for mark in drawing.marks:
        left, top, right, bottom = extent(mark)
        assert left >= -0.5 and top >= -0.5, mark
        assert right <= width + 0.5 and bottom <= height + 0.5, mark
    assert texts_over_each_other(drawing) == []


@pytest.mark.parametrize("kind", FIGURES)
def test_light_and_dark_are_the_same_geometry(kind):
    both = [draw(FIGURES[kind], 600, 300, look).marks for look in (LIGHT, DARK)]
    assert list(map(extent, both[0])) == list(map(extent, both[1]))
    assert both[0] != both[1]


@pytest.mark.parametrize("kind", FIGURES)
def test_no_rows_say_why(kind):
    nothing = replace(FIGURES[kind], rows=(), alt="Không có dữ liệu.")
    assert [mark.text for mark in draw(nothing, 400, 200, LIGHT).marks] == ["Không có dữ liệu."]


def spoken(drawing):
    return [mark.text for mark in drawing.marks if isinstance(mark, Text)]


def ticks(drawing, *texts):
    """The x of texts of an axis: the lowest text of each name."""
    found = {m.text: m.x for m in sorted(drawing.marks, key=lambda m: extent(m)[1])
             if isinstance(m, Text) and m.anchor == "middle"}  # fmt: skip
    return [found[text] for text in texts]


def test_levels_stand_where_the_scale_says():
    figure = FIGURES["components"]
    assert isinstance(figure, Levels)
    drawing = draw(figure, 1184, 470, LIGHT, 22)
    one, ten = ticks(drawing, "1", "10")
    dots = [mark for mark in drawing.marks if isinstance(mark, Circle)][2:]  # two are of the head
    for row, (before, after) in zip(
        [row for row in figure.rows if row.before], zip(dots[::2], dots[1::2], strict=True),
        strict=True,
    ):  # fmt: skip
        for value, dot in ((row.before, before), (row.after, after)):
            assert dot.x == pytest.approx(one + (value.number - 1) / 9 * (ten - one))
    assert len(dots) == 14  # the hidden row has none
    assert spoken(drawing).count("ẩn") == 2


def test_a_score_outside_its_scale_stays_inside_the_plot():
    figure = FIGURES["components"]
    after = replace(figure.rows[0].after, value="11.5", text="11,50")
    one = replace(figure.rows[0], after=after, after_text="11,50")
    drawing = draw(replace(figure, rows=(one, *figure.rows[1:])), 600, 300, LIGHT)
    dot = [mark for mark in drawing.marks if isinstance(mark, Circle)][3]
    assert extent(dot)[2] < next(m.x for m in drawing.marks if getattr(m, "text", "") == "11,50")
    assert dot.x > ticks(drawing, "10")[0]


def test_changes_have_a_sign_a_verdict_and_the_interval_of_the_row():
    figure = FIGURES["change"]
    assert isinstance(figure, Changes)
    drawing = draw(figure, 1184, 470, LIGHT, 22)
    zero, half = ticks(drawing, "0", "+0,5")
    shapes = [mark for mark in drawing.marks if isinstance(mark, Polygon)]
    # rows up, unclear, down, unclear, up, not comparable, hidden, unclear; those without a
    # triangle are hollow; then the five words that a shape stands before, "≠" being a letter
    assert [len(one.points) for one in shapes[:7]] == [3, 4, 3, 4, 3, 4, 4]
    assert [one.fill == LIGHT.background for one in shapes[:7]] == [
        n in (1, 3, 5, 6) for n in range(7)
    ]
    assert shapes[0].points[0][1] < shapes[0].points[1][1]  # ▲
    assert shapes[2].points[0][1] > shapes[2].points[1][1]  # ▼
    thick = [
        mark for mark in drawing.marks if isinstance(mark, Line) and mark.colour == LIGHT.accent
    ]
    ends = [(line.x1, line.x2) for line in thick]
    # +0.3 with 0.1 to 0.5 around it
    assert ends == [pytest.approx((zero + 0.2 * (half - zero), half))] * 2
    assert spoken(drawing).count("tăng rõ rệt") == 2 and "≠ không so sánh được" in spoken(drawing)


def test_a_slide_of_some_rows_keeps_the_axis_of_all():
    figure = FIGURES["change"]
    wide = replace(figure.rows[0], high=replace(figure.rows[0].high, value="1.9"))
    whole = replace(figure, rows=(wide, *figure.rows[1:]))
    some = replace(whole, rows=whole.rows[4:])
    assert "+1,9" in spoken(draw(some, 900, 300, LIGHT, 14, whole))
    assert "+1,9" not in spoken(draw(some, 900, 300, LIGHT, 14))


def test_bars_are_as_long_as_their_counts_and_the_tick_stands_at_those_due():
    figure = FIGURES["officials"]
    assert isinstance(figure, Completion)
    drawing = draw(figure, 1184, 470, LIGHT, 22)
    none, all_six = ticks(drawing, "0", "6")
    task = (all_six - none) / 6
    late = [m for m in drawing.marks if isinstance(m, Rect) and m.fill == LIGHT.overdue][1:]
    assert [m.x for m in late] == pytest.approx([none + 3 * task] * 3)
    assert [m.width for m in late] == pytest.approx([2 * task - 1.5] * 3)
    due = [m for m in drawing.marks if isinstance(m, Line) and m.colour == LIGHT.text][1:]
    assert [m.x1 for m in due] == pytest.approx([none + 4 * task] * 3)
    for number in (m for m in drawing.marks if isinstance(m, Text) and m.text == "2"):
        assert abs(number.x - due[0].x1) > 10 or number.anchor != "middle" or number.y > due[-1].y2


def test_a_count_that_its_part_has_no_room_for_is_left_out():
    figure = FIGURES["officials"]
    many = replace(figure.rows[0].counts[0].count, value="400", text="400")
    first = replace(figure.rows[0].counts[0], count=many)
    row = replace(figure.rows[0], counts=(first, *figure.rows[0].counts[1:]))
    said = spoken(draw(replace(figure, rows=(row,)), 500, 200, LIGHT))
    assert "400" in said and "1" not in said


def test_spans_show_the_own_unit_and_the_whole():
    figure = FIGURES["villages"]
    assert isinstance(figure, Spans)
    drawing = draw(figure, 1184, 470, LIGHT, 22)
    assert "toàn xã 42,50" in spoken(drawing)
    low, high = ticks(drawing, "40", "44")
    across = next(m for m in drawing.marks if isinstance(m, Line) and m.dash)
    assert across.x1 == pytest.approx(low + (42.5 - 40) / 4 * (high - low))
    own = [m for m in drawing.marks if isinstance(m, Rect)]
    assert [m.fill for m in own] == [LIGHT.blue_tint]
    bold = {m.text for m in drawing.marks if isinstance(m, Text) and m.bold}
    assert bold == {"Thôn 2", "42,00", "cao hơn rõ rệt", "thấp hơn rõ rệt", "toàn xã 42,50"}
    # three rows are shown: no mark of the hidden one
    bottom = max(m.y for m in drawing.marks if isinstance(m, Text) and m.text == "Thôn 4") - 20
    assert not [
        m for m in drawing.marks if isinstance(m, Polygon | Circle) and extent(m)[1] > bottom
    ]


def test_cells_have_the_colour_of_their_step_and_hidden_ones_none():
    figure = FIGURES["heat"]
    assert isinstance(figure, Heat)
    drawing = draw(figure, 1184, 470, LIGHT, 22)
    cells = [m for m in drawing.marks if isinstance(m, Rect) and m.height > 30]
    assert cells[0].fill == LIGHT.difference[3]  # village 1, column 1: no difference
    assert cells[7].fill == LIGHT.difference[0]  # column 8: -7, at most -3
    assert LIGHT.hidden in [cell.fill for cell in cells]
    assert spoken(drawing).count("ẩn") == 1


def test_not_a_number_is_no_mark():
    figure = FIGURES["components"]
    broken = replace(figure.rows[0].after, value="nan")
    rows = tuple(replace(row, before=None, after=broken) for row in figure.rows)
    drawing = draw(replace(figure, rows=rows), 600, 300, LIGHT)
    assert len([m for m in drawing.marks if isinstance(m, Circle)]) == 2  # of the head


def test_names_that_would_be_cut_alike_stay_apart():
    names = [f"Ban chỉ đạo nâng cao hiệu quả quản trị và hành chính công tổ {n}" for n in range(9)]
    drawing = draw(renamed(FIGURES["villages"], names), 300, 200, LIGHT, 14)
    shown = [text for text in spoken(drawing) if text.startswith("Ba") and "…" in text]
    assert len(shown) == 9 == len(set(shown))


def test_a_drawing_as_svg_has_its_texts_its_title_and_its_alternative():
    drawing = draw(renamed(FIGURES["change"], HOSTILE), 800, 400, LIGHT, 16)
    root = ElementTree.fromstring(svg(drawing, 'A <b> & "c"', name="one"))
    assert root.attrib["role"] == "img" and root.attrib["aria-labelledby"] == "one-title one-desc"
    assert root.findtext(f"{SVG}title") == 'A <b> & "c"'
    assert root.findtext(f"{SVG}desc") == drawing.alt
    assert [one.text or "" for one in root.iter(f"{SVG}text")] == spoken(drawing)


@pytest.mark.parametrize("odd", [False, True])
def test_a_picture_says_what_it_is_of(odd):
    for part in parts(odd):
        if part.figure is None:
            continue
        drawing = figure_picture.picture(part, STAMP, LIGHT)
        said = " ".join(spoken(drawing))
        for text in (str(part.title), part.measure, str(part.note), part.source, STAMP.line):
            assert text in said, part.name
        assert texts_over_each_other(drawing) == []
        for mark in drawing.marks:
            left, top, right, bottom = extent(mark)
            assert min(left, top) >= -0.5 and right <= 1200.5 and bottom <= drawing.height + 0.5
        ElementTree.fromstring(figure_picture.picture_svg(part, STAMP, DARK).encode())


def test_a_picture_keeps_the_height_it_is_given_where_there_is_room():
    part = parts()[2]
    assert figure_picture.picture(part, STAMP, LIGHT, 1200, 900).height == 900
    assert figure_picture.picture(part, STAMP, LIGHT, 1200, 10).height > 300


@pytest.mark.parametrize("bold", [False, True])
def test_what_is_cut_or_wrapped_fits_its_room(bold):
    for text in (*NAMES, *HOSTILE, "a " * 90, "Đặng-Nguyễn " * 9):
        for room in (15, 40, 90, 300):
            lines = text_widths.wrapped(text, 14, room, 3, bold)
            assert 1 <= len(lines) <= 3
            assert all(text_widths.width(line, 14, bold) <= room + 0.02 for line in lines)
            whole = " ".join(lines).split() == text.split() or "".join(lines) == text
            assert whole or lines[-1].endswith("…")


def test_a_sign_that_is_a_letter_stays_one():
    assert [m.text for m in signs.worded("≠ khác", 0, 0, 10, 99, "#000000")] == ["≠ khác"]
    shape, text = signs.worded("◆ chưa rõ", 0, 0, 10, 99, "#000000")
    assert isinstance(shape, Polygon) and text.text == "chưa rõ"


def test_without_its_fonts_nothing_is_drawn(no_fonts):
    with pytest.raises(DashboardError, match="font_missing"):
        draw(FIGURES["components"], 600, 300, LIGHT)
