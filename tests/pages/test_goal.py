"""The page of the goal: gaps and rooms worked out from the workbooks and the published tables."""

import pytest

from tests.pages import by_hand
from tests.pages.conftest import SIMULATED, about, figures, html, opened, read_by_people, title
from tests.pages.test_figures import signed, vietnamese
from tests.pages.test_hidden import FEW, MANY, group, shown_of, write
from tests.queries.rows import Form, store_scores, survey, whole_questionnaire
from tests.queries.test_published_scores import published, summed

PLACE, POINTS = {"muc_tieu": "Đạt hạng"}, {"muc_tieu": "Thêm điểm"}
SCORE, CLIMB = {"muc_tieu": "Đạt điểm"}, {"muc_tieu": "Tăng bậc so với năm trước"}
PAPI = {"cua": "PAPI của tỉnh"}


def rooms(
    scores: dict[str, float], gap: float, codes=None
) -> dict[str, tuple[float, float, float]]:
    """Room, share and what to add of each sub-dimension, by hand."""
    highest = {c: 10 / by_hand.DIMENSIONS[c[0]] for c in codes or scores if "." in c}
    room = {c: highest[c] - scores[c] for c in highest}
    whole = sum(room.values())
    return {c: (room[c], room[c] / whole, gap * room[c] / whole) for c in room}


def assert_table(app, expected: dict[str, tuple[float, float, float]]) -> None:
    table = app.dataframe[0].value.set_index("code")
    assert set(table.index) == set(expected)
    assert list(table.index) == sorted(expected, key=lambda c: -expected[c][0])
    for code, (room, share, needed) in expected.items():
        said = [vietnamese(room), f"{vietnamese(100 * share, 1)}\u00a0%", signed(needed)]
        assert list(table.loc[code, ["room", "share", "needed"]]) == said, code


def test_gap_to_a_score_and_its_share_of_every_room(filled):
    app = opened("goal", diem="46,5")
    scores = by_hand.scores(2023)
    gap = 46.5 - scores["PAPI"]
    assert title(app) == f"Còn thiếu {vietnamese(gap)} điểm để đạt 46,50 điểm"
    assert "phép tính số học, không phải dự báo" in about(app) and SIMULATED in about(app)
    assert_table(app, rooms(scores, gap))
    shown = {metric.label: metric.value for metric in app.metric}
    whole = 80 - scores["PAPI"]
    assert shown == {
        "Điểm năm 2023": vietnamese(scores["PAPI"]),
        "Mục tiêu": "46,50",
        "Còn thiếu": vietnamese(gap),
        "Cần lấp chỗ còn lại": f"{vietnamese(100 * gap / whole, 1)}\u00a0%",
    }
    needed = [x for t in figures(app)[0]["data"] if t["name"] == "needed" for x in t["x"] if x]
    expected = sorted(more for *_, more in rooms(scores, gap).values())
    assert [round(x, 9) for x in sorted(needed)] == [round(x, 9) for x in expected]


def totals(year: int) -> dict[str, float]:
    return {unit: by_hand.scores(year, unit=unit)["PAPI"] for unit in by_hand.communes(year)}


def place_in(scores: dict[str, float], unit: str = by_hand.HOME) -> int:
    return 1 + sum(score > scores[unit] for score in scores.values())


def test_nobody_s_aim_is_set_before_somebody_sets_one(filled):
    app = opened("goal")
    scores = totals(2023)
    assert title(app) == (
        f"Mục tiêu là gì? Năm 2023: {vietnamese(scores[by_hand.HOME])} điểm, "
        f"thứ {place_in(scores)} trong 18 xã"
    )
    assert "Chọn mục tiêu ở trên: tăng bậc so với năm trước" in html(app)
    assert not app.metric and set(app.dataframe[0].value.needed) == {"–"}
    assert app.segmented_control(key="muc_tieu").options[0] == CLIMB["muc_tieu"]
    for kind, asked in ((SCORE, "điểm muốn đạt"), (PLACE, "hạng muốn đạt"), (POINTS, "muốn thêm")):
        app = opened("goal", **kind)
        assert title(app).startswith("Mục tiêu là gì?") and not app.metric
        assert asked in html(app) and "rồi nhấn Enter" in html(app)


def test_a_higher_place_than_the_year_before(filled):
    """Xã Đức Hợp was 12th of 18 and is 10th; Xã số 16 was 9th and is 11th."""
    before, now = totals(2022), totals(2023)
    home = place_in(before), place_in(now)
    assert home == (12, 10)
    app = opened("goal", **CLIMB)
    assert title(app) == (  # it may be 6th to 14th, and was 7th to 15th
        "Thứ 10 trong 18 xã năm 2023, năm 2022 thứ 12/18: chưa đủ căn cứ để nói đã tăng bậc"
    )
    assert "chưa chắc đã đạt hay chưa đạt" in about(app)  # its interval holds the 11th's score
    tiles = {metric.label: metric.value for metric in app.metric}
    assert tiles["Còn thiếu"] == "0, chưa chắc"
    wanted = sorted((s for u, s in now.items() if u != by_hand.HOME), reverse=True)[10]
    assert tiles["Mục tiêu: điểm đủ để đứng hạng 11"] == vietnamese(wanted)
    fell = "Xã số 16"
    was = place_in(before, fell)
    assert was == 9
    wanted = sorted((s for u, s in now.items() if u != fell), reverse=True)[was - 2]
    app = opened("goal", xa=fell, **CLIMB)
    assert title(app) == (
        f"Còn thiếu {vietnamese(wanted - now[fell])} điểm để đứng thứ 8 trong 18 xã, "
        "cao hơn thứ 9/18 của năm 2022"
    )
    first = app.dataframe[0].value.iloc[0]
    gap, whole = wanted - now[fell], 80 - now[fell]
    said = f"Đủ nếu mỗi nội dung lấp {vietnamese(100 * gap / whole, 1)}\u00a0% chỗ còn lại"
    assert said in html(app) and f"nhiều nhất ở {first.code} " in html(app)


def test_who_was_first_stays_first(filled):
    assert place_in(totals(2022), "Xã số 03") == place_in(totals(2023), "Xã số 03") == 1
    app = opened("goal", xa="Xã số 03", **CLIMB)
    assert title(app) == "Năm 2022 đã đứng đầu; năm 2023 đứng thứ 1 trong 18 xã"


def test_no_place_is_compared_across_a_break_of_the_index(filled):
    """The total of 2021 was made anew; from 2022 to 2023 nothing was."""
    app = opened("goal", **PAPI, **CLIMB, nam="2021")
    assert title(app).startswith("Mục tiêu là gì?")
    assert "Không so được hạng với năm 2020" in html(app)
    app = opened("goal", **PAPI, **CLIMB)
    scores = {year: summed_totals(year) for year in (2022, 2023)}
    before, now = (place_in(scores[year], "Hưng Yên") for year in (2022, 2023))
    wanted = sorted((s for n, s in scores[2023].items() if n != "Hưng Yên"), reverse=True)
    if now < before:
        assert title(app).startswith(f"Thứ {now} trong 61 tỉnh năm 2023, cao hơn thứ {before}/61")
    else:
        gap = wanted[before - 2] - scores[2023]["Hưng Yên"]
        assert title(app).startswith(f"Còn thiếu {vietnamese(gap)} điểm để đứng thứ {before - 1}")


def summed_totals(year: int) -> dict[str, float]:
    found = {name: summed(parts)["PAPI"] for name, parts in published(year).items()}
    return {name: score for name, score in found.items() if score}


def test_points_more(filled):
    score = by_hand.scores(2023)["PAPI"]
    app = opened("goal", **POINTS, them="1,5")
    assert title(app) == f"Còn thiếu 1,50 điểm để đạt {vietnamese(score + 1.5)} điểm"


@pytest.mark.parametrize("place", [1, 4])
def test_place_among_the_communes_is_the_score_of_who_holds_it(filled, place):
    scores = {unit: by_hand.scores(2023, unit=unit)["PAPI"] for unit in by_hand.communes(2023)}
    own = scores.pop(by_hand.HOME)
    wanted = sorted(scores.values(), reverse=True)[place - 1]
    app = opened("goal", **PLACE, hang=str(place))
    assert title(app) == (
        f"Còn thiếu {vietnamese(wanted - own)} điểm để đứng thứ {place} trong 18 xã, "
        f"tức đạt {vietnamese(wanted)} điểm"
    )
    assert "Coi như điểm của các đơn vị khác giữ nguyên." in html(app)


def test_goal_of_one_dimension_is_shared_by_its_parts(filled):
    app = opened("goal", linh_vuc="5 Thủ tục hành chính công", diem="8")
    scores = by_hand.scores(2023)
    assert_table(app, rooms(scores, 8 - scores["5"], [c for c in scores if c.startswith("5.")]))


def test_place_of_the_province_in_the_published_index(filled):
    app = opened("goal", **PAPI, **PLACE, hang="5")
    totals = {name: summed(parts)["PAPI"] for name, parts in published(2023).items()}
    fifth = sorted((t for n, t in totals.items() if t and n != "Hưng Yên"), reverse=True)[4]
    # 44.2282 is Hưng Yên's published total, 12th of 61
    assert title(app) == (
        f"Còn thiếu {vietnamese(fifth - 44.2282)} điểm để đứng thứ 5 trong 61 tỉnh, "
        f"tức đạt {vietnamese(fifth)} điểm"
    )
    assert about(app).startswith("Hưng Yên, PAPI đã công bố năm 2023") and SIMULATED not in about(
        app
    )
    assert "thấp hơn thang PAPI in" in html(app)
    assert_table(app, rooms(published(2023)["Hưng Yên"], fifth - totals["Hưng Yên"]))


def test_goal_that_is_reached_is_said(filled):
    score = vietnamese(by_hand.scores(2023)["PAPI"])
    app = opened("goal", diem="40")
    assert title(app) == f"Đã đạt mục tiêu 40,00 điểm: điểm năm 2023 là {score}"
    assert set(app.dataframe[0].value.needed) == {"–"}
    assert {m.label: m.value for m in app.metric}["Còn thiếu"] == "0,00"


def test_goal_beyond_the_scale_is_said(filled):
    assert title(opened("goal", diem="81")) == ("Không thể đạt 81,00 điểm: thang điểm chỉ đến 80")
    app = opened("goal", linh_vuc="5 Thủ tục hành chính công", **POINTS, them="5")
    assert title(app).endswith("điểm: thang điểm chỉ đến 10")
    assert set(app.dataframe[0].value.needed) == {"–"}


def test_last_place_takes_any_score(filled):
    app = opened("goal", **PLACE, hang="18")
    assert title(app) == "Hạng cuối: điểm nào cũng đạt"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"diem": "nhiều"}, "hãy ghi một số lớn hơn 0, ví dụ 45,5."),
        (PLACE | {"hang": "19"}, "hãy ghi một số nguyên từ 1 đến 18."),
        (POINTS | {"them": "-2"}, "hãy ghi một số lớn hơn 0, ví dụ 1,5."),
    ],
)
def test_what_cannot_be_read_is_said_and_no_goal_is_set(filled, address, said):
    app = opened("goal", **address)
    assert said in html(app) and title(app).startswith("Mục tiêu là gì?") and not app.metric


def test_goal_within_the_interval_of_the_score_says_it_is_not_certain(filled):
    score = by_hand.scores(2023)["PAPI"]
    near = f"{score + 0.01:.2f}"
    reached = title(opened("goal", diem=f"{score - 0.01:.2f}"))
    assert reached.endswith("trong sai số: chưa chắc đã đạt")
    assert "chưa chắc đã đạt hay chưa đạt" in about(opened("goal", diem=near))
    assert "chưa chắc" not in about(opened("goal", diem="60"))


def test_district_has_no_place_among_communes(filled):
    app = opened("goal", xa="Huyện mô phỏng", **PLACE)
    assert title(app) == "Không có đơn vị nào khác có điểm để xếp hạng cùng"


def test_hidden_score_has_no_gap(store):
    write(store, {"Thôn Đông": group(5, FEW), "Thôn Tây": group(4, FEW)})
    app = opened("goal", diem="70")
    assert title(app) == "Điểm năm 2023 bị ẩn vì ít người trả lời: không tính được mục tiêu"
    assert shown_of(app, FEW) == [] and not figures(app)


def test_hidden_commune_holds_no_place(store):
    write(store, {"Thôn Đông": group(40, MANY), "Thôn Tây": group(40, MANY)})
    write(store, {"Thôn Một": group(5, FEW), "Thôn Hai": group(4, FEW)}, "Xã Bình", 11)
    app = opened("goal", xa="Xã An", **PLACE)
    assert shown_of(app, FEW) == []
    assert title(app) == "Không có đơn vị nào khác có điểm để xếp hạng cùng"


def test_year_without_a_score_has_no_gap(store):
    store.write(lambda cursor: survey(cursor, {"Thôn": [Form({"Q": 1})] * 12},
                                      {"Q": ("1.1", 0, 1)}, unit="Xã An"))  # fmt: skip
    app = opened("goal")
    assert title(app) == "Chưa có điểm năm 2023: không tính được mục tiêu"
    assert "Hãy chọn năm, lĩnh vực hoặc đơn vị khác." in html(app)


def test_hidden_part_is_left_out_of_the_room_and_said(store):
    """Nine answer the question of 2.3; the total is there, for all parts have an estimate.

    2.1 goes with it: alone it would be the dimension less the other three.
    """

    def work(cursor) -> None:
        asked = whole_questionnaire()
        everything = dict.fromkeys(asked, MANY)
        without = {code: answer for code, answer in everything.items() if code != "Q2.3"}
        forms = [Form(everything | {"Q2.3": FEW})] * 9 + [Form(without)] * 40
        survey(cursor, {"Thôn": forms}, asked, {"Thôn": 400}, unit="Xã An")
        store_scores(cursor, "Xã An")

    store.write(work)
    app = opened("goal", diem="40")
    table = app.dataframe[0].value.set_index("code")
    for code in ("2.1", "2.3"):
        row = table.loc[code, ["estimate", "room", "share", "needed"]]
        assert list(row) == ["ẩn", "ẩn", "–", "–"]
    assert "2 nội dung không có số liệu hoặc bị ẩn" in html(app)
    hidden = 0.25 + 2.25 * FEW
    said = read_by_people(app)
    for figure in (hidden, 2.5 - hidden):
        assert vietnamese(figure) not in said
