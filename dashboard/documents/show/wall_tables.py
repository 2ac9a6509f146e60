"""Tables on slides: as large as they fit on one, else split over several with their heads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from dashboard.documents import text_widths
from dashboard.documents.column_shares import longest_word, shared
from dashboard.documents.model.paper import Head, Row, Table
from dashboard.documents.show.wall import ROOM, SPLIT_TABLE, TABLES

_LINE = 1.22  # of the size
_ABOVE = 0.5  # empty room in a row, of the size
_BESIDE = 0.45  # empty room at both sides of a cell, of the size
_LINES = 3  # of a cell
_HEAD_LINES = 2


@dataclass(frozen=True)
class _Laid:
    """A row in lines, a tuple a cell; is_cut: a text ends in "…" that went on."""

    row: Row
    cells: tuple[tuple[str, ...], ...]
    is_cut: bool = False

    def height(self, size: int) -> float:
        return max(map(len, self.cells), default=1) * _LINE * size + _ABOVE * size


def pages(table: Table, height: float) -> list[str]:
    """The table as HTML for as many slides as it needs, each of this height."""
    least = _longest_words(table)
    for size in TABLES:
        widths = _widths(table.heads, least, size)
        laid = [_laid(widths, row, size) for row in table.rows]
        head = _head(table.heads, widths, size)
        all_of_it = sum(row.height(size) for row in [head, *laid]) + _more(table, size)
        if all_of_it <= height and not any(row.is_cut for row in laid):
            return [_html(table, widths, head, laid, size, table.more)]
    size, head, split = _largest(table, least, height)
    widths = _widths(table.heads, least, size)
    return [
        _html(table, widths, head, rows, size, table.more if place == len(split) else "")
        for place, rows in enumerate(split, 1)
    ]


def _largest(
    table: Table, least: Sequence[float], height: float
) -> tuple[int, _Laid, list[list[_Laid]]]:
    """Letters as large as they may be on no more slides than the smallest of a split table need:
    no slide is half empty below small letters."""
    found = None
    for size in (SPLIT_TABLE, *sorted(one for one in TABLES if one > SPLIT_TABLE)):
        widths = _widths(table.heads, least, size)
        laid = [_laid(widths, row, size) for row in table.rows]
        head = _head(table.heads, widths, size)
        split = _evenly(laid, size, height - head.height(size) - _more(table, size)) or [[]]
        if found and (len(split) > len(found[2]) or any(row.is_cut for row in laid)):
            break
        found = size, head, split
    assert found
    return found


def _evenly(laid: Sequence[_Laid], size: int, room: float) -> list[list[_Laid]]:
    """As few slides as they need, about equally full: none with a last row alone."""
    fewest = list(_split(laid, size, room))
    least = sum(row.height(size) for row in laid) / max(1, len(fewest))
    for share in (step / 20 for step in range(20)):
        even = list(_split(laid, size, least + share * (room - least)))
        if len(even) == len(fewest):
            return even
    return fewest


def _split(laid: Sequence[_Laid], size: int, room: float) -> Iterator[list[_Laid]]:
    """Rows a slide; the heading that they stand under comes with them, and never stands last."""
    rows: list[_Laid] = []
    section: _Laid | None = None
    left = room
    for place, one in enumerate(laid):
        is_section = one.row.kind == "section"
        needed = one.height(size)
        if is_section and place + 1 < len(laid):
            needed += laid[place + 1].height(size)
        if rows and needed > left:
            yield rows
            rows, left = [], room
            if section and not is_section:
                rows, left = [section], room - section.height(size)
        if is_section:
            section = one
        rows.append(one)
        left -= one.height(size)
    if rows:
        yield rows


def _longest_words(table: Table) -> list[float]:
    """Of each column, in sizes of the letters."""
    rows = [[str(cell) for cell in row.cells] for row in table.rows if row.kind != "section"]
    return [
        longest_word([head.text, *(row[place] for row in rows if place < len(row))])
        for place, head in enumerate(table.heads)
    ]


def _widths(heads: Sequence[Head], least: Sequence[float], size: int) -> tuple[float, ...]:
    """By their shares; a date or a name is broken only where all words have no room together."""
    needed = [(word + 2 * _BESIDE) * size + 1 for word in least]
    if sum(needed) > ROOM:
        needed = [0.0] * len(heads)
    return shared(needed, [max(head.width, 0.1) for head in heads], ROOM)


def _head(heads: Sequence[Head], widths: Sequence[float], size: int) -> _Laid:
    rooms = [width - 2 * _BESIDE * size for width in widths]
    cells = tuple(
        text_widths.wrapped(head.text, size, room, _HEAD_LINES, True)
        for head, room in zip(heads, rooms, strict=True)
    )
    return _Laid(Row(tuple(head.text for head in heads)), cells)


def _laid(widths: Sequence[float], row: Row, size: int) -> _Laid:
    if row.kind == "section":
        text = str(row.cells[0]) if row.cells else ""
        lines = text_widths.wrapped(text, size, ROOM - 2 * _BESIDE * size, 2, True)
        return _Laid(row, (lines,), _is_cut(lines, text))
    cells, is_cut = [], False
    for width, cell in zip(widths, row.cells, strict=False):
        room = width - 2 * _BESIDE * size
        lines = text_widths.wrapped(str(cell), size, room, _LINES, row.kind == "total")
        is_cut |= _is_cut(lines, str(cell))
        cells.append(lines)
    return _Laid(row, tuple(cells), is_cut)


def _is_cut(lines: Sequence[str], text: str) -> bool:
    return lines[-1].endswith(text_widths.MORE) and not text.endswith(text_widths.MORE)


def _more(table: Table, size: int) -> float:
    return (_LINE + _ABOVE) * size if table.more else 0


def _html(
    table: Table,
    widths: Sequence[float],
    head: _Laid,
    rows: Sequence[_Laid],
    size: int,
    more: str,
) -> str:
    columns = "".join(f'<col style="width:{width:.1f}px">' for width in widths)
    style = f"font-size:{size}px;--line:{_LINE};--above:{_ABOVE / 2}em;--beside:{_BESIDE}em"
    heads = _cells(table.heads, head, "th", ' scope="col"')
    body = "".join(_row(table.heads, row) for row in rows)
    said = ""
    if more:
        cut = text_widths.cut(more, size, ROOM - 2 * _BESIDE * size)
        said = f'<p class="more" style="font-size:{size}px">{escape(cut)}</p>'
    return (
        f'<table style="{style}"><colgroup>{columns}</colgroup>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{said}"
    )


def _row(heads: Sequence[Head], laid: _Laid) -> str:
    if laid.row.kind == "section":
        text = "<br>".join(map(escape, laid.cells[0]))
        return f'<tr class="section"><th colspan="{len(heads)}" scope="rowgroup">{text}</th></tr>'
    kind = ' class="total"' if laid.row.kind == "total" else ""
    return f"<tr{kind}>{_cells(heads, laid, 'td')}</tr>"


def _cells(heads: Sequence[Head], laid: _Laid, tag: str, more: str = "") -> str:
    return "".join(
        f'<{tag}{more} class="{head.align}">{"<br>".join(map(escape, lines))}</{tag}>'
        for head, lines in zip(heads, laid.cells, strict=False)
    )
