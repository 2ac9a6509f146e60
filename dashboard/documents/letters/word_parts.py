"""Sections and parts of a letter: headings, sentences, figures with captions, tables, notes."""

import re

from dashboard.documents.letters import word_charts, word_tables
from dashboard.documents.letters.word_sheet import Block, Sheet, kept_block, together
from dashboard.documents.letters.word_xml import field, paragraph, run
from dashboard.documents.model.figures import Heat
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Part, Section, numbered

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMBERED = re.compile(r"[IVXL]+\. ")


def roman(number: int) -> str:
    """The number of a section or annex.

    >>> roman(4)
    'IV'
    """
    return _ROMAN[number - 1] if number <= len(_ROMAN) else str(number)


def section(sheet: Sheet, content: Section, number: int) -> list[Block]:
    """A numbered heading, its sentences, its parts with numbers of their own."""
    heading = content.heading
    if not _NUMBERED.match(heading):
        heading = f"{roman(number)}. {heading}"
    blocks = [sheet.line("section", heading.upper())]
    blocks += [sheet.line("body", one.text) for one in content.say if one]
    for place, one in numbered(content.parts):
        blocks += part(sheet, one, place)
    if not (content.say or content.parts):
        blocks.append(sheet.line("body", sheet.words["decree.nothing"]))
    return blocks


def part(sheet: Sheet, content: Part, number: str = "", say: str = "body") -> list[Block]:
    """A part below its heading; say: the style of its sentences."""
    blocks = []
    if content.title:
        blocks.append(sheet.line("part", number + content.title.text))
    is_shown = content.figure is not None or content.table is not None
    if content.measure and not is_shown:
        blocks.append(sheet.line("note", content.measure))
    said = [one for one in content.say if one and one.text != content.title.text]
    blocks += [sheet.line(say, one.text) for one in said]
    blocks += _figure(sheet, content) + _table(sheet, content)
    return _with_note(sheet, blocks, content)


def _with_note(sheet: Sheet, blocks: list[Block], content: Part) -> list[Block]:
    note = " ".join(text for text in (content.note.text, content.source) if text)
    if not note:
        return blocks
    if blocks and blocks[-1].xml.startswith("<w:tbl>"):
        last = blocks[-1]
        blocks[-1] = Block(word_tables.kept_last(last.xml), last.height, True)
    elif blocks:
        blocks[-1] = kept_block(blocks[-1])
    return [*blocks, sheet.line("note", note)]


def _figure(sheet: Sheet, content: Part) -> list[Block]:
    figure = content.figure
    if figure is None:
        return []
    if not figure.rows:
        return [sheet.line("note", sheet.words["letters.no_rows"])]
    caption = _caption(sheet, content.measure, isinstance(figure, Heat))
    if isinstance(figure, Heat):
        return [*caption, *word_tables.heat(sheet, figure)]
    return together([*caption, word_charts.chart(sheet, figure)])


def _table(sheet: Sheet, content: Part) -> list[Block]:
    if content.table is None:
        return []
    named = "" if content.figure else content.measure
    caption = _caption(sheet, named, True)
    return [*caption, *word_tables.grid(sheet, content.table)]


def _caption(sheet: Sheet, text: str, is_table: bool) -> list[Block]:
    """A caption whose number Word counts; none where only the heading would be said again."""
    if not text:
        return []
    kind = "Table" if is_table else "Figure"
    number = sheet.next(kind)
    name = sheet.words["decree.table" if is_table else "decree.figure"]
    again = " \\r 1" if number == 1 else ""  # each letter of many begins anew
    counted = field(f"SEQ {kind} \\* ARABIC{again}", str(number))
    content = run(f"{name} ") + counted + run(f". {text}")
    return [sheet.write("caption", content, f"{name} {number}. {text}")]


def bases(sheet: Sheet, opening: tuple[Said, ...]) -> list[Block]:
    """The lines before the first section: what a report rests on in italics, each with its
    semicolon, the last with a full stop; all else as it is."""
    first = sheet.words["decree.base"]
    on = [one.text.startswith(first) or one.text.endswith(";") for one in opening]
    last = max((place for place, is_basis in enumerate(on) if is_basis), default=-1)
    blocks = []
    for place, (one, is_basis) in enumerate(zip(opening, on, strict=True)):
        if is_basis:
            text = one.text.rstrip(" ;.,") + ("." if place == last else ";")
            blocks.append(sheet.line("bases", text))
        elif one:
            blocks.append(sheet.line("body", one.text))
    return blocks


def ended(sheet: Sheet, text: str, end: str) -> Block:
    """The last sentence with the decree's sign of the end."""
    return sheet.line("body", text.rstrip(" .;") + end)


def gap(sheet: Sheet) -> Block:
    """Word joins two tables without a paragraph between them."""
    return Block(paragraph(sheet.ids["line"], ""), lambda: 1.0)
