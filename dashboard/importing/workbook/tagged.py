"""Tables written in tags, as many offices' programs export them under the ending .xls: HTML,
and the XML of Excel 2003.

One parser reads both, the library's for HTML: it knows no entities but those of letters, opens
nothing that a file names and takes a broken file as it is.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from html.parser import HTMLParser

from dashboard.importing.workbook.delimited import TooManyCells, decoded

WIDEST = 16_384  # columns, as in Excel
HIGHEST = 2**20  # rows
_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_TABLE = re.compile(rf"<table\b|{_SPREADSHEET}".encode(), re.IGNORECASE)
_UNSEEN = {"head", "script", "style", "xml"}
_LINES = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "li", "body", "br"}
_SPACES = re.compile(r"[ \t\r\n]+")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?")
_PERCENT = re.compile(r"percent|%(?=[^\"]*$)", re.IGNORECASE)  # 0% and 0.0%, but not 0"%"

Cell = tuple[int, int]
Attributes = dict[str, str]


@dataclass
class Page:
    """A sheet as it is read: tall are its cells merged over rows, first and last."""

    name: str
    rows: list[list[object]] = field(default_factory=list)
    hidden: bool = False
    tall: list[tuple[Cell, Cell]] = field(default_factory=list)


def is_tagged(content: bytes) -> bool:
    """Whether a text begins with a tag and holds a table."""
    if b"\x00" in content[:4]:  # UTF-16
        content = (decoded(content, whole=False) or "").encode()
    begins = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"
    return begins and _TABLE.search(content) is not None


def pages(text: str, cells: int) -> list[Page]:
    """The sheets of the text; HTML is one. Raises TooManyCells above so many cells."""
    reader = _Workbook(cells) if _SPREADSHEET in text else _Html(cells)
    reader.feed(text)
    reader.close()
    for page in reader.pages:
        last = len(page.rows) - 1
        page.tall = [(top, (min(row, last), column)) for top, (row, column) in page.tall]
    return reader.pages


class _Reader(HTMLParser):
    """Keeps the open row and cell; what the tags mean the kinds say."""

    def __init__(self, cells: int):
        super().__init__(convert_charrefs=True)
        self.pages: list[Page] = []
        self.left = cells
        self.row: list[object] | None = None
        self.column = 0  # of the next cell
        self.said: list[str] | None = None  # the texts of the open cell

    def end_row(self) -> None:
        """The open row is one of the newest page."""
        if self.row is not None:
            self.left -= len(self.row) + 1
            rows = self.pages[-1].rows
            if self.left < 0 or len(rows) >= HIGHEST:
                raise TooManyCells
            rows.append(self.row)
        self.row, self.column = None, 0

    def put(self, value: object) -> None:
        """A value into the next cell of the open row."""
        if self.column >= WIDEST:
            raise TooManyCells
        self.row = [] if self.row is None else self.row
        self.row.extend([None] * (self.column + 1 - len(self.row)))
        self.row[self.column] = value

    def merged(self, down: int) -> None:
        """The next cell reaches so many rows down."""
        row = len(self.pages[-1].rows)
        if down:
            self.pages[-1].tall.append(((row, self.column), (row + down, self.column)))


class _Html(_Reader):
    """All tables one below another, also those within others, and the lines between them."""

    def __init__(self, cells: int):
        super().__init__(cells)
        self.pages = [Page("HTML")]
        self.reach: dict[int, int] = {}  # column -> the last row that a cell above takes
        self.across = 1
        self.unseen = 0
        self.is_line = False  # the open row is of a text outside of tables

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag in ("td", "th"):
            self._begin_cell(_named(attrs))
        elif tag in ("table", "tr"):
            self._end_row()
            self.reach = {} if tag == "table" else self.reach
            self.row = [] if tag == "tr" else None
        elif tag in _LINES:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag in ("table", "tr"):
            self._end_row()
        elif tag in _LINES:
            self._break()

    def handle_data(self, data: str) -> None:
        if self.unseen:
            return
        if self.said is None and data.strip():
            self._end_row()
            self.row, self.said, self.is_line, self.across = [], [], True, 1
        if self.said is not None:
            self.said.append(_SPACES.sub(" ", data))

    def close(self) -> None:
        """The end of the text ends what is still open."""
        super().close()
        self._end_row()

    def _break(self) -> None:
        if self.is_line:
            self._end_row()
        elif self.said is not None:
            self.said.append("\n")

    def _begin_cell(self, attributes: Attributes) -> None:
        if self.is_line:
            self._end_row()
        self._end_cell()
        self.row = [] if self.row is None else self.row
        row = len(self.pages[-1].rows)
        while self.reach.get(self.column, -1) >= row:
            self.column += 1
        self.across = _count(attributes.get("colspan"), 1, WIDEST)
        down = _count(attributes.get("rowspan"), 1, HIGHEST) - 1
        if down:
            self.reach |= {self.column + n: row + down for n in range(self.across)}
        self.merged(down)
        self.said = []

    def _end_cell(self) -> None:
        if self.said is not None:
            self.put("".join(self.said).strip() or None)
            self.column += self.across
        self.said = None

    def _end_row(self) -> None:
        self._end_cell()
        self.end_row()
        self.is_line = False


class _Workbook(_Reader):
    """The XML of Excel 2003. A number shown as a per cent is read as it is shown."""

    def __init__(self, cells: int):
        super().__init__(cells)
        self.percents: set[str] = set()
        self.style = ""
        self.cell: Attributes = {}
        self.kind = ""
        self.in_comment = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag, found = tag.rpartition(":")[2], _named(attrs)
        if tag == "worksheet":
            self.pages.append(Page(found.get("name", "")))
        elif tag == "style":
            self.style = found.get("id", "")
            if found.get("parent") in self.percents:
                self.percents.add(self.style)
        elif tag == "numberformat":
            is_percent = _PERCENT.search(found.get("format", "")) is not None
            (self.percents.add if is_percent else self.percents.discard)(self.style)
        elif tag == "row" and self.pages:
            self._begin_row(found)
        elif tag == "cell" and self.row is not None:
            self.cell = found
            self.column = _count(found.get("index"), self.column + 1, WIDEST + 1) - 1
            self.merged(_count(found.get("mergedown"), 0, HIGHEST))
        elif tag == "data" and self.row is not None and not self.in_comment:
            self.kind, self.said = found.get("type", ""), []
        elif tag == "comment":
            self.in_comment = True
        elif tag == "visible":
            self.said = []

    def handle_endtag(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "row":
            self.end_row()
        elif tag == "cell" and self.row is not None:
            self.column += 1 + _count(self.cell.get("mergeacross"), 0, WIDEST)
        elif tag == "data" and self.said is not None and self.row is not None:
            self.put(self._value("".join(self.said)))
            self.said = None
        elif tag == "comment":
            self.in_comment = False
        elif tag == "visible" and self.pages and self.said is not None:
            self.pages[-1].hidden = "".join(self.said).strip() != "SheetVisible"
            self.said = None

    def handle_data(self, data: str) -> None:
        if self.said is not None and not self.in_comment:
            self.said.append(data)

    def set_cdata_mode(self, elem: str, *, escapable: bool = False) -> None:
        """What <Style> holds are tags here."""

    def unknown_decl(self, data: str) -> None:
        """<![CDATA[ ... ]]>"""
        self.handle_data(data.removeprefix("CDATA["))

    def _begin_row(self, found: Attributes) -> None:
        self.end_row()
        rows = self.pages[-1].rows
        place = _count(found.get("index"), len(rows) + 1, HIGHEST + 1) - 1
        for _ in range(place - len(rows)):
            self.row = []
            self.end_row()
        self.row = []

    def _value(self, said: str) -> object:
        if self.kind == "Boolean":
            return said.strip() == "1"
        if self.kind == "DateTime":
            return _moment(said.strip())
        if self.kind != "Number" or not _NUMBER.fullmatch(said.strip()):
            return said.strip() or None
        number = float(said)
        is_percent = self.cell.get("styleid") in self.percents
        return f"{100 * number:.12g}%" if is_percent else number


def _named(attrs: list[tuple[str, str | None]]) -> Attributes:
    """The attributes without the prefixes of their names."""
    return {name.rpartition(":")[2]: value or "" for name, value in attrs}


def _count(said: str | None, least: int, most: int) -> int:
    """A number of rows or columns; the least where none is said."""
    if not said or not re.fullmatch(r"\d{1,9}", said.strip()):
        return least
    return max(least, min(int(said), most))


def _moment(said: str) -> object:
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return said
    return found if found.year >= 1900 else found.strftime("%H:%M")
