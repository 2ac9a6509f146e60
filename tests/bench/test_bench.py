"""The benchmark works at a small size; how fast it is, is for python -m tests.bench to say."""

import re
from subprocess import CalledProcessError

import openpyxl
import pytest

from dashboard.store.store import Store
from tests.bench import documents, notes
from tests.bench.__main__ import main
from tests.bench.scores import ASKED
from tests.bench.workbooks import OTHER_COLUMNS, write_survey
from tests.packages.offices import AN, filled


@pytest.mark.long
def test_every_line_of_the_benchmark_is_printed(capsys):
    main(["--rows", "200", "--tasks", "50", "--runs", "1"])
    printed = capsys.readouterr().out
    assert "survey: 200 rows x 40 columns" in printed and "tasks: 50 rows" in printed
    assert printed.count("times python-calamine") == 2
    assert printed.count("times the import") == 1
    assert printed.count("process apart") == printed.count("rows written") == 2
    assert printed.count("parsed and encoded") == 2


def test_the_survey_has_the_size_it_is_said_to_have(tmp_path):
    write_survey(tmp_path / "a.xlsx", rows=200, columns=40)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    headings = [cell.value for cell in sheet[2]]
    assert headings[: len(OTHER_COLUMNS)] == list(OTHER_COLUMNS) and len(headings) == 40
    assert sheet.max_row == 202 and sheet["A3"].value != sheet["A202"].value


@pytest.mark.long
def test_every_line_of_the_benchmark_of_scores_is_printed(capsys):
    main(["scores", "--sizes", "1:40", "2:80", "--runs", "1"])
    printed = capsys.readouterr().out
    assert "1 communes, 40 respondents in each of 2 years, 2,720 answers" in printed
    assert "2 communes, 80 respondents in each of 2 years, 5,440 answers" in printed
    assert all(printed.count(f"  {name} ") == 2 for name in ASKED)
    assert printed.count("times the yardstick") == 2 * (len(ASKED) + 1)
    assert " 0 rows" not in printed


@pytest.mark.long
def test_a_whole_command_is_measured_by_clock_and_processor(tmp_path):
    store = Store(tmp_path)
    store.write(lambda cursor: filled(cursor, AN))
    seconds, cpu = documents._command(store.folder, "minutes", AN, "bien-ban.docx")
    assert 0.1 < cpu < 10 * seconds
    with pytest.raises(CalledProcessError):
        documents._command(store.folder, "minutes", "Xã không có", "bien-ban.docx")


@pytest.mark.long
def test_every_line_of_the_benchmark_of_notes_is_printed(capsys, monkeypatch):
    monkeypatch.setattr(notes, "SURVEYED", (2, 80))
    main(["notes", "--megabytes", "20", "--runs", "1"])
    printed = capsys.readouterr().out
    size, copied, *written = printed.splitlines()
    assert re.fullmatch(r"a store of \d+ MiB", size) and "the yardstick" in copied
    assert [line.split()[0] for line in written] == ["note", "name", "name"]
    kilobytes = [int(line.split()[-2].replace(",", "")) for line in written]
    assert all(10 < size < 1_000 for size in kilobytes)  # and no copy
