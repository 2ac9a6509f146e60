"""The line on every page of a document: of what it is, when, by which program, under which code."""

import pandas as pd

from dashboard import __version__, numbers
from dashboard.documents.model.numbered import Said, said
from dashboard.documents.model.paper import Stamp
from dashboard.folding import capital
from dashboard.papers.compared import compared, of_level
from dashboard.papers.state import State
from dashboard.sentences.reporting import period_name
from dashboard.tables.text_columns import local


def period(state: State) -> str:
    """ "6 tháng đầu năm 2023"."""
    return f"{period_name(state.period.kind, state.words).lower()} {state.year}"


def stamp(state: State, village: str = "") -> Stamp:
    """What stands at the foot of each page; village: the one alone that the document is of."""
    words = state.words
    (made,) = local(pd.Series([state.made]))
    asked = Said("") if village else _asked(state)
    told = [  # a narrow foot cuts what stands last
        f"{village}, {state.unit.unit}" if village else state.unit.unit,
        capital(period(state)),
        words.say("paper.as_of", day=numbers.day(state.about.as_of)),
        words["page.simulated"] if state.unit.is_simulated else "",
        words.say("paper.code", code=state.fingerprint),
        words.say("paper.closing", closing=state.closing) if state.closing is not None else "",
        asked.text,
        words.say("paper.made", moment=f"{made:%d/%m/%Y %H:%M}"),
        words.say("paper.program", version=__version__),
    ]
    return Stamp(
        " · ".join(filter(None, told)),
        state.unit.unit,
        period(state),
        state.about.as_of,
        state.made,
        __version__,
        state.fingerprint,
        state.unit.is_simulated,
        asked.numbers,
    )


def _asked(state: State) -> Said:
    """How many were asked in the later year, of the whole unit: no document has a filter."""
    for row in of_level(compared(state), "total") if state.has_survey else []:
        if numbers.is_number(row.respondents_to):
            count = numbers.count(int(row.respondents_to))
            n = state.find("component_scores", row, "respondents", count, year=state.year)
            return said(state.words["paper.asked"], count=n or count, year=state.year)
    return Said("")
