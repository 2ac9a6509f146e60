"""What became of a file: the answer of import and check, on the page and as JSON."""

from dataclasses import dataclass, field, replace

from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Changes, NameQuestion, Reading, SheetReading
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

    @property
    def is_whole(self) -> bool:
        """No file or row was refused."""
        return self.status != "refused" and not any(s.rows_refused for s in self.sheets)

    def counted(self, kind: str) -> int:
        """Rows imported of a kind."""
        return sum(s.rows_imported for s in self.sheets if s.kind == kind)

    def all_findings(self) -> list[Finding]:
        """Those on the file, then those on its sheets in their order."""
        return [*self.findings, *(f for sheet in self.sheets for f in sheet.findings)]

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
