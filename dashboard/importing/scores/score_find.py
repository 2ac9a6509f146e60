"""Finds a table of component scores in a sheet: its headings, its score and key columns.

Units may stand in rows or in columns, components likewise, years in a column or along the
headings; a heading may take one to three rows, in one language or two.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.importing.kinds import SCORES
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.sheet import text
from dashboard.importing.scores.score_grid import Grid, field_of, is_digit, is_number
from dashboard.importing.scores.score_keys import Key
from dashboard.importing.scores.score_table import ScoreTable, title_key

Rank = tuple[bool, int, int, int, int]  # of a table among others: the greatest is taken


def find_scores(sheet: RawSheet) -> ScoreTable | None:
    """The table of scores with the most numbers where scores should be; None where none is.
    Whether they are PAPI's is for score_proof to say."""
    finder = _Finder(Grid(sheet))
    found = [(rank, table) for band in finder.grid.bands() for rank, table in finder.table(*band)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


@dataclass(frozen=True)
class _Finder:
    """Looks below each possible heading."""

    grid: Grid

    def table(self, first: int, last: int) -> Iterator[tuple[Rank, ScoreTable]]:
        """The table below these heading rows with its rank among others, if there is one."""
        sides = {c: self._side(c, first, last) for c in range(len(self.grid.rows[last]))}
        provinces = tuple(c for c, side in sides.items() if side == "province")
        components = tuple(c for c, side in sides.items() if side == "component")
        years = next((c for c, side in sides.items() if side == "year"), None)
        headings = {
            column: key
            for column, side in sides.items()
            if not side
            and (key := self.grid.heading(first, last, column)).says
            and not (key.is_other or key.is_summary)
        }
        places, unit_word = (None, False)
        if not provinces and not any(key.province for key in headings.values()):
            headings = {c: key for c, key in headings.items() if not is_digit(key)}
            places, unit_word = self._places(first, last, headings, components)
        if not headings or _says_twice(headings, provinces, components):
            return
        labels = self._labels(first, last)
        columns = _named_columns(headings, provinces, components, years)
        table = ScoreTable(
            SCORES, self.grid.sheet, first, last, columns, labels,
            headings=headings, provinces=provinces, components=components, years=years,
            places=places, unit_word=unit_word,
        )  # fmt: skip
        hits = self._hits(table)
        if hits and self._makes_sense(table):
            said = sum(
                self.grid.keys[row][c].says for row in range(first, last + 1) for c in headings
            )
            yield (table.is_sure, hits, said, first - last, -first), table

    def _side(self, column: int, first: int, last: int) -> str | None:
        """province, component or year for a column of keys, by what stands in it."""
        count = self.grid.below[last + 1][column]
        if not count.cells:
            return None
        fields = self._fields(0, last, column)
        if count.years >= 0.8 * count.cells:
            return "year"
        if count.components >= 0.5 * count.cells and "component" in fields:
            return "component"
        if count.codes >= 0.8 * count.cells and not self.grid.heading(first, last, column).says:
            return "component"
        if 2 * count.words <= count.cells:
            return None
        if count.provinces >= max(1, 0.5 * count.words) and "commune" not in fields:
            return "province"
        return "component" if count.named >= max(1, 0.1 * count.words) else None

    def _fields(self, first: int, last: int, column: int) -> set[str]:
        """The fields of key columns that the words of these rows name."""
        cells = (self.grid.rows[row][column] for row in range(first, last + 1))
        named = (field_of(text(cell)) for cell in cells if isinstance(cell, str))
        return {name for name in named if name}

    def _places(
        self, first: int, last: int, headings: dict[int, Key], components: tuple[int, ...]
    ) -> tuple[int | None, bool]:
        """The column of names in a table without provinces: headed so, else the first of words."""
        words = []
        for column in range(len(self.grid.rows[last])):
            if column in headings or column in components:
                continue
            fields = self._fields(first, last, column)
            if fields & {"province", "commune"}:
                return column, "commune" in fields
            body = (row[column] for row in self.grid.rows[last + 1 :])
            if any(isinstance(value, str) for value in body):
                words.append(column)
        return (words[0], False) if words and not components else (None, False)

    def _labels(self, first: int, last: int) -> dict[int, str]:
        labels: dict[int, str] = {}
        for row in range(first, last + 1):
            labels |= {c: text(v) for c, v in enumerate(self.grid.rows[row]) if v is not None}
        return labels

    def _hits(self, table: ScoreTable) -> int:
        """Numbers where scores should stand; none when most of what stands there is none."""
        keyed = (*table.provinces, *table.components)
        numbers = filled = 0
        for row, keys in zip(
            self.grid.rows[table.last + 1 :], self.grid.keys[table.last + 1 :], strict=True
        ):
            named = any(keys[c].province or keys[c].component for c in keyed)
            if named or (table.places is not None and row[table.places] is not None):
                values = [row[c] for c in table.headings if row[c] is not None]
                filled += len(values)
                numbers += sum(map(is_number, values))
        return numbers if 2 * numbers >= filled else 0

    def _makes_sense(self, table: ScoreTable) -> bool:
        """Whether it is a table of scores: provinces and components, one of them perhaps in the
        title, else two components at least."""
        if table.is_sure:
            return True
        if table.provinces or any(key.province for key in table.headings.values()):
            said = title_key(self.grid.sheet, table.first)
            return _is_clear(said)
        if self._repeats(table) or self._asks(table):
            return False
        below = (keys[c] for keys in self.grid.keys[table.last + 1 :] for c in table.components)
        for side in (table.headings.values(), below):
            codes = (key.component.code for key in side if key.component and _is_clear(key))
            if len(set(codes)) >= 2:
                return True
        return False

    def _repeats(self, table: ScoreTable) -> bool:
        """Whether rows name the same component again and again, in the same year: a table of
        questions does, with their component beside each."""
        seen: list[tuple[str, object]] = []
        for row, keys in zip(
            self.grid.rows[table.last + 1 :], self.grid.keys[table.last + 1 :], strict=True
        ):
            year = row[table.years] if table.years is not None else None
            named = (keys[c].component for c in table.components)
            seen += {(one.code, year) for one in named if one}
        return 2 * len(set(seen)) <= len(seen) and len(seen) > 1

    def _asks(self, table: ScoreTable) -> bool:
        """Whether rows are questions: they say so, or bear whole numbers of a scale alone, with
        no year or component above."""
        below = self.grid.rows[table.last + 1 :]
        asked = sum(any(isinstance(v, str) and v.endswith("?") for v in row) for row in below)
        if asked > 1:
            return True
        keys = table.headings.values()
        values = [row[c] for row in below for c in table.headings if is_number(row[c])]
        is_whole = all(float(str(value).replace(",", ".")).is_integer() for value in values)
        return is_whole and not any(key.year or key.component for key in keys)


def _is_clear(key: Key) -> bool:
    return key.component is not None and not is_digit(key)


def _says_twice(
    headings: dict[int, Key], provinces: tuple[int, ...], components: tuple[int, ...]
) -> bool:
    """Whether rows and columns both say the province, or both a part of the index."""
    parts = (key.component and key.component.depth for key in headings.values())
    return bool(
        (provinces and any(key.province for key in headings.values()))
        or (components and any(parts))
    )


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
