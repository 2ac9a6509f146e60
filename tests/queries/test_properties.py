"""What holds of any survey: small random ones, with villages of few forms, missing answers,
villages without adults, questions that change between the years, communes that differ."""

import random
from collections import defaultdict
from dataclasses import dataclass

import pytest

from dashboard.store import stored_scores
from tests.queries.rows import Form, add_unit, ask, survey, unit_id, whole_questionnaire

SEEDS = range(4)
COMMUNES = ["Xã An", "Xã Bình", "Xã Châu", "Xã Dương"]
YEARS = (2022, 2023)
SIZES = (1, 2, 5, 8, 9, 10, 11, 12, 15, 25, 40)
RANKED = ("PAPI", "1", "1.1", "8.3")


def random_survey(cursor, chance: random.Random, unit: str, year: int, import_id: int) -> None:
    asked = whole_questionnaire(year)
    asked["Q1.1b"] = ("1.1", 1, 5, True)
    if chance.random() < 0.3:  # a part that nobody asks about
        asked.pop(chance.choice(list(asked)))
    if chance.random() < 0.4 and year == YEARS[0]:
        asked["Q7.2"] = ("7.2", 0, 1, False, "Hỏi cách khác")
    # the larger ones differ clearly in some components, others hardly
    lean = {code: chance.choice((0.5, 0.5, 0.1, 0.9)) for code in asked}
    silent = chance.choice((0, 0.1, 0.5))
    villages = {
        f"Thôn {number}": [_form(chance, asked, lean, silent) for _ in range(chance.choice(SIZES))]
        for number in range(chance.randint(1, 5))
    }
    adults = {village: len(forms) + chance.randint(0, 300) for village, forms in villages.items()}
    if chance.random() < 0.2:
        adults.popitem()
    add_unit(cursor, unit)
    survey(cursor, villages, asked, adults, unit, year, import_id)


def _form(chance: random.Random, asked: dict, lean: dict, silent: float) -> Form:
    answers = {}
    for code, (_, low, high, *_rest) in asked.items():
        share = chance.random() < lean[code]
        answers[code] = None if chance.random() < silent else low + (high - low) * share
    return Form(answers, chance.choice(("Nam", "Nữ")), chance.randint(18, 90))


Rows = list[dict[str, object]]


@dataclass(frozen=True)
class Answers:
    """What the queries say of a store: lists of rows that stand beside each other."""

    scores: list[Rows]
    changes: list[Rows]
    villages: list[Rows]
    ranks: list[Rows]


@pytest.fixture(scope="module")
def surveys(prepared_connection) -> dict[int, Answers]:
    """By seed: four communes in two years, asked everything once."""
    return {seed: _answers(prepared_connection, seed) for seed in SEEDS}


@pytest.fixture(params=SEEDS)
def answers(surveys, request) -> Answers:
    return surveys[request.param]


def _answers(cursor, seed: int) -> Answers:
    chance = random.Random(seed)
    places = [(unit, year) for unit in COMMUNES for year in YEARS]
    cursor.begin()
    for number, (unit, year) in enumerate(places, start=1):
        random_survey(cursor, chance, unit, year, number)
    stored_scores.fill(cursor, [(unit_id(unit), year) for unit, year in places])
    found = Answers(
        [*_scores(cursor, None), *_scores(cursor, "Nữ")],
        [
            ask(cursor, "component_change", unit=u, year_from=2022, year_to=2023, basis=basis)
            for u, basis in zip(COMMUNES, ("published", "common") * 2, strict=True)
        ],
        [rows for unit, year in places for rows in _villages(cursor, unit, year)],
        [ask(cursor, "unit_ranking", year=2023, component=component) for component in RANKED],
    )
    cursor.rollback()
    return found


def _scores(cursor, sex: str | None) -> list[Rows]:
    """The scores of everybody, or of one sex, a list for each commune and year."""
    result = cursor.execute(
        "select * from component_estimates($1, $2, null, $3, null, null, false, false)",
        [[unit_id(unit) for unit in COMMUNES], list(YEARS), sex],
    )
    names = [column[0] for column in result.description]
    groups = defaultdict(list)
    for values in result.fetchall():
        row = dict(zip(names, values, strict=True))
        groups[row["scope"], row["year"]].append(row)
    return list(groups.values())


def _villages(cursor, unit: str, year: int) -> list[Rows]:
    """The villages of a commune, a list for each component."""
    groups = defaultdict(list)
    for row in ask(cursor, "village_scores", unit=unit, year=year):
        groups[row["level"], row["component"]].append(row)
    return list(groups.values())


def is_hidden(row: dict) -> bool:
    return row["status"].startswith("hidden")


def adjusted(ps: list[float]) -> list[float]:
    """Benjamini and Hochberg's p values, as their paper steps up from the largest."""
    order = sorted(range(len(ps)), key=ps.__getitem__, reverse=True)
    found, least = [0.0] * len(ps), 1.0
    for place, index in zip(range(len(ps), 0, -1), order, strict=True):
        least = min(least, ps[index] * len(ps) / place)
        found[index] = least
    return found


def test_verdict_says_up_or_down_only_with_a_small_p_and_its_sign(answers):
    for rows in answers.changes:
        for row in rows:
            clear = row["p_adjusted"] is not None and row["p_adjusted"] < 0.05
            if row["verdict"] in ("up", "down"):
                assert clear and (row["change"] > 0) == (row["verdict"] == "up"), row
            elif row["verdict"] == "unclear":
                assert not clear, row
            else:
                assert row["verdict"] == ("not_comparable" if row["change"] is not None else None)


def test_p_is_adjusted_for_the_other_rows_of_its_level(answers):
    for rows in answers.changes:
        levels = defaultdict(list)
        for row in rows:
            if row["p_value"] is not None:
                levels[row["level"]].append(row)
        for level in levels.values():
            expected = adjusted([row["p_value"] for row in level])
            assert [row["p_adjusted"] for row in level] == pytest.approx(expected, abs=1e-12)


def test_estimate_of_fewer_than_ten_is_hidden_and_any_other_has_an_error(answers):
    for rows in answers.scores:
        for row in rows:
            if row["estimate"] is None:
                assert row["status"] == "missing", row
            elif row["respondents"] < 10:
                assert row["status"] == "hidden_n", row
            elif not is_hidden(row):
                assert row["std_error"] is not None and row["df"] >= 1, row


def test_change_is_hidden_if_either_year_is(answers):
    for rows in answers.changes:
        for row in rows:
            sides = {row["status_from"], row["status_to"]}
            if row["change"] is not None and any(side.startswith("hidden") for side in sides):
                assert is_hidden(row), row


def test_a_whole_is_the_sum_of_all_its_parts_or_missing(answers):
    for rows in answers.scores:
        found = {
            level: {r["component"]: r["estimate"] for r in rows if r["level"] == level}
            for level in ("total", "dimension", "sub_dimension", "question")
        }
        for dimension, estimate in found["dimension"].items():
            parts = [e for c, e in found["sub_dimension"].items() if c.startswith(dimension + ".")]
            assert estimate == whole(parts), dimension
        assert found["total"]["PAPI"] == whole(found["dimension"].values())
        for component, estimate in found["sub_dimension"].items():
            asked = [found["question"].get(f"Q{component}{b}") for b in ("", "b")]
            means = [mean for mean in asked if mean is not None]
            assert estimate == (pytest.approx(sum(means) / len(means)) if means else None)


def whole(parts) -> object:
    parts = list(parts)
    return None if None in parts else pytest.approx(sum(parts))


def test_rank_is_one_of_the_ranks_it_may_have(answers):
    for rows in answers.ranks:
        known = [row for row in rows if row["rank"] is not None]
        for row in known:
            assert 1 <= row["rank_low"] <= row["rank"] <= row["rank_high"] <= len(known), row
        assert all(row["rank_low"] is None for row in rows if row["estimate"] is None)


def test_hidden_villages_are_never_alone_beside_shown_ones(answers):
    """One alone would be the commune's score less the others."""
    for rows in answers.villages:
        hidden = sum(map(is_hidden, rows))
        shown = sum(row["status"] in ("ok", "caution") for row in rows)
        assert hidden != 1 or shown == 0, rows
        assert all(is_hidden(r) or r["estimate"] is None or r["respondents"] >= 10 for r in rows)


def test_random_surveys_are_of_every_kind(surveys):
    """A property of verdicts is idle where there are none."""
    verdicts = {r["verdict"] for found in surveys.values() for rows in found.changes for r in rows}
    assert verdicts == {"up", "down", "unclear", "not_comparable", None}
    statuses = {
        row["status"]
        for found in surveys.values()
        for rows in [*found.scores, *found.villages]
        for row in rows
    }
    assert statuses == {"ok", "caution", "missing", "hidden_n", "hidden_complement"}
    places = [row for found in surveys.values() for rows in found.ranks for row in rows]
    assert any(row["rank_low"] == row["rank_high"] for row in places if row["rank"])
