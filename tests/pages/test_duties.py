"""From a score to the people and back, against the plan read by other means."""

import re
from collections import Counter
from datetime import date
from urllib.parse import parse_qs

import pytest

from dashboard.readings.short_names import short_name
from dashboard.store.store import open_store
from tests.pages import by_hand
from tests.pages.conftest import PAGES, chip_labels, click, figure_texts, html, opened, title
from tests.pages.test_figures import vietnamese
from tests.queries.rows import Form, add_task, store_scores, survey, whole_questionnaire

AS_OF = date(2023, 10, 25)
PARTS = {"muc": "Nội dung thành phần"}
UNCOVERED = "giảm rõ rệt mà không còn nhiệm vụ nào đang mở"


def rows(app) -> dict[str, str]:
    """What is said of each component, by its code."""
    found = re.findall(
        r'<p class="papi-duty"><b>([\d.]+) [^<]+</b><small>(.*?)</small></p>', html(app)
    )
    return dict(found)


def links(app) -> list[tuple[str, str, dict[str, list[str]]]]:
    """Label, address and query of every link within the program."""
    protos = [element.proto for element in app.get("page_link")]
    return [(one.label, one.page, parse_qs(one.query_string)) for one in protos]


def counted(states: Counter) -> str:
    """As the page words it: overdue, open, done."""
    done = states["done_on_time"] + states["done_late"]
    still = states["in_progress"] + states["not_started"]
    said = {"quá hạn": states["overdue"], "đang mở": still, "đã hoàn thành": done}
    return ", ".join(f"{count} {name}" for name, count in said.items() if count)


def test_every_sub_dimension_has_its_tasks_and_who_leads_them(filled):
    app, plan = opened("components", **PARTS), by_hand.tasks(AS_OF)
    found, named = rows(app), links(app)
    assert len(found) == 28
    expected = []
    for code in found:
        own = [task for task in plan if task["component"] == code]
        states = Counter(task["state"] for task in own)
        assert f"{len(own)} nhiệm vụ: {counted(states)}" in found[code], code
        expected.append({task["lead"] for task in own})
    below = named[[label for label, _, _ in named].index("Ghi giải trình") :]
    people = [link for link in below if link[1] == PAGES["officials"]]
    for label, _, query in people:
        assert label == short_name(query["can_bo"][0])
    assert Counter(query["can_bo"][0] for _, _, query in people) == Counter(
        official for leads in expected for official in leads
    )


def test_what_clearly_changed_stands_first_with_who_leads_it(filled):
    """Falls before rises, dimensions before parts; tests/queries/test_oracle.py holds the test."""
    app, plan = opened("components"), by_hand.tasks(AS_OF)
    found = re.findall(
        r'<p class="papi-duty papi-changed"><b>(?:Lĩnh vực|Nội dung) ([\d.]+) ', html(app)
    )
    assert found[:4] == ["5", "5.3", "5.1", "8"] and found[4:7] == ["1.3", "8.2", "4.1"]
    (start,) = [i for i, link in enumerate(links(app)) if link[2].get("ma") == ["5.3"]]
    leads = {task["lead"] for task in plan if task["component"] == "5.3"}
    said = [query["can_bo"][0] for _, _, query in links(app)[start + 1 : start + 1 + len(leads)]]
    assert set(said) == leads


def test_a_dimension_shows_its_parts_alone_and_the_dimensions_a_way_to_them(filled):
    app = opened("components", linh_vuc="5 Thủ tục hành chính công")
    assert list(rows(app)) == ["5.1", "5.3", "5.4"]
    assert rows(app)["5.3"].startswith("▼ giảm rõ rệt · ")  # and has an open task
    app = opened("components")
    assert rows(app) == {}
    assert len(rows(click(app, "Xem từng nội dung và người chịu trách nhiệm"))) == 28


def fallen(cursor) -> None:
    """Forty who said yes in 2022 and no in 2023; only 5.3 has a task that is not done."""
    for year, answer in ((2022, 1.0), (2023, 0.0)):
        asked = whole_questionnaire(year)
        forms = [Form(dict.fromkeys(asked, answer))] * 40
        survey(cursor, {"Thôn": forms}, asked, {"Thôn": 500}, year=year, import_id=year)
        store_scores(cursor, year=year)
    due = date(2023, 6, 1)
    add_task(cursor, "xong", component="5.1", due=due, done=due, leads=["Bà B"])
    add_task(cursor, "chưa xong", component="5.3", due=due, leads=["Ông A"])


@pytest.mark.parametrize("view", [{}, PARTS], ids=str)
def test_what_fell_and_has_no_open_task_comes_first_and_is_said(view, store):
    store.write(fallen)
    found = rows(opened("components", **view))
    first = "▼ " + UNCOVERED
    assert list(found)[:2] == ["1.1", "1.2"] and len(found) == (28 if view else 27)
    assert found["1.1"] == f"<em>{first}</em> chưa có nhiệm vụ"
    assert found["5.1"] == f"<em>{first}</em> 1 nhiệm vụ: 1 đã hoàn thành"
    assert ("5.3" in found) == bool(view)
    if view:
        assert list(found)[-1] == "5.3"
        assert found["5.3"] == "▼ giảm rõ rệt · 1 nhiệm vụ: 1 quá hạn"


def test_a_filter_of_the_chart_leaves_the_unit_s_own_verdict(filled):
    whole, women = opened("components", **PARTS), opened("components", **PARTS, gioi="Nữ")
    assert rows(women) == rows(whole)
    assert figure_texts(women) != figure_texts(whole)


def test_without_a_plan_that_is_said(store):
    def only_a_survey(cursor) -> None:
        asked = whole_questionnaire()
        forms = [Form(dict.fromkeys(asked, 1.0))] * 40
        survey(cursor, {"Thôn": forms}, asked, {"Thôn": 500})
        store_scores(cursor)

    store.write(only_a_survey)
    app = opened("components", **PARTS)
    assert "Chưa có biểu nhiệm vụ năm 2023, nên chưa biết ai chịu trách nhiệm" in html(app)
    assert rows(app) == {}


@pytest.mark.parametrize("official", ["Công chức Tài chính - Kế toán", "UB MTTQ xã", None])
def test_an_official_s_components_stand_with_the_commune_s_scores(filled, official):
    app = opened("officials", **({"can_bo": official} if official else {}))
    # the first of the list, who has most overdue
    who = official or "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường"
    own = [task for task in by_hand.tasks(AS_OF) if task["lead"] == who]
    found, scores = rows(app), by_hand.scores(2023)
    assert list(found) == sorted({task["component"] for task in own})
    for code, said in found.items():
        assert said.startswith(f"điểm 2023: {vietnamese(scores[code])} · ")
        count = sum(task["component"] == code for task in own)
        assert f" · {count} nhiệm vụ: " in said
    assert f"Nội dung PAPI mà nhiệm vụ của {who} phục vụ" in html(app)
    back = [query["linh_vuc"][0] for label, _, query in links(app) if label == "Xem điểm"]
    assert [label[0] for label in back] == [code[0] for code in found]


def test_the_links_open_what_they_say(filled):
    people = [link for link in links(opened("components", **PARTS)) if link[1] == "can-bo"]
    official = people[0][2]["can_bo"][0]
    app = opened("officials", can_bo=official)
    assert chip_labels(app) == {official}
    back = next(link for link in links(app) if link[0] == "Xem điểm")
    assert back[1] == PAGES["components"]
    app = opened("components", **{key: value[0] for key, value in back[2].items()})
    assert chip_labels(app) == set(back[2]["linh_vuc"]) and "nội dung: " in title(app)


def test_a_village_leads_to_the_tasks_of_its_official(filled):
    who = "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường"
    found = links(opened("villages", thon="Thôn Hạ"))
    assert (f"Nhiệm vụ của {who}", "can-bo", {"can_bo": [who]}) in found


def test_a_village_s_official_without_tasks_is_no_link(own_filled):
    anew = """update unit_row set official = 'Bà Mới'
        where unit_id in (select unit_id from unit where name = 'Thôn Hạ')"""
    open_store().write(lambda cursor: cursor.execute(anew))
    app = opened("villages", thon="Thôn Hạ")
    assert "Bà Mới không chủ trì nhiệm vụ nào trong kế hoạch năm 2023." in html(app)
    assert not any(label.startswith("Nhiệm vụ của") for label, _, _ in links(app))


def test_hidden_scores_stay_hidden_beside_the_tasks(store):
    """Nine people: no verdict, no score, the tasks alone."""

    def few(cursor) -> None:
        for year, answer in ((2022, 1.0), (2023, 0.0)):
            asked = whole_questionnaire(year)
            forms = [Form(dict.fromkeys(asked, answer))] * 9
            survey(cursor, {"Thôn": forms}, asked, {"Thôn": 500}, year=year, import_id=year)
            store_scores(cursor, year=year)
        add_task(cursor, "xong", component="5.1", due=AS_OF, done=AS_OF, leads=["Bà B"])

    store.write(few)
    assert rows(opened("components", **PARTS))["5.1"] == "1 nhiệm vụ: 1 đã hoàn thành"
    (said,) = rows(opened("officials")).values()
    assert said == "điểm 2023: ẩn · 1 nhiệm vụ: 1 hoàn thành đúng hạn"


def test_a_name_is_no_markup(store):
    def marked(cursor) -> None:
        add_task(cursor, "việc", component="5.1", due=AS_OF, leads=["Tổ *1* [số]"])
        asked = whole_questionnaire()
        survey(cursor, {"Thôn": [Form(dict.fromkeys(asked, 1.0))] * 40}, asked, {"Thôn": 500})

    store.write(marked)
    found = links(opened("components", **PARTS))
    assert (r"Tổ \*1\* \[số\]", "can-bo", {"can_bo": ["Tổ *1* [số]"]}) in found


def test_what_was_done_late_is_one_click_from_the_first_page(filled):
    late = [task for task in by_hand.tasks(AS_OF) if task["state"] == "done_late"]
    label = f"Xem {len(late)} nhiệm vụ hoàn thành trễ"
    ((_, page, query),) = [one for one in links(opened("overview")) if one[0] == label]
    assert len(late) > 1 and (page, query) == ("can-bo", {"trang_thai": ["hoàn thành trễ"]})
    app = opened("officials", **{name: value for name, (value,) in query.items()})
    assert title(app).startswith(f"{len(late)} nhiệm vụ hoàn thành trễ")
