"""The command `undo`: take back an import or a batch of them, or let them stand again."""

import argparse
from typing import TYPE_CHECKING, Any

from dashboard.errors import DashboardError
from dashboard.store import shown, sql
from dashboard.store.store import Store
from dashboard.words import words

if TYPE_CHECKING:
    from dashboard.starting.arguments import Parser

TEXTS = words("vi")
Import = dict[str, Any]


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add it; run(store, chosen) as of every command."""
    command = commands.add_parser("undo", help=TEXTS["cli.undo"])
    command.add_argument("--store", help=TEXTS["cli.store"])
    command.add_argument(
        "number", nargs="?", metavar="IMPORT", type=int, help=TEXTS["cli.undo_import"]
    )
    command.add_argument("--batch", metavar="N", type=int, help=TEXTS["cli.undo_batch"])
    command.add_argument("--redo", action="store_true", help=TEXTS["cli.undo_redo"])
    command.set_defaults(run=_undo)


def _undo(store: Store, chosen: argparse.Namespace) -> int:
    from dashboard.importing.storing import undo

    if (chosen.number is None) == (chosen.batch is None):
        raise DashboardError("undo_one_of")
    subject = "import" if chosen.batch is None else "batch"
    number = chosen.number if chosen.batch is None else chosen.batch
    with store.read() as cursor:
        seen = shown.listed(cursor, subject).get(str(number))
        result = sql.run(cursor, "imports")
        names = [column[0] for column in result.description]
        imports = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
    if seen is None:
        unknown = "no_such_import" if chosen.batch is None else "no_such_batch"
        raise DashboardError(unknown, number=number)
    about = _to_change(imports, subject, number, chosen.redo)
    if not about:
        raise DashboardError("already_so", number=number)
    deeds = {
        ("import", False): undo.undo,
        ("import", True): undo.redo,
        ("batch", False): undo.undo_batch,
        ("batch", True): undo.redo_batch,
    }
    deeds[subject, chosen.redo](store, seen)
    for one in about:
        print(TEXTS.say("cli.redo_done" if chosen.redo else "cli.undo_done", file=one["file"]))
    return 0


def _to_change(imports: list[Import], subject: str, number: int, redo: bool) -> list[Import]:
    """Those that the number names and that are not yet as they are to be."""
    key = "import_id" if subject == "import" else "batch"
    return [one for one in imports if one[key] == number and one["undone"] == redo]
