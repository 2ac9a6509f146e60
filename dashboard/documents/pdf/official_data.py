"""Report and minutes: what decree30.py rules, with the letterhead's and signature's texts."""

from dataclasses import asdict
from typing import Any

from dashboard.documents import decree30
from dashboard.documents.model.paper import Annex, Office, Paper, Section
from dashboard.documents.pdf.paper_data import LINE, SENTENCE, TITLE, Room, part
from dashboard.documents.pdf.printable import printable
from dashboard.words import Words, words

_POINTS = 72 / 25.4  # of a millimetre
_FIGURE = 9.5  # points of the letters in a figure
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ENDS = " ;,."


def official(paper: Paper) -> dict[str, Any]:
    """The data of official.typ beside what every file needs."""
    said = words(paper.language)
    return {
        "rules": _rules(),
        "office": _office(paper, said),
        "opening": _opening(paper, said),
        "sections": _sections(paper.sections),
        "closing": _closing(paper),
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
    return {
        "above": printable(office.above, LINE),
        "name": printable(office.name, LINE),
        "number": printable(decree30.number(office.symbol), LINE),
        "place_and_day": printable(decree30.place_and_day(office.place, office.day), LINE),
        "signs": [[printable(text, LINE) for text in sign] for sign in signs],
        "recipients": _listed(office.recipients),
        "addressees": _listed(office.addressees),
    }


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
        paper.kind == "report" and (line.endswith(";") or line.startswith(said["pdf.base"]))
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


def _sections(sections: tuple[Section, ...]) -> list[dict[str, Any]]:
    """Parts with a title are numbered within their section, one alone is not."""
    made = []
    is_headed = False
    for section in sections:
        is_headed = is_headed or bool(section.heading)
        titled = [each for each in section.parts if each.title]
        parts = []
        for each in section.parts:
            number = f"{titled.index(each) + 1}. " if each.title and len(titled) > 1 else ""
            whole = part(each, upright(), f"{number}{each.title}")
            parts.append({**whole, "level": 2 if is_headed else 1})
        said = [printable(line.text, SENTENCE) for line in section.say if line]
        heading = printable(section.heading, TITLE)
        made.append({"heading": heading, "say": said, "parts": parts})
    return made


def _closing(paper: Paper) -> list[str]:
    lines = [printable(line.text, SENTENCE) for line in paper.closing if line] or [""]
    return [*lines[:-1], lines[-1].rstrip(_ENDS + "/") + decree30.END]


def _annex(annex: Annex, place: int, paper: Paper, said: Words) -> dict[str, Any]:
    number = f" {_ROMAN[place] if place < len(_ROMAN) else place + 1}"
    office = paper.office
    return {
        "name": said["pdf.annex"] + (number if len(paper.annexes) > 1 else ""),
        "title": printable(annex.title, TITLE),
        "enclosed": said.say(
            "pdf.enclosed",
            heading=printable(paper.heading.capitalize(), LINE),
            symbol=printable(office.symbol if office else "", LINE),
        ),
        "is_wide": annex.is_wide,
        "part": {**part(annex.part, across() if annex.is_wide else upright()), "level": 2},
    }


def upright() -> Room:
    """The room of a page."""
    return _room(*decree30.PAPER)


def across() -> Room:
    """The room of a page that lies wide."""
    return _room(*reversed(decree30.PAPER))


def _room(width: float, height: float) -> Room:
    return Room(
        (width - decree30.LEFT - decree30.RIGHT) * _POINTS,
        (height - decree30.TOP - decree30.BOTTOM) * _POINTS - 80,
        _FIGURE,
        decree30.TABLE.size,
    )
