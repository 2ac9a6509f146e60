"""The user's own workbook back, with every cell that is to be mended coloured and commented."""

import io
import logging
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

from dashboard import config
from dashboard.documents import todo
from dashboard.documents.marker import JOB, MARKED, ORIGINAL, Job
from dashboard.documents.opening import MACROS, nothing, parts_of
from dashboard.importing.model.finding import Finding
from dashboard.importing.workbook.container import Limits
from dashboard.words import words

_LOG = logging.getLogger(__name__)
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
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / ORIGINAL).write_bytes(content)
        (place / JOB).write_bytes(pickle.dumps(Job(name, findings, language, limits.memory)))
        command = [sys.executable, "-m", "dashboard.documents.marker", folder]
        try:
            child = subprocess.run(
                command, cwd=config.ROOT, capture_output=True, timeout=limits.seconds
            )
            fault = child.stderr.decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            fault = f"more than {limits.seconds} seconds"
        if (place / MARKED).exists():
            return (place / MARKED).read_bytes()
    _LOG.warning("%s could not be marked: %s", name, fault)
    return _listed(name, findings, language)


def file_name(content: bytes, name: str, language: str = "vi") -> str:
    """What to call the marked workbook: Excel opens macros only where the ending says so."""
    ending = ".xlsm" if MACROS in parts_of(io.BytesIO(content)) else ".xlsx"
    return words(language).say("marked.file", name=Path(name).stem) + ending


def _listed(name: str, findings: list[Finding], language: str) -> bytes:
    said = words(language)
    opened = nothing(said["marked.too_large"])
    todo.add(opened.book, name, findings, {}, opened.notes, said)
    stream = io.BytesIO()
    opened.book.save(stream)
    return stream.getvalue()
