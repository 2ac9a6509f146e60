"""A damaged version is found, said and passed over; nothing is built on it, nothing deleted."""

import errno
import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from dashboard import cli
from dashboard.errors import DashboardError
from dashboard.store import migrations, retention, sealing, soundness, versions
from dashboard.store.store import Store
from dashboard.words import words
from tests.store.ageing import age
from tests.store.damaging import HOLE, KINDS
from tests.store.test_store import count, counted, files, write_remark

VI = words("vi")


def file_of(store: Store, number: int) -> Path:
    return versions.path_of(store.folder, number)


def later(store: Store) -> Store:
    """The same folder as a newly started program sees it."""
    return Store(store.folder, lock_seconds=5)


def remark(store: Store, *texts: str) -> None:
    for text in texts:
        store.write(lambda cursor, text=text: write_remark(cursor, text))


def remarks(store: Store) -> list[str]:
    with store.read() as cursor:
        return [row[0] for row in cursor.execute("select remark from remark order by 1").fetchall()]


@pytest.fixture(params=KINDS)
def damaged(store, request) -> Store:
    """Two remarks in version 3, which is damaged then; version 2 with one of them is whole."""
    remark(store, "a", "b")
    damage = KINDS[request.param]
    content = damage(file_of(store, 3).read_bytes(), random.Random(request.param))
    file_of(store, 3).write_bytes(content)
    return later(store)


def test_damage_is_passed_over_and_said(damaged):
    assert (remarks(damaged), damaged.version) == (["a"], 2)
    assert damaged.damage.files == ("store-000003.duckdb",)
    published = versions.of_file(damaged.folder, 2).published
    assert damaged.damage.since == published
    said = damaged.damage.sentence(VI)
    assert "store-000003.duckdb" in said and published.strftime("%H:%M:%S %d/%m/%Y") in said
    assert files(damaged) == [f"store-00000{n}.duckdb" for n in (1, 2, 3)]  # reading moves nothing


def test_next_write_builds_on_the_sound_one_and_sets_the_damaged_aside(damaged):
    content = file_of(damaged, 3).read_bytes()
    since = versions.of_file(damaged.folder, 2).published
    remark(damaged, "c")
    assert (remarks(damaged), damaged.version) == (["a", "c"], 4)
    assert files(damaged) == [f"store-00000{n}.duckdb" for n in (1, 2, 4)]
    (aside,) = files(damaged, "damaged-*")
    assert aside == f"damaged-000003-{since:%Y%m%d-%H%M%S}.duckdb"
    assert (damaged.folder / aside).read_bytes() == content
    for store in (damaged, later(damaged)):  # said for as long as it lies there
        assert counted(store) == 2
        assert store.damage == ((aside,), since.replace(microsecond=0))
    (damaged.folder / aside).unlink()
    assert counted(damaged) == 2 and damaged.damage is None


def test_damage_below_a_program_that_runs_is_found_at_the_next_read(store):
    remark(store, "a", "b")
    assert remarks(store) == ["a", "b"]
    file_of(store, 3).write_bytes(b"")
    assert (remarks(store), store.damage.files) == (["a"], ("store-000003.duckdb",))


def test_file_put_back_under_any_number_is_sound(store, tmp_path):
    remark(store, "a", "b")
    shutil.copy(file_of(store, 3), tmp_path / "backup")
    file_of(store, 3).write_bytes(b"broken")
    assert remarks(store) == ["a"]
    shutil.copy(tmp_path / "backup", file_of(store, 7))
    assert (remarks(later(store)), later(store).version) == (["a", "b"], 7)


def test_file_that_is_still_being_copied_is_waited_for_by_reads(store):
    remark(store, "a", "b")
    whole = file_of(store, 3).read_bytes()
    newcomer = later(store)
    for size in (0, 1000, len(whole) // 2, len(whole) - 1):
        file_of(store, 3).write_bytes(whole[:size])
        assert remarks(newcomer) == ["a"]
    file_of(store, 3).write_bytes(whole)
    assert remarks(newcomer) == ["a", "b"] and newcomer.damage is None


def test_several_damaged_ones_are_all_passed_over(store):
    remark(store, "a", "b", "c")
    for number in (3, 4):
        file_of(store, number).write_bytes(bytes(5000))
    newcomer = later(store)
    remark(newcomer, "d")
    assert (remarks(newcomer), newcomer.version) == (["a", "d"], 5)
    assert len(newcomer.damage.files) == 2


def test_number_of_a_damaged_one_is_not_given_again(store):
    remark(store, "a")
    file_of(store, 2).write_bytes(b"")
    remark(later(store), "b")
    file_of(store, 3).write_bytes(b"")
    remark(later(store), "c")
    assert (store.version, remarks(store)) == (4, ["c"])
    assert [name[:14] for name in files(store, "damaged-*")] == ["damaged-000002", "damaged-000003"]


def test_without_a_sound_version_there_is_a_sentence_and_nothing_new(store, capsys):
    file_of(store, 1).write_bytes(b"")
    newcomer = later(store)
    for act in (newcomer.prepare, lambda: remark(newcomer, "a"), lambda: newcomer.rehearse(count)):
        with pytest.raises(DashboardError) as caught:
            act()
        assert caught.value.code == "store_no_sound_version"
    assert files(store, "*.duckdb") == ["store-000001.duckdb"]
    assert cli.main(["query", "verify", "--store", str(store.folder)]) == 2
    assert "store-000001.duckdb" in capsys.readouterr().err
    file_of(store, 1).rename(store.folder / "damaged-000001-20231105-101500.duckdb")
    with pytest.raises(DashboardError):
        later(store).prepare()


def test_command_says_it_beside_its_answer(store, capsys):
    remark(store, "a")
    file_of(store, 2).write_bytes(b"")
    assert cli.main(["query", "schema_version", "--store", str(store.folder)]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[0] == "version"
    assert "store-000002.duckdb" in said.err


# -- damage that comes while the store is in use -------------------------------------------------


@contextmanager
def silently_changed(file: Path) -> Iterator[None]:
    """As a bad disk does: the name, size and time stay."""
    before = file.stat()
    yield
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def tear(file: Path) -> None:
    """Zeros over all blocks of data, the headers stay."""
    with silently_changed(file), file.open("rb+") as handle:
        handle.seek(3 * 4096)
        handle.write(bytes(file.stat().st_size - 3 * 4096 - sealing.SEAL_BYTES))


def test_copy_of_what_was_damaged_unseen_is_not_built_on(store):
    remark(store, "a", "b")
    assert remarks(store) == ["a", "b"]
    tear(file_of(store, 3))
    remark(store, "c")
    assert (remarks(store), store.version) == (["a", "c"], 4)


def test_bad_place_on_the_disk_is_damage(store, monkeypatch):
    """Reading it is an error of the system, at the first look as in copying later."""
    remark(store, "a", "b")
    bad = versions.of_file(store.folder, 3)

    def holds(handle, below):
        if versions.is_open(handle, bad):
            raise OSError(errno.EIO, "Input/output error")
        return True

    def copy(source: Path, target: Path) -> bool | None:
        if versions.of_file(store.folder, int(source.stem[-6:])) == bad:
            raise OSError(errno.EIO, "Input/output error")
        return real(source, target)

    real = sealing.copy
    monkeypatch.setattr(sealing, "holds", holds)
    monkeypatch.setattr(sealing, "copy", copy)
    remark(store, "c")
    assert remarks(later(store)) == ["a", "c"]


def test_file_that_may_not_be_read_is_not_taken_for_damaged(store, monkeypatch):
    remark(store, "a")

    def holds(handle, below):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(sealing, "holds", holds)
    with pytest.raises(DashboardError) as caught:
        later(store).prepare()
    assert caught.value.code == "store_unreadable"


def test_rehearsal_is_not_built_on_damage_either(store):
    remark(store, "a", "b")
    tear(file_of(store, 3))
    assert store.rehearse(count) == 1


def test_reader_below_whom_the_file_breaks_gets_a_sentence_and_the_next_one_reads(store):
    remark(store, "a", "b")
    newcomer = later(store)
    with pytest.raises(DashboardError) as caught, newcomer.read() as cursor:
        tear(file_of(store, 3))
        for (table,) in cursor.execute("select table_name from duckdb_tables()").fetchall():
            cursor.execute(f"select * from {table}").fetchall()
    assert caught.value.code == "store_damaged"
    assert caught.value.holes == {"file": "store-000003.duckdb"}
    assert remarks(newcomer) == ["a"]


def test_error_of_a_question_on_a_sound_version_stays_what_it_is(store):
    for error in (duckdb.IOException("no such file"), duckdb.InternalException("a fault")):
        with pytest.raises(type(error)), store.read():
            raise error
        assert counted(store) == 0


def test_instance_that_is_of_no_use_any_more_is_left_for_a_new_one(store):
    with pytest.raises(duckdb.FatalException), store.read():
        store._attachments._memory.close()
        raise duckdb.FatalException("database has been invalidated")
    assert counted(store) == 0


def test_what_is_missing_is_missing_since_the_earliest(store):
    for name in ("damaged-000007-20231106-101500", "damaged-000008-20231105-101500"):
        (store.folder / f"{name}.duckdb").write_bytes(b"")
    assert counted(store) == 0
    assert f"{store.damage.since:%Y%m%d-%H%M%S}" == "20231105-101500"
    remark(store, "a")
    assert store.version == 9


# -- the seal ------------------------------------------------------------------------------------


def test_every_published_version_is_sealed_and_a_byte_more_or_less_breaks_it(store):
    remark(store, "a")
    content = file_of(store, 2).read_bytes()
    for changed in (content[:-1], content + b"x", content[: -sealing.SEAL_BYTES], content[1:]):
        file_of(store, 2).write_bytes(changed)
        assert not soundness.Soundness(store.folder).of(versions.of_file(store.folder, 2))
    file_of(store, 2).write_bytes(content)
    assert soundness.Soundness(store.folder).of(versions.of_file(store.folder, 2))


def test_seal_covers_every_byte(tmp_path):
    """A file of 3 MiB and a bit, one byte of it changed at every place that could be left out."""
    file = tmp_path / "a"
    content = random.Random(1).randbytes(3 * (1 << 20) + 7)
    places = [0, 1, (1 << 20) - 1, 1 << 20, 2 << 20, len(content) - 8, len(content) - 1]
    file.write_bytes(content)
    sealing.seal(file)
    sealed = file.read_bytes()
    assert sealed[: len(content)] == content and len(sealed) == len(content) + sealing.SEAL_BYTES
    for place in [*places, len(content), len(sealed) - 1]:
        file.write_bytes(sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :])
        with file.open("rb", buffering=0) as handle:
            assert not sealing.holds(handle)
        assert not sealing.copy(file, tmp_path / "copy")
    file.write_bytes(sealed)
    assert sealing.copy(file, tmp_path / "copy") is True
    assert (tmp_path / "copy").read_bytes() == content


def unsealed(store: Store, number: int, schema: int) -> None:
    """A version of a program of another schema that knew no seals."""
    file = file_of(store, number)
    sealing.copy(file, file.with_name("bare"))
    with duckdb.connect(str(file.with_name("bare"))) as database:
        age(database, schema if schema < soundness.FIRST_SEALED else migrations.newest())
        if not database.execute(
            "select max(version) = $1 from schema_version", [schema]
        ).fetchone()[0]:
            database.execute(
                "insert into schema_version values ($1, 'x', now()::timestamp)", [schema]
            )
    file.with_name("bare").replace(file)


def test_version_from_before_the_seals_is_read_whole_and_sealed(store):
    remark(store, "a")
    unsealed(store, 2, soundness.FIRST_SEALED - 1)
    newcomer = later(store)
    assert (remarks(newcomer), newcomer.version, newcomer.damage) == (["a"], 3, None)
    with file_of(store, 3).open("rb") as handle:
        assert sealing.holds(handle)


def test_version_from_before_the_seals_that_is_damaged_is_passed_over(store):
    remark(store, "a", "b")
    unsealed(store, 3, soundness.FIRST_SEALED - 1)
    tear(file_of(store, 3))
    assert remarks(later(store)) == ["a"]


def test_version_from_before_the_seals_is_read_to_its_last_table(store):
    """Holed where only the published scores stand: opening it shows nothing of that."""

    def is_readable(table: str) -> bool:
        with duckdb.connect(":memory:") as database:
            try:
                database.execute(f"attach '{file_of(store, 3)}' as a (read_only)")
                database.execute(f"select sum(hash(t)::hugeint) from a.{table} as t").fetchall()
            except duckdb.IOException:
                return False
        return True

    remark(store, "a", "b")
    unsealed(store, 3, soundness.FIRST_SEALED - 1)
    whole = file_of(store, 3).read_bytes()
    for start in range(3 * 4096, len(whole) - HOLE, 1 << 18):  # block by block
        file_of(store, 3).write_bytes(whole[:start] + bytes(HOLE) + whole[start + HOLE :])
        if is_readable("schema_version") and not is_readable("reference_score"):
            break
    else:
        raise AssertionError("no such block")
    assert remarks(later(store)) == ["a"]


def test_version_without_its_seal_is_damaged(store):
    remark(store, "a", "b")
    unsealed(store, 3, soundness.FIRST_SEALED)
    assert remarks(later(store)) == ["a"]


def test_version_of_a_later_program_is_not_taken_for_damaged(store):
    """Whose seal may be another one."""
    remark(store, "a")
    unsealed(store, 2, migrations.newest() + 1)
    with pytest.raises(DashboardError) as caught:
        later(store).prepare()
    assert caught.value.code == "store_too_new"
    assert files(store, "damaged-*") == []


# -- the folder, the disk ------------------------------------------------------------------------


def test_folder_that_vanishes_is_no_empty_store_and_comes_back(store, tmp_path):
    remark(store, "a")
    assert remarks(store) == ["a"]
    away = tmp_path / "away"
    store.folder.rename(away)
    for _ in range(2):
        for act in (lambda: remarks(store), lambda: remark(store, "b")):
            with pytest.raises(DashboardError) as caught:
                act()
            assert caught.value.code == "store_gone"
        store.folder.mkdir(exist_ok=True)  # as the place of a drive that was taken out
    store.folder.rmdir()
    away.rename(store.folder)
    remark(store, "b")
    assert remarks(store) == ["a", "b"]


@pytest.fixture
def full_disk(monkeypatch):
    """A disk with room for so many versions."""

    def at(most: int) -> None:
        real = sealing.copy

        def copy(source: Path, target: Path) -> bool | None:
            if len(list(source.parent.glob("store-*"))) > most:
                raise OSError(28, "No space left on device")
            return real(source, target)

        monkeypatch.setattr(sealing, "copy", copy)

    return at


def test_old_versions_give_way_one_by_one_before_a_write_is_refused(store, full_disk):
    remark(store, *"abcd")
    full_disk(3)
    remark(store, "e")
    assert remarks(store) == [*"abcde"]
    assert files(store) == [f"store-00000{n}.duckdb" for n in (3, 4, 5, 6)]


def test_write_that_finds_no_room_is_refused_and_the_newest_two_stay(store, full_disk):
    remark(store, *"abcd")
    full_disk(1)
    with pytest.raises(DashboardError) as caught:
        remark(store, "e")
    assert caught.value.code == "store_disk_full"
    assert files(store) == ["store-000004.duckdb", "store-000005.duckdb"]
    assert remarks(store) == [*"abcd"]


def test_full_disk_of_duckdb_makes_old_versions_give_way(store):
    remark(store, *"abc")
    tried = []

    def work(cursor):
        tried.append(files(store))
        if len(tried) < 3:
            raise duckdb.IOException('IO Error: Could not write file "x": No space left on device')
        write_remark(cursor, "d")

    store.write(work)
    assert [len(there) for there in tried] == [4, 3, 2]
    assert remarks(store) == [*"abcd"]


def test_kept_versions_take_no_more_than_their_share_of_the_disk(store, monkeypatch):
    remark(store, "a", "b")
    size = file_of(store, 3).stat().st_size
    disk = shutil.disk_usage(store.folder)._replace(total=int(3.5 * size / retention.SHARE))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: disk)
    remark(store, *"cdef")
    assert files(store) == [f"store-00000{n}.duckdb" for n in (5, 6, 7)]


def test_folder_that_may_only_be_read_is_read_beside_a_damaged_version(store, monkeypatch):
    remark(store, "a", "b")
    file_of(store, 3).write_bytes(bytes(HOLE))

    def refuse(*_):
        raise PermissionError(13, "no")

    for name in ("rename", "unlink", "mkdir"):
        monkeypatch.setattr(Path, name, refuse)
    assert remarks(later(store)) == ["a"]


# -- the study -----------------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_damage_at_random_places_never_spreads(store, kind):
    """Ten times: the newest version is damaged, then queried, verified and written to."""
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # shown when the test fails
    chance = random.Random(seed)
    expected: list[str] = []
    for n in range(10):
        remark(store, f"{n} kept", f"{n} lost")
        file = file_of(store, store.version)
        file.write_bytes(KINDS[kind](file.read_bytes(), chance))
        expected.append(f"{n} kept")
        newcomer = later(store)
        assert remarks(newcomer) == sorted(expected)
        assert newcomer.damage.files[-1] == file.name
        with newcomer.read() as cursor:
            assert cursor.execute("select count(*) from province").fetchone()[0] > 60
        remark(newcomer, f"{n} later")
        expected.append(f"{n} later")
        assert len(files(store, "damaged-*")) == n + 1
        assert all(
            soundness.Soundness(store.folder).of(versions.of_file(store.folder, number))
            for number in versions.numbers(store.folder)
        )
