"""Brief, bulletin, letters, slides: the data of their .typ files."""

from dataclasses import dataclass
from typing import Any

from dashboard.documents import decree30
from dashboard.documents.model.paper import Paper
from dashboard.documents.pdf.paper_data import LINE, SENTENCE, Room, part
from dashboard.documents.pdf.printable import printable
from dashboard.documents.pdf.qr_code import svg

_POINTS = 72 / 25.4  # of a millimetre
_TABLE = 0.85  # of the size of the text


@dataclass(frozen=True)
class Form:
    """A kind's page. width, height: millimetres for a part; sizes: points of its letters, the
    first that fits; pages: at most so many (None: as many as it takes); figure: the size of a
    figure's letters, of those of the text."""

    width: float
    height: float
    sizes: tuple[float, ...]
    pages: int | None = None
    figure: float = 0.8

    def room(self, size: float) -> Room:
        return Room(self.width * _POINTS, self.height * _POINTS, size * self.figure, size * _TABLE)


FORMS = {
    "brief": Form(170, 220, (13, 12.5, 12, 11.5, 11), 2),
    "bulletin": Form(180, 220, (16, 15, 14, 13, 12), 1, figure=0.85),
    "reminders": Form(170, 220, (12.5,)),
    "slides": Form(302.7, 118, (20,), figure=0.7),
}


def loose(paper: Paper, size: float, rest: str = "") -> dict[str, Any]:
    """The data beside what every file needs. rest: what is said of what was left out."""
    room = FORMS[paper.kind].room(size)
    office = paper.office
    signed = decree30.place_and_day(office.place, office.day) if office else ""
    return {
        "size": size,
        "unit": printable(office.name if office else paper.stamp.unit, LINE),
        "place_and_day": printable(signed, LINE),
        "opening": [printable(line.text, SENTENCE) for line in paper.opening if line],
        "parts": [part(each, room) for each in paper.parts],
        "letters": [
            {
                "to": printable(letter.to, LINE),
                "say": [printable(line.text, SENTENCE) for line in letter.say if line],
                "parts": [part(each, room) for each in letter.parts],
            }
            for letter in paper.letters
        ],
        "signs": [
            printable(line, LINE)
            for sign in (office.signs if office else ())
            for line in sign
            if line
        ],
        "closing": [printable(line.text, SENTENCE) for line in paper.closing if line],
        "rest": [rest] if rest else [],
        "qr": svg(paper.plain) if paper.plain else "",
    }
