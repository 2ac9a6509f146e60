"""Tells by its words alone the row that is no record: column numbers, a total, a signature, a
note. What makes a record of its kind is not asked here: see records/walk.py."""

import re

from dashboard.folding import fold
from dashboard.importing.model.sheet import filled, text
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.section_names import begins_heading, component_of
from dashboard.importing.wording.title import is_place_and_day

_COLUMN_NUMBER = re.compile(r"[(\[]?(\d{1,3}|[A-Za-z])[)\]]?(?:\s*=.*)?")
_FEW = 3
_LONGEST_MARK = 5
_PAGE = re.compile(r"(?:trang|page)\s*(?:so\s*)?\d+(?:\s*/\s*\d+)?")


def is_column_numbers(row: list[object]) -> bool:
    """A row such as 1 2 3, A B 1 2 or (1) (2) (3) = (1) + (2): each cell the next of its kind."""
    mark = row[0] if row[0] is not None else row[filled(row)[0]]
    if isinstance(mark, str) and len(mark) > _LONGEST_MARK:
        return False  # asked of every row: most are told by the length of their first cell
    if not _COLUMN_NUMBER.fullmatch(text(mark)):
        return False
    columns = filled(row)
    if len(columns) < _FEW:
        return False
    marks = []
    for column in columns:
        match = _COLUMN_NUMBER.fullmatch(text(row[column]))
        if not match:
            return False
        marks.append(match[1])
    return all(_follows(a, b) for a, b in zip(marks, marks[1:], strict=False))


def _follows(mark: str, after: str) -> bool:
    if mark.isdigit() and after.isdigit():
        return int(after) == int(mark) + 1
    if mark.isalpha() and after.isalpha():
        return ord(after.lower()) == ord(mark.lower()) + 1
    return mark.isalpha() and after == "1"


def is_total(row: list[object]) -> bool:
    """Whether the row's first words say that it sums up the others."""
    said = next((text(row[column]) for column in filled(row) if isinstance(row[column], str)), "")
    if vocabulary.start("total", said):
        return True
    return vocabulary.exact("total_alone", said.rstrip(" :.")) is not None


def is_signature(row: list[object]) -> bool:
    """Whether the row is of those that sign and receive a letter, or its place and day."""
    said = [text(value) for value in row if isinstance(value, str)]
    if any(vocabulary.start("signature", part) for part in said):
        return True
    if any(map(is_place_and_day, said)) and len(said) <= 2:
        return True
    return bool(said) and all(vocabulary.exact("signature_alone", part) for part in said)


def is_note(row: list[object]) -> bool:
    """Whether the row is a note below a table, or a page's number."""
    columns = filled(row)
    said = text(row[columns[0]])
    if len(columns) == 1 and _PAGE.fullmatch(fold(said)):
        return True
    if len(columns) > 2 or vocabulary.start("note", said) is None:
        return False
    words = " ".join(text(row[column]) for column in columns).lstrip("(*) ")
    return component_of(words) is None and not begins_heading(words)  # "* Quản trị điện tử:"


def is_starred_note(row: list[object]) -> bool:
    """Whether nothing but a bare star in a cell of its own makes the row a note: it may be work
    of nobody."""
    return row[filled(row)[0]] == "*" and is_note(row)
