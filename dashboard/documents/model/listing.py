"""The list of figures of a document: every printed figure with its place and where it is from."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import NamedTuple

from dashboard.documents.model.cleaning import field_names
from dashboard.documents.model.numbered import Number
from dashboard.documents.model.paper import Paper


class Listed(NamedTuple):
    """A printed figure. place: "components.table.3", "findings.say.1", "annex.tasks.table.12"."""

    place: str
    text: str
    value: str | None
    query: str
    params: str
    key: str
    column: str


def listed(paper: Paper) -> list[Listed]:
    """All figures of a paper in the order in which they stand; a speaker's notes are of slides
    only, and the ends of an interval are drawn, not printed."""
    left_out = {"stamp", "office", "low", "high"}
    if paper.kind != "slides":
        left_out.add("notes")
    found = list(_walk("title", paper.title, left_out))
    for field in ("opening", "parts", "sections", "letters", "closing", "annexes"):
        for position, item in enumerate(getattr(paper, field), 1):
            found.extend(_walk(_place(field, item, position), item, left_out))
    found.extend(_walk("stamp", paper.stamp.numbers, left_out))
    return found


def _place(field: str, item: object, position: int) -> str:
    """A part is known by its name, anything else by where it stands."""
    named = getattr(item, "name", None)
    return named if field == "parts" and isinstance(named, str) else f"{field}.{position}"


def _walk(place: str, value: object, left_out: set[str]) -> Iterator[Listed]:
    if isinstance(value, Number):
        yield Listed(place, *(getattr(value, name) for name in Listed._fields[1:]))
    elif isinstance(value, tuple):
        for position, item in enumerate(value, 1):
            named = getattr(item, "name", None) if hasattr(item, "notes") else None
            yield from _walk(f"{place}.{named or position}", item, left_out)
    elif is_dataclass(value) and not isinstance(value, type):
        for name in field_names(type(value)):
            if name not in left_out:
                inner = getattr(value, name)
                skipped = name in ("numbers", "rows", "cells", "parts")
                yield from _walk(place if skipped else f"{place}.{name}", inner, left_out)
