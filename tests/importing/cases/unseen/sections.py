"""02: running numbers that look like codes. 10: headings between the tasks in other forms."""

from tests.importing.cases.unseen.books import HEADINGS, Book, Row, Sheet, plan, section, task
from tests.importing.cases.unseen.judging import Case, Point, Want, either, sure
from tests.importing.cases.unseen.points import of_task, task_count

NONE = sure(None)


def in_sections(kind: str, clothes: str, rows: list[Row], parts: dict[str, object]) -> Case:
    """A plan; parts: each task's text -> its component, None for none, or what must come out."""
    sheet = plan(rows)
    points: list[Point] = []
    for text, part in parts.items():
        points += of_task(sheet, text, component=part if isinstance(part, Want) else sure(part))
    return Case(kind, clothes, (Book((sheet,)),), (*points, task_count(len(parts))))


def run_of(first: int, last: int, form: str = "{}", bare: tuple[int, ...] = ()) -> list[Row]:
    """Tasks numbered from first to last; bare ones have neither lead nor day yet."""
    return [
        task(int(form.format(n)) if form == "{}" else form.format(n), f"Việc mẫu số {n}",
             None if n in bare else "Văn phòng - Thống kê", None if n in bare else "30/6/2023")
        for n in range(first, last + 1)
    ]  # fmt: skip


def each(first: int, last: int, part: object) -> dict[str, object]:
    return {f"Việc mẫu số {n}": part for n in range(first, last + 1)}


POOR, PEOPLE, KNOWS = (
    "Công khai danh sách hộ nghèo",
    "Tiếp cận dịch vụ tư pháp",
    "Tri thức công dân",
)
HEALTH = "Y tế công lập"


def _with_column() -> Case:
    """The component in a column of its own, as the number that Excel makes of 2.2 or 7.1."""
    headings = (*HEADINGS[:2], "Nội dung thành phần", *HEADINGS[2:])
    rows, parts = [], {}
    for n in range(9, 15):
        code = 2.2 if n % 2 else 7.1
        given = [None, None] if n == 11 else ["Công an xã", "30/6/2023"]
        rows.append([n, f"Việc mẫu số {n}", code, *given, None, None, None, None])
        parts[f"Việc mẫu số {n}"] = "2.2" if n % 2 else "7.1"
    sheet: Sheet = plan(rows, headings=headings)
    points = [p for text, part in parts.items() for p in of_task(sheet, text, component=sure(part))]
    return Case("02", "codes in a column", (Book((sheet,)),), (*points, task_count(6)))


NUMBERED = (
    in_sections(
        "02",
        "numbers written as text",
        [section("4.3", "Công bằng trong tuyển dụng vào khu vực công"),
         *run_of(9, 23, "{:d} ", bare=(11, 12, 21, 22))],
        each(9, 23, "4.3"),
    ),
    in_sections(
        "02",
        "numbers with a dot behind",
        [section("6.1", HEALTH), *run_of(1, 14, "{}.", bare=(11, 12, 13))],
        each(1, 14, "6.1"),
    ),
    in_sections(
        "02",
        "numbering goes on under the next heading",
        [section("2.2", POOR), *run_of(19, 24, bare=(21, 22, 23)),
         section("3.3", PEOPLE), *run_of(25, 34, bare=(31, 32, 33))],
        {**each(19, 24, "2.2"), **each(25, 34, "3.3")},
    ),
    in_sections(
        "02",
        "the heading's own code is a number too",
        [section(1.1, KNOWS), *run_of(10, 13, bare=(11, 12)), section(2.2, POOR),
         *run_of(14, 23, bare=(21, 22))],
        {**each(10, 13, "1.1"), **each(14, 23, "2.2")},
    ),
    in_sections(
        "02",
        "numbers in brackets",
        [section("7.1", "Nghiêm túc trong bảo vệ môi trường"),
         *run_of(10, 14, "({})", bare=(11, 12)), *run_of(21, 23, "{})", bare=(21, 22))],
        {**each(10, 14, "7.1"), **each(21, 23, "7.1")},
    ),
    in_sections(
        "02",
        "running numbers of two levels",
        [section("6.1", HEALTH), task("1", "Việc mẫu số 1"), task("1.1", "Lập danh sách trẻ em"),
         task("1.2", "Mời trạm y tế khám lưu động"), task("2", "Việc mẫu số 2"),
         task("2.1", "Mua tủ thuốc cho ba thôn")],
        {"Việc mẫu số 1": "6.1", "Lập danh sách trẻ em": either("6.1"),
         "Mời trạm y tế khám lưu động": either("6.1"), "Việc mẫu số 2": "6.1",
         "Mua tủ thuốc cho ba thôn": either("6.1")},
    ),
    _with_column(),
)  # fmt: skip

A, B, C, D = "Phát tờ rơi tới hộ dân", "Trực tiếp dân hằng tuần", "Mua máy in", "Đón đoàn kiểm tra"


def headed(clothes: str, rows: list[Row], **parts: object) -> Case:
    """Four tasks A to D at most, each with its component."""
    names = {"a": A, "b": B, "c": C, "d": D}
    return in_sections("10", clothes, rows, {names[key]: part for key, part in parts.items()})


HEADED = (
    headed(
        "a tree of dotted numerals",
        [section("I.", "Tham gia của người dân ở cấp cơ sở"), section("1.1.", KNOWS), task(1, A),
         section("II.", "Công khai, minh bạch"), section("2.2.", POOR), task(1, B),
         section("III.", "CÔNG TÁC KHÁC"), task(1, C)],
        a="1.1", b="2.2", c=NONE,
    ),
    headed(
        "Phần and Mục",
        [section("Phần I", "Công khai, minh bạch"), section("Mục 1", POOR), task(1, A),
         section("Mục 2", "Tiếp cận thông tin"), task(2, B),
         section("Phần II", "NHIỆM VỤ PHÁT SINH"), task(3, C),
         section("Mục 1", "Việc nội bộ cơ quan"), task(4, D)],
        a="2.2", b="2.1", c=NONE, d=NONE,
    ),
    headed(
        "letters with a stroke name the component",
        [section("A/", KNOWS), task(1, A), section("B/", HEALTH), task(2, B),
         section("C/", "VIỆC HUYỆN GIAO"), task(3, C)],
        a="1.1", b="6.1", c=NONE,
    ),
    headed(
        "numerals in brackets over small letters",
        [section("(I)", "Trách nhiệm giải trình với người dân"), section("a)", PEOPLE), task(1, A),
         section("(II)", "Quản trị môi trường"), section("a)", "Chất lượng nước"), task(2, B),
         section("(III)", "Nội dung khác"), task(3, C)],
        a="3.3", b="7.3", c=NONE,
    ),
    headed(
        "numeral, dot, number",
        [section("I.1", KNOWS), task(1, A), section("II.2.", POOR), task(2, B),
         section("IX", "NHIỆM VỤ CHUYÊN MÔN KHÁC"), task(3, C), section("IX.1", "Thi đua"),
         task(4, D)],
        a="1.1", b="2.2", c=NONE, d=NONE,
    ),
    headed(
        "no number at all, all in one cell",
        [section(None, f"Nội dung: {HEALTH}"), task(1, A),
         section("Nội dung 2.1: Tiếp cận thông tin"),
         task(2, B), section("NHIỆM VỤ ĐỘT XUẤT"), task(3, C)],
        a="6.1", b="2.1", c=NONE,
    ),
    headed(
        "words of PAPI before the name",
        [section("1", "Chỉ số nội dung 1: Tham gia của người dân ở cấp cơ sở"),
         section("1.2", "Nội dung thành phần: Cơ hội tham gia"), task("-", A), task("-", B),
         section("*", "Nhiệm vụ phát sinh"), task("-", C)],
        a="1.2", b="1.2", c=NONE,
    ),
)  # fmt: skip
CASES = NUMBERED + HEADED
