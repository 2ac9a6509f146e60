"""A log of communication and supervision into the store."""

from collections import Counter
from datetime import date

from dashboard.importing.kinds import ACTIVITIES
from dashboard.importing.model.records import Activity
from dashboard.importing.storing import table_rows
from dashboard.importing.storing.new_import import NewImport
from dashboard.importing.storing.scopes import Scope
from dashboard.importing.storing.stages import Judged, Row


def write(new: NewImport, judged: Judged) -> None:
    """Each activity a row; of several that say the same, the second is another."""
    for scope in judged.scopes_of(ACTIVITIES):
        new.append("activity", _rows(scope, new.source(scope)))


def _rows(scope: Scope, source: Row) -> list[Row]:
    seen: Counter[tuple[date, str, str, str]] = Counter()
    rows = []
    for activity in scope.records_of(Activity):
        same = (activity.held_on, activity.channel, activity.subject, activity.area)
        seen[same] += 1
        rows.append(table_rows.activity_row(activity, source, seen[same]))
    return rows
