"""What to tell of a task table that was filled in: one short paragraph for the clerk."""

from dashboard.documents.sheets.task_lines import Filled, Left
from dashboard.words import words

NAMED = 3  # cells or tasks that are named of each reason
SHORT = 60  # letters of a task that is named
# Reasons in the order in which they are told; those on no cell name their tasks.
REASONS = (
    "formula",
    "locked",
    "merged",
    "own_words",
    "listed",
    "no_column",
    "other_row",
    "again",
    "no_sheet",
    "not_in_file",
)


def told(filled: Filled, language: str = "vi") -> str:
    """How many cells were filled in, and what was not and why."""
    said = words(language)
    if filled.is_new:
        return said.say("filled.new", count=filled.written)
    sentences = [said.say("filled.written", count=filled.written)]
    for why in REASONS:
        left = [one for one in filled.left if one.why == why]
        if left:
            count, named = len(left), _named(left)
            sentences.append(said.say(f"filled.left.{why}", count=count, named=named))
    if filled.was_signed:
        sentences.append(said["filled.signed"])
    return " ".join(sentences)


def _named(left: list[Left]) -> str:
    """The first of them: their cells, else their tasks."""
    names = list(dict.fromkeys(one.cell or f"“{_short(one.task)}”" for one in left))
    return ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")


def _short(text: str) -> str:
    return text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + "…"
