"""undo on the command line: one import, or the files of one act."""

import pytest

from dashboard import cli
from dashboard.importing import import_file
from tests.importing.test_batches import imports, plan, read_here


@pytest.fixture
def files(store, tmp_path, monkeypatch) -> list[str]:
    """Three files imported as one act after one that came alone."""
    monkeypatch.setattr(import_file, "understand", read_here)
    names = []
    for letter in ("Cũ", "An", "Bình", "Dương"):
        path = tmp_path / f"{letter}.xlsx"
        path.write_bytes(plan(tmp_path, f"Xã {letter}").content)
        names.append(str(path))
    assert cli.main(["import", names[0]]) == 0
    assert cli.main(["import", *names[1:]]) == 0
    return names


def rows(cursor) -> None:
    """One import with a sheet."""
    names = "import_id, file, sha256, imported_at, complete, simulated, undone"
    log = f"insert into import_log ({names}) values (1, 'a', 'a', now()::timestamp, $1, $1, $1)"
    cursor.execute(log, [False])
    cursor.execute("insert into import_sheet values (1, 'a', 'tasks', 1, 1, 0, 0)")


def undone(store) -> dict[str, bool]:
    return {file: undone for file, _, undone in imports(store)}


def test_a_batch_and_one_of_it_are_taken_back_and_stand_again(store, files, capsys):
    assert {file: batch for file, batch, _ in imports(store)} == {
        "Cũ.xlsx": None,
        "An.xlsx": 1,
        "Bình.xlsx": 1,
        "Dương.xlsx": 1,
    }
    assert cli.main(["undo", "3"]) == 0
    assert undone(store) == {
        "Cũ.xlsx": False,
        "An.xlsx": False,
        "Bình.xlsx": True,
        "Dương.xlsx": False,
    }
    capsys.readouterr()
    assert cli.main(["undo", "--batch", "1"]) == 0
    assert sorted(capsys.readouterr().out.splitlines()) == [
        "Đã hoàn tác: An.xlsx",
        "Đã hoàn tác: Dương.xlsx",
    ]
    assert [file for file, is_undone in undone(store).items() if not is_undone] == ["Cũ.xlsx"]
    assert cli.main(["undo", "--batch", "1", "--redo"]) == 0
    assert not any(undone(store).values())


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["9"], "Không có lần nhập số 9"),
        (["--batch", "7"], "Không có đợt nhập số 7"),
        ([], "Nêu số của một lần nhập"),
        (["1", "--batch", "1"], "Nêu số của một lần nhập"),
        (["1", "--redo"], "đã như vậy từ trước"),
    ],
)
def test_what_cannot_be_taken_back_is_said(store, capsys, monkeypatch, given, said):
    store.write(rows)
    assert cli.main(["undo", *given]) == 2
    assert said in capsys.readouterr().err
