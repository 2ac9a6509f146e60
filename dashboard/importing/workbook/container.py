"""What a file is by its first bytes, and whether it may be unpacked: before any parser sees it.

The extension is never asked: offices rename files. A spreadsheet passes as None; everything
else is the Finding that says what the file is instead.
"""

import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from dashboard.importing.model.finding import Finding
from dashboard.importing.workbook import delimited, tagged
from dashboard.importing.workbook.ole import Compound

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
UNKNOWN = "?"
SAMPLED = 200_000  # bytes of a text that are looked at
ODS = b"application/vnd.oasis.opendocument.spreadsheet"

# First bytes of what people send by mistake -> its name in the message.
SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"MIME-Version:", "MHTML (.mht)"),
    (b"ID;P", "SYLK (.slk)"),
    (b'{"', "JSON"),
    (b"[{", "JSON"),
    (b"SQLite format 3", "SQLite"),
    (b"\x00\x01\x00\x00Standard", "Access (.mdb)"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "Shortcut (.lnk)"),
    (b"\x09\x08\x10\x00", "Excel 5 (.xls)"),
    (b"\x09\x04\x06\x00", "Excel 4 (.xls)"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"RIFF", "RIFF (WEBP, AVI)"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "GZIP"),
)
MEDIA = b"ftyp"  # from the fifth byte on: pictures and films of phones
# What a zip holds -> its name in the message.
PACKED = (
    ("word/", "Word (.docx)"),
    ("ppt/", "PowerPoint (.pptx)"),
    ("index/calculationengine", "Numbers (.numbers)"),
    ("index/document.iwa", "Apple iWork (.numbers, .pages)"),
)
OPEN_DOCUMENTS = ((b"opendocument.text", "OpenDocument (.odt)"),) + (
    (b"opendocument.presentation", "OpenDocument (.odp)"),
)
OPEN_TAGS = "<office:document"
# What a compound file holds -> its name in the message.
STREAMS = (
    ("WordDocument", "Word (.doc)"),
    ("PowerPoint Document", "PowerPoint (.ppt)"),
    ("__properties_version1.0", "Outlook (.msg)"),
    ("VisioDocument", "Visio (.vsd)"),
)
# Of a program that has the file open: "~$" before the file's name.
OWNER_BYTES, LONGEST_OWNER = (162, 165), 54
FILE_PASS, PASSWORD_AMONG = 0x2F, 20  # a record of .xls, which stands among the first


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
    if size in OWNER_BYTES and _names_an_owner(head):
        return _refusal("file_temporary")
    named = _format(head)
    if named in (UNKNOWN, TEXT) and zipfile.is_zipfile(path):  # whole but for its first bytes
        return _refusal("file_broken")
    if named == UNKNOWN:
        return _refusal("file_unknown")
    if named == TAGGED and tagged.is_tagged(_head(path, SAMPLED)):
        return None
    if named == TEXT:
        return None if is_table(_head(path, SAMPLED)) else _refusal("file_foreign", format=TEXT)
    return _refusal("file_foreign", format=named)


def _names_an_owner(head: bytes) -> bool:
    """Whether a name follows its length, and blanks that."""
    return 0 < head[0] <= LONGEST_OWNER and not head[head[0] + 1 : LONGEST_OWNER].strip(b" \0")


def _head(path: Path, size: int) -> bytes:
    with path.open("rb") as stream:
        return stream.read(size)


def is_table(content: bytes) -> bool:
    """Whether a text holds columns (.csv, .tsv)."""
    text = delimited.decoded(content, whole=len(content) < SAMPLED)
    return text is not None and delimited.rows(text) is not None


def _refusal(code: str, **holes: str) -> Finding:
    return Finding(code, "error", holes=holes)


def _format(head: bytes) -> str:
    for signature, name in SIGNATURES:
        if head.startswith(signature):
            return name
    if head[4:8] == MEDIA:
        return "HEIC/MP4"
    text = delimited.decoded(head, whole=False)
    if text is None:
        return "BMP" if head.startswith(b"BM") else UNKNOWN
    if OPEN_TAGS in text:
        return "OpenDocument (.fods)"
    return TAGGED if text.lstrip("\ufeff \t\r\n").startswith("<") else TEXT


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
    mimetype = archive.open("mimetype").read(200) if "mimetype" in names else b""
    if mimetype.startswith(ODS):
        manifest = "META-INF/manifest.xml"
        locked = manifest in names and b"encryption-data" in archive.open(manifest).read(2**20)
        return "locked" if locked else "spreadsheet"
    for begin, name in PACKED:
        if any(entry.startswith(begin) for entry in lowered):
            return name
    return next((name for kind, name in OPEN_DOCUMENTS if kind in mimetype), "ZIP")


def _size_objection(entries: list[zipfile.ZipInfo], limits: Limits) -> Finding | None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    swollen = unpacked > 2**20 and unpacked / packed > limits.ratio
    if unpacked > limits.unpacked_bytes or swollen or len(entries) > limits.entries:
        return _refusal("file_too_large")
    return None


def _ole_objection(content: bytes) -> Finding | None:
    compound = Compound(content)

    def holds(stream: str) -> bool:
        if compound.streams:
            return stream in compound.streams
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        return _refusal("file_locked")
    if holds("Workbook") or holds("Book"):
        is_locked = _has_password(compound.read("Workbook", "Book"))
        return _refusal("file_locked") if is_locked else None
    named = (name for stream, name in STREAMS if holds(stream))
    return _refusal("file_foreign", format=next(named, "OLE"))


def _has_password(workbook: bytes) -> bool:
    """Whether the records of a workbook of .xls are enciphered: it is said near their begin."""
    at = 0
    for _ in range(PASSWORD_AMONG):
        if at + 4 > len(workbook):
            return False
        record, length = struct.unpack_from("<HH", workbook, at)
        if record == FILE_PASS:
            return True
        at += 4 + length
    return False
