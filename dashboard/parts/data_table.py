"""A table of finished texts on the screen: searched, sorted by a click on a heading, taken away.

Streamlit sorts texts letter by letter, and its search, menus and CSV speak English and hold
formulas; so a click on a heading is a choice of ours (dashboard/tables/row_order.py).
"""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.documents import table_files
from dashboard.documents.table_files import TableFile
from dashboard.folding import slug
from dashboard.parts import download, pieces, printing, ways
from dashboard.shown_values import value_of
from dashboard.tables import row_order
from dashboard.tables.text_columns import Columns
from dashboard.words import Words

SEARCHED = 8  # rows from which on there is a search
ROW, TALL_ROW = 32, 62  # px; above 60 texts take several lines: those of tasks need them
MOST_HIGH = (32 * 12 + 40, 62 * 8 + 40)  # px
OPEN, TASK = "open", "task_id"
# What stays while the others scroll: the first of these that a table has.
PINNED = ("task", "name", "village", "unit", "province", "official", "figure", "file")
# px; the others take what their cells need. Those of a task list's main columns fit 1366.
WIDTHS = {
    "task": 400,
    "state": 165,
    "days_late": 80,
    "lead": 190,
    "code": 60,
    "due": 100,
    "done": 100,
    "progress": 80,
}
_NAME = 60  # letters of a file's name


def show(
    frame: pd.DataFrame,
    key: str,
    columns: Columns,
    title: str,
    facts: str,
    words: Words,
    is_narrow: bool,
) -> None:
    """The rows, a line above them to search and take them away; facts: what they are of.

    A column task_id that is not among the columns makes each row lead to its task.
    """
    with st.container(horizontal=True, vertical_alignment="center", key=f"tools_{key}"):
        rows = _searched(frame, key, columns, words) if len(frame) > SEARCHED else frame
        rows, marked = _sorted(rows, key, columns)
        offer(rows, columns, key, title, facts, words)
    if rows.empty:
        pieces.note(words["table.nothing_found"])
        return
    _grid(rows, key, marked, title, words, is_narrow)
    printing.table(rows, columns, words)


def offer(
    rows: pd.DataFrame, columns: Columns, key: str, title: str, facts: str, words: Words
) -> None:
    """The rows as they stand there, as .xlsx and .csv."""
    taken = rows[list(columns)]
    made = partial(_file, taken, columns, title, facts)
    is_simulated = words["page.simulated"] in facts
    name = slug(title)[:_NAME] + ("-mo-phong" if is_simulated else "")
    for form, write in (("xlsx", table_files.workbook), ("csv", table_files.comma_separated)):
        download.button(
            f".{form}",
            partial(_written, write, made),
            f"{name}.{form}",
            f"take_{form}_{key}",
            help=words.say("table.take_away", title=title, form=f".{form}"),
            type="tertiary",
        )


def _written(write: Any, made: Any) -> bytes:
    content: bytes = write(made())
    return content


def _file(rows: pd.DataFrame, columns: Columns, title: str, facts: str) -> TableFile:
    figures = [is_figure for _, is_figure in columns.values()]
    return TableFile(
        title,
        facts,
        tuple(heading for heading, _ in columns.values()),
        tuple(
            tuple(map(value_of, row, figures)) for row in rows.itertuples(index=False, name=None)
        ),
    )


def _searched(frame: pd.DataFrame, key: str, columns: Columns, words: Words) -> pd.DataFrame:
    query = st.text_input(
        words["table.search"],
        placeholder=words["table.search"],
        label_visibility="collapsed",
        key=f"tim_{key}",
        max_chars=100,
        width=280,
    )
    rows = row_order.found(frame, list(columns), query or "")
    of = {"count": numbers.count(len(rows)), "all": numbers.count(len(frame))}
    pieces.note(words.say("table.count", **of), width="content")
    return rows


def _sorted(rows: pd.DataFrame, key: str, columns: Columns) -> tuple[pd.DataFrame, Columns]:
    """The rows in the order chosen, and the headings with its sign."""
    by, falling = st.session_state.get(_chosen(key), ("", False))
    if by not in columns:
        return rows, columns
    heading, is_figure = columns[by]
    marked = columns | {by: (f"{heading} {'▼' if falling else '▲'}", is_figure)}
    return row_order.ordered(rows, columns, by, falling), marked


def _chosen(key: str) -> str:
    return f"order_{key}"


def _grid(
    rows: pd.DataFrame, key: str, columns: Columns, alt: str, words: Words, is_narrow: bool
) -> None:
    is_tall = "task" in columns and len(columns) > 2
    height = TALL_ROW if is_tall else ROW
    drawn = f"{key}_{st.session_state.get(f'{_chosen(key)}_times', 0)}"
    shown, config = rows[list(columns)], _config(columns, is_narrow)
    if TASK in rows:
        shown = shown.assign(**{OPEN: words["table.open"]})[[OPEN, *columns]]
        config[OPEN] = _opener(f"{OPEN}_{drawn}", [str(task) for task in rows[TASK]], is_narrow)
    st.dataframe(
        shown,
        column_config=config,
        hide_index=True,
        row_height=height,
        height=min(height * len(rows) + 40, MOST_HIGH[is_tall]),
        placeholder=numbers.NOTHING,
        key=drawn,
        alt=alt,
        on_select=partial(_turn, key, drawn),
        selection_mode="single-column",
    )


def _config(columns: Columns, is_narrow: bool) -> dict[str, Any]:
    """How each column is drawn; on a phone none stays, there is no room for others beside."""
    pinned = "" if is_narrow else next((name for name in PINNED if name in columns), "")
    return {
        field: st.column_config.TextColumn(
            heading,
            alignment="right" if is_figure else "left",
            width=WIDTHS.get(field),
            pinned=field == pinned,
        )
        for field, (heading, is_figure) in columns.items()
    }


def _opener(key: str, tasks: list[str], is_narrow: bool) -> Any:
    """A button a row, which leads to its task."""
    return st.column_config.ButtonColumn(
        "",
        width=64,
        pinned=not is_narrow,
        type="tertiary",
        key=key,
        on_click=_open,
        args=(key, tasks),
    )


def _turn(key: str, drawn: str) -> None:
    """A heading was clicked: rising, then falling, then as the table came."""
    clicked = st.session_state[drawn].selection.columns
    if not clicked or clicked[0] == OPEN:
        return
    state = st.session_state
    before = state.get(_chosen(key), ("", False))
    then = {("", False): (clicked[0], False), (clicked[0], False): (clicked[0], True)}
    last = ("", False) if before == (clicked[0], True) else (clicked[0], False)
    state[_chosen(key)] = then.get(before, last)
    state[f"{_chosen(key)}_times"] = state.get(f"{_chosen(key)}_times", 0) + 1


def _open(clicked: str, tasks: list[str]) -> None:
    ways.go("task", {"nv": tasks[st.session_state[clicked].row]})
