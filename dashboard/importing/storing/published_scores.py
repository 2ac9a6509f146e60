"""Published scores of a file into the store: each once, append-only."""

from dataclasses import replace

from dashboard.importing.kinds import SCORES
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Reading, SheetReading
from dashboard.importing.model.records import PublishedScore, ScoreRow
from dashboard.importing.model.sheet import typed
from dashboard.importing.storing.new_import import NewImport
from dashboard.importing.storing.stages import Judged, Row
from dashboard.importing.wording.provinces import name_of

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
    return replace(reading, sheets=[_checked(sheet, first) for sheet in reading.sheets])


def _checked(sheet: SheetReading, first: Found) -> SheetReading:
    found = []
    for score in (score for row in sheet.records_of(ScoreRow) for score in row.scores):
        name, before = first.setdefault(identity(score), (sheet.sheet, score))
        if name != sheet.sheet and before.score != score.score:
            holes = {"component": score.component, "province": name_of(score.province)}
            holes |= {"year": str(score.year), "other": typed(before.score) or "–"}
            holes |= {"first_sheet": name, "first": before.cell}
            value = typed(score.score) or "–"
            where = (sheet.sheet, score.cell, "", value)
            found.append(Finding("score_in_other_sheet", "warning", *where, holes))
    return replace(sheet, findings=[*sheet.findings, *found])


def write(new: NewImport, judged: Judged) -> None:
    """The rows of published_score, and the provinces and years that the import is about."""
    rows: dict[Identity, Row] = {}
    for sheet in judged.reading.sheets:
        for row in sheet.records_of(ScoreRow):
            place = {"import_id": new.import_id, "sheet": sheet.sheet, "row": row.row}
            for score in row.scores:
                said = {name: getattr(score, name) for name in NAMES}
                rows.setdefault(identity(score), place | said)
    new.append("published_score", list(rows.values()))
    scopes = sorted({(province, year) for year, province, _ in rows})
    about = {"import_id": new.import_id, "kind": SCORES.name}
    new.append("import_scope", [{**about, "unit": unit, "year": year} for unit, year in scopes])
