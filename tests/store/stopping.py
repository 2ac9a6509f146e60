"""Imports that stop at a named place of their writing, to be killed there.

    python -m tests.store.stopping FOLDER FILE

Each line of input is a place, or seconds from when an import begins to write. An import of FILE
into the store in FOLDER is forked off: at the place it stops and "stopped" is said, until the
next line kills it; after the seconds it dies, and "dead" is said; "finished" when it was faster.
Modules are imported once; every import has a process of its own, and reads in it.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import filelock  # noqa: F401  what an import loads on its way is loaded once
import pandas  # noqa: F401
import scipy.special  # noqa: F401

from dashboard import cli
from dashboard.importing import import_file
from dashboard.importing.model.reading import Known, Options
from dashboard.importing.storing import import_log
from dashboard.importing.understand import understand_here
from dashboard.importing.workbook.container import Limits
from dashboard.store import sealing, store, stored_scores, versions

PLACES = (
    *("before copy", "half copied", "after copy", "after begin", "logged", "before scores"),
    *("before commit", "after commit", "after checkpoint", "before seal", "before rename"),
    *("after rename", "after removal of old"),
)


class Database:
    """A connection that tells of the steps of a transaction."""

    def __init__(self, connection, tell: Callable[[str], None]):
        self._connection = connection
        self._tell = tell

    def __getattr__(self, name: str):
        return getattr(self._connection, name)

    def begin(self) -> None:
        self._connection.begin()
        self._tell("after begin")

    def commit(self) -> None:
        self._tell("before commit")
        self._connection.commit()
        self._tell("after commit")

    def execute(self, query: str, *given):
        result = self._connection.execute(query, *given)
        if query == "checkpoint":
            self._tell("after checkpoint")
        return result


def arrange(tell: Callable[[str], None]) -> None:
    """Every step of a writing tells its name."""

    def telling(owner, name: str, before: str = "", after: str = "") -> None:
        act = getattr(owner, name)

        def told(*given):
            tell(before)
            done = act(*given)
            tell(after)
            return done

        setattr(owner, name, told)

    def connect(database: str):
        connection = real_connect(database)
        return Database(connection, tell) if "writing-" in database else connection

    def copy(source: Path, target: Path) -> bool | None:
        tell("before copy")
        content = source.read_bytes()
        target.write_bytes(content[: len(content) // 2])
        tell("half copied")
        holds = real_copy(source, target)
        tell("after copy")
        return holds

    real_connect, store.connect = store.connect, connect
    real_copy, sealing.copy = sealing.copy, copy
    telling(import_log, "log_import", after="logged")
    telling(stored_scores, "fill", before="before scores")
    telling(sealing, "seal", before="before seal")
    telling(os, "replace", before="before rename", after="after rename")
    telling(versions, "remove_old", after="after removal of old")


def read_here(path: Path, known, options, name: str | None):
    """In this very process: a child of its own would take half a second."""
    return understand_here(path, known, options, name or path.name, Limits())


def import_until(place: str, folder: str, file: str) -> int:
    """The exit code of an import that met no such place."""

    def tell(name: str) -> None:
        if name == place:
            os.kill(os.getpid(), signal.SIGSTOP)
        elif name == "before copy" and place not in PLACES:
            signal.setitimer(signal.ITIMER_REAL, float(place))  # nobody catches it: it kills

    arrange(tell)
    import_file.understand = read_here
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    return cli.main(["import", file, "--store", folder])


def main(folder: str, file: str) -> None:
    """Until the input ends."""
    read_here(Path(file), Known(()), Options(), None)  # vocabularies are read once as well
    for line in sys.stdin:
        child = os.fork()
        if not child:
            os._exit(import_until(line.strip(), folder, file))
        _, status = os.waitpid(child, os.WUNTRACED)
        if os.WIFSTOPPED(status):
            print("stopped", flush=True)
            sys.stdin.readline()
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
        end = "dead" if os.WIFSIGNALED(status) else "failed" if status else "finished"
        print(end, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
