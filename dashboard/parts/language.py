"""The language that the pages speak: Vietnamese, or English by one switch, kept in the address."""

import streamlit as st

from dashboard.words import LANGUAGES, Words, words

KEY = "lang"  # in the address
_CHOSEN = "language"  # of this session: a page just gone to has another address


def chosen() -> Words:
    """The texts of the language that the address says, else of the session's."""
    said = st.query_params.get(KEY)
    if said in LANGUAGES:
        st.session_state[_CHOSEN] = said
    return words(st.session_state.get(_CHOSEN, LANGUAGES[0]))


def written(text: Words) -> str | None:
    """What the address has to say of it; nothing of the first language."""
    return None if text.language == LANGUAGES[0] else text.language


def switch(text: Words) -> None:
    """The other language, by its own name."""
    other = next(one for one in LANGUAGES if one != text.language)
    label = words(other)["bar.language"]
    st.button(label, key="language_switch", type="tertiary", on_click=_speak, args=(other,))


def _speak(other: str) -> None:
    st.session_state[_CHOSEN] = other
    if said := written(words(other)):
        st.query_params[KEY] = said
    else:
        st.query_params.pop(KEY, None)
