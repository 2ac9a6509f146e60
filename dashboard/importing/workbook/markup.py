"""What an .xlsx says of its cells beside their values: number formats, hidden rows and columns,
formulas without a value, errors.

Found by patterns in the XML as it lies in the file: no parser, so nothing is ever expanded,
and every pattern stops at the next angle bracket. What is not found is not said; the values
themselves come from elsewhere.
"""

import html
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from dashboard.importing.model.raw import Signs
from dashboard.importing.model.sheet import column
from dashboard.importing.workbook.container import BROKEN_ZIP

LARGEST = 32 * 2**20  # bytes of a sheet's XML that are searched; of a larger one its columns only
HEAD = 2**16  # the columns stand before the first row
LAST_COLUMN = 16_384
PERCENT_FORMATS = {"9", "10"}  # of those that every workbook has

_ROOT = re.compile(r"<(\w+):(?:worksheet|workbook|styleSheet|Relationships)\b")
_FORMULA = r"(?:<f\b[^<>]*/>|<f\b[^<>]*>[^<>]*</f>)"
_UNVALUED = re.compile(
    rf"(<c\b(?![^<>]*\st=.str)[^<>]*>){_FORMULA}"
    r"(?:<v\s*/>|<v></v>)?</c>"
)
_ERROR = re.compile(rf"(<c\b(?=[^<>]*\st=\"e\")[^<>]*>){_FORMULA}?<v>([^<>]*)</")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_LITERAL_PERCENT = re.compile(r'"[^"]*%[^"]*"|\\%')
_CAPITALS = re.compile(r"\.?vn.*h", re.IGNORECASE)
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")

Place = tuple[int, int]  # row and column of a cell, from 0


def signs(workbook: Path) -> dict[str, Signs]:
    """Sheet name -> its signs; empty for files other than .xlsx and .xlsm, and for broken ones:
    whether a file can be read is for the parser of its values to say."""
    try:
        with zipfile.ZipFile(workbook) as archive:
            return _of_book(archive)
    except BROKEN_ZIP:
        return {}


def _of_book(archive: zipfile.ZipFile) -> dict[str, Signs]:
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names:
        return {}
    styles = _Styles(_text(archive, "xl/styles.xml") if "xl/styles.xml" in names else "")
    paths = _paths(archive, names)
    return {name: _of_sheet(archive, path, styles) for name, path in paths.items()}


def _text(archive: zipfile.ZipFile, path: str, largest: int = LARGEST) -> str:
    with archive.open(path) as stream:
        xml = stream.read(largest).decode("utf-8", "replace")
    root = _ROOT.search(xml, 0, HEAD)  # some programs write <x:row> for <row>
    return re.sub(rf"(</?){root[1]}:", r"\1", xml) if root else xml


def _paths(archive: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    """Sheet name -> the place of its XML in the archive."""
    relations = "xl/_rels/workbook.xml.rels"
    if relations not in names:
        return {}
    targets = {
        _value(tag, "Id"): posixpath.normpath(posixpath.join("/xl", _value(tag, "Target")))[1:]
        for tag in _tags(_text(archive, relations), "Relationship")
    }
    sheets = _tags(_text(archive, "xl/workbook.xml"), "sheet")
    found = {_value(tag, "name"): targets.get(_value(tag, r"\w+:id"), "") for tag in sheets}
    return {name: path for name, path in found.items() if path in names}


class _Styles:
    """What the style numbers of cells mean: what to divide numbers by, capitals of a font."""

    def __init__(self, xml: str):
        codes = {_value(t, "numFmtId"): _value(t, "formatCode") for t in _tags(xml, "numFmt")}
        fonts = _capital_fonts(xml)
        self.divisors: dict[str, int] = {}
        self.capitals: set[str] = set()
        for style, tag in enumerate(_tags(_section(xml, "cellXfs"), "xf")):
            number = _value(tag, "numFmtId")
            divisor = 1 if number in PERCENT_FORMATS else _divisor(codes.get(number, ""))
            if divisor:
                self.divisors[str(style)] = divisor
            font = _value(tag, "fontId")
            if font.isdigit() and int(font) < len(fonts) and fonts[int(font)]:
                self.capitals.add(str(style))

    def __bool__(self) -> bool:
        return bool(self.divisors or self.capitals)


def _capital_fonts(xml: str) -> list[bool]:
    """Of each font, whether its small letters look like capitals: .VnTimeH."""
    found: list[bool] = []
    for tag in _tags(_section(xml, "fonts"), "(?:font|name)"):
        if tag.startswith("<font"):
            found.append(False)
        elif found:
            found[-1] = bool(_CAPITALS.fullmatch(_value(tag, "val")))
    return found


def _divisor(code: str) -> int | None:
    """What to divide a number of this format by to have a share: 80 % is 0.8 in the format "0%",
    but 80 in one that only writes the sign beside it (0"%")."""
    if "%" in _LITERAL.sub("", code):
        return 1
    return 100 if _LITERAL_PERCENT.search(code) else None


def _of_sheet(archive: zipfile.ZipFile, path: str, styles: _Styles) -> Signs:
    if archive.getinfo(path).file_size > LARGEST:
        return Signs(hidden_columns=_hidden_columns(_text(archive, path, HEAD)))
    xml = _text(archive, path)
    divisors, capitals = _styled(xml, styles) if styles else ({}, frozenset())
    return Signs(
        hidden_rows=_hidden_rows(xml),
        hidden_columns=_hidden_columns(xml),
        divisors=divisors,
        capitals=capitals,
        unvalued=tuple(_places(match[1] for match in _found(_UNVALUED, "<f", xml))),
        errors={
            place: html.unescape(match[2])
            for match in _found(_ERROR, 't="e"', xml)
            for place in _places([match[1]])
        },
    )


def _styled(xml: str, styles: _Styles) -> tuple[dict[Place, int], frozenset[Place]]:
    """The cells whose style matters, only those."""
    wanted = "|".join(styles.divisors.keys() | styles.capitals)
    pattern = rf"<c\b(?=[^<>]*\ss=[\"'](?:{wanted})[\"'])[^<>]*>"
    divisors: dict[Place, int] = {}
    capitals: set[Place] = set()
    for tag in re.findall(pattern, xml):
        style = _value(tag, "s")
        for place in _places([tag]):
            if style in styles.divisors:
                divisors[place] = styles.divisors[style]
            if style in styles.capitals:
                capitals.add(place)
    return divisors, frozenset(capitals)


def _hidden_rows(xml: str) -> tuple[int, ...]:
    if "hidden=" not in xml:
        return ()
    numbers = (_value(tag, "r") for tag in _tags(xml, "row") if _is_hidden(tag))
    return tuple(int(number) - 1 for number in numbers if number.isdigit())


def _hidden_columns(xml: str) -> tuple[int, ...]:
    found: list[int] = []
    for tag in _tags(xml, "col"):
        first, last = _value(tag, "min"), _value(tag, "max")
        if _is_hidden(tag) and first.isdigit() and last.isdigit():
            found += range(int(first) - 1, min(int(last), LAST_COLUMN))
    return tuple(found)


def _is_hidden(tag: str) -> bool:
    return _value(tag, "hidden") in ("1", "true")


def _found(pattern: re.Pattern[str], needed: str, xml: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern; none is looked for where what all hold is not there."""
    return pattern.finditer(xml) if needed in xml else iter(())


def _places(tags: Iterable[str]) -> Iterator[Place]:
    """Row and column, from 0, of each cell's tag."""
    for tag in tags:
        if match := _PLACE.fullmatch(_value(tag, "r")):
            yield int(match[2]) - 1, column(match[1])


def _tags(xml: str, name: str) -> Iterator[str]:
    return (match[0] for match in re.finditer(rf"<{name}\b[^<>]*>", xml))


def _value(tag: str, name: str) -> str:
    match = re.search(rf"\s{name}\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')", tag)
    return html.unescape(match[1] or match[2] or "") if match else ""


def _section(xml: str, name: str) -> str:
    start = xml.find(f"<{name}")
    end = xml.find(f"</{name}>", start)
    return xml[start:end] if 0 <= start < end else ""
