"""What may not be shown is taken out here, before any page, chart, table or download sees it.

A status that begins with hidden_ comes from the query; what could be worked out from its
neighbours is hidden here too: a part from its sum and the other parts, a village from the
commune and the other villages (docs/method.md, hidden_complement).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import pandas as pd

# What goes with an estimate or a change: its middle would tell what is hidden.
UNCERTAINTY = (
    *("std_error", "ci_low", "ci_high", "p_value", "p_adjusted", "verdict"),
    *("rank_low", "rank_high"),
)
COMPLEMENT = "hidden_complement"


def stated(status: pd.Series, unknown: str = "missing") -> pd.Series:
    """The statuses, unknown where there is none; a column without any may be one of numbers."""
    return status.astype(object).where(status.notna(), unknown)


def hidden(status: pd.Series) -> pd.Series:
    """Which statuses hide their figure."""
    return stated(status).str.startswith("hidden").astype(bool)


def told(frame: pd.DataFrame, status: str, count: str, group: str = "village") -> pd.DataFrame:
    """The frame with what tells a hidden figure hidden too.

    frame: component, parent, level, the named status and count of respondents, and where there
    are several groups of one breakdown the column that names them.
    """
    frame = frame.reset_index(drop=True)
    cells = _Cells(frame, status, count, group)
    rules = (cells.in_a_grid, cells.alone) if len(set(cells.groups)) > 1 else (cells.parts,)
    while more := {row for rule in rules for row in rule()}:
        for row in more:
            cells.statuses[row] = COMPLEMENT
    return frame.assign(**{status: pd.Series(cells.statuses, frame.index, dtype=object)})


def communes_that_tell(frame: pd.DataFrame) -> set[str]:
    """The ids of communes whose figure would tell a hidden one.

    A unit above stands beside its communes, on the same page or another: of those that are
    counted in it never one alone is hidden, the next smallest is too. The one rule of every list
    of communes. frame: all communes of a year (unit_id, status, respondents, above: the ids of
    the units above).
    """
    rows = frame[frame.status != "missing"].sort_values(["respondents", "unit_id"])
    unseen = own = set(rows.unit_id[hidden(rows.status)])
    below: dict[str, list[str]] = defaultdict(list)
    for unit, above in zip(rows.unit_id, rows.above, strict=True):
        for one in above:
            below[one].append(unit)
    wholes = sorted(below.values(), key=len)  # what is hidden in a part is so in its whole
    while more := next(filter(None, (_next_smallest(units, unseen) for units in wholes)), None):
        unseen = unseen | {*more}
    return unseen - own


def _next_smallest(units: list[str], unseen: set[str]) -> list[str]:
    """Of units, the smallest first, the first that is seen if one alone is not."""
    seen = [unit for unit in units if unit not in unseen]
    return seen[:1] if len(units) - len(seen) == 1 else []


class _Cells:
    """The rows of a frame by number, as lists: pandas would take a hundred times as long."""

    def __init__(self, frame: pd.DataFrame, status: str, count: str, group: str):
        self.statuses: list[str] = stated(frame[status]).tolist()
        self.counts = frame[count].fillna(0).tolist()
        self.groups = frame[group].tolist() if group in frame else [""] * len(frame)
        names = zip(frame.level, frame.component, frame.parent, self.groups, strict=True)
        self.same: dict[tuple[str, str], list[int]] = defaultdict(list)  # of all groups
        self.wholes: dict[str, dict[str, int]] = defaultdict(dict)  # a question is none
        self.below: dict[str, list[int]] = defaultdict(list)
        for row, (level, component, parent, name) in enumerate(names):
            self.same[level, component].append(row)
            self.below[parent].append(row)
            if level != "question":
                self.wholes[component][name] = row
        self.component = frame.component.tolist()

    def is_hidden(self, row: int) -> bool:
        return self.statuses[row].startswith("hidden")

    def is_shown(self, row: int) -> bool:
        return not self.is_hidden(row) and self.statuses[row] != "missing"

    def smallest_shown(self, rows: Iterable[int]) -> list[int]:
        """The row of fewest respondents among those with a figure to show."""
        shown = [row for row in rows if self.is_shown(row)]
        return [min(shown, key=self.counts.__getitem__)] if shown else []

    def alone(self) -> Iterator[int]:
        """Of a component not one group alone."""
        for rows in self.same.values():
            if sum(map(self.is_hidden, rows)) == 1:
                yield from self.smallest_shown(rows)

    def parts(self) -> Iterator[int]:
        """Of a shown sum not one part alone, of a hidden one at least one; a sum of one is its
        part."""
        for component, wholes in self.wholes.items():
            (whole,) = wholes.values()
            parts = self.below.get(component, ())
            seen = sum(map(self.is_hidden, parts))
            if self.is_shown(whole) and seen == 1:
                yield from self.smallest_shown(parts) or [whole]
            if self.is_hidden(whole) and seen == 0:
                yield from self.smallest_shown(parts)

    def in_a_grid(self) -> Iterator[int]:
        """Parts by groups: sums over the parts and over the groups together give a cell away.

        So where one is hidden beside a shown sum, that component's parts are hidden in every
        group; and below a hidden sum everything is.
        """
        for component, wholes in self.wholes.items():
            cells = [
                row for row in self.below.get(component, ()) if self.statuses[row] != "missing"
            ]
            inside = []
            for row in cells:
                whole = wholes.get(self.groups[row])
                if whole is None or self.statuses[whole] == "missing":
                    continue
                if self.is_shown(whole):
                    inside.append(row)
                elif self.is_shown(row):
                    yield row
            if not any(map(self.is_hidden, inside)):
                continue
            yield from filter(self.is_shown, inside)
            sizes = Counter(self.groups[row] for row in inside)
            # Few cells are solved by as many sums: then these are hidden as well.
            columns = len({self.component[row] for row in inside})
            solved = sum(size - 1 for size in sizes.values()) <= columns
            yield from (wholes[name] for name, size in sizes.items() if solved or size == 1)


def hidden_as(
    frame: pd.DataFrame, other: pd.DataFrame, own: str = "status", status: str = "status"
) -> pd.DataFrame:
    """The frame with its status named own hidden wherever the other frame's status is."""
    unseen = other[hidden(other[status])]
    keys = set(zip(unseen.level, unseen.component, strict=True))
    rows = zip(frame.level, frame.component, stated(frame[own]), strict=True)
    statuses = [
        COMPLEMENT if (level, code) in keys and not said.startswith("hidden") else said
        for level, code, said in rows
    ]
    return frame.assign(**{own: statuses})


def wholes(frame: pd.DataFrame) -> pd.DataFrame:
    """The sub-dimensions of hidden questions: component, level, status."""
    questions = frame[(frame.level == "question") & hidden(frame.status)]
    facts = {"component": questions.parent, "level": "sub_dimension", "status": COMPLEMENT}
    return pd.DataFrame(facts)


def blank(frame: pd.DataFrame) -> pd.DataFrame:
    """Without the figures whose status says hidden, and missing where there is none."""
    frame = frame.assign(status=stated(frame.status))
    return _without(frame, hidden(frame.status), "estimate", *UNCERTAINTY)


def blank_change(frame: pd.DataFrame) -> pd.DataFrame:
    """The same of two years: a hidden one takes the change along.

    What can't be compared keeps its two figures and has no difference to read.
    """
    status = {s: stated(frame[s]) for s in ("status", "status_from", "status_to")}
    frame = frame.assign(**status)
    before, after = hidden(frame.status_from), hidden(frame.status_to)
    frame = _without(frame, before, "estimate_from")
    frame = _without(frame, after, "estimate_to")
    frame = _without(frame, before | after, "change", *UNCERTAINTY)
    figures = [name for name in UNCERTAINTY if name != "verdict"]
    unlike = frame.get("verdict", pd.Series(index=frame.index)) == "not_comparable"
    return _without(frame, unlike, "change", *figures)


def _without(frame: pd.DataFrame, unseen: pd.Series, *figures: str) -> pd.DataFrame:
    """The frame with these figures, those of them that it has, blank where unseen."""
    kept = {name: frame[name].where(~unseen) for name in figures if name in frame}
    return frame.assign(**kept)
