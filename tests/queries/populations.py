"""Villages whose every adult's answers are known, and many surveys drawn from them.

A population is arrays over its adults; a sample of it is a commune of the store, so that one
statement scores them all. Truths are worked out here, from all adults, by numpy alone.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from dashboard.store.appending import append
from tests.queries.rows import log_import, sub_dimensions

Questions = dict[str, tuple[str, int, int, bool]]  # code -> component, lowest, highest, reversed


@dataclass(frozen=True)
class Population:
    """All adults of a commune: answers are (adults, questions), NaN where one would not answer."""

    questions: Questions
    village: np.ndarray
    woman: np.ndarray
    age: np.ndarray
    answers: np.ndarray

    def truth(self, domain: np.ndarray | None = None) -> dict[str, float]:
        """The score of every component (and question) if all adults of a domain were asked."""
        inside = np.ones(len(self.village), bool) if domain is None else domain
        means = np.nanmean(self.answers[inside], axis=0)
        parts: dict[str, list[float]] = {}
        scores: dict[str, float] = {}
        width = Counter(code.split(".")[0] for code in {q[0] for q in self.questions.values()})
        for (code, (component, low, high, back)), mean in zip(
            self.questions.items(), means, strict=True
        ):
            k = width[component.split(".")[0]]
            share = (mean - low) / (high - low)
            scores[code] = (1 + 9 * (1 - share if back else share)) / k
            parts.setdefault(component, []).append(scores[code])
        for component, listed in parts.items():
            scores[component] = sum(listed) / len(listed)
        for dimension in width:
            scores[dimension] = sum(scores[c] for c in parts if c.split(".")[0] == dimension)
        return scores | {"PAPI": sum(scores[dimension] for dimension in width)}


def questionnaire(year: int) -> Questions:
    """For every sub-dimension one question of yes and no or five steps in turn, every fourth
    counting down; every third sub-dimension has a second question."""
    asked: Questions = {}
    for number, component in enumerate(sub_dimensions(year)):
        asked[f"Q{component}a"] = (component, *((0, 1) if number % 2 else (1, 5)), number % 4 == 3)
        if number % 3 == 0:
            asked[f"Q{component}b"] = (component, 0, 1, False)
    return asked


def population(
    questions: Questions, adults: list[int], seed: int, unanswered: float = 0.0
) -> Population:
    """Adults who differ by village, by person and by question, so that answers of one person
    go together; a share of the answers is "do not know" for good."""
    chance = np.random.default_rng(seed)
    village = np.repeat(np.arange(len(adults)), adults)
    size = (len(village), len(questions))
    leaning = chance.normal(0, 0.5, len(adults))[village, None]
    leaning = leaning + chance.normal(0, 0.6, (len(village), 1)) + chance.normal(0, 1, size)
    answers = np.empty(size)
    for column, (_, low, high, _) in enumerate(questions.values()):
        middle = chance.uniform(-0.5, 0.5)
        if high - low == 1:
            answers[:, column] = leaning[:, column] > middle
        else:
            steps = np.array([-1.2, -0.4, 0.4, 1.2]) + middle
            answers[:, column] = low + np.searchsorted(steps, leaning[:, column])
    answers[chance.random(size) < unanswered] = np.nan
    return Population(
        questions,
        village,
        chance.random(len(village)) < 0.52,
        chance.integers(18, 80, len(village)),
        answers,
    )


def survey_many(
    cursor, of: Population, asked: list[int], samples: int, years: tuple[int, ...], seed: int
) -> list[str]:
    """So many communes into the store, each of whose surveys asked so many adults a village,
    drawn without replacement and anew each year; their unit_ids."""
    chance = np.random.default_rng(seed)
    units = np.array([f"xa-{number:03d}" for number in range(samples)])
    villages = np.array([f"thon-{number}" for number in range(len(asked))])
    places = np.char.add(np.char.add(np.repeat(units, len(asked)), "/"), np.tile(villages, samples))
    log_import(cursor, 1)
    append(cursor, "unit", _table(unit_id=units, level="commune", name=units))
    above = np.repeat(units, len(asked))
    append(cursor, "unit", _table(unit_id=places, level="village", name=places, parent_id=above))
    members = [np.flatnonzero(of.village == number) for number in range(len(asked))]
    codes = np.array(list(of.questions))
    for year in years:
        known = {"import_id": 1, "sheet": "", "year": year}
        adults = np.tile([len(people) for people in members], samples)
        append(
            cursor, "population", _table(**known, row=1, unit=above, village=places, adults=adults)
        )
        _add_questions(cursor, of.questions, units, known)
        drawn = np.concatenate(
            [
                chance.choice(people, number, replace=False)
                for _ in range(samples)
                for people, number in zip(members, asked, strict=True)
            ]
        )
        unit = np.repeat(units, sum(asked))
        form = np.tile(np.arange(sum(asked)).astype(str), samples)
        append(
            cursor,
            "respondent",
            _table(
                **known,
                row=1,
                unit=unit,
                form=form,
                village=np.repeat(places, np.tile(asked, samples)),
                sex=np.where(of.woman[drawn], "Nữ", "Nam"),
                age=of.age[drawn],
            ),
        )
        answers = pa.array(of.answers[drawn].ravel(), from_pandas=True)  # NaN is no answer
        append(
            cursor,
            "answer",
            _table(
                import_id=1,
                year=year,
                unit=np.repeat(unit, len(codes)),
                form=np.repeat(form, len(codes)),
                question=np.tile(codes, len(drawn)),
                value=answers,
            ),
        )
    return units.tolist()


def _add_questions(cursor, questions: Questions, units: np.ndarray, known: dict) -> None:
    facts = list(zip(*questions.values(), strict=True))
    columns = dict(zip(("component", "low", "high", "reversed"), facts, strict=True))
    columns |= {"code": list(questions), "text": list(questions)}
    tiled = {name: np.tile(values, len(units)) for name, values in columns.items()}
    unit = np.repeat(units, len(questions))
    append(cursor, "question", _table(**known, row=1, unit=unit, coding="", **tiled))


def _table(**columns: object) -> pa.Table:
    """Columns of one length; a single value is repeated."""
    length = next(len(c) for c in columns.values() if isinstance(c, np.ndarray | pa.Array))
    return pa.table(
        {
            name: column
            if isinstance(column, np.ndarray | pa.Array)
            else pa.array([column] * length)
            for name, column in columns.items()
        }
    )
