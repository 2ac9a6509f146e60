"""The first thing on the page of components: what clearly changed, and who leads its tasks."""

import pandas as pd

from dashboard.parts import duty_rows
from dashboard.parts.data_page import DataPage
from dashboard.sentences import changed
from dashboard.sentences.duties import Duty

MOST = 10


def show(page: DataPage, change: pd.DataFrame, duties: pd.DataFrame, village: str | None) -> None:
    """A row each with links to its details and its officials; nothing where nothing did.

    change: of whom the page looks at; duties: PlanReadings.component_tasks.
    """
    words = page.words
    listed = changed.clear(change, duties, words)
    if not listed:
        return

    def links(page: DataPage, duty: Duty) -> None:
        page.drill(duty.component, words["changed.details"], village)
        if duties.planned.any():
            duty_rows.officials_of(page, duty)

    page.section(changed.title(listed, words), words["changed.about"])
    duty_rows.rows_with_links(page, listed[:MOST], links, key="changed")
    if len(listed) > MOST:
        page.source(words.say("changed.more", count=len(listed) - MOST))
