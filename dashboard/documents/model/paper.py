"""What a document says, once for all forms: slides, report, web page, workbook.

papers/ makes it of what was asked; the writers beside this room know no query and round nothing:
they set what stands here. A Part is a slide, and a section of a report, and a web slide.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from dashboard.documents.model.cleaning import Clean
from dashboard.documents.model.figures import Figure
from dashboard.documents.model.numbered import Number, Said

Cell = str | Number | Said
Align = Literal["left", "right", "center"]
# What a row of a table is: one of its rows, a heading over those that follow, their sum.
RowKind = Literal["row", "section", "total"]


@dataclass(frozen=True)
class Head(Clean):
    """A column: its heading, how its cells stand, its share of the table's width."""

    text: str
    align: Align = "left"
    width: float = 1.0


@dataclass(frozen=True)
class Row(Clean):
    """Cells, one a column; of a section the first alone, over the whole width."""

    cells: tuple[Cell, ...]
    kind: RowKind = "row"


@dataclass(frozen=True)
class Table(Clean):
    """A table; more: what is said below it of rows that are left out ("" where none is)."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    more: str = ""


@dataclass(frozen=True)
class Part(Clean):
    """One thing to say: its finding, what is measured, sentences, a figure and/or a table.

    name: what it is known by ("components"); note: how to read it, method, n; source: which
    data; notes: what a speaker has at hand (method, interval, n, queries), a line each: of slides.
    """

    name: str
    title: Said
    measure: str = ""
    say: tuple[Said, ...] = ()
    figure: Figure | None = None
    table: Table | None = None
    note: Said = Said("")
    source: str = ""
    notes: tuple[Said, ...] = ()


def numbered(parts: tuple[Part, ...]) -> Iterator[tuple[str, Part]]:
    """The parts below one heading with their numbers ("1. "): a list of one is no list."""
    for place, part in enumerate(parts, 1):
        yield f"{place}. " if len(parts) > 1 else "", part


@dataclass(frozen=True)
class Section(Clean):
    """A numbered heading of a report with its sentences and parts."""

    heading: str
    say: tuple[Said, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Annex(Clean):
    """A part behind the signature, on pages counted for themselves, across where it is wide."""

    title: str
    part: Part
    is_wide: bool = True

    @property
    def content(self) -> Part:
        """The part as it stands below the annex's title: what that says is not said again."""
        is_said = self.part.title.text.casefold() == self.title.casefold()
        return replace(self.part, title=Said("")) if is_said else self.part


@dataclass(frozen=True)
class Stamp(Clean):
    """What a document is of, on each page: line as it is printed ("Xã Đức Hợp · ... · Mã số liệu
    ab12-cd34 · dữ liệu mô phỏng"). made: UTC, of the frozen state, so that the same state
    gives the same bytes."""

    line: str
    unit: str
    period: str
    as_of: date
    made: datetime
    version: str
    code: str
    is_simulated: bool
    numbers: tuple[Number, ...] = ()  # those in the line


@dataclass(frozen=True)
class Office(Clean):
    """The letterhead and signature of an official document (Decree 30/2020/NĐ-CP).

    above: the body above, "" where none; symbol: "BC-UBND"; day: of signing, None leaves blanks;
    signs: (power, post), e.g. ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"); no name is printed.
    """

    above: str
    name: str
    place: str
    symbol: str
    day: date | None
    signs: tuple[tuple[str, str], ...]
    recipients: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()


Kind = Literal["slides", "report", "minutes", "brief", "bulletin", "reminders", "workbook"]


@dataclass(frozen=True)
class Letter(Clean):
    """One person's page of a paper of letters (reminders): to whom, and its parts."""

    to: str
    parts: tuple[Part, ...]
    say: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Paper(Clean):
    """A whole document. heading: the kind in capitals ("BÁO CÁO"); title: its subject.

    slides, brief, bulletin and workbook have parts; report and minutes sections and an office;
    reminders letters. opening: lines before the first section (bases of a report, time and place
    of a meeting), closing: after the last. plain: the text of a QR code, "" where there is none.
    """

    kind: Kind
    language: str
    heading: str
    title: Said
    stamp: Stamp
    parts: tuple[Part, ...] = ()
    sections: tuple[Section, ...] = ()
    letters: tuple[Letter, ...] = ()
    office: Office | None = None
    opening: tuple[Said, ...] = ()
    closing: tuple[Said, ...] = ()
    annexes: tuple[Annex, ...] = ()
    plain: str = ""

    @property
    def every_part(self) -> tuple[Part, ...]:
        """All parts in the order in which they stand."""
        return (
            *self.parts,
            *(part for section in self.sections for part in section.parts),
            *(part for letter in self.letters for part in letter.parts),
            *(annex.part for annex in self.annexes),
        )
