"""The way down to one form, with figures added up from the sample workbook by openpyxl."""

import re

import pytest

from dashboard.words import words
from tests.pages import by_hand
from tests.pages.by_hand import sheets
from tests.pages.conftest import figure_texts, gone_to, html, opened, title
from tests.pages.test_hidden import FEW, MANY, group, shown_of, write

VI = words("vi")
VILLAGE, QUESTION = "Thôn Hạ", "C05"


def forms(village: str | None = None) -> list[tuple[int, float | None]]:
    """Row of the file and answer to the question, of everybody or one village."""
    answers = sheets("khao-sat-2023.xlsx")[0]
    column = answers[2].index(QUESTION)
    return [
        (number, by_hand.value(row[column], 0, 1))
        for number, row in enumerate(answers[4:], start=5)
        if village in (None, row[2])
    ]


def listed(app) -> list[str]:
    """The rows that can be chosen."""
    labels = [link.proto.label for link in app.get("page_link")]
    return [label for label in labels if label.startswith("dòng ")]


def score(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".replace(".", ",")


def test_total_is_the_sum_of_the_shown_dimensions(filled):
    app = opened("component")
    scores = by_hand.scores(2023)
    said = f"{score(scores['PAPI'])} trên 80 điểm, năm 2023"
    assert title(app) == f"Điểm theo phương pháp PAPI: {said}"
    terms = " + ".join(score(scores[str(number)], 4) for number in range(1, 9))
    assert f"Điểm {score(scores['PAPI'], 4)} = {terms} (cộng 8 phần)." in html(app)
    assert "254 phiếu từ tệp khao-sat-2023.xlsx" in html(app)


def test_sub_dimension_is_the_mean_of_its_questions(filled):
    app = opened("component", ma="1.3")
    assert score(by_hand.scores(2023)["1.3"]) in title(app)
    assert "trung bình 2 câu hỏi có người trả lời, trong 2 câu đã hỏi" in html(app)


def test_question_shows_how_people_answered_and_who_did_not(filled):
    app = opened("component", ma=QUESTION)
    missing = sum(answer is None for _, answer in forms())
    said = html(app).partition("năm 2023: ")[2].partition(".")[0]
    assert sum(int(part.split()[0]) for part in said.split(", ")) == missing
    assert f"({254 - missing} người trả lời" in html(app)
    assert any("%" in text for text in figure_texts(app))


def test_village_lists_its_forms_and_one_of_them_in_full(filled):
    own = forms(VILLAGE)
    row, answer = next((row, answer) for row, answer in own if answer is not None)
    app = opened("component", ma=QUESTION, thon=VILLAGE, dong=str(row))
    assert VILLAGE in title(app)
    assert listed(app) == [f"dòng {number}" for number, _ in own]
    scaled = 0.25 + 2.25 * answer
    assert (
        f"Tệp khao-sat-2023.xlsx, trang Phiếu trả lời, dòng {row}: câu trả lời là {answer:g}, "
        f"quy ra {score(scaled)} điểm, trọng số {score(890 / len(own))}."
    ) in html(app)


@pytest.mark.parametrize("code", ["9.9", "C99", "<b>"])
def test_unknown_code_is_said_and_leads_back(filled, code):
    app = opened("component", ma=code)
    assert title(app).startswith(f"Không có thành phần hay câu hỏi “{code}”")


def test_forms_and_figures_of_a_small_village_stand_nowhere(store):
    write(store, {"Thôn A": group(9, FEW), "Thôn B": group(12, MANY), "Thôn C": group(40, MANY)})
    for code in ("PAPI", "1", "1.1", "Q1.1"):
        for where in ({}, {"thon": "Thôn A"}):
            app = opened("component", ma=code, **where)
            assert shown_of(app, FEW) == [], (code, where)
            assert listed(app) == [], (code, where)
            assert VI["component.rows_hidden"] in html(app) or code != "Q1.1" or not where


@pytest.mark.parametrize(
    "address", [{"den": "2022"}, {"ky": "6 tháng đầu năm"}, {"ngay": "2023-03-15"}], ids=str
)
def test_the_way_down_opens_with_any_choice_of_the_button(filled, address):
    assert title(opened("component", ma="5.3", **address)).startswith("5.3 Giấy chứng nhận")


@pytest.mark.parametrize("before", ["villages", "components"])
def test_link_from_a_page_that_filters_by_village_keeps_the_village(filled, before):
    """Streamlit takes out of a link what a widget of the page before has the name of."""
    app = opened(before, thon=VILLAGE)
    app.query_params["ma"] = "PAPI"
    score_there = title(opened("component", ma="PAPI", thon=VILLAGE))
    assert title(gone_to(app, "component")) == score_there
    assert score_there.startswith(f"{VILLAGE} · Điểm theo phương pháp PAPI")


def test_a_part_says_what_people_answered_to_each_of_its_questions(filled):
    """Shares by pandas from the workbooks: C33 27.5 and 40.1 % said yes, in Thôn Đoài C11 56.7."""

    def of(question: str, code: str, **where: str) -> list[str]:
        row = html(opened("component", ma=code, **where)).split(f">{question} ")[1]
        return re.findall(r"<td[^>]*>([^<]*)</td>", row.split("</tr>")[0])

    doors = of("C33", "5.3")
    assert doors == ["Có", "27\u00a0%", "40\u00a0%", "điểm ▼ giảm rõ rệt"]
    assert of("C33", "5") == doors
    assert of("C11", "2.2", thon="Thôn Đoài")[2] == "57\u00a0%"
