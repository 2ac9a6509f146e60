"""A reporting period on its page: which, until when, and who has handed in."""

from html import escape

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.parts import cut_offs
from dashboard.parts.data_page import DataPage
from dashboard.parts.pieces import key_figure
from dashboard.readings.listed import PeriodRow, SubmissionRow
from dashboard.rows import rows_of
from dashboard.sentences import reporting
from dashboard.states import DONE
from dashboard.tables import closing_tables

LISTED = 3  # missing results named of one official


def choose(page: DataPage) -> None:
    """The year's periods, each with its end and its day of sending: one is looked at at its end."""
    periods = list(rows_of(page.ask.periods(page.chosen.year_to), PeriodRow))
    with st.container(horizontal=True, gap="small", key="periods"):
        for period in reversed(periods):
            ends = period.ends.date()
            st.button(
                page.words.say(
                    "reporting.choose",
                    period=reporting.period_name(period.kind, page.words),
                    ends=numbers.day(ends),
                    sent=reporting.sending(period.kind, period.due.date(), page.words),
                ),
                key=f"period_{period.kind}",
                type="primary" if period.period == page.chosen.period else "secondary",
                on_click=cut_offs.look_at,
                args=(period.kind, min(ends, page.ask.today)),
            )


def countdown(page: DataPage, submissions: pd.DataFrame, closed: pd.DataFrame) -> None:
    """The cut-off, the day of sending, results written and closings, as key figures."""
    chosen, words = page.chosen, page.words
    filled, tasks = int(submissions.filled.sum()), int(submissions.tasks.sum())
    columns = st.columns(4)
    sent = reporting.sending(chosen.period_kind, chosen.period_due, words)
    for column, name, day, text in (
        (columns[0], "ends", chosen.period_ends, numbers.day(chosen.period_ends)),
        (columns[1], "due", chosen.period_due, sent),
    ):
        with column:
            said = reporting.until(day, chosen.seen_at, words)
            key_figure(words[f"reporting.{name}"], text, said)
    with columns[2]:
        share = numbers.share(filled, tasks) if tasks else None
        said = f"{filled}/{tasks}" if tasks else numbers.NOTHING
        key_figure(words["reporting.filled"], said, share, "blue", _how_far(page))
    with columns[3]:
        newest = closed.iloc[0] if len(closed) else None
        code = numbers.NOTHING if newest is None else str(newest.fingerprint)
        times = words.say("reporting.closed_times", count=len(closed)) if len(closed) else None
        key_figure(words["reporting.closed"], code, times)


def _how_far(page: DataPage) -> str:
    """A result that is written need not be a task that is done: how many are, how many overdue."""
    chosen = page.chosen
    counts = page.ask.plan.completion(chosen.unit_id, chosen.year_to, **chosen.when).sum(
        numeric_only=True
    )
    holes = {"done": int(counts[list(DONE)].sum()), "overdue": int(counts.overdue)}
    return page.words.say("reporting.how_far", **holes)


def officials(page: DataPage, submissions: pd.DataFrame) -> None:
    """Who lacks what, with the way to those tasks; then who has everything."""
    chosen, words = page.chosen, page.words
    page.section(words["reporting.who"], words["reporting.who_about"])
    if chosen.level != "commune":
        rows, columns = closing_tables.by_unit(submissions, words)
        page.table(rows, "submissions", columns, words["reporting.who"])
        return
    tasks = page.ask.reporting.unfilled(
        chosen.unit_id, chosen.year_to, chosen.period, chosen.seen_at
    )
    by_lead = [(text, lead.split("; ")) for text, lead in zip(tasks.task, tasks.lead, strict=True)]
    for row in rows_of(submissions[~submissions.submitted], SubmissionRow):
        said = reporting.standing(row.tasks, row.filled, row.submitted, row.days_late, words)
        _lacking(
            page, row.official, said, [task for task, leads in by_lead if row.official in leads]
        )
    done = submissions[submissions.submitted]
    if len(done):
        rows, columns = closing_tables.submitted(done, words)
        with st.expander(words.say("reporting.submitted", count=len(done))):
            page.table(rows, "submitted", columns, words["reporting.who"])


def _lacking(page: DataPage, official: str, standing: str, tasks: list[str]) -> None:
    words = page.words
    shown = "; ".join(f"«{text}»" for text in tasks[:LISTED])
    if len(tasks) > LISTED:
        shown += words.say("reporting.more", count=len(tasks) - LISTED)
    left, right = st.columns([0.75, 0.25], vertical_alignment="center", gap="small")
    with left:
        name = official or words["follow_up.nobody"]
        st.html(
            f'<p class="papi-duty"><b>{escape(name)}</b>'
            f"<small><em>{escape(standing)}</em> {escape(shown)}</small></p>"
        )
    with right:
        if official:
            page.link("officials", words["reporting.to_tasks"], {"can_bo": official})
        else:
            page.link("follow_up", words["reporting.to_tasks"])
