"""A paper as the .typ files take it: texts that can be printed, figures drawn, columns measured."""

from dataclasses import asdict, dataclass
from typing import Any

from dashboard.charts.look import LIGHT
from dashboard.documents.drawn.figure_marks import draw
from dashboard.documents.drawn.marks import Drawing, Text
from dashboard.documents.figures_file import figures_csv
from dashboard.documents.model.figures import Figure, Heat
from dashboard.documents.model.listing import listed
from dashboard.documents.model.paper import Paper, Part, Row, Table
from dashboard.documents.pdf import column_room
from dashboard.documents.pdf.printable import breakable, printable, shaped
from dashboard.documents.text_widths import width
from dashboard.words import words

# Letters that a text may have: a longer one ends in "…".
TITLE, SENTENCE, CELL, LINE = 400, 4_000, 1_000, 240
_DECREE_WORDS = ("figure", "table", "to", "recipients")  # as in Word
_OWN_WORDS = ("figures", "for", "page", "qr", "qr_alt")
_PERIOD = 40
_WHOLE = 5  # rows of a table that stay on one page
_BROKEN = 12  # lines of a cell from which its row may go on to the next page
# Heights of a figure in letters: its rows, those whose names take two lines, what is around them.
_ROW, _HIGH_ROW, _AROUND, _HEAT_HEADS = 1.9, 2.4, 4.0, 3.5
_NAMES = 0.36  # of the width, what a name has in one line


@dataclass(frozen=True)
class Room:
    """Where parts stand: points of width and greatest height, sizes of figures' and tables'
    letters."""

    width: float
    height: float
    figure: float
    table: float


def common(paper: Paper) -> dict[str, Any]:
    """What every .typ file needs."""
    made, said = paper.stamp.made, words(paper.language)
    return {
        "kind": paper.kind,
        "language": paper.language,
        "heading": printable(paper.heading, LINE),
        "subject": [printable(line, TITLE) for line in subject(paper)],
        "document_title": shaped(f"{paper.heading}: {paper.title.text}"[:TITLE].strip(": "))
        or shaped(paper.stamp.unit),
        "author": shaped(paper.stamp.unit[:LINE]),
        "stamp": printable(paper.stamp.line, LINE),
        "made": {
            name: getattr(made, name)
            for name in ("year", "month", "day", "hour", "minute", "second")
        },
        "figures": figures_csv(listed(paper)).decode(),
        "words": {
            **{name: said[f"decree.{name}"] for name in _DECREE_WORDS},
            **{name: said[f"pdf.{name}"] for name in _OWN_WORDS},
        },
        "colours": {name: value for name, value in asdict(LIGHT).items() if isinstance(value, str)},
    }


def subject(paper: Paper) -> list[str]:
    """The subject of a paper, the period that ends it apart: it is not torn by a line's end."""
    text, period = paper.title.text, paper.stamp.period
    before = text.removesuffix(period).strip()
    is_apart = before and text.endswith(period) and len(period) <= _PERIOD
    return [before, period] if is_apart else [text]


def part(source: Part, room: Room, titled: str = "") -> dict[str, Any]:
    """A part; titled: its title where it isn't its own, as of a numbered one."""
    title = titled if titled and source.title else source.title.text
    measure = printable(source.measure, TITLE)
    return {
        "name": source.name,
        "title": printable(title, TITLE),
        "measure": measure,
        # What the title says already is not said again.
        "say": [
            printable(each.text, SENTENCE)
            for each in source.say
            if each and each.text != source.title.text
        ],
        "drawing": source.figure and drawing(drawn(source.figure, room)),
        "alt": source.figure and (source.figure.alt or measure or source.title.text or source.name),
        "caption": measure or printable(source.title.text, TITLE),
        "table": source.table and table(source.table, room),
        "table_caption": "" if source.figure else measure,
        "note": printable(source.note.text, CELL),
        "source": printable(source.source, CELL),
    }


def drawn(figure: Figure, room: Room) -> Drawing:
    """The figure as high as its rows need."""
    if isinstance(figure, Heat):
        letters = len(figure.rows) * _ROW + _AROUND + _HEAT_HEADS
    else:
        names = max((width(row.name[:LINE], room.figure) for row in figure.rows), default=0)
        row = _ROW if names < _NAMES * room.width else _HIGH_ROW
        letters = len(figure.rows) * row + _AROUND
    return draw(figure, room.width, min(letters * room.figure, room.height), LIGHT, room.figure)


def drawing(made: Drawing) -> dict[str, Any]:
    """A drawing as marks.typ takes it."""
    marks = [
        {
            "kind": type(mark).__name__,
            **vars(mark),
            **({"text": shaped(mark.text)} if isinstance(mark, Text) else {}),
        }
        for mark in made.marks
    ]
    return {"width": made.width, "height": made.height, "marks": marks}


def table(source: Table, room: Room) -> dict[str, Any]:
    """A table with columns in which no word runs over the next."""
    heads = [printable(head.text, TITLE) for head in source.heads]
    rows = [(row, [printable(str(cell), CELL) for cell in row.cells]) for row in source.rows]
    plain = [cells for row, cells in rows if row.kind != "section"]
    texts = [[head, *(row[place] for row in plain)] for place, head in enumerate(heads)]
    shares = [head.width for head in source.heads]
    fitted = column_room.fitted(texts, shares, room.width, room.table)
    if fitted.is_broken:
        heads = [breakable(head) for head in heads]
        rows = [(row, [breakable(cell) for cell in cells]) for row, cells in rows]
    made = [_row(row, cells, fitted) for row, cells in rows]
    return {
        "heads": [
            {"text": text, "align": head.align}
            for text, head in zip(heads, source.heads, strict=True)
        ],
        "rows": made,
        "is_whole": len(rows) <= _WHOLE and not any(row["is_broken"] for row in made),
        "more": printable(source.more, CELL),
        "widths": fitted.widths,
        "size": fitted.size,
        "inset": column_room.INSET,
    }


def _row(row: Row, cells: list[str], fitted: column_room.Columns) -> dict[str, Any]:
    letters = (
        len(cell) * 0.5 * fitted.size / (wide - 2 * column_room.INSET + 0.1)
        for cell, wide in zip(cells, fitted.widths, strict=False)
    )
    return {"kind": row.kind, "cells": cells, "is_broken": max(letters, default=0) > _BROKEN}
