"""An import that disagrees with what was typed: told, asked once, answered by a record."""

import json
import shutil
from datetime import date

import pytest

from dashboard import cli
from dashboard.importing import samples
from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Options
from dashboard.importing.storing.undo import redo, undo
from dashboard.store import progress, small_writes
from dashboard.store.progress import Progress
from dashboard.store.store import Store
from tests.importing.storing.test_undo import asked
from tests.seen import seen

HEAD = (
    "NHIỆM VỤ PAPI NĂM 2023 CỦA UBND XÃ AN;;;;;;\n"
    "STT;Nhiệm vụ;Chủ trì;Thời hạn;{columns}\n"
    "1.1;Tri thức công dân;;;;;\n"
)
COLUMNS = "Tiến độ (%);Ngày hoàn thành;Kết quả năm"
MAY, JUNE = date(2023, 5, 20), date(2023, 6, 10)


def book(folder, row: str, columns: str = COLUMNS, name: str = "bieu.csv"):
    """A plan of one task due on 30/6; row: its progress, done date and result."""
    text = f"{HEAD.format(columns=columns)}1;Họp thôn;Trưởng thôn;30/6/2023;{row}\n"
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def brought(store, path, **options):
    return import_file(store, path, Options(**options))


def task(store) -> dict:
    (row,) = asked(store, "tasks", unit="Xã An", year=2023, as_of="2023-10-25")
    return row


def holds(store) -> tuple:
    row = task(store)
    return row["state"], row["progress"], row["said_by"]


def found(receipt) -> list[tuple]:
    return [
        (f.code, f.cell, f.value)
        for f in receipt.all_findings()
        if f.code in ("record_disagrees", "record_answered")
    ]


@pytest.fixture(scope="module")
def done_in_may(prepared, tmp_path_factory):
    """A task at 20 % in the file, typed as done on 20/5."""
    store = Store(tmp_path_factory.mktemp("office"))
    shutil.copy(prepared, store.folder)
    brought(store, book(tmp_path_factory.mktemp("files"), "20;;"))
    record(store, done=MAY)
    return store.folder


@pytest.fixture
def office(done_in_may, copy_of):
    return copy_of(done_in_may)


def record(store, **said) -> None:
    task_id, by = task(store)["task_id"], "Văn phòng - Thống kê"
    store.write_small(
        lambda cursor: progress.write(cursor, task_id, Progress(**said), by), small_writes.NOTES
    )


def open_questions(store) -> list[tuple]:
    rows = asked(store, "record_disagreements", unit="Xã An", year=2023)
    return [(row["field"], row["source_cell"]) for row in rows]


# What a file says against "done on 20/5" (at 100 %): the cell that differs, and its value.
AGAINST_DONE = {
    "less": ("50;;", ("E4", "50 %")),
    "the same stale word": ("20;; ", ("E4", "20 %")),
    "another day": ("100;10/6/2023;", ("F4", "10/06/2023")),
    "a word": (";;Chưa hoàn thành", ("G4", "Chưa hoàn thành")),
    "cancelled": (";;Không thực hiện", ("G4", "Không thực hiện")),
    "the same": ("100;20/5/2023;Hoàn thành", None),
    "the day alone": (";20/5/2023;", None),
    "blank": (";;", None),
}


@pytest.mark.parametrize("name", AGAINST_DONE)
def test_file_that_disagrees_is_told_and_what_was_typed_holds(office, tmp_path, name):
    row, expected = AGAINST_DONE[name]
    receipt = brought(office, book(tmp_path, row, name="thang-6.csv"))
    assert holds(office) == ("done_on_time", 1, "record")
    said = [("record_disagrees", *expected)] if expected else []
    assert [(c, cell, v.replace("\u00a0", " ")) for c, cell, v in found(receipt)] == said
    assert len(open_questions(office)) == len(receipt.record_questions) == len(said)


def test_sentence_names_both_values_and_sources(office, tmp_path):
    receipt = brought(office, book(tmp_path, "50;;", name="thang-6.csv"))
    (finding,) = receipt.as_json()["sheets"][0]["findings"][-1:]
    for part in ("E4", "Tiến độ (%)", "50", "xong ngày 20/05/2023", "Văn phòng - Thống kê"):
        assert part in finding["message_vi"]
    assert "done on 20/05/2023" in finding["message_en"]


AGAINST_HALF = {
    "more": ("80;;", "progress"),
    "done": (";10/6/2023;", "done"),
    "a word": (";;Hoàn thành", "result_year"),
    "the same": ("50;;", None),
    "a word that fits": (";;Chưa hoàn thành", None),
}


@pytest.mark.parametrize("name", AGAINST_HALF)
def test_typed_half_against_a_file(office, tmp_path, name):
    row, expected = AGAINST_HALF[name]
    record(office, progress=0.5)
    brought(office, book(tmp_path, row, name="thang-6.csv"))
    assert holds(office) == ("overdue", 0.5, "record")
    assert [field for field, _ in open_questions(office)] == ([expected] if expected else [])


def test_column_that_the_file_lacks_says_nothing(office, tmp_path):
    receipt = brought(office, book(tmp_path, "Ghi", "Ghi chú", "khac.csv"))
    assert (found(receipt), open_questions(office)) == ([], [])


def test_import_before_the_record_is_no_question(office):
    assert open_questions(office) == []


def test_file_is_right_and_stays_so(office, tmp_path):
    later = book(tmp_path, "50;;", name="thang-6.csv")
    receipt = brought(office, later, prefer={"": "import"})
    assert [code for code, *_ in found(receipt)] == ["record_answered"]
    assert holds(office) == ("overdue", 0.5, "import")
    assert open_questions(office) == []
    records = asked(office, "progress_records", unit="Xã An", year=2023)
    assert [(r["withdrawn"], r["answers_file"]) for r in records] == [
        (True, "thang-6.csv"),
        (False, None),
    ]
    assert brought(office, later).status == "unchanged"


def test_record_is_right_and_the_same_word_is_asked_about_once(office, tmp_path):
    brought(office, book(tmp_path, "50;;", name="thang-6.csv"), prefer={"": "record"})
    assert holds(office) == ("done_on_time", 1, "record")
    assert open_questions(office) == []
    again = brought(office, book(tmp_path, "50;; ", name="thang-7.csv"))  # the same word
    assert (again.status, found(again)) == ("imported", [])
    other = brought(office, book(tmp_path, "60;;", name="thang-8.csv"))
    assert [code for code, *_ in found(other)] == ["record_disagrees"]


@pytest.mark.parametrize(
    ("answer", "after"), [("import", ("overdue", 0.5)), ("record", ("done_on_time", 1))]
)
def test_question_left_open_is_answered_by_the_same_file(office, tmp_path, answer, after):
    later = book(tmp_path, "50;;", name="thang-6.csv")
    brought(office, later)
    receipt = brought(office, later)
    assert (receipt.status, len(receipt.record_questions)) == ("unchanged", 1)
    task_id = receipt.record_questions[0].task_id
    assert brought(office, later, prefer={"another": answer}).status == "unchanged"
    assert brought(office, later, prefer={task_id: answer}).status == "imported"
    assert holds(office)[:2] == after
    assert open_questions(office) == []
    assert brought(office, later, prefer={task_id: answer}).status == "unchanged"


def test_undo_of_the_import_takes_its_answer_with_it(office, tmp_path):
    receipt = brought(office, book(tmp_path, "50;;", name="thang-6.csv"), prefer={"": "import"})
    undo(office, seen(office, "import", receipt.import_id))
    assert holds(office) == ("done_on_time", 1, "record")
    redo(office, seen(office, "import", receipt.import_id))
    assert holds(office) == ("overdue", 0.5, "import")


def test_check_stores_no_answer(office, tmp_path):
    later = book(tmp_path, "50;;", name="thang-6.csv")
    version = office.version
    import_file(office, later, Options(prefer={"": "import"}), keep=False)
    assert (office.version, holds(office)) == (version, ("done_on_time", 1, "record"))


def test_answer_on_the_command_line(office, tmp_path, capsys):
    later = str(book(tmp_path, "50;;", name="thang-6.csv"))
    assert cli.main(["import", later, "--format", "json"]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    codes = [finding["code"] for finding in file["sheets"][0]["findings"]]
    assert codes.count("record_disagrees") == 1
    assert cli.main(["import", later, "--prefer", "import"]) == 0
    assert holds(office) == ("overdue", 0.5, "import")
    with pytest.raises(SystemExit):
        cli.main(["import", later, "--prefer", "both"])


def test_decided_task_that_a_file_lists_later_is_one_task(store, tmp_path, capsys):
    brought(store, book(tmp_path, "20;;"))
    given = ["--unit", "Xã An", "--year", "2023", "--text", "Niêm yết giá"]
    said = ["--official", "Trưởng thôn", "--due", "2023-09-30", "--component", "1.1"]
    assert cli.main(["record", "decision", *given, *said]) == 0
    path = book(tmp_path, "20;;\n2;Niêm yết giá.;Trưởng thôn;30/6/2023;40;;", name="moi.csv")
    brought(store, path)
    rows = asked(store, "tasks", unit="Xã An", year=2023, as_of="2023-10-25")
    assert [(r["task"], r["progress"], r["due"], r["said_by"]) for r in rows] == [
        ("Họp thôn", 0.2, date(2023, 6, 30), "import"),
        ("Niêm yết giá.", 0.4, date(2023, 9, 30), "import"),
    ]


def test_what_was_typed_of_samples_does_not_hold_of_the_offices_own_plan(store, tmp_path, capsys):
    """The same unit, the same texts: simulated first, then the office's own."""
    sample, own = book(tmp_path, "20;;"), book(tmp_path, "20;; ", name="own.csv")
    given = ["--unit", "Xã An", "--year", "2023"]
    brought(store, sample)
    store.write(lambda cursor: cursor.execute("update import_log set simulated = true"))
    record(store, done=MAY)
    task_id = task(store)["task_id"]
    due = ["--official", "Trưởng thôn", "--due", "2023-09-30"]
    assert cli.main(["record", "decision", *given, "--text", "Niêm yết", *due]) == 0
    for about in (f"task:{task_id}", "component:1.1"):
        said = ["--about", about, "--kind", "note", "--text", "Thử"]
        assert cli.main(["record", "remark", *given, *said]) == 0
    samples.remove(store, seen(store, "samples"))
    brought(store, own)
    assert holds(store) == ("overdue", 0.2, "import")
    for query, count in (("remarks", 4), ("progress_records", 2), ("decisions", 2)):
        rows = asked(store, query, unit="Xã An", year=2023)
        assert (len(rows), [row for row in rows if row["holds"]]) == (count, [])
    with store.read() as cursor:
        tables = ("remark", "progress_record", "decision_record")
        numbers = [n for t in tables for n in numbers_of(cursor, t)]
    assert sorted(numbers) == list(range(1, 9))


def numbers_of(cursor, table: str) -> list[int]:
    return [n for (n,) in cursor.execute(f"select record_id from {table}").fetchall()]
