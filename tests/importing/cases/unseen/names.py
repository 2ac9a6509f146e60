"""13: letters that look like others, or were spoilt on the way. 14: the commune before a merger."""

import unicodedata

from tests.importing.cases.unseen.books import (
    HEADINGS,
    LEAD,
    TASKS,
    UNIT,
    Book,
    Row,
    Sheet,
    plan,
    task,
)
from tests.importing.cases.unseen.forms import (
    HEAD,
    PEOPLE,
    YES_C01,
    answers,
    numbers,
    questions,
    rows_of,
    survey,
)  # fmt: skip
from tests.importing.cases.unseen.judging import Case, Point, Seen, Want, either, sure
from tests.importing.cases.unseen.points import (
    adults_of,
    forms,
    given,
    of_task,
    officials,
    respondents,
    units,
)  # fmt: skip

DONE = "Đã hoàn thành"
LAND = "Công chức Địa chính - Xây dựng"


def spoilt(text: str) -> str:
    """UTF-8 read as if it were the Windows letters of Western Europe."""
    return text.encode().decode("cp1252")


def one_task(number: int, unit: str, lead: str, result: str = DONE) -> Sheet:
    rows = [task(number, TASKS[number], lead, result_year=result, progress=1)]
    return plan(rows, unit=unit)


def twins(
    clothes: str, unit: str, lead: str, result: str, real: str = UNIT, who: str = LEAD,
    want: Want | None = None,
) -> Case:  # fmt: skip
    """Two files of one commune and official, the second with spoilt letters; both tasks done.

    want: what may come of the second task's lead and state, where asking is no shame.
    """
    first, second = one_task(0, real, who), one_task(1, unit, lead, result)
    points = [
        units(real),
        officials(who, unit=real),
        *of_task(first, TASKS[0], real, lead=sure(who), state=sure("done_undated")),
        *of_task(second, TASKS[1], real, lead=want or sure(who),
                 state=either("done_undated") if want else sure("done_undated")),
    ]  # fmt: skip
    books = (Book((first,), "mot.xlsx"), Book((second,), "hai.xlsx"))
    return Case("13", clothes, books, tuple(points))


def _in_a_survey() -> Case:
    """Villages with Ð, Nam with a Cyrillic a, Có with a Cyrillic C."""
    people = [
        [mark, who[0].replace("Đ", "Ð"), who[1].replace("Nam", "N\u0430m"), who[2],
         str(who[3]).replace("Có", "\u0421ó"), *who[4:]]
        for mark, who in zip(numbers(), PEOPLE, strict=True)
    ]  # fmt: skip

    def men(seen: Seen) -> object:
        rows = seen.ask("component_scores", unit=UNIT, year=2023, sex="Nam")
        return next((r["respondents"] for r in rows if r["component"] == "7.1"), 0) or None

    points = (
        respondents({"Thôn Đông": 4, "Thôn Bắc": 4}),
        given("C01", YES_C01, either(YES_C01)),
        Point("men who answered 7.1", (), men, either(4)),
    )
    return Case("13", "villages, sexes and answers", (survey(answers(people)),), points)


LOOKALIKE = (
    twins("the African D", "XÃ \u0189ỨC HỢP", LAND.replace("Đ", "\u0189"),
          DONE.replace("Đ", "\u0189"), "Xã Đức Hợp", LAND),
    twins("fullwidth letters", "\uff38Ã \uff34ÂN PHÚC", "\uff23ông an xã",
          "Đã ｈｏàn thành", want=either(LEAD)),
    twins("Cyrillic letters", "\u0425Ã TÂN PHÚ\u0421", "\u0421ông \u0430n xã",
          "Đã h\u043eàn thành", want=either(LEAD)),
    twins("taken apart, spaces nobody sees", unicodedata.normalize("NFD", "XÃ TÂN\u00a0PHÚC"),
          unicodedata.normalize("NFD", "Công\u200b an\u00a0xã"),
          unicodedata.normalize("NFD", "Đã hoàn  thành")),
    twins("UTF-8 read as Windows letters", spoilt("XÃ TÂN PHÚC"), spoilt("Công an xã"), "Xong",
          want=either(LEAD)),
    twins("letters eaten", "XÃ T?N PH?C", "C?ng an x?", "?ã hoàn thành", want=either(LEAD)),
    _in_a_survey(),
)  # fmt: skip

OLD = ("Xã Đức Hợp", "Xã Hùng An")
TITLE_2025 = f"PHIẾU KHẢO SÁT {UNIT.upper()} NĂM 2025 (dữ liệu mô phỏng)"


def old_of(number: int) -> str:
    """The former commune of the forms: four each."""
    return OLD[number // 4]


def with_old(
    heading: str, title: str | None = TITLE_2025, new: str | None = None, villages: bool = True
) -> Sheet:
    """The forms with a column of the former commune; new: and one of today's."""
    rows: list[Row] = []
    for number, row in enumerate(rows_of()):
        village = row[1] if villages else f"Thôn {number % 2 + 1}"
        rows.append([row[0], old_of(number), *([UNIT] if new else []), village, *row[2:]])
    head = (HEAD[0], heading, *([new] if new else []), *HEAD[1:])
    return answers(rows, head=head, title=title)


def adults_2025(heading: str | None = None, same_names: bool = False) -> Sheet:
    if same_names:
        rows: list[Row] = [
            [old, village, count]
            for old, village, count in zip(
                (OLD[0], OLD[0], OLD[1], OLD[1]), ("Thôn 1", "Thôn 2") * 2, (400, 300, 700, 250),
                strict=True)
        ]  # fmt: skip
    else:
        rows = [[OLD[0], "Thôn Đông", 400], [OLD[1], "Thôn Bắc", 300]]
    top: list[Row] = [[f"DÂN SỐ TỪ 18 TUỔI {UNIT.upper()} NĂM 2025"]]
    names = ["Thôn", "Số người từ 18 tuổi trở lên"]
    if heading is None:
        return Sheet("Dân số thôn", [*top, names, *(row[1:] for row in rows)])
    return Sheet("Dân số thôn", [*top, [heading, *names], *rows])


def merged(clothes: str, *sheets: Sheet, unit: str | None = None, more: tuple[Point, ...] = ()):
    """Eight forms of the commune of today and none of the former ones; or a question."""
    first = questions(title="BỘ CÂU HỎI NĂM 2025")
    book = Book((first, *sheets), "khao-sat-2025.xlsx", unit)
    points = (
        forms(8, either(8), year=2025), units(UNIT, want=either((UNIT,))),
        given("C01", YES_C01, either(YES_C01), year=2025), *more,
    )  # fmt: skip
    return Case("14", clothes, (book,), points)


def _in_a_plan() -> Case:
    """Tasks with the former commune in a column: all of the commune of the letterhead."""
    rows = [
        [n + 1, TASKS[n], OLD[n % 2], LEAD, "30/9/2025", 0.5, None, None, None] for n in range(4)
    ]
    headings = (*HEADINGS[:2], "Xã cũ", *HEADINGS[2:])
    title = "KẾ HOẠCH NHIỆM VỤ PAPI NĂM 2025 (dữ liệu mô phỏng)"
    sheet = plan(list(rows), title=title, headings=headings)

    def count(seen: Seen) -> object:
        return len(seen.tasks(UNIT, 2025)) or None

    points = (Point("tasks of 2025", (), count, either(4)), units(UNIT, want=either((UNIT,))))
    return Case("14", "a plan", (Book((sheet,), "ke-hoach-2025.xlsx"),), points)


def _same_names() -> Case:
    """Two villages of each name: their adults are kept apart or asked about, never lost."""
    sheets = (adults_2025("Xã trước sáp nhập", same_names=True),
              with_old("Xã trước sáp nhập", villages=False))  # fmt: skip

    def counted(seen: Seen) -> object:
        rows = seen.ask("villages", unit=UNIT, year=2025)
        counts = [row["adults"] for row in rows if row["adults"]]
        return (len(counts), sum(counts)) if counts else None

    told = Want(((4, 1650),), may_ask=True, if_told=((2, 1650), (2, 950), (2, 700)))
    point = Point("villages and their adults", (), counted, told)
    return merged("villages of one name", *sheets, more=(point,))


EAST = adults_of("Thôn Đông", either(400), year=2025)
MERGED = (
    _in_a_plan(),
    merged("before the merger", adults_2025(), with_old("Trước sáp nhập"), more=(EAST,)),
    merged("only beside the adults", adults_2025("Đơn vị cũ"), answers(title=TITLE_2025),
           more=(EAST,)),
    merged("with the day of the merger", adults_2025("Xã trước 01/7/2025"),
           with_old("Xã trước 01/7/2025"), more=(EAST,)),
    _same_names(),
    merged("the person names the commune", Sheet("Dân số thôn", [
        ["DÂN SỐ TỪ 18 TUỔI NĂM 2025"], *adults_2025().rows[1:]]),
        with_old("Xã (cũ)", "PHIẾU KHẢO SÁT NĂM 2025 (dữ liệu mô phỏng)"), unit=UNIT),
    merged("former and new in two columns", adults_2025(),
           with_old("Xã cũ", "PHIẾU KHẢO SÁT NĂM 2025 (dữ liệu mô phỏng)", "Xã mới")),
)  # fmt: skip
CASES = LOOKALIKE + MERGED
