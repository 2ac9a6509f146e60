"""One store prepared for the whole run; each test works on its own copy of it.

store: a fresh Store of its own, the one that the command line and the pages open too.
cursor: the prepared store inside a transaction that is rolled back: rows in, rows out.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from dashboard.store.store import Store, connect, open_store


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The only file of a store that has just been made."""
    folder = tmp_path_factory.mktemp("prepared")
    Store(folder).prepare()
    return folder / "store-000001.duckdb"


@pytest.fixture(autouse=True)
def own_store_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test ever touches the store of whoever runs the tests."""
    folder = tmp_path / "store"
    monkeypatch.setenv("PAPI_STORE", str(folder))
    return folder


@pytest.fixture
def store(prepared: Path, own_store_folder: Path) -> Store:
    own_store_folder.mkdir()
    shutil.copy(prepared, own_store_folder)
    return open_store(own_store_folder)


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
