"""Where two kinds of trouble meet; and books without any trouble, which are read without a word."""

import pytest

from tests.importing.cases.unseen import crossed
from tests.importing.cases.unseen.books import LEAD, TASKS, UNIT, Book, column, plan, section, task
from tests.importing.cases.unseen.forms import C03, YES_C01, YES_C02, answers, survey
from tests.importing.cases.unseen.judging import Case, Point, quiet, run, sure
from tests.importing.cases.unseen.points import (
    adults_of,
    day,
    forms,
    given,
    of_task,
    officials,
    respondents,
    task_count,
    units,
)  # fmt: skip

SILENCE = Point("warnings", (), lambda seen: seen.bears_on((), False, ("warning", "error")),
                sure(False))  # fmt: skip


def ordinary_plan() -> Case:
    sheet = plan(
        [section("1.1", "Tri thức công dân"),
         task(1, TASKS[0], progress=0.4), task(2, TASKS[1], done=day("15/9/2023"), progress=1),
         section("2.2", "Công khai danh sách hộ nghèo"), task(3, TASKS[2], due="30/6/2023")],
    )  # fmt: skip
    points = [
        *of_task(sheet, TASKS[0], component=quiet("1.1"), progress=quiet(0.4), lead=quiet(LEAD)),
        *of_task(sheet, TASKS[1], done=quiet(day("15/9/2023")), state=quiet("done_on_time")),
        *of_task(sheet, TASKS[2], component=quiet("2.2"), due=quiet(day("30/6/2023"))),
    ]
    return Case("ordinary", "a plan", (Book((sheet,)),),
                (*points, task_count(3), officials(LEAD), units(UNIT), SILENCE))  # fmt: skip


def ordinary_survey() -> Case:
    points = (
        forms(8), respondents({"Thôn Đông": 4, "Thôn Bắc": 4}), given("C01", YES_C01),
        given("C02", YES_C02), given("C03", C03), adults_of("Thôn Đông", sure(400)),
        units(UNIT), SILENCE,
    )  # fmt: skip
    return Case("ordinary", "a survey", (survey(answers()),), points)


def ordinary_dates() -> Case:
    sheet = column("due", "30/6/2023", "Quý III/2023", "Trước ngày 31/5", day("2/6/2023"))
    days = ("30/6/2023", "30/9/2023", "31/5/2023", "2/6/2023")
    points = [
        p for n, due in enumerate(days) for p in of_task(sheet, TASKS[n], due=quiet(day(due)))
    ]
    return Case("ordinary", "due dates", (Book((sheet,)),), (*points, task_count(4)))


ORDINARY = (ordinary_plan(), ordinary_survey(), ordinary_dates())


@pytest.mark.parametrize("case", [*crossed.CASES, *ORDINARY], ids=lambda case: case.name)
def test_what_is_meant_comes_out_or_is_asked_about(case: Case, store, tmp_path):
    verdicts = run(case, store, tmp_path)
    assert [verdict.line for verdict in verdicts if not verdict.passes] == []


def test_of_those_that_cross_there_are_twenty_at_least():
    assert len({case.clothes for case in crossed.CASES}) == len(crossed.CASES) >= 20
