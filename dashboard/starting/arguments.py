"""What may be asked of start.py, papi-xa serve and pack; read before anything is installed."""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import NoReturn

from dashboard.starting import misread
from dashboard.starting.failures import TEXTS

FIRST_PORT = 8501
TARGETS = ("windows", "linux", "macos")
PYTHONS = ("3.11", "3.12", "3.13")
DEFAULT_PYTHON = "3.12"
HELP = {"-h", "--help"}


class Formatter(argparse.HelpFormatter):
    """argparse's layout with our word for "usage"."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        own = TEXTS["starting.usage"] + " " if prefix is None else prefix
        super().add_usage(usage, actions, groups, own)


class Parser(argparse.ArgumentParser):
    """A parser whose own words are Vietnamese; what it does not understand is one line."""

    def __init__(self, prog: str | None = None, description: str | None = None) -> None:
        super().__init__(prog, description=description, formatter_class=Formatter, add_help=False)
        self._positionals.title = TEXTS["starting.positionals"]
        self._optionals.title = TEXTS["starting.optionals"]
        self.add_argument("-h", "--help", action="help", help=TEXTS["starting.help_option"])

    def error(self, message: str) -> NoReturn:
        said = misread.told(message)
        sentence = TEXTS.say("starting.not_understood", message=said, prog=self.prog)
        print(TEXTS.say("starting.error", sentence=sentence), file=sys.stderr, flush=True)
        raise SystemExit(2)


def serve_options(parser: argparse.ArgumentParser) -> None:
    """The options of serve: port, host, browser, store."""
    text = TEXTS
    parser.add_argument(
        "--port", type=port_number, default=FIRST_PORT, metavar="N", help=text["starting.port"]
    )
    parser.add_argument(
        "--host", type=own_host, default="127.0.0.1", metavar="H", help=text["starting.host"]
    )
    parser.add_argument(
        "--no-browser", dest="browser", action="store_false", help=text["starting.no_browser"]
    )
    parser.add_argument("--store", metavar="PATH", help=text["cli.store"])


def pack_options(parser: argparse.ArgumentParser) -> None:
    """The options of pack: target, out, python."""
    text = TEXTS
    parser.add_argument("--target", choices=TARGETS, required=True, help=text["starting.target"])
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help=text["starting.out"]
    )
    parser.add_argument(
        "--python", choices=PYTHONS, default=DEFAULT_PYTHON, help=text["starting.python"]
    )


def screenshot_options(parser: argparse.ArgumentParser) -> None:
    """The option of screenshots: out."""
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("screenshots"),
        metavar="FOLDER",
        help=TEXTS["starting.pictures_out"],
    )


OPTIONS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "serve": serve_options,
    "pack": pack_options,
    "screenshots": screenshot_options,
}


def port_number(text: str) -> int:
    """A port that may be asked for."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(TEXTS.say("starting.bad_port", text=text))
    return int(text)


def own_host(text: str) -> str:
    """An address that only this machine can reach: told before anything is installed."""
    if text == "localhost":
        return "127.0.0.1"
    with suppress(ValueError):
        if ip_address(text).is_loopback:
            return text
    raise argparse.ArgumentTypeError(TEXTS.say("server.only_this_machine", host=text))


def module_for(arguments: Sequence[str]) -> list[str]:
    """The module, and its arguments, that does what start.py was asked; SystemExit if unclear.

    Nothing named means serve. What follows test is pytest's.
    """
    if arguments[:1] == ["test"]:
        return ["dashboard.starting.testing", *arguments[1:]]
    named = bool(arguments) and not arguments[0].startswith("-")
    command, *options = arguments if named else ["serve", *arguments]
    parser = Parser("python3 start.py")
    if command not in OPTIONS:
        parser.error(f"unrecognized arguments: {command}")
    OPTIONS[command](parser)
    parser.parse_args(options)
    if command == "screenshots":
        return ["tests.browser.pictures", *options]
    return ["dashboard.starting.commands", command, *options]
