"""The command `names`: list names, join one to another, part it, take an action back."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dashboard import printed
from dashboard.errors import DashboardError
from dashboard.folding import fold
from dashboard.store import shown, sql
from dashboard.store.store import Cursor, Store
from dashboard.words import words

if TYPE_CHECKING:
    from dashboard.starting.arguments import Parser
    from dashboard.store.shown import Shown

KINDS = ("unit", "village", "official")
TEXTS = words("vi")
Row = dict[str, Any]
Run = Callable[[Store, argparse.Namespace], int]


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add it, with what it does as commands of its own; run(store, chosen) as of every command."""
    own = commands.add_parser("names", help=TEXTS["cli.names"])
    deeds = own.add_subparsers(required=True, metavar="DEED")
    runs: dict[str, tuple[Run, tuple[str, ...]]] = {
        "list": (_list, ()),
        "join": (_join, ("name", "into")),
        "part": (_part, ("name",)),
        "undo": (_undo, ()),
        "history": (_history, ()),
    }
    for deed, (run, given) in runs.items():
        command = deeds.add_parser(deed, help=TEXTS[f"cli.names_{deed}"])
        command.add_argument("--store", help=TEXTS["cli.store"])
        for name in given:
            command.add_argument(name, metavar=name.upper(), help=TEXTS[f"cli.names_{name}"])
        if deed == "undo":
            command.add_argument("action", nargs="?", type=int, help=TEXTS["cli.names_action"])
        else:
            command.add_argument("--kind", choices=KINDS, help=TEXTS["cli.names_kind"])
            command.add_argument("--unit", help=TEXTS["cli.names_unit"])
        command.add_argument("--format", choices=("csv", "json"), default="csv")
        command.set_defaults(run=run)


def _list(store: Store, chosen: argparse.Namespace) -> int:
    with store.read() as cursor:
        _print(cursor, chosen.format, "names", kind=chosen.kind, unit=_unit(cursor, chosen))
    return 0


def _history(store: Store, chosen: argparse.Namespace) -> int:
    with store.read() as cursor:
        _print(cursor, chosen.format, "name_actions", unit=_unit(cursor, chosen))
    return 0


def _join(store: Store, chosen: argparse.Namespace) -> int:
    from dashboard.importing.storing import name_actions

    with store.read() as cursor:
        seen = _seen(cursor, chosen, chosen.name)
        into = _seen(cursor, chosen, chosen.into, kind=seen.key.split(" ")[0])
    name_actions.join(store, seen, into)
    return _done(store, chosen.format)


def _part(store: Store, chosen: argparse.Namespace) -> int:
    from dashboard.importing.storing import name_actions

    with store.read() as cursor:
        seen = _seen(cursor, chosen, chosen.name)
    name_actions.part(store, seen)
    return _done(store, chosen.format)


def _undo(store: Store, chosen: argparse.Namespace) -> int:
    from dashboard.importing.storing import name_actions

    with store.read() as cursor:
        listed = shown.listed(cursor, "name_action")
    last = max(map(int, listed), default=0)
    seen = listed.get(str(chosen.action or last))
    if seen is None:
        raise DashboardError("no_such_action", action=chosen.action or "–")
    name_actions.undo(store, seen)
    return _done(store, chosen.format)


def _seen(cursor: Cursor, chosen: argparse.Namespace, name: str, kind: str = "") -> "Shown":
    """The one name that is meant: by its id, else as written, else but for case and accents."""
    given = {"kind": kind or chosen.kind, "unit": _unit(cursor, chosen)}
    rows = _rows(cursor, "names", **given)
    for is_it in (
        lambda row: row["name_id"] == name,
        lambda row: row["name"] == name,
        lambda row: fold(row["name"]) == fold(name),
    ):
        if found := [row for row in rows if is_it(row)]:
            break
    if not found:
        raise DashboardError("unknown_name", name=name)
    if len(found) > 1:
        known = "; ".join(f"{r['kind']} {r['name_id']} ({r['unit'] or r['above']})" for r in found)
        raise DashboardError("name_of_several", name=name, known=known)
    (row,) = found
    return shown.listed(cursor, "name")[f"{row['kind']} {row['unit_id']} {row['name_id']}"]


def _unit(cursor: Cursor, chosen: argparse.Namespace) -> str | None:
    if chosen.unit is None:
        return None
    found = sql.unit_named(cursor, chosen.unit)
    if found is None:
        known = ", ".join(row[1] for row in sql.run(cursor, "units").fetchall())
        raise DashboardError("unknown_unit", unit=chosen.unit, known=known or "–")
    return found


def _done(store: Store, form: str) -> int:
    """What the action did, name by name."""
    with store.read() as cursor:
        rows = _rows(cursor, "name_actions")
        newest = [row for row in rows if row["action_id"] == rows[0]["action_id"]]
        printed.as_rows(list(rows[0]), [tuple(row.values()) for row in newest], form)
    return 0


def _print(cursor: Cursor, form: str, query: str, **given: object) -> None:
    result = sql.run(cursor, query, **given)
    columns = [column[0] for column in result.description]
    printed.as_rows(columns, result.fetchall(), form)


def _rows(cursor: Cursor, query: str, **given: object) -> list[Row]:
    result = sql.run(cursor, query, **given)
    columns = [column[0] for column in result.description]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
