"""The choices of a page, each bound to the address, and the chips that take them away."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from dashboard.parts.as_written import as_written

T = TypeVar("T")


def choice(key: str, label: str, names: Mapping[T, str], is_label_shown: bool = False) -> T:
    """A segmented control: option -> its text, the first set.

    An address that says nothing of the kind ("?ky=") leaves no option set: then it is the
    first as well.
    """
    chosen = st.segmented_control(
        label,
        list(names),
        default=next(iter(names)),
        required=True,
        format_func=lambda option: as_written(names[option]),
        label_visibility="visible" if is_label_shown else "collapsed",
        key=key,
        bind="query-params",
    )
    return next(iter(names)) if chosen is None else chosen


def one_year(key: str, label: str, years: Sequence[int]) -> int:
    """One year among a few, the first set."""
    return choice(key, label, {year: str(year) for year in years})


def one_of(
    key: str,
    label: str,
    options: Sequence[str],
    every: str,
    names: Mapping[str, str] | None = None,
    is_label_shown: bool = True,
) -> str | None:
    """A select box whose first choice is everything; the answer is None for that."""
    texts = names or {}
    return st.selectbox(
        label,
        options,
        index=None,
        placeholder=every,
        format_func=lambda option: texts.get(option, option),
        label_visibility="visible" if is_label_shown else "collapsed",
        key=key,
        bind="query-params",
    )


def chips(filters: Mapping[str, str | None], reset: str = "") -> None:
    """What is set, each with its removal: key of the widget -> text, None where not set.

    reset: the label of a button that removes all, where there are several.
    """
    shown = {key: text for key, text in filters.items() if text}
    if not shown:
        return
    with st.container(horizontal=True, gap="xsmall", key="chips"):
        for key, text in shown.items():
            st.button(
                as_written(text),
                icon=":material/close:",
                icon_position="right",
                on_click=_clear,
                args=(key,),
                key=f"clear_{key}",
            )
        if reset and len(shown) > 1:
            st.button(reset, type="tertiary", on_click=_clear, args=tuple(shown), key="reset")


def _clear(*keys: str) -> None:
    st.session_state.update(dict.fromkeys(keys))
