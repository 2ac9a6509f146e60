"""The office's own task table filled in from the store: which files, which cells, which words."""

import csv
import io
import json
import shutil
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from dashboard import cli
from dashboard.documents.sheets import filled_words
from dashboard.documents.sheets.task_lines import Filled
from dashboard.importing.import_file import import_file
from dashboard.importing.storing import decision_records, originals
from dashboard.importing.storing.decision_records import Decision
from dashboard.importing.storing.undo import undo
from dashboard.papers import task_table
from dashboard.readings.closed_frames import Reported
from dashboard.readings.readings import Readings
from dashboard.store import closings, progress, small_writes, sql
from dashboard.store.frozen import About
from dashboard.store.progress import Progress
from dashboard.store.store import Store, open_store
from tests.documents.sheets.odd_books import parts
from tests.seen import seen

DAY = date(2023, 5, 31)
TITLE = "BIỂU NHIỆM VỤ CỦA UBND XÃ ĐỨC HỢP NĂM 2023"
HEADS = (
    "STT", "Nhiệm vụ", "Nội dung", "Chủ trì", "Thời hạn", "Tiến độ", "Ngày hoàn thành",
    "Kết quả 6 tháng", "Kết quả cả năm",
)  # fmt: skip
# Row 3 on: what the file says of due, progress, done, half-year and year.
TASKS = {
    "Niêm yết danh sách hộ nghèo": ("30/4/2023", None, None, None, None),
    "Họp thôn về nông thôn mới": ("30/4/2023", 1, datetime(2023, 4, 20), "Đã hoàn thành", None),
    "Công khai thu chi ngân sách": ("15/5/2023", 0.3, None, "Đang thực hiện", None),
    "Phát thanh về dân chủ cơ sở": ("15/5/2023", 1, datetime(2023, 5, 1), "12 buổi", None),
    "Lắp camera tại trụ sở": ("15/5/2023", None, None, None, "Hủy"),
    "Tập huấn tổ hòa giải": ("30/9/2023", 0.3, None, None, None),
    "Tiếp công dân định kỳ": ("30/9/2023", 0.3, None, "Cơ bản hoàn thành", None),
}
POSTER = "Niêm yết danh sách hộ nghèo"
CUT, LATER = "Công khai thu chi ngân sách", "Tập huấn tổ hòa giải"


def file(tasks: dict[str, tuple] = TASKS, sheets: tuple[str, ...] = ("Nhiệm vụ",)) -> bytes:
    """The file that the office imported."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in sheets:
        sheet = book.create_sheet(name)
        sheet.append([TITLE])
        sheet.append(HEADS)
        for number, (task, said) in enumerate(tasks.items(), 1):
            sheet.append([number, task, "1.1", "Văn phòng", *said])
            sheet.cell(sheet.max_row, 6).number_format = "0%"
            sheet.cell(sheet.max_row, 7).number_format = "dd/mm/yyyy"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def imported(prepared: Path, tmp_path_factory) -> Path:
    """A store with the file, two typed states and a decision."""
    folder = tmp_path_factory.mktemp("tasks")
    shutil.copy(prepared, folder)
    path = folder / "bieu.xlsx"
    path.write_bytes(file())
    store = Store(folder)
    assert import_file(store, path).status == "imported"

    def typed(cursor) -> None:
        ids = {task: task_id for task_id, task in _tasks(cursor)}
        progress.write(cursor, ids[CUT], Progress(done=date(2023, 5, 10)))
        progress.write(cursor, ids[LATER], Progress(done=date(2023, 6, 10)))
        decided = Decision("Sửa bảng tin", "Văn phòng", date(2023, 6, 30))
        decision_records.write(cursor, _unit(cursor), 2023, decided)

    store.write_small(typed, small_writes.NOTES)
    return folder


@pytest.fixture
def own(imported: Path, own_store_folder: Path) -> Store:
    shutil.copytree(imported, own_store_folder)
    return open_store(own_store_folder)


def _unit(cursor) -> str:
    found = sql.unit_named(cursor, "Xã Đức Hợp")
    assert found
    return found


def _tasks(cursor) -> list[tuple[str, str]]:
    given = {"unit": "Xã Đức Hợp", "year": 2023}
    rows = sql.run(cursor, "tasks", **given)
    names = [column[0] for column in rows.description]
    held = [dict(zip(names, row, strict=True)) for row in rows.fetchall()]
    return [(row["task_id"], row["task"]) for row in held]


def made(store: Store, period: str = "2023-H1", day: date = DAY) -> list[tuple[str, Filled]]:
    with store.read() as cursor:
        about = About(_unit(cursor), 2023, period, day)
        return task_table.filled(cursor, Readings(cursor), about)


def cells(content: bytes) -> dict[str, list[object]]:
    """Task -> progress, done, half-year, year and state."""
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return {row[1]: list(row[5:10]) for row in sheet.iter_rows(min_row=3, values_only=True)}


def shown(found: list[tuple[str, Filled]]) -> dict[str, object]:
    """Task -> its state in the first file."""
    return {task: said[4] for task, said in cells(found[0][1].content).items()}


def test_each_task_says_what_is_known_of_it_as_of_the_day(own):
    ((name, filled),) = made(own)
    assert name == "bieu (đã điền).xlsx" and not filled.is_new
    may, april, first = datetime(2023, 5, 10), datetime(2023, 4, 20), datetime(2023, 5, 1)
    assert cells(filled.content) == {
        # overdue, nothing was said: the half-year's result is filled in
        "Niêm yết danh sách hộ nghèo": [None, None, "Chưa hoàn thành", None, "Quá hạn"],
        # says the same in its own words: left as it is
        "Họp thôn về nông thôn mới": [1, april, "Đã hoàn thành", None, "Hoàn thành đúng hạn"],
        # typed: done on 10/5
        CUT: [1, may, "Hoàn thành", None, "Hoàn thành đúng hạn"],
        # done, and its own words are no result word: they stay, and that is told
        "Phát thanh về dân chủ cơ sở": [1, first, "12 buổi", None, "Hoàn thành đúng hạn"],
        "Lắp camera tại trụ sở": [None, None, None, "Hủy", "Đã hủy"],
        # typed: done after the day, so as of the day nothing is known of it
        LATER: [0.3, None, "Đang thực hiện", None, "Đang thực hiện"],
        "Tiếp công dân định kỳ": [0.3, None, "Cơ bản hoàn thành", None, "Đang thực hiện"],
    }
    # 3 results, progress and day of the typed one, 7 states and their heading
    assert filled.written == 3 + 2 + 7 + 1
    assert [(one.why, one.cell) for one in filled.left] == [
        ("own_words", "H6"),
        ("not_in_file", ""),
    ]
    told = filled_words.told(filled)
    assert "Đã điền 13 ô" in told and "H6" in told and "Sửa bảng tin" in told


def test_of_the_year_the_year_s_results_are_filled_in(own):
    ((_, filled),) = made(own, "2023-Y", date(2023, 10, 25))
    found = cells(filled.content)
    assert found[LATER] == [1, datetime(2023, 6, 10), None, "Hoàn thành", "Hoàn thành đúng hạn"]
    assert found["Tiếp công dân định kỳ"][2:] == ["Cơ bản hoàn thành", "Chưa hoàn thành", "Quá hạn"]
    assert found["Lắp camera tại trụ sở"][2:] == [None, "Hủy", "Đã hủy"]


def test_only_the_sheet_of_the_file_changes(own):
    before = parts(file())
    after = parts(made(own)[0][1].content)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"xl/worksheets/sheet1.xml", "docProps/core.xml"}


def test_the_filled_file_imported_again_says_what_was_already_known(own, tmp_path):
    """Our own column is none of the office's; no state of the year becomes another."""
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(made(own, "2023-Y", date(2023, 10, 25))[0][1].content)
    states = _states(own)
    receipt = import_file(own, path)
    assert receipt.status == "imported" and _states(own) == states
    said = {(finding.code, finding.cell) for finding in receipt.all_findings()}
    assert ("unknown_column", "J2") in said and "record_disagrees" not in dict(said)
    assert not any(cell.startswith("J") and code != "unknown_column" for code, cell in said)


def test_our_column_is_never_taken_for_the_office_s_result(store, tmp_path):
    """In a table without the year's result it is the only column of states."""
    book = openpyxl.load_workbook(io.BytesIO(file()))
    book.active.delete_cols(9)
    path = tmp_path / "bieu.xlsx"
    book.save(path)
    assert import_file(store, path).status == "imported"
    states = _states(store)
    path.write_bytes(made(store)[0][1].content)
    receipt = import_file(store, path)
    assert receipt.status == "imported" and _states(store) == states
    said = {(finding.code, finding.cell) for finding in receipt.all_findings()}
    assert ("unknown_column", "I2") in said
    assert not any(cell.startswith("I") and code != "unknown_column" for code, cell in said)


def _states(store: Store) -> dict[str, object]:
    with store.read() as cursor:
        about = {"unit": "Xã Đức Hợp", "year": 2023, "as_of": date(2023, 10, 25)}
        frame = sql.run(cursor, "tasks", **about).df()
    return dict(
        zip(frame.task, zip(frame.state, frame.days_late.fillna(0), strict=True), strict=True)
    )


def test_a_closing_fills_in_what_was_reported(own):
    with own.read() as cursor:
        about = closings.about(_unit(cursor), closings.period_named(cursor, "2023-H1"), DAY)
    closings.close(own, about)

    def more(cursor) -> None:
        ids = {task: task_id for task_id, task in _tasks(cursor)}
        progress.write(cursor, ids[POSTER], Progress(done=date(2023, 5, 2)))

    before = {task: said[4] for task, said in cells(made(own)[0][1].content).items()}
    own.write_small(more, small_writes.NOTES)
    now = {task: said[4] for task, said in cells(made(own)[0][1].content).items()}
    assert (
        now["Niêm yết danh sách hộ nghèo"]
        == "Hoàn thành trễ"
        != before["Niêm yết danh sách hộ nghèo"]
    )
    with own.read() as cursor:
        ask = Readings(cursor)
        reported = _reported(ask, _unit(cursor))
        assert shown(task_table.filled(cursor, ask.as_reported(reported), about)) == before


def _reported(ask: Readings, unit: str):
    (row,) = ask.reporting.closings(unit, "2023-H1").itertuples()
    return Reported(
        unit,
        2023,
        "2023-H1",
        row.closing,
        DAY,
        row.closed_at,
        row.fingerprint,
        tuple(row.questions),
    )


def test_a_file_that_is_not_kept_becomes_a_table_of_our_layout(own):
    originals.remove(own, seen(own, "import", 1))
    ((name, filled),) = made(own)
    assert filled.is_new and name == "bieu (đã điền).xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(filled.content)).active
    rows = {row[2]: row for row in sheet.iter_rows(min_row=7, values_only=True)}
    assert set(rows) == set(TASKS) and rows[CUT][9] == datetime(2023, 5, 10)
    assert rows[CUT][-1] == "Hoàn thành đúng hạn" and rows[CUT][3] == "Văn phòng"


def test_its_list_of_figures_names_each_value_of_ours_with_its_cell(own, tmp_path):
    """Counted by hand: seven states, three results, the share and the day that were typed."""
    ours = {
        "H3": ("Chưa hoàn thành", "overdue", POSTER, "state"),
        "J3": ("Quá hạn", "overdue", POSTER, "state"),
        "J4": ("Hoàn thành đúng hạn", "done_on_time", "Họp thôn về nông thôn mới", "state"),
        "F5": ("100\u00a0%", "1.0", CUT, "progress"),
        "G5": ("10/05/2023", "2023-05-10", CUT, "done"),
        "H5": ("Hoàn thành", "done_on_time", CUT, "state"),
        "J5": ("Hoàn thành đúng hạn", "done_on_time", CUT, "state"),
        "J6": ("Hoàn thành đúng hạn", "done_on_time", "Phát thanh về dân chủ cơ sở", "state"),
        "J7": ("Đã hủy", "cancelled", "Lắp camera tại trụ sở", "state"),
        "H8": ("Đang thực hiện", "in_progress", LATER, "state"),
        "J8": ("Đang thực hiện", "in_progress", LATER, "state"),
        "J9": ("Đang thực hiện", "in_progress", "Tiếp công dân định kỳ", "state"),
    }
    assert _figures_listed(own, tmp_path) == {
        f"Nhiệm vụ!{cell}": said for cell, said in ours.items()
    }


def test_of_a_table_of_our_layout_the_file_s_own_shares_and_days_are_listed_as_known(own, tmp_path):
    """Later's share is the file's: what was typed of it holds after the day only."""
    originals.remove(own, seen(own, "import", 1))
    found = _figures_listed(own, tmp_path)
    assert sum(column == "state" for *_, column in found.values()) == 7 + 3
    assert sorted((text, task) for text, _, task, column in found.values() if column == "done") == [
        ("01/05/2023", "Phát thanh về dân chủ cơ sở"),
        ("10/05/2023", CUT),
        ("20/04/2023", "Họp thôn về nông thôn mới"),
    ]
    shares = {task: text for text, _, task, column in found.values() if column == "progress"}
    assert LATER not in shares and shares["Tiếp công dân định kỳ"] == "30\u00a0%"


def _figures_listed(store: Store, folder: Path) -> dict[str, tuple[str, str, str, str]]:
    """Cell -> text, value, task, column of what the command lists beside the first file."""
    out, listed = folder / "bieu-da-dien.xlsx", folder / "figures.csv"
    given = ("--unit", "Xã Đức Hợp", "--period", "2023-H1", "--as-of", f"{DAY}")
    assert cli.main(["export", "tasks", *given, "--out", str(out), "--figures", str(listed)]) == 0
    book = openpyxl.load_workbook(out)
    with store.read() as cursor:
        names = dict(_tasks(cursor))
    found = {}
    for row in csv.DictReader(listed.open(encoding="utf-8", newline="")):
        sheet, cell = row["place"].split("!")
        assert _as_shown(book[sheet][cell].value) == row["text"] and row["query"] == "tasks"
        task = names[json.loads(row["key"])["task_id"]]
        found[row["place"]] = (row["text"], row["value"], task, row["column"])
    return found


def _as_shown(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}"
    return value if isinstance(value, str) else f"{value:.0%}".replace("%", "\u00a0%")


def test_tables_of_one_sheet_with_other_columns_are_told_apart(store, tmp_path):
    """The store keeps the columns of one of them only: the file is read again."""
    book = openpyxl.load_workbook(io.BytesIO(file({"Việc đầu tiên của thôn": ("30/4/2023",)})))
    sheet = book.active
    sheet.append([])
    sheet.append(["BIỂU NHIỆM VỤ BỔ SUNG CỦA UBND XÃ ĐỨC HỢP NĂM 2023"])
    sheet.append(["STT", "Nhiệm vụ", "Kết quả 6 tháng", "Chủ trì", "Thời hạn", "Nội dung"])
    sheet.append([1, "Việc thêm sau của xã", None, "Văn phòng", "30/4/2023", "1.1"])
    path = tmp_path / "hai-bang.xlsx"
    book.save(path)
    assert import_file(store, path).status == "imported"
    ((_, filled),) = made(store)
    sheet = openpyxl.load_workbook(io.BytesIO(filled.content)).active
    assert sheet["H3"].value == sheet["C7"].value == "Chưa hoàn thành"
    assert filled.left == ()


def test_tasks_of_two_files_come_back_in_both_the_larger_first(own, tmp_path):
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(file({"Việc mới giao trong tháng 5": ("30/4/2023", None, None, None, None)}))
    assert import_file(own, path).status == "imported"
    found = made(own)
    assert [name for name, _ in found] == ["bieu (đã điền).xlsx"] * 2
    assert list(task_table.names(found)) == ["bieu (đã điền).xlsx", "bieu (đã điền) (2).xlsx"]
    assert [len(cells(filled.content)) for _, filled in found] == [7, 1]


def test_decisions_alone_are_a_table_of_their_own_and_no_tasks_are_no_file(own):
    undo(own, seen(own, "import", 1))
    ((name, filled),) = made(own)
    assert (name, filled.is_new) == ("Nhiệm vụ theo kết luận (đã điền).xlsx", True)
    sheet = openpyxl.load_workbook(io.BytesIO(filled.content)).active
    assert (sheet["C7"].value, sheet["N7"].value) == ("Sửa bảng tin", "Chưa đến hạn")
    with own.read() as cursor:
        nobody = About("?", 2023, "2023-H1", DAY)
        assert task_table.filled(cursor, Readings(cursor), nobody) == []
