"""A unit's name with what it lies in: "Xã Tân Lập, Huyện B (Tỉnh C)" in whatever signs.

The rule: pieces that begin with the word of a kind (xã, huyện, tỉnh ...) and rise, or fall, from
level to level are one address, with signs between them or none. A piece without such a word is
the unit itself where it stands first, what that lies in where the store knows such a place; else
it is a part of the name before it ("Phan Rang - Tháp Chàm"), as are two of one level.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from dashboard.folding import tidy, without_accents
from dashboard.place_kinds import level_of, place_name, written_kinds

# Joined names of two columns: what stands behind is a district, or a province, in any case.
BELOW = {"<": "district", "<<": "province"}
LEVELS = ("commune", "district", "province")  # from below
CITY = "thành phố"  # of a province, or one of its own

_SIGNS = re.compile(
    r"\s*[,;()\[\]<>/|_]+[\s,;()\[\]<>/|_]*|\s*[-–—]\s*"
    r"|\s+(?:thuộc|của|thuoc|cua)\s+(?=\S)",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"\s*[)\]]")
_Levels = Callable[[str], set[str]]


class Part(NamedTuple):
    """One name of an address; levels: those that it may be of, none where nothing says."""

    name: str
    levels: frozenset[str]


@dataclass(frozen=True)
class Address:
    """The unit itself and what it lies in, from below."""

    own: str
    above: tuple[Part, ...] = ()


class _Piece(NamedTuple):
    """What stands from start to end; level: what the sign before it says that it is."""

    start: int
    end: int
    level: str


def nothing_known(_: str) -> set[str]:
    """Of a name alone nobody knows which levels bear it."""
    return set()


def address(written: str, levels_of: _Levels = nothing_known) -> Address:
    """The names apart; all of it one name where it is no address.

    levels_of: the levels of the known units above communes that bear a name without its kind.

    >>> [part.name for part in address("xã Tân Lập huyện B tỉnh C").above]
    ['huyện B', 'tỉnh C']
    >>> address("HUYỆN B - XÃ TÂN LẬP").own, address("TP. Phan Rang - Tháp Chàm").own
    ('XÃ TÂN LẬP', 'TP. Phan Rang - Tháp Chàm')
    """
    written = tidy(written)
    parts = _parts(written, levels_of)
    while len(parts) > 1 and _is_village(parts[0].name):
        parts = parts[1:]
    if len(parts) < 2:
        return Address(parts[0].name if parts else written)
    ordered = _from_below(parts)
    if ordered is None:
        return Address(written)
    return Address(ordered[0].name, tuple(ordered[1:]))


def _parts(written: str, levels_of: _Levels) -> list[Part]:
    """Each name with its levels; what is none is part of the name before it."""
    spans: list[tuple[int, int]] = []
    found: list[Part] = []
    for piece in _pieces(written):
        name = written[piece.start : piece.end]
        levels = _levels(name) or frozenset([piece.level] if piece.level else [])
        if found and not levels:
            levels = _higher(found[-1], levels_of(name))
        if not found or levels:
            spans.append((piece.start, piece.end))
            found.append(Part(name, levels))
            continue
        closing = _CLOSING.match(written, piece.end)
        spans[-1] = spans[-1][0], closing.end() if closing else piece.end
        found[-1] = found[-1]._replace(name=written[slice(*spans[-1])])
    return found


def _pieces(written: str) -> list[_Piece]:
    """What stands between signs, and from each word of a kind on."""
    found: list[_Piece] = []
    start, level = 0, ""
    for sign in [*_SIGNS.finditer(written), None]:
        end = sign.start() if sign else len(written)
        cuts = [start, *_kinds_inside(written[start:end], start), end]
        for first, last in zip(cuts, cuts[1:], strict=False):
            name = written[first:last]
            if name.strip(" -–—"):
                bare = len(name.rstrip(" -–—"))
                found.append(_Piece(first, first + bare, level if first == start else ""))
        if sign:
            start, level = sign.end(), BELOW.get(sign[0].strip(), "")
    return found


def _kinds_inside(name: str, offset: int) -> list[int]:
    """Where another kind begins within a name: a word before it is no kind, and one follows."""
    is_plain = without_accents(name) == name
    found: list[int] = []
    for match in _inside(is_plain).finditer(name):
        before = name[found[-1] - offset if found else 0 : match.start()].strip(" -–—")
        if before and place_name(f"{before} x", "unit").key != "x":
            found.append(match.start() + offset)
    return found


@cache
def _inside(is_plain: bool) -> re.Pattern[str]:
    """A kind in the middle of a name: written out, or shortened with a full stop or capitals.

    In a name without accents "quan", "xa" and "phuong" may be parts of it (Tam Quan Bac).
    """
    words = {row.kind for row in written_kinds() if row.tier == "unit"}
    if is_plain:
        words = {without_accents(word) for word in words} - {"quan", "xa", "phuong"}
    short = {row.spelling for row in written_kinds() if row.tier == "unit" and "." in row.spelling}
    full = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    dotted = "|".join(re.escape(word) for word in sorted(short, key=len, reverse=True))
    capitals = "|".join(sorted({w.rstrip(".").upper() for w in short if len(w) == len("tp.")}))
    return re.compile(
        rf"(?<![\w.])(?:(?i:{full})\s+(?=\w)|(?i:{dotted})\s*(?=\w)|(?:{capitals})\s+(?=\w))"
        rf"|(?<=[-–—])(?i:{full})\s+(?=\w)"
    )


@lru_cache(maxsize=50_000)
def _kind(name: str) -> str:
    return place_name(name, "unit").kind


def _is_village(name: str) -> bool:
    """ "Thôn Đông" in front of its commune; "T. Đông" may be a province."""
    kind = place_name(name, "village").kind
    return bool(kind) and name.lower().startswith((kind, without_accents(kind)))


def _levels(name: str) -> frozenset[str]:
    kind = _kind(name)
    if kind == CITY:
        return frozenset(LEVELS[1:])
    level = level_of(kind)
    return frozenset([level] if level else [])


def _higher(below: Part, levels: set[str]) -> frozenset[str]:
    """Those of the levels that may be above the place before."""
    least = min(map(LEVELS.index, below.levels or ["commune"]))
    return frozenset(level for level in levels if LEVELS.index(level) > least)


def _from_below(parts: list[Part]) -> list[Part] | None:
    """The names as parts, each with the levels that its place leaves it; None of no order."""
    if _rises(parts):
        return _narrowed(parts)
    if all(_kind(part.name) for part in parts):
        turned = parts[::-1]
        shortened = turned[-1].name.lower().startswith("t.")  # thôn or tỉnh
        if _rises(turned) and not shortened:
            return _narrowed(turned)
    return None


def _rises(parts: list[Part]) -> bool:
    least = -1
    for part in parts:
        own = part.levels or frozenset(["commune"])
        higher = [LEVELS.index(level) for level in own if LEVELS.index(level) > least]
        if not higher:
            return False
        least = min(higher)
    return True


def _narrowed(parts: list[Part]) -> list[Part]:
    """Of a city below a province the district, above a district the province."""
    found: list[Part] = []
    for number, part in enumerate(parts):
        levels = set(part.levels)
        below = [LEVELS.index(level) for level in (found[-1].levels if found else ())]
        above = [LEVELS.index(level) for other in parts[number + 1 :] for level in other.levels]
        if len(levels) > 1 and below:
            levels = {one for one in levels if LEVELS.index(one) > min(below)} or levels
        if len(levels) > 1 and above:
            levels = {one for one in levels if LEVELS.index(one) < max(above)} or levels
        found.append(part._replace(levels=frozenset(levels)))
    return found


def joined(own: str, district: str = "", province: str = "") -> str:
    """The names of several columns as one address; blank ones left out.

    >>> joined("Xã Tân Lập", "Huyện B"), joined("Xã Tân Lập", "", "Hưng Yên")
    ('Xã Tân Lập, Huyện B', 'Xã Tân Lập << Hưng Yên')
    """
    known = address(own)
    said = {level for part in known.above for level in part.levels}
    least = min(map(LEVELS.index, _levels(known.own) or ["commune"])) if own else len(LEVELS)
    for level, name in ((LEVELS[1], district), (LEVELS[2], province)):
        if name and level not in said and LEVELS.index(level) > least:
            sign = next(sign for sign, of in BELOW.items() if of == level)
            own += f", {name}" if _kind(name) else f" {sign} {name}"
    return own
