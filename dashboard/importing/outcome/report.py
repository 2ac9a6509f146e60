"""A receipt in words, for the command line."""

from dashboard.importing.outcome.messages import message
from dashboard.importing.outcome.receipt import Receipt
from dashboard.words import Words


def as_text(receipt: Receipt, words: Words, kept: bool = True) -> str:
    """The file's status, its sheets with their row counts, and every finding."""
    status = receipt.status if kept or receipt.status != "imported" else "checked"
    lines = [words.say(f"receipt.{status}", file=receipt.file)]
    for sheet in receipt.sheets:
        lines.append(
            "  "
            + words.say(
                "receipt.sheet",
                sheet=sheet.sheet,
                kind=words[f"kind.{sheet.kind}"],
                read=sheet.rows_read,
                imported=sheet.rows_imported,
                refused=sheet.rows_refused,
                recognised=sheet.rows_recognised,
            )
        )
    for finding in receipt.all_findings():
        mark = words[f"severity.{finding.severity}"]
        lines.append(f"  {mark}: {message(finding, receipt.file, words)}")
    return "\n".join(lines)
