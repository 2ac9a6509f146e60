"""Views under a name on the pages, and the short tour; that a click opens one: tests/browser."""

from urllib.parse import urlencode

import pytest

from dashboard.store import saved_views
from dashboard.store.store import open_store
from tests.pages.conftest import chip_labels, click, gone_to, html, opened, title, well

HELD = {"xa": "xa-duc-hop", "den": "2023", "tu": "2022"}


def keep(app, name: str):
    """The app after the view was given a name and the form was sent."""
    app.text_input(key="view_name").set_value(name)
    return click(app, "Lưu")


def kept() -> list[tuple]:
    """Name, page, unit and choices of the views that the store holds."""
    with open_store().read() as cursor:
        rows = saved_views._all(cursor)
    return [(r.name, r.page, r.unit, saved_views.choices_of(r.query)) for r in rows]


def said(app) -> str:
    return " ".join(one.value for one in (*app.success, *app.warning))


def open_view(page: str, **asked: str):
    """The page by a view's address."""
    return opened(page, **asked, goc_nhin=urlencode(asked))


def test_a_view_holds_what_the_page_shows_with_today_s_defaults_written_out(own_filled):
    app = keep(opened("components", thon="Thôn Hạ", gioi="Nữ", ky="6 tháng đầu năm"), "Tuần này")
    choices = {"thon": ["Thôn Hạ"], "gioi": ["Nữ"], "ky": ["6 tháng đầu năm"]}
    years = {"tu": ["2022"], "den": ["2023"], "lang": ["vi"]}
    assert kept() == [("Tuần này", "thanh-phan", "xa-duc-hop", choices | years)]
    assert 'Đã lưu góc nhìn "Tuần này"' in said(app)
    assert "Thành phần · Xã Đức Hợp · 2022–2023 · Nữ · 6 tháng đầu năm · Thôn Hạ" in html(app)
    app = keep(opened("officials"), "tuần NÀY ")
    assert "góc nhìn cũ cùng tên không còn" in said(app)
    (only,) = kept()
    assert only == ("tuần NÀY", "can-bo", "xa-duc-hop", years)


def test_a_view_is_renamed_and_removed_in_the_list(own_filled):
    keep(opened("supervision"), "Một")
    app = keep(opened("supervision"), "Hai")
    app.selectbox(key="view_which").select("Một")
    app.text_input(key="view_new_name").set_value("hai")
    assert "Đã có góc nhìn khác tên" in said(click(app, "Đổi tên"))
    app.text_input(key="view_new_name").set_value("Ba")
    assert '"Một" nay tên là "Ba"' in said(click(app, "Đổi tên"))
    app.selectbox(key="view_which").select("Hai")
    click(app, "Bỏ")
    assert [name for name, *_ in kept()] == ["Ba"]


@pytest.mark.parametrize(
    ("name", "address", "why"),
    [("  ", {}, "cần một tên"), ("X", {"loc": "1"}, "không trang nào hiểu (loc)")],
)
def test_what_can_not_be_kept_is_said_in_a_sentence(name, address, why, own_filled):
    assert why in said(keep(opened("supervision", **address), name))
    assert kept() == []


def test_a_view_that_somebody_changed_meanwhile_is_not_replaced(own_filled):
    keep(opened("supervision"), "Một")
    app = opened("follow_up")
    saved_views.rename(open_store(), 1, "một")
    assert "đã thay đổi" in said(keep(app, "Một"))
    assert [(name, page) for name, page, *_ in kept()] == [("một", "giam-sat")]


def test_a_view_opens_with_its_choices(filled):
    app = open_view("components", **(HELD | {"thon": "Thôn Hạ"}))
    assert (chip_labels(app), said(app)) == ({"Thôn Hạ"}, "")
    assert "goc_nhin" not in app.query_params


@pytest.mark.parametrize(
    ("gone", "why"),
    [
        ({"thon": "Thôn **Xưa**"}, "nay không còn trong dữ liệu: Thôn \\*\\*Xưa\\*\\*."),
        ({"den": "2019"}, "nay không còn trong dữ liệu: 2019."),
        ({"xa": "xa-xua"}, "(xa-xua) không có trong dữ liệu"),
    ],
)
def test_what_is_gone_is_at_its_default_and_said(gone, why, filled):
    app = open_view("components", **(HELD | gone))
    assert why in said(app)
    assert title(app).startswith("2023 so với 2022, 8 lĩnh vực")
    assert said(well(app.run())) == ""


def test_the_tour_is_offered_in_one_line_taken_step_by_step_and_left_for_good(filled):
    app = opened("overview")
    offer = "Mới dùng lần đầu? Xem giới thiệu ngắn, 5 bước"
    assert "papi-tour" not in html(app)
    click(app, offer)
    for step in range(1, 6):
        assert f"<b>{step}/5</b>" in html(app)
        if step == 3:
            app = gone_to(app, "villages")  # it goes along
        if step < 5:
            click(app, "Tiếp")
    click(app, "Xong")
    app = gone_to(app, "overview")
    assert "papi-tour" not in html(app)
    assert offer not in {button.label for button in app.button}


def test_an_address_begins_the_tour_once(filled):
    app = opened("method", gioi_thieu="1")
    assert "<b>1/5</b>" in html(app) and "gioi_thieu" not in app.query_params
    assert "papi-tour" not in html(click(app, "Thôi"))
    assert "papi-tour" not in html(well(app.run()))
