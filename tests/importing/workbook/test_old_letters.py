"""Sheets typed for the fonts of before Unicode. The spellings stand as such files hold them."""

import unicodedata

import pytest

from dashboard.importing.understand import understand
from dashboard.importing.workbook import old_letters
from dashboard.importing.workbook.delimited import decoded
from tests.importing.conftest import remarks

TCVN3 = [
    ["NhiÖm vô n¨m 2023 cña UBND x· §øc Hîp"],
    ["STT", "M· néi dung", "NhiÖm vô", "Chñ tr×", "Thêi h¹n", "KÕt qu¶ c¶ n¨m"],
    [1, "1.1", "C«ng khai thu, chi ng©n s¸ch x·", "C«ng an x·", "Quý IV", "Hoµn thµnh"],
    [2, "1.1", "VËn ®éng ng­êi d©n tù nguyÖn ®ãng gãp", "Hµ Giang", "Th­êng xuyªn", None],
]
VNI = [
    ["NHIEÄM VUÏ NAÊM 2023 CUÛA UBND XAÕ ÑÖÙC HÔÏP"],
    ["STT", "Maõ noäi dung", "Nhieäm vuï", "Chuû trì", "Thôøi haïn", "Keát quaû caû naêm"],
    [1, "1.1", "Coâng khai thu, chi ngaân saùch xaõ", "Coâng an xaõ", "Quyù IV", "Hoaøn thaønh"],
    [
        2,
        "1.1",
        "Vaän ñoäng ngöôøi daân töï nguyeän ñoùng goùp",
        "Haø Giang",
        "Thöôøng xuyeân",
        None,
    ],
]


@pytest.mark.parametrize(("rows", "encoding"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_a_sheet_of_before_unicode_comes_out_in_unicode_and_is_told(rows, encoding, understood):
    reading = understood(rows)
    (sheet,) = reading.sheets
    assert (sheet.kind, sheet.year, sheet.unit) == ("tasks", 2023, "Xã Đức Hợp")
    assert [task.text for task in sheet.records] == [
        "Công khai thu, chi ngân sách xã",
        "Vận động người dân tự nguyện đóng góp",
    ]
    assert [task.leads for task in sheet.records] == [("Công an xã",), ("Hà Giang",)]
    assert sheet.records[0].result_year == "Hoàn thành" and sheet.records[1].recurring
    assert all(
        unicodedata.is_normalized("NFC", word) for t in sheet.records for word in (t.text, *t.leads)
    )
    assert remarks(reading) == [("legacy_encoding", "", "info")]
    assert reading.sheets[0].findings[0].holes == {"encoding": encoding}


@pytest.mark.parametrize(("rows", "encoding"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_text_files_of_before_unicode(rows, encoding, tmp_path, known):
    lines = [";".join("" if v is None else str(v) for v in row) for row in rows]
    path = tmp_path / "bieu.csv"
    path.write_bytes("\r\n".join(lines).encode("latin-1"))
    (sheet,) = understand(path, known).sheets
    assert [task.leads for task in sheet.records] == [("Công an xã",), ("Hà Giang",)]


def test_windows_1258_is_not_taken_for_one_of_them():
    said = "STT;Nhiệm vụ;Chủ trì;Thời hạn\n1;Công khai ngân sách xã;Công an xã;Quý IV\n"
    apart = "".join(
        c if len(d := unicodedata.normalize("NFD", c)) == 1 else _tone_apart(d) for c in said
    )
    assert unicodedata.normalize("NFC", decoded(apart.encode("cp1258"))) == said


def _tone_apart(letters: str) -> str:
    """As that encoding writes: the letter with its hat, then its tone."""
    tones = [c for c in letters if c in "\u0300\u0301\u0303\u0309\u0323"]
    hat = "".join(c for c in letters if c not in tones)
    return unicodedata.normalize("NFC", hat) + "".join(tones)


@pytest.mark.parametrize(
    "texts",
    [
        ["µ", "®", "§", "©", "¸", "£5", "¥", "½ kg", "m²", "±5", "·", "«Nam»", "Nº 5", "50µg"],
        ["Müller GmbH", "Straße", "für", "Größe", "über", "Österreich", "schön", "Käse", "Bär"],
        ["élève", "école", "où", "déjà", "après", "été", "naïve", "garçon", "forêt", "crème"],
        [
            "mañana",
            "São Paulo",
            "coração",
            "não",
            "José",
            "corazón",
            "Malmö",
            "Århus",
            "smørrebrød",
        ],
        ["xã", "và", "là", "có", "Hòa", "Hà", "Thôn Bà", "Tô", "Lê", "tài", "chính", "công an"],
        ["Nhiệm vụ", "Chủ trì", "Café Müller ®", "§ 5", "Đơn giá £", "đúng", "Xã Đức Hợp"],
        ["Ea H'leo", "Krông Búk", "Cư M'gar", "Y Tý", "Pá Lau", "Mù Cang Chải"],
        ["plain", "ascii"],
        [],
    ],
)
def test_unicode_and_other_languages_are_left_alone(texts, understood):
    assert old_letters.judged(texts).encoding == ""
    rows = [
        ["NHIỆM VỤ NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"],
        ["STT", "Mã nội dung", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
        *([i, "1.1", said, "Công an xã", "Quý I"] for i, said in enumerate(texts, start=1)),
    ]
    reading = understood(rows)
    assert [task.text for task in reading.sheets[0].records] == texts
    assert all(finding[0] == "no_rows" for finding in remarks(reading))


@pytest.mark.parametrize(
    "texts",
    [
        ["NhiÖm vô"],  # too few to tell
        ["NhiÖm", "Chñ", "Thêi", "Müller", "Größe", "schön", "Käse"],  # most become no words
    ],
)
def test_a_few_words_tell_nothing(texts):
    assert old_letters.judged(texts).encoding == ""


def test_cells_in_unicode_among_others_stay_as_they_are(understood):
    rows = [*TCVN3, [3, "1.1", "Họp thôn về môi trường", "Công an xã", "Quý I", None]]
    task = understood(rows).sheets[0].records[2]
    assert (task.text, task.leads) == ("Họp thôn về môi trường", ("Công an xã",))


def test_one_cell_decides_nothing(understood):
    rows = [
        ["NHIỆM VỤ NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"],
        ["STT", "Mã nội dung", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
        [1, "1.1", "NhiÖm vô", "Công an xã", "Quý I"],
    ]
    reading = understood(rows)
    assert reading.sheets[0].records[0].text == "NhiÖm vô" and remarks(reading) == []


def test_a_short_sheet_follows_the_others_of_its_book(understood):
    short = [["Th«n", "Sè d©n"], ["B¾c", 120], ["Nam", 130]]
    reading = understood({"A": TCVN3, "B": short})
    assert [r.village for r in reading.sheets[1].records] == ["Bắc", "Nam"]
    assert remarks(reading) == [("legacy_encoding", "", "info")] * 2


@pytest.mark.parametrize(
    ("written", "font", "unit"),
    [
        ("NHIÖM Vô N¡M 2023 CñA UBND X· §øC HîP", "Times", "Xã Đức Hợp"),
        ("nhiÖm vô n¨m 2023 cña ubnd x· ®øc hîp", ".VnTimeH", "Xã Đức Hợp"),
        ("nhiÖm vô n¨m 2023 cña ubnd x· ®øc hîp", ".VnTime", None),
    ],
)
def test_capitals_of_tcvn3(written, font, unit, understood):
    """They are small letters in a font of capitals, or small letters among typed capitals."""
    from openpyxl.styles import Font

    def edit(book):
        book["Bảng"]["A1"].font = Font(name=font)

    assert understood([[written], *TCVN3[1:]], edit=edit).sheets[0].unit == unit


def test_texts_taken_apart_come_out_whole(understood):
    apart = [
        [unicodedata.normalize("NFD", v) if isinstance(v, str) else v for v in row]
        for row in [
            ["NHIỆM VỤ NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"],
            ["STT", "Mã nội dung", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
            [1, "1.1", "Họp thôn", "Công an xã", "Quý I"],
        ]
    ]
    reading = understood(apart)
    assert reading.sheets[0].records[0].text == "Họp thôn" and remarks(reading) == []


def test_every_letter_of_each_encoding_is_one_letter():
    for encoding in ("TCVN3", "VNI"):
        _, letters = old_letters.tables()[encoding]
        assert all(len(letter) == 1 for letter in letters.values())
        small = {letter.lower() for letter in letters.values()}
        assert small >= set("àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ")
