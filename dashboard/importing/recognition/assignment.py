"""Columns -> fields: of all ways to give each column one field and each field one column the one
that headings and contents together speak for most."""

import importlib.machinery
import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Scores = Mapping[int, Mapping[str, float]]  # column -> field -> how well it is spoken for

TAKEN = 4.0  # the least that makes a column a field
SURE = 2.0  # by which the way taken must beat the next best to be beyond question
WEAK, TOSS_UP = 6.0, 0.75  # so weakly spoken for, a column must beat its next best by so much
MOST_STEPS = 3_000  # of the search
_LEFT = 0.001  # of equals the left column


@dataclass(frozen=True)
class Taken:
    """A column that was taken for a field: how well it is spoken for, by how much that beats the
    next best for either, and the columns that it might as well be."""

    column: int
    score: float
    margin: float
    rivals: tuple[int, ...] = ()


def best(scores: Scores, least: float = TAKEN) -> dict[str, Taken]:
    """field -> the column taken for it, where any is spoken for well enough."""
    worth = {
        column: {name: score - _LEFT * place for name, score in found.items() if score >= least}
        for place, (column, found) in enumerate(sorted(scores.items()))
    }
    worth = {column: found for column, found in worth.items() if found}
    chosen = _favourites(worth)
    if len(set(chosen.values())) < len(chosen):
        chosen = _Search(worth).best() or _solved(worth)
    taken = {name: _taken(worth, chosen, column, name) for column, name in chosen.items()}
    return {name: one for name, one in taken.items() if not _is_toss_up(worth, name, one)}


def _is_toss_up(worth: Scores, name: str, taken: Taken) -> bool:
    """Whether a column that is weakly spoken for might as well be another field."""
    others = (score for field, score in worth[taken.column].items() if field != name)
    return taken.score < WEAK and taken.score - max(others, default=0.0) < TOSS_UP


def _favourites(worth: Scores) -> dict[int, str]:
    """Each column its own best: the best way of all where no two want the same."""
    return {column: max(found, key=lambda name: found[name]) for column, found in worth.items()}


class _Search:
    """The best way by trying: a few columns that want the same few fields are soon through, and
    numpy need not be loaded for them, which takes longer than all else. Gives up where the
    contest is a large one."""

    def __init__(self, worth: Scores):
        self.options = [
            (column, sorted(((score, name) for name, score in found.items()), reverse=True))
            for column, found in worth.items()
        ]
        tops = [options[0][0] for _, options in self.options]
        self.ahead = [sum(tops[place:]) for place in range(len(tops) + 1)]
        self.steps, self.most = 0, -1.0
        self.found: dict[int, str] = {}

    def best(self) -> dict[int, str]:
        """column -> field; nothing where it gave up."""
        self._go(0, {}, 0.0)
        return self.found if self.steps < MOST_STEPS else {}

    def _go(self, place: int, chosen: dict[str, int], total: float) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS or total + self.ahead[place] <= self.most:
            return
        if place == len(self.options):
            self.most, self.found = total, {column: name for name, column in chosen.items()}
            return
        column, options = self.options[place]
        for score, name in options:
            if name not in chosen:
                self._go(place + 1, {**chosen, name: column}, total + score)
        self._go(place + 1, chosen, total)


def _solved(worth: Scores) -> dict[int, str]:
    import numpy as np

    columns = list(worth)
    names = sorted({name for found in worth.values() for name in found})
    gain = np.zeros((len(columns), len(names) + len(columns)))  # the last: of no field
    for row, column in enumerate(columns):
        for name, score in worth[column].items():
            gain[row, names.index(name)] = score
    rows, places = _solver()(gain, maximize=True)
    return {
        columns[row]: names[place]
        for row, place in zip(rows.tolist(), places.tolist(), strict=True)
        if place < len(names) and gain[row, place] > 0
    }


def _taken(worth: Scores, chosen: Mapping[int, str], column: int, name: str) -> Taken:
    """What the way taken has over giving the column to another free field, or the field to
    another column. One that has a field of its own would lose it, or change places."""
    taken, own = set(chosen.values()), worth[column][name]
    others = {
        other: found[name]
        + (worth[column].get(chosen[other], 0.0) - found[chosen[other]] if other in chosen else 0)
        for other, found in worth.items()
        if other != column and name in found
    }
    fields = [score for field, score in worth[column].items() if field not in taken]
    margin = own - max([*others.values(), *fields], default=0.0)
    rivals = tuple(sorted(c for c, score in others.items() if own - score < SURE))
    return Taken(column, own, margin, rivals)


@cache
def _solver() -> Any:
    """scipy.optimize.linear_sum_assignment. The compiled module alone: all of scipy.optimize
    takes the time of reading a small workbook to import."""
    import scipy

    folder = str(Path(scipy.__file__).parent / "optimize")
    spec = importlib.machinery.PathFinder.find_spec("_lsap", [folder])
    if spec is None or spec.loader is None:
        from scipy.optimize import linear_sum_assignment

        return linear_sum_assignment
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.linear_sum_assignment
