"""A list of figures is of what its file prints: of one cut for its pages it is shorter."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from dashboard import exported
from dashboard.documents.model.listing import Listed, listed
from dashboard.documents.model.numbered import Number, Said
from dashboard.documents.pdf.shortening import shortenings
from dashboard.words import words
from tests.documents.letters.word_reading import Read
from tests.documents.papers_made import paper
from tests.documents.pdf import pdf_facts

COUNT = 400


def marked(place: int) -> Number:
    """A figure that no other is like: 9.001, 9.002, ..."""
    return Number(f"9.{place:03}", f"9{place:03}", "tasks", "{}", f'{{"row":"{place}"}}', "count")


def too_long(kind: str):
    """More parts than the kind's pages hold, each with a figure of its own."""
    made = paper(kind)
    parts = [
        replace(made.parts[0], name=f"part{n}", title=Said(f"Phần {marked(n)}", (marked(n),)))
        for n in range(COUNT)
    ]
    return replace(made, parts=tuple(parts))


def exporting(kind: str, ending: str) -> exported.Made:
    made = too_long(kind)
    source = exported.Source(None, Path(), None, _papers={kind: made})  # type: ignore[arg-type]
    return exported.make(source, kind, ending)


def carried(content: bytes, ending: str) -> tuple[list[Listed], str]:
    """The list that the file itself carries, and its text."""
    if ending == ".pdf":
        reader = PdfReader(io.BytesIO(content))
        rows = csv.reader(io.StringIO(reader.attachments["figures.csv"][0].decode("utf-8-sig")))
        return [Listed(*row) for row in rows][1:], pdf_facts.words_of(reader)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("customXml/item1.xml"))
    return [Listed(*map(one.get, Listed._fields)) for one in root], Read(content).text()


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
@pytest.mark.parametrize("kind", ["brief", "bulletin"])
def test_what_was_cut_for_its_pages_is_not_listed(kind, ending):
    made = exporting(kind, ending)
    inside, text = carried(made.content, ending)
    assert [tuple(one) for one in made.figures()] == [tuple(one) for one in inside]
    printed = set(re.findall(r"\b9\.\d{3}\b", text))
    assert {one.text for one in made.figures() if one.text.startswith("9.")} == printed
    assert 0 < len(printed) < COUNT


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_of_what_is_printed_whole_all_is_listed(ending):
    made = paper("report")
    source = exported.Source(None, Path(), None, _papers={"report": made})  # type: ignore[arg-type]
    assert exported.make(source, "report", ending).figures() == listed(made)


def test_a_figure_in_the_end_of_a_title_that_is_cut_is_no_longer_listed():
    title = Said(f"{marked(1)} {'dài ' * 60} {marked(2)}", (marked(1), marked(2)))
    *_, (bare, _) = shortenings(replace(paper("brief"), title=title), words("vi"))
    assert bare.title.numbers == (marked(1),) and marked(2).text not in bare.title.text
