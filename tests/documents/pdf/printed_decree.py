"""Decree 30/2020/NĐ-CP, annex I, as a checker of what is printed on finished pages.

The ranges stand here as the decree writes them, apart from the values in decree30.py.
"""

import re
from dataclasses import dataclass

# Millimetres and points, from and to.
MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
FONTS = ("Times New Roman", "Liberation Serif")  # the second has the widths of the first
_DAY = re.compile(r".+, ngày (\d{2}|…) tháng (0[12]|[3-9]|1[012]|…) năm (\d{4}|…)")
_NUMBER = re.compile(r"Số: +\d*/[A-ZĐ]+(-[A-ZĐ]+)*")


@dataclass(frozen=True)
class Line:
    """A text of the first page as it is set; size: points."""

    text: str
    size: float
    bold: bool = False
    italic: bool = False
    font: str = "Times New Roman"


@dataclass(frozen=True)
class Facts:
    """What was read out of a finished report or minutes.

    paper: width, height; margins: by name of side; both in millimetres, None where a file does
    not say them. lines: the first page's, letterhead to body, without figures and footer.
    page_numbers: what stands in the top margin of each page.
    """

    kind: str
    heading: str
    office: str
    paper: tuple[float, float]
    margins: dict[str, float]
    lines: tuple[Line, ...]
    page_numbers: tuple[str, ...]
    end: tuple[Line, ...]


def broken(facts: Facts) -> list[str]:
    """The rules that a document breaks, a sentence each."""
    return [*_page(facts), *_letterhead(facts), *_order(facts), *_text(facts), *_end(facts)]


def _page(facts: Facts) -> list[str]:
    found = []
    if [round(side) for side in facts.paper] != [210, 297]:
        found.append(f"paper {facts.paper} is no A4")
    for side, (least, most) in MARGINS.items():
        if side in facts.margins and not least - 0.1 <= facts.margins[side] <= most + 0.1:
            found.append(f"margin {side}: {facts.margins[side]}")
    if facts.page_numbers[0]:
        found.append("the first page has a number")
    return found


def _letterhead(facts: Facts) -> list[str]:
    """Each element of the scheme: its letters."""
    rules = [
        (NATION, (12, 13), True, False),
        (MOTTO, (13, 14), True, False),
        (facts.office, (12, 13), True, False),
        (_NUMBER, (13, 13), False, False),
        (facts.heading, (13, 14), True, False),
    ]
    if facts.kind == "report":
        rules.append((_DAY, (13, 14), False, True))
    found = [_set(facts, *rule) for rule in rules]
    if facts.kind == "minutes" and any(_DAY.fullmatch(line.text) for line in facts.lines):
        found.append("minutes have place and date in their letterhead")
    return [each for each in found if each]


def _set(
    facts: Facts, text: str | re.Pattern[str], sizes: tuple[int, int], bold: bool, italic: bool
) -> str:
    line = next((line for line in facts.lines if _is(line, text)), None)
    name = text if isinstance(text, str) else text.pattern
    if line is None:
        return f"no {name}"
    is_right = sizes[0] <= line.size <= sizes[1] and (line.bold, line.italic) == (bold, italic)
    return "" if is_right else f"{name} is set wrongly: {line}"


def _is(line: Line, text: str | re.Pattern[str]) -> bool:
    return line.text == text if isinstance(text, str) else bool(text.fullmatch(line.text))


def _order(facts: Facts) -> list[str]:
    """Letterhead, kind, then the body; the nation's name above its motto."""
    texts = [line.text for line in facts.lines]
    wanted = [each for each in (NATION, MOTTO, facts.heading) if each in texts]
    places = [texts.index(each) for each in wanted]
    return [] if places == sorted(places) else [f"order: {wanted}"]


def _text(facts: Facts) -> list[str]:
    found = [f"font {line.font}" for line in facts.lines if line.font not in FONTS]
    start = next((n for n, line in enumerate(facts.lines) if line.text == facts.heading), 0)
    upright = [line.size for line in facts.lines[start:] if not line.bold and not line.italic]
    if any(not 13 <= size <= 14 for size in upright):
        found.append(f"sizes of the body: {sorted(set(upright))}")
    return found


def _end(facts: Facts) -> list[str]:
    """The sign ./., who signs, who receives: power and post in capitals, a list with its signs."""
    if not facts.end or not facts.end[0].text.endswith("./."):
        return ["no ./. at the end"]
    receives = [n for n, line in enumerate(facts.end) if line.text == "Nơi nhận:"]
    if len(receives) != 1:
        return ["no Nơi nhận"]
    head = facts.end[receives[0]]
    listed = [line for line in facts.end if line.text.startswith("- ")]
    signs = [line for line in facts.end[1:] if line not in (head, *listed)]
    found = []
    if (head.size, head.bold, head.italic) != (12, True, True):
        found.append("letters of Nơi nhận")
    if any((line.size, line.bold, line.italic) != (11, False, False) for line in listed):
        found.append("letters of the recipients")
    if [line.text[-1] for line in listed] != [";"] * (len(listed) - 1) + ["."]:
        found.append("signs behind the recipients")
    upper = all(line.text == line.text.upper() and line.bold for line in signs)
    if not signs or not upper or any(not 13 <= line.size <= 14 for line in signs):
        found.append("letters of who signs")
    return found
