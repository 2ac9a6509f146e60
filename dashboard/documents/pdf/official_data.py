"""Report and minutes: what decree30.py rules, with the letterhead's and signature's texts."""

import math
import re
from dataclasses import asdict
from typing import Any

from dashboard.documents import decree30
from dashboard.documents.model.paper import Annex, Office, Paper, Section, numbered
from dashboard.documents.pdf.paper_data import LINE, SENTENCE, TITLE, Room, part, subject
from dashboard.documents.pdf.printable import printable
from dashboard.documents.text_widths import balanced, width
from dashboard.folding import capital, fold
from dashboard.words import Words, words

_POINTS = 72 / 25.4  # of a millimetre
_FIGURE = 9.5  # points of the letters in a figure
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMBERED = re.compile(r"[IVXL]+\. ")
# Folded first words of names of places: an office's name breaks before them.
_PLACES = frozenset({"xa", "phuong", "thi", "huyen", "quan", "tinh", "thanh", "dac"})
_ENDS = " ;,."
_WIDE = 0.9  # of the room: a longer subject is broken


def official(paper: Paper) -> dict[str, Any]:
    """The data of official.typ beside what every file needs."""
    said = words(paper.language)
    return {
        "rules": _rules(),
        "office": _office(paper, said),
        "subject": _subject(paper),
        "opening": _opening(paper, said),
        "sections": _sections(paper.sections, said),
        **_closing(paper),
        "annexes": [_annex(annex, place, paper, said) for place, annex in enumerate(paper.annexes)],
    }


def _rules() -> dict[str, Any]:
    """Every value of decree30.py by its name in small letters."""
    values = {name.lower(): value for name, value in vars(decree30).items() if name.isupper()}
    return {
        name: asdict(value) if isinstance(value, decree30.Letters) else value
        for name, value in values.items()
    }


def _office(paper: Paper, said: Words) -> dict[str, Any]:
    office = paper.office or Office("", paper.stamp.unit, "", "", None, ())
    signs = office.signs
    if paper.kind == "minutes" and len(signs) < 2:
        signs = (("", said["pdf.secretary"]), ("", said["pdf.chair"]))
    room = upright().width / max(len(signs) if paper.kind == "minutes" else 2, 2)
    lines = [
        [line for text in sign if text for line in _signed(printable(text, LINE), room)]
        for sign in signs
    ]
    if paper.kind != "minutes":  # power, deputy's power and post are one signature
        lines = [[line for sign in lines for line in sign]] if lines else []
    return {
        "above": _name(office.above, decree30.ABOVE),
        "name": _name(office.name, decree30.OFFICE),
        "number": printable(decree30.number(office.symbol), LINE) if office.symbol else "",
        "place_and_day": printable(decree30.place_and_day(office.place, office.day), LINE),
        "signs": lines,
        "recipients": _listed(office.recipients),
        "addressees": _listed(office.addressees),
    }


def _signed(post: str, room: float) -> list[str]:
    """A power or post of who signs, in lines."""
    letters = decree30.SIGNS

    def measure(line: str) -> float:
        return width(line, letters.size, letters.bold, serif=True)

    return balanced(post, room, measure, frozenset(decree30.FIELDS))


def _name(name: str, letters: decree30.Letters) -> list[str]:
    """A body's name, the place in a line of its own where there is no room for all in one."""
    text = printable(name, LINE).upper()
    room = (decree30.PAPER[0] - decree30.LEFT - decree30.RIGHT - decree30.LETTERHEAD[1]) * _POINTS
    every = text.split(" ")
    breaks = [place for place, word in enumerate(every) if place and fold(word) in _PLACES]
    if not breaks or width(text, letters.size, letters.bold) <= room:
        return [text] if text else []
    return [" ".join(every[: breaks[0]]), " ".join(every[breaks[0] :])]


def _subject(paper: Paper) -> list[str]:
    """One line where there is room, else the period in a line of its own."""
    lines, text = subject(paper), paper.title.text[:TITLE]
    is_long = width(text, decree30.SUBJECT.size, True) > upright().width * _WIDE
    return [printable(line, TITLE) for line in (lines if is_long else [" ".join(lines)])]


def _listed(texts: tuple[str, ...]) -> list[str]:
    """Each ends in ";", the last in "."; one alone is no list."""
    bare = [printable(text.rstrip(_ENDS), LINE) for text in texts]
    if len(bare) < 2:
        return bare
    return [f"{text};" for text in bare[:-1]] + [f"{text}." for text in bare[-1:]]


def _opening(paper: Paper, said: Words) -> list[dict[str, Any]]:
    """Bases are set apart: they are those that end in ";" or begin with the word for it."""
    lines = [printable(line.text, SENTENCE) for line in paper.opening if line]
    bases = [
        paper.kind == "report" and (line.endswith(";") or line.startswith(said["decree.base"]))
        for line in lines
    ]
    last = max((place for place, is_base in enumerate(bases) if is_base), default=None)
    return [
        {
            "text": line.rstrip(_ENDS) + ("." if place == last else ";") if is_base else line,
            "is_base": is_base,
        }
        for place, (line, is_base) in enumerate(zip(lines, bases, strict=True))
    ]


def _sections(sections: tuple[Section, ...], said: Words) -> list[dict[str, Any]]:
    """Headings have a Roman number, the parts of each an Arabic one."""
    made = []
    for place, section in enumerate(sections):
        heading = section.heading
        if heading and not _NUMBERED.match(heading):
            heading = f"{_roman(place)}. {heading}"
        lines = [printable(line.text, SENTENCE) for line in section.say if line]
        if not lines and not section.parts:
            lines = [said["decree.nothing"]]
        parts = [
            {**part(each, upright(), f"{number}{each.title}"), "level": 2 if heading else 1}
            for number, each in numbered(section.parts)
        ]
        made.append({"heading": printable(heading, TITLE), "say": lines, "parts": parts})
    return made


def _roman(place: int) -> str:
    return _ROMAN[place] if place < len(_ROMAN) else str(place + 1)


def _closing(paper: Paper) -> dict[str, Any]:
    """The last lines of text, SIGNED of which stand on the page of the signature; is_closing_short:
    they are not as many, so what stands before them does too."""
    said = [printable(line.text, SENTENCE) for line in paper.closing if line] or [""]
    said[-1] = said[-1].rstrip(_ENDS + "/") + decree30.END
    below, lines = 0, []
    for text in reversed(said):
        lines.append({"text": text, "is_kept": below < decree30.SIGNED})
        letters = width(text, decree30.BODY.size, serif=True)
        below += math.ceil((decree30.INDENT * _POINTS + letters) / upright().width)
    return {"closing": lines[::-1], "is_closing_short": below < decree30.SIGNED}


def _annex(annex: Annex, place: int, paper: Paper, said: Words) -> dict[str, Any]:
    office, enclosed = paper.office, ""
    if office and office.symbol:
        day = decree30.place_and_day("", office.day).removeprefix(", ")
        kind = capital(paper.heading.lower())
        enclosed = said.say("decree.enclosed", kind=kind, symbol=office.symbol, day=day)
    return {
        "name": said["decree.annex"] + (f" {_roman(place)}" if len(paper.annexes) > 1 else ""),
        "title": printable(annex.title, TITLE),
        "enclosed": printable(enclosed, TITLE),
        "is_wide": annex.is_wide,
        "part": {**part(annex.content, across() if annex.is_wide else upright()), "level": 2},
    }


def upright() -> Room:
    """The room of a page."""
    return _room(*decree30.PAPER)


def across() -> Room:
    """The room of a page that lies wide."""
    return _room(*reversed(decree30.PAPER))


def _room(wide: float, high: float) -> Room:
    return Room(
        (wide - decree30.LEFT - decree30.RIGHT) * _POINTS,
        (high - decree30.TOP - decree30.BOTTOM) * _POINTS - 80,
        _FIGURE,
        decree30.TABLE.size,
    )
