"""Titles of the page of villages: what the test says, and never what is unsure."""

import pandas as pd

from dashboard.sentences import standing_out
from tests.charts.frames import VI

COLUMNS = ["village", "component", "name", "estimate", "difference", "verdict", "status"]
LOW = ("Thôn A", "2", "Công khai", 5.0, -0.6, "below", "ok")
HIGH = ("Thôn A", "5", "Thủ tục", 8.0, 0.4, "above", "ok")
NOT = ("Thôn B", "2", "Công khai", 7.0, 1.4, "unclear", "ok")
FEW = ("Thôn C", "1", "Tham gia", 9.0, 2.0, "above", "caution")
HIDDEN = ("Thôn D", "1", "Tham gia", None, None, None, "hidden_n")


def headline(*rows: tuple, about: str | None = None, village: str | None = None) -> str:
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return standing_out.headline(frame, 2023, about, village, VI)


def test_the_title_names_who_clearly_differs_low_before_high():
    assert headline(LOW, HIGH, NOT, FEW, HIDDEN) == (
        "Thôn A thấp hơn rõ rệt ở Công khai, cao hơn rõ rệt ở Thủ tục so với phần còn lại của xã, "
        "năm 2023"
    )


def test_the_title_never_rests_on_a_value_that_its_note_calls_unsure():
    assert headline(NOT, FEW, HIDDEN) == (
        "Không thôn nào khác rõ phần còn lại của xã năm 2023 (8 lĩnh vực)"
    )
    assert headline(NOT, about="2 Công khai").endswith("(2 Công khai)")
    assert headline(FEW, village="Thôn C").startswith("Thôn C: ít phiếu")


def test_a_chosen_village_is_the_title_s_own():
    said = headline(LOW, HIGH, NOT, FEW, HIDDEN, village="Thôn B", about="2 Công khai")
    assert said == "Thôn B không khác rõ phần còn lại của xã năm 2023 (2 Công khai)"
    assert headline(LOW, NOT, village="Thôn A").startswith("Thôn A: thấp hơn rõ rệt ở Công khai")
    assert headline(LOW, HIDDEN, village="Thôn D") == "Thôn D: điểm năm 2023 được ẩn vì ít phiếu"
    assert headline(village="Thôn D") == "Chưa có điểm của các thôn năm 2023"


def test_a_chosen_village_s_total_stands_beside_the_commune_s():
    def said(status: str, verdict: str | None, whole: float | None = 44.4, *more: tuple) -> str:
        rows = [
            ("Thôn B", "PAPI", "Tổng điểm", 43.2, -1.4, verdict, status, True),
            ("", "PAPI", "Tổng điểm", whole, None, None, "ok", True),
            *((*row, False) for row in more),
        ]
        frame = pd.DataFrame(rows, columns=[*COLUMNS, "is_sum"])
        return standing_out.headline(frame, 2023, None, "Thôn B", VI)

    first = "Thôn B 43,20 điểm năm 2023, cả xã 44,40: "
    lower = ("Thôn B", *LOW[1:])
    assert said("ok", "unclear") == f"{first}không khác rõ phần còn lại của xã"
    assert said("ok", "below", 44.4, lower) == (
        f"{first}thấp hơn rõ rệt so với phần còn lại của xã; thấp hơn rõ rệt ở Công khai"
    )
    assert said("caution", "below").startswith(f"{first}ít phiếu, chưa nói chắc")
    assert said("ok", "unclear", None).startswith("Thôn B không khác rõ")


def test_many_villages_and_components_are_counted():
    rows = [
        (f"Thôn {n}", str(c), f"Nội dung {c}", 5.0, -n / 10 - c / 100, "below", "ok")
        for n in range(1, 5)
        for c in range(1, 4)
    ]
    assert headline(*rows) == (
        "Thôn 4 thấp hơn rõ rệt ở Nội dung 1, Nội dung 2 (+1); "
        "Thôn 3 thấp hơn rõ rệt ở Nội dung 1, Nội dung 2 (+1); và 2 thôn khác "
        "so với phần còn lại của xã, năm 2023"
    )


def test_the_chart_s_title_counts_shown_cells_alone():
    frame = pd.DataFrame([LOW, HIGH, NOT, FEW, HIDDEN], columns=COLUMNS)
    said = "3 trong 4 ô khác rõ phần còn lại của xã"
    assert standing_out.chart_title(frame, VI) == said
    assert standing_out.chart_title(frame[2:3], VI) == "Không ô nào khác rõ phần còn lại của xã"
