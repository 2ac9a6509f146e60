"""The frame of a page: style, choices, title, empty states, charts with their words.

A page is `with frame.page("villages", needs="survey") as page:` and below it only selection,
reading, chart and table.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard import numbers, verdicts
from dashboard.charts import levels
from dashboard.charts import look as looks
from dashboard.charts.look import Look
from dashboard.folding import place_key
from dashboard.parts import selection, width
from dashboard.parts.selection import Selection
from dashboard.readings.readings import Readings
from dashboard.sentences import headlines
from dashboard.store.store import open_store
from dashboard.words import Words, words


@dataclass
class Page:
    """What a page works with; ask answers, chosen says about what."""

    name: str
    words: Words
    look: Look
    phone: bool
    ask: Readings
    chosen: Selection | None
    _title: st.delta_generator.DeltaGenerator = field(repr=False, default=None)

    def heading(self, title: str, *facts: str, own_data: bool = True) -> None:
        """The finding as h1, and below it what it is about.

        own_data: the page shows the unit's own figures, which may be simulated.
        """
        said = [fact for fact in facts if fact]
        if own_data and self.chosen and self.chosen.is_simulated:
            said.append(self.words["page.simulated"])
        with self._title:
            st.html(
                f'<h1 class="papi-title">{escape(title)}</h1>'
                f'<p class="papi-subtitle">{escape(" · ".join(said))}</p>'
            )

    @property
    def seen_at(self) -> str:
        """The date looked at, in words."""
        return self.words.say("bar.seen_at", day=numbers.day(self.chosen.seen_at))

    def chart(
        self,
        fig: go.Figure,
        key: str,
        title: str,
        subtitle: str = "",
        alt: str = "",
        key_line: str = "",
        source: str = "",
        **more: object,
    ) -> object:
        """One figure with its words; the answer is Streamlit's selection, if asked for."""
        with st.container(gap="xsmall"):
            self.section(title, subtitle)
            if key_line:
                st.html(key_line)
            drawn = self.draw(fig, key, alt or title, **more)
            if source:
                self.source(source)
        return drawn

    def draw(self, fig: go.Figure, key: str, alt: str, **more: object) -> object:
        """The figure alone, with its alternative text."""
        return st.plotly_chart(
            fig,
            width="stretch",
            theme=None,
            config=looks.config(self.words),
            key=key,
            alt=alt,
            **more,
        )

    def section(self, title: str, subtitle: str = "") -> None:
        """A ruled heading with its measure line."""
        below = f'<p class="papi-subtitle">{escape(subtitle)}</p>' if subtitle else ""
        st.html(f'<h2 class="papi-chart-title">{escape(title)}</h2>{below}')

    def source(self, text: str) -> None:
        """A note or source line."""
        st.html(f'<p class="papi-source">{escape(text)}</p>')

    def lines(self, texts: Iterable[str]) -> None:
        """Sentences one below the other."""
        items = "".join(f"<li>{escape(text)}</li>" for text in texts)
        st.html(f'<ul class="papi-lines">{items}</ul>')

    def table(
        self, frame: pd.DataFrame, key: str, columns: dict[str, tuple[str, bool]], alt: str
    ) -> None:
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

    @property
    def years(self) -> str:
        """The unit and the two years, in words."""
        chosen = self.chosen
        return self.words.say(
            "bar.unit_years",
            unit=chosen.unit,
            year_from=chosen.year_from,
            year_to=chosen.year_to,
        )

    @property
    def plan(self) -> str:
        """The unit, the plan's year and the period, in words."""
        kind = self.words[f"period.{self.chosen.period.rsplit('-', 1)[1]}"]
        unit, year = self.chosen.unit, self.chosen.year_to
        return self.words.say("bar.unit_plan", unit=unit, year=year, period=kind.lower())

    @property
    def province(self) -> str | None:
        """The published index's name of the province that the unit lies in."""
        provinces = self.ask.published(self.ask.published_years()[-1], "PAPI").province
        key = place_key(self.chosen.province or self.words["page.home_province"])
        return next((name for name in provinces if place_key(name) == key), None)

    def one_year(self, key: str) -> int:
        """One of the two years chosen; the later one at first."""
        years = sorted({self.chosen.year_from, self.chosen.year_to}, reverse=True)
        return year_choice(key, years, self.words)

    def published_year(self, key: str) -> int:
        """A year of the published index; the later one chosen at first."""
        years = self.ask.published_years()[::-1]
        first = self.chosen.year_to if self.chosen.year_to in years else years[0]
        return st.selectbox(
            self.words["bar.year"],
            years,
            index=years.index(first),
            key=key,
            bind="query-params",
            label_visibility="collapsed",
            width=110,
        )

    def levels(self, rows: pd.DataFrame, total: pd.Series, key: str, *domain: str | None) -> None:
        """The main chart: both years' levels and their difference, with n and the filters."""
        chosen, words = self.chosen, self.words
        counts = {
            name: 0 if pd.isna(total[f"respondents_{name}"]) else int(total[f"respondents_{name}"])
            for name in ("from", "to")
        }
        measure = words.say(
            "levels.measure",
            year_from=chosen.year_from,
            year_to=chosen.year_to,
            n_from=counts["from"],
            n_to=counts["to"],
        )
        note = [words["levels.source"]]
        if (rows.level == "sub_dimension").any():
            note.insert(0, words["chart.levels.note_highest"])
        self.chart(
            levels.levels_and_difference(rows, words, self.look, self.phone),
            key,
            headlines.levels(rows, words),
            " · ".join([measure, *filter(None, domain)]),
            levels.alt_text(rows, words),
            key_line=self._verdict_key(rows) if self.phone else "",
            source=" ".join(note),
        )

    def _verdict_key(self, rows: pd.DataFrame) -> str:
        """The signs that the rows hold, with their words: a phone has no room beside each."""
        said = [v for v in verdicts.VERDICTS if v in verdicts.of(rows)]
        texts = " · ".join(verdicts.text(verdict, self.words) for verdict in said)
        return f'<p class="papi-key">{escape(texts)}</p>' if said else ""

    def link(self, name: str, label: str, query: dict[str, str] | None = None) -> None:
        """A link to another page that keeps the session."""
        st.page_link(
            f"pages/{name}.py",
            label=label,
            icon=":material/arrow_forward:",
            query_params=query,
        )

    def drill(
        self,
        code: str,
        label: str,
        village: str | None = None,
        icon: str | None = None,
        row: str | None = None,
    ) -> None:
        """A link down or up to one component, question, village or row of the file."""
        steps = {"ma": code, "thon": village, "dong": row}
        query = {key: str(step) for key, step in steps.items() if step is not None}
        st.page_link(
            "pages/component.py",
            label=label,
            icon=icon or ":material/chevron_right:",
            query_params=selection.kept() | query,
        )

    def nothing(self, why: str) -> None:
        """A part of the page that has nothing to show, and why."""
        st.html(f'<p class="papi-subtitle">{escape(why)}</p>')

    def empty(self, title: str, why: str) -> None:
        """Nothing to show at all: what is missing, why, and the ways out. Ends the page."""
        self.heading(title)
        self.nothing(why)
        with st.container(horizontal=True):
            if st.button(self.words["empty.import"], type="primary", key="empty_import"):
                st.switch_page("pages/import_data.py")
            if self.chosen is None and st.button(self.words["empty.samples"], key="empty_samples"):
                load_samples(self.words)
                st.rerun()
        st.stop()


@contextmanager
def page(name: str, needs: str = "") -> Iterator[Page]:
    """Open a page: everything it shows comes from one version of the store.

    needs: "survey" or "tasks" ends the page with its empty state where the chosen unit has
    none of them for the years chosen.
    """
    selection.carry(name)
    text = words("vi")
    st.html(f"<style>{looks.css(text)}</style>")
    store = open_store()
    with store.read() as cursor:
        ask = Readings(store, cursor, text.language)
        title, bar = st.columns([0.74, 0.26], vertical_alignment="center")
        with bar, st.container(horizontal=True, horizontal_alignment="right", key="bar"):
            chosen = selection.choose(ask, text)
        opened = Page(name, text, _look(), width.is_narrow(), ask, chosen, title)
        if needs and chosen is None:
            opened.empty(text["empty.title"], text["empty.why"])
        if needs == "survey" and not chosen.has_survey:
            year = chosen.year_to
            opened.empty(text.say("empty.no_survey", year=year), text["empty.no_survey_why"])
        if needs == "tasks" and not chosen.has_tasks:
            year = chosen.year_to
            opened.empty(text.say("empty.no_tasks", year=year), text["empty.no_tasks_why"])
        yield opened


def load_samples(text: Words) -> None:
    """Load the simulated data with a progress bar."""
    from dashboard.importing import samples

    bar = st.progress(0.0, text=text["cli.loading_samples"])
    done = []

    def tell(receipt) -> None:
        done.append(receipt)
        bar.progress(len(done) / len(samples.FILES), text=receipt.file)

    samples.load(open_store(), tell)
    bar.empty()


def year_choice(key: str, years: list[int], words: Words) -> int:
    """One year among a few."""
    return st.segmented_control(
        words["bar.year"],
        years,
        default=years[0],
        required=True,
        label_visibility="collapsed",
        key=key,
        bind="query-params",
    )


def _look() -> Look:
    return looks.look(st.context.theme.type)
