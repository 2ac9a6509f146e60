"""The first page of a unit above the communes: its communes at a glance, each one click away."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.pages import by_hand
from tests.pages.conftest import PAGES, about, html, opened, title
from tests.pages.test_figures import signed, vietnamese
from tests.pages.test_hidden import FEW, MANY, NEXT, group, shown_of, write
from tests.queries.rows import add_task, add_unit, unit_id

DISTRICT = "Huyện mô phỏng"
CELL = re.compile(r'<td class="papi-(\w+)([^"]*)"[^>]*>(?:<a href="([^"]*)">)?([^<]*)')


def glance(app) -> list[dict[str, tuple[str, str, str]]]:
    """Each row of the table: column -> (text, link, its kind)."""
    (table,) = re.findall(r'<table class="papi-table papi-glance">(.*?)</table>', html(app))
    rows = re.findall(r"<tr>(.*?)</tr>", table.split("<tbody>")[1])
    return [
        {name: (text, link, kind.strip()) for name, kind, link, text in CELL.findall(row)}
        for row in rows
    ]


def test_every_commune_with_its_figures(filled):
    rows = glance(opened("overview", xa=DISTRICT))
    assert {row["unit"][0] for row in rows} == set(by_hand.communes(2023)) - {by_hand.HOME}
    done = {}
    for cells in by_hand.sheets("bieu-nhiem-vu-huyen-2023.xlsx")[0]:
        if isinstance(cells[0], int):
            done.setdefault(cells[1], []).append(cells[9] is not None)
    for row in rows:
        name = row["unit"][0]
        before, after = (by_hand.scores(year, unit=name)["PAPI"] for year in (2022, 2023))
        assert row["from"][0] == vietnamese(before) and row["to"][0] == vietnamese(after)
        shown = float(vietnamese(after).replace(",", ".")) - float(
            vietnamese(before).replace(",", ".")
        )
        assert row["change"][0] == signed(shown)
        assert row["completion"][0].startswith(f"{sum(done[name])}/{len(done[name])} ")


def test_title_tells_who_needs_it_and_the_verdicts_are_marked(filled):
    app = opened("overview", xa=DISTRICT)
    rows = glance(app)
    assert (
        title(app) == f"{DISTRICT}: 117 nhiệm vụ quá hạn ở 17/17 xã; 1 xã giảm rõ rệt khi xét riêng"
    )
    fell = [(row["unit"][0], row["verdict"][0]) for row in rows if row["verdict"][2]]
    assert [kind for row in rows if (kind := row["verdict"][2]) != "papi-plain"] == ["papi-down"]
    assert ("Xã số 08", "▼ giảm rõ rệt") in fell
    assert rows[0]["unit"][0] == "Xã số 08"  # the clear fall first, then most overdue
    late = [int(row["overdue"][0].split(",")[0]) for row in rows[1:]]
    assert late == sorted(late, reverse=True)


def test_every_cell_leads_to_the_commune_s_page_with_the_same_choices(filled):
    row = glance(opened("overview", xa=DISTRICT, ngay="2023-06-10"))[0]
    ways = {name: urlsplit(link) for name, (_, link, _) in row.items() if link}
    assert {name: way.path for name, way in ways.items()} == {
        "unit": PAGES["overview"],
        "verdict": PAGES["components"],
        "completion": PAGES["officials"],
        "overdue": PAGES["follow_up"],
        "report": PAGES["reporting_period"],
    }
    query = dict(parse_qsl(ways["unit"].query))
    assert query == {"xa": unit_id(row["unit"][0]), "ngay": "2023-06-10"}
    assert about(opened("overview", **query)).startswith(row["unit"][0])


def test_last_year_s_total_stands_beside_this_year_s(filled):
    app = opened("overview", xa=DISTRICT)
    score = next(metric for metric in app.metric if metric.label.startswith("Điểm"))
    note = score.proto.delta_description
    assert (score.value, score.delta, note) == (
        "44,56",
        "−0,13 ◆ chưa đủ căn cứ",
        "so với 44,69 năm 2022",
    )


@pytest.mark.parametrize(
    ("order", "first", "said"),
    [
        ("", "Xã số 08", "Xét riêng từng xã, giảm rõ rệt: Xã số 08; tăng rõ rệt: không xã nào"),
        ("Điểm thấp trước", "Xã số 07", "thấp nhất: Xã số 07 39,48; cao nhất: Xã số 03 48,99"),
        (
            "Hoàn thành thấp trước",
            "Xã số 04",
            "thấp nhất: Xã số 04 27/51 · 53 %; cao nhất: Xã số 16 45/51 · 88 %",
        ),
        ("Quá hạn nhiều trước", "Xã số 01", "nhiều nhất: Xã số 01, Xã số 04 (15 nhiệm vụ)"),
        ("Theo tên", "Xã số 01", "17 xã; bấm vào một ô"),
    ],
)
def test_order_is_a_choice_and_says_what_it_is_for(filled, order, first, said):
    app = opened("overview", xa=DISTRICT, **({"xep": order} if order else {}))
    rows = glance(app)
    assert rows[0]["unit"][0] == first and sum_of_overdue(rows) == 117
    assert said in html(app).replace("\u00a0", " ")
    if order.startswith("Hoàn"):
        assert [row["unit"][0] for row in rows[-2:]] == ["Xã số 17", "Xã số 16"]  # 28/32, 45/51


def sum_of_overdue(rows) -> int:
    return sum(int(row["overdue"][0].split(",")[0]) for row in rows)


def test_report_of_the_half_year_is_late_after_the_day_of_sending(filled):
    half = {"xa": DISTRICT, "ky": "6 tháng đầu năm"}
    on_time, late = (
        glance(opened("overview", **half, ngay=f"2023-06-{day}"))[0]["report"]
        for day in ("02", "05")
    )
    assert "trễ" not in on_time[0] and on_time[2] == "papi-plain"
    assert late[0].endswith("; trễ 3 ngày") and late[2] == "papi-late"


def test_a_hidden_commune_hides_the_next_smallest_too(store):
    def places(cursor) -> None:
        add_unit(cursor, "Huyện A", "district")
        for name in ("Xã An", "Xã Bình", "Xã Châu", "Xã Dương"):
            add_unit(cursor, name, "commune", "Huyện A")
        add_task(cursor, "Việc", unit="Xã Dương", due="2023-03-31")

    store.write(places)
    for number, (name, count, answer) in enumerate(
        (("Xã An", 40, MANY), ("Xã Bình", 20, NEXT), ("Xã Châu", 9, FEW))
    ):
        people = {"Thôn Một": group(count // 2, answer)}
        people |= {"Thôn Hai": group(count - count // 2, answer)}
        write(store, people, name, 1 + 2 * number)
    # The district's total, and the score of each commune but one, would give that one away:
    # no page that lists communes shows it, nor the next smallest, nor a place between others.
    for unit in ("Huyện A", "Xã An", "Xã Dương"):
        compared = opened("compare", xa=unit_id(unit), nhom="Các xã")
        assert shown_of(compared, FEW) == shown_of(compared, NEXT) == []
        (table,) = [t.value for t in compared.dataframe if {"unit", "rank"} <= {*t.value.columns}]
        ranks = dict(zip(table.unit, table["rank"], strict=True))
        assert ranks == {"Xã An": "1", "Xã Bình": "–", "Xã Châu": "–"}
    app = opened("overview", xa="Huyện A", ngay="2023-06-10")
    assert shown_of(app, FEW) == shown_of(app, NEXT) == []
    rows = {row["unit"][0]: row for row in glance(app)}
    assert [rows[name]["to"][0] for name in ("Xã An", "Xã Bình", "Xã Châu")] == [
        vietnamese(8 + 72 * MANY),
        "ẩn",
        "ẩn",
    ]
    assert [rows["Xã Châu"][name][0] for name in ("change", "verdict")] == ["–", "–"]
    assert rows["Xã Dương"]["overdue"][0] == "1, lâu nhất 71 ngày"  # 31/3 to 10/6
    assert rows["Xã An"]["completion"][0] == "chưa có biểu"
    assert title(app) == "Huyện A: 1 nhiệm vụ quá hạn ở 1/1 xã; chưa xã nào tăng hay giảm rõ rệt"


def test_villages_are_looked_at_commune_by_commune(filled):
    assert title(opened("villages", xa=DISTRICT)) == "Chọn một xã để xem từng thôn"
