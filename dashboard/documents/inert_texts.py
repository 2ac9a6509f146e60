"""Texts that a program would take for a formula, when they are typed again or read from a CSV."""

# In some languages of Excel the wide signs begin a formula too.
FORMULA_LIKE = ("=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠")


def is_formula_like(text: str) -> bool:
    """Whether it begins so: its cell is told to be a text, and in a CSV it gets an apostrophe.

    >>> is_formula_like("-5 hộ"), is_formula_like("5 hộ")
    (True, False)
    """
    return text.startswith(FORMULA_LIKE)
