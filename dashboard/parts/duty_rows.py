"""From a score to the people and back: a row a component, its links beside it."""

from collections.abc import Callable, Iterable
from html import escape

import pandas as pd
import streamlit as st

from dashboard.folding import official_key
from dashboard.page_list import page_row
from dashboard.parts.as_written import as_written
from dashboard.parts.data_page import DataPage
from dashboard.readings.short_names import short_names
from dashboard.sentences import duties
from dashboard.sentences.duties import Duty


def of_components(
    page: DataPage, rows: pd.DataFrame, has_all: bool, village: str | None = None
) -> None:
    """Each sub-dimension's details, of the village looked at, and who answers for it; without
    has_all only those that nobody works on.

    rows: Readings.component_tasks of the components that the page shows.
    """
    chosen, words = page.chosen, page.words
    listed = duties.of_components(rows if has_all else rows[rows.uncovered], words)
    facts = {"year": chosen.year_to, "seen_at": page.seen_at, "unit": chosen.unit}
    page.section(words["duties.title"], words.say("duties.about", **facts))
    if not rows.planned.any():
        page.nothing(words.say("duties.no_plan", year=chosen.year_to))
        return

    def details(page: DataPage, duty: Duty) -> None:
        page.drill(duty.component, words["changed.details"], village)
        officials_of(page, duty)

    rows_with_links(page, listed, details)
    if not has_all:  # a link from a page to itself would leave its choice out of the address
        st.button(
            words["duties.every"],
            icon=":material/arrow_forward:",
            type="tertiary",
            on_click=st.session_state.update,
            args=({"muc": "sub_dimension"},),
        )


def of_official(
    page: DataPage, official: str, listed: list[Duty], dimensions: dict[str, str]
) -> None:
    """The components that an official's tasks serve, each with its way to the scores.

    dimensions: code -> the dimension's name in the filter of the page of components.
    """
    chosen, words = page.chosen, page.words
    page.section(
        words.say("duties.served", official=official),
        words.say("duties.served_about", unit=chosen.unit, seen_at=page.seen_at),
    )
    if not listed:
        page.nothing(words["duties.served_none"])

    def scores(page: DataPage, duty: Duty) -> None:
        _link(page, "components", words["duties.see_score"], linh_vuc=dimensions[duty.dimension])
        _link(page, "component", words["duties.see_component"], ma=duty.component)

    rows_with_links(page, listed, scores)


def tasks_of(page: DataPage, official: str) -> None:
    """The way to an official's tasks, by the name that the plan has them under."""
    chosen, words = page.chosen, page.words
    leading = page.ask.plan.officials(chosen.unit_id, chosen.year_to, **chosen.when).official
    known = next((name for name in leading if official_key(name) == official_key(official)), None)
    if known:
        page.link("officials", words.say("duties.tasks_of", official=official), {"can_bo": known})
    elif chosen.has_tasks:
        page.source(words.say("duties.no_tasks_of", official=official, year=chosen.year_to))


def rows_with_links(
    page: DataPage,
    listed: Iterable[Duty],
    links: Callable[[DataPage, Duty], None],
    key: str = "duties",
) -> None:
    """A row each, and in it at the right the links that links writes."""
    with st.container(key=key, gap=None):
        for duty in listed:
            left, right = st.columns([0.62, 0.38], vertical_alignment="center", gap="small")
            with left:
                st.html(_row(duty, key))
            with right, st.container(horizontal=True, gap="small", vertical_alignment="center"):
                links(page, duty)


def _row(duty: Duty, key: str) -> str:
    kind = "papi-duty" if key == "duties" else f"papi-duty papi-{key}"
    urgent = f"<em>{escape(duty.urgent)}</em> " if duty.urgent else ""
    return (
        f'<p class="{kind}"><b>{escape(duty.name)}</b>'
        f"<small>{urgent}{escape(duty.facts)}</small></p>"
    )


def officials_of(page: DataPage, duty: Duty) -> None:
    """A link to each official who leads, or that nobody does; above the communes, where a title
    is of several people, to the component's tasks."""
    if page.several and duty.officials:
        _link(page, "officials", page.words["reporting.to_tasks"], thanh_phan=duty.name)
        return
    for official, short in short_names(duty.officials).items():
        _link(page, "officials", short, can_bo=official)
    if not duty.officials:
        page.nothing(page.words["duties.no_lead"])


def _link(page: DataPage, name: str, label: str, **query: str) -> None:
    st.page_link(page_row(name).file, label=as_written(label), query_params=query, width="content")
