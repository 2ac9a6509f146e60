"""What is done to a book's cells once they are parsed, still in the child process: letters of
before Unicode become Unicode, and each sheet gets the signs that its file gives of its cells."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path

from dashboard.importing import markup
from dashboard.importing.legacy import Judged, is_suspected, judged, restored
from dashboard.importing.model import Signs

_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
_APOSTROPHE = re.compile(r"\s*['\u2019`](?=[\d.,+-]+$)")

Parsed = tuple[str, list[list[object]], bool, tuple]  # name, rows, hidden, tall merges


def plain(text: str) -> str | None:
    """A cell's text in NFC without signs that nobody sees; None when nothing is left.

    The apostrophe that keeps a number a text is none of it.

    >>> plain("\\u200b \\xa0"), plain("'0012")
    (None, '0012')
    """
    if not text.isascii():
        text = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    if not text.strip():
        return None
    return _APOSTROPHE.sub("", text)


def finished(
    workbook: Path, sheets: list[Parsed], texts: Iterable[str | None]
) -> list[tuple[str, list[list[object]], bool, tuple, Signs]]:
    """The sheets with their signs; texts are all that stand in them."""
    found = markup.signs(workbook)
    ways = _ways(sheets) if is_suspected(filter(None, texts)) else {}
    return [
        _finished(sheet, found.get(sheet[0], Signs()), ways.get(sheet[0], Judged()))
        for sheet in sheets
    ]


def _ways(sheets: list[Parsed]) -> dict[str, Judged]:
    """How each sheet is written; a sheet of few words follows one that has enough."""
    texts = {name: _texts(rows) for name, rows, *_ in sheets}
    ways = {name: judged(own) for name, own in texts.items()}
    sure = {how.encoding for how in ways.values()} - {""}
    for name, own in texts.items():
        follower = judged(own, fewest=1)
        if follower.encoding in sure:
            ways[name] = follower
    return ways


def _texts(rows: list[list[object]]) -> set[str]:
    return {value for value in set(chain.from_iterable(rows)) if isinstance(value, str)}


def _finished(sheet: Parsed, signs: Signs, how: Judged) -> tuple:
    name, rows, hidden, tall = sheet
    if how.encoding:
        rows = [
            [
                _restored(value, how, (index, column) in signs.capitals)
                if isinstance(value, str)
                else value
                for column, value in enumerate(row)
            ]
            for index, row in enumerate(rows)
        ]
        signs = replace(signs, encoding=how.encoding)
    return name, rows, hidden, tall, replace(signs, capitals=frozenset())


def _restored(text: str, how: Judged, capitals: bool) -> str:
    found = restored(text, how)
    return found.upper() if capitals else found
