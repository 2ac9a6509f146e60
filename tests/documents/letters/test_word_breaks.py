"""Where a letter's pages may end: Word is told which paragraphs and rows stay with what follows."""

from dataclasses import replace

import pytest

from dashboard.documents.letters.word_writer import write
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Head, Part, Row, Section, Table
from tests.documents.letters.word_reading import Read
from tests.documents.papers_made import paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(part: Part, *closing: str) -> list:
    """What stands in the body of a report of that part, above the signature."""
    section = Section("Nội dung", (), (part,))
    made = replace(
        paper("report"), sections=(section,), annexes=(), closing=tuple(map(Said, closing))
    )
    return list(Read(write(made)).document.element.body)


def text(element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def is_kept(element) -> bool:
    """Whether all its paragraphs say so themselves."""
    return all(p.find(f"{W}pPr/{W}keepNext") is not None for p in element.iter(f"{W}p"))


def table(first: str, count: int) -> Table:
    rows = [Row((f"việc {n}", "1")) for n in range(count)]
    if first == "section":
        rows.insert(0, Row(("Nhóm",), "section"))
    return Table((Head("Nhiệm vụ"), Head("Số")), tuple(rows))


@pytest.mark.parametrize(("first", "begin"), [("row", 2), ("section", 3)])
def test_heads_stand_with_two_rows_and_the_last_two_rows_together_with_the_note(first, begin):
    part = Part("a", Said("Việc"), table=table(first, 40), note=Said("Chú thích."))
    made = body(part, "Trên đây là báo cáo kết quả " * 5)
    (grid,) = [one for one in made if one.tag == f"{W}tbl" and "việc 1" in text(one)]
    rows = grid.findall(f"{W}tr")
    kept = [place for place, row in enumerate(rows) if is_kept(row)]
    assert kept == [*range(begin), len(rows) - 2, len(rows) - 1]
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None


@pytest.mark.parametrize(
    ("closing", "kept"),
    [
        (("Trên đây là báo cáo kết quả " * 5,), 1),  # two lines by itself
        (("Câu trước.", "Hết."), 2),
        (("Câu xa.", "Câu trước.", "Hết."), 2),
        (("Hết.",), 2),
        ((), 2),
    ],
)
def test_two_lines_of_text_at_least_stand_above_the_signature(closing, kept):
    made = body(Part("a", Said("Việc"), say=(Said("Câu xa nhất."), Said("Câu đầu."))), *closing)
    end = next(n for n, one in enumerate(made) if text(one).endswith("./."))
    before = [is_kept(one) for one in made[end - 2 : end + 1]]
    assert before == [False] * (3 - kept) + [True] * kept
