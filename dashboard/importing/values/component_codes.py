"""The tree of components, and the ways in which its codes and names are written."""

import re
from dataclasses import dataclass
from datetime import date

from dashboard.folding import fold, tidy
from dashboard.importing.model.reading import Known
from dashboard.importing.model.sheet import typed
from dashboard.importing.values.cells import Problem
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.section_names import component_of

_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7", "VIII": "8"}
_CODE = re.compile(
    r"(?:SC|CS|ND|S|D)?\s*(?P<code>\d(?:[.,]x?\d+)?|\d\d(?![\d.,])|[IVX]+)"
    r"(?P<end>[.):/–-]+(?!\d)\s*|\s+|$)(?P<rest>.*)"
)
_SIGNS = re.compile(r"[^\w]+")


@dataclass(frozen=True)
class Tree:
    """Dimensions and sub-dimensions by code and by folded name, with the years they stand in."""

    levels: dict[str, str]
    years: dict[str, tuple[int, int | None]]
    names: dict[str, str]

    def stands_in(self, code: str, year: int | None) -> bool:
        """Whether the component is part of that year's tree; an unknown year has all."""
        first, last = self.years[code]
        return year is None or (first <= year and (last is None or year <= last))

    def by_name(self, written: str) -> str | None:
        """The component whose official name this is, or a usual one."""
        code = self.names.get(_plain(written)) or component_of(written)
        return code if code in self.levels else None


def tree_of(known: Known) -> Tree:
    """The tree in the values that the program knows, without the total."""
    parts = [part for part in known.components if part[1] != "total"]
    return Tree(
        {code: level for code, level, *_ in parts},
        {code: (first, last) for code, _, _, first, last in parts},
        {_plain(name): code for code, _, name, *_ in parts},
    )


def _plain(name: str) -> str:
    return _SIGNS.sub(" ", fold(name)).strip()


def component(value: object, tree: Tree) -> str | None | Problem:
    """The code that a cell of a component column means; None when it is blank.

    A date is what Excel makes of a typed 1.2 where dates are written 1.2: day, month.
    """
    if value is None:
        return None
    if isinstance(value, date):
        value = f"{value.day}.{value.month}"
    code = code_in(typed(value), tree) or tree.by_name(typed(value))
    return code or Problem("unknown_component", "warning")


def code_in(written: str, tree: Tree) -> str | None:
    """The code that a text is, or begins with: "1.1", "II", "SC11", "1.1. Tri thức công dân".

    A bare whole number followed by words is a code only when the words are its name.
    """
    match = _CODE.fullmatch(_without_prefix(tidy(written)))
    if not match:
        return None
    code = _normal(match["code"])
    if code not in tree.levels:
        return None
    loose = match["code"].isdigit() and match["rest"] and not match["end"].strip()
    if loose and tree.by_name(match["rest"]) != code:
        return None
    return code


def _normal(code: str) -> str:
    code = _ROMAN.get(code, code).replace(",", ".")
    return f"{code[0]}.{code[1]}" if re.fullmatch(r"\d\d", code) else code


def _without_prefix(written: str) -> str:
    """The text without words such as "Nội dung thành phần" before the code."""
    match = re.match(r"(?P<prefix>[^\d]+?)\s*(?P<rest>\d.*|[IVX]+\b.*)$", written)
    if match and vocabulary.exact("code_prefix", match["prefix"].rstrip(" :.")):
        return match["rest"]
    return written
