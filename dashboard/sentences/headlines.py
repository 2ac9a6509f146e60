"""The sentence first: each page's title, worked out from its numbers.

A rise or a fall is said only where its verdict says so; any other difference is a number.
"""

from datetime import date

import pandas as pd

from dashboard import groups, numbers, verdicts
from dashboard.readings.targets import Goal
from dashboard.words import Words


def overview(change: pd.DataFrame, completion: pd.DataFrame, year: int, words: Words) -> str:
    """The total score and the overdue tasks, or which of the two there is no data for."""
    return words.say(
        "headline.two_parts",
        first=_total(change, year, words),
        second=_overdue(completion, year, words),
    )


def _total(change: pd.DataFrame, year: int, words: Words) -> str:
    total = change[change.level == "total"]
    if total.empty or total.status_to.iloc[0] == "missing":
        return words.say("headline.no_total", year=year)
    if numbers.is_hidden(total.status_to.iloc[0]):
        return words.say("headline.hidden_total", year=year)
    holes = {"score": numbers.score(total.estimate_to.iloc[0]), "year": year}
    said = words.say("headline.total", highest=f"{total.scale_high.iloc[0]:.0f}", **holes)
    verdict = verdicts.of(total)[0]
    if verdict not in verdicts.CLEAR:
        return said
    holes = {"verdict": words[f"verdict.{verdict}"], "year": total.year_from.iloc[0]}
    return said + words.say("headline.total_verdict", **holes)


def _overdue(completion: pd.DataFrame, year: int, words: Words) -> str:
    if completion.empty:
        return words.say("headline.no_tasks", year=year)
    overdue = int(completion.overdue.sum())
    return words.say("headline.overdue" if overdue else "headline.none_overdue", count=overdue)


def levels(rows: pd.DataFrame, words: Words) -> str:
    """What clearly rose or fell, else which component has the highest score, which the lowest."""
    told = [
        words.say(f"headline.these_{verdict}", names=_listed(names))
        for verdict, names in _clear(rows).items()
        if names
    ]
    return capital("; ".join(told)) if told else highest_and_lowest(rows, words)


def _clear(rows: pd.DataFrame) -> dict[str, list[str]]:
    """The names of what clearly fell and clearly rose."""
    said = verdicts.of(rows)
    return {
        verdict: [name for name, own in zip(rows["name"], said, strict=True) if own == verdict]
        for verdict in ("down", "up")
    }


def _listed(names: list[str], most: int = 2) -> str:
    """The first names, and how many more."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" (+{more})" if more > 0 else "")


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def highest_and_lowest(rows: pd.DataFrame, words: Words) -> str:
    """Which component has the highest score of the later year, which the lowest."""
    seen = rows.dropna(subset="estimate_to")
    if seen.empty:
        return words["headline.no_levels"]
    high, low = seen.loc[seen.estimate_to.idxmax()], seen.loc[seen.estimate_to.idxmin()]
    return words.say("headline.levels", high=high["name"], low=low["name"])


def components(change: pd.DataFrame, year_from: int, year_to: int, words: Words) -> str:
    """How many components clearly rose, clearly fell, or give not enough evidence for either."""
    said = [verdict for verdict in verdicts.of(change) if verdict]
    if not said:
        return words.say("headline.no_change", year_from=year_from, year_to=year_to)
    counts = {verdict: said.count(verdict) for verdict in verdicts.VERDICTS}
    told = [
        words.say(f"headline.count_{verdict}", count=count)
        for verdict, count in counts.items()
        if count
    ]
    holes = {"year_from": year_from, "year_to": year_to, "all": len(said)}
    holes["counts"] = ", ".join(told)
    return words.say("headline.verdicts", **holes)


def component(change: pd.Series, name: str, words: Words) -> str:
    """One component's score of the later year, and its verdict where that is clear."""
    year = change.year_to
    if numbers.is_hidden(change.status_to):
        return words.say("component.headline_hidden", name=name, year=year)
    if pd.isna(change.estimate_to):
        return words.say("component.headline_missing", name=name, year=year)
    score = numbers.score(change.estimate_to)
    said = words.say("component.headline", name=name, score=score, year=year)
    verdict = verdicts.of(change.to_frame().T)[0]
    if verdict not in verdicts.CLEAR:
        return said
    holes = {"verdict": words[f"verdict.{verdict}"], "year": change.year_from}
    return words.say("component.headline_verdict", said=said, **holes)


def villages(scores: pd.DataFrame, year: int, words: Words) -> str:
    """The component in which the villages lie furthest apart."""
    seen = scores[(scores.level == "dimension") & scores.estimate.notna()]
    spread = seen.groupby("name").estimate.agg(["min", "max"])
    if spread.empty or seen.village.nunique() < 2:
        return words.say("headline.no_villages", year=year)
    widest = (spread["max"] - spread["min"]).idxmax()
    low, high = spread.loc[widest]
    holes = {"low": numbers.score(low), "high": numbers.score(high)}
    return words.say("headline.village_spread", name=widest, **holes)


def officials(frame: pd.DataFrame, words: Words) -> str:
    """How many leading officials have overdue tasks; two leads of one task are two."""
    late = int((frame.overdue > 0).sum())
    if not late:
        return words.say("headline.no_official_overdue", officials=len(frame))
    return words.say("headline.officials_overdue", late=late, officials=len(frame))


def follow_up(frame: pd.DataFrame, days: int, words: Words) -> str:
    """Overdue tasks and those due within some days, each task counted once."""
    tasks = frame.drop_duplicates("task_id")
    overdue = int(tasks.is_overdue.sum())
    soon = len(tasks) - overdue
    if tasks.empty:
        return words.say("headline.nothing_to_urge", days=days)
    return words.say("headline.to_urge", overdue=overdue, soon=soon, days=days)


def communes(ranking: pd.DataFrame, unit_id: str, words: Words) -> str:
    """The chosen commune's place among those with a score that may be shown, and the places
    that it may have."""
    seen = ranking.dropna(subset="estimate")
    own = seen[seen.unit_id == unit_id]
    if own.empty:
        return words.say("headline.communes", count=len(seen))
    row = own.iloc[0]
    holes = {"unit": row.unit, "rank": int(row["rank"]), "count": len(seen)}
    holes["score"] = numbers.score(row.estimate)
    if pd.isna(row.get("rank_low")) or row.rank_low == row.rank_high:
        return words.say("headline.commune_rank", **holes)
    low, high = int(row.rank_low), int(row.rank_high)
    return words.say("headline.commune_place", low=low, high=high, **holes)


def provinces(scores: pd.DataFrame, province: str | None, year: int, words: Words) -> str:
    """The marked province's published place among those with a score."""
    seen = scores.dropna(subset="score")
    own = seen[seen.province == province]
    if own.empty:
        return words.say("headline.provinces", count=len(seen), year=year)
    row = own.iloc[0]
    holes = {"province": province, "rank": int(row["rank"]), "count": len(seen), "year": year}
    return words.say("headline.province_rank", score=numbers.score(row.score), **holes)


def beside(
    rows: pd.DataFrame, unit: str, province: str | None, component: str, words: Words
) -> str:
    """The unit's own score, and the province's published one as what it is: another survey's."""
    row = rows[rows.component == component].iloc[0]
    own = numbers.shown(numbers.score(row.estimate), row.estimate, row.status, words=words)
    own = words["chart.no_data"] if own == numbers.NOTHING else own
    published = numbers.score(row.score_to)
    if published == numbers.NOTHING:
        return words.say("headline.beside_nothing", unit=unit, own=own)
    holes = {"province": province, "published": published}
    return words.say("headline.beside", unit=unit, own=own, **holes)


def province_group(scores: pd.DataFrame, province: str | None, year: int, words: Words) -> str:
    """The marked province's group by quartile."""
    own = scores[(scores.province == province) & scores.quartile_group.notna()]
    if own.empty:
        return words.say("headline.no_group", year=year)
    group = groups.name(own.quartile_group.iloc[0], words)
    return words.say("headline.group", province=province, group=group, year=year)


def goal(
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


def goal_facts(
    whose: str, name: str, year: int, total: pd.Series, found: Goal, words: Words
) -> list[str]:
    """Whose score of which year, that it is arithmetic, and where the goal lies within what the
    score itself may be."""
    said = [words.say(f"goal.about_{whose}", name=name, year=year), words["goal.arithmetic"]]
    low, high = total.get("ci_low"), total.get("ci_high")
    known = numbers.is_number(low) and numbers.is_number(high) and found.target is not None
    if known and low <= found.target <= high:
        ends = {"low": numbers.score(low), "high": numbers.score(high)}
        said.append(words.say("goal.within", **ends))
    return said


def most_room(rows: pd.DataFrame, words: Words) -> str:
    """The sub-dimension with most room."""
    seen = rows.dropna(subset="room")
    if seen.empty:
        return words["headline.no_levels"]
    most = seen.loc[seen.room.idxmax()]
    return words.say("headline.most_room", name=most["name"], room=numbers.score(most.room))


def goal_notes(whose: str, kind: str, rows: pd.DataFrame, words: Words) -> list[str]:
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


def due(period_due: date, today: date, words: Words) -> str:
    """How long until a report is due; of a date gone by, only that."""
    days = (period_due - today).days
    if days < 0:
        return words["headline.due_past"]
    return words.say("headline.due_in", days=days) if days else words["headline.due_today"]


def extremes(scores: pd.DataFrame, name: str, value: str, words: Words) -> str:
    """Who is highest and who is lowest, with their scores."""
    seen = scores.dropna(subset=value)
    if seen.empty:
        return words["headline.no_levels"]
    high, low = seen.loc[seen[value].idxmax()], seen.loc[seen[value].idxmin()]
    return words.say(
        "headline.extremes",
        high=high[name],
        high_score=numbers.score(high[value]),
        low=low[name],
        low_score=numbers.score(low[value]),
    )


def total_difference(total: pd.Series, year_from: int, year_to: int, words: Words) -> str:
    """The total of both years and their difference, as numbers."""
    figures = {
        "from": (total.estimate_from, total.status_from),
        "to": (total.estimate_to, total.status_to),
    }
    shown = {
        name: numbers.shown(numbers.score(value), value, status, words=words)
        for name, (value, status) in figures.items()
    }
    return words.say(
        "headline.total_difference",
        year_from=year_from,
        year_to=year_to,
        score_from=shown["from"],
        score_to=shown["to"],
        change=numbers.difference(total.change),
    )
