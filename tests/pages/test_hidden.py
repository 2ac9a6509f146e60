"""Figures of fewer than ten respondents stand nowhere: charts, tables, titles, hovers.

Every group answers all questions alike, so its sub-dimensions, dimensions and total are four
known numbers. They are searched for in everything a page sends to the browser.
"""

import re
import shutil

import pytest

from dashboard.store.store import Store
from tests.pages.conftest import PAGES, figures, html, opened, read_by_people, title
from tests.queries.rows import Form, store_scores, survey, whole_questionnaire

YEARS = (2022, 2023)
FEW = 0.7317  # the answer of the nine: 60,68 in all, 7,59 in each dimension
NEXT = 0.5279  # of the next smallest village
MANY = 0.3163


def scores_of(answer: float) -> dict[str, float]:
    """Of people who answer every question of 0 to 1 with the same number (docs/method.md)."""
    return {
        "sub-dimension of four": 0.25 + 2.25 * answer,
        "sub-dimension of three": 1 / 3 + 3 * answer,
        "dimension": 1 + 9 * answer,
        "total": 8 + 72 * answer,
    }


def group(count: int, answer: float, **facts) -> list[Form]:
    return [Form(dict.fromkeys(whole_questionnaire(), answer), **facts)] * count


def write(store, villages: dict[str, list[Form]], unit: str = "Xã An", import_id: int = 1) -> None:
    """The same survey in both years."""

    def work(cursor) -> None:
        for number, year in enumerate(YEARS):
            asked, adults = whole_questionnaire(year), dict.fromkeys(villages, 400)
            where = {"unit": unit, "year": year}
            survey(cursor, villages, asked, adults, **where, import_id=import_id + number)
            store_scores(cursor, **where)

    store.write(work)


def numbers_sent(app) -> set[float]:
    """Every number in a figure, those written in texts included."""
    sent = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            assert "bdata" not in value, "numbers packed where this search does not look"
        if isinstance(value, dict | list):
            for inner in value.values() if isinstance(value, dict) else value:
                walk(inner)
        elif isinstance(value, float):
            sent.add(value)

    for figure in figures(app):
        walk(figure)
    return sent


def shown_of(app, answer: float) -> list[str]:
    """Which scores of the people with this answer the page gives away."""
    texts, numbers, found = read_by_people(app), numbers_sent(app), []
    for name, score in scores_of(answer).items():
        written = re.escape(f"{score:.2f}").replace(r"\.", "[.,]")
        if re.search(rf"(?<!\d){written}", texts):
            found.append(f"{name} {score:.2f} in a text")
        if any(abs(sent - score) < 1e-6 for sent in numbers):
            found.append(f"{name} {score} in a figure")
    return found


DIMENSION = {"linh_vuc": "3 Trách nhiệm giải trình với người dân"}
VIEWS = {
    "components": [{}, {"muc": "Nội dung thành phần"}, DIMENSION],
    "villages": [{}, DIMENSION, {"nam": "2022"}],
}


def test_the_search_finds_what_is_shown(store):
    """All of forty with the one answer: the total, a dimension, both kinds of parts."""
    write(store, {"Thôn Đông": group(40, FEW), "Thôn Tây": group(40, FEW)})
    every_part = opened("components", muc="Nội dung thành phần")
    seen = shown_of(opened("components"), FEW) + shown_of(every_part, FEW)
    assert {line.split(" in a ")[0] for line in seen if "text" in line} == {
        f"{name} {score:.2f}" for name, score in scores_of(FEW).items()
    }
    assert any("dimension" in line and "figure" in line for line in seen)
    assert shown_of(opened("overview"), FEW) and shown_of(opened("compare"), FEW)
    assert shown_of(opened("villages"), FEW)


NINE = {"Thôn Đông": group(5, FEW), "Thôn Tây": group(4, FEW)}
# Nine in Thôn Đông, forty in Thôn Tây, forty-one in Thôn Nam.
THREE_VILLAGES = {
    "Thôn Đông": group(9, FEW), "Thôn Tây": group(40, NEXT), "Thôn Nam": group(41, MANY),
}  # fmt: skip
NINE_WOMEN = {"Thôn Đông": group(9, FEW, sex="Nữ") + group(40, NEXT, sex="Nam")}


@pytest.fixture(scope="module")
def surveyed(prepared, tmp_path_factory):
    """surveyed(villages): the folder of a store with this survey, made once, to look at."""
    made = {}

    def of(villages: dict[str, list[Form]]):
        if id(villages) not in made:
            folder = made[id(villages)] = tmp_path_factory.mktemp("surveyed")
            shutil.copy(prepared, folder)
            write(Store(folder), villages)
        return made[id(villages)]

    return of


@pytest.fixture
def nine(surveyed, monkeypatch) -> None:
    monkeypatch.setenv("PAPI_STORE", str(surveyed(NINE)))


@pytest.fixture
def three_villages(surveyed, monkeypatch) -> None:
    monkeypatch.setenv("PAPI_STORE", str(surveyed(THREE_VILLAGES)))


@pytest.mark.parametrize("page", PAGES)
def test_a_commune_of_nine_respondents_is_hidden(page, nine):
    for view in VIEWS.get(page, [{}]):
        assert shown_of(opened(page, **view), FEW) == []


def test_a_hidden_commune_says_so(nine):
    assert title(opened("overview")).startswith("Điểm năm 2023 chưa đủ 10 phiếu để hiện")
    assert {m.value for m in opened("overview").metric} >= {"ẩn"}
    table = opened("components").dataframe[0].value
    assert set(table["from"]) | set(table["to"]) | set(table["change"]) == {"ẩn"}


def test_another_commune_of_nine_is_hidden_in_the_comparison(store):
    write(store, {"Thôn Đông": group(40, MANY), "Thôn Tây": group(40, MANY)})
    write(store, {"Thôn Một": group(5, FEW), "Thôn Hai": group(4, FEW)}, "Xã Bình", 11)
    app = opened("overview")
    assert shown_of(app, FEW) == [] and shown_of(app, MANY)
    app = opened("compare")
    assert shown_of(app, FEW) == [] and shown_of(app, MANY)
    assert title(app).startswith("Xã An đứng thứ 1 trong 1 xã")
    table = app.dataframe[0].value.set_index("unit")
    assert list(table.loc["Xã Bình", ["rank", "estimate"]]) == ["–", "ẩn"]


VILLAGES = [{}, {"thon": "Thôn Đông"}, {"thon": "Thôn Tây"}, {"thon": "Thôn Nam"}]


@pytest.mark.parametrize("village", VILLAGES, ids=str)
@pytest.mark.parametrize("page", ["overview", "components", "villages"])
def test_a_village_of_nine_is_hidden_and_the_next_smallest_too(page, village, three_villages):
    """Else the nine follow from the commune's score and the other villages' scores."""
    for view in VIEWS.get(page, [{}]):
        app = opened(page, **view, **village)
        assert shown_of(app, FEW) == []
        assert page not in VIEWS or shown_of(app, NEXT) == []


def test_the_map_of_villages_says_what_is_hidden(three_villages):
    app = opened("villages")
    table = app.dataframe[0].value.set_index("village")
    assert set(table.loc["Thôn Đông", ["PAPI", *"12345678"]]) == {"ẩn"}
    assert set(table.loc["Thôn Tây", ["PAPI", *"12345678"]]) == {"ẩn"}
    assert set(table.loc["Thôn Nam", list("12345678")]) == {"3,85"}  # 1 + 9 x 0.3163
    assert table.loc["Thôn Nam", "PAPI"] == "30,77"  # 8 + 72 x 0.3163
    assert list(table.index) == ["Thôn Nam", "Thôn Đông", "Thôn Tây", "Cả xã"]
    assert "ẩn: quá ít người trả lời" in html(app) and "cao nhất" not in html(app)
    assert "đứng thứ" not in html(opened("villages", thon="Thôn Tây"))


@pytest.mark.parametrize("sex", [None, "Nam", "Nữ"])
def test_nine_women_are_hidden_and_do_not_follow_from_the_men(sex, surveyed, monkeypatch):
    """Women and men are a breakdown of two: of nine women the men's figure tells all."""
    monkeypatch.setenv("PAPI_STORE", str(surveyed(NINE_WOMEN)))
    app = opened("components", **({"gioi": sex} if sex else {}))
    assert shown_of(app, FEW) == []
    assert shown_of(app, NEXT) == []
