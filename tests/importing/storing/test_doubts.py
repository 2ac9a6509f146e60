"""Near misses are asked about, never merged; an answer holds from then on (docs/formats.md).

Readings are built by hand and committed, as in test_commit.
"""

import pytest

from dashboard.importing.model.reading import NameQuestion, Options, SheetReading
from tests.importing.storing.test_commit import (
    EVERY_COLUMN,
    codes,
    count,
    forms,
    imported,
    rows,
    task,
)
from tests.importing.storing.test_commit import form as one_form
from tests.importing.storing.test_commit import plan as one_plan

SLIP = NameQuestion("village", "Xã An", "Thôn Đôgn", ("Thôn Đông",))
SAME = Options(same={"Thôn Đôgn": "Thôn Đông"})
OTHER = Options(same={"Thôn Đôgn": "Thôn Đôgn"})


def survey(*names: str, year: int = 2023) -> SheetReading:
    people = [one_form(f"{year}-{n}", name, row=4 + n, Q1=1) for n, name in enumerate(names)]
    return forms(*people, year=year)


def villages(cursor) -> set[str]:
    """Those that have a form."""
    found = cursor.execute(
        "select u.name from current_respondent as r join unit as u on u.unit_id = r.village"
    )
    return {name for (name,) in found.fetchall()}


def two_villages(cursor) -> None:
    imported(cursor, survey("Thôn Đông", "Thôn Tây", year=2022))


@pytest.fixture
def known(within):
    """Thôn Đông and Thôn Tây of Xã An are known."""
    with within(two_villages) as cursor:
        yield cursor


def test_near_village_is_asked_about_at_its_cell_and_kept_apart(known):
    receipt = imported(known, survey("Thôn Tây", "Thôn Đôgn", "Thôn Đôgn"), content=b"2")
    (finding,) = receipt.all_findings()
    assert (finding.code, finding.severity, finding.sheet) == ("near_name", "warning", "Phiếu")
    assert (finding.cell, finding.value) == ("C5", "Thôn Đôgn")
    assert finding.holes["candidates"] == "Thôn Đông"
    assert receipt.name_questions == (SLIP,)
    assert villages(known) == {"Thôn Đông", "Thôn Tây", "Thôn Đôgn"}


@pytest.mark.parametrize("name", ["Thôn Đông 1", "Thôn Bắc", "thôn dong", "T. Đông", "Xóm Đông"])
def test_what_is_known_or_far_is_not_asked_about(known, name):
    assert codes(imported(known, survey(name), content=b"2")) == []


def test_name_without_accents_that_fits_several_is_asked_about(known):
    imported(known, survey("Thôn Đông", "Thôn Đống", year=2021), content=b"0")
    receipt = imported(known, survey("Thon Dong"), content=b"2")
    (question,) = receipt.name_questions
    assert sorted(question.candidates) == ["Thôn Đông", "Thôn Đống"]
    assert "Thon Dong" in villages(known)


def test_name_that_differs_in_accents_only_is_taken_and_told(known):
    receipt = imported(known, survey("Thôn Đống"), content=b"2")
    assert codes(receipt) == ["name_taken"]
    assert receipt.name_questions[0].taken == "Thôn Đông"
    assert villages(known) == {"Thôn Đông", "Thôn Tây"}
    apart = Options(same={"Thôn Đống": "Thôn Đống"})
    assert codes(imported(known, survey("Thôn Đống"), content=b"2", options=apart)) == []
    assert "Thôn Đống" in villages(known)


def test_of_two_new_names_the_rarer_one_is_asked_about(cursor):
    receipt = imported(cursor, survey("Thôn Đôgn", "Thôn Đông", "Thôn Đông"))
    assert receipt.name_questions == (SLIP,)


def test_answer_that_it_is_the_same_merges_and_is_remembered(known):
    receipt = imported(known, survey("Thôn Đôgn"), content=b"2", options=SAME)
    assert (codes(receipt), receipt.name_questions) == ([], ())
    assert codes(imported(known, survey("T. ĐÔGN", year=2021), content=b"3")) == []
    assert villages(known) == {"Thôn Đông", "Thôn Tây"}


def test_answer_that_it_is_another_ends_the_question(known):
    for content, options in ((b"2", OTHER), (b"3", Options())):
        receipt = imported(known, survey("Thôn Đôgn"), content=content, options=options)
        assert codes(receipt) == []
    assert "Thôn Đôgn" in villages(known)


def test_answer_holds_in_its_own_commune_only(known):
    imported(known, survey("Thôn Đôgn"), content=b"2", options=SAME)
    away = [one_form("9", name, Q1=1) for name in ("Thôn Đông", "Thôn Đôgn")]
    sheet = SheetReading("Phiếu", "answers", 2023, "Xã Bình", records=[away[0][0]], columns={})
    imported(known, sheet, content=b"3")
    sheet = SheetReading("Phiếu", "answers", 2022, "Xã Bình", records=[away[1][0]], columns={})
    (question,) = imported(known, sheet, content=b"4").name_questions
    assert question.unit == "Xã Bình"


def test_file_imported_before_the_answer_is_read_again_with_it(known):
    imported(known, survey("Thôn Đôgn"), content=b"2")
    again = imported(known, survey("Thôn Đôgn"), content=b"2")
    assert (again.status, again.name_questions) == ("unchanged", (SLIP,))
    assert rows(known, "name_questions")[0]["written"] == "Thôn Đôgn"
    receipt = imported(known, survey("Thôn Đôgn"), content=b"2", options=SAME)
    assert receipt.status == "imported"
    assert villages(known) == {"Thôn Đông", "Thôn Tây"} and rows(known, "name_questions") == []
    undone = known.execute("select import_id from import_log where undone").fetchall()
    assert undone == [(2,)]  # its first reading gives way
    for options in (SAME, Options()):
        last = imported(known, survey("Thôn Đôgn"), content=b"2", options=options)
        assert (last.status, last.name_questions) == ("unchanged", ())


def test_answer_given_with_one_file_lets_an_earlier_one_be_read_again(known):
    imported(known, survey("Thôn Đôgn", year=2021), content=b"2")
    imported(known, survey("Thôn Đôgn"), content=b"3", options=SAME)
    assert imported(known, survey("Thôn Đôgn", year=2021), content=b"2").status == "imported"
    assert villages(known) == {"Thôn Đông", "Thôn Tây"}
    untouched = imported(known, survey("Thôn Đông", "Thôn Tây", year=2022))
    assert untouched.status == "unchanged"  # its names are not in question


def test_answer_about_a_name_that_is_not_there_is_told_and_changes_nothing(known):
    receipt = imported(known, survey("Thôn Tây"), content=b"2", options=SAME)
    assert codes(receipt) == ["answer_unused"] and count(known, "name_decision") == 0
    again = imported(known, survey("Thôn Tây"), content=b"2", options=SAME)
    assert again.status == "unchanged"


def test_undoing_an_import_keeps_what_people_answered(known):
    receipt = imported(known, survey("Thôn Đôgn"), content=b"2", options=SAME)
    known.execute("update import_log set undone = true where import_id = $1", [receipt.import_id])
    assert codes(imported(known, survey("Thôn Đôgn"), content=b"3")) == []
    assert villages(known) == {"Thôn Đông", "Thôn Tây"}


def test_near_official_is_asked_about_at_the_cell_of_the_lead(cursor):
    imported(cursor, one_plan(task(leads=("Công chức Văn phòng - Thống kê",))))
    later = one_plan(task("Họp", 9, leads=("CC VP-TK",), supports=("Văn phògn - Thống kê",)))
    receipt = imported(cursor, later, content=b"2")
    (finding,) = receipt.all_findings()[:1]
    assert (finding.code, finding.cell) == ("near_name", f"{EVERY_COLUMN['support']}9")
    assert receipt.name_questions == (
        NameQuestion(
            "official", "Xã An", "Văn phògn - Thống kê", ("Công chức Văn phòng - Thống kê",)
        ),
    )


def test_near_unit_of_a_title_is_asked_about_on_its_sheet(cursor):
    imported(cursor, one_plan(task(), unit="Xã Đức Hưng"))
    receipt = imported(cursor, one_plan(task(), unit="Xã Đức Hưgn"), content=b"2")
    assert [(f.code, f.sheet, f.cell) for f in receipt.all_findings()] == [
        ("near_name_above", "Nhiệm vụ", "")
    ]
    assert receipt.name_questions == (NameQuestion("unit", "", "Xã Đức Hưgn", ("Xã Đức Hưng",)),)
    same = Options(same={"xã đức hưgn": "Xã Đức Hưng"})
    again = imported(cursor, one_plan(task(), unit="Xã Đức Hưgn"), content=b"2", options=same)
    assert {unit for _, unit, _ in again.scopes} == {"xa-duc-hung"}
    assert count(cursor, "current_task") == 1


def test_area_of_a_task_is_asked_about_too(known):
    receipt = imported(
        known, one_plan(task(area="Thôn Đôgn", whole_unit=False, villages=("Thôn Đôgn",))),
        content=b"2",
    )  # fmt: skip
    assert [(f.code, f.cell) for f in receipt.all_findings()] == [("near_name", "F7")]
