"""Cases in which two kinds of trouble meet in one file."""

from tests.importing.cases.unseen.books import (
    LEAD,
    TASKS,
    UNIT,
    Book,
    Row,
    Sheet,
    plan,
    raised,
    section,
    task,
)  # fmt: skip
from tests.importing.cases.unseen.crossed_cells import CELLS, KIND
from tests.importing.cases.unseen.forms import (
    C03,
    HEAD,
    YES_C01,
    YES_C02,
    adults,
    answers,
    numbers,
    questions,
    rows_of,
    survey,
)  # fmt: skip
from tests.importing.cases.unseen.judging import (
    ASK,
    Case,
    Point,
    Seen,
    Want,
    either,
    sure,
)  # fmt: skip
from tests.importing.cases.unseen.names import TITLE_2025, adults_2025, merged, with_old
from tests.importing.cases.unseen.points import (
    day,
    forms,
    given,
    of_task,
    officials,
    respondents,
    task_count,
    units,
)  # fmt: skip
from tests.importing.cases.unseen.spread_and_sums import BOTH, CODES, PLAIN, spread, summary


def months(clothes: str, early: list[Row], later: list[Row], *points_of: dict[str, Want]) -> Case:
    """A sheet for May and one for September, the later one first; points_of: of each later task.

    The earlier sheet's rows stand lower, so that no order of rows gives the later state by luck.
    """
    top = [section("2.2", "Công khai danh sách hộ nghèo")]
    title = "BÁO CÁO TIẾN ĐỘ NHIỆM VỤ PAPI THÁNG {} NĂM 2023 (dữ liệu mô phỏng)"
    last = plan(top + later, "Tháng Chín", title.format(9))
    first = plan(top + early, "Tháng Năm", title.format(5))
    first.rows.insert(2, ["(Kèm theo báo cáo của Văn phòng - Thống kê)"])
    points = [
        point
        for number, wants in enumerate(points_of)
        for point in of_task(last, str(later[number][1]), **wants)
    ]
    count = len({str(row[1]).replace("Ð", "Đ").replace("ð", "đ") for row in early + later})
    return Case(
        KIND, clothes, (Book((last, first)),), (*points, task_count(count), officials(LEAD))
    )


def _bare(number: int, text: str) -> Row:
    return task(number, text, None, None)


def _results() -> Case:
    """What a result column says of tasks that were due on 30/6: hopes and products are not done."""
    said_of = {
        "Dự kiến hoàn thành trong tháng 9": "overdue",
        "Chưa hoàn thành (báo cáo 14/8/2023)": "overdue",
        "Hoàn thành các cơ sở dữ liệu về hộ nghèo": "overdue",
        "Cơ bản hoàn thành": "overdue",
        "Phấn đấu hoàn thành 100% kế hoạch": "overdue",
        "Đã hoàn thành": "done_undated",
        "Hoàn thành 100%": "done_undated",
        "Ðã hoàn thành": "done_undated",
    }
    rows = [section("1.1", "Tri thức công dân")]
    rows += [
        task(n + 1, TASKS[n], due="30/6/2023", result_year=text) for n, text in enumerate(said_of)
    ]
    sheet = plan(rows)
    points = [
        of_task(sheet, TASKS[n], state=sure(state))[0]._replace(what=f"state by {text!r}")
        for n, (text, state) in enumerate(said_of.items())
    ]
    return Case(KIND, "hopes and products among results", (Book((sheet,)),), tuple(points))


def _numbered_under_dotted() -> Case:
    """Dotted headings over running numbers that look like codes."""
    rows = [
        section("II.", "Công khai, minh bạch"), section("2.1.", "Tiếp cận thông tin"),
        task(20, TASKS[0]), _bare(21, TASKS[1]), _bare(22, TASKS[2]),
        section("III.", "NHIỆM VỤ ĐỘT XUẤT"), task(30, TASKS[3]), _bare(31, TASKS[4]),
    ]  # fmt: skip
    sheet = plan(rows)
    parts = ("2.1", "2.1", "2.1", None, None)
    points = [p for n, part in enumerate(parts)
              for p in of_task(sheet, TASKS[n], component=sure(part))]  # fmt: skip
    return Case(KIND, "bare numbers under dotted headings", (Book((sheet,)),),
                (*points, task_count(5)))  # fmt: skip


FOUR = ("Ðối thoại với nhân dân về đất đai", "Sửa đường liên thôn", "Trồng cây", "Lắp đèn")
PLANS = (
    months(
        "running numbers that look like codes in each month",
        [task(10, FOUR[1], progress=0.2), _bare(11, FOUR[2]), _bare(12, FOUR[3])],
        [task(10, FOUR[1], progress=0.6), _bare(11, FOUR[2]), _bare(12, FOUR[3])],
        {"progress": sure(0.6), "component": sure("2.2")}, {"component": sure("2.2")},
        {"component": sure("2.2")},
    ),
    months(
        "the later month with another D",
        [task(1, FOUR[0].replace("Ð", "Đ"), progress=0.2), task(2, FOUR[1], progress=0.2)],
        [task(1, FOUR[0], progress=0.6), task(2, FOUR[1], progress=0.7)],
        {}, {"progress": sure(0.7)},
    ),
    months(
        "hopes in the later month",
        [task(1, FOUR[1], due="30/6/2023"), task(2, FOUR[2], due="30/6/2023")],
        [task(1, FOUR[1], due="30/6/2023", done="Dự kiến 15/10/2023"),
         task(2, FOUR[2], due="30/6/2023", done="28/6/2023")],
        {"done": ASK, "state": sure("overdue")}, {"done": sure(day("28/6/2023"))},
    ),
    months(
        "the deadline was moved in the later month",
        [task(1, FOUR[1], due="30/6/2023")],
        [task(1, FOUR[1], due="Gia hạn đến 30/9/2023 (hạn cũ 30/6/2023)")],
        {"due": sure(day("30/9/2023"))},
    ),
    _numbered_under_dotted(),
    _results(),
)  # fmt: skip
JOINED = ("SoPhieu", "Thon", "GioiTinh", "Tuoi")


def _spread_under_joined() -> Case:
    sheet = spread(labels=CODES)
    sheet.rows[1][:4] = JOINED
    points = (given("C01", YES_C01, either(YES_C01)), given("C02", YES_C02, either(YES_C02)),
              forms(8, either(8)))  # fmt: skip
    return Case(KIND, "options under joined headings", (survey(sheet),), points)


def _same_forms(clothes: str, first: Sheet, second: Sheet) -> Case:
    books = (survey(first, file="mot-2023.xlsx"), survey(second, file="hai-2023.xlsx"))
    return Case(KIND, clothes, books, (forms(8), respondents(BOTH), given("C01", YES_C01)))


def _spread_with_foot() -> Case:
    """The options' columns are added up below: the sums are nobody's answer."""
    sheet = spread()
    sheet.rows.append(["Tổng cộng", None, None, None, 5, 3, 3, 5])
    points = (given("C01", YES_C01, either(YES_C01)), forms(8, either(8)))
    return Case(KIND, "sums under the options", (survey(sheet),), points)


def _summary_with_marks() -> Case:
    """Means with footnote marks beside the forms, and a mark behind the adults."""
    means: list[Row] = [[1, "Thôn Đông", raised("4", "1"), "0,75", "0,5", "3²"],
                        [2, "Thôn Bắc", 4, raised("0.5", "2"), 0.25, 2]]  # fmt: skip
    beside = summary(means, ("STT", "Thôn", "Số phiếu"), "Tổng hợp thôn")
    people = adults({"Thôn Đông": raised("400", "1"), "Thôn Bắc": 300})
    book = Book((questions(), people, answers(), beside), "khao-sat-2023.xlsx")

    def east(seen: Seen) -> object:
        rows = seen.ask("villages", unit=UNIT, year=2023)
        return next((row["adults"] for row in rows if row["village"] == "Thôn Đông"), None)

    points = (forms(8), given("C01", YES_C01), given("C03", C03),
              Point("adults", ("Dân số thôn!B3",), east, either(400)))  # fmt: skip
    return Case(KIND, "a summary with footnote marks", (book,), points)


def _old_communes_count_from_one() -> Case:
    """Each former commune numbered its forms from 001: eight people, or told that four are lost."""
    sheet = with_old("Xã cũ")
    for number, row in enumerate(sheet.rows[2:]):
        row[0] = f"{number % 4 + 1:03d}"
    told = Want((8,), may_ask=True, if_told=(4,))
    book = Book(
        (questions(title="BỘ CÂU HỎI NĂM 2025"), adults_2025(), sheet), "khao-sat-2025.xlsx"
    )
    points = (forms(8, told, year=2025), units(UNIT, want=either((UNIT,))))
    return Case(KIND, "each former commune counts from one", (book,), points)


def _old_communes_with_eth() -> Case:
    """The former commune and a village with Ð: the village is the one of the adults' sheet."""
    sheet = with_old("Xã cũ", TITLE_2025)
    for row in sheet.rows[2:6]:
        row[1], row[2] = "Xã Ðức Hợp", "Thôn Ðông"
    counted = respondents(BOTH, either(BOTH), year=2025)
    case = merged("a former commune with another D", adults_2025("Xã cũ"), sheet, more=(counted,))
    return Case(KIND, case.clothes, case.books, case.points)


RAISED: list[object] = [raised(f"{number:03d}", "1") for number in range(1, 9)]
FORMS = (
    _spread_under_joined(),
    _same_forms("joined headings, numbers as text and as numbers",
                answers(rows_of(numbers()), head=JOINED), answers(rows_of(PLAIN), head=HEAD)),
    _same_forms("footnote marks behind form numbers", answers(rows_of(PLAIN)),
                answers(rows_of(RAISED))),
    _spread_with_foot(),
    _summary_with_marks(),
    _old_communes_count_from_one(),
    _old_communes_with_eth(),
)  # fmt: skip
CASES = CELLS + PLANS + FORMS
