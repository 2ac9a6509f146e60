"""The sentence first: each page's title, worked out from its numbers.

A rise or a fall is said only where its verdict says so; any other difference is a number.
"""

from datetime import date

import pandas as pd

from dashboard import groups, numbers, verdicts
from dashboard.folding import capital
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
    told = {"verdict": words[f"verdict.{verdict}"], "year": total.year_from.iloc[0]}
    return said + words.say("headline.total_verdict", **told)


def _overdue(completion: pd.DataFrame, year: int, words: Words) -> str:
    if completion.empty:
        return words.say("headline.no_tasks", year=year)
    overdue = int(completion.overdue.sum())
    return words.say("headline.overdue" if overdue else "headline.none_overdue", count=overdue)


def levels(rows: pd.DataFrame, words: Words) -> str:
    """What clearly rose or fell, else which component has the highest score, which the lowest.

    Of a question it is always said that its score did: "having to go to many doors fell" would
    be read as fewer doors where it is more.
    """
    what = "scores" if "question" in set(rows.get("level", ())) else "these"
    told = [
        words.say(f"headline.{what}_{verdict}", names=_listed(names))
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


def highest_and_lowest(rows: pd.DataFrame, words: Words) -> str:
    """Which component has the highest score of the later year, which the lowest, or that all of
    them have one score."""
    ends = _lowest_and_highest(rows, "name", "estimate_to")
    if not ends:
        return words["headline.no_levels"]
    (low, least), (high, most) = ends
    if low != high and numbers.score(least) == numbers.score(most):
        return words.say("headline.levels_equal", score=numbers.score(most))
    return words.say("headline.levels", high=high, low=low)


def components(
    change: pd.DataFrame,
    year_from: int,
    year_to: int,
    words: Words,
    *filters: str | None,
    total: str = "",
) -> str:
    """How many components clearly rose, clearly fell, or give not enough evidence for either; and
    of whom or what alone, where filters are set.

    total: what total_difference says of these alone; it goes first.
    """
    set_ = ", ".join(filter(None, filters))
    about = f"{set_}: " if set_ else ""
    said = [verdict for verdict in verdicts.of(change) if verdict]
    if not said:
        said_none = words.say(
            "headline.no_change", about=about, year_from=year_from, year_to=year_to
        )
        return capital(said_none)
    counts = {verdict: said.count(verdict) for verdict in verdicts.VERDICTS}
    told = [
        words.say(f"headline.count_{verdict}", count=count)
        for verdict, count in counts.items()
        if count
    ]
    all_ = words.say(f"headline.of_{change.level.iloc[0]}", count=len(said))
    counted = words.say("headline.verdicts", all=all_, counts=", ".join(told))
    if total:
        return capital(words.say("headline.two_parts", first=about + total, second=counted))
    holes = {"year_from": year_from, "year_to": year_to, "counted": counted}
    return capital(words.say("headline.changed", about=about, **holes))


def component(change: pd.Series, name: str, words: Words) -> str:
    """One component's score of the later year, and its verdict where that is clear."""
    year = change.year_to
    if numbers.is_hidden(change.status_to):
        return words.say("component.headline_hidden", name=name, year=year)
    if pd.isna(change.estimate_to):
        return words.say("component.headline_missing", name=name, year=year)
    score = numbers.score(change.estimate_to)
    highest = numbers.score(change.scale_high).removesuffix(",00")
    said = words.say("component.headline", name=name, score=score, highest=highest, year=year)
    verdict = verdicts.of(change.to_frame().T)[0]
    if verdict not in verdicts.CLEAR:
        return said
    holes = {"verdict": words[f"verdict.{verdict}"], "year": change.year_from}
    return words.say("component.headline_verdict", said=said, **holes)


def officials(frame: pd.DataFrame, words: Words, role: str = "lead") -> str:
    """How many officials lead, or support, overdue tasks; two leads of one task are two."""
    late = int((frame.overdue > 0).sum())
    key = f"headline.{'officials' if late else 'no_official'}_overdue"
    if role == "support":
        key += "_support"
    return words.say(key, late=late, officials=len(frame))


def follow_up(frame: pd.DataFrame, days: int, words: Words) -> str:
    """Overdue tasks and those due within some days, each task counted once."""
    tasks = frame.drop_duplicates("task_id")
    overdue = int(tasks.is_overdue.sum())
    soon = len(tasks) - overdue
    if tasks.empty:
        return words.say("headline.nothing_to_urge", days=days)
    return words.say("headline.to_urge", overdue=overdue, soon=soon, days=days)


def communes(ranking: pd.DataFrame, unit_id: str, whose: str, about: str, words: Words) -> str:
    """The chosen commune's place among those with a score that may be shown, and the places
    that it may have; of a unit above them who is highest and lowest.

    whose: which communes are ranked; about: the component with what follows it, "" of the total.
    """
    seen = ranking.dropna(subset="estimate")
    own = seen[seen.unit_id == unit_id]
    among = {"about": about, "count": len(seen), "whose": whose}
    if own.empty:
        key = "communes_ends" if len(seen) > 1 else "communes"
        return capital(words.say(f"headline.{key}", **among, **_ends(seen, "unit", "estimate")))
    row = own.iloc[0]
    holes = among | {"unit": row.unit, "rank": int(row["rank"])}
    holes["score"] = numbers.score(row.estimate)
    if pd.isna(row.get("rank_low")) or row.rank_low == row.rank_high:
        return words.say("headline.commune_rank", **holes)
    low, high = int(row.rank_low), int(row.rank_high)
    return words.say("headline.commune_place", low=low, high=high, **holes)


def provinces(scores: pd.DataFrame, province: str | None, year: int, words: Words) -> str:
    """The marked province's published place among those with a score and that of the year before,
    or since when it has none."""
    seen = scores.dropna(subset="score")
    own = scores[scores.province == province]
    if own.empty:
        return words.say("headline.provinces", count=len(seen), year=year)
    row = own.iloc[0]
    holes = {"province": province, "count": len(seen), "year": year}
    if pd.isna(row.score):
        if pd.isna(row.get("withheld_since")):
            return words.say("headline.provinces", count=len(seen), year=year)
        since = int(row.withheld_since)
        return words.say("headline.province_withheld", since=since, **holes)
    holes |= {"rank": int(row["rank"]), "score": numbers.score(row.score)}
    said = words.say("headline.province_rank", **holes)
    if pd.isna(row.get("rank_from")):
        return said
    before = {"before": int(row.rank_from), "year_from": int(row.year_from)}
    return words.say("headline.province_before", said=said, **before)


def beside(
    rows: pd.DataFrame, unit: str, province: str | None, component: str, words: Words
) -> str:
    """That the two are different surveys: two figures in one line would be compared."""
    row = rows[rows.component == component].iloc[0]
    if not numbers.is_number(row.score_to):
        return words.say("headline.beside_nothing", unit=unit)
    return words.say("headline.beside", unit=unit, province=province)


def province_group(scores: pd.DataFrame, province: str | None, year: int, words: Words) -> str:
    """The marked province's group by quartile."""
    own = scores[(scores.province == province) & scores.quartile_group.notna()]
    if own.empty:
        return words.say("headline.no_group", year=year)
    group = groups.name(own.quartile_group.iloc[0], words)
    return words.say("headline.group", province=province, group=group, year=year)


def due(period_due: date, today: date, words: Words) -> str:
    """How long until a report is due; of a date gone by, only that."""
    days = (period_due - today).days
    if days < 0:
        return words["headline.due_past"]
    return words.say("headline.due_in", days=days) if days else words["headline.due_today"]


def extremes(scores: pd.DataFrame, name: str, value: str, words: Words) -> str:
    """Who is highest and who is lowest, with their scores."""
    ends = _ends(scores, name, value)
    return words.say("headline.extremes", **ends) if ends else words["headline.no_levels"]


def _ends(scores: pd.DataFrame, name: str, value: str) -> dict[str, str]:
    """Who is highest and who is lowest, as the holes of a sentence; empty of none."""
    ends = _lowest_and_highest(scores, name, value)
    if not ends:
        return {}
    (low, least), (high, most) = ends
    scored = {"high_score": numbers.score(most), "low_score": numbers.score(least)}
    return {"high": high, "low": low} | scored


def _lowest_and_highest(
    rows: pd.DataFrame, name: str, value: str
) -> tuple[tuple[str, float], tuple[str, float]] | None:
    """Name and value of both ends, the first and the last where all are equal; None where there
    is no value."""
    pairs = [p for p in zip(rows[name], rows[value], strict=True) if numbers.is_number(p[1])]
    if not pairs:
        return None
    low, high = (end(pairs, key=lambda pair: pair[1]) for end in (min, max))
    return (pairs[-1] if low == high else low), high


def total_difference(
    total: pd.Series, year_from: int, year_to: int, words: Words, name: str | None = None
) -> str:
    """The total, or the component of that name ("" where it is named before), of both years:
    their difference with its verdict, and that they are of few forms."""
    figures = {
        "from": (total.estimate_from, total.status_from),
        "to": (total.estimate_to, total.status_to),
    }
    shown = {
        name: numbers.shown(numbers.score(value), value, status, words=words)
        for name, (value, status) in figures.items()
    }
    said = words.say(
        "headline.total_difference",
        name=words["about.total"] if name is None else name,
        year_from=year_from,
        year_to=year_to,
        score_from=shown["from"],
        score_to=shown["to"],
        change=numbers.between(total.estimate_from, total.estimate_to, total.change),
    ).strip()
    if verdict := verdicts.of(total.to_frame().T)[0]:
        said = words.say("headline.judged", said=said, verdict=words[f"verdict.{verdict}"])
    if "caution" not in (total.status_from, total.status_to):
        return said
    asked = (total.get(f"respondents_{side}") for side in ("from", "to"))
    n = ", ".join(numbers.count(int(n)) if numbers.is_number(n) else numbers.NOTHING for n in asked)
    return words.say("headline.few", said=said, n=n)


def sexes(totals: dict[str, pd.Series], words: Words) -> str:
    """Men's and women's totals beside each other, each with its verdict; nothing where one of
    them is hidden or not there."""
    if any(numbers.is_hidden(row.status_to) or pd.isna(row.estimate_to) for row in totals.values()):
        return ""
    told = [
        total_difference(row, row.year_from, row.year_to, words, words[f"headline.sex.{sex}"])
        for sex, row in totals.items()
    ]
    return words.say("headline.two_parts", first=told[0], second=told[1])
