"""Several communes' documents in a process of their own: two cores do twice as much, and what the
libraries keep of one batch is gone with it.

The task is a line of JSON on the child's input, each commune that is done one on its output. The
input stays open as long as the parent lives: when it ends, so does the child.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dashboard import config
from dashboard.export_commune import Commune, File, Unit, export
from dashboard.store.store import Store
from dashboard.words import words

_COMMAND = (sys.executable, "-m", "dashboard.export_apart")
_LISTED = ("files", "failures")


def run(
    store: Path,
    units: Sequence[Unit],
    out: Path,
    asked: Mapping[str, Any],
    tell: Callable[[Commune], None],
) -> None:
    """Each commune is told when it is done; of those that a dead child left, that they failed."""
    as_of = asked["as_of"]
    plain = {**asked, "as_of": as_of.isoformat() if as_of else None}
    task = {"store": str(store), "out": str(out.absolute()), "units": units, "asked": plain}
    left = {unit.place: unit for unit in units}
    command = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(_COMMAND, cwd=config.ROOT, **command) as child:  # type: ignore[call-overload]  # of a dict
        try:
            child.stdin.write(json.dumps(task) + "\n")
            child.stdin.flush()
            for line in child.stdout:
                done = _read(line)
                del left[done.place]
                tell(done)
        except BrokenPipeError:
            pass  # it died before it began
        finally:
            child.kill()
    failed = words(str(asked["language"]))["export.failed"]
    for unit in left.values():
        tell(Commune(unit.place, unit.shown, "", [], [failed]))


def _read(line: str) -> Commune:
    place, name, code, files, failures = json.loads(line)
    return Commune(place, name, code, [File(*file) for file in files], failures)


def main() -> None:
    """The child."""
    output = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # nothing that a library prints gets into the answer
    task = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    asked = task["asked"]
    if asked["as_of"]:
        asked["as_of"] = date.fromisoformat(asked["as_of"])
    store, said = Store(Path(task["store"])), words(asked["language"])
    with store.read() as cursor:
        for unit in task["units"]:
            done = export(cursor, store.folder, Unit(*unit), Path(task["out"]), asked, said)
            print(json.dumps(done), file=output, flush=True)
    os._exit(0)  # the thread still waits


def _end_with_parent() -> None:
    os.read(0, 1)
    os._exit(1)


if __name__ == "__main__":
    main()
