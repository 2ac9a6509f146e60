"""Workbooks drawn, read by the program in this very process, judged; the table of verdicts."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from dashboard.importing.model.reading import Known, Options
from dashboard.importing.storing.prepare import known
from dashboard.importing.understand import understand_here
from dashboard.importing.workbook.container import Limits
from dashboard.store.store import Store
from tests.corpus.book import drawn
from tests.corpus.judge import READ, VERDICTS, Verdict, judge


@cache
def known_at_first() -> Known:
    """What the program knows before any file: the reference data."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        store.prepare()
        with store.read() as cursor:
            return known(cursor)


def verdicts(seeds: Iterable[int], folder: Path) -> list[Verdict]:
    """The workbook of each seed, drawn, read and judged."""
    found = []
    for seed in seeds:
        book = drawn(seed, folder)
        reading = understand_here(book.path, known_at_first(), Options(), book.path.name, Limits())
        found += judge(f"seed {seed}", book.truths, reading)
    return found


def of_sheets(found: Sequence[Verdict]) -> list[Verdict]:
    return [v for v in found if v.field == "(sheet)"]


def of_columns(found: Sequence[Verdict]) -> list[Verdict]:
    return [v for v in found if v.field != "(sheet)"]


def share_read(found: Sequence[Verdict]) -> float:
    """The share that was read as meant."""
    return sum(v.verdict in READ for v in found) / len(found)


def table(found: Sequence[Verdict]) -> str:
    """A line for each field of each kind, then the sums."""
    head = f"{'kind':<12}{'field':<34}" + "".join(f"{v:>8}" for v in VERDICTS) + f"{'read':>8}"
    keys = sorted({(v.kind, v.field) for v in found})
    lines = [head]
    for kind, field in keys:
        lines.append(_line(kind, field, [v for v in found if (v.kind, v.field) == (kind, field)]))
    lines.append("")
    for kind in sorted({v.kind for v in found}):
        mine = [v for v in of_columns(found) if v.kind == kind]
        lines += [_line(kind, "all columns", mine)] if mine else []
    lines.append(_line("all", "sheets", of_sheets(found)))
    lines.append(_line("all", "columns", of_columns(found)))
    unclear = [v for v in of_columns(found) if not v.clear]
    lines += [_line("all", "columns clear by contents only", unclear)] if unclear else []
    return "\n".join(lines)


def _line(kind: str, field: str, mine: Sequence[Verdict]) -> str:
    count = Counter(v.verdict for v in mine)
    numbers = "".join(f"{count[v] or '.':>8}" for v in VERDICTS)
    return f"{kind:<12}{field:<34}{numbers}{share_read(mine):>8.1%}"


def listed(found: Sequence[Verdict], *which: str) -> list[str]:
    """A line for each verdict of these: where, what its heading says, what became of it."""
    return [
        f"{v.verdict:<7} {v.place} {v.kind}.{v.field} «{v.heading}» {v.why}"
        for v in found
        if v.verdict in which
    ]


def by_wording(found: Sequence[Verdict]) -> list[str]:
    """The wordings whose columns were not read in sheets that were: how often, what became of it.

    Most often first: which words the program does not know yet.
    """
    sheets = {v.place for v in of_sheets(found) if v.verdict in READ}
    mine = [v for v in of_columns(found) if v.place in sheets and v.heading and v.clear]
    missed = Counter((v.kind, v.field, v.heading) for v in mine if v.verdict not in READ)
    every = Counter((v.kind, v.field, v.heading) for v in mine)
    return [
        f"{count:>4} of {every[key]:<4} {key[0]}.{key[1]} «{key[2]}»"
        for key, count in missed.most_common()
    ]
