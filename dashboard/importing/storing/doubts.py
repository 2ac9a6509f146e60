"""Names that are near a known one: each is asked about at the first cell that writes it.

Nothing is merged for being near. Asked about is a name that this import made known, beside
those known before it and those that the same file writes more often.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import NameQuestion, Reading, SheetReading
from dashboard.importing.model.records import Record
from dashboard.importing.storing import mentions
from dashboard.importing.storing.decisions import key
from dashboard.importing.storing.official_names import Officials
from dashboard.importing.storing.places import Place, Places
from dashboard.importing.storing.scopes import Scope
from dashboard.importing.wording import spelling
from dashboard.importing.wording.near import Neighbours
from dashboard.importing.wording.spelling import Spelling

Name = tuple[str, str, Spelling]  # kind, unit_id ("" for units), spelling
Where = tuple[SheetReading, str, int]  # sheet, field ("" for the title), row


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
        return tuple(question for question, _, _ in self._asked)

    def rows(self, import_id: int) -> list[dict[str, object]]:
        """Rows of the table name_question: an answer may come later."""
        return [
            {
                "import_id": import_id,
                "kind": question.kind,
                "unit": unit,
                "about": key(kind, question.written)[1],
                "written": question.written,
                "position": position,
                "candidate": candidate,
                "taken": bool(question.taken),
            }
            for question, (kind, unit, _), _ in self._asked
            for position, candidate in enumerate(question.candidates, start=1)
        ]

    def told(self, reading: Reading, unused: Iterable[str]) -> Reading:
        """The reading with a finding for each question, and for each answer that met no name."""
        found: dict[tuple[str, int] | None, list[Finding]] = defaultdict(list)
        for question, _, where in self._asked:
            finding = _finding(question, where)
            found[where[0].key if where else None].append(finding)
        sheets = [
            replace(sheet, findings=[*sheet.findings, *found[sheet.key]])
            for sheet in reading.sheets
        ]
        loose = [Finding("answer_unused", "info", value=written) for written in unused]
        return replace(reading, sheets=sheets, findings=[*reading.findings, *loose, *found[None]])

    @cached_property
    def _asked(self) -> list[tuple[NameQuestion, Name, Where | None]]:
        asked = [*self._taken(), *self._near_places(), *self._near_officials()]
        return [
            (question, name, self._first[name][1] if name in self._first else None)
            for question, name in asked
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
        groups: dict[tuple[str, str | None], list[Place]] = defaultdict(list)
        for place in self._places.added:
            groups[place.level, place.parent_id if place.is_village else None].append(place)
        for added in groups.values():
            kind, unit = ("village", added[0].parent_id) if added[0].is_village else ("unit", "")
            among = self._places.fellows(added[0])
            spelled = [(place.spelling, place) for place in among]
            for place, near in self._near(kind, unit, added, spelled):
                near = [p for p in near if _may_be(place, p)]
                if near:
                    yield self._question(kind, unit, place.name, [p.name for p in near])

    def _near_officials(self) -> Iterator[tuple[NameQuestion, Name]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for unit, name in self._officials.added:
            groups[unit].append(name)
        for unit, added in groups.items():
            spelled = [(self._officials.spelling(unit, n), n) for n in self._officials.names(unit)]
            for name, near in self._near("official", unit, added, spelled):
                yield self._question("official", unit, name, near)

    def _near(
        self, kind: str, unit: str, added: list, spelled: list[tuple[Spelling, object]]
    ) -> Iterator[tuple[object, list]]:
        """Each added name with those it is near to, but for names that are rarer here."""
        neighbours: Neighbours = Neighbours()
        own = {}
        for written, item in spelled:
            neighbours.add(written, item)
            own[item] = written
        new = {item: place for place, item in enumerate(added)}
        count = self._counts

        def weight(item: object) -> tuple[int, int]:
            return count[kind, unit, own[item]], -new[item]

        for item in added:
            near = [n for n in neighbours.near(own[item]) if n != item]
            near = [n for n in near if n not in new or weight(n) > weight(item)]
            if near and not self._is_answered(kind, unit, item):
                yield item, near

    def _is_answered(self, kind: str, unit: str, item: object) -> bool:
        name = item.name if isinstance(item, Place) else item
        return self._places.decisions.is_kept_apart(kind, unit, name)

    def _question(
        self, kind: str, unit: str, written: str, near: list[str]
    ) -> tuple[NameQuestion, Name]:
        about = self._places[unit].name if unit else ""
        name = self._name(kind, unit, written)
        shown = self._first[name][0] if name in self._first else written
        return NameQuestion(kind, about, shown, tuple(near)), name

    def _name(self, kind: str, unit: str, written: str) -> Name:
        if kind == "official":
            return kind, unit, self._officials.spelling(unit, written)
        return kind, unit, spelling.place(written, kind == "village")

    @cached_property
    def _counts(self) -> Counter:
        count: Counter = Counter()
        for name, _, _, times in self._mentioned():
            count[name] += times
        return count

    @cached_property
    def _first(self) -> dict[Name, tuple[str, Where]]:
        """The first place that writes each name, and as what; a cell rather than a title."""
        first: dict[Name, tuple[str, Where]] = {}
        for name, written, where, _ in self._mentioned():
            if name not in first or (where[1] and not first[name][1][1]):
                first[name] = written, where
        return first

    def _mentioned(self) -> Iterator[tuple[Name, str, Where, int]]:
        """Each name as written, where, and how often from there on."""
        name_of = _remembering(self._name)
        for scope in self._scopes:
            if scope.sheet.unit:
                written = scope.sheet.unit
                yield name_of("unit", "", written), written, (scope.sheet, "", 0), 1
            for record, times in mentions.counted(scope.records):
                for said in mentions.of_record(record):
                    unit = "" if said.kind == "unit" else scope.unit
                    where = scope.sheet, said.field, record.row
                    yield name_of(said.kind, unit, said.written), said.written, where, times
        for sheet in self._reading.sheets:
            if sheet.kind == "units":
                for record in sheet.records:
                    yield from self._of_unit_row(sheet, record)

    def _of_unit_row(
        self, sheet: SheetReading, record: Record
    ) -> Iterator[tuple[Name, str, Where, int]]:
        for said in mentions.of_record(record):
            unit = ""
            if said.kind == "village":
                parent = spelling.place(record.parent or "", False)
                unit = next(
                    (p.unit_id for p in self._places.above() if p.spelling.is_same(parent)), ""
                )
            yield self._name(said.kind, unit, said.written), said.written, (
                sheet, said.field, record.row,
            ), 1  # fmt: skip


def _may_be(place: Place, other: Place) -> bool:
    """Units below two parents are two."""
    return None in (place.parent_id, other.parent_id) or place.parent_id == other.parent_id


def _remembering(name_of: Callable[..., Name]) -> Callable[..., Name]:
    known: dict[tuple, Name] = {}

    def remembered(*said: str) -> Name:
        if said not in known:
            known[said] = name_of(*said)
        return known[said]

    return remembered


def _finding(question: NameQuestion, where: Where | None) -> Finding:
    """At the cell that writes the name; on the sheet or file where a title or option does."""
    holes = {
        "candidates": "; ".join(question.candidates),
        "first": question.candidates[0],
        "unit": question.unit,
    }
    if where is None or where[1] not in where[0].columns:
        code = "name_taken_above" if question.taken else "near_name_above"
        sheet = where[0].sheet if where else ""
        return Finding(code, "warning", sheet, value=question.written, holes=holes)
    code = "name_taken" if question.taken else "near_name"
    sheet, field, row = where
    letter = sheet.columns.get(field, "A")
    label = sheet.labels.get(letter, "")
    cell = f"{letter}{row}"
    return Finding(code, "warning", sheet.sheet, cell, label, question.written, holes)
