"""The reading of a survey's file without names of people where nobody looks for them: in names of
sheets and in headings."""

import re
from collections.abc import Mapping
from dataclasses import replace

from dashboard.folding import fold
from dashboard.importing.kinds import kind_of
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Reading, SheetReading
from dashboard.importing.model.records import Population, QuestionRow, Record, Respondent
from dashboard.importing.records.read_part import Knowledge
from dashboard.importing.table.quoting import clean_labels, known_words
from dashboard.importing.wording.personal_shapes import (
    is_name,
    may_be_name,
    names_somebody,
    without_numbers,
    without_people,
)


def of_survey(reading: Reading, known: Knowledge) -> Reading:
    """The reading as it may be stored and told."""
    names = _names(reading, known)
    sheets = [_sheet(sheet, known, names) for sheet in reading.sheets]
    return replace(reading, sheets=sheets, findings=_told(reading.findings, names))


def file_name(name: str) -> str:
    """The name of a survey's file without a person's name or phone in it.

    >>> file_name("khao-sat Nguyễn Văn A 0912345678.xlsx"), file_name("Phiếu 2023.xlsx")
    ('khao-sat.xlsx', 'Phiếu 2023.xlsx')
    """
    stem, dot, ending = name.rpartition(".")
    said = without_numbers(stem.replace("_", " "))
    words = said.replace("-", " ").split()
    named = [
        place
        for place in range(len(words) - 2)
        if is_name(" ".join(words[place : place + 3]))
        or (not words[place].isascii() and is_name(" ".join(words[place : place + 3]).title()))
    ]
    if said == stem.replace("_", " ") and not named:
        return name
    end = said.find(words[named[0]]) if named else len(said)
    return f"{said[:end].strip(' -,(') or 'khao-sat'}{dot}{ending}"


def _names(reading: Reading, known: Knowledge) -> dict[str, str]:
    """Name of a sheet that is a person's -> its place in the file."""
    villages = {
        record.village
        for sheet in reading.sheets
        for record in sheet.records
        if isinstance(record, (Respondent, Population))
    }
    places = known.places | set(map(fold, villages))
    words = known_words(known.questionnaire)
    in_order = dict.fromkeys(sheet.sheet for sheet in reading.sheets)
    return {
        name: f"Trang {number}"
        for number, name in enumerate(in_order, start=1)
        if fold(name) not in places and _may_name(name, words)
    }


def _may_name(sheet: str, known: frozenset[str]) -> bool:
    """Whether a sheet's name may be that of who was asked or who asked: "Chị X", "Phiếu Lê X"."""
    words = re.findall(r"[^\W\d_]+", sheet)
    if names_somebody(sheet):
        return True
    return not known.issuperset(map(fold, words)) and any(
        may_be_name(" ".join(words[place:])) for place in range(len(words))
    )


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
        records=[_asked(record) for record in sheet.records],
        findings=_told(sheet.findings, names),
    )


def _asked(record: Record) -> Record:
    """A question without the person whom its words or coding name."""
    if not isinstance(record, QuestionRow):
        return record
    asked = record.question
    words, coding = without_people(asked.text), without_people(asked.coding)
    return replace(record, question=replace(asked, text=words, coding=coding))


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
