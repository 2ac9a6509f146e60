"""What an .xlsx says of its cells beside their values: number formats, hidden rows and columns,
formulas without a value, errors, text that is no value.

Found by patterns in the XML as it lies in the file: no parser, so nothing is ever expanded,
and every pattern stops at the next angle bracket. What is not found is not said; the values
themselves come from elsewhere.
"""

import html
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dashboard.importing.model.raw import Signs
from dashboard.importing.model.sheet import column
from dashboard.importing.workbook import old_markup, open_markup, runs
from dashboard.importing.workbook.cell_styles import Styles
from dashboard.importing.workbook.container import BROKEN_ZIP, OLE
from dashboard.importing.workbook.ole import Compound
from dashboard.importing.workbook.runs import Run
from dashboard.importing.workbook.xml_tags import tags, value

LARGEST = 32 * 2**20  # bytes of a sheet's XML that are searched; of a larger one its columns only
LARGEST_TEXTS = 128 * 2**20
PIECE = 2**23
HEAD = 2**16  # the columns stand before the first row
LAST_COLUMN = 16_384

_ROOT = re.compile(r"<(\w+):(?:worksheet|workbook|styleSheet|Relationships|sst)\b")
_ROW_END = b"</row>"
_FORMULA = r"(?:<f\b[^<>]*/>|<f\b[^<>]*>[^<>]*</f>)"
_UNVALUED = re.compile(
    rf"(<c\b(?![^<>]*\st=.str)[^<>]*>){_FORMULA}"
    r"(?:<v\s*/>|<v></v>)?</c>"
)
_ERROR = re.compile(rf"(<c\b(?=[^<>]*\st=\"e\")[^<>]*>){_FORMULA}?<v>([^<>]*)</")
_NO_SIZE = re.compile(r"0(?:\.\d*)?")  # points, or widths of a digit
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")

Place = tuple[int, int]  # row and column of a cell, from 0


def signs(workbook: Path) -> dict[str, Signs]:
    """Sheet name -> its signs; empty for files other than .xlsx, .xlsm, .ods and .xls, and for
    broken ones: whether a file can be read is for the parser of its values to say."""
    with workbook.open("rb") as stream:
        if stream.read(len(OLE)) == OLE:
            content = OLE + stream.read()
            return old_markup.signs(Compound(content).read("Workbook", "Book"))
    try:
        with zipfile.ZipFile(workbook) as archive:
            return _of_book(archive)
    except BROKEN_ZIP:
        return {}


def _of_book(archive: zipfile.ZipFile) -> dict[str, Signs]:
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names:
        is_small = "content.xml" in names and archive.getinfo("content.xml").file_size < LARGEST
        return open_markup.signs(_text(archive, "content.xml")) if is_small else {}
    styles = Styles(_text(archive, "xl/styles.xml") if "xl/styles.xml" in names else "")
    texts = _texts(archive, styles) if "xl/sharedStrings.xml" in names else {}
    return {
        name: _with_runs(archive, path, _of_sheet(archive, path, styles), texts, styles)
        for name, path in paths(archive).items()
    }


def _texts(archive: zipfile.ZipFile, styles: Styles) -> dict[str, list[Run]]:
    """The shared texts that stand in runs, where some of them are struck through or raised."""
    xml = _text(archive, "xl/sharedStrings.xml", LARGEST_TEXTS)
    return runs.shared(xml) if styles.struck or runs.has_looks(xml) else {}


def _with_runs(
    archive: zipfile.ZipFile, path: str, told: Signs, texts: dict[str, list[Run]], styles: Styles
) -> Signs:
    """The signs with what is no value of the cells' texts. However large the sheet is: what
    is struck through must not be read. Texts within cells are met in the small ones."""
    is_large = archive.getinfo(path).file_size > LARGEST
    if is_large and not texts and not styles.struck:
        return told
    kept: dict[Place, str | None] = {}
    struck: dict[Place, str] = {}
    mended: dict[Place, str] = {}
    for xml in _pieces(archive, path):
        if not texts and not styles.struck and not runs.has_looks(xml):
            continue
        for place, found in runs.cells(xml, texts, styles.struck):
            kept[place] = found.value
            struck.pop(place, None)
            if found.struck or found.value is None:
                struck[place] = found.struck
            if found.marked:
                mended[place] = "letters_footnote"
    return replace(told, kept=kept, struck=struck, mended=mended)


def _pieces(archive: zipfile.ZipFile, path: str) -> Iterator[str]:
    """The XML of a sheet in pieces of whole rows."""
    rest = b""
    with archive.open(path) as stream:
        while more := stream.read(PIECE):
            whole, end, rest = (rest + more).rpartition(_ROW_END)
            yield _bare(whole + end)
    yield _bare(rest)


def _text(archive: zipfile.ZipFile, path: str, largest: int = LARGEST) -> str:
    with archive.open(path) as stream:
        return _bare(stream.read(largest))


def _bare(content: bytes) -> str:
    """An XML without the prefix of its names: some programs write <x:row> for <row>."""
    xml = content.decode("utf-8", "replace")
    root = _ROOT.search(xml, 0, HEAD)
    return re.sub(rf"(</?){root[1]}:", r"\1", xml) if root else xml


def paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name -> the place of its XML in the archive of an .xlsx."""
    names, relations = set(archive.namelist()), "xl/_rels/workbook.xml.rels"
    if not names.issuperset((relations, "xl/workbook.xml")):
        return {}
    targets = {
        value(tag, "Id"): posixpath.normpath(posixpath.join("/xl", value(tag, "Target")))[1:]
        for tag in tags(_text(archive, relations), "Relationship")
    }
    sheets = tags(_text(archive, "xl/workbook.xml"), "sheet")
    found = {value(tag, "name"): targets.get(value(tag, r"\w+:id"), "") for tag in sheets}
    return {name: path for name, path in found.items() if path in names}


def _of_sheet(archive: zipfile.ZipFile, path: str, styles: Styles) -> Signs:
    if archive.getinfo(path).file_size > LARGEST:
        return Signs(hidden_columns=_hidden_columns(_text(archive, path, HEAD)))
    xml = _text(archive, path)
    told = _styled(xml, styles) if styles else Signs()
    return replace(
        told,
        hidden_rows=_hidden_rows(xml),
        hidden_columns=_hidden_columns(xml),
        unvalued=tuple(_places(match[1] for match in _found(_UNVALUED, "<f", xml))),
        errors={
            place: html.unescape(match[2])
            for match in _found(_ERROR, 't="e"', xml)
            for place in _places([match[1]])
        },
    )


def _styled(xml: str, styles: Styles) -> Signs:
    """The cells whose style matters, only those."""
    pattern = rf"<c\b(?=[^<>]*\ss=[\"'](?:{'|'.join(styles.wanted)})[\"'])[^<>]*>"
    cells = [
        (place, value(tag, "s")) for tag in re.findall(pattern, xml) for place in _places([tag])
    ]
    return Signs(
        divisors={c: styles.divisors[style] for c, style in cells if style in styles.divisors},
        lettered={c: styles.lettered[style] for c, style in cells if style in styles.lettered},
        capitals=frozenset(c for c, style in cells if style in styles.capitals),
        unseen=tuple(sorted(c for c, style in cells if style in styles.unseen)),
        months=frozenset(c for c, style in cells if style in styles.months),
    )


def _hidden_rows(xml: str) -> tuple[int, ...]:
    if "hidden=" not in xml and ' ht="0' not in xml:
        return ()
    numbers = (value(tag, "r") for tag in tags(xml, "row") if _is_hidden(tag))
    return tuple(int(number) - 1 for number in numbers if number.isdigit())


def _hidden_columns(xml: str) -> tuple[int, ...]:
    found: list[int] = []
    for tag in tags(xml, "col"):
        first, last = value(tag, "min"), value(tag, "max")
        if _is_hidden(tag) and first.isdigit() and last.isdigit():
            found += range(int(first) - 1, min(int(last), LAST_COLUMN))
    return tuple(found)


def _is_hidden(tag: str) -> bool:
    """Whether a row or column is hidden, or as good as: of no height or width."""
    size = value(tag, "ht") or value(tag, "width")
    return value(tag, "hidden") in ("1", "true") or _NO_SIZE.fullmatch(size) is not None


def _found(pattern: re.Pattern[str], needed: str, xml: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern; none is looked for where what all hold is not there."""
    return pattern.finditer(xml) if needed in xml else iter(())


def _places(tags: Iterable[str]) -> Iterator[Place]:
    """Row and column, from 0, of each cell's tag."""
    for tag in tags:
        if match := _PLACE.fullmatch(value(tag, "r")):
            yield int(match[2]) - 1, column(match[1])
