"""Names joined and parted: what holds now follows, the rows stay as their files wrote them."""

from dataclasses import replace
from datetime import datetime

import pytest

from dashboard.errors import DashboardError
from dashboard.importing.model.reading import Options, SheetReading
from dashboard.importing.storing import name_actions
from dashboard.importing.storing.undo import undo as undo_import
from dashboard.store import shown
from tests.importing.storing.test_commit import (
    adults,
    asked,
    codes,
    form,
    forms,
    imported,
    plan,
    rows,
    task,
)


class OneStore:
    """A cursor as the store that the actions write to."""

    def __init__(self, cursor):
        self.cursor = cursor

    def write(self, work):
        return work(self.cursor)

    def write_small(self, work, tables):
        return work(self.cursor)


def seen(cursor, name: str):
    found = [row for row in rows(cursor, "names") if name in (row["name"], row["name_id"])]
    (row,) = found
    return shown.listed(cursor, "name")[f"{row['kind']} {row['unit_id']} {row['name_id']}"]


def join(cursor, name: str, into: str) -> None:
    name_actions.join(OneStore(cursor), seen(cursor, name), seen(cursor, into))


def part(cursor, name: str) -> None:
    name_actions.part(OneStore(cursor), seen(cursor, name))


def undo(cursor, action: int) -> None:
    name_actions.undo(OneStore(cursor), shown.listed(cursor, "name_action")[str(action)])


def officials(cursor, **given) -> dict[str, int]:
    found = rows(cursor, "official_completion", unit="Xã An", year=2023, **given)
    return {row["official"]: row["assigned"] for row in found}


def villages(cursor, unit: str = "Xã An", year: int = 2023) -> dict[str, tuple[int, int | None]]:
    """Respondents and adults of each village."""
    found = rows(cursor, "villages", unit=unit, year=year)
    return {row["village"]: (row["respondents"], row["adults"]) for row in found}


@pytest.fixture
def planned(cursor):
    """The office with two tasks, its clerk by name with one, one of both together."""
    imported(
        cursor,
        plan(
            task("Một", 7, leads=("Bộ phận một cửa",)),
            task("Hai", 8, leads=("Bộ phận một cửa",)),
            task("Ba", 9, leads=("Tiếp nhận hồ sơ",)),
            task("Bốn", 10, leads=("Bộ phận một cửa", "Tiếp nhận hồ sơ")),
        ),
    )
    return cursor


def test_joined_officials_are_counted_as_one_and_a_task_of_both_once(planned):
    assert officials(planned) == {"Bộ phận một cửa": 3, "Tiếp nhận hồ sơ": 2}
    join(planned, "Tiếp nhận hồ sơ", "Bộ phận một cửa")
    assert officials(planned) == {"Bộ phận một cửa": 4}
    leads = {row["task"]: row["lead"] for row in rows(planned, "tasks", unit="Xã An", year=2023)}
    assert set(leads.values()) == {"Bộ phận một cửa"}
    of_old = rows(planned, "tasks", unit="Xã An", year=2023, official="Tiếp nhận hồ sơ")
    assert len(of_old) == 2


def test_parting_and_taking_back_give_what_was_before(planned):
    before = officials(planned)
    join(planned, "Tiếp nhận hồ sơ", "Bộ phận một cửa")
    part(planned, "Tiếp nhận hồ sơ")
    assert officials(planned) == before
    join(planned, "Bộ phận một cửa", "Tiếp nhận hồ sơ")
    undo(planned, 3)
    assert officials(planned) == before
    deeds = [(row["action_id"], row["deed"]) for row in rows(planned, "name_actions")]
    assert deeds == [(4, "undo"), (3, "join"), (2, "part"), (1, "join")]


def test_later_import_follows_the_join_and_parting_gives_its_rows_back_too(planned):
    join(planned, "Tiếp nhận hồ sơ", "Bộ phận một cửa")
    imported(planned, plan(task("Năm", 7, leads=("tiếp nhận HỒ SƠ",))), content=b"2")
    assert officials(planned) == {"Bộ phận một cửa": 5}
    part(planned, "Tiếp nhận hồ sơ")
    assert officials(planned) == {"Bộ phận một cửa": 3, "Tiếp nhận hồ sơ": 3}


def test_action_holds_for_what_was_shown(planned):
    old, into = seen(planned, "Tiếp nhận hồ sơ"), seen(planned, "Bộ phận một cửa")
    join(planned, "Tiếp nhận hồ sơ", "Bộ phận một cửa")
    for act in (
        lambda: name_actions.join(OneStore(planned), old, into),
        lambda: name_actions.part(OneStore(planned), old),
    ):
        with pytest.raises(DashboardError, match="changed_since_shown"):
            act()
    action = shown.listed(planned, "name_action")["1"]
    part(planned, "Tiếp nhận hồ sơ")
    with pytest.raises(DashboardError, match="changed_since_shown"):
        name_actions.undo(OneStore(planned), action)


def test_what_cannot_be_one_is_refused(planned):
    imported(planned, forms(form("1", Q1=1)), content=b"2")
    with pytest.raises(DashboardError, match="names_of_two_kinds"):
        join(planned, "Thôn Đông", "Bộ phận một cửa")
    join(planned, "Tiếp nhận hồ sơ", "Bộ phận một cửa")
    with pytest.raises(DashboardError, match="names_are_one"):
        join(planned, "Bộ phận một cửa", "Tiếp nhận hồ sơ")
    with pytest.raises(DashboardError, match="names_are_apart"):
        part(planned, "Bộ phận một cửa")


def test_history_of_a_task_shows_no_change_that_is_none(planned):
    join(planned, "Tiếp nhận hồ sơ", "Bộ phận một cửa")
    imported(planned, plan(task("Ba", 9, leads=("Bộ phận một cửa",))), content=b"2")
    assert rows(planned, "task_history", unit="Xã An", year=2023) == []


@pytest.fixture
def surveyed(cursor):
    """Three villages; Thôn Đoài and Thôn Tây are one, counted apart in one file."""
    people = [
        form("1", "Thôn Đông", 4, Q1=1),
        form("2", "Thôn Đoài", 5, Q1=5),
        form("3", "Thôn Tây", 6, Q1=9),
        form("4", "Thôn Tây", 7, Q1=9),
    ]
    imported(cursor, asked("Q1"), adults(Đông=100, Đoài=20, Tây=60), forms(*people))
    return cursor


def test_adults_of_one_file_add_up(surveyed):
    join(surveyed, "Thôn Đoài", "Thôn Tây")
    assert villages(surveyed) == {"Thôn Đông": (1, 100), "Thôn Tây": (3, 80)}


def test_adults_of_two_files_are_the_newest(surveyed):
    imported(surveyed, adults(Bắc=150), content=b"2", options=Options(unit="Xã An"))
    join(surveyed, "Thôn Bắc", "Thôn Đông")
    assert villages(surveyed)["Thôn Đông"] == (1, 150)


def test_scores_are_those_of_the_joined_village_and_come_back(surveyed):
    def means() -> dict[str, float]:
        found = rows(surveyed, "village_scores", unit="Xã An", year=2023)
        return {r["village"]: r["estimate"] for r in found if r["level"] == "question_raw"}

    def whole() -> float:
        found = rows(surveyed, "component_scores", unit="Xã An", year=2023)
        (row,) = (r for r in found if r["level"] == "question_raw")
        return row["estimate"]

    before = means(), whole()
    assert before[0] == {"Thôn Đông": 1, "Thôn Đoài": 5, "Thôn Tây": 9}
    assert before[1] == pytest.approx((100 * 1 + 20 * 5 + 60 * 9) / 180)
    join(surveyed, "Thôn Đoài", "Thôn Tây")
    assert means() == pytest.approx({"Thôn Đông": 1, "Thôn Tây": 23 / 3})
    assert whole() == pytest.approx((100 * 1 + 80 * 23 / 3) / 180)
    part(surveyed, "Thôn Đoài")
    assert (means(), whole()) == before


def test_join_that_leaves_more_forms_than_adults_is_refused(cursor):
    people = [form(str(n), name, 3 + n, Q1=1) for n, name in enumerate(["Thôn Nam"] * 2, 1)]
    imported(cursor, asked("Q1"), adults(Bắc=1), forms(*people, form("9", "Thôn Bắc", 9, Q1=1)))
    with pytest.raises(DashboardError, match="names_crowded"):
        join(cursor, "Thôn Nam", "Thôn Bắc")


def test_joined_units_are_one_with_their_villages_officials_and_tasks(cursor):
    for unit, content in (("Xã An Hòa", b"1"), ("Xã An Hoà Mới", b"2")):
        records, answers = form("1" if content == b"1" else "2", "Thôn Đông", 4, Q1=3)
        sheet = forms((records, answers))
        sheet = SheetReading(
            "Phiếu", "answers", 2023, unit, records=sheet.records, columns=sheet.columns,
            answers=sheet.answers,
        )  # fmt: skip
        own = plan(task("Niêm yết", 7, leads=("Công an",)), task(f"Riêng {unit}", 8), unit=unit)
        imported(cursor, asked("Q1"), sheet, own, content=content)
    assert len(rows(cursor, "unit_completion", year=2023)) == 2
    join(cursor, "Xã An Hoà Mới", "Xã An Hòa")
    (row,) = rows(cursor, "unit_completion", year=2023)
    assert (row["unit"], row["assigned"]) == ("Xã An Hòa", 3)  # Niêm yết is one task
    assert villages(cursor, "Xã An Hòa") == {"Thôn Đông": (2, None)}
    assert villages(cursor, "Xã An Hoà Mới") == {"Thôn Đông": (2, None)}  # the old name leads there
    (ranked,) = rows(cursor, "unit_ranking", year=2023)
    assert (ranked["unit"], ranked["respondents"]) == ("Xã An Hòa", 2)
    assert [row["unit"] for row in rows(cursor, "units")] == ["Xã An Hòa"]
    later = plan(task("Niêm yết", 7), unit="xã An Hoà Mới")
    assert imported(cursor, later, content=b"3").scopes == (("tasks", "xa-an-hoa", 2023),)
    assert rows(cursor, "unit_completion", year=2023)[0]["assigned"] == 3
    part(cursor, "Xã An Hoà Mới")
    assert {r["unit"]: r["assigned"] for r in rows(cursor, "unit_completion", year=2023)} == {
        "Xã An Hòa": 2, "Xã An Hoà Mới": 2,
    }  # fmt: skip
    assert villages(cursor, "Xã An Hoà Mới") == {"Thôn Đông": (1, None)}
    again = imported(cursor, later, content=b"3")
    assert again.scopes == (("tasks", "xa-an-hoa-moi", 2023),)


def test_part_of_a_post_is_joined_and_said_and_can_be_parted(cursor):
    imported(cursor, plan(task("Một", leads=("Công chức Văn phòng - Thống kê",))))
    receipt = imported(cursor, plan(task("Hai", 8, leads=("Văn phòng",))), content=b"2")
    (finding,) = [f for f in receipt.all_findings() if f.code == "post_joined"]
    assert (finding.cell, finding.value, finding.severity) == ("D8", "Văn phòng", "warning")
    assert officials(cursor) == {"Công chức Văn phòng - Thống kê": 2}
    part(cursor, "Văn phòng")
    assert officials(cursor) == {"Công chức Văn phòng - Thống kê": 1, "Văn phòng": 1}
    later = imported(cursor, plan(task("Ba", 9, leads=("văn phòng",))), content=b"3")
    assert codes(later) == ["absent_tasks"]  # the clerk has parted it: nobody joins it again
    assert officials(cursor) == {"Công chức Văn phòng - Thống kê": 1, "Văn phòng": 2}


def test_post_that_may_be_several_is_asked_about_and_answered(cursor):
    imported(cursor, plan(task("Một", leads=("Chủ tịch UBND", "Chủ tịch HĐND"))))
    later = plan(task("Hai", 8, leads=("Chủ tịch",)))
    receipt = imported(cursor, later, content=b"2")
    (question,) = receipt.name_questions
    assert set(question.candidates) == {"Chủ tịch UBND", "Chủ tịch HĐND"}
    assert "post_maybe" in codes(receipt) and officials(cursor)["Chủ tịch"] == 1
    same = Options(same={"Chủ tịch": "Chủ tịch UBND"})
    assert "post_maybe" not in codes(imported(cursor, later, content=b"2", options=same))
    assert officials(cursor) == {"Chủ tịch UBND": 2, "Chủ tịch HĐND": 1}


def test_actions_say_when(planned):
    join(planned, "Tiếp nhận hồ sơ", "Bộ phận một cửa")
    assert isinstance(rows(planned, "name_actions")[0]["acted_at"], datetime)


def test_what_an_import_joined_goes_and_comes_with_it(cursor):
    imported(cursor, plan(task("Một", leads=("VP-TK",))))
    imported(cursor, plan(task("Hai", 8, leads=("Văn phòng",))), content=b"2")
    undone = shown.listed(cursor, "import")["2"]
    undo_import(OneStore(cursor), undone)
    later = imported(cursor, plan(task("Ba", 9, leads=("Văn phòng",))), content=b"3")
    assert "post_joined" in codes(later)  # said again: what was said of the other is gone
    assert officials(cursor) == {"VP-TK": 2}


def test_file_read_anew_joins_and_says_it_anew(cursor):
    imported(cursor, plan(task("Một", leads=("VP-TK", "Công an"))))
    later = plan(task("Hai", 8, leads=("Văn phòng", "Trưởng Công an")))
    imported(cursor, later, content=b"2")
    same = Options(same={"Trưởng Công an": "Trưởng Công an"})
    again = imported(cursor, later, content=b"2", options=same)
    assert "post_joined" in codes(again) and "post_maybe" not in codes(again)
    assert officials(cursor) == {"VP-TK": 2, "Công an": 1, "Trưởng Công an": 1}


def test_later_survey_of_joined_units_meets_their_village_once(cursor):
    for unit, content in (("Xã An", b"1"), ("Xã Bình Mới", b"2")):
        survey = forms(form(content.decode(), "Thôn Đông", 4, Q1=3))
        imported(cursor, replace(survey, unit=unit), content=content)
    join(cursor, "Xã Bình Mới", "Xã An")
    imported(cursor, forms(form("3", "Thôn Đông", 4, Q1=3)), content=b"3")
    assert villages(cursor) == {"Thôn Đông": (3, None)}
