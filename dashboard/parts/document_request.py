"""A document asked for, by values alone: what a link of a page holds until it is clicked."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock

from dashboard import exported
from dashboard.documents.model.paper import Paper
from dashboard.papers import catalogue, writers
from dashboard.papers.state import State, frozen_state
from dashboard.readings.frames import version_of
from dashboard.store.store import Cursor, open_store

KEPT = 12  # papers: those of one page, and of who looks at another period beside


@dataclass(frozen=True)
class Request:
    """Of what: unit's id, period, the year compared with (None: the nearest before), day, closing
    (None: now); which document, of slides which and in what order, of a bulletin which village."""

    unit: str
    period: str
    year_from: int | None
    as_of: date
    closing: int | None
    language: str
    what: str = "slides"
    names: tuple[str, ...] | None = None
    village: str = ""

    def of(self, what: str, *names: str) -> "Request":
        """The same for another document; names: its parts, all of them without any."""
        return replace(self, what=what, names=names or None)

    def of_village(self, village: str) -> "Request":
        """The bulletin of a village."""
        return replace(self, what="bulletin", village=village)

    def paper(self) -> Paper:
        """The document, made once for a version of the store. Raises DashboardError."""
        with open_store().read() as cursor:
            key = version_of(cursor), date.today(), self
            if (found := _kept(key)) is not None:
                return found
            made = catalogue.make(self.what, self._state(cursor), self.names, self.village)
        _keep(key, made)
        return made

    def file(self, ending: str) -> bytes:
        """The document as a file of that form. Raises DashboardError as its writer does."""
        if (self.what, ending) not in exported.OTHERS:
            return writers.written(self.paper(), ending)
        return self.made(ending).content

    def made(self, ending: str) -> exported.Made:
        """What is no paper: the task table, the package."""
        store = open_store()
        with store.read() as cursor:
            source = exported.Source(cursor, store.folder, self._state(cursor))
            return exported.make(source, self.what, ending)

    def _state(self, cursor: Cursor) -> State:
        return frozen_state(
            cursor,
            self.unit,
            self.period,
            None,
            self.year_from,
            self.as_of,
            self.closing,
            self.language,
        )


_papers: "OrderedDict[object, Paper]" = OrderedDict()
_lock = Lock()


def _kept(key: object) -> Paper | None:
    with _lock:
        found = _papers.get(key)
        if found is not None:
            _papers.move_to_end(key)
        return found


def _keep(key: object, paper: Paper) -> None:
    with _lock:
        _papers[key] = paper
        while len(_papers) > KEPT:
            _papers.popitem(last=False)
