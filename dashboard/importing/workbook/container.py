"""What a file is by its first bytes, and whether it may be unpacked: before any parser sees it.

The extension is never asked: offices rename files. A spreadsheet passes as None; everything
else is the Finding that says what the file is instead.
"""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from dashboard.importing.model.finding import Finding
from dashboard.importing.workbook import delimited, tagged

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
# What opening a broken zip may raise, by its directory or by what it packs.
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    EOFError,
)
TEXT = "TXT/CSV"
TAGGED = "HTML/XML"
SAMPLED = 200_000  # bytes of a text that are looked at
ODS = b"application/vnd.oasis.opendocument.spreadsheet"

# First bytes of what people send by mistake -> its name in the message.
SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "GZIP"),
)


@dataclass(frozen=True)
class Limits:
    """What a file may cost. The defaults hold a survey of 100,000 rows by 60 columns."""

    file_bytes: int = 200 * 2**20
    unpacked_bytes: int = 300 * 2**20
    ratio: int = 300  # unpacked to packed; a real sheet reaches 60
    entries: int = 10_000
    cells: int = 12_000_000
    memory: int = 2**30
    seconds: float = 8
    seconds_per_megabyte: float = 1.5  # of the file: what is large because it holds much
    most_more_seconds: float = 60

    def seconds_for(self, path: Path) -> float:
        """How long reading the file may take."""
        size = path.stat().st_size if path.is_file() else 0
        more = self.seconds_per_megabyte * max(0, size / 2**20 - 1)
        return self.seconds + min(more, self.most_more_seconds)


def objection(path: Path, limits: Limits) -> Finding | None:
    """Why the file is not to be parsed, or None."""
    if not path.is_file():
        return _refusal("file_not_found")
    size = path.stat().st_size
    if size == 0:
        return _refusal("file_empty")
    if size > limits.file_bytes:
        return _refusal("file_too_large")
    head = _head(path, 512)
    if head.startswith((ZIP, EMPTY_ZIP)):
        return _zip_objection(path, limits)
    if head.startswith(OLE):
        return _ole_objection(path.read_bytes())
    named = _format(head)
    if named == TAGGED and tagged.is_tagged(_head(path, SAMPLED)):
        return None
    if named == TEXT:
        return None if is_table(_head(path, SAMPLED)) else _refusal("file_foreign", format=TEXT)
    return _refusal("file_foreign", format=named)


def _head(path: Path, size: int) -> bytes:
    with path.open("rb") as stream:
        return stream.read(size)


def is_table(content: bytes) -> bool:
    """Whether a text holds columns (.csv, .tsv)."""
    text = delimited.decoded(content[:SAMPLED].rsplit(b"\n", 1)[0] or content[:SAMPLED])
    return text is not None and delimited.rows(text) is not None


def _refusal(code: str, **holes: str) -> Finding:
    return Finding(code, "error", holes=holes)


def _format(head: bytes) -> str:
    for signature, name in SIGNATURES:
        if head.startswith(signature):
            return name
    if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
        return TAGGED
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return TEXT
    return "?" if b"\x00" in head else TEXT


def _zip_objection(path: Path, limits: Limits) -> Finding | None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            kind = _zip_kind(archive, {entry.filename for entry in entries})
    except BROKEN_ZIP:
        return _refusal("file_broken")
    if any(entry.flag_bits & 1 for entry in entries) or kind == "locked":
        return _refusal("file_locked")
    if kind != "spreadsheet":
        return _refusal("file_foreign", format=kind)
    return _size_objection(entries, limits)


def _zip_kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    lowered = {name.lower() for name in names}
    if any(name.startswith("xl/workbook.") for name in lowered):
        return "spreadsheet"
    if "mimetype" in names and archive.open("mimetype").read(200).startswith(ODS):
        manifest = "META-INF/manifest.xml"
        locked = manifest in names and b"encryption-data" in archive.open(manifest).read(2**20)
        return "locked" if locked else "spreadsheet"
    for folder, name in (("word/", "Word (.docx)"), ("ppt/", "PowerPoint (.pptx)")):
        if any(entry.startswith(folder) for entry in lowered):
            return name
    return "ZIP"


def _size_objection(entries: list[zipfile.ZipInfo], limits: Limits) -> Finding | None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    swollen = unpacked > 2**20 and unpacked / packed > limits.ratio
    if unpacked > limits.unpacked_bytes or swollen or len(entries) > limits.entries:
        return _refusal("file_too_large")
    return None


def _ole_objection(content: bytes) -> Finding | None:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        return _refusal("file_locked")
    if holds("Workbook") or holds("Book"):
        return None
    return _refusal("file_foreign", format="Word (.doc)" if holds("WordDocument") else "OLE")
