"""What the page on method says is what the program does: its example, its thresholds, its rules."""

import re

import pytest

from dashboard import numbers
from dashboard.parts.method_sections import SECTIONS
from dashboard.thresholds import thresholds
from dashboard.words import words
from tests.queries.rows import COMMUNE, Form, scored, survey, whole_questionnaire

VI = words("vi")
# Where the page says a threshold: the number there is that of the name.
THRESHOLDS = [
    ("hidden", r"\(ít người\) \| dưới (\d+) người", "min_shown"),
    ("hidden", r"hoặc dưới (\d+) phiếu quy đổi", "caution_respondents"),
    ("hidden", r"thận trọng \| dưới (\d+) người", "caution_respondents"),
    ("hidden", r"dưới (\d+) bậc tự do", "caution_df"),
    ("hidden", r"rộng hơn (\d+\u00a0%) thang", "caution_width"),
    ("error", r"khoảng tin cậy (\d+\u00a0%)\*\* là", "confidence"),
    ("change", r"dương và p đã hiệu chỉnh dưới (0,\d+)", "significance"),
    ("ranks", r"p dưới (0,\d+) ÷ \(số xã − 1\)", "significance"),
    ("tasks", r"đến hạn trong (\d+) ngày tới", "days_ahead"),
    ("tasks", r"Dưới (\d+) nhiệm vụ thì chỉ ghi số đếm", "min_tasks_for_share"),
]


def text(section: str, language: str = "vi") -> str:
    catalogue = words(language)
    if section == "words":  # the glossary has a text a word
        return " ".join(catalogue[key] for key in catalogue if key.startswith("glossary.text."))
    return catalogue[f"method.{section}.text"]


@pytest.mark.parametrize(("section", "said", "name"), THRESHOLDS)
def test_thresholds_in_the_text_are_those_that_are_kept(section, said, name):
    (written,) = re.findall(said, text(section))
    number = float(written.removesuffix("\u00a0%").replace(",", "."))
    assert number == getattr(thresholds(), name) * (100 if written.endswith("%") else 1)


@pytest.mark.parametrize("status", ["hidden_n", "hidden_no_se", "hidden_complement", "caution"])
def test_every_status_of_the_scores_stands_in_the_table(status):
    rows = {"hidden_n": "ẩn (ít người)", "hidden_no_se": "ẩn (không có sai số)"}
    rows |= {"hidden_complement": "ẩn (để không suy ra được)", "caution": "đọc thận trọng"}
    assert f"| {rows[status]} |" in text("hidden")


def test_every_state_of_tasks_stands_in_the_table():
    states = [VI[key] for key in VI if re.fullmatch(r"state\.\w+", key)]
    assert len(states) == 7
    assert [state for state in states if f"| {state} |" not in text("tasks")] == []


def test_every_section_has_an_address_of_its_own():
    known = {key.split(".")[1] for key in VI if re.fullmatch(r"method\.\w+\.text", key)}
    assert set(SECTIONS) == known | {"words"}
    assert len(set(SECTIONS.values())) == len(SECTIONS)
    assert all(re.fullmatch("[a-z0-9-]+", anchor) for anchor in SECTIONS.values())


def test_sections_that_the_text_names_are_there():
    titles = {VI[f"method.{section}.title"].split(":")[0] for section in SECTIONS}
    named = {name for section in SECTIONS for name in re.findall(r'mục "([^"]+)"', text(section))}
    assert named and named <= titles


# The example


@pytest.fixture
def example(cursor) -> dict[str, dict]:
    """The example's own rows as a survey: what the queries make of them."""
    answers = {"Có": 1, "Không": 0, "không biết": None}
    rows = re.findall(r"^\| \d \| (\w+) \| (\d+) \| ([^|]+) \| (\d) \|$", text("example"), re.M)
    assert len(rows) == 7
    asked = whole_questionnaire(2023)
    asked |= {"Q1.1": ("1.1", 0, 1), "Q1.1b": ("1.1", 1, 5)}
    asked |= {"Q1.2": ("1.2", 0, 10), "Q1.3": ("1.3", 0, 10), "Q1.4": ("1.4", 1, 5, True)}
    villages: dict[str, list[Form]] = {}
    for village, _, first, second in rows:
        said = dict.fromkeys(asked, 0.5)  # half of the range: 5.5 in each other dimension
        said |= {"Q1.1": answers[first], "Q1.1b": int(second), "Q1.2": 6, "Q1.3": 8, "Q1.4": 2}
        villages.setdefault(village, []).append(Form(said))
    adults = {v: int(w) * len(villages[v]) for v, w, _, _ in rows}
    assert adults == {"Đông": 300, "Tây": 200}
    assert re.findall(r"có (\d+) người", text("example")) == ["300", "200"]
    survey(cursor, villages, asked, adults)
    return scored(cursor, COMMUNE)


def said_in(pattern: str, section: str = "example") -> list[str]:
    """The numbers of one line of the text, as they are written."""
    (found,) = re.findall(pattern, text(section))
    return [found] if isinstance(found, str) else list(found)


def test_example_of_the_text_is_what_the_queries_make_of_it(example):
    score = {code: numbers.score(row["estimate"]) for code, row in example.items()}
    assert said_in(r"Câu 1: .* = 0,625; .*\*\*([\d,]+)\*\*") == [score["Q1.1"]]
    assert numbers.score(example["raw Q1.1"]["estimate"], 3) == "0,625"
    assert said_in(r"Câu 2: .*\) = ([\d,]+); .*\*\*([\d,]+)\*\*") == [
        score["raw Q1.1b"],
        score["Q1.1b"],
    ]
    assert said_in(r"Nội dung 1.1 = .*\*\*([\d,]+)\*\*") == [score["1.1"]]
    assert said_in(r"trả lời 6: \*\*([\d,]+)\*\*") == [score["1.2"]]
    assert said_in(r"trả lời 8: \*\*([\d,]+)\*\*") == [score["1.3"]]
    assert said_in(r"trả lời 2: .* = \*\*([\d,]+)\*\*") == [score["1.4"]]
    parts = [score[code] for code in ("1.1", "1.2", "1.3", "1.4", "1")]
    line = r"Lĩnh vực 1 = ([\d,]+) \+ ([\d,]+) \+ ([\d,]+) \+ ([\d,]+) = \*\*([\d,]+)\*\*"
    assert said_in(line) == parts
    assert said_in(r"mỗi lĩnh vực được ([\d,]+) điểm") == [score["8"]]
    assert said_in(r"điểm tổng hợp = ([\d,]+) .* = \*\*([\d,]+)\*\*") == [score["1"], score["PAPI"]]


def test_error_of_the_example_is_what_the_queries_make_of_it(example):
    row = example["raw Q1.1b"]
    figures = [row["estimate"], row["std_error"], row["ci_low"], row["ci_high"]]
    line = r"câu 2 là ([\d,]+) với sai số chuẩn \*\*([\d,]+)\*\*.*"
    line += r" từ \*\*([\d,]+)\*\* đến \*\*([\d,]+)\*\*"
    assert said_in(line, "error") == [numbers.score(figure) for figure in figures]
    assert (row["respondents"], row["df"], row["status"]) == (7, 5, "hidden_n")
    assert "7 phiếu, 2 thôn, 5 bậc tự do" in text("error")


def figures(section: str, language: str) -> set[str]:
    """The numbers in a text, the decimal sign aside; "18" is how Vietnamese says adults."""
    return set(re.findall(r"\d+", text(section, language).replace("từ 18 tuổi", "")))


@pytest.mark.parametrize("section", SECTIONS)
def test_both_languages_give_the_same_numbers(section):
    assert figures(section, "vi") == figures(section, "en")
