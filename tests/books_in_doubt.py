"""Workbooks of which a program cannot know what they are: tests ask a person, and answer."""

from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

SHEET = "Bảng 1"
# A plan has these headings, and so has a log of what was done.
HEADINGS = ["STT", "Nội dung", "Người thực hiện", "Thời gian", "Địa điểm"]


def plan_or_log(path: Path, unit: str, *said: str) -> Path:
    """A sheet of a commune with a row for each of these texts."""
    book = Workbook()
    book.active.title = SHEET
    for line in ([f"UBND {unit}"], ["BẢNG THEO DÕI NĂM 2023 (dữ liệu mô phỏng)"], HEADINGS):
        book.active.append(line)
    for number, text in enumerate(said, 1):
        day = datetime(2023, 3 + number, 15)
        book.active.append([number, text, "Công chức Văn hóa - Xã hội", day, "Toàn xã"])
    book.save(path)
    return path
