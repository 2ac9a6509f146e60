"""11: footnote marks, struck text, hidden rows. 21: headings written as one word."""

import re
from datetime import date

from tests.importing.cases.unseen.books import (
    LEAD,
    TASKS,
    TITLE,
    Book,
    Row,
    Sheet,
    column,
    plan,
    raised,
    section,
    struck,
    task,
)  # fmt: skip
from tests.importing.cases.unseen.forms import (
    C03,
    YES_C01,
    adults,
    answers,
    questions,
    rows_of,
    survey,
)  # fmt: skip
from tests.importing.cases.unseen.judging import ASK, Case, Point, Seen, either, said, sure
from tests.importing.cases.unseen.points import (
    adults_of,
    finding_on,
    forms,
    given,
    in_column,
    of_task,
    officials,
    respondents,
    task_count,
)  # fmt: skip

SHEET = "Phiếu trả lời"


def of_form(field: str, row: int, letter: str, want) -> Point:
    """A field of the form in a row, looked up in the table."""

    def get(seen: Seen) -> object:
        found = seen.select(f"select {field} from current_respondent where row = {row}")
        return found[0][0] if found else None

    return Point(f"{field} of the form in row {row}", (f"{SHEET}!{letter}{row}",), get, want)


def _raised_in_forms() -> Case:
    """Marks behind an age, a form number and a number of adults."""
    rows = rows_of()
    rows[0][3] = raised("54", "1")
    rows[1][0] = raised("002", "(2)")
    rows[2][6] = raised("5", "3")
    people = {"Thôn Đông": raised("400", "a"), "Thôn Bắc": raised("300", "1)")}
    book = Book((questions(), adults(people), answers(rows)), "khao-sat-2023.xlsx")
    points = (
        of_form("age", 3, "D", either(54)), of_form("form", 4, "A", either("002", "2")),
        given("C03", C03, either(C03, {1.0: 2, 2.0: 3, 3.0: 1, 4.0: 1})),
        adults_of("Thôn Đông", either(400), "Dân số thôn!B3"),
        adults_of("Thôn Bắc", either(300), "Dân số thôn!B4"), forms(8),
    )  # fmt: skip
    return Case("11", "age, form, answer, adults", (book,), points)


def _marks_as_letters() -> Case:
    """The mark is a letter of its own, a star, or stands in brackets."""
    people = {"Thôn Đông": "400²", "Thôn Bắc": "300*", "Thôn Hạ": "250 (1)",
              "Thôn Thượng": "1.240¹", "Thôn Trung": "120 [2]"}  # fmt: skip
    book = Book((questions(), adults(people), answers()), "khao-sat-2023.xlsx")
    counts = (400, 300, 250, 1240, 120)
    points = [
        adults_of(village, either(count), f"Dân số thôn!B{row}")
        for row, (village, count) in enumerate(zip(people, counts, strict=True), 3)
    ]
    return Case("11", "marks that are letters", (book,), (*points, forms(8)))


def _struck_task() -> Case:
    """A task struck through from end to end is none, and that is said."""
    rows = [section("1.1", "Tri thức công dân"), task(1, TASKS[0]), task(2, TASKS[1])]
    sheet = plan(rows, struck=tuple(f"{letter}6" for letter in "ABCD"))
    points = (task_count(1), finding_on(*sheet.cells_of(TASKS[1])))
    return Case("11", "a task struck through", (Book((sheet,)),), points)


def _struck_answers() -> Case:
    """The first form's Có became Không, the second's was struck out, the third's village too."""
    rows = rows_of()
    rows[0][4] = struck("Có", " Không")
    rows[1][4] = struck("Có")
    rows[2][1] = struck("Thôn Bắc", "Thôn Đông")
    left = {1.0: 3, 0.0: 4}
    points = (
        given("C01", left, either(left)), respondents({"Thôn Đông": 4, "Thôn Bắc": 4}),
        finding_on(f"{SHEET}!E3"), finding_on(f"{SHEET}!E4"),
    )  # fmt: skip
    return Case("11", "struck answers", (survey(answers(rows)),), points)


def _told_hidden(place: str) -> Point:
    """Some finding says that a place is hidden."""

    def get(seen: Seen) -> object:
        told = [f"{one['cell']} {one['message_vi']}" for one in seen.findings]
        return any(re.search(r"\bẩn\b", text) and re.search(place, text) for text in told)

    return Point(f"a finding that {place} is hidden", (), get, sure(True))


def _hidden() -> Case:
    """A hidden row and a hidden column are told of; read or not, they are not silent."""
    rows = [section("1.1", "Tri thức công dân"), task(1, TASKS[0], progress=0.4), task(2, TASKS[1])]
    sheet = plan(rows, hidden_rows=(6,), hidden_columns=("E",))
    points = (_told_hidden(r"\b[A-H]?6\b"), _told_hidden(r"\bE\d*\b"))
    return Case("11", "hidden row and column", (Book((sheet,)),), points)


def _raised_in_a_plan() -> Case:
    """Marks behind text, progress and dates; the same task without its mark in a later file."""
    row = task(1, TASKS[0], LEAD, raised("30/9/2023", "(1)"))
    row[1], row[4], row[5] = raised(TASKS[0], "2"), raised("80", "1"), "15/9/2023²"
    first = plan([section("1.1", "Tri thức công dân"), row])
    second = column("progress", 1)
    points = [
        *of_task(second, TASKS[0], progress=sure(1.0)),
        Point("tasks", first.cells_of(TASKS[0] + "2"), lambda seen: len(seen.tasks()), sure(1)),
        Point("due", ("Nhiệm vụ!D5",),
              lambda seen: next((one["due"] for one in seen.tasks()), None),
              either(date(2023, 9, 30))),
    ]  # fmt: skip
    books = (Book((first,), "mot.xlsx"), Book((second,), "hai.xlsx"))
    return Case("11", "text, progress and date of a task", books, tuple(points))


MARKS = (
    _raised_in_forms(),
    _marks_as_letters(),
    in_column(
        "11", "struck due dates", "due",
        (struck("15/8/2023", " 30/9/2023"), said(date(2023, 9, 30))),
        (struck(" (gia hạn 31/10/2023)", before="30/9/2023"), said(date(2023, 9, 30))),
        (struck("15/8/2023"), ASK),
        (raised("30/6/2023", "2"), either(date(2023, 6, 30))),
        (raised("Quý II", "1", "/2023"), either(date(2023, 6, 30))),
    ),
    _struck_task(),
    _struck_answers(),
    _hidden(),
    _raised_in_a_plan(),
)  # fmt: skip
GROUPS = ("Từ 18 - 24 tuổi", "Từ 25-34 tuổi", "Từ 35-49 tuổi", "Trên 60 tuổi")


def joined(
    clothes: str, head: tuple[str, ...], groups: bool = False, title: str | None = None,
    asked: Sheet | None = None, people: Sheet | None = None,
) -> Case:  # fmt: skip
    """A survey of joined headings: eight forms, with their sexes and ages."""
    rows: list[Row] = rows_of()
    for number, row in enumerate(rows):
        row[3] = GROUPS[number % 4] if groups else row[3]
    sheet = answers(rows, head=head, title=title)
    top = 3 if title else 2
    ages = (
        [Point("the ages are told of", (), _told_of(sheet.cell(top - 2, 3), sheet), sure(True))]
        if groups
        else [of_form("age", top, "D", sure(54))]
    )
    points = (
        forms(8), respondents({"Thôn Đông": 4, "Thôn Bắc": 4}), given("C01", YES_C01),
        given("C03", C03), of_form("sex", top + 1, "C", sure("Nữ")), *ages,
    )  # fmt: skip
    book = Book((asked or questions(), people or adults(), sheet), "khao-sat-2023.xlsx")
    return Case("21", clothes, (book,), points)


def _told_of(heading: str, sheet: Sheet):
    cells = (heading, *(sheet.cell(row, 3) for row in range(len(sheet.rows))))
    return lambda seen: seen.bears_on(cells, False, ("info", "warning", "error"))


def _joined_plan() -> Case:
    """A plan of joined headings."""
    headings = ("STT", "NhiemVu", "ChuTri", "ThoiHan", "TienDo", "NgayHoanThanh", "KetQuaNam",
                "GhiChu")  # fmt: skip
    rows = [task(n + 1, TASKS[n], progress=0.5, done=date(2023, 9, 15) if n else None)
            for n in range(3)]  # fmt: skip
    sheet = plan(rows, headings=headings, title=TITLE)
    points = [*of_task(sheet, TASKS[0], progress=sure(0.5), due=sure(date(2023, 9, 30)))]
    points += of_task(sheet, TASKS[1], done=sure(date(2023, 9, 15)), state=sure("done_on_time"))
    return Case("21", "a plan", (Book((sheet,)),), (*points, task_count(3), officials(LEAD)))


JOINED_QUESTIONS = ("MaCau", "NoiDungThanhPhan", "CauHoi", "DiemThapNhat", "DiemCaoNhat", "Chieu",
                    "CachGhi")  # fmt: skip
JOINED_ADULTS = adults(headings=("TenThon", "SoNguoiTu18TuoiTroLen"))
JOINED = (
    joined("words with capitals, ages in groups", ("SoPhieu", "TenThon", "GioiTinh", "NhomTuoi"),
           groups=True),
    joined("underlines", ("so_phieu", "thon", "gioi_tinh", "tuoi")),
    joined("all capitals", ("MAPHIEU", "THON", "GIOITINH", "TUOI")),
    joined("hyphens and dots", ("ma-phieu", "ten.thon", "gioi-tinh", "do.tuoi")),
    _joined_plan(),
    joined("English", ("FormNo", "VillageName", "Sex", "AgeYears")),
    joined("the questions' and the adults' headings too", ("soPhieu", "thon", "gioiTinh", "tuoi"),
           title="PHIẾU KHẢO SÁT XÃ TÂN PHÚC NĂM 2023", asked=questions(JOINED_QUESTIONS),
           people=JOINED_ADULTS),
)  # fmt: skip
CASES = MARKS + JOINED
