"""Small pieces that pages put together: key figures, the to-do list, filters and chips."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from dashboard.numbers import NOTHING


def key_figure(label: str, value: str, badge: str | None, colour: str, note: str | None) -> None:
    """A figure with a badge (its sign in the text, no arrow) and a note beside it."""
    st.metric(
        label,
        value,
        badge,
        delta_color=colour,
        delta_arrow="off",
        delta_description=note if badge else None,
    )


@dataclass(frozen=True)
class ToDo:
    """One thing to do: a large figure with its unit, what, and who and when."""

    figure: str
    unit: str
    what: str
    who: str


def to_do_list(items: Iterable[ToDo], none: str) -> None:
    """Things to do, the most urgent first; none is the sentence where there is nothing."""
    lines = "".join(
        f'<li class="papi-overdue"><b>{escape(item.figure)}<small>{escape(item.unit)}</small></b>'
        f"<p>{escape(item.what)}<small>{escape(item.who)}</small></p></li>"
        for item in items
    )
    st.html(f'<ul class="papi-todo">{lines}</ul>' if lines else f"<p>{escape(none)}</p>")


def choice(key: str, label: str, names: dict[str, str]) -> str:
    """A segmented control without a label above it: option -> its text, the first set."""
    return st.segmented_control(
        label,
        list(names),
        default=next(iter(names)),
        required=True,
        format_func=names.__getitem__,
        label_visibility="collapsed",
        key=key,
        bind="query-params",
    )


def one_of(key: str, label: str, options: list, every: str, names: dict | None = None) -> object:
    """A select box whose first choice is everything; the answer is None for that."""
    names = names or {}
    return st.selectbox(
        label,
        options,
        index=None,
        placeholder=every,
        format_func=lambda option: names.get(option, option),
        key=key,
        bind="query-params",
    )


def chips(filters: dict[str, str | None]) -> None:
    """What is set, each with its removal: key of the widget -> text, None where not set."""
    shown = {key: text for key, text in filters.items() if text}
    if not shown:
        return
    with st.container(horizontal=True, gap="xsmall", key="chips"):
        for key, text in shown.items():
            st.button(
                text,
                icon=":material/close:",
                icon_position="right",
                on_click=_clear,
                args=(key,),
                key=f"clear_{key}",
            )


def _clear(key: str) -> None:
    st.session_state[key] = [] if isinstance(st.session_state.get(key), list) else None


def grouped_table(
    groups: Iterable[tuple[str, str, pd.DataFrame]], columns: dict[str, tuple[str, bool]]
) -> None:
    """One table under ruled group headings: (heading, note, rows). It wraps and prints."""
    heads = "".join(
        f'<th scope="col"{_right(is_figure)}>{escape(heading)}</th>'
        for heading, is_figure in columns.values()
    )
    bodies = "".join(
        f'<tbody><tr><th scope="rowgroup" colspan="{len(columns)}">{escape(heading)}'
        f" <small>{escape(note)}</small></th></tr>{_rows(rows, columns)}</tbody>"
        for heading, note, rows in groups
    )
    st.html(f'<table class="papi-table"><thead><tr>{heads}</tr></thead>{bodies}</table>')


def _rows(rows: pd.DataFrame, columns: dict[str, tuple[str, bool]]) -> str:
    return "".join(
        "<tr>" + "".join(_cell(row[name], name, columns[name][1]) for name in columns) + "</tr>"
        for row in rows.to_dict("records")
    )


def _cell(value: object, name: str, is_figure: bool) -> str:
    has_value = isinstance(value, str) and value not in ("", NOTHING)
    css = f"papi-{name}" if has_value else f"papi-{name} papi-none"
    return f'<td class="{css}"{_right(is_figure)}>{escape(value if has_value else NOTHING)}</td>'


def _right(is_figure: bool) -> str:
    return ' style="text-align:right"' if is_figure else ""
