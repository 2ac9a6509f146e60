"""The steps of component_estimates, each asked alone with rows made by hand (definitions 21 to 24).

The example: Đông has 60 adults and 3 respondents, each for 20; Tây 30 and 2, each for 15.
"""

import re
from pathlib import Path

import pandas as pd
import pytest

from dashboard.store.migrations import DEFINITIONS
from tests.queries.rows import Form, add_unit, survey, unit_id

EAST, WEST = "xa-an/Đông", "xa-an/Tây"
YEAR = 2023
SCOPE = {"scope": "xa-an", "year": YEAR, "unit": "xa-an"}
# Two strata of one scope, whose whole is the cell -1.
STRATA = [
    SCOPE | {"village": EAST, "n": 3, "adults": 60, "weight": 20.0, "unsampled": 0.95, "whole": -1,
             "stratum": 1, "sample_size": 5.0},
    SCOPE | {"village": WEST, "n": 2, "adults": 30, "weight": 15.0, "unsampled": 28 / 30,
             "whole": -1, "stratum": 2, "sample_size": 5.0},
]  # fmt: skip
MEMBERS = [
    {"cell": -1, "domain": "", "scope": "xa-an", "year": YEAR, "stratum": 1},
    {"cell": -1, "domain": "", "scope": "xa-an", "year": YEAR, "stratum": 2},
    {"cell": 1, "domain": EAST, "scope": "xa-an", "year": YEAR, "stratum": 1},
]
CELLS = [
    {"cell": -1, "scope": "xa-an", "year": YEAR, "domain": ""},
    {"cell": 1, "scope": "xa-an", "year": YEAR, "domain": EAST},
]

Rows = list[dict[str, object]]


@pytest.fixture
def ask(cursor):
    """The rows of a step, the tables that it reads given by name."""
    given: list[str] = []

    def asked(call: str, **tables: Rows) -> Rows:
        for name, rows in tables.items():
            given.append(name)
            cursor.register(name, pd.DataFrame(rows))
        result = cursor.execute(f"from {call} order by all")
        names = [column[0] for column in result.description]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    yield asked
    for name in given:
        cursor.unregister(name)


def of(rows: Rows, *names: str) -> list[tuple]:
    return [tuple(row[name] for name in names) for row in rows]


@pytest.fixture
def example(cursor):
    """Q1 and Q2 are asked of 1.1, Q3 alone of 1.2; below a district."""
    add_unit(cursor, "Huyện Bình", "district")
    add_unit(cursor, "Xã An", parent="Huyện Bình")
    east = [Form({"Q1": 1, "Q2": 5}, "Nam", 30), Form({"Q1": 0}, "Nữ", 40), Form({}, "Nữ", 50)]
    west = [Form({"Q1": 1, "Q3": 1}, "Nữ", 60), Form({"Q1": None}, "Nam", 70)]
    asked = {"Q1": ("1.1", 0, 1), "Q2": ("1.1", 1, 5, True, "Hai"), "Q3": ("1.2", 0, 1)}
    survey(cursor, {"Đông": east, "Tây": west}, asked, {"Đông": 60, "Tây": 30})


def test_every_step_is_asked_here():
    defined = {
        name
        for number in (21, 22, 23, 24)
        for file in DEFINITIONS.glob(f"{number}_*.sql")
        for name in re.findall(r"create or replace macro (\w+)\(", file.read_text("utf-8"))
    }
    here = Path(__file__).read_text(encoding="utf-8")
    asked = set(re.findall(r"(\w+)\(", here))
    assert len(defined) > 15 and defined <= asked


def test_scope_is_every_commune_at_or_below(ask, example):
    assert of(ask("survey_scopes(['huyen-binh', 'xa-an'])"), "scope", "unit") == [
        ("huyen-binh", "huyen-binh"),
        ("huyen-binh", "xa-an"),
        ("xa-an", "xa-an"),
    ]


def test_forms_are_the_full_sample_of_each_scope(ask, example):
    scopes = [{"scope": "s", "unit": "xa-an"}, {"scope": "t", "unit": "xa-an"}]
    rows = ask("survey_forms('scopes', [2023])", scopes=scopes)
    assert of(rows, "scope", "form", "sex", "age")[:2] == [
        ("s", "Tây 1", "Nữ", 60),
        ("s", "Tây 2", "Nam", 70),
    ]
    assert len(rows) == 10 and ask("survey_forms('scopes', [2022])") == []


def forms(*villages: tuple[str, int]) -> Rows:
    return [
        SCOPE | {"village": village, "form": f"{village} {number}"}
        for village, count in villages
        for number in range(count)
    ]


def test_weight_is_adults_for_each_respondent(ask, example):
    rows = ask("survey_strata('forms')", forms=forms((EAST, 3), (WEST, 2)))
    names = ("stratum", "village", "n", "weight", "unsampled", "whole", "sample_size")
    assert of(rows, *names) == [
        (1, WEST, 2, 15, 1 - 2 / 30, -1, 5),
        (2, EAST, 3, 20, 1 - 3 / 60, -1, 5),
    ]


def test_all_weigh_the_same_and_nothing_is_finite_where_adults_are_missing(ask, example):
    rows = ask("survey_strata('forms')", forms=forms((EAST, 3), ("xa-an/Nam", 1)))
    assert of(rows, "n", "weight", "unsampled") == [(1, 1, 1), (3, 1, 1)]


def test_a_split_cell_has_its_village_s_number(ask):
    whole = [(-1, "", 1), (-1, "", 2)]
    names = ("cell", "domain", "stratum")
    assert of(ask("cell_members('strata', false)", strata=STRATA), *names) == whole
    split = ask("cell_members('strata', true)")
    assert of(split, *names) == [*whole, (1, EAST, 1), (2, WEST, 2)]


def test_a_cell_stands_once(ask):
    assert ask("score_cells('members')", members=MEMBERS) == CELLS


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ("null, null, null, null", [(1, "Q1", 1), (1, "Q2", 5), (1, "Q1", 0), (2, "Q1", 1),
                                    (2, "Q3", 1)]),
        (f"['{WEST}'], null, null, null", [(2, "Q1", 1), (2, "Q3", 1)]),
        ("null, 'Nữ', null, null", [(1, "Q1", 0), (2, "Q1", 1), (2, "Q3", 1)]),
        ("null, null, 40, 59", [(1, "Q1", 0)]),
        ("[], null, null, null", []),
    ],
)  # fmt: skip
def test_answers_are_the_valid_ones_of_the_domain(ask, example, domain, expected):
    scopes = [{"scope": "xa-an", "unit": "xa-an"}]
    people = ask("survey_forms('scopes', [2023])", scopes=scopes)
    rows = ask(f"domain_answers('forms', 'strata', {domain})", forms=people, strata=STRATA)
    assert sorted(of(rows, "stratum", "code", "value")) == sorted(expected)
    assert len({row["person"] for row in rows}) == len({(r["stratum"], r["person"]) for r in rows})


def test_tree_numbers_components_in_their_order(ask):
    rows = ask("index_tree([2023, 2018])")
    nodes = {(r["year"], r["component"]): (r["node"], r["dimension_node"]) for r in rows}
    assert len(rows) == 28 + 28
    assert nodes[2023, "1.1"] == nodes[2018, "1.1"] == (10, 2)  # their rows in components.csv
    of_first = [r for r in rows if (r["year"], r["dimension"]) == (2023, "1")]
    assert of(of_first, "low", "high") == [(0.25, 2.5)] * 4


@pytest.fixture
def questions(ask, example) -> Rows:
    return ask(
        "scaled_questions('scopes', 'tree', [2023])",
        scopes=[{"scope": "xa-an", "unit": "xa-an"}],
        tree=ask("index_tree([2023])"),
    )


def test_question_stands_on_both_scales(questions):
    found = {(r["code"], r["level"]): r for r in questions}
    assert len(found) == len(questions) == len({r["node"] for r in questions}) == 6
    names = ("intercept", "slope", "width", "is_alone")
    scaled = [found[code, "question"] for code in ("Q1", "Q2", "Q3")]
    # from 1/4 to 10/4; Q2 runs from 1 to 5 backwards: 2.5 - 2.25 (x - 1)/4
    assert of(scaled, *names) == [
        (0.25, 2.25, 2.25, False),
        (2.5 + 2.25 / 4, -2.25 / 4, 2.25, False),
        (0.25, 2.25, 2.25, True),
    ]
    raw = [found[code, "question_raw"] for code in ("Q1", "Q2", "Q3")]
    assert of(raw, *names) == [(0, 1, 1, False), (0, 1, 4, False), (0, 1, 1, False)]
    assert found["Q2", "question"]["text"] == "hai"


def test_content_tells_what_is_asked_and_the_width_is_the_widest(ask):
    one = {"unit": "a", "year": YEAR, "node": -1, "part": 3, "level": "question", "code": "Q1"}
    rows = [one | {"text": "mot", "width": 1.0}, one | {"unit": "b", "text": "hai", "width": 4.0}]
    scopes = [
        {"scope": scope, "unit": unit} for scope, unit in (("a", "a"), ("c", "a"), ("d", "b"))
    ]
    found = ask(
        "asked_questions('scopes', 'questions')",
        questions=rows,
        scopes=[*scopes, {"scope": "d", "unit": "a"}],
    )
    a, c, d = found
    assert a["content"] == c["content"] != d["content"]
    assert of(found, "scope", "width") == [("a", 1), ("c", 1), ("d", 4)]


def answers(*rows: tuple[int, int, str, float]) -> Rows:
    return [dict(zip(("person", "stratum", "code", "value"), row, strict=True)) for row in rows]


def test_village_s_answers_have_mean_and_variance(ask):
    said = answers((1, 1, "Q1", 1), (2, 1, "Q1", 2), (3, 1, "Q1", 6), (4, 2, "Q1", 0.1),
                   (5, 2, "Q1", 0.1))  # fmt: skip
    rows = ask("village_answers('answers', 'strata')", answers=said, strata=STRATA)
    assert of(rows, "stratum", "respondents", "mean", "weight") == [
        (1, 3, 3, 20),
        (2, 2, pytest.approx(0.1, rel=1e-10), 15),
    ]
    # (4 + 1 + 9)/3; two equal fractions have none at all
    assert rows[0]["variance"] == pytest.approx(14 / 3, rel=1e-14)
    assert rows[1]["variance"] == 0


def test_village_s_mean_stands_in_each_of_its_cells(ask):
    said = [{"unit": "xa-an", "year": YEAR, "code": "Q1", "stratum": 1, "respondents": 3,
             "mean": 0.5, "variance": 0.2, "weight": 20.0, "sample_size": 5.0}]  # fmt: skip
    question = {"unit": "xa-an", "year": YEAR, "code": "Q1", "node": -1, "part": 3}
    question |= {"dimension_node": 2, "level": "question", "is_alone": True}
    rows = ask(
        "village_means('said', 'questions', 'members')",
        said=said,
        questions=[question | {"slope": -2.0, "intercept": 3.0}],
        members=MEMBERS,
    )
    assert of(rows, "cell", "mean", "variance", "weight") == [(-1, 2, 0.8, 20), (1, 2, 0.8, 20)]


QUESTION = {"cell": -1, "node": -1, "part": 3, "dimension_node": 2, "code": "Q1"}
QUESTION |= {"level": "question", "is_alone": False, "slope": 1.0, "intercept": 0.0}
EAST_SAYS = QUESTION | {"stratum": 1, "weight": 20.0, "sample_size": 5.0, "respondents": 3}
WEST_SAYS = QUESTION | {"stratum": 2, "weight": 15.0, "sample_size": 5.0, "respondents": 2}
# Đông says 1, 1 and 0, Tây 0 and 0: the mean is 40/90 = 4/9.
VILLAGE_MEANS = [
    EAST_SAYS | {"mean": 2 / 3, "variance": 2 / 9},
    WEST_SAYS | {"mean": 0.0, "variance": 0.0},
]


def test_question_s_mean_weighs_villages_by_who_answered(ask):
    (row,) = ask("question_means('villages')", villages=VILLAGE_MEANS)
    assert row["weight"] == 3 * 20 + 2 * 15
    assert row["estimate"] == pytest.approx(4 / 9, rel=1e-14)


def test_share_is_one_of_the_questions_that_count(ask):
    """On common ground -2 does not count: this year's text is another."""
    cells = [{"cell": -year, "scope": "xa-an", "year": year, "domain": ""} for year in (2022, 2023)]
    means = [
        {"cell": c["cell"], "node": node, "part": 3, "level": "question", "weight": 1.0,
         "estimate": 1.0}
        for c in cells
        for node in (-1, -2)
    ]  # fmt: skip
    questions = [
        {"unit": "xa-an", "year": year, "node": node, "text": f"{node} {year * (node == -2)}"}
        for year in (2022, 2023)
        for node in (-1, -2)
    ]
    tables = {"means": means, "questions": questions, "cells": cells}
    tables["scopes"] = [{"scope": "xa-an", "unit": "xa-an"}]
    call = "shared_means('means', {}, [2022, 2023], 'scopes', 'questions', 'cells')"
    own = ask(call.format("false"), **tables)
    assert of(own, "node", "share") == [(-2, 0.5), (-1, 0.5)] * 2
    assert of(ask(call.format("true")), "node", "share") == [(-1, 1), (-1, 1)]


@pytest.mark.parametrize(
    ("n", "unsampled", "z", "zz", "variance"),
    [
        (1, 0.8, 2, 4, 0.8 * 4),  # alone: centred at 0
        (2, 1.0, 4, 10, 2 / 1 * (10 - 16 / 2)),
        (5, 0.5, 0, 8, 0.5 * 5 / 4 * 8),
    ],
)
def test_variance_of_a_stratum(cursor, n, unsampled, z, zz, variance):
    call = "select stratum_variance($1, $2, $3, $4)"
    found = cursor.execute(call, [n, unsampled, float(z), float(zz)]).fetchone()[0]
    assert found == pytest.approx(variance, rel=1e-14)


MEANS = [{"cell": -1, "node": -1, "part": 3, "level": "question", "weight": 90.0, "share": 0.5,
          "estimate": 4 / 9}]  # fmt: skip


def test_influence_is_the_weighted_distance_from_the_mean(ask):
    rows = ask("question_influences('villages', 'means')", villages=VILLAGE_MEANS, means=MEANS)
    # Đông: 20 x 5/90 = 10/9 for each; 5/9, 5/9 and -4/9 off. Tây: 15 x 5/90 = 5/6; -4/9 each
    assert of(rows, "stratum", "factor") == [
        (1, pytest.approx(10 / 9, rel=1e-14)),
        (2, pytest.approx(5 / 6, rel=1e-14)),
    ]
    assert [r["z"] for r in rows] == pytest.approx([10 / 9 * 6 / 9, -5 / 6 * 8 / 9], rel=1e-13)
    squares = [100 / 81 * (25 + 25 + 16) / 81, 25 / 36 * 32 / 81]
    assert [r["zz"] for r in rows] == pytest.approx(squares, rel=1e-13)


def test_composite_s_influence_is_the_sum_of_its_questions(ask):
    """Person 1 answers both questions of 1.1 (node 3), person 2 the one of 1.2 (node 4) alone."""
    common = {"stratum": 1, "dimension_node": 2, "level": "question", "estimate": 0.5}
    common |= {"slope": 2.0, "intercept": 0.5, "factor": 1.0}
    pair = {"part": 3, "is_alone": False, "share": 0.5}
    influences = [
        common | pair | {"cell": -1, "code": "Q1"},
        common | pair | {"cell": -1, "code": "Q2"},
        common | pair | {"cell": 1, "code": "Q2", "factor": 3.0},
        common | {"cell": -1, "code": "Q3", "part": 4, "is_alone": True, "share": 1.0},
    ]
    rows = ask(
        "composite_influences('answers', 'influences', true)",
        answers=answers((1, 1, "Q1", 1), (1, 1, "Q2", 3), (2, 1, "Q3", 2)),
        influences=influences,
    )
    # Q1: 1/2 (0.5 + 2 - 0.5) = 1, Q2: 1/2 (0.5 + 6 - 0.5) = 3, thrice that in the village's own;
    # Q3: 0.5 + 4 - 0.5 = 4; 0 is PAPI, 2 the dimension
    assert of(rows, "node", "stratum", "z", "own_z") == [
        (0, 1, 4, 9),
        (0, 1, 4, None),
        (2, 1, 4, 9),
        (2, 1, 4, None),
        (3, 1, 4, 9),
    ]
    whole = ask("composite_influences('answers', 'influences', false)")
    assert of(whole, "node", "z") == of(rows, "node", "z")
    assert {row["own_z"] for row in whole} == {None}


def test_influences_are_summed_by_village_for_each_cell(ask):
    composites = [
        {"node": 2, "stratum": 1, "z": z, "own_z": own} for z, own in ((1.0, 10.0), (3.0, 20.0))
    ]
    question = {"cell": -1, "stratum": 1, "node": -1, "part": 3, "respondents": 2}
    rows = ask(
        "village_influences('questions', 'composites', 'members')",
        questions=[question | {"z": 6.0, "zz": 20.0, "share": 0.5, "is_alone": True}],
        composites=composites,
        members=MEMBERS,
    )
    assert of(rows, "cell", "node", "respondents", "z", "zz") == [
        (-1, -1, 2, 6, 20),
        (-1, 2, 2, 4, 10),
        (-1, 3, 2, 3, 5),  # the question alone of its sub-dimension: a share of it
        (1, 2, 2, 30, 500),
    ]


def test_error_rests_on_all_strata_of_the_cell(ask):
    influences = [
        {"cell": -1, "stratum": 1, "node": -1, "respondents": 3, "z": 3.0, "zz": 9.0},
        {"cell": -1, "stratum": 2, "node": -1, "respondents": 2, "z": -3.0, "zz": 4.5},
    ]
    (row,) = ask("standard_errors('influences', 'strata')", influences=influences, strata=STRATA)
    # Đông 0.95 x 3/2 (9 - 9/3) = 8.55, Tây 28/30 x 2 (4.5 - 9/2) = 0; a fifth of the root
    assert row["std_error"] == pytest.approx(8.55**0.5 / 5, rel=1e-14)
    assert (row["respondents"], row["df"]) == (5, 5 - 2)
    # (3 x 20 + 2 x 15)^2 / (3 x 400 + 2 x 225)
    assert row["effective_n"] == pytest.approx(90**2 / 1650, rel=1e-14)


def test_composites_are_means_of_questions_and_sums_of_parts(ask):
    tree = ask("index_tree([2023])")
    of_first = [row for row in tree if row["dimension"] == "1"]
    parts = [row["node"] for row in of_first]
    asked, means = [], []
    for number, (part, estimate) in enumerate(
        zip([*parts, parts[0]], (1, 2, 0.5, 0.25, 2), strict=True), 1
    ):
        question = {"scope": "xa-an", "year": YEAR, "node": -number, "part": part}
        asked.append(question | {"level": "question", "code": f"Q{number}", "width": 2.25,
                                 "content": number})  # fmt: skip
        means.append({"cell": -1, "node": -number, "estimate": estimate})
    call = "composite_estimates('asked', 'means', 'tree', 'cells')"
    rows = ask(call, tree=of_first, asked=asked, means=means, cells=CELLS[:1])
    found = {row["component"]: (row["level"], row["estimate"], row["width"]) for row in rows}
    assert found["1.1"] == ("sub_dimension", (1 + 2) / 2, 2.25)
    assert found["1"] == ("dimension", 1.5 + 2 + 0.5 + 0.25, 9)
    assert found["PAPI"] == ("total", 4.25, 72)
    assert found["Q2"] == ("question", 2, 2.25)
    missing = ask(call, means=means[1:4])
    found = {row["component"]: row["estimate"] for row in missing}
    assert (found["1.4"], found["1.1"], found["1"], found["PAPI"]) == (0.25, None, None, None)


def test_error_and_interval_need_an_estimate_and_a_degree_of_freedom(ask):
    estimates = [{"cell": -1, "node": node, "estimate": node and 5.0} for node in (1, 2, 3)]
    estimates += [{"cell": -1, "node": 4, "estimate": None}]
    errors = [
        {"cell": -1, "node": node, "respondents": 9, "df": df, "effective_n": 8.0, "std_error": 2.0}
        for node, df in ((1, 1), (2, 0), (4, 1))
    ]
    rows = ask("estimates_with_errors('estimates', 'errors')", estimates=estimates, errors=errors)
    half = 2 * 12.7062047361747  # t on one degree of freedom
    assert of(rows, "node", "respondents", "df", "std_error", "half_width") == [
        (1, 9, 1, 2, pytest.approx(half, rel=1e-12)),
        (2, 9, 0, None, None),
        (3, 0, 0, None, None),
        (4, 9, 1, None, None),
    ]


def test_steps_together_are_the_score(cursor, example):
    """All of the example: Q1 is (20 x 1 + 20 x 0 + 15 x 1)/55 = 7/11."""
    rows = cursor.execute(
        "select domain, component, estimate, respondents, df from component_estimates("
        "[$1], [2023], null, null, null, null, false, true) where level = 'question_raw'",
        [unit_id("Xã An")],
    ).fetchall()
    assert ("", "Q1", pytest.approx(7 / 11, rel=1e-14), 3, 1) in rows
    assert (EAST, "Q1", 0.5, 2, 1) in rows and (WEST, "Q1", 1.0, 1, 0) in rows
    assert {domain for domain, *_ in rows} == {"", EAST, WEST}
