"""One village of the page Thôn: beside its commune, in both years, and whose it is."""

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.parts import duty_rows, remark_lines
from dashboard.parts.as_written import as_written
from dashboard.parts.data_page import DataPage
from dashboard.parts.pieces import plain_table
from dashboard.tables import village_tables


def of(page: DataPage, village: str, cells: pd.DataFrame, about: pd.DataFrame, year: int) -> None:
    """What the village head asks for; cells: the heat map's frame, about: villages of a year."""
    words = page.words
    own, whole = cells[cells.village == village], cells[cells.village == ""]
    if not own.empty:
        count = own.respondents.max()
        holes = {"count": numbers.count(int(count)) if numbers.is_number(count) else "0"}
        holes["status"] = numbers.reason(*own.status, words=words) or words["standing.sound"]
        page.section(
            words.say("standing.beside", village=village, year=year),
            words.say("standing.beside_about", **holes),
        )
        plain_table(*village_tables.beside_commune(own, whole, words))
    change = page.change(village)
    total = change[change.level == "total"].iloc[0]
    page.levels(change[change.level == "dimension"], total, "village_levels", village)
    remark_lines.of_village(page, village)
    official = about[about.village == village].official.iloc[0]
    if isinstance(official, str):
        page.source(words.say("villages.in_charge", village=village, official=official))
        duty_rows.tasks_of(page, official)
    page.link("component", words["overview.how"], {"ma": "PAPI", "thon": village})
    page.link("officials", words.say("villages.tasks", village=village), {"thon": village})


def openers(page: DataPage, villages: list[str], chosen: str | None) -> None:
    """A button for each village; a link from a page to itself would lose its choices."""
    page.source(page.words["standing.open"])
    with st.container(horizontal=True, gap="xsmall", key="open_villages"):
        for number, name in enumerate(villages):
            if name != chosen:
                st.button(
                    as_written(name),
                    key=f"open_village_{number}",
                    on_click=st.session_state.update,
                    args=({"thon": name},),
                )
