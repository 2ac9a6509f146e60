"""The list of figures of a task table that was filled in: what we say in which of its cells."""

from datetime import date

from dashboard import numbers
from dashboard.documents.model.listing import Listed
from dashboard.documents.sheets.task_lines import Filled, Put
from dashboard.papers.state import State

_QUERY = "tasks"
# How a value of the query is written; a state and a result are its word for the state.
_WRITTEN = {
    "progress": lambda value: numbers.percent(float(value)),
    "done": lambda value: numbers.day(date.fromisoformat(value[:10])),
}


def listed(state: State, filled: Filled) -> list[Listed]:
    """Every state, share, day and result in the file that is ours, its cell as the place. What the
    office's own file says otherwise (of a day after the one looked at) is the file's word."""
    found = (_figure(state, one) for one in filled.put)
    return [figure for figure in found if figure]


def _figure(state: State, one: Put) -> Listed | None:
    column = one.name if one.name in _WRITTEN else "state"
    cited = state.cite(_QUERY, {"task_id": one.task_id}, column, one.text)
    write = _WRITTEN.get(column)
    if write and (cited.value is None or write(cited.value) != one.text):
        return None
    place = f"{one.sheet}!{one.cell}"
    return Listed(place, cited.text, cited.value, _QUERY, cited.params, cited.key, column)
