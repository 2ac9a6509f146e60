"""Published scores of a file into the store: each once, append-only."""

from dataclasses import replace

import duckdb

from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Reading, SheetReading
from dashboard.importing.model.records import PublishedScore
from dashboard.importing.model.sheet import typed
from dashboard.importing.wording.provinces import name_of
from dashboard.store.rows import append, as_columns

Row = dict[str, object]
Identity = tuple[int, str, str]
Found = dict[Identity, tuple[str, PublishedScore]]  # with the sheet's name
NAMES = ("year", "province", "component", "score", "cell")


def identity(score: PublishedScore) -> Identity:
    """Year, province and component."""
    return score.year, score.province, score.component


def without_repeats(reading: Reading) -> Reading:
    """The reading with each score in the first sheet that has it; a later sheet that says
    otherwise is told. Rows that repeat stay counted: they were read, and agree."""
    first: Found = {}
    sheets = [_checked(s, first) if s.kind == "scores" else s for s in reading.sheets]
    return replace(reading, sheets=sheets)


def _checked(sheet: SheetReading, first: Found) -> SheetReading:
    found = []
    for score in (score for record in sheet.records for score in record.scores):
        name, before = first.setdefault(identity(score), (sheet.sheet, score))
        if name != sheet.sheet and before.score != score.score:
            holes = {"component": score.component, "province": name_of(score.province)}
            holes |= {"year": str(score.year), "other": typed(before.score) or "–"}
            holes |= {"first_sheet": name, "first": before.cell}
            value = typed(score.score) or "–"
            where = (sheet.sheet, score.cell, "", value)
            found.append(Finding("score_in_other_sheet", "warning", *where, holes))
    return replace(sheet, findings=[*sheet.findings, *found])


def write(cursor: duckdb.DuckDBPyConnection, import_id: int, reading: Reading) -> None:
    """The rows of published_score, and the provinces and years that the import is about."""
    rows: dict[Identity, Row] = {}
    for sheet in reading.sheets:
        for record in sheet.records if sheet.kind == "scores" else ():
            place = {"import_id": import_id, "sheet": sheet.sheet, "row": record.row}
            for score in record.scores:
                said = {name: getattr(score, name) for name in NAMES}
                rows.setdefault(identity(score), place | said)
    append(cursor, "published_score", as_columns(list(rows.values())))
    scopes = sorted({(province, year) for year, province, _ in rows})
    about = {"import_id": import_id, "kind": "scores"}
    append(
        cursor,
        "import_scope",
        as_columns([{**about, "unit": unit, "year": year} for unit, year in scopes]),
    )
