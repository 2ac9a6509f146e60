"""A table of a file, with what the rest of the file tells of it."""

from dataclasses import dataclass

from dashboard.importing.kinds import UNKNOWN, Kind
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.table.locate import Table
from dashboard.importing.wording.title import Facts


@dataclass(frozen=True)
class Part:
    """A sheet, or the part of one that holds one table; table is None where it holds none.

    is_private: it names respondents. of_survey: its file has a survey, or may have one, so that
    nothing of it is kept or repeated that is not needed. left_out: the layout of one that a
    person said is not to be imported. waits_for: the sheet that is to be understood before this
    one can be.
    is_summary: it sums up answers, and is no table of ours. doubled: folded names of villages
    that several former communes of the file have. is_unproven: it lies as scores of provinces
    do, and nothing says that they are PAPI's.
    """

    sheet: RawSheet
    table: Table | None = None
    facts: Facts = Facts()
    is_private: bool = False
    of_survey: bool = False
    left_out: str = ""
    waits_for: str = ""
    is_summary: bool = False
    doubled: frozenset[str] = frozenset()
    is_unproven: bool = False

    @property
    def kind(self) -> Kind:
        """The kind of its table."""
        return self.table.kind if self.table else UNKNOWN
