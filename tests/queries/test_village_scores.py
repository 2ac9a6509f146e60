"""The stored scores of villages, and who is hidden so that nobody can be worked out."""

import pytest

from dashboard.store import stored_scores
from tests.queries.rows import COMMUNE, ask, same_answers, scored, store_scores, survey, unit_id

UNITS = (COMMUNE, "Xã Hai")
ASKED = {"Q1": ("1.1", 0, 10)}


def statuses(cursor, component: str = "1.1") -> dict[str, str]:
    store_scores(cursor)
    rows = ask(cursor, "village_scores", unit=COMMUNE, year=2023)
    return {row["village"]: row["status"] for row in rows if row["component"] == component}


def villages(cursor, **sizes: int) -> None:
    survey(cursor, {name: same_answers(size, Q1=5) for name, size in sizes.items()}, ASKED)


def test_stored_scores_are_those_of_the_query(cursor):
    people = {"Thôn A": same_answers(12, Q1=5), "Thôn B": same_answers(15, Q1=10)}
    survey(cursor, people, ASKED, {"Thôn A": 90, "Thôn B": 30})
    store_scores(cursor)
    for village in people:
        asked = scored(cursor, villages=[village])
        for row in ask(cursor, "village_scores", unit=COMMUNE, year=2023):
            if row["village"] == village and row["level"] != "question_raw":
                assert row["estimate"] == asked[row["component"]]["estimate"]
                assert row["respondents"] == asked[row["component"]]["respondents"]
                assert row["ci_low"] == asked[row["component"]]["ci_low"]
                assert row["ci_high"] == asked[row["component"]]["ci_high"]


def test_filling_again_replaces_the_stored_scores(cursor):
    villages(cursor, A=12)
    for _ in range(2):
        store_scores(cursor)
    rows = cursor.execute("select village, level, component from score").fetchall()
    assert len(rows) == len(set(rows)) == 2 * (1 + 8 + 28 + 2)


def test_communes_filled_together_are_scored_each_by_itself(cursor):
    """Adults weigh in the first: (90 x 2 + 30 x 8) / 120 = 3.5; the other, of which one village's
    adults are not known, counts heads: (1 x 12 + 5 x 36) / 48 = 4."""
    people = {"Thôn A": same_answers(12, Q1=2), "Thôn B": same_answers(15, Q1=8)}
    survey(cursor, people, ASKED, {"Thôn A": 90, "Thôn B": 30})
    people = {"Thôn A": same_answers(12, Q1=1), "Thôn B": same_answers(36, Q1=5)}
    survey(cursor, people, ASKED, {"Thôn A": 90}, unit="Xã Hai")
    stored_scores.fill(cursor, [(unit_id(COMMUNE), 2023), (unit_id("Xã Hai"), 2023)])
    found = cursor.execute(
        "select unit, village = '' as whole, estimate, respondents from score"
        " where level = 'question_raw' order by unit, village"
    ).fetchall()
    of = {unit: [row[1:] for row in found if row[0] == unit_id(unit)] for unit in UNITS}
    assert of == {
        COMMUNE: [(True, 3.5, 27), (False, 2.0, 12), (False, 8.0, 15)],
        "Xã Hai": [(True, 4.0, 48), (False, 1.0, 12), (False, 5.0, 36)],
    }


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ({"A": 9, "B": 12, "C": 40}, {"A": "hidden_n", "B": "hidden_complement", "C": "ok"}),
        ({"A": 40, "B": 9}, {"A": "hidden_complement", "B": "hidden_n"}),
        ({"A": 9, "B": 8, "C": 40}, {"A": "hidden_n", "B": "hidden_n", "C": "ok"}),
        ({"A": 10, "B": 12, "C": 40}, {"A": "caution", "B": "caution", "C": "ok"}),
        ({"A": 9}, {"A": "hidden_n"}),
    ],
)
def test_next_smallest_is_hidden_beside_a_single_hidden_village(cursor, sizes, expected):
    villages(cursor, **sizes)
    assert statuses(cursor) == expected


def test_only_one_of_two_equal_villages_is_hidden_beside_it(cursor):
    villages(cursor, A=9, B=12, C=12)
    assert sorted(statuses(cursor).values()) == ["caution", "hidden_complement", "hidden_n"]


def test_village_without_the_component_is_no_complement(cursor):
    people = {
        "A": same_answers(9, Q1=5),
        "B": same_answers(20, Q1=None),
        "C": same_answers(40, Q1=5),
    }
    survey(cursor, people, ASKED)
    assert statuses(cursor) == {"A": "hidden_n", "B": "missing", "C": "hidden_complement"}


def test_complement_is_chosen_for_each_component_by_itself(cursor):
    asked = ASKED | {"Q2": ("1.2", 0, 10)}
    people = {
        "A": same_answers(12, Q1=5, Q2=5),
        "B": same_answers(13, Q2=5),
        "C": same_answers(40, Q1=5, Q2=5),
    }
    people["B"] = same_answers(9, Q1=5, Q2=5) + same_answers(4, Q1=None, Q2=5)
    survey(cursor, people, asked)
    assert statuses(cursor, "1.1") == {"A": "hidden_complement", "B": "hidden_n", "C": "ok"}
    assert statuses(cursor, "1.2") == {"A": "caution", "B": "caution", "C": "ok"}


def test_more_communes_than_a_statement_takes_are_all_scored(cursor, monkeypatch):
    monkeypatch.setattr(stored_scores, "RESPONDENTS_AT_ONCE", 30)  # three communes of 12
    names = [f"Xã {number}" for number in range(7)]
    for name in names:
        survey(cursor, {"Thôn A": same_answers(12, Q1=5)}, ASKED, unit=name)
    stored_scores.fill(cursor, [(unit_id(name), 2023) for name in names])
    found = cursor.execute(
        "select unit, count(*) from score where level = 'total' group by unit order by unit"
    ).fetchall()
    assert found == [(unit_id(name), 2) for name in sorted(names)]
