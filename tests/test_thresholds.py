"""Thresholds have one place: queries, program and texts follow what stands there."""

import csv
import re
import tomllib
from pathlib import Path

import pandas as pd
import pytest

from dashboard import numbers, thresholds
from dashboard.charts import village_cells
from dashboard.config import QUERIES, REFERENCE
from dashboard.words import LANGUAGES, TEXTS, words
from tests.queries.rows import (
    Form,
    add_published,
    add_task,
    ask,
    same_answers,
    scored,
    store_scores,
    survey,
)

ASKED = {"Q1": ("1.1", 0, 1)}


def rows() -> dict[str, str]:
    with (REFERENCE / "thresholds.csv").open(encoding="utf-8", newline="") as stream:
        return {row["name"]: row["value"] for row in csv.DictReader(stream)}


@pytest.fixture
def changed(cursor, tmp_path, monkeypatch):
    """Say other values: program and texts read them at once, the store as if made anew."""

    def change(**values: float) -> None:
        file = tmp_path / "thresholds.csv"
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(["name", "value", "meaning"])
            writer.writerows([n, values.get(n, v), ""] for n, v in rows().items())
        monkeypatch.setattr(thresholds, "REFERENCE", tmp_path)
        forget()
        statement = QUERIES / "schema" / "reference" / "thresholds.sql"
        cursor.execute(statement.read_text(encoding="utf-8"), {"path": str(file)})

    yield change
    monkeypatch.undo()
    forget()


def forget() -> None:
    thresholds.thresholds.cache_clear()
    words.cache_clear()


def test_table_and_program_hold_the_file_s_values(cursor):
    expected = {name: float(value) for name, value in rows().items()}
    assert thresholds.thresholds()._asdict() == expected
    result = cursor.execute("from threshold")
    names = [column[0] for column in result.description]
    (values,) = result.fetchall()
    assert dict(zip(names, values, strict=True)) == expected


def test_every_threshold_says_what_it_is_for():
    with (REFERENCE / "thresholds.csv").open(encoding="utf-8", newline="") as stream:
        assert all(len(row["meaning"]) > 10 for row in csv.DictReader(stream))


def status(cursor) -> str:
    return scored(cursor)["Q1"]["status"]


@pytest.mark.parametrize(
    ("name", "value", "before", "after"),
    [
        ("min_shown", 41, "ok", "hidden_n"),
        ("caution_respondents", 41, "ok", "caution"),
        ("caution_df", 39, "ok", "caution"),
        ("caution_width", 0.2, "ok", "caution"),
    ],
)
def test_status_follows_its_thresholds(cursor, changed, name, value, before, after):
    # 40 forms, a quarter of them no: half the interval is 0.14 of the scale, df is 38
    villages = {"Đông": same_answers(15, Q1=1) + same_answers(5, Q1=0)}
    survey(cursor, villages | {"Tây": villages["Đông"]}, ASKED)
    assert status(cursor) == before
    changed(**{name: value})
    assert status(cursor) == after


def test_interval_follows_its_confidence(cursor, changed):
    survey(cursor, {"Thôn": [Form({"Q1": 0}), Form({"Q1": 1})]}, ASKED)
    row = scored(cursor)["Q1"]
    # t on one degree of freedom is tan of pi times half the probability
    assert (row["ci_high"] - row["estimate"]) / row["std_error"] == pytest.approx(12.7062047362)
    changed(confidence=0.5)
    row = scored(cursor)["Q1"]
    assert (row["ci_high"] - row["estimate"]) / row["std_error"] == pytest.approx(1)
    years = {"year_from": 2023, "year_to": 2023}
    for change in ask(cursor, "component_change", unit="Xã An", **years):
        if change["std_error"]:
            half = change["ci_high"] - change["change"]
            assert half / change["std_error"] == pytest.approx(0.816496580928)  # on two


def test_verdict_and_ranks_follow_significance(cursor, changed):
    for unit, year, yes in (("Xã An", 2022, 12), ("Xã An", 2023, 28), ("Xã Bình", 2023, 12)):
        forms = {"Thôn": same_answers(yes, Q1=1) + same_answers(40 - yes, Q1=0)}
        survey(cursor, forms, ASKED, unit=unit, year=year)
        store_scores(cursor, unit, year)

    def said() -> tuple[str, int]:
        years = {"unit": "Xã An", "year_from": 2022, "year_to": 2023}
        changes = {r["component"]: r for r in ask(cursor, "component_change", **years)}
        ranks = ask(cursor, "unit_ranking", year=2023, component="1.1")
        return changes["1.1"]["verdict"], ranks[0]["rank_high"]

    assert said() == ("up", 1)
    changed(significance=0.0001)
    assert said() == ("unclear", 2)


def test_groups_and_papi_s_rule_follow_theirs(cursor, changed):
    (first, second) = ({"year_from": 2022, "year_to": 2023}, {"year": 2023})

    def said() -> tuple[set, set]:
        rules = {row["rule_5_percent"] for row in ask(cursor, "published_change", **first)}
        return rules, {row["cut_low"] for row in ask(cursor, "published_scores", **second)}

    add_published(cursor, {})
    rules, cuts = said()
    assert {"higher", "lower"} <= rules and None not in cuts
    changed(notable_change=50, min_grouped=64)
    rules, cuts = said()
    assert not {"higher", "lower"} & rules and cuts == {None}


def test_list_to_follow_up_takes_in_its_days(cursor, changed):
    add_task(cursor, due=pd.Timestamp("2023-06-20").date(), leads=["Tư pháp"])
    where = {"unit": "Xã An", "year": 2023, "as_of": "2023-06-01"}
    assert len(ask(cursor, "follow_up", **where)) == 1
    changed(days_ahead=18)
    assert ask(cursor, "follow_up", **where) == []
    assert len(ask(cursor, "follow_up", **where, days=19)) == 1


def test_program_follows(changed):
    cells = pd.DataFrame({"village": ["Đông"], "respondents": [31]})
    assert (numbers.share(3, 6), village_cells.few(cells).any()) == ("50\u00a0%", False)
    changed(min_tasks_for_share=7, caution_respondents=32)
    assert (numbers.share(3, 6), village_cells.few(cells).any()) == ("3/6", True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_follow(changed, language):
    # values that no text has for another reason
    changed(**{name: 7000 + number for number, name in enumerate(rows())})
    said = "\n".join(words(language).values())
    found = {int(match) for match in re.findall(r"\b70\d\d(?!\d)", said)}
    shares = {int(match) // 100 for match in re.findall(r"\b70\d\d00(?=\u00a0%)", said)}
    assert found | shares == {7000 + number for number in range(len(rows()))}
    assert "{threshold" not in said


def test_a_threshold_that_is_not_there_is_no_text():
    with pytest.raises(AttributeError, match="min_seen"):
        thresholds.filled("{threshold.min_seen}", ",")


# A number where a threshold would stand. PAPI's own interval, in its quotation marks, is none.
BARE = re.compile(
    r"(?i)\b(?:dưới|từ|đủ|trong|ít nhất|fewer than|below|within|from|at least|on)\s+\d+(?=\s+"
    r"(?:người|phiếu|bậc|nhiệm vụ|ngày|đơn vị|respondents|forms|degrees|tasks|days|units|would))"
    r"|\b0[.,]05\b|(?<![\d\"])(?:95|5|30)[ \u00a0]%"
)


def bare(text: str) -> list[str]:
    return BARE.findall(re.sub(r"\{[^{}]*\}", "{}", text))


@pytest.mark.parametrize("file", sorted(TEXTS.rglob("*.toml")), ids=lambda file: file.name)
def test_no_text_has_a_copy_of_its_own(file: Path):
    assert bare(_flat(tomllib.loads(file.read_text(encoding="utf-8")))) == []


def _flat(value: object) -> str:
    return "\n".join(map(_flat, value.values())) if isinstance(value, dict) else str(value)


@pytest.mark.parametrize(
    "text",
    [
        "ẩn: dưới 10 người trả lời",
        "hidden: fewer than 10 respondents",
        "Dưới 8 đơn vị có điểm",
        "hoặc dưới 8 bậc tự do",
        "khoảng tin cậy 95 % của chênh lệch",
        "p below 0.05",
        "rộng hơn 30 % thang điểm",
        "đến hạn trong 30 ngày tới",
        "chênh dưới 5 %",
    ],
)
def test_a_copy_would_be_seen(text):
    assert bare(text)
