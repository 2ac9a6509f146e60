"""The year, the unit and the simulation of each sheet, from all that the file says."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dashboard.importing.model.raw import RawBook, RawSheet
from dashboard.importing.model.reading import Options
from dashboard.importing.model.sheet import LAST_HEADING_ROW, filled
from dashboard.importing.records import respondents
from dashboard.importing.table.locate import Table, is_own
from dashboard.importing.wording import title, vocabulary
from dashboard.importing.wording.title import Facts

TABLE_WIDTH = 3  # a sheet without a row of so many cells is a cover, not a table


def facts_of(book: RawBook, tables: Sequence[Table | None], options: Options) -> list[Facts]:
    """The facts of each sheet.

    The year: what the person said, the sheet's title, its name, the other sheets (the answers
    first), the file's name, the most usual year of the interviews. The unit likewise, without
    names of files and sheets.
    One simulated sheet makes the file simulated.
    """
    own = [_own(sheet, table) for sheet, table in zip(book.sheets, tables, strict=True)]
    for place, sheet in enumerate(book.sheets[1:], start=1):
        if sheet.name == book.sheets[place - 1].name:  # a further table of the same sheet
            own[place] = _else(own[place], own[place - 1])
    answers_first = sorted(range(len(own)), key=lambda i: not _is_answers(tables[i]))
    year = _first(own[i].year for i in answers_first) or _year_of_file(book, tables)
    unit = _first(facts.unit for facts in own)
    simulated = any(facts.simulated for facts in own)
    surveyed = any(map(_is_answers, tables))
    return [
        Facts(
            options.year or facts.year or (None if _is_of_many(table, own) else year),
            None if surveyed and _is_about_answers(table) else options.unit or facts.unit or unit,
            simulated,
        )
        for facts, table in zip(own, tables, strict=True)
    ]


def _is_about_answers(table: Table | None) -> bool:
    """Questions and adults beside answers are of the units that the answers name, for a
    district's survey bears the district's name: who stores them sees to that."""
    return table is not None and table.kind in ("questions", "population")


def _is_of_many(table: Table | None, own: Sequence[Facts]) -> bool:
    """Scores beside those of several years: which of them is not to be guessed."""
    years = {facts.year for facts in own if facts.year}
    return table is not None and table.kind == "scores" and len(years) > 1


def is_cover(sheet: RawSheet) -> bool:
    """A sheet of words only: no row is as wide as a table, or its name says so."""
    if vocabulary.start("cover", sheet.name):
        return True
    return all(len(filled(row)) < TABLE_WIDTH for row in sheet.rows)


def _own(sheet: RawSheet, table: Table | None) -> Facts:
    if table is None:
        tells = is_cover(sheet) and not is_own(sheet)
        return title.facts(sheet, LAST_HEADING_ROW) if tells else Facts()
    facts = title.facts(sheet, table.first)
    return Facts(facts.year or title.year_in([sheet.name]), facts.unit, facts.simulated)


def _else(facts: Facts, above: Facts) -> Facts:
    """What a table's own title does not say is as the table above it says."""
    return replace(facts, year=facts.year or above.year, unit=facts.unit or above.unit)


def _is_answers(table: Table | None) -> bool:
    return table is not None and table.kind == "answers"


def _year_of_file(book: RawBook, tables: Sequence[Table | None]) -> int | None:
    named = title.year_in([Path(book.file).stem])
    return named or _first(respondents.usual_year(table) for table in tables if _is_answers(table))


def _first(values):
    return next((value for value in values if value), None)
