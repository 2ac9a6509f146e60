"""Small surveys: a questionnaire, the adults of the villages, the forms."""

from tests.importing.cases.unseen.books import UNIT, Book, Row, Sheet

QUESTIONS = (
    (
        "C01",
        "7.1",
        "Xã có xử lý phản ánh về xả rác trong năm không?",
        0,
        1,
        "Có = 1; Không = 0",
    ),
    ("C02", "7.2", "Không khí nơi ở có tốt hơn ba năm trước không?", 0, 1, "Có = 1; Không = 0"),
    ("C03", "7.3", "Mức độ hài lòng với nước sinh hoạt (1 - 5)", 1, 5, ""),
)
ADULTS = {"Thôn Đông": 400, "Thôn Bắc": 300}
HEAD = ("Số phiếu", "Thôn", "Giới tính", "Tuổi")
ASKED_ABOUT = ("Mã câu", "Nội dung thành phần", "Câu hỏi", "Điểm thấp nhất", "Điểm cao nhất",
               "Chiều", "Cách ghi")  # fmt: skip
# village, sex, age, C01, C02, C03. Each village four: C01 is Có for 3 + 2, C02 for 2 + 1, and of
# C03 the sums are 12 + 8.
PEOPLE = (
    ("Thôn Đông", "Nam", 54, "Có", "Có", 4),
    ("Thôn Đông", "Nữ", 48, "Có", "Không", 2),
    ("Thôn Đông", "Nam", 75, "Có", "Có", 5),
    ("Thôn Đông", "Nữ", 64, "Không", "Không", 1),
    ("Thôn Bắc", "Nam", 19, "Không", "Có", 3),
    ("Thôn Bắc", "Nữ", 51, "Có", "Không", 2),
    ("Thôn Bắc", "Nam", 61, "Có", "Không", 1),
    ("Thôn Bắc", "Nữ", 29, "Không", "Không", 2),
)
YES_C01, YES_C02 = {1.0: 5, 0.0: 3}, {1.0: 3, 0.0: 5}
C03 = {1.0: 2, 2.0: 3, 3.0: 1, 4.0: 1, 5.0: 1}


def questions(
    headings: tuple[str, ...] = ASKED_ABOUT, codes: tuple[str, ...] = (), title: str = ""
) -> Sheet:
    """The sheet of questions; codes: other codes than C01 to C03."""
    rows: list[Row] = [[title]] if title else []
    rows.append(list(headings))
    for number, (code, part, text, low, high, coding) in enumerate(QUESTIONS):
        rows.append([codes[number] if codes else code, part, text, low, high, "Thuận", coding])
    return Sheet("Bộ câu hỏi", rows)


def adults(
    people: dict[str, object] | None = None, headings: tuple[str, ...] = (), year: int = 2023
) -> Sheet:
    """The sheet of the villages' adults; Thôn Đông stands in row 3."""
    rows: list[Row] = [[f"DÂN SỐ TỪ 18 TUỔI {UNIT.upper()} NĂM {year} (dữ liệu mô phỏng)"]]
    rows.append(list(headings or ("Thôn", "Số người từ 18 tuổi trở lên")))
    rows += [[village, count] for village, count in (people or ADULTS).items()]
    return Sheet("Dân số thôn", rows)


def numbers(form: str = "{:03d}", start: int = 1) -> list[object]:
    """Eight form numbers."""
    return [form.format(number) for number in range(start, start + 8)]


def rows_of(marks: list[object] | None = None, people: tuple[tuple[object, ...], ...] = PEOPLE):
    """The forms as rows: number, village, sex, age, answers."""
    return [[mark, *who] for mark, who in zip(marks or numbers(), people, strict=True)]


def answers(
    rows: list[Row] | None = None,
    name: str = "Phiếu trả lời",
    head: tuple[str, ...] = HEAD,
    codes: tuple[str, ...] = ("C01", "C02", "C03"),
    title: str | None = f"PHIẾU KHẢO SÁT {UNIT.upper()} NĂM 2023 (dữ liệu mô phỏng)",
    **looks: object,
) -> Sheet:
    """The forms: title, headings in row 2, the first form in row 3."""
    top: list[Row] = [[title]] if title else []
    return Sheet(name, [*top, [*head, *codes], *(rows_of() if rows is None else rows)], **looks)


def survey(*sheets: Sheet, file: str = "khao-sat-2023.xlsx", unit: str | None = None) -> Book:
    """A file of the questions, the adults and these sheets."""
    return Book((questions(), adults(), *sheets), file, unit)
