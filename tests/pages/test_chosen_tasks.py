"""Cán bộ and Cần đôn đốc say what is chosen: whose tasks, of which commune, month and state."""

from collections import Counter
from datetime import date

import pytest

from tests.pages import by_hand
from tests.pages.conftest import about, figures, html, opened, title
from tests.pages.test_figures import YEAR_END, by_key, counts_drawn
from tests.queries.rows import add_task, add_unit

HEAD = "Công chức Văn hóa - Xã hội"


def month_bars(app) -> dict[str, int]:
    """Tasks a month, as the chart draws them."""
    found: Counter = Counter()
    for trace in by_key(app, "officials_load")["data"]:
        for (month,), count in zip(trace["customdata"], trace["y"], strict=True):
            found[month] += count or 0
    return +found


@pytest.fixture
def district(store):
    """Two communes with an official of the same title each."""

    def write(cursor):
        add_unit(cursor, "Huyện A", "district")
        for unit, tasks in (("Xã An", ["Rà soát", "Niêm yết"]), ("Xã Bình", ["Niêm yết"])):
            add_unit(cursor, unit, parent="Huyện A")
            for task in tasks:
                add_task(cursor, task, unit=unit, due=date(2023, 5, 31), leads=[HEAD])

    store.write(write)


def test_officials_of_one_title_in_two_communes_are_two(district):
    an, binh = f"{HEAD} (Xã An)", f"{HEAD} (Xã Bình)"
    app = opened("officials", xa="Huyện A")
    assert counts_drawn(by_key(app, "officials_completion")) == {
        an: {"overdue": 2},
        binh: {"overdue": 1},
    }
    notes = by_key(app, "officials_completion")["layout"]["annotations"]
    assert sum("(Xã Bình)" in note["text"] for note in notes) == 1
    assert set(app.dataframe[0].value.unit) == {"Xã An", "Xã Bình"}
    one = opened("officials", xa="Huyện A", can_bo=binh)
    assert title(one).startswith(f"{binh}: 1 nhiệm vụ, 1 quá hạn")
    assert list(one.dataframe[0].value.unit) == ["Xã Bình"]
    urged = html(opened("follow_up", xa="Huyện A"))
    assert f"{an} <small>2 quá hạn" in urged and f"{binh} <small>1 quá hạn" in urged
    assert "Xã An" not in html(opened("follow_up", xa="Huyện A", can_bo=binh))


def test_title_and_bars_are_about_the_state_chosen(filled):
    late = [task for task in by_hand.tasks(YEAR_END) if task["state"] == "done_late"]
    longest = max(late, key=lambda task: task["done"] - task["due"])
    days = (longest["done"] - longest["due"]).days
    app = opened("officials", trang_thai="hoàn thành trễ")
    assert title(app) == (
        f"{len(late)} nhiệm vụ hoàn thành trễ, lâu nhất {days} ngày: {longest['task']}"
    )
    drawn = counts_drawn(by_key(app, "officials_completion"))
    assert {who: counts["done_late"] for who, counts in drawn.items()} == Counter(
        task["lead"] for task in late
    )
    assert month_bars(app) == Counter(f"{task['due']:%m/%Y}" for task in late)


def test_title_is_about_the_official_chosen_with_the_year_before(filled):
    app = opened("officials", can_bo="Chủ tịch UBND xã")
    assert title(app) == "Chủ tịch UBND xã: 2 nhiệm vụ, 2 hoàn thành đúng hạn"
    assert len(counts_drawn(by_key(app, "officials_completion"))) == 1
    # counted by people: 47 of 56 in 2023, 37 of 47 in 2022
    said = about(opened("officials")).replace("\u00a0", " ")
    assert "25/10/2023 · hoàn thành 47/56 · 84 %, năm 2022: 37/47 · 79 % · " in said


def test_month_is_a_filter_of_all_tasks_open_or_not(filled):
    due = [task for task in by_hand.tasks(YEAR_END) if f"{task['due']:%m/%Y}" == "09/2023"]
    app = opened("officials", thang="09/2023")
    assert set(app.dataframe[0].value.task) == {task["task"] for task in due} and len(due) == 9
    assert title(app).startswith("Hạn tháng 09/2023: 9 nhiệm vụ, ")
    drawn = counts_drawn(by_key(app, "officials_completion"))
    assert {who: sum(counts.values()) for who, counts in drawn.items()} == Counter(
        task["lead"] for task in due
    )
    assert month_bars(app)["09/2023"] == 9  # what a click on the bar hands over
    assert "0 nhiệm vụ chưa có hạn" in html(opened("officials")) and figures(app)


def test_village_says_how_many_tasks_are_the_whole_commune_s(filled):
    app = opened("officials", thon="Thôn Đoài")
    own = [t for t in by_hand.tasks(YEAR_END) if {"Toàn xã", "Thôn Đoài"} & set(t["areas"])]
    whole = sum("Toàn xã" in task["areas"] for task in own)
    assert title(app).startswith(f"Thôn Đoài: {len(own)} nhiệm vụ, ")
    assert f"tính cả {whole} việc toàn xã" in about(app) and 0 < whole < len(own)
