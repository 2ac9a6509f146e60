"""A reading into the store, all or nothing: prepared, judged, written.

Runs inside the caller's transaction (store.write or store.rehearse). Bad data raises
nothing: the answer is a Receipt whose status is refused, and then nothing was written.
"""

from dataclasses import replace

import duckdb

from dashboard.importing.model.reading import NameQuestion, Options, Reading
from dashboard.importing.outcome.receipt import Receipt, receipt_of
from dashboard.importing.storing import record_questions
from dashboard.importing.storing.judge import Refused, judge
from dashboard.importing.storing.prepare import prepare
from dashboard.importing.storing.stages import Prepared, Written
from dashboard.importing.storing.write import write
from dashboard.store import sql

Cursor = duckdb.DuckDBPyConnection


def commit(
    cursor: Cursor, reading: Reading, content: bytes, options: Options, complete: bool
) -> Receipt:
    """Write a reading and the file itself; the Receipt says what became of it.

    complete: the file holds all rows of its kinds, units and years; others are dropped.
    """
    if reading.refused:
        return receipt_of(reading, "refused")
    prepared = prepare(cursor, reading, options, complete)
    if prepared.is_unchanged:
        return _unchanged(cursor, prepared)
    try:
        judged = judge(cursor, prepared)
    except Refused as refusal:
        return _refused(refusal)
    return _imported(write(cursor, prepared, judged, content))


def _imported(written: Written) -> Receipt:
    about = {(scope.sheet.kind, scope.unit, scope.year) for scope in written.scopes}
    return replace(
        receipt_of(written.reading, "imported"),
        import_id=written.import_id,
        changes=written.changes,
        name_questions=written.name_questions,
        record_questions=written.record_questions,
        scopes=tuple(sorted(about)),
    )


def _unchanged(cursor: Cursor, prepared: Prepared) -> Receipt:
    """With what was asked when the file was imported and nobody has answered yet."""
    asked = [
        row
        for known in prepared.earlier
        if known.knows_layouts
        for row in sql.run(cursor, "name_questions", import_id=known.import_id).fetchall()
    ]
    questions = tuple(
        NameQuestion(kind, unit, written, tuple(candidates), taken or "")
        for kind, unit, written, candidates, taken, *_ in asked
    )
    open_ = record_questions.asked(cursor, [known.import_id for known in prepared.earlier])
    return replace(
        receipt_of(prepared.reading, "unchanged"),
        name_questions=questions,
        record_questions=tuple(one.question for one in open_),
    )


def _refused(refusal: Refused) -> Receipt:
    more = [refusal.finding] if refusal.finding else []
    questions = (refusal.question,) if refusal.question else ()
    return replace(receipt_of(refusal.reading, "refused", *more), name_questions=questions)
