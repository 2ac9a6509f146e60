"""Whose document it is: the office, with the body above it at the day of the document."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from dashboard.documents.model.paper import Office
from dashboard.papers.state import State
from dashboard.place_kinds import place_name
from dashboard.readings.listed import UnitRow
from dashboard.rows import rows_of

MOST_STEPS = 5  # from a unit to what came after it


class _Named(NamedTuple):
    """A unit's name apart: "xã", "Đức Hợp"; a name without a known kind is the rest alone."""

    kind: str
    rest: str

    def __str__(self) -> str:
        return f"{self.kind} {self.rest}".strip()


def apart(name: str) -> _Named:
    """A unit's name as it stands within a sentence.

    >>> str(apart("Huyện Kim Động")), apart("Xã Đức Hợp").rest
    ('huyện Kim Động', 'Đức Hợp')
    """
    kind = place_name(name, "unit").kind
    rest = name[len(kind) :].strip()
    return _Named(kind, rest) if name.lower().startswith(f"{kind} ") else _Named("", name)


def committee(state: State, name: str) -> str:
    """ "Ủy ban nhân dân xã Đức Hợp"."""
    return state.words.say("papers.office.committee", unit=apart(name))


def above(state: State) -> str:
    """The name of the unit above at the date of the document, "" of a province: a unit that had
    ended by then is followed to its successor, where that is known, else to what lay above it."""
    known = {row.unit_id: row for row in rows_of(state.ask.units(), UnitRow)}
    by_name = {row.unit: row for row in known.values()}
    parent = state.unit.parent
    row = known.get(str(state.unit.parent_id))
    for _ in range(MOST_STEPS):
        if row is None or not _has_ended(row, state.about.as_of):
            break
        parent = row.successor if isinstance(row.successor, str) else row.parent
        row = by_name.get(str(parent))
    if row is not None:
        return row.name
    return parent if isinstance(parent, str) else ""


def _has_ended(row: UnitRow, day: date) -> bool:
    return bool(pd.notna(row.valid_to)) and pd.Timestamp(row.valid_to).date() < day


def office(
    state: State,
    symbol: str,
    signs: tuple[tuple[str, str], ...] | None = None,
    recipients: tuple[str, ...] = (),
    is_upward: bool = False,
) -> Office:
    """The letterhead. symbol: "BC"; is_upward: addressed to the body above."""
    words = state.words
    superior = above(state)
    body = committee(state, superior) if superior else ""
    return Office(
        body.upper(),
        committee(state, state.unit.name).upper(),
        apart(state.unit.name).rest,
        f"{symbol}-UBND",
        None,
        signs or ((words["papers.office.on_behalf"], words["papers.office.chair"]),),
        (*recipients, words["papers.office.filed"]),
        (body,) if is_upward and body else (),
    )


def by_order(state: State) -> tuple[tuple[str, str], ...]:
    """Who signs for the chairperson what the office sends within."""
    words = state.words
    key = "clerk" if state.is_commune else "head"
    return ((words["papers.office.by_order"], words[f"papers.office.{key}"]),)
