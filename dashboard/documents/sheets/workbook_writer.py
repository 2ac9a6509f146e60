"""A paper of kind workbook as .xlsx: a sheet a part, with real numbers and dates, charts of
Excel's own, the method and the list of figures."""

import io
from datetime import date
from typing import Any

import xlsxwriter

from dashboard.documents.inert_texts import is_formula_like
from dashboard.documents.model.listing import Listed, listed
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Paper, Part, Row, Table
from dashboard.documents.sheets.figure_tables import Grid, grid_of
from dashboard.documents.sheets.sheet_charts import Charts, alt
from dashboard.documents.sheets.sheet_looks import (
    ARROW,
    NARROW,
    WIDE,
    Looks,
    height,
    lines,
)
from dashboard.documents.sheets.sheet_titles import SheetTitles
from dashboard.documents.sheets.shown_cells import DAY, Held, cut, held
from dashboard.errors import DashboardError
from dashboard.words import Words, words

HEADING = 4  # the row of the headings from 0, below title, measure and stamp
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_A4, _MARGIN, _FOOT = 9, 0.4, 0.7  # paper, inches
_LONGEST_FOOTER = 240  # letters
BESIDE = 100  # letters: a table no wider has its chart beside it, where it is seen at once
_METHOD_WIDTHS, _SUMMARY_WIDTHS = (26, 80, 40), (26, 110)


def write(paper: Paper, template: bytes | None = None) -> bytes:
    """The workbook. Raises DashboardError workbook_has_no_template where one is given."""
    if template is not None:
        raise DashboardError("workbook_has_no_template")
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    _Writer(book, paper).write()
    book.close()
    return stream.getvalue()


class _Writer:
    """Writes one paper's workbook."""

    def __init__(self, book: Any, paper: Paper):
        self.book, self.paper = book, paper
        self.words: Words = words(paper.language)
        self.titles, self.looks = SheetTitles(), Looks(book)

    def write(self) -> None:
        """The sheets in the order in which they are read."""
        stamp, said = self.paper.stamp, self.words
        self.book.set_properties(
            {
                "title": str(self.paper.title), "created": stamp.made,
                "author": said["sheets.author"], "comments": cut(stamp.line),
            }
        )  # fmt: skip
        self.book.set_size(2400, 1500)
        summary = self._sheet(said["sheets.summary"])
        tabled = [p for p in self.paper.every_part if p.table or (p.figure and p.figure.rows)]
        sheets = [self._sheet(self._name(part)) for part in tabled]
        method, figures = self._sheet(said["sheets.method"]), self._sheet(said["sheets.figures"])
        drawn = self._sheet(said["sheets.drawn"]) if any(p.figure for p in tabled) else None
        charts = Charts(self.book, drawn, self.looks, said)
        for part, sheet in zip(tabled, sheets, strict=True):
            self._part(sheet, part, charts)
        if drawn is not None:
            drawn.set_column(0, 0, 50)
            drawn.set_column(1, 12, 16)
        names = {id(p): s.get_name() for p, s in zip(tabled, sheets, strict=True)}
        self._summary(summary, names)
        self._method(method, names)
        self._figures(figures)
        summary.activate()

    def _name(self, part: Part) -> str:
        """What a sheet is called: as its slide is where the part is one, else by what it
        measures."""
        keys = (f"sheets.part.{part.name}", f"document.slide.{part.name}")
        named = next((name for key in keys if (name := self.words.get(key))), "")
        return named or part.measure or part.name

    def _sheet(self, name: str) -> Any:
        """A sheet that prints on A4 across, as wide as the paper, the stamp on each page."""
        sheet = self.book.add_worksheet(self.titles.one(name))
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, _FOOT)
        line = self.paper.stamp.line
        line = line if len(line) <= _LONGEST_FOOTER else line[: _LONGEST_FOOTER - 1] + "…"
        sheet.set_footer("&L&9" + line.replace("&", "&&") + "&R&9&P/&N")
        sheet.hide_gridlines(2)
        return sheet

    def _top(self, sheet: Any, title: str, measure: str = "") -> None:
        """Title, measure and stamp, over the whole width: they run over the cells beside."""
        for row, text, look in ((0, title, "title"), (1, measure, "plain")):
            self.looks.text(sheet, row, 0, text, look)
        self.looks.text(sheet, 2, 0, self.paper.stamp.line, "stamp")

    def _part(self, sheet: Any, part: Part, charts: Charts) -> None:
        self._top(sheet, str(part.title) or self._name(part), part.measure)
        if part.table is not None:
            grid = Grid(part.table, {})
        else:
            assert part.figure is not None
            grid = grid_of(part.figure, self.words)
        widths = self._table(sheet, grid)
        if part.figure is None or (chart := charts.draw(part.figure, str(part.title))) is None:
            return
        place = HEADING, len(widths) + 1
        if sum(widths) > BESIDE:
            place = HEADING + len(grid.table.rows) + 3, 0
        # neither a filter nor a higher row pulls at it
        sheet.insert_chart(*place, chart, {"description": alt(part.figure), "object_position": 3})

    def _table(self, sheet: Any, grid: Grid) -> list[float]:
        """Headings that stay, filter and repeat, and the rows; the columns' widths."""
        table = grid.table
        cells = [self._held(table, row) for row in table.rows]
        widths = _widths(table, cells)
        for column, (head, width) in enumerate(zip(table.heads, widths, strict=True)):
            sheet.set_column(column, column, width)
            self.looks.text(sheet, HEADING, column, head.text, "head")
        tall = [lines(h.text, w - ARROW) for h, w in zip(table.heads, widths, strict=True)]
        sheet.set_row(HEADING, height(max(tall, default=1)))
        for place, (row, values) in enumerate(zip(table.rows, cells, strict=True)):
            self._row(sheet, HEADING + 1 + place, row, values, grid, place, widths)
        last = HEADING + len(table.rows)
        sheet.freeze_panes(HEADING + 1, 0)
        sheet.repeat_rows(HEADING)
        totals = sum(1 for row in table.rows if row.kind == "total")
        if table.heads:
            sheet.autofilter(HEADING, 0, max(HEADING, last - totals), len(table.heads) - 1)
        if table.more:
            self.looks.text(sheet, last + 1, 0, table.more, "stamp")
        for below, (colour, text) in enumerate(grid.key, last + 2):
            self.looks.text(sheet, below, 0, text, "row", fill=colour)
        return widths

    def _held(self, table: Table, row: Row) -> list[Held]:
        if row.kind == "section":
            return [Held(cut(str(row.cells[0])))]
        return [
            held(cell, head.align == "right")
            for cell, head in zip(row.cells, table.heads, strict=False)
        ]

    def _row(
        self, sheet: Any, row: int, of: Row, values: list[Held], grid: Grid, place: int,
        widths: list[float],
    ) -> None:  # fmt: skip
        if of.kind == "section":
            section = self.looks("section")
            self.looks.text(sheet, row, 0, str(values[0].value), "section")
            for column in range(1, len(widths)):
                sheet.write_blank(row, column, None, section)
            return
        tall = 1
        for column, (value, head) in enumerate(zip(values, grid.table.heads, strict=False)):
            fill = grid.fills.get((place, column), "")
            if isinstance(value.value, str):
                self.looks.text(sheet, row, column, value.value, of.kind, head.align, fill)
                tall = max(tall, lines(value.value, widths[column]))
            else:
                look = self.looks(of.kind, value.form, head.align, fill)
                _put(sheet, row, column, value.value, look)
        if tall > 1:
            sheet.set_row(row, height(tall))

    def _summary(self, sheet: Any, names: dict[int, str]) -> None:
        """What the workbook says, part by part, each with a way to its sheet."""
        self._top(sheet, str(self.paper.title), self.paper.heading)
        _set_widths(sheet, _SUMMARY_WIDTHS)
        row = HEADING
        opening = [Part("", Said(""), say=self.paper.opening)] if self.paper.opening else []
        closing = [Part("", Said(""), say=self.paper.closing)] if self.paper.closing else []
        for part in (*opening, *self.paper.every_part, *closing):
            name = names.get(id(part))
            if name is not None:
                place = name.replace("'", "''")
                link = self.looks("link", quoted=is_formula_like(name))
                sheet.write_url(row, 0, f"internal:'{place}'!A1", link, name)
            texts = [(str(part.title), "part")] if part.title else []
            texts += [(str(said), "wrapped") for said in part.say if str(said) != str(part.title)]
            for text, look in texts:
                self.looks.text(sheet, row, 1, text, look)
                sheet.set_row(row, height(lines(text, _SUMMARY_WIDTHS[1])))
                row += 1
            row += 0 if texts else int(name is not None)

    def _method(self, sheet: Any, names: dict[int, str]) -> None:
        """Of which state the figures are; how each part is to be read, and where it is from."""
        said, stamp = self.words, self.paper.stamp
        self._top(sheet, said["sheets.method"])
        _set_widths(sheet, _METHOD_WIDTHS)
        facts = (
            ("unit", stamp.unit), ("period", stamp.period),
            ("as_of", stamp.as_of), ("made", f"{stamp.made:%d/%m/%Y %H:%M} UTC"),
            ("version", stamp.version), ("code", stamp.code),
        )  # fmt: skip
        row = HEADING
        for key, value in facts:
            self.looks.text(sheet, row, 0, said[f"sheets.{key}"], "part")
            if isinstance(value, date):
                _put(sheet, row, 1, value, self.looks("wrapped", DAY, "left"))
            else:
                self.looks.text(sheet, row, 1, value, "wrapped")
            row += 1
        about = [said["sheets.about"]] + ([said["sheets.simulated"]] if stamp.is_simulated else [])
        for text in about:
            self.looks.text(sheet, row, 1, text, "wrapped")
            sheet.set_row(row, height(lines(text, _METHOD_WIDTHS[1])))
            row += 1
        row += 1
        for column, key in enumerate(("sheet", "note", "source")):
            self.looks.text(sheet, row, column, said[f"sheets.{key}"], "head")
        for part in self.paper.every_part:
            if part.note or part.source:
                row += 1
                texts = (names.get(id(part), str(part.title)), str(part.note), part.source)
                for column, text in enumerate(texts):
                    self.looks.text(sheet, row, column, text, "row")
                tall = map(lines, texts, _METHOD_WIDTHS)
                sheet.set_row(row, height(max(tall)))

    def _figures(self, sheet: Any) -> None:
        """Every printed figure with its value as the query gives it, as a text: a cell would
        round it."""
        self._top(sheet, self.words["sheets.figures"], self.words["sheets.figures_about"])
        _set_widths(sheet, (28, 14, 22, 24, 50, 50, 20))
        for column, name in enumerate(Listed._fields):
            head = self.words[f"sheets.listed.{name}"]
            self.looks.text(sheet, HEADING, column, head, "head")
        found = listed(self.paper)
        for row, figure in enumerate(found, HEADING + 1):
            for column, value in enumerate(figure):
                if value is not None:
                    self.looks.text(sheet, row, column, value, "plain")
        sheet.freeze_panes(HEADING + 1, 0)
        sheet.repeat_rows(HEADING)
        sheet.autofilter(HEADING, 0, HEADING + len(found), len(Listed._fields) - 1)


def _put(sheet: Any, row: int, column: int, value: float | date, look: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, look)
    else:
        sheet.write_number(row, column, value, look)


def _set_widths(sheet: Any, widths: tuple[int, ...]) -> None:
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)


def _widths(table: Table, cells: list[list[Held]]) -> list[float]:
    """As wide as the longest word of the heading and most of the cells below it."""
    widths = []
    for column, head in enumerate(table.heads):
        said = [0]
        for row, values in zip(table.rows, cells, strict=True):
            if row.kind != "section" and column < len(values):
                said.append(len(str(row.cells[column])) + 2)
        word = max(map(len, head.text.split()), default=0) + ARROW
        widths.append(min(WIDE, max(NARROW, word, *said)))
    return widths
