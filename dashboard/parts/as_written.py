"""Names as they are written: Streamlit reads labels, buttons, options and messages as Markdown.

A name comes from somebody's workbook: "**x**", "$x$", ":red[x]" or "[a](b)" in it is what it is
called. What is not one of our own texts goes through as_written() on its way to Streamlit, but
for what Streamlit shows as it is: HTML of our own (escaped there), tables, boxes to choose from.
"""

import re

_LINES = re.compile(r"\s*[\r\n]\s*")
# Marks of Markdown wherever they stand; an entity; what makes a list, heading, quotation or line
# where a text begins; a colon that may be of a colour.
_MARKS = re.compile(r"[\\`*_\[\]$~<|]|&(?=#?\w+;)|^[#>]|^[+-](?=\s|$)|:(?=[\w\u2060])")
_COUNTED = re.compile(r"^(\d+)([.)])(?=\s|$)")
# Streamlit makes arrows, dashes, emojis and icons of these behind Markdown's back: an escape
# doesn't help.
_SIGNS = re.compile(r"(?<=<)(?=-)|(?<=-)(?=[->])|(?<=[<>~])(?==)|(?<=:)(?=[\w+/-]+:)")
_WORD_JOINER = "\u2060"  # no width, no break


def as_written(text: object) -> str:
    """The text for a place where Markdown is read, so that it is shown letter for letter.

    >>> print(as_written("Thôn **Hạ** :red[$x$]"))
    Thôn \\*\\*Hạ\\*\\* \\:red\\[\\$x\\$\\]
    >>> print(as_written("1.3 Chất lượng: tốt"), as_written("1. Họp dân"), sep=" / ")
    1.3 Chất lượng: tốt / 1\\. Họp dân
    """
    plain = _LINES.sub(" ", str(text)).lstrip()
    escaped = _MARKS.sub(r"\\\g<0>", _SIGNS.sub(_WORD_JOINER, plain))
    return _COUNTED.sub(r"\1\\\2", escaped)
