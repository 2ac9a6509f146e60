"""Over a page: the form in which a decision is written, and the slide of those recorded."""

from collections.abc import Sequence
from html import escape

from dashboard.documents.model.paper import Paper
from dashboard.documents.show import show_page
from dashboard.documents.show.wall import TITLES
from dashboard.words import Words


def form(said: Words, officials: Sequence[str], components: Sequence[tuple[str, str]]) -> str:
    """Text, official, due, and a component where there are any to choose from (code, name)."""
    people = [("", said["show.decide.choose"]), *((one, one) for one in officials)]
    parts = [("", said["show.decide.none"])]
    parts += [(code, f"{code} {name}") for code, name in components]
    example = escape(said["show.decide.due_example"])
    heading = escape(said["show.decide.heading"])
    text = '<textarea name="text" rows="3" maxlength="2000"></textarea>'
    due = f'<input name="due" autocomplete="off" maxlength="20" placeholder="{example}">'
    pair = _field(said, "official", _choice("official", people)) + _field(said, "due", due)
    part = _field(said, "component", _choice("component", parts)) if components else ""
    return (
        f'<form class="panel decide" hidden novalidate aria-label="{heading}"><h2>{heading}</h2>'
        f'{_field(said, "text", text)}<div class="pair">{pair}</div>{part}'
        '<p class="wrong" role="alert"></p><div class="ends">'
        f'<button type="button" class="cancel">{escape(said["show.decide.cancel"])}</button>'
        f'<button class="first save">{escape(said["show.decide.save"])}</button></div></form>'
    )


def live(paper: Paper, said: Words) -> str:
    """The slide of those recorded in this show, filled and shown in the browser."""
    title, size = escape(said["show.decide.recorded"]), TITLES[0]
    return (
        f'<section class="slide live" hidden aria-hidden="true" data-title="{title}" '
        f'data-name="decisions"><div class="heading">'
        f'<h1 tabindex="-1" style="font-size:{size}px">{title}</h1></div>'
        '<div class="body" style="top:104px;height:560px"><ol class="recorded"></ol>'
        f'<p class="more" style="font-size:22px"></p></div>{show_page.footer(paper, "")}</section>'
    )


def _field(said: Words, name: str, inner: str) -> str:
    return f"<label><span>{escape(said[f'show.decide.{name}'])}</span>{inner}</label>"


def _choice(name: str, values: Sequence[tuple[str, str]]) -> str:
    chosen = "".join(
        f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in values
    )
    return f'<select name="{name}">{chosen}</select>'
