"""The command `originals`: list the files that imports read, save one, take one out."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard import printed
from dashboard.errors import DashboardError
from dashboard.store import forgetting, shown, sql
from dashboard.store.store import Store
from dashboard.words import words

if TYPE_CHECKING:
    from dashboard.starting.arguments import Parser
    from dashboard.store.shown import Shown

TEXTS = words("vi")


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add it, with what it does as commands of its own; run(store, chosen) as of every command."""
    own = commands.add_parser("originals", help=TEXTS["cli.originals"])
    deeds = own.add_subparsers(required=True, metavar="DEED")
    runs: dict[str, Callable[[Store, argparse.Namespace], int]] = {
        "list": _list,
        "save": _save,
        "remove": _remove,
    }
    for deed, run in runs.items():
        command = deeds.add_parser(deed, help=TEXTS[f"cli.originals_{deed}"])
        command.add_argument("--store", help=TEXTS["cli.store"])
        if deed == "list":
            command.add_argument("--format", choices=("csv", "json"), default="csv")
        else:
            command.add_argument("number", type=int, help=TEXTS["cli.originals_number"])
        if deed == "save":
            command.add_argument(
                "--out", metavar="FILE", type=Path, required=True, help=TEXTS["cli.out"]
            )
        command.set_defaults(run=run)


def _list(store: Store, chosen: argparse.Namespace) -> int:
    with store.read() as cursor:
        result = sql.run(cursor, "originals")
        columns = [column[0] for column in result.description]
        printed.as_rows(columns, result.fetchall(), chosen.format)
    return 0


def _save(store: Store, chosen: argparse.Namespace) -> int:
    from dashboard.documents import survey_copy
    from dashboard.importing.storing import originals
    from dashboard.importing.storing.undo import original

    seen = _seen(store, chosen.number)
    content = original(store, seen)
    if not content and (sheets := originals.copied(store, seen)):
        content = survey_copy.workbook(dict(sheets))
    if not content:
        raise DashboardError("original_not_there", number=chosen.number)
    try:
        chosen.out.write_bytes(content)
    except OSError:
        raise DashboardError("cannot_write", path=chosen.out) from None
    print(TEXTS.say("cli.wrote", path=chosen.out))
    return 0


def _remove(store: Store, chosen: argparse.Namespace) -> int:
    from dashboard.importing.storing import originals

    originals.remove(store, _seen(store, chosen.number))
    left = forgetting.remove_noted(store.folder)
    said = "cli.original_left" if left else "cli.original_removed"
    print(TEXTS.say(said, number=chosen.number, count=left))
    return 0


def _seen(store: Store, number: int) -> "Shown":
    with store.read() as cursor:
        listed = shown.listed(cursor, "import")
    if str(number) not in listed:
        raise DashboardError("no_such_import", number=number)
    return listed[str(number)]
