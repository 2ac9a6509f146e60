"""Every Office file we write holds to the schemas, in every part and embedded workbook."""

import io
import re
import zipfile

import pytest

from dashboard.papers.writers import FORMS, written
from tests.documents import papers_made
from tests.documents.letters.test_word_template import office, saved
from tests.documents.slides.templates_made import WEIRD
from tests.documents.slides.test_slides import paper as slides_paper
from tests.open_xml import faults

OFFICE = [form for form in FORMS if form.ending in (".docx", ".pptx", ".xlsx")]


def ids(form) -> str:
    return form.what


@pytest.mark.parametrize("form", OFFICE, ids=ids)
@pytest.mark.parametrize("odd", [False, True], ids=["plain", "odd"])
def test_every_form(form, odd, tmp_path):
    paper = slides_paper(odd) if form.what == "slides" else papers_made.paper(form.what, odd)
    assert faults(written(paper, form.ending), form.ending, tmp_path) == []


@pytest.mark.parametrize("name", WEIRD)
def test_slides_on_the_office_s_template(name, tmp_path):
    content = written(slides_paper(), ".pptx", WEIRD[name]())
    assert faults(content, ".pptx", tmp_path) == []


def test_a_report_on_the_office_s_template(tmp_path):
    content = written(papers_made.paper("report"), ".docx", saved(office()))
    assert faults(content, ".docx", tmp_path) == []


def changed(content: bytes, part: str, old: str, new: str) -> bytes:
    """The file with one change in a part, by a regular expression."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == part:
                text, times = re.subn(old, new, data.decode(), count=1, flags=re.DOTALL)
                assert times == 1, old
                data = text.encode()
            after.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("ppt/charts/chart1.xml", r"(<c:dLblPos [^>]*/>)(<c:showLegendKey [^>]*/>)", r"\2\1"),
        ("ppt/charts/chart1.xml", r"<c:crossAx [^>]*/>", ""),
        ("ppt/slides/slide1.xml", r"<a:lstStyle/>(<a:p>)", r"<a:lstStyle/><a:q/>\1"),
        ("ppt/slides/slide2.xml", r' id="\d+"', ' id="x"'),
        ("ppt/_rels/presentation.xml.rels", r"<Relationship [^>]*presProps[^>]*/>", ""),
    ],
    ids=["order", "missing", "unknown", "type", "part"],
)  # fmt: skip
def test_a_fault_is_found(part, old, new, tmp_path):
    content = changed(written(slides_paper(), ".pptx"), part, old, new)
    assert faults(content, ".pptx", tmp_path) != []
