"""Why a figure is what it is, and what clearly changed: said by hand."""

import pandas as pd

from dashboard.sentences import answering, changed
from tests.charts.frames import VI

DOWN = ("5.1", "5", "Chứng thực", "sub_dimension", 2.651, 2.534, -0.117, "down")
SAME = ("5.3", "5", "Giấy đất", "sub_dimension", 2.1, 2.0, -0.1, "unclear")
UP = ("8.2", "8", "Internet", "sub_dimension", 2.4, 2.7, 0.3, "up")
WHOLE = ("8", "8", "Điện tử", "dimension", 3.0, 3.5, 0.5, "up")
COLUMNS = [
    *("component", "parent", "name", "level", "estimate_from", "estimate_to", "change"),
    "verdict",
]


def frame(*rows: tuple) -> pd.DataFrame:
    found = pd.DataFrame(rows, columns=COLUMNS)
    return found.assign(status_from="ok", status_to="ok", scale_high=3.33)


def test_parts_that_clearly_changed_and_the_most_room():
    """2.53 less 2.65 as shown; 3.33 less 2.00 is the widest."""
    assert answering.of_parts(frame(DOWN, SAME), 2022, VI) == [
        "Nội dung giảm rõ rệt: 5.1 Chứng thực (2,53; chênh \u22120,12).",
        "Còn cách mức cao nhất xa nhất: 5.3 Giấy đất (2,00 trên 3,33).",
    ]
    asked = answering.of_parts(frame(DOWN).assign(level="question"), 2022, VI)
    assert asked == ["Câu hỏi có điểm giảm rõ rệt: 5.1 Chứng thực (2,53; chênh \u22120,12)."]
    assert answering.of_parts(frame(SAME), 2022, VI) == [
        "Không phần nào thay đổi rõ rệt so với 2022."
    ]


def test_a_village_beside_the_rest_and_only_sure_ones_below():
    rows = [
        ("A", 2.0, "below", "ok"),
        ("B", 1.0, "below", "caution"),
        ("C", None, None, "hidden_n"),
    ]
    apart = pd.DataFrame(rows, columns=["village", "estimate", "verdict", "status"])
    whole = pd.Series({"estimate": 2.345, "status": "ok"})
    assert answering.of_villages(apart, None, whole, VI) == [
        "Thôn thấp hơn rõ rệt phần còn lại của xã: A."
    ]
    said = answering.of_villages(apart, "B", whole, VI)
    assert said == [
        "B so với phần còn lại của xã: ▼ thấp hơn rõ rệt (cả xã 2,35).",
        "Thôn ít phiếu: đọc thận trọng.",
    ]
    assert answering.of_villages(apart, "C", whole, VI) == []


def test_clear_changes_fall_first_then_dimensions_with_all_their_leads():
    duties = pd.DataFrame(
        [("5.1", "5", "Ông A; Bà B"), ("8.1", "8", "Bà B"), ("8.2", "8", "Ông C; Bà B")],
        columns=["component", "dimension", "officials"],
    )
    listed = changed.clear(frame(UP, SAME, WHOLE, DOWN), duties, VI)
    assert [duty.component for duty in listed] == ["5.1", "8", "8.2"]
    assert listed[0].urgent == "▼ giảm rõ rệt"
    assert listed[0].facts == "2,65 → 2,53, chênh \u22120,12"
    assert listed[0].officials == ("Ông A", "Bà B") and listed[1].officials == ("Bà B", "Ông C")
    assert listed[2].facts.startswith("▲ tăng rõ rệt · 2,40 → 2,70")
    said = changed.title(listed, VI).replace("\u00a0", " ")
    assert said == (
        "Thay đổi rõ: 1 nội dung giảm rõ rệt, 1 lĩnh vực tăng rõ rệt, 1 nội dung tăng rõ rệt"
    )
    assert [duty.name for duty in listed[:2]] == ["Nội dung 5.1 Chứng thực", "Lĩnh vực 8 Điện tử"]
