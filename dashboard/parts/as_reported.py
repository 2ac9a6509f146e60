"""A page as it was reported, beside now: the choice, what is shown, what changed since."""

from dataclasses import replace
from html import escape
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.page_list import PAGES
from dashboard.parts import selection
from dashboard.parts.filters import choice
from dashboard.parts.page import Page
from dashboard.parts.selection import Selection
from dashboard.readings.closed_frames import Reported
from dashboard.readings.listed import PeriodRow
from dashboard.readings.readings import Readings
from dashboard.rows import rows_of
from dashboard.sentences import remarking, reporting
from dashboard.tables import closing_tables
from dashboard.tables.text_columns import Columns, local
from dashboard.words import Words

KEY = "so_lieu"  # in the address
NOW = ""


class Since(NamedTuple):
    """What is otherwise than it was reported: in a sentence, and the figures that are listed."""

    said: str
    rows: pd.DataFrame
    columns: Columns


class _Closing(NamedTuple):
    period: str
    closing: int
    closed_at: pd.Timestamp
    as_of: pd.Timestamp
    fingerprint: str
    questions: object


def choose(page: Page, chosen: Selection) -> tuple[Selection, Readings]:
    """The selection and who answers: now, or a closing of the commune's year if one is chosen."""
    closed = _closed(page, chosen)
    if not closed:
        return chosen, page.ask
    words = page.words
    names = {key: _label(row, words) for key, row in closed.items()}
    said = choice(KEY, words["reported.choice"], {NOW: words["reported.now"], **names})
    selection.keep(KEY, names.get(said))
    if said == NOW:
        return chosen, page.ask
    seen = closed[said]
    as_then = _selected(page.ask, chosen, seen)
    _tell(page, as_then, seen)
    return as_then, page.ask.as_reported(
        Reported(
            chosen.unit_id,
            chosen.year_to,
            seen.period,
            seen.closing,
            seen.as_of.date(),
            seen.closed_at,
            seen.fingerprint,
            tuple(seen.questions),  # type: ignore[arg-type]  # a list in its cell
        )
    )


def not_here(page: Page, chosen: Selection) -> None:
    """Say that a page shows figures of now, where the address asks for those of a closing: no
    closing holds this page's. The choice is carried on to the pages that have it."""
    said = st.query_params.get(KEY)
    if said in {_label(row, page.words) for row in _closed(page, chosen).values()}:
        selection.keep(KEY, said)
        line = page.words.say("reported.not_here", said=said)
        st.html(f'<p class="papi-reported">{escape(line)}</p>')


def _closed(page: Page, chosen: Selection) -> dict[str, _Closing]:
    """The closings of the commune's year; none above the communes, where which commune a row is
    of is no figure."""
    if chosen.level != "commune":
        return {}
    rows = rows_of(page.ask.reporting.closings(chosen.unit_id), _Closing)
    return {_key(row): row for row in rows if row.period[:4] == str(chosen.year_to)}


def _key(row: _Closing) -> str:
    return f"{row.period} {row.closing}"


def _label(row: _Closing, words: Words) -> str:
    period = reporting.period_name(row.period.rsplit("-", 1)[1], words).lower()
    return words.say("reported.as", period=period, closing=row.closing)


def _selected(ask: Readings, chosen: Selection, seen: _Closing) -> Selection:
    """The choices at the closing's period and day."""
    periods = rows_of(ask.periods(chosen.year_to), PeriodRow)
    period = next(row for row in periods if row.period == seen.period)
    return replace(
        chosen,
        period=period.period,
        period_kind=period.kind,
        period_ends=period.ends.date(),
        period_due=period.due.date(),
        seen_at=seen.as_of.date(),
    )


def _tell(page: Page, chosen: Selection, seen: _Closing) -> None:
    """Which state is shown, and what of it is otherwise now."""
    words = page.words
    (closed,) = local(pd.Series([seen.closed_at]))
    line = words.say(
        "reported.line",
        period=reporting.period_name(chosen.period_kind, words).lower(),
        year=chosen.year_to,
        closing=seen.closing,
        day=numbers.day(chosen.seen_at),
        closed=numbers.day(closed),
        code=seen.fingerprint,
    )
    st.html(f'<p class="papi-reported">{escape(line)}</p>')
    found = changed(page, page.ask, chosen, seen.closing)
    said = words.say("reported.since", said=found.said)
    if found.rows.empty:
        page.source(said)
        return
    with st.expander(words.say("reported.differences", count=numbers.count(len(found.rows)))):
        alt = words["reporting.beside_alt"]
        page.table(found.rows, "reported_differences", found.columns, alt)
        page.source(said)


def changed(page: Page, ask: Readings, chosen: Selection, closing: int) -> Since:
    """What of a closing of the chosen period is otherwise now; ask answers as of now."""
    words = page.words
    found = ask.reporting.differences(chosen.unit_id, chosen.period, closing)
    tree = ask.components(chosen.year_to)
    tasks = ask.plan.tasks(chosen.unit_id, chosen.year_to)
    written = ask.remarks.every(chosen.unit_id, chosen.year_to)
    shown, (rows, columns) = closing_tables.differences(
        found,
        dict(zip(tree.component, tree["name"], strict=True)),
        dict(zip(tasks.task_id, tasks.task, strict=True)),
        remarking.named(written, words),
        words,
    )
    hidden = int(found.is_hidden.sum())
    beside = len(found) - len(shown) - hidden
    return Since(reporting.since_closing(len(shown), beside, hidden, words), rows, columns)


def ways(page: Page, chosen: Selection, closing: int) -> None:
    """Links to the pages that can be seen as this closing reported them."""
    kind = chosen.period_kind
    period = reporting.period_name(kind, page.words).lower()
    said = page.words.say("reported.as", period=period, closing=closing)
    page.source(page.words["reported.see_as"])
    with st.container(horizontal=True, gap="small"):
        for row in (row for row in PAGES if row.is_reported):
            page.link(row.name, page.words[row.title], selection.kept() | {KEY: said})
