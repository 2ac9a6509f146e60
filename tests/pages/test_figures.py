"""Figures on pages against the sample workbooks, read and added up by other means."""

import json
from collections import Counter
from datetime import date

import pytest

from tests.pages import by_hand
from tests.pages.conftest import figures, html, opened, title

YEAR_END = date(2023, 10, 25)


def vietnamese(number: float, digits: int = 2) -> str:
    return f"{number:.{digits}f}".replace(".", ",").replace("-", "\u2212")


def texts(spec: str) -> list[str]:
    """The annotations of a figure."""
    return [note["text"] for note in json.loads(spec)["layout"]["annotations"]]


def points(spec: str) -> list[float]:
    """Every number of the figure's traces along x."""
    traces = json.loads(spec)["data"]
    return [x for trace in traces for x in trace.get("x", ()) if isinstance(x, float)]


def test_overview_shows_score_tasks_and_what_is_late(filled):
    app = opened("overview")
    scores = {year: by_hand.scores(year)["PAPI"] for year in (2022, 2023)}
    states = Counter(task["state"] for task in by_hand.tasks(YEAR_END))
    longest = max(task["late"] or 0 for task in by_hand.tasks(YEAR_END))
    figure = {metric.label: (metric.value, metric.delta) for metric in app.metric}
    assert figure["Điểm PAPI 2023 (/80)"] == (
        vietnamese(scores[2023]),
        "+" + vietnamese(scores[2023] - scores[2022]),
    )
    assert states == {"done_on_time": 39, "done_late": 8, "overdue": 8, "in_progress": 1}
    assert figure["Nhiệm vụ đã hoàn thành"] == ("47/56", "84\u00a0%")
    assert figure["Nhiệm vụ quá hạn"] == ("8", f"! {longest} ngày")
    for words in ("39 hoàn thành đúng hạn", "8 hoàn thành trễ", "8 quá hạn", "1 đang thực hiện"):
        assert words in html(app)


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ({}, {}),
        ({"thon": "Thôn Hạ"}, {"village": "Thôn Hạ"}),
        ({"gioi": "Nữ"}, {"sex": "Nữ"}),
    ],
)
@pytest.mark.parametrize("level", ["8 lĩnh vực", "Nội dung thành phần"])
def test_components_chart_holds_the_scores_of_the_domain(filled, address, domain, level):
    (spec,) = figures(opened("components", muc=level, **address))
    wanted = len(level) > len("8 lĩnh vực")
    before, now = by_hand.scores(2022, **domain), by_hand.scores(2023, **domain)
    codes = [c for c in now if c != "PAPI" and ("." in c) == wanted]
    assert len(codes) in (8, 28)
    drawn = points(spec)
    for code in codes:
        for expected in (before[code], now[code], now[code] - before[code]):
            assert any(abs(x - expected) < 1e-9 for x in drawn), (code, expected)
        assert any(vietnamese(now[code]) in text for text in texts(spec))


def test_village_map_holds_each_village_s_scores(filled):
    spec = figures(opened("villages"))[0]
    said = " ".join(str(trace.get("text", "")) for trace in json.loads(spec)["data"])
    for village in ("Thôn Đông", "Thôn Hạ", "Thôn Mới"):
        scores = by_hand.scores(2023, village)
        for dimension in "12345678":
            assert vietnamese(scores[dimension]) in said, (village, dimension)


@pytest.mark.parametrize("as_of", [YEAR_END, date(2023, 5, 31)])
def test_officials_have_their_tasks_in_their_states(filled, as_of):
    app = opened("officials", as_of=as_of)
    listed = app.dataframe[-1].value
    expected = by_hand.tasks(as_of)
    assert Counter(listed.lead) == Counter(task["lead"] for task in expected)
    overdue = {t["task"]: str(t["late"]) for t in expected if t["state"] == "overdue"}
    shown = listed[listed.state.str.contains("quá hạn")]
    assert dict(zip(shown.task, shown.days_late, strict=True)) == overdue


def test_follow_up_lists_what_is_overdue_or_due_within_thirty_days(filled):
    as_of = date(2023, 6, 10)
    app = opened("follow_up", as_of=as_of)
    urgent = [
        task
        for task in by_hand.tasks(as_of)
        if task["state"] == "overdue"
        or (task["state"] in ("in_progress", "not_started") and (task["due"] - as_of).days <= 30)
    ]
    overdue = sum(task["state"] == "overdue" for task in urgent)
    assert title(app).startswith(f"{overdue} nhiệm vụ quá hạn, {len(urgent) - overdue} đến hạn")
    assert html(app).count('<td class="papi-when"') == len(urgent) > overdue > 0
    assert all(task["task"] in html(app) for task in urgent)


def test_provinces_are_the_published_index(filled):
    app = opened("compare", nhom="63 tỉnh, thành phố")
    assert title(app) == "Hưng Yên đứng thứ 12 trong 61 tỉnh năm 2023, 44,23 điểm"
    table = app.dataframe[-1].value.set_index("province")
    assert list(table.loc["Hưng Yên", ["rank", "estimate"]]) == ["12", "44,2282"]
    assert list(table.loc["Thừa Thiên Huế", ["rank", "estimate"]]) == ["1", "46,0415"]
    assert list(table.loc["Quảng Ninh", ["rank", "estimate"]]) == ["–", "không có số liệu"]


def test_year_of_the_provinces_stands_in_the_address(filled):
    app = opened("compare", nhom="63 tỉnh, thành phố", nam="2022")
    assert title(app) == "Hưng Yên đứng thứ 11 trong 61 tỉnh năm 2022, 44,18 điểm"


def test_remark_is_kept_through_another_import(filled):
    app = opened("follow_up")
    app.text_input[0].set_value("Đã nhắc, hẹn tuần sau")
    next(b for b in app.button if b.label == "Lưu ghi nhận").click().run()
    assert "Đã nhắc, hẹn tuần sau" in html(app)
    from dashboard import samples
    from dashboard.importing.files import import_file
    from dashboard.importing.model import Options
    from dashboard.store import open_store

    file = samples.SAMPLES / "bieu-nhiem-vu-2023.xlsx"
    assert import_file(open_store(), file, Options(year=2023)).status == "imported"
    assert "Đã nhắc, hẹn tuần sau" in html(opened("follow_up"))


def test_upload_is_checked_then_stored_on_the_button(empty):
    from dashboard.config import SAMPLES

    app = opened("import_data")
    content = (SAMPLES / "bieu-nhiem-vu-2023.xlsx").read_bytes()
    app.get("file_uploader")[0].upload("bieu.xlsx", content).run()
    assert title(app) == "Đọc được 1 tệp, 56 dòng sẵn sàng nhập"
    assert title(opened("overview")) == "Chưa có dữ liệu"
    next(b for b in app.button if b.label == "Nhập 56 dòng").click().run()
    assert title(opened("overview")).endswith("8 nhiệm vụ quá hạn")


def test_bad_file_gets_its_sentence_and_no_button(empty):
    app = opened("import_data")
    app.get("file_uploader")[0].upload("ảnh.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64)).run()
    assert "không phải là bảng tính mà là tệp PNG" in html(app)
    assert not any(button.label.startswith("Nhập ") for button in app.button)


def test_samples_go_by_one_button_and_own_rows_stay(filled, tmp_path):
    from openpyxl import load_workbook

    from dashboard.config import SAMPLES
    from dashboard.importing.files import import_file
    from dashboard.store import open_store

    book = load_workbook(SAMPLES / "bieu-nhiem-vu-2023.xlsx")
    book.worksheets[0]["A5"] = "(Kèm theo Kế hoạch của UBND xã Đức Hợp)"
    book.save(tmp_path / "thật.xlsx")
    assert import_file(open_store(), tmp_path / "thật.xlsx").status == "imported"
    app = opened("import_data")
    next(b for b in app.button if b.label == "Xóa").click().run()
    app = opened("overview")
    assert title(app) == "Chưa có điểm năm 2023; 8 nhiệm vụ quá hạn"
    assert "dữ liệu mô phỏng" not in html(app)


def test_import_is_taken_back_and_let_stand_again_on_the_page(empty):
    from dashboard.config import SAMPLES
    from dashboard.importing.files import import_file
    from dashboard.store import open_store

    import_file(open_store(), SAMPLES / "bieu-nhiem-vu-2023.xlsx")
    app = opened("import_data")
    next(b for b in app.button if b.label == "Hoàn tác lần nhập này").click().run()
    assert title(opened("overview")) == "Chưa có dữ liệu"
    app = opened("import_data")
    assert "đã hoàn tác" in app.dataframe[0].value.note[0]
    next(b for b in app.button if b.label == "Khôi phục lần nhập này").click().run()
    assert title(opened("overview")).endswith("8 nhiệm vụ quá hạn")
