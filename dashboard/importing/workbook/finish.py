"""What is done to a book's cells once they are parsed, still in the child process: letters of
before Unicode become Unicode, and each sheet gets the signs that its file gives of its cells."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

from dashboard.importing.model.coded_columns import decode, encode
from dashboard.importing.model.raw import CodedColumn, Signs
from dashboard.importing.workbook import markup
from dashboard.importing.workbook.old_letters import Judged, is_suspected, judged, restored

Parsed = tuple[str, list[CodedColumn], bool, tuple]  # name, columns, hidden, tall merges


def finished(
    workbook: Path, sheets: list[Parsed]
) -> list[tuple[str, list[CodedColumn], bool, tuple, Signs]]:
    """The sheets with their signs."""
    found = markup.signs(workbook)
    texts = {name: _texts(columns) for name, columns, *_ in sheets}
    ways = _ways(texts) if is_suspected(chain.from_iterable(texts.values())) else {}
    return [
        _finished(sheet, found.get(sheet[0], Signs()), ways.get(sheet[0], Judged()))
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


def _finished(sheet: Parsed, signs: Signs, how: Judged) -> tuple:
    name, columns, hidden, tall = sheet
    if how.encoding:
        columns = encode(
            [
                _restored(value, how, (index, column) in signs.capitals)
                if isinstance(value, str)
                else value
                for column, value in enumerate(row)
            ]
            for index, row in enumerate(decode(columns))
        )
        signs = replace(signs, encoding=how.encoding)
    return name, columns, hidden, tall, replace(signs, capitals=frozenset())


def _restored(text: str, how: Judged, capitals: bool) -> str:
    found = restored(text, how)
    return found.upper() if capitals else found
