"""Reminders: a page an official with what is overdue, what is due soon, what proves it done, and
where and until when to hand that in."""

from dashboard import numbers
from dashboard.documents.model.numbered import Said, said
from dashboard.documents.model.paper import Letter, Paper
from dashboard.errors import DashboardError
from dashboard.papers import due_parts, phrases
from dashboard.papers.due_parts import Urgent
from dashboard.papers.letterhead import by_order, committee, office
from dashboard.papers.stamping import period, stamp
from dashboard.papers.state import State
from dashboard.readings.frames import day
from dashboard.sentences.reporting import sending
from dashboard.tables.persons import person


def make(state: State) -> Paper:
    """A letter each for who has something overdue or due soon, the longest overdue first; what
    nobody leads is a letter too. Raises DashboardError document_no_reminders where nobody has,
    document_no_tasks where that is not known."""
    words = state.words
    if not state.has_tasks:
        raise DashboardError("document_no_tasks", unit=state.unit.unit, year=state.year)
    groups: dict[tuple[str, str], list[Urgent]] = {}
    for row in due_parts.urgent(state):
        groups.setdefault((row.official, row.unit), []).append(row)
    if not groups:
        holes = {"unit": state.unit.unit, "day": numbers.day(state.about.as_of)}
        raise DashboardError("document_no_reminders", **holes)
    return Paper(
        "reminders",
        state.language,
        words["papers.reminders.heading"],
        Said(words.say("papers.reminders.title", period=period(state))),
        stamp(state),
        letters=tuple(_letter(state, rows) for rows in groups.values()),
        office=office(state, "TB", by_order(state)),
    )


def _letter(state: State, rows: list[Urgent]) -> Letter:
    words, first = state.words, rows[0]
    nobody = words["papers.reminders.nobody"]
    to = person(first.official or nobody, first.unit, not state.is_commune)
    return Letter(to, due_parts.of_official(state, rows), (_counted(state, rows), _hand_in(state)))


def _counted(state: State, rows: list[Urgent]) -> Said:
    """How much is overdue, by the figure of the table of officials, and what is asked."""
    words, first = state.words, rows[0]
    shown = numbers.day(state.about.as_of)
    if not first.is_overdue or not first.official:
        return Said(words.say("papers.reminders.asked", day=shown))
    frame = state.ask.plan.officials(state.unit.unit_id, state.year, **state.when)
    own = frame[(frame.official == first.official) & (frame.unit == first.unit)]
    (row,) = own.itertuples()
    count = phrases.count(state, "official_completion", row, "overdue")
    return said(words["papers.reminders.overdue"], day=shown, count=count)


def _hand_in(state: State) -> Said:
    """Where evidence is handed in and until when: at once after the day of sending."""
    words = state.words
    where = words["papers.office.desk" if state.is_commune else "papers.office.desk_above"]
    holes = {"where": where, "body": committee(state, state.unit.name)}
    last = day(state.period.due)
    if last is None or last < state.about.as_of:
        return Said(words.say("papers.reminders.hand_in_now", **holes))
    until = sending(state.period.kind, last, words)
    return Said(words.say("papers.reminders.hand_in", until=until, **holes))
