"""Small workbooks of one made-up commune: dữ liệu mô phỏng, written by a script.

The same for every version of the program. Respondents bear made-up marks instead of names:
PERSON in columns, notes, a hidden sheet and the file's author, so in the original file alone;
STRAY in the cell of an answer, so in a finding, too.
"""

from collections.abc import Iterable
from pathlib import Path

import openpyxl

UNIT = "Xã An Hòa"
VILLAGES = {"Thôn Một": (20, 310), "Thôn Hai": (18, 270), "Thôn Ba": (11, 150)}  # forms, adults
PERSON, STRAY = "Người-Thử", "Người-Lạc"
CLERK = "Công chức Văn phòng - Thống kê"
JUSTICE = "Công chức Tư pháp - Hộ tịch"
CULTURE = "Công chức Văn hóa - Xã hội"
MISSPELT = "Công chức Văn hoá - Xã hôị"
NEAR = "Công chức Tư pháp - Hộ tich"  # nobody is asked whether it is another
OWN_HEADING = "Lời dặn thêm"  # no program knows it: --map says what it is

_QUESTIONS = [
    ["C01", "1.1", "Ông/Bà có biết nhiệm kỳ của trưởng thôn không?", 0, 1, "Thuận"],
    ["C02", "1.1", "Ông/Bà có biết ngày bầu cử không?", 0, 1, "Thuận"],
    ["C03", "1.2", "Ông/Bà tham gia họp thôn ở mức nào?", 1, 5, "Thuận"],
    ["C04", "1.3", "Có từ hai ứng cử viên trở lên không?", 0, 1, "Thuận"],
    ["C05", "1.4", "Đóng góp có là bắt buộc không?", 0, 1, "Nghịch"],
    ["C06", "2.2", "Danh sách hộ nghèo có công khai không?", 1, 5, "Thuận"],
]
# Number, task, leads, supports, area, due, progress, done, half year, year, note; [y] is the year.
_PLAN = f"""
I | THAM GIA CỦA NGƯỜI DÂN Ở CẤP CƠ SỞ
1 | Niêm yết danh sách cử tri | {CLERK} | {JUSTICE} | Toàn xã | 31/5/[y] | 100 | 20/5/[y] | Hoàn thành | Hoàn thành |
2 | Tổ chức họp thôn về hương ước | {JUSTICE}; {CLERK} | {CULTURE} | Thôn Một; Thôn Hai | Quý II/[y] | 60 | | Đang làm | | đợi lịch họp
3 | Tập huấn hòa giải viên | {CULTURE} | | Toàn xã | 31/6/[y] | 0 | | | |
II | CÔNG KHAI, MINH BẠCH TRONG VIỆC RA QUYẾT ĐỊNH
4 | Công khai danh sách hộ nghèo | {CULTURE} | {CLERK} | Thôn Ba | 30/4/[y] | 100 | 10/5/[y] | Hoàn thành | Hoàn thành |
5 | Công khai thu, chi ngân sách | {CLERK} | {NEAR} | Toàn xã | Hằng quý | 50 | | | |
6 | In tờ gấp về đất đai | {JUSTICE} | | Toàn xã | 15/9/[y] | 20 | | | Hủy |
7 | Trả lời kiến nghị của dân | {MISSPELT} | | Toàn xã | Thường xuyên | 30 | | | |
"""  # noqa: E501


def write_all(folder: Path) -> dict[str, Path]:
    """Name -> workbook, all that a store is made of, in the order of their imports."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "survey-2022": _survey(2022),
        "survey-2023": _survey(2023),
        "tasks-2022": _tasks(2022),
        "tasks-2023": _tasks(2023),
        "activities-2023": _activities(),
        "scores-2023": _published(),
        "tasks-2023-moved": _tasks(2023, moved=True),
        "survey-2023-mended": _survey(2023, mended=True),
    }
    for name, book in files.items():
        book.properties.creator = f"{PERSON} Tác-Giả" if "survey" in name else "Văn phòng"
        book.save(folder / f"{name}.xlsx")
    return {name: folder / f"{name}.xlsx" for name in files}


def _book(title: str, rows: Iterable[list[object]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def _survey(year: int, mended: bool = False) -> openpyxl.Workbook:
    """Answers follow from the form's number; mended: five forms of the first village are fewer
    points, and the stray cell has its answer."""
    asked = _QUESTIONS[1:] if year == 2022 else _QUESTIONS
    codes = [str(row[0]) for row in asked]
    book = _book("Phiếu trả lời", [[f"PHIẾU KHẢO SÁT NĂM {year} (DỮ LIỆU MÔ PHỎNG)"], []])
    sheet = book.active
    headings = ["Mã phiếu", "Xã", "Thôn", "Giới tính", "Tuổi", "Người được hỏi", "Số máy"]
    sheet.append([*headings, *codes])
    for n, village in enumerate(_villages()):
        answers = [_answer(n, q, row, year) for q, row in enumerate(asked)]
        if n == 7:
            answers[0] = "Có" if mended else f"{STRAY} Số-{n}"
        if mended and n < 5:
            answers[1:3] = [1 if _is_scale(row) else "Không" for row in asked[1:3]]
        person, sex = f"{PERSON} Số-{year}-{n}", "Nam" if n % 2 else "Nữ"
        facts = [f"{year % 100}-{n:03}", UNIT, village, sex, 19 + n * 7 % 60]
        sheet.append([*facts, person, f"0000-{PERSON}-{n:03}", *answers])
    sheet["F6"].comment = openpyxl.comments.Comment(f"gọi lại cho {PERSON} Ghi-Chú", PERSON)
    _append_sheet(book, "Bộ câu hỏi", _questionnaire(asked))
    adults = [[UNIT, village, count] for village, (_, count) in VILLAGES.items()]
    _append_sheet(book, "Dân số thôn", [["Xã", "Thôn", "Số người từ 18 tuổi trở lên"], *adults])
    hidden = book.create_sheet("Nháp")
    hidden.append([f"{PERSON} Trang-Ẩn đã đi hỏi hai lần"])
    hidden.sheet_state = "hidden"
    return book


def _villages() -> list[str]:
    return [village for village, (forms, _) in VILLAGES.items() for _ in range(forms)]


def _questionnaire(asked: list[list[object]]) -> list[list[object]]:
    heading = ["Mã câu", "Nội dung thành phần", "Câu hỏi", "Điểm thấp nhất", "Điểm cao nhất"]
    coding = ["Có = 1; Không = 0", "1 = rất kém; 5 = rất tốt"]
    return [[*heading, "Chiều", "Cách ghi"], *([*row, coding[_is_scale(row)]] for row in asked)]


def _is_scale(question: list[object]) -> bool:
    return question[4] == 5


def _answer(form: int, position: int, question: list[object], year: int) -> object:
    drawn = (form * (3 + position) + position * position + year) % 11
    if drawn == 10:
        return "KB"
    if _is_scale(question):
        return drawn % 5 + 1
    return "Có" if drawn < (7 if year == 2023 else 5) else "Không"


def _append_sheet(book: openpyxl.Workbook, title: str, rows: Iterable[list[object]]) -> None:
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)


def _tasks(year: int, moved: bool = False) -> openpyxl.Workbook:
    """The plan; moved: a later due date for a task that was late, and one more done."""
    own = [OWN_HEADING] if year == 2023 else []
    headings = ["STT", "Nhiệm vụ cụ thể", "Cán bộ, công chức chủ trì", "Cơ quan, đơn vị phối hợp",
                "Địa bàn", "Thời hạn hoàn thành", "Tiến độ (%)", "Ngày hoàn thành",
                "6 tháng đầu năm", "Cả năm", *(own or ["Ghi chú"])]  # fmt: skip
    rows = [_cells(line.replace("[y]", str(year))) for line in _PLAN.strip().splitlines()]
    if moved:
        rows[2][5:8] = [f"30/9/{year}", 80, ""]
        rows[7][6:8] = [100, f"1/7/{year}"]
    title = [f"UBND {UNIT}", "BIỂU TỔNG HỢP NHIỆM VỤ", f"Chỉ số PAPI năm {year} (DỮ LIỆU MÔ PHỎNG)"]
    return _book(f"Biểu nhiệm vụ {year}", [*([line] for line in title), [], headings, *rows])


def _cells(line: str) -> list[object]:
    """Of a line of the plan; the progress is a number."""
    cells: list[object] = [cell.strip() for cell in line.split("|")]
    return [*cells[:6], int(str(cells[6])), *cells[7:]] if len(cells) > 2 else cells


def _activities() -> openpyxl.Workbook:
    rows = [
        ["04/03/2023", "Đài truyền thanh xã", "Bầu cử trưởng thôn", "1.3", "Toàn xã", 10, 2, 52],
        ["11/04/2023", "Họp thôn", "Danh sách hộ nghèo", "2.2", "Thôn Ba", 60, 1, 40],
    ]
    headings = ["Ngày", "Kênh", "Nội dung", "Mã nội dung", "Địa bàn", "Thời lượng (phút)",
                "Số lần", "Số người tiếp cận", "Người thực hiện"]  # fmt: skip
    title = f"NHẬT KÝ TUYÊN TRUYỀN CỦA UBND {UNIT} NĂM 2023 (DỮ LIỆU MÔ PHỎNG)"
    return _book(
        "Nhật ký",
        [
            [title],
            [],
            headings,
            *(row + [who] for row, who in zip(rows, (CULTURE, CLERK), strict=True)),
        ],
    )


def _published() -> openpyxl.Workbook:
    """A table of scores of a few provinces, made up: they differ from the reference."""
    codes = ["PAPI", *(str(n) for n in range(1, 9))]
    provinces = ["Hà Nội", "Hải Dương", "Hưng Yên", "Thái Bình", "Nam Định"]
    rows: list[list[object]] = []
    for n, province in enumerate(provinces):
        scores = [round(4 + (n * 3 + d * 5) % 9 / 4, 2) for d in range(1, 9)]
        rows.append([province, round(sum(scores), 2), *scores])
    title = ["ĐIỂM CHỈ SỐ PAPI NĂM 2023 CÁC TỈNH, THÀNH PHỐ (DỮ LIỆU MÔ PHỎNG)"]
    return _book("PAPI 2023", [title, [], ["Tỉnh, thành phố", *codes], *rows])
