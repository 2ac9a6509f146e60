"""Finds a table of component scores in a sheet: its headings, its score and key columns.

Units may stand in rows or in columns, components likewise, years in a column or along the
headings; a heading may take one to three rows, in one language or two.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from dashboard.importing.columns import ranked
from dashboard.importing.component_names import component_within
from dashboard.importing.locate import LAST_HEADING_ROW, Table
from dashboard.importing.model import RawSheet
from dashboard.importing.score_keys import NOTHING, Key, joined, key_of
from dashboard.importing.sheet import is_blank, text
from dashboard.importing.title import title_lines

LOOKED_AT = 150  # rows by which the table is told
WIDEST = 500  # columns: 63 provinces in a few blocks, with room
HIGHEST = 3  # rows of a heading
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


@dataclass(frozen=True)
class ScoreTable(Table):
    """A table of scores. headings: score column -> what its heading says; the keys of a row
    stand in the columns of provinces and components and in the column of years.

    unit_word: the units' column is headed by a word for communes or villages.
    """

    headings: dict[int, Key] = field(default_factory=dict)
    provinces: tuple[int, ...] = ()
    components: tuple[int, ...] = ()
    years: int | None = None
    places: int | None = None  # the column of names where none is a province
    unit_word: bool = False

    @property
    def is_sure(self) -> bool:
        """Provinces and components both stand along its sides: no other table has that."""
        sides = self.headings.values()
        has_province = self.provinces or any(key.province for key in sides)
        return bool(has_province and (self.components or any(key.component for key in sides)))


def title_key(sheet: RawSheet, heading: int) -> Key:
    """The province and component that the rows above the heading, or the sheet's name, say."""
    lines = [*title_lines(sheet, heading), sheet.name]
    said = joined(key_of(line) for line in lines)
    within = next((named for line in lines if (named := component_within(line))), None)
    return Key(said.province, said.component or within)


def find_scores(sheet: RawSheet) -> ScoreTable | None:
    """The table of scores with the most numbers where scores should be; None where none is."""
    grid = _Grid(sheet)
    found = [(rank, table) for band in grid.bands() for rank, table in grid.table(*band)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


class _Count(NamedTuple):
    """How many cells of a column hold what; words are cells that are no numbers."""

    cells: int = 0
    words: int = 0
    provinces: int = 0  # among the words
    named: int = 0  # components among the words
    codes: int = 0  # texts such as "1.1"
    components: int = 0
    years: int = 0

    def with_cell(self, value: object, key: Key) -> "_Count":
        is_word = not _is_number(value)
        has_component = key.component is not None
        return _Count(
            self.cells + 1,
            self.words + is_word,
            self.provinces + (is_word and key.province is not None),
            self.named + (is_word and has_component),
            self.codes + (isinstance(value, str) and not is_word and has_component),
            self.components + has_component,
            self.years + (key.year is not None and not (has_component or key.province)),
        )


@dataclass
class _Grid:
    """The first rows of a sheet with what each cell says."""

    sheet: RawSheet

    @cached_property
    def top(self) -> int:
        """The first row that holds something."""
        rows = enumerate(self.sheet.rows)
        return next((index for index, row in rows if not is_blank(row)), 0)

    @cached_property
    def rows(self) -> list[list[object]]:
        return [row[:WIDEST] for row in self.sheet.rows[: self.top + LOOKED_AT]]

    @cached_property
    def keys(self) -> list[list[Key]]:
        known: dict[tuple[type, object], Key] = {}

        def key(value: object) -> Key:
            mark = (type(value), value)
            if mark not in known:
                known[mark] = key_of(value)
            return known[mark]

        return [[NOTHING if v is None else key(v) for v in row] for row in self.rows]

    def bands(self) -> Iterator[tuple[int, int]]:
        """First and last row of each possible heading."""
        for first in range(self.top, min(self.top + LAST_HEADING_ROW, len(self.rows))):
            for last in range(first, min(first + HIGHEST, len(self.rows))):
                if not self._is_heading(last):
                    break
                if any(key.says for key in self.keys[last] + self.keys[first]):
                    yield first, last

    def _is_heading(self, row: int) -> bool:
        """Headings say more than they count."""
        cells = [
            (v, k) for v, k in zip(self.rows[row], self.keys[row], strict=True) if v is not None
        ]
        codes = [value for value, key in cells if _is_number(value) and key.component]
        if not cells or (codes and not _are_headings(codes, cells)):
            return False
        said = sum(key.says or key.is_other or key.is_summary for _, key in cells)
        numbers = sum(_is_number(value) and not key.says for value, key in cells)
        return numbers == 0 or numbers < said

    def heading(self, first: int, last: int, column: int) -> Key:
        """What the heading rows say of a column: its own cells, then the groups above it."""
        own, groups = [], []
        for row in range(first, last + 1):
            is_own = self.rows[row][column] is not None and not self._is_group(row, last, column)
            (own if is_own else groups).append(self._spanning(row, column))
        said = joined(own)
        if own and (said.says or said.is_other or said.is_summary):
            return said.under(joined(groups))
        return NOTHING

    def _is_group(self, row: int, last: int, column: int) -> bool:
        """Whether the cell spans columns to its right, whose own headings stand below."""
        right = column + 1
        return (
            row < last
            and right < len(self.rows[row])
            and self.rows[row][right] is None
            and self.rows[last][right] is not None
            and self.rows[last][column] is not None
        )

    def _spanning(self, row: int, column: int) -> Key:
        while column >= 0 and self.rows[row][column] is None:
            column -= 1
        return self.keys[row][column] if column >= 0 else NOTHING

    def table(self, first: int, last: int) -> Iterator[tuple[tuple, ScoreTable]]:
        """The table below these heading rows with its rank among others, if there is one."""
        sides = {c: self._side(c, first, last) for c in range(len(self.rows[last]))}
        provinces = tuple(c for c, side in sides.items() if side == "province")
        components = tuple(c for c, side in sides.items() if side == "component")
        years = next((c for c, side in sides.items() if side == "year"), None)
        headings = {
            column: key
            for column, side in sides.items()
            if not side
            and (key := self.heading(first, last, column)).says
            and not (key.is_other or key.is_summary)
        }
        places, unit_word = (None, False)
        if not provinces and not any(key.province for key in headings.values()):
            headings = {c: key for c, key in headings.items() if not _is_digit(key)}
            places, unit_word = self._places(first, last, headings, components)
        if not headings or _says_twice(headings, provinces, components):
            return
        labels = self._labels(first, last)
        columns = _named_columns(headings, provinces, components, years)
        table = ScoreTable(
            "scores", self.sheet, first, last, columns, labels,
            headings=headings, provinces=provinces, components=components, years=years,
            places=places, unit_word=unit_word,
        )  # fmt: skip
        hits = self._hits(table)
        if hits and self._makes_sense(table):
            said = sum(self.keys[row][c].says for row in range(first, last + 1) for c in headings)
            yield (table.is_sure, hits, said, first - last, -first), table

    @cached_property
    def _below(self) -> list[list[_Count]]:
        """row -> column -> what stands in the column from that row down."""
        counts = [[_Count()] * len(self.rows[0])] if self.rows else []
        for values, keys in zip(reversed(self.rows), reversed(self.keys), strict=True):
            counts.append(
                [
                    count if value is None else count.with_cell(value, key)
                    for count, value, key in zip(counts[-1], values, keys, strict=True)
                ]
            )
        return counts[::-1]

    def _side(self, column: int, first: int, last: int) -> str | None:
        """province, component or year for a column of keys, by what stands in it."""
        count = self._below[last + 1][column]
        if not count.cells:
            return None
        fields = self._fields(0, last, column)
        if count.years >= 0.8 * count.cells:
            return "year"
        if count.components >= 0.5 * count.cells and "component" in fields:
            return "component"
        if count.codes >= 0.8 * count.cells and not self.heading(first, last, column).says:
            return "component"
        if 2 * count.words <= count.cells:
            return None
        if count.provinces >= max(1, 0.5 * count.words) and "commune" not in fields:
            return "province"
        return "component" if count.named >= max(1, 0.1 * count.words) else None

    def _fields(self, first: int, last: int, column: int) -> set[str]:
        """The fields of key columns that the words of these rows name."""
        cells = (self.rows[row][column] for row in range(first, last + 1))
        named = (_field(text(cell)) for cell in cells if isinstance(cell, str))
        return {name for name in named if name}

    def _places(
        self, first: int, last: int, headings: dict[int, Key], components: tuple[int, ...]
    ) -> tuple[int | None, bool]:
        """The column of names in a table without provinces: headed so, else the first of words."""
        words = []
        for column in range(len(self.rows[last])):
            if column in headings or column in components:
                continue
            fields = self._fields(first, last, column)
            if fields & {"province", "commune"}:
                return column, "commune" in fields
            body = (row[column] for row in self.rows[last + 1 :])
            if any(isinstance(value, str) for value in body):
                words.append(column)
        return (words[0], False) if words and not components else (None, False)

    def _labels(self, first: int, last: int) -> dict[int, str]:
        labels: dict[int, str] = {}
        for row in range(first, last + 1):
            labels |= {c: text(v) for c, v in enumerate(self.rows[row]) if v is not None}
        return labels

    def _hits(self, table: ScoreTable) -> int:
        """Numbers where scores should stand; none when most of what stands there is none."""
        keyed = (*table.provinces, *table.components)
        numbers = filled = 0
        for row, keys in zip(self.rows[table.last + 1 :], self.keys[table.last + 1 :], strict=True):
            named = any(keys[c].province or keys[c].component for c in keyed)
            if named or (table.places is not None and row[table.places] is not None):
                values = [row[c] for c in table.headings if row[c] is not None]
                filled += len(values)
                numbers += sum(map(_is_number, values))
        return numbers if 2 * numbers >= filled else 0

    def _makes_sense(self, table: ScoreTable) -> bool:
        """Whether it is a table of scores: provinces and components, one of them perhaps in the
        title, else two components at least."""
        if table.is_sure:
            return True
        if table.provinces or any(key.province for key in table.headings.values()):
            said = title_key(self.sheet, table.first)
            return _is_clear(said)
        below = (keys[c] for keys in self.keys[table.last + 1 :] for c in table.components)
        for side in (table.headings.values(), below):
            if len({key.component.code for key in side if _is_clear(key)}) >= 2:
                return True
        return False


def _is_clear(key: Key) -> bool:
    return key.component is not None and not _is_digit(key)


def _says_twice(
    headings: dict[int, Key], provinces: tuple[int, ...], components: tuple[int, ...]
) -> bool:
    """Whether rows and columns both say the province, or both a part of the index."""
    parts = (key.component and key.component.depth for key in headings.values())
    return bool(
        (provinces and any(key.province for key in headings.values()))
        or (components and any(parts))
    )


def _are_headings(codes: list[object], cells: list[tuple[object, Key]]) -> bool:
    """Whether numbers that look like codes are such: without a province and not beside a label;
    1 to 8, of which answers are full, each once and beside few words that are no headings."""
    first_value, first = cells[0]
    digits = [code for code in map(text, codes) if len(code) == 1]
    if any(key.province for _, key in cells) or len(set(digits)) < len(digits):
        return False
    is_label = isinstance(first_value, str) and not all(isinstance(code, str) for code in codes)
    if first.year or (first.says and is_label):
        return False
    words = [(v, k) for v, k in cells if isinstance(v, str) and not _is_number(v)]
    known = sum(bool(k.says or k.is_other or k.is_summary or _field(v)) for v, k in words)
    return not digits or 2 * (len(words) - known) <= len(digits)


def _field(label: str) -> str | None:
    """The field of a key column that a heading names exactly."""
    found = ranked("scores", label)
    return next((name for name, (is_exact, _) in found.items() if is_exact), None)


def _is_digit(key: Key) -> bool:
    return key.component is not None and key.component.by == "digit"


def _is_number(value: object) -> bool:
    """A number, or a text that is one."""
    if isinstance(value, str):
        return bool(_NUMBER.fullmatch(value.strip()))
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _named_columns(
    headings: dict[int, Key],
    provinces: tuple[int, ...],
    components: tuple[int, ...],
    years: int | None,
) -> dict[str, int]:
    """field -> column, for the store's memory of where each value stood."""
    columns: dict[str, int] = {}
    named = [("province", c) for c in provinces] + [("component", c) for c in components]
    named += [("year", years)] if years is not None else []
    for column, key in headings.items():
        said = (key.component and key.component.code, key.province, key.year and str(key.year))
        named.append((" ".join(part for part in said if part) or "score", column))
    for name, column in named:
        columns.setdefault(name, column)
    return columns
