"""Pages from the front door, as a visitor with a link sees them, on a store of their own."""

import json
import os
import shutil
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from google.protobuf.json_format import MessageToDict
from streamlit.components.v2 import manifest_scanner as manifests
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard import page_list
from dashboard.config import ROOT
from dashboard.importing import samples
from dashboard.importing.batches import batches_of
from dashboard.parts import typed_table
from dashboard.readings import frames
from dashboard.store.store import Store, open_store
from tests.processes import wait_until

FRONT_DOOR = ROOT / "streamlit_app.py"
SIMULATED = "dữ liệu mô phỏng"
# Fields of Streamlit's messages that people read or hear.
SEEN = {"label", "help", "placeholder", "body", "delta", "deltaDescription", "options", "alt"}


PAGES = {row.name: row.address for row in page_list.PAGES}


@pytest.fixture(scope="session", autouse=True)
def served_without_the_old_pages_folder() -> Iterator[None]:
    """As dashboard.server does: else AppTest runs pages/*.py around the front door."""
    made = PagesManager.__init__

    def make(self, *args, **options) -> None:
        PagesManager.uses_pages_directory = False  # AppTest forgets it at each run
        made(self, *args, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PagesManager, "__init__", make)
        yield


@pytest.fixture(scope="session", autouse=True)
def components_looked_for_once() -> Iterator[None]:
    """Streamlit reads every installed package's metadata for components; a server does so once,
    AppTest at each run, which was half of the time of these tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifests, "scan_component_manifests", cache(manifests.scan_component_manifests)
        )
        yield


@pytest.fixture(scope="session", autouse=True)
def answers_kept() -> Iterator[None]:
    """More of them than a server keeps: tests look at the same version of the samples."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frames, "_cell", cache(lambda key: []))
        yield


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory) -> Iterator[Path]:
    """A store with the sample data, made once, of one version only; nobody may write to it."""
    made, folder = tmp_path_factory.mktemp("made"), tmp_path_factory.mktemp("samples")
    samples.load(Store(made))
    newest = shutil.copy(max(made.glob("store-*.duckdb")), folder)
    yield folder
    assert [file.name for file in folder.glob("store-*")] == [Path(newest).name]


@pytest.fixture
def filled(sample_store, monkeypatch) -> Path:
    """The store with the sample data, to look at."""
    monkeypatch.setenv("PAPI_STORE", str(sample_store))
    return sample_store


@pytest.fixture
def own_filled(sample_store, own_store_folder) -> Path:
    """A copy of the store with the sample data, to write to."""
    shutil.copytree(sample_store, own_store_folder, copy_function=os.link)  # the same version
    return own_store_folder


@pytest.fixture
def empty(own_store_folder) -> Path:
    """The folder of a store that nobody has made yet."""
    return own_store_folder


def opened(page: str, **address: str) -> AppTest:
    """The page as the first thing a visitor opens, by a link with this address."""
    return well(link(page, **address))


def link(page: str, **address: str) -> AppTest:
    """The same, an error of the page left standing."""
    app = AppTest.from_file(str(FRONT_DOOR), default_timeout=60)
    # switch_page knows a page's address only after a run, and then it is no longer a link.
    app._page_hash = calc_hash(PAGES[page]) if PAGES[page] else ""
    for key, value in address.items():
        app.query_params[key] = value
    return app.run()


def well(app: AppTest) -> AppTest:
    """The app again, which must show no error."""
    assert not app.exception and not app.error, [e.value for e in (*app.exception, *app.error)]
    return app


def gone_to(app: AppTest, page: str) -> AppTest:
    """The app after a click in the navigation."""
    return well(app.switch_page(f"pages/{page}.py").run())


def click(app: AppTest, label: str) -> AppTest:
    """The app after a click on the button."""
    return settled(next(b for b in app.button if b.label == label).click().run())


SAVE = "Lưu các dòng đã ghi"


def typing_table(app: AppTest) -> pd.DataFrame:
    """The table to type in, as it is drawn."""
    return next(frame.value for frame in app.dataframe if "evidence" in frame.value)


def typed(app: AppTest, cells: dict[int, dict[str, object]]) -> AppTest:
    """The app after these cells (row -> column -> value) were typed and saved; AppTest has no
    hands for the table itself (tests/browser has)."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typed_table, "_edited", lambda: cells)
        return click(app, SAVE)


def settled(app: AppTest) -> AppTest:
    """The app once the batch that runs is done, as its line would have it run again."""
    batches = batches_of(open_store())
    if batches.current:
        wait_until(lambda: batches.current is None, seconds=60)
        app.run()
    return well(app)


def html(app: AppTest) -> str:
    """Everything written as HTML on the page, without the style sheet."""
    bodies = (element.proto.body for element in app.get("html"))
    return unescape(" ".join(body for body in bodies if not body.startswith("<style")))


def title(app: AppTest) -> str:
    """The page's one h1, its no-break spaces as spaces."""
    _, *titles = html(app).split('<h1 class="papi-title">')
    assert len(titles) == 1
    return titles[0].split("</h1>")[0].replace("\u00a0", " ")


def about(app: AppTest) -> str:
    """The line below the h1."""
    return html(app).split('</h1><p class="papi-subtitle">')[1].split("</p>")[0]


def figures(app: AppTest) -> list[dict]:
    """The figures as JSON, their letters read (the text of a figure writes ă as an escape)."""
    return [json.loads(element.proto.spec) for element in app.get("plotly_chart")]


def figure_texts(app: AppTest) -> list[str]:
    """The annotations of the page's first figure."""
    return [note["text"] for note in figures(app)[0]["layout"]["annotations"]]


def chip_labels(app: AppTest) -> set[str]:
    return {button.label for button in app.button if (button.key or "").startswith("clear_")}


def read_by_people(app: AppTest) -> str:
    """All that the page says: texts, labels, helps, tables with their headings, charts."""
    said = [html(app)]
    for figure in figures(app):
        said += _strings(figure["data"]) | _strings(figure["layout"])
    for table in app.dataframe:
        said += [table.value.to_csv(index=False), *_headings(table.proto.columns)]
    for node in app.main:
        if node.type != "html" and getattr(node, "proto", None) is not None:
            said += _texts(MessageToDict(node.proto))
    return "\n".join(said)


def _headings(columns: str) -> list[str]:
    return [column["label"] for column in json.loads(columns).values() if "label" in column]


def _strings(value: object) -> set[str]:
    """Every text in a figure: labels, hovers, signs, and names of colours."""
    if isinstance(value, str):
        return {value}
    inside = value.values() if isinstance(value, dict) else value
    return set().union(*map(_strings, inside)) if isinstance(value, dict | list) else set()


def _texts(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            inside = key if key in SEEN and name == "content" else name
            yield from _texts(inner, inside)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, key)
    elif isinstance(value, str) and key in SEEN:
        yield value
