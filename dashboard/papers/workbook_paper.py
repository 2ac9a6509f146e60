"""The workbook: all tables of the pages, with the figures of the slides."""

from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Paper
from dashboard.papers import (
    book_scores,
    book_tasks,
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
        book_scores.scores(state, "dimension"),
        score_parts.changes(state),
        book_scores.scores(state, "sub_dimension"),
        score_parts.changes(state, "sub_dimension"),
        place_parts.villages(state),
        place_parts.heat(state),
        book_scores.villages(state),
        place_parts.communes(state),
        book_tasks.officials(state),
        book_tasks.tasks(state),
        book_tasks.follow_up(state),
        logged_parts.communication(state),
        logged_parts.communication_tasks(state),
        book_tasks.activities(state),
        logged_parts.supervision(state),
        explained_parts.explanations(state),
        proposed_parts.proposals(state),
        decided_parts.decisions(state),
    )
    return Paper("workbook", state.language, "", Said(title), stamp(state), parts)
