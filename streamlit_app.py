"""Front door: page setup and navigation, nothing else; the pages stand in dashboard/page_list."""

import streamlit as st

from dashboard.page_list import PAGES
from dashboard.parts import download, failed, language, row_links, theme, turns, width


def show() -> None:
    """One run of the chosen page."""
    text = language.chosen()
    st.set_page_config(page_title=text["nav.product"], layout="wide")
    titles = {"follow": text["nav.follow"], "data": text["nav.data"]}
    menus: dict[str, list[st.Page]] = {"": [], **{title: [] for title in titles.values()}}
    for row in PAGES:
        page = st.Page(
            row.file,
            title=text[row.title],
            url_path=row.address or None,
            default=not row.address,
            visibility="hidden" if row.menu == "none" else "visible",
        )
        menus[titles.get(row.menu, "")].append(page)
    chosen = st.navigation(menus, position="top")
    try:
        with turns.turn(text):
            chosen.run()
        download.settle()
    except Exception as error:
        failed.tell(error, chosen.title, text)
    theme.follow()
    width.follow()
    row_links.follow()


if __name__ == "__main__":
    show()
else:  # "streamlit run" looks into the file for an App, and serves the one it finds
    from dashboard.server.app import options

    app = st.App(__file__, **options())
