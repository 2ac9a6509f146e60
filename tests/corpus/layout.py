"""A drawn sheet laid out in a worksheet: letterhead, headings of some levels, rows, foot."""

from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.corpus.pieces import Column, Heading, Setting, Sheet, Truth
from tests.corpus.plain import plain

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
LEGENDS = {
    "tasks": "(Toàn bộ thời hạn tính theo ngày báo cáo)",
    "answers": "Quy ước: 88 = Không biết; 99 = Không trả lời",
    "population": "Đơn vị tính: người",
}
SIGNATURES = (
    ("NGƯỜI LẬP BIỂU", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
    ("Người lập", "Xác nhận của UBND xã"),
    ("", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
)


@dataclass
class Look:
    """How this sheet is typed."""

    left: int
    upper: bool
    bare: bool
    merged: bool


class Sheets:
    """Lays out one sheet; row is the next free row."""

    def __init__(self, place: Setting, page: Worksheet, sheet: Sheet) -> None:
        self.place, self.rng, self.page, self.sheet = place, place.rng, page, sheet
        rng = self.rng
        self.look = Look(
            2 if rng.random() < 0.1 else 1, rng.random() < 0.12, rng.random() < 0.04, True
        )
        self.look.merged = rng.random() < 0.9
        self.row = 1
        self.truth = Truth(page.title, sheet.kind, unseen=sheet.unseen)

    def laid(self) -> Truth:
        self._top()
        self._headings()
        if self.rng.random() < 0.25:
            self._numbers()
        self._rows()
        self._foot()
        return self.truth

    def _letter(self, at: int) -> str:
        return get_column_letter(self.look.left + at)

    def _put(self, at: int, value: object, format: str = "General") -> None:
        cell = self.page.cell(self.row, self.look.left + at)
        cell.value = value  # type: ignore[assignment]  # drawn values are of every type of a cell
        cell.number_format = format

    def _top(self) -> None:
        """Letterhead and motto, title, legend, an empty row or none between them."""
        rng, width = self.rng, len(self.sheet.columns)
        if rng.random() < 0.4:
            self._put(0, f"ỦY BAN NHÂN DÂN\n{self.place.commune.upper()}")
            self._put(max(width // 2, 2), MOTTO)
            self.row += rng.choice((1, 2))
        for title in self.sheet.titles:
            if title:
                text = title.format(year=self.place.year, commune=self.place.commune)
                self._put(0, plain(text) if self.look.bare else text)
                if rng.random() < 0.6 and width > 1:
                    self._merge(self.row, 0, self.row, width - 1)
                self.row += 1
        legend = LEGENDS.get(self.sheet.kind)
        if legend and rng.random() < 0.2:
            self._put(0, legend)
            self.row += 1
        if self.row > 1 and rng.random() < 0.6:
            self.row += 1

    def _merge(self, row: int, at: int, last_row: int, last: int) -> None:
        left = self.look.left
        self.page.merge_cells(
            start_row=row, start_column=left + at, end_row=last_row, end_column=left + last
        )

    def _typed(self, text: str, column: Column) -> str:
        if column.question:
            return text
        if self.look.upper and "_" not in text:
            text = text.upper()
        return plain(text) if self.look.bare else text

    def _headings(self) -> None:
        columns, first = self.sheet.columns, self.row
        depth = max(len(column.path) for column in columns)
        for at, column in enumerate(columns):
            text = self._typed(column.path[-1], column)
            self.truth.headings.append(
                Heading(self._letter(at), text, first, first + depth - 1, column)
            )
            for level, word in enumerate(column.path):
                self.row = first + level
                before = columns[at - 1].path if at else ()
                repeated = before[: level + 1] == column.path[: level + 1]
                if not (repeated and level < len(column.path) - 1):
                    self._put(at, self._typed(word, column))
                    self._spread(at, level)
            if len(column.path) < depth and self.look.merged:
                self._merge(first + len(column.path) - 1, at, first + depth - 1, at)
        self.row = first + depth

    def _spread(self, at: int, level: int) -> None:
        """Merge an upper level over the columns that share it."""
        columns = self.sheet.columns
        path = columns[at].path
        if level == len(path) - 1 or not self.look.merged:
            return
        last = at
        while last + 1 < len(columns) and columns[last + 1].path[: level + 1] == path[: level + 1]:
            if len(columns[last + 1].path) == level + 1:
                break
            last += 1
        if last > at:
            self._merge(self.row, at, self.row, last)

    def _numbers(self) -> None:
        """The row that numbers the columns, as official forms have it."""
        bracketed = self.rng.random() < 0.7
        for at in range(len(self.sheet.columns)):
            self._put(at, f"({at + 1})" if bracketed else at + 1)
        self.row += 1

    def _rows(self) -> None:
        columns = self.sheet.columns
        count = len(columns[0].cells)
        fields = [column.field for column in columns]
        gap = self.rng.randrange(count) if self.rng.random() < 0.08 else -1
        if any(column.spanned for column in columns):
            gap = -1
        for row in range(count):
            for number, text in self.sheet.sections.get(row, []):
                if number:
                    self._put(fields.index("number"), number)
                self._put(fields.index(self.sheet.key), text)
                self.row += 1
            for at, column in enumerate(columns):
                cell = column.cells[row]
                if cell.value is not None:
                    self._put(at, cell.value, cell.format)
            self.truth.rows.append(self.row)
            self.row += 2 if row == gap else 1
        for at, column in enumerate(columns):
            if column.spanned:
                self._span(at, column)

    def _span(self, at: int, column: Column) -> None:
        """Merge each blank cell with the one above that speaks for it."""
        first = last = self.truth.rows[0]
        for row, cell in zip(self.truth.rows[1:], column.cells[1:], strict=True):
            if cell.value is not None:
                if last > first:
                    self._merge(first, at, last, at)
                first = row
            last = row
        if last > first:
            self._merge(first, at, last, at)

    def _foot(self) -> None:
        fields = [column.field for column in self.sheet.columns]
        for foot in self.sheet.foot:
            for field, value in foot.items():
                if field in fields:
                    self._put(fields.index(field), value)
            self.row += 1
        if self.rng.random() < 0.35:
            self.row += 1
            left, right = self.rng.choice(SIGNATURES)
            self._put(0, left or None)
            self._put(max(len(fields) - 2, 1), right)
