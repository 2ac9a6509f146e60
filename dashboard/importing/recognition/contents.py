"""What the values of a column are, and how well they fit each field: the classes of values, and
data/reference/column_contents.csv."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, lru_cache

from dashboard import config
from dashboard.folding import fold, tidy
from dashboard.importing.values.cells import decimal
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.component_names import component_named
from dashboard.importing.wording.name_lists import begins_a_body
from dashboard.place_kinds import place_name

LOOKED_AT = 60  # values of a column
EMPTY = -1.0  # what an empty column is worth for any field
ENOUGH = 3  # values that tell as much as many
LONG = 40  # letters, or
LONG_WORDS = 8
LONGEST_OFFICE = 14  # words
_PERCENT = re.compile(r"\D{0,12}\d{1,3}(?:[.,]\d+)?\s*%.{0,20}")
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)?\s*[^\W\d]+(?:\s[^\W\d]+)?")
_CODE = re.compile(r"[A-Za-zĐđ]{1,4}[\s._-]?\d{1,3}(?:[._]\d{1,2})?[a-z]?", re.IGNORECASE)
_FORM_CODE = re.compile(r"(?:[A-ZĐ]{1,6}[-/._ ]){1,3}\d{1,5}|[A-ZĐ]{0,4}\d{3,6}", re.IGNORECASE)
_COMPONENT = re.compile(r"[1-8][.,]x?\d\.?")
_OUTLINE = re.compile(r"[IVX]{1,4}[.)]?|\d{1,2}(?:\.\d{1,2})+\.?|[a-zđ][.)]|\(\d+\)")
_AGES = re.compile(
    r"(?:từ|dưới|trên|under|over|<|>|≥|≤)?\s*\d{1,3}\s*(?:[-–]|đến|to)\s*\d{1,3}(?:\s*tuổi)?"
    r"|(?:dưới|trên|under|over|từ|<|>|≥|≤)\s*\d{1,3}(?:\s*(?:tuổi|trở lên))*|\d{1,3}\s*\+",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:ngày\s*)?\d{1,2}\s*[/.-]\s*(?:0?[1-9]|1[0-2])(?:\s*[/.-]\s*\d{2,4})?(?:\s.{0,20})?|\d{4}-\d\d-\d\d.*",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:trước|trong|hết|cuối|đầu|giữa|đến|từ|quý|tháng|hằng|hàng|thường|cả năm|năm|tuần|khi|theo)"
    r"\b.*|\d+\s*tháng.*",
    re.IGNORECASE,
)
_CHOICES = re.compile(r".*\w\s*[=:]\s*.+[;,|/\n].*[=:].*|\d\s*[-=:–.]\s*\D+", re.DOTALL)
_OFFICE_ALSO = re.compile(r"[A-ZĐ]{2,6}(?:[-–/ &][A-ZĐ]{2,6}){0,3}")


@dataclass(frozen=True)
class Profile:
    """The classes of a column's values with their shares; average: of its numbers; count: how
    many values were looked at."""

    shares: dict[str, float] = field(default_factory=dict)
    average: float | None = None
    count: int = 0


def spoken(names: Mapping[str, str]) -> dict[str, str]:
    """Known names as cells may have them, folded -> what they name; a village without "Thôn" too.

    >>> spoken({"Thôn Đông": "village", "Trạm khuyến nông": "office"})
    {'thon dong': 'village', 'dong': 'village', 'tram khuyen nong': 'known_office'}
    """
    found: dict[str, str] = {}
    for name, what in names.items():
        found[fold(name)] = "known_office" if what == "office" else what
        if what == "village":
            found[place_name(name, "village").key] = what
    return found


def profile(
    values: Iterable[object], percents: bool = False, names: Mapping[str, str] | None = None
) -> Profile:
    """What stands in a column. percents: its number format writes per cents; names: those that
    the store knows (spoken)."""
    looked = [value for value in values if value is not None][:LOOKED_AT]
    if not looked:
        return Profile()
    numbers = [number for number in map(_as_number, looked) if number is not None]
    average = sum(numbers) / len(numbers) if numbers else None
    if is_running(numbers, len(looked)):
        return Profile({"running": 1.0}, average, len(looked))
    classes: Counter[str] = Counter()
    for (_, value), count in Counter((type(value), value) for value in looked).items():
        found_in = _class(value, percents)
        if names and found_in == "short":  # no word of the program's own lists
            found_in = names.get(fold(str(value)), found_in)
        classes[found_in] += count
    shares = {name: count / len(looked) for name, count in classes.items()}
    return Profile(shares, average, len(looked))


def is_running(numbers: Sequence[float], of: int) -> bool:
    """Whether the numbers among so many values count 1, 2, 3 ..., whatever stands between."""
    whole = [int(n) for n in numbers if n.is_integer()]
    if len(whole) < 3 or 2 * len(whole) < of:
        return False
    steps = [after - before for before, after in zip(whole, whole[1:], strict=False)]
    return whole[0] in (0, 1) and sum(step == 1 for step in steps) >= 0.8 * len(steps)


def fit(kind: str, name: str, found: Profile) -> float:
    """How well a column's values fit a field of a kind; below 0 they speak against it."""
    if not found.shares:
        return EMPTY
    return _fit(kind, name, tuple(found.shares.items())) * min(1.0, found.count / ENOUGH)


@lru_cache(maxsize=50_000)
def _fit(kind: str, name: str, shares: tuple[tuple[str, float], ...]) -> float:
    weights = _weights(kind, name)
    other = weights.get("*", 0.0)
    return sum(share * weights.get(of, other) for of, share in shares)


@cache
def _weights(kind: str, name: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for row in _table():
        if name in row["field"].split() and {kind, "*"} & set(row["kinds"].split()):
            for content in row["contents"].split("|"):
                found.setdefault(content, float(row["weight"]))
    return found


@cache
def _table() -> list[dict[str, str]]:
    with (config.REFERENCE / "column_contents.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@lru_cache(maxsize=20_000, typed=True)  # a column is looked at below each row that may head it
def _as_number(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return float(value)
    return decimal(value.strip()) if isinstance(value, str) else None


@lru_cache(maxsize=20_000, typed=True)
def _class(value: object, percents: bool) -> str:
    if isinstance(value, datetime) and (value.hour or value.minute):
        return "timestamp"
    if isinstance(value, date):
        return "date"
    if isinstance(value, bool):
        return "yes_no"
    number = _as_number(value)
    if number is not None:
        return "percent" if percents else _class_of_number(number, value)
    return _class_of_text(tidy(str(value)))


def _class_of_number(number: float, value: object) -> str:
    if isinstance(value, str) and value.strip().startswith("0") and len(value.strip()) > 1:
        return "form_code" if float(number).is_integer() else "share"
    if not float(number).is_integer():
        if 0 < number < 1:
            return "share"
        is_code = round(number * 10) == number * 10 and 1 < number < 9
        return "component_code" if is_code else "fraction"
    if number <= 10:
        return "small"
    if number <= 130:
        return "middle"
    return "year" if 1900 <= number <= 2100 else "large"


@lru_cache(maxsize=20_000)
def _class_of_text(said: str) -> str:
    for name, exact in (("sex", "sex"), ("direction", "direction"), ("yes_no", "answer")):
        if vocabulary.exact(exact, said) is not None:
            return name
    for name, pattern in _PATTERNS:
        if pattern.fullmatch(said):
            return name
    return _class_of_words(said)


_PATTERNS = (
    ("percent", _PERCENT),
    ("component_code", _COMPONENT),
    ("timestamp", re.compile(r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[ T]\d{1,2}:\d\d.*")),
    ("date", _DATE),
    ("age_group", _AGES),
    ("outline", _OUTLINE),
    ("code", _CODE),
    ("form_code", _FORM_CODE),
    ("choices", _CHOICES),
)
_WORDS = (
    ("level", "level"),
    ("whole", "whole_unit"),
    ("activity_kind", "activity_kind"),
)


def _class_of_words(said: str) -> str:
    for name, exact in _WORDS:
        if vocabulary.exact(exact, said) is not None:
            return name
    if _is_result(said):
        return "result"
    if vocabulary.start("due_recurring", said) is not None or _DUE.fullmatch(said):
        return "due_words" if len(said) <= LONG else "long"
    if component_named(said) is not None:
        return "component_name"
    is_long = len(said) > LONG or len(said.split()) > LONG_WORDS
    if vocabulary.start("village_kind", said) is not None and not is_long:
        return "village"
    if _is_place(said) and not is_long:
        return "place"
    if _OFFICE_ALSO.fullmatch(said) or (begins_a_body(said) and not _is_sentence(said)):
        return "office"
    if _AMOUNT.fullmatch(said):
        return "amount"
    return "long" if is_long else "short"


def _is_result(said: str) -> bool:
    return vocabulary.start("result", said) is not None and len(said) <= LONG


def _is_sentence(said: str) -> bool:
    """A question or a task, whatever it begins with: "Ông/Bà có ...?", "Tổ chức ..."."""
    return said.endswith(("?", ".")) or len(said.split()) > LONGEST_OFFICE


def _is_place(said: str) -> bool:
    return vocabulary.start("unit_kind", said) is not None
