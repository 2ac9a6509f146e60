"""What every page writes with: its title, ruled sections, figures and tables with their words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.charts import look as looks
from dashboard.charts.look import Look
from dashboard.page_list import PageRow, page_row
from dashboard.parts import data_table
from dashboard.parts.as_written import as_written
from dashboard.parts.selection import Selection
from dashboard.readings.readings import Readings
from dashboard.tables.text_columns import Columns
from dashboard.words import Words


@dataclass
class Page:
    """A page being written; ask answers what it reads."""

    row: PageRow
    words: Words
    look: Look
    phone: bool
    ask: Readings
    is_simulated: bool
    slot: DeltaGenerator = field(repr=False)  # of the title, beside the bar
    tools: DeltaGenerator = field(repr=False)  # in the bar: what else is offered of the page
    facts: str = field(default="", init=False)  # below the title: what the page is about

    def heading(self, title: str, *facts: str | None, own_data: bool = True) -> None:
        """The finding as h1, and below it what it is about.

        own_data: the page shows the unit's own figures, which may be simulated.
        """
        said = [fact for fact in facts if fact]
        if own_data and self.is_simulated:
            said.append(self.words["page.simulated"])
        self.facts = " · ".join(said)
        with self.slot:
            st.html(
                f'<h1 class="papi-title">{escape(title)}</h1>'
                f'<p class="papi-subtitle">{escape(self.facts)}</p>'
            )

    def chart(
        self,
        fig: go.Figure,
        key: str,
        title: str,
        subtitle: str = "",
        alt: str = "",
        key_line: str = "",
        source: str = "",
        clicked: Callable[[list[str]], None] | None = None,
    ) -> None:
        """One figure with its words; clicked: what a click on a mark does, see draw."""
        with st.container(gap="xsmall", key=f"chart_{key}"):  # on paper it stays in one piece
            self.section(title, subtitle)
            if key_line:
                st.html(key_line)
            self.draw(fig, key, alt or title, clicked)
            if source:
                self.source(source)

    def draw(
        self,
        fig: go.Figure,
        key: str,
        alt: str,
        clicked: Callable[[list[str]], None] | None = None,
    ) -> None:
        """The figure alone, with its alternative text; clicked is given a mark's customdata."""
        config: Any = looks.config(self.words)
        shown: dict[str, Any] = dict(width="stretch", theme=None, config=config, alt=alt)
        if clicked is None:
            st.plotly_chart(fig, key=key, **shown)
            return
        drawn = f"{key}_{times}" if (times := st.session_state.get(f"{key}_times", 0)) else key
        on_click = partial(_on_mark, key, drawn, clicked)
        st.plotly_chart(fig, key=drawn, on_select=on_click, selection_mode="points", **shown)

    def section(self, title: str, subtitle: str = "") -> None:
        """A ruled heading with its measure line."""
        ruled(title, subtitle)

    def source(self, text: str) -> None:
        """A note or source line."""
        st.html(f'<p class="papi-source">{escape(text)}</p>')

    def lines(self, texts: Iterable[str]) -> None:
        """Sentences one below the other."""
        items = "".join(f"<li>{escape(text)}</li>" for text in texts)
        st.html(f'<ul class="papi-lines">{items}</ul>')

    def nothing(self, why: str) -> None:
        """A part of the page that has nothing to show, and why."""
        st.html(f'<p class="papi-subtitle">{escape(why)}</p>')

    def table(self, frame: pd.DataFrame, key: str, columns: Columns, alt: str) -> None:
        """A table of finished texts; columns: field -> heading, right-aligned or not. Its rows lead
        to their tasks where the frame has a task_id that is not among them."""
        if frame.empty:  # Streamlit would write "empty"
            self.nothing(self.words["page.no_rows"])
            return
        data_table.show(frame, key, columns, alt, self.facts, self.words, self.phone)

    def take_away(self, frame: pd.DataFrame, key: str, columns: Columns, title: str) -> None:
        """The same as .xlsx and .csv, of a table that is drawn by other means."""
        with st.container(horizontal=True, key=f"tools_{key}"):
            data_table.offer(frame, columns, key, title, self.facts, self.words)

    def link(
        self,
        name: str,
        label: str,
        query: dict[str, str] | None = None,
        icon: str = ":material/arrow_forward:",
    ) -> None:
        """A link to another page that keeps the session."""
        st.page_link(
            page_row(name).file,
            label=as_written(label),
            icon=icon,
            query_params=query,
        )


@dataclass
class OpenPage(Page):
    """A page that opens to an empty store too; chosen is what the bar holds, if it holds any."""

    chosen: Selection | None


def _on_mark(key: str, drawn: str, clicked: Callable[[list[str]], None]) -> None:
    """A mark was clicked. The chart is drawn anew: else the mark stays chosen, and a second click
    on it would only give it up."""
    points = st.session_state[drawn].selection.points
    about = next((point["customdata"] for point in points if point.get("customdata")), None)
    if about is not None:
        st.session_state[f"{key}_times"] = st.session_state.get(f"{key}_times", 0) + 1
        clicked(list(about))


def ruled(title: str, subtitle: str = "") -> None:
    """A ruled heading with its measure line, where there is no page yet."""
    below = f'<p class="papi-subtitle">{escape(subtitle)}</p>' if subtitle else ""
    st.html(f'<h2 class="papi-chart-title">{escape(title)}</h2>{below}')
