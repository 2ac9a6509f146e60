"""Rows below each other with marks along a scale: a scatter chart, whose y is the row from below.

A bar has no dot and a line chart can't lie on its side; so names, figures and ticks are labels of
points nobody sees.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import ceil, floor

from dashboard import numbers
from dashboard.charts.look import LIGHT
from dashboard.documents import text_widths
from dashboard.documents.office_charts import chart_xml as xml
from dashboard.documents.office_charts.chart_table import ChartTable, Place, Ref
from dashboard.documents.office_charts.chart_xml import Label, Type
from dashboard.words import Words

GAP = 10  # points between plot and labels
MOST_NAME, MOST_SAID = 0.42, 0.36  # of the width
MOST_LABELS = 0.6  # both together, as long as letters can get smaller
SMALLER = 0.8  # of the size, at the least, for that
SMALLEST = 7  # points
CLOSE = 0.55  # of a row: how high its marks are at most
PLAIN = 4  # points of a series whose points all look otherwise: LibreOffice wants a difference
OFF = 0.08  # of a step: how near to the ends of a scale a mark may be
LEADING = 1.3  # lines to letters
_STEPS = (1.0, 2.0, 2.5, 5.0)


@dataclass(frozen=True)
class Sheet:
    """What a chart is made for: letters, words, where its table stands, its room in points."""

    type: Type
    words: Words
    place: Place
    width: float
    height: float

    @property
    def is_serif(self) -> bool:
        """Whether its letters are as wide as Times."""
        return "times" in self.type.font.lower() or "serif" in self.type.font.lower()

    def fitted(self, rows: int, names: Sequence[str], said: Sequence[str]) -> "Sheet":
        """With letters so small that so many rows have room, and a little smaller where names
        and figures would leave too little to the marks."""
        size = min(self.type.size, self.height / (rows + 2) / LEADING)
        made = self._of_size(size)
        while size > self.type.size * SMALLER and made._labels(names, said) > MOST_LABELS:
            size -= 0.5
            made = self._of_size(size)
        return made

    def _of_size(self, size: float) -> "Sheet":
        return replace(self, type=replace(self.type, size=max(SMALLEST, size)))

    def _labels(self, names: Sequence[str], said: Sequence[str]) -> float:
        """The share of the width that labels take; above 1 where they are cut."""
        left, right = self.room_for(names, 1), self.room_for(said, 1)
        is_cut = left > MOST_NAME * self.width or right > MOST_SAID * self.width
        return 1.0 if is_cut else (left + right) / self.width

    def room_for(self, texts: Sequence[str], most: float) -> float:
        """What the widest of texts needs, at most a share of the width; letters may be bold."""
        wide = (text_widths.width(t, self.type.size, True, self.is_serif) for t in texts)
        return min(most * self.width, max(wide, default=0) + GAP + 4)

    def cut(self, text: str, room: float, bold: bool = False) -> str:
        """As much of a text as fits."""
        return text_widths.cut(text, self.type.size, room - GAP, bold, self.is_serif)


def ticks(low: float, high: float, want: int = 4) -> list[float]:
    """Round numbers from below low to above high, about as many steps as wanted; what is drawn
    stays a little off the ends, where labels stand.

    >>> ticks(-0.31, 0.52), ticks(0.0, 0.5)
    ([-0.4, -0.2, 0.0, 0.2, 0.4, 0.6], [-0.1, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
    """
    raw = max(high - low, 1e-6) / want
    power = 10.0 ** int(f"{raw:e}".partition("e")[2])
    step = min((s * power for s in (*_STEPS, 10.0)), key=lambda s: abs(s - raw))
    off = step * OFF
    first, last = floor((low - off) / step), ceil((high + off) / step)
    return [round(place * step, 9) + 0.0 for place in range(first, last + 1)]


def digits(values: Sequence[float]) -> int:
    """Decimals that tell these ticks apart."""
    return max(len(f"{abs(v):.6f}".rstrip("0").partition(".")[2]) for v in values)


def written(value: float, places: int, signed: bool = False) -> str:
    """A tick as figures are written everywhere: "−0,5"."""
    if value == 0:
        return "0"
    return (numbers.difference if signed else numbers.score)(value, places)


@dataclass
class ScatterPlot:
    """Series that gather over a table. names and said: the labels at the left and right."""

    sheet: Sheet
    low: float
    high: float
    rows: int
    top: float
    names: list[Label]
    said: list[Label]
    table: ChartTable = field(init=False)
    unit: float = 0
    series: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.table = ChartTable(self.sheet.place)
        sheet = self.sheet
        self.left = sheet.room_for([label.text for label in self.names], MOST_NAME)
        self.right = sheet.room_for([label.text for label in self.said], MOST_SAID)
        self.bottom = sheet.type.size * 2
        self.places = [float(self.rows - row) for row in range(self.rows)]

    def head(self, key: str) -> str:
        """A heading of the table in the document's language."""
        return self.sheet.words[f"office_chart.{key}"]

    def labels(
        self, key: str, x: Sequence[float], y: Sequence[float], said: Sequence[Label], position: str
    ) -> None:
        """Texts beside points that nobody sees."""
        table = self.table
        at = table.add(f"{self.head(key)} (x)", list(x))
        up = table.add(f"{self.head(key)} (y)", list(y))
        text = table.add(self.head(key), [label.text for label in said])
        type_, ref = self.sheet.type, table.ref(text)
        made, extension = xml.cell_labels(ref, said, position, type_)
        self.add(table.head(text), table.ref(at), table.ref(up), labels=made, extension=extension)

    def add(self, name: Ref, x: Ref, y: Ref, **look: str) -> int:
        """A series more; its number."""
        self.series.append(xml.xy_series(len(self.series), name, x, y, **look))
        return len(self.series) - 1

    def dots(self, column: int, **look: str) -> int:
        """A column's values as points; a row without a value has no place either."""
        table = self.table
        x = table.ref(column)
        seen = [p if v is not None else None for p, v in zip(self.places, x.cells, strict=True)]
        return self.add(table.head(column), x, table.ref(table.add(self.head("row"), seen)), **look)

    def begin(self, marks: Sequence[float], said: Sequence[str]) -> None:
        """Names at the left, figures at the right, ticks below. The longest series comes first:
        LibreOffice loses lines of a series when a later one has more points."""
        sheet, least = self.sheet, self.low
        names = [replace(n, text=sheet.cut(n.text, self.left, n.bold)) for n in self.names]
        right = [replace(s, text=sheet.cut(s.text, self.right, s.bold)) for s in self.said]
        grey = [Label(text, LIGHT.muted) for text in said]
        grey = self._thinned(marks, grey)
        below = [0.5] * len(marks)
        if len(marks) > self.rows:
            self.labels("ticks", marks, below, grey, "b")
        self.labels("names", [least] * self.rows, self.places, names, "l")
        self.labels("said", [self.high] * self.rows, self.places, right, "r")
        if 0 < len(marks) <= self.rows:
            self.labels("ticks", marks, below, grey, "b")

    def _thinned(self, marks: Sequence[float], said: list[Label]) -> list[Label]:
        """Every second tick, or third, is named where all have no room; zero is."""
        if len(marks) < 2:
            return said
        step = marks[1] - marks[0]
        each = self.wide * step / (self.high - self.low)
        size = self.sheet.type.size
        needed = max(text_widths.width(one.text, size, False, self.sheet.is_serif) for one in said)
        every = ceil((needed + size / 2) / each)
        return [
            one if round(mark / step) % every == 0 else replace(one, text="")
            for mark, one in zip(marks, said, strict=True)
        ]

    @property
    def wide(self) -> float:
        """The room of the marks, points."""
        return max(self.sheet.width - self.left - self.right, self.sheet.width * 0.15)

    def mark(self, size: float) -> float:
        """The size of a mark, smaller where rows lie close; never that of a plain series."""
        row = (self.sheet.height - self.top - self.bottom) / self.rows
        return max(PLAIN + 1, min(size, row * CLOSE))

    def upright(self, key: str, at: float, colour: str, said: str = "") -> None:
        """A line from top to bottom, its name on top."""
        table = self.table
        x = table.add(f"{self.head(key)} (x)", [at, at])
        y = table.add(f"{self.head(key)} (y)", [0.5, self.rows + 0.5])
        text = table.add(self.head(key), ["", said])
        labels = ("", "")
        if said:
            both = [Label("", colour), Label(said, colour)]
            labels = xml.cell_labels(table.ref(text), both, "t", self.sheet.type)
        drawn = xml.line(colour, 1.25)
        self.add(
            table.head(text), table.ref(x), table.ref(y),
            drawn=drawn, labels=labels[0], extension=labels[1],
        )  # fmt: skip

    def plot(self, grid: str = "") -> str:
        """The plot area: series, two hidden axes, where it stands."""
        sheet = self.sheet
        wide = self.wide
        tall = sheet.height - self.top - self.bottom
        where = xml.area(
            self.left / sheet.width, self.top / sheet.height, wide / sheet.width,
            tall / sheet.height, "inner",
        )  # fmt: skip
        return (
            f'<c:plotArea>{where}<c:scatterChart><c:scatterStyle val="lineMarker"/>'
            f'<c:varyColors val="0"/>{"".join(self.series)}<c:axId val="1001"/>'
            '<c:axId val="1002"/></c:scatterChart>'
            + xml.value_axis(1001, 1002, self.low, self.high, side="b", unit=self.unit, grid=grid)
            + xml.value_axis(1002, 1001, 0.5, self.rows + 0.5, side="l")
            + "</c:plotArea>"
        )
