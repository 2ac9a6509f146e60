"""Files that the superior imported win over a package, among packages the one closed last: a
commune never counts twice."""

from datetime import date

import pytest

from dashboard.importing.storing import decision_records
from dashboard.importing.storing.decision_records import Decision
from dashboard.packages import package_file
from dashboard.packages.package_import import import_package
from dashboard.store import closings
from dashboard.store.store import Store
from tests.packages.offices import AN, BINH, DISTRICT, PERIOD, filled, made
from tests.packages.test_package_import import asked, codes, imported, store_rows
from tests.queries.rows import add_task, store_scores

QUESTIONS = (
    ("unit_ranking", {"year": 2022}),
    ("unit_ranking", {"year": 2023}),
    ("unit_ranking", {"year": 2023, "component": "1.1"}),
    ("unit_completion", {"year": 2023, "period": PERIOD}),
    ("unit_completion", {"year": 2023, "period": "2023-Y", "unit": DISTRICT}),
    ("communes_at_a_glance",
     {"unit": DISTRICT, "year_from": 2022, "year_to": 2023, "period": PERIOD}),
    ("component_scores", {"unit": DISTRICT, "year": 2023}),
    ("component_change", {"unit": DISTRICT, "year_from": 2022, "year_to": 2023}),
    ("units", {}),
)  # fmt: skip


def figures(store: Store) -> dict:
    return {f"{name} {given}": asked(store, name, **given) for name, given in QUESTIONS}


def rounded(rows: list[dict]) -> list[dict]:
    """To ten digits: a package's are written with twelve."""
    return [
        {k: float(f"{v:.10g}") if isinstance(v, float) else v for k, v in row.items()}
        for row in rows
    ]


def test_package_of_a_commune_whose_files_are_there_changes_no_figure(both, of_an):
    before = figures(both)
    assert all(before.values())
    receipt = imported(both, of_an)
    assert codes(receipt) == ["package_of", "package_survey_files", "package_tasks_files"]
    assert figures(both) == before
    (row,) = asked(both, "packages")
    assert (row["survey"], row["tasks"]) == ("files", "files")


def test_packages_alone_give_the_figures_that_files_gave(store, both, of_an):
    imported(store, of_an)
    imported(store, made(both, BINH), "binh.zip")
    for name, given in (QUESTIONS[0], QUESTIONS[1], QUESTIONS[3], QUESTIONS[5]):
        by_files = rounded(asked(both, name, **given))
        by_packages = rounded(asked(store, name, **given))
        assert [row.pop("by_package") for row in by_packages] == [True, True], name
        assert [row.pop("by_package") for row in by_files] == [False, False], name
        assert by_packages == by_files, name


def test_one_by_files_and_one_by_package_stand_beside_each_other(store, both, of_an):
    store.write(lambda cursor: filled(cursor, BINH))
    imported(store, of_an)
    rows = {row["unit"]: row for row in asked(store, "unit_ranking", year=2023)}
    assert {name: row["by_package"] for name, row in rows.items()} == {AN: True, BINH: False}
    whole = {row["unit"]: row for row in asked(both, "unit_ranking", year=2023)}
    assert [rows[name]["rank"] for name in (AN, BINH)] == [whole[n]["rank"] for n in (AN, BINH)]
    completion = asked(store, "unit_completion", year=2023, period=PERIOD)
    assert {row["unit"]: row["by_package"] for row in completion} == {AN: True, BINH: False}
    # the unit above is worked out from answers: those of the commune whose files are there
    total, of_binh = (
        next(row for row in asked(store, "component_scores", unit=unit, year=2023)
             if row["level"] == "total")
        for unit in (DISTRICT, BINH)
    )  # fmt: skip
    assert total["respondents"] == of_binh["respondents"]


def test_files_that_come_later_win(store, of_an):
    imported(store, of_an)
    store.write(lambda cursor: filled(cursor, AN))
    for name, given in (QUESTIONS[1], QUESTIONS[3], QUESTIONS[5]):
        (row,) = asked(store, name, **given)
        assert row["by_package"] is False, name
    (row,) = asked(store, "packages")
    assert (row["survey"], row["tasks"]) == ("files", "files")


def test_a_decision_typed_here_is_no_file_of_the_plan(store, both, of_an):
    """The two tasks that were signed stay; a plan's file then counts, and the decision with it."""
    imported(store, of_an)
    said = Decision("Sửa biển chỉ dẫn", "Chủ tịch UBND xã", date(2023, 5, 3))
    store.write(lambda cursor: decision_records.write(cursor, "xa-an", 2023, said))
    given = {"year": 2023, "period": PERIOD}
    (row,) = asked(store, "unit_completion", **given)
    assert (row["assigned"], row["done"], row["by_package"]) == (2, 1, True)
    (row,) = asked(store, "packages")
    assert row["tasks"] == "package"
    store.write(lambda cursor: add_task(cursor, "Lập tổ", unit=AN, due=date(2023, 5, 1)))
    (row,) = asked(store, "unit_completion", **given)
    assert (row["assigned"], row["done"], row["by_package"]) == (2, 0, False)
    (row,) = asked(store, "packages")
    assert row["tasks"] == "files"


@pytest.fixture
def closed(both) -> tuple[bytes, bytes]:
    """Packages of a first closing, and of a second after a task was done."""
    with both.read() as cursor:
        about = closings.about("xa-an", closings.period_named(cursor, PERIOD))
    closings.close(both, about)
    both.write(
        lambda cursor: cursor.execute(
            "update task set done = date '2023-05-20' where unit = 'xa-an' and done is null"
        )
    )
    closings.close(both, about)
    return made(both, AN, closing=1), made(both, AN, closing=2)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_closing_made_last_holds_in_whatever_order_they_come(store, closed, order):
    receipts = [imported(store, closed[place]) for place in order]
    (row,) = asked(store, "unit_completion", year=2023, period=PERIOD)
    assert (row["overdue"], row["done"]) == (0, 2)
    last = codes(receipts[-1])
    assert last == (["package_of"] if order == (0, 1) else ["package_of", "package_older"])
    (glance,) = asked(store, "communes_at_a_glance", unit=DISTRICT, year_from=2022, year_to=2023,
                      period=PERIOD)  # fmt: skip
    assert glance["closings"] == 2
    assert glance["fingerprint"] == package_file.opened(closed[1]).manifest.code


def test_a_closing_and_its_own_package_are_one_closing(both, closed):
    imported(both, closed[0])
    imported(both, closed[1])
    rows = asked(both, "communes_at_a_glance", unit=DISTRICT, year_from=2022, year_to=2023,
                 period=PERIOD)  # fmt: skip
    (glance,) = (row for row in rows if row["unit"] == AN)
    assert glance["closings"] == 2
    assert glance["fingerprint"] == package_file.opened(closed[1]).manifest.code


def test_closed_figures_hold_against_figures_that_are_not(store, both, closed):
    imported(store, closed[0])
    receipt = imported(store, made(both, AN))
    assert codes(receipt) == ["package_of", "package_older"]
    (row,) = asked(store, "unit_completion", year=2023, period=PERIOD)
    assert row["done"] == 1


def test_a_day_before_the_package_s_knows_nothing_of_it(store, of_an):
    imported(store, of_an)  # as of 31/5/2023
    given = {"year": 2023, "period": PERIOD}
    assert asked(store, "unit_completion", **given, as_of="2023-05-30") == []
    assert len(asked(store, "unit_completion", **given, as_of="2023-05-31")) == 1


def test_surveys_that_ask_otherwise_are_not_compared_by_package_either(store, both):
    def other(cursor) -> None:
        cursor.execute(
            "update question set text = 'Câu khác'"
            " where unit = 'xa-an' and year = 2022 and code = 'Q1.1'"
        )
        store_scores(cursor, AN, 2022)

    both.write(other)
    given = QUESTIONS[5][1]
    (by_files,) = (row for row in asked(both, "communes_at_a_glance", **given) if row["unit"] == AN)
    imported(store, made(both, AN))
    (by_package,) = asked(store, "communes_at_a_glance", **given)
    assert by_files["verdict"] == by_package["verdict"] == "not_comparable"


def test_nothing_of_a_package_stands_among_answers(store, of_an):
    imported(store, of_an)
    for table in ("respondent", "answer", "task", "closing_figure", "filled_score"):
        assert store_rows(store, f"select count(*) from {table}") == [(0,)], table
    assert import_package(store, of_an, "an.zip").status == "unchanged"
