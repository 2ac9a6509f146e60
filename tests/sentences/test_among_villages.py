"""Villages by their total and what of each changed, in sentences."""

import pandas as pd

from dashboard.sentences import among_villages
from tests.charts.frames import VI

SUMS = ["village", "component", "name", "estimate", "status", "ci_low", "ci_high", "is_sum"]
HIGH = ("Thôn A", 47.0, "caution", 46.0, 48.0)
NEAR = ("Thôn B", 46.5, "ok", 45.5, 47.5)
LOW = ("Thôn C", 43.2, "ok", 42.0, 44.4)
HIDDEN = ("Thôn D", None, "hidden_n", None, None)
WHOLE = ("", 45.0, "ok", 44.5, 45.5)


def cells(*rows: tuple) -> pd.DataFrame:
    own = [(name, "PAPI", "Tổng điểm", *facts, True) for name, *facts in rows]
    part = ("Thôn A", "1", "Tham gia", 5.0, "ok", 4.0, 6.0, False)
    return pd.DataFrame([*own, part], columns=SUMS)


def test_the_highest_and_the_lowest_are_named_and_whether_the_order_is_sure():
    said = "Tổng điểm năm 2023: cả xã 45,00; cao nhất Thôn A 47,00 (ít phiếu), thấp nhất"
    assert among_villages.order(cells(HIGH, NEAR, LOW, HIDDEN, WHOLE), 2023, VI) == (
        f"{said} Thôn C 43,20. {VI['among.ends']}"
    )
    assert among_villages.order(cells(HIGH, NEAR, HIDDEN, WHOLE), 2023, VI).endswith(
        f"Thôn B 46,50. {VI['among.unsure']}"
    )
    assert among_villages.order(cells(NEAR, LOW, WHOLE), 2023, VI).endswith(VI["among.sure"])
    assert among_villages.order(cells(LOW, HIDDEN, WHOLE), 2023, VI) == ""


def test_a_place_is_said_with_the_places_that_it_may_be_hidden_ones_not_counted():
    frame = cells(HIGH, NEAR, LOW, HIDDEN, WHOLE)
    assert among_villages.place(frame, "Thôn B", VI).startswith(
        "Thôn B đứng thứ 2 trong 3 thôn theo tổng điểm, có thể từ 1 đến 2:"
    )
    assert among_villages.place(frame, "Thôn C", VI) == (
        "Thôn C đứng thứ 3 trong 3 thôn theo tổng điểm."
    )
    assert among_villages.place(frame, "Thôn D", VI) == ""


CHANGES = ["level", "component", "parent", "name", "estimate_from", "estimate_to", "verdict"]
TOTAL = ("total", "PAPI", None, "Chỉ số", 42.0, 44.5, "up")
FELL = ("dimension", "7", "PAPI", "Môi trường", 4.136, 2.857, "down")
STILL = ("dimension", "8", "PAPI", "Điện tử", 3.0, 3.1, "unclear")
PART = ("sub_dimension", "7.1", "7", "Nghiêm túc", 1.5, 1.2, "down")


def change(*rows: tuple, status: str = "ok") -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=CHANGES).assign(status_from="ok", status_to=status)
    return frame.assign(change=frame.estimate_to - frame.estimate_from, year_from=2022)


def moved(changes: dict[str, pd.DataFrame], dimension: str | None = None) -> list[str]:
    return among_villages.moved(changes, 2022, dimension, VI)


def test_what_clearly_changed_is_named_by_village_with_both_figures():
    changes = {"Thôn A": change(TOTAL, FELL, PART), "Thôn B": change(FELL, status="caution")}
    assert moved(changes) == [
        "Giảm rõ rệt so với 2022: Thôn A ở Môi trường (4,14 → 2,86); "
        "Thôn B ở Môi trường (4,14 → 2,86, ít phiếu).",
        "Tăng rõ rệt so với 2022: Thôn A ở tổng điểm (42,00 → 44,50).",
    ]
    assert moved({"Thôn A": change(TOTAL, FELL, PART)}, "7") == [
        "Giảm rõ rệt so với 2022: Thôn A ở Môi trường (4,14 → 2,86), Nghiêm túc (1,50 → 1,20)."
    ]


def test_nothing_is_said_to_have_changed_without_its_verdict():
    assert moved({"Thôn A": change(STILL)}) == ["Không thôn nào thay đổi rõ rệt so với 2022."]
    assert moved({"Thôn A": change(FELL, status="hidden_n")}) == []
    assert moved({}) == []


def test_a_village_s_year_before_comes_with_its_verdict():
    assert among_villages.since(change(TOTAL).iloc[0], VI) == (
        "Năm 2022 42,00 điểm, nay 44,50, chênh +2,50: tăng rõ rệt."
    )
    assert among_villages.since(change(TOTAL, status="hidden_n").iloc[0], VI) == ""
