"""A file is read once, looked at and stored; again only when the store knows what bears on it."""

from pathlib import Path

import pytest

from dashboard.config import SAMPLES
from dashboard.importing import import_file as module
from dashboard.importing.import_file import import_file, import_reading, read_file
from dashboard.importing.model.reading import Options
from dashboard.importing.storing.undo import original
from tests.seen import seen

TASKS = SAMPLES / "bieu-nhiem-vu-2023.xlsx"
QUESTIONS = [
    ["Mã câu", "Nội dung thành phần", "Câu hỏi", "Điểm thấp nhất", "Điểm cao nhất"],
    ["C1", "1.1", "Có biết không", 0, 1],
    ["C2", "1.1", "Có nghe không", 0, 1],
]
FORMS = [
    ["PHIẾU KHẢO SÁT UBND xã An năm 2023"],
    ["Mã phiếu", "Thôn", "Tuổi", "C1", "C2"],
    *([f"{n}", "Thôn Đông", 40, n % 2, 1] for n in range(5)),
]


@pytest.fixture
def readings(monkeypatch) -> list[Path]:
    """The files that were read, one after the other."""
    read, understand = [], module.understand

    def counting(path, *given):
        read.append(path)
        return understand(path, *given)

    monkeypatch.setattr(module, "understand", counting)
    return read


def test_checked_file_is_stored_without_being_read_again(store, readings):
    understood = read_file(store, TASKS)
    checked = import_reading(store, understood, keep=False)
    assert (store.version, checked.status) == (1, "imported")
    stored = import_reading(store, understood)
    assert len(readings) == 1
    assert (stored.sheets, stored.changes) == (checked.sheets, checked.changes)
    assert import_file(store, TASKS).status == "unchanged"


def test_another_import_that_does_not_bear_on_the_reading_makes_it_judged_anew(store, readings):
    understood = read_file(store, TASKS)
    import_reading(store, understood, keep=False)
    import_file(store, TASKS)
    assert import_reading(store, understood).status == "unchanged"
    assert readings == [TASKS, TASKS]


def test_questionnaire_imported_meanwhile_makes_the_file_read_again(store, readings, workbook):
    rows = [row[:4] for row in FORMS]  # C1 alone
    old = workbook({"Phiếu": rows, "Câu hỏi": QUESTIONS[:2]}, "a.xlsx")
    import_file(store, old, Options(unit="Xã An"))
    answers = workbook({"Phiếu": FORMS}, "b.xlsx")
    understood = read_file(store, answers)
    assert set(understood.reading.sheets[0].answers) == {"C1"}
    questions = workbook({"Câu hỏi": QUESTIONS}, "c.xlsx")
    assert import_file(store, questions, Options(year=2023, unit="Xã An")).status == "imported"
    del readings[:]
    receipt = import_reading(store, understood)
    assert len(readings) == 1 and readings[0] != answers
    assert set(receipt.sheets[0].answers) == {"C1", "C2"}
    assert receipt.file == "b.xlsx"
    assert original(store, seen(store, "import", receipt.import_id)) == b""  # of a survey


def test_answers_about_names_need_no_reading(store, readings):
    understood = read_file(store, TASKS)
    import_reading(store, understood)
    answered = understood.answered({"Văn phòng": "Văn phòng"}, {})
    assert answered.options.same and answered.reading is understood.reading
    import_reading(store, answered, keep=False)
    assert len(readings) == 1


def test_reading_is_read_again_only_where_the_store_knows_more(store, readings, workbook):
    understood = read_file(store, TASKS)
    import_file(store, SAMPLES / "don-vi.xlsx")
    import_reading(store, understood, keep=False)
    assert len(readings) == 2
    import_file(store, workbook({"Câu hỏi": QUESTIONS}), Options(year=2023, unit="Xã An"))
    import_reading(store, understood, keep=False)
    assert len(readings) == 4


def test_refused_file_is_refused_without_its_bytes(store, tmp_path):
    bad = tmp_path / "ảnh.xlsx"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    understood = read_file(store, bad)
    assert understood.content == b""
    assert import_reading(store, understood).status == "refused"
    assert store.version == 1
