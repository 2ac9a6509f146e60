"""The communes of a year by their score: 1 + those with a higher one."""

from tests.queries.rows import (
    Form,
    add_unit,
    ask,
    same_answers,
    store_scores,
    survey,
    whole_questionnaire,
)

SHARES = {"Xã An": 5, "Xã Bình": 9, "Xã Châu": 5, "Xã Dương": 1}


def communes(cursor, shares: dict[str, float], **where: object) -> None:
    """Each commune's every answer is so many tenths of the range."""
    asked = {code: (question[0], 0, 10) for code, question in whole_questionnaire().items()}
    for commune, share in shares.items():
        add_unit(cursor, commune, "commune", where.get("parent"))
        people = {"Thôn": same_answers(12, **dict.fromkeys(asked, share))}
        survey(cursor, people, asked, unit=commune, year=where.get("year", 2023))
        store_scores(cursor, commune, where.get("year", 2023))


def ranks(cursor, **given: object) -> list[tuple[str, int | None]]:
    rows = ask(cursor, "unit_ranking", **({"year": 2023} | given))
    return [(row["unit"], row["rank"]) for row in rows]


def test_best_comes_first_and_equals_share_their_rank(cursor):
    communes(cursor, SHARES)
    assert ranks(cursor) == [("Xã Bình", 1), ("Xã An", 2), ("Xã Châu", 2), ("Xã Dương", 4)]


def test_total_is_ranked_unless_a_component_is_named(cursor):
    communes(cursor, {"Xã An": 5})
    totals = [row["estimate"] for row in ask(cursor, "unit_ranking", year=2023)]
    of_1 = [row["estimate"] for row in ask(cursor, "unit_ranking", year=2023, component="1")]
    assert [round(*totals, 9), round(*of_1, 9)] == [8 * 5.5, 5.5]  # 1 + 9/2 a dimension


def test_commune_without_the_component_has_no_rank_and_comes_last(cursor):
    communes(cursor, {"Xã Bình": 5})
    survey(cursor, {"Thôn": same_answers(12, Q1=1)}, {"Q1": ("1.1", 0, 1)}, unit="Xã An")
    store_scores(cursor, "Xã An")
    assert ranks(cursor) == [("Xã Bình", 1), ("Xã An", None)]
    assert ranks(cursor, component="1.1") == [("Xã An", 1), ("Xã Bình", 2)]


def test_only_communes_surveyed_that_year_are_ranked(cursor):
    communes(cursor, {"Xã An": 5}, year=2022)
    communes(cursor, {"Xã Bình": 5}, year=2023)
    assert ranks(cursor) == [("Xã Bình", 1)]
    assert ranks(cursor, year=2021) == []


def test_parent_ranks_the_communes_below_it_among_themselves(cursor):
    add_unit(cursor, "Tỉnh Bắc", "province")
    for district in ("Huyện Hạ", "Huyện Thượng"):
        add_unit(cursor, district, "district", "Tỉnh Bắc")
    communes(cursor, {"Xã An": 5, "Xã Bình": 3}, parent="Huyện Hạ")
    communes(cursor, {"Xã Châu": 9}, parent="Huyện Thượng")
    assert ranks(cursor, parent="huyện hạ") == [("Xã An", 1), ("Xã Bình", 2)]
    assert ranks(cursor, parent="Tỉnh Bắc") == [("Xã Châu", 1), ("Xã An", 2), ("Xã Bình", 3)]
    assert ranks(cursor, parent="Huyện Khác") == []


def places(cursor, **given: object) -> dict[str, tuple[int, int, int]]:
    rows = ask(cursor, "unit_ranking", year=2023, component="1.1", **given)
    return {row["unit"]: (row["rank"], row["rank_low"], row["rank_high"]) for row in rows}


def spread(cursor, **middles: float) -> None:
    """Communes whose twelve people answer one below and one above a middle, half of them each."""
    for name, middle in middles.items():
        add_unit(cursor, name)
        people = [Form({"Q1": middle - 1}), Form({"Q1": middle + 1})] * 6
        survey(cursor, {"Thôn": people}, {"Q1": ("1.1", 0, 10)}, unit=name)
        store_scores(cursor, name)


def test_place_runs_from_those_clearly_better_to_those_clearly_worse(cursor):
    # s = sqrt(12/11), so a mean's error without a population is s/sqrt(12) = 0.3015, and that
    # of a difference 0.4264. On 22 df, 0.05/3 is passed at t = 2.591: differences above 1.105.
    spread(cursor, A=8, B=7, C=5.9, D=5)
    assert places(cursor) == {"A": (1, 1, 2), "B": (2, 1, 3), "C": (3, 2, 4), "D": (4, 3, 4)}
    # A and C both may be second, and yet are told apart: 8 - 5.9
    rows = ask(cursor, "unit_ranking", year=2023, component="1.1")
    alike = {row["unit"]: row["alike"] for row in rows}
    assert alike == {"A": ["b"], "B": ["a", "c"], "C": ["b", "d"], "D": ["c"]}


def test_pairs_are_judged_more_strictly_the_more_communes_there_are(cursor):
    # of two alone 0.05 is passed at t = 2.074: a difference above 0.884
    spread(cursor, A=7, B=6)
    assert places(cursor) == {"A": (1, 1, 1), "B": (2, 2, 2)}
    # of five, 0.05/4 is passed at t = 2.720: 1.160
    spread(cursor, C=5, D=4, E=3)
    assert places(cursor)["A"] == (1, 1, 2)


def test_equals_without_any_spread_are_not_told_apart(cursor):
    communes(cursor, SHARES)
    assert places(cursor)["Xã An"] == (2, 2, 3) == places(cursor)["Xã Châu"]
    assert places(cursor)["Xã Dương"] == (4, 4, 4)
