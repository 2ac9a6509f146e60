"""What people do on pages: upload, take back, remove the samples, write remarks."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from dashboard.config import SAMPLES
from dashboard.importing import import_file as import_file_module
from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Options
from dashboard.store.store import open_store
from tests.pages.conftest import (
    SIMULATED,
    about,
    chip_labels,
    click,
    gone_to,
    html,
    opened,
    title,
    typed,
    well,
)

TASKS = SAMPLES / "bieu-nhiem-vu-2023.xlsx"


def upload(app, *files: tuple[str, bytes]):
    for name, content in files:
        app.get("file_uploader")[0].upload(name, content)
    return well(app.run())


@pytest.fixture
def edited(tmp_path):
    """The tasks of 2023 with cells changed, no longer a known sample."""

    def of(**cells) -> str:
        book = load_workbook(TASKS)
        for cell, value in {"A5": "(Kèm theo Kế hoạch của UBND xã Đức Hợp)", **cells}.items():
            book.worksheets[0][cell] = value
        book.save(tmp_path / "của-xã.xlsx")
        return tmp_path / "của-xã.xlsx"

    return of


def test_remark_is_kept_through_another_import(own_filled, edited):
    app = opened("follow_up")
    app = typed(app, {0: {"remark": "  Đã nhắc,  hẹn tuần sau "}})
    assert "Đã nhắc, hẹn tuần sau</td>" in html(app)
    assert html(app).count("Đã nhắc") == 2  # in its row, and among what was urged today
    assert import_file(open_store(), edited(K11="Đang làm")).status == "imported"
    assert html(opened("follow_up")).count("Đã nhắc, hẹn tuần sau</td>") == 2


def histories(app) -> list:
    return [one for one in app.expander if one.label.startswith("Lịch sử")]


def test_due_date_moved_after_it_had_passed_is_shown_with_its_history(own_filled, edited):
    assert not histories(opened("officials"))
    assert import_file(open_store(), edited(F12="30/9/2023")).status == "imported"
    app = opened("officials")
    (row,) = app.dataframe[-2].value.query("due_was != ''").to_dict("records")
    assert row["due"] == "30/09/2023"
    assert row["due_was"].startswith("hạn cũ 31/03/2023, dời sau khi đã quá hạn (tệp nhập ")
    (expander,) = histories(app)
    assert expander.label == "Lịch sử thay đổi (1)"
    (change,) = expander.dataframe[0].value.to_dict("records")
    assert (change["old_value"], change["new_value"]) == ("Trước 31/3/2023", "30/9/2023")
    assert change["source"] == "của-xã.xlsx, Biểu nhiệm vụ 2023, ô F12"
    said = html(opened("follow_up"))
    assert "30/09/2023 · hạn cũ 31/03/2023, dời sau khi đã quá hạn" in said


def test_empty_remark_is_not_written(own_filled):
    version = open_store().version
    app = opened("follow_up")
    typed(app, {0: {"remark": "   "}})
    assert open_store().version == version


def test_upload_is_checked_then_stored_on_the_button(empty):
    app = upload(opened("import_data"), ("bieu.xlsx", TASKS.read_bytes()))
    assert title(app) == "Đọc được 1 tệp, 56 dòng sẵn sàng nhập"
    assert "chưa ghi gì vào kho dữ liệu" in about(app)
    assert title(opened("overview")) == "Chưa có dữ liệu"
    app = click(app, "Nhập 56 dòng")
    assert "bieu.xlsx" in html(app) and title(app) == "Đã nhập xong 56 dòng từ 1 tệp"
    assert "Xem trang Cán bộ" in [button.label for button in app.button]
    assert "Mới 56 · thay đổi 0 · giữ nguyên 0 · không còn trong tệp 0" in about(app)
    assert list(app.dataframe[-1].value.file) == ["bieu.xlsx"]
    assert title(opened("overview")).endswith("8 nhiệm vụ quá hạn")


def test_upload_is_read_once_for_check_and_commit(empty, monkeypatch):
    read, understand = [], import_file_module.understand

    def counting(*given):
        read.append(given)
        return understand(*given)

    monkeypatch.setattr(import_file_module, "understand", counting)
    app = upload(opened("import_data"), ("bieu.xlsx", TASKS.read_bytes()))
    click(app, "Nhập 56 dòng")
    assert len(read) == 1
    assert title(opened("overview")).endswith("8 nhiệm vụ quá hạn")


def test_the_same_file_again_has_nothing_to_store(empty):
    import_file(open_store(), TASKS)
    app = upload(opened("import_data"), ("lần hai.xlsx", TASKS.read_bytes()))
    assert title(app) == "Các tệp này đã nhập trước đó, không có gì thay đổi"
    assert not any(button.label.startswith("Nhập ") for button in app.button)


def test_bad_file_gets_its_sentence_and_no_button(empty):
    app = upload(opened("import_data"), ("ảnh.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64)))
    assert "không phải là bảng tính mà là tệp PNG" in html(app)
    assert not any(button.label.startswith("Nhập ") for button in app.button)


def test_bad_file_beside_a_good_one_does_not_stop_it(empty):
    files = ("ảnh.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64)), ("bieu.xlsx", TASKS.read_bytes())
    app = upload(opened("import_data"), *files)
    assert title(app) == "56 dòng sẵn sàng nhập, 0 dòng bị từ chối; 1 lỗi"
    app = click(app, "Nhập 56 dòng")
    assert "không phải là bảng tính mà là tệp PNG" in html(app)
    assert list(app.dataframe[-1].value.file) == ["bieu.xlsx"]


def test_bad_cell_is_named_and_the_rest_is_stored(empty, edited):
    app = upload(opened("import_data"), ("bieu.xlsx", edited(F12="31/02/2023").read_bytes()))
    assert title(app) == "56 dòng sẵn sàng nhập, 0 dòng bị từ chối; 1 lỗi"
    assert "ô F12" in html(app) and "31/02/2023" in html(app)
    click(app, "Nhập 56 dòng")
    assert {m.label: m.value for m in opened("overview").metric}["Nhiệm vụ đã hoàn thành"][-3:] == (
        "/56"
    )


def test_file_that_names_no_unit_asks_for_it_once(empty):
    log = (SAMPLES / "truyen-thong-2023.xlsx").read_bytes()
    app = upload(opened("import_data"), ("nhật ký.xlsx", log))
    assert "không ghi đơn vị" in html(app)
    assert not any(button.label.startswith("Nhập ") for button in app.button)
    app.text_input[0].set_value("Xã Đức Hợp").run()
    assert title(app) == "Đọc được 1 tệp, 140 dòng sẵn sàng nhập"
    click(app, "Nhập 140 dòng")
    assert list(opened("import_data").dataframe[-1].value.rows_imported) == ["140"]


def test_samples_go_by_one_button_and_own_rows_stay(own_filled, edited):
    assert import_file(open_store(), edited()).status == "imported"
    app = click(opened("import_data"), "Xóa")
    assert list(app.dataframe[-1].value.file) == ["của-xã.xlsx"]
    assert "Dùng dữ liệu mô phỏng" in {button.label for button in app.button}
    app = opened("overview")
    assert title(app) == "Chưa có điểm năm 2023; 8 nhiệm vụ quá hạn"
    assert SIMULATED not in html(app)
    units = app.selectbox(key="xa").options
    assert "Xã Đức Hợp" in units and not any(unit.startswith("Xã số") for unit in units)


def test_samples_alone_leave_an_empty_store(own_filled):
    click(opened("import_data"), "Xóa")
    assert title(opened("overview")) == "Chưa có dữ liệu"


def test_import_is_taken_back_and_let_stand_again_on_the_page(empty):
    import_file(open_store(), TASKS)
    click(opened("import_data"), "Hoàn tác lần nhập này")
    assert title(opened("overview")) == "Chưa có dữ liệu"
    app = opened("import_data")
    assert "đã hoàn tác" in app.dataframe[0].value.note[0]
    click(app, "Khôi phục lần nhập này")
    assert title(opened("overview")).endswith("8 nhiệm vụ quá hạn")


def test_rows_of_another_import_show_at_the_next_click(own_filled, edited):
    app = opened("follow_up")
    other = edited(A1="ỦY BAN NHÂN DÂN\nXÃ MỚI NHẬP", A5="(Kèm theo Kế hoạch của UBND xã Mới Nhập)")
    assert import_file(open_store(), other, Options()).status == "imported"
    well(app.run())
    assert "Xã Mới Nhập" in app.selectbox(key="xa").options


def test_chip_takes_its_filter_away(filled):
    app = opened("components", thon="Thôn Hạ", gioi="Nữ")
    narrow = title(app)
    assert chip_labels(app) == {"Thôn Hạ", "Nữ"}
    app = click(app, "Thôn Hạ")
    assert chip_labels(app) == {"Nữ"}
    assert title(app) != narrow
    app = click(app, "Nữ")
    assert not chip_labels(app) and title(app) == title(opened("components"))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"xa": "Xã số 03"}, "Xã số 03"),
        pytest.param({"den": "2022", "tu": "2022"}, "năm 2022", marks=pytest.mark.long),
        ({"ky": "6 tháng đầu năm"}, "6 tháng đầu năm · tính đến 31/05/2023"),
        pytest.param({"ngay": "2023-03-15"}, "tính đến 15/03/2023", marks=pytest.mark.long),
    ],
    ids=str,
)
def test_what_a_link_says_holds_when_the_visitor_goes_on(filled, address, said):
    """Unit, years, period and date hold for every page (docs/architecture.md)."""
    app = opened("overview", **address)
    for page in ("officials", "follow_up"):
        gone_to(app, page)
        assert said in about(app), page
        assert title(app) == title(opened(page, **address))


def test_village_of_another_commune_is_let_go(filled):
    app = opened("components", thon="Thôn Hạ")
    app.selectbox(key="xa").set_value("xa-so-03").run()
    assert not chip_labels(well(app))
    assert title(app) == title(opened("components", xa="Xã số 03"))


@pytest.fixture
def asking(tmp_path) -> bytes:
    """A plan whose lead has a heading that the program does not know."""
    book = Workbook()
    for row in [
        ["UBND xã Đức Hợp"],
        ["KẾ HOẠCH NĂM 2023"],
        ["STT", "Nhiệm vụ", "Mã nội dung", "Cột kia", "Thời hạn"],
        [1, "Niêm yết", "2.2", "Trưởng thôn", "31/3/2023"],
    ]:
        book.active.append(row)
    book.save(tmp_path / "hỏi.xlsx")
    return (tmp_path / "hỏi.xlsx").read_bytes()


def test_column_in_doubt_is_one_question_and_its_answer_is_kept(empty, asking):
    app = upload(opened("import_data"), ("hỏi.xlsx", asking))
    (question,) = app.radio
    assert question.label == 'Trang tính "Sheet": cột nào là "Chủ trì"?'
    assert question.options == ["D · Cột kia: Trưởng thôn", "Không cột nào trong số này"]
    app = well(question.set_value("D").run())
    assert not app.radio and "chưa có người" not in html(app)
    click(app, "Nhập 1 dòng")
    again = upload(opened("import_data"), ("nữa.xlsx", asking + b""))
    assert not again.radio


def test_question_can_be_answered_with_no_column(empty, asking):
    app = upload(opened("import_data"), ("hỏi.xlsx", asking))
    app = well(app.radio[0].set_value("").run())
    assert not app.radio and "chưa có người hoặc đơn vị chủ trì" in html(app)


def test_check_says_what_is_new_and_what_is_as_before(empty, edited):
    import_file(open_store(), edited())
    app = upload(opened("import_data"), ("sau.xlsx", edited(K11="Đang làm").read_bytes()))
    sheet = app.dataframe[0].value.iloc[0]
    assert [sheet[name] for name in ("new", "changed", "same", "absent")] == ["0", "1", "55", "0"]


def test_name_near_a_known_one_is_asked_about_and_the_answer_merges(own_filled):
    def adults(village):
        book = Workbook()
        for row in [["DÂN SỐ THÔN NĂM 2023"], ["Xã", "Thôn", "Số người từ 18 tuổi trở lên"]]:
            book.active.append(row)
        book.active.append(["Xã Đức Hợp", village, 900])
        stream = BytesIO()
        book.save(stream)
        return stream.getvalue()

    app = upload(opened("import_data"), ("dân số.xlsx", adults("Thôn Đôgn")))
    (question,) = app.radio
    assert question.label.startswith('"Thôn Đôgn" (Xã Đức Hợp) gần giống tên đã biết')
    assert question.options[-1] == "Là tên khác, không phải tên đã biết: Thôn Đôgn"
    known = question.options[0].removeprefix("Là ")
    app = well(question.set_value(known).run())
    assert not app.radio
    click(app, "Nhập 1 dòng")
    with open_store().read() as cursor:
        found = cursor.execute("select name from unit where name = 'Thôn Đôgn'").fetchall()
    assert found == []


def test_file_with_findings_and_blank_forms_can_be_downloaded(empty, edited):
    app = upload(opened("import_data"), ("bieu.xlsx", edited(F12="31/02/2023").read_bytes()))
    labels = [button.proto.label for button in app.get("link_button")]
    assert "Tải tệp đã đánh dấu chỗ cần sửa" in labels
    assert "Phiếu khảo sát, bộ câu hỏi, dân số thôn" in labels
