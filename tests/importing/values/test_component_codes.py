from datetime import datetime

import pytest

from dashboard.importing.values.cells import Problem
from dashboard.importing.values.component_codes import component, tree_of

UNKNOWN = Problem("unknown_component", "warning")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (None, None),
        ("1.1", "1.1"),
        (1.1, "1.1"),
        ("1,1", "1.1"),
        (2.4, "2.4"),
        (1, "1"),
        (1.0, "1"),
        ("I", "1"),
        ("VIII", "8"),
        ("1.1.", "1.1"),
        ("1.1. Tri thức công dân", "1.1"),
        ("1.1 Tri thức công dân", "1.1"),
        ("1.1: bất kỳ chữ gì", "1.1"),
        ("I. THAM GIA CỦA NGƯỜI DÂN Ở CẤP CƠ SỞ", "1"),
        ("Nội dung 1: Tham gia", "1"),
        ("Nội dung thành phần 1.1", "1.1"),
        ("Chỉ số nội dung II", "2"),
        ("SC11", "1.1"),
        ("SC1.1", "1.1"),
        ("S1.1", "1.1"),
        ("D1", "1"),
        ("Tri thức công dân", "1.1"),
        ("TRI THỨC CÔNG DÂN", "1.1"),
        ("tri thuc cong dan", "1.1"),
        ("An ninh trật tự khu dân cư", "6.4"),
        ("3.x1", "3.x1"),
        ("TP 2.2", "2.2"),
        ("Danh sách hộ nghèo", "2.2"),
        ("Lĩnh vực thủ tục hành chính", "5"),
        (datetime(2023, 2, 1), "1.2"),
        ("9", UNKNOWN),
        ("9.1", UNKNOWN),
        ("1.10", UNKNOWN),
        ("1.1.1", UNKNOWN),
        ("1.1-2", UNKNOWN),
        ("1.15", UNKNOWN),
        ("IX", UNKNOWN),
        ("PAPI", UNKNOWN),
        ("5 nhiệm vụ", UNKNOWN),
        ("Việc khác", UNKNOWN),
    ],
)
def test_component(cell, code, known):
    assert component(cell, tree_of(known)) == code


@pytest.mark.parametrize(
    ("code", "year", "stands"),
    [
        ("5.2", 2020, True),
        ("5.2", 2021, False),
        ("7.1", 2017, False),
        ("1.1", 2023, True),
        ("5.2", None, True),
    ],
)
def test_tree_of_a_year(code, year, stands, known):
    assert tree_of(known).stands_in(code, year) is stands
