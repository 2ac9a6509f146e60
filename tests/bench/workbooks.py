"""The workbooks of the benchmark, written by openpyxl, the same at each run."""

import csv
import random
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import openpyxl

from dashboard import config

YEAR = 2023
COMMUNES = 20
VILLAGES = 8  # in each commune
OTHER_COLUMNS = ("Mã phiếu", "Xã", "Thôn", "Giới tính", "Tuổi", "Ngày phỏng vấn")
YES_NO = (1, 1, 0, 0, "Có", "Không", "x", "KB", 88, None)
SCALE = (1, 2, 3, 4, 5, 5, 4, 3, 88, None)
TASKS = ("STT", "Thành phần", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Tiến độ")
TASKS += ("Ngày hoàn thành",)


def write_survey(path: Path, rows: int, columns: int) -> None:
    """A district's survey: answers (rows x columns), questions and adults by village."""
    chance = random.Random(rows)
    codes = [f"C{number:02d}" for number in range(1, columns - len(OTHER_COLUMNS) + 1)]
    choices = [SCALE if _is_scale(index) else YES_NO for index in range(len(codes))]

    def form(number: int) -> list[object]:
        commune, village = number % COMMUNES, number // COMMUNES % VILLAGES
        day = date(YEAR, 4, 1) + timedelta(days=chance.randrange(60))
        person = [chance.choice(("Nam", "Nữ")), chance.randint(18, 90), day]
        answers = [chance.choice(choice) for choice in choices]
        return [f"P{number:06d}", *_place(commune, village), *person, *answers]

    adults = 2 * rows // (COMMUNES * VILLAGES) + 100
    every = [(commune, village) for commune in range(COMMUNES) for village in range(VILLAGES)]
    _write(
        path,
        {
            "Phiếu trả lời": (
                [f"KẾT QUẢ KHẢO SÁT NĂM {YEAR}"],
                [*OTHER_COLUMNS, *codes],
                map(form, range(rows)),
            ),
            "Bộ câu hỏi": (
                [],
                ["Mã câu", "Nội dung thành phần", "Câu hỏi", "Thấp nhất", "Cao nhất", "Chiều"],
                [_question(index, code) for index, code in enumerate(codes)],
            ),
            "Dân số": (
                [],
                ["Xã", "Thôn", "Số người từ 18 tuổi trở lên"],
                [[*_place(*p), adults] for p in every],
            ),
        },
    )


def write_tasks(path: Path, rows: int) -> None:
    """A commune's table of tasks."""
    codes = sub_dimensions()
    officials = [f"Công chức lĩnh vực {number}" for number in range(1, 13)]

    def task(number: int) -> list[object]:
        due = date(YEAR, 1, 1) + timedelta(days=number % 300)
        done = due - timedelta(days=3) if number % 3 == 0 else None
        text = f"Niêm yết công khai tại nhà văn hóa các thôn, đợt {number + 1}"
        what = [number + 1, codes[number % len(codes)], text]
        who = [officials[number % 12], officials[(number + 5) % 12]]
        return [*what, *who, due, 1 if done else 0.4, done]

    heading = [f"BIỂU NHIỆM VỤ NĂM {YEAR} CỦA UBND XÃ MẪU 1"]
    _write(path, {"Nhiệm vụ": (heading, TASKS, map(task, range(rows)))})


def _write(path: Path, sheets: dict[str, tuple[list, Iterable, Iterable]]) -> None:
    book = openpyxl.Workbook(write_only=True)
    for name, (title, headings, rows) in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append(title)
        sheet.append(headings)
        for row in rows:
            sheet.append(row)
    book.save(path)


def _place(commune: int, village: int) -> tuple[str, str]:
    return f"Xã Mẫu {commune + 1}", f"Thôn {village + 1}"


def _is_scale(index: int) -> bool:
    return index % 2 == 1


def _question(index: int, code: str) -> list[object]:
    codes = sub_dimensions()
    low, high = (1, 5) if _is_scale(index) else (0, 1)
    way = "Nghịch" if index % 7 == 6 else "Thuận"
    return [code, codes[index % len(codes)], f"Câu hỏi số {index + 1}?", low, high, way]


@cache
def sub_dimensions() -> list[str]:
    """Codes of the year's sub-dimensions."""
    with (config.REFERENCE / "components.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return [
        row["code"]
        for row in rows
        if row["level"] == "sub_dimension"
        and int(row["first_year"]) <= YEAR <= int(row["last_year"] or YEAR)
    ]
