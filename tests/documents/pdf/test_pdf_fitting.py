"""What must fit: a bulletin on one page, a brief on two, letters and columns in their room."""

import doctest
import io
from dataclasses import replace

import pytest
import segno
from PIL import Image, ImageColor

from dashboard.documents import text_widths
from dashboard.documents.drawn.marks import Circle, Drawing, Line, Polygon, Rect, Text
from dashboard.documents.model.numbered import Said
from dashboard.documents.pdf import column_room, pdf_writer, picture_writer, qr_code
from dashboard.documents.pdf import printable as printing
from dashboard.documents.pdf.printable import printable
from tests.documents.papers_made import LONG, paper, parts, table
from tests.documents.pdf import pdf_facts


def read(made):
    return pdf_facts.opened(pdf_writer.write(made))


@pytest.mark.parametrize("odd", (False, True))
@pytest.mark.parametrize(("kind", "most"), (("bulletin", 1), ("brief", 2)))
def test_it_never_takes_more_pages_and_says_what_it_left_out(kind, most, odd):
    made = paper(kind, odd)
    long = replace(made, parts=made.parts * 3)
    reader = read(long)
    assert len(reader.pages) == most
    assert "nội dung ở bản đầy đủ" in pdf_facts.words_of(reader)


def test_a_bulletin_that_fits_is_whole_and_large():
    short = replace(paper("bulletin"), parts=parts()[1:3])
    reader = read(short)
    assert len(reader.pages) == 1
    text = pdf_facts.words_of(reader)
    assert "bản đầy đủ" not in text and "Thủ tục hành chính công" in text
    sizes = {line.text: line.size for _, _, line in pdf_facts.pieces(reader.pages[0])}
    assert sizes["13 nhiệm vụ quá hạn"] == 16  # points: read from a step away


def test_a_bulletin_of_endless_texts_is_one_page():
    endless = Said("Rất dài " * 4_000)
    part = replace(parts()[1], title=endless, say=(endless,) * 9)
    made = replace(paper("bulletin"), title=endless, opening=(endless,) * 5, parts=(part,) * 4)
    assert len(read(made).pages) == 1


def test_a_long_table_of_a_bulletin_says_how_many_rows_it_left_out():
    part = replace(parts()[5], table=table(200))
    text = pdf_facts.words_of(read(replace(paper("bulletin"), parts=(part,))))
    assert "… và 188 dòng nữa; và 3 việc nữa" in text
    assert "đợt 12 " in text and "đợt 13 " not in text


def test_a_bulletin_of_many_sentences_says_how_many_it_left_out():
    lines = tuple(Said(f"Ý thứ {n} của bản tin. " * 3) for n in range(1, 30))
    text = pdf_facts.words_of(
        read(replace(paper("bulletin"), parts=(replace(parts()[1], say=lines),)))
    )
    assert "… và 22 ý nữa" in text
    assert "Ý thứ 7 của" in text and "Ý thứ 8 của" not in text


def test_a_letter_begins_on_a_page_of_its_own_and_counts_its_pages():
    made = paper("reminders")
    long, short = made.letters
    long = replace(long, parts=(replace(long.parts[0], table=table(80)),))
    pages = [
        pdf_facts.one_line(p.extract_text())
        for p in read(replace(made, letters=(long, short))).pages
    ]
    total = len(pages) - 1
    assert total > 1
    for number, page in enumerate(pages[:-1], 1):
        assert f"Trang {number}/{total}" in page
    assert f"Gửi: {short.to}" in pages[-1] and "Trang" not in pages[-1]


def test_code_of_a_bulletin_is_its_plain_text_alone(monkeypatch):
    asked = []
    make = segno.make_qr
    monkeypatch.setattr(
        segno, "make_qr", lambda text, **more: asked.append(text) or make(text, **more)
    )
    qr_code.svg.cache_clear()
    made = paper("bulletin")
    pdf_writer.write(replace(made, parts=parts()[1:2]))
    assert asked == [made.plain]  # once, however many sizes of letters are tried
    asked.clear()
    qr_code.svg("ệ" * 5_000)
    assert asked[-1].endswith("ệ…") and len(asked[-1]) > 250


def test_a_paper_without_plain_text_has_no_code():
    made = replace(paper("bulletin"), parts=parts()[1:2], plain="")
    assert "Quét mã" not in pdf_facts.words_of(read(made))


def test_no_word_is_wider_than_its_column():
    texts = [["1.1"], ["Niêm yết công khai"], ["31/05/2023"], ["Nghiêng"], ["1.234.567"]]
    fitted = column_room.fitted(texts, [0.1, 9, 0.1, 0.1, 0.1], 240, 12)
    assert sum(fitted.widths) == pytest.approx(240, abs=0.1)
    for (text,), width in zip(texts, fitted.widths, strict=True):
        widest = max(text_widths.width(word, fitted.size, True) for word in text.split(" "))
        assert widest + 2 * column_room.INSET <= width
    assert column_room.fitted(texts, [1] * 5, 500, 12).widths == (100,) * 5
    narrow = column_room.fitted(texts * 3, [1] * 15, 240, 12)
    assert narrow.is_broken and sum(narrow.widths) == pytest.approx(240, abs=0.1)


def test_doctests():
    assert doctest.testmod(printing).failed == 0


def test_letters_without_a_shape_and_words_without_end():
    assert printable("◆ chưa đủ căn cứ ✔ 中 \U0001f600", 99) == "◊ chưa đủ căn cứ √ □ □"
    assert printable("31/05/2023 Nghiêng", 99) == "31/05/2023 Nghiêng"
    long = printable(LONG, 50)
    assert long.replace("\u200b", "") == "x" * 49 + "…" and long.count("\u200b") > 40


def test_a_drawing_is_a_picture_with_every_mark():
    marks = (
        Rect(0, 0, 36, 72, fill="#FF0000"),
        Line(36, 54, 72, 54, "#00FF00", 4),
        Circle(54, 18, 9, fill="#0000FF"),
        Polygon(((40, 60), (50, 60), (50, 70), (40, 70)), fill="#FF00FF"),
        Text(18, 36, "●", 30, "#FFFFFF", "middle"),
    )
    made = picture_writer.png(Drawing(72, 72, marks, "alt"), ppi=144)
    picture = Image.open(io.BytesIO(made)).convert("RGB")
    assert picture.size == (144, 144)
    points = {(4, 4): "red", (108, 108): "lime", (108, 36): "blue", (90, 130): "magenta"}
    points |= {(36, 72): "white", (130, 80): "white"}
    assert {at: picture.getpixel(at) for at in points} == {
        at: ImageColor.getrgb(colour) for at, colour in points.items()
    }
    assert picture_writer.png(Drawing(72, 72, marks, "alt"), ppi=144) == made


def test_a_bulletin_keeps_every_dimension_before_its_lists_are_long():
    work = tuple(
        Said(f"Việc thứ {n}: niêm yết công khai tại nhà văn hóa thôn." * 2) for n in range(30)
    )
    lists = tuple(replace(parts()[1], say=work, note=Said(note)) for note in ("… và việc khác", ""))
    made = replace(paper("bulletin"), parts=(replace(parts()[5], table=table(8)), *lists))
    reader = read(made)
    text = pdf_facts.words_of(reader)
    assert len(reader.pages) == 1 and text.count("đợt ") == 8
    assert text.count("… và việc khác") == 1 and text.count(" ý nữa") == 1  # told once a list


def test_a_slide_whose_table_is_a_little_too_long_is_one_page():
    part = replace(parts()[5], table=table(12))
    assert len(read(replace(paper("slides"), parts=(part,))).pages) == 1
