"""What no text of a document holds: control characters and marks that turn its direction.

A task's name with U+202E in it would turn round the rest of its line, on paper too; and what
XML forbids would make a file that no program opens.
"""

import re
import unicodedata
from dataclasses import fields
from functools import cache
from typing import Any

# C0 and C1 without tab and newline, what joins or turns letters unseen, what XML forbids.
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_BREAKS = re.compile(r"[\t\r\n]+")


def clean(text: str) -> str:
    """One line of a document: NFC, no control or direction marks.

    >>> clean("Sửa\\u202e đường\\n\\x00 liên thôn")
    'Sửa đường  liên thôn'
    """
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _BREAKS.sub(" ", text)))


class Clean:
    """A frozen dataclass whose texts, alone or in tuples, are clean from the start."""

    def __post_init__(self) -> None:
        kind: Any = type(self)
        for name in field_names(kind):
            value = getattr(self, name)
            cleaned = _cleaned(value)
            if cleaned is not value:
                object.__setattr__(self, name, cleaned)


@cache
def field_names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass: a document has ten thousands of values of a few kinds."""
    return tuple(field.name for field in fields(kind))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        if value.isascii() and value.isprintable():
            return value  # most are, and are clean
        cleaned = clean(value)
        return value if cleaned == value else cleaned
    if type(value) is tuple and any(isinstance(part, str | tuple) for part in value):
        return tuple(map(_cleaned, value))
    return value
