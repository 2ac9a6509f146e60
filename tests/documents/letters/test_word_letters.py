"""Letters in Word: what stands where, native charts, whole texts, nothing hidden, few pages."""

import hashlib
import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest
from lxml import etree
from openpyxl import load_workbook

from dashboard.config import ROOT
from dashboard.documents.letters.word_fit import pages_of
from dashboard.documents.letters.word_sheet import Block
from dashboard.documents.letters.word_shortening import shortened
from dashboard.documents.letters.word_writer import write
from dashboard.documents.model.listing import listed
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Annex, Office, Part, Section, Table
from dashboard.errors import DashboardError
from dashboard.words import words
from tests.documents.letters.word_reading import CHART, Read, W
from tests.documents.papers_made import LONG, ODD, OFFICE, STAMP, headed_twice, paper, parts, table

KINDS = ("report", "minutes", "brief", "bulletin", "reminders")
# The schema's order (ISO 29500-4) of what is written: Word calls a file damaged for less.
ORDERS = {
    "pPr": "pStyle keepNext keepLines widowControl numPr pBdr shd spacing ind jc outlineLvl sectPr",
    "rPr": "rFonts b bCs i iCs color sz szCs shd lang",
    "tblPr": "tblW tblInd tblBorders tblLayout tblCellMar tblDescription",
    "tcPr": "tcW gridSpan shd vAlign",
    "trPr": "cantSplit tblHeader",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg",
    "style": "name basedOn qFormat pPr rPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang "
    "decimalSymbol listSeparator",
    "styles": "docDefaults style",
}


@pytest.fixture(scope="module")
def read():
    """Every kind of letter, written and read again, by kind and whether its texts are odd."""
    return {(kind, odd): Read(write(paper(kind, odd))) for kind in KINDS for odd in (False, True)}


def short_bulletin(odd=False):
    given = paper("bulletin", odd)
    return replace(given, parts=(given.parts[1], given.parts[3], given.parts[6]))


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_is_sound_xml_in_the_schemas_order(read, kind):
    archive = read[kind, True].archive
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(archive.read(name))
            for group, order in ORDERS.items():
                for one in root.iter(f"{W}{group}"):
                    places = [order.split().index(child.tag.removeprefix(W)) for child in one]
                    assert places == sorted(places), (name, group, etree.tostring(one)[:300])


@pytest.mark.parametrize("kind", KINDS)
def test_every_listed_figure_is_printed(kind):
    given = short_bulletin() if kind == "bulletin" else paper(kind)
    text = Read(write(given)).text()
    figures = listed(given)
    assert len(figures) > 10
    for one in figures:
        assert re.search(rf"(?<![\d,]){re.escape(one.text)}(?!\d)", text), one


@pytest.mark.parametrize("kind", KINDS)
def test_the_list_of_figures_is_inside(read, kind):
    root = etree.fromstring(read[kind, False].archive.read("customXml/item1.xml"))
    assert root.get("code") == "ab12-cd34"
    found = [one.get("text") for one in root]
    whole = [one.text for one in listed(paper(kind))]
    rest = iter(whole)
    assert found == whole or (kind == "bulletin" and all(one in rest for one in found))  # in order
    assert len(found) > 0


@pytest.mark.parametrize("kind", KINDS)
def test_texts_stand_as_they_are_written(read, kind):
    told = read[kind, True]
    text = told.text()
    clean = ODD.replace("\u202e", "").replace("\x07", "")
    assert clean in text
    assert "49" not in text.replace("4,9", "")  # {{ 7*7 }}
    for name in told.names:
        raw = told.archive.read(name).decode("utf-8", "replace")
        assert name.endswith((".xlsx", ".png")) or not {"\u202e", "\x07"} & set(raw)
    assert LONG not in text
    if kind != "bulletin":
        assert any(re.fullmatch("x{900,999}…", line.text) for line in told.lines())


def test_long_sentence_goes_out_whole():
    sections = (Section("I. DÀI", (Said(LONG), Said("từ " * 5_000 + "hết"))),)
    text = Read(write(replace(paper("report"), sections=sections))).text()
    assert LONG in text and "từ " * 5_000 + "hết" in text


def test_charts_are_native_with_their_workbooks(read):
    told = read["report", True]
    alts = [one.get("descr") for one in told.document.element.body.iter() if one.get("descr")]
    assert alts == [
        "Điểm tám lĩnh vực của hai năm.",
        "Điểm tám lĩnh vực của hai năm.",
        "Đúng hạn và quá hạn theo cán bộ.",
        "Điểm của từng thôn.",
    ]
    ids = [one.get("id") for one in told.document.element.body.iter() if one.get("descr")]
    assert len(set(ids)) == len(ids) == len(told.charts()) == len(told.books()) == 4
    for chart, book in zip(told.charts(), told.books(), strict=True):
        root = etree.fromstring(chart)
        assert root[-1].tag == f"{CHART}externalData"
        sheet = load_workbook(io.BytesIO(book)).active
        cells = {str(value) for row in sheet.iter_rows(values_only=True) for value in row}
        for name in root.findall(f".//{CHART}strCache/{CHART}pt/{CHART}v"):
            assert name.text in cells
        assert b"Times New Roman" in chart and b"+mn-lt" not in chart
    for number in range(1, 5):
        rels = told.archive.read(f"word/charts/_rels/chart{number}.xml.rels").decode()
        assert f"embeddings/Microsoft_Excel_Sheet{number}.xlsx" in rels


def test_nothing_stands_where_nothing_may_be_shown(read):
    for told in read.values():
        for name in told.names:
            assert not re.search(rb">(None|nan)<|\bNaN\b", told.archive.read(name)), name
    hidden = [line for line in read["report", False].lines() if line.text == "ẩn"]
    assert [line.where for line in hidden] == ["table"]
    shown = [chart.decode().count(">ẩn</a:t>") for chart in read["report", False].charts()]
    assert shown == [1, 1, 0, 1]


def test_heat_is_a_table_with_filled_cells(read):
    body = read["report", False].document.element.body
    fills = [one.get(f"{W}fill") for one in body.iter(f"{W}shd")]
    assert {"9A3B05", "0A4F8C"} <= set(fills)
    described = [one.get(f"{W}val") for one in body.iter(f"{W}tblDescription")]
    assert described == ["Điểm các thôn theo lĩnh vực."]


def test_order_of_a_report(read):
    texts = [line.text for line in read["report", False].lines() if line.text]
    expected = [
        "ỦY BAN NHÂN DÂN HUYỆN KIM ĐỘNG",
        "ỦY BAN NHÂN DÂN XÃ ĐỨC HỢP",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:      /BC-UBND",
        "Đức Hợp, ngày 02 tháng 6 năm 2023",
        "BÁO CÁO",
        "Kết quả thực hiện nâng cao chỉ số PAPI 6 tháng đầu năm 2023",
        "Kính gửi: Ủy ban nhân dân huyện Kim Động",
        "Căn cứ Kế hoạch nâng cao chỉ số PAPI năm 2023 của xã.",
        "I. KẾT QUẢ CHUNG",
        "Tổng điểm như sau.",
        "1. Tổng điểm 42,15, chưa đủ căn cứ nói tăng (0,53)",
        "13 nhiệm vụ quá hạn",
    ]
    assert texts[: len(expected)] == expected
    places = [
        next(place for place, text in enumerate(texts) if text.startswith(begin))
        for begin in (
            "Hình 1. ", "Khoảng tin cậy", "Hình 2. ", "Hình 3. ", "II. ", "Hình 4. ", "Bảng 1. ",
            "Trên đây là báo cáo./.", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Phụ lục",
            "DANH MỤC NHIỆM VỤ", "(Kèm theo Báo cáo số      /BC-UBND, ngày 02 tháng 6 năm 2023)",
        )
        if begin != "Khoảng tin cậy"
    ]  # fmt: skip
    assert places == sorted(places)


def test_an_annex_is_headed_once_and_one_item_alone_has_no_number():
    texts = [line.text for line in Read(write(headed_twice(paper("report")))).lines()]
    assert [text for text in texts if text.casefold() == "danh mục nhiệm vụ"] == [
        "DANH MỤC NHIỆM VỤ"
    ]
    assert "Tổng điểm 42,15, chưa đủ căn cứ nói tăng (0,53)" in texts  # and not "1. Tổng điểm"


def test_several_addressees_stand_below_each_other():
    office = replace(OFFICE, addressees=("Ủy ban nhân dân huyện", "Sở Nội vụ;"))
    lines = Read(write(replace(paper("report"), office=office))).lines()
    found = [line for line in lines if line.style == "PAPI Addressee"]
    assert [line.text for line in found] == [
        "Kính gửi:", "- Ủy ban nhân dân huyện;", "- Sở Nội vụ.",
    ]  # fmt: skip
    assert found[1].number("ind.left") > found[0].number("ind.left") > 0


def test_bases_are_in_italics_and_what_follows_is_not():
    opening = tuple(map(Said, ("Căn cứ A;", "Căn cứ B.", "Ủy ban nhân dân xã báo cáo như sau:")))
    lines = Read(write(replace(paper("report"), opening=opening))).lines()
    found = [(one.text, one.style) for one in lines if one.style in ("PAPI Bases", "Body Text")]
    assert found[:3] == [
        ("Căn cứ A;", "PAPI Bases"),
        ("Căn cứ B.", "PAPI Bases"),
        ("Ủy ban nhân dân xã báo cáo như sau:", "Body Text"),
    ]


def test_minutes_are_signed_by_two_beside_each_other():
    office = replace(
        OFFICE, signs=(("THƯ KÝ", ""), ("CHỦ TỌA", "")), recipients=("Lưu: VT, Hồ sơ",)
    )
    document = Read(write(replace(paper("minutes"), office=office, annexes=()))).document
    block = document.tables[-1]
    assert [cell.paragraphs[0].text for cell in block.rows[0].cells] == ["THƯ KÝ", "CHỦ TỌA"]
    assert block.rows[1].cells[0].text == "Nơi nhận:\nLưu: VT, Hồ sơ."


@pytest.mark.parametrize("kind", ["report", "reminders"])
def test_the_title_of_who_signs_breaks_where_it_is_read(kind):
    """30 letters of 14 points, bold and capital, have no room in 55 % of the page: Word left the
    last word alone in a line."""
    office = replace(OFFICE, signs=(("", "Công chức Văn phòng - Thống kê"),))
    told = Read(write(replace(paper(kind), office=office, annexes=()))).document
    cell = told.tables[-1].rows[0].cells[1]
    assert cell.paragraphs[0].text == "CÔNG CHỨC\nVĂN PHÒNG - THỐNG KÊ"


def test_headings_are_in_the_navigation_and_lists_are_lists(read):
    told = read["brief", False]
    levels = {line.style: line.look.get("outlineLvl") for line in told.lines()}
    assert levels["heading 2"] == "1"
    report = {line.style: line.look.get("outlineLvl") for line in read["report", False].lines()}
    assert (report["heading 1"], report["heading 2"], report["PAPI Annex"]) == ("0", "1", "0")
    items = [line for line in told.lines() if line.style == "List Bullet"]
    assert items and not any(line.text.startswith("-") for line in items)
    numbering = etree.fromstring(told.archive.read("word/numbering.xml"))
    assert {one.get(f"{W}val") for one in numbering.iter(f"{W}lvlText")} == {"-"}


def test_tables_repeat_their_heads_and_have_widths_everywhere():
    given = write(paper("report", rows=56))
    annex = Read(given).document.tables[-1]
    assert annex.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
    assert all(row._tr.trPr.find(f"{W}cantSplit") is not None for row in annex.rows)
    grid = [int(one.get(f"{W}w")) for one in annex._tbl.tblGrid]
    for row in annex.rows:
        cells = row._tr.findall(f"{W}tc")
        widths = [int(one.tcPr.find(f"{W}tcW").get(f"{W}w")) for one in cells]
        assert abs(sum(widths) - sum(grid)) <= 5
        assert len(cells) == 1 or widths == grid
    section = Read(given).document.sections[-1]
    room = section.page_width - section.left_margin - section.right_margin
    assert section.page_width > section.page_height and abs(sum(grid) * 635 - room) < 20_000
    assert str(section.orientation).startswith("LANDSCAPE")


def test_the_stamp_stands_on_every_page(read):
    for told in read.values():
        for place in range(len(told.document.sections)):
            for first in (False, True):
                assert [line.text for line in told.below(place, first)] == [STAMP.line]


def test_each_reminder_begins_on_a_page_of_its_own(read):
    told = read["reminders", False]
    starts = [one.get(f"{W}start") for one in told.document.element.body.iter(f"{W}pgNumType")]
    assert starts == ["1", "1"]
    to = [line.text for line in told.lines() if line.text.startswith("Kính gửi")]
    assert to == ["Kính gửi: Công chức Văn phòng - Thống kê", "Kính gửi: Trưởng Công an xã"]
    nobody = Read(write(replace(paper("reminders"), letters=())))
    assert "Không có nội dung trong kỳ." in nobody.text()


def test_sections_and_tables_without_data_say_so():
    empty = Part("e", Said("Việc quá hạn"), table=Table(table().heads, ()))
    figure = Part("f", Said("Các thôn"), figure=replace(parts()[6].figure, rows=()))
    sections = (Section("I. TRỐNG"), Section("II. RỖNG", (), (empty, figure)))
    text = Read(write(replace(paper("report"), sections=sections))).text()
    assert text.count("Không có số liệu.") == 2 and "Không có nội dung trong kỳ." in text
    assert "Không có nội dung" in Read(write(replace(paper("brief"), parts=()))).text()


def test_bulletin_says_what_it_leaves_out_and_lists_only_what_it_prints(read):
    told = read["bulletin", False]
    left_out = re.search(r"… còn (\d+) mục không vừa trang này", told.text())
    headings = [line for line in told.lines() if line.style == "heading 2"]
    assert left_out and len(headings) + int(left_out[1]) == 9
    root = etree.fromstring(told.archive.read("customXml/item1.xml"))
    assert all(one.get("text") in told.text() for one in root)
    assert "mục không vừa" not in Read(write(short_bulletin())).text()


def test_code_of_the_bulletin_holds_its_text_and_nothing_else(read):
    told = read["bulletin", False]
    plain = paper("bulletin").plain
    alt = [one.get("descr") for one in told.document.element.body.iter() if one.get("descr")][-1]
    assert alt == "Mã QR chứa nội dung: " + " ".join(plain.split("\n"))
    pictures = [name for name in told.names if name.endswith(".png")]
    assert len(pictures) == 1 and told.archive.read(pictures[0]).startswith(b"\x89PNG")
    assert not any(b"http" in told.archive.read(name) for name in pictures)
    long = write(replace(short_bulletin(), plain="Xã Đức Hợp " * 900))
    assert any(name.endswith(".png") for name in Read(long).names)


def test_shortened_texts_lose_their_figures_from_the_list():
    given = paper("brief")
    one = given.parts[1]
    cut = shortened(replace(given, parts=(one,)), words("vi"), 14, 1).parts[0]
    assert cut.title.text == "Tổng điểm 42,…" and cut.title.numbers == ()
    assert len(cut.say) == 1 and cut.note.text.endswith("… còn 1 dòng, xem báo cáo đầy đủ.")
    assert shortened(given, words("vi"), 400, 40) == given


def test_papers_of_few_pages_stay_so_whatever_is_in_them():
    """A page holds less than 5,000 letters of these sizes, and 60 rows."""
    given = paper("bulletin")
    much = replace(
        parts()[5],
        say=tuple(Said(f"{n} {'việc ' * 400}") for n in range(60)),
        table=table(200),
        figure=replace(parts()[6].figure, rows=parts()[6].figure.rows * 20),
    )
    long = Said("Tiêu đề " * 900)
    given = replace(given, parts=(much,) * 3, title=long, opening=(long,) * 9, closing=(long,) * 9)
    text = Read(write(given)).text()
    printed = [line.text for line in Read(write(given)).lines()]
    assert sum(map(len, printed)) < 9_000 and len(printed) < 200
    assert text.count("dòng, xem báo cáo đầy đủ") == 1 and "… còn 2 mục" in text
    assert printed.count("…") == 2  # of opening and closing lines


def test_names_of_offices_without_end_are_cut():
    """Nothing that the clerk can type is higher than a page, nor takes long to set."""
    long = "ỦY BAN NHÂN DÂN " * 2_000
    office = Office(long, long, long, "BC-UBND", None, ((long, long),), (long,), (long, long))
    section = Section(long, (), (replace(parts()[1], title=Said(long), measure=long),))
    given = replace(paper("report"), office=office, title=Said(long), sections=(section,))
    texts = [line.text for line in Read(write(given)).lines()]
    assert max(map(len, texts)) <= 430 and sum("…" in text for text in texts) >= 9


def test_pages_are_counted_with_what_is_kept_together():
    def block(high, is_kept=False):
        return Block("", lambda: high, is_kept)

    assert pages_of([block(50), block(45)], 100) == 1
    assert pages_of([block(50), block(55)], 100) == 2
    assert pages_of([block(50), block(30, True), block(45)], 100) == 2
    assert pages_of([block(250)], 100) == 3
    assert pages_of([block(60), block(60), block(60)], 100) == 3


def test_list_of_figures_is_an_annex_where_it_is_asked_for():
    given = paper("report")
    told = Read(write(given, figures=True))
    assert "DANH MỤC SỐ LIỆU" in told.text() and "Phụ lục II" in told.text()
    rows = told.document.tables[-1].rows
    assert len(rows) == 1 + len(listed(given))
    first = listed(given)[0]
    assert [cell.text for cell in rows[1].cells] == [
        first.place, first.text, first.query, "level = total; component = PAPI", first.column,
    ]  # fmt: skip


def test_english_paper_speaks_english():
    annexes = (Annex("Tasks", Part("t", Said(""), table=table())),) * 2
    given = replace(paper("report"), language="en", annexes=annexes)
    told = Read(write(given))
    assert "To: Ủy ban" in told.text() and "Annex II" in told.text() and "Figure 1. " in told.text()
    assert b'w:lang w:val="en-GB"' in told.archive.read("word/styles.xml")
    assert b'w:lang w:val="vi-VN"' in Read(write(paper())).archive.read("word/styles.xml")


def test_file_says_what_it_is_of(read):
    about = read["report", False].document.core_properties
    assert (about.author, about.last_modified_by) == ("Xã Đức Hợp", "Xã Đức Hợp")
    assert about.created == about.modified and about.created.isoformat().startswith("2023-06-01T08")
    assert (about.keywords, about.version, about.language) == ("ab12-cd34", "0.1.0", "vi-VN")
    assert about.comments == STAMP.line and "PAPI" in about.title


def test_same_bytes_again_and_in_another_process():
    first = {kind: write(paper(kind)) for kind in KINDS}
    assert {kind: write(paper(kind)) for kind in KINDS} == first
    code = (
        "import hashlib\nfrom tests.documents.papers_made import paper\n"
        "from dashboard.documents.letters.word_writer import write\n"
        "print(hashlib.sha256(write(paper('report'))).hexdigest())"
    )
    more = {"PYTHONHASHSEED": "7", "TZ": "Asia/Ho_Chi_Minh", "PATH": "/usr/bin"}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, env=more
    )
    assert run.stdout.strip() == hashlib.sha256(first["report"]).hexdigest(), run.stderr
    times = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(first["report"])).infolist()}
    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_missing_fonts_are_an_error(no_fonts):
    with pytest.raises(DashboardError, match="font_missing"):
        write(paper("report"))


def test_a_bulletin_gives_up_sentences_before_a_part_or_a_dimension():
    lists = tuple(
        Part(name, Said(name), say=tuple(Said("Niêm yết công khai. " * 4) for _ in range(8)))
        for name in ("Đã làm xong", "Còn phải làm")
    )
    made = replace(short_bulletin(), parts=(replace(parts()[5], table=table(8)), *lists))
    found = Read(write(made)).text()
    assert found.count("đợt ") == 8 and "Còn phải làm" in found
