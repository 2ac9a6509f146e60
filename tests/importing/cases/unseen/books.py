"""Small workbooks as offices write them: sheets of plain rows, written by openpyxl."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

HEADINGS = (
    "STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tiến độ (%)", "Ngày hoàn thành", "Kết quả năm",
    "Ghi chú",
)  # fmt: skip
FIELDS = ("number", "task", "lead", "due", "progress", "done", "result_year", "note")
UNIT = "Xã Tân Phúc"
LEAD = "Công an xã"
TITLE = "KẾ HOẠCH NHIỆM VỤ PAPI NĂM 2023 (dữ liệu mô phỏng)"
TASKS = (
    "Niêm yết danh sách hộ nghèo tại nhà văn hóa thôn",
    "Công khai thu, chi ngân sách quý trên loa truyền thanh",
    "Rà soát hồ sơ trễ hẹn tại bộ phận một cửa",
    "Tổ chức đối thoại giữa lãnh đạo xã với nhân dân",
    "Sửa chữa hệ thống chiếu sáng đường liên thôn",
    "Thu gom rác thải tại các điểm tập kết",
    "Hướng dẫn người dân nộp hồ sơ trực tuyến",
    "Kiểm tra vệ sinh tại trường tiểu học",
)
Row = list[object]


@dataclass(frozen=True)
class Sheet:
    """A sheet's cells from A1. struck, hidden_rows, hidden_columns and formats are by cell, row
    number, letter and cell."""

    name: str
    rows: list[Row]
    merged: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    formats: dict[str, str] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> str:
        """Where a cell of the sheet stands in its book: row and column from 0 -> "Phiếu!C4"."""
        return f"{self.name}!{get_column_letter(column + 1)}{row + 1}"

    def row_of(self, text: object) -> int:
        """The row, from 0, in which a text stands as a cell of its own."""
        return next(n for n, row in enumerate(self.rows) if text in [plain(cell) for cell in row])

    def cells_of(self, text: object) -> tuple[str, ...]:
        """Every cell of the row in which a text stands."""
        row = self.row_of(text)
        return tuple(self.cell(row, column) for column in range(len(self.rows[row])))


@dataclass(frozen=True)
class Book:
    """A file of sheets; unit is what the person says of it."""

    sheets: tuple[Sheet, ...]
    file: str = "bieu-nhiem-vu.xlsx"
    unit: str | None = None

    def write(self, folder: Path) -> Path:
        """The workbook as a file of the folder."""
        book = Workbook()
        book.remove(book.active)
        for sheet in self.sheets:
            _fill(book.create_sheet(sheet.name), sheet)
        path = folder / self.file
        book.save(path)
        return path


def _fill(page, sheet):
    for number, row in enumerate(sheet.rows, 1):
        for column, value in enumerate(row, 1):
            cell = page.cell(number, column)
            cell.value = value
            if isinstance(value, date) and not isinstance(value, datetime):
                cell.number_format = "dd/mm/yyyy"
    for name, form in sheet.formats.items():
        page[name].number_format = form
    for name in sheet.struck:
        page[name].font = Font(strike=True)
    for area in sheet.merged:
        page.merge_cells(area)
    for number in sheet.hidden_rows:
        page.row_dimensions[number].hidden = True
    for letter in sheet.hidden_columns:
        page.column_dimensions[letter].hidden = True


def plain(value: object) -> object:
    """A cell without its letters' looks."""
    return str(value) if isinstance(value, CellRichText) else value


def raised(text: str, mark: str, rest: str = "") -> CellRichText:
    """A text with a footnote mark in superscript."""
    return CellRichText(text, TextBlock(InlineFont(vertAlign="superscript"), mark), rest)


def struck(gone: str, valid: str = "", before: str = "") -> CellRichText:
    """A text of which a part is struck through."""
    return CellRichText(before, TextBlock(InlineFont(strike=True), gone), valid)


def task(number: object, text: str, lead: object = LEAD, due: object = "30/9/2023", **more: object):
    """A row of a plan; more: its other fields by name."""
    row: Row = [number, text, lead, due, None, None, None, None]
    for name, value in more.items():
        row[FIELDS.index(name)] = value
    return row


def section(code: object, name: object = None) -> Row:
    """A heading between the tasks."""
    return [code, name, None, None, None, None, None, None]


def plan(
    rows: list[Row],
    name: str = "Nhiệm vụ",
    title: str = TITLE,
    unit: str | None = UNIT,
    headings: tuple[str, ...] = HEADINGS,
    **looks: object,
) -> Sheet:
    """A plan's sheet: letterhead, title, headings in row 3, then the rows."""
    head = f"ỦY BAN NHÂN DÂN {unit.upper()}" if unit else "BÁO CÁO CỦA VĂN PHÒNG"
    return Sheet(name, [[head], [title], list(headings), *rows], **looks)


def column(field_name: str, *values: object, start: int = 0, **looks: object) -> Sheet:
    """A plan in which one field of the tasks of 1.1 holds the values, each task a row from 5 on."""
    rows = [section("1.1", "Tri thức công dân")]
    for number, value in enumerate(values):
        rows.append(task(number + 1, TASKS[number + start], **{field_name: value}))
    return plan(rows, **looks)
