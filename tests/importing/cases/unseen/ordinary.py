"""Books without trouble, some of which look like one: read as they are, and without a word."""

from datetime import date

from tests.importing.cases.unseen.books import (
    HEADINGS,
    LEAD,
    TASKS,
    UNIT,
    Book,
    Row,
    Sheet,
    plan,
    section,
    task,
)  # fmt: skip
from tests.importing.cases.unseen.forms import (
    C03,
    HEAD,
    YES_C01,
    YES_C02,
    adults,
    answers,
    questions,
    rows_of,
    survey,
)  # fmt: skip
from tests.importing.cases.unseen.judging import Case, Point, either, quiet, sure
from tests.importing.cases.unseen.points import (
    adults_of,
    day,
    forms,
    given,
    in_column,
    of_task,
    officials,
    respondents,
    task_count,
    units,
)  # fmt: skip

KIND = "ordinary"
SILENCE = Point("warnings", (), lambda seen: seen.bears_on((), False, ("warning", "error")),
                sure(False))  # fmt: skip
KNOWS, POOR = section("1.1", "Tri thức công dân"), section("2.2", "Công khai danh sách hộ nghèo")
BOTH = {"Thôn Đông": 4, "Thôn Bắc": 4}


def _plan() -> Case:
    sheet = plan(
        [KNOWS, task(1, TASKS[0], progress=0.4),
         task(2, TASKS[1], done=day("15/9/2023"), progress=1),
         POOR, task(3, TASKS[2], due="30/6/2023")],
    )  # fmt: skip
    points = [
        *of_task(sheet, TASKS[0], component=quiet("1.1"), progress=quiet(0.4), lead=quiet(LEAD)),
        *of_task(sheet, TASKS[1], done=quiet(day("15/9/2023")), state=quiet("done_on_time")),
        *of_task(sheet, TASKS[2], component=quiet("2.2"), due=quiet(day("30/6/2023"))),
        task_count(3), officials(LEAD), units(UNIT), SILENCE,
    ]  # fmt: skip
    return Case(KIND, "a plan", (Book((sheet,)),), tuple(points))


def _survey() -> Case:
    points = (
        forms(8), respondents(BOTH), given("C01", YES_C01), given("C02", YES_C02),
        given("C03", C03), adults_of("Thôn Đông", sure(400)), units(UNIT), SILENCE,
    )  # fmt: skip
    return Case(KIND, "a survey", (survey(answers()),), points)


def _counted(clothes: str, rows: list[Row], *points: Point) -> Case:
    """A plan whose tasks are all told apart and in 1.1 unless points say otherwise."""
    return Case(KIND, clothes, (Book((plan(rows),)),), (*points, SILENCE))


def _tasks_like_totals() -> Case:
    """Tasks whose texts begin as totals, cancellations, hopes or headings do."""
    texts = (
        "Tổng hợp kết quả khảo sát ý kiến người dân", "Cộng tác viên dân số thăm hộ gia đình",
        "Dừng đỗ xe đúng nơi quy định", "Không thực hiện thu ngoài quy định",
        "Dự kiến nhân sự bầu trưởng thôn", "Mục 3 chương trình xây dựng nông thôn mới: làm đường",
        "Phần việc của thôn: dọn vệ sinh", "Hoàn thành các cơ sở dữ liệu về hộ nghèo",
    )  # fmt: skip
    rows = [KNOWS, *(task(n, text) for n, text in enumerate(texts, 1))]
    sheet = plan(rows)
    points = [p for text in texts for p in of_task(
        sheet, text, component=quiet("1.1"), state=quiet("overdue"))]  # fmt: skip
    return Case(KIND, "tasks that begin like something else", (Book((sheet,)),),
                (*points, task_count(8), SILENCE))  # fmt: skip


def _two_sheets_of_other_tasks() -> Case:
    """A sheet each of two officials, no task on both."""
    first = plan([KNOWS, *(task(n, TASKS[n], progress=0.2) for n in range(3))], "Công an")
    second = plan(
        [POOR, *(task(n, TASKS[n], "Địa chính", progress=0.3) for n in range(3, 6))], "ĐC"
    )
    points = (*of_task(first, TASKS[0], progress=quiet(0.2), component=quiet("1.1")),
              *of_task(second, TASKS[5], progress=quiet(0.3), component=quiet("2.2")),
              task_count(6))  # fmt: skip
    return Case(KIND, "two sheets of other tasks", (Book((first, second)),), points)


def _villages_like_totals() -> Case:
    """Villages named Trung Bình and Cộng Hòa are villages."""
    other = {"Thôn Đông": "Thôn Trung Bình", "Thôn Bắc": "Thôn Cộng Hòa"}
    rows = [[row[0], other[str(row[1])], *row[2:]] for row in rows_of()]
    people = adults({"Thôn Trung Bình": 400, "Thôn Cộng Hòa": 300})
    book = Book((questions(), people, answers(rows)), "khao-sat-2023.xlsx")
    counted = {"Thôn Trung Bình": 4, "Thôn Cộng Hòa": 4}
    return Case(KIND, "villages named like sums", (book,),
                (forms(8), respondents(counted), given("C01", YES_C01), SILENCE))  # fmt: skip


def _numbered(clothes: str, marks: list[object]) -> Case:
    """Form numbers that are near one another and yet eight."""
    return Case(KIND, clothes, (survey(answers(rows_of(marks))),), (forms(8), SILENCE))


def _with_commune() -> Case:
    """A column Xã is the unit's."""
    rows = [[row[0], UNIT, *row[1:]] for row in rows_of()]
    sheet = answers(rows, head=(HEAD[0], "Xã", *HEAD[1:]))
    return Case(KIND, "a column of the commune", (survey(sheet),),
                (forms(8), respondents(BOTH), units(UNIT), SILENCE))  # fmt: skip


def _two_communes() -> Case:
    """A plan of two communes in a column stays a plan of two."""
    headings = (*HEADINGS[:2], "Xã", *HEADINGS[2:])
    rows: list[Row] = [[n + 1, TASKS[n], ("Xã Tân Phúc", "Xã Tân Dân")[n % 2], LEAD, "30/9/2023"]
                       for n in range(4)]  # fmt: skip
    sheet: Sheet = plan(list(rows), headings=headings, unit=None)
    points = (task_count(2), task_count(2, "Xã Tân Dân"), units("Xã Tân Dân", UNIT))
    return Case(KIND, "two communes in a column", (Book((sheet,)),), points)


def _dates(clothes: str, *pairs: tuple[object, str], may_ask: bool = False) -> Case:
    want = either if may_ask else quiet
    return in_column(KIND, clothes, "due", *((value, want(day(due))) for value, due in pairs))


CASES = (
    _plan(),
    _survey(),
    _tasks_like_totals(),
    _two_sheets_of_other_tasks(),
    _villages_like_totals(),
    _numbered("letters apart", ["001A", "001B", "002A", "002B", "A001", "B001", "A1B", "B1A"]),
    _numbered("two levels", ["1.1", "1.10", "1.2", "1.20", "11", "110", "12", "2.1"]),
    _numbered("with the year or the village", ["23-001", "22-001", "Đ-01", "B-01", "01/Đ", "01/B",
                                               "1/2023", "2/2023"]),
    _with_commune(),
    _two_communes(),
    _counted(
        "one text under two components",
        [KNOWS, task(1, TASKS[0]), POOR, task(2, TASKS[0])],
        task_count(2),
    ),
    _counted(
        "officials with near names",
        [KNOWS, task(1, TASKS[0], "Công an xã"), task(2, TASKS[1], "Công an viên"),
         task(3, TASKS[2], "Đoàn Thanh niên"), task(4, TASKS[3], "Hội Thanh niên")],
        officials("Công an viên", "Công an xã", "Hội Thanh niên", "Đoàn Thanh niên"),
    ),
    _dates("due dates", ("30/6/2023", "30/6/2023"), ("Quý III/2023", "30/9/2023"),
           ("Trước ngày 31/5", "31/5/2023"), (date(2023, 6, 2), "2/6/2023"),
           ("Tháng 9/2023", "30/9/2023"), ("30-9-2023", "30/9/2023")),
    _dates("true dates of the first days beside phrases", (date(2023, 6, 5), "5/6/2023"),
           (date(2023, 9, 10), "10/9/2023"), ("Quý III/2023", "30/9/2023"),
           ("Trước 31/5/2023", "31/5/2023"), may_ask=True),
    _dates("true dates and texts of the first days", (date(2023, 6, 5), "5/6/2023"),
           ("05/4/2023", "5/4/2023"), ("10/9/2023", "10/9/2023"), (date(2023, 8, 7), "7/8/2023"),
           may_ask=True),
    in_column(KIND, "done dates", "done", (date(2023, 9, 15), quiet(day("15/9/2023"))),
              ("15/9/2023", quiet(day("15/9/2023"))), (None, quiet(None)), ("-", quiet(None))),
    in_column(KIND, "progress", "progress", (0.25, quiet(0.25)), (1, sure(1.0)),
              (0, quiet(0.0)), ("50%", quiet(0.5)), (None, quiet(None))),
    in_column(KIND, "progress in whole numbers", "progress", (25, quiet(0.25)), (100, sure(1.0)),
              (0, quiet(0.0)), (7, quiet(0.07))),
)  # fmt: skip
