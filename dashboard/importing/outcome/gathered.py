"""Findings of one kind gathered into one line with its places, the most serious first."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dashboard.importing.model.finding import SEVERITIES, Finding
from dashboard.importing.outcome.messages import sentence
from dashboard.words import Words

RUNS = 12  # of cells that a line names
VALUES = 4  # different values that a line shows
LONGEST_VALUE = 40
_CELL = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True)
class Gathered:
    """Findings of one kind and severity, in the order of the file."""

    findings: tuple[Finding, ...]

    @property
    def severity(self) -> str:
        return self.findings[0].severity

    @property
    def count(self) -> int:
        return len(self.findings)

    def places(self) -> str:
        """The cells, runs of a column as one; with the sheet where they stand in several."""
        several = len({finding.sheet for finding in self.findings}) > 1
        found = []
        for sheet, findings in groupby(self.findings, key=lambda finding: finding.sheet):
            cells = _runs([finding.cell for finding in findings if finding.cell])
            found.append(": ".join(part for part in (sheet if several else "", cells) if part))
        return "; ".join(part for part in found if part)

    def values(self) -> str:
        """The different values as typed, the first few."""
        values = list(dict.fromkeys(f.value for f in self.findings if f.value))
        shown = "; ".join(map(_shortened, values[:VALUES]))
        return f"{shown}; …" if len(values) > VALUES else shown

    def said(self, words: Words) -> str:
        """The sentence of the first, and of how many places more the same holds."""
        text = sentence(self.findings[0], words)
        return text if self.count == 1 else text + words.say("receipt.more", count=self.count - 1)


def gathered(findings: Iterable[Finding]) -> list[Gathered]:
    """One for each kind: errors before warnings before notes, of these what holds for most
    places first. What columns were read as is of one kind where it is the same field."""
    found: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        kind = (finding.severity, finding.code, finding.holes.get("name", ""))
        found.setdefault(kind, []).append(finding)
    lines = [Gathered(tuple(one)) for one in found.values()]
    return sorted(lines, key=lambda line: (SEVERITIES.index(line.severity), -line.count))


def counted(findings: Iterable[Finding], words: Words) -> str:
    """ "25 lỗi, 2 cảnh báo, 1 ghi chú": how many findings there are of each severity."""
    count = Counter(finding.severity for finding in findings)
    said = (words.say(f"receipt.{name}", count=count[name]) for name in SEVERITIES if count[name])
    return ", ".join(said)


def _shortened(value: str) -> str:
    return value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"


def _runs(cells: list[str]) -> str:
    """ "F12, F14–F20": cells that follow each other down a column as one."""
    runs: list[tuple[str, str]] = []
    for cell in dict.fromkeys(cells):
        if runs and _is_below(runs[-1][1], cell):
            runs[-1] = (runs[-1][0], cell)
        else:
            runs.append((cell, cell))
    named = [first if first == last else f"{first}–{last}" for first, last in runs[:RUNS]]
    return ", ".join(named) + ("…" if len(runs) > RUNS else "")


def _is_below(above: str, cell: str) -> bool:
    upper, lower = _CELL.fullmatch(above), _CELL.fullmatch(cell)
    return bool(upper and lower and upper[1] == lower[1] and int(lower[2]) == int(upper[2]) + 1)
