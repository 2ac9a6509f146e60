"""Tasks as a table to type in: a row a task, what was typed but not saved yet in its place."""

from collections.abc import Iterable, Mapping

import pandas as pd

from dashboard.tables.task_tables import when
from dashboard.words import Words

TYPED = ("progress", "done", "evidence", "remark")  # the columns to type in; remark is a new one


def editable(
    rows: pd.DataFrame, kept: Mapping[str, Mapping[str, object]], words: Words
) -> pd.DataFrame:
    """rows: PlanReadings.follow_up with person, as persons.persons says it; kept: task_id -> column
    -> what was typed. Progress in per cent; index: task_id."""
    own = rows.drop_duplicates("task_id")
    officials = rows.groupby("task_id", sort=False).person.agg("; ".join)

    def typed(column: str, stored: Iterable[object]) -> list[object]:
        pairs = zip(own.task_id, stored, strict=True)
        return [kept.get(task_id, {}).get(column, value) for task_id, value in pairs]

    return pd.DataFrame(
        {
            "when": when(own, words),
            "task": list(own.task),
            "lead": [officials[task_id] for task_id in own.task_id],
            "progress": pd.Series(
                typed("progress", (100 * own.progress).round(1)), dtype="float64"
            ).to_numpy(),
            "done": pd.to_datetime(pd.Series(typed("done", own.done), dtype="object")).to_numpy(),
            "evidence": typed("evidence", own.evidence),
            "remark": typed("remark", [""] * len(own)),
        },
        index=pd.Index(own.task_id, name="task_id"),
    )
