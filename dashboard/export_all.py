"""Every document of every commune of a unit: a folder a commune and a page of contents."""

import os
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from dashboard import export_apart, export_commune, export_contents
from dashboard.errors import DashboardError
from dashboard.export_commune import Commune, Unit
from dashboard.store import sql
from dashboard.store.store import Cursor, Store
from dashboard.words import words

FEW = 3  # so many are done before a process of its own has begun
BATCH = 10  # at most so many in one
PROCESSES = 4  # at most so many at once
Tell = Callable[[Commune, int, int], None]  # what is done, how many are, of so many


def run(store: Store, unit: str, out: Path, asked: Mapping[str, Any]) -> int:
    """The command: 0 all well, 1 where something failed. asked: as papers.state.frozen_state."""
    told = words("vi")

    def tell(done: Commune, place: int, count: int) -> None:
        holes = {"place": place, "count": count, "unit": done.name, "files": len(done.files)}
        print(told.say("export.progress", **holes), flush=True)
        for said in done.failures:
            print("  " + said, flush=True)

    found = export(store, unit, out, asked, tell)
    print(told.say("cli.wrote", path=out / export_contents.CONTENTS))
    return 1 if any(one.failures for one in found) else 0


def export(
    store: Store, unit: str, out: Path, asked: Mapping[str, Any], tell: Tell
) -> list[Commune]:
    """Everything of the communes of a unit (or of itself, where it is one) into a new folder.

    A commune or a form that fails is said, and the others go on. Raises DashboardError
    unknown_unit, export_folder_taken where the folder holds something already, cannot_write.
    """
    with store.read() as cursor:
        name, units = _below(cursor, unit)
    _make(out)
    found: list[Commune] = []
    lock = threading.Lock()

    def done(one: Commune) -> None:
        with lock:
            found.append(one)
            tell(one, len(found), len(units))

    if len(units) <= FEW:
        said = words(str(asked["language"]))
        with store.read() as cursor:
            for one in units:
                done(export_commune.export(cursor, store.folder, one, out, asked, said))
    else:
        _apart(store, units, out, asked, done)
    found.sort()
    period = str(asked.get("period") or asked.get("year") or "")
    export_contents.write(out, name, period, found, words(str(asked["language"])))
    return found


def _apart(
    store: Store,
    units: list[Unit],
    out: Path,
    asked: Mapping[str, Any],
    done: Callable[[Commune], None],
) -> None:
    """In as many processes as there are cores, each with a like share of them."""
    workers = min(PROCESSES, os.cpu_count() or 1)
    batches = -(-len(units) // BATCH)
    batches = -(-batches // workers) * workers
    with ThreadPoolExecutor(workers) as pool:
        shares = filter(None, (units[start::batches] for start in range(batches)))
        given = (out, asked, done)
        work = export_apart.run
        for running in [
            pool.submit(work, store.folder, share, *given) for share in shares if share
        ]:
            running.result()


def _below(cursor: Cursor, wanted: str) -> tuple[str, list[Unit]]:
    """The unit as it is shown, and the communes with data that lie in it."""
    unit = sql.unit_named(cursor, wanted)
    rows = sql.run(cursor, "units").fetchall()
    shown = {row[0]: row[1] for row in rows}
    if unit is None or unit not in shown:
        raise DashboardError("unknown_unit", unit=wanted, known=", ".join(shown.values()) or "–")
    below = sql.run(cursor, "communes_below", "write", unit=unit).fetchall()
    known = [pair for pair in shown.items() if (pair[0],) in below]  # by name, as units are
    if not known:
        raise DashboardError("document_only_packages", unit=shown[unit])
    return shown[unit], [Unit(place, *row) for place, row in enumerate(known, 1)]


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise DashboardError("export_folder_taken", path=out)
    except OSError:
        raise DashboardError("cannot_write", path=out) from None
