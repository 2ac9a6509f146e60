"""What is said on the way to a goal: the headline, what it is about, and where the room is."""

import pandas as pd

from dashboard import numbers
from dashboard.readings.targets import Goal
from dashboard.rows import NAN
from dashboard.words import Words


def headline(
    total: pd.Series, found: Goal, year: int, place: int | None, among: str, words: Words
) -> str:
    """How far it is to the goal, or that it is reached, out of reach, or not known.

    among: whom the place is among ("18 xã"), empty where there is nobody else.
    """
    if numbers.is_hidden(total.status):
        return words.say("headline.goal_hidden", year=year)
    if found.now is None:
        return words.say("headline.goal_missing", year=year)
    if found.target is None:
        return words["headline.goal_alone" if not among else "headline.goal_any_place"]
    holes = {"target": numbers.score(found.target), "year": year}
    if found.state == "impossible":
        return words.say("headline.goal_impossible", **holes, highest=f"{found.highest:.0f}")
    if found.state == "reached":
        return words.say("headline.goal_reached", **holes, score=numbers.score(found.now))
    holes["gap"] = points(found.gap)
    if place:
        return words.say("headline.goal_place", **holes, place=place, among=among)
    return words.say("headline.goal_open", **holes)


def points(gap: float | None) -> str:
    """Points that are wanting: four decimals where two would say none."""
    return numbers.score(gap, 2 if not gap or gap >= 0.005 else 4)


def facts(
    whose: str, name: str, year: int, total: pd.Series, found: Goal, words: Words
) -> list[str]:
    """Whose score of which year, that it is arithmetic, and where the goal lies within what the
    score itself may be."""
    said = [words.say(f"goal.about_{whose}", name=name, year=year), words["goal.arithmetic"]]
    low, high = (float(total.get(end, NAN)) for end in ("ci_low", "ci_high"))
    if found.target is not None and low <= found.target <= high:  # NaN is beside everything
        ends = {"low": numbers.score(low), "high": numbers.score(high)}
        said.append(words.say("goal.within", **ends))
    return said


def most_room(rows: pd.DataFrame, words: Words) -> str:
    """The sub-dimension with most room."""
    rooms = [p for p in zip(rows["name"], rows.room, strict=True) if numbers.is_number(p[1])]
    if not rooms:
        return words["headline.no_levels"]
    name, room = max(rooms, key=lambda pair: pair[1])
    return words.say("headline.most_room", name=name, room=numbers.score(room))


def notes(whose: str, kind: str, rows: pd.DataFrame, words: Words) -> list[str]:
    """How it is reckoned, what stays as it is, and what is left out."""
    said = [words["goal.how"]]
    if kind == "place":
        said.append(words["goal.others_stay"])
    if whose == "published":
        said.append(words["goal.printed_scale"])
    absent = int(rows.room.isna().sum())
    if absent:
        said.append(words.say("goal.left_out", count=absent))
    return said
