"""How fast scores are: stores of several sizes, every question asked warm, beside a yardstick."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from dashboard.store import sql, stored_scores
from dashboard.store.store import Discard, Store
from tests.bench.workbooks import VILLAGES, YEAR, sub_dimensions

YEARS = (YEAR - 1, YEAR)
QUESTIONS = 34
PROVINCE, COMMUNE = "Tỉnh Mẫu", "Xã Mẫu 1"

# The least that any score needs: every answer of a year read and summed.
YARDSTICK = f"""
select unit, question, count(*), avg(value) from answer where year = {YEAR} group by all
"""

# Nothing is read from a file, so that a large store is made in seconds. Forms stand by commune,
# every fifth answer is missing.
STORE = """
insert into import_log
    values (1, 'a.xlsx', 'a', now()::timestamp, null, null, false, false, false, null);

insert into unit values ('tinh-mau', 'province', 'Tỉnh Mẫu', null);

insert into unit
select 'xa-mau-' || c, 'commune', 'Xã Mẫu ' || c, 'tinh-mau'
from range(1, {communes} + 1) as r(c);

insert into unit
select u.unit_id || '/Thôn ' || v, 'village', 'Thôn ' || v, u.unit_id
from unit as u, range(1, {villages} + 1) as r(v)
where u.level = 'commune';

insert into population
select 1, 'Dân số', 4, u.parent_id, y, u.unit_id, 100 + 2 * {respondents} // {communes}
from unit as u, unnest({years}) as t(y)
where u.level = 'village';

insert into question
select 1, 'Bộ câu hỏi', 4, u.unit_id, y, 'C' || lpad(q::varchar, 2, '0'),
    {components}[1 + q % len({components})], 'Câu hỏi số ' || q, if(q % 2 = 0, 0, 1),
    if(q % 2 = 0, 1, 5), q % 7 = 0, ''
from unit as u, unnest({years}) as t(y), range(1, {questions} + 1) as r(q)
where u.level = 'commune';

insert into respondent
select 1, 'Phiếu', 3 + p, 'xa-mau-' || c, y, 'P' || p, 'xa-mau-' || c || '/Thôn ' || v,
    if(hash(p, y) % 2 = 0, 'Nam', 'Nữ'), 18 + hash(y, p) % 70, null
from (
    select p, 1 + p * {communes} // {respondents} as c, 1 + p % {villages} as v
    from range({respondents}) as r(p)
), unnest({years}) as t(y)
order by y, p;

insert into answer
select r.import_id, r.unit, r.year, r.form, q.code,
    case when hash(r.form, q.code, r.year) % 5 > 0
        then q.low + hash(q.code, r.form, r.year) % (q.high - q.low + 1)::integer end,
    null
from respondent as r
join question as q using (unit, year)
order by r.year, r.row, q.code;
"""

WHOLE, ONE = {"unit": PROVINCE}, {"unit": COMMUNE}
CHANGE = {"year_from": YEARS[0], "year_to": YEARS[1]}
# What is printed -> the query and its parameters.
ASKED = {
    "scores of all": ("component_scores", WHOLE | {"year": YEAR}),
    "change of all": ("component_change", WHOLE | CHANGE),
    "scores of one commune": ("component_scores", ONE | {"year": YEAR}),
    "change of one commune": ("component_change", ONE | CHANGE),
    "ranking, as stored": ("unit_ranking", {"year": YEAR}),
    "villages, as stored": ("village_scores", ONE | {"year": YEAR}),
}


def compare(communes: int, respondents: int, runs: int) -> None:
    """Make the store, ask everything of it, print a line each."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        store.write(lambda cursor: fill(cursor, communes, respondents))
        with store.read() as cursor:
            answers = cursor.execute("select count(*) from answer").fetchone()[0]
            print(
                f"{communes:,} communes, {respondents:,} respondents in each of {len(YEARS)} "
                f"years, {answers:,} answers"
            )
            yardstick, _ = _fastest(lambda: cursor.execute(YARDSTICK).fetchall(), runs)
            print(f"  {'answers of a year grouped, the yardstick':<42}{1000 * yardstick:8.1f} ms")
            for name, (query, given) in ASKED.items():
                found = _fastest(lambda q=query, g=given: sql.run(cursor, q, **g).fetchall(), runs)
                _line(name, *found, yardstick)
        _line("all stored anew, villages too", *store.rehearse(lambda c: _refilled(c)), yardstick)


def fill(cursor: duckdb.DuckDBPyConnection, communes: int, respondents: int) -> None:
    """Rows of surveys into an empty store, and their scores."""
    sizes = {"communes": communes, "respondents": respondents, "villages": VILLAGES}
    lists = {"years": list(YEARS), "components": sub_dimensions(), "questions": QUESTIONS}
    cursor.execute(STORE.format(**sizes, **lists))
    stored_scores.refill(cursor)


def _refilled(cursor: duckdb.DuckDBPyConnection) -> None:
    seconds, _ = _fastest(lambda: stored_scores.refill(cursor), 1)
    raise Discard((seconds, cursor.execute("from score").fetchall()))


def _fastest(work: Callable[[], list], runs: int) -> tuple[float, list]:
    """Seconds of the fastest run after a first one that warms up, and what it gave."""
    result, seconds = work(), []
    for _ in range(runs):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    return min(seconds), result


def _line(name: str, seconds: float, rows: list, yardstick: float) -> None:
    times = f"{seconds / yardstick:7.1f} times the yardstick"
    print(f"  {name:<42}{1000 * seconds:8.1f} ms {times} {len(rows):9,} rows")
