"""Names that are near a known one: each is asked about at the first cell that writes it.

Nothing is merged for being near. Asked about is a name that this import made known, beside
those known before it and those that the same file writes more often.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import NamedTuple, TypeVar

from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import NameQuestion, Reading, SheetReading
from dashboard.importing.model.records import UnitRow
from dashboard.importing.storing import mentions
from dashboard.importing.storing.decisions import key
from dashboard.importing.storing.official_names import Officials
from dashboard.importing.storing.places import Place, Places
from dashboard.importing.storing.scopes import Scope
from dashboard.importing.wording import spelling
from dashboard.importing.wording.near import Neighbours
from dashboard.importing.wording.spelling import Spelling

Item = TypeVar("Item", bound=Hashable)


class Name(NamedTuple):
    """A name that stands for one place or official; unit: its unit_id, "" for units."""

    kind: str
    unit: str
    spelling: Spelling


class Where(NamedTuple):
    """A cell that writes a name; field "" for the title."""

    sheet: SheetReading
    field: str
    row: int


class Met(NamedTuple):
    """A name as written somewhere, and how often from there on."""

    name: Name
    written: str
    where: Where
    times: int


class Asked(NamedTuple):
    """A question, the name it is about and the first cell that writes it."""

    question: NameQuestion
    name: Name
    where: Where | None


class Doubts:
    """The questions that the names of one import raise."""

    def __init__(self, places: Places, officials: Officials, reading: Reading, scopes: list[Scope]):
        self._places = places
        self._officials = officials
        self._reading = reading
        self._scopes = scopes

    @cached_property
    def questions(self) -> tuple[NameQuestion, ...]:
        """Every question, in the order in which names were met."""
        return tuple(asked.question for asked in self._asked)

    def rows(self, import_id: int) -> list[dict[str, object]]:
        """Rows of the table name_question: an answer may come later."""
        return [
            {
                "import_id": import_id,
                "kind": name.kind,
                "unit": name.unit,
                "about": key(name.kind, question.written)[1],
                "written": question.written,
                "position": position,
                "candidate": candidate,
                "taken": bool(question.taken),
            }
            for question, name, _ in self._asked
            for position, candidate in enumerate(question.candidates, start=1)
        ]

    def told(self, reading: Reading, unused: Iterable[str]) -> Reading:
        """The reading with a finding for each question, and for each answer that met no name."""
        on_sheets: dict[tuple[str, int], list[Finding]] = defaultdict(list)
        loose = [Finding("answer_unused", "info", value=written) for written in unused]
        for question, _, where in self._asked:
            found = on_sheets[where.sheet.key] if where else loose
            found.append(_finding(question, where, self._is_of_post(question)))
        for finding, at in self._posts_joined():
            on_sheets[at.sheet.key].append(finding)
        return reading.with_findings(*loose, on_sheets=on_sheets)

    @cached_property
    def _asked(self) -> list[Asked]:
        asked = [
            *self._taken(),
            *self._near_places(),
            *self._near_officials(),
            *self._posts_in_question(),
        ]
        once: dict[Name, tuple[NameQuestion, Name]] = {}  # a post that is mistyped, too
        for question, name in asked:
            once.setdefault(name, (question, name))
        met = ((question, name, self._first.get(name)) for question, name in once.values())
        return [
            Asked(question, name, first.where if first else None) for question, name, first in met
        ]

    def _taken(self) -> Iterator[tuple[NameQuestion, Name]]:
        """Names taken for another though their accents differ."""
        for taken in (*self._places.taken, *self._officials.taken):
            name = self._name(taken.kind, taken.unit, taken.written)
            unit = self._places[taken.unit].name if taken.unit else ""
            question = NameQuestion(
                taken.kind, unit, taken.written, (taken.name,), taken=taken.name
            )
            yield question, name

    def _near_places(self) -> Iterator[tuple[NameQuestion, Name]]:
        groups: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for place in (self._places[added.unit_id] for added in self._places.added):
            parent = place.parent_id if place.is_village else None
            groups[place.level, parent or ""].append(place)
        for (_, unit), added in groups.items():
            kind = "village" if added[0].is_village else "unit"
            spelled = {place: place.spelling for place in self._places.fellows(added[0])}
            for place, near in self._near(kind, unit, added, spelled):
                if self._places.decisions.is_kept_apart(kind, unit, place.name):
                    continue
                if near := [p for p in near if _may_be(place, p)]:
                    yield self._question(kind, unit, place.name, [p.name for p in near])

    def _near_officials(self) -> Iterator[tuple[NameQuestion, Name]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for unit, name in self._officials.added:
            groups[unit].append(name)
        for unit, added in groups.items():
            names = self._officials.names(unit)
            spelled = {name: self._officials.spelling(unit, name) for name in names}
            for name, near in self._near("official", unit, added, spelled):
                if not self._places.decisions.is_kept_apart("official", unit, name):
                    yield self._question("official", unit, name, near)

    def _posts_in_question(self) -> Iterator[tuple[NameQuestion, Name]]:
        """New names of officials that may be others' for what they say of the post."""
        for met in self._officials.met:
            if not met.name:
                yield self._question("official", met.unit, met.written, list(met.others))

    def _is_of_post(self, question: NameQuestion) -> bool:
        return any(met.others == question.candidates for met in self._officials.met)

    def _posts_joined(self) -> Iterator[tuple[Finding, Where]]:
        """New names of officials that were joined to another."""
        for met in self._officials.met:
            first = self._first.get(self._name("official", met.unit, met.written))
            if met.name and first:
                about = {"first": met.name, "unit": self._places[met.unit].name}
                yield _at("post_joined", first.where, met.written, about), first.where

    def _near(
        self, kind: str, unit: str, added: list[Item], spelled: Mapping[Item, Spelling]
    ) -> Iterator[tuple[Item, list[Item]]]:
        """Each added item with those whose names it is near to, but for names rarer here."""
        neighbours: Neighbours[Item] = Neighbours()
        for item, spelling_ in spelled.items():
            neighbours.add(spelling_, item)
        new = {item: place for place, item in enumerate(added)}

        def weight(item: Item) -> tuple[int, int]:
            return self._counts[Name(kind, unit, spelled[item])], -new[item]

        for item in added:
            near = [n for n in neighbours.near(spelled[item]) if n != item]
            near = [n for n in near if n not in new or weight(n) > weight(item)]
            if near:
                yield item, near

    def _question(
        self, kind: str, unit: str, written: str, near: list[str]
    ) -> tuple[NameQuestion, Name]:
        about = self._places[unit].name if unit else ""
        name = self._name(kind, unit, written)
        shown = self._first[name].written if name in self._first else written
        return NameQuestion(kind, about, shown, tuple(near)), name

    def _name(self, kind: str, unit: str, written: str) -> Name:
        if kind == "official":
            return Name(kind, unit, self._officials.spelling(unit, written))
        return Name(kind, unit, spelling.place(written, kind == "village"))

    @cached_property
    def _counts(self) -> Counter[Name]:
        count: Counter[Name] = Counter()
        for met in self._mentioned():
            count[met.name] += met.times
        return count

    @cached_property
    def _first(self) -> dict[Name, Met]:
        """The first place that writes each name, and as what; a cell rather than a title."""
        first: dict[Name, Met] = {}
        for met in self._mentioned():
            known = first.get(met.name)
            if known is None or (met.where.field and not known.where.field):
                first[met.name] = met
        return first

    def _mentioned(self) -> Iterator[Met]:
        """Each name as written, where, and how often from there on."""
        name_of = cache(self._name)
        for scope in self._scopes:
            if title := scope.sheet.unit:
                where = Where(scope.sheet, "", 0)
                for one in dict.fromkeys([title, scope.sheet.address or title]):
                    yield from self._of_unit(one, where, 1)
            for record, times in mentions.counted(scope.records):
                for said in mentions.of_record(record):
                    where = Where(scope.sheet, said.field, record.row)
                    if said.kind == "unit":
                        yield from self._of_unit(said.written, where, times)
                        continue
                    yield Met(
                        name_of(said.kind, scope.unit, said.written), said.written, where, times
                    )
        for sheet in self._reading.sheets:
            for record in sheet.records:
                if isinstance(record, UnitRow):
                    yield from self._of_unit_row(sheet, record)

    def _of_unit(self, written: str, where: Where, times: int) -> Iterator[Met]:
        """The unit, and each name that stands above it in its address."""
        first, *above = self._places.names_in(written)
        yield Met(self._name("unit", "", first), written, where, times)
        for name in above:
            yield Met(self._name("unit", "", name), name, where, times)

    def _of_unit_row(self, sheet: SheetReading, record: UnitRow) -> Iterator[Met]:
        for said in mentions.of_record(record):
            unit = self._parent_of(record) if said.kind == "village" else ""
            where = Where(sheet, said.field, record.row)
            yield Met(self._name(said.kind, unit, said.written), said.written, where, 1)

    def _parent_of(self, record: UnitRow) -> str:
        parent = spelling.place(record.parent or "", False)
        found = (p.unit_id for p in self._places.above() if p.spelling.is_same(parent))
        return next(found, "")


def _may_be(place: Place, other: Place) -> bool:
    """Units below two parents are two."""
    return None in (place.parent_id, other.parent_id) or place.parent_id == other.parent_id


def _finding(question: NameQuestion, where: Where | None, is_of_post: bool) -> Finding:
    """At the cell that writes the name; on the sheet or file where a title or option does."""
    holes = {
        "candidates": "; ".join(question.candidates),
        "first": question.candidates[0],
        "unit": question.unit,
    }
    if where is None or where.field not in where.sheet.columns:
        code = "name_taken_above" if question.taken else "near_name_above"
        sheet = where.sheet.sheet if where else ""
        return Finding(code, "warning", sheet, value=question.written, holes=holes)
    code = "post_maybe" if is_of_post else "near_name"
    code = "name_taken" if question.taken else code
    return _at(code, where, question.written, holes)


def _at(code: str, where: Where, written: str, holes: dict[str, str]) -> Finding:
    letter = where.sheet.columns.get(where.field, "A")
    label = where.sheet.labels.get(letter, "")
    cell = f"{letter}{where.row}"
    return Finding(code, "warning", where.sheet.sheet, cell, label, written, holes)
