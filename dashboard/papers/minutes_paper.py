"""The minutes of the meeting: what it saw, what was explained, what was decided; the rest is left
to be filled in by hand."""

from dataclasses import replace

from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Paper, Section
from dashboard.papers import decided_parts, explained_parts, findings_part
from dashboard.papers.letterhead import office
from dashboard.papers.report_paper import there
from dashboard.papers.stamping import period, stamp
from dashboard.papers.state import State

OPENING = ("begins", "where", "who", "presides", "writes", "about")
SIGNS = ("secretary", "presiding")


def make(state: State) -> Paper:
    """The minutes; what the program does not know stands as "…"."""
    words = state.words
    when = period(state)
    signs = tuple(("", words[f"papers.minutes.{name}"]) for name in SIGNS)
    return Paper(
        "minutes",
        state.language,
        words["papers.minutes.heading"],
        Said(words.say("papers.minutes.title", period=when)),
        stamp(state),
        sections=_sections(state),
        office=office(state, "BB", signs),
        opening=tuple(Said(words.say(f"papers.minutes.{key}", period=when)) for key in OPENING),
        closing=(Said(words["papers.minutes.ends"]),),
    )


def _sections(state: State) -> tuple[Section, ...]:
    words = state.words
    seen = findings_part.findings(state)
    seen = replace(seen, title=Said(""), measure="", note=Said(""), source="")
    decided = there(decided_parts.of_meeting(state), decided_parts.of_earlier_meetings(state))
    nothing = (Said(words["papers.minutes.nothing_decided"]),)
    # Each decision is a task at once: the screen showed how it was before.
    told = ["reported", *(["counted"] if decided_parts.are_counted(state) else [])]
    heard = tuple(Said(words[f"papers.minutes.{name}"]) for name in told)
    return (
        Section(words["papers.minutes.seen"], heard, (seen,)),
        Section(
            words["papers.minutes.discussed"],
            (Said(words["papers.minutes.opinions"]),),
            there(explained_parts.explanations(state)),
        ),
        Section(words["papers.minutes.decided"], () if decided else nothing, decided),
    )
