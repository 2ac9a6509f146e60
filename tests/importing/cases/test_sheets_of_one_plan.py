"""The same task in several tables of a file: once, in the state of the later report."""

from datetime import date

import pytest

from dashboard.importing.import_file import import_file
from tests.queries.rows import ask

UNIT = "Xã Tân Phúc"
TITLE = ["NHIỆM VỤ PAPI NĂM 2023 CỦA UBND XÃ TÂN PHÚC"]
HEADINGS = [
    *("STT", "Mã nội dung", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tiến độ (%)", "Ngày hoàn thành"),
    "Kết quả năm",
]
WORD_OF_SAME = (
    "task_said_twice",
    "task_not_done_any_more",
    "task_state_kept",
    "task_of_another_lead",
    "task_of_several_leads",
)


def row(
    progress=None, done=None, result=None, text="Họp thôn", lead="Công an xã", due="31/10/2023"
):
    return [1, "1.1", text, lead, due, progress, done, result]


def sheet(*rows, title=TITLE, headings=HEADINGS):
    return [title, headings, *rows]


@pytest.fixture
def taken(store, workbook):
    """taken(sheets) is (tasks, findings about the same task, history) once they are stored."""

    def take(sheets, name="tep.xlsx"):
        receipt = import_file(store, workbook(sheets, name))
        given = {"unit": UNIT, "year": 2023}
        with store.read() as cursor:
            assert ask(cursor, "verify") == []
            tasks = ask(cursor, "tasks", as_of=date(2023, 10, 1), **given)
            history = ask(cursor, "task_history", **given)
        said = [f for f in receipt.all_findings() if f.code in WORD_OF_SAME]
        return tasks, said, history

    return take


ORDERS = [
    ("T3", "T06"),
    ("Q1", "6 tháng"),
    ("BC tuần 9", "BC tuần 12"),
    ("30-6", "15-7"),
    ("03-2023", "06-2023"),
    ("Tháng 11.2022", "T2"),
]
SPELLED = [
    ("Tháng 3", "Tháng 6"),
    ("Thang 3.2023", "Thang 6.2023"),
    ("Quý I", "Quý II"),
    ("6 tháng", "Cả năm"),
    ("9T", "Cả năm 2023"),
    ("31.3.2023", "30.6.2023"),
    ("Tháng Ba", "Tháng Sáu"),
    ("Lần 1", "Lần 2"),
]
SPELLED = [pytest.param(*one, marks=pytest.mark.long) for one in SPELLED]


@pytest.mark.parametrize(("earlier", "later"), ORDERS + SPELLED)
def test_the_later_sheet_holds_wherever_it_stands(earlier, later, taken):
    sheets = {later: sheet(row(0.8)), earlier: sheet(row(0.3))}
    (task,), said, history = taken(sheets)
    assert (task["progress"], task["lead"], task["source_sheet"]) == (0.8, "Công an xã", later)
    assert said == []
    assert [(h["field"], h["old_value"], h["new_value"]) for h in history] == [
        ("progress", "0.3", "0.8")
    ]


def test_a_december_before_january_is_the_year_before(taken):
    names = ("Tháng 11", "Tháng 12", "Tháng 1", "Tháng 2")
    sheets = {name: sheet(row(0.1 * n)) for n, name in enumerate(names, start=1)}
    (task,), said, _ = taken(sheets)
    assert (task["progress"], task["source_sheet"], said) == (pytest.approx(0.4), "Tháng 2", [])


def test_titles_say_it_where_the_sheets_names_do_not(taken):
    titles = [[f"BÁO CÁO TIẾN ĐỘ THÁNG {n} NĂM 2023 CỦA UBND XÃ TÂN PHÚC"] for n in (6, 3)]
    sheets = {
        "A": sheet(row(0.8), title=titles[0]),
        "B": sheet(row(0.3), title=titles[1]),
    }
    (task,), said, _ = taken(sheets)
    assert (task["progress"], said) == (0.8, [])


def test_headings_say_it_where_nothing_else_does(taken):
    own = [[*HEADINGS[:7], f"Kết quả đến {day}"] for day in ("30/6", "31/3")]
    sheets = {
        "A": sheet(row(None, None, "Đang thực hiện"), headings=own[0]),
        "B": sheet(row(None, None, "Chưa thực hiện"), headings=own[1]),
    }
    (task,), said, _ = taken(sheets)
    assert (task["result_year"] or task["result_h1"], said) == ("Đang thực hiện", [])


@pytest.mark.parametrize(
    "titles",
    [("THÁNG 3", "THÁNG 6"), ("Báo cáo tháng 3", "Báo cáo tháng 6"), ("Tháng 3", "Tháng 6")],
)
@pytest.mark.parametrize("column", [0, 2])
def test_tables_of_one_sheet_under_titles(titles, column, taken):
    march, june = ([*[None] * column, title] for title in titles)
    rows = [TITLE, june, HEADINGS, row(0.8), [], march, HEADINGS, row(0.3)]
    (task,), said, _ = taken({"NV": rows})
    assert (task["progress"], task["source_row"], said) == (0.8, 4, [])


def test_a_blank_in_the_later_report_says_nothing(taken):
    done = row(1, date(2023, 3, 20))
    (task,), (finding,), _ = taken({"Tháng 3": sheet(done), "Tháng 6": sheet(row())})
    assert (task["state"], task["done"]) == ("done_on_time", date(2023, 3, 20))
    assert (finding.code, finding.severity, finding.sheet, finding.cell) == (
        "task_state_kept",
        "info",
        "Tháng 6",
        "F3",
    )
    assert finding.holes == {"first": "Tháng 3!F3", "first_value": "100 %"}


def test_what_the_later_report_says_adds_to_the_earlier(taken):
    sheets = {
        "Tháng 3": sheet(row(1, date(2023, 3, 20))),
        "Tháng 6": sheet(row(None, None, "Hoàn thành")),
    }
    (task,), said, _ = taken(sheets)
    assert (task["done"], task["result_year"], said) == (date(2023, 3, 20), "Hoàn thành", [])


def test_done_and_later_at_half_is_not_done_and_said(taken):
    sheets = {"Tháng 3": sheet(row(1, date(2023, 3, 20))), "Tháng 6": sheet(row(0.5))}
    (task,), (finding,), _ = taken(sheets)
    assert (task["state"], task["done"], task["progress"]) == ("in_progress", None, 0.5)
    assert (finding.code, finding.cell, finding.value) == ("task_not_done_any_more", "F3", "50 %")
    assert finding.holes["first"] == "Tháng 3!F3"


@pytest.mark.parametrize("names", [("Sheet1", "Sheet2"), ("Tháng 6", "6 tháng"), ("Tháng 6", "NV")])
def test_what_nothing_decides_is_said_with_both_cells(names, taken):
    one, other = names
    (task,), (finding,), _ = taken({one: sheet(row(0.3)), other: sheet(row(0.8))})
    assert (finding.code, finding.severity) == ("task_said_twice", "warning")
    cells = {f"{finding.sheet}!{finding.cell}", finding.holes["first"]}
    assert cells == {f"{one}!F3", f"{other}!F3"}
    assert f"{round(100 * task['progress'])} %" == finding.value


def test_names_and_titles_that_say_otherwise_decide_nothing(taken):
    titles = [[f"BÁO CÁO THÁNG {n} NĂM 2023 CỦA UBND XÃ TÂN PHÚC"] for n in (6, 3)]
    sheets = {
        "Tháng 3": sheet(row(0.3), title=titles[0]),
        "Tháng 6": sheet(row(0.8), title=titles[1]),
    }
    _, (finding,), _ = taken(sheets)
    assert finding.code == "task_said_twice"


def test_the_same_said_twice_is_nothing_to_say(taken):
    (task,), said, history = taken({"A": sheet(row(0.3)), "B": sheet(row(0.3))})
    assert (task["progress"], said, history) == (0.3, [], [])


def test_the_plan_and_a_report_beside_it(taken):
    """A plan says nothing of states: it is in nobody's way, whatever its name is."""
    (task,), said, _ = taken({"Tháng 6": sheet(row(0.8)), "Kế hoạch": sheet(row())})
    assert (task["progress"], task["lead"], said) == (0.8, "Công an xã", [])


def test_equal_texts_of_one_table_stay_two_on_every_sheet(taken):
    def twice(*progress):
        days = ("31/3/2023", "30/9/2023")
        return sheet(*[row(p, due=day) for p, day in zip(progress, days, strict=True)])

    tasks, said, _ = taken({"Tháng 3": twice(0.5, 0.1), "Tháng 6": twice(1, 0.2)})
    assert [(t["due"].month, t["progress"]) for t in tasks] == [(3, 1.0), (9, 0.2)]
    assert said == []


def test_a_task_on_the_lists_of_two_officials_is_theirs_together_and_said(taken):
    own = {name: sheet(row(0.3, lead=name)) for name in ("Công an xã", "Hội Phụ nữ xã")}
    (task,), (finding,), _ = taken(own)
    assert task["lead"] == "Công an xã; Hội Phụ nữ xã"
    assert (finding.code, finding.cell) == ("task_of_several_leads", "D3")
    assert finding.holes == {"first": "Công an xã!D3", "first_value": "Công an xã"}


def test_an_official_s_list_meets_the_official_s_own_of_several(taken):
    leads = ("Công an xã", "Hội Phụ nữ xã")
    plan = sheet(*(row(lead=lead) for lead in leads))
    tasks, said, _ = taken({"Chung": plan, "HPN": sheet(row(0.3, lead=leads[1]))})
    assert [(task["lead"], task["progress"]) for task in tasks] == [
        (leads[0], None),
        (leads[1], 0.3),
    ]
    assert said == []


def test_a_sheet_named_after_an_official_names_the_lead(taken):
    bare = [
        [cell for place, cell in enumerate(line) if place != 3] for line in (HEADINGS, row(0.3))
    ]
    tasks, _, _ = taken({"Công an xã": [TITLE, *bare]})
    assert [task["lead"] for task in tasks] == ["Công an xã"]


def test_a_task_of_two_officials_on_both_lists_is_one(taken):
    both = "Công an xã; Hội Phụ nữ xã"
    sheets = {"CA": sheet(row(0.3, lead=both)), "HPN": sheet(row(0.3, lead=both))}
    (task,), said, _ = taken(sheets)
    assert (task["lead"], said) == (both, [])


def test_another_lead_in_a_later_report_is_said(taken):
    sheets = {"T3": sheet(row(0.3)), "T6": sheet(row(0.5, lead="Hội Phụ nữ xã"))}
    (task,), (finding,), _ = taken(sheets)
    assert (task["lead"], finding.code) == (
        "Hội Phụ nữ xã",
        "task_of_another_lead",
    )
    assert (finding.cell, finding.holes["first"]) == ("D3", "T3!D3")


def test_a_list_without_components_meets_the_task_of_another_sheet(taken):
    bare = [line[:1] + line[2:] for line in (HEADINGS, row(0.8))]
    for number, sheets in enumerate(
        [
            {"T3": sheet(row(0.3)), "T6": [TITLE, *bare]},
            {"T6": [TITLE, *bare], "T3": sheet(row(0.3))},
        ]
    ):
        (task,), said, _ = taken(sheets, f"{number}.xlsx")
        assert (task["component"], task["progress"], said) == ("1.1", 0.8, [])


def test_a_file_that_grew_by_a_month_adds_only_that_to_the_history(taken):
    months = {"T3": sheet(row(0.3)), "T6": sheet(row(0.6))}
    taken(months, "cu.xlsx")
    (task,), said, history = taken({**months, "T9": sheet(row(0.9))}, "moi.xlsx")
    assert (task["progress"], said) == (0.9, [])
    changes = [(h["old_value"], h["new_value"], h["source_sheet"]) for h in history]
    assert sorted(changes) == [("0.3", "0.6", "T6"), ("0.6", "0.9", "T9")]
