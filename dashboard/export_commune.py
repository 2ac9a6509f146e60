"""Every document of one commune in a folder of its own: its figures are asked once, and all forms
are written of them. A form that fails is said, and the others go on."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from dashboard import exported, whole_files
from dashboard.errors import DashboardError
from dashboard.folding import slug
from dashboard.papers.state import frozen_state
from dashboard.store.store import Cursor
from dashboard.words import Words

_log = logging.getLogger("dashboard")


class Unit(NamedTuple):
    """A commune and how it is shown; place: among the others, from 1."""

    place: int
    unit_id: str
    shown: str

    @property
    def folder(self) -> str:
        """A name that no system keeps for itself, of letters that every one has."""
        return f"{self.place:02d}-{slug(self.unit_id)[:60]}"


# A document that a commune has no need of: nobody to remind, no task.
NOTHING_TO_MAKE = {"document_no_reminders", "document_no_tasks"}


class File(NamedTuple):
    """A file that was written; path: below the whole folder, with slashes."""

    what: str
    ending: str
    path: str


class Commune(NamedTuple):
    """What became of one: its code, its files, and a sentence for each that failed."""

    place: int
    name: str
    code: str
    files: list[File]
    failures: list[str]


def export(
    cursor: Cursor, store: Path, unit: Unit, out: Path, asked: Mapping[str, Any], said: Words
) -> Commune:
    """All forms of a commune. store: its folder; asked: as papers.state.frozen_state."""
    done = Commune(unit.place, unit.shown, "", [], [])
    try:
        state = frozen_state(cursor, unit.unit_id, **asked)
        (out / unit.folder).mkdir()
        source = exported.Source(cursor, store, state)
        done = done._replace(code=state.fingerprint)
        for what, ending in exported.forms():
            _form(done, source, out, File(what, ending, _path(unit, what, ending, said)), said)
    except DashboardError as error:
        done.failures.append(error.sentence(said))
    except OSError:
        refusal = DashboardError("cannot_write", path=out / unit.folder)
        done.failures.append(refusal.sentence(said))
    except Exception:  # the log has it; the other communes' documents are wanted all the same
        _log.exception("the documents of %s failed", unit.folder)
        done.failures.append(said["export.failed"])
    return done


def _path(unit: Unit, what: str, ending: str, said: Words) -> str:
    return f"{unit.folder}/{said[f'export.file_{what}']}{ending}"


def _form(done: Commune, source: exported.Source, out: Path, file: File, said: Words) -> None:
    name = Path(file.path).name
    try:
        made = exported.make(source, file.what, file.ending)
        if made.ending:
            path = Path(file.path).with_suffix(made.ending).as_posix()
            file = file._replace(ending=made.ending, path=path)
        whole_files.write({out / file.path: made.content})
        done.files.append(file)
    except DashboardError as error:
        if error.code not in NOTHING_TO_MAKE:
            done.failures.append(f"{name}: {error.sentence(said)}")
    except Exception:
        _log.exception("a document of %s failed", file.path)
        done.failures.append(f"{name}: {said['export.failed']}")
