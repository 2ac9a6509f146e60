"""Four groups by quartile: against PAPI's own printed ranges, and by hand."""

from collections import Counter

import pytest

from tests.queries.rows import add_published, add_unit, ask, same_answers, store_scores, survey
from tests.queries.test_published_scores import published

GROUPS = ["high", "medium_high", "medium_low", "low"]


def of_component(cursor, year: int, component: str) -> list[dict]:
    rows = ask(cursor, "published_scores", year=year)
    return [row for row in rows if row["component"] == component]


def test_groups_have_the_ranges_that_papi_printed(cursor):
    """The map of dimension 6 in the report of 2022 (Vietnamese, page 82)."""
    rows = of_component(cursor, 2022, "6")
    printed = {
        "high": (7.8579, 8.3148),
        "medium_high": (7.5189, 7.8072),
        "medium_low": (7.2294, 7.5173),
        "low": (6.4132, 7.2275),
    }
    for group, ends in printed.items():
        scores = [row["score"] for row in rows if row["quartile_group"] == group]
        assert (round(min(scores), 4), round(max(scores), 4)) == ends


@pytest.mark.parametrize(("year", "component"), [(2022, "6"), (2019, "PAPI"), (2020, "PAPI")])
def test_groups_have_the_sizes_that_papi_printed(cursor, year, component):
    sizes = Counter(row["quartile_group"] for row in of_component(cursor, year, component))
    assert [sizes[group] for group in GROUPS] == [16, 16, 15, 16]


def test_a_withheld_province_is_in_no_group_and_moves_no_cut(cursor):
    rows = of_component(cursor, 2023, "PAPI")
    withheld = [row for row in rows if row["score"] is None]
    assert {row["province"] for row in withheld} == {"Quảng Ninh", "Bình Dương"}
    assert {row["quartile_group"] for row in withheld} == {None}
    # 61 scores: the cuts stand at the 16th, 31st and 46th from below, a group's edge each
    scores = sorted(row["score"] for row in rows if row["score"] is not None)
    cuts = [rows[0][cut] for cut in ("cut_low", "cut_middle", "cut_high")]
    assert cuts == pytest.approx([scores[15], scores[30], scores[45]], abs=1e-9)
    assert (round(rows[0]["median"], 4), rows[0]["provinces"]) == (42.3265, 61)  # of the press


def test_median_is_of_the_provinces_with_a_score(cursor):
    scores = sorted(s["2.3"] for s in published(2023).values() if s["2.3"] is not None)
    assert {row["median"] for row in of_component(cursor, 2023, "2.3")} == {scores[30]}


def test_few_provinces_are_in_no_group_but_have_a_median(cursor):
    add_published(cursor, {(2030, f"P0{n}", "1.1"): 1 + n / 10 for n in range(1, 8)})
    rows = of_component(cursor, 2030, "1.1")
    assert {(row["quartile_group"], row["cut_low"]) for row in rows} == {(None, None)}
    assert (rows[0]["median"], rows[0]["provinces"]) == (1.4, 7)


def communes(cursor, *answers: float, people: int = 12) -> None:
    """Communes A, B, C ... whose people all answer one question of 0 to 10 with one number."""
    for name, answer in zip("ABCDEFGHI", answers, strict=False):
        add_unit(cursor, name)
        asked = {"Q1": ("1.1", 0, 10)}
        survey(cursor, {"Thôn": same_answers(people, Q1=answer)}, asked, unit=name)
        store_scores(cursor, name)


def groups(cursor) -> dict[str, str | None]:
    rows = ask(cursor, "unit_ranking", year=2023, component="1.1")
    return {row["unit"]: row["quartile_group"] for row in rows}


def test_eight_communes_are_cut_between_their_pairs(cursor):
    # of eight the cuts lie at places 2.75, 4.5 and 6.25: 2.75, 4.5 and 6.25 points of answers
    communes(cursor, 1, 2, 3, 4, 5, 6, 7, 8)
    found = groups(cursor)
    assert [found[name] for name in "ABCDEFGH"] == [g for g in GROUPS[::-1] for _ in range(2)]
    row = ask(cursor, "unit_ranking", year=2023, component="1.1")[0]
    # 1.1 runs from 0.25 to 2.5: 0.225 points an answer
    expected = [0.25 + 0.225 * cut for cut in (2.75, 4.5, 6.25)]
    assert [row[c] for c in ("cut_low", "cut_middle", "cut_high")] == pytest.approx(expected)


def test_equal_scores_are_never_parted_and_a_score_on_the_cut_goes_up(cursor):
    # the middle of 1 2 3 5 5 5 5 8 is 5, the cut below it 2.75, the cut above 5
    communes(cursor, 1, 2, 3, 5, 5, 5, 5, 8)
    found = groups(cursor)
    assert [found[name] for name in "ABCDEFGH"] == ["low"] * 2 + ["medium_low"] + ["high"] * 5


def test_seven_communes_are_not_grouped(cursor):
    communes(cursor, 1, 2, 3, 4, 5, 6, 7)
    assert set(groups(cursor).values()) == {None}


def test_hidden_commune_has_no_group_and_makes_no_eighth(cursor):
    communes(cursor, 1, 2, 3, 4, 5, 6, 7)
    add_unit(cursor, "H")
    survey(cursor, {"Thôn": same_answers(9, Q1=8)}, {"Q1": ("1.1", 0, 10)}, unit="H")
    store_scores(cursor, "H")
    assert set(groups(cursor).values()) == {None}
    rows = ask(cursor, "unit_ranking", year=2023, component="1.1")
    assert rows[0]["unit"] == "H" and rows[0]["status"] == "hidden_n"


def test_hidden_commune_is_not_ranked_among_those_shown_nor_in_their_places(cursor):
    communes(cursor, 4, 3)
    add_unit(cursor, "C")
    survey(cursor, {"Thôn": same_answers(9, Q1=8)}, {"Q1": ("1.1", 0, 10)}, unit="C")
    store_scores(cursor, "C")

    def places(**given):
        rows = ask(cursor, "unit_ranking", year=2023, component="1.1", **given)
        return {r["unit"]: (r["rank"], r["rank_low"], r["rank_high"]) for r in rows}

    assert places() == {"C": (1, 1, 1), "A": (2, 2, 2), "B": (3, 3, 3)}
    assert places(among="shown") == {"A": (1, 1, 1), "B": (2, 2, 2), "C": (None, None, None)}
