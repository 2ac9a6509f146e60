"""The questions that answers are read by, found by their code or their text."""

import re
from dataclasses import dataclass, field

from dashboard.folding import fold
from dashboard.importing.model.records import Question

# "12. ", "C12: ", "Câu hỏi 12)" before the text; the mark may touch the text.
_LED = re.compile(
    r"\s*(?:câu\s+(?:hỏi\s+)?(?:số\s+)?)?([\w.]*?\d\w*(?:\.\d+)*)\s*[.:)\-–]\s*", re.IGNORECASE
)
_BRACKETED = re.compile(r".*\[([^\[\]]+)\]\s*\*?\s*")  # a row of a grid in Google Forms
_CODE_LIKE = re.compile(r"(?:câu\s*)?[A-ZĐ]{0,3}\d{1,3}[A-Za-z]?(?:\.\d{1,2})?", re.IGNORECASE)
_SIGNS = re.compile(r"[^\w]+")


@dataclass(frozen=True)
class Questionnaire:
    """Questions by folded code; texts leads a folded text to its code. is_own: they stand in
    the file whose answers are read by them."""

    questions: dict[str, Question] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    is_own: bool = False

    def find(self, label: str) -> str | None:
        """The folded code of the question that a heading names.

        Survey tools write the group before it ("phan1/C01"), and a column for each choice of a
        question after it ("C05/1"): such a column is no question.
        """
        if code := self._named(label):
            return code
        if match := _BRACKETED.fullmatch(label):
            return self._named(match[1])
        group, mark, own = label.rpartition("/")
        return self._named(own) if mark and not self.is_choice(label) else None

    def is_exact(self, label: str) -> bool:
        """Whether a heading is a question's code or text and nothing else."""
        return fold(label) in self.questions or _plain(label) in self.texts

    def is_choice(self, label: str) -> bool:
        """Whether a heading is a question's and one of its choices: "phan1/C05/2"."""
        *before, _ = label.split("/")
        return any(self._named(name) for name in (*before, "/".join(before)))

    def _named(self, label: str) -> str | None:
        """The question whose code or text this is."""
        whole = fold(label)
        for said in (whole, whole.removeprefix("cau ")):
            for code in (said, said.replace("/", "."), said.replace("/", "_")):
                if code in self.questions:
                    return code
        if found := self.texts.get(_plain(label)):
            return found
        led = _LED.match(label)
        if not led:
            return None
        code, rest = fold(led.group(1)), label[led.end() :]
        if found := self.texts.get(_plain(rest)):
            return found
        is_apart = led.group(0)[-1].isspace()  # 1.1 is no question 1
        return code if is_apart and code in self.questions else None


def questionnaire(questions: dict[str, Question], is_own: bool = False) -> Questionnaire:
    """Ready for finding; a text that two questions share finds neither."""
    texts: dict[str, str] = {}
    shared: set[str] = set()
    for code, question in questions.items():
        plain = _plain(question.text)
        if plain in texts:
            shared.add(plain)
        texts[plain] = code
    found = {text: code for text, code in texts.items() if text and text not in shared}
    return Questionnaire(questions, found, is_own)


def is_code_like(label: str) -> bool:
    """Whether a heading looks like a question's code, for answers that come without questions."""
    return bool(_CODE_LIKE.fullmatch(label.strip()))


def _plain(written: str) -> str:
    return _SIGNS.sub(" ", fold(written)).strip()
