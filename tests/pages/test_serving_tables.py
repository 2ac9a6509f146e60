"""Tables on pages: their own search, order and files; officials and urging by what is clicked."""

import io
import re
from datetime import date

import openpyxl
import pytest

from dashboard.parts import download
from tests.pages import by_hand
from tests.pages.conftest import chip_labels, figures, html, opened, title, well
from tests.pages.test_figures import by_key
from tests.queries.rows import add_task

AT = "2023-06-10"


def file(app, name: str) -> bytes:
    """What the link of this label gives."""
    (link,) = (one.proto for one in app.get("link_button") if one.proto.id.endswith(name))
    return download.find(link.url.removeprefix(download.PATH)).make()


def test_a_search_without_accents_leaves_its_rows_on_screen_paper_and_file(filled):
    app = opened("officials")
    app.text_input(key="tim_officials_tasks").set_value("NGHEO").run()
    expected = {
        task["task"]
        for task in by_hand.tasks(date(2023, 10, 25))
        if "nghèo" in " ".join(map(str, task.values())).lower()
    }
    assert 0 < len(expected) < 10
    rows = app.dataframe[0].value
    assert set(rows.task) == expected and f"{len(rows)}/56 dòng" in html(app)
    sheet = openpyxl.load_workbook(io.BytesIO(file(app, "take_xlsx_officials_tasks"))).active
    assert [cell.value for cell in sheet["A"][4:]] == list(rows.state)
    assert "dữ liệu mô phỏng" in sheet["A2"].value
    app.text_input(key="tim_officials_tasks").set_value("không có chữ này").run()
    assert "Không có dòng nào có đủ các chữ đang tìm" in html(app) and not well(app).dataframe


@pytest.mark.parametrize("falling", [False, True])
def test_dates_are_sorted_as_dates(filled, falling):
    app = opened("officials")
    app.session_state["order_officials_tasks"] = ("due", falling)  # the click on its heading
    shown = list(well(app.run()).dataframe[0].value.due)
    days = [date(int(d[6:]), int(d[3:5]), int(d[:2])) for d in shown]
    assert days == sorted(days, reverse=falling) and len(set(days)) > 5


def test_a_click_on_a_bar_leaves_its_tasks(filled):
    app = opened("officials", ngay=AT)
    figure = by_key(app, "officials_completion")
    (bars,) = (trace for trace in figure["data"] if trace.get("name") == "overdue")
    about, count = next((a, x) for a, x in zip(bars["customdata"], bars["x"], strict=True) if x)
    app.session_state["can_bo"], app.session_state["trang_thai"] = about
    rows = well(app.run()).dataframe[0].value
    assert chip_labels(app) == {about[0], "quá hạn"}
    assert len(rows) == count and set(rows.lead) == {about[0]}


def test_every_name_of_the_chart_leads_to_its_tasks(filled):
    notes = by_key(opened("officials"), "officials_completion")["layout"]["annotations"]
    names = [note["text"] for note in notes if note["text"].startswith("<a ")]
    assert len(names) == 14 and all('href="can-bo?can_bo=' in text for text in names)


def test_done_reaches_the_due_tick_just_where_nothing_due_is_left(filled):
    """The tick lies beyond what is done exactly for who has something due, on its very day too:
    before all of it, twice on days at which tasks are due, after all of it."""
    days = (date(2022, 12, 1), date(2023, 3, 31), date(2023, 6, 30), date(2023, 11, 9))
    assert all(any(task["due"] == day for task in by_hand.tasks(day)) for day in days[1:3])
    for day in days:
        figure = by_key(opened("officials", ngay=day.isoformat()), "officials_completion")
        ticks = {t["name"]: dict(zip(t["y"], t["x"], strict=True)) for t in figure["data"]
                 if t.get("name") == "due_by_now"}["due_by_now"]  # fmt: skip
        bars = {trace["name"]: trace for trace in figure["data"] if trace["type"] == "bar"}
        for y, (who, _) in enumerate(bars["overdue"]["customdata"]):
            done = sum(bars[s]["x"][y] or 0 for s in ("done_on_time", "done_late", "done_undated"))
            own = [task for task in by_hand.tasks(day) if task["lead"] == who]
            left = sum(t["due"] <= day and not t["state"].startswith("done") for t in own)
            assert ticks.get(y, done) - done == left, (day, who)


def test_tasks_that_nobody_leads_are_a_row_and_a_choice(store):
    def write(cursor):
        add_task(cursor, "Của ai", unit="Xã An", due=date(2023, 5, 31))
        add_task(cursor, "Họp", unit="Xã An", due=date(2023, 5, 31), leads=["Ông A"])

    store.write(write)
    nobody = "Chưa ghi người chủ trì"
    app = opened("officials", can_bo=nobody)
    bars = by_key(app, "officials_completion")["data"]
    (overdue,) = (trace for trace in bars if trace["name"] == "overdue")
    assert overdue["customdata"] == [[nobody, "overdue"]]
    assert list(app.dataframe[0].value.task) == ["Của ai"]
    assert title(app).startswith(f"{nobody}: 1 nhiệm vụ, 1 quá hạn")
    assert title(opened("officials")) == "1 trong 1 đầu mối có nhiệm vụ quá hạn"
    store.write(lambda cursor: cursor.execute("delete from task_party"))
    assert len(figures(opened("officials"))) >= 2  # a plan of nobody's alone


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        ({"thang": "05/2023"}, lambda task: f"{task['due']:%m/%Y}" == "05/2023"),
        ({"trang_thai": "quá hạn"}, lambda task: task["state"] == "overdue"),
        ({"thon": "Thôn Hạ"}, lambda task: {"Toàn xã", "Thôn Hạ"} & set(task["areas"])),
    ],
    ids=["month", "state", "village"],
)
def test_filters_of_what_is_to_be_urged(filled, address, fits):
    day = date.fromisoformat(AT)
    urgent = {
        task["task"]
        for task in by_hand.tasks(day)
        if task["state"] == "overdue"
        or (task["state"] in ("in_progress", "not_started") and (task["due"] - day).days <= 30)
        if fits(task)
    }
    app = opened("follow_up", ngay=AT, **address)
    said = html(app).split('<td class="papi-task"><a ')[1:]
    assert {one.split(">", 1)[1].split("</a>")[0] for one in said} == urgent
    assert urgent and chip_labels(app) == set(address.values())


def test_print_is_a_button_and_each_group_s_sheet_says_what_it_is_of(filled):
    """The sheets themselves: tests/browser/test_print.py."""
    said = html(opened("follow_up", ngay=AT, xep="Theo hạn"))
    for kind, label in (("page", "In trang"), ("each", "In mỗi nhóm một tờ")):
        assert f'<button type="button" class="papi-print papi-{kind}">{label}</button>' in said
    (head,) = re.findall(r'<thead>(<tr class="papi-sheet">.*?)</thead>', said)
    assert "Xã Đức Hợp, kế hoạch năm 2023" in head and said.count("<tbody>") > 2
    assert 'class="papi-print papi-page">In trang' in html(opened("public"))
