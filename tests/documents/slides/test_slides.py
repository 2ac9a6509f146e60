"""Slides on our own base: every part, figure and table is there and stands inside the slide."""

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace

import openpyxl
import pytest
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from dashboard.config import ROOT
from dashboard.documents.model.figures import Completion, Levels
from dashboard.documents.model.listing import listed
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Paper, Part
from dashboard.documents.slides import slides_writer
from tests.documents import papers_made
from tests.documents.office_charts.reading import C, cells, references
from tests.documents.slides.decks import opened, parts, shapes, words

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def paper(odd: bool = False) -> Paper:
    """The paper by hand, its levels without changes, which they do not print."""
    made = papers_made.paper("slides", odd)
    every = []
    for part in made.parts:
        if isinstance(part.figure, Levels):
            rows = tuple(replace(row, change=None) for row in part.figure.rows)
            part = replace(part, figure=replace(part.figure, rows=rows))
        every.append(part)
    return replace(made, parts=tuple(every))


@pytest.fixture(scope="module")
def deck() -> bytes:
    return slides_writer.write(paper())


def test_a_slide_a_part_with_its_finding_as_title(deck):
    made = opened(deck)
    assert (made.slide_width, made.slide_height) == (Pt(960), Pt(540))
    titles = [slide.shapes.title.text_frame.text for slide in made.slides]
    assert titles == [str(part.title) for part in paper().parts]
    kinds = [
        [kind for kind in ("chart", "table") if any(getattr(s, f"has_{kind}", 0) for s in x.shapes)]
        for x in made.slides
    ]
    assert kinds == [[], [], *[["chart"]] * 3, ["table"], ["chart"], ["table"], []]


def test_every_slide_says_what_it_is_of(deck):
    """Measure, note, stamp with the code and that the data are simulated, a number."""
    for part, slide in zip(paper().parts, opened(deck).slides, strict=True):
        said = words(slide)
        assert papers_made.STAMP.line in said and part.measure in said and str(part.note) in said
        fields = [field.get("type") for field in slide._element.iter(f"{A}fld")]
        assert fields == ["slidenum"]


def test_each_listed_figure_is_found(deck):
    said = "\n".join(
        words(slide) + slide.notes_slide.notes_text_frame.text for slide in opened(deck).slides
    )
    values = [
        float(point)
        for name, data in parts(deck).items()
        if name.startswith("ppt/charts/chart")
        for _, points in references(data)
        for point in points
        if point is not None and point.replace(".", "", 1).isdigit()
    ]
    found = listed(paper())
    assert len(found) > 60
    for one in found:
        assert one.text in said or float(one.value or "nan") in values, one


def test_what_a_chart_says_is_in_its_workbook(deck):
    every = parts(deck)
    charts = {name: data for name, data in every.items() if name.startswith("ppt/charts/chart")}
    assert len(charts) == 4
    for name, data in charts.items():
        folder, _, file = name.rpartition("/")
        relations = etree.fromstring(every[f"{folder}/_rels/{file}.rels"])
        (book,) = [r.get("Target") for r in relations]
        content = every["ppt/" + book.removeprefix("../")]
        assert len(list(etree.fromstring(data).iter(f"{C}externalData"))) == 1
        for formula, points in references(data):
            held = cells(content, formula)
            as_held = [None if cell in (None, "") else cell for cell in held]
            as_said = [
                p if p is None or isinstance(c, str) else float(p)
                for p, c in zip(points, as_held, strict=True)
            ]
            assert as_said == as_held, formula


def test_speakers_have_method_and_sentences_at_hand(deck):
    for part, slide in zip(paper().parts, opened(deck).slides, strict=True):
        notes = slide.notes_slide.notes_text_frame.text
        wanted = [*part.notes, *part.say, part.note, part.source, papers_made.STAMP.line]
        assert [text for text in map(str, wanted) if text not in notes] == []


def test_a_cover_says_the_paper_s_subject(deck):
    cover = opened(deck).slides[0]
    kinds = [holder.placeholder_format.type for holder in cover.placeholders]
    assert kinds == [PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE]
    assert str(paper().title) in words(cover) and "Họp giao ban" in words(cover)


def check_sound(content: bytes) -> None:
    """Nothing empty, nothing off the slide, nothing unsaid to who can't see it; own numbers."""
    made = opened(content)
    for number, shape in shapes(content):
        where = f"slide {number}: {shape.name}"
        assert shape.left >= 0 and shape.top >= 0, where
        assert shape.left + shape.width <= made.slide_width + 1, where
        assert shape.top + shape.height <= made.slide_height + 1, where
        if shape.is_placeholder:
            assert shape.text_frame.text.strip(), where
        if shape.shape_type is not None and not shape.has_text_frame:
            assert shape._element.xpath(".//p:cNvPr/@descr")[0].strip(), where
    for slide in made.slides:
        numbers = slide._element.xpath(".//p:cNvPr/@id")
        assert len(numbers) == len(set(numbers))
        for holder in slide.notes_slide.placeholders:
            is_picture = holder.placeholder_format.type == PP_PLACEHOLDER.SLIDE_IMAGE
            assert is_picture or holder.text_frame.text.strip()


@pytest.mark.parametrize("odd", [False, True])
def test_everything_stands_inside_and_is_filled(odd):
    check_sound(slides_writer.write(paper(odd)))


def test_odd_letters_are_letters():
    """No formula, markup or mark of direction; 32,000 letters end in dots."""
    content = slides_writer.write(paper(odd=True))
    said = "\n".join(words(slide) for slide in opened(content).slides)
    assert "=1+1 <b>&amp;" in said and "\u202e" not in said and "\x07" not in said
    assert "x…" in said and "x" * 2_000 not in said
    for name, data in parts(content).items():
        assert b"\xe2\x80\xae" not in data, name
        if name.endswith("sheet1.xml"):
            assert not any(
                f.text.startswith("1+1") for f in etree.fromstring(data).iter("{*}f") if f.text
            )


def test_hidden_figures_are_nowhere():
    """A row that may not be shown has no value in the model; what is known of it stays out: the
    name of the seventh dimension is all that is said, in no part is any score beside it."""
    hidden = papers_made.level_rows()[6]
    only = replace(paper().parts[3], figure=replace(paper().parts[3].figure, rows=(hidden,)))
    content = slides_writer.write(replace(paper(), parts=(only,)))
    charts = [d for n, d in parts(content).items() if n.startswith("ppt/charts/chart")]
    (chart,) = charts
    names = [s.find(f"{C}tx//{C}v").text for s in etree.fromstring(chart).iter(f"{C}ser")]
    assert "Quản trị môi trường" not in " ".join(names)
    series = etree.fromstring(chart).findall(f".//{C}ser")
    (changes,) = [s for s in series if s.find(f"{C}tx//{C}v").text == "Thay đổi"]
    assert not list(changes.iter(f"{C}pt"))[1:]  # its name alone
    (book,) = [n for n in parts(content) if n.endswith("sheet1.xml")]
    row = etree.fromstring(parts(content)[book]).findall(".//{*}row")[1]
    assert [c.get("r") for c in row if c.get("r") in ("B2", "C2", "D2")] == []


def long_paper() -> Paper:
    """A table of 60 rows, 61 villages, 40 sentences, a figure beside a table."""
    every = papers_made.parts()
    spans = every[6].figure
    villages = tuple(replace(spans.rows[n % 4], name=f"Thôn {n}") for n in range(61))
    heat = every[7].figure
    said = tuple(
        Said(f"{n}. " + "Niêm yết công khai kết quả tại nhà văn hóa. " * 4) for n in range(40)
    )
    return replace(
        papers_made.paper(),
        parts=(
            replace(every[5], table=papers_made.table(60)),
            replace(every[6], figure=replace(spans, rows=villages)),
            replace(every[7], figure=replace(heat, rows=heat.rows * 9)),
            replace(every[1], say=said),
            replace(every[4], table=papers_made.table(4)),
        ),
    )


def test_what_is_long_goes_on_and_is_whole():
    content = slides_writer.write(long_paper())
    check_sound(content)
    made = opened(content)
    said = "\n".join(words(slide) for slide in made.slides)
    for place in range(1, 61):
        assert f"đợt {place}\n" in said
    for place in range(61):
        assert f"Thôn {place}\n" in said
    assert all(f"{place}. Niêm yết" in said for place in range(40))
    assert said.count("và 3 việc nữa") == 1
    titles = [slide.shapes.title.text_frame.text for slide in made.slides]
    counted = [title for title in titles if title.startswith("Thôn 1 cao nhất")]
    assert counted == [f"Thôn 1 cao nhất ({n}/3)" for n in (1, 2, 3)]


def test_every_page_of_a_table_has_its_head_and_no_lonely_heading():
    content = slides_writer.write(replace(long_paper(), parts=long_paper().parts[:1]))
    tables = [s.table for _, s in shapes(content) if getattr(s, "has_table", False)]
    assert len(tables) > 2
    for table in tables:
        assert [cell.text for cell in table.rows[0].cells][:2] == ["Mã", "Nhiệm vụ"]
        assert not table.rows[len(table.rows) - 1].cells[0].is_merge_origin
        bottom = sum(row.height for row in table.rows)
        assert bottom < Pt(400)


def test_a_long_finding_gets_small_and_then_ends_in_dots():
    part = papers_made.parts()[2]
    titles = {}
    for times in (1, 2, 30):
        said = Said(
            "Một lĩnh vực giảm rõ rệt, một lĩnh vực tăng rõ rệt, sáu chưa đủ căn cứ; " * times
        )
        made = opened(slides_writer.write(replace(paper(), parts=(replace(part, title=said),))))
        run = made.slides[0].shapes.title.text_frame.paragraphs[0].runs[0]
        titles[times] = (run.font.size.pt, run.text)
    assert titles[1][0] == 30 and 18 <= titles[2][0] < 30 and titles[30][0] == 18
    assert titles[2][1].count("giảm") == 2 and titles[30][1].endswith("…")


def test_a_part_without_anything_is_its_finding_alone():
    bare = Part("x", Said("Không có việc quá hạn"), figure=Completion((), ""))
    content = slides_writer.write(replace(paper(), parts=(papers_made.parts()[0], bare)))
    check_sound(content)
    assert "Không có việc quá hạn" in words(opened(content).slides[1])
    assert len(opened(slides_writer.write(replace(paper(), parts=()))).slides) == 0


def test_the_file_says_whose_it_is_and_when(deck):
    about = opened(deck).core_properties
    stamp = papers_made.STAMP
    assert (about.author, about.last_modified_by) == (stamp.unit, stamp.unit)
    assert about.title == str(paper().title) and stamp.code in about.comments
    assert about.created == about.modified == stamp.made and about.language == "vi-VN"
    names = set(parts(deck))
    assert "customXml/item1.xml" in names
    assert not [n for n in names if "thumbnail" in n or "printer" in n or n == "docProps/app.xml"]
    figures = etree.fromstring(parts(deck)["customXml/item1.xml"])
    assert len(figures) == len(listed(paper())) and figures.get("code") == stamp.code


def test_fonts_and_colours_are_named_plainly(deck):
    """The theme's font is Arial; chart parts name their colours themselves."""
    every = parts(deck)
    theme = every["ppt/theme/theme1.xml"].decode()
    assert theme.count('<a:latin typeface="Arial"/>') == 2
    for name, data in every.items():
        if name.startswith("ppt/charts/chart"):
            assert b"schemeClr" not in data and b"+mn-lt" in data


CODE = """
import hashlib, sys
from tests.documents.slides.test_slides import paper
from dashboard.documents.slides import slides_writer
print(hashlib.sha256(slides_writer.write(paper())).hexdigest())
"""


def test_the_same_bytes_twice_and_in_another_process(deck):
    assert slides_writer.write(paper()) == deck
    env = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Ho_Chi_Minh"}
    run = subprocess.run(
        [sys.executable, "-c", CODE], cwd=ROOT, env=env, capture_output=True, text=True
    )
    assert run.stdout.strip() == hashlib.sha256(deck).hexdigest(), run.stderr


def test_workbooks_inside_open(deck):
    books = [data for name, data in parts(deck).items() if name.endswith(".xlsx")]
    assert len(books) == 4
    for book in books:
        sheet = openpyxl.load_workbook(io.BytesIO(book)).active
        assert sheet.title == "Số liệu" and sheet["A1"].value
