"""A text as a QR code, for those who read with a telephone: text only, no address."""

import io

import segno

_LARGEST = 20  # versions: at 36 mm a module is still a third of a millimetre
_QUIET = 4  # modules around the code


def svg(text: str) -> str:
    """The code as SVG; a text that is too long for it ends in "…"."""
    code = _made(text)
    letters = len(text)
    while code is None:
        letters = int(letters * 0.9)
        code = _made(text[:letters].rstrip() + "…")
    stream = io.BytesIO()
    code.save(stream, kind="svg", border=_QUIET, xmldecl=False, svgns=True, nl=False)
    return stream.getvalue().decode()


def _made(text: str) -> segno.QRCode | None:
    """The code with as much correction as there is room for, None where the text is too long."""
    for correction in ("m", "l"):
        try:
            code = segno.make_qr(text, error=correction, boost_error=False)
        except segno.DataOverflowError:
            continue
        if int(code.version) <= _LARGEST:
            return code
    return None
