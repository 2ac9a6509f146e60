"""A file's cells as it holds them, or the finding that says why they could not be had."""

import hashlib
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

from dashboard import config
from dashboard.importing.container import Limits, objection
from dashboard.importing.encoded import decode
from dashboard.importing.model import Finding, RawBook, RawSheet


class Unreadable(Exception):
    """The file cannot be read; finding says why and how to mend it."""

    def __init__(self, finding: Finding, sha256: str = ""):
        super().__init__(finding.code)
        self.finding = finding
        self.sha256 = sha256


def read(path: Path, name: str, limits: Limits | None = None) -> RawBook:
    """The sheets of the file at path, known to people as name. Raises Unreadable."""
    limits = limits or Limits()
    refusal = objection(path, limits)
    sha256 = _sha256(path) if path.is_file() else ""
    if refusal:
        raise Unreadable(refusal, sha256)
    code, sheets = _parsed(path, limits)
    if code != "sheets":
        raise Unreadable(Finding(code, "error"), sha256)
    if not any(columns for _, columns, *_ in sheets):
        raise Unreadable(Finding("file_blank", "error"), sha256)
    return RawBook(
        name, sha256, [RawSheet(title, decode(columns), *more) for title, columns, *more in sheets]
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _parsed(path: Path, limits: Limits) -> tuple[str, list]:
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result"
        command = [sys.executable, "-m", "dashboard.importing.reader", str(path.resolve())]
        command += [str(result), str(limits.cells), str(limits.memory)]
        try:
            child = subprocess.run(
                command, cwd=config.ROOT, capture_output=True, timeout=limits.seconds
            )
        except subprocess.TimeoutExpired:
            return "file_too_large", []
        if result.is_file():
            return pickle.loads(result.read_bytes())
        # No result: the parser took the process with it, for want of memory or by a fault.
        starved = b"memory" in child.stderr.lower()
        return ("file_too_large" if starved else "file_broken"), []
