"""Who signs a letter and who receives it, on one page with its last lines."""

from collections.abc import Sequence
from functools import partial

from dashboard.documents import decree30 as rules
from dashboard.documents.letters.word_sheet import MM, Block, Sheet
from dashboard.documents.letters.word_xml import Cell, kept, lines_of, paragraph, row, run, table
from dashboard.documents.model.paper import Office, Paper
from dashboard.documents.text_widths import balanced

_ROOM = 5  # lines left for the signature and its stamp
_MINUTES = "minutes"


def signature(sheet: Sheet, paper: Paper) -> list[Block]:
    """Recipients at the left, powers, post and room for the name at the right; of minutes those
    who sign beside each other, recipients below."""
    office = paper.office
    if office is None or not (office.signs or office.recipients):
        return []
    space = Block(kept(paragraph(sheet.ids["normal"], "", _SMALL)), lambda: 4.0, True)
    receives = _recipients(sheet, office)
    if paper.kind != _MINUTES or len(office.signs) < 2:
        signs = [line for sign in office.signs for line in sign if line]
        widths: tuple[float, ...] = (sheet.room * 0.45, sheet.room * 0.55)
        rows = [row([Cell(receives), Cell(_signs(sheet, signs, widths[1]))], widths)]
        return [space, _block(rows, widths)]
    widths = (sheet.room / len(office.signs),) * len(office.signs)
    every = [[line for line in sign if line] for sign in office.signs]
    cells = [Cell(_signs(sheet, sign, widths[0])) for sign in every]
    rows = [kept(row(cells, widths))]
    rows.append(row([Cell(receives, len(widths))], widths))
    return [space, _block(rows, widths)]


_SMALL = '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>'


def _block(rows: Sequence[str], widths: Sequence[float]) -> Block:
    high = (_ROOM + 3) * rules.SIGNS.size * 1.15 * MM
    return Block(table(rows, widths), lambda: high)


def _signs(sheet: Sheet, lines: Sequence[str], room: float) -> str:
    said = [
        paragraph(sheet.ids["signs"], lines_of(_broken(sheet, line.upper(), room)))
        for line in lines
    ]
    return "".join(said) + paragraph(sheet.ids["signs"], "") * _ROOM


def _broken(sheet: Sheet, line: str, room: float) -> list[str]:
    return balanced(line, room, partial(sheet.width, "signs"), frozenset(rules.FIELDS))


def _recipients(sheet: Sheet, office: Office) -> str:
    if not office.recipients:
        return paragraph(sheet.ids["recipients"], "")
    said = [paragraph(sheet.ids["recipients"], run(sheet.words["decree.recipients"]))]
    for place, name in enumerate(office.recipients, 1):
        end = ";" if place < len(office.recipients) else "."
        said.append(paragraph(sheet.ids["recipient"], run(name.rstrip(".;") + end)))
    return "".join(said)
