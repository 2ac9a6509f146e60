"""Truyền thông, Giám sát, Người dân: what they say of the samples and of small logs by hand."""

from collections import Counter

from openpyxl import load_workbook

from dashboard.config import SAMPLES
from tests.pages.conftest import (
    SIMULATED,
    about,
    click,
    figure_texts,
    figures,
    html,
    opened,
    read_by_people,
    title,
    well,
)
from tests.queries.rows import COMMUNE, activity, add, add_adults, add_task, add_unit, log_import
from tests.queries.test_activities import FOUND, TOLD


def sample_log() -> list[tuple]:
    """The rows of the sample's workbook: day, channel, subject, code, area, minutes, times ..."""
    sheet = load_workbook(SAMPLES / "truyen-thong-2023.xlsx").worksheets[0]
    return [row for row in sheet.iter_rows(min_row=4, values_only=True) if row[0]]


def small_log(*told: tuple, found: tuple = ()):
    """Fills a store with these activities in a commune of two villages."""

    def fill(cursor) -> None:
        log_import(cursor, 1)
        add_unit(cursor, COMMUNE)
        add_adults(cursor, {"Thôn Đông": 100, "Thôn Tây": 100})
        rows = [
            activity(row, day, "Truyền thông", channel=channel, area=area)
            for row, (day, channel, area) in enumerate(told, 4)
        ]
        rows += [
            activity(row, day, "Giám sát", performer=body, finding=finding, remedy=remedy)
            for row, (body, day, finding, remedy) in enumerate(found, 40)
        ]
        add(cursor, "activity", *rows)

    return fill


def test_sample_log_on_the_page_is_that_of_its_workbook(filled):
    log = sample_log()
    app = opened("communication")
    channels = Counter(row[1] for row in log)
    texts = figure_texts(app)
    for channel, count in channels.items():
        assert channel in texts and f"<b>{count}</b>" in texts
    name, most = channels.most_common(1)[0]
    assert f"{name}: {most} trong {len(log)} hoạt động" in html(app)
    areas = Counter(name.strip() for row in log for name in row[4].split(";"))
    whole = areas.pop("Toàn xã")
    assert title(app) == f"Truyền thông đến cả {len(areas)} thôn, thôn nào cũng có hoạt động riêng"
    villages = [note["text"] for note in figures(app)[2]["layout"]["annotations"]]
    for village, count in areas.items():
        assert villages[villages.index(village) + 1] == f"<b>{count}</b>"
    assert sum(f"+ {whole} chung" in text for text in villages) == len(areas)
    # 1.1 by the workbook's codes; the sentence puts it beside the score and no more
    own = sum(str(row[3]) == "1.1" for row in log)
    assert f"1.1 Tri thức công dân: {own} hoạt động trong kỳ" in html(app)


def test_plan_s_tasks_without_any_activity_are_the_finding(filled):
    """Five tasks of the sample plan say tuyên truyền or tờ gấp; the log has codes 1.1 and 4.4."""
    said = html(opened("communication"))
    finding = "3 trong 5 nhiệm vụ truyền thông của kế hoạch chưa có hoạt động nào cùng nội dung"
    assert f"{finding}: 2.1, 3.3, 7.2" in said


def test_without_a_log_nothing_is_said_of_what_was_done(filled):
    said = html(opened("communication", den="2022"))
    assert "nhiệm vụ truyền thông; chưa có nhật ký" in said and "chưa có hoạt động nào" not in said


def test_village_that_nothing_reached_is_in_the_title(store):
    store.write(small_log(("2023-03-01", "Họp thôn", "Thôn Đông")))
    app = opened("communication")
    assert title(app) == ("Truyền thông đến 1 trong 2 thôn; còn Thôn Tây chưa có hoạt động nào")
    assert about(app).startswith(COMMUNE)


def test_whole_commune_reaches_every_village_but_is_not_its_own(store):
    store.write(
        small_log(("2023-03-01", "Họp thôn", "Thôn Đông"), ("2023-03-02", "Loa", "Toàn xã"))
    )
    app = opened("communication")
    assert title(app) == ("Truyền thông đến cả 2 thôn; Thôn Tây mới chỉ có hoạt động chung toàn xã")
    assert "Không có hoạt động nào trong tháng 11/2022, 12/2022, 01/2023 và " in html(app)


def test_what_is_left_out_is_said(store):
    told = [(day, channel, area) for day, channel, _, area, _, _ in TOLD]
    store.write(small_log(*told))
    said = html(opened("communication", ngay="2023-10-25"))
    assert "2 hoạt động ghi ngày ngoài kỳ đang xem" in said
    assert "không tính cho thôn nào: Bắc, Thôn Lạ, Thôn Nam, thon" not in said
    assert "không tính cho thôn nào: Bắc, Thôn Lạ" in said
    assert "1 hoạt động không ghi địa bàn" in said


def test_open_findings_come_first_with_their_days(store):
    store.write(small_log(found=FOUND))
    app = opened("supervision", ngay="2023-10-25")
    # four findings; Thiếu đèn of 1/10/2022 is the oldest: 31 + 30 + 31 + 31 + 28 + ... = 389 days
    assert title(app) == (
        "3 trong 4 phát hiện giám sát chưa ghi là đã khắc phục, lâu nhất 389 ngày"
    )
    said = html(app)
    order = ["Thu sai", "Thiếu thùng rác", "Thiếu đèn", "Chậm niêm yết"]
    assert sorted(order, key=said.index) == order
    assert "chưa khắc phục, 257 ngày" in said and "đã khắc phục 20/01/2023" in said
    assert "1 cuộc giám sát không ghi phát hiện." in said
    one = opened("supervision", ngay="2023-10-25", co_quan="UB MTTQ xã")
    assert title(one).startswith("1 trong 2 phát hiện") and "UB MTTQ xã" in about(one)
    assert "Thiếu đèn" not in html(one)


def test_all_remedied_is_said(store):
    store.write(small_log(found=FOUND[:1]))
    assert title(opened("supervision")) == "Cả 1 phát hiện giám sát đều ghi đã khắc phục"


def test_commune_with_a_log_alone_has_its_page(store):
    store.write(small_log(("2023-03-01", "Loa", "Toàn xã")))
    assert title(opened("overview")).startswith("Chưa có điểm năm 2023")
    assert "Kế hoạch không có nhiệm vụ nào ghi việc truyền thông" in html(opened("communication"))


def test_sheet_for_the_public_names_nobody(filled):
    app = opened("public")
    assert 'papi-noprint">In ra một tờ A4' in html(app)
    said = read_by_people(app).casefold()
    assert "44,37/80 điểm theo phương pháp papi năm 2023" in said
    sheet = load_workbook(SAMPLES / "bieu-nhiem-vu-2023.xlsx").worksheets[0]
    leads = {str(row[2]) for row in sheet.iter_rows(min_row=9, values_only=True) if row[2]}
    page = html(app).casefold()
    for lead in leads - {"Cán bộ, công chức chủ trì", "Trường Tiểu học", "Trạm Y tế xã"}:
        assert lead.casefold() not in page, lead
    for position in ("chủ tịch", "công chức", "trưởng thôn"):
        assert position not in page
    assert "dữ liệu mô phỏng" in about(app) and "phiếu hỏi 254 người dân" in page
    assert "giảm rõ rệt so với năm 2022" in page


def test_task_that_names_somebody_is_counted_and_not_read(store):
    def fill(cursor) -> None:
        add_adults(cursor, {"Thôn Đông": 100})
        add_task(cursor, "Sửa đường", leads=["Nguyễn Văn A"], component="6.3")
        add_task(cursor, "Nguyễn Văn A kiểm tra chợ", leads=["Nguyễn Văn A"], component="7.1")
        add_task(cursor, "Ông Trần Văn B trực loa", component="1.1")
        add_task(cursor, "Mời ông bà cao tuổi góp ý", component="1.2")
        add_task(cursor, "Chủ tịch tiếp dân", component="3.1")
        add_task(cursor, "Việc đã hủy", component="3.1", cancelled=True)

    store.write(fill)
    said = html(opened("public"))
    assert "Sửa đường" in said and "Mời ông bà cao tuổi góp ý" in said
    for named in ("Nguyễn Văn A", "Trần Văn B", "Chủ tịch", "Việc đã hủy"):
        assert named not in said
    assert "Còn phải làm: 5 việc" in said and "và 3 việc khác" in said


def done(app) -> list[str]:
    return [message.value for message in app.success]


def test_each_action_ends_in_a_word_and_a_way_on(own_filled):
    app = opened("import_data")
    app = click(app, "Hoàn tác cả đợt")
    (said,) = done(app)
    assert said.startswith("Đã hoàn tác cả đợt 10 tệp") and "Xem trang Tổng quan" in links(app)
    assert done(well(app.run())) == []  # said once
    app = click(app, "Khôi phục cả đợt")
    assert done(app)[0].startswith("Đã khôi phục cả đợt 10 tệp")


def links(app) -> set[str]:
    return {link.proto.label for link in app.get("page_link")}


def test_removing_the_samples_leaves_the_published_index(own_filled):
    app = click(opened("import_data"), "Xóa")
    assert done(app)[0].startswith("Đã xóa dữ liệu mô phỏng.")
    assert "Xem 63 tỉnh, thành phố" in links(app)
    provinces = opened("compare")
    assert title(provinces).startswith("Hưng Yên đứng thứ ")
    assert len(figures(provinces)) == 3 and "Chưa có phiếu khảo sát" in about(provinces)
    assert SIMULATED not in html(provinces)
