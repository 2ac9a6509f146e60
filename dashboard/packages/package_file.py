"""A package as bytes: written always alike, and read only where every byte is as it was signed.

A zip of stored entries: its parts that are large are documents, compressed by themselves, and no
build of a compressing library makes another file of the same state. What is opened is written
anew and compared, so that nothing unsigned is carried along between the entries either.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard.errors import DashboardError
from dashboard.packages import manifest, signing
from dashboard.packages.manifest import Listed, Manifest
from dashboard.store import appending

MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"  # of the latter 32 bytes are the key
FIGURES = "data/figures.jsonl"
LARGEST = 50 * 1024 * 1024
MOST_FILES = 200
LARGEST_MANIFEST = 200_000
_BEGINS = b"PK\x03\x04"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Package:
    """A package whose signature and files hold; files without the manifest and its signature."""

    manifest: Manifest
    files: Mapping[str, bytes]


def packed(about: Manifest, files: Mapping[str, bytes], key: signing.OwnKey) -> bytes:
    """The package of these files; about says what they are of, its files and key are set here."""
    listed = tuple(
        Listed(name, len(files[name]), appending.sha256(files[name])) for name in sorted(files)
    )
    written = replace(about, files=listed, key=key.public).written()
    content = _zipped(written, bytes.fromhex(key.public) + key.sign(written), files)
    if len(content) > LARGEST or len(files) > MOST_FILES - 2:
        raise DashboardError("package_too_large", most=LARGEST // 1024 // 1024)
    return content


def _zipped(written: bytes, signature: bytes, files: Mapping[str, bytes]) -> bytes:
    entries = {MANIFEST: written, SIGNATURE: signature}
    entries |= {name: files[name] for name in sorted(files)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def is_package(content: bytes) -> bool:
    """Whether a file means to be a package: a zip with a manifest or its signature, whole or not.

    An office's workbook is a zip too, but has no such entries.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return not {MANIFEST, SIGNATURE}.isdisjoint(archive.namelist())
    except Exception:  # a cut or broken one: zipfile raises many kinds
        return content.startswith(_BEGINS) and MANIFEST.encode() in content[:64]


def read_if_package(path: Path) -> bytes | None:
    """The bytes of a file that means to be a package (or would be too large a one); None of any
    other, and of one that can't be read."""
    try:
        with path.open("rb") as file:
            is_zip = file.read(4) == _BEGINS or zipfile.is_zipfile(file)  # its head may be damaged
            file.seek(0)
            content = file.read(LARGEST + 1) if is_zip else b""
    except OSError:
        return None
    return content if is_package(content) else None


def opened(content: bytes) -> Package:
    """A package of which everything holds. Raises DashboardError with what does not: nothing of a
    file is used before, and none of its names is ever a path."""
    if len(content) > LARGEST:
        raise DashboardError("package_too_large", most=LARGEST // 1024 // 1024)
    entries = _entries(content)
    if MANIFEST not in entries or SIGNATURE not in entries:
        raise DashboardError("package_unsigned")
    written, signature = entries.pop(MANIFEST), entries.pop(SIGNATURE)
    about = _signed(written, signature)
    if {one.name for one in about.files} != set(entries) or len(about.files) != len(entries):
        raise DashboardError("package_other_files")
    for one in about.files:
        if len(entries[one.name]) != one.size or appending.sha256(entries[one.name]) != one.sha256:
            raise DashboardError("package_file_changed", name=one.name)
    if _zipped(written, signature, entries) != content:
        raise DashboardError("package_rewritten")
    return Package(about, entries)


def _entries(content: bytes) -> dict[str, bytes]:
    """Every entry by its name, bounded: they are stored, so they are no larger than the file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return dict(_each(archive))
    except DashboardError:
        raise
    except Exception as error:  # zipfile raises many kinds at odd bytes, some of no zip at all
        raise DashboardError("package_broken") from error


def _each(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > LARGEST:
        raise DashboardError("package_too_large", most=LARGEST // 1024 // 1024)
    if len(set(names)) < len(names):
        raise DashboardError("package_other_files")
    for info in infos:
        if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1:
            raise DashboardError("package_rewritten")
        if info.filename == MANIFEST and info.file_size > LARGEST_MANIFEST:
            raise DashboardError("package_broken")
        yield info.filename, archive.read(info)


def _signed(written: bytes, signature: bytes) -> Manifest:
    """The manifest, if its own key signed these very bytes; not one is read before."""
    key = signature[: signing.KEY_BYTES].hex()
    if not signing.holds(key, signature[signing.KEY_BYTES :], written):
        raise DashboardError("package_not_signed_so")
    try:
        about = manifest.read(written)
    except manifest.NotAManifest:
        raise DashboardError("package_other_format") from None
    if about.key != key:
        raise DashboardError("package_not_signed_so")
    return about
