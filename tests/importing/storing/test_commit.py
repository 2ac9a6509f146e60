"""A reading into the store: identity, history, what is kept, what is refused (docs/formats.md).

Readings are built by hand: no workbook, no reader.
"""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.importing.model.coded_columns import encode_column
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Options, Reading, SheetReading
from dashboard.importing.model.records import (
    Activity,
    Population,
    Question,
    QuestionRow,
    Respondent,
    Task,
    UnitRow,
)
from dashboard.importing.outcome.receipt import Receipt
from dashboard.importing.storing import table_rows
from dashboard.importing.storing.commit import commit
from dashboard.importing.storing.prepare import known
from dashboard.store.appending import remove_imports, sha256
from tests.queries.rows import ask

UNIT = "Xã An"
EVERY_COLUMN = dict(
    zip(
        ("text", "lead", "support", "area", "due", "product", "progress", "done", "result_h1")
        + ("result_year", "note"),
        "CDEFGHIJKLM",
        strict=True,
    )
)


def book(*sheets: SheetReading, content: bytes = b"1") -> Reading:
    return Reading("biểu.xlsx", sha256(content), list(sheets))


def plan(*tasks: Task, year: int | None = 2023, unit: str | None = UNIT, **facts) -> SheetReading:
    facts = {"columns": EVERY_COLUMN} | facts
    return SheetReading("Nhiệm vụ", "tasks", year, unit, records=list(tasks), **facts)


def task(text: str = "Niêm yết", row: int = 7, **facts) -> Task:
    return Task(row, None, facts.pop("component", "2.2"), text, **facts)


def forms(*people: tuple[Respondent, dict], year: int = 2023, sheet: str = "Phiếu") -> SheetReading:
    records = [record for record, _ in people]
    said = {record.row: answers for record, answers in people}
    rows = range(1, max(said) + 1)
    answers = {
        code: encode_column([said.get(row, {}).get(code) for row in rows])
        for code in sorted({code for answers in said.values() for code in answers})
    }
    return SheetReading(
        sheet, "answers", year, UNIT, records=records, columns={"village": "C"}, answers=answers
    )


def form(
    number: str, village: str = "Thôn Đông", row: int = 4, **answers: float | None
) -> tuple[Respondent, dict]:
    said = {code: "blank" if value is None else value for code, value in answers.items()}
    return Respondent(row, None, village, number), said


def asked(*codes: str, year: int = 2023) -> SheetReading:
    rows = [QuestionRow(4, Question(code, "1.1", f"Câu {code}", 0, 10)) for code in codes]
    return SheetReading("Câu hỏi", "questions", year, records=rows)


def adults(year: int = 2023, **villages: int) -> SheetReading:
    rows = [Population(4, None, f"Thôn {name}", count) for name, count in villages.items()]
    return SheetReading("Dân số", "population", year, records=rows)


def imported(cursor, *sheets: SheetReading, content: bytes = b"1", **given) -> Receipt:
    """The receipt; the store is sound after it, and untouched unless it says imported."""
    before = everything(cursor)
    options, complete = given.get("options", Options()), given.get("complete", False)
    receipt = commit(cursor, book(*sheets, content=content), content, options, complete)
    assert rows(cursor, "verify") == []
    assert receipt.status == "imported" or everything(cursor) == before
    return receipt


def everything(cursor) -> dict[str, int]:
    """Rows of every table that an import writes to."""
    every = ("import_log", "import_scope", "source_file", "unit", "task", "respondent", "answer")
    return {table: count(cursor, table) for table in (*every, "question", "population", "score")}


def rows(cursor, query: str, **given) -> list[dict]:
    return ask(cursor, query, **given)


def tasks(cursor, **given) -> dict[str, dict]:
    return {row["task"]: row for row in rows(cursor, "tasks", unit=UNIT, year=2023, **given)}


def scored(cursor, component: str = "Q1", level: str = "question_raw") -> tuple[float | None, int]:
    found = rows(cursor, "component_scores", unit=UNIT, year=2023)
    (row,) = (r for r in found if (r["level"], r["component"]) == (level, component))
    return row["estimate"], row["respondents"]


def count(cursor, table: str) -> int:
    return cursor.execute(f"select count(*) from {table}").fetchone()[0]


def sums(receipt: Receipt) -> list[tuple[int, int]]:
    """Rows read of each sheet, beside imported + refused + recognised."""
    parts = ("rows_imported", "rows_refused", "rows_recognised")
    sheets = receipt.as_json()["sheets"]
    return [(sheet["rows_read"], sum(sheet[part] for part in parts)) for sheet in sheets]


def codes(receipt: Receipt) -> list[str]:
    return [finding.code for finding in receipt.all_findings()]


# What is imported


def test_tasks_are_stored_with_everything_their_rows_say(cursor):
    whole = task(
        leads=("Bà B", "Ông A"), supports=("MTTQ",), area="Thôn Đông", whole_unit=False,
        villages=("Thôn Đông",), due_text="Quý II/2023", due=date(2023, 6, 30), progress=0.5,
        done=date(2023, 6, 1), product="Biên bản", result_h1="Đang làm", result_year="Hoàn thành",
        note="x",
    )  # fmt: skip
    receipt = imported(cursor, plan(whole))
    row = tasks(cursor)["Niêm yết"]
    assert (receipt.status, receipt.import_id, receipt.scopes) == (
        "imported",
        1,
        (("tasks", "xa-an", 2023),),
    )
    assert (row["component"], row["lead"], row["support"]) == ("2.2", "Bà B; Ông A", "MTTQ")
    assert (row["due_text"], row["due"], row["done"]) == (
        "Quý II/2023",
        date(2023, 6, 30),
        date(2023, 6, 1),
    )
    assert (row["area"], row["whole_unit"], row["progress"]) == ("Thôn Đông", False, 0.5)
    assert (row["product"], row["result_h1"], row["result_year"], row["note"]) == (
        "Biên bản", "Đang làm", "Hoàn thành", "x",
    )  # fmt: skip
    assert (row["source_file"], row["source_sheet"], row["source_row"]) == (
        "biểu.xlsx",
        "Nhiệm vụ",
        7,
    )
    assert list(tasks(cursor, village="Thôn Đông")) == ["Niêm yết"] and not tasks(
        cursor, village="Tây"
    )


def test_survey_is_stored_and_scored_in_the_same_transaction(cursor):
    people = [
        form("1", Q1=10, row=4),
        form("2", Q1=None, row=5),
        form("3", "Thôn Tây", Q1=4, row=6),
    ]
    imported(cursor, forms(*people), asked("Q1"), adults(Đông=60, Tây=10))
    # weights 60/2 = 30 and 10/1: (30 x 10 + 10 x 4) / 40
    assert scored(cursor) == (pytest.approx(8.5), 2)
    stored = cursor.execute(
        "select village, estimate from score where component = 'Q1' and level = 'question_raw'"
    ).fetchall()
    assert sorted(stored) == [
        ("", pytest.approx(8.5)),
        ("xa-an/thon-dong", 10),
        ("xa-an/thon-tay", 4),
    ]


def test_file_itself_and_its_sheets_are_kept(cursor):
    imported(cursor, plan(task()), content=b"bytes of the file")
    assert cursor.execute("select content from source_file").fetchall() == [(b"bytes of the file",)]
    (row,) = rows(cursor, "imports")
    assert (row["kinds"], row["rows_read"], row["rows_imported"]) == ("tasks", 1, 1)


def test_activities_are_stored_and_equal_rows_are_two(cursor):
    talk = Activity(5, None, date(2023, 3, 1), "Truyền thông", channel="Loa", subject="PAPI")
    sheet = SheetReading("Nhật ký", "activities", 2023, UNIT, records=[talk, replace(talk, row=6)])
    imported(cursor, sheet)
    assert count(cursor, "current_activity") == 2
    imported(cursor, sheet, content=b"2")
    assert count(cursor, "current_activity") == 2


def test_units_are_placed_below_their_parents_whatever_the_order(cursor):
    records = [
        UnitRow(4, "village", "Thôn Đông", "Xã An", official="Bà B"),
        UnitRow(5, "commune", "Xã An", "Huyện Hạ"),
        UnitRow(6, "district", "Huyện Hạ", "Tỉnh Bắc"),
        UnitRow(7, "province", "Tỉnh Bắc"),
    ]
    imported(cursor, SheetReading("Đơn vị", "units", records=records), plan(task()))
    assert len(rows(cursor, "tasks", unit="Tỉnh Bắc", year=2023)) == 1
    (village,) = rows(cursor, "villages", unit=UNIT, year=2023)
    assert (village["village"], village["official"]) == ("Thôn Đông", "Bà B")
    assert count(cursor, "unit") == 4


# The same again, and newer versions


def test_same_bytes_twice_are_unchanged(cursor):
    imported(cursor, plan(task()))
    receipt = imported(cursor, plan(task(), rows_refused=2, rows_recognised=3))
    assert (receipt.status, count(cursor, "task")) == ("unchanged", 1)
    assert sums(receipt) == [(6, 6)]


@pytest.mark.parametrize("given", [{"options": Options(year=2022)}, {"complete": True}])
def test_same_bytes_with_other_options_are_read_again(cursor, given):
    imported(cursor, plan(task()))
    assert imported(cursor, plan(task()), **given).status == "imported"
    assert imported(cursor, plan(task()), **given).status == "unchanged"


def test_corrected_file_updates_by_identity_and_keeps_each_value(cursor):
    imported(cursor, plan(task(progress=0.2), task("Họp thôn", 8)))
    later = plan(task("NIÊM  YẾT", 9, progress=0.7), task("Họp thôn", 8))
    imported(cursor, later, content=b"2")
    assert len(tasks(cursor)) == 2
    (change,) = rows(cursor, "task_history", unit=UNIT, year=2023)
    assert (change["field"], change["old_value"], change["new_value"]) == ("progress", "0.2", "0.7")
    assert (change["source_file"], change["source_cell"]) == ("biểu.xlsx", "I9")


def test_own_list_of_an_official_updates_its_tasks_and_takes_none_away(cursor):
    full = [task("Họp", 7, leads=("Bà B",)), task("Họp", 8, leads=("Ông A",)), task("Báo cáo", 9)]
    imported(cursor, plan(*full))
    own = task("Họp.", 4, component=None, leads=("Ông A",), progress=0.5)
    imported(cursor, plan(own, task("Báo  cáo", 5, component=None)), content=b"2")
    found = rows(cursor, "tasks", unit=UNIT, year=2023)
    assert sorted((row["task"], row["component"], row["progress"]) for row in found) == [
        ("Báo  cáo", "2.2", None),  # it kept its component
        ("Họp", "2.2", None),  # the other official's
        ("Họp.", "2.2", 0.5),
    ]
    assert {row["lead"]: row["progress"] for row in found} == {"Bà B": None, "Ông A": 0.5, "": None}


def test_task_of_another_component_or_year_or_occurrence_is_another(cursor):
    imported(cursor, plan(task(row=7), task(row=8), task(row=9, component="2.3")))
    imported(cursor, plan(task(), year=2022), content=b"2")
    assert count(cursor, "current_task") == 4
    imported(cursor, plan(task(row=17), task(row=18), task(row=19, component="2.3")), content=b"3")
    assert count(cursor, "current_task") == 4


def test_column_that_a_newer_table_lacks_keeps_its_values(cursor):
    full = task(
        leads=("Bà B",), supports=("MTTQ",), due_text="30/6", due=date(2023, 6, 30),
        product="Biên bản", progress=0.5, note="x",
        area="Thôn Đông", whole_unit=False, villages=("Thôn Đông",),
    )  # fmt: skip
    imported(cursor, plan(full))
    imported(cursor, plan(task(progress=0.9), columns={"text": "B", "progress": "C"}), content=b"2")
    row = tasks(cursor, village="Thôn Đông")["Niêm yết"]
    assert (row["progress"], row["lead"], row["support"]) == (0.9, "Bà B", "MTTQ")
    assert (row["due"], row["product"], row["note"], row["area"]) == (
        date(2023, 6, 30), "Biên bản", "x", "Thôn Đông",
    )  # fmt: skip


def test_column_that_is_there_but_empty_takes_the_value_away(cursor):
    imported(cursor, plan(task(leads=("Bà B",), progress=0.5, note="x")))
    imported(cursor, plan(task()), content=b"2")
    row = tasks(cursor)["Niêm yết"]
    assert (row["lead"], row["progress"], row["note"]) == ("", None, "")


def test_row_that_is_absent_is_reported_and_kept(cursor):
    imported(cursor, plan(task(), task("Họp thôn", 8)))
    receipt = imported(cursor, plan(task()), content=b"2")
    (finding,) = receipt.all_findings()
    assert (finding.code, finding.holes["names"]) == ("absent_tasks", "Họp thôn")
    assert len(tasks(cursor)) == 2


def test_a_file_with_a_refused_row_is_not_complete(cursor):
    imported(cursor, plan(task(), task("Họp thôn", 8)))
    partly = replace(plan(task()), rows_refused=1)
    receipt = imported(cursor, partly, content=b"2", complete=True)
    assert codes(receipt) == ["not_complete", "absent_tasks"]
    assert len(tasks(cursor)) == 2


def test_a_village_that_is_refused_keeps_its_forms_of_before(cursor):
    before = [form(str(number), row=number, Q1=1.0) for number in (4, 5)]
    imported(cursor, asked("Q1"), forms(*before), adults(Đông=2, Tây=9))
    more = [form("6", row=6, Q1=1.0), form("7", "Thôn Tây", row=7, Q1=1.0)]
    receipt = imported(cursor, forms(*before, *more), content=b"2", complete=True)
    assert "not_complete" in codes(receipt)
    assert scored(cursor)[1] == 3


def test_row_that_is_absent_from_a_complete_file_is_dropped_in_silence(cursor):
    imported(cursor, plan(task(), task("Họp thôn", 8)))
    imported(cursor, plan(task("Họp xã"), year=2022), content=b"2")
    assert codes(imported(cursor, plan(task()), content=b"3", complete=True)) == []
    assert list(tasks(cursor)) == ["Niêm yết"]
    assert count(cursor, "current_task") == 2  # the plan of 2022 stays


def test_newer_form_replaces_the_older_and_absent_ones_are_reported(cursor):
    imported(cursor, forms(form("1", Q1=2), form("2", Q1=4, row=5)), asked("Q1"))
    receipt = imported(cursor, forms(form("1", Q1=8)), content=b"2")
    assert codes(receipt) == ["absent_answers"]
    assert scored(cursor) == (6, 2)


def test_answers_keep_what_a_newer_sheet_has_no_column_for(cursor):
    imported(cursor, forms(form("1", Q1=2, Q2=3), form("2", Q1=4, Q2=5, row=5)), asked("Q1", "Q2"))
    imported(cursor, forms(form("1", Q1=8), form("2", Q1=6, row=5)), content=b"2")
    assert (scored(cursor, "Q1"), scored(cursor, "Q2")) == ((7, 2), (4, 2))


def test_answers_that_are_kept_are_kept_once_when_a_file_has_several_sheets(cursor):
    first = forms(form("1", Q1=2, Q2=0), form("2", "Thôn Tây", Q1=4, Q2=9, row=5))
    imported(cursor, first, asked("Q1", "Q2"))
    east = forms(form("1", Q1=8), sheet="Đông")
    west = forms(form("2", "Thôn Tây", Q1=6), sheet="Tây")
    imported(cursor, east, west, content=b"2")
    assert (scored(cursor, "Q1"), scored(cursor, "Q2")) == ((7, 2), (4.5, 2))


def test_form_number_in_two_sheets_is_refused_the_second_time(cursor):
    first = forms(form("1", Q1=2, row=4), form("2", Q1=10, row=5), sheet="Đợt 1")
    second = forms(form("1", Q1=4, row=9), sheet="Đợt 2")
    receipt = imported(cursor, first, second, asked("Q1"))
    assert (codes(receipt), sums(receipt)) == (["duplicate_form"], [(2, 2), (1, 1), (1, 1)])
    assert scored(cursor) == (6, 2)


def test_form_number_of_two_spellings_of_a_unit_is_refused_the_second_time(cursor):
    """No reader of a sheet can know that both are one unit."""
    (first, said), (second, other) = form("1", Q1=2), form("01", Q1=4, row=5)
    second = second._replace(unit=UNIT.upper())
    receipt = imported(cursor, forms((first, said), (second, other)), asked("Q1"))
    assert (codes(receipt), sums(receipt)) == (["duplicate_form"], [(2, 2), (1, 1)])
    assert scored(cursor) == (2, 1)


def test_answers_without_a_questions_sheet_bring_the_newest_questionnaire_along(cursor):
    imported(cursor, forms(form("1", Q1=2), year=2022), asked("Q1", year=2022))
    imported(cursor, forms(form("1", Q1=8)), content=b"2")
    assert scored(cursor) == (8, 1)


def test_official_and_villages_are_shown_as_first_imported(cursor):
    imported(cursor, plan(task(leads=("Văn hóa - Xã hội",))))
    imported(
        cursor, plan(task("Họp", leads=("Công chức văn hoá - xã hội",)), unit="xa an"), content=b"2"
    )
    completion = rows(cursor, "official_completion", unit=UNIT, year=2023)
    assert [(row["official"], row["assigned"]) for row in completion] == [("Văn hóa - Xã hội", 2)]
    assert count(cursor, "unit") == 1


# Unit and year of a sheet


@pytest.mark.parametrize(
    ("column", "title", "option", "expected"),
    [
        ("Xã Cột", "Xã Đầu", "Xã Chọn", "Xã Cột"),
        (None, "Xã Đầu", "Xã Chọn", "Xã Đầu"),
        (None, None, "Xã Chọn", "Xã Chọn"),
    ],
)
def test_unit_is_its_column_else_the_title_else_the_option(cursor, column, title, option, expected):
    record = replace(task(), unit=column)
    imported(cursor, plan(record, unit=title), options=Options(unit=option))
    assert [row["unit"] for row in rows(cursor, "units")] == [expected]


@pytest.mark.parametrize(
    ("sheet", "code"),
    [(plan(task(), unit=None), "unit_unknown"), (plan(task(), year=None), "year_unknown")],
)
def test_sheet_without_unit_or_year_is_refused_and_nothing_stored(cursor, sheet, code):
    receipt = imported(cursor, sheet)
    assert (receipt.status, codes(receipt), receipt.is_whole) == ("refused", [code], False)
    assert sums(receipt) == [(1, 1)]


def test_year_comes_from_the_option_or_from_the_sheet_beside_it(cursor):
    imported(cursor, plan(task(), year=None), options=Options(year=2023))
    assert list(tasks(cursor)) == ["Niêm yết"]
    sheets = (forms(form("1", Q1=8)), replace(asked("Q1"), year=None))
    imported(cursor, *sheets, content=b"2")
    assert scored(cursor) == (8, 1)


def test_unit_name_that_several_bear_is_a_question(cursor):
    add = "insert into unit values ('a', 'commune', 'Xã An', 'h1'), ('b', 'commune', 'Xã An', 'h2')"
    cursor.execute(add)
    receipt = imported(cursor, plan(task()))
    assert (receipt.status, codes(receipt)) == ("refused", ["unit_ambiguous"])
    assert imported(cursor, plan(task(), unit="b")).status == "imported"


def test_district_s_table_names_each_commune_in_its_column(cursor):
    records = [replace(task(row=row), unit=f"Xã {name}") for row, name in ((7, "An"), (8, "Bình"))]
    receipt = imported(cursor, plan(*records, unit="Huyện Hạ"))
    assert receipt.scopes == (("tasks", "xa-an", 2023), ("tasks", "xa-binh", 2023))
    assert {row["unit"] for row in rows(cursor, "units")} == {"Xã An", "Xã Bình"}


def test_plan_of_a_district_is_the_district_s_own(cursor):
    units = [UnitRow(4, "district", "Huyện Hạ"), UnitRow(5, "commune", "Xã An", "Huyện Hạ")]
    imported(cursor, SheetReading("Đơn vị", "units", records=units))
    imported(cursor, plan(task(), unit="Huyện Hạ"), content=b"2")
    assert [(row["unit"], row["level"]) for row in rows(cursor, "units")] == [
        ("Huyện Hạ", "district")
    ]
    assert count(cursor, "unit") == 2


# What is refused


def test_village_with_more_forms_than_adults_is_refused_and_the_rest_imported(cursor):
    people = [form(str(n), Q1=5, row=3 + n) for n in (1, 2, 3)] + [
        form("4", "Thôn Tây", Q1=9, row=7)
    ]
    receipt = imported(cursor, forms(*people), asked("Q1"), adults(Đông=2, Tây=10))
    (sheet, *_) = receipt.sheets
    assert (sheet.rows_read, sheet.rows_imported, sheet.rows_refused) == (4, 1, 3)
    (finding,) = sheet.findings
    assert (finding.code, finding.cell, finding.value) == (
        "more_forms_than_adults",
        "C4",
        "Thôn Đông",
    )
    assert (receipt.is_whole, scored(cursor)) == (False, (9, 1))


def test_as_many_forms_as_adults_are_not_too_many(cursor):
    people = [form(str(n), Q1=5, row=3 + n) for n in (1, 2, 3)]
    assert imported(cursor, forms(*people), asked("Q1"), adults(Đông=3)).is_whole


def test_forms_that_are_stored_count_with_the_new_ones(cursor):
    imported(cursor, forms(form("1", Q1=2), form("2", Q1=2, row=5)), asked("Q1"), adults(Đông=2))
    again = imported(cursor, forms(form("2", Q1=4)), content=b"2")
    more = imported(cursor, forms(form("3", Q1=4)), content=b"3")
    assert (again.status, more.status, scored(cursor)) == ("imported", "refused", (3, 2))


def test_adults_fewer_than_the_forms_that_are_stored_are_refused(cursor):
    imported(cursor, forms(form("1", Q1=2), form("2", Q1=2, row=5)), asked("Q1"))
    receipt = imported(cursor, adults(Đông=1), content=b"2", options=Options(unit=UNIT))
    assert (receipt.is_whole, count(cursor, "population")) == (False, 0)


def test_reading_without_a_record_is_refused(cursor):
    empty = SheetReading(
        "Bìa", "unknown", rows_recognised=3, findings=[Finding("no_known_sheet", "error")]
    )
    receipt = imported(cursor, empty)
    assert (receipt.status, codes(receipt)) == ("refused", ["no_known_sheet"])


# All or nothing


def test_error_in_the_middle_stores_nothing(store, monkeypatch):
    def broken(*arguments):
        raise RuntimeError("disk")

    monkeypatch.setattr(table_rows, "party_rows", broken)
    with pytest.raises(RuntimeError):
        store.write(lambda cursor: imported(cursor, plan(task())))
    with store.read() as cursor:
        assert (store.version, set(everything(cursor).values())) == (1, {0})


def test_import_removed_by_its_number_leaves_what_was_before(cursor):
    imported(cursor, plan(task(progress=0.2)))
    receipt = imported(cursor, plan(task(progress=0.7)), content=b"2")
    remove_imports(cursor, [receipt.import_id])
    assert tasks(cursor)["Niêm yết"]["progress"] == 0.2
    assert (count(cursor, "source_file"), count(cursor, "import_sheet")) == (1, 1)


def test_known_facts_are_the_tree_and_the_newest_questionnaire(cursor):
    imported(cursor, forms(form("1", Q1=2), year=2022), asked("Q1", year=2022))
    newer = replace(asked("Q1"), records=[QuestionRow(4, Question("Q1", "1.2", "Mới", 1, 5, True))])
    imported(cursor, forms(form("1", Q1=2)), newer, content=b"2")
    facts = known(cursor)
    assert facts.questions == {"q1": Question("Q1", "1.2", "Mới", 1, 5, True)}
    assert ("5.2", "sub_dimension", "Thủ tục xin cấp phép xây dựng", 2011, 2020) in facts.components


def test_findings_are_stored_in_both_languages(cursor):
    imported(cursor, plan(task(), task("Họp", 8)))
    imported(cursor, plan(task()), content=b"2")
    query = "select code, message_vi <> message_en, message_vi like '%Họp%' from import_finding"
    assert cursor.execute(query).fetchall() == [("absent_tasks", True, True)]


def test_form_number_in_two_tables_of_a_sheet_is_refused_the_second_time(cursor):
    """Tables of one sheet are one reading: the reader of each has seen its own rows only."""
    (first, said), (second, other) = form("P01", Q1=2), form("P01", Q1=4, row=15)
    receipt = imported(cursor, forms((first, said), (second, other)), asked("Q1"))
    assert (codes(receipt), sums(receipt)) == (["duplicate_form"], [(2, 2), (1, 1)])
    assert scored(cursor) == (2, 1)
