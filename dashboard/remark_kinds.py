"""What people write remarks about, and of which kinds: names that every room may know."""

from collections.abc import Iterable

SUBJECTS = ("component", "official", "village", "task")
# What explains a figure, in the order in which it is read; a note explains nothing.
EXPLAINING = ("shortcoming", "cause", "responsibility", "remedy")
KINDS = (*EXPLAINING, "note")


def is_explained(key: str, explained: Iterable[str]) -> bool:
    """Something is said of the subject; of a component also if it is said of a part of it, of the
    total (PAPI) if it is said of any.

    >>> is_explained("5", ["5.3"]), is_explained("5.3", ["5"]), is_explained("PAPI", ["1"])
    (True, False, True)
    """
    return any(key in ("PAPI", said) or said.startswith(f"{key}.") for said in explained)
