"""The first step of a commit: what the store and the person know of a reading."""

import duckdb

from dashboard.addresses import address
from dashboard.folding import fold
from dashboard.importing.model.reading import Known, Options, Reading
from dashboard.importing.model.records import Question
from dashboard.importing.storing import mentions, record_questions
from dashboard.importing.storing.decisions import Decisions, Key, key
from dashboard.importing.storing.stages import Earlier, Prepared, Row
from dashboard.importing.table.columns import SHEET
from dashboard.store import sql

Cursor = duckdb.DuckDBPyConnection
Meanings = dict[str, dict[str, str]]  # layout -> folded heading -> field


def known(cursor: Cursor) -> Known:
    """What a reader needs to know: the index tree and the newest questionnaire."""
    components = sql.run(cursor, "all_components", "write").fetchall()
    questions: dict[str, Question] = {}
    for _, _, *fields in sql.run(cursor, "all_questions", "write").fetchall():
        question = Question(*fields)
        questions.setdefault(fold(question.code), question)
    names = dict(sql.run(cursor, "known_names", "write").fetchall())
    return Known(tuple(components), questions, _meanings(cursor), names)


def _meanings(cursor: Cursor) -> Meanings:
    meanings: Meanings = {}
    for layout, heading, field in sql.run(cursor, "column_meanings", "write").fetchall():
        meanings.setdefault(layout, {})[heading] = field
    return meanings


def prepare(cursor: Cursor, reading: Reading, options: Options, said_complete: bool) -> Prepared:
    """The reading with what bears on it.

    A file is not complete if a row of it is refused: what the store has for that row would be
    lost.
    """
    complete = said_complete and not reading.has_refused_rows
    decisions = Decisions.of(cursor, options.same, reading.sha256)
    names = _names(reading, options, decisions)
    earlier = _earlier(cursor, reading, options, complete, names)
    numbers = [known.import_id for known in earlier]
    return Prepared(
        reading=reading,
        options=options,
        said_complete=said_complete,
        complete=complete,
        meanings=_new_meanings(reading, options, _meanings(cursor)),
        decisions=decisions,
        names=names,
        earlier=earlier,
        settles=record_questions.are_answered(cursor, numbers, options.prefer),
    )


def _names(reading: Reading, options: Options, decisions: Decisions) -> set[Key]:
    if decisions.is_empty:
        return set()
    found = {key(said.kind, said.written) for said in mentions.of_reading(reading, options)}
    units = {said.written for said in mentions.of_reading(reading, options) if said.kind == "unit"}
    units |= {sheet.address for sheet in reading.sheets}
    return found | {key("unit", part.name) for unit in units for part in address(unit).above}


def _new_meanings(reading: Reading, options: Options, known: Meanings) -> list[Row]:
    """What the person said of headings and sheets and was not known yet. Of a sheet whose kind was
    said its columns are settled too: they were shown beside it."""
    said = {fold(heading): name for heading, name in options.columns.items()}
    kinds = {fold(name): kind for name, kind in options.kinds.items()}
    rows: list[Row] = []
    for sheet in (sheet for sheet in reading.sheets if sheet.layout):
        learnt = {heading: name for heading, name in said.items() if heading in sheet.headings}
        if kind := kinds.get(sheet.layout) or kinds.get(fold(sheet.sheet)):
            learnt = {SHEET: kind} | sheet.meanings | learnt
        before = known.get(sheet.layout, {})
        rows += [
            {"layout": sheet.layout, "heading": heading, "field": name}
            for heading, name in learnt.items()
            if before.get(heading) != name
        ]
    return rows


def _earlier(
    cursor: Cursor, reading: Reading, options: Options, complete: bool, names: set[Key]
) -> list[Earlier]:
    given: dict[str, object] = {
        "sha256": reading.sha256,
        "year": options.year,
        "unit": options.unit,
        "complete": complete,
        "names": [f"{kind} {written}" for kind, written in names],
        "layouts": sorted({sheet.layout for sheet in reading.sheets}),
    }
    return sql.rows(Earlier, cursor, "same_file", "write", **given)
