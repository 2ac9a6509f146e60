"""Mục tiêu: how far it is to a score, a place or so many points more, and where the room is."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import numbers
from dashboard.charts import room
from dashboard.parts import frame
from dashboard.parts.frame import Page
from dashboard.parts.pieces import chips, choice, key_figure, one_of
from dashboard.readings import targets
from dashboard.readings.targets import KINDS, Goal
from dashboard.sentences import toward_goal
from dashboard.tables import score_tables

WHOSE = ["own", "published"]
KEYS = {"score": "diem", "place": "hang", "points": "them"}  # in the address


@dataclass(frozen=True)
class Subject:
    """Whose goal: its components of the year, and the scores of those it is ranked among."""

    whose: str
    name: str
    year: int
    scores: pd.DataFrame
    others: pd.Series


def own(page: Page, code: str) -> Subject:
    """The unit's own survey; a commune is ranked among the communes surveyed."""
    chosen = page.chosen
    year = chosen.year_to
    ranking = page.ask.ranking(year, code)
    others = (
        ranking[ranking.unit_id != chosen.unit_id] if chosen.level == "commune" else ranking[:0]
    )
    scores = page.ask.scores(chosen.unit, year)
    return Subject("own", chosen.unit, year, scores, others.estimate.dropna())


def published(page: Page, code: str, year: int) -> Subject:
    """The published index of our own province, among the provinces with a score."""
    listed = page.ask.published(year, code)
    others = listed[listed.province != page.province].score.dropna()
    name = page.province or page.words["compare.province"]
    return Subject("published", name, year, page.ask.province_scores(page.province, year), others)


def chosen_number(page: Page, kind: str, subject: Subject, now: float, highest: float) -> float:
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


def figures(
    page: Page, subject: Subject, total: pd.Series, found: Goal, share: float | None
) -> None:
    """Score, goal, what is wanting, and the part of the room that it is."""
    words = page.words
    columns = st.columns(4)
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
    for column, label, text in zip(columns, labels, texts, strict=True):
        with column:
            key_figure(label, text, None, "off", None)


def show(page: Page, subject: Subject, code: str, kind: str, slot: DeltaGenerator) -> None:
    """The gap to the goal, and the room of each sub-dimension."""
    words = page.words
    total = subject.scores[subject.scores.component == code].iloc[0]
    now = float(total.estimate) if numbers.is_number(total.estimate) else None
    number = wanted = None
    if now is not None:
        with slot:
            number = chosen_number(page, kind, subject, now, total.scale_high)
        wanted = targets.target(kind, number, now, subject.others)
    found = Goal(now, wanted, float(total.scale_high))
    place = int(number) if kind == "place" and number else None
    count = len(subject.others) + 1
    among = words.say(f"goal.among_{subject.whose}", count=count) if count > 1 else ""
    facts = toward_goal.facts(subject.whose, subject.name, subject.year, total, found, words)
    page.heading(
        toward_goal.headline(total, found, subject.year, place, among, words),
        *facts,
        own_data=subject.whose == "own",
    )
    if now is None:
        page.nothing(words["goal.nothing"])
        return
    parts = subject.scores[subject.scores.level == "sub_dimension"]
    parts = parts if code == "PAPI" else parts[parts.parent == code]
    gap = found.gap if found.state == "open" else None
    share = targets.filled(parts, gap)
    with st.container(key="kpis"):
        figures(page, subject, total, found, share)
    rows = targets.rooms(parts, gap)
    page.chart(
        room.parts(rows, words, page.look, page.phone),
        "goal_rooms",
        toward_goal.most_room(rows, words),
        words[f"goal.measure_{subject.whose}"],
        room.alt_text(rows, words),
        source=" ".join(toward_goal.notes(subject.whose, kind, rows, words)),
    )
    with st.expander(words["page.table"]):
        table, columns = score_tables.rooms(rows, words)
        page.table(table, "goal_table", columns, words["page.table"])


with frame.page("goal", needs="any") as page:
    words = page.words
    tree = page.ask.components(page.chosen.year_to)
    names = tree[tree.level == "dimension"].set_index("component")["name"].to_dict()
    labels = {code: f"{code} {name}" for code, name in names.items()}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        whose = choice(
            "cua", words["goal.whose.label"], {one: words[f"goal.whose.{one}"] for one in WHOSE}
        )
        year = page.published_year("nam") if whose == "published" else None
        kind = choice(
            "muc_tieu", words["goal.kind.label"], {one: words[f"goal.kind.{one}"] for one in KINDS}
        )
        slot = st.container(width=270)
        with st.popover(words["bar.filter"], icon=":material/tune:"):
            dimension = one_of(
                "linh_vuc", words["bar.dimension"], list(names), words["bar.all_dimensions"], labels
            )
    chips({"linh_vuc": labels.get(dimension)})
    code = dimension or "PAPI"
    subject = own(page, code) if whose == "own" else published(page, code, year)
    show(page, subject, code, kind, slot)
