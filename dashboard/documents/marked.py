"""The user's own workbook back, with every cell that is to be mended coloured and commented."""

import io
import logging
from pathlib import Path

from dashboard import apart, temporary
from dashboard.documents import todo
from dashboard.documents.excel_cells import saved
from dashboard.documents.marking import Marker
from dashboard.documents.opening import MACROS, nothing, open_file, parts_of
from dashboard.importing.model.finding import Finding
from dashboard.importing.workbook.container import Limits
from dashboard.words import words

LIMITS = Limits(seconds=180)


def workbook(
    content: bytes,
    name: str,
    findings: list[Finding],
    language: str = "vi",
    limits: Limits = LIMITS,
) -> bytes:
    """The workbook `name` with its findings marked and a sheet that lists them.

    Kinds that cannot be written (.xls, .xlsb, .ods, texts) come back as a new .xlsx of their
    cells; of a file too large or broken only the list. The sheet says which.
    """
    with temporary.file_of(content, "original") as path:
        given = (path, name, findings, language)
        try:
            return apart.run(workbook_here, *given, memory=limits.memory, seconds=limits.seconds)
        except apart.Failed as failure:
            logging.getLogger(__name__).warning("%s could not be marked: %s", name, failure)
    return _listed(name, findings, language)


def workbook_here(path: Path, name: str, findings: list[Finding], language: str) -> bytes:
    """workbook, of the file at path, in this very process: openpyxl holds all cells at once."""
    said = words(language)
    opened = open_file(path, name, said)
    marker = Marker(said)
    cells = marker.mark(opened.book, opened.titles, findings)
    if marker.commented < cells:
        note = said.say("marked.commented", commented=marker.commented, count=cells)
        opened.notes.append(note)
    todo.add(opened.book, name, findings, opened.titles, opened.notes, said)
    return saved(opened.book)


def file_name(content: bytes, name: str, language: str = "vi") -> str:
    """What to call the marked workbook: Excel opens macros only where the ending says so."""
    ending = ".xlsm" if MACROS in parts_of(io.BytesIO(content)) else ".xlsx"
    return words(language).say("marked.file", name=Path(name).stem) + ending


def _listed(name: str, findings: list[Finding], language: str) -> bytes:
    said = words(language)
    opened = nothing(said["marked.too_large"])
    todo.add(opened.book, name, findings, {}, opened.notes, said)
    return saved(opened.book)
