"""Remarks on the columns of a table: what has no meaning, what is in doubt, what was said of it."""

from collections.abc import Iterable

from dashboard.folding import fold
from dashboard.importing.kinds import KINDS
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Doubt, Guess, Options, SheetReading
from dashboard.importing.model.sheet import letter
from dashboard.importing.recognition.assignment import SURE
from dashboard.importing.recognition.heading_words import EXACT
from dashboard.importing.recognition.synonyms import fields, headings, is_known
from dashboard.importing.records.context import Context
from dashboard.importing.table import preview
from dashboard.importing.table.columns import IGNORED
from dashboard.importing.table.locate import Table
from dashboard.importing.table.questionnaire import Questionnaire
from dashboard.importing.table.sheet_findings import Remarks
from dashboard.importing.values.cells import Problem

LIKELY = 7.5  # spoken for less than this, a column is said to be only likely
DIFFERS = 4.8  # taken off a known heading by what stands below it


def on_unknown_columns(context: Context, read: Iterable[int] = ()) -> None:
    """Columns that hold something and are none of the fields; read: those that are read all the
    same."""
    table = context.table
    doubted = {name for doubt in preview.doubts(table) for name in doubt.columns}
    known = {*table.columns.values(), *table.chosen, *read}
    for column, label in table.labels.items():
        is_free = column not in known and letter(column) not in doubted
        if is_free and table.has_values(column):
            problem = Problem("unknown_column", "info")
            context.remarks.on_cell(table.last, column, label, problem)


def on_likely(table: Table, remarks: Remarks) -> None:
    """Columns that were read by their words and contents, and are likely but not beyond doubt;
    known headings above contents of another kind."""
    names = headings(table.kind.name)
    for name, taken in table.taken.items():
        if name in preview.HARMLESS:
            continue
        label = table.labels[taken.column]
        is_exact = is_known(table.kind.name, label)
        if is_exact and taken.score >= EXACT - DIFFERS:
            continue
        if is_exact:
            problem = Problem("contents_differ", "warning", {"name": names[name]})
        elif taken.score < LIKELY or taken.margin < SURE:
            problem = Problem("column_likely", "info", {"name": names[name], "field": name})
        else:
            continue
        remarks.on_cell(table.last, taken.column, label, problem)


def on_guesses(guesses: Iterable[Guess], table: Table, remarks: Remarks) -> None:
    """What the sheet may be is to be asked."""
    kinds = [guess.kind for guess in guesses]
    remarks.on_sheet("which_kind", "error", rows=str(table.last + 1), kinds=" | ".join(kinds))


def on_meanings(table: Table, doubts: Iterable[Doubt], options: Options, remarks: Remarks) -> None:
    """What is in doubt about the columns, and what was known from an earlier answer."""
    names = headings(table.kind.name)
    labels = {letter(column): label for column, label in table.labels.items()}
    for doubt in doubts:
        named = "; ".join(f'{column} "{labels[column]}"' for column in doubt.columns)
        code = "two_columns_for_field" if doubt.taken else "no_column_for_field"
        code, severity = ("column_asked", "error") if doubt.is_open else (code, "warning")
        holes = {"name": names[doubt.field], "field": doubt.field, "taken": doubt.taken}
        other = next((c for c in doubt.columns if c != doubt.taken), doubt.columns[0])
        remarks.on_sheet(code, severity, columns=named, first=other, **holes)
    if table.chosen and not options.columns:
        said = {column: names.get(name, name) for column, name in table.chosen.items()}
        named = "; ".join(f'"{table.labels[column]}": {name}' for column, name in said.items())
        remarks.on_sheet("meanings_known", "info", columns=named)


def unmet_meanings(
    options: Options, sheets: Iterable[SheetReading], asked: Questionnaire
) -> list[Finding]:
    """What was said of columns that the file lacks, or of fields that there are not."""
    met = {heading for sheet in sheets for heading in sheet.headings}
    known = {IGNORED, *asked.questions}.union(*(fields(kind.name) for kind in KINDS))
    lacking = [h for h in options.columns if fold(h) not in met]
    strange = [f for f in options.columns.values() if f not in known and fold(f) not in known]
    return [
        *(Finding("map_without_column", "warning", value=heading) for heading in lacking),
        *(Finding("map_to_no_field", "warning", value=field) for field in strange),
    ]
