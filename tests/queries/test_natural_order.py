"""Names with numbers in them stand as people count: Thôn 2 before Thôn 10, C2 before C10."""

import pytest

from tests.queries.rows import COMMUNE, Form, add_task, ask, store_scores, survey, unit_id

COUNTED = ["Khu 1b", "Thôn 1", "Thôn 2", "Thôn 10", "Thôn 10a", "Thôn Ấp"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Thôn 2", "Thôn 10"),
        ("Thôn 9", "Thôn 10"),
        ("Thôn 09", "Thôn 10"),
        ("Khu 2 thôn 10", "Khu 10 thôn 2"),
        ("Khu 10 thôn 2", "Khu 10 thôn 10"),
        ("2", "10"),
        ("Thôn 1", "Thôn 1a"),
        ("Thôn 99", "Thôn 12345678901"),
        ("Thôn Ăn 1", "Thôn Ân 1"),
    ],
)
def test_a_number_in_a_name_counts_as_a_number(cursor, before, after):
    asked = "select in_order($1) collate vi < in_order($2) collate vi"
    assert cursor.execute(asked, [before, after]).fetchone() == (True,)
    assert cursor.execute(asked, [after, before]).fetchone() == (False,)


def test_villages_questions_and_officials_are_listed_so(cursor):
    asked = {f"C{number}": ("1.1", 0, 1) for number in (10, 2, 1)}
    forms = [Form(dict.fromkeys(asked, n % 2)) for n in range(12)]
    villages = {name: forms for name in reversed(COUNTED)}
    survey(cursor, villages, asked, dict.fromkeys(villages, 300))
    store_scores(cursor)
    for number in (10, 2):
        add_task(cursor, f"Việc {number}", leads=[f"Trưởng thôn {number}"])
    place = {"unit": unit_id(COMMUNE), "year": 2023}

    assert [row["village"] for row in ask(cursor, "villages", **place)] == COUNTED
    scored = ask(cursor, "village_scores", **place)
    assert list(dict.fromkeys(row["village"] for row in scored)) == COUNTED
    codes = [r["component"] for r in ask(cursor, "component_scores", **place)]
    assert [code for code in codes if code.startswith("C")][:3] == ["C1", "C2", "C10"]
    officials = [row["official"] for row in ask(cursor, "official_completion", **place)]
    assert officials == ["Trưởng thôn 2", "Trưởng thôn 10"]
