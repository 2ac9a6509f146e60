"""Every reader of names knows the same kinds of place: the queries (definitions/05_names.sql),
the pages (dashboard/place_kinds.py) and the import (wording, places)."""

import csv
import unicodedata

import pytest

from dashboard import place_kinds
from dashboard.config import REFERENCE
from dashboard.folding import fold, without_accents
from dashboard.importing.storing.places import Places
from dashboard.importing.wording import spelling, vocabulary
from dashboard.place_kinds import PlaceName, WrittenKind, place_name, written_kinds
from tests.queries.rows import add_adults, add_unit, village_id

KINDS = written_kinds()
IN_SQL = """
select place_name($1, prefixes).kind, place_name($1, prefixes).key
from place_prefix where tier = $2
"""
# The kinds that the queries knew before there was a table of them, and those they did not.
KNOWN_BEFORE = (
    "xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tp.|tp|tinh|thon|lang|ap|ban|buon|xom|"
    "khu pho|khu|to dan pho"
)
ADDED = ("khom", "khu dan cu", "to", "t.", "kdc", "tdp.", "kp.", "x.", "p.", "tt.", "h.", "q.")


def ways(row: WrittenKind) -> list[str]:
    """A name with the kind, in small and capital letters, with and without accents."""
    joined = "" if row.spelling.endswith(".") else " "
    names = [f"{row.spelling} Đức Hợp", f"{row.spelling}{joined}Đức Hợp"]
    names += [name.upper() for name in names] + [name.title() for name in names]
    return [*names, *map(without_accents, names), f"  {row.spelling}  Đức  Hợp "]


def in_sql(cursor, name: str, tier: str) -> PlaceName:
    return PlaceName(*cursor.execute(IN_SQL, [name, tier]).fetchone())


@pytest.mark.parametrize("row", KINDS, ids=lambda row: f"{row.tier} {row.spelling}")
def test_every_reader_takes_the_same_kind_off_a_name(cursor, row):
    expected = PlaceName(row.kind, "duc hop")
    for name in ways(row):
        assert place_name(name, row.tier) == expected, name
        assert in_sql(cursor, name, row.tier) == expected, name
        written = spelling.place(name, row.tier == "village")
        assert (written.kind, " ".join(written.bare)) == expected, name
    assert vocabulary.exact(f"{row.tier}_kind", row.spelling) == row.kind


@pytest.mark.parametrize("row", [row for row in KINDS if row.tier == "unit"], ids=str)
def test_a_new_unit_has_its_kind_s_level(row):
    places = Places([])
    assert places[places.unit(f"{row.spelling} Đức Hợp")].level == row.level


@pytest.mark.parametrize("tier", ["village", "unit"])
@pytest.mark.parametrize(
    "name",
    [
        "Thôn",
        "Xã",
        "t.",
        "Thônđông",
        "Xahara",
        "Ba Thôn",
        "Lạng Sơn",
        "Bàn Cờ",
        "Đức Hợp",
        "Thôn 1",
    ],
)
def test_sql_and_python_agree_where_a_kind_is_hard_to_tell(cursor, name, tier):
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, name)
        assert in_sql(cursor, written, tier) == place_name(written, tier)


@pytest.mark.parametrize("name", ["Thôn", "Thônđông", "Ba Thôn", "Bàn Cờ", "Lạng Sơn"])
def test_kind_is_taken_off_only_as_a_word_before_a_name(name):
    """And a word with other accents is another word: làng is not Lạng."""
    assert place_name(name, "village") == PlaceName("", fold(name))


def test_no_kind_that_was_known_is_lost():
    known = {fold(row.spelling) for row in KINDS}
    assert {*KNOWN_BEFORE.split("|"), *ADDED} <= known


def test_every_kind_has_one_level_and_every_spelling_one_kind():
    assert {row.level for row in KINDS} == {"village", "commune", "district", "province"}
    assert all(len({r.level for r in KINDS if r.kind == row.kind}) == 1 for row in KINDS)
    assert len({(row.tier, fold(row.spelling)) for row in KINDS}) == len(KINDS)
    assert {row.kind for row in KINDS} == {
        row.spelling for row in KINDS if row.spelling == row.kind
    }
    assert (place_kinds.level_of("thị trấn"), place_kinds.level_of("")) == ("commune", None)


def test_a_sheet_of_units_names_levels_by_the_same_kinds():
    """The list of words.csv for a cell that says a level; a thành phố there may be a province."""
    with (REFERENCE / "words.csv").open(encoding="utf-8", newline="") as stream:
        said = {r["word"]: r["value"] for r in csv.DictReader(stream) if r["list"] == "level"}
    levels = {row.kind: row.level for row in KINDS}
    both = levels.keys() & said.keys() - {"thành phố"}
    assert len(both) > 12 and {k: said[k] for k in both} == {k: levels[k] for k in both}


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Khóm Đông", "Đông", True),
        ("Khóm Đông", "khom dong", True),
        ("Khu dân cư số 2", "số 2", True),
        ("KDC. Đông", "Khu dân cư Đông", True),
        ("T. Đông", "Thôn Đông", True),
        ("Tổ 3", "TDP 3", True),
        ("Thôn Đông", "Khóm Đông", False),
        ("Khóm Đông", "Khóm Tây", False),
    ],
)
def test_query_finds_a_village_under_any_of_its_names(cursor, one, other, is_one):
    add_unit(cursor, "Xã An")
    add_adults(cursor, {one: 10})
    found = cursor.execute("select villages_named('xa-an', $1)", [[other]]).fetchone()[0]
    assert found == ([village_id("Xã An", one)] if is_one else [])


def test_query_finds_a_unit_by_an_abbreviated_kind(cursor):
    for name, level in (("Xã An", "commune"), ("Huyện Bình", "district")):
        add_unit(cursor, name, level)
    for name, found in (("X. An", "xa-an"), ("H.Bình", "huyen-binh"), ("Q. Bình", None)):
        assert cursor.execute("select unit_named($1)", [name]).fetchone()[0] == found
