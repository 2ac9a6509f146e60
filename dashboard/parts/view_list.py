"""Views under a name, below the choices that they hold: one is opened by a click, the present one
kept, renamed, removed.

A view is an address. Opening it is what the browser does when one goes back to an address
(dashboard/server/shell.js): there the address decides, not what the boxes hold.
"""

from html import escape
from typing import NamedTuple
from urllib.parse import urlencode

import streamlit as st

from dashboard.page_list import PAGES, PageRow, page_row
from dashboard.parts import language, orders, selection
from dashboard.parts.as_written import as_written
from dashboard.parts.orders import Done
from dashboard.parts.selection import UNIT, YEAR_FROM, YEAR_TO, Selection
from dashboard.readings.readings import Readings
from dashboard.rows import rows_of
from dashboard.shown_values import alphabetical
from dashboard.store import saved_views
from dashboard.store.store import open_store
from dashboard.words import Words

KEY = "goc_nhin"  # in a view's address: all its choices once more; gone once it is open
NAME, WHO, WHICH, NEW_NAME = "view_name", "view_by", "view_which", "view_new_name"
_OPENED = "view_opened"  # of this session
# What of an address says nothing to people, or is said otherwise.
_NOT_READ = {"nv", "dong", "moi_to", "trang", language.KEY, YEAR_FROM, YEAR_TO}


class Kept(NamedTuple):
    """A view that people keep; id: of the record that holds; unit: its name, "" where the store
    has none of that id."""

    id: int
    name: str
    page: str
    unit: str
    query: str
    unit_id: str


class _Opened(NamedTuple):
    """A view's page and what its address asked for."""

    page: str
    asked: dict[str, list[str]]


def heed(page: str) -> None:
    """A view is opened: nothing of what was looked at before is carried along.

    From another page Streamlit leaves out of the address what that page's boxes are called too:
    then it is said once more.
    """
    if KEY in st.query_params:
        asked = saved_views.choices_of(st.query_params.pop(KEY))
        st.session_state[_OPENED] = _Opened(page, asked)
        selection.forget()
        if _choices() != asked:
            st.switch_page(page_row(page).file, query_params=asked)


def is_opening(page: str) -> bool:
    """Whether this run shows a view of the page just opened: then what its address does not say is
    as on a page that nobody has touched."""
    opened: _Opened | None = st.session_state.get(_OPENED)
    return opened is not None and opened.page == page


def show(row: PageRow, ask: Readings, words: Words, chosen: Selection) -> None:
    """What stands below the choices; pages without figures of a unit hold none to keep."""
    views = sorted(rows_of(ask.saved_views(), Kept), key=lambda view: alphabetical(view.name))
    with st.container(gap="xsmall"):
        st.html(_listed(views, words))
        if row.scope != "none":
            with st.expander(words["view.keep"]):
                _form(row, chosen, views, words)
        if views:
            with st.expander(words["view.edit"]):
                _edit(views, words)


def tell(page: str, words: Words) -> None:
    """What a view asked for and the page could not show: it is at its default there."""
    opened: _Opened | None = st.session_state.pop(_OPENED, None)
    if opened is None or opened.page != page:
        return
    lost = [
        ", ".join(asked)
        for key, asked in opened.asked.items()
        if key not in (UNIT, language.KEY) and not _holds(key, asked)
    ]
    if lost:
        said = words.say("view.lost", what="; ".join(lost))
        st.warning(as_written(said), icon=":material/info:")


def _holds(key: str, asked: list[str]) -> bool:
    held = st.session_state.get(key)
    return asked == st.query_params.get_all(key) or asked == [str(held)]


def _choices() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _listed(views: list[Kept], words: Words) -> str:
    title = f'<h2 class="papi-views-title">{escape(words["view.title"])}</h2>'
    if not views:
        return f'{title}<p class="papi-source">{escape(words["view.none"])}</p>'
    items = "".join(
        f'<li><a href="{escape(_href(view, words))}">{escape(view.name)}</a>'
        f"<small>{escape(_about(view, words))}</small></li>"
        for view in views
    )
    return f'{title}<ul class="papi-views">{items}</ul>'


def _href(view: Kept, words: Words) -> str:
    """Its address; choices are written in its language, which is spoken then."""
    choices = saved_views.choices_of(view.query)
    if choices.get(language.KEY) == [words.language]:
        del choices[language.KEY]
    if view.unit_id:
        choices[UNIT] = [view.unit_id]
    query = urlencode(choices, doseq=True)
    return f"/{view.page}?{query}&{urlencode({KEY: query})}"


def _about(view: Kept, words: Words) -> str:
    """The page and its choices in words; a page that is no more is its address."""
    title = next((words[row.title] for row in PAGES if row.address == view.page), view.page)
    said = saved_views.choices_of(view.query)
    years = "–".join(said[key][0] for key in (YEAR_FROM, YEAR_TO) if key in said)
    others = (", ".join(values) for key, values in said.items() if key not in _NOT_READ)
    unit = view.unit or (words["view.no_unit"] if view.unit_id else "")
    return " · ".join(filter(None, (title, unit, years, *others)))


def _form(row: PageRow, chosen: Selection, views: list[Kept], words: Words) -> None:
    with st.form("view_form", border=False):
        st.text_input(
            words["view.name"],
            key=NAME,
            max_chars=saved_views.LONGEST_NAME,
            placeholder=words["view.name_form"],
        )
        st.text_input(words["typed.who"], key=WHO, max_chars=100, help=words["typed.who_help"])
        pinned = {
            UNIT: chosen.unit_id,
            YEAR_FROM: str(chosen.year_from),
            YEAR_TO: str(chosen.year_to),
            language.KEY: words.language,
        }
        st.form_submit_button(
            words["view.save"], on_click=_save, args=(row.address, pinned, views, words)
        )
    st.caption(words["view.how"])


def _save(page: str, pinned: dict[str, str], views: list[Kept], words: Words) -> None:
    """Order it: the address as it is at the click, with what it leaves out as the default of
    today: tomorrow that may be another."""
    choices = _choices() | {key: [said] for key, said in pinned.items()}
    name, who = st.session_state[NAME], st.session_state[WHO]
    seen = next((view.id for view in views if saved_views.is_same(view.name, name)), 0)

    def work() -> None:
        view = saved_views.view_of(page, choices)
        saved_views.save(open_store(), name, view, who, seen)
        st.session_state[NAME] = ""

    said = words.say("view.replaced" if seen else "view.saved", name=name.strip())
    orders.give(work, words["view.saving"], Done(said))


def _edit(views: list[Kept], words: Words) -> None:
    names = {view.id: view.name for view in views}
    st.selectbox(words["view.which"], list(names), format_func=lambda one: names[one], key=WHICH)
    st.text_input(words["view.new_name"], key=NEW_NAME, max_chars=saved_views.LONGEST_NAME)
    with st.container(horizontal=True, gap="small"):
        given = names, words
        st.button(words["view.rename"], key="view_rename", on_click=_rename, args=given)
        st.button(words["view.remove"], key="view_remove", on_click=_remove, args=given)


def _rename(names: dict[int, str], words: Words) -> None:
    which, name = st.session_state[WHICH], st.session_state[NEW_NAME]

    def work() -> None:
        saved_views.rename(open_store(), which, name)
        st.session_state[NEW_NAME] = ""

    said = words.say("view.renamed", before=names[which], name=name.strip())
    orders.give(work, words["view.saving"], Done(said))


def _remove(names: dict[int, str], words: Words) -> None:
    which = st.session_state[WHICH]
    said = words.say("view.removed", name=names[which])
    orders.give(lambda: saved_views.remove(open_store(), which), "", Done(said))
