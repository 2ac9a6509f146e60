"""The gap to a goal and the room of each sub-dimension, for our own survey or the province."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import numbers
from dashboard.charts import room
from dashboard.parts.data_page import DataPage
from dashboard.parts.pieces import key_figure
from dashboard.readings import targets
from dashboard.readings.targets import Goal
from dashboard.sentences import toward_goal
from dashboard.tables import score_tables

KEYS = {"score": "diem", "place": "hang", "points": "them"}  # in the address


@dataclass(frozen=True)
class Subject:
    """Whose goal: its components of the year, and the scores of those it is ranked among."""

    whose: str
    name: str
    year: int
    scores: pd.DataFrame
    others: "pd.Series[float]"


def own(page: DataPage, code: str, year: int) -> Subject:
    """The unit's own survey; a commune is ranked among the communes surveyed."""
    chosen = page.chosen
    ranking = page.ask.survey.ranking(year, code)
    others = (
        ranking[ranking.unit_id != chosen.unit_id] if chosen.level == "commune" else ranking[:0]
    )
    scores = page.ask.survey.scores(chosen.unit_id, year)
    return Subject("own", chosen.unit, year, scores, others.estimate.dropna())


def published(page: DataPage, code: str, year: int) -> Subject:
    """The published index of our own province, among the provinces with a score."""
    listed = page.ask.published.scores(year, code)
    others = listed[listed.province != page.province].score.dropna()
    name = page.province or page.words["compare.province"]
    scores = page.ask.published.of_province(page.province, year)
    return Subject("published", name, year, scores, others)


def show(page: DataPage, subject: Subject, code: str, kind: str, slot: DeltaGenerator) -> None:
    """The goal of a kind, typed in the slot, for a component of the subject."""
    total = subject.scores[subject.scores.component == code].iloc[0]
    now = float(total.estimate) if numbers.is_number(total.estimate) else None
    number = wanted = None
    if now is not None:
        with slot:
            number = _number(page, kind, subject, now, total.scale_high)
        wanted = targets.target(kind, number, now, subject.others)
    found = Goal(now, wanted, float(total.scale_high))
    place = int(number) if kind == "place" and number else None
    _heading(page, subject, total, found, place)
    if now is None:
        page.nothing(page.words["goal.nothing"])
        return
    parts = subject.scores[subject.scores.level == "sub_dimension"]
    parts = parts if code == "PAPI" else parts[parts.parent == code]
    gap = found.gap if found.state == "open" else None
    with st.container(key="kpis"):
        _figures(page, subject, total, found, targets.filled(parts, gap))
    _rooms(page, subject.whose, kind, targets.rooms(parts, gap))


def _number(page: DataPage, kind: str, subject: Subject, now: float, highest: float) -> float:
    """What was typed, else the usual goal, which stands in the empty box."""
    words = page.words
    places = len(subject.others) + 1
    usual = targets.usual(kind, now, highest, subject.others)
    text = st.text_input(
        words[f"goal.number.{kind}"],
        key=KEYS[kind],
        bind="query-params",
        placeholder=words.say(f"goal.usual.{kind}", number=numbers.score(usual, 0), places=places),
        max_chars=8,
        label_visibility="collapsed",
    )
    typed = targets.parsed(text or "", kind, places)
    if text and typed is None:
        page.nothing(words.say(f"goal.unread.{kind}", places=places))
    return usual if typed is None else typed


def _heading(
    page: DataPage, subject: Subject, total: pd.Series, found: Goal, place: int | None
) -> None:
    words, whose, year = page.words, subject.whose, subject.year
    count = len(subject.others) + 1
    among = words.say(f"goal.among_{whose}", count=count) if count > 1 else ""
    facts = toward_goal.facts(whose, subject.name, year, total, found, words)
    said = toward_goal.headline(total, found, year, place, among, words)
    page.heading(said, *facts, own_data=whose == "own")


def _figures(
    page: DataPage, subject: Subject, total: pd.Series, found: Goal, share: float | None
) -> None:
    """Score, goal, what is wanting, and the part of the room that it is."""
    words = page.words
    labels = [words.say("goal.now", year=subject.year)]
    labels += [words[f"goal.{name}"] for name in ("target", "gap", "filled")]
    texts = [
        numbers.shown(numbers.score(total.estimate), total.estimate, total.status, words=words),
        numbers.score(found.target),
        toward_goal.points(found.gap),
        numbers.NOTHING
        if share is None or found.state != "open"
        else f"{numbers.score(share * 100, 1)}{numbers.NO_BREAK}%",
    ]
    for column, label, text in zip(st.columns(4), labels, texts, strict=True):
        with column:
            key_figure(label, text)


def _rooms(page: DataPage, whose: str, kind: str, rows: pd.DataFrame) -> None:
    """The room of each part, most first, and what the goal would take of it."""
    words = page.words
    page.chart(
        room.parts(rows, words, page.look, page.phone),
        "goal_rooms",
        toward_goal.most_room(rows, words),
        words[f"goal.measure_{whose}"],
        room.alt_text(rows, words),
        source=" ".join(toward_goal.notes(whose, kind, rows, words)),
    )
    with st.expander(words["page.table"]):
        table, columns = score_tables.rooms(rows, words)
        page.table(table, "goal_table", columns, words["page.table"])
