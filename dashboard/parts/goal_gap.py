"""The gap to a goal and the room of each sub-dimension, for our own survey or the province."""

from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import numbers
from dashboard.charts import room
from dashboard.parts.data_page import DataPage
from dashboard.parts.pieces import key_figure
from dashboard.readings import targets
from dashboard.readings.targets import KINDS, Goal
from dashboard.rows import NAN
from dashboard.sentences import toward_goal
from dashboard.sentences.toward_goal import Aim
from dashboard.tables import score_tables

KEYS = {"score": "diem", "place": "hang", "points": "them"}  # of what is typed, in the address


@dataclass(frozen=True)
class Subject:
    """Whose goal: its components of the year, the scores of those it is ranked among, and its
    place in an earlier year (NaN where it has none, or the two years don't compare) among how
    many; is_sure: that its place moved is more than chance, or published."""

    whose: str
    name: str
    year: int
    scores: pd.DataFrame
    others: "pd.Series[float]"
    year_from: int
    rank_from: float
    count_from: int
    is_sure: bool


def kind(page: DataPage) -> str | None:
    """What kind of aim was chosen; none at first, for an aim is nobody's until somebody set it.

    A link that brings a number names its kind.
    """
    words = page.words
    given = (kind for kind, key in KEYS.items() if st.query_params.get(key))
    chosen: str | None = st.segmented_control(
        words["goal.kind.label"],
        KINDS,
        default=next(given, None),
        format_func=lambda one: words[f"goal.kind.{one}"],
        label_visibility="collapsed",
        key="muc_tieu",
        bind="query-params",
    )
    return chosen


def own(page: DataPage, code: str, year: int) -> Subject:
    """The unit's own survey; a commune is ranked among the communes surveyed."""
    chosen, survey = page.chosen, page.ask.survey
    now, before = (survey.ranking(one, code) for one in (year, chosen.year_from))
    is_ranked = chosen.level == "commune"
    others = now[now.unit_id != chosen.unit_id] if is_ranked else now[:0]
    rank = _rank(before[before.unit_id == chosen.unit_id])
    scores = survey.scores(chosen.unit_id, year)
    shown = others.estimate.dropna()
    count = int(before["rank"].notna().sum())
    moves = survey.moves(chosen.year_from, year, code)  # as the page that compares says it
    is_sure = bool(moves[moves.unit_id == chosen.unit_id].move.isin(["up", "down"]).any())
    return Subject("own", chosen.unit, year, scores, shown, chosen.year_from, rank, count, is_sure)


def published(page: DataPage, code: str, year: int) -> Subject:
    """The published index of our own province, among the provinces with a score."""
    ask, before = page.ask.published, year - 1
    listed = ask.scores(year, code)
    others = listed[listed.province != page.province].score.dropna()
    name = page.province or page.words["compare.province"]
    scores = ask.of_province(page.province, year)
    series = ask.series(code)
    ours = series[(series.province == page.province) & (series.year.isin([before, year]))]
    is_broken = year in page.ask.breaks(code) or ours.merged_from.nunique(dropna=False) > 1
    rank = NAN if is_broken else _rank(ours[ours.year == before])
    count = int(series[series.year == before].score.notna().sum())
    return Subject("published", name, year, scores, others, before, rank, count, True)


def _rank(rows: pd.DataFrame) -> float:
    known = rows["rank"].dropna()
    return float(known.iloc[0]) if len(known) else NAN


def show(
    page: DataPage, subject: Subject, code: str, kind: str | None, slot: DeltaGenerator
) -> None:
    """The aim of a kind, what was typed of it in the slot, for a component of the subject."""
    total = subject.scores[subject.scores.component == code].iloc[0]
    now = float(total.estimate) if numbers.is_number(total.estimate) else None
    number: float | None = None
    wanted = None
    if now is not None and kind is not None:
        if kind == "climb":
            number = targets.place_above(subject.rank_from, len(subject.others) + 1)
        else:
            with slot:
                number = _typed(page, kind, subject, now, total.scale_high)
    if kind is not None and number is not None:
        wanted = targets.target(kind, number, now, subject.others)
    found = Goal(now, wanted, float(total.scale_high))
    _heading(page, subject, total, found, Aim(kind, number))
    if now is None:
        page.nothing(page.words["goal.nothing"])
        return
    parts = subject.scores[subject.scores.level == "sub_dimension"]
    parts = parts if code == "PAPI" else parts[parts.parent == code]
    gap = found.gap if found.state == "open" else None
    rows = targets.rooms(parts, gap)
    if found.target is not None:
        share = targets.filled(parts, gap)
        with st.container(key="kpis"):
            _figures(page, subject, total, found, Aim(kind, number), share)
        if said := toward_goal.what_it_takes(rows, share, page.words):
            st.html(f'<p class="papi-finding">{escape(said)}</p>')
    elif number is None:
        st.html(f'<p class="papi-finding">{escape(_asked(page, subject, kind))}</p>')
    _rooms(page, subject.whose, kind, rows)


def _typed(page: DataPage, kind: str, subject: Subject, now: float, highest: float) -> float | None:
    """The number that was typed, if it is one of the kind."""
    words = page.words
    places = len(subject.others) + 1
    example = targets.example(kind, now, highest, subject.others)
    text = st.text_input(
        words[f"goal.number.{kind}"],
        key=KEYS[kind],
        bind="query-params",
        placeholder=words.say(f"goal.usual.{kind}", number=numbers.score(example, 0)),
        max_chars=8,
        label_visibility="collapsed",
    )
    typed = targets.parsed(text or "", kind, places)
    if text and typed is None:
        page.nothing(words.say(f"goal.unread.{kind}", places=places))
    return typed


def _asked(page: DataPage, subject: Subject, kind: str | None) -> str:
    """What is asked for before there is an aim."""
    if kind != "climb":
        return page.words[f"goal.ask_{kind or 'kind'}"]
    return page.words.say(f"goal.no_rank_{subject.whose}", year=subject.year_from)


def _heading(page: DataPage, subject: Subject, total: pd.Series, found: Goal, aim: Aim) -> None:
    words, whose, year = page.words, subject.whose, subject.year
    count = len(subject.others) + 1
    among = words.say(f"goal.among_{whose}", count=count) if count > 1 else ""
    facts = toward_goal.facts(whose, subject.name, year, total, found, words)
    place = targets.place_of(subject.others, found.now) if found.now is not None else 0
    before = subject.year_from, subject.rank_from, subject.count_from, subject.is_sure
    standing = toward_goal.Standing(year, place, among, *before)
    page.heading(
        toward_goal.headline(total, found, aim, standing, words), *facts, own_data=whose == "own"
    )


def _figures(
    page: DataPage,
    subject: Subject,
    total: pd.Series,
    found: Goal,
    aim: Aim,
    share: float | None,
) -> None:
    """Score, goal, what is wanting, and the part of the room that it is."""
    words = page.words
    labels = [words.say("goal.now", year=subject.year)]
    labels += [toward_goal.what_is_aimed_at(aim, words), words["goal.gap"], words["goal.filled"]]
    texts = [
        numbers.shown(numbers.score(total.estimate), total.estimate, total.status, words=words),
        numbers.score(found.target),
        toward_goal.wanting(total, found, words),
        numbers.NOTHING
        if share is None or found.state != "open"
        else f"{numbers.score(share * 100, 1)}{numbers.NO_BREAK}%",
    ]
    for column, label, text in zip(st.columns(4), labels, texts, strict=True):
        with column:
            key_figure(label, text)


def _rooms(page: DataPage, whose: str, kind: str | None, rows: pd.DataFrame) -> None:
    """The room of each part, most first, and what the goal would take of it."""
    words = page.words
    measure = words[f"goal.measure_{whose}"]
    page.chart(
        room.parts(rows, words, page.look, page.phone),
        "goal_rooms",
        toward_goal.most_room(rows, words),
        words.say("goal.measure_needed", measure=measure) if rows.needed.notna().any() else measure,
        room.alt_text(rows, words),
        source=" ".join(toward_goal.notes(whose, kind, rows, words)),
    )
    with st.expander(words["page.table"]):
        table, columns = score_tables.rooms(rows, words)
        page.table(table, "goal_table", columns, words["page.table"])
