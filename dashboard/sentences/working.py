"""How a figure was worked out, in words with the numbers in them ("Cách tính").

Each function answers lines of text. What is hidden or missing stands as that in a sum, and
then the sum has no result beside it.
"""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.folding import capital
from dashboard.rows import Figure, Status, rows_of
from dashboard.words import Words

FEW = 4  # decimals where two would not let a reader add up


class Part(NamedTuple):
    """A part of a sum or a mean."""

    estimate: Figure
    status: Status


class Source(NamedTuple):
    """Rows of a sheet that forms came from, and how many forms they are."""

    source_file: str
    source_sheet: str
    first_row: int
    last_row: int
    respondents: int


def of_parts(whole: pd.Series, parts: pd.DataFrame, words: Words) -> list[str]:
    """A total, a dimension or a sub-dimension: the sum or the mean of its parts.

    whole: level, estimate, status; parts: component, estimate, status, those of a year.
    """
    kept = parts[parts.status != "missing"] if whole.level == "sub_dimension" else parts
    if kept.empty or whole.status == "missing":
        return [_why("missing", words)]
    holes = {
        "result": _figure(whole.estimate, whole.status, words),
        "terms": " + ".join(_figure(*part, words) for part in rows_of(kept, Part)),
    }
    if whole.level == "sub_dimension":
        return [words.say("working.mean", used=len(kept), asked=len(parts), **holes)]
    return [words.say("working.sum", count=len(parts), **holes)]


def of_question(
    question: pd.Series, villages: pd.DataFrame, score: pd.Series, words: Words
) -> list[str]:
    """A question: the weighted mean of its answers, then its place on the scale.

    question: low, high, reversed, scale_low, scale_high; villages: weight, answered, estimate,
    has_adults of each village; score: estimate, status.
    """
    lines = [words["working.weights" if villages.has_adults.all() else "working.equal_weights"]]
    if numbers.is_hidden(score.status) or pd.isna(score.estimate):
        return [*lines, _why(score.status, words)]
    weight = (villages.weight * villages.answered).sum()
    mean = _mean(question, score.estimate)
    lines.append(
        words.say(
            "working.weighted_mean",
            above=numbers.score(mean * weight),
            below=numbers.score(weight),
            mean=numbers.score(mean, FEW),
        )
    )
    lines.append(
        words.say(
            "working.scaled_back" if question.reversed else "working.scaled",
            scale_low=numbers.score(question.scale_low, FEW),
            scale_high=numbers.score(question.scale_high, FEW),
            mean=numbers.score(mean, FEW),
            low=numbers.score(question.low, 0),
            high=numbers.score(question.high, 0),
            score=numbers.score(score.estimate, FEW),
        )
    )
    return lines


def _mean(question: pd.Series, score: float) -> float:
    """The mean answer behind a score: the way back from the scale to the answers."""
    part = (score - question.scale_low) / (question.scale_high - question.scale_low)
    part = 1 - part if question.reversed else part
    return float(question.low + part * (question.high - question.low))


def of_error(score: pd.Series, words: Words) -> list[str]:
    """Standard error, degrees of freedom and the interval; why there is none.

    score: estimate, std_error, ci_low, ci_high, respondents, df, status.
    """
    if pd.isna(score.std_error):
        return [_why(score.status, words) or words["working.no_error"]]
    said = words.say(
        "working.error",
        error=numbers.score(score.std_error, FEW),
        count=numbers.count(score.respondents),
        df=numbers.count(score.df),
        quantile=numbers.score((score.ci_high - score.estimate) / score.std_error, FEW)
        if score.std_error
        else numbers.NOTHING,
        low=numbers.score(score.ci_low),
        high=numbers.score(score.ci_high),
    )
    return [said, *filter(None, [_why(score.status, words)])]


def _why(status: str, words: Words) -> str:
    """Why there is no figure, or why it has to be read with care, as a sentence."""
    said = numbers.reason(status, words=words)
    return f"{capital(said)}." if said else ""


def of_change(change: pd.Series, words: Words) -> list[str]:
    """The difference of two years, its error and test, and what may be said of it."""
    verdict = verdicts.of(change.to_frame().T)[0]
    if verdict == "not_comparable":
        return [words["working.not_comparable"]]
    if pd.isna(change.change):
        return [words["working.no_change"]]
    said = words.say(
        "working.change",
        change=numbers.difference(change.change, FEW),
        later=numbers.score(change.estimate_to, FEW),
        earlier=numbers.score(change.estimate_from, FEW),
    )
    if pd.isna(change.p_value):
        return [said, words["working.no_test"]]
    tested = words.say(
        "working.test",
        error=numbers.score(change.std_error, FEW),
        low=numbers.difference(change.ci_low),
        high=numbers.difference(change.ci_high),
        p=_p(change.p_value),
        p_adjusted=_p(change.p_adjusted),
        verdict=verdicts.text(verdict, words),
    )
    return [said, tested]


def _p(value: float) -> str:
    """A probability with its sign; none is 0.

    >>> _p(0.0123), _p(0.00002)
    ('= 0,0123', '< 0,0001')
    """
    return f"= {numbers.score(value, FEW)}" if value >= 0.0001 else "< 0,0001"


def of_sources(sources: pd.DataFrame, words: Words) -> list[str]:
    """The files, sheets and rows that the forms came from."""
    return [
        words.say(
            "working.source",
            file=row.source_file,
            sheet=row.source_sheet,
            first=row.first_row,
            last=row.last_row,
            count=numbers.count(row.respondents),
        )
        for row in rows_of(sources, Source)
    ]


def _figure(value: float, status: str, words: Words) -> str:
    if status == "missing" or (pd.isna(value) and not numbers.is_hidden(status)):
        return words["chart.no_data"]
    return numbers.shown(numbers.score(value, FEW), value, status, words=words)
