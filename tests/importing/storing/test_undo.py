"""An import taken back by itself: those after it stay, and it can come back."""

import pytest
from openpyxl import load_workbook

from dashboard.config import SAMPLES
from dashboard.importing.import_file import import_file
from dashboard.importing.storing.undo import original, redo, undo
from dashboard.store import sql
from tests.seen import seen


def changed(tmp_path, name, **cells):
    """A sample workbook with some cells changed."""
    book = load_workbook(SAMPLES / name)
    for cell, value in cells.items():
        book.worksheets[0][cell] = value
    book.save(tmp_path / name)
    return tmp_path / name


def asked(store, name, **given):
    with store.read() as cursor:
        result = sql.run(cursor, name, **given)
        heads = [head[0] for head in result.description]
        return [dict(zip(heads, row, strict=True)) for row in result.fetchall()]


def states(store):
    (row,) = asked(store, "unit_completion", unit="Xã Đức Hợp", year=2023)
    return row["overdue"], row["done_on_time"]


def test_earlier_import_is_taken_back_and_the_later_stays(store, tmp_path):
    first = import_file(store, SAMPLES / "bieu-nhiem-vu-2023.xlsx")
    second = import_file(store, SAMPLES / "bieu-nhiem-vu-2022.xlsx")
    undo(store, seen(store, "import", first.import_id))
    assert asked(store, "tasks", unit="Xã Đức Hợp", year=2023) == []
    assert len(asked(store, "tasks", unit="Xã Đức Hợp", year=2022)) == 47
    redo(store, seen(store, "import", first.import_id))
    assert states(store) == (8, 39)
    assert [row["undone"] for row in asked(store, "imports")] == [False, False]
    assert second.status == "imported"


def test_taking_back_a_correction_brings_the_old_value_back(store, tmp_path):
    import_file(store, SAMPLES / "bieu-nhiem-vu-2023.xlsx")
    mended = changed(tmp_path, "bieu-nhiem-vu-2023.xlsx", I12="15/03/2023", H12=1)
    later = import_file(store, mended)
    assert states(store) == (7, 40)
    undo(store, seen(store, "import", later.import_id))
    assert states(store) == (8, 39)


# Sums of threads that take turns: their last digits are not the same from run to run.
FLOATS = ("estimate", "std_error", "ci_low", "ci_high")


def test_scores_follow_an_undo_and_a_redo(store):
    survey = import_file(store, SAMPLES / "khao-sat-2023.xlsx")
    (before,) = asked(store, "unit_ranking", year=2023)
    undo(store, seen(store, "import", survey.import_id))
    assert asked(store, "unit_ranking", year=2023) == []
    redo(store, seen(store, "import", survey.import_id))
    (after,) = asked(store, "unit_ranking", year=2023)
    sums = {name: pytest.approx(before[name], rel=1e-9) for name in FLOATS}
    assert after == before | sums


def test_corrected_survey_counts_nobody_twice(store, tmp_path):
    import_file(store, SAMPLES / "khao-sat-2023.xlsx")
    import_file(store, changed(tmp_path, "khao-sat-2023.xlsx", E5=76))
    (row,) = asked(store, "unit_ranking", year=2023)
    assert row["respondents"] == 254


def test_file_taken_back_can_be_imported_again(store):
    first = import_file(store, SAMPLES / "bieu-nhiem-vu-2023.xlsx")
    undo(store, seen(store, "import", first.import_id))
    assert import_file(store, SAMPLES / "bieu-nhiem-vu-2023.xlsx").status == "imported"
    assert states(store) == (8, 39)


def test_original_comes_back_byte_for_byte(store):
    receipt = import_file(store, SAMPLES / "don-vi.xlsx")
    assert (
        original(store, seen(store, "import", receipt.import_id))
        == (SAMPLES / "don-vi.xlsx").read_bytes()
    )
