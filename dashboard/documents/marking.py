"""Cells of a workbook coloured and commented by the findings on them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles.styleable import StyleableObject
from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.documents import style
from dashboard.documents.excel_cells import clean
from dashboard.importing.model.finding import SEVERITIES, Finding
from dashboard.importing.outcome.messages import sentence
from dashboard.words import LANGUAGES, Words, words

MOST_COMMENTS = 5_000
LONGEST_COMMENT = 2_000
WIDTH, LINE, LETTERS = 380, 18, 52  # of a comment's box: pixels, pixels a line, letters a line
ROOM = 2  # lines more than counted: other fonts are wider


@dataclass
class Marker:
    """Marks one workbook; commented counts the comments written."""

    words: Words
    commented: int = 0
    stencils: style.Stencils = field(default_factory=style.Stencils)

    def mark(self, book: Workbook, titles: Mapping[str, str], findings: list[Finding]) -> int:
        """Colour and comment the cells, the worst first; how many cells that were.

        titles: the name of a sheet in the findings -> its name in the workbook.
        """
        cells = _by_cell({name: book[title] for name, title in titles.items()}, findings)
        for cell, found in cells:
            self._paint(cell, found[0].severity)
            if self.commented < MOST_COMMENTS:
                self._comment(cell, found)
                self.commented += 1
        return len(cells)

    def _paint(self, cell: Cell, severity: str) -> None:
        """Fill the cell and darken its letters; all else of its style stays."""

        def how(cell: StyleableObject) -> None:
            cell.fill, cell.font = style.SEVERITY[severity], style.dark(cell.font)

        self.stencils.paint(cell, severity, how)

    def _comment(self, cell: Cell, found: list[Finding]) -> None:
        said = [f"• {sentence(finding, self.words)}" for finding in found]
        ours = clean("\n".join([self.words["marked.comment"], *said]))
        if len(ours) > LONGEST_COMMENT:
            ours = ours[: LONGEST_COMMENT - 1] + "…"
        theirs, author = ("", self.words["marked.author"])
        if cell.comment:
            theirs, author = cell.comment.text.rstrip() + "\n\n", cell.comment.author or author
        text = theirs + ours
        lines = ROOM + sum(1 + len(line) // LETTERS for line in text.split("\n"))
        cell.comment = Comment(text, author, height=LINE * lines, width=WIDTH)


def _by_cell(
    sheets: Mapping[str, Worksheet], findings: list[Finding]
) -> list[tuple[Cell, list[Finding]]]:
    """Each cell with its findings, the worst first; of merged cells the first is marked."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.sheet in sheets and (place := _place(sheets[finding.sheet], finding.cell)):
            found.setdefault((finding.sheet, place), []).append(finding)
    cells = [(sheets[name][place], sorted(on, key=_weight)) for (name, place), on in found.items()]
    return sorted(cells, key=lambda pair: _weight(pair[1][0]))


def _weight(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


def _place(sheet: Worksheet, name: str) -> str | None:
    """The cell to mark: itself, or the first of those it is merged with."""
    if not name:  # on the whole sheet
        return None
    if not isinstance(sheet[name], MergedCell):
        return name
    within = next(merged for merged in sheet.merged_cells.ranges if name in merged)
    return f"{letter(within.min_col)}{within.min_row}"


def unmark(book: Workbook) -> None:
    """Take off what an earlier marking left: our list, our fills, our part of the comments."""
    lists = [s for s in book.worksheets if s["A1"].value in _said("marked.title")]
    if not lists:
        return
    for sheet in lists:
        book.remove(sheet)
    of_book: Any = book  # openpyxl's types leave out its lists of styles
    ours = {number for number, fill in enumerate(of_book._fills) if fill in _FILLS}
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):
            styled: Any = cell
            if styled._style and styled._style.fillId in ours:
                cell.fill = style.NO_FILL
            if cell.comment:
                cell.comment = _without_ours(cell.comment)


def _without_ours(comment: Comment) -> Comment | None:
    text = comment.text
    for head in _said("marked.comment"):
        text = text.partition(head)[0]
    if text == comment.text:
        return comment
    return Comment(text.rstrip(), comment.author) if text.strip() else None


def _said(key: str) -> set[str]:
    return {words(language)[key] for language in LANGUAGES}


_FILLS = list(style.SEVERITY.values())
