"""The parts of places: villages beside their commune, communes beside each other."""

from typing import Any, NamedTuple

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.charts.village_cells import village_cells
from dashboard.documents.model.figures import Heat, HeatCell, HeatRow, SpanRow, Spans
from dashboard.documents.model.numbered import Said, said
from dashboard.documents.model.paper import Part
from dashboard.folding import capital
from dashboard.papers import phrases
from dashboard.papers.compared import compared, named, of_level, year_of
from dashboard.papers.state import State
from dashboard.rows import rows_of

STEPS = 3  # colours to either side of the middle


class Village(NamedTuple):
    """A component of a village (SurveyReadings.villages_apart)."""

    village: str
    level: str
    component: str
    estimate: float
    ci_low: float
    ci_high: float
    status: str
    verdict: object


class Ranked(NamedTuple):
    """A commune among others (SurveyReadings.ranking)."""

    unit_id: str
    unit: str
    estimate: float
    ci_low: float
    ci_high: float
    rank: float
    status: str


def villages(state: State) -> Part | None:
    """Each village's total with its interval, and which clearly differ from the rest."""
    words = state.words
    if not (state.is_commune and state.has_survey):
        return None
    frame = state.ask.survey.villages_apart(state.unit.unit_id, state.year)
    rows = [row for row in rows_of(frame, Village) if row.component == "PAPI"]
    if len(rows) < 2:
        return None
    rows.sort(key=lambda row: -row.estimate if numbers.is_number(row.estimate) else 1.0)
    drawn = tuple(_village(state, row) for row in rows)
    (total,) = of_level(compared(state), "total")
    alt = " ".join(f"{row.name}: {row.text} {row.word}.".replace(" .", ".") for row in drawn)
    spans = Spans(drawn, alt, year_of(state, total, "to"), words["slide.whole_commune"])
    apart = [
        words.say(f"slide.villages_{verdict}", names=named(own, words["slide.and_others"]))
        for verdict in verdicts.APART
        if (own := [row.name for row in drawn if row.verdict == verdict])
    ]
    text = "; ".join(apart) or words["slide.villages_alike"]
    return Part(
        "villages",
        Said(capital(text)),
        words.say("slide.villages_measure", year=state.year),
        (),
        spans,
        note=Said(words["slide.villages_note"]),
        source=words["slide.own_survey"],
        notes=(Said(words["slide.method"]),),
    )


def _village(state: State, row: Village) -> SpanRow:
    estimate, low, high = (
        phrases.score(state, "village_scores", row, name)
        for name in ("estimate", "ci_low", "ci_high")
    )
    is_said = row.status in ("ok", "caution") and row.verdict in verdicts.APART
    return SpanRow(
        row.village,
        estimate,
        phrases.or_hidden(estimate, row.status, state=state),
        low,
        high,
        Said(verdicts.against(row.verdict, state.words) if is_said else ""),
        str(row.verdict) if is_said else "",
    )


def heat(state: State) -> Part | None:
    """The villages by dimension, coloured where they clearly differ."""
    words = state.words
    if not (state.is_commune and state.has_survey):
        return None
    frame = state.ask.survey.villages_apart(state.unit.unit_id, state.year)
    frame = frame[frame.level == "dimension"]
    if frame.village.nunique() < 2:
        return None
    own = state.ask.survey.scores(state.unit.unit_id, state.year)
    own = own[own.level == "dimension"].assign(village="", verdict=None)
    cells = village_cells(pd.concat([frame, own], ignore_index=True))
    names = dict(zip(frame.component, frame["name"], strict=True))
    rows: dict[str, list[HeatCell]] = {}
    for row in cells[cells.village != ""].sort_values(["y", "x"]).itertuples():
        rows.setdefault(str(row.village), []).append(_cell(state, row))
    drawn = tuple(HeatRow(name, tuple(own)) for name, own in rows.items())
    alt = " ".join(f"{row.name}: {', '.join(cell.text for cell in row.cells)}." for row in drawn)
    columns = tuple(f"{code} {name}" for code, name in names.items())
    steps = ((-STEPS, "slide.step_below"), (0, "slide.step_alike"), (STEPS, "slide.step_above"))
    return Part(
        "heat",
        _heat_title(state, frame),
        words.say("slide.heat_measure", year=state.year),
        (),
        Heat(columns, drawn, alt, tuple((step, words[key]) for step, key in steps)),
        note=Said(words["slide.heat_note"]),
        source=words["slide.own_survey"],
        notes=(Said(words["slide.method"]),),
    )


def _cell(state: State, row: Any) -> HeatCell:
    estimate = phrases.score(state, "village_scores", row, "estimate")
    if estimate is None:
        return HeatCell(phrases.or_hidden(None, row.status, state=state))
    return HeatCell(estimate.text, estimate, round(float(row.step)) - STEPS)


def _heat_title(state: State, frame: pd.DataFrame) -> Said:
    """Which villages clearly fall behind somewhere, else that none does."""
    below = frame[(frame.verdict == "below") & frame.estimate.notna()]
    if below.empty:
        return Said(state.words["slide.heat_alike"])
    names = list(dict.fromkeys(below.village))
    told = named(names, state.words["slide.and_others"])
    return Said(state.words.say("slide.heat_below", names=told))


def communes(state: State) -> Part | None:
    """The communes of the unit, or of the unit above it, by their own surveys' score."""
    words = state.words
    above = state.unit.parent_id if state.is_commune else state.unit.unit_id
    if not (state.has_survey and isinstance(above, str)) or state.closing is not None:
        return None
    frame = state.ask.survey.ranking(state.year, "PAPI", (above,))
    rows = [row for row in rows_of(frame, Ranked) if row.status != "missing"]
    if len(rows) < 2:
        return None
    drawn = tuple(_commune(state, row) for row in rows)
    alt = " ".join(f"{row.name}: {row.text} {row.word}.".replace(" .", ".") for row in drawn)
    return Part(
        "communes",
        _communes_title(state, rows),
        words.say("slide.communes_measure", year=state.year),
        (),
        Spans(drawn, alt),
        note=Said(words["slide.communes_note"]),
        source=words["slide.own_survey"],
        notes=(Said(words["slide.method"]),),
    )


def _commune(state: State, row: Ranked) -> SpanRow:
    estimate, low, high = (
        phrases.score(state, "unit_ranking", row, name)
        for name in ("estimate", "ci_low", "ci_high")
    )
    return SpanRow(
        row.unit,
        estimate,
        phrases.or_hidden(estimate, row.status, state=state),
        low,
        high,
        _place(state, row),
        is_own=row.unit_id == state.unit.unit_id,
    )


def _place(state: State, row: Ranked) -> Said:
    """The place among those shown, where that is the state's."""
    if not numbers.is_number(row.rank):
        return Said("")
    place = state.find("unit_ranking", row, "rank", numbers.count(int(row.rank)))
    if place is None or place.number != row.rank:
        return Said("")
    return said(state.words["slide.place"], rank=place)


def _communes_title(state: State, rows: list[Ranked]) -> Said:
    seen = [row for row in rows if numbers.is_number(row.estimate)]
    own = next((row for row in seen if row.unit_id == state.unit.unit_id), None)
    if own and (place := _place(state, own)):
        score = phrases.score(state, "unit_ranking", own, "estimate")
        return said(state.words["slide.communes_own"], unit=own.unit, place=place, score=score)
    if len(seen) < 2:
        return Said(state.words["headline.no_levels"])
    return Said(state.words.say("headline.levels", high=seen[0].unit, low=seen[-1].unit))
