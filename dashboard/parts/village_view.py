"""One village of the page Thôn: its total beside its commune's, whose it is, and every component
with its way down; and what of all villages stands above the map."""

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.charts.village_cells import TOTAL
from dashboard.parts import component_basis, duty_rows, remark_lines, row_links
from dashboard.parts.as_written import as_written
from dashboard.parts.data_page import DataPage
from dashboard.parts.pieces import note, plain_table
from dashboard.sentences import among_villages
from dashboard.tables import village_tables
from dashboard.words import Words


def every(
    page: DataPage, cells: pd.DataFrame, villages: list[str], year: int, dimension: str | None
) -> None:
    """Who is highest and lowest by the total, and what clearly changed in which village.

    cells: the heat map's frame.
    """
    chosen, words = page.chosen, page.words
    changes = {name: page.change(name) for name in villages} if chosen.compares else {}
    moved = among_villages.moved(changes, chosen.year_from, dimension, words)
    if said := [*filter(None, [among_villages.order(cells, year, words)]), *moved]:
        page.lines(said)
    if moved:
        page.source(words["among.moved_source"])


def of(
    page: DataPage, village: str, cells: pd.DataFrame, about: pd.DataFrame, dimension: str | None
) -> None:
    """What the village head asks for; cells: the heat map's frame, about: villages of a year."""
    words = page.words
    change = page.change(village)
    looked_at = change[change.component == (dimension or TOTAL)].iloc[0]
    official = about[about.village == village].official.iloc[0]
    said = [among_villages.place(cells, village, words), among_villages.since(looked_at, words)]
    said.append(_furthest_below(cells, village, words))
    if isinstance(official, str):
        said.append(words.say("villages.in_charge", village=village, official=official))
    page.lines(filter(None, [*said, *remark_lines.of_village(page, village), _late(page, village)]))
    component_basis.sexes(page, looked_at.component, "published", village)
    with st.container(horizontal=True, gap="small", key="village_links"):
        page.link("officials", words.say("villages.tasks", village=village), {"thon": village})
        if isinstance(official, str):
            duty_rows.tasks_of(page, official)
        remark_lines.to(page, "village")
        page.link("component", words["overview.how"], {"ma": dimension or TOTAL, "thon": village})


def _furthest_below(cells: pd.DataFrame, village: str, words: Words) -> str:
    """Where the village is furthest below its commune; "" where nowhere."""
    parts = cells[(cells.village == village) & ~cells.is_sum.astype(bool)]
    below = village_tables.furthest_below(parts, cells[cells.village == ""])
    if below is None:
        return ""
    key = "among.furthest" if below.is_clear else "among.furthest_unsure"
    name = f"{below.part.component} {below.part.name}"
    return words.say(key, component=name, difference=numbers.difference(float(below.difference)))


def _late(page: DataPage, village: str) -> str:
    """How many overdue tasks name the village, and how many are the whole commune's."""
    chosen = page.chosen
    tasks = page.ask.plan.tasks(chosen.unit_id, chosen.year_to, village=village, **chosen.when)
    late = tasks[tasks.state == "overdue"]
    whole = int(late.whole_unit.sum())
    holes = {"village": village, "own": len(late) - whole, "whole": whole}
    return page.words.say("villages.overdue", **holes) if chosen.has_tasks else ""


def figures(page: DataPage, village: str, cells: pd.DataFrame, year: int) -> None:
    """The heat map's row of the village as a table, and both years; cells: as above."""
    words = page.words
    own = cells[cells.village == village]
    if not own.empty:
        count = own.respondents.max()
        holes = {"count": numbers.count(int(count)) if numbers.is_number(count) else "0"}
        holes["status"] = numbers.reason(*own.status, words=words) or words["standing.sound"]
        page.section(
            words.say("standing.beside", village=village, year=year),
            words.say("standing.beside_about", **holes),
        )
        _beside(own, cells[cells.village == ""], words)
    change = page.change(village)
    total = change[change.level == "total"].iloc[0]
    page.levels(change[change.level == "dimension"], total, "village_levels", village)


def parts(
    page: DataPage, village: str, scores: pd.DataFrame, whole: pd.DataFrame, year: int
) -> None:
    """Each sub-dimension beside the commune's, a link to its questions in the village."""
    words = page.words
    own = scores[(scores.village == village) & (scores.level == "sub_dimension")]
    if not own.empty:
        about = words["standing.parts_about"]
        page.section(words.say("standing.parts", village=village, year=year), about)
        _beside(own, whole[whole.level == "sub_dimension"], words)


def _beside(own: pd.DataFrame, whole: pd.DataFrame, words: Words) -> None:
    rows, columns = village_tables.beside_commune(own, whole, words)
    places = zip(own.component, own.village, strict=True)
    rows["component_href"] = [
        row_links.href("component", ma=code, thon=name) for code, name in places
    ]
    plain_table(rows, columns)


def openers(page: DataPage, villages: list[str], chosen: str | None) -> None:
    """A button for each village; a link from a page to itself would lose its choices."""
    with st.container(
        horizontal=True, vertical_alignment="center", gap="xsmall", key="open_villages"
    ):
        note(page.words["standing.open"], width="content")
        for number, name in enumerate(villages):
            if name != chosen:
                st.button(
                    as_written(name),
                    key=f"open_village_{number}",
                    on_click=st.session_state.update,
                    args=({"thon": name},),
                )
