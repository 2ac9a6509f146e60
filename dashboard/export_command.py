"""The command `export`: a document of a unit's period as a file, or all of all communes."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.errors import DashboardError
from dashboard.store import sql
from dashboard.store.store import Store
from dashboard.words import LANGUAGES, words

if TYPE_CHECKING:
    from dashboard.starting.arguments import Parser

TEXTS = words("vi")
ALL = "all"
_LARGEST_TEMPLATE = 50 * 1024 * 1024


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add it; run(store, chosen) as of every command."""
    command = commands.add_parser("export", help=TEXTS["cli.export"])
    command.add_argument("--store", help=TEXTS["cli.store"])
    command.add_argument("what", metavar="WHAT", help=TEXTS["cli.export_what"])
    command.add_argument("--unit", required=True, help=TEXTS["cli.export_unit"])
    command.add_argument("--year", type=int, help=TEXTS["cli.export_year"])
    command.add_argument("--from", dest="year_from", type=int, help=TEXTS["cli.export_from"])
    command.add_argument("--period", help=TEXTS["cli.export_period"])
    command.add_argument("--as-of", metavar="D", help=TEXTS["cli.export_as_of"])
    command.add_argument("--closing", type=int, metavar="N", help=TEXTS["cli.export_closing"])
    command.add_argument(
        "--language", choices=LANGUAGES, default="vi", help=TEXTS["cli.export_language"]
    )
    command.add_argument("--village", default="", help=TEXTS["cli.export_village"])
    command.add_argument("--template", type=Path, help=TEXTS["cli.export_template"])
    command.add_argument(
        "--figures", type=Path, metavar="FILE.csv", help=TEXTS["cli.export_figures"]
    )
    command.add_argument("--out", type=Path, required=True, help=TEXTS["cli.export_out"])
    command.set_defaults(run=_export)


def _export(store: Store, chosen: argparse.Namespace) -> int:
    from dashboard import export_all, exported, whole_files
    from dashboard.papers.state import frozen_state

    as_of = sql.typed("export", "--as-of", "DATE", chosen.as_of or "")
    assert as_of is None or isinstance(as_of, date)
    if as_of and chosen.closing is not None:
        raise DashboardError("document_closing_day")
    asked = {"year": chosen.year, "year_from": chosen.year_from, "as_of": as_of}
    asked |= {"closing": chosen.closing, "language": chosen.language, "period": chosen.period}
    if chosen.what == ALL:
        if chosen.template or chosen.figures:
            raise DashboardError("document_all_plain")
        return export_all.run(store, chosen.unit, chosen.out, asked)
    if chosen.village and chosen.what != "bulletin":
        raise DashboardError("document_no_village", what=chosen.what)
    ending = chosen.out.suffix.lower()
    exported.check(chosen.what, ending, chosen.template is not None)
    template = _template(chosen.template)
    _apart(chosen.out, chosen.figures, "document_over_figures")
    _apart(chosen.out, chosen.template, "document_over_template")
    with store.read() as cursor:
        state = frozen_state(cursor, chosen.unit, **asked)
        source = exported.Source(cursor, store.folder, state, chosen.village)
        made = exported.make(source, chosen.what, ending, template)
    if made.ending not in ("", ending):
        raise DashboardError("document_own_ending", own=made.ending, ending=ending)
    files = {chosen.out: made.content}
    if chosen.figures:
        files[chosen.figures] = exported.as_csv(made.figures())
    whole_files.write(files)
    for path in files:
        print(TEXTS.say("cli.wrote", path=path))
    if made.told:
        print(made.told)
    return 0


def _apart(out: Path, other: Path | None, code: str) -> None:
    """Raises DashboardError where both are one file, whichever way it is named."""
    if other and other.resolve() == out.resolve():
        raise DashboardError(code, path=out)


def _template(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_TEMPLATE + 1)
    except OSError:
        raise DashboardError("template_unread", path=path) from None
    if len(content) > _LARGEST_TEMPLATE:
        raise DashboardError("template_unread", path=path)
    return content
