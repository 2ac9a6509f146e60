"""The last step of a commit: the rows of one import into the store's append-only tables."""

import duckdb

from dashboard.importing.kinds import ANSWERS, KINDS, kind_of, resolve
from dashboard.importing.model.reading import Reading
from dashboard.importing.storing import import_log, joins, record_questions, table_rows
from dashboard.importing.storing.doubts import Doubts
from dashboard.importing.storing.new_import import NewImport
from dashboard.importing.storing.row_counts import changes_of
from dashboard.importing.storing.stages import Judged, Prepared, Written
from dashboard.store import appending, stored_scores

# The order in which kinds name new places; answers last, for they bring questions along where
# no sheet of the file has them.
_IN_ORDER = sorted(KINDS, key=lambda kind: (kind.has_answers, kind.name))

MANY_FORMS = 10_000  # of so many the scores' time shows


def write(
    cursor: duckdb.DuckDBPyConnection, prepared: Prepared, judged: Judged, content: bytes
) -> Written:
    """Every record, what was said of them and what is in doubt; the scores that follow."""
    new = NewImport.begun(cursor, judged.places)
    import_log.log_import(new, judged.reading, prepared.options, judged.complete)
    for kind in _IN_ORDER:
        resolve(kind.writer)(new, judged)
    new.append("unit", [table_rows.unit(place) for place in judged.places.added])
    new.append("unit_row", table_rows.learned(new.import_id, judged.places.learned))
    meanings = [{**row, "decided_at": new.written_at} for row in prepared.meanings]
    new.append("column_meaning", meanings)
    changes = changes_of(cursor, new.import_id, judged.scopes)
    doubts = Doubts(judged.places, new.officials, judged.reading, judged.scopes)
    new.append("name_question", doubts.rows(new.import_id))
    reading = doubts.told(judged.reading, prepared.decisions.unused(prepared.names))
    reading = _log(new, judged, reading, content)
    disagreeing = record_questions.asked(cursor, [new.import_id])
    reading = record_questions.told(new, reading, disagreeing, prepared.options.prefer)
    import_log.log_findings(new, reading)
    prepared.decisions.remember(cursor, new.written_at)
    joins.add(cursor, "import", new.officials.joined(), new.written_at, None, new.import_id)
    _fill_scores(new, judged)
    left = tuple(one.question for one in record_questions.asked(cursor, [new.import_id]))
    about = (new.import_id, new.written_at, reading, judged.scopes, changes)
    return Written(*about, doubts.questions, left)


def _log(new: NewImport, judged: Judged, reading: Reading, content: bytes) -> Reading:
    """The reading with what only the store can tell of it; its file and sheets on record."""
    import_log.log_file(new, reading, content)
    import_log.log_scopes(new, judged.scopes)
    reading = reading.with_findings(on_sheets=new.remarks)
    if not judged.complete:
        reading = reading.with_findings(on_sheets=import_log.absent_rows(new, judged.scopes))
    import_log.log_sheets(new, reading)
    return reading


def _fill_scores(new: NewImport, judged: Judged) -> None:
    surveyed = {
        (scope.unit, scope.year) for scope in judged.scopes if kind_of(scope.sheet.kind).is_survey
    }
    if sum(len(scope.records) for scope in judged.scopes_of(ANSWERS)) >= MANY_FORMS:
        appending.settle(new.cursor)
    stored_scores.fill(new.cursor, sorted(surveyed | judged.again))
    if stored_scores.have_published(new.cursor, [new.import_id]):
        stored_scores.fill_published(new.cursor)
