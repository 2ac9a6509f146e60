"""A commune's package for the unit above: its figures, its documents, who it is."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from dashboard import __version__
from dashboard.errors import DashboardError
from dashboard.packages import package_file, sendable, signing
from dashboard.packages.manifest import Above, Manifest
from dashboard.packages.package_file import FIGURES
from dashboard.papers.state import State
from dashboard.store import sql
from dashboard.store.frozen import Figure, as_json
from dashboard.store.store import Cursor

_TASKS = "unit_completion"


class Signed(NamedTuple):
    """A package's bytes and the figures in it."""

    content: bytes
    figures: list[Figure]


def package(
    cursor: Cursor, state: State, folder: Path, documents: Mapping[str, bytes] | None = None
) -> Signed:
    """The signed package of a state. folder: the store's, where its key is; documents: by name.

    Raises DashboardError package_of_commune of a unit above the communes, package_nothing where
    nothing of it may be sent, and as signing.own_key does.
    """
    if not state.is_commune:
        raise DashboardError("package_of_commune", unit=state.unit.unit)
    found = sendable.figures(state)
    if not found:
        raise DashboardError("package_nothing", unit=state.unit.unit, period=state.about.period)
    files = {f"documents/{name}": content for name, content in (documents or {}).items()}
    files[FIGURES] = written(found)
    about = _about(cursor, state, found)
    return Signed(package_file.packed(about, files, signing.own_key(folder)), found)


def written(figures: Iterable[Figure]) -> bytes:
    """A line of JSON a figure, as for the fingerprint."""
    return "".join(f"{as_json(one)}\n" for one in figures).encode()


def _about(cursor: Cursor, state: State, found: list[Figure]) -> Manifest:
    return Manifest(
        unit=state.about.unit,
        name=state.unit.name,
        above=tuple(sql.rows(Above, cursor, "units_above", "write", unit=state.about.unit)),
        year=state.about.year,
        period=state.about.period,
        as_of=state.about.as_of,
        closing=state.closing,
        code=state.fingerprint,
        simulated=state.unit.is_simulated,
        made=state.made.replace(tzinfo=None),
        program=__version__,
        surveys=sendable.years(found),
        has_tasks=any(figure.query == _TASKS for figure in found),
        key="",
        files=(),
    )
