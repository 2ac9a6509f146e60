import pytest

from dashboard.importing.model.records import Question
from dashboard.importing.values.coding import Answers, coding

YES_NO = Question("C01", "1.1", "", 0, 1, coding="Có = 1; Không = 0")
BARE_YES_NO = Question("C01", "1.1", "", 0, 1)
SCALE = Question("C02", "1.1", "", 1, 5, coding="1 = rất không hài lòng; 5 = rất hài lòng")
WIDE = Question("C03", "1.1", "", 0, 100)


@pytest.mark.parametrize("question", [YES_NO, BARE_YES_NO])
@pytest.mark.parametrize(
    "said", ["Có", "có", "CÓ", "co", "x", "X", "✓", "Đúng", "Yes", "1", 1, 1.0, True]
)
def test_yes(question, said):
    assert Answers(question).read(said) == 1.0


@pytest.mark.parametrize("question", [YES_NO, BARE_YES_NO])
@pytest.mark.parametrize(
    "said", ["Không", "không", "khong", "Ko", "K", "k", "No", "0", 0, 0.0, False]
)
def test_no(question, said):
    assert Answers(question).read(said) == 0.0


@pytest.mark.parametrize("question", [YES_NO, SCALE])
@pytest.mark.parametrize(
    ("said", "why"),
    [
        (None, "blank"),
        ("-", "blank"),
        (88, "dont_know"),
        (888.0, "dont_know"),
        ("88", "dont_know"),
        ("KB", "dont_know"),
        ("Không biết", "dont_know"),
        ("không biết", "dont_know"),
        ("khong biet", "dont_know"),
        (99, "refused"),
        ("999", "refused"),
        ("KTL", "refused"),
        ("Không trả lời", "refused"),
        ("Từ chối", "refused"),
        (7, "impossible"),
        (-1, "impossible"),
        ("rất", "impossible"),
        ("Cò", "impossible"),
    ],
)
def test_missing(question, said, why):
    assert Answers(question).read(said) == why


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        (3, 3.0),
        ("3", 3.0),
        ("3.0", 3.0),
        ("4,5", 4.5),
        ("Rất hài lòng", 5.0),
        ("RẤT KHÔNG HÀI LÒNG", 1.0),
        ("5 - Rất hài lòng", 5.0),
        ("4. Hài lòng", 4.0),
        ("4 (hài lòng)", 4.0),
        ("1 - Rất hài lòng", "impossible"),
        ("6 - Quá hài lòng", "impossible"),
        ("Có", "impossible"),
        (0, "impossible"),
        (True, "impossible"),
    ],
)
def test_scale(said, meaning):
    assert Answers(SCALE).read(said) == meaning


@pytest.mark.parametrize(("said", "meaning"), [(88, 88.0), ("99", 99.0), (888, "dont_know")])
def test_a_number_in_the_range_is_no_missing_code(said, meaning):
    assert Answers(WIDE).read(said) == meaning


def test_coding_may_turn_yes_and_no_round():
    turned = Question("C04", "1.1", "", 1, 2, coding="Có = 1; Không = 2")
    assert [Answers(turned).read(said) for said in ("Có", "Không", "Ko")] == [
        1.0,
        2.0,
        "impossible",
    ]


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("1. Có", 1.0),
        ("2. Không", 0.0),
        ("3. Không biết", "dont_know"),
        ("khong_biet", "dont_know"),
        ("Có.", 1.0),
        ("không có", 0.0),
        ("1. Không", "impossible"),  # 1 is Có
        (2, "impossible"),
    ],
)
def test_number_of_an_option_beside_its_words(said, meaning):
    assert Answers(BARE_YES_NO).read(said) == meaning


@pytest.mark.parametrize(
    ("said", "meaning"),
    [(1, 1.0), (2, 0.0), ("2", 0.0), ("Không", 0.0), (8, "dont_know"), (0, 0.0), (3, "impossible")],
)
def test_codes_mean_what_the_coding_says(said, meaning):
    asked = Question("C05", "1.1", "", 0, 1, coding="1 = Có; 2 = Không; 8 = Không biết")
    assert Answers(asked).read(said) == meaning


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("", {}),
        ("Có = 1; Không = 0", {"Có": 1, "Không": 0}),
        ("Có: 1\nKhông: 0", {"Có": 1, "Không": 0}),
        ("1 = rất kém, 5 = rất tốt", {"rất kém": 1, "rất tốt": 5}),
        ("1 = Có, đầy đủ; 0 = Không", {"Có, đầy đủ": 1, "Không": 0}),
        ("Số từ 0 đến 10", {}),
    ],
)
def test_coding(written, labels):
    assert coding(written) == labels
