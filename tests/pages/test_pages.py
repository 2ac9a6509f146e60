"""Every page of the navigation opens: with nothing, with the samples, with little."""

import re

import pytest

from dashboard.config import ROOT
from tests.pages.conftest import figures, html, opened, title
from tests.queries.rows import Form, add_task, store_scores, survey

# Read from the front door's own table, so that a new page is covered by itself.
PAGES = re.findall(r'^    \("(\w+)", "', (ROOT / "streamlit_app.py").read_text("utf-8"), re.M)
ENGLISH = re.compile(r"\b(Upload|Loading|None|nan|NaN|NaT|undefined|empty)\b")
CHANGE = re.compile(r"\b(tăng|giảm|lên hạng|tụt)\b", re.IGNORECASE)


def shown(app) -> str:
    """All that the page says itself; tables and charts hold the data's own words."""
    labels = [*app.button, *app.selectbox, *app.markdown, *app.expander, *app.get("page_link")]
    said = re.sub(r"<style>.*?</style>", "", html(app), flags=re.DOTALL)
    return said + " ".join(str(getattr(element, "label", "")) for element in labels)


@pytest.mark.parametrize("page", PAGES)
def test_page_opens_on_an_empty_store(page, empty):
    app = opened(page)
    assert title(app)
    if page != "import_data":
        assert title(app) == "Chưa có dữ liệu"
        assert {"Nhập dữ liệu", "Dùng dữ liệu mô phỏng"} <= {b.label for b in app.button}


@pytest.mark.parametrize("page", PAGES)
def test_page_opens_with_the_samples_and_says_so(page, filled):
    app = opened(page)
    assert title(app) != "Chưa có dữ liệu"
    assert "dữ liệu mô phỏng" in html(app)
    assert not ENGLISH.search(shown(app))


@pytest.mark.parametrize("page", PAGES)
def test_page_calls_no_difference_a_rise_or_a_fall(page, filled):
    app = opened(page, muc="Nội dung thành phần", thon="Thôn Hạ")
    assert not CHANGE.search(shown(app))
    assert not any(CHANGE.search(spec) for spec in figures(app))


def test_published_index_is_not_called_simulated(filled):
    app = opened("compare", nhom="63 tỉnh, thành phố")
    assert "dữ liệu mô phỏng" not in html(app).split("papi-subtitle")[1].split("</p>")[0]


@pytest.mark.parametrize("page", PAGES)
def test_page_opens_for_a_commune_with_tasks_alone(page, store):
    store.write(lambda cursor: add_task(cursor, "Họp thôn", leads=["UB MTTQ xã"]))
    assert title(opened(page))


QUESTIONS = {"Q1": ("1.1", 0, 10)}


@pytest.mark.parametrize("page", PAGES)
def test_a_village_of_nine_is_hidden_everywhere(page, store):
    """Nine forms in Thôn Đông, all 7.123457: that figure may stand nowhere."""

    def write(cursor):
        few = [Form({"Q1": 7.123457})] * 9
        many = [Form({"Q1": float(n % 5)}) for n in range(40)]
        adults = {"Thôn Đông": 90, "Thôn Tây": 400, "Thôn Nam": 400}
        villages = dict(zip(adults, (few, many, many), strict=True))
        survey(cursor, villages, QUESTIONS, adults)
        store_scores(cursor)

    store.write(write)
    for address in ({}, {"thon": "Thôn Đông"}, {"muc": "Nội dung thành phần", "thon": "Thôn Đông"}):
        app = opened(page, **address)
        tables = " ".join(table.value.to_csv() for table in app.dataframe)
        seen = " ".join([shown(app), tables, *figures(app)])
        # 0.25 + 2.25 x 0.7123457: the sub-dimension's score of those nine
        assert not re.search(r"1[.,]85(2|3)", seen) and "1,85" not in seen
