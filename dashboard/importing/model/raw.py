"""A file's cells as it holds them, before anything is understood of them."""

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Codes = array[int]
else:  # the wire asks for types at run time, when an array has no [int] before Python 3.12
    Codes = array

Cell = tuple[int, int]  # row and column, from 0
Lettered = tuple[str, int, str]  # what is shown of a number: letters before, digits, letters behind
Merges = tuple[tuple[Cell, Cell], ...]  # of each its first and its last cell


@dataclass(frozen=True)
class Signs:
    """What a sheet says of its cells beside their values, as far as its file tells.

    Rows and columns are counted from 0. encoding: the one before Unicode in which the
    texts were typed (TCVN3, VNI), or "". divisors: cells whose number format writes per cents ->
    what to divide their number by to have a share. lettered: those whose format shows letters
    beside a number (P001 of 1). capitals: cells in a font whose small
    letters look like capitals. unvalued: formulas without a value. errors: cell -> "#REF!".
    kept: cells some of whose text is no value -> what of it is one, or None; done once the
    cells are read. struck: cell -> its text that is struck through and not read.
    unseen: cells in white on white, or in a format that shows nothing. months: dates shown
    without their day. mended: cell -> the
    finding that says how its text was made out (letters_twins), or that it was not
    (letters_lost); of each finding the first few cells.
    """

    encoding: str = ""
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    divisors: dict[Cell, int] = field(default_factory=dict)
    lettered: dict[Cell, Lettered] = field(default_factory=dict)
    capitals: frozenset[Cell] = frozenset()
    unvalued: tuple[Cell, ...] = ()
    errors: dict[Cell, str] = field(default_factory=dict)
    kept: dict[Cell, str | None] = field(default_factory=dict)
    struck: dict[Cell, str] = field(default_factory=dict)
    unseen: tuple[Cell, ...] = ()
    months: frozenset[Cell] = frozenset()
    mended: dict[Cell, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CodedColumn:
    """A column of a large table. values: the few in it; codes: the place there of each row's."""

    values: list[object]
    codes: Codes


@dataclass(frozen=True)
class RawSheet:
    """Cells as the file holds them (None, str, float, int, bool, date, datetime), from A1.

    tall: merged cells of several rows; only the first of such cells holds the value.
    is_part: cells of other tables are left out. coded: the columns as the file has them, none
    where the rows were not read from one.
    """

    name: str
    rows: list[list[object]]
    hidden: bool = False
    tall: Merges = ()
    signs: Signs = Signs()
    is_part: bool = False
    coded: tuple[CodedColumn, ...] = ()


@dataclass(frozen=True)
class RawBook:
    """A file's sheets in their order. sha256 is of the file's bytes."""

    file: str
    sha256: str
    sheets: list[RawSheet]
