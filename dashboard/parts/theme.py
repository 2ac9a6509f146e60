"""Charts and popovers follow a change of theme: Streamlit does not rerun the page for it."""

import gc

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

_WATCH = """
export default function({ setStateValue }) {
  const app = document.querySelector(".stApp");
  const now = () => getComputedStyle(app).colorScheme.includes("dark") ? "dark" : "light";
  let last = now();
  const show = () => { document.documentElement.dataset.papiTheme = last; };
  const tell = () => {
    if (now() !== last) { last = now(); show(); setStateValue("mode", last); }
  };
  show();
  const observer = new MutationObserver(tell);
  observer.observe(app, { attributes: true });
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", tell);
  return () => { observer.disconnect(); system.removeEventListener("change", tell); };
}
"""


def follow() -> None:
    """Rerun the page when the theme changes; call it last, it takes a little room."""
    _watcher()(key="theme_mode", on_mode_change=lambda: None)
    _settle()


@st.cache_resource
def _watcher() -> ComponentRenderer:
    return st.components.v2.component("papi_theme", js=_WATCH)


@st.cache_resource
def _settle() -> None:
    """Streamlit collects garbage after each run: what stays for good need not be searched."""
    gc.collect()
    gc.freeze()
