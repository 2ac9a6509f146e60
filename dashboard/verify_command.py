"""The command `verify`: is all of the store as it was written?"""

import argparse
import sys
from typing import TYPE_CHECKING

from dashboard.errors import DashboardError
from dashboard.store import versions
from dashboard.store.store import Store
from dashboard.words import words

if TYPE_CHECKING:
    from dashboard.starting.arguments import Parser

TEXTS = words("vi")


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add it; run(store, chosen) as of every command."""
    command = commands.add_parser("verify", help=TEXTS["cli.verify"])
    command.add_argument("--store", help=TEXTS["cli.store"])
    command.set_defaults(run=_verify)


def _verify(store: Store, _: argparse.Namespace) -> int:
    """0 all is sound, 1 something is not, each in a line; also when nothing can be read."""
    from dashboard.store import verification

    found = 0
    try:
        for fault in verification.faults(store):
            found += 1
            print(fault.sentence(TEXTS))
    except DashboardError as error:
        print(error.sentence(TEXTS), file=sys.stderr)
        return 1
    if not found:
        count = len(versions.numbers(store.folder))
        print(TEXTS.say("verify.sound", count=count))
    return 1 if found else 0
