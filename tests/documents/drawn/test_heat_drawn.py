"""Villages by component, drawn: heads take the lines that they need."""

import pytest

from dashboard.charts.look import LIGHT
from dashboard.documents.drawn.figure_marks import draw
from dashboard.documents.drawn.marks import Text
from dashboard.documents.model.figures import Heat, HeatCell, HeatRow


@pytest.mark.parametrize("width", (1200, 482, 380))
def test_no_head_of_villages_by_component_is_cut(width):
    """The eight names as they are: in narrow papers they ended in "…"."""
    names = (
        "1 Tham gia của người dân ở cơ sở",
        "2 Công khai, minh bạch",
        "3 Trách nhiệm giải trình với người dân",
        "4 Kiểm soát tham nhũng khu vực công",
        "5 Thủ tục hành chính công",
        "6 Cung ứng dịch vụ công",
        "7 Quản trị môi trường",
        "8 Quản trị điện tử",
    )
    rows = tuple(HeatRow(f"Thôn {n}", (HeatCell("5,33", step=0),) * 8) for n in range(7))
    drawing = draw(Heat(names, rows, "Thôn"), width, 300, LIGHT, 9.5)
    texts = [mark for mark in drawing.marks if isinstance(mark, Text)]
    first = next(n for n, mark in enumerate(texts) if mark.text == "Thôn 0")
    heads = [mark.text for mark in texts[:first]]
    assert " ".join(heads) == " ".join(names)
    assert all(mark.y - mark.size / 2 >= 0 and mark.y + mark.size / 2 <= 300 for mark in texts)
