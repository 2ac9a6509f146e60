"""The show's body, style and script: the same in the file of its own and over a page."""

from base64 import b64encode
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from dashboard.charts.look import BLACK, DARK, LIGHT, SHADOW, Look, ink_on
from dashboard.config import FONTS
from dashboard.documents import text_widths
from dashboard.documents.model.paper import Paper
from dashboard.documents.show import slides
from dashboard.documents.show.inks import Inks
from dashboard.documents.show.slides import Slide
from dashboard.documents.show.wall import ROOM, SIZES, STAMPS
from dashboard.errors import DashboardError
from dashboard.words import Words, words

_HERE = Path(__file__).parent
_COLOURS = ("background", "surface", "border", "grid", "text", "muted", "accent", "orange")
# "Show" is a subset of Liberation Sans 2.1.5 under another name, as its licence asks, with
# ◆ and ◇, which it lacks: Latin, Vietnamese, punctuation and signs, made once by fontTools.
TYPES = {"400": "Show-Regular.woff2", "700": "Show-Bold.woff2"}
# What each key does, in the order in which the help says it.
_WHOLE = "\u00a0"  # between words that no line parts
_KEYS = ("next", "back", "ends", "full", "blank", "theme", "spoken", "decide", "leave")


def body(
    paper: Paper, theme: str = "light", over_page: bool = False, form: str = "", live: str = ""
) -> str:
    """The show as HTML. over_page: it can be left; form, live: where decisions can be recorded,
    the form in which one is written and the slide of those recorded in this show."""
    inks = Inks()
    said = words(paper.language)
    made = slides.slides(paper, inks)
    sections = [_section(paper, one, place, len(made)) for place, one in enumerate(made)]
    if live:
        at = max(
            (n for n, one in enumerate(made) if one.name == "decisions"), default=len(made) - 1
        )
        sections.insert(at + 1, live)
    colours = f".show{{{inks.rules(False)}}}.show[data-theme=dark]{{{inks.rules(True)}}}"
    colours += f"@media print{{.show,.show[data-theme=dark]{{{inks.rules(False)}}}}}"
    stage = "div" if over_page else "main"
    mode = "dark" if theme == "dark" else "light"
    return (
        f'<style>{colours}</style><div class="show" data-theme="{mode}" lang="{said.language}">'
        f'<{stage} class="stage">{"".join(sections)}</{stage}>'
        f'<div class="blank" hidden></div>{_tools(said, bool(form), over_page)}'
        f"{_spoken(said)}{_help(said, bool(form), over_page)}{form}"
        '<div class="told" role="status" hidden></div></div>'
    )


@cache
def css() -> str:
    """The style of all but the figures; the colours of both themes as variables."""
    text = (_HERE / "show.css").read_text(encoding="utf-8")
    inks = {"light": _rules(LIGHT), "dark": _rules(DARK), "black": BLACK, "shadow": SHADOW}
    return Template(text).substitute({**SIZES, **inks})


@cache
def script() -> str:
    """The function startShow(root, own)."""
    return (_HERE / "show.js").read_text(encoding="utf-8")


@cache
def types() -> dict[str, str]:
    """The fonts by weight, base64."""
    try:
        return {
            weight: b64encode((FONTS / file).read_bytes()).decode()
            for weight, file in TYPES.items()
        }
    except OSError as error:
        name = Path(error.filename or "").name
        raise DashboardError("font_missing", file=name) from error


def footer(paper: Paper, page: str) -> str:
    """The stamp in one line, of the smallest letters in two, each fact whole; the number of a
    slide."""
    line, room = paper.stamp.line, ROOM - 110
    size = next((one for one in STAMPS if text_widths.width(line, one) <= room), STAMPS[-1])
    facts = line.replace(" ", _WHOLE).replace(f"{_WHOLE}·{_WHOLE}", f"{_WHOLE}· ")
    lines = text_widths.wrapped(facts, size, room, 2)
    stamp = "<br>".join(escape(one.replace(_WHOLE, " ")) for one in lines)
    return (
        f'<footer><span class="stamp" style="font-size:{size}px">{stamp}</span>'
        f'<span class="page">{page}</span></footer>'
    )


def _section(paper: Paper, one: Slide, place: int, count: int) -> str:
    on, hidden = (" on", "false") if place == 0 else ("", "true")
    title = escape(text_widths.cut(one.title, 1, 200))
    prompt = " data-prompt" if one.is_prompt else ""
    notes = f'<aside class="notes" hidden>{one.notes}</aside>' if one.notes else ""
    return (
        f'<section class="slide{on}" aria-hidden="{hidden}" data-title="{title}"'
        f' data-name="{escape(one.name)}"{prompt}>'
        f"{one.html}{notes}{footer(paper, f'{place + 1} / {count}')}</section>"
    )


def _rules(look: Look) -> str:
    rules = "".join(f"--{name}: {getattr(look, name)}; " for name in _COLOURS)
    return f"{rules}--ink_on_accent: {ink_on(look.accent)};"


def _tools(said: Words, has_form: bool, over_page: bool) -> str:
    """What keys do, for a mouse or a finger: seen while it moves."""
    deeds = ["back", "next", "full", "help"]
    deeds += ["decide"] * has_form + ["leave"] * over_page
    buttons = "".join(
        f'<button type="button" data-deed="{deed}">{escape(said[f"show.tool.{deed}"])}</button>'
        for deed in deeds
    )
    return f'<nav class="tools" aria-label="{escape(said["show.tools"])}">{buttons}</nav>'


def _help(said: Words, has_form: bool, over_page: bool) -> str:
    lacking = {"decide": not has_form, "leave": not over_page}
    rows = "".join(
        f"<dt>{escape(said[f'show.keys.{key}'])}</dt><dd>{escape(said[f'show.does.{key}'])}</dd>"
        for key in _KEYS
        if not lacking.get(key)
    )
    return (
        f'<div class="panel help" hidden><h2>{escape(said["show.help"])}</h2><dl>{rows}</dl></div>'
    )


def _spoken(said: Words) -> str:
    head = escape(said["show.spoken"])
    return f'<div class="panel spoken" hidden><h2>{head}</h2><div></div></div>'
