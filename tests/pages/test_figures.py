"""Figures on pages against the sample workbooks, read and added up by other means."""

import json
import re
from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from tests.pages import by_hand
from tests.pages.conftest import (
    SIMULATED,
    about,
    chip_labels,
    figure_texts,
    figures,
    html,
    opened,
    title,
)
from tests.queries.rows import Form, add_unit, store_scores, survey
from tests.queries.test_published_scores import published as published_of
from tests.queries.test_published_scores import summed

YEAR_END, HALF_YEAR = date(2023, 10, 25), date(2023, 5, 31)
H1 = "6 tháng đầu năm"
STATES = {
    "done_on_time": "hoàn thành đúng hạn",
    "done_late": "hoàn thành trễ",
    "overdue": "quá hạn",
    "in_progress": "đang thực hiện",
    "not_started": "chưa đến hạn",
}
DONE = ("done_on_time", "done_late")


def vietnamese(number: float, digits: int = 2) -> str:
    """Half up, as an office rounds by hand; what is beyond nine digits is the machine's noise."""
    exact = Decimal(str(round(number, 9)))
    text = f"{exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP):f}"
    return text.replace(".", ",").replace("-", "\u2212")


def change(before: float, now: float) -> str:
    """The difference of the two figures as they are written."""
    cents = [
        round(float(vietnamese(x).replace("\u2212", "-").replace(",", ".")) * 100)
        for x in (before, now)
    ]
    return signed((cents[1] - cents[0]) / 100)


def signed(number: float) -> str:
    text = vietnamese(number)
    if text.strip("\u2212") == "0,00":
        return "0,00"
    return text if number < 0 else "+" + text


def drawn(figure: dict) -> list[float]:
    """Every number of the figure's traces along x."""
    return [x for trace in figure["data"] for x in trace.get("x", ()) if isinstance(x, float)]


def by_key(app, key: str) -> dict:
    """One of several figures, by the end of its element's name."""
    plots = app.get("plotly_chart")
    places = [place for place, plot in enumerate(plots) if plot.proto.id.endswith("-" + key)]
    return figures(app)[places[0]]


def counts_drawn(figure: dict) -> dict[str, dict[str, int]]:
    """Lengths of a stacked bar's pieces: official -> state -> count."""
    found: dict[str, dict[str, int]] = {}
    for trace in figure["data"]:
        for length, (official, state, *_) in zip(
            trace.get("x", ()), trace.get("customdata", ()), strict=False
        ):
            if state in STATES and length:
                found.setdefault(official, {})[state] = length
    return found


@pytest.mark.parametrize(
    ("address", "as_of"),
    [({}, YEAR_END), ({"ky": H1}, HALF_YEAR), ({"ngay": "2023-03-15"}, date(2023, 3, 15))],
)
def test_overview_shows_score_tasks_and_what_is_late(filled, address, as_of):
    app = opened("overview", **address)
    scores = {year: by_hand.scores(year)["PAPI"] for year in (2022, 2023)}
    listed = by_hand.tasks(as_of, HALF_YEAR if "ky" in address else YEAR_END)
    states = Counter(task["state"] for task in listed)
    late = sorted((task for task in listed if task["late"]), key=lambda task: -task["late"])
    done = sum(states[state] for state in DONE)
    figure = {metric.label: (metric.value, metric.delta) for metric in app.metric}
    assert figure["Điểm theo phương pháp PAPI 2023 (/80)"] == (
        vietnamese(scores[2023]),
        f"{change(scores[2022], scores[2023])} ◆ chưa đủ căn cứ",  # p = 0.17
    )
    assert figure["Nhiệm vụ đã hoàn thành"][0] == f"{done}/56"
    assert figure["Nhiệm vụ quá hạn"] == (str(len(late)), f"! {late[0]['late']} ngày")
    for state, count in states.items():
        assert f"{count} {STATES[state]}" in html(app)
    assert counts_drawn(by_key(app, "overview_bar"))[""] == states
    assert title(app) == (
        f"Điểm theo phương pháp PAPI 2023: {vietnamese(scores[2023])} trên 80; "
        f"{len(late)} nhiệm vụ quá hạn"
    )
    assert f"tính đến {as_of:%d/%m/%Y}" in about(app)
    days = re.findall(r"<b>(\d+)<small>ngày", html(app))
    assert days == [str(task["late"]) for task in late[:4]]


def test_overview_at_the_end_of_2023_as_the_issue_has_it(filled):
    """No sum in between: the numbers as people counted them."""
    figure = {metric.label: (metric.value, metric.delta) for metric in opened("overview").metric}
    assert figure["Nhiệm vụ đã hoàn thành"] == ("47/56", "84\u00a0%")
    assert figure["Nhiệm vụ quá hạn"] == ("8", "! 298 ngày")  # 31/12/2022 to 25/10/2023
    assert figure["Hạn gửi báo cáo"][0] == "25/10/2023"
    bar = counts_drawn(by_key(opened("overview"), "overview_bar"))[""]
    assert bar == {"done_on_time": 39, "done_late": 8, "overdue": 8, "in_progress": 1}
    half = {metric.label: metric.value for metric in opened("overview", ky=H1).metric}
    assert half["Hạn gửi báo cáo"] == "trước 03/06/2023"  # as the plan says it


def test_overview_of_a_district_counts_every_commune_s_tasks(filled):
    rows = [row for row in by_hand.sheets("bieu-nhiem-vu-huyen-2023.xlsx")[0] if row[0] != "STT"]
    known = [row for row in rows if isinstance(row[0], int)]
    figure = {m.label: m.value for m in opened("overview", xa="Huyện mô phỏng").metric}
    done = sum(row[9] is not None for row in known)
    assert figure["Nhiệm vụ đã hoàn thành"] == f"{done}/{len(known)}" and len(known) == 724


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ({}, {}),
        ({"thon": "Thôn Hạ"}, {"village": "Thôn Hạ"}),
        ({"gioi": "Nữ"}, {"sex": "Nữ"}),
        ({"thon": "Thôn Đông", "gioi": "Nam"}, {"village": "Thôn Đông", "sex": "Nam"}),
        ({"xa": "Xã số 03"}, {"unit": "Xã số 03"}),
    ],
    ids=str,
)
@pytest.mark.parametrize("level", ["8 lĩnh vực", "Nội dung thành phần"])
def test_components_chart_holds_the_scores_of_the_domain(filled, address, domain, level):
    app = opened("components", muc=level, **address)
    (figure,) = figures(app)
    is_sub = level != "8 lĩnh vực"
    before, now = by_hand.scores(2022, **domain), by_hand.scores(2023, **domain)
    codes = [c for c in now if c != "PAPI" and ("." in c) == is_sub]
    assert len(codes) == (28 if is_sub else 8)
    table = app.dataframe[0].value.set_index("code")
    # Of the men of one village: what would tell of another village's few is not shown.
    unseen = [code for code in codes if table.loc[code, "change"] == "ẩn"]
    assert len(unseen) < len(codes) / 2 and (not unseen or len(domain) == 2)
    points = drawn(figure)
    for code in set(codes) - set(unseen):
        for expected in (before[code], now[code], now[code] - before[code]):
            assert any(abs(x - expected) < 1e-9 for x in points), (code, expected)
        assert any(vietnamese(now[code]) in text for text in figure_texts(app))
        assert list(table.loc[code, ["from", "to", "change"]]) == [
            vietnamese(before[code]),
            vietnamese(now[code]),
            change(before[code], now[code]),
        ]
    total = f"tổng điểm {vietnamese(before['PAPI'])} (2022), {vietnamese(now['PAPI'])} (2023)"
    opening = title(app) if {"thon", "gioi"} & address.keys() else about(app)
    assert total in opening.replace("\u00a0", " ")
    what = "nội dung" if is_sub else "lĩnh vực"
    assert f"{len(codes) - len(unseen)} {what}: " in title(app)
    for word in ("tăng rõ rệt", "giảm rõ rệt", "chưa đủ căn cứ"):
        said = re.search(rf"(\d+)\s{word}", title(app))
        in_table = table.loc[codes].verdict.str.endswith(word).sum()
        assert int(said[1] if said else 0) == in_table
        assert sum(word in text for text in figure_texts(app)) == in_table
    wanted = {address[key] for key in ("thon", "gioi") if key in address}
    assert chip_labels(app) == wanted


def test_components_of_one_dimension_are_its_parts_by_difference(filled):
    app = opened("components", linh_vuc="5 Thủ tục hành chính công", thu_tu="Theo chênh lệch")
    before, now = by_hand.scores(2022), by_hand.scores(2023)
    parts = [code for code in now if code.startswith("5.")]
    ordered = sorted(parts, key=lambda code: -abs(now[code] - before[code]))
    assert len(parts) == 3 and list(app.dataframe[0].value.code) == ordered
    assert chip_labels(app) == {"5 Thủ tục hành chính công"}


APART = {
    2022: "Thôn Mới thấp hơn rõ rệt ở Công khai, minh bạch; Thôn Bắc thấp hơn rõ rệt ở Thủ tục "
    "hành chính công, cao hơn rõ rệt ở Quản trị môi trường",
    2023: "Thôn Trung thấp hơn rõ rệt ở Cung ứng dịch vụ công",
}


@pytest.mark.parametrize("year", [2022, 2023])
def test_village_map_holds_each_village_s_scores(filled, year):
    app = opened("villages", nam=str(year))
    table = app.dataframe[0].value.set_index("village")
    adults = {row[1]: row[2] for row in by_hand.sheets("khao-sat-2023.xlsx")[2][1:]}
    assert set(table.index) == {*adults, "Cả xã"} and len(adults) == 8
    said = str(figures(app)[0]["data"])
    for village in (*adults, "Cả xã"):
        scores = by_hand.scores(year, None if village == "Cả xã" else village)
        for code in ("PAPI", *"12345678"):
            assert table.loc[village, code] == vietnamese(scores[code])
            assert vietnamese(scores[code]) in said
    totals = {village: by_hand.scores(year, village)["PAPI"] for village in adults}
    assert list(table.index)[:-1] == sorted(totals, key=totals.__getitem__, reverse=True)
    assert table.adults["Thôn Đông"] == "1.240"
    assert table.official["Thôn Đông"] == "Công chức Văn phòng - Thống kê"
    # tests/queries/test_village_differences.py holds the test to scipy's; Thôn Hạ and Thôn
    # Thượng differ too, but of few forms nothing is said in a title.
    assert title(app) == f"{APART[year]} so với phần còn lại của xã, năm {year}"


def test_villages_that_clearly_changed_are_named_without_opening_one(filled):
    """Told by the change of each village alone; the figures by hand."""
    said = html(opened("villages"))
    before, now = (by_hand.scores(year, "Thôn Bắc")["7"] for year in (2022, 2023))
    assert f"Thôn Bắc ở Quản trị môi trường ({vietnamese(before)} → {vietnamese(now)});" in said
    assert "Tổng điểm năm 2023: cả xã 44,37; cao nhất Thôn Hạ 46,11 (ít phiếu), " in said
    assert "thấp nhất Thôn Đoài 43,17. Thứ tự chưa chắc" in said


def test_an_opened_village_begins_with_its_total_and_leads_to_each_component(filled):
    app = opened("villages", thon="Thôn Đoài")
    assert title(app) == (
        "Thôn Đoài 43,17 điểm năm 2023, cả xã 44,37: không khác rõ phần còn lại của xã"
    )
    said = html(app)
    assert "Thôn Đoài đứng thứ 8 trong 8 thôn theo tổng điểm, có thể từ" in said
    assert "Năm 2022 43,52 điểm, nay 43,17, chênh −0,35: chưa đủ căn cứ." in said
    tree = [code for code in by_hand.scores(2023) if code != "PAPI"]
    for code in tree:
        assert f'href="chi-tiet?ma={code}&thon=Th%C3%B4n+%C4%90o%C3%A0i"' in said
    assert len(tree) == 36
    late = [
        "Toàn xã" in task["areas"]
        for task in tasks_of(None, "Thôn Đoài", YEAR_END)
        if task["state"] == "overdue"
    ]
    own = f"{late.count(False)} việc ghi Thôn Đoài, {late.count(True)} việc chung toàn xã."
    assert f"Việc quá hạn: {own}" in said and len(late) == 6
    order = [said.index(one) for one in ("người phụ trách", "Chưa có giải trình", "bên cạnh cả")]
    assert order == sorted(order)


def test_chosen_village_has_both_years_and_its_official(filled):
    app = opened("villages", thon="Thôn Hạ")
    before, now = by_hand.scores(2022, "Thôn Hạ"), by_hand.scores(2023, "Thôn Hạ")
    points = drawn(by_key(app, "village_levels"))
    for dimension in "12345678":
        for expected in (before[dimension], now[dimension], now[dimension] - before[dimension]):
            assert any(abs(x - expected) < 1e-9 for x in points)
    who = "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường"
    assert f"Thôn Hạ: người phụ trách là {who}." in html(app)


@pytest.mark.parametrize("ky", [None, H1])
@pytest.mark.parametrize("role", ["Chủ trì", "Phối hợp"])
def test_officials_have_their_tasks_in_their_states(filled, role, ky):
    app = opened("officials", vai_tro=role, **({"ky": ky} if ky else {}))
    as_of = HALF_YEAR if ky else YEAR_END
    expected: dict[str, Counter] = {}
    for task in by_hand.tasks(as_of, as_of):
        for official in [task["lead"]] if role == "Chủ trì" else task["supports"]:
            expected.setdefault(official, Counter())[task["state"]] += 1
    assert counts_drawn(by_key(app, "officials_completion")) == expected
    late = sum(counts["overdue"] > 0 for counts in expected.values())
    said = "có nhiệm vụ quá hạn" if role == "Chủ trì" else "phối hợp việc đang quá hạn"
    assert title(app) == f"{late} trong {len(expected)} đầu mối {said}"


def test_officials_of_the_year_as_people_counted_them(filled):
    found = counts_drawn(by_key(opened("officials"), "officials_completion"))
    assigned = {official: sum(counts.values()) for official, counts in found.items()}
    assert assigned["Công chức Văn phòng - Thống kê"] == 11
    assert assigned["UB MTTQ xã"] == 4 and len(assigned) == 14 and sum(assigned.values()) == 56


def tasks_of(component: str | None, village: str | None, as_of: date) -> list[dict]:
    """What a filter leaves: a component's own and all below it, whole-commune tasks too."""
    return [
        task
        for task in by_hand.tasks(as_of)
        if (component is None or (task["component"] + ".").startswith(component + "."))
        and (village is None or {"Toàn xã", village} & set(task["areas"]))
    ]


@pytest.mark.parametrize(
    ("address", "component", "village", "state"),
    [
        ({}, None, None, None),
        ({"thon": "Thôn Hạ"}, None, "Thôn Hạ", None),
        ({"thanh_phan": "5 Thủ tục hành chính công"}, "5", None, None),
        ({"thanh_phan": "1.1 Tri thức công dân"}, "1.1", None, None),
        ({"trang_thai": "quá hạn"}, None, None, "overdue"),
        ({"thon": "Thôn Mới", "trang_thai": "hoàn thành trễ"}, None, "Thôn Mới", "done_late"),
        ({"ngay": "2023-05-31"}, None, None, None),
        ({"ngay": "2023-05-31", "trang_thai": "quá hạn"}, None, None, "overdue"),
    ],
    ids=str,
)
def test_task_list_holds_what_the_address_asks_for(filled, address, component, village, state):
    app = opened("officials", **address)
    as_of = date.fromisoformat(address.get("ngay", "2023-10-25"))
    expected = {
        task["task"]: task
        for task in tasks_of(component, village, as_of)
        if state in (None, task["state"])
    }
    listed = app.dataframe[-1].value
    assert set(listed.task) == set(expected) and len(listed) == len(expected) > 0
    for row in listed.itertuples():
        task = expected[row.task]
        assert row.state.endswith(STATES[task["state"]])
        assert row.days_late == str(task["late"]) or task["late"] is None
        assert (row.lead, row.code) == (task["lead"], task["component"])
        assert row.due == f"{task['due']:%d/%m/%Y}"
    late = [task["late"] or 0 for task in map(expected.get, listed.task)]
    assert late == sorted(late, reverse=True)
    set_in_address = [value for key, value in address.items() if key != "ngay"]
    assert chip_labels(app) == set(set_in_address)


def test_task_list_of_one_official(filled):
    app = opened("officials", can_bo="UB MTTQ xã")
    expected = {t["task"] for t in by_hand.tasks(YEAR_END) if t["lead"] == "UB MTTQ xã"}
    assert set(app.dataframe[-1].value.task) == expected and len(expected) == 4
    assert '<h2 class="papi-chart-title">UB MTTQ xã</h2>' in html(app)


@pytest.mark.parametrize("as_of", [date(2023, 6, 10), YEAR_END, date(2022, 12, 1)])
def test_follow_up_lists_what_is_overdue_or_due_within_thirty_days(filled, as_of):
    app = opened("follow_up", ngay=str(as_of))
    urgent = [
        task
        for task in by_hand.tasks(as_of)
        if task["state"] == "overdue"
        or (task["state"] in ("in_progress", "not_started") and (task["due"] - as_of).days <= 30)
    ]
    overdue = [task for task in urgent if task["state"] == "overdue"]
    assert title(app) == (
        f"{len(overdue)} nhiệm vụ quá hạn, {len(urgent) - len(overdue)} đến hạn trong 30 ngày tới"
    )
    listed = re.findall(
        r'papi-when">([^<]+)</td><td class="papi-task"><a [^>]+>([^<]+)</a></td>', html(app)
    )
    assert sorted(listed) == sorted(
        (
            f"! quá hạn {task['late']} ngày"
            if task["late"]
            else f"còn {(task['due'] - as_of).days} ngày"
            if task["due"] > as_of
            else "đến hạn đúng ngày đang xem",
            task["task"],
        )
        for task in urgent
    )
    groups = re.findall(r'colspan="7">(.+?) <small>(\d+) quá hạn, (\d+) sắp', html(app))
    assert {name: (int(late), int(soon)) for name, late, soon in groups} == {
        lead: (
            sum(task["lead"] == lead for task in overdue),
            sum(task["lead"] == lead for task in urgent if task not in overdue),
        )
        for lead in {task["lead"] for task in urgent}
    }


def test_follow_up_of_one_official(filled):
    who = "Công chức Tài chính - Kế toán"
    app = opened("follow_up", can_bo=who)
    late = sum(t["lead"] == who and t["state"] == "overdue" for t in by_hand.tasks(YEAR_END))
    assert title(app).startswith(f"{who}: {late} nhiệm vụ quá hạn, ") and late
    assert html(app).count('colspan="7"') == 1


@pytest.mark.parametrize(("year", "component"), [(2023, "PAPI"), (2022, "PAPI"), (2023, "5")])
def test_communes_stand_in_the_order_of_their_own_surveys(filled, year, component):
    chosen = {} if component == "PAPI" else {"thanh_phan": "5 Thủ tục hành chính công"}
    app = opened("compare", den=str(year), **chosen)
    scores = {unit: by_hand.scores(year, unit=unit)[component] for unit in by_hand.communes(year)}
    order = sorted(scores, key=scores.get, reverse=True)
    own = order.index(by_hand.HOME) + 1
    score = vietnamese(scores[by_hand.HOME])
    about = "".join(f"{name}: " for name in chosen.values())
    whose = "trong 18 xã được khảo sát của Tỉnh Hưng Yên"
    said = rf"{about}Xã Đức Hợp đứng thứ {own} {whose}, có thể từ (\d+) đến (\d+); {score} điểm"
    low, high = map(int, re.fullmatch(said, title(app)).groups())
    assert low <= own <= high
    table = app.dataframe[0].value
    assert table.set_index("unit").places[by_hand.HOME] == f"từ {low} đến {high}"
    assert list(table.unit) == order
    assert list(table["rank"]) == [str(place) for place in range(1, 19)]
    assert list(table.estimate) == [vietnamese(scores[unit]) for unit in order]
    points = drawn(figures(app)[0])
    assert all(any(abs(x - score) < 1e-9 for x in points) for score in scores.values())


def spread(cursor) -> None:
    """As in test_unit_ranking: differences above 1.105 answers are clear between these four."""
    for name, middle in {"Xã A": 8, "Xã B": 7, "Xã C": 5.9, "Xã D": 5}.items():
        add_unit(cursor, name)
        people = [Form({"Q1": middle - 1}), Form({"Q1": middle + 1})] * 6
        survey(cursor, {"Thôn": people}, {"Q1": ("1.1", 0, 10)}, unit=name)
        store_scores(cursor, name)


PLACES = {"Xã A": (1, 1, 2), "Xã B": (2, 1, 3), "Xã C": (3, 2, 4), "Xã D": (4, 3, 4)}


def test_a_rank_says_the_places_it_may_have(store):
    store.write(spread)
    for unit, (rank, low, high) in PLACES.items():
        app = opened("compare", xa=unit, thanh_phan="1.1 Tri thức công dân")
        said = f"{unit} đứng thứ {rank} trong 4 xã được khảo sát, có thể từ {low} đến {high}; "
        assert title(app).startswith(f"1.1 Tri thức công dân: {said}")
    table = app.dataframe[0].value.set_index("unit")
    said = str(figures(app)[0])
    for name, (rank, low, high) in PLACES.items():
        assert list(table.loc[name, ["rank", "places"]]) == [str(rank), f"từ {low} đến {high}"]
        assert f"{rank}, có thể từ {low} đến {high}" in said
    # A: 0.25 + 0.225 x 8 points; its error 0.225 x 0.3015, t of 11 df 2.201: 0.1493 either way
    ends = [
        x for trace in figures(app)[0]["data"] if trace["name"] == "interval" for x in trace["x"]
    ]
    assert any(x and abs(x - (2.05 - 0.1493)) < 1e-4 for x in ends)
    assert any(x and abs(x - (2.05 + 0.1493)) < 1e-4 for x in ends)
    assert "Dưới 8 đơn vị có điểm: không chia nhóm." in html(app)


def test_four_groups_of_communes_with_their_cuts(filled):
    app = opened("compare")
    units = by_hand.communes(2023)
    scores = sorted(by_hand.scores(2023, unit=unit)["PAPI"] for unit in units)
    # of eighteen the cuts lie at places 5.25, 9.5 and 13.75
    low, middle, high = (
        scores[place] + part * (scores[place + 1] - scores[place])
        for place, part in ((4, 0.25), (8, 0.5), (12, 0.75))
    )
    assert f"Cao: từ {vietnamese(high)}<" in html(app)
    assert f"Trung bình cao: {vietnamese(middle)} đến dưới {vietnamese(high)}<" in html(app)
    assert f"Trung bình thấp: {vietnamese(low)} đến dưới {vietnamese(middle)}<" in html(app)
    assert f"Thấp: dưới {vietnamese(low)}<" in html(app)
    table = app.dataframe[0].value
    names = ["Cao"] * 5 + ["Trung bình cao"] * 4 + ["Trung bình thấp"] * 4 + ["Thấp"] * 5
    assert list(table.group) == names


def test_communes_have_their_tasks_beside_the_score(filled):
    table = opened("compare").dataframe[0].value.set_index("unit")
    assert list(table.loc["Xã Đức Hợp", ["completion", "overdue"]]) == ["47/56 · 84\u00a0%", "8"]


def test_provinces_are_the_published_index(filled):
    app = opened("compare", nhom="63 tỉnh, thành phố")
    said = "Hưng Yên đứng thứ 12 trong 61 tỉnh năm 2023, 44,23 điểm; năm 2022 thứ 11"
    assert title(app) == said
    table = app.dataframe[-1].value.set_index("province")
    assert list(table.loc["Hưng Yên", ["rank", "estimate"]]) == ["12", "44,2282"]
    assert list(table.loc["Thừa Thiên Huế", ["rank", "estimate"]]) == ["1", "46,0415"]
    assert list(table.loc["Quảng Ninh", ["rank", "estimate"]]) == ["–", "không có số liệu"]
    assert table.withheld["Quảng Ninh"] == "không công bố điểm, từ 2023"
    assert list(table.loc["Hưng Yên", ["rank_from", "places_moved"]]) == ["11", "−1"]
    assert table.group["Hưng Yên"] == "Cao" and table.group["Quảng Ninh"] == "–"
    assert len(table) == 63


@pytest.mark.parametrize("address", [{"nam": "2022"}, {"den": "2022"}])
def test_year_of_the_provinces_stands_in_the_address(filled, address):
    app = opened("compare", nhom="63 tỉnh, thành phố", **address)
    said = "Hưng Yên đứng thứ 11 trong 61 tỉnh năm 2022, 44,18 điểm; năm 2021 thứ 5"
    assert title(app) == said


def test_why_a_province_has_no_rank_is_said_and_another_can_be_looked_at(filled):
    app = opened("compare", nhom="63 tỉnh, thành phố")
    assert (
        "Không có hạng năm 2023 vì không công bố điểm năm đó: Bình Dương (từ 2023), "
        "Quảng Ninh (từ 2023)." in html(app)
    )
    drawn = json.dumps(by_key(app, "compare_provinces"), ensure_ascii=False)
    assert drawn.count("không công bố điểm, từ 2023") == 2
    app = opened("compare", nhom="63 tỉnh, thành phố", tinh="Quảng Ninh")
    assert title(app) == "Quảng Ninh không có hạng năm 2023: không công bố điểm, từ 2023"
    (box,) = [box for box in app.selectbox if box.key == "tinh"]
    assert box.value == "Quảng Ninh"
    app = opened("compare", nhom="63 tỉnh, thành phố", tinh="Bắc Ninh")  # none in 2022
    assert title(app) == "Bắc Ninh đứng thứ 3 trong 61 tỉnh năm 2023, 45,70 điểm"


def test_component_of_the_provinces_stands_in_the_address(filled):
    app = opened("compare", nhom="63 tỉnh, thành phố", thanh_phan="6 Cung ứng dịch vụ công")
    table = app.dataframe[-1].value.set_index("province")
    assert table.loc["Hà Nội", "estimate"] == "7,8486"


def test_squares_of_the_provinces_show_the_group_that_papi_printed(filled):
    """Dimension 6 of 2022: the ranges stand in PAPI's report; the tile of each group."""
    app = opened("compare", nhom="63 tỉnh, thành phố", nam="2022",
                 thanh_phan="6 Cung ứng dịch vụ công")  # fmt: skip
    squares = {t["name"]: t for t in by_key(app, "compare_tiles")["data"]}
    sizes = {name: trace["x"].count(None) for name, trace in squares.items() if name != "names"}
    assert sizes == {
        "high": 16,
        "medium_high": 16,
        "medium_low": 15,
        "low": 16,
        "gap": 1,
        "marked": 1,
    }
    # between the printed ends of the groups, half way or on a score: 7.8072 to 7.8579 ...
    cuts = re.search(r"Trung bình cao: (\d,\d\d) đến dưới (\d,\d\d)<", html(app)).groups()
    middle, high = (float(cut.replace(",", ".")) for cut in cuts)
    assert 7.51 <= middle <= 7.52 and 7.81 <= high <= 7.86


def test_squares_of_withheld_provinces_are_outlines_and_say_so(filled):
    app = opened("compare", nhom="63 tỉnh, thành phố")
    squares = {t["name"]: t for t in by_key(app, "compare_tiles")["data"]}
    assert squares["withheld"]["x"].count(None) == 2
    names = dict(zip(squares["names"]["text"], squares["names"]["hovertext"], strict=True))
    assert "chưa công bố điểm" in names["Quảng Ninh –"] and "Bình Dương –" in names
    assert "nhóm: Cao" in names["<b>Hưng Yên</b>"] and "hạng 12" in names["<b>Hưng Yên</b>"]
    assert "chưa công bố điểm" in html(app)


BESIDE = {"nhom": "Bên cạnh PAPI"}


def test_own_survey_stands_beside_the_published_index_of_the_year(filled):
    app = opened("compare", **BESIDE)
    own = by_hand.scores(2023)
    assert title(app) == ("Xã Đức Hợp và PAPI Hưng Yên: hai khảo sát khác nhau, không so hơn kém")
    assert "hỏi người khác, câu khác" in about(app) and SIMULATED in about(app)
    table = app.dataframe[0].value.set_index("code")
    assert list(table.index) == ["PAPI", *"12345678"]
    assert [table.own[code] for code in table.index] == [vietnamese(own[c]) for c in table.index]
    # 44.2282 as published; the median of 61 provinces is 42.3265
    assert list(table.loc["PAPI", ["province", "median"]]) == ["44,23", "42,33"]
    published = summed(published_of(2023)["Hưng Yên"])
    assert [table.province[c] for c in table.index] == [
        vietnamese(published[c]) for c in table.index
    ]
    assert "trung vị của 61 tỉnh có điểm" in html(app)


def test_five_per_cent_rule_of_the_own_province(filled):
    before, now = (summed(published_of(year)["Hưng Yên"]) for year in (2022, 2023))
    table = opened("compare", **BESIDE).dataframe[-1].value.set_index("code")
    assert list(table.loc["PAPI", ["from", "to", "relative", "rule"]]) == [
        "44,18", "44,23", "+0,1\u00a0%", "chênh dưới 5\u00a0%"
    ]  # fmt: skip
    for code in "12345678":
        relative = (now[code] - before[code]) / before[code]
        said = table.loc[code, "rule"]
        assert said == (
            "cao hơn từ 5\u00a0% trở lên" if relative >= 0.05
            else "thấp hơn từ 5\u00a0% trở lên" if relative <= -0.05
            else "chênh dưới 5\u00a0%"
        )  # fmt: skip


def test_parts_of_a_chosen_dimension_stand_beside_too(filled):
    app = opened("compare", **BESIDE, thanh_phan="5.1 Chứng thực, xác nhận")
    assert list(app.dataframe[0].value.code) == ["5", "5.1", "5.3", "5.4"]


def test_the_median_says_of_how_many_provinces(filled):
    """In 2022 Bắc Giang and Bắc Ninh have no total; dimension 6 was published of all 63."""
    assert "trung vị của 61 tỉnh có điểm" in html(opened("compare", **BESIDE, den="2022"))
    part = opened("compare", **BESIDE, den="2022", thanh_phan="6 Cung ứng dịch vụ công")
    assert "trung vị của 63 tỉnh có điểm" in html(part)


def test_no_change_of_the_published_index_across_a_break(store):
    """Surveys of 2020 and 2021: between them 5 and the total were made anew, 1 was not."""

    def surveys(cursor) -> None:
        for year in (2020, 2021):
            survey(cursor, {"Thôn": [Form({"Q": 1})] * 12}, {"Q": ("1.1", 0, 1)},
                   unit="Xã An", year=year, import_id=year)  # fmt: skip
            store_scores(cursor, "Xã An", year)

    store.write(surveys)
    table = opened("compare", **BESIDE).dataframe[-1].value.set_index("code")
    for code in ("PAPI", "3", "5", "6"):
        assert table.relative[code] == "–"
        assert table.rule[code].startswith("không so sánh được: ")
    assert "5.2" in table.rule["5"]
    assert table.relative["1"] != "–" and "%" in table.rule["1"]


def test_filtered_total_has_its_verdict_and_men_stand_beside_women(filled):
    """Men's total is the only one of this commune that clearly rose: 43.60 to 44.61 (p 0.035)."""
    men = "43,60 (2022), 44,61 (2023), chênh +1,01: tăng rõ rệt"
    women = "44,21 (2022), 44,15 (2023), chênh \u22120,06: chưa đủ căn cứ"
    assert title(opened("components", gioi="Nam")).startswith(f"Chỉ nam: tổng điểm {men}; 8 lĩnh")
    whole = opened("components")
    assert f"Điểm của nam {men}; của nữ {women}" in html(whole).replace("\u00a0", " ")
    assert "43,89 (2022), 44,37 (2023), chênh +0,48: chưa đủ căn cứ" in about(whole)
    few = title(opened("components", gioi="Nữ", thon="Thôn Đoài"))
    assert "42,97 (2023)" in few and "(n = 15, 16: đọc thận trọng)" in few


def test_men_and_women_of_a_village_stand_on_its_page(filled):
    said = html(opened("villages", thon="Thôn Đoài")).replace("\u00a0", " ")
    told = re.search("Điểm của nam (.*?)</", said)[1]
    for sex, part in zip(("Nam", "Nữ"), told.split("; của nữ "), strict=True):
        for year in (2022, 2023):
            own = by_hand.scores(year, village="Thôn Đoài", sex=sex)["PAPI"]
            assert f"{vietnamese(own)} ({year})" in part
    assert "(n = 15, 16: đọc thận trọng)" in told


def test_every_part_leads_to_its_details_in_the_village_looked_at(filled):
    app = opened("components", muc="Nội dung thành phần", thon="Thôn Đoài")
    ways = [link.proto.query_string for link in app.get("page_link")]
    assert any("ma=2.2" in way and "thon=" in way for way in ways)
    assert "Không chia theo tuổi" in html(app)
