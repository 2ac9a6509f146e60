"""PAPI's 5 % rule on published scores: the counts that reports gave, and never across a break."""

from collections import Counter

import pytest

from tests.queries.rows import add_published, ask


def changes(cursor, year_from: int, year_to: int, **given: object) -> list[dict]:
    return ask(cursor, "published_change", year_from=year_from, year_to=year_to, **given)


def counts(cursor, year_from: int, year_to: int, component: str) -> tuple[int, int]:
    rows = changes(cursor, year_from, year_to)
    found = Counter(r["rule_5_percent"] for r in rows if r["component"] == component)
    return found["higher"], found["lower"]


@pytest.mark.parametrize(
    ("years", "component", "printed"),
    [
        ((2016, 2017), "4", (33, 6)),  # the report of 2017
        ((2016, 2017), "PAPI", (7, 0)),
        ((2022, 2023), "5", (3, 1)),  # counted by hand from the scores, as the next ones
        ((2022, 2023), "8", (33, 7)),
        ((2022, 2023), "PAPI", (7, 2)),
    ],
)
def test_rule_counts_the_provinces_that_reports_counted(cursor, years, component, printed):
    assert counts(cursor, *years, component) == printed


def test_33_provinces_rose_in_dimension_1_from_2021_to_2022(cursor):
    assert counts(cursor, 2021, 2022, "1")[0] == 33  # the report of 2022


def test_own_province_of_the_two_years(cursor):
    rows = {r["component"]: r for r in changes(cursor, 2022, 2023, province="hung yen")}
    assert {r["province"] for r in rows.values()} == {"Hưng Yên"} and len(rows) == 37
    total = rows["PAPI"]
    # 44.1831 and 44.2282 as published: 0.0451 more, 0.1 %
    assert round(total["score_from"], 4) == 44.1831 and round(total["score_to"], 4) == 44.2282
    assert round(total["change"], 4) == 0.0451 and round(total["relative_change"], 4) == 0.0010
    assert total["rule_5_percent"] == "within"


@pytest.mark.parametrize("years", [(2020, 2021), (2021, 2020), (2019, 2023)])
@pytest.mark.parametrize("component", ["PAPI", "3", "3.2", "5", "5.1", "6", "6.4"])
def test_nothing_is_computed_across_a_break(cursor, years, component):
    rows = [r for r in changes(cursor, *years) if r["component"] == component]
    found = {(r["change"], r["relative_change"], r["rule_5_percent"]) for r in rows}
    assert found == {(None, None, "not_comparable")}
    assert all(row["reason_vi"] and row["reason_en"] for row in rows)


@pytest.mark.parametrize("component", ["PAPI", "1", "1.1", "4.2", "6.3"])
def test_a_break_of_everything_is_one_of_each(cursor, component):
    rows = [r for r in changes(cursor, 2017, 2018) if r["component"] == component]
    assert {r["rule_5_percent"] for r in rows} == {"not_comparable"} and len(rows) == 63


def test_a_component_without_a_break_is_compared_over_the_same_years(cursor):
    rows = [r for r in changes(cursor, 2020, 2021) if r["component"] == "1"]
    assert {r["rule_5_percent"] for r in rows} <= {"higher", "lower", "within", "missing"}
    assert any(r["change"] is not None for r in rows)
    assert {r["reason_vi"] for r in rows} == {None}


def test_withheld_and_new_are_missing(cursor):
    rows = {r["component"]: r for r in changes(cursor, 2022, 2023, province="Quảng Ninh")}
    assert {r["rule_5_percent"] for r in rows.values()} == {"missing"}
    new = {r["component"]: r for r in changes(cursor, 2018, 2019, province="Hà Nội")}["8.3"]
    assert (new["score_from"], new["rule_5_percent"]) == (None, "missing")


def test_five_per_cent_counts_and_a_hair_less_does_not(cursor):
    scores = {"P01": (2.0, 2.1), "P02": (2.0, 2.0999), "P03": (2.0, 1.9), "P04": (2.0, 1.9001)}
    add_published(
        cursor,
        {
            (year, province, "1.1"): score
            for province, both in scores.items()
            for year, score in zip((2030, 2031), both, strict=True)
        },
    )
    rows = [r for r in changes(cursor, 2030, 2031) if r["component"] == "1.1"]
    found = {r["province"]: r["rule_5_percent"] for r in rows if r["score_to"]}
    assert found == {
        "Hà Nội": "higher", "Hà Giang": "within", "Cao Bằng": "lower", "Bắc Kạn": "within"
    }  # fmt: skip


MERGED = {"P21": 5.0, "P22": 5.5, "P25": 5.2, "P01": 4.0, "P31": 4.5}  # dimension 1 in 2024


def add_2025(cursor):
    """Dimension 1 of 2024 and 2025: Hưng Yên with Thái Bình, Ninh Bình with Hà Nam and Nam Định;
    Hà Nội as it was, Thừa Thiên Huế with a new name alone."""
    scores = {(2024, province, "1"): score for province, score in MERGED.items()}
    scores |= {(2025, province, "1"): score + 1 for province, score in MERGED.items()}
    scores[2025, "P22", "1"] = None
    add_published(cursor, scores)


@pytest.mark.parametrize("years", [(2024, 2025), (2025, 2024), (2021, 2025)])
def test_a_province_that_was_merged_is_not_compared_and_the_reason_says_with_which(cursor, years):
    add_2025(cursor)
    rows = {r["province"]: r for r in changes(cursor, *years) if r["component"] == "1"}
    own = rows["Hưng Yên"]
    assert (own["change"], own["relative_change"]) == (None, None)
    assert own["rule_5_percent"] == "not_comparable"
    assert own["reason_vi"] == "Từ 1/7/2025 Hưng Yên gồm Hưng Yên, Thái Bình"
    assert own["reason_en"] == "Since 1/7/2025 Hưng Yên has been made of Hung Yen, Thai Binh"
    assert rows["Ninh Bình"]["reason_vi"].endswith("Hà Nam, Nam Định, Ninh Bình")
    assert rows["Thái Bình"]["rule_5_percent"] == "not_comparable"


def test_a_province_that_was_not_merged_is_compared_over_2025(cursor):
    add_2025(cursor)
    rows = {r["province"]: r for r in changes(cursor, 2024, 2025) if r["component"] == "1"}
    # 4 to 5 is a quarter more; 4,5 to 5,5 two ninths
    assert (rows["Hà Nội"]["change"], rows["Hà Nội"]["relative_change"]) == (1.0, 0.25)
    assert rows["Thừa Thiên Huế"]["rule_5_percent"] == "higher"
    assert (rows["Hà Nội"]["reason_vi"], rows["Thừa Thiên Huế"]["reason_vi"]) == (None, None)


def test_years_on_one_side_of_the_merger_are_compared(cursor):
    add_2025(cursor)
    add_published(cursor, {(2026, "P21", "1"): 6.6}, import_id=2)
    before, after = changes(cursor, 2022, 2023), changes(cursor, 2025, 2026)
    assert {r["rule_5_percent"] for r in before if r["component"] == "1"}.isdisjoint(
        {"not_comparable"}
    )
    own = next(r for r in after if (r["province"], r["component"]) == ("Hưng Yên", "1"))
    assert (round(own["change"], 9), own["rule_5_percent"]) == (0.6, "higher")  # 6 to 6,6: 10 %


def test_series_say_from_when_a_province_is_a_merged_one(cursor):
    add_2025(cursor)
    rows = ask(cursor, "published_series", component="1")
    found = {(r["province"], r["year"]): r["merged_from"] for r in rows}
    assert (found["Hưng Yên", 2024], found["Hưng Yên", 2025]) == (None, 2025)
    assert found["Hà Nội", 2025] is None
