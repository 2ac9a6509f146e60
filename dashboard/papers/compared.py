"""Components of two years: their printed scores, differences and verdicts."""

from collections.abc import Iterable
from typing import NamedTuple

from dashboard import numbers, verdicts
from dashboard.documents.model.numbered import Number, Said, said
from dashboard.folding import capital
from dashboard.papers import phrases
from dashboard.papers.state import State, once
from dashboard.rows import rows_of
from dashboard.verdicts import Verdict

MOST_NAMED = 3


class Compared(NamedTuple):
    """A component of two years (ChangeReadings.between)."""

    component: str
    level: str
    name: str
    full_name: str
    estimate_from: float
    estimate_to: float
    change: float
    ci_low: float
    ci_high: float
    status_from: str
    status_to: str
    respondents_from: float
    respondents_to: float
    verdict: object
    scale_low: float
    scale_high: float

    @property
    def called(self) -> str:
        """Its name; of a sub-dimension, whose names have commas, with its code."""
        return f"{self.component} {self.name}" if self.level == "sub_dimension" else self.name

    @property
    def said(self) -> Verdict | None:
        """The verdict that may be said."""
        return verdicts.shown(self.verdict, self.status_from, self.status_to)


@once
def compared(state: State) -> tuple[Compared, ...]:
    """All components of the two years, or of the one there is; hidden figures blank."""
    unit, change = state.unit.unit_id, state.ask.change
    return tuple(rows_of(change.between(unit, state.year_from, state.year), Compared))


def of_level(rows: Iterable[Compared], level: str) -> list[Compared]:
    """Those of a level: total, dimension, sub_dimension."""
    return [row for row in rows if row.level == level]


def year_of(state: State, row: Compared, side: str) -> Number | None:
    """A component's score of the earlier ("from") or the later year ("to")."""
    if state.compares:
        return phrases.score(state, "component_change", row, f"estimate_{side}", **basis(state))
    if side == "from" or not numbers.is_number(row.estimate_to):
        return None
    text = numbers.score(row.estimate_to)
    return state.cite("component_scores", row, "estimate", text, year=state.year)


def change_of(state: State, row: Compared) -> Number | None:
    """The difference of the two figures as they are shown; its value is the query's."""
    if not state.compares or not numbers.is_number(row.change):
        return None
    text = numbers.between(row.estimate_from, row.estimate_to, row.change)
    return state.cite("component_change", row, "change", text, **basis(state))


def asked_of(state: State, row: Compared) -> Said:
    """How many answered: "n = 282 (2022), 254 (2023)"."""
    words, sides = state.words, ("from", "to") if state.compares else ("to",)
    told = []
    for side in sides:
        count = getattr(row, f"respondents_{side}")
        year = state.year if side == "to" else state.year_from
        if not numbers.is_number(count):
            continue
        asked = numbers.count(int(count))
        n = (
            state.cite("component_change", row, f"respondents_{side}", asked, **basis(state))
            if state.compares
            else state.cite("component_scores", row, "respondents", asked, year=year)
        )
        told.append(said(words["slide.asked"], count=n, year=year))
    return said("n = {told}", told=phrases.listed(told)) if told else Said("")


def basis(state: State) -> dict[str, object]:
    return {"year_from": state.year_from, "year_to": state.year, "basis": "published"}


def title(state: State, rows: list[Compared]) -> Said:
    """What clearly rose and fell by name; else that nothing did, or which is highest and lowest."""
    words = state.words
    told = [
        words.say(f"headline.these_{verdict}", names=named(own, words["slide.and_others"]))
        for verdict in ("down", "up")
        if (own := [row.called for row in rows if row.said == verdict])
    ]
    if told:
        return Said(capital("; ".join(told)))
    if any(row.said for row in rows):
        return Said(words.say("slide.none_changed", year=state.year, year_from=state.year_from))
    return highest(state, rows)


def highest(state: State, rows: list[Compared]) -> Said:
    """Which is highest and which lowest, by name."""
    words = state.words
    seen = [row for row in rows if numbers.is_number(row.estimate_to)]
    if not seen:
        return Said(words["headline.no_levels"])
    least, most = (end(seen, key=lambda row: row.estimate_to) for end in (min, max))
    return Said(words.say("headline.levels", high=most.called, low=least.called))


def named(names: list[str], others: str) -> str:
    return ", ".join(names[:MOST_NAMED]) + (others if len(names) > MOST_NAMED else "")
