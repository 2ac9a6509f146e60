"""What argparse says of arguments that it does not understand, in our words: the one place."""

import re

from dashboard.starting.failures import TEXTS

_OTHERS = r"(?:, maybe you meant .+)? \(choose from (?P<known>.+)\)"
_NAMED = re.compile(r"argument (?P<name>\S+): (?P<said>.+)", re.DOTALL)
# argparse's sentence -> ours, starting.misread.<key>; the holes are its groups.
_OURS = tuple(
    (re.compile(theirs, re.DOTALL), key)
    for theirs, key in (
        (r"unrecognized arguments: (?P<given>.+)", "unknown"),
        (r"the following arguments are required: (?P<names>.+)", "required"),
        (r"one of the arguments (?P<names>.+) is required", "one_required"),
        (r"expected one argument", "no_value"),
        (r"expected at least one argument", "no_value"),
        (r"expected at most one argument", "many_values"),
        (r"expected (?P<count>\d+) arguments?", "other_count"),
        (r"not allowed with argument (?P<other>.+)", "not_with"),
        (r"ignored explicit argument (?P<given>.+)", "needless_value"),
        (r"ambiguous option: (?P<given>.+) could match (?P<known>.+)", "ambiguous"),
        (r"invalid choice: (?P<given>.+?)" + _OTHERS, "no_choice"),
        (r"invalid int value: (?P<given>.+)", "no_number"),
        (r"invalid \S+ value: (?P<given>.+)", "unread"),
    )
)
_QUOTED = re.compile(r"(['\"])(.*)\1", re.DOTALL)


def told(message: str) -> str:
    """One line; what is already ours (a type's own refusal) stays as it is.

    >>> told("argument --year: invalid int value: 'abc'")
    '--year: cần một số nguyên, không phải "abc"'
    """
    named = _NAMED.fullmatch(message)
    said = named["said"] if named else message
    for theirs, key in _OURS:
        if found := theirs.fullmatch(said):
            holes = {name: _plain(name, text) for name, text in found.groupdict().items()}
            said = TEXTS.say(f"starting.misread.{key}", **holes)
            break
    return " ".join((f"{named['name']}: {said}" if named else said).split())


def _plain(name: str, text: str) -> str:
    """Without Python's quotes, of one word or of each in a list."""
    if name == "known":
        return ", ".join(_QUOTED.sub(r"\2", one) for one in text.split(", "))
    return _QUOTED.sub(r"\2", text) if _QUOTED.fullmatch(text) else text
