"""The four figures of the first page, and what is to be done."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from dashboard import numbers, verdicts
from dashboard.charts import task_bar
from dashboard.parts.data_page import DataPage
from dashboard.parts.pieces import Colour, ToDo, key_figure, to_do_list
from dashboard.readings.listed import UrgentRow
from dashboard.readings.short_names import short_names
from dashboard.rows import rows_of
from dashboard.sentences import headlines
from dashboard.sentences.reporting import period_name, sending
from dashboard.states import DONE
from dashboard.verdicts import Verdict
from dashboard.words import Words

SHOWN = 4
BADGES: dict[str | None, Colour] = {"up": "blue", "down": "orange"}


def key_figures(page: DataPage, total: pd.Series, counts: pd.Series) -> None:
    """Score, tasks done, tasks overdue, report due; none for which there are no data.

    total: the total's row of the two years; counts: the unit's tasks by state.
    """
    figures: list[Callable[[], None]] = [lambda: _report(page)]
    if counts.assigned:
        figures[:0] = [lambda: _done(page.words, counts), lambda: _late(page.words, counts)]
    if page.chosen.has_survey:
        figures.insert(0, lambda: _score(page, total))
    for column, figure in zip(st.columns(len(figures)), figures, strict=True):
        with column:
            figure()


def _score(page: DataPage, total: pd.Series) -> None:
    chosen, words = page.chosen, page.words
    value, status = total.estimate_to, total.status_to
    verdict = verdicts.of(total.to_frame().T)[0]
    key_figure(
        words.say("overview.score", year=chosen.year_to, highest=f"{total.scale_high:.0f}"),
        numbers.shown(numbers.score(value), value, status, words=words),
        _changed(total, verdict, words),
        BADGES.get(verdict, "gray"),
        words.say(
            "overview.against", score=numbers.score(total.estimate_from), year=chosen.year_from
        ),
    )


def _changed(total: pd.Series, verdict: Verdict | None, words: Words) -> str | None:
    """The difference with its verdict; without one of them there is no badge."""
    if not numbers.is_number(total.change):
        return None
    change = numbers.between(total.estimate_from, total.estimate_to, total.change)
    return f"{change} {verdicts.text(verdict, words)}".strip()


def _done(words: Words, counts: pd.Series) -> None:
    finished, assigned = int(counts[list(DONE)].sum()), int(counts.assigned)
    key_figure(
        words["overview.done"],
        f"{finished}/{assigned}" if assigned else numbers.NOTHING,
        numbers.share(finished, assigned) if assigned else None,
        "blue",
        words.say("overview.done_late", count=int(counts.done_late)),
    )


def _late(words: Words, counts: pd.Series) -> None:
    key_figure(
        words["overview.overdue"],
        str(int(counts.overdue)) if counts.assigned else numbers.NOTHING,
        words.say("overview.days", days=int(counts.longest)) if counts.overdue else None,
        "orange",
        words["overview.longest"],
    )


def _report(page: DataPage) -> None:
    due, words = page.chosen.period_due, page.words
    key_figure(
        words["overview.report_due"],
        sending(page.chosen.period_kind, due, words),
        headlines.due(due, page.chosen.seen_at, words),
        "gray",
        period_name(page.chosen.period_kind, words),
    )


def to_do(page: DataPage, done: pd.DataFrame, counts: pd.Series) -> None:
    """All tasks in one bar, then the longest overdue."""
    chosen, words = page.chosen, page.words
    urgent = page.ask.plan.follow_up(chosen.unit_id, chosen.year_to, **chosen.when)
    page.section(
        words.say("overview.to_do", count=int(counts.overdue)),
        words.say("overview.tasks_by_state", count=int(counts.assigned)),
    )
    if counts.assigned:
        bar = task_bar.of_units(done, words, page.look)
        page.draw(bar, "overview_bar", task_bar.alt_text(done, words))
        st.html(task_bar.key_line(done, words, page.look))
    late = urgent[urgent.is_overdue].drop_duplicates("task_id").head(SHOWN)
    names = short_names(late.official)
    items = (_to_do(row, names[row.official], words) for row in rows_of(late, UrgentRow))
    to_do_list(items, words["overview.no_overdue"])
    with st.container(horizontal=True, gap="small"):
        page.link("follow_up", words["overview.all"])
        if counts.done_late:
            label = words.say("overview.done_late_tasks", count=int(counts.done_late))
            page.link("officials", label, {"trang_thai": words["state.done_late"]})


def _to_do(row: UrgentRow, official: str, words: Words) -> ToDo:
    who = words.say(
        "overview.who",
        official=official,
        component=row.component,
        day=numbers.day(row.due.date()),
    )
    return ToDo(numbers.count(int(row.days_late)), words["overview.day"], row.task, who)
