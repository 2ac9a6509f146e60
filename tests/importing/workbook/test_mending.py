"""A book's texts become those that are meant, each distinct one once."""

import pytest

from dashboard.importing.model.coded_columns import decode, encode
from dashboard.importing.workbook.lost_letters import Known, has_lost
from dashboard.importing.workbook.mending import mended
from dashboard.importing.workbook.mojibake import undone
from dashboard.importing.workbook.parsed_sheet import Parsed
from dashboard.importing.workbook.twins import is_mixed, number_of_letters, untwinned

SOUND = [
    "Xã Đức Hợp",
    "Thôn Đông",
    "Đã hoàn thành",
    "Công chức Địa chính - Xây dựng",
    "là cán bộ hành chính",
    "ỦY BAN NHÂN DÂN XÃ ĐỨC HỢP",
    "Phụ nữ; “Đoàn” – Hội",
    "Quý II/2023",
    "Rất không hài lòng",
]


def misread(text: str, encoding: str) -> str:
    """UTF-8 opened as that encoding; bytes that it has no letter for stay as they are."""
    raw = text.encode()
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in raw)


@pytest.mark.parametrize("text", [text for text in SOUND if not text.isascii()])
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp1258", "mac_roman", "cp437", "cp850"])
def test_utf_8_that_was_misread(text, encoding):
    assert undone(misread(text, encoding)) == text
    if encoding in ("cp1252", "latin-1"):
        assert undone(misread(misread(text, encoding), encoding)) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("HoÃ n thÃ nh", "Hoàn thành"),  # a byte of à became a space
        ("lÃ  xÃ£", "là xã"),
        ("ThÃ´n ÄÃ´ng", "Thôn \ufffdông"),  # one of Đ was dropped
    ],
)
def test_bytes_that_were_lost_too(text, meant):
    assert " ".join((undone(text) or "").split()) == meant


@pytest.mark.parametrize(
    "text", SOUND + ["BÁO CÁO – XÃ", "Ưu tiên", "5 m²", "400\u00a0", "Café", "½ ngày"]
)
def test_a_sound_text_stays(text):
    assert undone(text) is None
    assert untwinned(text) == text
    assert not has_lost(text)
    sheet = Parsed("A", encode([[text, 1.0, None]]), False, ())
    assert mended([sheet], ()) == [sheet]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ðức Hợp", "Đức Hợp"),
        ("Ɖức Hợp", "Đức Hợp"),
        ("Ban ðiều hành", "Ban điều hành"),
        ("₫ồng", "đồng"),
        ("Хã Đứс Нợр", "Xã Đức Hợp"),
        ("Thôn А", "Thôn A"),
        ("х", "x"),
        ("С57", "C57"),
        ("Đοàn", "Đoàn"),
        ("ｘ", "x"),
        ("０１", "01"),
        ("٤٠٠", "400"),
        ("𝐗𝐚̃", "Xã"),
        ("Quý Ⅱ", "Quý II"),
        ("ﬁle", "file"),
        ("thǎng", "thăng"),
        ("o\u0301\u0302", "ố"),
        ("ho\u0323\u031bp", "hợp"),
        ("D\u0336ông", "Đông"),
        ("15‑8−2023", "15-8-2023"),
    ],
)
def test_letters_that_look_alike(text, meant):
    assert untwinned(text) == meant
    assert not is_mixed(untwinned(text))


@pytest.mark.parametrize("text", ["Россия", "Ко", "α", "Ωmega", "日本", "5 €", "Đảng «A»"])
def test_words_of_another_script_stay(text):
    assert untwinned(text) == text


def test_a_word_of_two_scripts_that_are_no_twins_is_nobodys():
    assert is_mixed(untwinned("Đứя Hợp"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("4OO", "400"),
        ("l5/8/2O23", "15/8/2023"),
        ("1O%", "10%"),
        ("2O23", "2023"),
        ("1,O5", "1,05"),
    ],
)
def test_a_number_typed_with_letters(text, meant):
    assert number_of_letters(text) == meant


@pytest.mark.parametrize("text", ["O1", "I.1", "oOo", "5l", "10", "l", "Ol", "1.l.a", "OK", "5 lo"])
def test_codes_and_words_are_no_numbers(text):
    assert number_of_letters(text) is None


KNOWN = Known(["Xã Đức Hợp", "Thôn Đông", "Thôn Hạ", "Công an xã", "Thôn Đồng", "Đoàn xã"])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("X? ??c H?p", "Xã Đức Hợp"),
        ("X? ??C H?P", "XÃ ĐỨC HỢP"),
        ("UBND X? Đ?C H?P", "UBND XÃ ĐỨC HỢP"),
        ("Thôn H?", "Thôn Hạ"),
        ("Th?n H?", "Thôn Hạ"),
        ("Thôn \ufffd\ufffdông", "Thôn Đông"),
        ("C\ufffdng an x\ufffd", "Công an xã"),
        ("Công an x?; Đo?n x?", "Công an xã; Đoàn xã"),
        ("Th?n ??ng", None),  # Đông or Đồng
        ("Thôn B?c", None),  # none is known
        ("C?ng an h?", None),
        ("4??", None),
        ("15/?/2023", None),
    ],
)
def test_lost_letters_are_those_of_the_only_text_that_fits(text, meant):
    assert has_lost(text)
    assert KNOWN.whole(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Có biết không?",
        "Có biết không?Vì sao?",
        "Ai làm? Làm gì?",
        "?",
        "(?)",
        "???",
        "UBND?",
        "https://a.vn/?q=x",
        "Công an xã?",
        "Năm 2023?",
    ],
)
def test_question_marks_that_are_meant(text):
    assert not has_lost(text)


def test_a_book_is_mended_by_its_own_sound_texts():
    rows = [["Thôn Đông", "Ðã xong", None], ["Th?n ??ng", "Đã xong", 1.0], ["Th?n X?", "a", 2.0]]
    (sheet,) = mended([Parsed("A", encode(rows), False, ())], ())
    assert decode(sheet.columns) == [
        ["Thôn Đông", "Đã xong", None],
        ["Thôn Đông", "Đã xong", 1.0],
        ["Th?n X?", "a", 2.0],
    ]
    assert sheet.signs.mended == {
        (0, 1): "letters_twins",
        (1, 0): "letters_guessed",
        (2, 0): "letters_lost",
    }


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Công an xã (1)", "Công an xã"),  # beside Công an xã itself
        ("Công an xã [2]", "Công an xã"),
        ("Công an xã*", "Công an xã"),
        ("Đoàn xã (1)", "Đoàn xã (1)"),  # the only one: perhaps a name
        ("Quý II/2O23", "Quý II/2023"),
        ("N2O5", "N2O5"),
        ("Công an x□", "Công an x□"),
        ("Cô□g an xã", "Cô□g an xã"),
        ("C□ng an xã", "Công an xã"),
        ("□ Có", "□ Có"),
        ("(3)=(1)+(2)", "(3)=(1)+(2)"),
        ("Điểm (1)", "Điểm (1)"),
        ("***", "***"),
    ],
)
def test_marks_and_numbers_in_names(text, read):
    (sheet,) = mended([Parsed("A", encode([["Công an xã"], [text]]), False, ())], ())
    assert decode(sheet.columns)[1] == [read]


def test_only_the_first_cells_are_named():
    (sheet,) = mended([Parsed("A", encode([["Ðông"]] * 50), False, ())], ())
    assert list(sheet.signs.mended) == [(row, 0) for row in range(11)]
