"""Two communes of one name on the pages: asked by id, shown with their district."""

import shutil

import pytest
from openpyxl import Workbook

from dashboard.importing.import_file import import_file
from dashboard.store.store import Store, open_store
from tests.pages.conftest import about, click, gone_to, html, opened, well

A, B = "Xã Tân Lập (Huyện A)", "Xã Tân Lập (Huyện B)"


def plan(path, tasks: int, *heads: str):
    """A plan of so many tasks below these lines of a letterhead."""
    book = Workbook()
    for line in (*heads, "KẾ HOẠCH NĂM 2023"):
        book.active.append([line])
    book.active.append(["STT", "Nội dung thành phần", "Nhiệm vụ", "Chủ trì", "Thời hạn"])
    for number in range(1, tasks + 1):
        book.active.append([number, "1.1", f"Việc {number}", "Chủ tịch UBND xã", "30/9"])
    book.save(path)
    return path


@pytest.fixture(scope="module")
def districts(prepared, tmp_path_factory):
    """Xã Tân Lập of Huyện A with two tasks, of Huyện B with three; only looked at."""
    folder = tmp_path_factory.mktemp("districts")
    shutil.copy(prepared, folder)
    for district, tasks in (("A", 2), ("B", 3)):
        heads = (f"UBND HUYỆN {district}", "UBND XÃ TÂN LẬP")
        file = plan(tmp_path_factory.mktemp(district) / "kh.xlsx", tasks, *heads)
        assert import_file(Store(folder), file).status == "imported"
    return folder


@pytest.fixture
def two(districts, monkeypatch):
    monkeypatch.setenv("PAPI_STORE", str(districts))


def tasks_of(unit: str) -> int:
    with open_store().read() as cursor:
        return len(cursor.execute("select 1 from current_task where unit = $1", [unit]).fetchall())


def test_box_shows_the_district_and_the_address_keeps_the_id(two):
    app = opened("officials")
    assert {A, B} <= set(app.selectbox(key="xa").options)
    app.selectbox(key="xa").set_value("xa-tan-lap-2").run()
    assert about(well(app)).startswith(B)
    assert app.query_params["xa"] in ("xa-tan-lap-2", ["xa-tan-lap-2"])
    assert about(gone_to(app, "follow_up")).startswith(B)


@pytest.mark.parametrize("link", ["xa-tan-lap-2", B])
def test_link_by_id_or_by_what_is_shown_opens_that_one(two, link):
    assert about(opened("officials", xa=link)).startswith(B)


def test_link_by_a_name_that_two_bear_asks_which(two):
    app = opened("officials", xa="Xã Tân Lập")
    (asked,) = app.warning
    assert A in asked.value and B in asked.value


def test_link_by_a_name_that_one_bears_opens_it(two):
    app = opened("officials", xa="Huyện B")
    assert not app.warning and about(app).startswith("Huyện B")


def test_file_with_the_bare_name_is_asked_about_and_the_answer_holds_for_it_alone(
    districts, own_store_folder, tmp_path
):
    shutil.copytree(districts, own_store_folder)
    app = opened("import_data")
    for number in (1, 2):
        content = plan(tmp_path / f"{number}.xlsx", 4 + number, "UBND XÃ TÂN LẬP").read_bytes()
        app.get("file_uploader")[0].upload(f"{number}.xlsx", content)
    well(app.run())
    assert "Xã Tân Lập (Huyện A)" in html(app)
    first, _ = app.radio
    assert list(first.options) == [f"Là {A}", f"Là {B}"]
    first.set_value("xa-tan-lap-2").run()
    assert [radio.value for radio in well(app).radio] == [None]  # the other file still asks
    click(app, "Nhập 5 dòng")
    assert (tasks_of("xa-tan-lap"), tasks_of("xa-tan-lap-2")) == (2, 5)


@pytest.mark.parametrize(("unit", "tasks"), [("xa-tan-lap", 2), ("xa-tan-lap-2", 3)])
def test_own_figures_of_each(two, unit, tasks):
    figures = {metric.label: metric.value for metric in opened("overview", xa=unit).metric}
    assert figures["Nhiệm vụ đã hoàn thành"] == f"0/{tasks}"
