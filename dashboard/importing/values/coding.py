"""An answer as written on a form -> its number, or why there is none."""

import re

from dashboard.importing.model.records import Question
from dashboard.importing.model.sheet import typed
from dashboard.importing.values.cells import decimal
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.vocabulary import Lexicon, tokens

DONT_KNOW = {88.0, 888.0}
REFUSED = {99.0, 999.0}

_NONE = ("dont_know", "refused")
_ENDS = " .!"
_CHOICE_NAME = re.compile(r"[a-z]+(?:_[a-z]+)+")

_NUMBER = r"-?\d+(?:[.,]\d+)?"
_CODE_FIRST = re.compile(rf"\s*({_NUMBER})\s*[=:]\s*(.+?)\s*\.?\s*")
_LABEL_FIRST = re.compile(rf"\s*(.+?)\s*[=:]\s*({_NUMBER})\s*\.?\s*")
_SEVERAL = re.compile(r"\d+(?:\s+\d+)+")
_LED_BY_CODE = re.compile(rf"({_NUMBER})\s*[-–.:)=(]\s*(\D.*)")


class Answers:
    """Reads the answers to one question."""

    def __init__(self, question: Question):
        self.question = question
        labels = coding(question.coding)
        self.codes = frozenset(labels.values())
        self.meant = self._meant(labels)
        self.labels = Lexicon(tuple((tokens(label), str(code)) for label, code in labels.items()))

    def _meant(self, labels: dict[str, float]) -> dict[float, float | str]:
        """Codes that stand for an answer by their label: 2 of "1 = Có; 2 = Không" is 0, and 8 of
        "8 = Không biết" none. Of Có and Không only where these have other codes than 1 and 0."""
        words = {code: vocabulary.exact("answer", label) for label, code in labels.items()}
        answers = {code: word for code, word in words.items() if word in ("0", "1")}
        none = {c: word for c, word in words.items() if word in _NONE and not self._holds(c)}
        if self._is_yes_no() and not answers.keys() <= {0.0, 1.0}:
            return {code: float(word) for code, word in answers.items()} | none
        return dict(none)

    def _holds(self, code: float) -> bool:
        return self.question.low <= code <= self.question.high

    def read(self, value: object) -> float | str:
        """The answer's number, or "blank", "dont_know", "refused" or "impossible"."""
        if value is None:
            return "blank"
        if isinstance(value, (bool, str)):
            return self._words(typed(value))
        if isinstance(value, (int, float)):
            return self._in_range(float(value))
        return "impossible"

    def _words(self, said: str) -> float | str:
        said = said.rstrip(_ENDS) or said
        if _CHOICE_NAME.fullmatch(said):  # khong_biet
            said = said.replace("_", " ")
        if code := self.labels.exact(said):
            return self._in_range(float(code))
        if _SEVERAL.fullmatch(said):  # choices, and no number with thousands apart
            return "impossible"
        if (found := decimal(said)) is not None:
            return self._in_range(found)
        word = vocabulary.exact("answer", said)
        if word in ("0", "1"):
            return float(word) if self._is_yes_no() else "impossible"
        return word or self._led_by_code(said)

    def _led_by_code(self, said: str) -> float | str:
        """ "5 - Rất hài lòng": the code before the label counts, unless they disagree."""
        match = _LED_BY_CODE.fullmatch(said)
        if not match:
            return "impossible"
        code, label = decimal(match[1]), match[2].rstrip(" ).")
        labelled = self.labels.exact(label)
        if code is None or (labelled and float(labelled) != code):
            return "impossible"
        if not labelled and vocabulary.exact("answer", label):
            meant = self._words(label)  # of "2. Không", where 2 is the number of an option
            is_number = not self._holds(code) or meant == code
            return meant if is_number else "impossible"
        return self._in_range(code)

    def _in_range(self, found: float) -> float | str:
        if found in self.meant:
            return self.meant[found]
        if self._is_yes_no() and not found.is_integer() and found not in self.codes:
            return "impossible"  # a mean or a slip: nobody answers Có or Không with 0.67
        if self._holds(found):
            return found
        if found in DONT_KNOW:
            return "dont_know"
        return "refused" if found in REFUSED else "impossible"

    def _is_yes_no(self) -> bool:
        return (self.question.low, self.question.high) == (0, 1)


def coding(written: str) -> dict[str, float]:
    """Label -> number, of a text such as "Có = 1; Không = 0".

    Commas part the pairs only where no semicolon or new line does.

    >>> coding("1 = rất kém, 5 = rất tốt")
    {'rất kém': 1.0, 'rất tốt': 5.0}
    """
    parting = r"[;\n]" if re.search(r"[;\n]", written) else ","
    labels = {}
    for part in re.split(parting, written):
        if match := _CODE_FIRST.fullmatch(part):
            labels[match[2]] = decimal(match[1])
        elif match := _LABEL_FIRST.fullmatch(part):
            labels[match[1]] = decimal(match[2])
    return {label: code for label, code in labels.items() if code is not None}
