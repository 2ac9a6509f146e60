"""Giải trình on its page: subjects of one kind, what is said of them, and the table to type in.

What was typed stays in its cells until it is stored (dashboard/parts/orders.py).
"""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.parts import orders
from dashboard.parts.data_page import DataPage
from dashboard.parts.pieces import plain_table
from dashboard.remark_kinds import EXPLAINING
from dashboard.store import remarks
from dashboard.store.remarks import Remark, Subject
from dashboard.store.store import open_store
from dashboard.tables import remark_tables
from dashboard.words import Words

# Of this session: what was typed and is not stored (by unit, year and kind), how often it was
# handed in, how much was stored.
KEPT, TIMES, STORED = "remarks_kept", "remarks_times", "remarks_stored"
WHO = "remarks_by"
LONGEST = remarks.LONGEST
Typed = dict[str, dict[str, str]]  # key of the subject -> kind -> text
Place = tuple[str, int, str]  # unit, year, kind of subject


def rows(page: DataPage, kind: str) -> pd.DataFrame:
    """The subjects of a kind with what holds of them (remark_tables.beside)."""
    chosen, words, ask = page.chosen, page.words, page.ask
    where = chosen.unit_id, chosen.year_to
    holding = ask.remarks.holding(*where, kind)
    if kind == "component":
        falls = ask.remarks.falls(chosen.unit_id, chosen.year_from, chosen.year_to)
        found = remark_tables.components(page.change(), falls.component, words)
    elif kind == "village":
        survey = ask.survey
        scores, whole = survey.villages_apart(*where), survey.scores(*where)
        found = remark_tables.villages(survey.villages(*where), scores, whole, words)
    elif kind == "official":
        people = ask.plan.officials(*where, **chosen.when)
        found = remark_tables.officials(people, holding.subject, words)
    else:
        tasks = ask.plan.tasks(*where, **chosen.when)
        found = remark_tables.tasks(tasks[tasks.state != "cancelled"], words)
    return remark_tables.beside(found, holding)


def listed(page: DataPage, found: pd.DataFrame, kind: str) -> None:
    """What has to be explained and what is: to read, and on paper."""
    words = page.words
    page.section(words["remarks.list.title"], words[f"remarks.list.{kind}"])
    shown, columns = remark_tables.listed(found, kind, words)
    if shown.empty:
        page.nothing(words["remarks.list.empty"])
    else:
        plain_table(shown, columns)


def type_in(page: DataPage, found: pd.DataFrame, kind: str) -> None:
    """The table of every subject of the kind, saved together."""
    words = page.words
    place = page.chosen.unit_id, page.chosen.year_to, kind
    if found.empty:
        return
    table = remark_tables.editable(found, _kept(place))
    page.section(words["remarks.type.title"], words["remarks.type.why"])
    with st.form("remarks", border=False):
        st.data_editor(
            table,
            column_config=_columns(kind, words),
            column_order=_shown(kind, page.phone),
            disabled=("subject", "figure", "in_charge"),
            hide_index=True,
            num_rows="fixed",
            row_height=32,
            height=min(32 * len(table) + 40, 32 * 12 + 40),
            placeholder="",
            alt=words["remarks.type.title"],
            key=_key(place),
        )
        st.text_input(
            words["remarks.type.who"], key=WHO, max_chars=100, help=words["typed.who_help"]
        )
        seen = dict(zip(found.key, found.seen, strict=True))
        st.form_submit_button(
            words["remarks.type.save"],
            type="primary",
            on_click=_order,
            args=(place, list(table.index), seen, words["remarks.type.saving"]),
        )


def _shown(kind: str, phone: bool) -> list[str]:
    told = ["subject", "figure", *(["in_charge"] if remark_tables.has_lead(kind) else [])]
    return [*(told[:1] if phone else told), *EXPLAINING]


def _columns(kind: str, words: Words) -> dict[str, Any]:
    column = st.column_config.TextColumn
    return {
        name: column(heading, max_chars=LONGEST)
        if name in EXPLAINING
        else column(heading, width="medium", pinned=name == "subject")
        for name, heading in remark_tables.headings(kind, words).items()
    }


def tell(page: DataPage, found: pd.DataFrame, kind: str) -> None:
    """That what was typed is stored, once; and that a subject of it is gone meanwhile."""
    if stored := st.session_state.pop(STORED, 0):
        st.success(page.words.say("remarks.type.stored", count=stored), icon=":material/check:")
    place = page.chosen.unit_id, page.chosen.year_to, kind
    kept = _kept(place)
    if gone := kept.keys() - set(found.key):
        _keep(place, {key: texts for key, texts in kept.items() if key not in gone})
        st.warning(page.words.say("remarks.type.gone", count=len(gone)), icon=":material/info:")


def history(page: DataPage, kind: str = "") -> None:
    """Every record of a kind, also what newer ones replaced."""
    words = page.words
    rows = page.ask.remarks.every(page.chosen.unit_id, page.chosen.year_to)
    rows = rows[rows.about_kind == kind] if kind else rows
    if len(rows):
        with st.expander(words.say("remarks.history.title", count=len(rows))):
            shown, columns = remark_tables.history(rows, words)
            page.table(shown, "remarks_history", columns, words["remarks.history.title_alone"])


def _kept(place: Place) -> Typed:
    every: dict[Place, Typed] = st.session_state.get(KEPT, {})
    return every.get(place, {})


def _keep(place: Place, typed: Typed) -> None:
    st.session_state[KEPT] = {**st.session_state.get(KEPT, {}), place: typed}


def _key(place: Place) -> str:
    return f"remarks_{place[2]}_{st.session_state.get(TIMES, 0)}"


def _edited(place: Place) -> dict[int, dict[str, str | None]]:
    """Row -> kind -> text, as the table's cells were left."""
    rows: dict[int, dict[str, str | None]] = st.session_state[_key(place)]["edited_rows"]
    return rows


def _order(place: Place, keys: list[str], seen: dict[str, dict[str, int]], said: str) -> None:
    """Note what was typed; it stays in the table until it is stored."""
    kept: Typed = {key: dict(texts) for key, texts in _kept(place).items()}
    for row, texts in _edited(place).items():
        kept.setdefault(keys[int(row)], {}).update({k: t or "" for k, t in texts.items()})
    _keep(place, kept)
    st.session_state[TIMES] = st.session_state.get(TIMES, 0) + 1
    unit, year, about = place
    typed = [
        Remark(Subject(unit, year, about, key), kind, text, seen[key].get(kind, 0))
        for key, texts in kept.items()
        for kind, text in texts.items()
    ]
    who = st.session_state[WHO]

    def work() -> None:
        st.session_state[STORED] = remarks.save(open_store(), typed, who)
        _keep(place, {})

    if typed:
        orders.give(work, said)
