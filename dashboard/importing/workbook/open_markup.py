"""What an .ods says of its cells beside their values: hidden rows and columns, text that is no
value. As for .xlsx there is no parser: tags are found one after the other."""

import html
import re
from dataclasses import dataclass, field

from dashboard.importing.model.raw import Cell, Signs
from dashboard.importing.workbook.runs import Kept, Run, kept_of
from dashboard.importing.workbook.xml_tags import tags, value

WIDEST, HIGHEST = 16_384, 10_000  # cells that say the same: what is blank is repeated to the end

_PIECE = re.compile(r"<[^<>]*>|[^<>]+")
_NAME = re.compile(r"</?([\w:-]+)")
_LOOKS = re.compile(r"line-through-(?:style|type)=\"(?!none)|text-position=\"|visibility=\"")
_STYLE = re.compile(r"<style:style\b[^<>]*>")
_SHIFT = re.compile(r"(super|sub|-?\d+%)")


@dataclass(frozen=True)
class _Look:
    struck: bool | None = None
    raised: str | None = None


@dataclass
class _Sheet:
    """A sheet as far as it is read; row and column are those of the next cell."""

    looks: dict[str, _Look]
    row: int = 0
    column: int = 0
    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    kept: dict[Cell, Kept] = field(default_factory=dict)
    cell: str = ""  # the tag of the open cell
    runs: list[Run] = field(default_factory=list)
    spans: list[_Look] = field(default_factory=list)
    told: bool = True  # False within a comment
    row_height: int = 0  # rows that the open one stands for


def signs(xml: str) -> dict[str, Signs]:
    """Sheet name -> its signs."""
    if not _LOOKS.search(xml):
        return {}
    looks = _looks(xml)
    found: dict[str, Signs] = {}
    for part in re.split(r"(?=<table:table[ >])", xml)[1:]:
        sheet = _Sheet(looks)
        for piece in _PIECE.findall(part):
            _take(sheet, piece)
        found[value(part[: part.find(">") + 1], "table:name")] = _told(sheet)
    return found


def _told(sheet: _Sheet) -> Signs:
    kept = sheet.kept
    return Signs(
        hidden_rows=tuple(sheet.rows),
        hidden_columns=tuple(sheet.columns),
        kept={cell: found.value for cell, found in kept.items()},
        struck={c: found.struck for c, found in kept.items() if found.struck or not found.value},
        mended={c: "letters_footnote" for c, found in kept.items() if found.marked},
    )


def _looks(xml: str) -> dict[str, _Look]:
    """The looks of text by the names of their styles."""
    found: dict[str, _Look] = {}
    for match in _STYLE.finditer(xml):
        end = xml.find("</style:style>", match.end())
        for tag in tags(xml[match.end() : end], "style:text-properties"):
            found[value(match[0], "style:name")] = _Look(_is_struck(tag), _shift(tag))
    return found


def _is_struck(tag: str) -> bool | None:
    said = [value(tag, f"style:text-line-through-{name}") for name in ("style", "type")]
    said = [word for word in said if word]
    return "none" not in said if said else None


def _shift(tag: str) -> str | None:
    match = _SHIFT.match(value(tag, "style:text-position"))
    if not match or match[1] == "0%":
        return None
    return "subscript" if match[1].startswith(("sub", "-")) else "superscript"


def _take(sheet: _Sheet, piece: str) -> None:
    """One tag or text further."""
    match = _NAME.match(piece)
    if not match:
        if sheet.cell and sheet.told:
            look = sheet.spans[-1] if sheet.spans else _Look()
            sheet.runs.append(Run(html.unescape(piece), look.struck, look.raised))
        return
    name, ends, empty = match[1], piece.startswith("</"), piece.endswith("/>")
    if name == "office:annotation":
        sheet.told = ends or empty
    elif name == "text:span" and not empty:
        _span(sheet, piece, ends)
    elif name == "text:s":
        sheet.runs.append(Run(" ", None, None))
    elif name in ("text:p", "text:line-break") and sheet.told and sheet.runs and not ends:
        sheet.runs.append(Run("\n", None, None))
    elif name in ("table:table-cell", "table:covered-table-cell"):
        _cell(sheet, piece, ends, empty)
    elif name == "table:table-row":
        _row(sheet, piece, ends, empty)
    elif name == "table:table-column" and not ends:
        _column(sheet, piece)


def _span(sheet: _Sheet, piece: str, ends: bool) -> None:
    if not ends:
        sheet.spans.append(sheet.looks.get(value(piece, "text:style-name"), _Look()))
    elif sheet.spans:
        sheet.spans.pop()


def _cell(sheet: _Sheet, piece: str, ends: bool, empty: bool) -> None:
    if not ends:
        sheet.cell, sheet.runs, sheet.spans = piece, [], []
    if not (ends or empty):
        return
    times = _times(sheet.cell, "columns", WIDEST)
    style = sheet.looks.get(value(sheet.cell, "table:style-name"), _Look())
    runs = [run for run in sheet.runs if run.text]
    if runs and (kept := kept_of(runs, bool(style.struck))):
        sheet.kept |= {(sheet.row, sheet.column + n): kept for n in range(times)}
    sheet.column += times
    sheet.cell = ""


def _row(sheet: _Sheet, piece: str, ends: bool, empty: bool) -> None:
    if ends:
        return
    if sheet.row_height:  # the row before has been read
        sheet.row += sheet.row_height
    sheet.column, sheet.row_height = 0, _times(piece, "rows", HIGHEST)
    if value(piece, "table:visibility") in ("collapse", "filter"):
        sheet.rows += range(sheet.row, sheet.row + sheet.row_height)


def _column(sheet: _Sheet, piece: str) -> None:
    times = _times(piece, "columns", WIDEST)
    if value(piece, "table:visibility") in ("collapse", "filter"):
        sheet.columns += range(sheet.column, sheet.column + times)
    sheet.column += times


def _times(tag: str, of: str, most: int) -> int:
    said = value(tag, f"table:number-{of}-repeated")
    return max(1, min(int(said), most)) if said.isdigit() else 1
