"""What a form says of its respondent and of itself: age, sex, whether it was approved."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dashboard.folding import fold
from dashboard.importing.model.sheet import text
from dashboard.importing.values import cells, dates
from dashboard.importing.values.cells import OLDEST, Problem
from dashboard.importing.wording import vocabulary

_NUMBER = r"\d{1,4}"
_TO = r"(?:-|–|—|~|→|(?:den|toi|to)(?: duoi)?)"
_BOUND = r"(?:[<>≤≥=]|\b(?:duoi|tren|tu|hon|ngoai|qua|under|over|above|below|than|from|least|most))"
_AGES = r"(?:tuoi|years?(?: old)?)?"
_GROUP = re.compile(
    rf"{_NUMBER}\s*{_AGES}\s*{_TO}\s*{_NUMBER}|{_BOUND}\s*(?:du\s*)?{_NUMBER}"
    rf"|{_NUMBER}\s*{_AGES}\s*(?:[+<>]|tro (?:len|xuong|di|ve)\b|(?:and|or)\b)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SEX_FIRST = re.compile(r"\b(nam|nữ|nu|male|female)\b\W{0,3}(\d+)", re.IGNORECASE)
_CODE_FIRST = re.compile(r"(\d+)\W{0,3}\b(nam|nữ|nu|male|female)\b", re.IGNORECASE)
_STATUS = "validation status"
_UNSAID = ("blank", "dont_know", "refused")


def age(value: object, year: int | None, is_birth: bool = False) -> int | None | Problem:
    """Years of age, from a year or day of birth too; a group of ages is none.

    is_birth: the column is one of years of birth, in which 68 may be a year or an age.
    """
    if isinstance(value, str):
        if _GROUP.search(fold(value)) and not _is_day(value):
            return Problem("ages_in_groups", "warning")
        if _YEAR.search(value) and isinstance(day := dates.day(value), date):
            value = day
    if isinstance(value, date):
        value = value.year
    found = cells.age(value, year)
    written = cells.number(value)
    if is_birth and isinstance(found, int) and isinstance(written, float) and written <= OLDEST:
        return Problem("birth_year_unclear", "warning")
    return found


def _is_day(value: str) -> bool:
    return isinstance(dates.day(value), date)


def sex(value: object, codes: Mapping[str, float]) -> str | None | Problem:
    """Nam or Nữ; None of an answer that is neither; a number without its meaning is told once."""
    found = cells.sex(value, dict(codes))
    if not isinstance(found, Problem):
        return found
    said = text(value)
    if vocabulary.exact("sex_other", said) or vocabulary.exact("answer", said) in _UNSAID:
        return None
    is_code = isinstance(value, (int, float)) or said.isdigit()
    return Problem("sex_in_codes", "warning") if is_code else found


def sex_codes(lines: Iterable[str]) -> dict[str, float]:
    """Label -> code of the first line that says both: "1 = Nam; 2 = Nữ", "Nam 1, Nữ 0".

    >>> sex_codes(["Giới tính", "Giới tính 1-Nam, 2-Nữ"])
    {'Nam': 1.0, 'Nữ': 2.0}
    """
    for line in lines:
        for pairs in (_pairs(_CODE_FIRST, line, 2), _pairs(_SEX_FIRST, line, 1)):
            found = dict(pairs)
            if len({vocabulary.exact("sex", label) for label in found}) == 2:
                return found
    return {}


def _pairs(pattern: re.Pattern[str], line: str, label: int) -> Iterator[tuple[str, float]]:
    for match in pattern.finditer(line):
        yield match[label], float(match[3 - label])


def approval(value: object) -> str | None:
    """What a tool or office says of a form: approved, held or rejected; None of other words.

    >>> approval("validation_status_not_approved"), approval("Chờ duyệt")
    ('rejected', 'held')
    """
    said = text(value).replace("_", " ")
    if _STATUS in said:
        said = said.partition(_STATUS)[2].strip().partition("'")[0]
    return vocabulary.exact("approval_alone", said) or vocabulary.start("approval", said)
