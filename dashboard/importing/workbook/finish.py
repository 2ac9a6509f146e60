"""What is done to a book's cells once they are parsed, still in the child process, before
anything else reads one: what is struck through goes, letters become those that are meant, and
each sheet gets the signs that its file gives of its cells."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from dashboard.importing.model.coded_columns import decode, encode, plain
from dashboard.importing.model.raw import Cell, CodedColumn, Signs
from dashboard.importing.model.sheet import typed
from dashboard.importing.workbook import markup
from dashboard.importing.workbook.mending import mended
from dashboard.importing.workbook.old_letters import Judged, is_suspected, judged, restored
from dashboard.importing.workbook.parsed_sheet import Parsed


def finished(workbook: Path, sheets: list[Parsed], names: Sequence[str] = ()) -> list[Parsed]:
    """The sheets with their signs. names: those that are known, for texts that lost letters."""
    found = markup.signs(workbook)
    told = [_kept(sheet, found.get(sheet.name, sheet.signs)) for sheet in sheets]
    return mended(_in_unicode(told), names)


def _kept(sheet: Parsed, signs: Signs) -> Parsed:
    """The sheet with what of its cells' texts is a value."""
    struck: dict[Cell, str] = {}
    for (row, at), value in signs.kept.items():
        column = sheet.columns[at] if at < len(sheet.columns) else None
        held = column.values[column.codes[row]] if column and row < len(column.codes) else None
        if column is None or held is None:
            continue
        if (row, at) in signs.struck:
            struck[row, at] = signs.struck[row, at] or typed(held)
        value = plain(value) if value else None
        column.codes[row] = len(column.values) if value else 0  # 0 is None in every column
        if value:
            column.values.append(value)
    return sheet._replace(signs=replace(signs, kept={}, struck=struck))


def _in_unicode(sheets: list[Parsed]) -> list[Parsed]:
    texts = {sheet.name: _texts(sheet.columns) for sheet in sheets}
    ways = _ways(texts) if is_suspected(chain.from_iterable(texts.values())) else {}
    return [_finished(sheet, sheet.signs, ways.get(sheet.name, Judged())) for sheet in sheets]


def _ways(texts: dict[str, set[str]]) -> dict[str, Judged]:
    """How each sheet is written; a sheet of few words follows one that has enough."""
    ways = {name: judged(own) for name, own in texts.items()}
    sure = {how.encoding for how in ways.values()} - {""}
    for name, own in texts.items():
        follower = judged(own, fewest=1)
        if follower.encoding in sure:
            ways[name] = follower
    return ways


def _texts(columns: list[CodedColumn]) -> set[str]:
    return {value for column in columns for value in column.values if isinstance(value, str)}


def _finished(sheet: Parsed, signs: Signs, how: Judged) -> Parsed:
    columns = sheet.columns
    if how.encoding:
        rows = enumerate(decode(columns))
        columns = encode(_restored(row, index, signs, how) for index, row in rows)
    told = replace(signs, encoding=how.encoding, capitals=frozenset())
    return sheet._replace(columns=columns, signs=told)


def _restored(row: list[object], index: int, signs: Signs, how: Judged) -> list[object]:
    """The row with its texts in Unicode."""
    found: list[object] = []
    for column, value in enumerate(row):
        if isinstance(value, str):
            value = restored(value, how)
            value = value.upper() if (index, column) in signs.capitals else value
        found.append(value)
    return found
