"""Tables measured for slides: how high each row is, and how many fit on one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.charts.look import LIGHT
from dashboard.documents import text_widths
from dashboard.documents.model.figures import Heat, HeatCell
from dashboard.documents.model.paper import Head, Row, Table
from dashboard.documents.office_charts.chart_parts import cell_look
from dashboard.documents.slides.deck_stage import LEADING, SURE
from dashboard.documents.slides.slide_xml import CellLook, Type

PADDING = 6.0  # points above and below the letters of a row, together
INSET = 8.0  # at the left and right, together
LONGEST_WORD, MEASURED = 30, 8  # letters; how many of a column's longest words are measured
WIDER = 2.0  # a column may get so much wider than its share for a word
MOST_LINES = 4  # of a cell: what is longer ends in "…"
LONGEST_NAME = 0.24  # of a heat map's width
SMALLEST_HEAT = 10.0
RowLook = tuple[float, list[CellLook]]  # height, cells


@dataclass(frozen=True)
class Grid:
    """A table for one slide: widths of columns, rows with their heights, head first."""

    widths: list[float]
    rows: list[RowLook]

    @property
    def height(self) -> float:
        """Of all rows."""
        return sum(height for height, _ in self.rows)

    @property
    def said(self) -> str:
        """The words of its first row, one after the other."""
        return ", ".join(cell.text for _, cells in self.rows[:1] for cell in cells)


def grids(table: Table, width: float, height: float, type_: Type) -> list[Grid]:
    """A table over as many slides as it needs, its head on each."""
    widths = _widths(table, width, type_.size)
    head = _head(table, widths, type_)
    rows = [_row(row, table.heads, widths, type_) for row in table.rows]
    pages: list[list[RowLook]] = [[]]
    room = height - head[0]
    used = 0.0
    for place, (row, kind) in enumerate(zip(rows, (r.kind for r in table.rows), strict=True)):
        follows = rows[place + 1][0] if kind == "section" and place + 1 < len(rows) else 0
        if pages[-1] and used + row[0] + follows > room:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += row[0]
    return [Grid(widths, [head, *page]) for page in pages]


def _widths(table: Table, width: float, size: float) -> list[float]:
    """Columns by their shares, none narrower than its longest word where there is room."""
    shares = sum(head.width for head in table.heads) or 1
    given = [width * head.width / shares for head in table.heads]
    columns = zip(*(row.cells for row in table.rows if row.kind != "section"), strict=False)
    said = [
        {head.text, *map(str, cells)} for head, cells in zip(table.heads, columns, strict=False)
    ]
    said += [{head.text} for head in table.heads[len(said) :]]
    least = [min(given[at] * WIDER, _longest_word(texts, size)) for at, texts in enumerate(said)]
    lacking = sum(max(0.0, need - own) for need, own in zip(least, given, strict=True))
    spare = sum(max(0.0, own - need) for need, own in zip(least, given, strict=True))
    taken = min(1.0, lacking / spare) if spare else 0.0
    return [
        need if own < need else own - (own - need) * taken
        for need, own in zip(least, given, strict=True)
    ]


def _longest_word(texts: set[str], size: float) -> float:
    """The room that the longest word of a column's cells needs, in bold letters."""
    words = {word for text in texts for word in text.split(" ") if len(word) <= LONGEST_WORD}
    longest = sorted(words, key=len)[-MEASURED:]
    wide = (text_widths.width(word, size, True) for word in longest)
    return max(wide, default=0.0) / SURE + INSET


def _head(table: Table, widths: list[float], type_: Type) -> RowLook:
    look = replace(type_, bold=True, colour=LIGHT.muted)
    cells = [
        _wrapped(head.text, width, look, head.align, under=LIGHT.muted)
        for head, width in zip(table.heads, widths, strict=True)
    ]
    return max(height for height, _ in cells), [cell for _, cell in cells]


def _row(row: Row, heads: tuple[Head, ...], widths: list[float], type_: Type) -> RowLook:
    if row.kind == "section":
        look = replace(type_, bold=True)
        said = str(row.cells[0]) if row.cells else ""
        height, cell = _wrapped(said, sum(widths), look, "left", LIGHT.surface)
        return height, [replace(cell, span=len(widths))]
    look = replace(type_, bold=row.kind == "total")
    texts = [*map(str, row.cells), *[""] * (len(widths) - len(row.cells))]
    cells = [
        _wrapped(text, width, look, head.align, under=LIGHT.border)
        for text, width, head in zip(texts, widths, heads, strict=False)
    ]
    return max(height for height, _ in cells), [cell for _, cell in cells]


def _wrapped(
    text: str, width: float, type_: Type, align: str, fill: str = "", under: str = ""
) -> tuple[float, CellLook]:
    """A cell and how high it is; a long text is cut where its last line ends."""
    room = (width - INSET) * SURE
    said, lines = text_widths.fitted(text, type_.size, room, MOST_LINES, type_.bold)
    return lines * type_.size * LEADING + PADDING, CellLook(said, type_, align, fill, under)


def heat_grids(heat: Heat, width: float, height: float, type_: Type) -> list[Grid]:
    """A heat map as a table; letters get smaller before it is split over slides."""
    names = [row.name for row in heat.rows]
    longest = max((text_widths.width(name, type_.size) for name in names), default=0)
    first = min(width * LONGEST_NAME, longest + INSET + 4)
    column = (width - first) / max(1, len(heat.columns))
    head = _heat_head(heat, first, column, type_)
    room = height - head[0]
    most = max(1, int(room / (SMALLEST_HEAT * LEADING + PADDING)))
    each = -(-len(heat.rows) // -(-len(heat.rows) // most))
    tall = min(type_.size * 2.6, room / each)
    size = min(type_.size, (tall - PADDING) / LEADING)
    rows = list(_heat_rows(heat, replace(type_, size=size), first, column, tall))
    widths = [first, *[column] * len(heat.columns)]
    pages = [rows[at : at + each] for at in range(0, len(rows), each)]
    return [Grid(widths, [head, *page]) for page in pages]


def heat_key(heat: Heat, type_: Type, width: float) -> Grid | None:
    """What the colours mean, each word on its colour."""
    if not heat.key:
        return None
    looks = [(text, *cell_look(HeatCell(text, step=step))) for step, text in heat.key]
    widest = max(text_widths.width(text, type_.size) for text, _, _ in looks)
    each = min(width / len(looks), widest + 2 * INSET)
    cells = [
        CellLook(
            text_widths.cut(text, type_.size, (each - INSET) * SURE),
            replace(type_, colour=ink), "center", fill, grid=LIGHT.background,
        )
        for text, fill, ink in looks
    ]  # fmt: skip
    return Grid([each] * len(looks), [(type_.size * LEADING + PADDING, cells)])


def _heat_head(heat: Heat, first: float, column: float, type_: Type) -> RowLook:
    look = replace(type_, bold=True, colour=LIGHT.muted, size=type_.size * 0.9)
    cells = [_wrapped("", first, look, "left")]
    cells += [_wrapped(text, column, look, "center") for text in heat.columns]
    return max(height for height, _ in cells), [cell for _, cell in cells]


def _heat_rows(
    heat: Heat, type_: Type, first: float, column: float, tall: float
) -> Iterator[RowLook]:
    white = LIGHT.background
    for row in heat.rows:
        name = text_widths.cut(row.name, type_.size, (first - INSET) * SURE)
        cells = [CellLook(name, type_, grid=white)]
        for cell in row.cells:
            fill, ink = cell_look(cell)
            text = text_widths.cut(cell.text, type_.size, (column - INSET) * SURE)
            cells.append(CellLook(text, replace(type_, colour=ink), "center", fill, grid=white))
        yield tall, cells
