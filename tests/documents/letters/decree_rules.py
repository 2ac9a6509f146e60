"""What a clerk would find wrong in a letter by Decree 30/2020/NĐ-CP, annex I.

The ranges are written here by hand from the decree, so that a wrong value in decree30.py shows.
"""

import re
from collections.abc import Iterator

from dashboard.documents import decree30 as rules
from tests.documents.letters.word_reading import Line, Read, W

MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
BLACK = ("000000", "auto")
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]


def problems(content: bytes, kind: str) -> list[str]:
    """Everything that breaks the decree, in words; kind: report or minutes."""
    read = Read(content)
    lines = read.lines()
    return [
        *_pages(read),
        *_fonts(lines),
        *_letterhead(read, lines, kind),
        *_body(lines),
        *_numbers(lines),
        *_end(lines, kind),
        *_annexes(read, lines),
    ]


def _pages(read: Read) -> Iterator[str]:
    for place, section in enumerate(read.document.sections):
        wide, high = section.page_width.mm, section.page_height.mm
        if sorted((round(wide), round(high))) != [210, 297]:
            yield f"section {place} is not A4"
        if place == 0 and wide > high:
            yield "the letter lies across"
        for side, (low, top) in MARGINS.items():
            length = getattr(section, f"{side}_margin").mm
            if not low - 0.05 <= length <= top + 0.05:
                yield f"section {place}: {side} margin {length:.1f}"
        if not section.different_first_page_header_footer:
            yield f"section {place}: a number on the first page"
        if any(_has_number(line) for line in read.above(place, first=True)):
            yield f"section {place}: a number on the first page"
        numbers = [line for line in read.above(place) if _has_number(line)]
        if len(numbers) != 1:
            yield f"section {place}: no number from the second page on"
        for line in numbers:
            if line.look.get("jc") != "center":
                yield "the page number is not in the middle"
            if not _is(line, (13, 14), bold=False, italic=False):
                yield "the page number's letters"
        if section.header_distance.mm + 6 > section.top_margin.mm:
            yield "the page number is not in the top margin"


def _has_number(line: Line) -> bool:
    codes = [one.text or "" for one in line.element.iter(f"{W}instrText")]
    return any(code.split()[:1] == ["PAGE"] for code in codes)


def _fonts(lines: list[Line]) -> Iterator[str]:
    for line in lines:
        for run in line.runs:
            fonts = {run.get(f"rFonts.{kind}") for kind in ("ascii", "hAnsi", "cs", "eastAsia")}
            if fonts != {"Times New Roman"} or any("Theme" in key for key in run):
                yield f"font {fonts} of {run['text']!r}"
            if run.get("color", "auto") not in BLACK and line.where == "body":
                yield f"colour {run['color']} of {run['text']!r}"


def _is(line: Line, sizes: tuple[float, float], *, bold: bool, italic: bool) -> bool:
    size = line.number("sz") / 2
    looks = [line.look.get(name, "0") in ("1", "true") for name in ("b", "i")]
    return sizes[0] <= size <= sizes[1] and looks == [bold, italic]


def _find(lines: list[Line], text: str) -> int:
    return next((place for place, line in enumerate(lines) if line.text.startswith(text)), -1)


def _letterhead(read: Read, lines: list[Line], kind: str) -> Iterator[str]:
    first = read.document.element.body[0]
    if first.tag != f"{W}tbl":
        yield "no letterhead"
        return
    nation, motto, number = (_find(lines, text) for text in (rules.NATION, rules.MOTTO, "Số:"))
    if not 0 <= nation < motto < number:
        yield "order of the letterhead"
        return
    if not _is(lines[nation], (12, 13), bold=True, italic=False):
        yield "letters of the nation"
    if not _is(lines[motto], (13, 14), bold=True, italic=False):
        yield "letters of the motto"
    if "pBdr" not in {one.tag.removeprefix(W) for one in lines[motto + 1].element.find(f"{W}pPr")}:
        yield "no line below the motto"
    office = [line for line in lines[:nation] if line.text.strip()]
    if not office or any(line.text != line.text.upper() for line in office):
        yield "the office is not in capitals"
    elif not _is(office[-1], (12, 13), bold=True, italic=False):
        yield "letters of the office"
    if any(not _is(line, (12, 13), bold=False, italic=False) for line in office[:-1]):
        yield "letters of the body above"
    if not _is(lines[number], (13, 13), bold=False, italic=False):
        yield "letters of the number"
    if not re.fullmatch(r"Số: +\d*/[A-ZĐ]+(-[A-ZĐ]+)*", lines[number].text):
        yield f"number {lines[number].text!r}"
    yield from _day(lines[number + 1], kind)


def _day(line: Line, kind: str) -> Iterator[str]:
    if kind == "minutes":
        if line.text:
            yield "minutes with a day in the letterhead"
        return
    day = r".+, ngày (0[1-9]|[12]\d|3[01]|…) tháng (0[12]|[3-9]|1[0-2]|…) năm (\d{4}|…)"
    if not re.fullmatch(day, line.text):
        yield f"place and day {line.text!r}"
    if not _is(line, (13, 14), bold=False, italic=True):
        yield "letters of place and day"


def _body(lines: list[Line]) -> Iterator[str]:
    for line in lines:
        if line.style in ("Title", "Subtitle"):
            if not _is(line, (13, 14), bold=True, italic=False) or line.look["jc"] != "center":
                yield f"kind or subject: {line.text!r}"
            if line.style == "Title" and line.text != line.text.upper():
                yield "the kind is not in capitals"
        if line.style in ("Body Text", "PAPI Bases"):
            if not _is(line, (13, 14), bold=False, italic=line.style == "PAPI Bases"):
                yield f"letters of {line.text!r}"
            yield from _placed(line)


def _placed(line: Line) -> Iterator[str]:
    if line.look.get("jc") != "both":
        yield f"not justified: {line.text!r}"
    first = line.number("ind.firstLine") / 1440 * 25.4
    if not (abs(first - 10) < 0.1 or abs(first - 12.7) < 0.1):
        yield f"first line {first:.1f} mm: {line.text!r}"
    if line.number("spacing.after") + line.number("spacing.before") < 6 * 20:
        yield f"less than 6 pt after {line.text!r}"
    if not 240 <= line.number("spacing.line") <= 360:
        yield f"distance of lines in {line.text!r}"


def _numbers(lines: list[Line]) -> Iterator[str]:
    """Sections by Roman numbers in capitals, parts by Arabic ones from 1 in each."""
    section = part = 0
    for line in lines:
        if line.style == "heading 1":
            section, part = section + 1, 0
            if not line.text.startswith(f"{ROMAN[section - 1]}. "):
                yield f"section {section}: {line.text!r}"
            if line.text != line.text.upper() or not _is(line, (13, 14), bold=True, italic=False):
                yield f"letters of section {line.text!r}"
        if line.style == "heading 2":
            part += 1
            if not line.text.startswith(f"{part}. "):
                yield f"part {part}: {line.text!r}"
            if not _is(line, (13, 14), bold=True, italic=False):
                yield f"letters of part {line.text!r}"


def _end(lines: list[Line], kind: str) -> Iterator[str]:
    ends = [place for place, line in enumerate(lines) if line.text.endswith("./.")]
    signs = [place for place, line in enumerate(lines) if line.style == "PAPI Signs"]
    receives = _find(lines, "Nơi nhận:")
    if len(ends) != 1 or not signs or min(signs) < ends[0] or receives < ends[0]:
        yield "the end, signature and recipients"
        return
    if not all("keepNext" in line.look for line in lines[ends[0] : ends[0] + 2]):
        yield "the signature may stand alone on a page"
    for place in signs:
        line = lines[place]
        if line.text != line.text.upper() or not _is(line, (13, 14), bold=True, italic=False):
            yield f"letters of who signs: {line.text!r}"
    if not _is(lines[receives], (12, 12), bold=True, italic=True):
        yield "letters of Nơi nhận"
    listed = [line for line in lines if line.style == "PAPI Recipient"]
    if not all(_is(line, (11, 11), bold=False, italic=False) for line in listed):
        yield "letters of the recipients"
    if [line.text[-1] for line in listed] != [";"] * (len(listed) - 1) + ["."]:
        yield "signs behind the recipients"
    if kind == "report" and "Lưu: VT" not in listed[-1].text:
        yield "no copy for the registry"


def _annexes(read: Read, lines: list[Line]) -> Iterator[str]:
    annexes = [line for line in lines if line.style == "PAPI Annex"]
    for place, line in enumerate(annexes):
        named = f"Phụ lục {ROMAN[place]}" if len(annexes) > 1 else "Phụ lục"
        if line.text != named or not _is(line, (14, 14), bold=True, italic=False):
            yield f"annex {line.text!r}"
    sections = read.document.element.body.iter(f"{W}sectPr")
    for place, section in enumerate(sections):
        counted = section.find(f"{W}pgNumType")
        if place and (counted is None or counted.get(f"{W}start") != "1"):
            yield f"annex {place} is not counted for itself"
    if len(read.document.sections) != 1 + len(annexes):
        yield "an annex without a section of its own"
