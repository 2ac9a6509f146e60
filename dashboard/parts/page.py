"""What every page writes with: its title, ruled sections, figures and tables with their words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import numbers
from dashboard.charts import look as looks
from dashboard.charts.look import Look
from dashboard.page_list import PageRow, page_row
from dashboard.parts import printing
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

    def heading(self, title: str, *facts: str | None, own_data: bool = True) -> None:
        """The finding as h1, and below it what it is about.

        own_data: the page shows the unit's own figures, which may be simulated.
        """
        said = [fact for fact in facts if fact]
        if own_data and self.is_simulated:
            said.append(self.words["page.simulated"])
        with self.slot:
            st.html(
                f'<h1 class="papi-title">{escape(title)}</h1>'
                f'<p class="papi-subtitle">{escape(" · ".join(said))}</p>'
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
    ) -> None:
        """One figure with its words."""
        with st.container(gap="xsmall", key=f"chart_{key}"):  # on paper it stays in one piece
            self.section(title, subtitle)
            if key_line:
                st.html(key_line)
            self.draw(fig, key, alt or title)
            if source:
                self.source(source)

    def draw(self, fig: go.Figure, key: str, alt: str) -> None:
        """The figure alone, with its alternative text."""
        config = looks.config(self.words)
        st.plotly_chart(fig, width="stretch", theme=None, config=config, key=key, alt=alt)

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
        """A table of finished texts; columns: field -> heading, right-aligned or not."""
        if frame.empty:  # Streamlit would write "empty"
            self.nothing(self.words["page.no_rows"])
            return
        st.dataframe(
            frame[list(columns)],
            column_config={
                field: st.column_config.TextColumn(
                    heading, alignment="right" if is_figure else "left"
                )
                for field, (heading, is_figure) in columns.items()
            },
            hide_index=True,
            row_height=32,
            height=min(32 * len(frame) + 40, 32 * 12 + 40),
            placeholder=numbers.NOTHING,
            key=key,
            alt=alt,
        )
        printing.table(frame, columns, self.words)

    def link(self, name: str, label: str, query: dict[str, str] | None = None) -> None:
        """A link to another page that keeps the session."""
        st.page_link(
            page_row(name).file,
            label=as_written(label),
            icon=":material/arrow_forward:",
            query_params=query,
        )


@dataclass
class OpenPage(Page):
    """A page that opens to an empty store too; chosen is what the bar holds, if it holds any."""

    chosen: Selection | None


def ruled(title: str, subtitle: str = "") -> None:
    """A ruled heading with its measure line, where there is no page yet."""
    below = f'<p class="papi-subtitle">{escape(subtitle)}</p>' if subtitle else ""
    st.html(f'<h2 class="papi-chart-title">{escape(title)}</h2>{below}')
