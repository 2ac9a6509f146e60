"""The command `record`: what people type about tasks, components, officials and villages."""

import argparse
import math
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from dashboard import printed
from dashboard.errors import DashboardError
from dashboard.remark_kinds import KINDS
from dashboard.store import progress, remarks, small_writes, sql
from dashboard.store.progress import Progress
from dashboard.store.store import Cursor, Store
from dashboard.words import words

if TYPE_CHECKING:
    from dashboard.starting.arguments import Parser

TEXTS = words("vi")
Work = Callable[[Cursor, str, argparse.Namespace], dict[str, object]]


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add it, with what is recorded as commands of its own."""
    own = commands.add_parser("record", help=TEXTS["cli.record"])
    deeds = own.add_subparsers(required=True, metavar="WHAT")
    command = _deed(deeds, "progress", _progress)
    command.add_argument("--task", required=True, metavar="ID", help=TEXTS["cli.record_task"])
    command.add_argument("--progress", metavar="0..100", help=TEXTS["cli.record_share"])
    command.add_argument("--done", metavar="DAY", help=TEXTS["cli.record_done"])
    command.add_argument("--evidence", help=TEXTS["cli.record_evidence"])
    command.add_argument("--note", default="", help=TEXTS["cli.record_note"])
    command = _deed(deeds, "remark", _remark)
    command.add_argument(
        "--about", required=True, metavar="KIND:NAME", help=TEXTS["cli.record_about"]
    )
    command.add_argument("--kind", required=True, choices=KINDS, help=TEXTS["cli.record_kind"])
    command.add_argument("--text", default="", help=TEXTS["cli.record_text"])
    command = _deed(deeds, "decision", _decision)
    command.add_argument("--text", default="", help=TEXTS["cli.record_decided"])
    command.add_argument("--official", default="", help=TEXTS["cli.record_official"])
    command.add_argument("--due", metavar="DAY", help=TEXTS["cli.record_due"])
    command.add_argument("--component", help=TEXTS["cli.record_component"])
    command.add_argument("--slide", type=int, help=TEXTS["cli.record_slide"])
    command.add_argument("--task", metavar="ID", help=TEXTS["cli.record_withdrawn_task"])


def _deed(deeds: "argparse._SubParsersAction[Parser]", name: str, work: Work) -> "Parser":
    command = deeds.add_parser(name, help=TEXTS[f"cli.record_{name}"])
    command.add_argument("--store", help=TEXTS["cli.store"])
    command.add_argument("--unit", required=True, help=TEXTS["cli.record_unit"])
    command.add_argument("--year", required=True, type=int, help=TEXTS["cli.record_year"])
    command.add_argument("--by", default="", metavar="WHO", help=TEXTS["cli.record_by"])
    command.add_argument("--withdraw", action="store_true", help=TEXTS["cli.record_withdraw"])
    command.add_argument("--format", choices=("csv", "json"), default="csv")
    command.set_defaults(run=lambda store, chosen: _run(store, chosen, work))
    return command


def _run(store: Store, chosen: argparse.Namespace, work: Work) -> int:
    """Record it and print what was recorded."""

    def record(cursor: Cursor) -> dict[str, object]:
        unit_id = sql.unit_named(cursor, chosen.unit)
        if unit_id is None:
            known = ", ".join(row[1] for row in sql.run(cursor, "units").fetchall())
            raise DashboardError("unknown_unit", unit=chosen.unit, known=known or "–")
        return work(cursor, unit_id, chosen)

    written = store.write_small(record, small_writes.NOTES)
    printed.as_rows(list(written), [tuple(written.values())], chosen.format)
    return 0


def _progress(cursor: Cursor, unit_id: str, chosen: argparse.Namespace) -> dict[str, object]:
    from dashboard.importing.storing.record_subjects import subject

    task_id = subject(cursor, unit_id, chosen.year, f"task:{chosen.task}").key
    if chosen.withdraw:
        number = progress.withdraw(cursor, task_id, chosen.by, chosen.note)
    else:
        share, done = _share(chosen.progress), _day(chosen.done)
        typed = Progress(share, done, chosen.evidence, chosen.note)
        number = progress.write(cursor, task_id, typed, chosen.by)
    return {"id": number, "task_id": task_id, "withdrawn": chosen.withdraw}


def _remark(cursor: Cursor, unit_id: str, chosen: argparse.Namespace) -> dict[str, object]:
    from dashboard.importing.storing.record_subjects import subject

    about = subject(cursor, unit_id, chosen.year, chosen.about)
    text = "" if chosen.withdraw else chosen.text
    number = remarks.write(cursor, about, chosen.kind, text, chosen.by, chosen.withdraw)
    known = {"about": f"{about.kind}:{about.key}", "kind": chosen.kind}
    return {"id": number, **known, "withdrawn": chosen.withdraw}


def _decision(cursor: Cursor, unit_id: str, chosen: argparse.Namespace) -> dict[str, object]:
    from dashboard.importing.storing import decision_records
    from dashboard.importing.storing.decision_records import Decision

    if chosen.withdraw:
        given = (unit_id, chosen.year, chosen.task or "", chosen.by)
        number, task_id = decision_records.withdraw(cursor, *given)
    else:
        due = _day(chosen.due)
        if due is None:
            raise DashboardError("decision_empty")
        decision = Decision(chosen.text, chosen.official, due, chosen.component, chosen.slide)
        number, task_id = decision_records.write(cursor, unit_id, chosen.year, decision, chosen.by)
    return {"id": number, "task_id": task_id, "withdrawn": chosen.withdraw}


def _share(text: str | None) -> float | None:
    """0..100 as it is typed ("62,5", "80%") as a share; DashboardError for anything else."""
    if text is None:
        return None
    try:
        percent = float(text.strip().removesuffix("%").replace(",", "."))
    except ValueError:
        percent = math.nan
    if not 0 <= percent <= 100:
        raise DashboardError("progress_out_of_range", value=text)
    return percent / 100


def _day(text: str | None) -> date | None:
    """A day as the import reads it; DashboardError for anything else."""
    from dashboard.importing.values.dates import typed_day

    if text is None:
        return None
    if found := typed_day(text):
        return found
    raise DashboardError("no_such_day", value=text)
