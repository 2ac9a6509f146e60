"""verify: each kind of fault, made by hand, is found by the command and named."""

import pytest

from dashboard import cli
from dashboard.store import versions
from dashboard.store.small_writes import NOTES
from dashboard.store.store import Store
from dashboard.store.verification import Fault, faults
from tests.store.test_store import write_remark


def found(store: Store) -> list[Fault]:
    return list(faults(store))


def command(store: Store, capsys) -> tuple[int, str, str]:
    code = cli.main(["verify", "--store", str(store.folder)])
    said = capsys.readouterr()
    return code, said.out, said.err


def run(store: Store, *statements: str) -> None:
    store.write(lambda cursor: [cursor.execute(statement) for statement in statements])


# The SHA-256 of "abc", from FIPS 180-2.
ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def original(store: Store, content: str) -> None:
    run(
        store,
        f"insert into source_file values ('{ABC}', '{content}'::blob)",
        f"insert into import_log values "
        f"(1, 'a.xlsx', '{ABC}', now()::timestamp, 2023, 'u', false, false, false, null)",
    )


def test_sound_store_is_said_to_be_so(store, capsys):
    original(store, "abc")
    code, out, err = command(store, capsys)
    assert (code, err) == (0, "") and "2 bản" in out


@pytest.mark.parametrize("number", [1, 2, 3])
def test_damaged_version_is_named_also_an_older_one(store, number, capsys):
    for _ in range(2):
        store.write(write_remark)
    file = versions.path_of(store.folder, number)
    file.write_bytes(file.read_bytes()[:-9])
    code, out, _ = command(store, capsys)
    assert code == 1 and file.name in out


def test_damaged_overlay_is_named_also_an_older_one(store):
    for _ in range(2):
        store.write_small(write_remark, NOTES)
    assert found(store) == []
    file = versions.path_of(store.folder, 2, 1)
    file.write_bytes(file.read_bytes()[:-9])
    assert found(store) == [Fault("damaged", file.name)]


def test_damaged_file_that_was_set_aside_is_named(store):
    (store.folder / "damaged-000007-20231105-101500.duckdb").write_bytes(b"")
    assert found(store) == [Fault("damaged", "damaged-000007-20231105-101500.duckdb")]


def test_original_with_other_bytes_is_named(store, capsys):
    original(store, "abd")
    assert found(store) == [Fault("original", "a.xlsx")]
    assert command(store, capsys)[0] == 1


def test_original_that_is_not_kept_is_no_fault(store):
    original(store, "")
    assert found(store) == []


@pytest.mark.parametrize(
    "change",
    [
        "update reference_score set score = score + 0.001 where year = 2023 and score > 2",
        "delete from reference_score where year = 2011",
        "insert into reference_score select * from reference_score limit 1",
    ],
)
def test_reference_table_that_differs_is_named(store, change):
    run(store, change)
    assert found(store) == [Fault("reference", "reference_score")]


def test_broken_rule_is_named(store):
    run(store, "insert into unit values ('a', 'commune', 'A', null), ('a', 'commune', 'B', null)")
    assert found(store) == [Fault("rule", "two units with one id: a")]


def test_store_without_a_sound_version_is_a_fault_too(store, capsys):
    versions.path_of(store.folder, 1).write_bytes(b"")
    code, out, err = command(Store(store.folder), capsys)
    assert code == 1 and "store-000001.duckdb" in out and "store-000001.duckdb" in err
