import hashlib
import io
import itertools
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from dashboard import config
from dashboard.importing.understand import understand
from dashboard.importing.workbook.container import Limits
from dashboard.importing.workbook.read import Unreadable, read
from tests.importing.conftest import remarks, speak

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
DATA = Path(__file__).parent.parent.parent / "data" / "letters"
SAMPLE = config.SAMPLES / "bieu-nhiem-vu-2023.xlsx"


def archive(**entries: bytes) -> bytes:
    """A zip file of entries; "__" in a name stands for a slash, "_" for a dot."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()


def locked(content: bytes) -> bytes:
    """The zip file with its entries marked as encrypted."""
    marked = bytearray(content)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(signature)
        while at >= 0:
            marked[at + flags] |= 1
            at = marked.find(signature, at + 4)
    return bytes(marked)


BOOK = archive(xl__workbook_xml=b"<workbook/>")
ODS = b"application/vnd.oasis.opendocument.spreadsheet"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "file_foreign"),
        (b"%PDF-1.7 ...", "file_foreign"),
        ("Kính gửi các thôn,\nđề nghị nộp phiếu.\n".encode(), "file_foreign"),
        (b"<html><p>1</p></html>", "file_foreign"),
        (b"<html><table><tr><td> </td></tr></table></html>", "file_blank"),
        (b"\xef\xbb\xbf \n<html>\n<td>a,b</td>\n<td>c,d</td>\n", "file_foreign"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n', "file_foreign"),
        (archive(word__document_xml=b"<document/>"), "file_foreign"),
        (archive(readme_txt=b"hello"), "file_foreign"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.text"), "file_foreign"),
        (OLE + b"\x00" * 600 + "WordDocument".encode("utf-16-le"), "file_foreign"),
        (OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "file_locked"),
        (locked(BOOK), "file_locked"),
        (archive(mimetype=ODS, **{"META-INF__manifest_xml": b"<encryption-data/>"}), "file_locked"),
        (OLE + b"\x00" * 600 + "Workbook".encode("utf-16-le"), "file_broken"),
        (BOOK, "file_broken"),
        (BOOK[:40], "file_broken"),
        (SAMPLE.read_bytes()[:5000], "file_broken"),
        (bytes(4) + SAMPLE.read_bytes()[4:], "file_broken"),  # its first bytes are others
        (b"chep" + SAMPLE.read_bytes()[4:], "file_broken"),
        (b"\xfe\xed\xfa\xce" + bytes(range(256)), "file_unknown"),
        (archive(xl__workbook_xml=b"\x00" * 2**21), "file_too_large"),
    ],
    ids=itertools.count(),  # what an archive holds says when it was made
)
def test_a_file_that_is_no_sheet_to_read(content, code, tmp_path, known):
    path = tmp_path / "tep.xlsx"
    path.write_bytes(content)
    reading = understand(path, known)
    assert reading.refused and reading.sheets == []
    assert remarks(reading) == [(code, "", "error")]
    assert reading.sha256 == hashlib.sha256(content).hexdigest()
    speak(reading)


def bytes_with_password(book: bytes) -> bytes:
    """A workbook of .xls whose second record says that the rest is enciphered."""
    begin = book.index(b"\x09\x08\x10\x00")
    second = begin + 4 + 0x10
    return book[:second] + b"\x2f\x00" + book[second + 2 :]


def test_an_old_workbook_with_a_password_says_so(tmp_path, known):
    plain = (DATA / "gach-bo.xls").read_bytes()
    path = tmp_path / "khoa.xls"
    path.write_bytes(bytes_with_password(plain))
    assert remarks(understand(path, known)) == [("file_locked", "", "error")]
    path.write_bytes(plain)
    assert not understand(path, known).refused


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (archive(Index__Document_iwa=b"x"), "Apple iWork (.numbers, .pages)"),
        (archive(Index__CalculationEngine_iwa=b"x"), "Numbers (.numbers)"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument (.odt)"),
        (b'{"url": "https://docs.google.com", "doc_id": "1"}', "JSON"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "MHTML (.mht)"),
        (b"ID;PWXL;N;E\r\nP;PGeneral\r\n", "SYLK (.slk)"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(40), "HEIC/MP4"),
        (b"BM" + bytes(60), "BMP"),
        (b"<?xml version='1.0'?><office:document><table:table>", "OpenDocument (.fods)"),
        (OLE + bytes(600) + "PowerPoint Document".encode("utf-16-le"), "PowerPoint (.ppt)"),
    ],
    ids=itertools.count(),
)
def test_a_file_of_another_program_is_called_by_its_name(content, name, tmp_path, known):
    path = tmp_path / "tep.xlsx"
    path.write_bytes(content)
    (finding,) = understand(path, known).findings
    assert (finding.code, finding.holes) == ("file_foreign", {"format": name})


def test_the_temporary_file_of_an_open_workbook(tmp_path, known):
    path = tmp_path / "~$bieu.xlsx"
    path.write_bytes(b"\x05Admin" + b" " * 159)
    assert remarks(understand(path, known)) == [("file_temporary", "", "error")]
    path.write_bytes(b"1;2;" * 41 + b"3")  # as long, and begins with a small number
    assert remarks(understand(path, known)) != [("file_temporary", "", "error")]


def test_a_file_that_is_not_there(tmp_path, known):
    reading = understand(tmp_path / "khong-co.xlsx", known)
    assert remarks(reading) == [("file_not_found", "", "error")]
    assert reading.file == "khong-co.xlsx"


def test_a_folder_is_no_file(tmp_path, known):
    assert remarks(understand(tmp_path, known)) == [("file_not_found", "", "error")]


@pytest.mark.process_apart
@pytest.mark.parametrize(
    "limit",
    [
        {"file_bytes": 1000},
        {"unpacked_bytes": 10_000},
        {"entries": 3},
        {"cells": 100},
        {"seconds": 0.001},
    ],
)
def test_each_limit_refuses_the_file(limit, known):
    reading = understand(SAMPLE, known, limits=replace(Limits(), **limit))
    assert remarks(reading) == [("file_too_large", "", "error")]


@pytest.mark.process_apart
def test_far_apart_cells_are_refused_within_the_limits(tmp_path, known):
    book = openpyxl.Workbook()
    book.active["A1"] = 1
    book.active["XFD1048576"] = 1
    book.save(tmp_path / "xa.xlsx")
    reading = understand(tmp_path / "xa.xlsx", known)
    assert remarks(reading) == [("file_too_large", "", "error")]


@pytest.mark.process_apart
def test_a_sheet_that_needs_more_memory_than_allowed(tmp_path, known):
    book = openpyxl.Workbook()
    book.active["A1"] = 1
    book.active["XFD3000"] = 1  # 49 million cells: 1.2 GB in the parser
    book.save(tmp_path / "to.xlsx")
    small = replace(Limits(), memory=400 * 2**20, cells=10**9)
    reading = understand(tmp_path / "to.xlsx", known, limits=small)
    assert remarks(reading) == [("file_too_large", "", "error")]


@pytest.mark.process_apart
def test_a_wide_row_of_formats_without_values_costs_nothing(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    for column in range(1, 16_385):
        book.active.cell(2, column).number_format = "0.00"
    book.save(tmp_path / "rong.xlsx")
    assert read(tmp_path / "rong.xlsx", "rong.xlsx").sheets[0].rows == [["x"]]


def test_a_workbook_without_a_filled_cell(workbook, known):
    reading = understand(workbook({"Một": [[None, "  ", "\u00a0"]], "Hai": []}), known)
    assert remarks(reading) == [("file_blank", "", "error")]


def test_cells_stand_where_excel_shows_them(tmp_path):
    book = openpyxl.Workbook()
    book.active["C5"] = "sâu"
    book.save(tmp_path / "sau.xlsx")
    rows = read(tmp_path / "sau.xlsx", "sau.xlsx").sheets[0].rows
    assert len(rows) == 5 and rows[4] == [None, None, "sâu"]


def test_trailing_blanks_are_cut(workbook):
    path = workbook({"B": [["a", None, " "], [None, "b"], [" ", None], []]})
    assert read(path, "tep.xlsx").sheets[0].rows == [["a", None], [None, "b"]]


@pytest.mark.parametrize("name", ["bieu.png", "bieu.xls", "bieu.ods", "bieu"])
def test_a_renamed_spreadsheet_is_read_by_its_content(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(SAMPLE.read_bytes())
    assert read(path, name).sheets[0].name == "Biểu nhiệm vụ 2023"


def test_unreadable_says_which_file(tmp_path):
    with pytest.raises(Unreadable) as fault:
        read(tmp_path / "khong-co.xlsx", "x")
    assert fault.value.finding.code == "file_not_found"


def test_reading_needs_no_certain_folder(tmp_path, monkeypatch, known):
    monkeypatch.chdir(tmp_path)
    path = Path("sao.xlsx")
    path.write_bytes(SAMPLE.read_bytes())
    assert understand(path, known).sheets[0].rows_imported == 56
