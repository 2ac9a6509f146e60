"""Headings that stand in no list of synonyms, by their words."""

import pytest

from dashboard.importing.recognition.heading_words import PARTLY, names, scores
from dashboard.importing.recognition.synonyms import is_known


@pytest.mark.parametrize(
    ("kind", "heading", "field"),
    [
        ("tasks", "Thuộc nội dung", "component"),
        ("tasks", "Khối lượng (%)", "progress"),
        ("tasks", "% đạt", "progress"),
        ("tasks", "Hạn xử lý", "due"),
        ("tasks", "HẠN XỬ LÝ", "due"),
        ("tasks", "TG hoàn thành", "due"),
        ("tasks", "NgayHoanThanh", "done"),
        ("tasks", "Bộ phận được giao", "lead"),
        ("tasks", "Person in charge", "lead"),
        ("questions", "Mức thấp nhất", "low"),
        ("questions", "GiaTriCaoNhat", "high"),
        ("answers", "MaPhieu", "form"),
        ("answers", "gioitinh", "sex"),
        ("answers", "DoTuoi", "age"),
        ("answers", "so_phieu", "form"),
        ("population", "Số nhân khẩu từ đủ 18 tuổi", "adults"),
        ("activities", "Thời gian phát (phút)", "minutes"),
        ("units", "Có hiệu lực đến ngày", "valid_to"),
        ("tasks", "KetQua6Thang", "result_h1"),
        ("population", "SoNguoiTu18TuoiTroLen", "adults"),
    ],
)
def test_the_field_that_the_words_speak_for_most(kind, heading, field):
    found = scores(kind, (heading,))
    assert max(found, key=found.get) == field
    assert found[field] > 3


def test_a_known_heading_is_beyond_what_words_can_say():
    assert is_known("tasks", "Thời hạn") and not is_known("tasks", "Hạn xử lý")
    assert scores("tasks", ("Thời hạn",))["due"] > scores("tasks", ("Hạn xử lý",))["due"]


@pytest.mark.parametrize(
    ("kind", "heading", "field"),
    [
        ("tasks", "Thời gian bắt đầu", "due"),
        ("tasks", "Ngày giao việc", "due"),
        ("tasks", "Số văn bản", "lead"),
        ("tasks", "Nguồn kinh phí", "unit"),
        ("population", "Dưới 18 tuổi", "adults"),
        ("population", "Số hộ nghèo", "adults"),
        ("answers", "Số năm sinh sống tại địa phương", "age"),
        ("answers", "Xã cũ", "unit"),
    ],
)
def test_words_that_speak_against_a_field(kind, heading, field):
    assert scores(kind, (heading,)).get(field, 0.0) < PARTLY - 1


def test_the_group_above_tells_two_headings_apart():
    planned, done = ("Kế hoạch", "Thời gian"), ("Thực hiện", "Thời gian xong")
    assert scores("tasks", planned)["due"] > scores("tasks", done)["due"]
    assert scores("tasks", done)["done"] > scores("tasks", planned)["done"]


def test_accents_that_are_written_must_agree():
    """ "Đâu mới" is no "đầu mối"; without accents it may be."""
    assert names("tasks", ("Dau moi",))
    assert not names("tasks", ("Đâu mới",))
