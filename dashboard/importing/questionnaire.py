"""The questions that answers are read by, found by their code or their text."""

import re
from dataclasses import dataclass, field

from dashboard.folding import fold
from dashboard.importing.model import Question

_LED = re.compile(r"\s*(?:câu\s+)?([\w.]*\d[\w.]*)\s*[.:)\-–]\s", re.IGNORECASE)
_CODE_LIKE = re.compile(r"(?:câu\s*)?[A-ZĐ]{0,3}\d{1,3}[A-Za-z]?(?:\.\d{1,2})?", re.IGNORECASE)
_SIGNS = re.compile(r"[^\w]+")


@dataclass(frozen=True)
class Questionnaire:
    """Questions by folded code; texts leads a folded text to its code."""

    questions: dict[str, Question] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def find(self, label: str) -> str | None:
        """The folded code of the question that a heading names."""
        folded = fold(label).removeprefix("cau ")
        if folded in self.questions:
            return folded
        if code := self.texts.get(_plain(label)):
            return code
        led = _LED.match(label)
        if not led:
            return None
        code = fold(led.group(1))
        rest = self.texts.get(_plain(label[led.end() :]))
        return rest or (code if code in self.questions else None)


def questionnaire(questions: dict[str, Question]) -> Questionnaire:
    """Ready for finding; a text that two questions share finds neither."""
    texts: dict[str, str] = {}
    shared: set[str] = set()
    for code, question in questions.items():
        plain = _plain(question.text)
        if plain in texts:
            shared.add(plain)
        texts[plain] = code
    return Questionnaire(questions, {t: c for t, c in texts.items() if t and t not in shared})


def is_code_like(label: str) -> bool:
    """Whether a heading looks like a question's code, for answers that come without questions."""
    return bool(_CODE_LIKE.fullmatch(label.strip()))


def _plain(written: str) -> str:
    return _SIGNS.sub(" ", fold(written)).strip()
