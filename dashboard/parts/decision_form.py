"""A decision of the meeting, typed over a slide: a record at once, a task of the plan with it."""

from collections.abc import Mapping
from datetime import date

from dashboard.errors import DashboardError
from dashboard.importing.storing import decision_records
from dashboard.importing.storing.decision_records import Decision
from dashboard.parts.data_page import DataPage
from dashboard.store import small_writes
from dashboard.store.store import open_store


def officials(page: DataPage) -> list[str]:
    """Who may be given something to do: those who lead tasks of the plan."""
    if not page.chosen.has_tasks:
        return []
    frame = page.ask.plan.officials(page.chosen.unit_id, page.chosen.year_to, **page.chosen.when)
    return sorted(dict.fromkeys(map(str, frame.official)))


def record(page: DataPage, said: Mapping[str, object]) -> None:
    """Write what was typed (text, official, due as ISO, slide, component). Raises DashboardError
    for what is missing or not known; nothing is written then."""
    try:
        due = date.fromisoformat(str(said.get("due") or ""))
    except ValueError:
        raise DashboardError("decision_empty") from None
    slide = said.get("slide")
    decision = Decision(
        str(said.get("text") or ""),
        str(said.get("official") or ""),
        due,
        str(said["component"]) if said.get("component") else None,
        int(str(slide)) if slide else None,
    )
    unit, year = page.chosen.unit_id, page.chosen.year_to
    open_store().write_small(
        lambda cursor: decision_records.write(cursor, unit, year, decision), small_writes.NOTES
    )
