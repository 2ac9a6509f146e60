"""The workbook: all tables of the pages, with the figures of the slides."""

from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Paper
from dashboard.papers import (
    book_parts,
    decided_parts,
    explained_parts,
    logged_parts,
    place_parts,
    proposed_parts,
    score_parts,
)
from dashboard.papers.report_paper import there
from dashboard.papers.stamping import period, stamp
from dashboard.papers.state import State


def make(state: State) -> Paper:
    """What there is of them; how each is to be read stands in its note."""
    words = state.words
    title = words.say("paper.slides_title", unit=state.unit.unit, period=period(state))
    parts = there(
        book_parts.scores(state, "dimension"),
        score_parts.changes(state),
        book_parts.scores(state, "sub_dimension"),
        score_parts.changes(state, "sub_dimension"),
        place_parts.villages(state),
        place_parts.heat(state),
        book_parts.villages(state),
        place_parts.communes(state),
        book_parts.officials(state),
        book_parts.tasks(state),
        book_parts.follow_up(state),
        logged_parts.communication(state),
        logged_parts.communication_tasks(state),
        book_parts.activities(state),
        logged_parts.supervision(state),
        explained_parts.explanations(state),
        proposed_parts.proposals(state),
        decided_parts.decisions(state),
    )
    return Paper("workbook", state.language, "", Said(title), stamp(state), parts)
