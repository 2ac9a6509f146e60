"""Marks of footnotes on a text: "400¹" is 400, while m² and CO₂ are what they are."""

import re

_MARK = re.compile(r"[(\[]?(?:\d{1,2}|[*†‡]{1,3}|[a-e]|[ivx]{1,4})[)\]]?")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdm]?m|dam|hm|[a-zA-Z])\Z")  # m² and x² are meant
_RAISED = re.compile("[⁽]?[⁰¹²³⁴-⁹]{1,2}[⁾]?|(?<=\\d)[₀-₉]{1,2}")


_TYPED = re.compile(r"(?<=[^\W_%]|%)\s*(?:\[\d{1,2}\]|(?<!\*)\*{1,3})\Z")
_BRACKETED = re.compile(r"(?<=[^\W\d_])\s*\(\d{1,2}\)\Z")


def without_typed_mark(text: str) -> str:
    """The text without a mark that was typed in the usual size.

    >>> without_typed_mark("Thôn Đông [1]"), without_typed_mark("400*"), without_typed_mark("[1]")
    ('Thôn Đông', '400', '[1]')
    """
    return _TYPED.sub("", text)


def without_bracket(text: str) -> str:
    """The text without a number in brackets at its end: a mark, if the rest is known.

    >>> without_bracket("Công an xã (1)"), without_bracket("(1)"), without_bracket("12(1)")
    ('Công an xã', '(1)', '12(1)')
    """
    return _BRACKETED.sub("", text)


def is_mark(raised: str, before: str) -> bool:
    """Whether raised letters after a text are a mark that points to a note.

    >>> is_mark("1", "400"), is_mark("(2)", "Thôn Đông"), is_mark("2", "120 m")
    (True, True, False)
    """
    found = _MARK.fullmatch(raised.strip())
    return found is not None and not (raised.strip().isdigit() and _UNIT.search(before))


def without_marks(text: str) -> str:
    """The text without the raised digits of Unicode that point to notes.

    >>> without_marks("400¹"), without_marks("Rác (m³)²")
    ('400', 'Rác (m³)')
    """

    def kept(raised: re.Match[str]) -> str:
        before = text[: raised.start()]
        is_word = not before.strip() and not text[raised.end() :].strip()
        return raised[0] if is_word or _UNIT.search(before) else ""

    found = _RAISED.sub(kept, text)
    return text if found == text else found.strip()
