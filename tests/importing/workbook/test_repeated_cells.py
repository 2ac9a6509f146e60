"""Large sheets are parsed by one of each different cell: what comes of it is what the parser makes
of the whole sheet, or the parser is left to it."""

import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from dashboard.importing.workbook import cut_cells, parse, repeated_cells

MOST = 10_000_000
NAME = "Phiếu"
DAY = datetime(2023, 4, 1, 8, 30)
ROWS = [
    [],
    [None, 'KẾT QUẢ KHẢO SÁT < 2023 & "khác"'],
    [None, "Mã phiếu", "Thôn", "C1", "C2", "C3", "Ngày"],
    *(
        [None, f"P{n:05}", f" Thôn {n % 3}", (1, "Có", None, True, 1.0)[n % 5], 0.5, "88", DAY]
        for n in range(1100)
    ),
    [None, None, "#N/A", "1003", '1003"', 'C1003"', date(2023, 5, 2)],
    [None, "  ", "\u200b", "'0012", False, -1e-7, 10**14],
]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sheet with styles, merged cells, blank edges, what repeats and what does not."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = NAME
    for row in ROWS:
        sheet.append(row)
    for row in range(4, 60):  # styles whose numbers rows have too
        sheet.cell(row, 5).number_format = "0." + "0" * (row % 15 + 1)
    sheet.cell(5, 9).number_format = "0%"  # a cell that has nothing but a style
    sheet.merge_cells("C10:C12")
    workbook.create_sheet("Dân số").append(["Thôn 1", 200])
    return _saved(workbook, tmp_path_factory.mktemp("books") / "a.xlsx")


def _saved(workbook: openpyxl.Workbook, path: Path) -> Path:
    workbook.save(path)
    return path


def _inline(book: Path) -> Path:
    """The same with its texts in the cells, as programs write that do not hold a book."""
    path = book.with_name("inline.xlsx")
    if path.exists():
        return path
    source = openpyxl.load_workbook(book)
    written = openpyxl.Workbook(write_only=True)
    sheet = written.create_sheet(NAME)
    for row in source[NAME].iter_rows(values_only=True):
        sheet.append(row)
    return _saved(written, path)


def _other(book: Path, wanted: str, instead: str, count: int = 0) -> Path:
    """The book with something else in the first sheet's XML."""
    path = book.with_name("b.xlsx")
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(path, "w") as other:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith("sheet1.xml"):
                found, times = re.subn(wanted, instead, content.decode(), count=count)
                assert times, wanted
                content = found.encode()
            other.writestr(name, content)
    return path


def _both(monkeypatch: pytest.MonkeyPatch, book: Path) -> tuple[object, object]:
    alone = parse.parsed(book, MOST)
    monkeypatch.setattr(repeated_cells, "LEAST", 0)
    ours = parse.parsed(book, MOST)
    return _comparable(ours), _comparable(alone)


def _comparable(sheets: list[parse.Parsed]) -> object:
    """Types too: True is not 1, nor is 1 the same as 1.0 here."""
    return [
        (
            s.name,
            s.hidden,
            s.tall,
            s.signs,
            [(list(map(repr, c.values)), c.codes) for c in s.columns],
        )
        for s in sheets
    ]


def _is_cut(book: Path) -> bool:
    return repeated_cells.repeated(book, NAME, MOST) is not None


SPANS = (r'<row r="(\d+)">', r'<row r="\1" spans="1:9" ht="12.5" x14ac:dyDescent="0.25">')
BLANK_ROWS = ("<sheetData>", '<sheetData><row r="1" ht="3"/><row r="1" spans="1:2"/>')


@pytest.mark.parametrize("change", [None, SPANS, BLANK_ROWS], ids=["plain", "spans", "blank"])
@pytest.mark.parametrize("is_inline", [False, True], ids=["shared", "inline"])
def test_is_what_the_parser_makes_of_all(monkeypatch, book, change, is_inline):
    book = _inline(book) if is_inline else book
    book = _other(book, *change) if change else book
    ours, alone = _both(monkeypatch, book)
    assert _is_cut(book)
    assert ours == alone


IRREGULAR = {
    "formula": ('<c r="E500"[^>]*><v>[^<]*</v>', '<c r="E500"><f>D500</f><v>1</v>'),
    "row number in a text": ("<t>P01090</t>", '<t>COVID1094"</t>'),
    "comment": ('(<c r="E500")', r'<!-- <c r="D500"/> -->\1'),
    "text in runs": ("<is><t>P01090</t></is>", "<is><r><t>P01090</t></r></is>"),
    "cell of another row": ('<c r="E1050"', '<c r="E1051"'),
    "cell of another row at the top": ('<c r="E50"', '<c r="E51"'),
    "cells out of order": ('<c r="E1050"', '<c r="B1050"'),
    "rows out of order": ('<row r="1050"', '<row r="1049"'),
    "row without a number": ('<row r="1050"', "<row"),
    "names elsewhere": ("<(/?)(c|row|sheetData|v)\\b", r"<\1x:\2"),
    "cell without a name": ('<c r="E1050"', "<c"),
    "another doctype": ("<worksheet", "<!DOCTYPE x><worksheet"),
    "no end": ("</sheetData>", ""),
}


@pytest.mark.parametrize("change", IRREGULAR.values(), ids=IRREGULAR)
def test_what_is_written_otherwise_is_left_to_the_parser(monkeypatch, book, change):
    monkeypatch.setattr(repeated_cells, "LEAST", 0)
    assert _is_cut(_inline(book))
    assert not _is_cut(_other(_inline(book), *change))


def test_small_sheets_are_left_to_the_parser(book):
    assert not _is_cut(book)


def test_what_hardly_repeats_is_left_to_the_parser(monkeypatch, book):
    monkeypatch.setattr(repeated_cells, "LEAST", 0)
    monkeypatch.setattr(cut_cells, "LOOKED_AT", 500)
    monkeypatch.setattr(cut_cells, "FEWEST", 5)
    assert _is_cut(book)
    monkeypatch.setattr(cut_cells, "MOST_DIFFERENT", 0.1)
    assert not _is_cut(book)
    monkeypatch.setattr(cut_cells, "MOST_DIFFERENT", 1)
    monkeypatch.setattr(cut_cells, "MOST", 100)
    assert not _is_cut(book)


def test_short_rows_are_left_to_the_parser(monkeypatch, book):
    monkeypatch.setattr(repeated_cells, "LEAST", 0)
    monkeypatch.setattr(cut_cells, "LOOKED_AT", 500)
    assert not _is_cut(book)


def test_what_may_be_too_many_cells_is_left_to_the_parser(monkeypatch, book):
    monkeypatch.setattr(repeated_cells, "LEAST", 0)
    far = _other(_inline(book), '<c r="G1050"', '<c r="ZZZ1050"')
    assert not _is_cut(far)
    with pytest.raises(parse.Unparsed, match="file_too_large"):
        parse.parsed(far, MOST)
    formatted = _other(_inline(book), '(<row r="1050">.*?)(</row>)', r'\1<c r="ZZZ1050" s="1"/>\2')
    ours, alone = _both(monkeypatch, formatted)
    assert ours == alone


def test_sheets_of_one_name_are_left_to_the_parser(monkeypatch, book):
    monkeypatch.setattr(repeated_cells, "LEAST", 0)
    path = book.with_name("c.xlsx")
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(path, "w") as other:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/workbook.xml":
                content = content.replace("Dân số".encode(), NAME.encode())
            other.writestr(name, content)
    first, second = parse.parsed(path, MOST)
    assert first.columns[1].values == second.columns[1].values
