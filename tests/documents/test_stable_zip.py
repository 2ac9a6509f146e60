"""Zips of the same bytes, and the list of figures that travels inside documents."""

import io
import zipfile

from lxml import etree

from dashboard.documents import figure_list
from dashboard.documents.model.listing import listed
from dashboard.documents.stable_zip import stable
from tests.documents import papers_made


def packed(names: list[str], year: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name, (year, 1, 2, 3, 4, 6)), name * 50)
    return stream.getvalue()


def test_order_and_dates_do_not_matter():
    names = ["b.xml", "_rels/.rels", "a/b.xml", "[Content_Types].xml"]
    made = stable(packed(names, 2001))
    assert made == stable(packed(names[::-1], 2023)) == stable(made)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "_rels/.rels", "a/b.xml", "b.xml"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("b.xml") == b"b.xml" * 50


def test_the_list_of_figures_is_whole():
    paper = papers_made.paper(odd=True)
    root = etree.fromstring(figure_list.as_xml(paper))
    assert root.get("code") == paper.stamp.code
    found = [dict(figure.attrib) for figure in root]
    expected = [
        {name: text for name, text in one._asdict().items() if text is not None}
        for one in listed(paper)
    ]
    assert found == expected and len(found) > 50
