"""Communes ranked among those chosen, by name or by the unit they lie in."""

from tests.queries.rows import add_unit, ask
from tests.queries.test_unit_ranking import communes, ranks

SHARES = {"Xã An": 5, "Xã Bình": 9}
OTHERS = {"Xã Châu": 7, "Xã Dương": 1}


def test_units_are_ranked_among_themselves_alone(cursor):
    add_unit(cursor, "Huyện Hạ", "district")
    add_unit(cursor, "Huyện Thượng", "district")
    communes(cursor, SHARES, parent="Huyện Hạ")
    communes(cursor, OTHERS, parent="Huyện Thượng")
    assert ranks(cursor, units=["Xã An", "Xã Dương"]) == [("Xã An", 1), ("Xã Dương", 2)]
    assert ranks(cursor, units=["Huyện Thượng"]) == [("Xã Châu", 1), ("Xã Dương", 2)]
    both = [("Xã Châu", 1), ("Xã An", 2), ("Xã Dương", 3)]
    assert ranks(cursor, units=["Huyện Thượng", "Xã An", "Xã Châu"]) == both
    assert ranks(cursor, units=["Huyện Hạ"], parent="Huyện Thượng") == []
    assert ranks(cursor, units=["Xã Lạ"]) == []
    assert len(ask(cursor, "unit_ranking", year=2023)) == 4
