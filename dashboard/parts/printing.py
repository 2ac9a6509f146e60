"""How pages print: on A4 across, and the sheet for the public upright."""

import streamlit as st


def upright() -> None:
    """This page prints on A4 upright."""
    st.html("<style>@page { size: A4 portrait; }</style>")
