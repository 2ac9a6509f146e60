"""Headings between the tasks: each way in which offices number and name them, and what is none."""

from datetime import date

import pytest

from tests.importing.conftest import remarks

TITLE = ["KẾ HOẠCH PAPI NĂM 2023 CỦA UBND XÃ TÂN PHÚC"]
HEADINGS = ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tiến độ (%)"]
FIRST = ["1.1", "Tri thức công dân"]
SECOND = ["II", "Công khai, minh bạch"]


def task(number, text="Việc mẫu"):
    return [number, f"{text} {number}", "Công an xã", "30/6/2023", 0.5]


@pytest.fixture
def read(understood):
    """read(*rows) is (components of the tasks, remarks about sections)."""

    def of(*rows, headings=HEADINGS):
        reading = understood([TITLE, headings, *rows])
        said = [remark for remark in remarks(reading) if "section" in remark[0]]
        return [task.component for sheet in reading.sheets for task in sheet.records], said

    return of


MARKS = ["II.", "II)", "(II)", "II-", "II/", "II:", "II", "A.", "B/", "B", "a)", "2", "2)", "2.",
         "ii.", "Ⅱ", "II –", "II .", "Phần thứ 2", "Nội dung thứ hai", "ND 2", "*", "+",
         "Phần II", "PHẦN THỨ HAI", "Chương II", "Mục 2", "Nhóm 2", "Phần B"]  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("place", ["number", "first column", "text"])
def test_a_name_below_any_mark_is_its_component(mark, place, read):
    bare = "" if mark[-1] in ".,)-/:–*+" else "."
    joined = f"{mark}{bare} CÔNG KHAI, MINH BẠCH"
    row = {
        "number": [mark, "Công khai, minh bạch"],
        "first column": [joined],
        "text": [None, joined],
    }[place]
    assert read(FIRST, row, task(1)) == (["2"], [])


@pytest.mark.parametrize(
    "code",
    ["2.2", "2.2.", "2.2/", "2.2-", "2,2", 2.2, "2.2)", "(2.2)", "2.2:", "TP 2.2", "SC22", "II.2",
     "2. 2", "2.2 .", "ND2.2", date(2023, 2, 2),
     "Nội dung thành phần 2.2", "Chỉ số thành phần 2.2:"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["Danh sách hộ nghèo", None])
def test_a_code_of_two_parts_in_any_form(code, name, read):
    assert read(SECOND, [code, name], task(1)) == (["2.2"], [])


@pytest.mark.parametrize(
    "words",
    ["Nội dung 1:", "Chỉ số nội dung 1", "Chỉ số nội dung số 1", "Trục 1", "Lĩnh vực 1",
     "Nội dung I", "Chỉ số 1: Tham gia của người dân"],
)  # fmt: skip
def test_a_word_of_papi_before_a_number_gives_the_dimension(words, read):
    assert read(["2.2", "Hộ nghèo"], [words], task(1)) == (["1"], [])
    assert read(["2.2", "Hộ nghèo"], [None, words], task(1)) == (["1"], [])


@pytest.mark.parametrize(
    ("words", "component"),
    [
        ("Về công khai minh bạch trong việc ra quyết định", "2"),
        ("Lĩnh vực thủ tục hành chính", "5"),
        ("Nhóm nhiệm vụ về kiểm soát tham nhũng", "4"),
        ("CÁC NHIỆM VỤ VỀ QUẢN TRỊ MÔI TRƯỜNG", "7"),
        ("Nhiệm vụ về cung ứng dịch vụ công (05 nhiệm vụ)", "6"),
        ("* Quản trị điện tử:", "8"),
        ("- Trách nhiệm giải trình với người dân", "3"),
        ("Công khai, minh bạch; 5 nhiệm vụ", "2"),
        ("Nhóm: Y tế công lập", "6.1"),
        ("“Tiếp cận thông tin”", "2.1"),
        ("Công khai hộ nghèo", "2.2"),
    ],
)
def test_a_heading_that_only_names_a_component(words, component, read):
    for row in ([None, words], [words], ["III", words], ["B.", words]):
        assert read(FIRST, row, task(1)) == ([component], [])


@pytest.mark.parametrize(
    "row",
    [
        ["B.", "CÁC NHIỆM VỤ KHÁC"],
        ["III.", "NHIỆM VỤ ĐỘT XUẤT"],
        ["Phần III"],
        ["Phần III: Nhiệm vụ khác"],
        ["PHẦN THỨ BA", "NHIỆM VỤ KHÁC"],
        ["C/", "Khác"],
        [None, "D) Khác"],
        ["IV", "Công tác kiểm soát nội bộ"],
        ["VI.", "Công tác phục vụ"],
        ["Mục 2", "Nhiệm vụ khác"],
        ["Nội dung 2: Công tác tuyên truyền"],
        ["Chương III", "Tổ chức thực hiện"],
        ["Phụ lục II", "Nhiệm vụ bổ sung"],
        ["*", "Nhiệm vụ khác"],
        [None, "CÁC NHIỆM VỤ KHÁC"],
    ],
)
def test_an_upper_section_ends_the_component_above_and_is_said(row, read):
    place = "B4" if row[1:] else "A4"
    assert read(FIRST, row, task(1)) == ([None], [("row_taken_as_section", place, "info")])


@pytest.mark.parametrize(
    ("rows", "component", "said"),
    [
        ([SECOND, ["a)", "Nhóm thường xuyên"]], "2", "row_taken_as_section"),
        ([SECOND, ["1", "NHIỆM VỤ THƯỜNG XUYÊN"]], "2", "row_taken_as_section"),
        ([FIRST, ["a)", "Nhóm thường xuyên"]], "1.1", "row_taken_as_section"),
        ([SECOND, ["1.1", "Thông tin khác"]], "2", "section_of_component"),
        ([["2", "NHIỆM VỤ KHÁC"], ["2.1", "Văn hóa"]], None, "row_taken_as_section"),
        ([["II", "Nhiệm vụ khác"], ["II.1", "Văn hóa"]], None, "row_taken_as_section"),
        ([FIRST, ["II", "Tuyên truyền về môi trường và bảo vệ môi trường"]], "7.1",
         "section_of_component"),
        ([FIRST, ["2.2", "Tiếp cận thông tin"]], "2.1", "section_of_component"),
        ([FIRST, ["Chỉ số nội dung 2: Việc của thôn"]], "2", "section_of_component"),
    ],
)  # fmt: skip
def test_a_heading_in_doubt_is_said(rows, component, said, read):
    components, remarked = read(*rows, task(1))
    assert components == [component]
    assert remarked[-1][0] == said


def test_a_dimension_holds_until_a_part_of_it_comes_and_a_part_until_the_next(read):
    rows = [SECOND, task(1), ["2.2", "Hộ nghèo"], task(2), ["2.3", "Ngân sách"], task(3)]
    assert read(*rows, ["III", "Trách nhiệm giải trình"], task(4)) == (["2", "2.2", "2.3", "3"], [])


@pytest.mark.parametrize("number", [11, 12, 14, 21, 24, 31, 41, 53, 83])
@pytest.mark.parametrize("form", [int, str, "{}.".format, "{})".format])
def test_a_running_number_is_no_code(number, form, read):
    rows = [task(form(n)) for n in range(1, number)]
    bare = [form(number), f"Việc của tháng {number}"]
    components, said = read(["2.2", "Hộ nghèo"], *rows, bare, task(form(number + 1)))
    assert (components, said) == (["2.2"] * (number + 1), [])


def test_a_comma_after_the_number(read):
    assert read(FIRST, ["II,", "Công khai, minh bạch"], task(1)) == (["2"], [])


def test_a_two_digit_number_is_a_code_with_the_name(read):
    assert read(FIRST, ["22", "Danh sách hộ nghèo"], task(1)) == (["2.2"], [])


@pytest.mark.parametrize(
    "rows",
    [
        [task(1), [2, "Công khai danh sách hộ nghèo"], task(3)],
        [task(1), [None, "Tổ chức họp thôn lần hai"], task(2)],
        [task(1), [None, "Niêm yết công khai danh sách hộ nghèo tại thôn"], task(2)],
        [task(1), ["a)", "Trên loa truyền thanh"], ["b)", "Tại hội nghị"], task(2)],
        [task("1.1"), ["1.2", "Họp bàn"], task("1.3")],
        [["1.1", "Họp bàn"], task("1.2"), task("1.3")],
        [task("A"), ["B", "Nhóm việc"], task("C")],
        [task("I"), ["II", "Nhóm việc"], task("III")],
    ],
)
def test_a_task_without_lead_and_due_is_a_task(rows, read):
    assert read(["II", "Công khai, minh bạch"], *rows) == (["2"] * len(rows), [])


def test_sections_numbered_like_tasks(read):
    rows = [["1", "Tham gia của người dân"], task(1), ["2", "Công khai, minh bạch"], task(1)]
    assert read(*rows) == (["1", "2"], [])


@pytest.mark.parametrize(
    ("words", "component"),
    [
        ("I. Tham gia của người dân", "1"),
        ("1.1 Tri thức công dân", "1.1"),
        ("Danh sách hộ nghèo", "2.2"),
        ("A. NHIỆM VỤ KHÁC", None),
        ("CÁC NHIỆM VỤ KHÁC", None),
    ],
)
def test_headings_in_a_table_without_numbers(words, component, read):
    work = ["Họp thôn", "Công an xã", "Quý I"]
    rows = [["1.2 Cơ hội tham gia"], work, [words], work, ["Gặp mặt cử tri"]]
    found, _ = read(*rows, headings=["Nhiệm vụ", "Chủ trì", "Thời hạn"])
    assert found == ["1.2", component, component]


def test_sections_that_stand_over_tables_of_their_own(understood):
    """The same columns again, and then others: the section is that of the table below it."""
    rows = [TITLE, ["I. Tham gia của người dân"], HEADINGS, task(1)]
    rows += [["II. Công khai, minh bạch"], HEADINGS, task(2), [], ["V. Thủ tục hành chính"]]
    rows += [[*HEADINGS[:4], "Kết quả năm"], ["3", "Việc", "Công an xã", "Quý I"]]
    found = [task.component for sheet in understood(rows).sheets for task in sheet.records]
    assert found == ["1", "2", "5"]


@pytest.mark.parametrize(
    ("row", "component"),
    [
        (["1", "Chỉ số nội dung 1: Tham gia của người dân ở cấp cơ sở"], "1"),
        (["2", "Nội dung 2: Công khai, minh bạch"], "2"),
        (["I", "Trục nội dung số 2 - Công khai, minh bạch trong việc ra quyết định"], "2"),
        (["+", "Chỉ số thành phần 2.2: Công khai danh sách hộ nghèo"], "2.2"),
        (["2", "Chỉ số nội dung 2"], "2"),
    ],
)
def test_a_number_in_its_cell_and_words_of_papi_before_the_name(row, component, read):
    assert read(["A", "VIỆC KHÁC"], row, task("-"), task("-"))[0] == [component] * 2


def test_a_task_whose_number_goes_on_is_none_though_it_names_a_component(read):
    rows = [task(1), [2, "Chỉ số nội dung 1: Tham gia của người dân"], task(3)]
    assert read(SECOND, *rows) == (["2"] * 3, [])


@pytest.mark.parametrize("number", ["IX.1", "IX.1.", "IX,1", "(IX.1)"])
def test_a_numeral_a_dot_and_a_number_is_a_heading(number, read):
    """Not where the tasks are numbered so."""
    other = ["IX", "NHIỆM VỤ CHUYÊN MÔN KHÁC"]
    assert read(FIRST, task(1), other, [number, "Thi đua"], task(2))[0] == ["1.1", None]
    assert read(other, task("IX.1"), ["IX.2", "Thi đua"], task("IX.3"))[0] == [None] * 3
