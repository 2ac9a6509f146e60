"""The answers of every query over the sample set, before and after a change of the store.

    python -m tests.queries.same_answers dump FILE [--store FOLDER]
    python -m tests.queries.same_answers compare BEFORE AFTER

dump asks every query of queries/read about every unit and year there is, and of one commune and
the units above it every village and official and a fifth of the questions, with each optional
filter in turn; the rows go to FILE (packed JSON, a line a question). The store is the one given,
else one made of the samples.
compare lists each question whose answer has other columns, rows or values, numbers being the same
within 1e-12 of their size (of 1 below 1); what is new is said and is no difference. Times of the
making are left out. Exit code 1 when anything differs.
"""

import argparse
import gzip
import json
import math
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from dashboard.importing import samples
from dashboard.store import sql
from dashboard.store.store import Cursor, Store

TOLERANCE = 1e-12
YEARS = (2022, 2023)
PUBLISHED_YEARS = range(2011, 2025)
PROVINCES = ("Hưng Yên", "Hà Nội", "Quảng Ninh", "Thừa Thiên Huế")
COMPONENTS = ("PAPI", "1", "1.1", "2.2", "5.3", "8")
CLOSELY = "xa-duc-hop"  # of the other communes a few questions and no filters
OF_THE_MAKING = "_at"  # how columns end that tell when something was stored

Given = dict[str, object]
Answer = dict[str, list]


class Places:
    """What there is to ask about in a store."""

    def __init__(self, cursor: Cursor):
        self._cursor = cursor
        rows = sql.run(cursor, "units").fetchall()
        self.units = [row[0] for row in rows]
        self.communes = [row[0] for row in rows if row[2] == "commune"]
        self.closely = [None, CLOSELY, *(unit for unit in self.units if unit not in self.communes)]

    def column(self, query: str, number: int, **given: object) -> list[str]:
        rows = sql.run(self._cursor, query, **given).fetchall()
        return sorted({row[number] for row in rows})

    def villages(self, unit: object, year: object) -> list[str]:
        if unit not in self.communes:
            return []
        return self.column("villages", 0, unit=unit, year=year)

    def questions(self, unit: object, year: object) -> list[str]:
        found = self.column("questions", 0, unit=unit, year=year)
        return found[:: 5 if unit == CLOSELY else 20]


def asked(places: Places, name: str) -> Iterator[Given]:
    """Every set of parameters with which a query is asked."""
    params = {param.name: param for param in sql.load(name).params}
    for start in starts(places, name, list(params)):
        given = {key: value for key, value in start.items() if key in params}
        yield given
        if given.get("unit") not in places.closely:
            continue
        for key, values in filters(places, name, given).items():
            if key in params and not params[key].required:
                yield from (given | {key: value} for value in values)


def starts(places: Places, name: str, params: list[str]) -> Iterator[Given]:
    """Of the parameters that are required, every value; the date looked at is always given."""
    units = places.communes if name == "village_scores" else places.units
    units = [CLOSELY] if name == "question_rows" else units
    is_dated = bool({"year", "year_from"} & set(params))
    of_unit: list[object] = [*units] if "unit" in params and is_dated else [None]
    published = name.startswith("published") or name in ("components", "periods")
    years = PUBLISHED_YEARS if published else YEARS
    pairs = ((2022, 2023), (2016, 2017), (2011, 2024)) if published else ((2022, 2023),)
    for unit, year in product(of_unit, pairs if "year_from" in params else years):
        start: Given = {"unit": unit} if unit else {}
        if isinstance(year, tuple):
            start |= {"year_from": year[0], "year_to": year[1]}
        else:
            start |= {"year": year, "as_of": f"{year}-08-15"}
        yield from narrowed(places, start, name) if unit else components(start, name)
        if not is_dated:
            return


def narrowed(places: Places, start: Given, name: str) -> Iterator[Given]:
    """By question and village, where the query must be told of one."""
    required = {param.name for param in sql.load(name).params if param.required}
    if "question" not in required:
        yield start
        return
    villages = places.villages(start["unit"], start["year"]) if "village" in required else [None]
    for question, village in product(places.questions(start["unit"], start["year"]), villages):
        yield start | {"question": question} | ({"village": village} if village else {})


def components(start: Given, name: str) -> Iterator[Given]:
    """published_series must be told of a component; every other query may be."""
    several = COMPONENTS if name == "published_series" else (None,)
    yield from (start | ({"component": one} if one else {}) for one in several)


def filters(places: Places, name: str, given: Given) -> dict[str, list[object]]:
    """Optional parameter -> the values that it is given one after the other."""
    year, unit = given.get("year", given.get("year_to")), given.get("unit")
    villages = places.villages(unit, year) if unit else []
    found: dict[str, list[object]] = {
        "province": [*PROVINCES],
        "component": [*COMPONENTS],
        "basis": ["common"],
        "sex": ["Nam", "Nữ"],
        "age_from": [35, 60],
        "age_to": [34],
        "role": ["support"],
        "period": [f"{year}-H1"],
        "days": [5, 60],
        "kind": ["unit", "village", "official"],
        "standing": [True, False],
        "among": ["shown"],
        "parent": [unit for unit in places.units if unit not in places.communes],
        "villages": [[village] for village in villages] + ([villages[:3]] if villages else []),
        "village": [*villages],
    }
    if name == "tasks" and unit in places.communes:
        found["official"] = [*places.column("official_completion", 0, unit=unit, year=year)]
    if year is None:  # names and what was done with them
        found["unit"] = [*places.communes]
    return found


def dump(store: Store, file: Path) -> int:
    """How many questions were asked; their answers go to the file."""
    count = 0
    with store.read() as cursor, gzip.open(file, "wt", encoding="utf-8", compresslevel=4) as out:
        places = Places(cursor)
        for name in sql.names():
            for given in asked(places, name):
                result = sql.run(cursor, name, **given)
                columns = [column[0] for column in result.description]
                rows = result.fetchall()
                key = f"{name} {json.dumps(given, ensure_ascii=False)}"
                line = {"asked": key, "columns": columns, "rows": rows}
                out.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")
                count += 1
    return count


def load(file: Path) -> dict[str, Answer]:
    """What was asked -> its columns and rows."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return {answer.pop("asked"): answer for answer in map(json.loads, lines)}


def compare(before: dict[str, Answer], after: dict[str, Answer]) -> tuple[list[str], list[str]]:
    """What differs, and what is only new, a line each."""
    news = [f"new question: {key}" for key in after if key not in before]
    differences = []
    for key, answer in before.items():
        if key not in after:
            differences.append(f"not asked any more: {key}")
            continue
        now = after[key]
        new = [column for column in now["columns"] if column not in answer["columns"]]
        news += [f"new columns {new}: {key}"] if new else []
        differences += [f"{said}: {key}" for said in difference(answer, now)]
    return differences, news


def difference(before: Answer, after: Answer) -> Iterator[str]:
    """What is said of the first difference of an answer, none of the same one."""
    if gone := [column for column in before["columns"] if column not in after["columns"]]:
        yield f"columns are gone {gone}"
        return
    if len(before["rows"]) != len(after["rows"]):
        yield f"{len(after['rows'])} rows for {len(before['rows'])}"
        return
    at = [after["columns"].index(column) for column in before["columns"]]
    for number, (one, whole) in enumerate(zip(before["rows"], after["rows"], strict=True)):
        other = [whole[place] for place in at]
        for column, value, now in zip(before["columns"], one, other, strict=True):
            if not column.endswith(OF_THE_MAKING) and not same(value, now):
                yield f"row {number}, {column} is {now!r} for {value!r}"
                return


def same(one: object, other: object) -> bool:
    """Equal, but for the last digits of a number."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and isinstance(other, float):
        near = math.isclose(one, other, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
        return near or math.isnan(one) and math.isnan(other)
    return type(one) is type(other) and one == other


def main() -> int:
    """The command line of the first lines."""
    parser = argparse.ArgumentParser(prog="python -m tests.queries.same_answers")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("dump")
    command.add_argument("file", type=Path)
    command.add_argument("--store", type=Path)
    command = commands.add_parser("compare")
    command.add_argument("before", type=Path)
    command.add_argument("after", type=Path)
    chosen = parser.parse_args()
    if chosen.command == "dump":
        with tempfile.TemporaryDirectory() as folder:
            store = Store(chosen.store or Path(folder))
            if not chosen.store:
                samples.load(store)
            print(dump(store, chosen.file), "answers")
        return 0
    before, after = load(chosen.before), load(chosen.after)
    differences, news = compare(before, after)
    print(*differences, *news, sep="\n")
    print(f"{len(before)} answers before, {len(after)} after, {len(differences)} differ")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
