"""What stands in the columns of a sheet below a row: looked at once, whatever it is asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dashboard.importing.model.raw import RawSheet
from dashboard.importing.recognition.contents import LOOKED_AT, Profile, profile

_FARTHEST = 400  # rows: a column that is blank for so long is taken for empty


@dataclass(frozen=True)
class ColumnProfiles:
    """The profiles of a sheet's columns. Rows and columns are counted from 0. names: those
    that the store knows."""

    sheet: RawSheet
    names: Mapping[str, str] = field(default_factory=dict)
    _found: dict[tuple[int, int], Profile] = field(default_factory=dict)

    def below(self, row: int, columns: Iterable[int]) -> dict[int, Profile]:
        """column -> what stands in it below a row."""
        return {column: self._below(row, column) for column in columns}

    def _below(self, row: int, column: int) -> Profile:
        if (row, column) not in self._found:
            body = self.sheet.rows[row + 1 : row + 1 + _FARTHEST]
            values = [r[column] for r in body if r[column] is not None][:LOOKED_AT]
            self._found[row, column] = profile(
                values, self._writes_percents(column, row), self.names
            )
        return self._found[row, column]

    def _writes_percents(self, column: int, row: int) -> bool:
        cells = self.sheet.signs.divisors
        return bool(cells) and any((r, column) in cells for r in range(row + 1, row + LOOKED_AT))
