"""Officials and bodies of each unit by any of their spellings, shown as first imported.

A name that is new beside the known ones and those of its sheet is (wording/posts.py):

- one of them, if its words are the same;
- joined to one, and said, if it is nested with that one and no third name competes: the
  fullest of them holds the duties of all, so that Địa chính and ĐC-XD meet in ĐC-NN-XD&MT;
- asked about, if several compete or it may be one: it stays a name of its own meanwhile.

Joined names stay in the rows as written (joins.py): the clerk can part them again.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from dashboard.folding import tidy
from dashboard.importing.storing.decisions import Decisions
from dashboard.importing.storing.joins import Joins, Name, Step
from dashboard.importing.storing.places import Places, Taken
from dashboard.importing.wording.name_lists import is_person
from dashboard.importing.wording.offices import office
from dashboard.importing.wording.posts import Post, Relation, post, relation
from dashboard.importing.wording.spelling import Spelling, alike
from dashboard.store import sql


@dataclass(frozen=True)
class Met:
    """A new name that has to do with others: joined to one (name), or in question ("")."""

    unit: str
    written: str
    others: tuple[str, ...]
    name: str = ""


class Officials:
    """The officials of a store, with those that an import adds (`added`: unit, name)."""

    def __init__(
        self,
        known: Iterable[tuple[str, str]],
        places: Places | None = None,
        decisions: Decisions | None = None,
        joins: Joins | None = None,
    ):
        self._places = places
        self._decisions = decisions or Decisions()
        self._joins = joins or Joins()
        self._names: dict[str, list[str]] = defaultdict(list)
        self._found: dict[tuple[str, str], str] = {}
        self.added: list[tuple[str, str]] = []
        self.taken: dict[Taken, None] = {}
        self.met: list[Met] = []
        for unit, name in known:
            self._names[unit].append(name)

    @classmethod
    def of(cls, cursor: duckdb.DuckDBPyConnection, places: Places) -> "Officials":
        """The officials in the store, by unit."""
        known = sql.run(cursor, "all_officials", "write").fetchall()
        return cls(known, places, places.decisions, Joins.of(cursor))  # of imports that stand now

    def joined(self) -> list[Step]:
        """The names that this import joins to others."""
        return [Step(Name("official", m.unit, m.written), m.name) for m in self.met if m.name]

    def names(self, unit_id: str) -> list[str]:
        """The officials known of a unit."""
        return self._names[unit_id]

    def spelling(self, unit_id: str, name: str) -> Spelling:
        """How a name is written in a unit, whose own name may end it."""
        return office(name, self._places[unit_id].name if self._places else "")

    def resolve(self, unit_id: str, names: Iterable[str]) -> None:
        """Make the names of one sheet known together: two that differ by an accent are two."""
        wanted = [name for name in dict.fromkeys(names) if (unit_id, name) not in self._found]
        beside = [self.spelling(unit_id, name) for name in wanted]
        before, new = list(self._names[unit_id]), len(self.added)
        for name in wanted:
            self._found[unit_id, name] = self._resolved(unit_id, name, beside)
        self._meet(unit_id, before, [name for _, name in self.added[new:]])

    def name(self, unit_id: str, written: str) -> str:
        """The official's name as first imported in this unit."""
        if (unit_id, written) not in self._found:
            self.resolve(unit_id, [written])
        return self._found[unit_id, written]

    def _resolved(self, unit_id: str, written: str, beside: list[Spelling]) -> str:
        name = self._decisions.name("official", unit_id, written) or written
        own = self.spelling(unit_id, name)
        found = self._alike(unit_id, written, name, own, beside)
        if found:
            return found[0]
        self._names[unit_id].append(tidy(name))
        self.added.append((unit_id, tidy(name)))
        return tidy(name)

    def _alike(
        self, unit_id: str, written: str, name: str, own: Spelling, beside: list[Spelling]
    ) -> list[str]:
        """The official that a name stands for; two people are never one for their accents."""
        known = self._names[unit_id]

        def spelled(name: str) -> Spelling:
            return self.spelling(unit_id, name)

        if self._decisions.is_kept_apart("official", unit_id, written) or is_person(name):
            found = [n for n in known if spelled(n).is_same(own)]
            plain = [n for n in known if is_person(name) and spelled(n).agrees(own)]
            return found[:1] or (plain if len(plain) == 1 else [])
        found = alike(own, known, spelled, [own, *beside])
        if name == written and len(found) == 1 and not spelled(found[0]).agrees(own):
            self.taken[Taken("official", unit_id, written, found[0])] = None
        return found if len({spelled(n) for n in found}) == 1 else []

    def _meet(self, unit_id: str, known: list[str], added: list[str]) -> None:
        """What the new names of a sheet have to do with the known ones and each other."""
        here = {m.written: m.name for m in self.met if m.name and m.unit == unit_id}
        holding = {n: self._joins.official(unit_id, here.get(n, n)) for n in known}
        posts = {n: found for n in [*known, *added] if (found := self._post(unit_id, n))}
        fullest = sorted((n for n in added if n in posts), key=lambda n: -len(posts[n].duties))
        for name in fullest:
            said = self._decisions.name("official", unit_id, name)
            is_settled = said is not None or Name("official", unit_id, name) in self._joins.said
            met = None if is_settled else _met(unit_id, name, posts, holding)
            holding[name] = met.name if met and met.name else name
            if met:
                self.met.append(met)

    def _post(self, unit_id: str, name: str) -> Post | None:
        return post(self.spelling(unit_id, name))


def _met(unit_id: str, written: str, posts: dict[str, Post], holding: dict[str, str]) -> Met | None:
    """holding: what each known name stands for, and each new one that was looked at."""
    own = posts[written]
    near = {
        other: there
        for other, there in posts.items()
        if other != written and relation(own, there) is not Relation.NONE
    }
    same = {other: there for other, there in near.items() if own.is_same(there)}
    near = same if any(name in holding for name in same) else near
    # Of names that are new beside it, those looked at before have told of it already.
    targets = list(dict.fromkeys(holding[name] for name in near if name in holding))
    if not targets:
        return None
    is_one = len(targets) == 1 and _is_one(own, list(near.values()))
    return Met(unit_id, written, tuple(targets), targets[0] if is_one else "")


def _is_one(own: Post, near: list[Post]) -> bool:
    """Whether names are one post with own: the fullest of them holds the duties of all, and
    those that are apart within it do not share some of them (ĐC-XD, ĐC-NN: two may share one)."""
    top = max([own, *near], key=lambda one: len(one.duties))
    nested = all(one is top or relation(one, top) is Relation.NESTED for one in [own, *near])
    apart = [one for one in near if relation(own, one) is Relation.MAYBE]
    return nested and not any(own.duties & one.duties for one in apart)
