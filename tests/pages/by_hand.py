"""The sample workbooks read and scored by other means than the program's own.

Plain openpyxl and sums: what pages show is held against this, never against our queries.
"""

from collections import Counter, defaultdict
from datetime import date, datetime
from functools import cache

from openpyxl import load_workbook

from dashboard.config import SAMPLES

HOME = "Xã Đức Hợp"
MISSING = {None, "", "88", "888", "99", "999", "kb", "không biết", "ktl", "không trả lời"}
YES, NO = {"có", "x"}, {"không", "ko"}
DIMENSIONS = {"1": 4, "2": 4, "3": 3, "4": 4, "5": 3, "6": 4, "7": 3, "8": 3}  # since 2021


@cache
def sheets(name: str) -> list[list[tuple]]:
    book = load_workbook(SAMPLES / name, read_only=True)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book]


def value(cell: object, low: float, high: float) -> float | None:
    """One answer: a number, yes or no; None when it is missing."""
    text = str(cell).strip().lower() if cell is not None else None
    if text in MISSING:
        return None
    if text in YES or text in NO:
        return 1.0 if text in YES else 0.0
    assert low <= float(text) <= high, text
    return float(text)


@cache
def scores(
    year: int, village: str | None = None, sex: str | None = None, unit: str = HOME
) -> dict[str, float]:
    """A commune's sub-dimensions, dimensions and total of a year, for a domain."""
    name = f"khao-sat-{year}.xlsx" if unit == HOME else f"khao-sat-huyen-{year}.xlsx"
    answers, questions, adults = sheets(name)
    people = {row[1]: row[2] for row in adults[1:] if row[0] == unit}
    heads, rows = answers[2], [row for row in answers[4:] if row[1] == unit]
    respondents = Counter(row[2] for row in rows)
    means = defaultdict(list)
    for code, component, _, low, high, direction, _ in questions[1:]:
        column, k = heads.index(code), DIMENSIONS[component[0]]
        total = weights = 0.0
        for row in rows:
            found = value(row[column], low, high)
            if found is None or village not in (None, row[2]) or sex not in (None, row[3]):
                continue
            share = (found - low) / (high - low)
            weight = people[row[2]] / respondents[row[2]]
            total += weight * (1 - share if direction == "Nghịch" else share)
            weights += weight
        if weights:
            means[component].append(1 / k + (9 / k) * total / weights)
    found = {component: sum(parts) / len(parts) for component, parts in means.items()}
    for dimension, k in DIMENSIONS.items():
        parts = [v for c, v in found.items() if c.startswith(dimension + ".")]
        assert len(parts) == k
        found[dimension] = sum(parts)
    return found | {"PAPI": sum(found[dimension] for dimension in DIMENSIONS)}


def communes(year: int) -> list[str]:
    """The communes surveyed in the samples."""
    rows = sheets(f"khao-sat-huyen-{year}.xlsx")[2][1:]
    return [HOME, *dict.fromkeys(row[0] for row in rows if row[0])]


DUE = {  # the phrases of bieu-nhiem-vu-2023.xlsx, read by a person
    "Trước 31/3/2023": date(2023, 3, 31),
    "Quý I/2023": date(2023, 3, 31),
    "Quý II/2023": date(2023, 6, 30),
    "Quý III/2023": date(2023, 9, 30),
    "Quý IV/2023": date(2023, 12, 31),
    "Quý IV/2022": date(2022, 12, 31),
    "Tháng 6/2023": date(2023, 6, 30),
    "Tháng 9/2023": date(2023, 9, 30),
    "Tháng 10/2023": date(2023, 10, 31),
    "Trước 25/10/2023": date(2023, 10, 25),
    "Trước 31/5/2023": date(2023, 5, 31),
}
RECURRING = {"Thường xuyên", "Hằng tháng", "Hằng quý", "Cả năm"}


def day(cell: object) -> date | None:
    if cell is None or isinstance(cell, datetime):
        return cell and cell.date()
    return DUE.get(cell) or datetime.strptime(cell, "%d/%m/%Y").date()


def tasks(as_of: date, ends: date = date(2023, 10, 25)) -> list[dict]:
    """Tasks of bieu-nhiem-vu-2023.xlsx with their state at a date, in a period that ends."""
    found, component = [], None
    for row in sheets("bieu-nhiem-vu-2023.xlsx")[0][8:]:
        if not isinstance(row[0], int):
            component = row[0] if row[0] and str(row[0])[0].isdigit() else component
            continue
        due = ends if row[5] in RECURRING else day(row[5])
        done, late = day(row[8]), None
        if done and done <= as_of:
            state = "done_on_time" if done <= due else "done_late"
        elif due < as_of:
            state, late = "overdue", (as_of - due).days
        else:
            state = "in_progress" if row[7] or done else "not_started"
        areas = [area.strip() for area in row[4].split(";")]
        supports = [body.strip() for body in (row[3] or "").split(";") if body.strip()]
        known = {"task": row[1], "lead": row[2], "supports": supports, "areas": areas}
        found.append(
            known | {"component": component, "due": due, "state": state, "late": late, "done": done}
        )
    return found
