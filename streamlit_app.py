"""Front door: page setup and navigation, nothing else.

A new page: a file in pages/, a row in PAGES, its title in texts/*/pages.toml ([nav]).
"""

import logging

import streamlit as st

from dashboard.parts import download, theme, turns, width
from dashboard.words import words

# File, name in the address ("" is the first page).
PAGES = (
    ("overview", ""),
    ("components", "thanh-phan"),
    ("component", "chi-tiet"),
    ("villages", "thon"),
    ("officials", "can-bo"),
    ("follow_up", "don-doc"),
    ("compare", "so-sanh"),
    ("goal", "muc-tieu"),
    ("import_data", "nhap-du-lieu"),
    ("method", "phuong-phap"),
)
DATA_MENU = ("import_data", "method")
UNLISTED = ("component",)  # reached by links from figures

TEXT = words("vi")


def show() -> None:
    """One run of the chosen page."""
    st.set_page_config(page_title=TEXT["nav.product"], layout="wide")
    pages = {
        name: st.Page(
            f"pages/{name}.py",
            title=TEXT[f"nav.{name}"],
            url_path=address or None,
            default=not address,
            visibility="hidden" if name in UNLISTED else "visible",
        )
        for name, address in PAGES
    }
    chosen = st.navigation(
        {
            "": [page for name, page in pages.items() if name not in DATA_MENU],
            TEXT["nav.data"]: [pages[name] for name in DATA_MENU],
        },
        position="top",
    )
    try:
        with turns.turn(TEXT):
            chosen.run()
        download.settle()
    except Exception:  # never a traceback on a meeting's screen: the log has it
        logging.getLogger("dashboard").exception("page %s failed", chosen.title)
        st.error(TEXT["page.failed"])
    theme.follow()
    width.follow()


if __name__ == "__main__":
    show()
else:  # "streamlit run" looks into the file for an App, and serves the one it finds
    from dashboard.server.app import options

    app = st.App(__file__, **options())
