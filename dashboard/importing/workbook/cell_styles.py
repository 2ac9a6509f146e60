"""What the style numbers of an .xlsx's cells mean for their values."""

import re

from dashboard.importing.model.raw import Lettered
from dashboard.importing.workbook.xml_tags import section, tags, value

PERCENT_FORMATS = {"9", "10"}  # of those that every workbook has
WHITE = ("FFFFFF", "indexed 1", "indexed 9", "theme 0")

_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_LITERAL_PERCENT = re.compile(r'"[^"]*%[^"]*"|\\%')
# Signs and letters around a whole number: "P"000, \P000, 000"A", "Phiếu số "00.
_SIGNS = r'((?:"[^"]*"|\\.|[-/_. ])*)'
_LETTERED = re.compile(rf"{_SIGNS}(0+){_SIGNS}(?:;.*)?")
_SHOWS_NOTHING = re.compile(r"\s*;\s*;\s*;?\s*")
_MONTH = re.compile(r"m+[^a-z]*y+|y+[^a-z]*m+", re.IGNORECASE)
_BUILT_IN_MONTH = "17"  # mmm-yy
_CAPITALS = re.compile(r"\.?vn.*h", re.IGNORECASE)
_OFF = ("0", "false")


class Styles:
    """divisors: style -> what to divide numbers by; lettered: style -> the letters that it shows
    around a number of so many digits; the other sets: capitals of a font, text struck through,
    what nobody can see, dates of which only month and year are shown."""

    def __init__(self, xml: str):
        codes = {value(t, "numFmtId"): value(t, "formatCode") for t in tags(xml, "numFmt")}
        fonts, painted = _fonts(xml), _painted(xml)
        self.divisors: dict[str, int] = {}
        self.lettered: dict[str, Lettered] = {}
        self.capitals: set[str] = set()
        self.struck: set[str] = set()
        self.unseen: set[str] = set()
        self.months: set[str] = set()
        for number, tag in enumerate(tags(section(xml, "cellXfs"), "xf")):
            code = value(tag, "numFmtId")
            divisor = 1 if code in PERCENT_FORMATS else _divisor(codes.get(code, ""))
            if divisor:
                self.divisors[str(number)] = divisor
            elif letters := _letters(codes.get(code, "")):
                self.lettered[str(number)] = letters
            elif code == _BUILT_IN_MONTH or _shows_month(codes.get(code, "")):
                self.months.add(str(number))
            looks = fonts.get(value(tag, "fontId"), set())
            if _SHOWS_NOTHING.fullmatch(codes.get(code, "")):
                looks = {*looks, "unseen"}
            if "white" in looks and value(tag, "fillId") not in painted:
                looks = {*looks, "unseen"}
            for look in looks & {"capitals", "struck", "unseen"}:
                getattr(self, look).add(str(number))

    def __bool__(self) -> bool:
        return bool(self.wanted)

    @property
    def wanted(self) -> set[str]:
        """The styles that matter of a cell's value."""
        return {*self.divisors, *self.lettered, *self.capitals, *self.unseen, *self.months}


def _fonts(xml: str) -> dict[str, set[str]]:
    """The number of each font -> capitals (small letters that look so: .VnTimeH), struck, white."""
    found: dict[str, set[str]] = {}
    looks: set[str] = set()
    for tag in tags(section(xml, "fonts"), "(?:font|name|strike|color)"):
        if tag.startswith("<font"):
            looks = found[str(len(found))] = set()
        elif tag.startswith("<name") and _CAPITALS.fullmatch(value(tag, "val")):
            looks.add("capitals")
        elif tag.startswith("<strike") and value(tag, "val") not in _OFF:
            looks.add("struck")
        elif tag.startswith("<color") and _is_white(tag):
            looks.add("white")
    return found


def _painted(xml: str) -> set[str]:
    """The numbers of the fills that are not white."""
    fills = re.split(r"<fill\b", section(xml, "fills"))[1:]
    return {str(n) for n, fill in enumerate(fills) if _is_painted(fill)}


def _is_painted(fill: str) -> bool:
    if "gradientFill" in fill:
        return True
    pattern = next(tags(fill, "patternFill"), "")
    if value(pattern, "patternType") in ("", "none"):
        return False
    return not any(map(_is_white, tags(fill, "fgColor")))


def _is_white(tag: str) -> bool:
    """Whether a colour is: theme 0 is the ground of the window."""
    if value(tag, "tint") not in ("", "0"):
        return False
    names = (f"{name} {value(tag, name)}" for name in ("indexed", "theme"))
    return value(tag, "rgb")[-6:].upper() == WHITE[0] or any(name in WHITE for name in names)


def _divisor(code: str) -> int | None:
    """What to divide a number of this format by to have a share: 80 % is 0.8 in the format "0%",
    but 80 in one that only writes the sign beside it (0"%")."""
    if "%" in _LITERAL.sub("", code):
        return 1
    return 100 if _LITERAL_PERCENT.search(code) else None


def _shows_month(code: str) -> bool:
    """Whether a format shows a date's month and year and not its day: mm/yyyy."""
    return _MONTH.fullmatch(_LITERAL.sub("", code).partition(";")[0].strip()) is not None


def _letters(code: str) -> Lettered | None:
    """What a format writes around a whole number: ("P", 3, "") of "P"000."""
    match = _LETTERED.fullmatch(code)
    if not match:
        return None
    before, after = (re.sub(r'"|\\(?=.)', "", match[part]) for part in (1, 3))
    is_lettered = any(map(str.isalpha, before + after)) and "%" not in before + after
    return (before, len(match[2]), after) if is_lettered else None
