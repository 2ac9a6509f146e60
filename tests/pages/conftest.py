"""Pages from the front door, on a store of their own."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import samples
from dashboard.config import ROOT
from dashboard.store import Store


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory) -> Path:
    """A store with the sample data, made once."""
    folder = tmp_path_factory.mktemp("samples")
    samples.load(Store(folder))
    return folder


@pytest.fixture
def empty(tmp_path, monkeypatch) -> Path:
    """A new store, no data in it."""
    monkeypatch.setenv("PAPI_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


@pytest.fixture
def filled(sample_store, tmp_path, monkeypatch) -> Path:
    """A copy of the store with the sample data."""
    shutil.copytree(sample_store, tmp_path / "store")
    monkeypatch.setenv("PAPI_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


def opened(page: str, as_of: date | None = None, **address: str) -> AppTest:
    """The page as a visitor with this address sees it; a page's own error fails the test.

    as_of is set in its box: AppTest does not read a date from the address (browsers do).
    """
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=60)
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    app.switch_page(f"pages/{page}.py")
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    if as_of:
        app.date_input(key="ngay").set_value(as_of).run()
    assert not app.exception and not app.error, [e.value for e in (*app.exception, *app.error)]
    return app


def html(app: AppTest) -> str:
    """Everything written as HTML on the page."""
    return " ".join(element.proto.body for element in app.get("html"))


def title(app: AppTest) -> str:
    """The page's h1, its no-break spaces as spaces."""
    return html(app).split('<h1 class="papi-title">')[1].split("</h1>")[0].replace("\u00a0", " ")


def figures(app: AppTest) -> list[str]:
    """The figures' whole JSON."""
    return [element.proto.spec for element in app.get("plotly_chart")]
