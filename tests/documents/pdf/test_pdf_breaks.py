"""Where a report's pages end: heads with their first rows, notes with what they are of, the
signature never alone. Each is tried at every height of a page."""

from dataclasses import replace

import pytest

from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Head, Part, Row, Section, Table
from dashboard.documents.pdf import pdf_writer
from tests.documents.papers_made import paper
from tests.documents.pdf import pdf_facts

LINES = 30  # of filling: more than a page holds
TITLE, HEAD, NOTE, SIGNED = "Việc phải làm", "Nhiệm vụ", "Chú thích ở đây", "TM. ỦY BAN"
ROWS = 12
LONG = ("Trên đây là báo cáo kết quả " * 5,)  # two lines


def pages(fill: int, *parts: Part, closing: tuple[str, ...] = ()) -> list[list[str]]:
    """Each page's lines, of a report whose parts stand below so many lines."""
    filling = tuple(Said(f"Dòng đệm {n}.") for n in range(fill))
    section = Section("Nội dung", filling, parts)
    made = replace(
        paper("report"), sections=(section,), annexes=(), closing=tuple(map(Said, closing))
    )
    reader = pdf_facts.opened(pdf_writer.write(made))
    return [
        [line for text in page.extract_text().split("\n") if (line := pdf_facts.one_line(text))]
        for page in reader.pages
    ]


def table(*kinds: str) -> Table:
    rows = tuple(
        Row((f"việc số {n:02}", f"{n}") if kind == "row" else (f"Nhóm {n}",), kind)
        for n, kind in enumerate(kinds)
    )
    return Table((Head(HEAD), Head("Số", "right")), rows)


@pytest.mark.parametrize("kinds", [("row",) * ROWS, ("section", *("row",) * ROWS)], ids=len)
def test_heads_stand_with_two_rows_and_the_note_with_the_last_two(kinds):
    part = Part("a", Said(TITLE), table=table(*kinds), measure="Bảng việc", note=Said(NOTE))
    divided = 0
    for fill in range(LINES):
        made = pages(fill, part, closing=LONG)
        divided += sum(any("việc số" in line for line in page) for page in made) > 1
        for page in made:
            rows = [line for line in page if line.startswith("việc số")]
            heads = [line for line in page if line.startswith(HEAD)]
            assert len(rows) != 1, (fill, page)
            assert bool(heads) == bool(rows), (fill, page)
            if any(TITLE in line for line in page) or any(NOTE in line for line in page):
                assert len(rows) >= 2, (fill, page)
        assert sum(line.startswith("việc số") for page in made for line in page) == ROWS
    assert divided > 5  # tables are not simply moved on as a whole


def test_a_note_stands_with_the_paragraph_that_it_is_of():
    part = Part("a", Said(TITLE), say=(Said("Câu đầu."), Said("Câu cuối.")), note=Said(NOTE))
    seen = set()
    for fill in range(LINES):
        for page in pages(fill, part):
            for place, line in enumerate(page):
                if line == NOTE:
                    assert "Câu cuối." in page[place - 1], (fill, page)
                    seen.add(place)
    assert len(seen) > 10


@pytest.mark.parametrize(
    "closing",
    [(), ("Hết.",), ("Một câu ngắn.", "Hết."), LONG],
    ids=("none", "short", "two", "long"),
)
@pytest.mark.parametrize("rows", (0, 4, ROWS, 30))
def test_two_lines_of_text_at_least_stand_above_the_signature(closing, rows):
    part = Part("a", Said(TITLE), say=(Said("Câu đầu."), Said("Câu cuối.")))
    if rows:
        part = replace(part, say=(), table=table(*("row",) * rows), note=Said(NOTE))
    alone = []
    for fill in range(0, LINES, 1 if rows in (0, ROWS) else 2):
        last = pages(fill, part, closing=closing)[-1]
        text = last[: next(n for n, line in enumerate(last) if SIGNED in line)]
        text = [line for line in text if not (line.isdecimal() or _is_beside(line))]
        if len(text) < 2:
            alone.append((fill, last))
    assert alone == []


def _is_beside(line: str) -> bool:
    """Whether a line is of the recipients, who stand at the left of the signature."""
    return line.startswith(("Nơi nhận", "- "))
