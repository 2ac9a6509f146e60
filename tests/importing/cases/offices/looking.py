"""What to look at in these workbooks: kinds of sheets, counts, fields of tasks, answers."""

import csv
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from tests.importing.cases.unseen.books import Book, Row, Sheet, plain
from tests.importing.cases.unseen.judging import Case, Point, Seen, Want

DONE = ("done_on_time", "done_late", "done_undated")
OPEN = ("not_started", "in_progress", "overdue")


@dataclass(frozen=True)
class Text(Book):
    """A file of plain text: its first sheet's rows between separators."""

    separator: str = ","
    encoding: str = "utf-8-sig"

    def write(self, folder: Path) -> Path:
        """The file in the folder."""
        out = StringIO()
        csv.writer(out, delimiter=self.separator).writerows(self.sheets[0].rows)
        path = folder / self.file
        path.write_bytes(out.getvalue().encode(self.encoding))
        return path


def case(kind: str, clothes: str, book: Book, *points: Point) -> Case:
    """A case of one file."""
    return Case(kind, clothes, (book,), points)


def kind(sheet: Sheet, want: Want) -> Point:
    """The kind of which rows of a sheet were stored; None: nothing of it was."""

    def get(seen: Seen) -> object:
        for file in seen.receipts:
            for one in file["sheets"]:
                if one["sheet"] == sheet.name or len(file["sheets"]) == 1:
                    return one["kind"] if one["rows_imported"] else None
        return None

    cells = tuple(sheet.cell(n, c) for n, row in enumerate(sheet.rows) for c in range(len(row)))
    return Point(f"kind of {sheet.name}", cells, get, want)


def number(what: str, statement: str, want: Want) -> Point:
    """The one number that a statement counts; None for 0."""
    return Point(what, (), lambda seen: seen.select(statement)[0][0] or None, want)


def tasks(want: Want, unit: str = "", year: int = 2023) -> Point:
    """How many tasks a unit has."""
    of = f" and unit ilike '%{unit}%'" if unit else ""
    return number(
        f"tasks {unit}", f"select count(*) from current_task where year = {year}{of}", want
    )


def cells_with(sheet: Sheet, text: str) -> tuple[str, ...]:
    """Every cell of the row in which a text stands in a cell."""
    for n, row in enumerate(sheet.rows):
        if any(cell is not None and text in str(plain(cell)) for cell in row):
            return tuple(sheet.cell(n, column) for column in range(len(row)))
    raise ValueError(text)


def task(sheet: Sheet, text: str, unit: str, year: int = 2023, **wants: Want) -> list[Point]:
    """Fields of the one task with a text: what query `tasks` gives."""

    def get(field: str) -> Any:
        def look(seen: Seen) -> object:
            rows = [row for row in seen.tasks(unit, year) if text in row["task"]]
            return (rows[0][field] or None) if len(rows) == 1 else None

        return look

    return [
        Point(f"{field} of {text}", cells_with(sheet, text), get(field), want)
        for field, want in wants.items()
    ]


def answer(sheet: Sheet, form: str, question: str, want: Want) -> Point:
    """What a form answers to a question: the number, or why none is; None if impossible."""

    def get(seen: Seen) -> object:
        rows = seen.select(
            "select a.value, a.missing from answer as a"
            f" where a.form ilike '%{form}%' and a.question = '{question}'"
        )
        if len(rows) != 1 or rows[0][1] == "impossible":
            return None
        return rows[0][1] if rows[0][0] is None else rows[0][0]

    return Point(f"answer {question} of {form}", cells_with(sheet, form), get, want)


def one(what: str, statement: str, want: Want, cells: tuple[str, ...] = ()) -> Point:
    """The one value that a statement gives."""

    def get(seen: Seen) -> object:
        rows = seen.select(statement)
        return rows[0][0] if len(rows) == 1 else None

    return Point(what, cells, get, want)


def head(unit: str, *title: str) -> list[Row]:
    """A letterhead with its two sides, and a title."""
    return [
        [f"ỦY BAN NHÂN DÂN\n{unit.upper()}", None, None,
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
         "\nĐộc lập - Tự do - Hạnh phúc"],
        ["Số: 15/KH-UBND", None, None, "Ngày 12 tháng 01 năm 2023"],
        *[[line] for line in title],
        [],
    ]  # fmt: skip


def signed(*more: object) -> list[Row]:
    """What stands below a table."""
    return [
        [],
        ["Nơi nhận:", None, None, "TM. ỦY BAN NHÂN DÂN"],
        ["- UBND huyện (b/c);", None, None, "CHỦ TỊCH"],
        ["- Các thành viên BCĐ;"],
        ["- Lưu: VT."],
        *[[line] for line in more],
    ]
