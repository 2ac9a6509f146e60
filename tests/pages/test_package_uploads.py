"""A package on the page of imports: told apart from workbooks, its key asked about, then in."""

import shutil

import pytest

from dashboard.packages import package_file, signing
from dashboard.store import sql
from dashboard.store.store import Store, open_store
from tests.packages.offices import AN, BINH, DISTRICT, entries, filled, made, zipped
from tests.pages.conftest import click, html, opened, title, well
from tests.pages.test_district import glance


@pytest.fixture(scope="module")
def sent(prepared, tmp_path_factory) -> bytes:
    """The package of Xã An."""
    folder = tmp_path_factory.mktemp("sent")
    shutil.copy(prepared, folder)
    store = Store(folder)
    store.write(lambda cursor: filled(cursor, AN))
    return made(store, AN)


def shown(content: bytes, name: str = "an.zip"):
    app = opened("import_data")
    app.get("file_uploader")[0].set_value([(name, content, "application/zip")])
    return well(app.run())


def packages() -> list[tuple]:
    with open_store().read() as cursor:
        return sql.run(cursor, "packages").fetchall()


def test_key_is_asked_and_one_click_imports(empty, sent):
    app = shown(sent)
    assert title(app) == "1 gói số liệu đã kiểm tra"
    short = signing.short(package_file.opened(sent).manifest.key)
    (asked,) = [said.value for said in app.warning]
    assert short in asked and AN in asked and not packages()
    app = click(app, f"Khóa họ đọc đúng là {short}: tin và nhập gói")
    assert [row[0] for row in packages()] == [AN]
    assert any("Đã nhập gói của" in said.value for said in app.success)


def test_tampered_one_is_refused_in_a_sentence(empty, sent):
    files = entries(sent)
    worn = zipped({**files, "data/figures.jsonl": files["data/figures.jsonl"][:-1]})
    app = shown(worn)
    (said,) = [said.value for said in app.warning]
    assert "không còn như khi ký" in said
    assert not [button for button in app.button if "gói" in button.label]
    assert not packages()


def test_commune_by_package_says_so_beside_the_others(empty, sent):
    store = open_store()
    store.write(lambda cursor: filled(cursor, BINH))
    app = shown(sent)
    (label,) = [button.label for button in app.button if "tin và nhập gói" in button.label]
    click(app, label)
    app = opened("overview", xa=DISTRICT, ky="6 tháng đầu năm")
    rows = {row["unit"][0]: row for row in glance(app)}
    assert set(rows) == {f"{AN} (theo gói)", BINH}
    assert rows[f"{AN} (theo gói)"]["overdue"][0].startswith("1")
    assert f"Theo gói số liệu đã ký, không có tệp ở đây: {AN}" in html(app)
    compared = opened("compare", xa=DISTRICT)
    assert f"{AN} (theo gói)" in compared.get("plotly_chart")[0].proto.alt
