"""A finding as a sentence for people: where it is, what is wrong, how to mend it."""

from dashboard.importing.model.finding import Finding
from dashboard.importing.outcome import record_words
from dashboard.words import Words

LONGEST_VALUE = 80
KINDS_APART = " | "


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
    if "typed_field" in finding.holes:
        holes |= record_words.holes(finding.holes, words)
    if refused := finding.holes.get("refused"):
        holes["refused"] = words.say(f"error.{refused}", **holes)
    if looks := finding.holes.get("looks"):
        holes["looks"] = words[f"looks.{looks}"]
    if kinds := finding.holes.get("kinds"):
        names = kinds.split(KINDS_APART)
        holes["kinds"] = "; ".join(words[f"kind.{kind}"] for kind in names)
        holes["hints"] = ", ".join(f'--kind "{finding.sheet}={kind}"' for kind in names)
    return words.say(f"finding.{finding.code}.message", **holes)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
