"""A text as a QR code, for those who read with a telephone: text only, no address."""

import io
from functools import lru_cache

import segno

_LARGEST = 20  # versions: at 36 mm a module is still a third of a millimetre
_BYTES = 850  # what the largest holds with little correction
_QUIET = 4  # modules around the code


@lru_cache(maxsize=4)  # asked again for each size of letters that is tried
def svg(text: str) -> str:
    """The code as SVG, with as much correction as there is room for; a text that is too long for
    it ends in "…"."""
    letters = text.encode()
    if len(letters) > _BYTES:
        text = letters[: _BYTES - 3].decode(errors="ignore").rstrip() + "…"
    code = segno.make_qr(text, error="m", boost_error=False)
    if int(code.version) > _LARGEST:
        code = segno.make_qr(text, error="l", boost_error=False)
    stream = io.BytesIO()
    code.save(stream, kind="svg", border=_QUIET, xmldecl=False, svgns=True, nl=False)
    return stream.getvalue().decode()
