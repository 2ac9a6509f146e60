"""A part of a file -> what was understood of it."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.importing.kinds import UNKNOWN, resolve
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.reading import Column, Options, SheetReading
from dashboard.importing.model.records import Record
from dashboard.importing.model.sheet import filled, is_blank, letter, text
from dashboard.importing.records.column_remarks import on_guesses, on_likely, on_meanings
from dashboard.importing.records.context import Context
from dashboard.importing.records.walk import Rows
from dashboard.importing.table import former_units, notices, preview
from dashboard.importing.table.facts import TABLE_WIDTH, is_cover
from dashboard.importing.table.locate import Table
from dashboard.importing.table.lost_names import without_lost_names
from dashboard.importing.table.part import Part
from dashboard.importing.table.preview import is_asked
from dashboard.importing.table.questionnaire import Questionnaire
from dashboard.importing.table.quoting import quoting
from dashboard.importing.table.reported import reported
from dashboard.importing.table.sheet_findings import Remarks
from dashboard.importing.values.component_codes import Tree
from dashboard.importing.wording.other_tables import looks_like


@dataclass(frozen=True)
class Knowledge:
    """What is known of a whole file before its rows are read."""

    tree: Tree
    questionnaire: Questionnaire
    options: Options
    places: frozenset[str] = frozenset()


def read_part(part: Part, known: Knowledge) -> SheetReading:
    """What was understood of a part; its kind's own reader reads the rows."""
    table = part.table
    if table is None:
        return _without_table(part)
    if part.waits_for or is_asked(table):
        return _waiting(part, table, known)
    return _with_table(part, table, known)


def _remarks(part: Part, table: Table, known: Knowledge) -> Remarks:
    """Where findings go; beside a survey they repeat only what names nobody."""
    is_quoted = part.of_survey and (table.is_guess or table.kind.is_survey)
    quoted = quoting(table, known.questionnaire) if is_quoted else None
    return Remarks(part.sheet.name, table.labels, quoted)


def of_ours(sheet: RawSheet) -> SheetReading:
    """A sheet that the program wrote: instructions, lists or findings, nothing to read."""
    return SheetReading(sheet.name, UNKNOWN.name, rows_recognised=len(_filled_rows(sheet)))


def _with_table(part: Part, table: Table, known: Knowledge) -> SheetReading:
    remarks = _remarks(part, table, known)
    notices.on_sheet(part.sheet, remarks)
    notices.on_table(table, remarks)
    table = without_lost_names(table, remarks)
    facts, asked = part.facts, known.questionnaire
    former_units.remark(table, facts.unit, part.doubled, remarks)
    read: Callable[[Context], Rows[Record]] = resolve(table.kind.reader)
    rows = read(
        Context(table, remarks, known.tree, facts.year, facts.unit, asked, places=known.places)
    )
    if rows.is_empty:
        remarks.on_sheet("no_rows", "warning")
    doubts = preview.doubts(table)
    on_likely(table, remarks)
    on_meanings(table, doubts, known.options, remarks)
    codes = {column: asked.questions[code].code for column, code in table.questions.items() if code}
    named = table.columns | {code: column for column, code in reversed(codes.items())}
    return SheetReading(
        sheet=part.sheet.name,
        kind=table.kind.name,
        year=facts.year,
        unit=facts.unit,
        simulated=facts.simulated,
        address=facts.address,
        records=list(rows.records),
        rows_refused=rows.refused,
        rows_recognised=rows.recognised,
        columns={name: letter(column) for name, column in named.items()},
        labels={letter(column): label for column, label in table.labels.items()},
        findings=remarks.findings,
        layout=table.layout,
        preview=preview.columns(table, codes),
        doubts=doubts,
        answers=dict(rows.answers),
        heading_row=table.last + 1,
        reported=reported(table, facts.year) if table.kind.has_sections else {},
    )


def _waiting(part: Part, table: Table, known: Knowledge) -> SheetReading:
    """A sheet of which nothing is read before a person has answered: what it is, which column
    is what, or the same of the sheet that it is read by."""
    remarks = _remarks(part, table, known)
    notices.on_sheet(part.sheet, remarks)
    guesses = preview.guesses(table)
    doubts = () if guesses else preview.doubts(table)
    if part.waits_for:
        remarks.on_sheet("waits_for_sheet", "error", other=part.waits_for)
    elif guesses:
        on_guesses(guesses, table, remarks)
    else:
        on_meanings(table, doubts, known.options, remarks)
    refused = len(table.body)
    return SheetReading(
        sheet=part.sheet.name,
        kind=UNKNOWN.name if guesses else table.kind.name,
        year=part.facts.year,
        unit=part.facts.unit,
        simulated=part.facts.simulated,
        rows_refused=refused,
        rows_recognised=len(_filled_rows(part.sheet)) - refused,
        columns={} if guesses else {n: letter(c) for n, c in table.columns.items()},
        labels={letter(column): label for column, label in table.labels.items()},
        findings=remarks.findings,
        layout=table.layout,
        preview=preview.columns(table, table.questions),
        doubts=doubts,
        guesses=guesses,
        first_rows=preview.first_rows(table) if guesses else (),
    )


def _without_table(part: Part) -> SheetReading:
    """A sheet of no known kind: its rows are all recognised, and it is said so."""
    sheet, facts = part.sheet, part.facts
    remarks = Remarks(sheet.name)
    notices.on_sheet(sheet, remarks)
    notices.on_words(sheet, remarks)
    if part.is_private:
        remarks.on_sheet("list_of_people", "info")
    if part.left_out:
        remarks.on_sheet("sheet_left_out", "info")
    elif part.is_summary:
        remarks.on_sheet("summary_sheet", "info")
    else:
        _remark_on_unknown(part, remarks)
    return SheetReading(
        sheet=sheet.name,
        kind=part.kind.name,
        year=facts.year,
        unit=facts.unit,
        simulated=facts.simulated,
        address=facts.address,
        rows_recognised=len(_filled_rows(sheet)),
        findings=remarks.findings,
        layout=part.left_out,
        preview=_preview(part),
    )


def _remark_on_unknown(part: Part, remarks: Remarks) -> None:
    """A table of none of ours says what it looks like where its words tell; one that may be of
    PAPI's scores, what would show it."""
    sheet = part.sheet
    rows = _filled_rows(sheet)
    if not rows:
        return
    if is_cover(sheet):
        remarks.on_sheet("cover_sheet", "info")
    elif looks := looks_like(_first_words(sheet, rows)):
        remarks.on_sheet("sheet_of_others", "warning", looks=looks, rows=f"{rows[0]}-{rows[-1]}")
    elif part.is_unproven:
        remarks.on_sheet("scores_unproven", "warning", rows=f"{rows[0]}-{rows[-1]}")
    elif sheet.is_part:
        remarks.on_sheet("unknown_table", "warning", rows=f"{rows[0]}-{rows[-1]}")
    else:
        remarks.on_sheet("unknown_sheet", "warning")


def _first_words(sheet: RawSheet, rows: list[int]) -> list[str]:
    """The sheet's name, its title and its first row that is as wide as a table."""
    said = [sheet.name]
    for row in (sheet.rows[number - 1] for number in rows):
        said += [text(value) for value in row if isinstance(value, str)]
        if len(filled(row)) >= TABLE_WIDTH:
            break
    return said


def _filled_rows(sheet: RawSheet) -> list[int]:
    """The numbers, as in Excel, of the rows that hold something."""
    return [number for number, row in enumerate(sheet.rows, start=1) if not is_blank(row)]


def _preview(part: Part) -> tuple[Column, ...]:
    return () if part.is_private or is_cover(part.sheet) else preview.guessed(part.sheet)
