"""A unit's name with what it lies in, in whatever signs (dashboard/addresses.py)."""

import doctest

import pytest

from dashboard import addresses
from dashboard.addresses import address, joined

KNOWN = {"Yên Mỹ": {"district"}, "Hưng Yên": {"province"}, "Vũng Tàu": {"district"}}


def parts(written: str) -> list[str]:
    found = address(written, lambda name: KNOWN.get(name, set()))
    return [found.own, *(part.name for part in found.above)]


def test_doctests():
    assert doctest.testmod(addresses).failed == 0


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Xã Tân Lập, Huyện B", "Xã Tân Lập|Huyện B"),
        ("xã Tân Lập - huyện B", "xã Tân Lập|huyện B"),
        ("Xã Tân Lập-Huyện B", "Xã Tân Lập|Huyện B"),
        ("Xã Tân Lập – Huyện B – Tỉnh C", "Xã Tân Lập|Huyện B|Tỉnh C"),
        ("Xã Tân Lập (Huyện B)", "Xã Tân Lập|Huyện B"),
        ("Xã Tân Lập [Huyện B]", "Xã Tân Lập|Huyện B"),
        ("Xã Tân Lập/Huyện B", "Xã Tân Lập|Huyện B"),
        ("Xã Tân Lập huyện B tỉnh C", "Xã Tân Lập|huyện B|tỉnh C"),
        ("Xã Tân Lập thuộc huyện B", "Xã Tân Lập|huyện B"),
        ("xa Tan Lap huyen B tinh C", "xa Tan Lap|huyen B|tinh C"),
        ("x.Tân Lập, h.B, t.C", "x.Tân Lập|h.B|t.C"),
        ("Tân Lập (huyện B)", "Tân Lập|huyện B"),
        ("Tân Lập - Yên Mỹ", "Tân Lập|Yên Mỹ"),
        ("Tân Lập-Yên Mỹ", "Tân Lập|Yên Mỹ"),
        ("Xã Tân Lập_Yên Mỹ", "Xã Tân Lập|Yên Mỹ"),
        ("Thừa Thiên-Huế", "Thừa Thiên-Huế"),
        ("Xã Tân Lập, Yên Mỹ, Hưng Yên", "Xã Tân Lập|Yên Mỹ|Hưng Yên"),
        ("HUYỆN B - XÃ TÂN LẬP", "XÃ TÂN LẬP|HUYỆN B"),
        ("Tỉnh C > Huyện B > Xã Tân Lập", "Xã Tân Lập|Huyện B|Tỉnh C"),
        ("Thôn Đông, xã Tân Lập, huyện B", "xã Tân Lập|huyện B"),
        ("Phường 1 Quận 3 TP Hồ Chí Minh", "Phường 1|Quận 3|TP Hồ Chí Minh"),
        ("P.1, Q.3, TP.HCM", "P.1|Q.3|TP.HCM"),
        ("Thị trấn Châu Thành, huyện Châu Thành", "Thị trấn Châu Thành|huyện Châu Thành"),
        ("TP. Phan Rang - Tháp Chàm, tỉnh Ninh Thuận",
         "TP. Phan Rang - Tháp Chàm|tỉnh Ninh Thuận"),
        # one name each
        ("Tỉnh Bà Rịa - Vũng Tàu", "Tỉnh Bà Rịa - Vũng Tàu"),
        ("Xã Tân Lập (cũ)", "Xã Tân Lập (cũ)"),
        ("Xã Tân Lập, Xã Tân Bình", "Xã Tân Lập, Xã Tân Bình"),
        ("Xã Tân Lập - Phú Mỹ", "Xã Tân Lập - Phú Mỹ"),
        ("Phuong Tam Quan Bac", "Phuong Tam Quan Bac"),
        ("Xã Xã Đàn", "Xã Xã Đàn"),
        ("Xã Ea H'leo", "Xã Ea H'leo"),
    ],
)  # fmt: skip
def test_pieces_that_rise_from_level_to_level_are_an_address(written, expected):
    assert parts(written) == expected.split("|")


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ("Phường Hiến Nam, TP Hưng Yên, tỉnh Hưng Yên", [{"district"}, {"province"}]),
        ("Phường 1, Quận 3, TP Hồ Chí Minh", [{"district"}, {"province"}]),
        ("Phường Linh Trung, TP Thủ Đức, TP Hồ Chí Minh", [{"district"}, {"province"}]),
        ("Phường Hiến Nam, TP Hưng Yên", [{"district", "province"}]),
        ("Xã Tân Lập < B", [{"district"}]),
        ("Xã Tân Lập << Hưng Yên", [{"province"}]),
    ],
)
def test_level_of_what_is_above_is_what_its_place_leaves(written, levels):
    assert [set(part.levels) for part in address(written).above] == levels


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Xã Tân Lập", "Yên Mỹ", ""), "Xã Tân Lập < Yên Mỹ"),
        (("Xã Tân Lập", "Huyện B", "Tỉnh C"), "Xã Tân Lập, Huyện B, Tỉnh C"),
        (("Xã Tân Lập, huyện B", "Huyện B", ""), "Xã Tân Lập, huyện B"),
        (("Huyện B", "Huyện B", "Tỉnh C"), "Huyện B, Tỉnh C"),
        (("", "Huyện B", "Tỉnh C"), ""),
    ],
)
def test_names_of_columns_are_joined_once(names, expected):
    assert joined(*names) == expected
