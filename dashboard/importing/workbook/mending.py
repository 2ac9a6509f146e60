"""The one place where a book's texts become those that are meant, before anything reads them.

Each distinct text is looked at once, and only where it holds something out of the usual.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard.importing.model.coded_columns import plain
from dashboard.importing.model.raw import Cell, CodedColumn
from dashboard.importing.workbook import lost_letters, mojibake, twins
from dashboard.importing.workbook.footnotes import (
    without_bracket,
    without_marks,
    without_typed_mark,
)
from dashboard.importing.workbook.parsed_sheet import Parsed

MOST_NAMED = 11  # cells of each kind: one more than a sentence names
MOST_GUESSED = 5_000  # distinct texts; where more are lost the file is
MARKED = "perhaps marked"  # until all texts of the book are known
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d?);")


class Mended(NamedTuple):
    """A text as it is meant, and how it was made out; "" where nobody sees a difference."""

    text: str | None
    how: str


def mended(sheets: list[Parsed], names: Sequence[str]) -> list[Parsed]:
    """The sheets with their texts as they are meant; their signs say of which cells."""
    seen: dict[str, Mended | None] = {}
    found = [[_changes(column, seen) for column in sheet.columns] for sheet in sheets]
    _guess(sheets, found, names)
    _settle_marks(sheets, found, names)
    return [
        _changed(sheet, changes) if any(changes) else sheet
        for sheet, changes in zip(sheets, found, strict=True)
    ]


def _changes(column: CodedColumn, seen: dict[str, Mended | None]) -> dict[int, Mended]:
    """code -> what its text becomes."""
    found: dict[int, Mended] = {}
    for code, value in enumerate(column.values):
        if type(value) is str and not _is_usual(value):
            if value not in seen:
                seen[value] = _mended(value)
            if change := seen[value]:
                found[code] = change
    return found


def _is_usual(text: str) -> bool:
    if "?" in text or "&" in text or not twins.is_plain(text):
        return False
    return len(text) > twins.LONGEST_NUMBER or twins.number_of_letters(text) is None


def _mended(text: str) -> Mended | None:
    """What a text becomes; None where it stays."""
    found = text
    if _ENTITY.search(found):
        found = html.unescape(found)
    how = "letters_twins" if found != text else ""
    if once := mojibake.undone(found):
        found, how = once, "letters_mojibake"
    unseen = twins.without_unseen(found)
    found = twins.years_of_letters(twins.number_of_letters(unseen) or unseen)
    found = twins.untwinned(found)
    how = how or ("letters_twins" if found != unseen else "")
    unmarked = without_marks(found)
    how = how or ("letters_footnote" if unmarked != found else "")
    if lost_letters.has_lost(unmarked) or twins.is_mixed(unmarked):
        return Mended(unmarked, "letters_lost")
    kept = plain(without_typed_mark(unmarked))
    if kept != text:
        return Mended(kept, how)
    bare = without_bracket(text)
    return Mended(bare, MARKED) if bare != text else None


def _guess(
    sheets: list[Parsed], found: list[list[dict[int, Mended]]], names: Sequence[str]
) -> None:
    """Texts that lost letters, made out by what else is known."""
    lost = {m.text for sheet in found for changes in sheet for m in changes.values() if _lost(m)}
    if not lost:
        return
    known = lost_letters.Known([*names, *_sound(sheets), *lost_letters.reference()])
    whole = {text: known.whole(text) for text in sorted(filter(None, lost))[:MOST_GUESSED]}
    for changes in (changes for sheet in found for changes in sheet):
        for code, change in changes.items():
            if _lost(change) and (text := whole.get(change.text or "")):
                still = lost_letters.has_lost(text)
                changes[code] = Mended(text, "letters_lost" if still else "letters_guessed")


def _settle_marks(
    sheets: list[Parsed], found: list[list[dict[int, Mended]]], names: Sequence[str]
) -> None:
    """A number in brackets is a mark where the name stands without one too, else it stays."""
    marked = [changes for sheet in found for changes in sheet if _marked(changes)]
    if not marked:
        return
    known = {*names, *_sound(sheets)}
    for changes in marked:
        for code in _marked(changes):
            if changes[code].text in known:
                changes[code] = Mended(changes[code].text, "letters_footnote")
            else:
                del changes[code]


def _marked(changes: dict[int, Mended]) -> list[int]:
    return [code for code, change in changes.items() if change.how == MARKED]


def _lost(change: Mended) -> bool:
    return change.how == "letters_lost"


def _sound(sheets: list[Parsed]) -> Iterator[str]:
    """The distinct texts of a book that need no mending, line by line too."""
    texts: Iterable[object] = (v for s in sheets for column in s.columns for v in column.values)
    for text in texts:
        if isinstance(text, str) and twins.is_plain(text):
            yield text
            if "\n" in text:
                yield from text.splitlines()


def _changed(sheet: Parsed, changes: list[dict[int, Mended]]) -> Parsed:
    columns = list(sheet.columns)
    cells: dict[Cell, str] = {}
    for at, (column, own) in enumerate(zip(sheet.columns, changes, strict=True)):
        if own:
            values = [own[c].text if c in own else v for c, v in enumerate(column.values)]
            columns[at] = CodedColumn(values, column.codes)
            cells |= _first_cells(column, at, own)
    signs = replace(sheet.signs, mended={**sheet.signs.mended, **_fewest(cells)})
    return sheet._replace(columns=columns, signs=signs)


def _first_cells(column: CodedColumn, at: int, own: dict[int, Mended]) -> dict[Cell, str]:
    """The first cells of a column that were mended in each way."""
    wanted = {code: change.how for code, change in own.items() if change.how}
    found: dict[Cell, str] = {}
    left = {how: MOST_NAMED for how in wanted.values()}
    for row, code in enumerate(column.codes):
        how = wanted.get(code)
        if how and left[how]:
            found[row, at] = how
            left[how] -= 1
            if not any(left.values()):
                break
    return found


def _fewest(cells: dict[Cell, str]) -> dict[Cell, str]:
    """The first cells of each way, row by row."""
    found: dict[Cell, str] = {}
    left: dict[str, int] = {}
    for cell, how in sorted(cells.items()):
        if left.setdefault(how, MOST_NAMED):
            found[cell] = how
            left[how] -= 1
    return found
