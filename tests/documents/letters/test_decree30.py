"""Letters by Decree 30/2020/NĐ-CP: a clerk finds nothing to mend, and finds what is wrong."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.shared import Mm, Pt

from dashboard.documents.letters.word_writer import write
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Section
from tests.documents.letters.decree_rules import problems
from tests.documents.papers_made import OFFICE, paper

REPORT = write(paper("report"))


@pytest.mark.parametrize("kind", ["report", "minutes"])
@pytest.mark.parametrize("odd", [False, True])
def test_letter_keeps_the_decree(kind, odd):
    assert problems(write(paper(kind, odd, rows=20)), kind) == []


def test_letter_with_all_that_offices_have_keeps_the_decree():
    office = replace(
        OFFICE,
        day=date(2024, 1, 9),
        addressees=("Ủy ban nhân dân huyện Kim Động", "Sở Nội vụ tỉnh Hưng Yên"),
        signs=(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), ("", "PHÓ CHỦ TỊCH")),
    )
    given = paper("report")
    sections = (*given.sections, Section("Đề xuất"), Section("Rỗng", (Said("Không có."),)))
    annexes = (*given.annexes, replace(given.annexes[0], is_wide=False))
    content = write(replace(given, office=office, sections=sections, annexes=annexes))
    assert problems(content, "report") == []
    assert problems(write(replace(given, closing=())), "report") == []
    assert problems(write(given, figures=True), "report") == []


def broken(change):
    """The report after something was done to it."""
    document = Document(io.BytesIO(REPORT))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def style(name, **looks):
    def change(document):
        font = document.styles[name].font
        for key, value in looks.items():
            setattr(font, key, value)

    return change


def margin(side, length):
    return lambda document: setattr(document.sections[0], f"{side}_margin", Mm(length))


def first_page(document):
    document.sections[0].different_first_page_header_footer = False


def number_at_the_left(document):
    document.sections[0].header.paragraphs[0].alignment = 0


def theme_font(document):
    fonts = document.styles["Body Text"].element.rPr.rFonts
    key = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}asciiTheme"
    fonts.set(key, "minorHAnsi")


def run_in_arial(document):
    document.paragraphs[5].runs[0].font.name = "Arial"


def close_paragraphs(document):
    document.styles["Body Text"].paragraph_format.space_after = Pt(3)


def no_capitals(document):
    heading = next(one for one in document.paragraphs if one.text.startswith("I. "))
    heading.runs[0].text = "I. Kết quả chung"


def numbers_out_of_order(document):
    heading = next(one for one in document.paragraphs if one.text.startswith("II. "))
    heading.runs[0].text = "III. TỒN TẠI"


def day_without_zero(document):
    cell = document.tables[0].cell(1, 1).paragraphs[0]
    cell.runs[0].text = "Đức Hợp, ngày 2 tháng 06 năm 2023"


def no_end(document):
    last = next(one for one in document.paragraphs if one.text.endswith("./."))
    last.runs[0].text = "Trên đây là báo cáo."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (margin("left", 25), "left margin 25.0"),
        (margin("right", 25), "right margin 25.0"),
        (margin("top", 30), "top margin 30.0"),
        (first_page, "a number on the first page"),
        (number_at_the_left, "the page number is not in the middle"),
        (style("header", size=Pt(11)), "the page number's letters"),
        (style("Body Text", size=Pt(12)), "letters of "),
        (style("heading 1", bold=False), "letters of section"),
        (style("PAPI Nation", size=Pt(14)), "letters of the nation"),
        (style("PAPI Place And Day", italic=False), "letters of place and day"),
        (style("PAPI Recipients", italic=False), "letters of Nơi nhận"),
        (style("PAPI Recipient", size=Pt(12)), "letters of the recipients"),
        (theme_font, "font "),
        (run_in_arial, "font "),
        (close_paragraphs, "less than 6 pt"),
        (no_capitals, "letters of section"),
        (numbers_out_of_order, "section 2"),
        (day_without_zero, "place and day"),
        (no_end, "the end, signature"),
    ],
)
def test_what_breaks_the_decree_is_found(change, said):
    assert any(said in problem for problem in problems(broken(change), "report"))
