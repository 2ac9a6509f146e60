"""The provinces of the published index, by the ways in which their names are written."""

import csv
import re
from difflib import get_close_matches
from functools import cache

from dashboard import config
from dashboard.folding import fold
from dashboard.importing.model.sheet import typed

_KIND = re.compile(r"^(?:tinh|thanh pho|tp|t\s*\.?\s*p|t)[\s.]+(?=\w)|\s+(?:province|city)$")
_SIGNS = re.compile(r"[\W_]+")


def province(value: object) -> str | None:
    """The code of the province that a cell names: "P21" for "Tỉnh Hưng Yên", "HungYen", "P21".

    >>> province("Thừa Thiên-Huế"), province("TP. Hồ Chí Minh"), province("Hưng")
    ('P31', 'P50', None)
    """
    written = typed(value)
    if not written or len(written) > _longest():
        return None
    bare = fold(written)
    return _names().get(_SIGNS.sub("", bare)) or _names().get(_SIGNS.sub("", _KIND.sub("", bare)))


def near(written: str) -> list[str]:
    """Vietnamese names of provinces that are written much like this, the most alike first."""
    bare = _plain(_KIND.sub("", fold(written)))
    codes = [_names()[name] for name in get_close_matches(bare, _names(), 4, 0.7)]
    return [name_of(code) for code in dict.fromkeys(codes)]


def name_of(code: str) -> str:
    """The Vietnamese name of a province's code."""
    return next(row["name_vi"] for row in _rows("provinces") if row["code"] == code)


@cache
def successor(code: str) -> str:
    """The code of the province that one became on 1/7/2025; of most provinces their own."""
    became = next(r["successor_from_2025_07_01"] for r in _rows("provinces") if r["code"] == code)
    return province(became) or code


def _plain(written: str) -> str:
    """Letters and digits alone: "Bà Rịa - Vũng Tàu" is "Ba Ria-Vung Tau"."""
    return _SIGNS.sub("", fold(written))


@cache
def _names() -> dict[str, str]:
    """plain name -> code: both languages, the code itself, and the aliases."""
    found: dict[str, str] = {}
    for row in _rows("provinces"):
        found |= {_plain(row[key]): row["code"] for key in ("name_vi", "name_en", "code")}
    return found | {_plain(row["alias"]): row["code"] for row in _rows("province_aliases")}


@cache
def _longest() -> int:
    return max(map(len, _names())) + len("Thành phố  City") + 10


@cache
def _rows(name: str) -> list[dict[str, str]]:
    with (config.REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
