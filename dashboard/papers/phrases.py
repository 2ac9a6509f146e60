"""Figures of frames as printed, each looked up in the frozen state; what is hidden says so.

A row of a frame has the key columns of its query; what may not be shown is blank in it already.
"""

from dataclasses import replace
from typing import Any

from dashboard import numbers
from dashboard.documents.model.numbered import Number, Said, said
from dashboard.documents.model.paper import Part
from dashboard.papers.state import State


def score(state: State, query: str, row: Any, column: str, **asked: object) -> Number | None:
    """A score with two decimals; None of one that is hidden or not there."""
    value = getattr(row, column)
    if not numbers.is_number(value):
        return None
    return state.cite(query, row, column, numbers.score(value), **asked)


def count(state: State, query: str, row: Any, column: str, **asked: object) -> Number:
    """A whole number."""
    text = numbers.count(int(getattr(row, column)))
    return state.cite(query, row, column, text, **asked)


def day(state: State, query: str, row: Any, column: str) -> Number | str:
    """A date in full; a dash where there is none."""
    value = getattr(row, column)
    if not numbers.is_number(value):
        return numbers.NOTHING
    return state.find(query, row, column, numbers.day(value)) or numbers.day(value)


def share(state: State, query: str, row: Any, column: str, part: str, whole: str) -> Said:
    """ "47/56 · 84 %": of few tasks the counts alone (numbers.done_of)."""
    done, every = count(state, query, row, part), count(state, query, row, whole)
    text = numbers.done_of(int(getattr(row, part)), int(getattr(row, whole)))
    if "·" not in text:
        return said("{done}/{every}", done=done, every=every)
    rate = state.cite(query, row, column, text.split("· ")[1])
    return said("{done}/{every} · {rate}", done=done, every=every, rate=rate)


def or_hidden(number: Number | None, *statuses: object, state: State) -> str:
    """The text of a figure; of one that is not shown why."""
    if number is not None:
        return number.text
    is_hidden = any(numbers.is_hidden(status) for status in statuses)
    return state.words["chart.hidden"] if is_hidden else numbers.NOTHING


def listed(names: list[Said], words_more: str = "", between: str = ", ") -> Said:
    """Several names in a sentence, and that there are more."""
    text = between.join("{}" for _ in names).format(*names) + words_more
    return Said(text, tuple(n for name in names for n in name.numbers))


def first_rows(part: Part | None, most: int, more: str) -> Part | None:
    """The first rows of a part's table, and what is said of the others."""
    if part is None or part.table is None or len(part.table.rows) <= most:
        return part
    return replace(part, table=replace(part.table, rows=part.table.rows[:most], more=more))
