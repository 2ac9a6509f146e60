"""A file -> what was understood of it: the one way into the import."""

from dataclasses import replace
from pathlib import Path

from dashboard import apart
from dashboard.folding import fold
from dashboard.importing.kinds import POPULATION, QUESTIONS, SCORES, UNITS
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.raw import RawBook, RawSheet
from dashboard.importing.model.reading import Known, Options, Reading
from dashboard.importing.model.records import Question
from dashboard.importing.model.sheet import text
from dashboard.importing.recognition.contents import spoken
from dashboard.importing.records import questions
from dashboard.importing.records.column_remarks import unmet_meanings
from dashboard.importing.records.context import Context
from dashboard.importing.records.join import joined
from dashboard.importing.records.read_part import Knowledge, of_ours, read_part
from dashboard.importing.records.unnamed import of_survey
from dashboard.importing.scores.score_find import find_scores
from dashboard.importing.scores.score_proof import Said, proven
from dashboard.importing.scores.score_table import ScoreTable
from dashboard.importing.table.columns import Meanings
from dashboard.importing.table.facts import is_cover, with_facts
from dashboard.importing.table.former_units import told_apart
from dashboard.importing.table.locate import Table, is_own
from dashboard.importing.table.part import Part
from dashboard.importing.table.personal_values import is_list_of_people, without_private
from dashboard.importing.table.preview import is_asked
from dashboard.importing.table.questionnaire import Questionnaire, questionnaire
from dashboard.importing.table.search import left_out, locate
from dashboard.importing.table.sheet_findings import Remarks
from dashboard.importing.table.split import parts
from dashboard.importing.table.summaries import is_loose_summary, is_summary
from dashboard.importing.values.component_codes import Tree, tree_of
from dashboard.importing.workbook.container import Limits
from dashboard.importing.workbook.read import Unreadable, read, sha256_of


def understand(
    path: Path,
    known: Known,
    options: Options | None = None,
    name: str | None = None,
    limits: Limits | None = None,
) -> Reading:
    """The reading of the file at path; name is the file's own when path is a copy.

    Never raises for a bad file: the reading then says why it is refused. A hostile file can
    only harm the child process in which all of it is read.
    """
    name, limits = name or path.name, limits or Limits()
    given = (path.resolve(), known, options or Options(), name, limits)
    seconds = limits.seconds_for(path)
    try:
        return apart.run(understand_here, *given, memory=limits.memory, seconds=seconds)
    except apart.Failed as failure:
        code = "file_broken" if failure.args[0] == "fault" else "file_too_large"
        return Reading(name, sha256_of(path), findings=[Finding(code, "error")])


def understand_here(
    path: Path, known: Known, options: Options, name: str, limits: Limits
) -> Reading:
    """understand, in this very process: without limits on memory and time."""
    try:
        book = read(path, name, limits, tuple(known.names))
    except Unreadable as fault:
        return Reading(name, fault.sha256, findings=[fault.finding])
    return understand_book(book, known, options)


def understand_book(book: RawBook, known: Known, options: Options) -> Reading:
    """The reading of a workbook's cells, table by table in their order."""
    knowledge, found = _parts(book, known, options)
    found = _with_waiting(found)
    readings = joined([read_part(part, knowledge) for part in found])
    readings += [of_ours(sheet) for sheet in book.sheets if is_own(sheet)]
    order = {sheet.name: place for place, sheet in enumerate(book.sheets)}
    readings.sort(key=lambda reading: order[reading.sheet])
    findings = [] if any(part.table for part in found) else [Finding("no_known_sheet", "error")]
    findings += unmet_meanings(options, readings, knowledge.questionnaire)
    if any(part.is_private for part in found):
        findings.append(Finding("original_not_kept", "info"))
    if not any(part.of_survey for part in found):
        return Reading(book.file, book.sha256, readings, findings)
    return of_survey(Reading(book.file, book.sha256, readings, findings, True), knowledge)


def _parts(book: RawBook, known: Known, options: Options) -> tuple[Knowledge, list[Part]]:
    """The parts of a workbook, and what they and the program know together."""
    tree = tree_of(known)
    meanings = Meanings(options.columns, known.meanings, options.kinds, spoken(known.names))
    sheets = [part for sheet in book.sheets if not is_own(sheet) for part in parts(sheet)]
    file = _said_by_file(book, sheets)
    found = [_scores_in(sheet, file, meanings) for sheet in sheets]
    own = _own_questions(found, meanings, tree)
    asked = questionnaire(own or known.questions, is_own=bool(own))
    found = [_located(part, asked, meanings) for part in found]
    found = with_facts(_with_privacy(told_apart(found)), book.file, options)
    return Knowledge(tree, asked, options, _places(found, known)), found


def _places(found: list[Part], known: Known) -> frozenset[str]:
    """Folded names of places that the program knows or sheets of places list."""
    names = {fold(name) for name in known.names}
    listing = (p.table for p in found if p.table and (p.doubled or p.kind in (POPULATION, UNITS)))
    for table in listing:
        for name in ("village", "name"):
            names |= {fold(text(table.cell(row, name))) for _, row in table.body}
    return frozenset(names)


def _said_by_file(book: RawBook, sheets: list[RawSheet]) -> Said:
    """What the file's name and its covers say of an index."""
    covers = (sheet for sheet in sheets if is_cover(sheet))
    lines = [text(value) for cover in covers for row in cover.rows for value in row if value]
    return Said.all_of([Path(book.file).stem, *lines])


def _scores_in(sheet: RawSheet, file: Said, meanings: Meanings) -> Part:
    """The part with the scores that it holds; one that a person said the kind of is believed."""
    table = find_scores(sheet)
    if table is None:
        return Part(sheet)
    said = meanings.kind_of(sheet.name, table.labels)
    if said:
        return Part(sheet, replace(table, is_said=True) if said == SCORES.name else None)
    kept = proven(table, file)
    return Part(sheet, kept, is_unproven=kept is None and table.is_sure)


def _own_questions(found: list[Part], meanings: Meanings, tree: Tree) -> dict[str, Question]:
    """The questions of the workbook's own sheets, by folded code."""
    own: dict[str, Question] = {}
    for sheet in (part.sheet for part in found if not _is_sure(part.table)):
        table = locate(sheet, Questionnaire(), meanings)
        if table and table.kind is QUESTIONS and not is_asked(table):
            rows = questions.read(Context(table, Remarks(sheet.name), tree))
            own |= {fold(row.question.code): row.question for row in rows.records}
    return own


def _located(part: Part, asked: Questionnaire, meanings: Meanings) -> Part:
    """Provinces beside components are scores; scores of others may be of another kind."""
    if _is_sure(part.table):
        return part
    table = locate(part.sheet, asked, meanings) or part.table
    if table is None:
        left = left_out(part.sheet, meanings)
        return replace(part, left_out=left, is_summary=is_loose_summary(part.sheet, asked))
    if table.kind.has_answers:
        sums_up, table = is_summary(table, asked), without_private(table)
        if sums_up:
            return replace(part, table=None, is_summary=True, is_private=table.is_private)
    return replace(part, table=table)


def _with_waiting(found: list[Part]) -> list[Part]:
    """Answers are not to be read by older questions while those of their own file are asked
    about."""
    asked = next((p.sheet.name for p in found if p.table and _may_be_questions(p.table)), "")
    return [replace(p, waits_for=asked) if p.kind.has_answers else p for p in found]


def _may_be_questions(table: Table) -> bool:
    kinds = {table.kind, table.rival.kind if table.rival else None}
    return QUESTIONS in kinds and is_asked(table)


def _is_sure(table: Table | None) -> bool:
    return isinstance(table, ScoreTable) and table.is_sure


def _with_privacy(found: list[Part]) -> list[Part]:
    """Whether each names respondents: in columns of its answers, or as a list of them beside
    answers; and whether it is of a file with a survey."""
    surveyed = any(map(_may_be_survey, found)) or _has_unread_beside_survey(found)

    def is_private(part: Part) -> bool:
        if part.table is None:
            return part.is_private or (surveyed and is_list_of_people(part.sheet))
        return part.table.is_private

    return [replace(p, is_private=is_private(p), of_survey=surveyed) for p in found]


def _may_be_survey(part: Part) -> bool:
    """Whether it holds answers, sums such up, or may be a table of them."""
    rival = part.table.rival if part.table else None
    return part.kind.has_answers or part.is_summary or bool(rival and rival.kind.has_answers)


def _has_unread_beside_survey(found: list[Part]) -> bool:
    """Whether a sheet that is no table of ours, or is asked about, stands beside a survey's
    questions or adults: it may be the answers, or a list of people."""
    tables = [part.table for part in found if part.table]
    if not any(table.kind.is_survey for table in tables):
        return False
    if any(is_asked(table) and not table.kind.is_survey for table in tables):
        return True
    return all(table.kind.is_survey for table in tables) and len(tables) < len(found)
