"""Everything that a document holds: its texts and its figures, wherever they stand."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from dashboard.documents.model.numbered import Number
from dashboard.documents.model.paper import Paper

# What is no figure: where a text says which day, year, form, number of a law it is of.
DAYS = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{2}:\d{2}|\b(?:19|20)\d\d\b")
NUMBER = re.compile(r"[+−-]?\d+(?:[.,]\d+)*(?:\u00a0%)?")


def values(node: object, kind: type, left_out: frozenset[str] = frozenset()) -> Iterator:
    """All values of a type in a document, fields named in left_out aside."""
    if isinstance(node, kind):
        yield node
    elif isinstance(node, tuple):
        for inner in node:
            yield from values(inner, kind, left_out)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            if field.name not in left_out:
                yield from values(getattr(node, field.name), kind, left_out)


# Fields that are names in the program, where a figure is from, and the stamp, which tells the
# state itself.
_UNREAD = {"query", "params", "key", "column", "value", "kind", "language", "verdict", "stamp"}


def texts(paper: Paper) -> list[str]:
    """Every text that is read but the stamp's; the office's and charts' descriptions too."""
    return list(values(paper, str, frozenset(_UNREAD)))


def numbers(paper: Paper) -> list[Number]:
    """Every figure, the ends of intervals and those of a speaker's notes too."""
    return list(values(paper, Number))
