"""What the findings of a sheet name: its cells, headings and rows."""

import re
from collections.abc import Iterable

from dashboard.importing.model.finding import Finding
from tests.corpus.pieces import Heading

CELL = re.compile(r"\b([A-Z]{1,3})(\d+)(?:\s*[:\-–]\s*([A-Z]{1,3})?(\d+))?\b")
LOUD = ("warning", "error")


def is_said(finding: Finding) -> bool:
    """It is loud enough to be seen before the file is taken in."""
    return finding.severity in LOUD or finding.code == "column_likely"


def _cells(finding: Finding) -> Iterable[tuple[str, int, int]]:
    """(letter, first row, last row) of every place the finding names."""
    for text in (finding.cell, *map(str, finding.holes.values())):
        for letter, first, other, last in CELL.findall(text):
            whole = last and other in ("", letter)
            yield letter, int(first), int(last) if whole else int(first)


def names_cell(finding: Finding, letter: str, row: int) -> bool:
    if any(at == letter and low <= row <= high for at, low, high in _cells(finding)):
        return True
    # one line for many cells: the first of them and how many
    count = str(finding.holes.get("count", ""))
    return count.isdigit() and int(count) > 1 and re.sub(r"\d", "", finding.cell) == letter


def names_heading(finding: Finding, heading: Heading) -> bool:
    rows = range(heading.first_row, heading.last_row + 1)
    return any(at == heading.letter and low in rows for at, low, _ in _cells(finding))


def names_row(finding: Finding, row: int) -> bool:
    if any(low <= row <= high for _, low, high in _cells(finding)):
        return True
    return re.search(rf"(?<!\d){row}(?!\d)", str(finding.holes.get("rows", ""))) is not None
