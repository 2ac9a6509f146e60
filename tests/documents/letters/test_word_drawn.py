"""Letters as LibreOffice draws them: pages, letters, the signature beside the last words."""

from dataclasses import replace

import pytest
from pypdf import PdfReader

from dashboard.documents.letters.word_writer import write
from dashboard.documents.model.listing import listed
from tests import office
from tests.documents.papers_made import OFFICE, paper

KINDS = ("report", "minutes", "brief", "bulletin", "reminders")
MOST = {"brief": 2, "bulletin": 1}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """The pages' texts and the fonts of each kind, with plain and odd texts."""
    folder = tmp_path_factory.mktemp("drawn")
    for kind in KINDS:
        for odd in (False, True):
            (folder / f"{kind}-{odd}.docx").write_bytes(write(paper(kind, odd, rows=56)))
    office.saved(folder / "home", "pdf", *sorted(folder.glob("*.docx")))
    found = {}
    for kind in KINDS:
        for odd in (False, True):
            pages = PdfReader(folder / "saved" / f"{kind}-{odd}.pdf").pages
            fonts = {
                str(font.get_object()["/BaseFont"]).partition("+")[2]
                for page in pages
                for font in page["/Resources"].get("/Font", {}).values()
            }
            found[kind, odd] = [page.extract_text() for page in pages], fonts
    return found


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_pages_and_letters(drawn, kind):
    for odd in (False, True):
        pages, fonts = drawn[kind, odd]
        assert len(pages) <= MOST.get(kind, 30)
        assert all("Mã số liệu ab12-cd34" in page for page in pages)
        assert any(font.startswith("LiberationSerif") for font in fonts)
        # Signs that Times lacks may come from elsewhere, but no whole text in other letters.
        assert not any(font.startswith(("Carlito", "Calibri", "Cambria")) for font in fonts)


@pytest.mark.long
@pytest.mark.parametrize("kind", ["report", "minutes"])
def test_signature_stands_below_the_last_words(drawn, kind):
    for odd in (False, True):
        pages, _ = drawn[kind, odd]
        signed = [page for page in pages if OFFICE.signs[0][0] in page]
        assert len(signed) == 1 and "Trên đây là báo cáo./." in signed[0]


@pytest.mark.long
def test_listed_figures_are_drawn(drawn):
    text = " ".join(drawn["report", False][0])
    for one in listed(replace(paper("report", rows=56), annexes=())):
        assert one.text in text, one
    assert "Phụ lục" in text and text.count("Trễ (ngày)") >= 5  # repeated on each page
