"""Sets of slides that people keep under a name: kept, replaced, withdrawn, and what is refused."""

import pytest

from dashboard.errors import DashboardError
from dashboard.store import slide_sets, sql
from tests.store.test_store import files

CHOSEN = ["title", "findings", "decisions"]


def holding(store) -> list[tuple[str, list[str]]]:
    with store.read() as cursor:
        return [(one.name, list(one.slides)) for one in slide_sets.every(cursor)]


def refused(work, *given, **named) -> str:
    with pytest.raises(DashboardError) as caught:
        work(*given, **named)
    return caught.value.code


def test_a_set_keeps_which_slides_and_their_order_by_small_writes(store):
    first = slide_sets.save(store, "  Giao  ban ", CHOSEN, "Văn phòng")
    slide_sets.save(store, "Họp dân", ["villages", "title"])
    assert holding(store) == [("Giao ban", CHOSEN), ("Họp dân", ["villages", "title"])]
    again = slide_sets.save(store, "giao BAN", CHOSEN[::-1], seen=first)
    assert holding(store)[0] == ("giao BAN", CHOSEN[::-1])
    slide_sets.withdraw(store, again, "Văn phòng")
    assert holding(store) == [("Họp dân", ["villages", "title"])]
    with store.read() as cursor:
        rows = sql.run(cursor, "slide_sets").fetchall()
    assert [(row[2], row[4], row[5]) for row in rows] == [
        ("giao BAN", True, False),
        ("giao BAN", False, False),
        ("Họp dân", False, True),
        ("Giao ban", False, False),
    ]
    assert all(".on-" in file for file in files(store)[1:]), "a copy of the store was written"


def test_what_was_shown_decides_which_set_is_replaced(store):
    first = slide_sets.save(store, "Giao ban", CHOSEN)
    assert refused(slide_sets.save, store, "giao ban", ["title"]) == "changed_since_shown"
    second = slide_sets.save(store, "giao ban", ["title"], seen=first)
    assert refused(slide_sets.withdraw, store, first) == "changed_since_shown"
    slide_sets.withdraw(store, second)
    assert refused(slide_sets.withdraw, store, second) == "changed_since_shown"
    assert slide_sets.save(store, "Giao ban", CHOSEN), "the name is free again"


@pytest.mark.parametrize(
    ("name", "slides", "code"),
    [
        (" \n ", CHOSEN, "slide_set_unnamed"),
        ("x" * 32_000, CHOSEN, "slide_set_name_long"),
        ("Giao ban", [], "slide_set_empty"),
        ("Giao ban", ["title", "title"], "slide_set_doubled"),
    ],
)
def test_what_is_no_set_is_refused_in_a_sentence(store, name, slides, code):
    assert refused(slide_sets.save, store, name, slides) == code
    assert store.version == 1
