"""Cells in the forms in which offices type them: dates, shares, numbers; what they mean."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

from tests.corpus.pieces import NOT_JUDGED, Setting, Shown, pools

DATE_FORMATS = ("dd/mm/yyyy", "d/m/yyyy", "mm-dd-yy", "[$-42A]dd/mm/yyyy;@", "dd-mm-yyyy")
DATE_STYLES = (*DATE_FORMATS, "text", "short text", "mixed")


def dated(rng: random.Random, day: date, style: str) -> Shown:
    """The day as a date cell of a format, or as text."""
    if style == "mixed":
        style = rng.choice(("dd/mm/yyyy", "text"))
    if style == "text":
        return Shown(f"{day:%d/%m/%Y}", "@", day)
    if style == "short text":
        return Shown(f"{day.day}/{day.month}/{day.year}", "General", day)
    return Shown(datetime(day.year, day.month, day.day), style, day)


def day_between(rng: random.Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randint(0, (last - first).days))


def due(rng: random.Random, year: int, style: str) -> Shown:
    """A deadline: a date, a phrase that stands for one, or recurring work."""
    kind = rng.random()
    day = day_between(rng, date(year, 2, 1), date(year, 10, 25))
    if kind < 0.45:
        return dated(rng, day, style)
    if kind < 0.6:
        return Shown(f"Trước {day.day}/{day.month}/{year}", "General", day)
    if kind < 0.7:
        return Shown(f"Trước ngày {day.day:02d}/{day.month:02d}/{year}", "General", day)
    if kind < 0.8:
        quarter, end = rng.choice((("I", (3, 31)), ("II", (6, 30)), ("III", (9, 30))))
        return Shown(f"Quý {quarter}/{year}", "General", date(year, *end))
    if kind < 0.88:
        month, last = rng.choice(((3, 31), (4, 30), (6, 30), (9, 30)))
        return Shown(f"Tháng {month}/{year}", "General", date(year, month, last))
    return Shown(rng.choice(("Thường xuyên", "Hằng tháng", "Hằng quý", "Cả năm")))


PROGRESS_STYLES = ("0%", "0.0%", "fraction", "number", "text", "spaced text")


def progress(share: int, style: str) -> Shown:
    """A share of 0 to 100 in one of the ways of typing it."""
    if style == "number":
        return Shown(share, "General", share / 100)
    if style == "text":
        return Shown(f"{share}%", "@", share / 100)
    if style == "spaced text":
        return Shown(f"{share} %", "General", share / 100)
    return Shown(share / 100, "General" if style == "fraction" else style, share / 100)


def people(rng: random.Random, low: int, high: int, style: str) -> Shown:
    """A number of people; "dots" is text with the point for thousands."""
    number = rng.randint(low, high)
    if style == "dots" and number >= 1000:
        return Shown(f"{number // 1000}.{number % 1000:03d}", "@", number)
    return Shown(number, style if style != "dots" else "General", number)


def said(text: str) -> Shown:
    """A text that means itself."""
    return Shown(text, "General", text)


def running(row: int, style: str) -> Shown:
    """A running number; nobody reads it."""
    return Shown(f"{row:02d}" if style == "text" else row, "General", NOT_JUDGED)


def aged(rng: random.Random) -> Shown:
    age = rng.randint(19, 82)
    return Shown(age, "General", age)


def _money(place: Setting, row: int) -> Shown:
    return Shown(place.rng.choice((5, 12.5, 20, 35, 150, 0.8)), "#,##0.0")


def _document(place: Setting, row: int) -> Shown:
    kind = place.rng.choice(("KH-UBND", "QĐ-UBND", "CV-UBND", "TB-UBND"))
    return Shown(f"{place.rng.randint(5, 180)}/{kind}")


def _early(place: Setting, row: int) -> Shown:
    day = day_between(place.rng, date(place.year - 1, 12, 1), date(place.year, 1, 31))
    return Shown(datetime(day.year, day.month, day.day), "dd/mm/yyyy")


def _one_of(*texts: str) -> Callable[[Setting, int], Shown]:
    return lambda place, row: Shown(place.rng.choice(texts))


def _between(low: int, high: int) -> Callable[[Setting, int], Shown]:
    return lambda place, row: Shown(place.rng.randint(low, high))


# what the columns hold that the program does not know
STRANGE: dict[str, Callable[[Setting, int], Shown]] = {
    "money": _money,
    "document": _document,
    "early_date": _early,
    "source": _one_of("Ngân sách xã", "Xã hội hóa", "Ngân sách huyện"),
    "post": lambda place, row: Shown(place.rng.choice(pools()["posts"])),
    "phone": lambda place, row: Shown(f"0221.3{place.rng.randint(100000, 999999)}"),
    "remark": lambda place, row: Shown(place.rng.choice(["", *pools()["remarks"]]) or None),
    "basis": _one_of("Kế hoạch 15/KH-UBND", "Nghị quyết HĐND xã", "Công văn của huyện"),
    "priority": _one_of("Cao", "Trung bình", "Thấp"),
    "points": _one_of("10", "5", "15"),
    "days": _between(0, 40),
    "school": _one_of("THCS", "THPT", "Trung cấp", "Đại học"),
    "trade": _one_of("Nông nghiệp", "Buôn bán", "Công nhân", "Hưu trí"),
    "people": _one_of("Kinh", "Tày", "Mường"),
    "household": _between(1, 7),
    "uuid": lambda place, row: Shown(f"{place.rng.getrandbits(64):016x}-{row:04d}"),
    "dimension": lambda place, row: Shown(place.rng.randint(1, 8)),
    "one": lambda place, row: Shown(1),
    "question_type": _one_of("Một lựa chọn", "Thang điểm"),
    "households": _between(80, 400),
    "area": lambda place, row: Shown(round(place.rng.uniform(20, 300), 1), "0.0"),
    "inhabitants": lambda place, row: Shown(place.rng.randint(1600, 2600), "#,##0"),
    "children": _between(60, 190),
    "share": lambda place, row: Shown(round(place.rng.uniform(0.5, 6), 2)),
    "link": lambda place, row: Shown(f"https://xa.example.vn/tin/{place.rng.randint(100, 999)}"),
    "hour": _one_of("5h30", "17h00", "6h00"),
    "row": lambda place, row: Shown(row + 1),
    "unit_code": lambda place, row: Shown(f"{place.rng.randint(10000, 12999)}"),
}
