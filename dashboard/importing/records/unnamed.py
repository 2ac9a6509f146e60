"""The reading of a survey's file without names of people where nobody looks for them: in names of
sheets and in headings."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.folding import fold
from dashboard.importing.kinds import kind_of
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Reading, SheetReading
from dashboard.importing.model.records import Population, Respondent
from dashboard.importing.records.read_part import Knowledge
from dashboard.importing.table.quoting import clean_labels
from dashboard.importing.wording.personal_shapes import is_name, names_somebody


def of_survey(reading: Reading, known: Knowledge) -> Reading:
    """The reading as it may be stored and told."""
    names = _names(reading, known)
    sheets = [_sheet(sheet, known, names) for sheet in reading.sheets]
    return replace(reading, sheets=sheets, findings=_told(reading.findings, names))


def _names(reading: Reading, known: Knowledge) -> dict[str, str]:
    """Name of a sheet that is a person's -> its place in the file."""
    places = known.places | {
        fold(record.village)
        for sheet in reading.sheets
        for record in sheet.records
        if isinstance(record, (Respondent, Population))
    }
    in_order = dict.fromkeys(sheet.sheet for sheet in reading.sheets)
    return {
        name: f"Trang {number}"
        for number, name in enumerate(in_order, start=1)
        if fold(name) not in places and (is_name(name) or names_somebody(name))
    }


def _sheet(sheet: SheetReading, known: Knowledge, names: Mapping[str, str]) -> SheetReading:
    asked = known.questionnaire
    field_of = {letter: name for name, letter in sheet.columns.items()}
    said = set(map(fold, known.options.columns))
    chosen = [c for c, label in sheet.labels.items() if {fold(label), fold(c)} & said]
    labels = clean_labels(kind_of(sheet.kind), sheet.labels, field_of, field_of, asked, chosen)
    return replace(
        sheet,
        sheet=names.get(sheet.sheet, sheet.sheet),
        labels={letter: label or letter for letter, label in labels.items()},
        findings=_told(sheet.findings, names),
    )


def _told(findings: list[Finding], names: Mapping[str, str]) -> list[Finding]:
    if not names:
        return findings
    return [
        replace(
            found,
            sheet=names.get(found.sheet, found.sheet),
            holes={key: names.get(said, said) for key, said in found.holes.items()},
        )
        for found in findings
    ]
