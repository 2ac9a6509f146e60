"""Tables of a letter in Word: tasks, villages by component with coloured cells, figures."""

import json
from collections.abc import Sequence

from dashboard.charts.look import LIGHT
from dashboard.documents.letters.word_sheet import Block, Sheet
from dashboard.documents.letters.word_xml import Cell, kept, paragraph, row, run, shading, table
from dashboard.documents.model.figures import Heat, HeatCell
from dashboard.documents.model.listing import Listed
from dashboard.documents.model.paper import Align, Head, Row, Table
from dashboard.documents.office_charts.chart_parts import cell_look

_MARGINS = (0.6, 1.3)  # of cells, mm
_LINE = LIGHT.year_from
_STYLE: dict[Align, str] = {"left": "cell", "right": "cell_right", "center": "cell_middle"}
_WIDEST_WORD = 0.3  # of the room: a longer word is broken
_SMALL, _TALL = 12, 110.0  # rows, and mm, of a table that is not divided


def grid(sheet: Sheet, content: Table) -> list[Block]:
    """A table whose heads are repeated on each page, with two rows of it at least; a small one is
    not divided, and of any the last two rows stand together."""
    widths = _widths(sheet, content)
    heads = _heads(sheet, [head.text for head in content.heads])
    rows = [row(heads, widths, is_head=True)]
    texts = [[head.text for head in content.heads]]
    for one in content.rows or (Row((sheet.words["letters.no_rows"],), "section"),):
        rows.append(_row(sheet, one, content.heads, widths))
        texts.append([str(cell) for cell in one.cells])
    high = sum(_high(sheet, cells, widths) for cells in texts) if len(rows) <= _SMALL else _TALL
    begin = 4 if content.rows and content.rows[0].kind == "section" else 3
    whole = len(rows) if high < _TALL else begin
    rows = [
        kept(one) if place < whole - 1 or place == len(rows) - 2 else one
        for place, one in enumerate(rows)
    ]
    xml = table(rows, widths, border=_LINE, margins=_MARGINS)
    blocks = [Block(xml, lambda: sum(_high(sheet, cells, widths) for cells in texts))]
    if content.more:
        blocks[-1] = Block(kept_last(blocks[-1].xml), blocks[-1].height, True)
        blocks.append(sheet.line("note", content.more))
    return blocks


def _heads(sheet: Sheet, texts: Sequence[str]) -> list[Cell]:
    return [Cell(paragraph(sheet.ids["head"], run(text)), middle=True) for text in texts]


def kept_last(xml: str) -> str:
    """A table whose last row stays on one page with what follows."""
    before, mark, last = xml.rpartition("<w:tr>")
    return before + kept(mark + last)


def _row(sheet: Sheet, one: Row, heads: Sequence[Head], widths: Sequence[float]) -> str:
    texts = [str(cell) for cell in one.cells]
    if one.kind == "section":
        text = paragraph(sheet.ids["group"], run(texts[0] if texts else ""))
        return row([Cell(text, len(widths), LIGHT.surface)], widths)
    look = "<w:b/><w:bCs/>" if one.kind == "total" else ""
    texts += [""] * (len(heads) - len(texts))
    cells = [
        Cell(paragraph(sheet.ids[_STYLE[head.align]], run(text, look)))
        for head, text in zip(heads, texts, strict=True)
    ]
    return row(cells, widths)


def _high(sheet: Sheet, texts: Sequence[str], widths: Sequence[float]) -> float:
    rooms = widths if len(texts) == len(widths) else (sum(widths),)
    pad = 2 * _MARGINS[1]
    cells = zip(texts, rooms, strict=False)
    high = max((sheet.height("cell", text, room - pad) for text, room in cells), default=0)
    return high + 2 * _MARGINS[0] + 0.3


def _widths(sheet: Sheet, content: Table) -> list[float]:
    """Each column its share, but no word of it broken, and no room left empty beside a full one
    where that can be."""
    least, most = [], []
    pad = 2 * _MARGINS[1] + 0.5
    for place, head in enumerate(content.heads):
        cells = {
            str(one.cells[place])
            for one in content.rows
            if one.kind != "section" and place < len(one.cells)
        }
        words = {max(text.split(" "), key=len) for text in cells}
        word = _widest(sheet, words, max(head.text.split(" "), key=len))
        least.append(min(word + pad, sheet.room * _WIDEST_WORD))
        most.append(max(_widest(sheet, cells, head.text) + pad, least[-1]))
    return shared([head.width for head in content.heads], least, most, sheet.room)


def _widest(sheet: Sheet, texts: set[str], head: str) -> float:
    """The widest of texts, of which only the longest are measured."""
    longest = sorted(texts, key=len)[-5:]
    return max(sheet.width("head", text) for text in (head, *longest))


def shared(
    shares: Sequence[float], least: Sequence[float], most: Sequence[float], room: float
) -> list[float]:
    """The room divided by shares, none below its least; those that need less than their share
    give the rest to the others. All shrink where the least are too much, and grow by shares where
    the room is more than they need.

    >>> shared([1, 3], [30, 10], [90, 90], 80)
    [30.0, 50.0]
    >>> shared([1, 1], [10, 10], [20, 90], 80)
    [20.0, 60.0]
    >>> shared([1, 3], [10, 10], [20, 40], 80)
    [25.0, 55.0]
    """
    if sum(least) >= room:
        return [one * room / sum(least) for one in least]
    if sum(most) <= room:
        more = (room - sum(most)) / (sum(shares) or 1.0)
        return [need + share * more for need, share in zip(most, shares, strict=True)]
    fixed: dict[int, float] = {}
    while True:
        rest = room - sum(fixed.values())
        total = sum(share for place, share in enumerate(shares) if place not in fixed) or 1.0
        found = [fixed.get(place, share * rest / total) for place, share in enumerate(shares)]
        # What needs more is settled before what gives: it may have to be taken from there.
        short = {p: least[p] for p, one in enumerate(found) if one < least[p] - 1e-9}
        wide = {p: most[p] for p, one in enumerate(found) if one > most[p] + 1e-9}
        if not short and not wide:
            return [float(one) for one in found]
        fixed |= short or wide


def heat(sheet: Sheet, content: Heat) -> list[Block]:
    """Villages by component: cells filled by their step from the whole, the key below."""
    names = [sheet.width("cell", line.name) + 3.5 for line in content.rows]
    first = min(max([20.0, *names]), sheet.room * 0.4)
    columns = len(content.columns)
    widths = [first, *[(sheet.room - first) / max(columns, 1)] * columns]
    texts = ["", *content.columns]
    heads = _heads(sheet, texts)
    rows = [row(heads, widths, is_head=True)]
    for line in content.rows:
        cells = [Cell(paragraph(sheet.ids["cell"], run(line.name)), middle=True)]
        for cell in line.cells:
            fill, ink = cell_look(cell)
            said = run(cell.text, f'<w:color w:val="{ink[1:]}"/>')
            text = paragraph(sheet.ids["cell_middle"], said)
            cells.append(Cell(text, fill=fill, middle=True))
        rows.append(row(cells, widths))
    if len(rows) <= _SMALL:
        rows = [*map(kept, rows[:-1]), *rows[-1:]]
    xml = table(rows, widths, border=LIGHT.background, margins=_MARGINS, alt=content.alt)
    high = len(rows) * _high(sheet, ["8"], widths[:1])
    blocks = [Block(kept_last(xml), lambda: high, True)]
    return [*blocks, _key(sheet, content)] if content.key else blocks


def _key(sheet: Sheet, content: Heat) -> Block:
    """What a colour means: patches of it with their words."""
    said = []
    for step, meaning in content.key:
        fill, _ = cell_look(HeatCell("", step=step))
        upright = '<w:i w:val="0"/>'
        said.append(run("\u00a0" * 5, shading(fill)) + run(f"\u00a0{meaning}    ", upright))
    text = "      ".join(meaning for _, meaning in content.key)
    return sheet.write("note", "".join(said), text)


def figures_table(sheet: Sheet, figures: Sequence[Listed]) -> list[Block]:
    """Every printed figure with its place, its query and what singles it out there."""
    shares = (("place", 2.2), ("text", 1.2), ("query", 2), ("key", 4), ("column", 1.6))
    heads = tuple(
        Head(sheet.words[f"letters.figures_{name}"], "left", share) for name, share in shares
    )
    rows = tuple(
        Row((one.place, one.text, one.query, _read(one.key), one.column)) for one in figures
    )
    return grid(sheet, Table(heads, rows))


def _read(key: str) -> str:
    """What singles out a figure, for people.

    >>> _read('{"level": "total", "component": "PAPI"}')
    'level = total; component = PAPI'
    """
    return "; ".join(f"{name} = {value}" for name, value in json.loads(key or "{}").items())
