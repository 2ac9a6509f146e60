"""The commands `key show|list|trust|withdraw`: the key that signs packages, and those trusted."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from dashboard import numbers
from dashboard.errors import DashboardError
from dashboard.store import sql
from dashboard.store.store import Cursor, Store
from dashboard.words import words

if TYPE_CHECKING:
    from dashboard.starting.arguments import Parser

TEXTS = words("vi")


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add them; run(store, chosen) as of every command."""
    command = commands.add_parser("key", help=TEXTS["cli.key"])
    below = command.add_subparsers(required=True, metavar="WHAT", title=TEXTS["cli.commands"])
    for name, run in (("show", _show), ("list", _list), ("trust", _trust), ("withdraw", _withdraw)):
        one = below.add_parser(name, help=TEXTS[f"cli.key_{name}"])
        one.add_argument("--store", help=TEXTS["cli.store"])
        one.set_defaults(run=run)
        if name in ("trust", "withdraw"):
            told = TEXTS["cli.key_of_card"] if name == "trust" else TEXTS["cli.key_said"]
            one.add_argument("key", metavar="KEY", help=told)
            one.add_argument("--by", default="", metavar="WHO", help=TEXTS["cli.key_by"])
        if name != "list":
            needed = name != "show"
            one.add_argument("--unit", required=needed, help=TEXTS["cli.key_unit"])


def _show(store: Store, chosen: argparse.Namespace) -> int:
    from dashboard.packages import signing

    store.prepare()
    public = signing.own_key(store.folder).public
    told = {"unit": chosen.unit or TEXTS["key.no_unit"], "day": numbers.day(date.today())}
    print(signing.short(public))
    path = store.folder / signing.FILE
    print(TEXTS.say("key.card", short=signing.short(public), public=public, path=path, **told))
    return 0


def _list(store: Store, _: argparse.Namespace) -> int:
    from dashboard.packages import signing

    with store.read() as cursor:
        rows = sql.run(cursor, "trusted_keys").fetchall()
    for unit, public, holds, since, by, _unit in rows:
        state = TEXTS["key.holds"] if holds else TEXTS["key.over"]
        told = {"unit": unit, "short": signing.short(public), "day": numbers.day(since.date())}
        print(TEXTS.say("key.line", state=state, by=by, **told).rstrip())
    if not rows:
        print(TEXTS["key.none"])
    return 0


def _trust(store: Store, chosen: argparse.Namespace) -> int:
    from dashboard.packages import signing, trust

    public = chosen.key.strip().lower()
    store.write(lambda cursor: trust.record(cursor, _unit(cursor, chosen), public, by=chosen.by))
    print(TEXTS.say("key.trusted", short=signing.short(public), unit=chosen.unit))
    return 0


def _withdraw(store: Store, chosen: argparse.Namespace) -> int:
    from dashboard.packages import signing, trust

    def work(cursor: Cursor) -> str:
        unit = _unit(cursor, chosen)
        for _, public, holds, _, _, of in sql.run(cursor, "trusted_keys").fetchall():
            if holds and of == unit and signing.is_named(public, chosen.key):
                trust.record(cursor, unit, public, withdrawn=True, by=chosen.by)
                return str(public)
        raise DashboardError("key_not_trusted", unit=chosen.unit, said=chosen.key)

    public = store.write(work)
    print(TEXTS.say("key.withdrawn", short=signing.short(public), unit=chosen.unit))
    return 0


def _unit(cursor: Cursor, chosen: argparse.Namespace) -> str:
    """A unit that is known: its first package makes a new one known, with --trust."""
    if found := sql.unit_named(cursor, chosen.unit):
        return found
    known = ", ".join(row[1] for row in sql.run(cursor, "units").fetchall())
    raise DashboardError("unknown_unit", unit=chosen.unit, known=known or "–")
