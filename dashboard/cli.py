"""The command line: import, check, template, query and prepare, with the pages' own code.

Only what a command needs is imported: starting takes about the time of those imports.
"""

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from dashboard import (
    close_command,
    export_command,
    key_commands,
    name_commands,
    original_commands,
    printed,
    record_commands,
    undo_commands,
    verify_command,
)
from dashboard.documents import forms
from dashboard.errors import DashboardError
from dashboard.starting import commands as starting
from dashboard.starting.arguments import Parser
from dashboard.store import computed, sql
from dashboard.store.namesakes import Namesakes
from dashboard.store.store import Cursor, Store, open_store
from dashboard.words import words

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
TEXTS = words("vi")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 all well, 1 a file or row was refused or something is asked back,
    2 wrongly called."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    chosen = _parser().parse_args(arguments)
    store = open_store(Path(chosen.store) if chosen.store else None)
    try:
        run: Callable[[Store, argparse.Namespace], int] = chosen.run
        return run(store, chosen)
    except DashboardError as error:
        print(error.sentence(TEXTS), file=sys.stderr)
        return 1 if isinstance(error, Namesakes) else 2
    except BrokenPipeError:  # the reader of a long answer went away (| head)
        sys.stderr.close()
        return 0
    finally:
        if store.damage and not sys.stderr.closed:
            print(store.damage.sentence(TEXTS), file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = Parser("papi-xa", TEXTS["cli.what"])
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title=TEXTS["cli.commands"])
    for name, keep in (("import", True), ("check", False)):
        command = _command(commands, name)
        command.add_argument("files", nargs="+", metavar="FILE", help=TEXTS["cli.files"])
        command.add_argument("--year", type=int, help=TEXTS["cli.year"])
        command.add_argument("--unit", help=TEXTS["cli.unit"])
        command.add_argument(
            "--map", action="append", default=[], metavar="COLUMN=FIELD", help=TEXTS["cli.map"]
        )
        command.add_argument(
            "--same", action="append", default=[], metavar="WRITTEN=KNOWN", help=TEXTS["cli.same"]
        )
        command.add_argument(
            "--kind", action="append", default=[], metavar="SHEET=KIND", help=TEXTS["cli.kinds"]
        )
        command.add_argument("--prefer", choices=("import", "record"), help=TEXTS["cli.prefer"])
        command.add_argument(
            "--trust", action="append", default=[], metavar="KEY", help=TEXTS["cli.trust"]
        )
        command.add_argument("--complete", action="store_true", help=TEXTS["cli.complete"])
        command.add_argument("--marked", metavar="OUT.xlsx", type=Path, help=TEXTS["cli.marked"])
        command.add_argument("--format", choices=("text", "json"), default="text")
        command.set_defaults(run=_import, keep=keep)
    _add_template(commands)
    _add_query(commands)
    command = _command(commands, "prepare")
    command.add_argument("--samples", action="store_true", help=TEXTS["cli.samples"])
    command.set_defaults(run=_prepare)
    name_commands.add_to(commands)
    record_commands.add_to(commands)
    undo_commands.add_to(commands)
    original_commands.add_to(commands)
    verify_command.add_to(commands)
    close_command.add_to(commands)
    key_commands.add_to(commands)
    export_command.add_to(commands)
    starting.add_to(commands)
    return parser


def _add_template(commands: Commands) -> None:
    command = commands.add_parser("template", help=TEXTS["cli.template"])
    command.add_argument("kind", choices=forms.kinds(), help=TEXTS["cli.kind"])
    command.add_argument("--out", metavar="FILE", type=Path, help=TEXTS["cli.out"])
    command.set_defaults(run=_template, store=None)


def _add_query(commands: Commands) -> None:
    command = _command(commands, "query")
    command.add_argument("name", nargs="?", help=TEXTS["cli.name"])
    command.add_argument(
        "--param", action="append", default=[], metavar="KEY=VALUE", help=TEXTS["cli.param"]
    )
    command.add_argument("--list", action="store_true", help=TEXTS["cli.list"])
    command.add_argument("--format", choices=("csv", "json"), default="csv")
    command.set_defaults(run=_query)


def _command(commands: Commands, name: str) -> Parser:
    command = commands.add_parser(name, help=TEXTS[f"cli.{name}"])
    command.add_argument("--store", help=TEXTS["cli.store"])
    return command


def _import(store: Store, chosen: argparse.Namespace) -> int:
    from dashboard.importing.model.reading import Options
    from dashboard.importing.outcome.report import as_text
    from dashboard.importing.together import Numbered
    from dashboard.packages.package_import import import_any

    marked = _marked_path(chosen)
    same = _pairs(chosen.same, "--same")
    for written, name in same.items():
        if not name.strip():
            raise DashboardError("not_a_pair", option="--same", value=f"{written}={name}")
    kinds = _kinds(_pairs(chosen.kind, "--kind"))
    columns, prefer = _pairs(chosen.map, "--map"), {"": chosen.prefer} if chosen.prefer else {}
    options = Options(chosen.year, chosen.unit, columns, same, kinds, prefer)
    receipts, batch = [], Numbered()
    given = {"keep": chosen.keep, "trusted": chosen.trust} | (
        {"agreed": batch.mark} if len(chosen.files) > 1 else {}
    )
    for file in chosen.files:
        receipts.append(import_any(store, Path(file), options, chosen.complete, **given))
        batch.kept()
        if chosen.format == "text":
            print(as_text(receipts[-1], TEXTS, kept=chosen.keep))
    if chosen.format == "json":
        printed.as_json({"files": [receipt.as_json() for receipt in receipts]})
    if marked:
        from dashboard.documents.marked import workbook

        file = Path(chosen.files[0])
        _write(marked, workbook(file.read_bytes(), file.name, receipts[0].all_findings()))
        print(TEXTS.say("cli.wrote", path=marked), file=sys.stderr)  # beside the answer
    return 0 if all(receipt.is_whole for receipt in receipts) else 1


def _kinds(said: dict[str, str]) -> dict[str, str]:
    """Name of a sheet -> kind, if there are such kinds."""
    from dashboard.importing.kinds import KINDS
    from dashboard.importing.table.columns import IGNORED

    known = [*(kind.name for kind in KINDS), IGNORED]
    for sheet, kind in said.items():
        if kind not in known:
            raise DashboardError("no_such_kind", kind=kind, sheet=sheet, known=", ".join(known))
    return said


def _marked_path(chosen: argparse.Namespace) -> Path | None:
    """Where the marked workbook goes, with the ending that its macros need; told before the
    file is imported that it cannot go there."""
    if not chosen.marked:
        return None
    if len(chosen.files) > 1:
        raise DashboardError("marked_one_file")
    from dashboard.documents import marked

    file = Path(chosen.files[0])
    if not file.is_file():
        return None  # the receipt says so
    ending = Path(marked.file_name(file.read_bytes(), file.name)).suffix
    out: Path = chosen.marked.with_suffix(ending)
    if out.resolve() == file.resolve():
        raise DashboardError("marked_over_original", path=out)
    return out


def _template(_: Store, chosen: argparse.Namespace) -> int:
    from dashboard.documents import templates

    out = chosen.out or Path(templates.file_name(chosen.kind))
    if not chosen.out and out.exists():  # it may be one that somebody has filled in
        raise DashboardError("template_exists", path=out)
    _write(out, templates.workbook(chosen.kind))
    print(TEXTS.say("cli.wrote", path=out))
    return 0


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError:
        raise DashboardError("cannot_write", path=path) from None


def _query(store: Store, chosen: argparse.Namespace) -> int:
    if chosen.list:
        for name in computed.names():
            print(f"{name}: {computed.load(name).answers}")
        return 0
    if not chosen.name:
        raise DashboardError("no_query", known=", ".join(computed.names()))
    query = computed.load(chosen.name)
    given = sql.from_text(query, _pairs(chosen.param, "--param"))
    with store.read() as cursor:
        columns, rows = computed.answer(cursor, chosen.name, **given)
        if not rows and "unit" in given:
            _warn_of_unknown_unit(cursor, given["unit"])
    printed.as_rows(columns, rows, chosen.format)
    return 0


def _warn_of_unknown_unit(cursor: Cursor, unit: object) -> None:
    """An empty answer for a unit that is not known says so, beside the empty table."""
    if sql.unit_named(cursor, str(unit)) is None:
        known = ", ".join(row[1] for row in sql.run(cursor, "units").fetchall())
        error = DashboardError("unknown_unit", unit=unit, known=known or "–")
        print(error.sentence(TEXTS), file=sys.stderr)


def _prepare(store: Store, chosen: argparse.Namespace) -> int:
    store.prepare(_with_samples if chosen.samples else None)
    return 0


def _with_samples(cursor: Cursor) -> None:
    """A store is made with all of them or not made: the next start makes it then."""
    from dashboard.importing import samples

    print(TEXTS["cli.loading_samples"], flush=True)
    samples.fill(cursor, lambda receipt: print(f"  {receipt.file}", flush=True))


def _pairs(given: list[str], option: str) -> dict[str, str]:
    pairs = {}
    for pair in given:
        key, mark, value = pair.partition("=")
        if not mark or not key.strip():
            raise DashboardError("not_a_pair", option=option, value=pair)
        pairs[key.strip()] = value
    return pairs
