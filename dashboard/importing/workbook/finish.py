"""What is done to a book's cells once they are parsed, still in the child process: letters of
before Unicode become Unicode, and each sheet gets the signs that its file gives of its cells."""

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from dashboard.importing.model.coded_columns import decode, encode
from dashboard.importing.model.raw import CodedColumn, Merges, Signs
from dashboard.importing.workbook import markup
from dashboard.importing.workbook.old_letters import Judged, is_suspected, judged, restored


class Parsed(NamedTuple):
    """A sheet as its file's parser gives it, still without its signs."""

    name: str
    columns: list[CodedColumn]
    hidden: bool
    tall: Merges
    signs: Signs = Signs()


def finished(workbook: Path, sheets: list[Parsed]) -> list[Parsed]:
    """The sheets with their signs."""
    found = markup.signs(workbook)
    texts = {sheet.name: _texts(sheet.columns) for sheet in sheets}
    ways = _ways(texts) if is_suspected(chain.from_iterable(texts.values())) else {}
    return [
        _finished(sheet, found.get(sheet.name, Signs()), ways.get(sheet.name, Judged()))
        for sheet in sheets
    ]


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
