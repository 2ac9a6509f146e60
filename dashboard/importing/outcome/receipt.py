"""What became of a file: the answer of import and check, on the page and as JSON."""

from collections import Counter
from dataclasses import dataclass, field, fields, replace

from dashboard.importing.kinds import kind_of
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import (
    Changes,
    NameQuestion,
    Reading,
    RecordQuestion,
    SheetReading,
)
from dashboard.importing.outcome.messages import message
from dashboard.words import words


@dataclass(frozen=True)
class Receipt:
    """status: imported, unchanged (these bytes are in the store already) or refused."""

    file: str
    sha256: str
    status: str
    import_id: int | None = None
    simulated: bool = False
    sheets: tuple[SheetReading, ...] = ()
    findings: tuple[Finding, ...] = ()
    scopes: tuple[tuple[str, str, int], ...] = field(default=())  # kind, unit name, year
    changes: dict[tuple[str, int], Changes] = field(default_factory=dict)  # by SheetReading.key
    name_questions: tuple[NameQuestion, ...] = ()
    record_questions: tuple[RecordQuestion, ...] = ()

    @property
    def is_whole(self) -> bool:
        """No file or row was refused."""
        return self.status != "refused" and not any(s.rows_refused for s in self.sheets)

    def counted(self, kind: str) -> int:
        """Rows imported of a kind."""
        return sum(s.rows_imported for s in self.sheets if s.kind == kind)

    @property
    def rows_imported(self) -> int:
        """Rows stored, or ready to be; none of a file that is in the store already."""
        return sum(s.rows_imported for s in self.sheets) if self.status == "imported" else 0

    @property
    def rows_refused(self) -> int:
        return sum(sheet.rows_refused for sheet in self.sheets)

    def changed(self) -> Changes:
        """What all its rows are against what held before; what sheets share counts once."""
        names = [field.name for field in fields(Changes)]
        found = {id(one): one for one in self.changes.values()}.values()
        return Changes(**{name: sum(getattr(one, name) for one in found) for name in names})

    def pages(self) -> dict[str, dict[str, str | int]]:
        """The pages that show what was imported, the most rows first; with the unit and year to
        look at there where these are of one."""
        rows: Counter[str] = Counter()
        for sheet in self.sheets:
            rows[sheet.kind] += sheet.rows_imported
        found: dict[str, dict[str, str | int]] = {}
        for kind, count in rows.most_common():
            if count and kind_of(kind).page not in found:
                about = {(unit, year) for name, unit, year in self.scopes if name == kind}
                is_one = len(about) == 1 and not kind_of(kind).is_published
                unit, year = next(iter(about), ("", 0))
                found[kind_of(kind).page] = {"unit": unit, "year": year} if is_one else {}
        return found

    def all_findings(self) -> list[Finding]:
        """Those on the file, then those on its sheets in their order."""
        return [*self.findings, *(f for sheet in self.sheets for f in sheet.findings)]

    def as_shown(self) -> tuple[object, ...]:
        """All that a page shows of a file that was checked."""
        doubts = [(sheet.doubts, sheet.guesses) for sheet in self.sheets]
        return self.as_json(), self.scopes, self.name_questions, self.record_questions, doubts

    def as_json(self) -> dict[str, object]:
        """The file's part of the contract's JSON (docs/formats.md)."""
        return {
            "file": self.file,
            "sha256": self.sha256,
            "status": self.status,
            "sheets": [self._sheet_json(sheet) for sheet in self.sheets],
            "findings": [finding_json(f, self.file) for f in self.findings],
        }

    def _changes(self, sheet: SheetReading) -> dict[str, int]:
        return vars(self.changes[sheet.key]) if sheet.key in self.changes else {}

    def _sheet_json(self, sheet: SheetReading) -> dict[str, object]:
        return {
            "sheet": sheet.sheet,
            "kind": sheet.kind,
            "rows_read": sheet.rows_read,
            "rows_imported": sheet.rows_imported,
            "rows_refused": sheet.rows_refused,
            "rows_recognised": sheet.rows_recognised,
            **{f"rows_{name}": count for name, count in self._changes(sheet).items()},
            "findings": [finding_json(f, self.file) for f in sheet.findings],
        }


def finding_json(finding: Finding, file: str) -> dict[str, object]:
    """One finding with its sentence in both languages."""
    return {
        "cell": finding.cell,
        "column": finding.column,
        "value": finding.value,
        "code": finding.code,
        "severity": finding.severity,
        "message_vi": message(finding, file, words("vi")),
        "message_en": message(finding, file, words("en")),
    }


def receipt_of(reading: Reading, status: str, *more: Finding) -> Receipt:
    """The receipt of a reading of which this became; more findings on the file."""
    sheets = map(_refused, reading.sheets) if status == "refused" else reading.sheets
    return Receipt(
        reading.file,
        reading.sha256,
        status,
        simulated=reading.simulated,
        sheets=tuple(sheets),
        findings=(*reading.findings, *more),
    )


def _refused(sheet: SheetReading) -> SheetReading:
    """The sheet with nothing of it stored: what could be read is refused with the file."""
    rows_refused = sheet.rows_refused + sheet.rows_imported
    return replace(sheet, records=[], rows_refused=rows_refused)
