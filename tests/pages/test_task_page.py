"""A row leads to its task: what the page of a task says, and the way back to the list."""

from datetime import date
from html import unescape
from urllib.parse import parse_qs, urlsplit

from dashboard.parts import ways
from dashboard.store import progress, remarks, small_writes
from dashboard.store.progress import Progress
from dashboard.store.remarks import Subject
from dashboard.store.store import open_store
from tests.pages import by_hand
from tests.pages.conftest import about, html, opened, title, well
from tests.queries.rows import add_task, ask, unit_id

TASK = "Lấy ý kiến Nhân dân về kế hoạch sử dụng đất năm 2023"
LEAD = "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường"


def task_id(name: str = TASK) -> str:
    with open_store().read() as cursor:
        rows = ask(cursor, "tasks", unit="Xã Đức Hợp", year=2023)
    (found,) = (row["task_id"] for row in rows if row["task"] == name)
    return str(found)


def facts(app) -> dict[str, str]:
    """Heading -> text of the table of facts."""
    table = html(app).split('<table class="papi-table papi-facts">')[1].split("</table>")[0]
    cells = [cell.split("</td>")[0] for cell in table.split('<td class="papi-')[1:]]
    texts = [unescape(cell.split(">", 1)[1]) for cell in cells]
    return dict(zip(texts[::2], texts[1::2], strict=True))


def links(app) -> dict[str, tuple[str, dict]]:
    found = {}
    for link in app.get("page_link"):
        found[link.proto.label] = link.proto.page, parse_qs(link.proto.query_string)
    return found


def test_page_of_a_task_says_what_its_row_says_and_where_it_stands(filled):
    app = opened("task", nv=task_id())
    (row,) = (one for one in by_hand.tasks(date(2023, 10, 25)) if one["task"] == TASK)
    assert row["state"] == "overdue" and title(app) == f"Quá hạn {row['late']} ngày: {TASK}"
    said = facts(app)
    assert said["Chủ trì"] == LEAD and said["Nội dung thành phần"].startswith("2.4 ")
    assert said["Hạn"] == "28/02/2023" and said["Tiến độ"] == "80\u00a0%"
    assert said["Dòng trong tệp"].startswith("bieu-nhiem-vu-2023.xlsx, Biểu nhiệm vụ 2023, dòng ")
    assert said["Tình trạng theo"] == "tệp đã nhập" and said["Minh chứng"] == "–"
    assert "Chưa có ghi nhận nào về nhiệm vụ này." in html(app)
    to = links(app)
    assert to["Nhiệm vụ của Địa chính - NN - XD và MT"] == ("can-bo", {"can_bo": [LEAD]})
    assert to["Xem chi tiết và cách tính"] == ("chi-tiet", {"ma": ["2.4"]})
    assert to["Trở lại trang Cán bộ"][0] == "can-bo"


def test_what_was_typed_and_said_of_it_stands_there(own_filled):
    known = task_id()
    subject = Subject("xa-duc-hop", 2023, "task", known)

    def write(cursor):
        progress.write(cursor, known, Progress(0.9, evidence="Tủ 2, ngăn 3"), "Văn phòng")
        remarks.write(cursor, subject, "cause", "Thiếu bản đồ", "Chủ tịch UBND")

    open_store().write_small(write, small_writes.NOTES)
    app = opened("task", nv=known)
    said = facts(app)
    assert (said["Tiến độ"], said["Minh chứng"]) == ("90\u00a0%", "Tủ 2, ngăn 3")
    assert said["Tình trạng theo"] == "điều đã ghi tay (đứng trên tệp)"
    records, told, history = (frame.value for frame in app.dataframe)
    assert records[["progress", "standing", "by"]].to_numpy().tolist() == [
        ["90\u00a0%", "đang có hiệu lực", "Văn phòng"]
    ]
    assert told[["remark_kind", "text", "by"]].to_numpy().tolist() == [
        ["nguyên nhân", "Thiếu bản đồ", "Chủ tịch UBND"]
    ]
    assert set(history.field) == {"Tiến độ", "Minh chứng"}


def test_a_row_opens_its_task_and_the_way_back_is_the_list_as_it_was(filled):
    app = opened("officials", can_bo=LEAD)
    rows = app.dataframe[0].value
    known = task_id(rows.task[0])
    app.session_state["way_going"] = ways.Way("task", {"nv": known})  # the click on its button
    app = well(app.run())
    assert title(app).endswith(rows.task[0])
    page, query = links(app)["Trở lại trang Cán bộ"]
    assert page == "can-bo" and query["can_bo"] == [LEAD]


def test_list_of_what_is_to_be_urged_links_each_task(filled):
    said = html(opened("follow_up"))
    hrefs = [part.split('"')[0] for part in said.split('<td class="papi-task"><a href="')[1:]]
    named = [parse_qs(urlsplit(href).query)["nv"][0] for href in hrefs]
    assert task_id() in named and {urlsplit(href).path for href in hrefs} == {"nhiem-vu"}


def test_without_a_task_all_are_listed_and_an_unknown_one_is_said(filled):
    app = opened("task")
    assert title(app) == "Chọn một nhiệm vụ để xem đầy đủ"
    assert len(app.dataframe[-1].value) == 56
    app = opened("task", nv="x' or 1=1")
    assert title(app) == "Không thấy nhiệm vụ này trong kế hoạch đang xem"
    assert about(app).startswith("Xã Đức Hợp") and len(app.dataframe[-1].value) == 56


def test_names_are_shown_as_they_are_written(store):
    name = "**Đậm** <b>x</b> $y$ [z](http://a)"

    def write(cursor):
        add_task(cursor, name, unit="Xã An", due=date(2023, 5, 31), leads=["Ông *A*"])

    store.write(write)
    app = opened("task", nv=f"{unit_id('Xã An')} 2023 {name}")
    assert title(app) == f"Quá hạn 147 ngày: {name}"
    assert facts(app)["Chủ trì"] == "Ông *A*"
