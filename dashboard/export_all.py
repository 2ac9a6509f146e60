"""Every document of every commune of a unit: a folder a commune and a page of contents.

The figures of a commune are asked once, and all forms are written of them. A commune or a form
that fails is said, and the others go on.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from dashboard import exported, numbers, whole_files
from dashboard.errors import DashboardError
from dashboard.folding import slug
from dashboard.papers.state import frozen_state
from dashboard.store import sql
from dashboard.store.store import Cursor, Store
from dashboard.words import Words, words

_log = logging.getLogger("dashboard")
CONTENTS, PLAIN = "index.html", "index.txt"
Tell = Callable[["Commune", int, int], None]  # what is done, its place among so many


class File(NamedTuple):
    """A file that was written, below the folder."""

    what: str
    ending: str
    path: Path


@dataclass
class Commune:
    """What became of one: its files, its code, and a sentence for each that failed."""

    name: str
    folder: str
    code: str = ""
    files: list[File] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


class _Unit(NamedTuple):
    unit_id: str
    shown: str


def run(store: Store, unit: str, out: Path, asked: Mapping[str, Any]) -> int:
    """The command: 0 all well, 1 where something failed. asked: as papers.state.frozen_state."""
    told = words("vi")

    def tell(done: Commune, place: int, count: int) -> None:
        holes = {"place": place, "count": count, "unit": done.name, "files": len(done.files)}
        print(told.say("export.progress", **holes), flush=True)
        for said in done.failures:
            print("  " + said, flush=True)

    found = export(store, unit, out, asked, tell)
    print(told.say("cli.wrote", path=out / CONTENTS))
    return 1 if any(one.failures for one in found) else 0


def export(
    store: Store, unit: str, out: Path, asked: Mapping[str, Any], tell: Tell
) -> list[Commune]:
    """Everything of the communes of a unit (or of itself, where it is one) into a new folder.

    Raises DashboardError unknown_unit, export_folder_taken where the folder holds something
    already, cannot_write.
    """
    with store.read() as cursor:
        name, units = _below(cursor, unit)
        _make(out)
        said = words(str(asked["language"]))
        found = []
        for place, one in enumerate(units, 1):
            done = _commune(cursor, store.folder, one, out, place, asked, said)
            tell(done, place, len(units))
            found.append(done)
    _contents(out, name, str(asked.get("period") or asked.get("year") or ""), found, said)
    return found


def _below(cursor: Cursor, wanted: str) -> tuple[str, list[_Unit]]:
    """The unit as it is shown, and the communes with data that lie in it."""
    unit = sql.unit_named(cursor, wanted)
    rows = sql.run(cursor, "units").fetchall()
    shown = {row[0]: row[1] for row in rows}
    if unit is None or unit not in shown:
        raise DashboardError("unknown_unit", unit=wanted, known=", ".join(shown.values()) or "–")
    below = sql.rows(_Unit, cursor, "communes_below", "write", unit=unit)
    return shown[unit], [one for one in below if one.unit_id in shown]


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise DashboardError("export_folder_taken", path=out)
    except OSError:
        raise DashboardError("cannot_write", path=out) from None


def _commune(
    cursor: Cursor,
    folder: Path,
    unit: _Unit,
    out: Path,
    place: int,
    asked: Mapping[str, Any],
    said: Words,
) -> Commune:
    """All its forms; the name of its folder begins with its place, so that no name is one that
    a system keeps for itself."""
    done = Commune(unit.shown, f"{place:02d}-{slug(unit.unit_id)[:60]}")
    try:
        state = frozen_state(cursor, unit.unit_id, **asked)
        done.code = state.fingerprint
        (out / done.folder).mkdir()
        for what, ending in exported.forms():
            _form(done, exported.Source(cursor, folder, state), out, what, ending, said)
    except DashboardError as error:
        done.failures.append(error.sentence(said))
    except OSError:
        refusal = DashboardError("cannot_write", path=out / done.folder)
        done.failures.append(refusal.sentence(said))
    return done


def _form(
    done: Commune, source: exported.Source, out: Path, what: str, ending: str, said: Words
) -> None:
    path = Path(done.folder) / f"{said[f'export.file_{what}']}{ending}"
    try:
        made = exported.make(source, what, ending)
        whole_files.write({out / path: made.content})
        done.files.append(File(what, ending, path))
    except DashboardError as error:
        done.failures.append(f"{path.name}: {error.sentence(said)}")
    except Exception:  # the log has it; the other communes' documents are wanted all the same
        _log.exception("a document of %s failed", done.folder)
        done.failures.append(f"{path.name}: {said['export.failed']}")


def _contents(out: Path, unit: str, period: str, found: list[Commune], said: Words) -> None:
    title = said.say("export.contents", unit=unit, period=period, count=numbers.count(len(found)))
    page = "\n".join(_html(title, found, said)) + "\n"
    plain = "\n".join(_plain(title, found, said)) + "\n"
    whole_files.write({out / CONTENTS: page.encode(), out / PLAIN: plain.encode()})


def _code(one: Commune, said: Words) -> str:
    return said.say("paper.code", code=one.code)


def _html(title: str, found: list[Commune], said: Words) -> Iterator[str]:
    yield f'<!doctype html>\n<html lang="{said.language}"><head><meta charset="utf-8">'
    yield f"<title>{escape(title)}</title></head><body>\n<h1>{escape(title)}</h1>\n<ol>"
    for one in found:
        code = f" ({escape(_code(one, said))})" if one.code else ""
        yield f"<li>{escape(one.name)}{code}<ul>"
        for file in one.files:
            name = escape(said[f"export.{file.what}"])
            yield f'<li><a href="{escape(file.path.as_posix())}">{name} ({file.ending})</a></li>'
        yield from (f"<li>{escape(failure)}</li>" for failure in one.failures)
        yield "</ul></li>"
    yield "</ol></body></html>"


def _plain(title: str, found: list[Commune], said: Words) -> Iterator[str]:
    yield title
    for one in found:
        yield ""
        yield " · ".join([one.name, *([said.say("paper.code", code=one.code)] if one.code else [])])
        yield from (
            f"  {said[f'export.{file.what}']}: {file.path.as_posix()}" for file in one.files
        )
        yield from (f"  {failure}" for failure in one.failures)
