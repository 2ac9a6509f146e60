"""32,000 letters without a space in every name: no page fails, takes long or draws them all."""

import re
import shutil
import time
from pathlib import Path

import pytest

from dashboard.store.store import Store
from tests.pages.conftest import PAGES, figures, opened
from tests.queries.rows import ask

LETTERS = 32_000
NAMES = {"unit": "name", "unit_row": "official", "task": "task", "task_party": "official"}
SECONDS = 14  # of CPU; 6 at most, up to 32 while the query of tasks folded the name of each row

SHOWING = ("overview", "officials", "follow_up")  # names by the dozen
REST = [pytest.param(page, marks=pytest.mark.long) for page in PAGES if page not in SHOWING]


@pytest.fixture(scope="module")
def long_store(sample_store, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("long") / "store"
    shutil.copytree(sample_store, folder)

    def lengthen(cursor) -> None:
        for table, column in NAMES.items():
            changed = f"update {table} set {column} = {column} || repeat('x', {LETTERS})"
            cursor.execute(changed)

    Store(folder).write(lengthen)
    return folder


@pytest.mark.parametrize("page", [*SHOWING, *REST])
def test_no_page_takes_long_or_draws_a_name_in_full(page, long_store, monkeypatch):
    monkeypatch.setenv("PAPI_STORE", str(long_store))
    start = time.process_time()
    app = opened(page)
    assert time.process_time() - start < SECONDS
    notes = [n for figure in figures(app) for n in figure["layout"].get("annotations", ())]
    drawn = [re.sub("<[^>]*>", "", note["text"]) for note in notes]  # a link may be as long
    assert [len(text) for text in drawn if len(text) > 1_000] == []


def test_an_official_is_found_by_a_long_name_however_it_is_written(long_store):
    name = f"văn hóa - xã hội{'X' * LETTERS}"
    with Store(long_store).read() as cursor:
        own = ask(cursor, "tasks", unit="xa-duc-hop", year=2023, official=name)
    assert {row["lead"][:26] for row in own} == {"Công chức Văn hóa - Xã hội"}
