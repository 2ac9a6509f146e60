"""The communes of a year by their score: 1 + those with a higher one."""

from tests.queries.rows import (
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
