"""Names joined and parted on the page: what the forms show is what the order is about."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.importing.storing import name_actions
from dashboard.parts import orders
from dashboard.parts.history import ZONE
from dashboard.parts.orders import Done
from dashboard.parts.page import Page
from dashboard.readings.listed import NameActionRow, NameRow
from dashboard.rows import rows_of
from dashboard.store.shown import Shown
from dashboard.store.store import open_store
from dashboard.tables.text_columns import Columns
from dashboard.words import Words

KINDS = ("official", "village", "unit")
NAME, INTO, PART = "name_joined", "name_into", "name_parted"  # the boxes
STANDING = ("valid_from", "valid_to", "successor")
KNOWN = ("written_name", "counted_as", "times", *STANDING)
DONE = ("acted_at", "deed", "name_kind", "written_name", "target")


def title(count: int, words: Words) -> str:
    """How many names are counted with another."""
    return words.say("names.title", count=count) if count else words["names.title_none"]


def kind(words: Words) -> str:
    """Whose names are looked at."""
    chosen: str = st.segmented_control(
        words["names.kind"],
        KINDS,
        default=KINDS[0],
        format_func=lambda name: words[f"names.kind_{name}"],
        key="names_kind",
        required=True,
    )
    return chosen


def join_form(page: Page, names: list[NameRow]) -> None:
    """Which name is which other one of its unit; both stand for themselves yet."""
    words = page.words
    page.section(words["names.join"], words["names.join_how"])
    free = {row.key: row for row in names if not row.is_joined}
    name = _choice(words["names.which"], free, NAME, words)
    own = free.get(name or "")
    others = {
        key: row for key, row in free.items() if own and key != name and row.unit_id == own.unit_id
    }
    into = _choice(words["names.into"], others, INTO, words)
    seen = page.ask.shown("name")
    st.button(
        words["names.join_now"],
        type="primary" if name and into else "secondary",
        icon=":material/merge:",
        disabled=not (name and into),
        on_click=_join,
        args=(seen.get(name or ""), seen.get(into or ""), words),
    )


def part_form(page: Page, joined: list[NameRow]) -> None:
    """Which joined name stands for itself again."""
    if not joined:
        return
    words = page.words
    page.section(words["names.part"], words["names.part_how"])
    name = _choice(words["names.which"], {row.key: row for row in joined}, PART, words)
    seen = page.ask.shown("name")
    st.button(
        words["names.part_now"],
        icon=":material/call_split:",
        disabled=not name,
        on_click=_part,
        args=(seen.get(name or ""), words),
    )


def known(names: list[NameRow], words: Words) -> tuple[pd.DataFrame, Columns]:
    """Every name of a kind with what it is counted with; where any is known, also since when
    and until when it stands and what comes after it."""
    rows = [
        (
            _label(row, words),
            row.counted_as if row.is_joined else "",
            numbers.count(row.times),
            numbers.day(row.valid_from),
            numbers.day(row.valid_to),
            row.successor if isinstance(row.successor, str) else numbers.NOTHING,
        )
        for row in names
    ]
    shown = pd.DataFrame(rows, columns=KNOWN)
    unknown = [field for field in STANDING if shown[field].eq(numbers.NOTHING).all()]
    known = [field for field in KNOWN if field not in unknown]
    return shown[known], {name: (words[f"column.{name}"], name == "times") for name in known}


def done(page: Page) -> None:
    """What was done so far, and taking the last of it back."""
    words = page.words
    actions = list(rows_of(page.ask.name_actions(), NameActionRow))
    page.section(words["names.history"])
    rows = [_told(row, words) for row in actions]
    columns: Columns = {field: (words[f"column.{field}"], False) for field in DONE}
    page.table(pd.DataFrame(rows, columns=DONE), "name_actions", columns, words["names.history"])
    if actions:
        st.button(
            words["names.undo"],
            icon=":material/undo:",
            on_click=_undo,
            args=(page.ask.shown("name_action")[str(actions[0].action_id)], words),
        )


def _told(row: NameActionRow, words: Words) -> tuple[str, ...]:
    at = pd.to_datetime(row.acted_at, utc=True).tz_convert(ZONE)
    return (
        f"{at:%d/%m/%Y %H:%M}",
        words[f"names.deed_{row.deed}"],
        words[f"names.kind_{row.kind}"],
        words.say("names.of_unit", name=row.name, unit=row.unit) if row.unit else row.name,
        row.target,
    )


def _choice(label: str, rows: dict[str, NameRow], key: str, words: Words) -> str | None:
    """One of the names by its key; none is chosen for the person."""
    chosen: str | None = st.selectbox(
        label,
        list(rows),
        index=None,
        format_func=lambda name: _label(rows[name], words),
        placeholder=words["names.choose"] if rows else words["names.nothing"],
        key=key,
    )
    return chosen


def _label(row: NameRow, words: Words) -> str:
    """The name; of two that are written alike the unit tells which it is."""
    where = row.unit or row.above
    name = words.say("names.of_unit", name=row.name, unit=where) if where else row.name
    if not row.is_joined:
        return name
    return words.say("names.counted_as", name=name, target=row.counted_as)


def _join(name: Shown | None, into: Shown | None, words: Words) -> None:
    if name and into:
        _give(lambda: name_actions.join(open_store(), name, into), "join", words)


def _part(name: Shown | None, words: Words) -> None:
    if name:
        _give(lambda: name_actions.part(open_store(), name), "part", words)


def _undo(action: Shown, words: Words) -> None:
    _give(lambda: name_actions.undo(open_store(), action), "undo", words)


def _give(work: Callable[[], object], deed: str, words: Words) -> None:
    see = words.say("import.see", page=words["nav.overview"])
    done = Done(words[f"done.name_{deed}"], "overview", see)
    orders.give(work, words["names.storing"], done)
