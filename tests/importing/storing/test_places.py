"""Who is who, whatever the spelling (docs/formats.md): units, villages, officials."""

import unicodedata

import pytest

from dashboard.importing.storing.decisions import Decisions
from dashboard.importing.storing.official_names import Officials
from dashboard.importing.storing.places import AmbiguousName, Place, Places, Taken

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


@pytest.mark.parametrize(
    "written",
    ["Thôn Đông", "đông", "THON DONG", " thôn   Đông", "dong", "T. Đông", "T.ĐÔNG", "Thôn Đông."],
)
def test_village_is_known_without_case_accents_spaces_and_kind(written):
    places = villages("Thôn Đông", "Thôn Tây")
    assert places.villages([written], AN) == {written: f"{AN}/0"}
    assert places.added == []


@pytest.mark.parametrize("written", ["1", "Thôn 01", "thôn số 1", "T.1", "Thôn1"])
def test_village_with_a_number_is_known_by_it(written):
    places = villages("Thôn 1", "Thôn 2")
    assert places.villages([written], AN) == {written: f"{AN}/0"}


@pytest.mark.parametrize("written", ["TDP 3", "Tổ 3", "tổ dân phố số 3", "TDP. 03"])
def test_abbreviated_kind_is_the_kind(written):
    assert villages("Tổ dân phố 3").villages([written], AN) == {written: f"{AN}/0"}


@pytest.mark.parametrize("written", ["X. Đức Hợp", "UBND xã Đức Hợp", "Ủy ban nhân dân xã Đức Hợp"])
def test_unit_is_known_by_an_abbreviated_kind_and_by_its_committee(written):
    places = communes("Xã Đức Hợp")
    assert places.unit(written) == "xa-duc-hop" and places.added == []


def test_unit_first_met_by_its_committee_is_shown_by_its_own_name():
    places = Places([])
    places.unit("UBND xã Đức Hợp")
    assert [place.name for place in places.added] == ["Xã Đức Hợp"]


def test_village_taken_for_one_with_other_accents_is_noted():
    places = villages("Thôn Đông")
    assert places.villages(["Thôn Đống"], AN) == {"Thôn Đống": f"{AN}/0"}
    assert list(places.taken) == [Taken("village", AN, "Thôn Đống", "Thôn Đông")]
    places = villages("Thôn Đông")
    places.villages(["Thôn Dong", "thon dong"], AN)
    assert not places.taken  # accents left out are no others


def answered(said: dict[str, str], *names: str) -> Places:
    known = [Place(f"{AN}/{number}", "village", name, AN) for number, name in enumerate(names)]
    return Places([Place(AN, "commune", "Xã An", None), *known], Decisions(given=said))


def test_what_somebody_said_of_a_name_goes_before_its_spelling():
    places = answered({"Thôn Đôgn": "Thôn Đông"}, "Thôn Đông", "Thôn Đôgn")
    written = ["Thôn Đôgn", "T. ĐÔGN", "thôn đông"]
    assert set(places.villages(written, AN).values()) == {f"{AN}/0"}


def test_name_said_to_be_its_own_is_never_another():
    places = answered({"Thôn Đống": "Thôn Đống"}, "Thôn Đông")
    found = places.villages(["Thôn Đống"], AN)
    assert found["Thôn Đống"] != f"{AN}/0" and not places.taken


def test_answer_about_a_unit_may_name_its_id():
    known = [Place(f"tan-lap-{up}", "commune", "Xã Tân Lập", up) for up in ("ha", "thuong")]
    places = Places(known, Decisions(given={"Xã Tân Lập": "tan-lap-ha"}))
    assert places.unit("xã Tân Lập") == "tan-lap-ha"


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


def test_officials_whose_accents_differ_are_one_unless_one_sheet_writes_both():
    officials = Officials([("a", "Văn hóa - Xã hội")])
    assert officials.name("a", "Văn hóa - Xã hôi") == "Văn hóa - Xã hội"
    assert [taken.written for taken in officials.taken] == ["Văn hóa - Xã hôi"]
    officials = Officials([])
    officials.resolve("a", ["Hội Đông", "Hội Đống"])
    assert officials.name("a", "Hội Đống") == "Hội Đống"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Nguyễn Văn Hưng", "Nguyễn Văn Hưng"),  # two people are never one for their accents
        ("Nguyen Van Hung", "Nguyễn Văn Hùng"),
        ("Đ/c Nguyễn Văn Hùng", "Nguyễn Văn Hùng"),
    ],
)
def test_people(written, name):
    assert Officials([("a", "Nguyễn Văn Hùng")]).name("a", written) == name


def test_name_without_accents_that_fits_two_officials_is_its_own():
    officials = Officials([("a", "Trần Văn Hà"), ("a", "Trần Văn Hạ")])
    assert officials.name("a", "Tran Van Ha") == "Tran Van Ha"
