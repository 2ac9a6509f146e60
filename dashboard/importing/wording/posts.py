"""What two officials' names have to do with each other: Địa chính is a part of ĐC-NN-XD&MT.

A name, its abbreviations written out (offices.py), is taken apart into rank (Phó Chủ tịch), kind
of office (Phòng), duties or bodies, and what else it says. By these parts, listed in words.csv,
two names are NESTED (one says the other's duties and more: one post, if no third name competes),
MAYBE one (to be asked), or nothing to each other:

- The rank must be the same: a Chủ tịch is never a Phó Chủ tịch. A body and its head (Công an,
  Trưởng Công an) may be meant as one.
- A rank alone is a part of that rank in the body it is of by itself: Chủ tịch of Chủ tịch UBND.
- Duties nest. Those that begin alike, or are apart but belong to one post by law (Tài chính, Kế
  toán), may be one. A Phòng and a post of the same duties may be one.
- Anything else said beside the same duties (a person, "phụ trách kinh tế") may be another.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property, lru_cache

from dashboard.folding import without_accents
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.spelling import Spelling, words_of
from dashboard.place_kinds import written_kinds


class Relation(Enum):
    """How one name stands to another."""

    NONE = 0
    MAYBE = 1
    NESTED = 2


@dataclass(frozen=True)
class Post:
    """A name taken apart; all in the words of the lists. parts: duties and bodies, as written."""

    rank: str
    kind: str
    parts: tuple[str, ...]
    rest: tuple[str, ...]

    @cached_property
    def duties(self) -> frozenset[str]:
        """The parts whatever their order."""
        return frozenset(self.parts)

    def is_same(self, other: "Post") -> bool:
        """The same post, its duties perhaps in another order."""
        return (self.rank, self.kind, self.duties, self.rest) == (
            other.rank,
            other.kind,
            other.duties,
            other.rest,
        )

    @property
    def is_bare(self) -> bool:
        """A rank and nothing else."""
        return not (self.kind or self.parts or self.rest)

    @cached_property
    def is_body(self) -> bool:
        """Of a body, not of duties: a body is no part of another."""
        return bool(self.parts) and self.parts[0] in _values("office_body")

    @cached_property
    def foreign(self) -> frozenset[str]:
        """The bodies whose office it is, but for the commune's own council and committee."""
        bodies = _values("office_body")
        return frozenset(p for p in self.parts[1:] if bodies.get(p, "office") != "office")

    @cached_property
    def is_elsewhere(self) -> bool:
        """Of another level or another office: Văn phòng đăng ký đất đai, Công an huyện."""
        words = tuple(without_accents(word) for word in self.rest)
        return any(
            words[at : at + len(mark)] == mark
            for mark in _elsewhere()
            for at in range(len(words) - len(mark) + 1)
        )


@lru_cache(maxsize=50_000)
def post(spelling: Spelling) -> Post | None:
    """The name taken apart; None where it names no rank, duty or body to begin with."""
    rank, words = _begun("office_rank", spelling.words)
    kind, words = _begun("office_kind", words)
    parts, rest = [], []
    while words:
        part, after = _begun("office_part", words)
        if not part:
            part, after = _begun("office_body", words)
        if part:
            parts.append(part)
        elif not parts:
            return None
        else:
            after = words[1:]
            if words[:1] not in _commune():  # UBND xã phụ trách kinh tế
                rest.append(words[0])
        words = after
    found = Post(rank, kind, tuple(parts), tuple(rest))
    return found if rank or parts else None


def relation(own: Post, other: Post) -> Relation:
    """What own, a name in question, has to do with another."""
    if own.rank != other.rank:
        return _of_head(own, other)
    if own.is_bare or other.is_bare:
        return _of_bare(own, other)
    if own.foreign != other.foreign or own.is_elsewhere or other.is_elsewhere:
        return Relation.NONE
    nested = own.duties <= other.duties or other.duties <= own.duties
    if own.rest != other.rest or own.kind != other.kind:
        more = set(own.rest), set(other.rest)
        is_more = more[0] <= more[1] or more[1] <= more[0]
        is_open = is_more and nested and (own.kind != "" or not own.is_body or own.rank != "")
        return Relation.MAYBE if is_open else Relation.NONE
    if own.duties == other.duties:
        return Relation.NESTED
    if own.is_body or other.is_body:
        return Relation.NONE
    if nested:
        return Relation.NESTED
    is_like = own.parts[:1] == other.parts[:1] or _are_of_one_post(own, other)
    return Relation.MAYBE if is_like else Relation.NONE


def _of_head(own: Post, other: Post) -> Relation:
    """A body and its head."""
    bodies = _values("office_body")
    is_asked = own.kind or any(bodies.get(part) == "asked" for part in own.parts)
    same = (own.kind, own.duties, own.rest) == (other.kind, other.duties, other.rest)
    first = "" in (own.rank, other.rank) and _is_first(own.rank or other.rank)
    return Relation.MAYBE if is_asked and same and first else Relation.NONE


def _is_first(rank: str) -> bool:
    return not rank.startswith("phó")


def _of_bare(own: Post, other: Post) -> Relation:
    """ "Chủ tịch" and "Chủ tịch UBND"."""
    longer = other if own.is_bare else own
    if longer.parts == (_values("office_rank")[own.rank],) and not longer.rest:
        return Relation.NESTED
    return Relation.MAYBE if own.is_bare and not other.is_bare else Relation.NONE


@cache
def _commune() -> set[tuple[str, ...]]:
    return {words_of(row.kind) for row in written_kinds() if row.level == "commune"}


@cache
def _elsewhere() -> list[tuple[str, ...]]:
    return [Spelling("", words_of(word)).bare for word, _ in vocabulary.pairs("office_elsewhere")]


def _are_of_one_post(own: Post, other: Post) -> bool:
    both = own.duties | other.duties
    return not own.kind and any(both <= duties for duties in _posts_by_law())


@cache
def _posts_by_law() -> list[frozenset[str]]:
    found = (post(Spelling("", words_of(word))) for word, _ in vocabulary.pairs("office_post"))
    return [one.duties for one in found if one]


@cache
def _values(name: str) -> dict[str, str]:
    return dict(vocabulary.pairs(name))


@cache
def _listed(name: str) -> list[tuple[tuple[str, ...], str]]:
    """The words of a list beside how it is written, the longest first."""
    found = [(words_of(word), word) for word, _ in vocabulary.pairs(name)]
    return sorted(found, key=lambda pair: -len(pair[0]))


def _begun(name: str, words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """What of the list the words begin with ("": nothing), and the words after it."""
    for mark, written in _listed(name):
        head = words[: len(mark)]
        if len(head) == len(mark) and all(map(_is_word, head, mark)):
            return written, words[len(mark) :]
    return "", words


def _is_word(written: str, word: str) -> bool:
    return written == word or (written.isascii() and written == without_accents(word))
