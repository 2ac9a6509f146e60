"""An action holds for what its page showed: somebody else may act while the page stands open."""

import pytest
from openpyxl import load_workbook

from dashboard.importing import samples
from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Column, SheetReading
from dashboard.importing.storing.undo import undo
from dashboard.parts import meanings
from dashboard.store import shown
from dashboard.store.store import open_store
from dashboard.words import words
from tests.pages.conftest import click, html, opened, title, typed, typing_table, well
from tests.pages.test_changes import TASKS, edited, upload

__all__ = ["edited"]  # a fixture
REFUSED = "Nội dung này đã thay đổi từ khi trang được mở; không có gì được thực hiện."


def refused(app) -> bool:
    return [warning.value.startswith(REFUSED) for warning in app.warning] == [True]


def imports() -> dict[str, bool]:
    """File -> taken back."""
    with open_store().read() as cursor:
        return dict(cursor.execute("select file, undone from import_log").fetchall())


def undo_first() -> None:
    store = open_store()
    with store.read() as cursor:
        seen = shown.listed(cursor, "import")["1"]
    undo(store, seen)


def remarks() -> list[tuple[str, str]]:
    """(task, remark) of all that was typed."""
    with open_store().read() as cursor:
        return cursor.execute(
            "select t.task, r.remark from remark as r join current_task as t "
            "on t.task_id = r.subject"
        ).fetchall()


def test_undo_takes_back_the_import_that_was_shown(empty, edited):
    import_file(open_store(), TASKS)
    app = opened("import_data")
    other = edited(A5="(Kèm theo Kế hoạch của UBND xã Mới Nhập)")
    import_file(open_store(), other)  # the newest now, first of the list
    app = click(app, "Hoàn tác lần nhập này")
    assert imports() == {TASKS.name: True, other.name: False}
    assert not app.warning


def test_undo_of_what_somebody_took_back_meanwhile_does_nothing_and_says_so(empty, edited):
    import_file(open_store(), TASKS)
    other = edited(A5="(Kèm theo Kế hoạch của UBND xã Mới Nhập)")
    app = opened("import_data")
    undo_first()
    import_file(open_store(), other)
    app = click(app, "Hoàn tác lần nhập này")
    assert imports() == {TASKS.name: True, other.name: False}
    assert refused(app)
    assert not well(app.run()).warning  # said once


def first_urgent(app) -> str:
    """The task in the first row of the table to type in."""
    return typing_table(app).task.iloc[0]


def save(app, text: str):
    return typed(app, {0: {"remark": text}})


def test_remark_goes_to_the_task_that_was_shown(own_filled, edited):
    """An import makes another task the first of the list; what is shown stays as it was."""
    app = opened("follow_up")
    task = first_urgent(app)
    assert import_file(open_store(), edited(I10=None)).status == "imported"
    save(app, "Đã nhắc")
    assert remarks() == [(task, "Đã nhắc")]


def test_remark_on_a_task_that_changed_is_not_written_and_is_not_lost(own_filled, edited):
    app = opened("follow_up")
    task = first_urgent(app)
    row = next(row for row in range(9, 90) if task_in(row) == task)
    changed = edited(**{f"H{row}": 0.35})
    assert import_file(open_store(), changed).status == "imported"
    app = save(app, "Đã nhắc")
    assert remarks() == [] and refused(app)
    assert "Đã nhắc</td>" not in html(app)
    now = typing_table(app)
    assert list(now[now.task == task].remark) == ["Đã nhắc"]
    typed(app, {})  # and can be stored as it stands
    assert remarks() == [(task, "Đã nhắc")]


def task_in(row: int) -> str:
    return load_workbook(TASKS).worksheets[0][f"B{row}"].value


def test_samples_that_changed_are_not_removed(own_filled):
    app = opened("import_data")
    undo_first()
    before = imports()
    assert refused(click(app, "Xóa"))
    assert imports() == before and len(before) == len(samples.FILES)


@pytest.mark.parametrize("page", ["overview", "import_data"])
def test_samples_are_not_loaded_over_those_of_somebody_else(page, empty, monkeypatch):
    monkeypatch.setattr(samples, "FILES", samples.FILES[:1])
    app = opened(page)
    samples.load(open_store())
    version = open_store().version
    assert refused(click(app, "Dùng dữ liệu mô phỏng"))
    assert open_store().version == version


def test_upload_is_stored_as_it_was_checked(empty, edited):
    """Checked as 56 new rows; then somebody imports the plan, and they are new no more."""
    app = upload(opened("import_data"), ("sau.xlsx", edited(K11="Đang làm").read_bytes()))
    import_file(open_store(), TASKS)
    app = click(app, "Nhập 56 dòng")
    assert list(imports()) == [TASKS.name] and refused(app)
    assert app.dataframe[0].value.iloc[0].changed == "1"  # checked anew: what it would do now
    click(app, "Nhập 56 dòng")
    assert list(imports()) == [TASKS.name, "sau.xlsx"]


def test_upload_that_another_import_does_not_touch_is_stored(empty, edited):
    app = upload(opened("import_data"), ("bieu.xlsx", TASKS.read_bytes()))
    letterhead = "ỦY BAN NHÂN DÂN\nXÃ MỚI NHẬP"
    import_file(open_store(), edited(A1=letterhead, A5="(Kèm theo Kế hoạch của UBND xã Mới Nhập)"))
    app = click(app, "Nhập 56 dòng")
    assert (
        "bieu.xlsx" in imports()
        and not app.warning
        and title(app) == "Đã nhập xong 56 dòng từ 1 tệp"
    )


def test_meaning_is_that_of_the_column_which_was_shown(monkeypatch):
    """The editor answers with the number of a row: it is a row of the table as it was drawn."""
    columns = Column("C", "Ai làm", ""), Column("D", "Hạn", "due")
    sheet = SheetReading("Biểu", "tasks", preview=columns, labels={"C": "Ai làm", "D": "Hạn"})
    state = {"key": {"edited_rows": {0: {"meaning": "Chủ trì"}}}}
    monkeypatch.setattr(meanings.st, "session_state", state)
    meanings._edited("key", "tệp", sheet, {"Chủ trì": "lead", "Thời hạn": "due"})
    assert meanings.said("tệp") == {"Ai làm": "lead"}


def test_every_number_of_a_checked_file_is_explained_where_it_stands(filled, edited):
    app = upload(opened("import_data"), ("sau.xlsx", edited(K11="Đang làm").read_bytes()))
    (table,) = [t.value for t in app.dataframe if "rows_read" in t.value.columns]
    vi, en = words("vi"), words("en")
    counts = ("rows_read", "rows_imported", "rows_refused", "rows_recognised")
    changes = ("new", "changed", "same", "absent")
    assert [*table.columns][-8:] == [*counts, *changes]
    for name in (*counts, *changes):
        told = f"<dt>{vi[f'column.{name}']}</dt><dd>{vi[f'import.count.{name}']}</dd>"
        assert html(app).count(told) == 1, name
        assert en[f"import.count.{name}"] != vi[f"import.count.{name}"]
