"""The list of figures as a file: beside a document, or inside a PDF."""

import csv
import io
import re
from collections.abc import Iterable

from dashboard.documents.model.listing import Listed

_FORMULA_LIKE = ("=", "+", "-", "@")
_FIGURE = re.compile(r"[+-]?[\d.,%\s]+")


def figures_csv(figures: Iterable[Listed]) -> bytes:
    """UTF-8 with its mark, the columns of Listed; nothing (None) is an empty cell. A text that a
    program would run begins with an apostrophe; "+0,13" is a figure and stays."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(Listed._fields)
    writer.writerows(map(_inert, figure) for figure in figures)
    return stream.getvalue().encode("utf-8-sig")


def _inert(text: str | None) -> str:
    if text is None:
        return ""
    return f"'{text}" if text.startswith(_FORMULA_LIKE) and not _FIGURE.fullmatch(text) else text
