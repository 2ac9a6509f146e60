"""So sánh of communes: places of two years, peers by choice, tasks beside the scores."""

import re

import pandas as pd
import pytest

from dashboard.readings.readings import Readings
from dashboard.sentences import standings
from dashboard.words import words
from tests.pages import by_hand
from tests.pages.conftest import about, figures, html, opened, title
from tests.pages.test_hidden import FEW, MANY, NEXT, group, shown_of, write
from tests.queries.rows import Form, store_scores, survey, unit_id, whole_questionnaire

MEETS = "Chưa đủ căn cứ nói Xã số 03 đứng trên hay dưới Xã số 13, Xã số 09"


def by_name(app, name: str) -> dict:
    """The chart of places: its trace of this name."""
    (trace,) = [t for f in figures(app) for t in f["data"] if t.get("name") == name]
    return trace


def test_places_of_both_years_by_hand(filled):
    app = opened("compare")
    places = {}
    for year in (2022, 2023):
        scores = {unit: by_hand.scores(year, unit=unit)["PAPI"] for unit in by_hand.communes(year)}
        places[year] = {u: 1 + sum(o > s for o in scores.values()) for u, s in scores.items()}
    home = {year: of[by_hand.HOME] for year, of in places.items()}
    assert by_name(app, "rank_to_marked")["x"] == [home[2023]]
    assert by_name(app, "rank_from_marked")["x"] == [home[2022]]
    others = by_name(app, "rank_from")
    drawn = dict(zip((c[0] for c in others["customdata"]), others["x"], strict=True))
    assert drawn == {u: p for u, p in places[2022].items() if u != by_hand.HOME}
    table = app.dataframe[0].value.set_index("unit")
    assert table.loc[by_hand.HOME, ["rank", "rank_from"]].tolist() == [
        str(home[2023]),
        str(home[2022]),
    ]
    assert table.loc[by_hand.HOME, "completion"] == "47/56 · 84\u00a0%"
    said = f"Hạng {home[2022]} (7–15) năm 2022, {home[2023]} (6–14) năm 2023: chưa đủ căn cứ"
    assert said in "".join(element.proto.body for element in app.get("html"))


def test_peers_are_a_choice(filled):
    app = opened("compare", so_voi=["Xã số 07", "Xã số 03"])
    assert title(app).startswith("Xã Đức Hợp đứng thứ 2 trong 3 xã")
    assert "so với Xã số 03, Xã số 07" in about(app)
    assert app.dataframe[0].value.unit.tolist() == ["Xã số 03", "Xã Đức Hợp", "Xã số 07"]
    of_district = opened("compare", so_voi=["Huyện mô phỏng"])
    assert "trong 18 xã" in title(of_district)


def test_a_district_compares_its_own_communes_unless_others_are_chosen(filled):
    app = opened("compare", xa="Huyện mô phỏng")
    ends = "Cao nhất Xã số 03 48,99, thấp nhất Xã số 07 39,48, trong"
    assert title(app) == f"{ends} 17 xã được khảo sát của Huyện mô phỏng"
    assert MEETS in html(app)
    wider = opened("compare", xa="Huyện mô phỏng", so_voi=["Tỉnh Hưng Yên"])
    assert title(wider) == f"{ends} 18 xã được chọn"


def test_a_commune_is_ranked_among_those_of_the_unit_above_it(filled):
    scores = {u: by_hand.scores(2023, unit=u)["PAPI"] for u in by_hand.communes(2023)}
    place = {u: 1 + sum(o > s for o in scores.values()) for u, s in scores.items()}
    assert place["Xã số 07"] == 18  # 17 of those of its own district
    app = opened("compare", xa=unit_id("Xã số 07"))
    whose = "trong 17 xã được khảo sát của Huyện mô phỏng"
    assert title(app).startswith(f"Xã số 07 đứng thứ 17 {whose}, có thể từ 15 đến 17;")
    assert by_hand.HOME not in set(app.dataframe[0].value.unit)
    alone = opened("compare")  # the only one of its district: the province's
    assert "trong 18 xã được khảo sát của Tỉnh Hưng Yên" in title(alone)


def test_a_dimension_stands_in_the_title_and_its_box_on_the_page(filled):
    app = opened("compare", xa="Huyện mô phỏng", thanh_phan="7 Quản trị môi trường")
    assert title(app).startswith("7 Quản trị môi trường: cao nhất Xã số 17 3,89, thấp nhất")
    boxes = [box.label for box in app.main.selectbox]
    assert "Thành phần" in boxes


def test_two_chosen_keep_the_places_that_they_have_among_all(filled):
    both = {"so_voi": ["Xã số 03", "Xã số 13"], "xa": "Huyện mô phỏng"}
    said = (
        "Trong 17 xã được khảo sát của Huyện mô phỏng: Xã số 03, hạng 1 (1–3), đứng trên Xã số 13,"
        " hạng 2 (1–9): chưa đủ căn cứ nói hai xã khác nhau"
    )
    assert said in html(opened("compare", **both))


PLACES = pd.DataFrame(
    {"unit": ["A", "B", "C"], "unit_id": ["a", "b", "c"], "rank": [1, 2, 3],
     "rank_low": [1, 1, 3], "rank_high": [2, 2, 3], "alike": [["b"], ["a"], []]}
)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "own", "said"),
    [
        (PLACES, "", "Chưa đủ căn cứ nói A đứng trên hay dưới B"),
        (PLACES, "c", "C khác rõ mọi xã khác"),
        (
            PLACES[1:],
            "b",
            "B, hạng 2 (1–2), đứng trên C, hạng 3: cao hơn rõ rệt",
        ),
        (PLACES[:1], "a", ""),
    ],
)
def test_an_order_is_said_only_where_the_places_do_not_meet(rows, own, said):
    assert standings.apart(rows, own, words("vi")).replace("\u00a0", " ") == said


def shares(cursor, unit: str, year: int, share: float) -> None:
    asked = {code: (question[0], 0, 10) for code, question in whole_questionnaire(year).items()}
    forms = [Form(dict.fromkeys(asked, min(10, max(0, share + step)))) for step in (-1, 1)] * 20
    survey(cursor, {"Thôn Một": forms[:20], "Thôn Hai": forms[20:]}, asked, unit=unit, year=year)
    store_scores(cursor, unit, year)


def moves(store, *units: str) -> dict[str, object]:
    with store.read() as cursor:
        rows = Readings(cursor).survey.moves(2022, 2023, "PAPI", units)
    return dict(zip(rows.unit, rows.move, strict=True))


@pytest.mark.parametrize("apart", [False, True])
def test_a_move_is_said_only_where_places_do_not_meet_and_the_communes_are_the_same(store, apart):
    def work(cursor) -> None:
        for unit, before, after in (("Xã An", 2, 8), ("Xã Bình", 5, 5), ("Xã Châu", 8, 2)):
            shares(cursor, unit, 2022, before)
            shares(cursor, unit, 2023, after)
        if apart:
            shares(cursor, "Xã Dương", 2022, 9)

    store.write(work)
    clear = dict.fromkeys(("Xã An", "Xã Bình", "Xã Châu"), "unclear")
    if not apart:
        clear |= {"Xã An": "up", "Xã Châu": "down"}
    assert moves(store) == clear
    if apart:  # among those chosen the communes of both years are the same again
        assert moves(store, "xa-an", "xa-chau") == {"Xã An": "up", "Xã Châu": "down"}


def test_a_hidden_commune_has_no_place_in_either_year(store):
    write(store, {"Thôn Đông": group(40, MANY), "Thôn Tây": group(40, MANY)})
    write(store, {"Thôn Một": group(30, NEXT), "Thôn Hai": group(30, NEXT)}, "Xã Bình", 11)
    write(store, {"Thôn Ba": group(5, FEW), "Thôn Bốn": group(4, FEW)}, "Xã Châu", 21)
    app = opened("compare", xa="Xã An")
    assert shown_of(app, FEW) == []
    table = app.dataframe[0].value.set_index("unit")
    assert table.loc["Xã Châu", ["rank", "rank_from", "estimate_from"]].tolist() == ["–", "–", "ẩn"]
    assert re.search(r"thứ 2 trong 2 xã", title(app))


def test_a_province_s_ranks_of_all_years_and_dimensions_stand_on_the_page(filled):
    said = html(opened("compare", nhom="63 tỉnh, thành phố"))
    assert "2020: 44 | 2021: 5, 2022: 11, 2023: 12, 2024: 19." in said
    assert "cao nhất trước: 5 Thủ tục hành chính công: 3; 1 Tham gia" in said
