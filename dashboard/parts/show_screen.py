"""The show over a page, full screen: the same slides as the file's, and decisions recorded.

It is of the paper it was opened with: runs of the page meanwhile bring answers to what was
recorded, and neither move nor change a slide.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from dashboard import numbers
from dashboard.charts.look import BLACK
from dashboard.documents.model.cleaning import clean
from dashboard.documents.model.paper import Paper
from dashboard.documents.show import decision_form, show_page
from dashboard.errors import DashboardError
from dashboard.folding import tidy
from dashboard.importing.values.dates import typed_day
from dashboard.words import Words, words

SHOWN = 4  # decisions on the slide of those recorded in the show
_SCRIPT = Path(__file__).with_name("show_screen.js")
_DIALOG = f"""
.over {{ position: fixed; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none;
  margin: 0; padding: 0; border: 0; overflow: hidden; background: {BLACK}; }}
.over::backdrop {{ background: {BLACK}; }}
"""
_TEXTS = ("saving", "saved", "no_answer")
_numbers = count(1)
_log = logging.getLogger("dashboard")


@dataclass(frozen=True)
class Decided:
    """What was typed on a slide, all of it there; slide: its number, part: the part it is of."""

    text: str
    official: str
    due: date
    component: str | None
    slide: int
    part: str


@dataclass
class _Open:
    """A show that is open in a session. answers: by the number that the browser gave a decision,
    the sentence that says what is wrong, None where it is recorded."""

    paper: Paper
    version: str
    body: str
    officials: frozenset[str]
    answers: dict[str, str | None] = field(default_factory=dict)
    last: str = ""
    recorded: list[dict[str, str]] = field(default_factory=list)
    is_left: bool = False


def show(
    paper: Paper,
    key: str,
    decisions: Callable[[Decided], None] | None = None,
    officials: Sequence[str] = (),
    components: Sequence[tuple[str, str]] = (),
    theme: str = "light",
) -> bool:
    """Whether it is still open; once left it draws nothing and the opener lets the paper go.

    decisions: records one, DashboardError says on the form what is wrong; without it nothing can
    be recorded. officials: who may be chosen; components: code and name, if one can be chosen.
    All but paper and decisions hold as they were when it was opened.
    """
    state = f"papi_show_{key}"
    opened: _Open | None = st.session_state.get(state)
    if opened is not None and opened.is_left:
        del st.session_state[state]
        return False
    if opened is None or opened.paper != paper:
        opened = _opened(paper, decisions is not None, officials, components, theme)
        st.session_state[state] = opened
    said = words(paper.language)
    _screen()(
        key=key,
        data={
            "version": opened.version,
            "label": str(paper.title)[:200],
            "body": opened.body,
            "types": show_page.types(),
            "texts": {name: said[f"show.decide.{name}"] for name in _TEXTS},
            "answer": {"id": opened.last, "error": opened.answers.get(opened.last)},
            "recorded": opened.recorded[-SHOWN:],
        },
        on_decision_change=partial(_decide, state, key, decisions),
        on_left_change=partial(_leave, state),
    )
    return True


def decided(typed: dict[str, Any], officials: frozenset[str]) -> Decided:
    """What the browser sent; DashboardError for what is missing or no day."""
    text = tidy(str(typed.get("text") or ""))
    if not text:
        raise DashboardError("show_decision_no_text")
    official = str(typed.get("official") or "")
    if official not in officials:
        raise DashboardError("show_decision_no_official")
    due = _day(str(typed.get("due") or "").strip())
    slide = typed.get("slide")
    number = slide if isinstance(slide, int) else 0
    component = str(typed.get("component") or "") or None
    return Decided(text, official, due, component, number, str(typed.get("part") or ""))


def _day(text: str) -> date:
    if not text:
        raise DashboardError("show_decision_no_due")
    if found := typed_day(text):
        return found
    raise DashboardError("show_decision_bad_due", value=clean(text)[:40])


def _opened(
    paper: Paper,
    can_decide: bool,
    officials: Sequence[str],
    components: Sequence[tuple[str, str]],
    theme: str,
) -> _Open:
    said = words(paper.language)
    form = decision_form.form(said, officials, components) if can_decide else ""
    live = decision_form.live(paper, said) if can_decide else ""
    body = show_page.body(paper, theme, over_page=True, form=form, live=live)
    return _Open(paper, str(next(_numbers)), body, frozenset(officials))


def _decide(state: str, key: str, decisions: Callable[[Decided], None] | None) -> None:
    """Record what was typed, once: an answer that got lost may be asked for again."""
    opened: _Open = st.session_state[state]
    typed = st.session_state[key].get("decision")
    if decisions is None or not isinstance(typed, dict):
        return
    said, number = words(opened.paper.language), str(typed.get("id"))
    opened.last = number
    if number in opened.answers and opened.answers[number] is None:
        return
    try:
        one = decided(typed, opened.officials)
        decisions(one)
    except DashboardError as error:
        opened.answers[number] = error.sentence(said)
        return
    except Exception:
        _log.exception("a decision was not recorded")
        opened.answers[number] = said["show.decide.failed"]
        return
    opened.answers[number] = None
    opened.recorded.append(_told(one, len(opened.recorded) + 1 - SHOWN, said))


def _told(one: Decided, earlier: int, said: Words) -> dict[str, str]:
    by = said.say("show.decide.who_and_when", official=one.official, due=numbers.day(one.due))
    more = said.say("show.decide.earlier", count=earlier) if earlier > 0 else ""
    return {"text": clean(one.text), "by": clean(by), "earlier": more}


def _leave(state: str) -> None:
    st.session_state[state].is_left = True


@st.cache_resource
def _screen() -> ComponentRenderer:
    script = f"{show_page.script()}\n{_SCRIPT.read_text(encoding='utf-8')}"
    return st.components.v2.component("papi_show", css=show_page.css() + _DIALOG, js=script)
