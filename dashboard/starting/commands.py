"""serve and pack: as commands of papi-xa, and by themselves for start.py.

python -m dashboard.starting.commands serve: the process that waits for the server stays small.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from dashboard.starting.arguments import OPTIONS, Parser
from dashboard.starting.failures import TEXTS, guarded


def main(arguments: Sequence[str]) -> int:
    """Run one of them; the exit code."""
    parser = Parser("python3 start.py")
    add_to(parser.add_subparsers(required=True, metavar="COMMAND"))
    chosen = parser.parse_args(arguments)
    code: int = chosen.run(None, chosen)
    return code


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add them to others; run(store, chosen) as of every command, the store is not used."""
    for name, run in (("serve", _serve), ("pack", _pack)):
        command = commands.add_parser(name, help=TEXTS[f"starting.{name}"])
        OPTIONS[name](command)
        command.set_defaults(run=run)


def _serve(_: object, chosen: argparse.Namespace) -> int:
    from dashboard.starting import launching

    if chosen.store:
        os.environ["PAPI_STORE"] = chosen.store
    return guarded(lambda: launching.serve(chosen.host, chosen.port, chosen.browser))


def _pack(_: object, chosen: argparse.Namespace) -> int:
    from dashboard.starting import packing

    return guarded(lambda: packing.pack(chosen.target, chosen.python, chosen.out))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
