"""Every known failure is said on every page, keeps what was typed and claims no more than is known.

The pages come from the registry, the failures from the texts: new ones are tested unenrolled.
"""

import re
import shutil
from string import Formatter

import pytest

from dashboard.errors import DashboardError
from dashboard.importing import batches, import_file
from dashboard.parts import cut_offs, typed_table
from dashboard.parts.as_written import as_written
from dashboard.store.store import Store, open_store
from dashboard.words import words
from tests.importing.test_batches import plan, read_here
from tests.pages.conftest import PAGES, SAVE, click, link, opened, title, typing_table
from tests.pages.test_changes import upload

TEXT = words("vi")
CODES = sorted(key.removeprefix("error.") for key in TEXT if key.startswith("error.store_"))
# page -> its buttons that do, whatever is typed (of tables to type in: test_typing)
WRITING = {"import_data": 2, "names": 1}
CLAIM = re.compile("không bị ảnh hưởng|nguyên vẹn", re.IGNORECASE)


def failure(code: str) -> DashboardError:
    holes = [name for _, name, *_ in Formatter().parse(TEXT[f"error.{code}"]) if name]
    return DashboardError(code, **{name: f"<{name}>" for name in holes})


def failing(error: Exception):
    def act(*given, **more):
        raise error

    return act


def cannot_write(monkeypatch, error: Exception) -> None:
    """Neither a whole version nor a small one."""
    for writing in ("write", "write_small"):
        monkeypatch.setattr(Store, writing, failing(error))


def errors(app) -> list[str]:
    assert not app.exception
    return [error.value for error in app.error]


def test_a_page_that_cannot_read_says_why_and_comes_back(filled, monkeypatch):
    """Each page, and each failure on one of them at least."""
    app = opened("method")
    for number, page in enumerate(PAGES):
        own = set(CODES[number :: len(PAGES)]) | {CODES[number % len(CODES)], "store_too_new"}
        with monkeypatch.context() as broken:
            for code in sorted(own):
                broken.setattr(Store, "read", failing(failure(code)))
                app.switch_page(f"pages/{page}.py").run()
                assert errors(app) == [as_written(failure(code).sentence(TEXT))], (page, code)
        assert not errors(app.run()), page


def test_a_fault_of_the_program_is_said_without_a_claim(filled, monkeypatch):
    app = opened("method")
    monkeypatch.setattr(Store, "read", failing(RuntimeError("secret")))
    for page in PAGES:
        app.switch_page(f"pages/{page}.py").run()
        (said,) = errors(app)
        assert said == TEXT["page.failed"] and not CLAIM.search(said)


def typed_in(app):
    """The boxes for text, but for the day looked at."""
    return [box for box in app.text_input if box.key != cut_offs.AS_OF]


def filled_in(app):
    """The page with each box holding something, where a button waits for that."""
    for box in typed_in(app):
        box.set_value("Đã nhắc")
    while any(button.disabled for button in app.button):
        (box, *_) = (box for box in app.selectbox if box.value is None and box.options)
        box.select_index(0).run()
    return app


@pytest.mark.parametrize("page", PAGES)
def test_an_action_that_cannot_write_says_why_and_the_page_stands(page, filled, monkeypatch):
    """Every button of the page; those that write nothing do what they do. Those of the bar, which
    every page has, on one."""
    buttons = [(button.key or "", button.label) for button in opened(page).button]
    labels = [said for key, said in buttons if page == "overview" or "cut_off" not in key]
    said = []
    for number, label in enumerate(labels):
        known = failure(CODES[number % len(CODES)])
        for error, text in (
            (known, as_written(known.sentence(TEXT))),
            (RuntimeError("secret"), TEXT["page.order_failed"]),
        ):
            cannot_write(monkeypatch, error)
            app = filled_in(opened(page))
            button = next(button for button in app.button if button.label == label)
            button.click().run()
            assert errors(app) == []
            told = [warning.value for warning in app.warning]
            assert told in ([], [text]), label
            if told:
                own = [box for box in typed_in(app) if box.proto.form_id == button.form_id]
                assert {box.value for box in own} <= {"Đã nhắc"}
            said += told
    assert not any(map(CLAIM.search, {TEXT["page.order_failed"]} & set(said)))
    if page in WRITING:
        assert len(said) == 2 * WRITING[page]


def test_a_newer_store_and_a_file_in_its_place_are_said(own_filled):
    def newer(cursor):
        cursor.execute("insert into schema_version values (999, 'sau', now()::timestamp)")

    open_store().write(newer)
    open_store()._up_to_date = None  # as a program that starts now
    assert "phiên bản mới hơn" in errors(link("method"))[0]
    shutil.rmtree(own_filled)
    own_filled.write_text("a file")
    assert "phải là một thư mục" in errors(link("method"))[0]


def test_what_was_typed_is_kept_while_the_store_cannot_be_read(filled, monkeypatch):
    app = opened("follow_up")
    with monkeypatch.context() as broken:
        broken.setattr(Store, "read", failing(failure("store_busy")))
        cannot_write(broken, failure("store_busy"))
        broken.setattr(typed_table, "_edited", lambda: {0: {"remark": "Đã nhắc"}})
        next(b for b in app.button if b.label == SAVE).click().run()
        assert errors(app) == [as_written(failure("store_busy").sentence(TEXT))]
    app.run()
    assert not errors(app) and typing_table(app).remark.iloc[0] == "Đã nhắc"


@pytest.mark.parametrize("failing_at", ["read", "rehearse"])
def test_chosen_files_and_what_was_said_of_them_stay(failing_at, empty, tmp_path, monkeypatch):
    monkeypatch.setattr(import_file, "understand", read_here)
    file = plan(tmp_path, "Xã An")
    app = opened("import_data")
    app.text_input[0].set_value("Xã An").run()
    with monkeypatch.context() as broken:
        broken.setattr(Store, failing_at, failing(failure("store_not_writable")))
        app.get("file_uploader")[0].upload(file.name, file.content)
        app.run()
        assert errors(app) == [as_written(failure("store_not_writable").sentence(TEXT))]
        assert app.text_input[0].value == "Xã An"
    app.run()
    assert not errors(app) and app.text_input[0].value == "Xã An"
    assert "Nhập 3 dòng" in [button.label for button in app.button]


def test_files_that_cannot_be_imported_now_stay_chosen(empty, tmp_path, monkeypatch):
    """The disk has no room for the journal of the batch: nothing is begun."""
    monkeypatch.setattr(import_file, "understand", read_here)
    file = plan(tmp_path, "Xã An")
    app = upload(opened("import_data"), (file.name, file.content))
    with monkeypatch.context() as broken:
        broken.setattr(batches, "Journal", failing(failure("store_not_writable")))
        next(b for b in app.button if b.label == "Nhập 3 dòng").click().run()
        told = [warning.value for warning in app.warning]
        assert told == [as_written(failure("store_not_writable").sentence(TEXT))]
    assert title(click(app, "Nhập 3 dòng")) == "Đã nhập xong 3 dòng từ 1 tệp"
