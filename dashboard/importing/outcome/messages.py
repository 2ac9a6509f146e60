"""A finding as a sentence for people: where it is, what is wrong, how to mend it."""

from dashboard.importing.model.finding import Finding
from dashboard.words import Words

LONGEST_VALUE = 80


def message(finding: Finding, file: str, words: Words) -> str:
    """The whole sentence, with the file's name before it."""
    return f"{file}: {sentence(finding, words)}"


def sentence(finding: Finding, words: Words) -> str:
    """The sentence without the file's name, for lists of one file."""
    holes = {
        "sheet": finding.sheet,
        "cell": finding.cell,
        "column": _shortened(finding.column),
        "value": _shortened(finding.value),
        **finding.holes,
    }
    if looks := finding.holes.get("looks"):
        holes["looks"] = words[f"looks.{looks}"]
    return words.say(f"finding.{finding.code}.message", **holes)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
