"""What is near enough to be asked about, and what is another name."""

import pytest

from dashboard.importing.wording.near import Neighbours, is_near
from dashboard.importing.wording.offices import office
from dashboard.importing.wording.spelling import place


def near(one: str, other: str) -> bool:
    names: Neighbours = Neighbours()
    names.add(place(other, True), other)
    return names.near(place(one, True)) == [other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thôn Đôgn", "Thôn Đông"),  # two letters changed places
        ("Thôn Đôn", "Thôn Đông"),  # one is missing
        ("Thôn Đônng", "Thôn Đông"),  # one too many
        ("Thôn Trubg", "Thôn Trung"),  # another one
        ("ThônĐông", "Thôn Đông"),  # a space is missing
        ("Thôn Tân Hòabình", "Thôn Tân Hòa Bình"),
        ("Đôgn", "Thôn Đông"),  # without the kind
        ("Thôn Bca", "Thôn Bắc"),
        ("Thôn Thượng Đôgn", "Thôn Thượng Đông"),
        ("Thon Dong", "Thôn Đông"),  # the same but for accents: who is meant is asked too
    ],
)
def test_slips_are_near(one, other):
    assert near(one, other) and near(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thôn Đông", "Thôn Đông 1"),
        ("Thôn Đông 1", "Thôn Đông 2"),
        ("Thôn 1", "Thôn 11"),
        ("Thôn 12", "Thôn 21"),
        ("Thôn VIII", "Thôn XVIII"),
        ("Thôn Đông A", "Thôn Đông B"),
        ("Thôn Đông I", "Thôn Đông II"),
        ("Xóm Đông", "Thôn Đôgn"),  # another kind
        ("Thôn Đông", "Thôn Đoài"),
        ("Thôn Hạ", "Thôn Hai"),  # short words are names of their own
        ("Thôn Tân Lập", "Thôn Tân Lộc"),
        ("Xã Đức Hòa", "Xã Đức Hợp"),
        ("Thôn Đông", "Thôn Đông Thượng"),
        ("Thôn Đôgn Bca", "Thôn Đông Bắc"),  # two words: too far
    ],
)
def test_other_names_are_not_near(one, other):
    assert not near(one, other) and not near(other, one)


def test_officials_are_compared_written_out():
    names: Neighbours = Neighbours()
    names.add(office("CC VP-TK"), "VP-TK")
    assert names.near(office("Công chức Văn phòng - Thốgn kê")) == ["VP-TK"]
    assert names.near(office("Phó Chủ tịch")) == []


def test_a_country_s_communes_are_looked_up_not_compared_each_with_each():
    words = [f"{a}{b}" for a in ("ban", "cao", "dai", "giang", "khe") for b in ("an", "im", "ong")]
    names = [(a, b) for a in words for b in words]
    neighbours: Neighbours = Neighbours()
    for name in names:
        neighbours.add(place("Xã " + " ".join(name), False), name)
    assert neighbours.near(place("Xã giangong kheoong", False)) == [("giangong", "kheong")]


def test_words_themselves():
    assert is_near(("van", "phogn"), ("van", "phong"))
    assert not is_near(("dong",), ("dong",))
