"""The way down from the total to a row of a file, and back up: where the page stands.

The place stands in the address: ma (a component or a question), thon (a village).
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.parts.data_page import DataPage
from dashboard.place_kinds import village_key
from dashboard.readings.listed import ComponentRow, FormRow
from dashboard.rows import rows_of

CODE, VILLAGE, ROW = "ma", "thon", "dong"
QUESTION = "cau-"  # before the code of a question that is a component's code as well
LINK_LETTERS = 46
BACK = ":material/chevron_left:"


@dataclass(frozen=True)
class Place:
    """A component or question, in one village or in all, with the tree it stands in."""

    code: str
    level: str
    village: str | None
    tree: pd.DataFrame

    @property
    def node(self) -> ComponentRow:
        """Its row of the tree."""
        return next(rows_of(self.of(self.tree), ComponentRow))

    @property
    def parts(self) -> pd.DataFrame:
        """What it is made of; nothing below a question."""
        return self.tree[(self.tree.parent == self.code) & (self.level != "question")]

    @property
    def above(self) -> list[ComponentRow]:
        """From the total down to its parent."""
        listed = rows_of(self.tree[self.tree.level != "question"], ComponentRow)
        components = {row.component: row for row in listed}
        found, code = list[ComponentRow](), self.node.parent
        while code in components:
            found.insert(0, components[code])
            code = components[code].parent
        return found

    @property
    def address(self) -> str:
        """Its code in a link."""
        return self.address_of(self.node)

    def address_of(self, row: ComponentRow) -> str:
        """The code of a row of the tree in a link."""
        same = self.tree[self.tree.component == row.component]
        is_doubtful = row.level == "question" and len(same) > 1
        return f"{QUESTION}{row.component}" if is_doubtful else row.component

    def of(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Its rows of a frame."""
        return frame[(frame.component == self.code) & (frame.level == self.level)]


def place(page: DataPage, villages: Iterable[str]) -> Place | str:
    """Where the address points; a code that the year does not know is given back."""
    # A link to the page one is on changes the choices but not what the browser's bar says:
    # saying its own again does, and each step can be gone back. Those of widgets are not ours to
    # say: Streamlit refuses.
    own = {key: st.query_params[key] for key in (CODE, VILLAGE, ROW) if key in st.query_params}
    st.query_params.update(own)
    # Communes may ask differently under one code: their questions are looked at one by one.
    asked = page.chosen.level == "commune"
    tree = page.ask.survey.tree(page.chosen.unit_id, page.chosen.year_to, questions=asked)
    said = st.query_params.get(CODE) or "PAPI"
    code = said.removeprefix(QUESTION)
    known = tree[tree.component == code]
    known = known[known.level == "question"] if said.startswith(QUESTION) else known
    if known.empty:
        return said
    said = village_key(st.query_params.get(VILLAGE, "")) if asked else ""
    village = next((name for name in villages if village_key(name) == said), None)
    return Place(code, known.level.iloc[0], village, tree)


def name_of(row: ComponentRow, page: DataPage) -> str:
    """How a component or question is called in a title or a link."""
    if row.level == "total":
        return page.words["component.total"]
    if row.level == "question":
        return f"{page.words.say('component.question', code=row.component)}: {row.name}"
    return f"{row.component} {row.name}"


def trail(page: DataPage, here: Place) -> None:
    """The way back: the same for the whole unit, and each step above in the same village."""
    if not here.above and not here.village:
        return
    with st.container(horizontal=True, gap="xsmall", key="trail"):
        if here.village:
            page.drill(here.address, page.words["component.whole_unit"], None, BACK)
        for row in here.above:
            page.drill(row.component, _short(name_of(row, page)), here.village, BACK)


def steps(
    page: DataPage, why: str, rows: pd.DataFrame, village: str | None, here: Place | None = None
) -> None:
    """Links to each of the parts."""
    page.source(why)
    with st.container(horizontal=True, gap="xsmall", key="parts"):
        for row in rows_of(rows, ComponentRow):
            code = here.address_of(row) if here else row.component
            page.drill(code, name_of(row, page), village)


def villages(page: DataPage, here: Place, names: Iterable[str]) -> None:
    """Links to the same component in each village, or back to the whole."""
    page.source(page.words["component.open_villages"])
    with st.container(horizontal=True, gap="xsmall", key="villages"):
        for name in names:
            if name != here.village:
                page.drill(here.address, name, name)


def forms(page: DataPage, here: Place, rows: pd.DataFrame) -> pd.DataFrame:
    """Links to each row of the files; the answer is the row that the address names."""
    several = len(rows[["source_file", "source_sheet"]].drop_duplicates()) > 1
    words = page.words
    names = [
        f"{row.source_file}/{row.source_sheet}/{row.source_row}" if several else str(row.source_row)
        for row in rows_of(rows, FormRow)
    ]
    with st.container(horizontal=True, gap="xsmall", key="forms"):
        for name in names:
            page.drill(here.address, words.say("component.row", row=name), here.village, row=name)
    said = st.query_params.get(ROW)
    return rows[[name == said for name in names]]


def _short(text: str) -> str:
    return text if len(text) <= LINK_LETTERS else text[: LINK_LETTERS - 1].rstrip() + "…"
