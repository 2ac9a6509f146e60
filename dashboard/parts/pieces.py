"""Small pieces that pages put together: key figures, the to-do list, a grouped table."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

import pandas as pd
import streamlit as st

from dashboard.numbers import NOTHING
from dashboard.parts.as_written import as_written

UNBROKEN = 40  # letters: a word of more is broken, so that its column makes no page wider

Colour = Literal["blue", "orange", "gray"]


def key_figure(
    label: str,
    value: str,
    badge: str | None = None,
    colour: Colour = "gray",
    note: str | None = None,
) -> None:
    """A figure with a badge (its sign in the text, no arrow) and a note beside it."""
    st.metric(
        as_written(label),
        as_written(value),
        badge and as_written(badge),
        delta_color=colour,
        delta_arrow="off",
        delta_description=as_written(note) if badge and note else None,
    )


def note(text: str, width: Literal["stretch", "content"] = "stretch") -> None:
    """A muted line."""
    st.html(f'<p class="papi-subtitle">{escape(text)}</p>', width=width)


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


def grouped_table(
    groups: Iterable[tuple[str, str, pd.DataFrame]],
    columns: dict[str, tuple[str, bool]],
    facts: str = "",
) -> None:
    """One table under ruled group headings: (heading, note, rows). It wraps and prints.

    A column name_href of the rows, if there is one, is where the texts of column name lead.
    facts: what stands above each group where each is printed on a sheet of its own.
    """
    heads = "".join(
        f'<th scope="col"{_right(is_figure)}>{escape(heading)}</th>'
        for heading, is_figure in columns.values()
    )
    bodies = [
        f'<tbody><tr><th scope="rowgroup" colspan="{len(columns)}">{escape(heading)}'
        f" <small>{escape(note)}</small></th></tr>{_rows(rows, columns)}</tbody>"
        for heading, note, rows in groups
    ]
    above = f'<tr class="papi-sheet"><td colspan="100">{escape(facts)}</td></tr>' if facts else ""
    head = f"<thead>{above}<tr>{heads}</tr></thead>"
    st.html(f'<table class="papi-table">{head}{"".join(bodies)}</table>')


def plain_table(
    rows: pd.DataFrame, columns: dict[str, tuple[str, bool]], css: str = "papi-table"
) -> None:
    """The same without groups, for few rows that all have to be read.

    A column name_kind of the rows, if there is one, is a class more of the cells of column name.
    """
    heads = "".join(
        f'<th scope="col"{_right(is_figure)}>{escape(heading)}</th>'
        for heading, is_figure in columns.values()
    )
    body = f"<tbody>{_rows(rows, columns)}</tbody>"
    st.html(f'<table class="{css}"><thead><tr>{heads}</tr></thead>{body}</table>')


def _rows(rows: pd.DataFrame, columns: dict[str, tuple[str, bool]]) -> str:
    return "".join(
        "<tr>" + "".join(_cell(row, name, columns[name][1]) for name in columns) + "</tr>"
        for row in rows.to_dict("records")
    )


def _cell(row: dict[Hashable, Any], name: str, is_figure: bool) -> str:
    value, href = row[name], row.get(f"{name}_href")
    text = value if isinstance(value, str) and value else NOTHING
    css = f"papi-{name}" if text != NOTHING else f"papi-{name} papi-none"
    if max(map(len, text.split()), default=0) > UNBROKEN:
        css += " papi-unbroken"
    css += f" papi-{kind}" if (kind := row.get(f"{name}_kind")) else ""
    said = f'<a href="{escape(href)}">{escape(text)}</a>' if href else escape(text)
    return f'<td class="{css}"{_right(is_figure)}>{said}</td>'


def _right(is_figure: bool) -> str:
    return ' style="text-align:right"' if is_figure else ""
