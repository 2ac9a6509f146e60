"""The year, the unit and the simulation of each part of a file, from all that the file says."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.reading import Options
from dashboard.importing.model.sheet import LAST_HEADING_ROW, filled
from dashboard.importing.table.locate import Table, is_own
from dashboard.importing.table.part import Part
from dashboard.importing.values import dates
from dashboard.importing.wording import title, vocabulary
from dashboard.importing.wording.title import Facts

TABLE_WIDTH = 3  # a sheet without a row of so many cells is a cover, not a table
_SAMPLED_FOR_YEAR = 2_000  # rows
Fact = TypeVar("Fact")


def with_facts(parts: Sequence[Part], file: str, options: Options) -> list[Part]:
    """The parts with their facts.

    The year: what the person said, the sheet's title, its name, the other sheets (the answers
    first), the file's name, the most usual year of the interviews. The unit likewise, without
    names of files and sheets; a survey's questions and adults are of the units that its answers
    name, for a district's survey bears the district's name: who stores them sees to that.
    One simulated sheet makes the file simulated.
    """
    told = _with_own_facts(parts)
    answers_first = sorted(told, key=lambda part: not part.kind.has_answers)
    year = _first(part.facts.year for part in answers_first) or _year_of_file(file, parts)
    unit = _first(part.facts.unit for part in told)
    address = _first(part.facts.address for part in told) or ""
    simulated = any(part.facts.simulated for part in told)
    surveyed = any(part.kind.has_answers for part in parts)
    has_years = len({part.facts.year for part in told if part.facts.year}) > 1

    def completed(part: Part) -> Part:
        # Which of several years scores are of is not to be guessed.
        other_year = None if part.kind.is_published and has_years else year
        own_unit = options.unit or part.facts.unit or unit
        facts = Facts(
            options.year or part.facts.year or other_year,
            None if surveyed and part.kind.goes_with_answers else own_unit,
            simulated,
            part.facts.address or address,
        )
        return replace(part, facts=facts)

    return [completed(part) for part in told]


def is_cover(sheet: RawSheet) -> bool:
    """A sheet of words only: no row is as wide as a table, or its name says so."""
    if vocabulary.start("cover", sheet.name):
        return True
    return all(len(filled(row)) < TABLE_WIDTH for row in sheet.rows)


def _with_own_facts(parts: Iterable[Part]) -> list[Part]:
    """What each says itself; a further table of a sheet what the one above it says, too."""
    told: list[Part] = []
    for part in parts:
        facts = _own(part)
        if told and told[-1].sheet.name == part.sheet.name:
            above = told[-1].facts
            facts = replace(
                facts,
                year=facts.year or above.year,
                unit=facts.unit or above.unit,
                address=facts.address or above.address,
            )
        told.append(replace(part, facts=facts))
    return told


def _own(part: Part) -> Facts:
    sheet = part.sheet
    if part.table is None:
        tells = is_cover(sheet) and not is_own(sheet)
        return title.facts(sheet, LAST_HEADING_ROW) if tells else Facts()
    facts = title.facts(sheet, part.table.first)
    return replace(facts, year=facts.year or title.year_in([sheet.name]))


def _year_of_file(file: str, parts: Sequence[Part]) -> int | None:
    named = title.year_in([Path(file).stem])
    tables = (part.table for part in parts if part.table and part.kind.has_answers)
    return named or _first(map(_year_of_interviews, tables))


def _year_of_interviews(table: Table) -> int | None:
    """The most usual one."""
    column = table.columns.get("date", table.columns.get("timestamp"))
    if column is None:
        return None
    days = (dates.day(row[column]) for _, row in table.body[:_SAMPLED_FOR_YEAR])
    years = Counter(day.year for day in days if isinstance(day, date))
    return years.most_common(1)[0][0] if years else None


def _first(facts: Iterable[Fact | None]) -> Fact | None:
    return next((fact for fact in facts if fact), None)
