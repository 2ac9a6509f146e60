"""What the store keeps of an import beside its rows: the file, its sheets, their findings."""

from itertools import groupby
from operator import itemgetter

from dashboard.importing.kinds import TASKS
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Options, Reading, SheetReading
from dashboard.importing.outcome.messages import message
from dashboard.importing.records.unnamed import file_name
from dashboard.importing.storing.new_import import NewImport
from dashboard.importing.storing.scopes import Scope, units_of_sheets
from dashboard.importing.storing.stages import Row
from dashboard.store import sql
from dashboard.words import words

_COUNTS = ("kind", "rows_read", "rows_imported", "rows_refused", "rows_recognised")
_OF_FINDING = ("sheet", "cell", "column", "value", "code", "severity")


def log_import(new: NewImport, reading: Reading, options: Options, complete: bool) -> None:
    """The import itself, before its rows: the views of what holds now then see them at once."""
    row: Row = {
        "import_id": new.import_id,
        "file": file_name(reading.file) if reading.private else reading.file,
        "sha256": reading.sha256,
        "imported_at": new.written_at,
        "year": options.year,
        "unit": options.unit,
        "complete": complete,
        "simulated": reading.simulated,
        "undone": False,
    }
    new.append("import_log", [row])


def log_scopes(new: NewImport, scopes: list[Scope]) -> None:
    """The units and years of each kind of its rows; of a complete file, these give way."""
    about = sorted({(scope.sheet.kind, scope.unit, scope.year) for scope in scopes})
    names = ("import_id", "kind", "unit", "year")
    new.append(
        "import_scope", [dict(zip(names, (new.import_id, *row), strict=True)) for row in about]
    )


def log_file(new: NewImport, reading: Reading, content: bytes) -> None:
    """The bytes, once; of a file with a survey only that it was there."""
    if not sql.value(new.cursor, "has_source_file", "write", sha256=reading.sha256):
        kept = b"" if reading.private else content
        new.append("source_file", [{"sha256": reading.sha256, "content": kept}])


def log_sheets(new: NewImport, reading: Reading) -> None:
    """The counts of each table, and the columns that no other of its sheet has named: where a
    value of a task stood is looked up by them, so those of tasks come first."""
    named: set[tuple[str, str]] = set()
    for sheet in sorted(reading.sheets, key=lambda sheet: sheet.kind != TASKS.name):
        where = {"import_id": new.import_id, "sheet": sheet.sheet}
        new.append("import_sheet", [{**where, **{n: getattr(sheet, n) for n in _COUNTS}}])
        if sheet.heading_row:
            new.append("import_heading", [{**where, "heading_row": sheet.heading_row}])
        new.append(
            "import_column",
            [
                {**where, "field": field, "letter": letter, "label": sheet.labels.get(letter, "")}
                for field, letter in sheet.columns.items()
                if (sheet.sheet, field) not in named
            ],
        )
        named |= {(sheet.sheet, field) for field in sheet.columns}


def log_findings(new: NewImport, reading: Reading) -> None:
    """Every finding with its sentence in both languages."""
    new.append(
        "import_finding",
        [
            {
                "import_id": new.import_id,
                **{name: getattr(finding, name) for name in _OF_FINDING},
                "message_vi": message(finding, reading.file, words("vi")),
                "message_en": message(finding, reading.file, words("en")),
            }
            for finding in reading.all_findings()
        ],
    )


def absent_rows(new: NewImport, scopes: list[Scope]) -> dict[tuple[str, int], list[Finding]]:
    """SheetReading.key -> the rows that stood before and are not in this file: they are
    reported, not deleted."""
    return {
        sheet.key: _absent(new, sheet, year, units)
        for sheet, year, units in units_of_sheets(scopes)
    }


def _absent(new: NewImport, sheet: SheetReading, year: int, units: list[str]) -> list[Finding]:
    given = {"import_id": new.import_id, "units": units, "year": year}
    absent = sql.run(new.cursor, "absent_rows", "write", kind=sheet.kind, **given).fetchall()
    found = []
    for _, rows in groupby(absent, key=itemgetter(0)):
        names = [name for _, name in rows]
        holes = {"count": str(len(names)), "names": "; ".join(names)}
        found.append(Finding(f"absent_{sheet.kind}", "info", sheet.sheet, holes=holes))
    return found
