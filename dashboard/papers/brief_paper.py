"""Two pages for the chairperson: what needs a decision first, then how things stand."""

from dataclasses import replace

from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Paper, Part
from dashboard.papers import (
    decided_parts,
    due_parts,
    findings_part,
    phrases,
    proposed_parts,
    score_parts,
    task_parts,
)
from dashboard.papers.report_paper import there
from dashboard.papers.stamping import period, stamp
from dashboard.papers.state import State

MOST, MOST_PROPOSED = 3, 6  # rows of a table: two pages hold no list


def make(state: State) -> Paper:
    """The brief, what is wanted most first."""
    words = state.words
    title = words.say("papers.brief.title", unit=state.unit.unit, period=period(state))
    late = task_parts.overdue(state)
    parts = there(
        _headed(state, "decide", _first(state, proposed_parts.proposals(state), MOST_PROPOSED)),
        _first(state, late) if late and late.table else None,
        _first(state, due_parts.soon(state)),
        _first(state, decided_parts.decisions(state)),
        _headed(state, "standing", findings_part.findings(state)),
        score_parts.changes(state) or score_parts.components(state),
    )
    heading = words["papers.brief.heading"]
    return Paper("brief", state.language, heading, Said(title), stamp(state), parts)


def _headed(state: State, name: str, part: Part | None) -> Part | None:
    """Under a heading in place of its finding, which its first row or sentence says again."""
    if part is None:
        return None
    title = Said(state.words[f"papers.brief.{name}"])
    return replace(part, title=title, measure="", note=Said(""))


def _first(state: State, part: Part | None, most: int = MOST) -> Part | None:
    """The first rows of a table, and that there are more."""
    return phrases.first_rows(part, most, state.words["papers.brief.more"])
