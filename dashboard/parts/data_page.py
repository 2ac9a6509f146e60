"""A page on the data of the chosen unit: what it is about in words, and its main chart."""

from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from dashboard import numbers, verdicts
from dashboard.charts import levels
from dashboard.page_list import page_row
from dashboard.parts import selection
from dashboard.parts.as_written import as_written
from dashboard.parts.filters import one_of, one_year
from dashboard.parts.page import Page
from dashboard.parts.selection import Selection
from dashboard.place_kinds import unit_key
from dashboard.sentences import headlines, naming
from dashboard.sentences.reporting import period_name


@dataclass
class DataPage(Page):
    """A page that has what it needs; chosen says about what it is."""

    chosen: Selection

    def heading(self, title: str, *facts: str | None, own_data: bool = True) -> None:
        """The same; of the unit's own figures also that it stands no more at the date looked at."""
        last, said = self.chosen.last_day, list(facts)
        if own_data and last is not None and last < self.chosen.seen_at:
            said.append(naming.ended(last, self.chosen.successor, self.words))
        super().heading(title, *said, own_data=own_data)

    @property
    def several(self) -> bool:
        """Whether the unit is above the communes: whose a name is has to be said then."""
        return self.chosen.level != "commune"

    @property
    def seen_at(self) -> str:
        """The date looked at, in words."""
        return self.words.say("bar.seen_at", day=numbers.day(self.chosen.seen_at))

    @property
    def survey_later(self) -> str | None:
        """That the later year's people were asked only after the date looked at; else None."""
        chosen = self.chosen
        if self.ask.reported or not chosen.has_survey:
            return None
        (first,) = self.ask.survey.days(chosen.unit_id, chosen.year_to).first_interview
        if pd.isna(first) or first.date() <= chosen.seen_at:
            return None
        day = numbers.day(first.date())
        return self.words.say("bar.survey_later", year=chosen.year_to, day=day)

    @property
    def years(self) -> str:
        """The unit and the two years, in words; the later alone where there is no earlier one."""
        chosen = self.chosen
        if not chosen.compares:
            return self.words.say("about.one_year", unit=chosen.unit, year=chosen.year_to)
        return self.words.say(
            "bar.unit_years",
            unit=chosen.unit,
            year_from=chosen.year_from,
            year_to=chosen.year_to,
        )

    @property
    def plan(self) -> str:
        """The unit, the plan's year and the period, in words."""
        period = period_name(self.chosen.period_kind, self.words)
        unit, year = self.chosen.unit, self.chosen.year_to
        return self.words.say("bar.unit_plan", unit=unit, year=year, period=period.lower())

    @property
    def province(self) -> str | None:
        """The published index's name of the province that the unit lies in."""
        published = self.ask.published
        provinces = published.scores(published.years()[-1], "PAPI").province
        key = unit_key(self.chosen.province or self.words["page.home_province"])
        return next((name for name in provinces if unit_key(name) == key), None)

    @property
    def dimensions(self) -> dict[str, str]:
        """Code -> code and name of each dimension of the year, as filters show them."""
        tree = self.ask.components(self.chosen.year_to)
        own = tree[tree.level == "dimension"]
        return dict(zip(own.component, own.component + " " + own["name"], strict=True))

    def change(self, *villages: str, questions: bool = False) -> pd.DataFrame:
        """The two years chosen, of the whole unit or of these villages."""
        years = self.chosen.unit_id, self.chosen.year_from, self.chosen.year_to
        return self.ask.change.between(*years, villages, questions=questions)

    def one_dimension(self) -> str | None:
        """The filter of dimensions: the code of one, None for all."""
        words, names = self.words, self.dimensions
        every = words["bar.all_dimensions"]
        return one_of("linh_vuc", words["bar.dimension"], list(names), every, names)

    def one_year(self, key: str) -> int:
        """One of the two years chosen; the later one at first."""
        years = sorted({self.chosen.year_from, self.chosen.year_to}, reverse=True)
        return one_year(key, self.words["bar.year"], years)

    def published_year(self, key: str) -> int:
        """A year of the published index; the later one chosen at first."""
        years = self.ask.published.years()[::-1]
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
        words = self.words
        note = [words.say("levels.source", whose=words[f"about.{self.chosen.level}"])]
        if (rows.level == "sub_dimension").any():
            note.insert(0, words["chart.levels.note_highest"])
        self.chart(
            levels.levels_and_difference(rows, words, self.look, self.phone),
            key,
            headlines.levels(rows, words),
            " · ".join([self._measure(total), *filter(None, domain)]),
            levels.alt_text(rows, words),
            key_line=self._verdict_key(rows) if self.phone else "",
            source=" ".join(note),
        )

    def _measure(self, total: pd.Series) -> str:
        """The years compared and the respondents of each."""
        n_from, n_to = (
            0 if pd.isna(count) else int(count)
            for count in (total.respondents_from, total.respondents_to)
        )
        year_from, year_to = self.chosen.year_from, self.chosen.year_to
        holes = {"year_from": year_from, "year_to": year_to, "n_from": n_from, "n_to": n_to}
        whose = self.words[f"about.{self.chosen.level}"]
        return self.words.say("levels.measure", whose=whose, **holes)

    def _verdict_key(self, rows: pd.DataFrame) -> str:
        """The signs that the rows hold, with their words: a phone has no room beside each."""
        said = [v for v in verdicts.VERDICTS if v in verdicts.of(rows)]
        texts = " · ".join(verdicts.text(verdict, self.words) for verdict in said)
        return f'<p class="papi-key">{escape(texts)}</p>' if said else ""

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
        query = {key: step for key, step in steps.items() if step is not None}
        st.page_link(
            page_row("component").file,
            label=as_written(label),
            icon=icon or ":material/chevron_right:",
            query_params=selection.kept() | query,
        )
