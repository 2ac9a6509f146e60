"""The period and the date looked at: the period's cut-offs by a button, any other day beside."""

import re
from contextlib import suppress
from datetime import date

import streamlit as st

from dashboard import numbers
from dashboard.parts.as_written import as_written
from dashboard.parts.filters import choice
from dashboard.readings.listed import PeriodRow
from dashboard.sentences.reporting import period_name
from dashboard.store import closings
from dashboard.words import Words

# Keys are the names in the address.
PERIOD, AS_OF = "ky", "ngay"

_DAY = re.compile(r"([0-9]{1,4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,4}))?")


def choose(periods: list[PeriodRow], today: date, words: Words) -> tuple[PeriodRow, date | None]:
    """The period, and the date where one was chosen. The choice is kept as the kind (Y or H1):
    it holds when the year changes."""
    names = {period.kind: period_name(period.kind, words) for period in periods}
    kind = choice(PERIOD, words["bar.period"], names, is_label_shown=True)
    st.caption(words["bar.as_of"])
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom"):
        for period in reversed(periods):
            ends = period.ends.date()
            known = f"bar.cut_off_{period.kind}" in words
            key = f"bar.cut_off_{period.kind}" if known else "bar.cut_off"
            holes = {"day": numbers.short_day(ends), "period": names[period.kind].lower()}
            label = words.say(key, **holes)
            _button(label, f"cut_off_{period.kind}", period.kind, ends)
        _button(words["bar.today"], "cut_off_today", None, today)
    typed = st.text_input(
        words["bar.other_day"],
        key=AS_OF,
        bind="query-params",
        placeholder=words["bar.other_day_form"],
        max_chars=20,
        help=words["bar.as_of_help"],
    )
    as_of, wrong = looked_at(typed, periods, today, words)
    if wrong:
        st.warning(as_written(wrong), icon=":material/info:")
    return next(period for period in periods if period.kind == kind), as_of


def looked_at(
    typed: str, periods: list[PeriodRow], today: date, words: Words
) -> tuple[date | None, str]:
    """The day that was typed or stands in the address, or what is wrong with it."""
    year = periods[0].year
    as_of = day_of(typed, year)
    if as_of is None:
        return None, words.say("bar.no_day", typed=typed) if typed.strip() else ""
    starts = min(period.starts.date() for period in periods)
    refused = closings.too_early(as_of, year, starts, today)
    return (None, refused.sentence(words)) if refused else (as_of, "")


def day_of(typed: str, year: int) -> date | None:
    """A day as people and addresses write it: 31/5 (of the year looked at), 31/5/2023,
    31-5-2023, 2023-05-31; None of what is none."""
    if not (found := _DAY.fullmatch(typed.strip())):
        return None
    first, month, last = (int(part or year) for part in found.groups())
    with suppress(ValueError):
        day = date(first, month, last) if first > 31 else date(last, month, first)
        return day if day.year >= 1000 else None
    return None


def look_at(kind: str | None, as_of: date | None) -> None:
    """Look at a period, if one is named, and at a date: the callback of a button."""
    if kind:
        st.session_state[PERIOD] = kind
    st.session_state[AS_OF] = numbers.day(as_of) if as_of else ""


def _button(label: str, key: str, kind: str | None, as_of: date) -> None:
    st.button(as_written(label), key=key, on_click=look_at, args=(kind, as_of))
