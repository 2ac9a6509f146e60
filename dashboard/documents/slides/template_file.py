"""Files that an office gives for its slides: what they are by their bytes, before anything reads
them, and the refusals in one sentence each."""

import hashlib
import io
import re
import warnings
import zipfile
from collections import OrderedDict

from PIL import Image, ImageOps

from dashboard import apart
from dashboard.documents.slides.ground import Ground
from dashboard.documents.slides.template_ready import make_ready
from dashboard.errors import DashboardError
from dashboard.importing.workbook.container import BROKEN_ZIP, OLE, ZIP
from dashboard.importing.workbook.ole import Compound

MOST_BYTES, MOST_UNPACKED, MOST_ENTRIES = 50 * 2**20, 200 * 2**20, 5_000
RATIO = 300  # unpacked to packed, of the whole file
MEMORY, SECONDS = 2**30, 15.0
MOST_PICTURE, MOST_SIDE, MOST_PIXELS = 10 * 2**20, 8_000, 40_000_000
LOGO_SIDE = 800  # pixels
PICTURES = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
_TYPES = "[Content_Types].xml"
_MAIN = re.compile(rb"officedocument\.presentationml\.(presentation|template|slideshow)\.main\+xml")
_MACROS = re.compile(rb"vnd\.ms-powerpoint\.[a-z]+\.macroEnabled", re.IGNORECASE)
_KEPT = 4  # templates that stay ready: a district's communes share one
_ready: "OrderedDict[bytes, Ground]" = OrderedDict()


def ground_of(template: bytes) -> Ground:
    """An office's template, ready. Raises DashboardError slides_template_...: too_large, locked,
    old, foreign, macros, broken, bare, hard."""
    name = hashlib.sha256(template).digest()
    if name in _ready:
        _ready.move_to_end(name)
        return _ready[name]
    _check(template)
    try:
        found = apart.run(make_ready, template, memory=MEMORY, seconds=SECONDS)
    except apart.Failed:
        raise DashboardError("slides_template_hard") from None
    if found.ground is None:
        raise DashboardError(found.refusal)
    _ready[name] = found.ground
    while len(_ready) > _KEPT:
        _ready.popitem(last=False)
    return found.ground


def _check(template: bytes) -> None:
    if len(template) > MOST_BYTES:
        raise DashboardError("slides_template_too_large", most=MOST_BYTES // 2**20)
    if template.startswith(OLE):
        streams = Compound(template).streams
        if "EncryptedPackage" in streams:
            raise DashboardError("slides_template_locked")
        old = "PowerPoint Document" in streams
        raise DashboardError("slides_template_old" if old else "slides_template_foreign")
    if not template.startswith(ZIP):
        raise DashboardError("slides_template_foreign")
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            entries = archive.infolist()
            if any(entry.flag_bits & 1 for entry in entries):
                raise DashboardError("slides_template_locked")
            names = {entry.filename for entry in entries}
            has_types = _TYPES in names and archive.getinfo(_TYPES).file_size < 2**20
            types = archive.read(_TYPES) if has_types else b""
    except BROKEN_ZIP:
        raise DashboardError("slides_template_broken") from None
    if _MACROS.search(types) or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise DashboardError("slides_template_macros")
    if not _MAIN.search(types):
        raise DashboardError("slides_template_foreign")
    unpacked = sum(entry.file_size for entry in entries)
    is_swollen = unpacked > 2**20 and unpacked > RATIO * len(template)
    if unpacked > MOST_UNPACKED or is_swollen or len(entries) > MOST_ENTRIES:
        raise DashboardError("slides_template_too_large", most=MOST_BYTES // 2**20)


def logo_of(content: bytes) -> bytes:
    """A logo as a PNG of at most 800 pixels a side, without what else its file says.

    Raises DashboardError slides_logo_too_large, slides_logo_foreign. Its size in pixels is read
    from its head, before anything is unpacked.
    """
    if len(content) > MOST_PICTURE:
        raise DashboardError("slides_logo_too_large", **_limits())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=PICTURES) as picture:
                wide, high = picture.size
                if max(wide, high) > MOST_SIDE or wide * high > MOST_PIXELS:
                    raise DashboardError("slides_logo_too_large", **_limits())
                picture.draft("RGB", (2 * LOGO_SIDE, 2 * LOGO_SIDE))
                small = ImageOps.exif_transpose(picture).convert("RGBA")
    except DashboardError:
        raise
    except Image.DecompressionBombError:
        raise DashboardError("slides_logo_too_large", **_limits()) from None
    except Exception:  # whatever a decoder meets in a broken picture
        raise DashboardError("slides_logo_foreign") from None
    small.thumbnail((LOGO_SIDE, LOGO_SIDE))
    plain = Image.new("RGBA", small.size)
    plain.paste(small)  # the pixels alone: no place, camera or name goes along
    stream = io.BytesIO()
    plain.save(stream, "PNG", optimize=False)
    return stream.getvalue()


def _limits() -> dict[str, int]:
    return {"most": MOST_PICTURE // 2**20, "side": MOST_SIDE}
