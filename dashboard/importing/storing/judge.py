"""The second step of a commit: where each row belongs, and which rows may not stand."""

import duckdb

from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import NameQuestion, Reading
from dashboard.importing.storing import published_scores, write_units
from dashboard.importing.storing.checks import checked
from dashboard.importing.storing.places import Places
from dashboard.importing.storing.scopes import Unplaced, notes, scopes_of
from dashboard.importing.storing.stages import Judged, Prepared
from dashboard.importing.storing.undo import give_way


class Refused(Exception):
    """The file is not stored: args are the reading and, where it says why, a Finding; question
    is what an answer to that could be."""

    def __init__(
        self,
        reading: Reading,
        finding: Finding | None = None,
        question: NameQuestion | None = None,
    ):
        super().__init__(reading, finding)
        self.reading = reading
        self.finding = finding
        self.question = question


def judge(cursor: duckdb.DuckDBPyConnection, prepared: Prepared) -> Judged:
    """Names resolved, checks done; earlier imports of the file give way. Raises Refused."""
    sheets = prepared.reading.sheets
    places = Places.of(cursor, prepared.decisions)
    try:
        units = write_units.placed(sheets, places)
        scopes = scopes_of(sheets, prepared.options, places)
    except Unplaced as unplaced:
        raise Refused(prepared.reading, unplaced.finding, unplaced.question) from None
    again = give_way(cursor, prepared.outdated)
    reading, complete = published_scores.without_repeats(prepared.reading), prepared.complete
    state = checked(cursor, places, reading, scopes, complete)
    if complete and state.reading.has_refused_rows:
        complete = False
        state = checked(cursor, places, reading, scopes, complete)
    if state.reading.refused:
        raise Refused(state.reading)
    reading = state.reading.with_findings(on_sheets=notes(scopes, places))
    if prepared.said_complete and not complete:
        reading = reading.with_findings(Finding("not_complete", "warning"))
    return Judged(reading, complete, places, units, state.scopes, frozenset(again))
