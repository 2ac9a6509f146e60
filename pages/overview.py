"""Tổng quan: the chairperson's first look. How is the index, what is done, what needs me?"""

from datetime import date

import pandas as pd
import streamlit as st

from dashboard import numbers, verdicts
from dashboard.charts import task_bar
from dashboard.parts import frame
from dashboard.parts.frame import Page
from dashboard.parts.pieces import ToDo, key_figure, to_do_list
from dashboard.parts.summary import summary
from dashboard.readings.short_names import short_name
from dashboard.sentences import headlines
from dashboard.states import DONE
from dashboard.words import Words

SHOWN = 4
BADGES = {"up": "blue", "down": "orange"}


def key_figures(page: Page, total: pd.Series, counts: pd.Series) -> None:
    """Score, tasks done, tasks overdue, report due."""
    chosen, words = page.chosen, page.words
    score, done, late, report = st.columns(4)
    with score:
        highest = f"{total.scale_high:.0f}"
        key_figure(
            words.say("overview.score", year=chosen.year_to, highest=highest),
            numbers.shown(
                numbers.score(total.estimate_to), total.estimate_to, total.status_to, words=words
            ),
            changed(total, words),
            BADGES.get(verdicts.of(total.to_frame().T)[0], "gray"),
            words.say("overview.against", year=chosen.year_from),
        )
    finished, assigned = int(counts[list(DONE)].sum()), int(counts.assigned)
    with done:
        key_figure(
            words["overview.done"],
            f"{finished}/{assigned}" if assigned else numbers.NOTHING,
            numbers.share(finished, assigned) if assigned else None,
            "blue",
            words.say("overview.done_late", count=int(counts.done_late)),
        )
    with late:
        key_figure(
            words["overview.overdue"],
            str(int(counts.overdue)) if assigned else numbers.NOTHING,
            words.say("overview.days", days=int(counts.longest)) if counts.overdue else None,
            "orange",
            words["overview.longest"],
        )
    with report:
        key_figure(
            words["overview.report_due"],
            numbers.day(chosen.period_due),
            headlines.due(chosen.period_due, date.today(), words),
            "gray",
            words[f"period.{chosen.period.rsplit('-', 1)[1]}"],
        )


def changed(total: pd.Series, words: Words) -> str | None:
    """The difference with its verdict; without one of them there is no badge."""
    if not numbers.is_number(total.change):
        return None
    verdict = verdicts.of(total.to_frame().T)[0]
    return f"{numbers.difference(total.change)} {verdicts.text(verdict, words)}".strip()


def to_do(page: Page, done: pd.DataFrame, counts: pd.Series) -> None:
    """All tasks in one bar, then the longest overdue."""
    words = page.words
    urgent = page.ask.follow_up(page.chosen.unit, page.chosen.year_to, **page.chosen.when)
    page.section(
        words.say("overview.to_do", count=int(counts.overdue)),
        words.say("overview.tasks_by_state", count=int(counts.assigned)),
    )
    if counts.assigned:
        bar = task_bar.of_units(done, words, page.look)
        page.draw(bar, "overview_bar", task_bar.alt_text(done, words))
        st.html(task_bar.key_line(done, words, page.look))
    late = urgent[urgent.is_overdue].drop_duplicates("task_id").head(SHOWN)
    to_do_list(
        (
            ToDo(
                numbers.count(row.days_late),
                words["overview.day"],
                row.task,
                words.say(
                    "overview.who",
                    official=short_name(row.official),
                    component=row.component,
                    day=numbers.day(row.due),
                ),
            )
            for row in late.itertuples()
        ),
        words["overview.no_overdue"],
    )
    page.link("follow_up", words["overview.all"])


with frame.page("overview", needs="any") as page:
    chosen, words = page.chosen, page.words
    change = page.ask.change(chosen.unit, chosen.year_from, chosen.year_to)
    done = page.ask.completion(chosen.unit, chosen.year_to, **chosen.when)
    counts = done.select_dtypes("number").sum()
    counts["longest"] = done.longest_overdue.max()
    total = change[change.level == "total"].iloc[0]
    dimensions = change[change.level == "dimension"]

    page.heading(headlines.overview(change, done, chosen.year_to, words), page.years, page.seen_at)
    with st.container(key="kpis"):
        key_figures(page, total, counts)
    with st.container(key="body"):
        left, right = st.columns([0.63, 0.37], gap="medium")
    with left:
        page.levels(dimensions, total, "overview_levels")
        page.link("components", words["overview.more_components"])
        page.link("component", words["overview.how"], {"ma": "PAPI"})
    with right:
        to_do(page, done, counts)
    summary(page, change, done)
