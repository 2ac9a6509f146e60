"""A paper that may take so many pages only: what gives way first, and that it is said.

Where smaller letters do not help tables keep their first rows and parts their first sentences,
then parts are left out from the end; what is left out is counted. What comes first in a paper is
what matters most.
"""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Paper, Part, Table
from dashboard.words import Words

# Rows of a table, sentences of a part: the figures of a table stay longer.
_STEPS = ((12, 7), (12, 5), (12, 3), (6, 3), (3, 3))
# The public sheet: all eight dimensions before any list of work is as long as it could be.
_PUBLIC = ((12, 7), *((8, lines) for lines in range(7, 0, -1)), (3, 1))
_MORE = "…"  # begins a text that says that there are more
_LETTERS = 160  # of a title where nothing else helped


def shortenings(paper: Paper, words: Words) -> Iterator[tuple[Paper, str]]:
    """The paper, then ever shorter ones, each with what is said of what it leaves out."""
    said = ""
    yield paper, said
    shorter = paper
    for rows, lines in _PUBLIC if paper.kind == "bulletin" else _STEPS:
        parts = tuple(_fewer(part, rows, lines, words) for part in paper.parts)
        shorter = replace(paper, parts=parts)
        yield shorter, said
    for kept in range(len(paper.parts) - 1, -1, -1):
        left = len(paper.parts) - kept
        said = words.say("pdf.more_parts", count=left)
        yield replace(shorter, parts=shorter.parts[:kept]), said
    bare = _cut(paper.title)
    yield replace(paper, parts=(), opening=(), closing=(), title=bare), said


def _fewer(part: Part, rows: int, lines: int, words: Words) -> Part:
    """The part with the first of its sentences and of its table's rows, and how many more there
    are, where its own words do not say that there are more."""
    say = part.say
    if len(say) > lines:
        left = Said(words.say("pdf.more_lines", count=len(say) - lines))
        say = say[:lines] if part.note.text.startswith(_MORE) else (*say[:lines], left)
    return replace(part, say=say, table=part.table and _first(part.table, rows, words))


def _first(table: Table, rows: int, words: Words) -> Table:
    if _count(table) <= rows:
        return table
    kept, seen = [], 0
    for row in table.rows:
        seen += row.kind == "row"
        if seen > rows:
            break
        kept.append(row)
    while kept and kept[-1].kind == "section":  # a heading of nothing
        kept.pop()
    left = words.say("pdf.more_rows", count=_count(table) - rows)
    own = table.more if table.more.startswith(_MORE) else ""
    more = own or "; ".join(text for text in (left, table.more) if text)
    return replace(table, rows=tuple(kept), more=more)


def _count(table: Table) -> int:
    return sum(row.kind == "row" for row in table.rows)


def _cut(title: Said) -> Said:
    """Its beginning, with the figures that stand there."""
    if len(title.text) <= _LETTERS:
        return title
    text = title.text[: _LETTERS - 1].rstrip()
    return Said(f"{text}…", tuple(number for number in title.numbers if number.text in text))
