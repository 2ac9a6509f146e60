"""What is said on the way to a goal: the headline, what it is about, and where the room is."""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers
from dashboard.readings.targets import Goal
from dashboard.rows import NAN
from dashboard.words import Words


class Aim(NamedTuple):
    """A kind of aim (readings/targets.py) and its number: points or a place; None for none yet."""

    kind: str | None
    number: float | None


class Standing(NamedTuple):
    """The place now and whom it is among ("18 xã", empty where there is nobody else), and the place
    of an earlier year (NaN where there is none) among how many. is_sure: that the place moved is
    more than chance, or the places are of published figures."""

    year: int
    place: int
    among: str
    year_from: int
    rank_from: float
    count_from: int
    is_sure: bool


def headline(total: pd.Series, found: Goal, aim: Aim, now: Standing, words: Words) -> str:
    """What the aim is asked to be; of one that is set how far it is, or that it is reached, out of
    reach, or not known."""
    year = now.year
    if numbers.is_hidden(total.status):
        return words.say("headline.goal_hidden", year=year)
    if found.now is None:
        return words.say("headline.goal_missing", year=year)
    if aim.kind in ("place", "climb") and not now.among:
        return words["headline.goal_alone"]
    if aim.number is None:
        return _unset(found.now, now, words)
    if aim.kind == "climb":
        return _climb(found, int(aim.number), now, words)
    if found.target is None:
        return words["headline.goal_any_place"]
    holes = {"target": numbers.score(found.target), "year": year}
    if found.state == "impossible":
        return words.say("headline.goal_impossible", **holes, highest=f"{found.highest:.0f}")
    if found.state == "reached":
        reached = "goal_reached_unsure" if _is_within(total, found) else "goal_reached"
        return words.say(f"headline.{reached}", **holes, score=numbers.score(found.now))
    holes["gap"] = points(found.gap)
    if aim.kind == "place":
        place = int(aim.number)
        return words.say("headline.goal_place", **holes, place=place, among=now.among)
    return words.say("headline.goal_open", **holes)


def _unset(score: float, now: Standing, words: Words) -> str:
    holes = {"score": numbers.score(score), "year": now.year}
    if not now.among:
        return words.say("headline.goal_unset", **holes)
    return words.say("headline.goal_unset_place", place=now.place, among=now.among, **holes)


def _climb(found: Goal, wanted: int, now: Standing, words: Words) -> str:
    """A higher place than the year before."""
    holes = {"year": now.year, "year_from": now.year_from, "before": int(now.rank_from)}
    holes |= {"place": now.place, "wanted": wanted, "count_from": now.count_from}
    if found.gap == 0 or found.target is None:
        reached = "goal_climb_reached" if now.is_sure else "goal_climb_unsure"
        if now.rank_from == 1:
            reached = "goal_climb_first"
        return words.say(f"headline.{reached}", among=now.among, **holes)
    gap, target = points(found.gap), numbers.score(found.target)
    if now.rank_from == 1:
        first = {"gap": gap, "target": target, "place": 1, "among": now.among}
        return words.say("headline.goal_place", **first)
    return words.say("headline.goal_climb", gap=gap, among=now.among, **holes)


def what_it_takes(rows: pd.DataFrame, share: float | None, words: Words) -> str:
    """One sentence: what share of the room, and the part with most to add; nothing where the goal
    is reached or out of reach. rows: targets.rooms, most room first."""
    if share is None or rows.empty or not numbers.is_number(rows.needed.iloc[0]):
        return ""
    (first,) = rows.head(1).to_dict("records")
    before, after = (numbers.rounded(first[name], 2) for name in ("estimate", "reach"))
    holes = {
        "share": numbers.percent(share, 1),
        "part": f"{first['component']} {first['name']}",
        "before": numbers.score(float(before)),
        "after": numbers.score(float(after)),
        "needed": numbers.difference(float(after - before)),
    }
    return words.say("goal.what_it_takes", **holes)


def what_is_aimed_at(aim: Aim, words: Words) -> str:
    """The goal's name; of a place, whose score it is."""
    if aim.kind in ("place", "climb") and aim.number is not None:
        return words.say("goal.target_place", place=int(aim.number))
    return words["goal.target"]


def wanting(total: pd.Series, found: Goal, words: Words) -> str:
    """The points that are wanting; of a goal that is reached by chance perhaps, that."""
    if found.state == "reached" and _is_within(total, found):
        return words["goal.gap_unsure"]
    return points(found.gap)


def points(gap: float | None) -> str:
    """Points that are wanting: four decimals where two would say none."""
    return numbers.score(gap, 2 if not gap or gap >= 0.005 else 4)


def facts(
    whose: str, name: str, year: int, total: pd.Series, found: Goal, words: Words
) -> list[str]:
    """Whose score of which year, that it is arithmetic, and where the goal lies within what the
    score itself may be."""
    said = [words.say(f"goal.about_{whose}", name=name, year=year), words["goal.arithmetic"]]
    if _is_within(total, found):
        ends = {"low": numbers.score(total.ci_low), "high": numbers.score(total.ci_high)}
        said.append(words.say("goal.within", **ends))
    return said


def _is_within(total: pd.Series, found: Goal) -> bool:
    """Whether the goal lies within what the score itself may be."""
    low, high = (float(total.get(end, NAN)) for end in ("ci_low", "ci_high"))
    return found.target is not None and low <= found.target <= high  # NaN is beside everything


def most_room(rows: pd.DataFrame, words: Words) -> str:
    """The sub-dimension with most room."""
    rooms = [p for p in zip(rows["name"], rows.room, strict=True) if numbers.is_number(p[1])]
    if not rooms:
        return words["headline.no_levels"]
    name, room = max(rooms, key=lambda pair: pair[1])
    return words.say("headline.most_room", name=name, room=numbers.score(room))


def notes(whose: str, kind: str | None, rows: pd.DataFrame, words: Words) -> list[str]:
    """How it is reckoned, what stays as it is, and what is left out."""
    said = [words["goal.how"]]
    if kind in ("place", "climb"):
        said.append(words["goal.others_stay"])
    if whose == "published":
        said.append(words["goal.printed_scale"])
    absent = int(rows.room.isna().sum())
    if absent:
        said.append(words.say("goal.left_out", count=absent))
    return said
