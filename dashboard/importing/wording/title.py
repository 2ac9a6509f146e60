"""What the words above a table say: the year, the unit, that the data are simulated."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.folding import fold, tidy
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.sheet import typed
from dashboard.importing.wording import vocabulary
from dashboard.importing.workbook.lost_letters import has_lost

_DATES = re.compile(
    r"ngay\s+\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"
    r"|\d+/\d{4}/|\d{4}\s*[-–]\s*\d{4}"
)
_NAMED_YEAR = re.compile(r"\bnam\s*:?\s*((?:19|20)\d{2})(?!\d)")
_BARE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_YEAR_LABEL = re.compile(r"\bnam\s*:?$")
_UNIT = re.compile(
    r"(?<!\w)(thị xã|thị trấn|thành phố|đặc khu|xã|phường|quận|huyện|tỉnh)\s+(?=\S)",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PLACE_AND_DAY = re.compile(r".{0,40}ngay\s.{0,6}\s*thang\s.{0,6}\s*nam\s.{0,8}")
_TIME = re.compile(r"(?:nam|quy|thang|ngay|dot|lan)\s+(?:\d|[ivx]+\b)")
LONGEST_NAME = 5
_RANKS = {"commune": 3, "district": 2, "city": 2, "province": 1}


@dataclass(frozen=True)
class Facts:
    """Year, unit and simulation as far as one place of a file says them."""

    year: int | None = None
    unit: str | None = None
    simulated: bool = False


def facts(sheet: RawSheet, heading: int) -> Facts:
    """What the rows above the heading row say."""
    lines = title_lines(sheet, heading)
    return Facts(year_in(lines), unit_in(lines), any(map(is_simulated, lines)))


def title_lines(sheet: RawSheet, heading: int) -> list[str]:
    """The lines of text above the heading row, cell by cell; "ỦY BAN NHÂN DÂN" in a line or
    cell of its own stands before the unit's name in the next."""
    return [line for row in sheet.rows[:heading] for line in _lines(row)]


def _lines(row: list[object]) -> Iterator[str]:
    """The lines of a row's texts; a number after "Năm:" is the end of that line."""
    said = ""
    for value in row:
        if isinstance(value, str):
            said = tidy(value.split("\n")[-1])
            yield from map(tidy, value.split("\n"))
        elif isinstance(value, (int, float)) and _YEAR_LABEL.search(fold(said)):
            yield f"{said} {typed(value)}"


def is_place_and_day(line: str) -> bool:
    """Whether the line is the place and day over a signature or below a letterhead."""
    return _PLACE_AND_DAY.fullmatch(fold(line)) is not None


def is_simulated(line: str) -> bool:
    """Whether the line says that the data are made up."""
    return vocabulary.inside("simulated", line) is not None


def year_in(lines: Iterable[str]) -> int | None:
    """The first year named as a year ("năm 2023"), else standing alone; dates do not count."""
    bare = [_DATES.sub(" ", fold(line)) for line in lines]
    for pattern in (_NAMED_YEAR, _BARE_YEAR):
        for line in bare:
            if match := pattern.search(line):
                return int(match[1])
    return None


def unit_in(lines: Iterable[str]) -> str | None:
    """The unit named: the lowest level, as it is best written; "Xã Đức Hợp".

    >>> unit_in(["ỦY BAN NHÂN DÂN", "XÃ ĐỨC HỢP", "Kế hoạch của UBND xã Đức Hợp"])
    'Xã Đức Hợp'
    """
    named = [unit for line in lines for unit in _units(line)]
    if not named:
        return None
    rank = max(rank for rank, _, _ in named)
    best = [(capitals, name) for r, capitals, name in named if r == rank]
    first = fold(best[0][1])
    same = [pair for pair in best if fold(pair[1]) == first]
    return min(same, key=lambda pair: pair[0])[1]


def _units(line: str) -> list[tuple[int, bool, str]]:
    """(rank, written in capitals, name) of each unit that the line names."""
    found = []
    for match in _UNIT.finditer(line):
        written = match[1]
        words = _name_words(line[match.end() :])
        level = vocabulary.exact("level", written)
        if words and level:
            found.append((_RANKS[level], written.isupper(), _written(written, words)))
    return found


def _name_words(rest: str) -> list[str]:
    """The words of the name: they begin with capitals or are numbers ("số 01").

    In a line all of capitals a name ends where other words begin: HUYỆN, NĂM 2023.
    """
    words: list[str] = []
    while rest and len(words) < LONGEST_NAME and not _is_after_name(rest):
        word, _, rest = rest.partition(" ")
        bare = _NAME_WORD.match(word)
        if has_lost(word):
            return []  # which unit it is, nobody knows
        if not bare or not _belongs(bare[0], words):
            break
        words.append(bare[0])
        if bare[0] != word:
            break
    return [] if _is_no_name(words) else words


def _is_after_name(rest: str) -> bool:
    return bool(_TIME.match(fold(rest))) or vocabulary.start("after_unit", rest) is not None


def _belongs(word: str, before: list[str]) -> bool:
    if word.isdigit():
        return not before or [fold(other) for other in before] == ["so"]
    if fold(word) == "so":
        return not before
    return word[0].isupper()


def _is_no_name(words: list[str]) -> bool:
    """ "Xã hội" is no commune; "số" alone no name."""
    folded = [fold(word) for word in words]
    return folded in ([], ["hoi"], ["so"]) or folded[:2] == ["hoi", "chu"]


def _written(level: str, words: list[str]) -> str:
    """The name as one writes it: the level with a capital, the rest as it is or restored."""
    if level.isupper():
        words = ["số" if fold(word) == "so" else word.capitalize() for word in words]
    return " ".join([level.lower().capitalize(), *words])
