"""Kỳ báo cáo: who has handed in, closing by clicks, what changed since; the date by a button."""

from datetime import date

import pytest

from dashboard.parts import cut_offs
from dashboard.readings.readings import Readings
from dashboard.store import closings, remarks
from dashboard.store.frozen import About
from dashboard.words import words
from tests.pages.conftest import click, html, opened, title
from tests.pages.test_duties import links
from tests.queries.rows import COMMUNE, Form, add_task, store_scores, survey, unit_id
from tests.seen import seen

H1 = {"ky": "6 tháng đầu năm", "ngay": "2023-06-12"}
CLOSE = "Chốt kỳ 2023-H1, tính đến 12/06/2023"
MEETING = f"{unit_id(COMMUNE)} 2023 Họp <b>thôn</b>"


def plan(cursor) -> None:
    """A lacks one result of two, B none; nobody leads the last, which lacks its result."""
    add_task(cursor, "Họp <b>thôn</b>", due=date(2023, 5, 1), leads=["Ông A"], progress=0.5)
    add_task(cursor, "Niêm yết", leads=["Ông A", "Bà B"], result_h1="Đang thực hiện")
    add_task(cursor, "Rà soát", leads=["Bà B"], result_h1="Hoàn thành")
    add_task(cursor, "Bỏ", leads=["Bà B"], cancelled=True)
    add_task(cursor, "Không ai", result_year="Hoàn thành")


@pytest.fixture
def office(store):
    store.write(plan)
    return store


def figures(app) -> dict[str, tuple[str, str]]:
    return {metric.label: (metric.value, metric.delta) for metric in app.metric}


def test_who_has_handed_in_is_counted_and_who_has_not_is_named_with_the_way(office):
    app = opened("reporting_period", **H1)
    assert title(app) == "6 tháng đầu năm 2023: 1/3 đầu mối đã ghi đủ kết quả"
    said = html(app)
    assert "<b>Ông A</b><small><em>thiếu 1/2 kết quả, trễ 10 ngày</em> «Họp <b>thôn" in said
    assert "<b>Chưa giao ai</b>" in said or "«Không ai»" in said
    assert {"can_bo": ["Ông A"]} in [query for _, _, query in links(app)]
    ((_, row),) = app.dataframe[0].value.iterrows()
    assert list(row)[:2] == ["Bà B", "2/2"]
    assert figures(app)["Chốt số liệu"] == ("31/05/2023", "đã qua 12 ngày")
    assert figures(app)["Gửi báo cáo"] == ("trước 03/06/2023", "đã qua 10 ngày")
    assert figures(app)["Kết quả đã ghi"][0] == "3/5"  # the shared task counts for both
    (filled,) = [one for one in app.metric if one.label == "Kết quả đã ghi"]
    # four tasks, all due by May: one done
    assert filled.proto.delta_description == "xong 1, quá hạn 3"
    at_end = opened("reporting_period", **H1 | {"ngay": "2023-05-31"})
    assert figures(at_end)["Chốt số liệu"][1] == "đúng ngày đang xem"
    assert figures(at_end)["Gửi báo cáo"][1] == "còn 2 ngày"
    assert "thiếu 1/2 kết quả</em>" in html(at_end)


def test_both_periods_days_stand_there_without_choosing_one(office):
    said = {button.label for button in opened("reporting_period").button}
    assert "6 tháng đầu năm · chốt 31/05/2023, gửi trước 03/06/2023" in said
    assert "Cả năm · chốt 25/10/2023, gửi 25/10/2023" in said


def looked(app):
    """What will be frozen is looked at, and that it is meant is ticked."""
    app.toggle(key="closing_look").set_value(True).run()
    app.text_input(key="closing_by").set_value("Văn phòng").run()
    return app.checkbox(key="closing_sure").set_value(True).run()


def test_period_is_closed_by_clicks_and_what_changed_since_is_in_words(office):
    app = opened("reporting_period", **H1)
    assert CLOSE not in {button.label for button in app.button}
    app = click(looked(app), CLOSE)
    assert "Không có gì thay đổi so với lần chốt này." in html(app)
    (row,) = app.dataframe[-1].value.to_dict("records")
    assert (row["period"], row["closing"], row["by"]) == ("2023-H1", "1", "Văn phòng")

    task = seen(office, "task", MEETING)
    remarks.add(office, unit_id(COMMUNE), 2023, task, "Đã nhắc")
    office.write(
        lambda cursor: add_task(
            cursor, "Họp <b>thôn</b>", due=date(2023, 5, 1), leads=["Ông A"], progress=0.75,
            import_id=2,
        )
    )  # fmt: skip
    rows = opened("reporting_period", **H1).dataframe[-1].value.to_dict("records")
    assert {tuple(row.values())[:3] for row in rows} == {
        ("Giải trình, Họp <b>thôn</b>, ghi chú: nội dung", "–", "Đã nhắc"),
        ("Nhiệm vụ «Họp <b>thôn</b>»: tiến độ", "50\u00a0%", "75\u00a0%"),
    }


def test_what_changed_after_it_was_looked_at_is_not_closed(office):
    app = looked(opened("reporting_period", **H1))
    office.write(lambda cursor: add_task(cursor, "Mới", import_id=2))
    app = click(app, CLOSE)
    assert "không có gì được thực hiện" in app.warning[0].value
    assert "Chưa chốt kỳ nào." in html(app)


def test_estimates_of_small_groups_are_not_told_when_they_change(store):
    """A village of four answers otherwise now: its figures stay blank, and that is said."""

    def asked(cursor, answer: float, import_id: int) -> None:
        few = [Form({"Q1": answer})] * 4
        survey(cursor, {"Ít": few}, {"Q1": ("1.1", 0, 1)}, {"Ít": 90}, import_id=import_id)
        store_scores(cursor)

    store.write(lambda cursor: asked(cursor, 0.0, 1))
    about = About(unit_id(COMMUNE), 2023, "2023-H1", date(2023, 6, 12))
    closings.close(store, about)
    store.write(lambda cursor: asked(cursor, 1.0, 2))
    with store.read() as cursor:
        found = Readings(cursor).reporting.differences(about.unit, about.period, 1)
    assert set(found["query"]) == {*("component_scores", "village_scores", "village_differences")}
    assert found.is_hidden.all() and found[["reported", "now"]].isna().all().all()
    said = html(opened("reporting_period", **H1))
    assert f"{len(found)} số liệu của nhóm ít phiếu cũng đã khác nhưng không được nêu" in said


def test_cut_offs_are_a_click_and_a_typed_day_applies(office):
    app = click(opened("officials"), "31/5, chốt 6 tháng")
    assert "6 tháng đầu năm · tính đến 31/05/2023" in html(app)
    app = click(app, "25/10, chốt năm")
    assert "cả năm · tính đến 25/10/2023" in html(app)
    app.text_input(key="ngay").set_value("3/6").run()
    assert "tính đến 03/06/2023" in html(app)
    app.text_input(key="ngay").set_value("31/6").run()
    assert '"31/6" không phải là một ngày' in app.warning[0].value


def test_due_date_of_the_report_is_counted_from_the_date_looked_at(office):
    app = opened("overview", **H1 | {"ngay": "2023-05-28"})
    assert figures(app)[words("vi")["overview.report_due"]] == (
        "trước 03/06/2023",
        "còn 5\u00a0ngày",
    )


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31/5", date(2023, 5, 31)),
        (" 31-05-2022 ", date(2022, 5, 31)),
        ("2022-05-31", date(2022, 5, 31)),
        ("1.6.2023", date(2023, 6, 1)),
        ("31/6/2023", None),
        ("5/31/2023", None),
        ("31/5/23", None),
        ("0/0", None),
        ("hôm nay", None),
        ("", None),
    ],
)
def test_day_is_read_as_it_is_written_here(typed, day):
    assert cut_offs.day_of(typed, 2023) == day


def test_a_day_before_the_plan_s_year_is_said_and_not_looked_at(office):
    """The plan's year 2023 begins on 01/11/2022: that day may be looked at, its eve may not."""
    eve = opened("reporting_period", **H1 | {"ngay": "2022-10-31"})
    (said,) = [one.value for one in eve.warning]
    assert said.startswith("Ngày 31/10/2022 ở trước năm kế hoạch 2023")
    assert "Chọn một ngày từ 01/11/2022 đến" in said
    usual = opened("reporting_period", ky=H1["ky"])
    assert figures(eve) == figures(usual) and title(eve) == title(usual)
    assert not opened("reporting_period", **H1 | {"ngay": "2022-11-01"}).warning


def test_a_plan_made_before_its_year_may_be_looked_at_today():
    today, starts = date(2026, 10, 1), date(2026, 11, 1)
    assert closings.too_early(today, 2027, starts, today) is None
    assert closings.too_early(date(2026, 9, 30), 2027, starts, today) is not None
