"""The command `close`: freeze a reporting period as it is now."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from dashboard import numbers
from dashboard.errors import DashboardError
from dashboard.store import sql
from dashboard.store.store import Store
from dashboard.words import words

if TYPE_CHECKING:
    from dashboard.starting.arguments import Parser

TEXTS = words("vi")


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add it; run(store, chosen) as of every command."""
    command = commands.add_parser("close", help=TEXTS["cli.close"])
    command.add_argument("--store", help=TEXTS["cli.store"])
    command.add_argument("--unit", required=True, help=TEXTS["cli.close_unit"])
    command.add_argument("--period", required=True, help=TEXTS["cli.close_period"])
    command.add_argument("--as-of", metavar="D", help=TEXTS["cli.close_as_of"])
    command.add_argument("--note", default="", metavar="TEXT", help=TEXTS["cli.close_note"])
    command.add_argument("--by", default="", metavar="WHO", help=TEXTS["cli.close_by"])
    command.set_defaults(run=_close)


def _close(store: Store, chosen: argparse.Namespace) -> int:
    from dashboard.store import closings

    as_of = sql.typed("close", "--as-of", "DATE", chosen.as_of or "")
    assert as_of is None or isinstance(as_of, date)
    with store.read() as cursor:
        units = {row[0]: row[1] for row in sql.run(cursor, "units").fetchall()}
        unit = sql.unit_named(cursor, chosen.unit)
        if unit is None or unit not in units:
            known = ", ".join(units.values()) or "–"
            raise DashboardError("unknown_unit", unit=chosen.unit, known=known)
        about = closings.about(unit, closings.period_named(cursor, chosen.period), as_of)
    closed = closings.close(store, about, chosen.note, chosen.by)
    told = {"figures": numbers.count(closed.figures), "day": numbers.day(about.as_of)}
    said = {"period": about.period, "closing": closed.closing, "fingerprint": closed.fingerprint}
    print(TEXTS.say("cli.closed", unit=units[unit], **said, **told))
    return 0
