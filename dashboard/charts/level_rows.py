"""The rows of the level chart: each component's place, texts and hover; nothing hidden is left.

levels.py draws them; its first lines name the columns.
"""

import pandas as pd

from dashboard import numbers
from dashboard.charts import verdicts
from dashboard.charts.lettering import bold, hover_lines, safe
from dashboard.words import Words

GAP = 0.55  # rows between two dimensions


def level_rows(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The frame with the place and the texts of each row; what is hidden loses its figures."""
    rows = frame.reset_index(drop=True).copy()
    hidden = {end: numbers.hidden(rows[f"status_{end}"]) for end in ("from", "to")}
    rows["verdict"] = pd.Series(verdicts.of(rows), rows.index, dtype=object)  # None stays None
    rows["text_verdict"] = [verdicts.text(verdict, words) for verdict in rows.verdict]
    rows["sign"] = [verdicts.sign(verdict, words) for verdict in rows.verdict]
    rows["text_change"] = [
        numbers.shown(
            numbers.difference(r.change), r.change, r.status_from, r.status_to, words=words
        )
        for r in rows.itertuples()
    ]
    for end in ("from", "to"):
        rows[f"text_{end}"] = [
            numbers.shown(numbers.score(value), value, status, words=words)
            for value, status in zip(rows[f"estimate_{end}"], rows[f"status_{end}"], strict=True)
        ]
        rows[f"estimate_{end}"] = rows[f"estimate_{end}"].mask(hidden[end])
    for column in ("change", "ci_low", "ci_high"):
        if column in rows:
            rows[column] = rows[column].mask(hidden["from"] | hidden["to"])
    rows["y"] = _places(rows)
    rows["hover"] = [_hover(row, words) for _, row in rows.iterrows()]
    return rows


def _places(rows: pd.DataFrame) -> list[float]:
    """One a row, and a gap where the next dimension's sub-dimensions begin."""
    places: list[float] = []
    before = None
    for code, level in zip(rows.component.astype(str), rows.level, strict=True):
        group = code.partition(".")[0] if level == "sub_dimension" else None
        gap = GAP if places and group != before else 0
        places.append(places[-1] + 1 + gap if places else 0.0)
        before = group
    return places


def _hover(row: pd.Series, words: Words) -> str:
    low, high = numbers.score(row.scale_low), numbers.score(row.scale_high)
    full = row.get("full_name")
    name = row["name"] if full is None or pd.isna(full) else full
    return hover_lines(
        bold(f"{safe(row.component)} {safe(name)}"),
        words.say("chart.levels.hover_year", year=row.year_from, score=row.text_from),
        words.say("chart.levels.hover_year", year=row.year_to, score=row.text_to),
        words.say("chart.levels.hover_difference", difference=row.text_change),
        row.text_verdict,
        words.say("chart.levels.hover_scale", low=low, high=high),
        numbers.reason(row.status_from, row.status_to, words=words),
    )
