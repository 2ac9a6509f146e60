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


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
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
