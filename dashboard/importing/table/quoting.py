"""What of a survey's cells and headings may be repeated: in findings, with what is stored.

What has the form of an answer, a date, a form's number or a place; headings of words that an
office's surveys have. All else may name somebody: the cell is named, what stands there is not.
"""

import csv
import re
from collections.abc import Container, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from dashboard import config
from dashboard.folding import fold
from dashboard.importing.kinds import Kind
from dashboard.importing.model.sheet import letter, text, typed
from dashboard.importing.recognition.synonyms import headings, is_known, synonyms, words_of
from dashboard.importing.table.locate import Table
from dashboard.importing.table.questionnaire import Questionnaire, is_code_like
from dashboard.importing.values.form_shapes import form_only
from dashboard.importing.values.place_shapes import place_only
from dashboard.importing.values.usual_places import has_kind
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.personal_shapes import is_name, may_be_name, names_somebody

Column = TypeVar("Column", bound=Hashable)

HIDDEN = "…"  # in place of what is not repeated
LARGEST = 100_000  # a larger number may be a phone's
_FIGURES = re.compile(r"[\d\s.,/%:+<>=-]{1,19}")
_AGES = re.compile(r"(?:\d{1,3}|tuoi|tu|den|toi|tren|duoi|tro|len|xuong|hon|va|[\s<>≤≥=+~–-])+")
_WORDS = ("answer", "sex", "sex_other", "mark", "direction", "approval_alone", "level")
_PLACES = ("village", "unit", "district", "province", "former_unit")
_DAYS = ("date", "timestamp")
_JOINED = re.compile(r"_|(?<=[a-z])(?=[A-Z])")  # MaPhieu
_MOST_DIGITS = 8


@dataclass(frozen=True)
class Quoting:
    """labels: column -> the heading that may be repeated. instead: heading as written -> what
    stands in its place. places, days: the columns of such."""

    labels: Mapping[int, str]
    instead: Mapping[str, str]
    places: frozenset[int]
    days: frozenset[int]

    def value(self, column: int, value: object) -> str:
        """A cell's value as typed, or HIDDEN."""
        said = typed(value)
        if said in self.instead:
            return self.instead[said]
        if said in self.labels.values() or not said:
            return said
        is_named = may_be_name(said) or names_somebody(said)
        is_named = is_named or (len(said.split()) > 2 and not has_kind(said))
        if column in self.places and place_only(value) == said and not is_named:
            return said
        is_shown = column in self.days if isinstance(value, date) else is_plain(value)
        return said if is_shown else HIDDEN

    def words(self, said: str) -> str:
        """A text of ours in which headings stand."""
        for heading, other in self.instead.items():
            said = said.replace(heading, other)
        return said


def quoting(table: Table, asked: Questionnaire) -> Quoting:
    """Of a table of a survey."""
    named = {column: name for name, column in table.columns.items()}
    codes = {column: code for column, code in table.questions.items() if code}
    labels = clean_labels(table.kind, table.labels, named, codes, asked, table.chosen)
    labels = {column: label or letter(column) for column, label in labels.items()}
    written = table.labels.items()
    instead = {label: labels[c] for c, label in written if label and labels[c] != label}
    return Quoting(
        labels,
        dict(sorted(instead.items(), key=lambda pair: -len(pair[0]))),
        frozenset(table.columns[name] for name in _PLACES if name in table.columns),
        frozenset(table.columns[name] for name in _DAYS if name in table.columns),
    )


def is_plain(value: object) -> bool:
    """Whether a value has the form of an answer, an age, a sex, a form's number."""
    if isinstance(value, (int, float)):
        return abs(value) < LARGEST
    if not isinstance(value, str):
        return False
    said = text(value)
    if _FIGURES.fullmatch(said):
        return sum(map(str.isdigit, said)) <= _MOST_DIGITS
    if any(vocabulary.exact(name, said) for name in _WORDS) or is_code_like(said):
        return True
    return bool(_AGES.fullmatch(fold(said))) or form_only(said) == said


def clean_labels(
    kind: Kind,
    labels: Mapping[Column, str],
    named: Mapping[Column, str],
    codes: Mapping[Column, str],
    asked: Questionnaire,
    chosen: Container[Column] = (),
) -> dict[Column, str]:
    """Column -> its heading where that may be repeated, else the question's code or the usual
    heading of its field, else "". named: column -> field; codes: column -> folded code; chosen:
    columns of which a person said what they are."""
    usual = headings(kind.name) if kind.name in synonyms() else {}
    found = {}
    for column, label in labels.items():
        other = usual.get(named.get(column, ""), "")
        if question := asked.questions.get(fold(codes.get(column, ""))):
            other = question.code
        is_said = column in chosen and not (is_name(label) or names_somebody(label))
        found[column] = label if is_said or is_heading(kind, label, asked) else other
    return found


def is_heading(kind: Kind, label: str, asked: Questionnaire) -> bool:
    """Whether a heading is a known one, or of words that such headings are made of."""
    if is_name(label) or names_somebody(label):
        return False
    if (kind.name in synonyms() and is_known(kind.name, label)) or asked.is_exact(label):
        return True
    words = words_of(_JOINED.sub(" ", label))
    return all(map(_is_short, words)) or known_words(asked).issuperset(
        word for word in words if not _is_short(word)
    )


def _is_short(word: str) -> bool:
    """A code or a number: C01, 2023, 1."""
    return len(word) < 2 or (len(word) < 6 and any(map(str.isdigit, word)))


def known_words(asked: Questionnaire) -> frozenset[str]:
    """The folded words of the program's own lists and of the questions."""
    said = [f"{question.code} {question.text}" for question in asked.questions.values()]
    return _own_words().union(word for line in said for word in words_of(line))


@cache
def _own_words() -> frozenset[str]:
    found: set[str] = set()
    for file in ("columns", "heading_words", "words", "place_kinds", "components"):
        with (config.REFERENCE / f"{file}.csv").open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                if not row.get("list", "").startswith("surname"):
                    found.update(*(words_of(value or "") for value in row.values()))
    return frozenset(found)
