"""A superior that has nothing but signed packages: its communes stand side by side, all else says
what a package lacks; a document is refused in a sentence."""

import shutil

import pytest

from dashboard import export_all
from dashboard.errors import DashboardError
from dashboard.page_list import page_row
from dashboard.papers.state import frozen_state
from dashboard.readings.listed import UnitRow
from dashboard.readings.readings import Readings
from dashboard.rows import rows_of
from dashboard.store.store import Store
from tests.packages.offices import AN, BINH, DISTRICT, PERIOD, filled, made
from tests.packages.test_package_import import imported
from tests.pages.conftest import PAGES, opened, read_by_people, title
from tests.pages.test_district import glance


@pytest.fixture(scope="module")
def received(prepared, tmp_path_factory):
    """The folder of a store with the packages of two communes and nothing else."""
    folder, sender = tmp_path_factory.mktemp("superior"), tmp_path_factory.mktemp("sender")
    shutil.copy(prepared, folder)
    shutil.copy(prepared, sender)
    store, of = Store(folder), Store(sender)
    of.write(lambda cursor: filled(cursor, AN, BINH))
    for name, commune in (("an.zip", AN), ("binh.zip", BINH)):
        imported(store, made(of, commune), name)
    return folder


@pytest.fixture
def superior(received, monkeypatch):
    monkeypatch.setenv("PAPI_STORE", str(received))
    return Store(received)


def test_the_units_above_are_offered_and_the_communes_are_not(superior):
    with superior.read() as cursor:
        units = {row.unit: row for row in rows_of(Readings(cursor).units(), UnitRow)}
    assert list(units) == [DISTRICT]
    own = units[DISTRICT]
    assert list(own.package_years) == [2022, 2023]
    assert [*own.survey_years, *own.plan_years, *own.activity_years] == []


def test_the_communes_stand_side_by_side_and_lead_nowhere(superior):
    """Each has one of two tasks done, and one overdue since 1 May; Xã An rose by about 3 points a
    dimension, Xã Bình fell a little."""
    app = opened("overview", ky="6 tháng đầu năm")
    rows = {row["unit"][0]: row for row in glance(app)}
    assert set(rows) == {f"{AN} (theo gói)", f"{BINH} (theo gói)"}
    assert all(link == "" for row in rows.values() for _, link, _ in row.values())
    for row in rows.values():
        assert (row["completion"][0], row["overdue"][0]) == ("1/2", "1, lâu nhất 30 ngày")
    assert rows[f"{AN} (theo gói)"]["change"][0].startswith("+")
    assert "2 nhiệm vụ quá hạn ở 2/2 xã" in title(app)
    assert "bấm vào" not in read_by_people(app)


@pytest.mark.parametrize("page", sorted(set(PAGES) - {"overview", "compare"}))
def test_every_other_page_says_what_packages_lack(page, superior):
    app = opened(page)
    if page_row(page).needs in ("survey", "tasks", "data"):
        assert title(app) == "Chỉ có gói số liệu của các xã"
        assert "không mang phiếu hỏi" in read_by_people(app)


def test_documents_are_refused_in_a_sentence(superior, tmp_path):
    with superior.read() as cursor, pytest.raises(DashboardError) as caught:
        frozen_state(cursor, DISTRICT, PERIOD)
    assert caught.value.code == "document_only_packages"
    with pytest.raises(DashboardError) as caught:
        export_all.export(superior, DISTRICT, tmp_path / "out", {"language": "vi"}, print)
    assert caught.value.code == "document_only_packages" and not (tmp_path / "out").exists()
