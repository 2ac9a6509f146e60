"""What came out of a case, held against what must: right, asked about, or wrong in silence."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl.utils import column_index_from_string, get_column_letter

from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Options
from dashboard.store import sql
from dashboard.store.store import Store
from tests.importing.cases.unseen.books import UNIT, Book

RIGHT, ASKED, NEEDLESS = "right", "asked", "asked, though surely meant"
FALSE_ALARM, SAID, SILENT = "false alarm", "wrong, but said", "wrong in silence"
# What is said of ordinary tasks too excuses nothing that went wrong elsewhere in the file.
OF_OTHER_THINGS = ("task_without_component", "done_without_date")
_CELLS = re.compile(r"\b([A-Z]{1,2})(\d+)\b(?:\s*(?::|-|–|đến|to)\s*([A-Z]{1,2})(\d+)\b)?")


class Want(NamedTuple):
    """What may come out: one of the values; may_ask: or none, with a warning on the cell;
    must_say: the values only with a finding; quiet: no warning, for nothing is amiss; if_told:
    values that may come out with a warning only."""

    values: tuple[object, ...] = ()
    may_ask: bool = False
    must_say: bool = False
    quiet: bool = False
    if_told: tuple[object, ...] = ()


ASK = Want(may_ask=True)


def sure(*values: object) -> Want:
    """Surely meant."""
    return Want(values)


def quiet(*values: object) -> Want:
    """Ordinary: surely meant, and no warning."""
    return Want(values, quiet=True)


def either(*values: object) -> Want:
    """A sensible person could read it, or ask."""
    return Want(values, may_ask=True)


def said(*values: object) -> Want:
    """Read, and told that it was; or asked about."""
    return Want(values, may_ask=True, must_say=True)


class Point(NamedTuple):
    """One thing to look at: what came out, the cells on which a finding would bear on it (none:
    any finding of the files), what must come out."""

    what: str
    cells: tuple[str, ...]
    get: Callable[["Seen"], object]
    want: Want


@dataclass(frozen=True)
class Case:
    """A kind's number in the list of troubles, the clothes it wears here, its files in the order
    in which they are imported, what must come out."""

    kind: str
    clothes: str
    books: tuple[Book, ...]
    points: tuple[Point, ...]

    @property
    def name(self) -> str:
        return f"{self.kind} {self.clothes}"


class Verdict(NamedTuple):
    """What became of a point: verdict, does it pass, in a line."""

    verdict: str
    passes: bool
    line: str


class Seen:
    """A store after a case's files, and what was found in these."""

    def __init__(self, store: Store, receipts: list[dict[str, Any]]):
        self._store = store
        self.receipts = receipts
        self.findings = [
            {"sheet": sheet.get("sheet", ""), **one}
            for file in receipts
            for sheet in [file, *file["sheets"]]
            for one in sheet["findings"]
        ]

    def ask(self, query: str, **given: object) -> list[dict[str, Any]]:
        """A query's rows."""
        with self._store.read() as cursor:
            result = sql.run(cursor, query, **given)
            names = [column[0] for column in result.description]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def select(self, statement: str) -> list[tuple[Any, ...]]:
        """Rows of the tables, for what no query tells."""
        with self._store.read() as cursor:
            return cursor.execute(statement).fetchall()

    def tasks(self, unit: str = UNIT, year: int = 2023, **more: object) -> list[dict[str, Any]]:
        """The tasks at the end of their year."""
        return self.ask("tasks", unit=unit, year=year, as_of=date(year, 10, 25), **more)

    def bears_on(self, cells: tuple[str, ...], lost: bool, severities: tuple[str, ...]) -> bool:
        """Is there a finding on one of the cells? Of what is lost, one on its sheet will do."""
        of = [one for one in self.findings if one["severity"] in severities]
        if not cells:
            return any(one["code"] not in OF_OTHER_THINGS for one in of)
        sheets = {cell.partition("!")[0] for cell in cells}
        for one in of:
            on_sheet = one["sheet"] in sheets or not one["sheet"]
            if on_sheet and lost and not one["cell"] or named(one) & set(cells):
                return True
        return False


def named(finding: dict[str, Any]) -> set[str]:
    """The cells that a finding names, ranges taken apart: in its own field and in its sentence."""
    sentence = finding["message_vi"].partition(": ")[2]
    found = set()
    for text in (finding["cell"] or "", sentence):
        for letter, row, last, end in _CELLS.findall(text):
            letters = range(
                column_index_from_string(letter), column_index_from_string(last or letter) + 1
            )
            for number in range(int(row), int(end or row) + 1):
                found |= {f"{finding['sheet']}!{get_column_letter(x)}{number}" for x in letters}
    return found


def run(case: Case, store: Store, folder: Path) -> list[Verdict]:
    """Import the case's files into a fresh store and look at every point."""
    receipts = []
    for book in case.books:
        options = Options(unit=book.unit)
        receipts.append(import_file(store, book.write(folder), options).as_json())
    seen = Seen(store, receipts)
    return [judge(point, seen) for point in case.points]


def judge(point: Point, seen: Seen) -> Verdict:
    """Hold one point against what came out."""
    value, want = point.get(seen), point.want
    lost = value in (None, {}, ())
    warned = seen.bears_on(point.cells, lost, ("warning", "error"))
    verdict, passes = verdict_of(value, lost, want, warned, lambda: seen.bears_on(
        point.cells, lost, ("info",)
    ))  # fmt: skip
    if verdict == SAID and not point.cells:  # a warning elsewhere is no excuse for a wrong count
        verdict = SILENT
    must = " or ".join([*map(repr, want.values), *(["a finding"] if want.may_ask else [])])
    return Verdict(verdict, passes, f"{verdict}: {point.what} came out {value!r}, must be {must}")


def verdict_of(
    value: object, lost: bool, want: Want, warned: bool, noted: Callable[[], bool]
) -> tuple[str, bool]:
    """(verdict, does it pass) of a value that came out with or without a warning."""
    if any(same(value, one) for one in want.values):
        if want.quiet and warned:
            return FALSE_ALARM, False
        is_told = warned or not want.must_say or noted()
        return (RIGHT, True) if is_told else (SILENT, False)
    if warned and any(same(value, one) for one in want.if_told):
        return ASKED, True
    if lost and warned:
        return (ASKED, True) if want.may_ask else (NEEDLESS, False)
    return (SAID if warned else SILENT), False


def same(value: object, want: object) -> bool:
    """Equal, figures to a ten-thousandth."""
    if isinstance(value, float) and isinstance(want, int | float):
        return abs(value - want) < 1e-4
    return value == want
