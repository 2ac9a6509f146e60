"""Report and minutes by Decree 30; numbers of pages; tables over many pages; annexes."""

from dataclasses import replace
from functools import cache

import pytest

from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Head, Row, Table
from dashboard.documents.pdf import pdf_writer
from tests.documents.papers_made import headed_twice, paper, table
from tests.documents.pdf import pdf_facts, printed_decree

# One line each, so that a line of the page is the whole text.
SHORT = "UBND XÃ ĐỨC HỢP"
SIGNER = "Công chức Văn phòng - Thống kê"


def official(kind="report", rows=5, **changes):
    made = paper(kind, rows=rows)
    office = replace(made.office, name=SHORT, above="UBND HUYỆN KIM ĐỘNG")
    return replace(made, **{"office": office, **changes})


def read(made):
    return pdf_facts.opened(pdf_writer.write(made))


def pages_with(reader, text):
    return [
        n
        for n, page in enumerate(reader.pages, 1)
        if text in pdf_facts.one_line(page.extract_text())
    ]


@cache
def facts_of(kind):
    made = official(kind)
    return pdf_facts.facts_of(read(made), made)


@pytest.mark.parametrize("kind", ("report", "minutes"))
def test_it_keeps_the_decree(kind):
    facts = facts_of(kind)
    assert printed_decree.broken(facts) == []
    assert facts.margins == {"left": pytest.approx(30, abs=0.5)}


def test_the_checker_sees_what_is_broken():
    facts = facts_of("report")
    small = tuple(replace(line, size=11) for line in facts.lines)
    wrong = replace(facts, lines=small, margins={"left": 25}, page_numbers=("1",), end=())
    said = " ".join(printed_decree.broken(wrong))
    for part in ("margin left", "first page", "Độc lập", "Số:", "ngày", "BÁO CÁO", "./."):
        assert part in said
    said = printed_decree.broken(replace(facts, end=tuple(replace(x, size=9) for x in facts.end)))
    assert said == ["letters of Nơi nhận", "letters of the recipients", "letters of who signs"]
    assert "place and date" in " ".join(printed_decree.broken(replace(facts, kind="minutes")))


def test_pages_are_numbered_from_the_second_and_annexes_for_themselves():
    made = official(rows=50)
    upright = replace(made.annexes[0], is_wide=False)
    made = replace(made, annexes=(*made.annexes, upright), sections=made.sections[:1])
    reader = read(made)
    (first,), (second,) = pages_with(reader, "Phụ lục I "), pages_with(reader, "Phụ lục II ")
    numbers = [pdf_facts.page_number(page) for page in reader.pages]
    chapters = numbers[: first - 1], numbers[first - 1 : second - 1], numbers[second - 1 :]
    for chapter in chapters:
        assert len(chapter) > 1
        assert chapter == ["", *map(str, range(2, len(chapter) + 1))]
    wide = {round(float(p.mediabox.width)) > 600 for p in reader.pages[first - 1 : second - 1]}
    assert wide == {True}
    x, _, line = next(each for each in pdf_facts.pieces(reader.pages[1]) if each[2].text == "2")
    assert (line.size, round(x)) == (13, 111)  # half of 30 .. 195, less half a figure


@pytest.mark.parametrize("rows", (90, pytest.param(300, marks=pytest.mark.long)))
def test_long_tables_repeat_their_heads_and_lose_no_row(rows):
    reader = read(official(rows=rows))
    start = pages_with(reader, "Phụ lục")[0]
    pages = [pdf_facts.one_line(page.extract_text()) for page in reader.pages[start - 1 :]]
    assert len(pages) > rows / 30
    assert all("Người chủ trì Hạn Trễ (ngày)" in page for page in pages)
    text = " ".join(pages)
    assert all(f"đợt {row} " in text for row in range(1, rows + 1))


def test_a_cell_of_more_than_a_page_goes_on_to_the_next():
    made, heads = official(), (Head("Mã", width=0.1), Head("Nhiệm vụ", width=20))
    part = replace(made.annexes[0].part, table=Table(heads, (Row(("w" * 900, "một")),)))
    reader = read(replace(made, annexes=(replace(made.annexes[0], part=part),)))
    pages = reader.pages[pages_with(reader, "Phụ lục")[0] - 1 :]
    letters = [(y, line) for page in pages for _, y, line in pdf_facts.pieces(page)]
    assert sum(line.text.count("w") for _, line in letters) == 900
    assert all(y > 19 for y, line in letters if "w" in line.text)


@pytest.mark.parametrize("lines", range(14, 24))
def test_signature_never_stands_alone(lines):
    """Wherever the page ends: the last paragraph is on the page of the signature."""
    said = tuple(Said(f"Đoạn {n}.") for n in range(lines))
    reader = read(official(sections=(), opening=said, annexes=(), closing=(Said("Hết."),)))
    assert pages_with(reader, "Hết./.") == pages_with(reader, "CHỦ TỊCH")
    assert len(pages_with(reader, "Nơi nhận:")) == 1


def test_an_annex_is_headed_once_and_one_item_alone_has_no_number():
    text = pdf_facts.words_of(read(headed_twice(official())))
    assert text.casefold().count("danh mục nhiệm vụ") == 1
    assert "1. Tổng điểm 42,15" not in text and "Tổng điểm 42,15" in text


def test_minutes_have_two_signers_and_no_addressee():
    reader = read(official("minutes"))
    marks = {line.text: x for page in reader.pages for x, _, line in pdf_facts.pieces(page)}
    assert marks["THƯ KÝ"] < 105 < marks["CHỦ TỌA"]
    assert "Kính gửi" not in pdf_facts.words_of(reader)


def test_the_title_of_who_signs_breaks_where_it_is_read():
    made = official()
    office = replace(made.office, signs=(("TM. ỦY BAN NHÂN DÂN", SIGNER.upper()),))
    pages = read(replace(made, office=office)).pages
    lines = [line.text.strip() for page in pages for *_, line in pdf_facts.pieces(page)]
    assert {"TM. ỦY BAN NHÂN DÂN", "CÔNG CHỨC", "VĂN PHÒNG - THỐNG KÊ"} <= set(lines)


def test_bases_end_as_the_decree_wants_it():
    bases = tuple(map(Said, ("Căn cứ Luật A", "Căn cứ Kế hoạch B;", "Ủy ban báo cáo như sau:")))
    text = pdf_facts.words_of(read(official(opening=bases)))
    assert "Căn cứ Luật A; Căn cứ Kế hoạch B. Ủy ban báo cáo như sau:" in text


def test_several_addressees_stand_in_a_list():
    made = official()
    office = replace(made.office, addressees=("UBND huyện", "HĐND xã."))
    assert "Kính gửi: - UBND huyện; - HĐND xã. Căn cứ" in pdf_facts.words_of(
        read(replace(made, office=office))
    )


def test_table_and_figures_without_rows_are_said():
    made = official()
    part = made.sections[0].parts[1]
    empty = replace(part, figure=replace(part.figure, rows=()), table=table(0))
    section = replace(made.sections[0], parts=(empty,))
    text = pdf_facts.words_of(read(replace(made, sections=(section,))))
    assert part.figure.alt in text and "Người chủ trì" in text
