"""The first rows of a sheet with what each cell says of scores, and the headings they may hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dashboard.importing.kinds import SCORES
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.sheet import LAST_HEADING_ROW, is_blank, text
from dashboard.importing.recognition.synonyms import ranked
from dashboard.importing.scores.score_keys import NOTHING, Key, joined, key_of

LOOKED_AT = 150  # rows by which the table is told
WIDEST = 500  # columns: 63 provinces in a few blocks, with room
HIGHEST = 3  # rows of a heading
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


class Count(NamedTuple):
    """How many cells of a column hold what; words are cells that are no numbers."""

    cells: int = 0
    words: int = 0
    provinces: int = 0  # among the words
    named: int = 0  # components among the words
    codes: int = 0  # texts such as "1.1"
    components: int = 0
    years: int = 0

    def with_cell(self, value: object, key: Key) -> "Count":
        is_word = not is_number(value)
        has_component = key.component is not None
        return Count(
            self.cells + 1,
            self.words + is_word,
            self.provinces + (is_word and key.province is not None),
            self.named + (is_word and has_component),
            self.codes + (isinstance(value, str) and not is_word and has_component),
            self.components + has_component,
            self.years + (key.year is not None and not (has_component or key.province)),
        )


@dataclass
class Grid:
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
        codes = [value for value, key in cells if is_number(value) and key.component]
        if not cells or (codes and not _are_headings(codes, cells)):
            return False
        said = sum(key.says or key.is_other or key.is_summary for _, key in cells)
        numbers = sum(is_number(value) and not key.says for value, key in cells)
        return numbers == 0 or numbers < said

    def heading(self, first: int, last: int, column: int) -> Key:
        """What the heading rows say of a column: its own cells, then the groups above it."""
        own: list[Key] = []
        groups: list[Key] = []
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

    @cached_property
    def below(self) -> list[list[Count]]:
        """row -> column -> what stands in the column from that row down."""
        counts = [[Count()] * len(self.rows[0])] if self.rows else []
        for values, keys in zip(reversed(self.rows), reversed(self.keys), strict=True):
            counts.append(
                [
                    count if value is None else count.with_cell(value, key)
                    for count, value, key in zip(counts[-1], values, keys, strict=True)
                ]
            )
        return counts[::-1]


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
    words = [(v, k) for v, k in cells if isinstance(v, str) and not is_number(v)]
    known = sum(bool(k.says or k.is_other or k.is_summary or field_of(v)) for v, k in words)
    return not digits or 2 * (len(words) - known) <= len(digits)


def field_of(label: str) -> str | None:
    """The field of a key column that a heading names exactly."""
    found = ranked(SCORES.name, label)
    return next((name for name, (is_exact, _) in found.items() if is_exact), None)


def is_digit(key: Key) -> bool:
    """Whether it says a bare 1 to 8, which may be anything."""
    return key.component is not None and key.component.by == "digit"


def is_number(value: object) -> bool:
    """A number, or a text that is one."""
    if isinstance(value, str):
        return bool(_NUMBER.fullmatch(value.strip()))
    return isinstance(value, (int, float)) and not isinstance(value, bool)
