"""A decision of the meeting, typed over a slide: a record at once, a task of the plan with it."""

from dashboard.importing.storing import decision_records
from dashboard.importing.storing.decision_records import Decision
from dashboard.parts.data_page import DataPage
from dashboard.parts.show_screen import Decided
from dashboard.store import small_writes
from dashboard.store.store import open_store


def officials(page: DataPage) -> list[str]:
    """Who may be given something to do: those who lead tasks of the plan."""
    chosen = page.chosen
    if not chosen.has_tasks:
        return []
    frame = page.ask.plan.officials(chosen.unit_id, chosen.year_to, **chosen.when)
    return sorted(dict.fromkeys(map(str, frame.official)))


def components(page: DataPage) -> list[tuple[str, str]]:
    """Code and name of what a decision may serve."""
    tree = page.ask.components(page.chosen.year_to)
    own = tree[tree.level != "total"]
    return list(zip(own.component, own["name"], strict=True))


def record(unit: str, year: int, said: Decided) -> None:
    """Write it. Raises DashboardError for what is not known; nothing is written then."""
    decision = Decision(said.text, said.official, said.due, said.component, said.slide or None)
    open_store().write_small(
        lambda cursor: decision_records.write(cursor, unit, year, decision), small_writes.NOTES
    )
