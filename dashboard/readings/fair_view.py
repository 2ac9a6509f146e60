"""Officials beside what chance alone would give: no order of merit, for tasks are few.

Each has so many tasks due; were each of these done as often as all due tasks are, how many would
be done? Limits of that (a funnel's) hold with the confidence of data/reference/thresholds.csv.
"""

import pandas as pd
from scipy.special import bdtr

from dashboard.thresholds import thresholds


def limits(due: int, share: float) -> tuple[int, int]:
    """Between which counts of so many due tasks the done ones lie, each done with that share.

    Below the first, or above the second, lies a count with at most 2.5 % each (confidence 95 %).

    >>> limits(8, 0.5)  # 1 + 8 of 256 ways leave one or none done, 1 way none
    (1, 7)
    """
    tail = (1 - thresholds().confidence) / 2
    counts = range(due + 1)
    low = next(k for k in counts if bdtr(k, due, share) > tail)
    high = next(k for k in counts if 1 - bdtr(k, due, share) <= tail)
    return low, high


def beside_chance(load: pd.DataFrame) -> pd.DataFrame:
    """A row an official with due tasks: official, unit, due, done, low, high (counts), standing,
    and share, the share of done among all due tasks.

    load: PlanReadings.workload; who nobody is named for is in the share, but has no row. standing:
    few (fewer due tasks than make a share), below, within or above.
    """
    named = load.groupby(["official", "unit"], sort=False, as_index=False)[
        ["due_by_now", "due_done"]
    ].sum()
    named = named.rename(columns={"due_by_now": "due", "due_done": "done"})
    all_due = int(named.due.sum())
    share = float(named.done.sum()) / all_due if all_due else float("nan")
    own = named[(named.official != "") & (named.due > 0)].reset_index(drop=True)
    ends = [limits(int(due), share) for due in own.due]
    return own.assign(
        low=[low for low, _ in ends],
        high=[high for _, high in ends],
        share=share,
        standing=[
            _standing(int(due), int(done), *of)
            for due, done, of in zip(own.due, own.done, ends, strict=True)
        ],
    )


def _standing(due: int, done: int, low: int, high: int) -> str:
    if due < thresholds().min_tasks_for_share:
        return "few"
    return "below" if done < low else "above" if done > high else "within"
