"""A question's answers: how often each was given, in each village, and on each form."""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.folding import capital
from dashboard.rows import rows_of
from dashboard.tables.text_columns import Table, counts, figures, headed
from dashboard.words import Words


class Missing(NamedTuple):
    """How many answers are missing for one reason; a given answer has none."""

    answer: float
    missing: str
    respondents: int


class FormAnswer(NamedTuple):
    """One form's answer to a question, its place on the scale and where it stands."""

    answer: float
    missing: str
    scaled: float
    weight: float
    source_file: str
    source_sheet: str
    source_row: int


def question_villages(villages: pd.DataFrame, words: Words) -> Table:
    """What each village brings to a question's score: adults, forms, weight, answers."""
    shown = pd.DataFrame(
        {
            "village": villages.village,
            "adults": counts(villages.adults),
            "forms": counts(villages.respondents),
            "weight": [numbers.score(weight) for weight in villages.weight],
            "answered": counts(villages.answered),
            "unanswered": counts(villages.missing),
            "mean": figures(villages, "estimate", "status", words),
        }
    )
    right = ("adults", "forms", "weight", "answered", "unanswered", "mean")
    return shown, headed(words, *shown, right=right)


def distribution(earlier: pd.DataFrame, later: pd.DataFrame, coding: str) -> pd.DataFrame:
    """The frame of the chart of answers: both years' shares by answer, in their order."""
    labels = labels_of(coding)
    both = earlier.dropna(subset=["answer"]).merge(
        later.dropna(subset=["answer"]), on="answer", how="outer", suffixes=("_from", "_to")
    )
    both = both.sort_values("answer")
    return pd.DataFrame(
        {
            "label": [labels.get(answer, numbers.plain(answer)) for answer in both.answer],
            "share_from": both.share_from,
            "share_to": both.share_to,
            "count_from": both.respondents_from,
            "count_to": both.respondents_to,
        }
    )


def per_cent(asked: pd.DataFrame, given: dict[int, dict[str, pd.DataFrame]], words: Words) -> Table:
    """A row a question: what it asks, and of each year what share said yes, or the mean answer.

    asked: question, text, coding and verdict; given: year -> question -> its answers.
    """
    rows = []
    for question, text, coding, verdict in zip(
        asked.question, asked.text, asked.coding, asked.verdict, strict=True
    ):
        labels = labels_of(coding)
        yes = labels.get(1.0, "") if set(labels) == {0.0, 1.0} else ""
        row = {"question": f"{question} {text}", "answer": yes or words["component.mean_answer"]}
        row |= {f"in_{year}": _said(found[question], bool(yes)) for year, found in given.items()}
        said = verdicts.text(verdict, words)
        rows.append(row | {"score": words.say("component.score_did", verdict=said) if said else ""})
    headings = {f"in_{year}": str(year) for year in given}
    headings |= {
        name: words[f"component.column_{name}"] for name in ("question", "answer", "score")
    }
    shown = pd.DataFrame(rows, columns=["question", "answer", *map("in_{}".format, given), "score"])
    return shown, headed(words, *shown, right=tuple(map("in_{}".format, given)), **headings)


def _said(answers: pd.DataFrame, is_yes_or_no: bool) -> str:
    known = answers.dropna(subset=["answer"])
    if known.empty:
        return numbers.NOTHING
    if is_yes_or_no:
        return numbers.percent(float(known.share[known.answer == 1].sum()))
    return numbers.score(float((known.share * known.answer).sum()))


def labels_of(coding: str) -> dict[float, str]:
    """The labels of a coding, "Có = 1; Không = 0" or "1 = rất không hài lòng"."""
    labels = {}
    for part in coding.split(";" if ";" in coding else ","):
        left, _, right = (side.strip() for side in part.partition("="))
        for number, label in ((left, right), (right, left)):
            if number.lstrip("-").isdecimal() and label:
                labels[float(number)] = capital(label)
    return labels


def missing_answers(given: dict[int, pd.DataFrame], words: Words) -> list[str]:
    """For each year, how many answers are missing and why."""
    said = {year: _missing(frame, words) for year, frame in given.items()}
    return [
        words.say("component.missing", year=year, counts=reasons)
        for year, reasons in said.items()
        if reasons
    ]


def _missing(frame: pd.DataFrame, words: Words) -> str:
    return ", ".join(
        f"{numbers.count(row.respondents)} {words[f'component.why.{row.missing}']}"
        for row in rows_of(frame, Missing)
        if not numbers.is_number(row.answer)
    )


def forms(rows: pd.DataFrame, words: Words) -> list[str]:
    """Each form's answer to a question, with where it stands and how it counts."""
    return [_form(row, words) for row in rows_of(rows, FormAnswer)]


def _form(row: FormAnswer, words: Words) -> str:
    where = {"file": row.source_file, "sheet": row.source_sheet, "row": row.source_row}
    if not numbers.is_number(row.answer):
        why = words[f"component.why.{row.missing}"]
        return words.say("component.row_missing", why=why, **where)
    return words.say(
        "component.row_answer",
        answer=numbers.plain(row.answer),
        scaled=numbers.score(row.scaled),
        weight=numbers.score(row.weight),
        **where,
    )
