"""The sheet for the public in sentences: the score, what was done, where it is from."""

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.states import DONE
from dashboard.words import Words


def headline(unit: str, total: pd.Series, tasks: pd.DataFrame, words: Words) -> str:
    """The score where it may be shown, a clear verdict, and the work done."""
    return words.say(
        "public.headline", unit=unit, first=_score(total, words), second=_work(tasks, words)
    )


def _score(total: pd.Series, words: Words) -> str:
    holes = {"year": total.year_to, "before": total.year_from}
    if numbers.is_hidden(total.status_to) or pd.isna(total.estimate_to):
        return words.say("public.no_score", **holes)
    highest = f"{total.scale_high:g}"
    said = words.say(
        "public.total", score=numbers.score(total.estimate_to), highest=highest, **holes
    )
    verdict = verdicts.of(total.to_frame().T)[0]
    if verdict not in verdicts.CLEAR:
        return said
    return said + words.say("public.total_verdict", verdict=words[f"verdict.{verdict}"], **holes)


def _work(tasks: pd.DataFrame, words: Words) -> str:
    if tasks.empty:
        return words["public.no_plan"]
    done = int(tasks.state.isin(DONE).sum())
    return words.say("public.done_of", done=done, count=len(tasks))


def source(total: pd.Series, seen_at: str, words: Words) -> str:
    """Where the figures are from: how many people were asked, and the day of the tasks."""
    asked = 0 if pd.isna(total.respondents_to) else int(total.respondents_to)
    return words.say(
        "public.source", asked=numbers.count(asked), year=total.year_to, seen_at=seen_at
    )
