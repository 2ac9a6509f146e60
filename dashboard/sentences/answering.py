"""Why a component's figure is what it is, in a few sentences: what of it changed, what has most
room, how the village stands. A rise, a fall and a village below are said only with their test."""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.rows import Figure, rows_of
from dashboard.sentences.naming import MOST_NAMED
from dashboard.words import Words


class Part(NamedTuple):
    """A part with its two scores and its scale's end."""

    component: str
    name: str
    estimate_from: Figure
    estimate_to: Figure
    change: Figure
    scale_high: float


def of_parts(parts: pd.DataFrame, year_from: int, words: Words) -> list[str]:
    """What clearly changed among the parts, else that nothing did; and where most room is left.

    parts: the changes of what the component is made of.
    """
    said = pd.Series(verdicts.of(parts), parts.index, dtype=object)
    what = words[f"answer.of_{parts.level.iloc[0]}"]
    told = [
        words.say(f"answer.parts_{verdict}", what=what, names=_named(parts[said == verdict], words))
        for verdict in ("down", "up")
        if (said == verdict).any()
    ]
    if not told and said.notna().any():
        told.append(words.say("answer.no_part", year=year_from))
    seen = parts[parts.estimate_to.notna()]
    if len(seen) > 1:
        widest = (seen.scale_high - seen.estimate_to).round(9).idxmax()
        row = next(rows_of(seen.loc[[widest]], Part))
        holes = {"score": numbers.score(row.estimate_to), "highest": numbers.score(row.scale_high)}
        told.append(words.say("answer.room", name=f"{row.component} {row.name}", **holes))
    return told


def _named(rows: pd.DataFrame, words: Words) -> str:
    """The first of them with their figures, and how many more."""
    names = [
        words.say(
            "answer.named",
            name=f"{row.component} {row.name}",
            score=numbers.score(row.estimate_to),
            change=numbers.between(row.estimate_from, row.estimate_to, row.change),
        )
        for row in rows_of(rows.head(MOST_NAMED), Part)
    ]
    more = len(rows) - len(names)
    return ", ".join(names) + (f" (+{more})" if more else "")


def of_villages(
    apart: pd.DataFrame, village: str | None, whole: pd.Series, words: Words
) -> list[str]:
    """How the village chosen stands beside the rest, else which villages are clearly below.

    apart: villages_apart of the component; whole: the unit's own score.
    """
    own = apart[apart.village == village]
    if village and len(own) and own.estimate.notna().any():
        row = own.iloc[0]
        verdict = verdicts.against(row.verdict, words)
        score = numbers.shown(
            numbers.score(whole.estimate), whole.estimate, whole.status, words=words
        )
        said = [words.say("answer.village", village=village, verdict=verdict, score=score)]
        return said + ([words["answer.village_few"]] if row.status == "caution" else [])
    below = apart[(apart.verdict == "below") & (apart.status == "ok")]
    if village or below.empty:
        return []
    return [words.say("answer.villages_below", names=", ".join(below.village))]
