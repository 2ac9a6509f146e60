"""Stores that earlier versions of the program wrote, opened by this one (tests/data/stores).

What each answered by its own queries is what this one answers, wherever the question still means
the same; what is meant otherwise now is named in MEANT_OTHERWISE. Undo works on what was imported
by them: taken back and let stand again, the answers are those of that version at that stage.
"""

import json
import lzma
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

from dashboard.config import ROOT
from dashboard.importing.storing import undo
from dashboard.store import migrations, shown, sql
from dashboard.store.store import Store
from tests.queries.same_answers import same

FOLDER = ROOT / "tests" / "data" / "stores"
PACKED = sorted(FOLDER.glob("*.duckdb.xz"))
# The first goes through every migration, the last is the newest; what each means otherwise is in
# these. The others by --long.
QUICK_OF = ("001-9014458", "004-bb3628a", "006-f342a56", "010-5f53fd2")
EACH = [
    pytest.param(
        file, id=file.name[:11], marks=() if file.name[:11] in QUICK_OF else pytest.mark.long
    )
    for file in PACKED
]
ERRORS = ("std_error", "ci_low", "ci_high", "df", "p_value", "p_adjusted", "verdict", "status")
BEFORE_ERRORS = ("001-9014458", "002-6534e10", "003-e7a81ef", "004-3b25c78")
BEFORE_DUE_OF_NONE = (*BEFORE_ERRORS, "004-2a99b99", "004-bb3628a")
BEFORE_CELLS_OF_DUE = BEFORE_ERRORS[:3]
BEFORE_NO_ORIGINALS = (*BEFORE_DUE_OF_NONE, "005-a01301c", "006-f342a56")
# What is asked of every store in a quick run; the long one asks all.
QUICKLY = ("component_scores", "village_scores", "tasks", "task_history", "official_completion",
           "imports", "question_rows", "follow_up")  # fmt: skip
# Which versions meant something else: versions, queries, columns, and why.
MEANT_OTHERWISE = (
    (BEFORE_ERRORS, ("component_scores", "component_change", "village_scores"),
     (*ERRORS, "status_from", "status_to"),
     "no errors were worked out, so none of what rests on them: intervals, verdicts, statuses"),
    (BEFORE_ERRORS, ("unit_ranking",), ("rank_low", "rank_high", "status"), "they rest on errors"),
    (BEFORE_DUE_OF_NONE, ("tasks",), ("due", "first_due"),
     "a due date that nobody could read was shown as the period's end; it is none now"),
    (BEFORE_CELLS_OF_DUE, ("task_history",), ("source_cell",),
     "the cell of a due date was left out"),
    (BEFORE_NO_ORIGINALS, ("imports",), ("original_kept",), "a survey's original was kept"),
)  # fmt: skip


class Old(NamedTuple):
    """A version's store as this program opened it, and what that version answered."""

    name: str
    store: Store
    stages: dict[str, dict]


@pytest.fixture(scope="module", params=EACH)
def old(request, tmp_path_factory) -> Iterator[Old]:
    folder = tmp_path_factory.mktemp("old")
    (folder / "store-000012.duckdb").write_bytes(lzma.decompress(request.param.read_bytes()))
    name = request.param.name.removesuffix(".duckdb.xz")
    stages = json.loads(lzma.decompress((FOLDER / f"{name}.json.xz").read_bytes()))
    store = Store(folder)
    store.prepare()
    yield Old(name, store, stages)


def test_there_is_a_store_of_every_migration():
    """Of those that landed."""
    numbers = {int(file.name[:3]) for file in PACKED}
    assert numbers >= {1, 2, 3, 4, 5, 6, 10}
    assert {f"{file.name[:11]}.json.xz" for file in PACKED} <= {f.name for f in FOLDER.iterdir()}


def test_store_is_brought_up_to_date_once(old):
    with old.store.read() as cursor:
        assert not migrations.is_outdated(cursor)
        assert sql.run(cursor, "verify").fetchall() == []
    later = Store(old.store.folder)
    assert later.prepare() is False and later.version == old.store.version


def test_notes_of_that_version_are_remarks_now(old, tmp_path):
    """Each with its text, task and time; numbered in the order in which they were written."""
    packed = FOLDER / f"{old.name}.duckdb.xz"
    (tmp_path / "old.duckdb").write_bytes(lzma.decompress(packed.read_bytes()))
    about = "unit, year, subject_kind, subject, remark, written_at"
    with closing(duckdb.connect(str(tmp_path / "old.duckdb"), read_only=True)) as before:
        written = before.execute(f"select {about} from remark order by written_at").fetchall()
    with old.store.read() as cursor:
        now = cursor.execute(f"select {about} from remark order by record_id").fetchall()
        kinds = cursor.execute("select distinct kind, withdrawn from remark").fetchall()
    assert (now, kinds) == (written, [("note", False)]) and written


def test_answers_are_those_of_that_version(old):
    assert_answers(old, old.store, "left", quickly=True)


@pytest.mark.long
def test_every_answer_is_that_of_that_version(old):
    assert_answers(old, old.store, "left")


@pytest.mark.parametrize("quickly", [True, pytest.param(False, marks=pytest.mark.long)])
def test_imports_of_that_version_are_taken_back_and_stand_again(old, quickly, tmp_path):
    store = Store(Path(shutil.copytree(old.store.folder, tmp_path / "copy")))
    act(store, undo.redo, "survey-2023-mended.xlsx")
    assert_answers(old, store, "whole", quickly)
    act(store, undo.undo, "survey-2023-mended.xlsx")
    act(store, undo.undo, "tasks-2023-moved.xlsx")
    assert_answers(old, store, "before", quickly, but=("imports", "names", "name_questions"))


def act(store: Store, deed, file: str) -> None:
    with store.read() as cursor:
        numbers = {row[1]: str(row[0]) for row in sql.run(cursor, "imports").fetchall()}
        seen = shown.listed(cursor, "import")[numbers[file]]
    deed(store, seen)


def assert_answers(
    old: Old, store: Store, stage: str, quickly: bool = False, but: tuple[str, ...] = ()
) -> None:
    """Of all that was asked at a stage, but for what lists what has been imported since."""
    chosen = {
        asked: before for asked, before in old.stages[stage].items() if asked.split()[0] not in but
    }
    if quickly:
        chosen = {asked: chosen[asked] for asked in first_of_each(chosen)}
    with store.read() as cursor:
        for asked, before in chosen.items():
            name, _, given = asked.partition(" ")
            if name == "answers":
                now = stored_answers(cursor)
            else:
                now = answer(cursor, name, json.loads(given))
            if name == "component_change" and old.name in BEFORE_ERRORS:
                now = only_of(before, now)  # rows of questions asked in one year alone are new
            assert_same(f"{old.name} {stage} {asked}", before, now, otherwise(old.name, name))
    assert len({asked.split()[0] for asked in chosen}) >= (5 if quickly else 13)


def first_of_each(asked: Iterable[str]) -> list[str]:
    """Of the queries of QUICKLY the first question about 2023, or about no year."""
    found: dict[str, str] = {}
    for question in asked:
        name = question.split()[0]
        if name in QUICKLY and ("2023" in question or "year" not in question):
            found.setdefault(name, question)
    return list(found.values())


def only_of(before: dict[str, list], now: dict[str, list]) -> dict[str, list]:
    """The rows whose level and component were there before."""
    there = {tuple(row[:2]) for row in before["rows"]}
    return now | {"rows": [row for row in now["rows"] if tuple(row[:2]) in there]}


def otherwise(version: str, query: str) -> set[str]:
    """Columns of a query that a version meant otherwise."""
    return {
        column
        for versions, queries, columns, _ in MEANT_OTHERWISE
        if version in versions and query in queries
        for column in columns
    }


def answer(cursor, name: str, given: dict[str, str]) -> dict[str, list]:
    query = sql.load(name)
    result = sql.run(cursor, name, **sql.from_text(query, given))
    rows = json.loads(json.dumps(result.fetchall(), default=lambda day: day.isoformat()))
    return {"columns": [column[0] for column in result.description], "rows": rows}


def stored_answers(cursor) -> dict[str, list]:
    """Every answer that holds, with the row of the file that it came from."""
    rows = []
    for year in (2022, 2023):
        about = {"unit": "Xã An Hòa", "year": year}
        villages = [row[0] for row in sql.run(cursor, "villages", **about).fetchall()]
        for question in [row[0] for row in sql.run(cursor, "questions", **about).fetchall()]:
            for village in villages:
                of = about | {"question": question, "village": village}
                found = sql.run(cursor, "question_rows", **of).fetchall()
                rows += [[year, question, village, *row[:5]] for row in found]
    columns = ["year", "question", "village", "file", "sheet", "row", "value", "missing"]
    return {"columns": columns, "rows": sorted(rows, key=lambda row: row[:6])}


def assert_same(said: str, before: dict, now: dict, otherwise: set[str]) -> None:
    """Row for row, in the columns that were there and mean the same."""
    gone = set(before["columns"]) - set(now["columns"]) - otherwise
    assert not gone, said
    kept = [column for column in before["columns"] if column not in otherwise]
    assert len(now["rows"]) == len(before["rows"]), said
    one, other = (columns_of(answer, kept) for answer in (before, now))
    for number, (row, new) in enumerate(zip(one, other, strict=True)):
        for column, value, there in zip(kept, row, new, strict=True):
            assert same(value, there), (said, number, column, value, there)


def columns_of(answer: dict, columns: list[str]) -> list[list[object]]:
    places = [answer["columns"].index(column) for column in columns]
    return [[row[place] for place in places] for row in answer["rows"]]
