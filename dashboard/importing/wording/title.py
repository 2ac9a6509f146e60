"""What the words above a table say: the year, the unit, that the data are simulated."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.folding import fold, tidy
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.sheet import typed
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.personal_shapes import name_begins
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
_BETWEEN = re.compile(r"[\s,;.:()\[\]/|–—-]*(?:(?:thuộc|của)\s+)?", re.IGNORECASE)
LONGEST_NAME = 5
_RANKS = {"commune": 3, "district": 2, "city": 2, "province": 1}


@dataclass(frozen=True)
class Facts:
    """Year, unit and simulation as far as one place of a file says them.

    address: the unit with what it lies in, from below: "Xã Tân Lập, Huyện B".
    """

    year: int | None = None
    unit: str | None = None
    simulated: bool = False
    address: str = field(default="", compare=False)


class _Named(NamedTuple):
    """A unit in a line: its rank, whether in capitals, its name, and where it stands."""

    rank: int
    capitals: bool
    name: str
    start: int
    end: int


def facts(sheet: RawSheet, heading: int) -> Facts:
    """What the rows above the heading row say."""
    lines = title_lines(sheet, heading)
    unit, simulated = unit_in(lines), any(map(is_simulated, lines))
    return Facts(year_in(lines), unit, simulated, address_in(lines, unit))


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
    rank = max(unit.rank for unit in named)
    best = [unit for unit in named if unit.rank == rank]
    first = fold(best[0].name)
    same = [unit for unit in best if fold(unit.name) == first]
    return min(same, key=lambda unit: unit.capitals).name


def address_in(lines: Iterable[str], unit: str | None) -> str:
    """The unit with what the letterhead says that it lies in, from below; "" without a unit.

    That is what stands beside it in one line, or fills a line of its own; a body that a text
    mentions is none of it, and two of one level are none.

    >>> address_in(["UBND HUYỆN B", "UBND XÃ TÂN LẬP", "Theo kế hoạch của huyện C"], "Xã Tân Lập")
    'Xã Tân Lập, Huyện B'
    """
    if unit is None:
        return ""
    by_rank: dict[int, dict[str, str]] = {}
    own = [named for named in _units(unit) if named.end == len(unit)]
    least = own[0].rank if own else _RANKS["commune"]
    for line in lines:
        for named in _beside(line, unit):
            if named.rank < least:
                by_rank.setdefault(named.rank, {}).setdefault(fold(named.name), named.name)
    above = [names for _, names in sorted(by_rank.items(), reverse=True) if len(names) == 1]
    return ", ".join([unit, *(name for names in above for name in names.values())])


def whole_unit(line: str) -> str | None:
    """The unit that a line consists of, with what it lies in; None of any other line.

    >>> whole_unit("XÃ TÂN LẬP - HUYỆN B"), whole_unit("Xã Tân Lập báo cáo")
    ('Xã Tân Lập, Huyện B', None)
    """
    chains = _chains(line)
    if len(chains) != 1 or chains[0][0].start > 0 or not _joins(line[chains[0][-1].end :]):
        return None
    unit = unit_in([line])
    return address_in([line], unit) if unit else None


def _beside(line: str, unit: str) -> list[_Named]:
    """The units of the line that stand beside the unit, or fill it."""
    chains = _chains(line)
    if (
        len(chains) == 1
        and _joins(line[: chains[0][0].start])
        and _joins(line[chains[0][-1].end :])
    ):
        return chains[0]
    beside = [chain for chain in chains if fold(unit) in {fold(one.name) for one in chain}]
    return [named for chain in beside for named in chain]


def _chains(line: str) -> list[list[_Named]]:
    """The units of the line, those together that only signs part."""
    chains: list[list[_Named]] = []
    for named in _units(line):
        if chains and _joins(line[chains[-1][-1].end : named.start]):
            chains[-1].append(named)
        else:
            chains.append([named])
    return chains


def _joins(between: str) -> bool:
    """Whether nothing but signs and the word of an office stands there."""
    between = between.strip()
    _, length = vocabulary.beginning("unit_office", between.lstrip(" ,;-–—("))
    return bool(_BETWEEN.fullmatch(between.lstrip(" ,;-–—(")[length:] + " "))


def _units(line: str) -> list[_Named]:
    """Each unit that the line names."""
    found = []
    for match in _UNIT.finditer(line):
        written = match[1]
        words = _name_words(line[match.end() :])
        level = vocabulary.exact("level", written)
        if words and level:
            name = _written(written, words)
            is_central = level == "city" and vocabulary.exact("central_city", name)
            rank = _RANKS["province" if is_central else level]
            end = match.end() + len(" ".join(words))
            found.append(_Named(rank, written.isupper(), name, match.start(), end))
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
    words = words[: name_begins(words) or len(words)]  # who signs may stand behind the unit
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
