"""Every page of the navigation opens: with nothing, with the samples, with little, by bad links."""

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import page_list
from dashboard.config import ROOT
from dashboard.importing import samples
from dashboard.store.store import Store
from dashboard.words import LANGUAGES, words
from tests.pages import by_hand
from tests.pages.conftest import (
    PAGES,
    SIMULATED,
    about,
    chip_labels,
    click,
    figures,
    gone_to,
    html,
    link,
    opened,
    read_by_people,
    title,
)
from tests.queries.rows import Form, add_task, store_scores, survey, whole_questionnaire

NEEDS_DATA = [row.name for row in page_list.PAGES if row.needs not in ("nothing", "published")]
NEEDS_SURVEY = [row.name for row in page_list.PAGES if row.needs == "survey"]
NEEDS_TASKS = [row.name for row in page_list.PAGES if row.needs == "tasks"]
ONE_UNIT = [row.name for row in page_list.PAGES if row.scope == "unit"]
# Words of Streamlit, Python and Plotly that would slip through to a Vietnamese reader.
ENGLISH = re.compile(
    r"\b(Upload|Loading|Browse|Choose|Select|None|nan|NaN|NaT|undefined|null|True|False|empty)\b"
)
CHANGE = re.compile(
    r"\b((tăng|giảm)(?! rõ rệt)|lên hạng|xuống hạng|tụt|cải thiện)\b", re.IGNORECASE
)
# An aim claims no change: it is what the plan of 2023 calls it.
THE_PLAN_S_AIM = re.compile("tăng bậc so với năm trước", re.IGNORECASE)
FURTHER = {
    "muc": "Nội dung thành phần",
    "thon": "Thôn Hạ",
    "nhom": "63 tỉnh, thành phố",
    "vai_tro": "Phối hợp",
    "ky": "6 tháng đầu năm",
    "cua": "PAPI của tỉnh",
    "muc_tieu": "Đạt hạng",
}


@pytest.mark.parametrize("row", page_list.PAGES, ids=lambda row: row.name)
def test_page_has_a_title_in_both_languages_and_an_address_of_its_own(row):
    for language in LANGUAGES:
        texts = words(language)
        titles = [texts[other.title] for other in page_list.PAGES]
        assert titles.count(texts[row.title]) == 1
    assert [other.address for other in page_list.PAGES].count(row.address) == 1
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", row.address) or row is page_list.PAGES[0]


def test_every_page_s_file_is_in_the_navigation():
    assert sorted(PAGES) == sorted(file.stem for file in (ROOT / "pages").glob("[!_]*.py"))


def test_page_that_needs_nothing_opens_to_an_empty_store(empty):
    for row in page_list.PAGES:
        if row.needs == "nothing":
            assert title(opened(row.name)) != "Chưa có dữ liệu"


@pytest.mark.parametrize("page", NEEDS_DATA)
def test_page_of_an_empty_store_says_what_is_missing_and_the_ways_out(page, empty):
    app = opened(page)
    assert title(app) == "Chưa có dữ liệu"
    ways = {"Nhập dữ liệu", "Dùng dữ liệu mô phỏng", "Lấy biểu trống"}
    assert ways <= {b.label for b in app.button}
    assert html(app).count('class="papi-source"') >= len(ways)  # a sentence each
    assert SIMULATED not in about(app)
    assert not ENGLISH.search(read_by_people(app))


def test_blank_forms_of_an_empty_store_are_on_the_import_page(empty):
    assert title(click(opened("villages"), "Lấy biểu trống")) == "Nhập biểu của xã"


def test_several_filters_are_reset_at_once(filled):
    app = opened("components", thon="Thôn Hạ", gioi="Nữ")
    assert chip_labels(app) == {"Thôn Hạ", "Nữ"}
    assert chip_labels(click(app, "Đặt lại")) == set()
    assert "Đặt lại" not in {b.label for b in opened("components", thon="Thôn Hạ").button}


def test_import_page_of_an_empty_store_offers_the_samples(empty):
    app = opened("import_data")
    assert title(app) == "Nhập biểu của xã"
    assert "Dùng dữ liệu mô phỏng" in {b.label for b in app.button}
    assert SIMULATED not in about(app)


def test_first_way_out_leads_to_the_import_page(empty):
    assert title(click(opened("overview"), "Nhập dữ liệu")) == "Nhập biểu của xã"


@pytest.mark.parametrize("page", ["villages", pytest.param("import_data", marks=pytest.mark.long)])
def test_second_way_out_loads_the_samples(page, empty, monkeypatch):
    monkeypatch.setattr(samples, "FILES", samples.FILES[:3])
    click(opened(page), "Dùng dữ liệu mô phỏng")
    app = opened("villages")
    assert "phần còn lại của xã" in title(app)
    assert SIMULATED in about(app)


def bound(app) -> set[str]:
    """What the page's choices are called in the address."""
    protos = (getattr(node, "proto", None) for node in app.main)
    return {getattr(proto, "query_param_key", "") for proto in protos} - {""}


@pytest.mark.parametrize("page", PAGES)
def test_page_opens_with_the_samples_and_says_so(page, filled):
    app = with_the_samples(page)
    assert title(app) != "Chưa có dữ liệu"
    assert SIMULATED in about(app)
    assert all(len(chart.proto.alt) > 20 for chart in app.get("plotly_chart"))
    assert bound(app) <= page_list.CHOICES  # else a view that is saved would be refused


def test_published_index_is_not_called_simulated(filled):
    app = opened("compare", nhom="63 tỉnh, thành phố")
    assert SIMULATED not in about(app) and SIMULATED not in html(app)


@pytest.mark.parametrize("address", [{}, FURTHER], ids=["as it opens", "further in"])
@pytest.mark.parametrize("page", PAGES)
def test_page_speaks_vietnamese_and_calls_no_difference_a_rise_or_a_fall(page, address, filled):
    said = read_by_people(opened(page, **address) if address else with_the_samples(page))
    for year in (2022, 2023):  # tasks may: "Trồng mới hàng cây ven đường giảm bụi"
        for row in by_hand.sheets(f"bieu-nhiem-vu-{year}.xlsx")[0]:
            said = said.replace(str(row[1]), "")
    said = THE_PLAN_S_AIM.sub("", said)
    # the page on method says what the words stand for
    assert page == "method" or not CHANGE.search(said), CHANGE.search(said)
    assert not ENGLISH.search(said), ENGLISH.search(said)


@pytest.mark.parametrize(
    "unit", ["Huyện mô phỏng", pytest.param("Tỉnh Hưng Yên", marks=pytest.mark.long)]
)
@pytest.mark.parametrize("page", PAGES)
def test_page_opens_for_a_unit_above_the_communes(page, unit, filled):
    app = opened(page, xa=unit)
    assert page not in ONE_UNIT or about(app).startswith(unit)


KEYS = {
    "overview": ["xa", "tu", "den", "ky", "ngay"],
    "components": ["muc", "thu_tu", "co_so", "linh_vuc", "thon", "gioi"],
    "villages": ["nam", "linh_vuc", "thon"],
    "officials": ["vai_tro", "thon", "thanh_phan", "can_bo", "thang", "trang_thai"],
    "follow_up": ["can_bo", "thang"],
    "compare": ["nhom", "nam", "thanh_phan", "so_voi", "tinh"],
    "goal": ["cua", "muc_tieu", "diem", "linh_vuc"],
    "component": ["thon", "dong"],
    "reporting_period": ["lan"],
    "explanations": ["ve"],
    "communication": ["xem"],
    "supervision": ["co_quan"],
    "method": ["lang"],
}


@pytest.mark.parametrize(
    "value", ["abc", pytest.param("", marks=pytest.mark.long)], ids=["foreign", "empty"]
)
@pytest.mark.parametrize("page", KEYS)
def test_link_that_makes_no_sense_opens_the_page_without_it(page, value, filled):
    app = link(page, **dict.fromkeys([*KEYS["overview"], *KEYS[page]], value))
    assert not app.exception and not app.error
    assert title(app) == sample_title(page) and not chip_labels(app)


@pytest.mark.parametrize("page", PAGES)
def test_the_navigation_opens_the_page(page, filled):
    assert title(gone_to(opened("villages"), page)) == sample_title(page)


@cache
def with_the_samples(page: str) -> AppTest:
    """The page as it opens with the samples: one and the same for all tests, to look at."""
    return opened(page)


def sample_title(page: str) -> str:
    return title(with_the_samples(page))


def only_tasks(cursor) -> None:
    add_task(cursor, "Họp thôn", leads=["UB MTTQ xã"])


def only_2022(cursor) -> None:
    survey_of(cursor, 2022)


def survey_of(cursor, *years: int) -> None:
    for year in years:
        asked = whole_questionnaire(year)
        forms = [Form(dict.fromkeys(asked, n % 2)) for n in range(20)]
        villages = {"Thôn Đông": forms, "Thôn Tây": forms[:15]}
        adults = dict.fromkeys(villages, 400)
        survey(cursor, villages, asked, adults, year=year, import_id=year)
        store_scores(cursor, year=year)


@pytest.fixture(scope="module")
def few(prepared, tmp_path_factory) -> dict[str, Path]:
    """A store with tasks alone and one with a survey of one year, to look at."""
    made = {}
    for name, work in (("tasks", only_tasks), ("2022", only_2022)):
        made[name] = tmp_path_factory.mktemp(f"only-{name}")
        shutil.copy(prepared, made[name])
        Store(made[name]).write(work)
    return made


@pytest.mark.parametrize("page", PAGES)
def test_page_of_a_commune_with_tasks_alone(page, few, monkeypatch):
    monkeypatch.setenv("PAPI_STORE", str(few["tasks"]))
    app = opened(page)
    assert (title(app) == "Chưa có phiếu khảo sát năm 2023") == (page in NEEDS_SURVEY)
    assert SIMULATED not in html(app).replace("Dữ liệu mô phỏng", "") or page == "import_data"
    assert not ENGLISH.search(read_by_people(app))


@pytest.mark.parametrize("page", PAGES)
def test_page_of_a_commune_with_a_survey_of_one_year(page, few, monkeypatch):
    monkeypatch.setenv("PAPI_STORE", str(few["2022"]))
    app = opened(page)
    assert (title(app) == "Chưa có biểu nhiệm vụ năm 2022") == (page in NEEDS_TASKS)
    assert not ENGLISH.search(read_by_people(app))


@pytest.mark.parametrize("page", ["overview", "components", "villages", "compare"])
def test_one_year_is_not_compared_with_itself(page, few, monkeypatch):
    """There is no difference to show; "+0,00 against 2022" in 2022 would be made up."""
    monkeypatch.setenv("PAPI_STORE", str(few["2022"]))
    app = opened(page, thon="Thôn Tây")
    said = read_by_people(app)
    assert "2022 so với 2022" not in said and "2022–2022" not in said
    # the scale's end, 10,00, is no difference
    assert not any(re.search(r"(?<!\d)0,00", str(figure["data"])) for figure in figures(app))


def test_year_without_a_survey_has_no_score_and_the_other_year_stays(store):
    """Tasks of 2023, a survey of 2022: the usual case in January."""
    store.write(lambda cursor: (only_2022(cursor), only_tasks(cursor)))
    app = opened("overview")
    assert title(app).startswith("Chưa có điểm năm 2023; ")
    # 35 forms, 18 of them no, all with one weight a village: 10/20 and 7/15 of 800 adults
    before = 8 + 72 * (0.5 + 7 / 15) / 2
    assert f"{before:.2f}".replace(".", ",") in read_by_people(opened("components"))


def test_a_survey_made_after_the_date_looked_at_is_said(filled):
    """The samples' people were asked from 1 August 2023 on."""
    for page in ("overview", "components", "compare", "explanations", "public"):
        said = about(opened(page, ngay="2023-05-31"))
        assert "khảo sát năm 2023 hỏi từ 01/08/2023, sau ngày đang xem" in said
        assert "sau ngày đang xem" not in about(opened(page, ngay="2023-08-01"))
