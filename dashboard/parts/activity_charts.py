"""The pieces of the page of communication: by group, by month, by village, beside two scores."""

import pandas as pd

from dashboard.charts import count_bars, months
from dashboard.parts.data_page import DataPage
from dashboard.readings.activity_readings import By
from dashboard.sentences import telling
from dashboard.tables import activity_tables
from dashboard.words import Words

MOST_DRAWN = 20  # villages, the least reached first: a district has hundreds
GROUPS: tuple[By, ...] = ("channel", "component", "performer")


def groups(words: Words) -> dict[By, str]:
    """What activities may be grouped by, with its name."""
    return {by: words[f"telling.by_{by}"] for by in GROUPS}


def by_group(page: DataPage, by: By) -> None:
    """A bar a channel, component or performer."""
    words, chosen = page.words, page.chosen
    counts = page.ask.activity.counts(chosen.unit_id, chosen.year_to, by, **chosen.when)
    if by == "component":
        tree = page.ask.components(chosen.year_to)
        names = dict(zip(tree.component, tree.component + " " + tree["name"], strict=True))
        counts = counts.assign(label=[names.get(code, code) for code in counts.grouped])
    rows = activity_tables.tallies(counts, by, words)
    page.chart(
        count_bars.bars(rows, words, page.look, page.phone),
        f"communication_{by}",
        telling.most(counts, by, words),
        words["telling.measure"],
        count_bars.alt_text(rows, words),
    )


def by_month(page: DataPage) -> None:
    """A bar a month of the period so far."""
    words, chosen = page.words, page.chosen
    counts = page.ask.activity.months(chosen.unit_id, chosen.year_to, **chosen.when)
    rows = pd.DataFrame(
        {
            "month": [telling.month(value) for value in counts.grouped],
            "amount": counts.activities.astype(int),
        }
    )
    page.chart(
        months.bars(rows, words, page.look, page.phone),
        "communication_months",
        telling.months(counts, words),
        words["telling.months_measure"],
        months.alt_text(rows, words),
    )


def by_village(page: DataPage, reach: pd.DataFrame) -> None:
    """A bar a village: what was held in it, and beside that what was for the whole commune."""
    if reach.empty:
        return
    words = page.words
    rows = activity_tables.villages(reach, words)
    shown, more = rows.head(MOST_DRAWN), len(rows) - MOST_DRAWN
    page.chart(
        count_bars.bars(shown, words, page.look, page.phone),
        "communication_villages",
        telling.villages(reach, words),
        words["telling.villages_measure"],
        count_bars.alt_text(shown, words),
        source=words.say("telling.more_villages", count=more) if more > 0 else "",
    )


def beside_scores(page: DataPage) -> None:
    """The two scores that speak of knowing, with the activities on each."""
    words, chosen = page.words, page.chosen
    counts = page.ask.activity.counts(chosen.unit_id, chosen.year_to, "component", **chosen.when)
    page.section(words["telling.beside_title"], words["telling.beside_measure"])
    said = telling.beside(page.change(), counts, words)
    page.lines(said or [words["telling.beside_none"]])
