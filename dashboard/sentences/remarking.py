"""What people wrote to explain figures, in sentences; and how much is not explained yet."""

from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard import numbers
from dashboard.folding import capital
from dashboard.readings.listed import RemarkRow
from dashboard.remark_kinds import KINDS
from dashboard.rows import rows_of
from dashboard.tables.text_columns import local
from dashboard.words import Words

LISTED = 4  # components named in one sentence


def named(rows: pd.DataFrame, words: Words) -> dict[int, str]:
    """Of each record what it is about and of which kind: "5.3, nguyên nhân"."""
    return {
        int(row.id): f"{row.subject}, {words[f'remark.{row.kind}'].lower()}"
        for row in rows_of(rows, RemarkRow)
    }


def who(row: RemarkRow, day: pd.Timestamp, words: Words) -> str:
    """The position that wrote it and the day in Việt Nam; the day alone where nobody is named."""
    said = numbers.day(day)
    return words.say("remark.by_on", by=row.written_by, day=said) if row.written_by else said


def lines(rows: pd.DataFrame, names: Mapping[str, str], words: Words) -> Iterator[str]:
    """A sentence for each subject with all that holds of it, and who wrote the newest when.

    rows: RemarkReadings.holding; names: about_key -> how it is called, where not by its subject.
    """
    days = local(rows.written_at)
    for _, own in rows.groupby("about", sort=False):
        said = sorted(rows_of(own, RemarkRow), key=lambda row: KINDS.index(row.kind))
        newest = max(said, key=lambda row: row.id)
        parts = "; ".join(
            words.say("remark.part", kind=words[f"remark.{row.kind}"], text=row.text)
            for row in said
        )
        about = names.get(newest.about_key, newest.subject)
        day = days[own.index[list(own.id).index(newest.id)]]
        yield words.say("remark.line", about=about, said=parts, who=who(newest, day, words))


def falls(rows: pd.DataFrame, words: Words) -> str:
    """The clear falls without an explanation; "" where there is none.

    rows: RemarkReadings.falls.
    """
    lacking = rows[~rows.is_explained]
    names = called(lacking)
    if not names:
        return ""
    counts = lacking.level.value_counts()
    told = ", ".join(
        words.say(f"changed.count_{level}", count=counts[level], verdict=words["verdict.down"])
        for level in ("total", "dimension", "sub_dimension")
        if level in counts
    )
    more = len(names) - LISTED
    said = ", ".join(list(names.values())[:LISTED]) + (f" (+{more})" if more > 0 else "")
    return capital(words.say("remarks.beside.falls", counts=told, components=said))


def called(rows: pd.DataFrame) -> dict[str, str]:
    """Code -> code and name of components; the total by its name alone."""
    pairs = zip(rows.component, rows["name"], strict=True)
    return {code: name if code == "PAPI" else f"{code} {name}" for code, name in pairs}


def title(kind: str, rows: pd.DataFrame, year: int, words: Words) -> str:
    """How much of what needs an explanation has none. rows: remark_tables, of one kind."""
    if rows.empty or kind == "component" and not rows.is_known.any():
        return words.say(f"remarks.title.{kind}_none", year=year)
    needing = rows[rows.is_needed]
    if needing.empty:
        return words.say(f"remarks.title.{kind}_calm", year=year)
    open_ = int((~needing.is_explained).sum())
    ending = "open" if open_ else "done"
    return words.say(f"remarks.title.{kind}_{ending}", open=open_, all=len(needing), year=year)


def of_units(rows: pd.DataFrame, year: int, words: Words) -> str:
    """How many explanations the units below one have."""
    if rows.empty:
        return words.say("remarks.list.district_none", year=year)
    return words.say("remarks.list.district_title", count=numbers.count(len(rows)), year=year)
