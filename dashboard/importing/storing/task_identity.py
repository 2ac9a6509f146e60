"""Which known task each task of a newer table is: by what it says, never by its row.

The same text in the same component is the same task, whatever the case, accents, spaces and
the signs at its ends. Of several with one text it is the one with the same lead, due date
or order, so that an official's own list meets the official's own tasks.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dashboard.folding import fold, tidy
from dashboard.importing.wording.spelling import words_of

Key = tuple[str | None, str]

_NUMBER = re.compile(r"^\(?\d{1,2}[.)]\s+(?=\D)")


@dataclass(frozen=True)
class Version:
    """What tells one task from another."""

    component: str | None
    text: str
    leads: tuple[str, ...] = ()
    due: date | None = None

    @property
    def key(self) -> Key:
        """The component and the text's words."""
        return self.component, text_key(self.text)


@dataclass(frozen=True, kw_only=True)
class Known(Version):
    """A task that the store has."""

    task_id: str


@lru_cache(maxsize=10_000)  # a task is looked for among those of its text several times
def text_key(text: str) -> str:
    """A task's text without case, accents and signs.

    >>> text_key("1. Niêm yết  thủ tục.") == text_key("- niêm yết thủ tục;")
    True
    """
    return fold(" ".join(words_of(_NUMBER.sub("", tidy(text)).lower())))


def identities(
    tasks: Sequence[Version],
    known: Iterable[Known],
    new_id: Callable[[Version, int], str],
) -> list[str]:
    """The task_id of each task, in their order; new_id(task, n) is that of the n-th of a text."""
    by_key: dict[Key, list[Known]] = defaultdict(list)
    by_text: dict[str, list[Known]] = defaultdict(list)
    for version in known:
        by_key[version.key].append(version)
        by_text[version.key[1]].append(version)
    places: dict[Key, list[int]] = defaultdict(list)
    for place, task in enumerate(tasks):
        places[task.key].append(place)
    found: dict[int, str] = {}
    for key, own in places.items():
        candidates = by_key.get(key) or _in_any_component([tasks[p] for p in own], by_text[key[1]])
        found |= _matched(own, tasks, candidates)
    taken = {version.task_id for versions in by_text.values() for version in versions}
    for place, task in enumerate(tasks):
        if place not in found:
            found[place] = _unused(task, taken, new_id)
            taken.add(found[place])
    return [found[place] for place in range(len(tasks))]


def _in_any_component(own: list[Version], same: list[Known]) -> list[Known]:
    """A list without components meets the task that its text, or text and lead, name, where
    there is but one."""
    if own[0].component is not None or len(same) == 1:
        return same if own[0].component is None else []
    led = ([known for known in same if set(known.leads) & set(task.leads)] for task in own)
    return list(dict.fromkeys(known[0] for known in led if len(known) == 1))


def _matched(own: list[int], tasks: Sequence[Version], candidates: list[Known]) -> dict[int, str]:
    """Pairs of one text, the likest first; equally like ones in their order."""
    pairs = sorted(
        (-likeness(tasks[place], known), abs(number - order), number, order)
        for number, place in enumerate(own)
        for order, known in enumerate(candidates)
    )
    found: dict[int, str] = {}
    used: set[int] = set()
    for _, _, number, order in pairs:
        if own[number] not in found and order not in used:
            found[own[number]] = candidates[order].task_id
            used.add(order)
    return found


def likeness(task: Version, known: Version) -> int:
    """How much speaks for two tasks of one text being one: the very text, lead, due date."""
    same_lead = bool(set(task.leads) & set(known.leads))
    same_due = task.due is not None and task.due == known.due
    return 8 * (tidy(task.text) == tidy(known.text)) + 4 * same_lead + 2 * same_due


def _unused(task: Version, taken: set[str], new_id: Callable[[Version, int], str]) -> str:
    number = 1
    while (identity := new_id(task, number)) in taken:
        number += 1
    return identity
