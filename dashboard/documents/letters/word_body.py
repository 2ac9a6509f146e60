"""What stands in the body of each kind of letter, from the letterhead to the signature."""

from collections.abc import Sequence

from dashboard.documents import decree30 as rules
from dashboard.documents.letters import word_charts, word_parts, word_tables
from dashboard.documents.letters.word_letterhead import addressees, letterhead
from dashboard.documents.letters.word_sheet import Block, Sheet, kept_block
from dashboard.documents.letters.word_signature import signature
from dashboard.documents.letters.word_xml import Cell, paragraph, row, run, table
from dashboard.documents.model.paper import Annex, Letter, Paper, numbered
from dashboard.folding import capital


def report(sheet: Sheet, paper: Paper) -> list[Block]:
    """A report or minutes: sections, the sign of the end, the signature on a page with them."""
    blocks = letterhead(sheet, paper)
    if paper.office and paper.kind == "report":
        blocks += addressees(sheet, paper.office)
    blocks += word_parts.bases(sheet, paper.opening)
    for number, one in enumerate(paper.sections, 1):
        blocks += word_parts.section(sheet, one, number)
    if not (paper.sections or paper.opening):
        blocks.append(sheet.line("body", sheet.words["decree.nothing"]))
    return _signed(sheet, paper, _closed(sheet, blocks, [one.text for one in paper.closing]))


def letter(sheet: Sheet, paper: Paper, one: Letter) -> list[Block]:
    """One person's reminder, its tables and figures counted for themselves."""
    sheet.counts = {"drawing": sheet.counts.get("drawing", 0)}
    blocks = letterhead(sheet, paper)
    to = f"{sheet.words['decree.to']} {one.to}"
    blocks.append(sheet.write("addressee", run(to), to, '<w:jc w:val="center"/>'))
    blocks += [sheet.line("body", said.text) for said in (*paper.opening, *one.say) if said]
    for number, part in numbered(one.parts):
        blocks += word_parts.part(sheet, part, number)
    blocks += [sheet.line("body", said.text) for said in paper.closing if said]
    return _signed(sheet, paper, blocks)


def nobody(sheet: Sheet, paper: Paper) -> list[Block]:
    """Reminders to no one."""
    return [*letterhead(sheet, paper), sheet.line("body", sheet.words["decree.nothing"])]


def short_paper(sheet: Sheet, paper: Paper, left_out: int) -> list[Block]:
    """A brief or bulletin: its parts, how many were left out, its text as a QR code."""
    blocks = letterhead(sheet, paper)
    blocks += [sheet.line("body", said.text) for said in paper.opening if said]
    for number, part in enumerate(paper.parts, 1):
        heading = f"{number}. " if paper.kind == "brief" else ""
        blocks += word_parts.part(sheet, part, heading, "item")
    if not (paper.parts or paper.opening):
        blocks.append(sheet.line("body", sheet.words["decree.nothing"]))
    if left_out:
        blocks.append(sheet.line("note", sheet.words.say("letters.left_out", count=left_out)))
    blocks += [sheet.line("body", said.text) for said in paper.closing if said]
    return [*blocks, _code(sheet, paper.plain)] if paper.plain else blocks


def annex(sheet: Sheet, paper: Paper, one: Annex, number: str) -> list[Block]:
    """An annex below its title; number: "" where it is the only one."""
    words, office = sheet.words, paper.office
    name = words.say("letters.annex_number", number=number) if number else words["decree.annex"]
    blocks = [sheet.line("annex", name)]
    blocks.append(sheet.line("annex_title", one.title.upper()))
    if office and office.symbol:
        kind = capital(paper.heading.lower())
        day = rules.place_and_day("", office.day).removeprefix(", ")
        said = words.say("decree.enclosed", kind=kind, symbol=office.symbol, day=day)
        blocks.append(sheet.line("attached", said))
    return blocks + word_parts.part(sheet, one.content)


def _closed(sheet: Sheet, blocks: list[Block], closing: list[str]) -> list[Block]:
    """The last sentences behind the blocks. As many lines of text as an office wants to see above
    a signature stand on its page: where the last sentence is shorter, what is before it too."""
    *before, last = closing or [""]
    made = [*blocks, *(sheet.line("body", text) for text in before)]
    lines, at = sheet.lines("body", last + rules.END, sheet.room, rules.INDENT), len(made)
    for text in (*reversed(before), None):
        if lines >= rules.SIGNED or at == 0:
            break
        made[:at] = _kept_end(made[:at])
        at -= 1
        lines += sheet.lines("body", text, sheet.room, rules.INDENT) if text else rules.SIGNED
    return [*made, word_parts.ended(sheet, last, rules.END)]


def _kept_end(blocks: Sequence[Block]) -> list[Block]:
    """The last of them on one page with what follows, of a table its last row."""
    if not blocks:
        return []
    *before, last = blocks
    if not last.xml.startswith("<w:tbl>"):
        return [*before, kept_block(last)]
    return [*before, Block(word_tables.kept_last(last.xml), last.height, True)]


def _signed(sheet: Sheet, paper: Paper, blocks: list[Block]) -> list[Block]:
    signs = signature(sheet, paper)
    return [*_kept_end(blocks), *signs] if signs else blocks


def _code(sheet: Sheet, text: str) -> Block:
    drawn, side = word_charts.qr(sheet, text)
    said = sheet.words["letters.qr_caption"]
    widths = (side + 4, sheet.room - side - 4)
    cells = [
        Cell(paragraph(sheet.ids["figure"], drawn)),
        Cell(paragraph(sheet.ids["note"], run(said)), middle=True),
    ]
    return Block(table([row(cells, widths)], widths), lambda: side + 3.0)
