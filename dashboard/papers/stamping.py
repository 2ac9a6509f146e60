"""The line on every page of a document: of what it is, when, by which program, under which code."""

import pandas as pd

from dashboard import __version__, numbers
from dashboard.documents.model.paper import Stamp
from dashboard.folding import capital
from dashboard.papers.state import State
from dashboard.sentences.reporting import period_name
from dashboard.tables.text_columns import local


def period(state: State) -> str:
    """ "6 tháng đầu năm 2023"."""
    return f"{period_name(state.period.kind, state.words).lower()} {state.year}"


def stamp(state: State) -> Stamp:
    """What stands at the foot of each page."""
    words = state.words
    (made,) = local(pd.Series([state.made]))
    told = [
        state.unit.unit,
        capital(period(state)),
        words.say("paper.as_of", day=numbers.day(state.about.as_of)),
        words.say("paper.made", moment=f"{made:%d/%m/%Y %H:%M}"),
        words.say("paper.code", code=state.fingerprint),
        words.say("paper.program", version=__version__),
    ]
    if state.closing is not None:
        told.insert(3, words.say("paper.closing", closing=state.closing))
    if state.unit.is_simulated:
        told.append(words["page.simulated"])
    return Stamp(
        " · ".join(told),
        state.unit.unit,
        period(state),
        state.about.as_of,
        state.made,
        __version__,
        state.fingerprint,
        state.unit.is_simulated,
    )
