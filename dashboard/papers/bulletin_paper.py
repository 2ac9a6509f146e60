"""The bulletin: one sheet for the notice board, of the unit or of one village; only what the page
for the public shows, and nobody's name."""

import re
from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from dashboard import numbers
from dashboard.documents.model.numbered import Number, Said, said
from dashboard.documents.model.paper import Head, Paper, Part, Row, Table
from dashboard.errors import DashboardError
from dashboard.papers import phrases
from dashboard.papers.compared import Compared, compared, of_level, year_of
from dashboard.papers.letterhead import committee, office
from dashboard.papers.place_parts import Village
from dashboard.papers.stamping import period, stamp
from dashboard.papers.state import State
from dashboard.papers.task_parts import units
from dashboard.place_kinds import village_key
from dashboard.rows import rows_of
from dashboard.tables.public_tables import ahead_first, done_first, due_key

LONGEST_PLAIN = 300  # letters of the text in the QR code
MOST_LISTED = 4  # of work done and to be done each: with the scores they fill one sheet


class _Work(NamedTuple):
    """A task as the public may read it (PublicReadings.tasks)."""

    task_id: str
    task: str
    due: pd.Timestamp
    state: str


class Scored(NamedTuple):
    """A village's component with what may be said of it."""

    name: str
    score: Number | None
    status: str
    highest: float
    verdict: object


def villages_shown(state: State) -> list[str]:
    """The villages whose total may be shown, each of which may have a bulletin of its own."""
    return [row.village for row in _villages(state) if _is_shown(row)]


def make(state: State, village: str = "") -> Paper:
    """The bulletin. Raises DashboardError document_village_hidden of a village that is not one
    of villages_shown."""
    words = state.words
    name = _named(state, village) if village else ""
    parts = (_scores(state, name), _done(state, name), _ahead(state, name))
    title = _village_title(state, name) if name else _title(state)
    return Paper(
        "bulletin",
        state.language,
        words["papers.bulletin.heading"],
        title,
        stamp(state, name),
        parts=tuple(part for part in parts if part),
        office=office(state, "TB"),
        closing=(Said(words.say("papers.bulletin.ask", body=committee(state, state.unit.name))),),
        plain=_plain(state, title),
    )


def _villages(state: State) -> list[Village]:
    if not (state.is_commune and state.has_survey):
        return []
    frame = state.ask.survey.villages_apart(state.unit.unit_id, state.year)
    return list(rows_of(frame[frame.level == "total"], Village)) if len(frame) else []


def _is_shown(row: Village) -> bool:
    return numbers.is_number(row.estimate)


def _named(state: State, village: str) -> str:
    """The village as it is called; only one that may be shown."""
    shown = villages_shown(state)
    for name in shown:
        if village_key(name) == village_key(village):
            return name
    raise DashboardError("document_village_hidden", village=village, known=", ".join(shown) or "–")


def _title(state: State) -> Said:
    """The score and the work done, in plain words."""
    words = state.words
    told = [_total(state)]
    if state.has_tasks and state.is_commune:
        for row in units(state):
            done, every = (
                phrases.count(state, "unit_completion", row, name) for name in ("done", "assigned")
            )
            told.append(said(words["public.done_of"], done=done, count=every))
    kept = [part for part in told if part]
    if not kept:
        return Said(words.say("papers.bulletin.title", unit=state.unit.unit, period=period(state)))
    text = "; ".join(part.text for part in kept)
    numbers_in = tuple(number for part in kept for number in part.numbers)
    return Said(f"{state.unit.unit}: {text}", numbers_in)


def _total(state: State) -> Said:
    words = state.words
    if not state.has_survey:
        return Said("")
    (total,) = of_level(compared(state), "total")
    score = year_of(state, total, "to")
    if score is None:
        return Said(words.say("public.no_score", year=state.year))
    holes = {"score": score, "highest": f"{total.scale_high:g}", "year": state.year}
    return said(words["public.total"], **holes)


def _village_title(state: State, name: str) -> Said:
    (row,) = (row for row in _villages(state) if row.village == name)
    (total,) = of_level(compared(state), "total")
    highest = f"{total.scale_high:g}"
    score = phrases.score(state, "village_scores", row, "estimate")
    holes = {"score": score, "highest": highest, "year": state.year}
    told = said(state.words["public.total"], **holes)
    whole = year_of(state, total, "to")
    if whole is None:
        return said("{name}: {told}", name=name, told=told)
    return said(state.words["papers.bulletin.village"], name=name, told=told, whole=whole)


def _scores(state: State, village: str) -> Part | None:
    """The dimensions: the score, and what the comparison says in words, if it says anything."""
    words = state.words
    rows = _of_village(state, village) if village else _of_unit(state)
    if not rows:
        return None
    compared_with = words["papers.bulletin.against" if village else "column.in_words"]
    heads = (
        Head(words["column.dimension"], "left", 3),
        Head(words["column.estimate"], "right", 1),
        Head(compared_with, "left", 3),
    )
    count = 3 if any(str(row.verdict) != numbers.NOTHING for row in rows) else 2
    made = [Row((row.name, _score(state, row), str(row.verdict))[:count]) for row in rows]
    return Part(
        "scores",
        Said(words["public.scores"]),
        words["public.scores_measure"],
        table=Table(heads[:count], tuple(made)),
        note=_asked(state, village),
    )


def _score(state: State, row: Scored) -> Said:
    if row.score is None:
        return Said(phrases.or_hidden(None, row.status, state=state))
    return said(state.words["public.score"], score=row.score, highest=f"{row.highest:g}")


def _of_unit(state: State) -> list[Scored]:
    if not state.has_survey:
        return []
    return [
        Scored(
            row.name,
            year_of(state, row, "to"),
            row.status_to,
            row.scale_high,
            _in_words(state, row),
        )
        for row in of_level(compared(state), "dimension")
    ]


def _in_words(state: State, row: Compared) -> str:
    if not state.compares:
        return numbers.NOTHING
    return state.words.say(f"public.verdict_{row.said or 'none'}", year=state.year_from)


def _of_village(state: State, village: str) -> list[Scored]:
    frame = state.ask.survey.villages_apart(state.unit.unit_id, state.year)
    own = frame[(frame.village == village) & (frame.level == "dimension")]
    names = dict(zip(own.component, zip(own["name"], own.scale_high, strict=True), strict=True))
    made = []
    for row in rows_of(own, Village):
        score = phrases.score(state, "village_scores", row, "estimate")
        known = row.verdict in ("above", "below", "unclear") and score is not None
        said_of = state.words[f"against.{row.verdict}"] if known else numbers.NOTHING
        name, highest = names[row.component]
        made.append(Scored(name, score, row.status, highest, said_of))
    return made


def _asked(state: State, village: str) -> Said:
    """How many were asked in the whole unit; of few, nothing is shown."""
    words = state.words
    (total,) = of_level(compared(state), "total")
    if village or not numbers.is_number(total.respondents_to):
        return Said(words["papers.bulletin.few"])
    if state.compares:
        years = {"year_from": state.year_from, "year_to": state.year, "basis": "published"}
        asked = phrases.count(state, "component_change", total, "respondents_to", **years)
    else:
        text = numbers.count(int(total.respondents_to))
        asked = state.cite("component_scores", total, "respondents", text, year=state.year)
    return said(words["papers.bulletin.asked"], asked=asked, year=state.year)


def _tasks(state: State, village: str) -> pd.DataFrame:
    """What the public may read; of one village what is done there, the whole commune's too."""
    frame = state.ask.public.tasks(state.unit.unit_id, state.year, **state.when)
    if not village:
        return frame
    every = state.ask.plan.tasks(state.unit.unit_id, state.year, **state.when)
    if state.closing is None:
        filters = {"village": village, **state.when}
        own = set(state.ask.plan.tasks(state.unit.unit_id, state.year, **filters).task_id)
    else:  # a closing holds no answer for one village: the areas as they are written
        places = zip(every.task_id, every.whole_unit, every.area, strict=True)
        own = {task for task, whole, area in places if whole or _lies_in(area, village)}
    return frame[frame.task_id.isin(own)]


def _lies_in(area: str, village: str) -> bool:
    pieces = re.split(r"[;,]| và ", area)
    return village_key(village) in {village_key(piece) for piece in pieces}


def _done(state: State, village: str) -> Part | None:
    rows = done_first(_tasks(state, village))
    return _listed(state, "done", rows, lambda row: Said(row.task))


def _ahead(state: State, village: str) -> Part | None:
    rows = ahead_first(_tasks(state, village))
    return _listed(state, "ahead", rows, lambda row: _line(state, row))


def _line(state: State, row: _Work) -> Said:
    if not numbers.is_number(row.due):
        return Said(state.words.say("public.no_due", task=row.task))
    day = phrases.day(state, "tasks", row, "due")
    return said(state.words[due_key(row.state)], task=row.task, day=day)


def _listed(
    state: State, key: str, frame: pd.DataFrame, line: Callable[[_Work], Said]
) -> Part | None:
    """The first that name nobody, below what they are, and that there are more; None of none."""
    words = state.words
    told = {one.text: one for row in rows_of(frame, _Work) if row.task for one in [line(row)]}
    lines = tuple(told.values())[:MOST_LISTED]  # the communes of a district share tasks
    if not lines:
        return None
    note = Said(words["papers.bulletin.more"] if len(lines) < len(frame) else "")
    return Part(key, Said(words[f"papers.bulletin.{key}"]), say=lines, note=note)


def _plain(state: State, title: Said) -> str:
    """What a telephone reads: a text, no address; short enough for a small code."""
    words = state.words
    tail = words.say(
        "papers.bulletin.plain",
        body=committee(state, state.unit.name),
        day=numbers.day(state.about.as_of),
        code=words.say("paper.code", code=state.fingerprint),
    )
    if state.unit.is_simulated:
        tail = f"{tail} ({words['page.simulated']})"
    room = LONGEST_PLAIN - len(tail) - 2
    text = title.text if len(title.text) <= room else title.text[: room - 1].rstrip() + "…"
    return f"{text}. {tail}"
