"""Small writes: an overlay beside the whole version, read and folded as if it had been copied."""

import os
import random
import resource
import shutil
import signal
from datetime import datetime

import duckdb
import pytest

from dashboard.errors import DashboardError
from dashboard.importing.storing import name_actions
from dashboard.importing.storing.joins import Name, Step
from dashboard.importing.storing.joins import add as add_action
from dashboard.store import small_writes, sql, stored_scores
from dashboard.store.small_writes import NAMES, NOTES, SETS, VIEWS
from dashboard.store.store import Discard, Store
from tests.queries.rows import Form, ask, survey, unit_id, whole_questionnaire
from tests.seen import seen
from tests.store.damaging import KINDS
from tests.store.test_kill import contents
from tests.store.test_store import counted, files, start, wait_for, write_remark

ON_FIRST = "store-000002.on-000001.duckdb"


def note(store: Store, text: str = "x") -> None:
    store.write_small(lambda cursor: write_remark(cursor, text), NOTES)


def remarked(store: Store) -> list[str]:
    with store.read() as cursor:
        return [text for (text,) in cursor.execute("select remark from remark").fetchall()]


def join_names(cursor, name: str, target: str) -> None:
    add_action(cursor, "join", [Step(Name("village", "", name), target)], datetime(2023, 11, 5))


def joined(store: Store) -> list[tuple[str, str]]:
    with store.read() as cursor:
        return cursor.execute("select name, target from joined_name").fetchall()


def three_villages(cursor, unit: str = "Xã An", number: int = 1, year: int = 2023) -> None:
    """A survey of thirty people each of another opinion, and its scores."""
    asked = whole_questionnaire()
    opinions = [
        [Form({code: (n + place + number) % 3 / 2 for n, code in enumerate(asked)})] * 30
        for place in range(3)
    ]
    forms = dict(zip(("Thôn A", "Thôn B", "Thôn C"), opinions, strict=True))
    survey(cursor, forms, asked, dict.fromkeys(forms, 500), unit, year, number)
    stored_scores.fill(cursor, [(unit_id(unit), year)])


def respondents(store: Store) -> dict[str, int]:
    with store.read() as cursor:
        rows = ask(cursor, "villages", unit="Xã An", year=2023)
    return {row["village"]: row["respondents"] for row in rows}


def test_note_leaves_a_small_file_beside_the_whole_one(store):
    before = (store.folder / "store-000001.duckdb").read_bytes()
    note(store)
    assert (store.version, counted(store)) == (2, 1)
    assert files(store) == ["store-000001.duckdb", ON_FIRST]
    assert (store.folder / "store-000001.duckdb").read_bytes() == before
    assert (store.folder / ON_FIRST).stat().st_size < 100_000
    assert files(store, "writing*") == []


def test_overlay_holds_what_those_before_it_did(store):
    note(store, "a")
    store.write_small(lambda cursor: join_names(cursor, "Thôn A", "Thôn B"), NAMES)
    note(store, "b")
    newest = "store-000004.on-000001.duckdb"
    assert files(store)[-1] == newest
    for file in files(store)[1:-1]:  # readers need the newest one and the whole one
        (store.folder / file).unlink()
    assert remarked(Store(store.folder)) == ["a", "b"]
    assert joined(store) == [("Thôn A", "Thôn B")]


def test_small_write_reads_what_earlier_ones_wrote_elsewhere(store):
    store.write_small(lambda cursor: join_names(cursor, "Thôn A", "Thôn B"), NAMES)
    asked = "select joined_place('Thôn A')"
    assert store.write_small(lambda c: c.execute(asked).fetchall(), NOTES) == [("Thôn B",)]


def test_full_write_folds_overlays_in(store):
    note(store, "a")
    store.write_small(lambda cursor: join_names(cursor, "Thôn A", "Thôn B"), NAMES)
    store.write(lambda cursor: write_remark(cursor, "b"))
    assert files(store)[-1] == "store-000004.duckdb"
    note(store, "c")
    assert files(store)[-1] == "store-000005.on-000004.duckdb"
    assert (remarked(store), joined(store)) == (["a", "b", "c"], [("Thôn A", "Thôn B")])
    assert (
        store.rehearse(lambda cursor: cursor.execute("select remark from remark").fetchall()[-1][0])
        == "c"
    )


def test_large_overlay_is_folded_by_the_next_small_write(store, monkeypatch):
    note(store, "a")
    size = store.newest.size
    monkeypatch.setattr(small_writes, "LARGEST", size)
    note(store, "b")
    monkeypatch.setattr(small_writes, "LARGEST", size - 1)
    note(store, "c")
    assert files(store)[1:] == [ON_FIRST, "store-000003.on-000001.duckdb", "store-000004.duckdb"]
    assert remarked(store) == ["a", "b", "c"]


def test_readers_see_one_version_each(store):
    with store.read() as first:
        note(store)
        with store.read() as second:
            note(store)
            counts = [cursor.execute("select count(*) from remark").fetchone() for cursor in
                      (first, second)]  # fmt: skip
    assert (counts, counted(store)) == ([(0,), (1,)], 2)


def test_views_and_macros_of_the_store_see_the_overlay(store):
    store.write(three_villages)
    assert respondents(store) == {"Thôn A": 30, "Thôn B": 30, "Thôn C": 30}
    a, b = (seen(store, "name", f"village xa-an xa-an/Thôn {name}") for name in "AB")
    name_actions.join(store, a, b)
    assert store.newest.base
    assert respondents(store) == {"Thôn B": 60, "Thôn C": 30}
    with store.read() as cursor:
        stored = cursor.execute("select village, respondents from score where level = 'total'")
        found = {village.partition("/")[2]: n for village, n in stored.fetchall()}
    assert found == {"": 90, "Thôn B": 60, "Thôn C": 30}


def test_every_overlay_is_a_key_of_its_own_for_what_is_remembered(store):
    keys = []
    for _ in range(3):
        with store.read() as cursor:
            keys.append(sql.value(cursor, "version_name", "write"))
        assert keys[-1] == store.newest.name
        note(store)
    assert len(set(keys)) == 3


# -- what a small write may not do ----------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "insert into unit values ('u', 'commune', 'U', null)",
        "delete from name_action",  # not among the tables of a note
        "create table news (a integer)",
        "update remark set remark = 'y'",
        "delete from remark",
        "insert into remark values (1, null, 2023, 'k', 's', 'n', 'x', false, '', current_date)",
    ],
)
def test_what_an_overlay_can_not_hold_is_an_error(store, statement):
    store.write(write_remark)
    before = contents(store)
    with pytest.raises((duckdb.Error, RuntimeError)):
        store.write_small(lambda cursor: cursor.execute(statement), NOTES)
    assert (store.version, files(store, "writing*")) == (2, [])
    assert contents(store) == before
    note(store)


@pytest.mark.parametrize("error", [ValueError("no"), KeyboardInterrupt()])
def test_small_write_that_raises_publishes_nothing(store, error):
    def work(cursor):
        write_remark(cursor)
        raise error

    with pytest.raises(type(error)):
        store.write_small(work, NOTES)
    assert (store.version, counted(store), files(store, "writing*")) == (1, 0, [])


def test_discarded_small_write_gives_its_result(store):
    def work(cursor):
        write_remark(cursor)
        raise Discard("refused")

    assert store.write_small(work, NOTES) == "refused"
    assert (store.version, store.write_small(lambda cursor: 42, NOTES)) == (1, 42)


def test_every_table_of_the_registry_is_one_of_the_store(cursor):
    assert {*NOTES, *NAMES, *VIEWS, *SETS} == small_writes.HELD.keys()
    for table, way in small_writes.HELD.items():
        columns = {row[0] for row in cursor.execute(f"describe {table}").fetchall()}
        assert columns >= ({"unit", "year"} if way == small_writes.FILLED else set())


def test_score_in_a_small_write_has_every_commune(store):
    """Though only what is filled anew is written."""

    def fill_one(cursor):
        before = cursor.execute("from score order by all").fetchall()
        stored_scores.fill(cursor, [(unit_id("Xã An"), 2023)])
        return before == cursor.execute("from score order by all").fetchall(), len(before)

    store.write(three_villages)
    store.write(lambda cursor: three_villages(cursor, "Xã Bình", 2))
    same, rows = store.write_small(fill_one, NAMES)
    assert same and rows > 100


# -- damage ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_overlay_is_passed_over_set_aside_and_not_folded(store, kind):
    note(store, "a")
    note(store, "b")
    file = store.folder / "store-000003.on-000001.duckdb"
    file.write_bytes(KINDS[kind](file.read_bytes(), random.Random(3)))
    newcomer = Store(store.folder)
    assert remarked(newcomer) == ["a"]
    assert newcomer.damage.files == (file.name,)
    newcomer.write(lambda cursor: write_remark(cursor, "c"))
    assert (newcomer.version, remarked(newcomer), file.exists()) == (4, ["a", "c"], False)
    assert len(files(store, "damaged-000003-*.duckdb")) == 1


def test_overlay_of_a_damaged_version_goes_with_it(store):
    store.write(lambda cursor: write_remark(cursor, "a"))
    note(store, "b")
    file = store.folder / "store-000002.duckdb"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1  # its seal stays as it was
    file.write_bytes(content)
    newcomer = Store(store.folder)
    note(newcomer, "c")
    assert remarked(newcomer) == ["c"]
    assert files(store) == ["store-000001.duckdb", "store-000004.on-000001.duckdb"]
    assert len(newcomer.damage.files) == 2


@pytest.mark.parametrize("gone", [True, False], ids=["gone", "another"])
def test_overlay_is_read_on_no_other_version_than_its_own(store, gone):
    """Whole files both: but what was below is gone, or another file has its number."""
    store.write(lambda cursor: write_remark(cursor, "a"))
    note(store, "b")
    own = store.folder / "store-000002.duckdb"
    content = own.read_bytes()
    own.unlink()
    if not gone:
        overlay = (store.folder / "store-000003.on-000002.duckdb").rename(store.folder / "aside")
        store.write(lambda cursor: write_remark(cursor, "other"))
        overlay.rename(store.folder / "store-000003.on-000002.duckdb")
    newcomer = Store(store.folder)
    assert remarked(newcomer) == ([] if gone else ["other"])
    assert newcomer.damage.files == ("store-000003.on-000002.duckdb",)
    own.write_bytes(content)  # put back it holds again
    assert remarked(Store(store.folder)) == ["a", "b"]


def test_folder_copied_elsewhere_is_the_same_store(store, tmp_path):
    store.write(lambda cursor: write_remark(cursor, "a"))
    note(store, "b")
    backup = Store(shutil.copytree(store.folder, tmp_path / "backup"))
    assert remarked(backup) == ["a", "b"]
    assert backup.damage is None


def test_overlay_that_breaks_below_a_running_program_is_not_folded(store):
    note(store, "a")
    note(store, "b")
    file = store.folder / "store-000003.on-000001.duckdb"
    stat = file.stat()
    content = bytearray(file.read_bytes())
    content[20_000] ^= 1
    file.write_bytes(content)
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # nobody could tell by that
    store.write(lambda cursor: write_remark(cursor, "c"))
    assert remarked(store) == ["a", "c"]


# -- the folder -----------------------------------------------------------------------------------


def test_old_overlays_go_but_not_what_the_others_lean_on(store):
    store.write(write_remark)
    for number in range(12):
        note(store, str(number))
    assert files(store)[-1] == "store-000014.on-000002.duckdb"
    assert "store-000002.duckdb" in files(store)
    assert "store-000003.on-000002.duckdb" not in files(store)
    assert counted(Store(store.folder)) == 13


def test_removed_overlay_is_seen_no_more(store):
    note(store, "a")
    note(store, "b")
    (store.folder / "store-000003.on-000001.duckdb").unlink()
    assert remarked(store) == ["a"]
    note(store, "c")
    assert (store.version, remarked(store)) == (3, ["a", "c"])


PLACES = {
    "work": "store.write_small(lambda c: (write_remark(c), stop_at('work')), ['remark'])",
    "written": "small = module.small_writes\nreal = small.write\n"
    "small.write = lambda *given: (real(*given), stop_at('written'))\n"
    "store.write_small(write_remark, ['remark'])",
    "rename": "module.os.replace = lambda *paths: stop_at('rename')\n"
    "store.write_small(write_remark, ['remark'])",
    "clean": "module.versions.remove_old = lambda _: stop_at('clean')\n"
    "store.write_small(write_remark, ['remark'])",
}


@pytest.mark.parametrize("place", PLACES)
def test_killed_small_write_leaves_all_as_before_or_after(store, place):
    process = start(PLACES[place], store)
    wait_for(process, place)
    process.kill()
    process.communicate()
    published = 1 if place == "clean" else 0
    assert (counted(store), store.version) == (published, 1 + published)
    note(Store(store.folder, lock_seconds=5))
    assert (counted(store), files(store, "writing*")) == (published + 1, [])


def test_small_and_full_writes_of_two_processes_lose_nothing(store):
    code = "say('ready')\nfor number in range(8):\n    store.write(write_remark)\n"
    process = start(code, store)
    wait_for(process, "ready")
    for _ in range(8):
        note(store)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert (counted(store), store.version) == (16, 17)


@pytest.mark.parametrize("limit", [0, 12_288, 30_000])
def test_full_disk_at_a_small_write_is_one_sentence(store, limit):
    """No file may grow beyond so many bytes; the process reads on afterwards."""
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    counted(store)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
        with pytest.raises(DashboardError) as caught:
            note(store, "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert caught.value.code == "store_not_writable"
    assert (counted(store), files(store, "writing*")) == (0, [])
    note(store)
    assert counted(store) == 1
