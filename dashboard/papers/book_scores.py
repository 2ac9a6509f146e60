"""Tables of a workbook on the survey: components of two years, components of the villages."""

from dataclasses import replace
from typing import NamedTuple

from dashboard import numbers, verdicts
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Cell, Part
from dashboard.papers import phrases, score_parts
from dashboard.papers.book_tables import table_of
from dashboard.papers.compared import (
    Compared,
    basis,
    change_of,
    compared,
    of_level,
    year_of,
)
from dashboard.papers.state import State
from dashboard.rows import rows_of


class _Village(NamedTuple):
    village: str
    level: str
    component: str
    name: str
    estimate: float
    ci_low: float
    ci_high: float
    respondents: float
    status: str
    verdict: object


def scores(state: State, level: str) -> Part | None:
    """Both years' scores with difference, interval, verdict and n, beside their chart."""
    part = score_parts.components(state, level)
    if part is None:
        return None
    rows = of_level(compared(state), level)
    if level == "dimension":
        rows = [*of_level(compared(state), "total"), *rows]
    columns: tuple[str, ...] = (
        "code",
        "component",
        "before",
        "after",
        "change",
        "low",
        "high",
        "verdict",
    )
    columns += ("asked_before", "asked")
    if not state.compares:
        columns = ("code", "component", "after", "asked")
    made = [tuple(_scored(state, row, one) for one in columns) for row in rows]
    return replace(part, table=table_of(state, columns, made))


def _scored(state: State, row: Compared, column: str) -> Cell:
    """A cell of a component; a figure that is not shown says why."""
    sides = {"before": "from", "after": "to", "asked_before": "from", "asked": "to"}
    if column == "code":
        return row.component
    if column == "component":
        return row.name
    if column == "verdict":
        return verdicts.text(row.said, state.words)
    if column in ("before", "after"):
        value, side = year_of(state, row, sides[column]), sides[column]
        return value or phrases.or_hidden(None, getattr(row, f"status_{side}"), state=state)
    statuses = row.status_from, row.status_to
    if column == "change":
        return change_of(state, row) or phrases.or_hidden(None, *statuses, state=state)
    if column in ("low", "high"):
        return _end(state, row, f"ci_{column}")
    return _asked(state, row, sides[column])


def _end(state: State, row: Compared, column: str) -> Cell:
    value = getattr(row, column)
    if not numbers.is_number(value):
        return numbers.NOTHING
    text = numbers.difference(value)
    return state.cite("component_change", row, column, text, **basis(state))


def _asked(state: State, row: Compared, side: str) -> Cell:
    value = getattr(row, f"respondents_{side}")
    if numbers.is_hidden(getattr(row, f"status_{side}")) or not numbers.is_number(value):
        return numbers.NOTHING
    if state.compares:
        return phrases.count(state, "component_change", row, f"respondents_{side}", **basis(state))
    text = numbers.count(int(value))
    return state.cite("component_scores", row, "respondents", text, year=state.year)


def villages(state: State) -> Part | None:
    """Every village's total, dimensions and sub-dimensions."""
    if not (state.is_commune and state.has_survey):
        return None
    frame = state.ask.survey.villages_apart(state.unit.unit_id, state.year)
    if frame.empty:
        return None
    own = frame[frame.level.isin(["total", "dimension", "sub_dimension"])]
    columns: tuple[str, ...] = (
        "village",
        "code",
        "component",
        "after",
        "low",
        "high",
        "verdict",
        "asked",
    )
    made = [_village(state, row) for row in rows_of(own, _Village)]
    words = state.words
    measure = words.say("slide.villages_measure", year=state.year)
    title = Said(words["papers.book.of_villages"])
    note = Said(words["slide.villages_note"])
    table = table_of(state, columns, made)
    source = words["slide.own_survey"]
    return Part("village_scores", title, measure, table=table, note=note, source=source)


def _village(state: State, row: _Village) -> tuple[Cell, ...]:
    values = [
        phrases.score(state, "village_scores", row, name)
        or phrases.or_hidden(None, row.status, state=state)
        for name in ("estimate", "ci_low", "ci_high")
    ]
    is_shown = numbers.is_number(row.estimate)
    asked: Cell = numbers.NOTHING
    if is_shown:
        asked = phrases.count(state, "village_scores", row, "respondents")
    verdict = verdicts.against(row.verdict, state.words) if is_shown else ""
    return (row.village, row.component, row.name, *values, verdict, asked)
