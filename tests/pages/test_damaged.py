"""A page on a store with a damaged version shows what is sound and says what is missing."""

from dashboard.store import versions
from dashboard.store.store import open_store
from tests.pages.conftest import opened


def test_page_names_the_damaged_file_beside_what_is_sound(empty):
    store = open_store()
    store.write(lambda cursor: None)
    assert not opened("import_data").warning
    versions.path_of(store.folder, store.version).write_bytes(b"")
    app = opened("import_data")
    (said,) = app.warning
    assert "store-000002.duckdb" in said.value
    store.write(lambda cursor: None)
    (said,) = opened("overview").warning
    assert "damaged-000002-" in said.value
