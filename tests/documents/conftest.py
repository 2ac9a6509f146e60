"""Workbooks written in a test, marked, and opened again."""

import io

import openpyxl
import pytest
from openpyxl import Workbook

from dashboard import config
from dashboard.documents import text_widths
from dashboard.importing.model.finding import Finding
from tests.importing.conftest import known  # noqa: F401 (a fixture)


def content(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def opened(data: bytes, **options) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data), **options)


def number(cell: str, severity: str = "error", sheet: str = "Bảng", value: str = "x") -> Finding:
    """A finding on a cell that should hold a number."""
    return Finding("unreadable_number", severity, sheet, cell, "Số lần", value)


def rows(sheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.fixture
def book() -> Workbook:
    """A workbook with one sheet, "Bảng", of three rows by two columns."""
    made = Workbook()
    made.active.title = "Bảng"
    for row in (["STT", "Số lần"], [1, "x"], [2, "y"]):
        made.active.append(row)
    return made


@pytest.fixture
def no_fonts(monkeypatch, tmp_path):
    """The program's folder of fonts is empty, and nothing is known of them; the system has its
    own, which do not stand in for them."""

    def forget():
        for one in (text_widths._font, text_widths._letter, text_widths._picture):
            one.cache_clear()

    with monkeypatch.context() as patch:
        patch.setattr(config, "FONTS", tmp_path / "fonts")
        forget()
        yield
    forget()
