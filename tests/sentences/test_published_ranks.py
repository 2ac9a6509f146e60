"""A province's ranks in words: every year, those without one said, strokes at breaks."""

import pandas as pd

from dashboard.sentences import published_ranks
from dashboard.words import words

VI = words("vi")
SERIES = pd.DataFrame(
    {
        "province": ["A", "A", "A", "B"],
        "year": [2022, 2020, 2021, 2022],
        "rank": [3.0, 9.0, None, 1.0],
    }
)


def test_every_year_has_its_rank_or_none_and_a_break_its_stroke():
    said = published_ranks.over_years(SERIES, "A", [2022], VI)
    assert said.startswith("Hạng của A từng năm: 2020: 9, 2021: không có hạng | 2022: 3. Dấu |")
    assert published_ranks.over_years(SERIES, "A", [], VI).endswith("2022: 3.")
    assert published_ranks.over_years(SERIES, "C", [], VI) == ""


def test_dimensions_the_best_first_and_without_one_last():
    scores = pd.DataFrame(
        {
            "level": ["total", "dimension", "dimension", "dimension"],
            "component": ["PAPI", "1", "2", "3"],
            "name": ["Tổng", "Một", "Hai", "Ba"],
            "rank": [1.0, None, 12.0, 4.0],
        }
    )
    said = published_ranks.by_dimension(scores, "A", 2023, VI)
    assert said.endswith("cao nhất trước: 3 Ba: 4; 2 Hai: 12; 1 Một: không có hạng.")
    assert published_ranks.by_dimension(scores.assign(rank=None), "A", 2023, VI) == ""
