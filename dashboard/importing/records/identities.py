"""The form numbers and villages of a table of answers, each by its shape alone: what was written
beside them may name the respondent."""

import re
from collections import Counter
from functools import cached_property

from dashboard.folding import fold
from dashboard.importing.model.sheet import text, typed
from dashboard.importing.table.locate import Table
from dashboard.importing.values.form_numbers import form_key
from dashboard.importing.values.form_shapes import are_plain, form_only, usual_words
from dashboard.importing.values.place_shapes import place_only
from dashboard.importing.values.usual_places import among_usual, has_kind
from dashboard.importing.wording.personal_shapes import may_be_name

_CHOICE_NAME = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")
_TOOLS_OWN = re.compile(r"_?(?:id|index|uuid|instanceid|key)", re.IGNORECASE)
_SHORT = 2  # words of a village without Thôn where others have it
_USUAL = 2  # cells that hold the same: it is of more than one respondent


def choice_name(said: str) -> str:
    """Survey tools write thon_dong for Thôn Đông."""
    return said.replace("_", " ") if _CHOICE_NAME.fullmatch(said) else said


class Places(dict[object, str]):
    """Cell of a village or unit -> the name of the place alone, "" where it is none. known:
    folded names."""

    def __init__(self, table: Table, known: frozenset[str]):
        super().__init__()
        self.villages = Counter(row[table.columns["village"]] for _, row in table.body)
        self.counts = self.villages.copy()
        if (column := table.columns.get("unit")) is not None:
            self.counts.update(row[column] for _, row in table.body)
        self.known = known

    def __missing__(self, value: object) -> str:
        said = choice_name(text(value))
        whole = said if said != text(value) or isinstance(value, str) is False else value
        is_usual = self.counts[value] >= _USUAL or fold(said) in self.known
        found = place_only(whole, is_usual)
        if not is_usual and isinstance(whole, str):
            found = among_usual(whole, found, self.usual)
            is_odd = may_be_name(found) or len(found.split()) > _SHORT
            if self.have_kinds and not has_kind(found) and is_odd:
                found = ""  # "Trần Phú" where villages are called Thôn
        self[value] = found
        return found

    @cached_property
    def usual(self) -> frozenset[str]:
        """Folded: the places that several respondents named, and those that are known."""
        heads: Counter[str] = Counter()
        for value, count in self.counts.items():
            heads[fold(place_only(value, count >= _USUAL))] += count
        several = {head for head, count in heads.items() if head and count >= _USUAL}
        return frozenset(several | set(filter(has_kind, self.known)))

    @cached_property
    def have_kinds(self) -> bool:
        """Whether villages are called Thôn, Bản, Khu here."""
        held = {v: n for v, n in self.villages.items() if isinstance(v, str)}
        return 2 * sum(n for v, n in held.items() if has_kind(v)) > sum(held.values())


class FormNumbers(dict[str, str]):
    """Form's number as written -> its number alone; "" where that is none, or that of another
    form: the form is then known by what it answers."""

    def __init__(self, table: Table):
        super().__init__()
        column = table.columns.get("form")
        self.forms = [] if column is None else [row[column] for _, row in table.body]
        self.are_plain = are_plain(self.forms)
        label = "" if column is None else table.labels.get(column, "")
        self.is_tools = bool(_TOOLS_OWN.fullmatch(label.strip().rpartition("/")[2]))
        self.usual: frozenset[str] | None = None
        self.counts: Counter[str] = Counter()

    def __missing__(self, written: str) -> str:
        found = written if self.is_tools else form_only(written)
        if found != written:
            found = self._apart(written)
        self[written] = found
        return found

    def _apart(self, written: str) -> str:
        if self.usual is None:
            said = [typed(form) for form in self.forms if form is not None]
            self.usual = usual_words(said)
            usual = self.usual
            self.counts = Counter(form_key(form_only(form, usual)) for form in dict.fromkeys(said))
        found = form_only(written, self.usual)
        return found if found == written or self.counts[form_key(found)] == 1 else ""
