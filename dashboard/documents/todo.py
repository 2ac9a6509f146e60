"""The sheet that lists every finding of a file, with a link to its cell."""

from collections.abc import Mapping
from functools import partial

from openpyxl import Workbook
from openpyxl.styles.styleable import StyleableObject
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.charts.look import LIGHT
from dashboard.documents import style
from dashboard.documents.excel_cells import put_text
from dashboard.importing.model.finding import SEVERITIES, Finding
from dashboard.importing.outcome.messages import sentence
from dashboard.words import Words

MOST_LISTED = 50_000  # Excel follows 65,530 links in a sheet
COLUMNS = {"severity": 12, "sheet": 22, "cell": 10, "value": 30, "to_mend": 90}  # widths


def add(
    book: Workbook,
    file: str,
    findings: list[Finding],
    titles: Mapping[str, str],
    notes: list[str],
    words: Words,
) -> Worksheet:
    """The last sheet of the workbook, and the one it opens with: notes, then the findings.

    titles: the name of a sheet in the file -> its name in this workbook, where it is there.
    """
    sheet: Worksheet = book.create_sheet(words["marked.sheet"])
    sheet.sheet_properties.tabColor = style.SEVERITY["error"].fgColor
    ordered = sorted(findings, key=lambda f: SEVERITIES.index(f.severity))
    if len(ordered) > MOST_LISTED:
        notes = [*notes, words.say("marked.listed", listed=MOST_LISTED, count=len(ordered))]
    _top(sheet, file, findings, notes, words)
    heading = sheet.max_row + 1
    for column, (name, width) in enumerate(COLUMNS.items(), 1):
        head = put_text(sheet, heading, column, words[f"marked.column.{name}"])
        style.header(head)
        sheet.column_dimensions[head.column_letter].width = width
    stencils = style.Stencils()
    for row, finding in enumerate(ordered[:MOST_LISTED], heading + 1):
        _list(sheet, row, finding, titles.get(finding.sheet), stencils, words)
    style.page(sheet, heading)
    sheet.auto_filter.ref = f"A{heading}:E{max(sheet.max_row, heading)}"
    style.open_at(book, sheet)
    return sheet


def _top(
    sheet: Worksheet, file: str, findings: list[Finding], notes: list[str], words: Words
) -> None:
    counts = {severity: sum(f.severity == severity for f in findings) for severity in SEVERITIES}
    style.title(put_text(sheet, 1, 1, words["marked.title"]))
    for row, line in enumerate([words.say("marked.counts", file=file, **counts), *notes], 2):
        put_text(sheet, row, 1, line).font = style.font()


def _list(
    sheet: Worksheet,
    row: int,
    finding: Finding,
    title: str | None,
    stencils: style.Stencils,
    words: Words,
) -> None:
    """One finding; title: the name of its sheet in this workbook, to which the link leads."""
    link = "'" + title.replace("'", "''") + f"'!{finding.cell}" if title and finding.cell else ""
    texts = {
        "severity": words[f"severity.{finding.severity}"],
        "sheet": title or finding.sheet,
        "cell": finding.cell,
        "value": finding.value,
        "to_mend": sentence(finding, words),
    }
    for column, (name, text) in enumerate(texts.items(), 1):
        cell = sheet.cell(row, column)
        look = "link" if name == "cell" and link else finding.severity if column == 1 else "text"
        stencils.paint(cell, look, partial(_paint, look=look))
        put_text(sheet, row, column, text)
        if look == "link":
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=link)
    style.fit_height(sheet, row, len(texts))


def _paint(cell: StyleableObject, look: str) -> None:
    """look: "text", "link" or a severity."""
    cell.font, cell.alignment, cell.border = style.font(), style.WRAPPED, style.LINES
    if look == "link":
        cell.font = style.font(LIGHT.accent, underline="single")
    elif look in style.SEVERITY:
        cell.fill = style.SEVERITY[look]
