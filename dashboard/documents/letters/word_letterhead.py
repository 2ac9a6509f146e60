"""What stands above a letter's text: the nation, the office, number and day, kind and subject."""

from dashboard.documents import decree30 as rules
from dashboard.documents.letters.word_sheet import MM, Block, Sheet
from dashboard.documents.letters.word_xml import Cell, lines_of, paragraph, row, run, table, twips
from dashboard.documents.model.paper import Office, Paper
from dashboard.documents.text_widths import balanced

# Folded first words of names of places: "Thị trấn" begins with "thi".
_KINDS = frozenset({"xa", "phuong", "thi", "huyen", "quan", "tinh", "thanh", "dac"})
_AFTER = 160  # twentieths of a point below the last addressee
_WIDE = 0.9  # of the room: longer subjects are broken


def letterhead(sheet: Sheet, paper: Paper) -> list[Block]:
    """Kind and subject below the office's letterhead; minutes tell day and place in their text."""
    blocks = []
    if paper.office:
        blocks.append(_above(sheet, paper.office, with_day=paper.kind != "minutes"))
        # Without a line between, LibreOffice lets headings stand alone at the page's end.
        blocks.append(Block(paragraph(sheet.ids["line"], ""), lambda: 2 * MM))
    blocks.append(sheet.line("heading", paper.heading.upper()))
    if paper.title:
        subject = _subject(sheet, paper)
        blocks.append(sheet.write("subject", lines_of(subject), paper.title.text))
        line = sheet.rule("subject", subject[-1], rules.SHORT_LINE)
        blocks.append(Block(line, lambda: 2.0, is_kept=True))
        after = paragraph(sheet.ids["line"], "")
        blocks.append(Block(after, lambda: 2 * MM))
    return blocks


def _above(sheet: Sheet, office: Office, with_day: bool) -> Block:
    right = rules.LETTERHEAD[1]
    widths = (sheet.room - right, right)
    said, above = [], []
    if office.above:
        above = _name(sheet, "above", office.above, widths[0])
        said.append(paragraph(sheet.ids["above"], lines_of(above)))
    name = _name(sheet, "office", office.name, widths[0])
    said.append(paragraph(sheet.ids["office"], lines_of(name)))
    said.append(sheet.rule("office", name[-1], rules.SHORT_LINE, widths[0]))
    nation = [
        paragraph(sheet.ids["nation"], run(rules.NATION)),
        paragraph(sheet.ids["motto"], run(rules.MOTTO)),
        sheet.rule("motto", rules.MOTTO, 1, right),
    ]
    number = rules.number(office.symbol) if office.symbol else ""
    day = rules.place_and_day(office.place, office.day) if with_day else ""
    rows = [
        row([Cell("".join(said)), Cell("".join(nation))], widths),
        row(
            [
                Cell(paragraph(sheet.ids["number"], run(number))),
                Cell(paragraph(sheet.ids["place"], run(day))),
            ],
            widths,
        ),
    ]
    lines = max(len(name) + len(above), 2) + 1
    return Block(table(rows, widths), lambda: (lines * rules.OF_MOTTO.size * 1.15 + 14) * MM, True)


def _name(sheet: Sheet, style: str, text: str, room: float) -> list[str]:
    """A body's name in capitals, its kind of place at the beginning of a line."""
    return balanced(text.upper(), room, lambda line: sheet.width(style, line), _KINDS)


def _subject(sheet: Sheet, paper: Paper) -> list[str]:
    """The subject in lines; the period that ends it is not torn."""
    text, period, room = paper.title.text, paper.stamp.period, sheet.room * _WIDE
    before = text.removesuffix(period).rstrip()

    def width(line: str) -> float:
        return sheet.width("subject", line)

    if period and before and before != text and width(text) > room:
        return [*balanced(before, room, width), period]
    return balanced(text, room, width)


def addressees(sheet: Sheet, office: Office) -> list[Block]:
    """To whom a report goes: one beside the words, several below each other behind the colon."""
    to = sheet.words["decree.to"]
    names = office.addressees
    if len(names) < 2:
        centred = '<w:jc w:val="center"/>'
        text = f"{to} {names[0]}" if names else ""
        return [sheet.write("addressee", run(text), text, centred)] if names else []
    behind = sheet.width("addressee", f"{to} ")
    longest = max(sheet.width("addressee", f"- {name};") for name in names)
    left = max(0.0, (sheet.room - behind - longest) / 2)
    dash = sheet.width("addressee", "- ")
    about = f'<w:ind w:left="{twips(left)}" w:firstLine="0"/>'
    blocks = [sheet.write("addressee", run(to), to, about)]
    indent = f'<w:ind w:left="{twips(left + behind + dash)}" w:hanging="{twips(dash)}"/>'
    for place, name in enumerate(names, 1):
        is_last = place == len(names)
        text = f"- {name.rstrip('.;')}{'.' if is_last else ';'}"
        about = f'<w:spacing w:before="0" w:after="{_AFTER if is_last else 0}"/>{indent}'
        blocks.append(sheet.write("addressee", run(text), text, about))
    return blocks
