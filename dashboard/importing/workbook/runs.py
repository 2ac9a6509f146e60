"""Cells of an .xlsx that are no value as a whole: text struck through, and marks of footnotes.

A text may stand in runs that look different each; a run that says nothing of its looks has
those of its cell. As in markup there is no parser: pieces are cut at tags.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from dashboard.importing.model.raw import Cell
from dashboard.importing.model.sheet import column
from dashboard.importing.workbook.footnotes import is_mark

_RUN = re.compile(r"<r>|<r\s[^<>]*>")
_TEXT = re.compile(r"<t\b[^<>]*>([^<]*)</t>")
_STRUCK = re.compile(r"<strike\b(?![^<>]*\"(?:0|false)\")[^<>]*>")
_RAISED = re.compile(r"<vertAlign\b[^<>]*\"(superscript|subscript)\"")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile(r"\sr=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_SHARED = re.compile(r"(<c\b(?=[^<>]*\st=[\"']s[\"'])[^<>]*>)<v>(\d+)</v>")
_STYLE = re.compile(r"\ss=[\"'](\d+)[\"']")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
_LOOKS = ("<strike", "<vertAlign")


class Run(NamedTuple):
    """A text of one look; None where its cell decides. raised: "superscript", "subscript"."""

    text: str
    struck: bool | None
    raised: str | None


class Kept(NamedTuple):
    """What of a cell's text is a value, what is struck through, whether a mark was left out."""

    value: str | None
    struck: str
    marked: bool


def has_looks(xml: str) -> bool:
    """Whether some text of an XML is struck through or raised."""
    return any(look in xml for look in _LOOKS)


def shared(xml: str) -> dict[str, list[Run]]:
    """The number of each shared text that stands in runs -> these."""
    texts = re.split(r"<si\b[^<>]*>", xml)[1:]
    return {str(n): runs_of(text) for n, text in enumerate(texts) if _RUN.search(text)}


def runs_of(xml: str) -> list[Run]:
    """The runs of one text."""
    found = []
    for piece in _RUN.split(xml)[1:]:
        looks, inherits = piece.partition("<t")[0], "<rPr" not in piece
        text = "".join(_TEXT.findall(piece.partition("<rPh")[0]))
        raised = _RAISED.search(looks)
        struck = None if inherits else _STRUCK.search(looks) is not None
        found.append(Run(_plain(text), struck, raised[1] if raised else None))
    return found


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), html.unescape(text))


def cells(xml: str, texts: dict[str, list[Run]], struck: set[str]) -> Iterator[tuple[Cell, Kept]]:
    """The cells of a sheet that are no value as a whole. texts: its book's that stand in runs;
    struck: the styles whose font is struck through. A cell comes with all of its value struck
    before it comes with its runs."""
    if struck:
        styles = "|".join(struck)
        for tag in re.findall(rf"<c\b(?=[^<>]*\ss=[\"'](?:{styles})[\"'])[^<>]*>", xml):
            if place := _place(tag):
                yield place, Kept(None, "", False)
    for tag, runs in (*_of_shared(xml, texts), *_inline(xml)):
        place, style = _place(tag), _STYLE.search(tag)
        kept = kept_of(runs, bool(style and style[1] in struck))
        if place and kept:
            yield place, kept


def _of_shared(xml: str, texts: dict[str, list[Run]]) -> Iterator[tuple[str, list[Run]]]:
    if texts:
        found = ((tag, texts.get(number)) for tag, number in _SHARED.findall(xml))
        yield from ((tag, runs) for tag, runs in found if runs)


def _inline(xml: str) -> Iterator[tuple[str, list[Run]]]:
    before, *pieces = xml.split("<is>") if "<is>" in xml else [xml]
    for piece in pieces:
        text, _, after = piece.partition("</is>")
        if _RUN.search(text):
            yield before[before.rfind("<c") :], runs_of(text)
        before = after


def _place(tag: str) -> Cell | None:
    match = _PLACE.search(tag)
    return (int(match[2]) - 1, column(match[1])) if match else None


def kept_of(runs: list[Run], in_struck_cell: bool) -> Kept | None:
    """What is a value; None where all of a text is."""
    value, struck, marked = "", "", False
    all_raised = all(run.raised for run in runs if run.text.strip())
    for run in runs:
        if in_struck_cell if run.struck is None else run.struck:
            struck += run.text
        elif run.raised and not all_raised and _is_mark(run, value):
            marked = True
        else:
            value += run.text
    if not struck.strip() and not marked and not in_struck_cell:
        return None
    value = _EMPTY.sub("", value).strip(" \t\r\n,;")
    return Kept(value or None, struck.strip(), marked)


def _is_mark(run: Run, before: str) -> bool:
    if run.raised == "subscript" and not before[-1:].isdigit():
        return False  # H2O
    return is_mark(run.text, before)
