"""Answers of a question by the questionnaire's own labels."""

import pytest

from dashboard.tables import question_tables


@pytest.mark.parametrize(
    ("coding", "labels"),
    [
        ("Có = 1; Không = 0", {1: "Có", 0: "Không"}),
        ("1 = rất kém, 5 = rất tốt", {1: "Rất kém", 5: "Rất tốt"}),
        ("1 = kém, chậm; 2 = tốt", {1: "Kém, chậm", 2: "Tốt"}),
        ("", {}),
    ],
)
def test_answers_are_called_as_the_coding_says(coding, labels):
    assert question_tables.labels_of(coding) == labels
