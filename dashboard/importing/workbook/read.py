"""A file's cells as it holds them, or the finding that says why they could not be had."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from dashboard.importing.model.coded_columns import decode
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.raw import RawBook, RawSheet
from dashboard.importing.model.sheet import LAST_HEADING_ROW, filled
from dashboard.importing.workbook.container import Limits, objection
from dashboard.importing.workbook.parse import Unparsed, parsed
from dashboard.importing.workbook.parsed_sheet import Parsed

MOST_HEADINGS = 2_000  # a survey with a column for each choice has hundreds


class Unreadable(Exception):
    """The file cannot be read; finding says why and how to mend it."""

    def __init__(self, finding: Finding, sha256: str = ""):
        super().__init__(finding.code)
        self.finding = finding
        self.sha256 = sha256


def read(path: Path, name: str, limits: Limits | None = None, names: Sequence[str] = ()) -> RawBook:
    """The sheets of the file at path, known to people as name. Raises Unreadable.

    names: those that are known, by which texts that lost letters are made out.

    A hostile file can end or eat the process: understand calls it in one apart.
    """
    limits = limits or Limits()
    refusal = objection(path, limits)
    sha256 = sha256_of(path)
    if refusal:
        raise Unreadable(refusal, sha256)
    try:
        sheets = parsed(path, limits.cells, names)
    except Unparsed as fault:
        raise Unreadable(Finding(fault.args[0], "error"), sha256) from None
    if not any(sheet.columns for sheet in sheets):
        raise Unreadable(Finding("file_blank", "error"), sha256)
    book = RawBook(name, sha256, list(map(_decoded, sheets)))
    if any(_is_too_wide(sheet) for sheet in book.sheets):
        raise Unreadable(Finding("file_too_large", "error"), sha256)
    return book


def _decoded(sheet: Parsed) -> RawSheet:
    rows, coded = decode(sheet.columns), tuple(sheet.columns)
    return RawSheet(sheet.name, rows, sheet.hidden, sheet.tall, sheet.signs, coded=coded)


def _is_too_wide(sheet: RawSheet) -> bool:
    """Whether a row that may hold headings holds more of them than any table has."""
    return any(len(filled(row)) > MOST_HEADINGS for row in sheet.rows[:LAST_HEADING_ROW])


def sha256_of(path: Path) -> str:
    """The digest of a file, however large; empty when there is none."""
    if not path.is_file():
        return ""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
