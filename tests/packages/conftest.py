import shutil

import pytest

from dashboard.store.store import Store
from tests.packages.offices import AN, BINH, filled, made


@pytest.fixture(scope="session")
def both_folder(prepared, tmp_path_factory):
    """A store with the files of two communes."""
    folder = tmp_path_factory.mktemp("both")
    shutil.copy(prepared, folder)
    Store(folder).write(lambda cursor: filled(cursor, AN, BINH))
    return folder


@pytest.fixture(scope="session")
def of_an(both_folder) -> bytes:
    """The package of Xã An, signed by the key of that store."""
    return made(Store(both_folder), AN)


@pytest.fixture
def both(both_folder, tmp_path) -> Store:
    """The store with the files of both, and its key."""
    shutil.copytree(both_folder, tmp_path / "both")
    return Store(tmp_path / "both")
