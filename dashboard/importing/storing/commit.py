"""A reading into the store: names resolved, rows written, scores filled, all or nothing.

Runs inside the caller's transaction (store.write or store.rehearse). Bad data raises
nothing: the answer is a Receipt whose status is refused, and then nothing was written.
"""

from collections.abc import Iterable
from dataclasses import replace

import duckdb

from dashboard.folding import fold
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Known, NameQuestion, Options, Reading, SheetReading
from dashboard.importing.model.records import Question
from dashboard.importing.outcome.receipt import Receipt, refused
from dashboard.importing.storing import mentions, published_scores, table_rows
from dashboard.importing.storing.checks import checked
from dashboard.importing.storing.decisions import Decisions, Key, key
from dashboard.importing.storing.doubts import Doubts
from dashboard.importing.storing.places import Places
from dashboard.importing.storing.row_counts import changes_of
from dashboard.importing.storing.scopes import SURVEY, Unplaced, scopes_of
from dashboard.importing.storing.undo import give_way
from dashboard.importing.storing.writer import Writer, new_meanings
from dashboard.store import sql, stored_scores
from dashboard.store.rows import append, as_columns

Cursor = duckdb.DuckDBPyConnection
Row = dict[str, object]


def known(cursor: Cursor) -> Known:
    """What a reader needs to know: the index tree and the newest questionnaire."""
    components = sql.run(cursor, "all_components", "write").fetchall()
    questions: dict[str, Question] = {}
    for _, _, *fields in sql.run(cursor, "all_questions", "write").fetchall():
        question = Question(*fields)
        questions.setdefault(fold(question.code), question)
    meanings: dict[str, dict[str, str]] = {}
    for layout, heading, field in sql.run(cursor, "column_meanings", "write").fetchall():
        meanings.setdefault(layout, {})[heading] = field
    return Known(tuple(components), questions, meanings)


def commit(
    cursor: Cursor, reading: Reading, content: bytes, options: Options, complete: bool
) -> Receipt:
    """Write a reading and the file itself; the Receipt says what became of it.

    complete: the file holds all rows of its kinds, units and years; others are dropped. It is
    none if a row of it is refused: what stood in the store for that row would be lost.
    """
    if reading.refused:
        return _receipt(reading, "refused")
    said_complete, complete = complete, complete and not _has_refused(reading)
    meanings = new_meanings(reading, options, known(cursor))
    decisions = Decisions.of(cursor, options.same)
    names = _names(reading, options, decisions)
    news = decisions.news(names)
    if not meanings and not news and _imports_of(cursor, reading, options, complete, names):
        return replace(
            _receipt(reading, "unchanged"),
            name_questions=_open(cursor, _imports_of(cursor, reading, options, complete)),
        )
    places = Places.of(cursor, decisions)
    try:
        units = _unit_rows(reading.sheets, places)
        scopes = scopes_of(reading.sheets, options, places)
    except Unplaced as question:
        return replace(
            _receipt(reading, "refused", question.args[0]),
            name_questions=_of_unplaced(question.args[0]),
        )
    reading = published_scores.without_repeats(reading)
    outdated = set(_imports_of(cursor, reading, options, complete, layouts=False))
    if not news:
        outdated -= set(_imports_of(cursor, reading, options, complete, names, layouts=False))
    again = give_way(cursor, sorted(outdated))
    state = checked(cursor, places, reading, scopes, complete)
    if complete and _has_refused(state.reading):
        complete = False
        state = checked(cursor, places, reading, scopes, complete)
    reading, scopes = state.reading, state.scopes
    if reading.refused:
        return _receipt(reading, "refused")
    if said_complete and not complete:
        finding = Finding("not_complete", "warning")
        reading = replace(reading, findings=[*reading.findings, finding])
    writer = Writer(cursor, places, options, complete)
    writer.write(reading, scopes, units)
    published_scores.write(cursor, writer.import_id, reading)
    writer.remember(meanings)
    changes = changes_of(cursor, writer.import_id, scopes)
    doubts = Doubts(places, writer.officials, reading, scopes)
    reading = doubts.told(reading, decisions.unused(names))
    append(cursor, "name_question", as_columns(doubts.rows(writer.import_id)))
    reading = writer.log(reading, content, scopes)
    decisions.remember(cursor, writer.now)
    surveyed = {(s.unit, s.year) for s in scopes if s.sheet.kind in SURVEY}
    stored_scores.fill(cursor, sorted(surveyed | again))
    if stored_scores.have_published(cursor, [writer.import_id]):
        stored_scores.fill_published(cursor)
    return replace(
        _receipt(reading, "imported"),
        import_id=writer.import_id,
        changes=changes,
        name_questions=doubts.questions,
        scopes=tuple(sorted({(s.sheet.kind, s.unit, s.year) for s in scopes})),
    )


def _has_refused(reading: Reading) -> bool:
    return any(sheet.rows_refused for sheet in reading.sheets)


def _receipt(reading: Reading, status: str, *more: Finding) -> Receipt:
    return Receipt(
        reading.file,
        reading.sha256,
        status,
        simulated=any(sheet.simulated for sheet in reading.sheets),
        sheets=tuple(map(refused, reading.sheets) if status == "refused" else reading.sheets),
        findings=(*reading.findings, *more),
    )


def _open(cursor: Cursor, imports: list[int]) -> tuple[NameQuestion, ...]:
    """What was asked when the file was imported and nobody has answered yet."""
    asked = [
        row
        for import_id in imports
        for row in sql.run(cursor, "name_questions", import_id=import_id).fetchall()
    ]
    return tuple(
        NameQuestion(kind, unit, written, tuple(candidates), taken or "")
        for kind, unit, written, candidates, taken, *_ in asked
    )


def _of_unplaced(finding: Finding) -> tuple[NameQuestion, ...]:
    """A unit's name that several bear is answered with one's id."""
    if finding.code != "unit_ambiguous":
        return ()
    ids = tuple(finding.holes["units"].split(", "))
    return (NameQuestion("unit", "", finding.value, ids),)


def _names(reading: Reading, options: Options, decisions: Decisions) -> set[Key]:
    """The names in the file, as answers about names know them; none where nobody answered."""
    if decisions.is_empty:
        return set()
    return {key(mention.kind, mention.written) for mention in mentions.of_reading(reading, options)}


def _imports_of(
    cursor: Cursor,
    reading: Reading,
    options: Options,
    complete: bool,
    names: Iterable[Key] = (),
    layouts: bool = True,
) -> list[int]:
    """Standing imports of these bytes that know all that was decided about the names, and
    what the headings of its layouts mean."""
    given = {"year": options.year, "unit": options.unit, "complete": complete}
    given |= {"sha256": reading.sha256, "names": [f"{kind} {written}" for kind, written in names]}
    given["layouts"] = sorted({sheet.layout for sheet in reading.sheets}) if layouts else []
    return [row[0] for row in sql.run(cursor, "same_file", "write", **given).fetchall()]


def _unit_rows(sheets: list[SheetReading], places: Places) -> list[tuple[SheetReading, list[Row]]]:
    """Rows of unit_row for each sheet of units, the higher levels placed first."""
    levels = ("province", "district", "commune", "village")
    found = []
    for sheet in (s for s in sheets if s.kind == "units"):
        above = {fold(u.name): u.level for u in sheet.records if u.level != "village"}
        rows = []
        for unit in sorted(sheet.records, key=lambda u: levels.index(u.level)):
            parent = None
            if unit.parent:
                default = levels[max(levels.index(unit.level) - 1, 0)]
                parent = places.unit(unit.parent, above.get(fold(unit.parent), default))
            if unit.level == "village":
                unit_id = places.villages([unit.name], parent)[unit.name]
            else:
                unit_id = places.unit(unit.name, unit.level, parent)
            rows.append(table_rows.unit_row(unit, {"sheet": sheet.sheet}, unit_id, parent))
        found.append((sheet, rows))
    return found
