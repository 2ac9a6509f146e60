"""The states of a task: their order, which of them are done or open, their words.

task_states in queries/schema/definitions/30_tasks.sql gives each task its state; a test asks
the database for every one of them.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from dashboard.words import Words

if TYPE_CHECKING:
    import pandas as pd  # documents name states without it

State = Literal[
    "done_on_time",
    "done_late",
    "done_undated",
    "overdue",
    "in_progress",
    "not_started",
    "cancelled",
]
DONE: tuple[State, ...] = ("done_on_time", "done_late", "done_undated")
OPEN: tuple[State, ...] = ("overdue", "in_progress", "not_started")
CANCELLED: State = "cancelled"  # in the lists, but in no count and no share
ASSIGNED = DONE + OPEN  # in the order in which charts stack and explain them
# As lists sort them: what needs somebody first.
BY_URGENCY: tuple[State, ...] = (*OPEN, "done_late", "done_undated", "done_on_time", CANCELLED)


def name(state: str, words: Words) -> str:
    """The state in words: "quá hạn"."""
    return words[f"state.{state}"]


def marked(state: str, words: Words) -> str:
    """The state with its sign, which says the same without colour: "! quá hạn"."""
    return f"{words[f'mark.{state}']} {name(state, words)}"


def counted(states: "pd.Series[str]", order: Iterable[str], words: Words) -> str:
    """How many are in which state, in that order: "2 quá hạn, 1 đang thực hiện"."""
    counts = states.value_counts()
    return ", ".join(f"{counts[one]} {name(one, words)}" for one in order if one in counts)
