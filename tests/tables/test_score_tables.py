"""Scores as tables: two years, villages by component."""

import pandas as pd
import pytest

from dashboard.tables import score_tables
from dashboard.words import words

VI = words("vi")
M = "\u2212"


@pytest.mark.parametrize(
    ("before", "now", "texts"),
    [
        (("ok", 5.0), ("ok", 5.294), ["5,00", "5,29", "+0,29", "+0,19 … +0,39"]),
        (
            ("ok", 5.0),
            ("caution", 4.871),
            ["5,00", "4,87", "\u22120,13", "\u22120,23 … \u22120,03"],
        ),
        (("ok", 5.0), ("ok", 5.0), ["5,00", "5,00", "0,00", f"{M}0,10 … +0,10"]),
        (("hidden_n", None), ("ok", 5.0), ["ẩn", "5,00", "ẩn", "–"]),
        (("missing", None), ("ok", 5.0), ["–", "5,00", "–", "–"]),
        (("missing", None), ("hidden_n", None), ["–", "ẩn", "ẩn", "–"]),
    ],
)
def test_two_years_in_texts(before, now, texts):
    both = None not in (before[1], now[1])
    rows = pd.DataFrame(
        {
            "component": ["1"],
            "full_name": ["Tham gia"],
            "estimate_from": [before[1]],
            "estimate_to": [now[1]],
            "change": [now[1] - before[1] if both else None],
            "ci_low": [now[1] - before[1] - 0.1 if both else None],
            "ci_high": [now[1] - before[1] + 0.1 if both else None],
            "verdict": ["up" if both else None],
            "status_from": [before[0]],
            "status_to": [now[0]],
            "respondents_from": [1234],
            "respondents_to": [0],
        }
    )
    shown, columns = score_tables.change(rows, 2022, 2023, VI)
    said = "▲ tăng rõ rệt" if both else ""
    assert shown.iloc[0].tolist() == ["1", "Tham gia", *texts, said, "1.234", "0"]
    assert [heading for heading, _ in columns.values()][2:4] == ["2022", "2023"]


def cells(*rows: tuple) -> pd.DataFrame:
    columns = ["village", "level", "parent", "component", "name", "estimate", "status"]
    return pd.DataFrame(rows, columns=columns)


def test_map_of_villages_ends_with_the_whole_commune():
    found = cells(
        ("Đông", "dimension", "PAPI", "1", "Tham gia", 5.0, "ok"),
        ("Đông", "sub_dimension", "1", "1.1", "Tri thức", 1.5, "ok"),
        ("Tây", "dimension", "PAPI", "1", "Tham gia", None, "hidden_n"),
        ("Tây", "sub_dimension", "1", "1.1", "Tri thức", None, "missing"),
    )
    whole = cells(
        (None, "dimension", "PAPI", "1", "Tham gia", 5.25, "ok"),
        (None, "sub_dimension", "1", "1.1", "Tri thức", 1.25, "ok"),
    )
    about = pd.DataFrame(
        {"village": ["Đông", "Tây"], "adults": [1240, None], "official": ["A", None]}
    )
    for dimension, code, texts in (
        (None, "1", ["5,00", "ẩn", "5,25"]),
        ("1", "1.1", ["1,50", "–", "1,25"]),
    ):
        shown, columns = score_tables.villages(
            score_tables.village_scores(found, whole, dimension, VI), about, VI
        )
        assert shown.village.tolist() == ["Đông", "Tây", "Cả xã"]
        assert shown[code].tolist() == texts
        assert shown.adults.tolist() == ["1.240", "–", "–"]
        assert code in columns and columns[code][1]
    assert score_tables.village_scores(found.head(0), whole, None, VI).empty


def test_villages_stand_by_their_total_and_a_hidden_one_tells_no_place():
    def total(village: str | None, score: float | None, status: str = "ok") -> tuple:
        return village, "total", None, "PAPI", "Chỉ số", score, status

    def part(village: str, score: float) -> tuple:
        return village, "dimension", "PAPI", "7", "Môi trường", score, "ok"

    # a caller's leak: what is hidden must not be ordered by either
    found = cells(
        *(total("A", 43.0), part("A", 4.0), total("B", 99.0, "hidden_n"), part("B", 3.0)),
        *(total("C", 45.0), part("C", 2.0)),
    )
    whole = cells(total(None, 44.0), part(None, 3.0))
    shown, columns = score_tables.villages(
        score_tables.village_scores(found, whole, None, VI),
        pd.DataFrame({"village": [], "adults": [], "official": []}),
        VI,
    )
    assert shown.village.tolist() == ["C", "A", "B", "Cả xã"]
    assert shown.PAPI.tolist() == ["45,00", "43,00", "ẩn", "44,00"]
    assert columns["PAPI"] == ("Tổng điểm", True) and columns["7"] == ("7 Môi trường", True)
    by_part = score_tables.village_scores(found.assign(estimate=5.0), whole, "7", VI)
    assert list(by_part.village) == ["A", "B", "C", ""] and by_part.is_sum.all()
