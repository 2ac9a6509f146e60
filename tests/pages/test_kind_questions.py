"""What a sheet is, asked on the page of imports and answered there."""

import pytest

from dashboard.parts import kind_questions
from tests.books_in_doubt import SHEET, plan_or_log
from tests.pages.conftest import click, opened, title, well

QUESTION = f'**Trang tính "{SHEET}" là bảng gì?**'


@pytest.fixture
def asked(empty, tmp_path):
    """The page with a file that may be a plan or a log."""
    file = plan_or_log(tmp_path / "một.xlsx", "XÃ AN", "Họp dân " + "rất dài " * 20, "Niêm yết")
    app = opened("import_data")
    app.get("file_uploader")[0].set_value([(file.name, file.read_bytes(), "")])
    return well(app.run())


def questions(app) -> list[str]:
    return [element.value for element in app.markdown if element.value == QUESTION]


def test_first_rows_stand_below_what_each_column_would_be(asked):
    assert questions(asked) == [QUESTION]
    table = next(one.value for one in asked.dataframe if "Được hiểu là" in one.value)
    rows = table.set_index("Được hiểu là")
    assert list(rows.index) == ["nhật ký hoạt động", "biểu nhiệm vụ", "trong tệp", "trong tệp"]
    assert list(rows["C · Người thực hiện"]) == [
        "→ Người thực hiện",
        "→ Chủ trì",
        *["Công chức Văn hóa - Xã hội"] * 2,
    ]


@pytest.mark.parametrize(
    ("answer", "headline"),
    [
        ("Là biểu nhiệm vụ", "2 dòng sẵn sàng nhập"),
        ("Không nhập trang tính này", "0 dòng sẵn sàng nhập"),
    ],
)
def test_an_answer_ends_the_question(asked, answer, headline):
    app = click(asked, answer)
    assert questions(app) == [] and headline in title(app)
    (said,) = app.session_state[kind_questions.KINDS].values()
    assert len(said) == 1


def test_it_may_be_a_table_that_the_program_did_not_think_of(asked):
    (other,) = [box for box in asked.selectbox if box.label == "Là bảng khác"]
    assert "biểu nhiệm vụ" not in other.options and "dân số thôn" in other.options
    app = well(other.select("population").run())
    assert questions(app) == []
    (said,) = app.session_state[kind_questions.KINDS].values()
    assert list(said.values()) == ["population"]
