"""A table of a file, with what the rest of the file tells of it."""

from dataclasses import dataclass

from dashboard.importing.kinds import UNKNOWN, Kind
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.table.locate import Table
from dashboard.importing.wording.title import Facts


@dataclass(frozen=True)
class Part:
    """A sheet, or the part of one that holds one table; table is None where it holds none.

    is_private: it names respondents. is_left_out: a person said so. waits_for: the sheet that is
    to be understood before this one can be. is_unproven: it lies as scores of provinces do, and
    nothing says that they are PAPI's.
    """

    sheet: RawSheet
    table: Table | None = None
    facts: Facts = Facts()
    is_private: bool = False
    is_left_out: bool = False
    waits_for: str = ""
    is_unproven: bool = False

    @property
    def kind(self) -> Kind:
        """The kind of its table."""
        return self.table.kind if self.table else UNKNOWN
