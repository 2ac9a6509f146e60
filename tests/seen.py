"""Things as a page drawn now would show them: what tests act on."""

from dashboard.store import shown
from dashboard.store.shown import Shown
from dashboard.store.store import Store


def seen(store: Store, subject: str, key: object = "") -> Shown:
    """The import, task or sample data as the newest version has it."""
    with store.read() as cursor:
        return shown.listed(cursor, subject)[str(key)]
