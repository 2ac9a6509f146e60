"""Giải trình: what has to be explained, typed in its rows and saved together, shown beside its
figure; pages as they were reported."""

import json
import re
import shutil
from datetime import date

import pytest

from dashboard import page_list
from dashboard.parts import explaining
from dashboard.store import closings, remarks, typed_rows
from dashboard.store.closings import period_named
from dashboard.store.remarks import Remark, Subject
from dashboard.store.store import Store, open_store
from dashboard.store.typed_rows import TypedRow
from tests.pages.conftest import click, figures, html, opened, title
from tests.pages.test_duties import links
from tests.queries.rows import ask
from tests.seen import seen

UNIT = "xa-duc-hop"
AS_REPORTED = "Như đã báo cáo 6 tháng đầu năm (lần 1)"
H1 = {"ky": "6 tháng đầu năm", "ngay": "2023-05-31"}
FIFTH = "5 Thủ tục hành chính công"
PAGES = ("overview", "components", "officials")
NOT_HELD = "Trang này không có trong số liệu đã chốt"
OTHERS = [row.name for row in page_list.PAGES if row.needs != "nothing" and not row.is_reported]


def cells(app):
    """The table to type in."""
    (table,) = (frame.value for frame in app.dataframe if "responsibility" in frame.value)
    return table


def typed(app, edited: dict[int, dict[str, str | None]]):
    """The app once these cells (row -> kind -> text) are typed and saved; AppTest has no hands
    for the table itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(explaining, "_edited", lambda place: edited)
        return click(app, "Lưu giải trình")


def said(kind: str) -> list[tuple]:
    with open_store().read() as cursor:
        rows = ask(cursor, "remarks", unit=UNIT, year=2023, about=kind)
    return [(row["about"], row["kind"], row["text"], row["holds"]) for row in rows]


def test_falls_are_named_until_they_are_explained(own_filled):
    app = opened("overview")
    fallen = "5 Thủ tục hành chính công, 5.1 Chứng thực, xác nhận, 5.3 Giấy chứng nhận"
    told = "1 lĩnh vực giảm rõ rệt, 2 nội dung giảm rõ rệt chưa có giải trình: "
    assert f"{told}{fallen}" in html(app).replace("\u00a0", " ")
    assert told in html(opened("reporting_period")).replace("\u00a0", " ")
    app = opened("explanations")
    assert title(app) == "3/3 lĩnh vực, nội dung giảm rõ rệt chưa có giải trình"
    table = cells(app)
    assert list(table.index[:3]) == ["5", "5.1", "5.3"] and len(table) == 37
    assert table.figure.iloc[2] == "2,16 (−0,33 ▼ giảm rõ rệt)"

    app.text_input(key=explaining.WHO).set_value("Văn phòng - Thống kê")
    app = typed(app, {2: {"cause": "Thiếu người", "remedy": "Cử thêm"}})
    assert [success.value for success in app.success] == ["Đã lưu 2 mục giải trình."]
    # a part of 5 is explained, so 5 is; 5.1 is not
    assert title(app) == "1/3 lĩnh vực, nội dung giảm rõ rệt chưa có giải trình"
    assert "Văn phòng - Thống kê, " in html(app)
    assert not app.run().success  # said once
    assert "1 nội dung giảm rõ rệt chưa có giải trình: 5.1" in html(opened("overview"))
    for page, address in (("components", {"linh_vuc": FIFTH}), ("component", {"ma": "5.3"})):
        beside = html(opened(page, **address))
        assert "Nguyên nhân: Thiếu người; Khắc phục: Cử thêm (Văn phòng - Thống kê, " in beside


def test_cell_changed_is_a_newer_record_and_cell_emptied_a_withdrawn_one(own_filled):
    place = Subject(UNIT, 2023, "component", "5.3")
    given = [Remark(place, "cause", "Một", 0), Remark(place, "remedy", "Hai", 0)]
    remarks.save(open_store(), given)
    app = opened("explanations")
    row = list(cells(app).index).index("5.3")
    app = typed(app, {row: {"cause": "Ba", "remedy": None}})
    assert said("component") == [
        ("component:5.3", "remedy", "", False),
        ("component:5.3", "cause", "Ba", True),
        ("component:5.3", "remedy", "Hai", False),
        ("component:5.3", "cause", "Một", False),
    ]
    assert dict(cells(app).loc["5.3"])["remedy"] == ""
    (history,) = (frame.value for frame in app.dataframe if "about" in frame.value)
    assert list(history.text) == ["rút lại điều đã ghi", "Ba", "Hai", "Một"]


def test_what_somebody_said_meanwhile_is_seen_before_it_is_changed(own_filled):
    app = opened("explanations")
    place = Subject(UNIT, 2023, "component", "5")
    remarks.save(open_store(), [Remark(place, "cause", "Người khác", 0)])
    row = list(cells(app).index).index("5")
    app = typed(app, {row: {"cause": "Của tôi"}})
    assert "đã thay đổi từ khi trang được mở" in app.warning[0].value
    assert [text for _, _, text, _ in said("component")] == ["Người khác"]
    assert cells(app).loc["5"].cause == "Của tôi"  # what was typed stays
    typed(app, {})
    assert [text for _, _, text, _ in said("component")] == ["Của tôi", "Người khác"]


def test_villages_stand_with_result_official_and_explanation_or_its_absence(own_filled):
    app = opened("explanations", ve="Thôn")
    assert title(app) == "8/8 thôn chưa có giải trình kết quả khảo sát"
    table = cells(app)
    assert len(table) == 8 and table.in_charge.str.len().min() > 5
    # 5,40 is the village's 1, 5,94 the commune's
    first = table.loc["xa-duc-hop/thon-bac"]
    assert first.figure.startswith(
        "43,78 điểm, 37 phiếu; so với cả xã thấp hơn nhiều nhất ở 1 Tham gia"
    )
    app = typed(app, {0: {"shortcoming": "Ít họp <b>thôn</b>"}})
    assert said("village") == [("village:Thôn Bắc", "shortcoming", "Ít họp <b>thôn</b>", True)]
    assert title(app) == "7/8 thôn chưa có giải trình kết quả khảo sát"
    village = html(opened("villages", thon="Thôn Bắc"))
    assert "Thôn Bắc: Hạn chế: Ít họp <b>thôn</b>" in village
    assert "Chưa có giải trình kết quả khảo sát của Thôn Hạ" in html(
        opened("villages", thon="Thôn Hạ")
    )


@pytest.mark.parametrize(
    ("ve", "kind", "page"), [("Cán bộ", "official", "officials"), ("Nhiệm vụ", "task", "follow_up")]
)
def test_officials_and_tasks_late_are_explained_where_they_stand(own_filled, ve, kind, page):
    app = opened("explanations", ve=ve)
    assert title(app).startswith({"official": "5/5 cán bộ", "task": "8/8 nhiệm vụ"}[kind])
    who = cells(app).subject.iloc[0]
    app = typed(app, {0: {"responsibility": "Của đầu mối"}})
    assert title(app).startswith({"official": "4/5 cán bộ", "task": "7/8 nhiệm vụ"}[kind])
    address = {"can_bo": who} if kind == "official" else {}
    assert "Trách nhiệm: Của đầu mối" in html(opened(page, **address))


def test_district_reads_what_its_communes_wrote(own_filled):
    remarks.save(open_store(), [Remark(Subject(UNIT, 2023, "component", "5"), "cause", "Một", 0)])
    app = opened("explanations", xa="Tỉnh Hưng Yên")
    assert title(app) == "1 giải trình của các đơn vị năm 2023"
    assert "Lưu giải trình" not in {button.label for button in app.button}
    assert not app.get("data_editor")


@pytest.fixture(scope="module")
def closed(sample_store, tmp_path_factory):
    """The half year closed; then a task that was overdue is done, and a fall explained: the
    store, only looked at, and what the pages said before."""
    folder = tmp_path_factory.mktemp("closed") / "store"
    shutil.copytree(sample_store, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PAPI_STORE", str(sample_store))
        before = {page: words_of(opened(page, **H1)) for page in PAGES}
    store = Store(folder)
    with store.read() as cursor:
        period = period_named(cursor, "2023-H1")
        where = {"unit": UNIT, "year": 2023, "period": "2023-H1", "as_of": "2023-05-31"}
        late = [row["task_id"] for row in ask(cursor, "follow_up", **where) if row["is_overdue"]]
    closings.close(store, closings.about(UNIT, period))
    done = [TypedRow(seen(store, "task", task), None, date(2023, 5, 20)) for task in late]
    typed_rows.save(store, done)
    remarks.save(store, [Remark(Subject(UNIT, 2023, "component", "5"), "cause", "Một", 0)])
    return folder, before


@pytest.fixture
def reported(closed, monkeypatch):
    folder, before = closed
    monkeypatch.setenv("PAPI_STORE", str(folder))
    return before


def words_of(app) -> tuple[str, list[tuple], str]:
    """Title, key figures and charts, wherever they lead; figures of a closing have 12 digits."""
    drawn = re.sub(r'href=\\"[^"]*"', "", json.dumps(figures(app), sort_keys=True))
    drawn = re.sub(r"\d+\.\d{6,}", lambda digits: f"{float(digits[0]):.6f}", drawn)
    return title(app), [(m.label, m.value, m.delta) for m in app.metric], drawn


def test_pages_are_seen_as_they_were_reported(reported):
    for page, before in reported.items():
        app = opened(page, so_lieu=AS_REPORTED)
        assert words_of(app) == before, page
        line = "như đã báo cáo: 6 tháng đầu năm 2023, lần chốt 1, tính đến 31/05/2023, chốt ngày"
        assert line in html(app)
        assert "Giải trình, 5, nguyên nhân: nội dung" in str([f.value for f in app.dataframe])
        assert "Nguyên nhân: Một" not in html(app)
        now = opened(page, **H1)
        assert (words_of(now) == before) == (page == "components")
    assert "Nguyên nhân: Một" in html(opened("components", linh_vuc=FIFTH))


def test_a_page_that_no_closing_holds_says_that_it_is_of_now(reported):
    said = {page: html(opened(page, so_lieu=AS_REPORTED)) for page in OTHERS}
    lacking = [page for page, text in said.items() if text.count(NOT_HELD) != 1]
    assert {"component", "villages", "follow_up"} <= {*OTHERS} and lacking == []
    assert NOT_HELD not in html(opened("villages", so_lieu="Hiện nay"))
    kept = opened("villages", so_lieu=AS_REPORTED).session_state["address_kept"]
    assert kept["so_lieu"] == AS_REPORTED  # for the pages that have it


def test_what_was_not_frozen_is_said_and_never_answered_from_today(reported):
    app = opened("components", so_lieu=AS_REPORTED, thon="Thôn Hạ")
    assert "Phần này không có trong số liệu đã chốt" in html(app)
    assert not figures(app)
    ways = [query for _, _, query in links(opened("reporting_period", **H1))]
    assert [AS_REPORTED] in [query.get("so_lieu") for query in ways]
