"""Uploaded packages: what each would become, the question about a key that is not known yet, and
the button that imports it."""

from collections.abc import Callable, Hashable, Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.errors import DashboardError
from dashboard.importing.model.reading import Options
from dashboard.importing.outcome.receipt import Receipt
from dashboard.packages import package_import
from dashboard.packages.package_import import Seen
from dashboard.parts import orders, outcome_lines
from dashboard.parts.as_written import as_written
from dashboard.parts.orders import Done
from dashboard.parts.page import Page
from dashboard.store.store import Cursor, open_store
from dashboard.words import Words

LOOKED = "packages_looked_at"


def show(page: Page, files: Sequence[UploadedFile], options: Options) -> None:
    """A section a package."""
    for file in files:
        found = _looked(file, options)
        if isinstance(found, DashboardError):
            page.section(file.name, page.words["import.status_refused"])
            st.warning(as_written(found.sentence(page.words)), icon=":material/block:")
        else:
            _one(page, file, options, found)


def _looked(file: UploadedFile, options: Options) -> Seen | DashboardError:
    """Looked at once a version of the store."""
    store = open_store()
    key = (file.file_id, store.newest, options.unit)
    known: dict[Hashable, Seen | DashboardError] = st.session_state.setdefault(LOOKED, {})
    if key not in known:
        try:
            known[key] = package_import.look(store, file.getvalue(), file.name, options)
        except DashboardError as error:
            known[key] = error
    return known[key]


def _one(page: Page, file: UploadedFile, options: Options, seen: Seen) -> None:
    words = page.words
    page.section(file.name, words[f"import.status_{seen.receipt.status}"])
    if seen.receipt.status == "unchanged":
        return
    outcome_lines.findings(seen.receipt, words)
    holes = {"unit": seen.about.told, "short": seen.short}
    if seen.waits:
        asked = "package.ask_other" if seen.has_another else "package.ask"
        st.warning(as_written(words.say(asked, **holes)), icon=":material/call:")
    label = words.say("package.trust", **holes) if seen.waits else words["package.commit"]
    st.button(
        as_written(label),
        key=f"package_{file.file_id}",
        type="primary",
        icon=":material/upload:",
        on_click=_order(file, options, seen, words),
    )


def _order(file: UploadedFile, options: Options, seen: Seen, words: Words) -> Callable[[], None]:
    """What the button does: the key that was read is trusted, and no other."""
    trusted = [seen.about.key] if seen.waits else []
    content = file.getvalue()

    def as_seen(_: Cursor, receipt: Receipt) -> None:
        if receipt.as_shown() != seen.receipt.as_shown():
            raise DashboardError("changed_since_shown")

    def work() -> None:
        given = (options, trusted, True, as_seen)
        now = package_import.look(open_store(), content, file.name, *given)
        if now.waits:
            raise package_import.question(now)

    done = Done(words.say("package.done", unit=seen.about.told, period=seen.about.period))
    begin = orders.once(work)
    return lambda: orders.give(begin, words["import.storing"], done)
