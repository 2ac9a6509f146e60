"""The form numbers and villages of a table of answers, each by its shape alone: what was written
beside them may name the respondent."""

import re
from collections import Counter

from dashboard.folding import fold
from dashboard.importing.model.sheet import text, typed
from dashboard.importing.table.locate import Table
from dashboard.importing.values.form_numbers import form_key
from dashboard.importing.values.form_shapes import form_only, usual_words
from dashboard.importing.values.place_shapes import place_only

_CHOICE_NAME = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")
_TOOLS_OWN = re.compile(r"_?(?:id|index|uuid|instanceid|key)", re.IGNORECASE)
_USUAL = 2  # cells that hold the same: it is of more than one respondent


def choice_name(said: str) -> str:
    """Survey tools write thon_dong for Thôn Đông."""
    return said.replace("_", " ") if _CHOICE_NAME.fullmatch(said) else said


class Places(dict[object, str]):
    """Cell of a village or unit -> the name of the place alone, "" where it is none. known:
    folded names."""

    def __init__(self, table: Table, known: frozenset[str]):
        super().__init__()
        column = table.columns["village"]
        self.counts = Counter(row[column] for _, row in table.body)
        self.known = known

    def __missing__(self, value: object) -> str:
        said = choice_name(text(value))
        is_usual = self.counts[value] >= _USUAL or fold(said) in self.known
        whole = said if said != text(value) or isinstance(value, str) is False else value
        found = self[value] = place_only(whole, is_usual)
        return found


class FormNumbers(dict[str, str]):
    """Form's number as written -> its number alone; "" where that is none, or that of another
    form: the form is then known by what it answers."""

    def __init__(self, table: Table):
        super().__init__()
        column = table.columns.get("form")
        self.forms = [] if column is None else [row[column] for _, row in table.body]
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
