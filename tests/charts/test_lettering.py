"""Names cut to the room of a chart: alike in their first letters, they are told apart."""

import random
from datetime import date

import pytest

from dashboard.charts import (
    completion,
    count_bars,
    fair_rows,
    rank_moves,
    ranking,
    timeline,
    village_cells,
)
from dashboard.charts.lettering import shorten_apart
from dashboard.charts.look import LIGHT
from dashboard.readings.short_names import short_names
from dashboard.rows import frame_of
from dashboard.words import words

WORDS = words("vi")
POST = "Công chức Văn hóa - Xã hội phụ trách"
ALIKE = [
    *(f"{POST} văn hóa", f"{POST} lao động", f"{POST} lao động và người có công"),
    *(f"Thôn Đoàn Kết Hưng Thịnh Phát Triển Bền Vững {number}" for number in range(1, 13)),
    *("x" * 32_000 + end for end in ("", "1", "2")),
]


@pytest.mark.parametrize("letters", [15, 18, 26, 34])
def test_names_alike_in_their_first_letters(letters):
    cut = shorten_apart(ALIKE, letters)
    assert len(set(cut)) == len(ALIKE) and max(map(len, cut)) <= letters
    assert cut[0].endswith("văn hóa") and cut[-4].endswith("12")


@pytest.mark.parametrize("seed", range(60))
def test_random_names_stay_apart(seed):
    """Of few words, so that beginnings, middles and ends meet; some end as cut ones do."""
    chance = random.Random(seed)
    parts = ["a", "an", "Thôn", "Đoàn", "Kết", "1", "2", "b" * 40, "…", "Kết… 1", "(2)"]
    names = [" ".join(chance.choices(parts, k=chance.randint(1, 14))) for _ in range(60)]
    letters = chance.choice([12, 15, 26, 34])
    cut = shorten_apart(names, letters)
    assert len(set(cut)) == len(set(names)) == len(set(zip(names, cut, strict=True)))
    assert max(map(len, cut)) <= letters
    assert all(c == n for c, n in zip(cut, names, strict=True) if len(n) <= letters)
    short = short_names(names)
    assert len(set(short.values())) == len(short)


@pytest.mark.parametrize("names", [ALIKE[:3], ALIKE[3:15]])
@pytest.mark.parametrize("phone", [False, True])
@pytest.mark.parametrize(
    ("drawn", "example", "field"),
    [
        (completion.by_official, completion.EXAMPLE, "short_name"),
        (fair_rows.beside_chance, fair_rows.EXAMPLE, "label"),
        (count_bars.bars, count_bars.EXAMPLE, "label"),
        (ranking.ranked, ranking.EXAMPLE, "label"),
        (rank_moves.moved, rank_moves.EXAMPLE, "label"),
        (timeline.of_official, timeline.EXAMPLE, "task"),
    ],
)
def test_charts_tell_them_apart(drawn, example, field, phone, names):
    more = {"as_of": date(2023, 6, 1)} if drawn is timeline.of_official else {}
    one, none = (
        drawn(
            frame_of([example[-1]._replace(**{field: n}) for n in some], type(example[-1])),
            WORDS,
            LIGHT,
            phone,
            **more,
        )
        for some in (names, ["q"] * len(names))
    )
    seen = {note.text for note in one.layout.annotations}
    others = {note.text for note in none.layout.annotations}
    assert len(seen - others) == len(names)


@pytest.mark.parametrize("phone", [False, True])
def test_villages_of_the_map_are_told_apart(phone):
    villages = ALIKE[3:15]
    row = village_cells.VillageScore("", "1", "Tham gia", 5.0, "ok", 90, 1.0, 10.0)
    cells = village_cells.village_cells(
        frame_of([row._replace(village=v) for v in villages], type(row))
    )
    assert len(set(village_cells.row_names(cells, WORDS, phone))) == len(villages)
