"""Views that people keep under a name: kept, replaced, renamed, removed, and what is refused."""

import pytest

from dashboard.errors import DashboardError
from dashboard.store import saved_views, sql
from dashboard.store.saved_views import View
from tests.store.test_store import files

VILLAGE = View("thon", "xa-an", "den=2023&thon=Th%C3%B4n+H%E1%BA%A1")
OFFICIALS = View("can-bo", "xa-an", "den=2023")


def listed(store, holds: bool = True) -> list[tuple]:
    """Name, page and query of the records; those that hold, or all."""
    with store.read() as cursor:
        cursor = sql.run(cursor, "saved_views")
        columns = [column[0] for column in cursor.description]
        rows = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    return [(r["name"], r["page"], r["query"]) for r in rows if r["holds"] or not holds]


def refused(work, *given, **named) -> str:
    with pytest.raises(DashboardError) as caught:
        work(*given, **named)
    return caught.value.code


def test_a_view_is_kept_renamed_and_removed_by_small_writes(store):
    number = saved_views.save(store, "  Thôn  **Hạ** $x$ <b> ", VILLAGE, "Văn phòng")
    kept = ("Thôn **Hạ** $x$ <b>", VILLAGE.page, VILLAGE.query)
    assert listed(store) == [kept]
    number = saved_views.rename(store, number, "Thôn Hạ")
    assert listed(store) == [("Thôn Hạ", *kept[1:])]
    saved_views.remove(store, number)
    assert listed(store) == []
    assert [name for name, _, _ in listed(store, holds=False)] == ["Thôn Hạ", "Thôn Hạ", kept[0]]
    assert all(".on-" in file for file in files(store)[1:]), "a copy of the store was written"


def test_the_same_name_replaces_the_view_that_was_shown_and_no_other(store):
    first = saved_views.save(store, "Họp thứ Hai", VILLAGE)
    assert refused(saved_views.save, store, "họp THỨ hai ", OFFICIALS) == "changed_since_shown"
    second = saved_views.save(store, "họp thứ hai", OFFICIALS, seen=first)
    assert listed(store) == [("họp thứ hai", OFFICIALS.page, OFFICIALS.query)]
    assert refused(saved_views.remove, store, first) == "changed_since_shown"
    other = saved_views.save(store, "Hộp thứ hai", VILLAGE)  # another accent, another name
    assert refused(saved_views.rename, store, other, "Họp thứ hai") == "view_name_taken"
    assert refused(saved_views.save, store, "Mới", VILLAGE, seen=other) == "changed_since_shown"
    saved_views.remove(store, second)
    assert [name for name, _, _ in listed(store)] == ["Hộp thứ hai"]


@pytest.mark.parametrize("name", ["", " \n ", "x" * 32_000])
def test_a_name_that_is_none_is_refused_in_a_sentence(store, name):
    code = "view_name_long" if len(name) > 3 else "view_unnamed"
    assert refused(saved_views.save, store, name, VILLAGE) == code
    assert store.version == 1


@pytest.mark.parametrize(
    ("page", "choices", "code"),
    [
        ("khong-co", {}, "view_elsewhere"),
        ("//evil.example", {}, "view_elsewhere"),
        ("javascript:alert(1)", {}, "view_elsewhere"),
        ("thon", {"next": ["http://x"]}, "view_unknown"),
        ("thon", {"thon": ["x" * 32_000]}, "view_too_long"),
    ],
)
def test_only_addresses_of_the_program_are_kept(page, choices, code):
    assert refused(saved_views.view_of, page, choices) == code


def test_what_an_address_says_comes_back():
    choices = {"xa": ["xa-an"], "so_voi": ["Xã B & <i>", "Xã C"], "den": ["2023"]}
    view = saved_views.view_of("thanh-phan", choices)
    assert view.unit == "xa-an"
    assert saved_views.choices_of(view.query) | {"xa": [view.unit]} == choices
