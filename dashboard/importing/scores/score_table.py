"""A table of component scores as found, whichever way it lies."""

from dataclasses import dataclass, field

from dashboard.importing.model.raw import RawSheet
from dashboard.importing.scores.score_keys import Key, joined, key_of
from dashboard.importing.table.locate import Table
from dashboard.importing.wording.component_names import component_within
from dashboard.importing.wording.title import title_lines


@dataclass(frozen=True)
class ScoreTable(Table):
    """A table of scores. headings: score column -> what its heading says; the keys of a row
    stand in the columns of provinces and components and in the column of years.

    unit_word: the units' column is headed by a word for communes or villages. by_codes: nothing
    but codes says that it is PAPI's. is_said: a person said what it is.
    """

    headings: dict[int, Key] = field(default_factory=dict)
    provinces: tuple[int, ...] = ()
    components: tuple[int, ...] = ()
    years: int | None = None
    places: int | None = None  # the column of names where none is a province
    unit_word: bool = False
    by_codes: bool = False
    is_said: bool = False

    @property
    def is_sure(self) -> bool:
        """Provinces and components both stand along its sides, or a person said so."""
        sides = self.headings.values()
        has_province = self.provinces or any(key.province for key in sides)
        has_component = self.components or any(key.component for key in sides)
        return self.is_said or bool(has_province and has_component)


def title_key(sheet: RawSheet, heading: int) -> Key:
    """The province and component that the rows above the heading, or the sheet's name, say."""
    lines = [*title_lines(sheet, heading), sheet.name]
    said = joined(key_of(line) for line in lines)
    within = next((named for line in lines if (named := component_within(line))), None)
    return Key(said.province, said.component or within)
