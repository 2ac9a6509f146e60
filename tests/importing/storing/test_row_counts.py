"""Rows of an import against what held before: new, changed, same and absent, by identity."""

from dashboard.importing.import_file import import_file
from dashboard.importing.storing.undo import undo
from tests.seen import seen

PLAN = [
    ["UBND xã An"],
    ["KẾ HOẠCH NĂM 2023"],
    [],
    ["STT", "Nhiệm vụ", "Mã nội dung", "Chủ trì", "Thời hạn", "Tiến độ (%)"],
]
FIRST = [
    [1, "Niêm yết", "2.2", "Trưởng thôn", "31/3/2023", "10%"],
    [2, "Họp dân", "1.2", "Chủ tịch", "30/6/2023", "20%"],
    [3, "Công khai", "2.3", "Kế toán", "30/9/2023", "30%"],
]
# Họp dân as before, Niêm yết further and below it, Công khai gone, Tập huấn new.
SECOND = [
    [1, "Họp dân", "1.2", "Chủ tịch", "30/6/2023", "20%"],
    [2, "Tập huấn", "1.1", "Tư pháp", "30/9/2023", "0%"],
    [3, "NIÊM YẾT", "2.2", "Trưởng thôn", "31/3/2023", "60%"],
]
QUESTIONS = [
    ["Mã câu", "Nội dung thành phần", "Câu hỏi", "Điểm thấp nhất", "Điểm cao nhất", "Chiều"],
    ["C01", "1.1", "Có biết không?", 0, 1, "Thuận"],
    ["C02", "1.2", "Hài lòng?", 1, 5, "Thuận"],
]
ADULTS = [["Xã", "Thôn", "Số người từ 18 tuổi trở lên"], ["Xã An", "Đông", 100]]
FORMS = ["Mã phiếu", "Xã", "Thôn", "Tuổi", "C01", "C02"]


def changes(store, workbook, sheets, sheet, complete=False, keep=True):
    """(new, changed, same, absent) of one sheet."""
    path = workbook(sheets, f"{store.version}-{keep}-{len(str(sheets))}.xlsx")
    receipt = import_file(store, path, complete=complete, keep=keep)
    assert receipt.status == "imported"
    json = next(s for s in receipt.as_json()["sheets"] if s["sheet"] == sheet)
    return tuple(json[f"rows_{name}"] for name in ("new", "changed", "same", "absent"))


def survey(year, *forms, adults=100):
    people = [["KHẢO SÁT NĂM", year], FORMS, *forms]
    return {
        f"Phiếu {year}": people,
        "Bộ câu hỏi": QUESTIONS,
        "Dân số": [ADULTS[0], ["Xã An", "Đông", adults]],
    }


def test_first_import_is_all_new(store, workbook):
    assert changes(store, workbook, {"B": PLAN + FIRST}, "B") == (3, 0, 0, 0)


def test_newer_plan_by_identity_not_by_row(store, workbook):
    changes(store, workbook, {"B": PLAN + FIRST}, "B")
    for keep in (False, True):  # the check says what the import then does
        assert changes(store, workbook, {"B": PLAN + SECOND}, "B", keep=keep) == (1, 1, 1, 1)


def test_another_lead_is_a_change_and_another_order_of_rows_is_none(store, workbook):
    changes(store, workbook, {"B": PLAN + FIRST}, "B")
    other = [FIRST[2], [2, "Họp dân", "1.2", "Phó chủ tịch", "30/6/2023", "20%"], FIRST[0]]
    assert changes(store, workbook, {"B": PLAN + other}, "B") == (0, 1, 2, 0)


def test_what_a_complete_file_ended_is_new_when_it_comes_back(store, workbook):
    changes(store, workbook, {"B": PLAN + FIRST}, "B")
    assert changes(store, workbook, {"B": PLAN + FIRST[:1]}, "B", complete=True) == (0, 0, 1, 2)
    assert changes(store, workbook, {"B": PLAN + FIRST[1:]}, "B") == (2, 0, 0, 1)


def test_undone_import_is_not_compared_with(store, workbook):
    changes(store, workbook, {"B": PLAN + FIRST}, "B")
    changes(store, workbook, {"B": PLAN + SECOND}, "B")
    undo(store, seen(store, "import", 2))
    assert changes(store, workbook, {"B": PLAN + [*FIRST, SECOND[1]]}, "B") == (1, 0, 3, 0)


def test_forms_are_compared_with_their_answers(store, workbook):
    first = survey(2023, ["1", "Xã An", "Đông", 40, 1, 5], ["2", "Xã An", "Đông", 50, 0, 4])
    assert changes(store, workbook, first, "Phiếu 2023") == (2, 0, 0, 0)
    second = survey(
        2023,
        ["1", "Xã An", "Đông", 40, 1, 5],
        ["2", "Xã An", "Đông", 50, 0, 3],
        ["3", "Xã An", "Đông", 60, 0, 3],
        adults=120,
    )
    assert changes(store, workbook, second, "Phiếu 2023", keep=False) == (1, 1, 1, 0)
    assert changes(store, workbook, second, "Bộ câu hỏi", keep=False) == (0, 0, 2, 0)
    assert changes(store, workbook, second, "Dân số") == (0, 1, 0, 0)


def test_blank_answer_that_is_filled_in_later_is_a_change(store, workbook):
    changes(store, workbook, survey(2023, ["1", "Xã An", "Đông", 40, None, 5]), "Phiếu 2023")
    second = survey(2023, ["1", "Xã An", "Đông", 40, 0, 5])
    assert changes(store, workbook, second, "Phiếu 2023") == (0, 1, 0, 0)
