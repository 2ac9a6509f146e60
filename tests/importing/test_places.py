"""Who is who, whatever the spelling (DESIGN 4): units, villages, officials."""

import unicodedata

import pytest

from dashboard.importing.places import AmbiguousName, Officials, Place, Places, official_key

AN = "xa-an"


def communes(*names: str, parent: str | None = None) -> Places:
    places = Places([])
    for name in names:
        places.unit(name, "commune", parent)
    places.added.clear()
    return places


def villages(*names: str) -> Places:
    """Villages that the store knows of the commune An, however alike."""
    known = [Place(f"{AN}/{number}", "village", name, AN) for number, name in enumerate(names)]
    return Places([Place(AN, "commune", "Xã An", None), *known])


@pytest.mark.parametrize(
    "written",
    ["Xã Đức Hợp", "xã đức hợp", "XÃ ĐỨC HỢP", " Xã  Đức Hợp ", "Đức Hợp", "đức hợp", "Xa Duc Hop"]
    + ["duc hop", "Xã\u00a0Đức Hợp", unicodedata.normalize("NFD", "Xã Đức Hợp"), "xa-duc-hop"],
)
def test_unit_is_known_without_case_accents_spaces_and_kind(written):
    places = communes("Xã Đức Hợp", "Xã Đức Hòa")
    assert places.unit(written) == "xa-duc-hop"
    assert places.added == []


def test_unit_is_shown_as_first_written():
    places = Places([])
    for written in ("  Xã   Đức Hợp", "XÃ ĐỨC HỢP", "duc hop"):
        places.unit(written)
    assert [place.name for place in places.added] == ["Xã Đức Hợp"]


@pytest.mark.parametrize("other", ["Xã Đức Hòa", "Phường Đức Hợp", "Thị trấn Đức Hợp"])
def test_other_name_or_other_kind_is_another_unit(other):
    places = communes("Xã Đức Hợp")
    assert places.unit(other) != "xa-duc-hop"
    assert [place.name for place in places.added] == [other]


def test_own_spelling_wins_over_a_likeness():
    places = communes("Xã Hà An")
    assert places.unit("Xã Hà An") == "xa-ha-an"
    places = Places([Place("a", "commune", "Xã Hà", None), Place("b", "commune", "Xã Hạ", None)])
    assert (places.unit("xã hà"), places.unit("Hạ")) == ("a", "b")


@pytest.mark.parametrize("written", ["Xã Tân Lập", "tan lap"])
def test_name_of_several_units_is_asked_about_unless_the_parent_decides(written):
    places = Places(
        [
            Place("tan-lap-ha", "commune", "Xã Tân Lập", "huyen-ha"),
            Place("tan-lap-thuong", "commune", "Xã Tân Lập", "huyen-thuong"),
        ]
    )
    with pytest.raises(AmbiguousName) as caught:
        places.unit(written)
    assert caught.value.args[1] == "tan-lap-ha, tan-lap-thuong"
    assert places.unit(written, "commune", "huyen-thuong") == "tan-lap-thuong"
    assert places.unit("tan-lap-ha") == "tan-lap-ha"  # its lasting id is always clear


def test_same_name_below_another_parent_is_a_new_unit_with_its_own_id():
    places = Places([])
    first = places.unit("Xã Tân Lập", "commune", "huyen-ha")
    second = places.unit("Xã Tân Lập", "commune", "huyen-thuong")
    assert (first, second) == ("xa-tan-lap", "xa-tan-lap-2")


def test_unit_met_without_its_parent_is_the_one_met_with_it():
    places = Places([])
    assert places.unit("Đức Hợp") == places.unit("Xã Đức Hợp", "commune", "huyen-kim-dong")


def test_commune_and_district_of_one_name_are_two():
    places = Places([])
    assert places.unit("Huyện Kim Động", "district") != places.unit("Xã Kim Động", "commune")


def test_district_named_on_a_sheet_is_that_district_and_no_new_commune():
    places = Places([Place("huyen-kim-dong", "district", "Huyện Kim Động", None)])
    assert places.unit("Huyện Kim Động") == "huyen-kim-dong"
    assert places.added == []


def test_level_that_the_store_knows_goes_before_what_the_kind_says():
    """Since 1/7/2025 a city may be a province, a commune's level, or a district of before."""
    places = Places([Place("thanh-pho-hue", "province", "Thành phố Huế", None)])
    assert places.unit("thành phố Huế") == "thanh-pho-hue"
    assert places.added == []


@pytest.mark.parametrize("written", ["Thôn Đông", "đông", "THON DONG", " thôn   Đông", "dong"])
def test_village_is_known_without_case_accents_spaces_and_kind(written):
    places = villages("Thôn Đông", "Thôn Tây")
    assert places.villages([written], AN) == {written: f"{AN}/0"}
    assert places.added == []


def test_villages_of_one_name_in_two_communes_are_two():
    places = Places([])
    first = places.villages(["Thôn 1"], "xa-an")["Thôn 1"]
    second = places.villages(["Thôn 1"], "xa-binh")["Thôn 1"]
    assert (first, second) == ("xa-an/thon-1", "xa-binh/thon-1")


def test_village_is_new_once_for_all_its_spellings():
    places = villages()
    found = places.villages(["thon dong", "Thôn Đông", "Đông", "THÔN ĐÔNG"], AN)
    assert len(set(found.values())) == 1
    assert [place.name for place in places.added] == ["Thôn Đông"]


@pytest.mark.parametrize(("one", "other"), [("Thôn Đông", "Thôn Đống"), ("Thôn 1", "Xóm 1")])
def test_two_names_of_one_sheet_are_two_villages(one, other):
    places = villages()
    found = places.villages([one, other], AN)
    assert found[one] != found[other]
    assert places.villages([other, one], AN) == found


def test_village_s_own_spelling_wins_over_a_likeness():
    places = villages("Thôn Đông", "Thôn Đống")
    assert places.villages(["Thôn Đống", "Đông"], AN) == {"Thôn Đống": f"{AN}/1", "Đông": f"{AN}/0"}


def test_older_way_of_placing_the_tone_is_the_same_village():
    places = villages("Thôn Hòa Bình")
    assert places.villages(["Thôn Hoà Bình"], AN) == {"Thôn Hoà Bình": f"{AN}/0"}


def test_both_ways_of_placing_the_tone_in_one_sheet_are_one_village():
    found = villages().villages(["Thôn Hòa Bình", "Thôn Hoà Bình"], AN)
    assert len(set(found.values())) == 1


def test_order_of_the_rows_does_not_decide_who_is_who():
    names = ["thon dong", "Thôn Đông", "Thôn Tây", "tay", "Xóm 1", "Thôn 1"]

    def groups(written: list[str]) -> set[frozenset[str]]:
        found = villages().villages(written, AN)
        return {frozenset(n for n in names if found[n] == v) for v in found.values()}

    assert groups(names) == groups(names[::-1]) == groups(sorted(names))


def test_official_is_shown_as_first_imported_in_his_unit():
    officials = Officials([("a", "Văn hóa - Xã hội"), ("a", "VĂN HÓA - XÃ HỘI"), ("b", "Ông B")])
    assert officials.name("a", "Công chức văn hoá -  xã hội") == "Văn hóa - Xã hội"
    assert officials.name("b", "Văn hoá - Xã hội") == "Văn hoá - Xã hội"
    assert officials.name("b", "văn hóa - xã hội") == "Văn hoá - Xã hội"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Công chức Địa chính", "địa chính", True),
        ("Cán bộ Tư pháp", "Công chức tư pháp", True),
        ("Nguyễn Văn A", "Nguyễn Văn B", False),
        ("Công an xã", "Công an", False),
    ],
)
def test_official_is_known_without_the_word_for_official(one, other, same):
    assert (official_key(one) == official_key(other)) is same
