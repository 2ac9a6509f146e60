"""LibreOffice draws our slides: as many pages as slides, all their words, no letter missing."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from dashboard.documents.slides import slides_writer
from tests import office
from tests.documents import papers_made
from tests.documents.slides.templates_made import WEIRD
from tests.documents.slides.test_slides import long_paper, paper

pytestmark = pytest.mark.long


def drawn(content: bytes, folder: Path) -> PdfReader:
    """The slides as pages of a PDF."""
    (folder / "slides.pptx").write_bytes(content)
    (made,) = office.saved(folder / "home", "pdf", folder / "slides.pptx")
    return PdfReader(io.BytesIO(made.read_bytes()))


def folded(text: str) -> str:
    """Letters alone: lines break where the program likes."""
    return "".join(text.split())


def test_every_slide_is_a_page_with_its_words(tmp_path):
    pages = drawn(slides_writer.write(paper()), tmp_path).pages
    assert len(pages) == len(paper().parts)
    for part, page in zip(paper().parts, pages, strict=True):
        said = folded(page.extract_text())
        assert folded(str(part.title)) in said and folded(papers_made.STAMP.line) in said
    charts = folded(pages[2].extract_text() + pages[3].extract_text() + pages[4].extract_text())
    for text in ("4,60→4,90", "+0,30", "tăngrõrệt", "giảmrõrệt", "ẩn", "3/6·50", "đếnhạn"):
        assert text in charts
    assert charts.count("chưađủcăncứ") == 2 + 3  # in titles, beside changes
    assert all(folded(name) in charts for name in papers_made.NAMES)


def test_what_is_long_stays_on_its_pages(tmp_path):
    content = slides_writer.write(long_paper(), template=WEIRD["dark"]())
    pages = drawn(content, tmp_path).pages
    said = folded("".join(page.extract_text() for page in pages))
    assert all(folded(f"đợt {place}Công chức") in said for place in range(1, 61))
    assert all(folded(f"Thôn {place}") in said for place in range(61))
