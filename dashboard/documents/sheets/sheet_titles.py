"""Names of sheets as Excel takes them: short, without its signs, each once."""

import re

LONGEST = 31
_BAD = re.compile(r"[\\*?:/\[\]]+")
_RESERVED = {"history"}  # Excel keeps this name for itself


class SheetTitles:
    """Gives out names, each once: Excel doesn't tell capitals apart."""

    def __init__(self) -> None:
        self._taken: set[str] = set(_RESERVED)

    def one(self, wanted: str) -> str:
        """The name, without what is forbidden, shortened, numbered where it is taken.

        >>> titles = SheetTitles()
        >>> titles.one("Nhiệm vụ: quá hạn/sắp đến hạn"), titles.one("a"), titles.one("A")
        ('Nhiệm vụ quá hạn sắp đến hạn', 'a', 'A (2)')
        """
        base = " ".join(_BAD.sub(" ", wanted).split()).strip("' ") or "Sheet"
        name, count = _short(base), 1
        while name.casefold() in self._taken:
            count += 1
            name = _short(base, f" ({count})")
        self._taken.add(name.casefold())
        return name


def _short(base: str, ending: str = "") -> str:
    """In UTF-16, as Excel counts letters; cut between words where there are some."""
    room = LONGEST - len(ending)
    if _units(base) <= room:
        return base + ending
    cut = base
    while _units(cut) > room - 1:
        cut = cut[:-1]
    if not base[len(cut)].isspace():
        cut = cut.rpartition(" ")[0] or cut
    return cut.rstrip(" ',") + "…" + ending


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
