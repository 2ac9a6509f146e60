"""The few sentences a deputy would write for the chairperson, by rules: the same frames give the
same words.

A rise or a fall is said only with its verdict, figures that are hidden arrive blank and are
never said, and every sentence knows the view that shows it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from dashboard import numbers, states, verdicts
from dashboard.folding import capital
from dashboard.rows import Figure, rows_of
from dashboard.sentences import overdue
from dashboard.sentences.naming import MOST_NAMED, and_more
from dashboard.words import Words

MOST_FINDINGS = 7
LEVELS = ("dimension", "sub_dimension")


class Changed(NamedTuple):
    """A component with its later score and its change."""

    component: str
    name: str
    estimate_from: Figure
    estimate_to: Figure
    change: Figure


class Uncovered(NamedTuple):
    """A component that nobody works on."""

    component: str
    name: str


@dataclass(frozen=True)
class Finding:
    """One sentence, and where its chart is: a page and the choices in its address."""

    text: str
    page: str
    query: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Facts:
    """What the sentences are made of: answers of Readings, hidden figures blank.

    change, duties: change and component_tasks of the two years; completion, officials and
    follow_up: of the plan of the later year; villages, own: villages_apart and scores of the
    later year; published: beside, of the province.
    """

    unit: str
    province: str | None
    year_from: int
    year_to: int
    change: pd.DataFrame
    duties: pd.DataFrame
    completion: pd.DataFrame
    officials: pd.DataFrame
    follow_up: pd.DataFrame
    villages: pd.DataFrame
    own: pd.DataFrame
    published: pd.DataFrame


def findings(facts: Facts, words: Words) -> list[Finding]:
    """The sentences in the order a meeting wants them, at most seven: what another survey says
    of the province gives way first."""
    rules: tuple[Callable[[Facts, Words], Iterator[Finding]], ...] = (
        _total,
        _changes,
        _uncovered,
        _tasks,
        _village,
        _published,
        _unsaid,
    )
    said = {rule: list(rule(facts, words)) for rule in rules}
    if sum(map(len, said.values())) > MOST_FINDINGS:
        said[_published] = []
    return [finding for found in said.values() for finding in found]


def plain_text(title: str, said: list[Finding]) -> str:
    """The sentences as a text to paste into a report or to send."""
    return "\n".join([title, "", *(f"- {finding.text}" for finding in said), ""])


def _total(facts: Facts, words: Words) -> Iterator[Finding]:
    """The total score and what may be said of its change."""
    total = facts.change[facts.change.level == "total"]
    holes = {"unit": facts.unit, "year": facts.year_to, "year_from": facts.year_from}
    status = total.status_to.iloc[0] if len(total) else "missing"
    if numbers.is_hidden(status):
        text = words.say("summary.total_hidden", **holes)
    elif status == "missing":
        text = words.say("summary.total_missing", **holes)
    else:
        text = _total_said(total, holes, words)
    yield Finding(text, "components")


def _total_said(total: pd.DataFrame, holes: dict[str, object], words: Words) -> str:
    row = total.iloc[0]
    holes = {
        **holes,
        "score": numbers.score(row.estimate_to),
        "highest": f"{row.scale_high:.0f}",
        "before": numbers.score(row.estimate_from),
        "change": numbers.between(row.estimate_from, row.estimate_to, row.change),
    }
    first = words.say("summary.total", **holes)
    if numbers.is_hidden(row.status_from):
        return first + words.say("summary.total_hidden_before", **holes)
    if row.status_from == "missing":
        return first + words.say("summary.total_alone", **holes)
    verdict = verdicts.of(total)[0] or "unclear"
    if verdict in verdicts.CLEAR:
        holes["verdict"] = words[f"verdict.{verdict}"]
        return first + words.say("summary.total_clear", **holes)
    return first + words.say(f"summary.total_{verdict}", **holes)


def _changes(facts: Facts, words: Words) -> Iterator[Finding]:
    """What clearly fell, what clearly rose: dimensions first, then sub-dimensions, each named."""
    rows = facts.change[facts.change.level.isin(LEVELS)]
    rows = rows.assign(said=pd.Series(verdicts.of(rows), rows.index, dtype=object))
    clear = rows[rows.said.isin(verdicts.CLEAR)]
    in_parts = clear.empty or (clear.level == "sub_dimension").any()
    query = _sub_dimensions(words) if in_parts else {}
    for verdict in ("down", "up"):
        own = clear[clear.said == verdict]
        listed = {level: _named(own[own.level == level], level, words) for level in LEVELS}
        told = [
            words.say(f"summary.level_{level}", names=names)
            for level, names in listed.items()
            if names
        ]
        if told:
            names = "; ".join(told)
            text = words.say("summary.changed", verdict=words[f"verdict.{verdict}"], names=names)
            yield Finding(capital(text), "components", query)
    if rows.said.notna().any() and clear.empty:
        holes = {"year": facts.year_to, "year_from": facts.year_from}
        yield Finding(words.say("summary.none_changed", **holes), "components", query)


def _named(rows: pd.DataFrame, level: str, words: Words) -> str:
    """The widest changes with their figures, and how many more."""
    wide = rows.change.abs().round(9)  # the machine's noise parts no equals
    widest = rows.loc[wide.sort_values(ascending=False, kind="stable").index]
    names = [
        words.say(
            "summary.named",
            name=f"{row.component} {row.name}",
            score=numbers.score(row.estimate_to),
            change=numbers.between(row.estimate_from, row.estimate_to, row.change),
        )
        for row in rows_of(widest.head(MOST_NAMED), Changed)
    ]
    return and_more(names, len(rows), level, words)


def _uncovered(facts: Facts, words: Words) -> Iterator[Finding]:
    """What fell and nobody works on."""
    rows = facts.duties[facts.duties.uncovered]
    if len(rows):
        first = [f"{row.component} {row.name}" for row in rows_of(rows.head(MOST_NAMED), Uncovered)]
        names = and_more(first, len(rows), "sub_dimension", words)
        text = words.say("summary.uncovered", names=names)
        yield Finding(text, "components", _sub_dimensions(words))


def _tasks(facts: Facts, words: Words) -> Iterator[Finding]:
    """What is done and overdue, who has most of it and what has waited longest."""
    plan = facts.completion
    assigned = int(plan.assigned.sum()) if len(plan) else 0
    if not assigned:
        yield Finding(words.say("summary.no_plan", year=facts.year_to), "follow_up")
        return
    late = int(plan.overdue.sum())
    holes: dict[str, object] = {
        "done": int(plan[list(states.DONE)].sum().sum()),
        "assigned": assigned,
    }
    if not late:
        yield Finding(words.say("summary.none_overdue", **holes), "officials")
        return
    several = len(plan) > 1
    said = [
        overdue.most_overdue(facts.officials, several, words),
        overdue.longest(facts.follow_up, several, words),
    ]
    holes["who"] = "; ".join(part for part in said if part)
    yield Finding(words.say("summary.overdue", **holes, overdue=late), "follow_up")


def _village(facts: Facts, words: Words) -> Iterator[Finding]:
    """The village that lies furthest of those that clearly differ from the rest."""
    whole = facts.own[facts.own.level == "total"]
    rows = facts.villages[(facts.villages.level == "total") & (facts.villages.status == "ok")]
    apart = rows[rows.verdict.isin(verdicts.APART)]
    if apart.empty or pd.isna(whole.estimate.iloc[0]):
        return
    own = whole.iloc[0]
    row = apart.loc[(apart.estimate - own.estimate).abs().round(9).idxmax()]
    holes = {
        "village": row.village,
        "score": numbers.score(row.estimate),
        "own": numbers.score(own.estimate),
    }
    yield Finding(
        words.say(f"summary.village_{row.verdict}", **holes), "villages", {"thon": row.village}
    )


def _published(facts: Facts, words: Words) -> Iterator[Finding]:
    """The province's published total as what it is, and PAPI's rule of 5 %, which is no test."""
    rows = facts.published[facts.published.component == "PAPI"]
    if rows.empty or pd.isna(rows.score_to.iloc[0]):
        return
    row = rows.iloc[0]
    share = row.relative_change
    holes = {
        "province": facts.province,
        "year": facts.year_to,
        "year_from": facts.year_from,
        "score": numbers.score(row.score_to),
        "before": numbers.score(row.score_from),
        "reason": row.reason,
        "relative": numbers.difference(100 * share if numbers.is_number(share) else None, 1),
    }
    rule = {"higher": "reached", "lower": "reached"}.get(row.rule_5_percent, row.rule_5_percent)
    text = words.say("summary.published", **holes) + words.say(f"summary.published_{rule}", **holes)
    yield Finding(text, "compare", {"nhom": words["compare.group.beside"]})


def _unsaid(facts: Facts, words: Words) -> Iterator[Finding]:
    """Of how many sub-dimensions nothing can be concluded, and why."""
    rows = facts.change[facts.change.level == "sub_dimension"]
    said = pd.Series(verdicts.of(rows), index=rows.index, dtype=object)
    hidden = numbers.hidden(rows.status_from) | numbers.hidden(rows.status_to)
    counts = {
        "unclear": int((said == "unclear").sum()),
        "not_comparable": int((said == "not_comparable").sum()),
        "missing": int((rows.change.isna() & ~hidden & (said != "not_comparable")).sum()),
        "hidden": int(hidden.sum()),
    }
    if counts["missing"] + counts["hidden"] == len(rows):  # the first sentence has said it
        return
    reasons = {words[f"summary.unsaid_{why}"]: count for why, count in counts.items() if count}
    if reasons:
        several = len(reasons) > 1
        why = "; ".join(f"{count} {text}" if several else text for text, count in reasons.items())
        holes = {"count": sum(reasons.values()), "all": len(rows), "why": why}
        yield Finding(words.say("summary.unsaid", **holes), "components", _sub_dimensions(words))


def _sub_dimensions(words: Words) -> dict[str, str]:
    """The page of components as it shows sub-dimensions."""
    return {"muc": words["components.level.sub_dimension"]}
