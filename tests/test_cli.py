"""The command line: what it prints and writes, how it refuses, which store it asks."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from dashboard.cli import main
from dashboard.config import ROOT
from dashboard.store import computed, sql
from dashboard.store.store import Store, open_store
from tests.books_in_doubt import SHEET, plan_or_log
from tests.queries.rows import Form, add_task, same_answers, store_scores, survey

ASKED = {"Q1": ("1.1", 0, 10)}
TASK = 'Việc "một", hai'
UNIT = ("--param", "unit=Xã An")
YEAR = ("--param", "year=2023")


@pytest.fixture(scope="module")
def filled_folder(prepared, tmp_path_factory) -> Path:
    """A store with a survey and two tasks, made once: asking never changes it."""
    folder = tmp_path_factory.mktemp("filled")
    shutil.copy(prepared, folder)
    Store(folder).write(fill)
    return folder


def fill(cursor) -> None:
    people = {"Thôn Đông": [Form({"Q1": 1}, "Nữ"), Form({"Q1": 0}), Form({"Q1": 0})]}
    survey(cursor, people | {"Thôn Tây, mới": same_answers(2, Q1=9)}, ASKED)
    add_task(cursor, TASK, due=date(2023, 6, 30), leads=["Ông A", "Bà B"], progress=0.5)
    add_task(cursor, "Xong", done=date(2023, 1, 9), whole_unit=False, component=None)
    cursor.execute("insert into import_sheet values (1, 'Phiếu', 'answers', 5, 5, 0, 0)")
    store_scores(cursor)


@pytest.fixture
def filled(filled_folder, monkeypatch) -> Store:
    monkeypatch.setenv("PAPI_STORE", str(filled_folder))
    return open_store()


def query(capsys, *arguments: str) -> str:
    assert main(["query", *arguments]) == 0
    return capsys.readouterr().out


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), strict=True))


def refused(capsys, *arguments: str) -> str:
    """The one sentence that a wrong call gets, with exit code 2."""
    assert main(["query", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == "" and "Traceback" not in err
    (sentence,) = err.splitlines()
    return sentence


def test_csv_has_iso_dates_plain_booleans_and_empty_for_missing(filled, capsys):
    first, second = table(query(capsys, "tasks", *UNIT, *YEAR, "--param", "as_of=2023-07-01"))
    assert (first["task"], first["lead"]) == (TASK, "Ông A; Bà B")
    assert (first["due"], first["done"], first["as_of"]) == ("2023-06-30", "", "2023-07-01")
    assert (first["progress"], first["whole_unit"], first["days_late"]) == ("0.5", "true", "1")
    assert (second["component"], second["progress"], second["whole_unit"]) == ("", "", "false")


def test_json_has_iso_dates_booleans_and_null_for_missing(filled, capsys):
    asked = ("tasks", *UNIT, *YEAR, "--param", "as_of=2023-07-01", "--format", "json")
    first, second = json.loads(query(capsys, *asked))
    assert (first["due"], first["done"], first["whole_unit"]) == ("2023-06-30", None, True)
    assert (first["progress"], first["days_late"], second["component"]) == (0.5, 1, None)


def test_numbers_keep_their_full_precision_in_both_formats(filled, capsys):
    asked = ("component_scores", *UNIT, *YEAR, "--param", "villages=Thôn Đông")
    in_csv = table(query(capsys, *asked))
    in_json = json.loads(query(capsys, *asked, "--format", "json"))
    raw, whole = -1, 0  # the last row is Q1's raw mean, (1 + 0 + 0) / 3; the first the total
    assert float(in_csv[raw]["estimate"]) == in_json[raw]["estimate"] == 1 / 3
    assert (in_csv[whole]["estimate"], in_json[whole]["estimate"]) == ("", None)


@pytest.mark.parametrize("name", sql.names())
def test_json_and_csv_have_the_query_s_columns_and_rows(filled, capsys, name):
    given = {
        "unit": "Xã An",
        "year": "2023",
        "year_from": "2022",
        "year_to": "2023",
        "component": "1",
        "question": "Q1",
        "village": "Thôn A",
        "period": "2023-H1",
    }
    params = [f"--param={p.name}={given[p.name]}" for p in sql.load(name).params if p.required]
    rows = table(query(capsys, name, *params))
    as_json = json.loads(query(capsys, name, *params, "--format", "json"))
    assert len(rows) == len(as_json)
    for row, same in zip(rows, as_json, strict=True):
        assert list(row) == list(same)
        for column, value in same.items():
            assert (row[column] == "") == (value in (None, "", [])), (column, value)


def test_lines_end_with_a_plain_newline_and_the_heading_comes_first(store, capsys):
    out = query(capsys, "periods", *YEAR)
    assert out.startswith("period,starts,ends,due\n2023-Y,2022-11-01,2023-10-25,2023-10-25\n")
    assert "\r" not in out


def test_list_is_given_with_commas(filled, capsys):
    def respondents(villages: str) -> str:
        rows = table(
            query(capsys, "component_scores", *UNIT, *YEAR, "--param", f"villages={villages}")
        )
        return next(row["respondents"] for row in rows if row["component"] == "Q1")

    assert respondents("Thôn Đông") == "3"
    assert respondents(" thôn đông , Thôn Nam,") == "3"
    assert respondents("") == "5"


def test_list_of_queries_says_what_each_answers(store, capsys):
    lines = query(capsys, "--list").splitlines()
    assert [line.partition(": ")[0] for line in lines] == computed.names()
    assert all(len(line.partition(": ")[2]) > 10 for line in lines)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["scores"], ["scores", "component_scores"]),
        (["../write/next_import_id"], ["next_import_id"]),
        ([], ["component_scores"]),
        (["periods"], ["periods", "year"]),
        (["periods", "--param", "year="], ["year"]),
        (["periods", "--param", "year=hai"], ["year", "hai"]),
        (["periods", "--param", "year=2023.5"], ["year", "2023.5"]),
        (["periods", "--param", "year=99999999999"], ["year", "99999999999"]),
        (["periods", *YEAR, "--param", "unit=Xã An"], ["unit", "periods"]),
        (["periods", "--param", "year"], ["--param", "year"]),
        (["tasks", *UNIT, *YEAR, "--param", "as_of=30.6"], ["as_of", "30.6"]),
        (["tasks", *UNIT, *YEAR, "--param", "as_of=2023-02-30"], ["as_of", "2023-02-30"]),
    ],
)
def test_wrong_call_gets_one_sentence(store, capsys, arguments, words):
    sentence = refused(capsys, *arguments)
    assert [word for word in words if word not in sentence] == []


@pytest.mark.parametrize(
    ("name", "params"),
    [
        ("component_change", ["year_from=2022", "year_to=2023", "basis=both"]),
        ("component_scores", ["year=2023", "sex=Female"]),
        ("tasks", ["year=2023", "period=half"]),
        ("tasks", ["year=2023", "period=2022-Y"]),
        ("tasks", ["year=2023", "component=9.9"]),
        ("official_completion", ["year=2023", "role=boss"]),
    ],
)
def test_value_that_can_only_be_a_mistake_is_not_quietly_left_out(filled, capsys, name, params):
    """A filter that is ignored answers another question than the one that was asked."""
    code = main(["query", name, *UNIT, *(f"--param={param}" for param in params)])
    answers = {"estimate", "estimate_to", "task", "assigned"}
    rows = table(capsys.readouterr().out)
    assert code == 2 or not [row for row in rows for key in answers & row.keys() if row[key]]


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        [],
        ["query", "tasks", "--format", "xml"],
        ["query", "--nothing"],
        ["template"],
        ["template", "scores"],
    ],
)
def test_wrong_option_is_a_wrong_call(store, capsys, arguments):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["30/06/2023", "2023-06-30"])
def test_dates_may_be_typed_in_either_way(filled, capsys, typed):
    rows = table(query(capsys, "tasks", *UNIT, *YEAR, "--param", f"as_of={typed}"))
    assert rows[0]["as_of"] == "2023-06-30"


def test_unknown_unit_is_said_beside_the_empty_table(filled, capsys):
    assert main(["query", "tasks", "--param", "unit=Xã Xa", *YEAR]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "Xã Xa" in err and "Xã An" in err and len(err.splitlines()) == 1


@pytest.mark.parametrize("name", ["component_scores", "component_change", "village_scores"])
def test_unknown_unit_is_said_by_every_query_of_a_unit(filled, capsys, name):
    years = ("year_from=2022", "year_to=2023") if name == "component_change" else ("year=2023",)
    main(["query", name, "--param", "unit=Xã Xa", *(f"--param={year}" for year in years)])
    assert "Xã Xa" in capsys.readouterr().err


def test_store_option_wins_over_the_environment(filled, capsys, tmp_path):
    other = tmp_path / "khác"
    assert table(query(capsys, "imports", "--store", str(other))) == []
    assert len(table(query(capsys, "imports"))) == 1
    assert Store(other).version == 1


def test_environment_names_the_store(filled, capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("PAPI_STORE", str(tmp_path / "của tôi"))
    assert table(query(capsys, "imports")) == []
    monkeypatch.setenv("PAPI_STORE", str(filled.folder))
    assert len(table(query(capsys, "imports"))) == 1


def test_store_that_is_a_file_gets_one_sentence(capsys, tmp_path):
    (tmp_path / "tệp").write_text("không phải thư mục")
    refused(capsys, "periods", *YEAR, "--store", str(tmp_path / "tệp"))


def test_asking_leaves_the_store_as_it_is(filled, capsys):
    version = filled.version
    query(capsys, "component_scores", *UNIT, *YEAR)
    refused(capsys, "periods")
    assert filled.version == version


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "dashboard", *arguments],
        cwd=ROOT,
        capture_output=True,
        env=os.environ | environment,
    )


def test_real_command_prints_utf_8_whatever_the_terminal_says(filled):
    done = run("query", "tasks", *UNIT, *YEAR, PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert "Ông A; Bà B" in done.stdout.decode("utf-8")


def test_real_command_refuses_with_2_and_no_traceback(filled):
    done = run("query", "không có")
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.decode("utf-8").splitlines()) == 1


@pytest.fixture
def wrong_file(tmp_path) -> Path:
    """A workbook of one task whose progress cannot be read, in F3."""
    book = openpyxl.Workbook()
    for row in (
        ["NHIỆM VỤ NĂM 2023 CỦA UBND XÃ AN"],
        ["STT", "Mã nội dung", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tiến độ (%)"],
        [1, "1.1", "Họp thôn", "UB MTTQ xã", "Quý II", "nhiều"],
    ):
        book.active.append(row)
    book.save(tmp_path / "việc.xlsx")
    return tmp_path / "việc.xlsx"


@pytest.mark.parametrize("command", ["check", "import"])
def test_a_file_comes_back_marked(store, capsys, wrong_file, command):
    before, out = wrong_file.read_bytes(), wrong_file.with_name("sửa.xlsx")
    assert main([command, str(wrong_file), "--marked", str(out)]) == 0
    assert str(out) in capsys.readouterr().err
    book = openpyxl.load_workbook(out)
    assert "nhiều" in book.worksheets[0]["F3"].comment.text
    assert book.active.title == "Cần sửa"
    assert wrong_file.read_bytes() == before


def test_marking_leaves_the_json_alone(store, capsys, wrong_file):
    out = wrong_file.with_name("sửa")  # the ending is ours
    main(["check", str(wrong_file), "--marked", str(out), "--format", "json"])
    sheet = json.loads(capsys.readouterr().out)["files"][0]["sheets"][0]
    assert [f["cell"] for f in sheet["findings"]] == ["F3"]
    assert out.with_suffix(".xlsx").is_file()


def wrong_call(capsys, *arguments: str) -> str:
    assert main([*arguments]) == 2
    out, err = capsys.readouterr()
    assert out == "" and len(err.splitlines()) == 1
    return err


def test_marking_never_writes_over_the_original_nor_several_files(store, capsys, wrong_file):
    before, version = wrong_file.read_bytes(), store.version
    file = str(wrong_file)
    assert "tệp gốc" in wrong_call(capsys, "import", file, "--marked", file)
    assert "--marked" in wrong_call(capsys, "import", file, file, "--marked", "a.xlsx")
    assert (wrong_file.read_bytes(), store.version) == (before, version)


def test_marking_a_file_that_is_not_there_is_told_once(store, capsys, tmp_path):
    out = tmp_path / "a.xlsx"
    assert main(["check", str(tmp_path / "không có.xlsx"), "--marked", str(out)]) == 1
    assert not out.exists()


def test_a_place_that_cannot_be_written_is_told(store, capsys, tmp_path):
    place = str(tmp_path / "không có" / "mau.xlsx")
    assert place in wrong_call(capsys, "template", "tasks", "--out", place)


@pytest.mark.parametrize("kind", ["tasks", "survey", "activities", "units"])
def test_a_template_is_written_where_it_is_said(capsys, tmp_path, kind):
    out = tmp_path / "mẫu.xlsx"
    assert main(["template", kind, "--out", str(out)]) == 0
    assert str(out) in capsys.readouterr().out
    assert "Hướng dẫn" in openpyxl.load_workbook(out).sheetnames
    assert not (tmp_path / "store").exists()


def test_a_template_never_takes_the_place_of_a_filled_one(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["template", "survey"]) == 0
    (file,) = tmp_path.glob("*.xlsx")
    file.write_bytes(b"filled in")
    capsys.readouterr()
    assert file.name in wrong_call(capsys, "template", "survey")
    assert file.read_bytes() == b"filled in"


def test_real_command_asks_while_another_process_writes(filled):
    code = (
        "import sys, time\nfrom dashboard.store.store import open_store\n"
        "open_store().write(lambda cursor: (print('inside', flush=True), time.sleep(60)))"
    )
    writer = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)
    try:
        assert writer.stdout.readline().strip() == b"inside"
        assert run("query", "imports").stdout.count(b"\n") == 2
    finally:
        writer.kill()
        writer.communicate()


@pytest.mark.parametrize("pair", ["Thôn Đôgn", "=Thôn Đông", "Thôn Đôgn=", "Thôn Đôgn= "])
def test_answer_about_a_name_must_name_both(store, capsys, pair):
    assert main(["import", "tệp.xlsx", "--same", pair]) == 2
    said = capsys.readouterr()
    assert said.out == "" and pair.strip() in said.err and "--same" in said.err


def test_answers_about_names_reach_the_import(store, tmp_path):
    import openpyxl

    def plan(name: str, village: str) -> str:
        book = openpyxl.Workbook()
        for row in (
            ["NHIỆM VỤ PAPI NĂM 2023 CỦA UBND XÃ AN"],
            ["STT", "Nhiệm vụ", "Chủ trì", "Địa bàn", "Thời hạn"],
            ["1.1", "Tri thức công dân"],
            [1, "Họp thôn", "UB MTTQ xã", village, "30/6/2023"],
        ):
            book.active.append(row)
        book.save(tmp_path / name)
        return str(tmp_path / name)

    assert main(["import", plan("một.xlsx", "Thôn Đông")]) == 0
    later = plan("hai.xlsx", "Thôn Đôgn")
    assert main(["import", later, "--same", "Thôn Đôgn=Thôn Đông", "--same", "x=y"]) == 0
    with store.read() as cursor:
        names = cursor.execute("select name from unit where level = 'village'").fetchall()
        stored = cursor.execute("select kind, written, name from name_decision").fetchall()
    assert names == [("Thôn Đông",)]
    assert [(kind, name) for kind, _, name in stored] == [("village", "Thôn Đông")]


def named(capsys, *arguments: str) -> list[dict]:
    """What the command names answers, as rows."""
    assert main(["names", *arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_names_are_listed_joined_parted_and_taken_back(store, capsys):
    store.write(fill)
    of_commune = ("--kind", "official", "--unit", "xã an")
    listed = named(capsys, "list", *of_commune)
    assert [(row["name"], row["counted_as"]) for row in listed] == [("Bà B", None), ("Ông A", None)]
    (done,) = named(capsys, "join", "ông a", "Bà B", *of_commune)
    assert (done["deed"], done["name"], done["target"]) == ("join", "Ông A", "Bà B")
    listed = named(capsys, "list", *of_commune)
    assert [(row["name"], row["counted_as"]) for row in listed] == [
        ("Bà B", None),
        ("Ông A", "Bà B"),
    ]
    (done,) = named(capsys, "part", "Ông A")
    assert done["target"] == "Ông A"
    (done,) = named(capsys, "undo")
    assert (done["deed"], done["undoes"], done["target"]) == ("undo", 2, "Bà B")
    assert [row["deed"] for row in named(capsys, "history")] == ["undo", "part", "join"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["join", "Không ai", "Ông A"], "Không ai"),
        (["part", "Ông A", "--unit", "Xã An"], "đang đứng riêng"),
        (["join", "Ông A", "Ông A"], "đã được tính là một"),
        (["undo"], "names history"),
        (["list", "--unit", "Xã Không Có"], "Xã Không Có"),
    ],
)
def test_names_say_what_stands_in_the_way(filled, capsys, arguments, said):
    assert main(["names", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == "" and said in err


def test_a_sheet_in_doubt_is_asked_about_answered_and_remembered(store, capsys, tmp_path):
    """Refused with the option that answers; what was said at an import holds for its layout."""
    file = str(plan_or_log(tmp_path / "một.xlsx", "XÃ AN", "Họp dân", "Niêm yết dự toán"))
    assert main(["check", file]) == 1
    said = capsys.readouterr().out
    assert f'--kind "{SHEET}=' in said and "tasks" in said and "activities" in said
    answer = ("--kind", f"{SHEET}=tasks")
    assert main(["check", file, *answer]) == 0
    assert main(["check", file]) == 1  # nothing was stored, so nothing is remembered
    assert main(["import", file, *answer]) == 0
    capsys.readouterr()
    later = str(plan_or_log(tmp_path / "hai.xlsx", "XÃ AN", "Trực một cửa"))
    assert main(["check", later, "--format", "json"]) == 0
    ((sheet,),) = [read["sheets"] for read in json.loads(capsys.readouterr().out)["files"]]
    assert (sheet["kind"], sheet["rows_imported"]) == ("tasks", 1)
    with store.read() as cursor:
        stored = cursor.execute("select task from current_task order by task").fetchall()
    assert stored == [("Họp dân",), ("Niêm yết dự toán",)]


def test_a_sheet_said_to_be_left_out_is_not_imported_nor_asked_about(store, capsys, tmp_path):
    file = str(plan_or_log(tmp_path / "một.xlsx", "XÃ AN", "Họp dân"))
    main(["check", file, "--kind", f"{SHEET}=ignore", "--format", "json"])
    (read,) = json.loads(capsys.readouterr().out)["files"]
    assert [sheet["rows_imported"] for sheet in read["sheets"]] == [0]
    assert "which_kind" not in {f["code"] for s in read["sheets"] for f in s["findings"]}


def test_a_kind_that_is_none_is_a_wrong_call(store, capsys, tmp_path):
    file = str(plan_or_log(tmp_path / "một.xlsx", "XÃ AN", "Họp dân"))
    assert main(["check", file, "--kind", f"{SHEET}=kế hoạch"]) == 2
    assert "kế hoạch" in capsys.readouterr().err
