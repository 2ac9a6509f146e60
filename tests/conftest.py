"""One store prepared for the whole run; each test works on its own copy of it.

store: a fresh Store of its own, the one that the command line and the pages open too.
cursor: the prepared store inside a transaction that is rolled back: rows in, rows out.

Work for a process apart is done in the test's own process, by way of the wire: a child's start
costs each of two thousand imports a third of a second. Tests of that process itself bear the
mark process_apart; so does every command line and every server that a test starts.

Of several workers each takes whole files, and the browser and the pages go to one each: what a
file or a room makes for all its tests is made once, and an answer about the samples asked once.
"""

import shutil
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import duckdb
import pytest

from dashboard import apart, wire
from dashboard.importing import batches
from dashboard.store.store import Store, _store_of, connect, open_store

_RUN_APART = apart.run
Work = Callable[[duckdb.DuckDBPyConnection], object]
# The longest, which therefore begin.
FIRST = ("tests/browser", "tests/pages")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(FIRST))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log):
    from xdist.scheduler import LoadScopeScheduling

    class ByRoomOrFile(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.split("::")[0]
            return next((room for room in FIRST if file.startswith(f"{room}/")), file)

    config.option.loadscopereorder = False
    return ByRoomOrFile(config, log)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The only file of a store that has just been made."""
    folder = tmp_path_factory.mktemp("prepared")
    Store(folder).prepare()
    return folder / "store-000001.duckdb"


@pytest.fixture(autouse=True)
def own_store_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """No test ever touches the store of whoever runs the tests, nor leaves its own open."""
    folder = tmp_path / "store"
    monkeypatch.setenv("PAPI_STORE", str(folder))
    yield folder
    _store_of.cache_clear()
    batches._of_folder.cache_clear()


@pytest.fixture(scope="session", autouse=True)
def worked_here() -> Iterator[None]:
    """What a child would do and answer, in this process; but for its limits."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "run", _run_here)
        yield


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> Iterator[None]:
    """A database's in the tests' own processes, of which there is one a core."""
    opened = duckdb.connect

    def connect(*given, **more) -> duckdb.DuckDBPyConnection:
        connection = opened(*given, **more)
        connection.execute("set threads = 1")
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duckdb, "connect", connect)
        yield


@pytest.fixture(autouse=True)
def worked_apart(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real one, where it is what is tested."""
    if request.node.get_closest_marker("process_apart"):
        monkeypatch.setattr(apart, "run", _RUN_APART)


def _run_here(work, *given, memory: int, seconds: float):
    taken, answered = apart._types(work)
    given = wire.unpacked(wire.packed(given, taken), taken)
    try:
        with warnings.catch_warnings(action="ignore"):
            answer = wire.packed(work(*given), answered)
    except Exception as fault:
        raise apart.Failed("memory" if isinstance(fault, MemoryError) else "fault") from fault
    return wire.unpacked(answer, answered)


@pytest.fixture
def store(prepared: Path, own_store_folder: Path) -> Store:
    own_store_folder.mkdir()
    shutil.copy(prepared, own_store_folder)
    return open_store(own_store_folder)


@pytest.fixture(scope="module")
def within(
    prepared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[Work], AbstractContextManager[duckdb.DuckDBPyConnection]]]:
    """within(work): a cursor on a store in which work(cursor) was done once for the module, in
    a transaction that is rolled back."""
    kept: dict[Work, duckdb.DuckDBPyConnection] = {}

    @contextmanager
    def begun(work: Work) -> Iterator[duckdb.DuckDBPyConnection]:
        if work not in kept:
            copy = shutil.copy(prepared, tmp_path_factory.mktemp("within") / "store.duckdb")
            kept[work] = connect(str(copy))
            work(kept[work])
        kept[work].begin()
        yield kept[work]
        kept[work].rollback()

    yield begun
    for connection in kept.values():
        connection.close()


@pytest.fixture
def copy_of(own_store_folder: Path) -> Callable[[Path], Store]:
    """copy_of(folder): the test's own store, the versions of another to write to."""

    def of(folder: Path) -> Store:
        shutil.copytree(folder, own_store_folder)
        return open_store(own_store_folder)

    return of


@pytest.fixture(scope="session")
def prepared_connection(
    prepared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    copy = shutil.copy(prepared, tmp_path_factory.mktemp("opened") / "store.duckdb")
    with connect(str(copy)) as connection:
        yield connection


@pytest.fixture
def cursor(
    prepared_connection: duckdb.DuckDBPyConnection,
) -> Iterator[duckdb.DuckDBPyConnection]:
    prepared_connection.begin()
    yield prepared_connection
    prepared_connection.rollback()
