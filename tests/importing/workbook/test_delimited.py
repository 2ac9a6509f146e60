"""Tables saved as text are read like workbooks; running text is not a table."""

import pytest

from dashboard.folding import tidy
from dashboard.importing.model.reading import Known
from dashboard.importing.understand import understand
from dashboard.importing.workbook import delimited

TREE = Known(
    (("1", "dimension", "Tham gia", 2011, None), ("1.1", "sub_dimension", "A", 2011, None))
)
LINES = [
    ["NHIỆM VỤ NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"],
    ["STT", "Mã nội dung", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tiến độ (%)"],
    ["1", "1.1", "Công khai thu, chi; dự toán", "UB MTTQ xã", "Quý II", "80"],
    ["2", "1.1", "Họp thôn", "Công an xã", "30/9/2023", "100"],
]


def written(mark: str) -> str:
    return "\r\n".join(mark.join(f'"{cell}"' for cell in line) for line in LINES)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_mark_and_encoding(tmp_path, mark, encoding):
    file = tmp_path / "bieu.csv"
    file.write_bytes(written(mark).encode(encoding))
    (sheet,) = understand(file, TREE).sheets
    assert (sheet.kind, sheet.year, sheet.unit) == ("tasks", 2023, "Xã Đức Hợp")
    assert [(t.text, t.progress) for t in sheet.records] == [
        ("Công khai thu, chi; dự toán", 0.8),
        ("Họp thôn", 1.0),
    ]
    assert sheet.rows_read == 4


def test_windows_1258_comes_out_as_one_letter_each():
    """An old Vietnamese Windows writes the tone after its vowel."""
    content = "STT;Xa\u0303 \u0110\u01b0\u0301c".encode("cp1258")
    assert tidy(delimited.rows(delimited.decoded(content))[0][1]) == "Xã Đức"


@pytest.mark.parametrize("text", ["Kính gửi các thôn", "Một\nHai\nBa", "a, b\nc\nd\ne\nf", ""])
def test_running_text_is_no_table(text):
    assert delimited.rows(text) is None


PLAIN = "STT;Nhiệm vụ;Chủ trì\n1;Họp thôn;Công an xã\n2;Đọc báo, đài;Đoàn xã"
CELLS = [
    ["STT", "Nhiệm vụ", "Chủ trì"],
    ["1", "Họp thôn", "Công an xã"],
    ["2", "Đọc báo, đài", "Đoàn xã"],
]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN.replace("\n", "\r"),
        PLAIN.replace("\n", "\r\n"),
        "sep=;\r\n" + PLAIN,
        "SEP=;\r" + PLAIN.replace("\n", "\r"),
        "sep=|\n" + PLAIN.replace(";", "|"),
        '"sep=;"\n' + PLAIN,
        PLAIN.replace(";", "|"),
        PLAIN.replace(";", "\t"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_ends_of_lines_and_a_said_mark(text, encoding):
    assert delimited.rows(delimited.decoded(text.encode(encoding))) == CELLS


def test_a_cell_of_two_lines_is_one_cell():
    text = PLAIN.replace("Họp thôn", '"Họp\rthôn; ""nhanh"""')
    assert delimited.rows(text)[1] == ["1", 'Họp\rthôn; "nhanh"', "Công an xã"]


def test_decimal_commas_are_no_mark():
    """Each row has as many commas as semicolons; the headings have none."""
    assert delimited.rows("A;B;C\n0,5;0,7;0,9\n1,5;0,7;0,9\n")[1] == ["0,5", "0,7", "0,9"]


def test_commas_in_the_title_are_no_mark():
    text = "XÃ AN, HUYỆN BÌNH\nSTT;Tên;Số\n1;a, b;2\n2;c, d;3\n"
    assert delimited.rows(text)[1] == ["STT", "Tên", "Số"]


def test_a_table_drawn_with_bars():
    text = "| STT | Tên |\n|---|:---|\n| 1 | - |\n"
    assert delimited.rows(text)[1:] == [[None] * 4, [None, " 1 ", " - ", None]]


@pytest.mark.parametrize("cut", range(40, 60))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_first_bytes_of_a_text_may_end_within_a_letter(cut, encoding):
    found = delimited.decoded(PLAIN.encode(encoding)[:cut], whole=False)
    assert PLAIN.startswith(found) and len(found) >= cut // 2 - 6


def test_bytes_that_nobody_typed_are_no_text():
    assert delimited.decoded(bytes(range(4)) * 100) is None
    assert delimited.decoded(bytes(400)) is None


def test_a_long_text_without_new_lines_is_a_table(tmp_path):
    """More bytes than are looked at, ended by CR only, cut within a letter."""
    lines = PLAIN.split("\n")
    file = tmp_path / "mac.csv"
    file.write_bytes("\r".join([lines[0], *lines[1:] * 4_000]).encode())
    (sheet,) = understand(file, TREE).sheets
    assert sheet.rows_read == 8_001
