"""Office files of the same bytes each time: their libraries stamp every entry with the clock."""

import io
import zipfile

FIRST = ("[Content_Types].xml", "_rels/.rels")  # as Office orders them
_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows
_LEVEL = 6


def stable(content: bytes) -> bytes:
    """The zip with its entries in a fixed order and of one date."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as made,
    ):
        names = set(given.namelist())
        for name in (*(n for n in FIRST if n in names), *sorted(names.difference(FIRST))):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            made.writestr(entry, given.read(name), compresslevel=_LEVEL)
    return stream.getvalue()
