"""The page on method: without any data too, and with the tables of the year that is chosen."""

import re

import pytest

from dashboard.parts.method_sections import SECTIONS
from tests.pages.conftest import about, html, opened, title
from tests.queries.rows import sub_dimensions


def markdown(app) -> str:
    return "\n".join(element.value for element in app.markdown)


def listed(app) -> list[str]:
    """Codes of the table of sub-dimensions."""
    return re.findall(r'<td class="papi-component">([\d.]+)</td>', html(app))


def test_page_needs_no_data(empty):
    app = opened("method")
    assert title(app).startswith("Phương pháp")
    assert "2024" in about(app) and "mô phỏng" not in about(app)  # the last published year
    assert listed(app) == sub_dimensions(2024)


def test_every_section_is_there_once_and_in_the_contents(filled):
    said = html(opened("method"))
    assert re.findall(r'<h2 class="papi-chart-title" id="([\w-]+)">', said) == [*SECTIONS.values()]
    assert re.findall(r'<a href="#([\w-]+)">', said) == [*SECTIONS.values()]


def test_sub_dimensions_are_those_of_the_year_with_their_scales(filled):
    app = opened("method", den="2023")
    assert listed(app) == sub_dimensions(2023)
    assert "Năm 2023 có 8 lĩnh vực và 28 nội dung thành phần" in markdown(app)
    rows = dict(
        re.findall(r">([\d.]+)</td><td class=\"papi-name\">[^<]+</td><td[^>]+>([^<]+)<", html(app))
    )
    # four in dimension 1, three in 5 since 5.2 was dropped: 10/4 and 10/3
    assert (rows["1.1"], rows["5.1"]) == ("0,25–2,50", "0,33–3,33")


@pytest.mark.parametrize(
    ("year", "whole", "half"),
    [
        ("2023", "01/11/2022 | 25/10/2023 | 25/10/2023", "01/11/2022 | 31/05/2023 | 02/06/2023"),
        ("2022", "01/11/2021 | 25/10/2022 | 25/10/2022", "01/11/2021 | 31/05/2022 | 02/06/2022"),
    ],
)
def test_periods_are_those_of_the_chosen_plan(filled, year, whole, half):
    said = markdown(opened("method", den=year))
    assert f"| Cả năm | {whole} |" in said and f"| 6 tháng đầu năm | {half} |" in said


def test_breaks_in_series_are_listed_with_their_reasons(filled):
    said = markdown(opened("method"))
    assert "| 2018 | tất cả | Bộ câu hỏi và cấu trúc mới: 8 lĩnh vực thay 6 |" in said
    assert "| 2021 | 5.1 | Sang thang 0,33-3,33 |" in said
