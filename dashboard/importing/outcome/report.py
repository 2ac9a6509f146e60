"""A receipt in words, for the command line."""

from collections.abc import Iterator

from dashboard.importing.outcome.gathered import Gathered, counted, gathered
from dashboard.importing.outcome.receipt import Receipt
from dashboard.words import Words


def as_text(receipt: Receipt, words: Words, kept: bool = True) -> str:
    """The file's status with its counts, what changed and where it is shown, its sheets, and
    every finding: one line a kind, the most serious first."""
    return "\n".join(_lines(receipt, words, kept))


def _lines(receipt: Receipt, words: Words, kept: bool) -> Iterator[str]:
    is_done = receipt.status == "imported"
    status = receipt.status if kept or not is_done else "checked"
    yield words.say(f"receipt.{status}", file=receipt.file)
    found = counted(receipt.all_findings(), words) or words["receipt.no_findings"]
    counts = {"imported": receipt.rows_imported, "refused": receipt.rows_refused}
    if receipt.sheets:
        yield "  " + words.say("receipt.rows", **counts, found=found)
    if is_done and receipt.changes:
        yield "  " + words.say("receipt.changed", **vars(receipt.changed()))
    if is_done and kept:
        pages = ", ".join(words[f"nav.{page}"] for page in receipt.pages())
        yield "  " + words.say("receipt.shown_on", pages=pages)
    for sheet in receipt.sheets:
        yield "  " + words.say(
            "receipt.sheet",
            sheet=sheet.sheet,
            kind=words[f"kind.{sheet.kind}"],
            read=sheet.rows_read,
            imported=sheet.rows_imported,
            refused=sheet.rows_refused,
            recognised=sheet.rows_recognised,
        )
    for line in gathered(receipt.all_findings()):
        yield from _of_kind(line, words)


def _of_kind(line: Gathered, words: Words) -> Iterator[str]:
    """The sentence, and below it the places where several have it."""
    yield f"  {words[f'severity.{line.severity}']}: {line.said(words)}"
    if line.count > 1 and line.places():
        yield "    " + words.say("receipt.places", count=line.count, places=line.places())
