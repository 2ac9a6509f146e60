"""What is taken out of a store is in no byte of its folder; a survey's copy has its figures."""

import os
from pathlib import Path

import pytest

from dashboard.documents import survey_copy
from dashboard.errors import DashboardError
from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Options
from dashboard.importing.storing import originals
from dashboard.importing.storing.undo import original
from dashboard.store import forgetting
from dashboard.store.store import Store
from tests.importing.privacy.secrets_planted import Secrets
from tests.importing.privacy.tries import TRIES
from tests.queries.rows import ask
from tests.seen import seen
from tests.store.ageing import age

OURS = Options(unit="Xã số 1", year=2023)
PLAN = [
    ["KẾ HOẠCH CỦA UBND XÃ SỐ 1 NĂM 2023"],
    ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
    [1, "Công khai danh sách hộ nghèo", "Văn phòng", "Quý II/2023"],
]


def surveyed(store: Store, name: str, folder: Path):
    secrets = Secrets(name)
    file, content = TRIES[name](secrets)
    path = folder / file
    path.write_bytes(content)
    return secrets, import_file(store, path, OURS)


def holding(folder: Path, secrets: Secrets) -> list[str]:
    """The files of a folder that hold any of the secrets."""
    files = [file for file in folder.iterdir() if file.is_file()]
    return [f.name for f in files if any(s in f.read_bytes() for s in secrets.spelled())]


def rows(store: Store) -> dict[str, list[dict[str, object]]]:
    """All that is shown of a survey, its place in the file included."""
    given = {"unit": "Xã số 1", "year": 2023}
    with store.read() as cursor:
        found = {"scores": ask(cursor, "component_scores", **given)}
        forms = "from current_respondent select row, form, sex, age, interviewed_on order by row"
        return {**found, "forms": cursor.execute(forms).fetchall()}


def test_the_copy_of_a_survey_gives_the_same_figures(store, tmp_path):
    secrets, receipt = surveyed(store, "a note in one cell alone", tmp_path)
    shown = seen(store, "import", receipt.import_id)
    assert original(store, shown) == b""
    content = survey_copy.workbook(dict(originals.copied(store, shown)))
    path = tmp_path / "rut-gon.xlsx"
    path.write_bytes(content)
    other = Store(tmp_path / "other")
    assert import_file(other, path).status == "imported"  # unit and year stand in its title
    first, second = rows(store), rows(other)
    assert first["scores"] and first["scores"] == second["scores"]
    assert first["forms"] == second["forms"]
    assert import_file(store, tmp_path / "khao-sat.xlsx", OURS).status == "unchanged"


def test_an_original_that_is_removed_is_in_no_file(store, workbook):
    secrets = Secrets("removed")
    mark = secrets.mark()
    plan = [[*row, mark if place == 2 else None] for place, row in enumerate(PLAN)]
    path = workbook({"Biểu": plan})
    receipt = import_file(store, path)
    shown = seen(store, "import", receipt.import_id)
    content = original(store, shown)
    assert content == path.read_bytes()
    pieces = [content[start : start + 64] for start in range(0, len(content) - 64, 997)]
    tasks = ask_tasks(store)
    originals.remove(store, shown)
    assert [file.name for file in store.folder.glob("*.duckdb")] == ["store-000003.duckdb"]
    kept = [file.read_bytes() for file in store.folder.iterdir()]
    assert not any(piece in held for piece in pieces for held in kept)
    assert ask_tasks(store) == tasks and len(tasks) == 1
    with pytest.raises(DashboardError, match="original_not_there"):
        originals.remove(store, seen(store, "import", receipt.import_id))
    assert import_file(store, path).status == "unchanged"


def ask_tasks(store: Store) -> list[dict[str, object]]:
    with store.read() as cursor:
        return ask(cursor, "tasks", unit="Xã số 1", year=2023)


def test_originals_of_surveys_in_older_stores_are_gone_with_the_versions_before(tmp_path):
    folder = tmp_path / "store"
    store, secrets = Store(folder), Secrets("older")
    text = f"{secrets.person()} {secrets.phone()} ".encode()

    def work(cursor):
        cursor.execute(
            "insert into import_log values"
            " (1, 'a.xlsx', 'x', now(), null, null, false, false, false, null)"
        )
        cursor.execute("insert into import_sheet values (1, 'Phiếu', 'answers', 1, 1, 0, 0)")
        cursor.execute("insert into source_file values ('x', $1), ('y', $2)", [text * 9_000, b"y"])
        cursor.execute(
            "insert into import_finding values (1, 'P', 'A1', '', $1, 'c', 'info', $1, $1)",
            [text.decode()],
        )

    def aged(cursor):
        """As a program before migration 009 left it."""
        age(cursor, 8)

    store.write(work)
    store.write(aged)
    assert len(holding(folder, secrets)) == 2
    after = Store(folder)
    with after.read() as cursor:
        assert cursor.execute("select sha256, content from source_file order by 1").fetchall() == [
            ("x", b""),
            ("y", b"y"),
        ]
    assert [file.name for file in folder.glob("*.duckdb")] == ["store-000004.duckdb"]
    assert holding(folder, secrets) == []


def test_versions_that_a_killed_writer_left_go_with_the_next_write(store):
    store.write(lambda cursor: None)
    forgetting.note(store.folder, 1)
    assert (store.folder / "store-000001.duckdb").exists()
    store.write(lambda cursor: None)
    assert sorted(os.listdir(store.folder))[:2] == ["store-000002.duckdb", "store-000003.duckdb"]
    assert not (store.folder / forgetting.NOTE).exists()


def test_a_note_without_its_version_removes_nothing(store):
    forgetting.note(store.folder, 1)
    assert forgetting.remove_noted(store.folder) == 0
    assert (store.folder / "store-000001.duckdb").exists()
