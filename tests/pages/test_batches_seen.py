"""A batch belongs to the server: it goes on without its page, is seen from every page and told."""

import threading

import pytest

from dashboard.importing import batches, import_file
from dashboard.importing.batches import batches_of
from dashboard.parts import orders, uploads
from dashboard.store.store import open_store
from tests.importing.test_batches import BAD, plan, read_here
from tests.pages.conftest import PAGES, click, gone_to, html, opened, settled, title, well
from tests.pages.test_changes import upload
from tests.processes import wait_until

SECONDS = 60


@pytest.fixture(autouse=True)
def quick(monkeypatch) -> None:
    monkeypatch.setattr(import_file, "understand", read_here)


@pytest.fixture
def held(monkeypatch):
    """Imports wait until they are let go."""
    monkeypatch.setattr(uploads, "SECONDS_TO_WAIT", 0)
    act, let_go = batches.import_reading, threading.Event()

    def importing(*given, **more):
        assert let_go.wait(SECONDS)
        return act(*given, **more)

    monkeypatch.setattr(batches, "import_reading", importing)
    yield let_go
    let_go.set()


@pytest.fixture
def files(tmp_path) -> list[tuple[str, bytes]]:
    """Five files, the second of them bad."""
    plans = [plan(tmp_path, f"Xã {letter}") for letter in ("An", "Bình", "Cường", "Dương")]
    return [(file.name, file.content) for file in (plans[0], BAD, *plans[1:])]


def lines(app) -> list[str]:
    """What the line of a batch under way says."""
    return [element.proto.text for element in app.get("progress")]


def press(app, label: str):
    """One run after a click; the batch may still be under way."""
    return well(next(b for b in app.button if b.label == label).click().run())


def test_it_goes_on_when_its_page_is_left_and_is_told_on_every_page(empty, held, files):
    app = press(upload(opened("import_data"), *files), "Nhập 12 dòng")
    assert title(app) == "Đang nhập 5 tệp"
    assert not any(button.label.startswith("Nhập ") for button in app.button)
    (said,) = lines(app)
    assert said == "Đang nhập 1/5 tệp: Xã An.xlsx"
    for page in PAGES:
        assert lines(gone_to(app, page)) == [said], page
    del app  # the tab is closed
    watching = opened("overview")
    assert lines(watching) == [said]  # of another session
    held.set()
    wait_until(lambda: batches_of(open_store()).current is None, SECONDS)
    for page in ("overview", "method"):
        app = opened(page)
        assert [info.value for info in app.info] == ["Đã nhập 4 tệp, 1 tệp bị từ chối."]
        assert not lines(app)
    app = opened("import_data")
    assert title(app) == "Đã nhập xong 12 dòng từ 4 tệp"
    assert "không phải là bảng tính mà là tệp PNG" in html(app)
    assert not opened("method").info  # it was looked at
    assert watching.run().info[0].value.startswith("Đã nhập 4 tệp")  # who saw it run is told
    assert list(app.dataframe[-1].value.batch) == ["Đợt 1"] * 4
    app = press(app, "Đóng")
    assert title(app) == "Nhập biểu của xã"
    (choice,) = (box for box in app.selectbox if box.key == "take_back")
    assert choice.options[0] == "Đợt 1: cả 4 tệp"
    app = press(app, "Hoàn tác cả đợt")
    assert list(app.dataframe[-1].value.note) == ["đã hoàn tác"] * 4
    assert title(opened("overview")) == "Chưa có dữ liệu"


def test_a_second_click_begins_no_second_batch(empty, held, files, monkeypatch):
    """It orders what the page drawn before the first one ordered."""
    ordered, give = [], orders.give
    monkeypatch.setattr(orders, "give", lambda *order: (ordered.append(order), give(*order)))
    app = upload(opened("import_data"), *files)
    press(app, "Nhập 12 dòng")
    own = batches_of(open_store())
    assert own.current and own.waiting == 0 and len(ordered) == 1
    app.session_state["ordered"] = orders.Order(*ordered[0], None)
    assert not well(app.run()).warning
    assert own.waiting == 0 and title(app) == "Đang nhập 5 tệp"
    held.set()
    assert title(settled(app)) == "Đã nhập xong 12 dòng từ 4 tệp"


def test_files_that_could_not_be_stored_stay_chosen(empty, files, monkeypatch):
    """The first fails: told with the reason; what is stored is seen as stored."""
    act, times = batches.import_reading, []

    def importing(*given, **more):
        times.append(1)
        if len(times) == 1:
            raise batches.DashboardError("store_busy")
        return act(*given, **more)

    app = upload(opened("import_data"), *files)
    monkeypatch.setattr(batches, "import_reading", importing)
    app = click(app, "Nhập 12 dòng")
    (said,) = [info.value for info in app.info]
    assert said.startswith("Đã nhập 3 tệp, 1 tệp bị từ chối, 1 tệp chưa nhập được. Xã An.xlsx: Kho")
    assert title(app) == "3 dòng sẵn sàng nhập, 0 dòng bị từ chối; 1 lỗi"
    assert title(click(app, "Nhập 3 dòng")) == "Đã nhập xong 3 dòng từ 1 tệp"


def test_a_batch_that_was_cut_short_is_told_until_it_is_read(empty, held, files):
    app = press(upload(opened("import_data"), *files), "Nhập 12 dòng")
    own = batches_of(open_store())
    stopping = threading.Thread(target=own.stop, args=(SECONDS,))
    stopping.start()
    wait_until(lambda: own.current.is_stopped)
    held.set()
    stopping.join()
    app = opened("method")
    (said,) = [warning.value for warning in app.warning]
    assert "dừng giữa chừng: đã nhập 1/4 tệp; chưa nhập: Xã Bình.xlsx, Xã Cường.xlsx" in said
    assert not press(app, "Đã rõ").warning
    assert not opened("overview").warning
