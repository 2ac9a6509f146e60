"""What an .xls says of its cells beside their values: hidden rows and columns, text that is no
value. Its workbook is a row of records; those that matter are read, a broken one ends it."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from dashboard.importing.model.raw import Cell, Signs
from dashboard.importing.workbook.runs import Kept, Run, kept_of

# Records by their numbers.
BOF, EOF, FONT, XF, SHEET, TEXTS, MORE = 0x809, 0x0A, 0x31, 0xE0, 0x85, 0xFC, 0x3C
ROW, COLUMN, TEXT, MANY = 0x208, 0x7D, 0xFD, 0xBD
VALUES = (0x203, 0x27E, 0x06, 0x204, 0x205)  # numbers, formulas, texts, truths
STRUCK, HIDDEN_ROW, HIDDEN_COLUMN = 0x08, 0x20, 0x01
RAISED = {1: "superscript", 2: "subscript"}
MOST_TEXTS = 1_000_000
NO_FONT = 4  # is left out in counting


@dataclass
class _Book:
    fonts: list[tuple[bool, str | None]] = field(default_factory=list)
    styles: list[int] = field(default_factory=list)  # the font of each
    texts: dict[int, list[Run]] = field(default_factory=dict)  # those that stand in runs
    sheets: list[tuple[str, int]] = field(default_factory=list)  # and where each begins

    def look(self, font: int) -> tuple[bool, str | None]:
        """Whether struck through, how raised."""
        place = font - (font > NO_FONT)
        return self.fonts[place] if place < len(self.fonts) else (False, None)

    def is_struck(self, style: int) -> bool:
        """Whether the cells of a style are struck through."""
        return style < len(self.styles) and self.look(self.styles[style])[0]


def signs(workbook: bytes) -> dict[str, Signs]:
    """Sheet name -> its signs; none of a workbook that is broken."""
    book = _Book()
    try:
        _globals(book, workbook)
        return {name: _sheet(book, workbook, at) for name, at in book.sheets}
    except (struct.error, IndexError, ValueError):
        return {}


def _records(workbook: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from a place to the end of what begins there."""
    while at + 4 <= len(workbook):
        record, length = struct.unpack_from("<HH", workbook, at)
        yield record, workbook[at + 4 : at + 4 + length]
        at += 4 + length
        if record == EOF:
            return


def _globals(book: _Book, workbook: bytes) -> None:
    texts: list[bytes] = []
    last = 0
    for record, data in _records(workbook, 0):
        if record == FONT:
            options, _, _, shift = struct.unpack_from("<HHHH", data, 2)
            book.fonts.append((bool(options & STRUCK), RAISED.get(shift)))
        elif record == XF:
            book.styles.append(struct.unpack_from("<H", data)[0])
        elif record == SHEET:
            book.sheets.append((_name(data[6:]), struct.unpack_from("<I", data)[0]))
        elif record == TEXTS or (record == MORE and last == TEXTS):
            texts.append(data)
        last = TEXTS if record == MORE and last == TEXTS else record
    if texts and any(struck or raised for struck, raised in book.fonts):
        book.texts = dict(_Texts(texts).in_runs(book))


def _name(data: bytes) -> str:
    length, wide = data[0], data[1] & 1
    return data[2 : 2 + (2 * length if wide else length)].decode(
        "utf-16-le" if wide else "latin-1", "replace"
    )


class _Texts:
    """The shared texts: in pieces, at whose begin the letters of a text may change their size."""

    def __init__(self, pieces: list[bytes]):
        self.pieces = pieces
        self.piece = 0
        self.at = 8
        self.count = min(struct.unpack_from("<I", pieces[0], 4)[0], MOST_TEXTS)

    def in_runs(self, book: _Book) -> Iterator[tuple[int, list[Run]]]:
        """The number of each text that stands in runs, and these."""
        for number in range(self.count):
            length, options = struct.unpack("<HB", self._take(3))
            runs = struct.unpack("<H", self._take(2))[0] if options & 8 else 0
            extra = struct.unpack("<I", self._take(4))[0] if options & 4 else 0
            text = self._letters(length, bool(options & 1))
            places = [struct.unpack("<HH", self._take(4)) for _ in range(runs)]
            self._take(extra)
            if places:
                yield number, list(_cut(text, places, book))

    def _take(self, size: int) -> bytes:
        found = b""
        while len(found) < size:
            if self.at >= len(self.pieces[self.piece]):
                self.piece, self.at = self.piece + 1, 0
            more = self.pieces[self.piece][self.at : self.at + size - len(found)]
            self.at += len(more)
            found += more
        return found

    def _letters(self, length: int, wide: bool) -> str:
        found = ""
        while len(found) < length:
            if self.at >= len(self.pieces[self.piece]):
                self.piece, self.at = self.piece + 1, 1
                wide = bool(self.pieces[self.piece][0] & 1)
            size = 2 if wide else 1
            left = (len(self.pieces[self.piece]) - self.at) // size
            raw = self._take(size * min(left, length - len(found)))
            found += "".join(
                map(chr, struct.unpack(f"<{len(raw) // size}{'H' if wide else 'B'}", raw))
            )
        return found


def _cut(text: str, places: list[tuple[int, int]], book: _Book) -> Iterator[Run]:
    """The runs of a text; what stands before the first is as its cell is."""
    ends = [at for at, _ in places[1:]] + [len(text)]
    yield Run(text[: places[0][0]], None, None)
    for (at, font), end in zip(places, ends, strict=True):
        yield Run(text[at:end], *book.look(font))


def _sheet(book: _Book, workbook: bytes, at: int) -> Signs:
    rows: list[int] = []
    columns: list[int] = []
    kept: dict[Cell, Kept] = {}
    depth = 0
    for record, data in _records(workbook, at):
        depth += record == BOF
        if depth > 1:  # a chart within the sheet
            depth -= record == EOF
        elif record == ROW and data[12] & HIDDEN_ROW:
            rows.append(struct.unpack_from("<H", data)[0])
        elif record == COLUMN and data[8] & HIDDEN_COLUMN:
            first, last = struct.unpack_from("<HH", data)
            columns += range(first, last + 1)
        else:
            kept |= _cells(book, record, data)
    return Signs(
        hidden_rows=tuple(rows),
        hidden_columns=tuple(columns),
        kept={cell: found.value for cell, found in kept.items()},
        struck={c: found.struck for c, found in kept.items() if found.struck or not found.value},
        mended={c: "letters_footnote" for c, found in kept.items() if found.marked},
    )


def _cells(book: _Book, record: int, data: bytes) -> dict[Cell, Kept]:
    """What a record says of the cells that are no value as a whole."""
    if record == MANY:
        row, first = struct.unpack_from("<HH", data)
        styles = [struct.unpack_from("<H", data, at)[0] for at in range(4, len(data) - 2, 6)]
        struck = [n for n, style in enumerate(styles) if book.is_struck(style)]
        return {(row, first + n): Kept(None, "", False) for n in struck}
    if record != TEXT and record not in VALUES:
        return {}
    row, column, style = struct.unpack_from("<HHH", data)
    runs = book.texts.get(struct.unpack_from("<I", data, 6)[0], []) if record == TEXT else []
    kept = kept_of(runs, book.is_struck(style))
    return {(row, column): kept} if kept else {}
