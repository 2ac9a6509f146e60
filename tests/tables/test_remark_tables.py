"""Giải trình as tables: figures as they may be shown, what needs and has an explanation."""

import pandas as pd

from dashboard.tables import remark_tables
from dashboard.tables.remark_tables import Explained
from dashboard.words import words

VI = words("vi")


def score(
    village: str,
    component: str,
    estimate: float | None,
    status: str = "ok",
    verdict: str = "unclear",
) -> dict:
    level = "total" if component == "PAPI" else "dimension"
    name = {"PAPI": "Tổng", "1": "Tham gia", "2": "Minh bạch"}[component]
    row = {"village": village, "level": level, "component": component, "name": name}
    return row | {"estimate": estimate, "status": status, "verdict": verdict}


def test_village_stands_with_what_may_be_shown_of_it():
    about = pd.DataFrame(
        {
            "village": ["Đông", "Tây", "Ít", "Không"],
            "official": ["Văn phòng", None, None, None],
            "village_id": ["d", "t", "i", "k"],
            "respondents": [40, 20, 4, 0],
        }
    )
    scores = pd.DataFrame(
        [
            score("Đông", "PAPI", 44.375), score("Đông", "1", 5.0, verdict="below"),
            score("Đông", "2", 6.0),
            score("Tây", "PAPI", 40.0, "caution"), score("Tây", "1", 5.344, "caution"),
            score("Ít", "PAPI", None, "hidden_n"), score("Ít", "1", None, "hidden_n"),
        ]
    )  # fmt: skip
    whole = pd.DataFrame([score("", "PAPI", 44.0), score("", "1", 5.355), score("", "2", 5.9)])
    found = remark_tables.villages(about, scores, whole, VI)
    assert [(one.key, one.figure, one.in_charge) for one in found] == [
        # 5,00 beside 5,36 as shown
        ("d", "44,38 điểm, 40 phiếu; thấp rõ nhất ở 1 Tham gia (−0,36 so với cả xã)", "Văn phòng"),
        # 5,34 beside 5,36: nothing of a sum that was not rounded
        ("t", "40,00 điểm, 20 phiếu; so với cả xã thấp hơn nhiều nhất ở 1 Tham gia"
         " (−0,02, chưa đủ căn cứ)", ""),
        ("i", f"{VI['chart.hidden']} điểm, 4 phiếu", ""),
    ]  # fmt: skip


def remark(number: int, key: str, kind: str, text: str) -> dict:
    at = pd.Timestamp("2023-06-01 17:30")  # half past midnight of 2/6 here
    row = {"id": number, "about": f"component:{key}", "about_key": key, "subject": key}
    return row | {"kind": kind, "text": text, "written_by": "Văn phòng", "written_at": at}


def test_what_lacks_an_explanation_comes_first_and_a_part_explains_the_whole():
    codes = {"PAPI": False, "1": True, "1.2": True, "2": True}
    found = [Explained(code, code, code, "", is_needed=needed) for code, needed in codes.items()]
    said = [
        remark(1, "1.2", "cause", "Thiếu người"),
        remark(2, "1.2", "remedy", "Cử thêm"),
        remark(3, "2", "note", "Đã biết"),  # a note explains nothing
    ]
    rows = remark_tables.beside(found, pd.DataFrame(said))
    assert list(rows.key) == ["2", "1", "1.2", "PAPI"]
    assert list(rows.is_explained) == [False, True, True, True]
    assert rows.seen[2] == {"cause": 1, "remedy": 2} and rows.seen[0] == {}
    shown, columns = remark_tables.listed(rows, "component", VI)
    assert list(shown.explanation) == [
        "chưa có giải trình",
        "đã giải trình ở nội dung thành phần",
        "Nguyên nhân: Thiếu người; Khắc phục: Cử thêm",
    ]
    assert list(shown.said) == ["", "", "Văn phòng, 02/06/2023"] and "in_charge" not in columns
