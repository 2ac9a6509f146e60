"""The simulated data: every file goes in, one call takes all of it out and nothing else."""

import pytest
from openpyxl import load_workbook

from dashboard.config import SAMPLES
from dashboard.errors import DashboardError
from dashboard.importing import samples
from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Options
from dashboard.store import remarks, sql
from tests.queries.rows import ask
from tests.seen import seen

SMALL = ("don-vi.xlsx", "khao-sat-2023.xlsx", "bieu-nhiem-vu-2023.xlsx")
EMPTY_OF_ROWS = ("respondent", "answer", "task", "task_party", "task_village", "activity", "unit")


@pytest.fixture
def small(monkeypatch) -> None:
    """Three of the files, to be quick."""
    files = tuple(entry for entry in samples.FILES if entry[0] in SMALL)
    monkeypatch.setattr(samples, "FILES", files)


def own_tasks(tmp_path):
    """The commune's own workbook: the sample's tasks without the word simulated."""
    book = load_workbook(SAMPLES / "bieu-nhiem-vu-2023.xlsx")
    book.worksheets[0]["A5"] = "(Kèm theo Kế hoạch của UBND xã Đức Hợp)"
    book.save(tmp_path / "thật.xlsx")
    return tmp_path / "thật.xlsx"


def own_survey(tmp_path):
    """Twenty of the forms as the commune's own survey of 2023."""
    book = load_workbook(SAMPLES / "khao-sat-2023.xlsx")
    answers = book.worksheets[0]
    answers["A1"] = "TỔNG HỢP PHIẾU KHẢO SÁT Ý KIẾN NGƯỜI DÂN NĂM 2023"
    answers.delete_rows(25, answers.max_row)
    book.save(tmp_path / "phiếu.xlsx")
    return tmp_path / "phiếu.xlsx"


def rows_of(store, table: str) -> int:
    with store.read() as cursor:
        return cursor.execute(f"select count(*) from {table}").fetchone()[0]


def is_sound(store) -> bool:
    with store.read() as cursor:
        return ask(cursor, "verify") == []


def test_every_sample_file_is_in_the_list():
    assert {name for name, _ in samples.FILES} == {file.name for file in SAMPLES.glob("*.xlsx")}


def test_each_file_is_told_of_and_flagged_simulated(store, small):
    told = []
    samples.load(store, told.append)
    assert [(receipt.file, receipt.status) for receipt in told] == [
        (name, "imported") for name in SMALL
    ]
    with store.read() as cursor:
        assert {row["simulated"] for row in ask(cursor, "imports")} == {True}
        units = {row["unit"]: row["is_simulated"] for row in ask(cursor, "units")}
    assert units["Xã Đức Hợp"] and is_sound(store)


def test_loading_twice_changes_nothing(store, small):
    samples.load(store)
    version, told = store.version, []
    samples.load(store, told.append)
    assert {receipt.status for receipt in told} == {"unchanged"}
    assert store.version == version


def test_removing_leaves_nothing(store, small):
    samples.load(store)
    samples.remove(store, seen(store, "samples"))
    assert {table: rows_of(store, table) for table in EMPTY_OF_ROWS} == dict.fromkeys(
        EMPTY_OF_ROWS, 0
    )
    assert rows_of(store, "score") == 0 and rows_of(store, "source_file") == 0
    assert is_sound(store)


def test_samples_that_have_gone_are_not_removed_again(store, small, tmp_path):
    samples.load(store)
    once = seen(store, "samples")
    samples.remove(store, once)
    assert import_file(store, own_tasks(tmp_path)).status == "imported"
    with pytest.raises(DashboardError):
        samples.remove(store, once)
    assert rows_of(store, "task") == 56 and is_sound(store)


def test_own_rows_and_remarks_stay_and_their_scores_are_their_own(store, small, tmp_path):
    samples.load(store)
    assert import_file(store, own_tasks(tmp_path), Options()).status == "imported"
    assert import_file(store, own_survey(tmp_path)).status == "imported"
    with store.read() as cursor:
        task = ask(cursor, "tasks", unit="Xã Đức Hợp", year=2023)[0]
    remarks.add(store, "xa-duc-hop", 2023, seen(store, "task", task["task_id"]), "Đã nhắc")
    samples.remove(store, seen(store, "samples"))
    with store.read() as cursor:
        tasks = ask(cursor, "tasks", unit="Xã Đức Hợp", year=2023)
        scores = ask(cursor, "component_scores", unit="Xã Đức Hợp", year=2023)
        stored = cursor.execute(
            "select estimate, respondents from score where component = 'PAPI' and village = ''"
        ).fetchall()
        simulated = sql.run(cursor, "simulated_imports", "write").fetchall()
        units = ask(cursor, "units")
    total = next(row for row in scores if row["component"] == "PAPI")
    assert {row["source_file"] for row in tasks} == {"thật.xlsx"} and len(tasks) == 56
    assert total["respondents"] == 20
    assert stored == [(pytest.approx(total["estimate"]), 20)]
    assert simulated == [] and not any(row["is_simulated"] for row in units)
    assert rows_of(store, "remark") == 1 and is_sound(store)
