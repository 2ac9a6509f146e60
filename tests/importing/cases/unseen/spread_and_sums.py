"""07: answers spread over a column an option. 08: means and sums beside the answers. 16: form
numbers as text and as numbers."""

from tests.importing.cases.unseen.books import UNIT, Row, Sheet
from tests.importing.cases.unseen.forms import (
    C03,
    HEAD,
    PEOPLE,
    QUESTIONS,
    YES_C01,
    YES_C02,
    answers,
    numbers,
    rows_of,
    survey,
)  # fmt: skip
from tests.importing.cases.unseen.judging import Case, Point, Seen, Want, either, sure
from tests.importing.cases.unseen.points import forms, given, respondents

BOTH = {"Thôn Đông": 4, "Thôn Bắc": 4}
TITLE = f"PHIẾU KHẢO SÁT {UNIT.upper()} NĂM 2023 (dữ liệu mô phỏng)"
TEXTS = tuple(question[2] for question in QUESTIONS)
CODES = tuple(question[0] for question in QUESTIONS)
YES_NO, FIVE = ("Có", "Không"), ("1", "2", "3", "4", "5")


def marked(answer: object, options: tuple[str, ...], mark: object, other: object) -> Row:
    """A mark under the option that was chosen."""
    return [mark if str(answer) == option else other for option in options]


def spread(
    options: tuple[tuple[str, ...], ...] = (YES_NO, YES_NO),
    labels: tuple[str, ...] = TEXTS,
    marks: tuple[object, ...] = ("x", "x", "x"),
    other: object = None,
    in_one_row: bool = False,
) -> Sheet:
    """The forms with a column an option, under the questions' merged headings."""
    upper: Row = [*HEAD]
    lower: Row = [None] * len(HEAD)
    for label, of in zip(labels, options, strict=False):
        upper += (
            [f"{label} - {one}" for one in of] if in_one_row else [label, *[None] * len(of)][:-1]
        )
        lower += of
    rows: list[Row] = [[TITLE], upper] if in_one_row else [[TITLE], upper, lower]
    for number, who in zip(numbers("P{:03d}"), PEOPLE, strict=True):
        row: Row = [number, *who[:3]]
        for answer, of, mark in zip(who[3:], options, marks, strict=False):
            row += marked(answer, of, mark, other)
        rows.append(row)
    merged, at = [], len(HEAD)
    for of in () if in_one_row else options:
        first, last = (chr(ord("A") + at), chr(ord("A") + at + len(of) - 1))
        merged.append(f"{first}2:{last}2")
        at += len(of)
    return Sheet("Phiếu trả lời", rows, merged=tuple(merged))


def options_case(clothes: str, sheet: Sheet, **counts: dict[float, int]) -> Case:
    wanted = counts or {"C01": YES_C01, "C02": YES_C02}
    points = [given(code, of, either(of)) for code, of in wanted.items()]
    return Case("07", clothes, (survey(sheet),), (*points, forms(8, either(8))))


def _both_and_none() -> Case:
    """The first form marks both of C01, the second neither: these are no answers."""
    sheet = spread()
    sheet.rows[3][4:6] = ["x", "x"]
    sheet.rows[4][4:6] = [None, None]
    counts = {1.0: 3, 0.0: 3}
    cells = ("Phiếu trả lời!E4", "Phiếu trả lời!F4")

    def told(seen: Seen) -> object:
        is_refused = not given("C01", {}).get(seen)
        return is_refused or seen.bears_on(cells, False, ("warning", "error"))

    both = Point("both options marked is told of", cells, told, sure(True))
    case = options_case("both marked, none marked", sheet, C01=counts, C02=YES_C02)
    return Case(case.kind, case.clothes, case.books, (*case.points, both))


def _dont_know() -> Case:
    """A third option: two people do not know, the others as before."""
    sheet = spread((("Có", "Không", "Không biết"), ("Có", "Không", "Không biết")))
    for row in (3, 10):  # the first says Có, the last Không
        sheet.rows[row][4:7] = [None, None, "x"]
    return options_case("a third option", sheet, C01={1.0: 4, 0.0: 2}, C02=YES_C02)


ONE_TO_FIVE = (YES_NO, YES_NO, FIVE)
SPREAD = (
    _dont_know(),
    options_case("one to five", spread(ONE_TO_FIVE), C01=YES_C01, C02=YES_C02, C03=C03),
    options_case("other marks", spread(ONE_TO_FIVE, marks=("v", "✓", "X")), C01=YES_C01, C03=C03),
    options_case("codes above the options", spread(labels=CODES)),
    options_case("question and option in one heading", spread(labels=CODES, in_one_row=True)),
    _both_and_none(),
    options_case(
        "Không before Có, ones and noughts",
        spread((("Không", "Có"), ("Không", "Có")), marks=(1, 1), other=0),
    ),
)


def _villages(seen: Seen) -> object:
    return tuple(sorted(row["village"] for row in seen.ask("villages", unit=UNIT, year=2023)))


def sums(clothes: str, *sheets: Sheet) -> Case:
    """Whatever stands beside them, the eight forms in two villages are all there is."""
    points = (
        respondents(BOTH), forms(8), given("C01", YES_C01), given("C03", C03),
        Point("villages", (), _villages, sure(("Thôn Bắc", "Thôn Đông"))),
    )  # fmt: skip
    return Case("08", clothes, (survey(*sheets),), points)


def summary(rows: list[Row], head: tuple[str, ...], name: str = "Tổng hợp") -> Sheet:
    title = f"BẢNG TỔNG HỢP KẾT QUẢ KHẢO SÁT {UNIT.upper()} NĂM 2023"
    return Sheet(name, [[title], [*head, *CODES], *rows])


MEANS: list[Row] = [
    [1, "Thôn Đông", 4, 0.75, 0.5, 3], [2, "Thôn Bắc", 4, 0.5, 0.25, 2],
    [None, "Toàn xã", 8, 0.625, 0.375, 2.5],
]  # fmt: skip
BY_VILLAGE = ("STT", "Thôn", "Số phiếu")
FOOT: list[Row] = [
    [None, "Trung bình", None, None, 0.625, 0.375, 2.5],
    ["Tổng cộng", None, None, None, 5, 3, 20],
]  # fmt: skip
SUBTOTALS: list[Row] = [
    [], ["Cộng thôn Đông", "Thôn Đông", None, None, 3, 2, 12],
    ["Cộng thôn Bắc", "Thôn Bắc", None, None, 2, 1, 8],
    ["Toàn xã", "Toàn xã", None, None, 5, 3, 20],
]  # fmt: skip
SUMS = (
    sums("the summary comes first", summary(MEANS, BY_VILLAGE, "A. Tổng hợp"), answers()),
    sums("foot rows of means and totals", answers([*rows_of(), *FOOT])),
    sums(
        "by sex and age",
        answers(),
        summary([["Nam", "18 - 39", 1, 0, 1, 3], ["Nam", "40 trở lên", 3, 1, 0.67, 3.33],
                 ["Nữ", "40 trở lên", 3, 0.67, 0, 1.67]], ("Giới tính", "Tuổi", "Số phiếu"),
                "Theo nhóm"),
    ),
    sums(
        "numbers of people, not means",
        answers(),
        summary([[1, "Thôn Đông", 4, 3, 2, 12], [2, "Thôn Bắc", 4, 2, 1, 8],
                 ["Cộng", None, 8, 5, 3, 20]], BY_VILLAGE, "Số người trả lời Có"),
    ),
    sums("sums of the villages below the forms", answers([*rows_of(), *SUBTOTALS])),
    sums(
        "shares in per cent",
        answers(),
        summary([["Thôn Đông", "4 phiếu", "75%", "50%", "60%"],
                 ["Thôn Bắc", "4 phiếu", "50%", "25%", "40%"]], ("Thôn", "Số phiếu"), "Tỷ lệ"),
    ),
    sums(
        "means rounded to whole numbers",
        answers(),
        summary([[4, "Thôn Đông", 1, 0, 3], [4, "Thôn Bắc", 0, 0, 2], [8, "Toàn xã", 1, 0, 3]],
                ("Số phiếu", "Thôn"), "Kết quả"),
    ),
)  # fmt: skip


def numbered(clothes: str, *marks: list[object], form: str = "", want: Want | None = None) -> Case:
    """The same eight forms in a file each, numbered otherwise: still eight."""
    books = []
    for at, of in enumerate(marks):
        formats = {f"A{row}": form for row in range(3, 11)} if form else {}
        books.append(survey(answers(rows_of(of), formats=formats), file=f"phieu-{at}.xlsx"))
    points = (forms(8, want), given("C01", YES_C01, want and either(YES_C01)))
    return Case("16", clothes, tuple(books), points)


def _two_sheets() -> Case:
    """Both ways of writing in one file."""
    sheets = (answers(rows_of(numbers()), "Nhập lần 1"),
              answers(rows_of(list(range(1, 9))), "Nhập lần 2"))  # fmt: skip
    return Case("16", "two sheets of one file", (survey(*sheets),), (forms(8), respondents(BOTH)))


def _from_one_in_each_village() -> Case:
    """Other forms that bear the same number: eight people, or told that four are missing."""
    marks: list[object] = ["001", "002", "003", "004", 1, 2, 3, 4]
    told = Want((8,), if_told=(4,), may_ask=True)
    book = survey(answers(rows_of(marks)))
    return Case("16", "each village counts from one", (book,), (forms(8, told),))


PLAIN: list[object] = list(range(1, 9))
SPACED: list[object] = [
    " 001", "002 ", "003\u00a0", "\u200b004", "'005", "006", "007\n", "008.",
]  # fmt: skip
NUMBERS = (
    numbered("four digits", numbers("{:04d}"), PLAIN, form="0000"),
    numbered("the numbers come first", PLAIN, numbers()),
    _two_sheets(),
    numbered("spaces and marks around", numbers(), SPACED),
    numbered("a letter that only the format shows", numbers("P{:03d}"), PLAIN, form='"P"000'),
    numbered("as another program writes them out", PLAIN, numbers("{:d}.0")),
    _from_one_in_each_village(),
)
CASES = SPREAD + SUMS + NUMBERS
