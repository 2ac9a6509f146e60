"""What is to be urged, in groups; and what was urged on a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, tzinfo
from typing import Literal, NamedTuple

import pandas as pd

from dashboard import numbers
from dashboard.folding import capital
from dashboard.shown_values import alphabetical
from dashboard.tables.persons import person, persons
from dashboard.tables.text_columns import Table, headed
from dashboard.words import Words

By = Literal["official", "dimension", "month", "village"]
_SAID = ("id", "task_id", "task", "text", "written_by", "written_at")
MOST_NAMED = 6
BETWEEN = "; "  # villages of one task, as the queries write them


class Group(NamedTuple):
    """A heading and its rows, of PlanReadings.follow_up."""

    heading: str
    rows: pd.DataFrame


def month_of(due: object) -> str:
    """The month of a due date as the filter has it; "" where there is none.

    >>> month_of(pd.Timestamp("2023-06-30"))
    '06/2023'
    """
    return f"{due:%m/%Y}" if numbers.is_number(due) else ""


def months(rows: pd.DataFrame) -> list[str]:
    """The months of the due dates, the earliest first; "" last, where one has none."""
    dated = sorted(rows.due.dropna().unique())
    return list(dict.fromkeys([*map(month_of, dated), *[""] * bool(rows.due.isna().any())]))


def grouped(
    rows: pd.DataFrame, by: By, several: bool, dimensions: Mapping[str, str], words: Words
) -> Iterator[Group]:
    """The rows by leading official, by dimension (that with most overdue tasks first), by the month
    they are due in, or by village; each task stands in each of its villages.

    rows: PlanReadings.follow_up with the column area; several: of several communes, where an
    official and a village is one with the own commune; dimensions: code -> code and name.
    """
    if by == "official":
        yield from _by_name(rows, persons(rows, several, words))
        return
    once = rows.drop_duplicates("task_id")
    if by == "dimension":
        yield from _by_dimension(once, dimensions, words)
    elif by == "month":
        of = once.due.map(month_of)
        for month in months(once):
            said = words.say("follow_up.month", month=month) if month else words["due_missing.said"]
            yield Group(capital(said), once[of == month])
    else:
        yield from _by_village(once, several, words)


def _by_name(rows: pd.DataFrame, names: list[str]) -> Iterator[Group]:
    for name, own in rows.groupby(pd.Series(names, rows.index, dtype=object), sort=False):
        yield Group(str(name), own)


def _by_dimension(once: pd.DataFrame, names: Mapping[str, str], words: Words) -> Iterator[Group]:
    codes = once.component.str.partition(".")[0]
    late = once.is_overdue.groupby(codes).sum()
    for code in sorted(late.index, key=lambda code: (-late[code], code)):
        name = names.get(code, code) or words["follow_up.no_component"]
        yield Group(name, once[codes == code])


def _by_village(once: pd.DataFrame, several: bool, words: Words) -> Iterator[Group]:
    places = [
        [person(part, unit, several) for part in area.split(BETWEEN) if part]
        for area, unit in zip(once.area, once.unit, strict=True)
    ]
    for village in sorted({one for each in places for one in each}, key=alphabetical):
        yield Group(village, once[[village in each for each in places]])
    if (nowhere := once[[not each for each in places]]).size:
        yield Group(words["follow_up.no_area"], nowhere)


def late(groups: Iterable[Group], words: Words) -> str:
    """Which groups have overdue tasks, and how many each, the most first; "" where none has."""
    counts = {group.heading: int(group.rows.is_overdue.sum()) for group in groups}
    most = sorted(((n, name) for name, n in counts.items() if n), key=lambda pair: -pair[0])
    if not most:
        return ""
    said = ", ".join(f"{name} ({numbers.count(n)})" for n, name in most[:MOST_NAMED])
    if (more := len(most) - MOST_NAMED) > 0:
        said += words.say("follow_up.late_more", count=numbers.count(more))
    return words.say("follow_up.late", groups=said)


def urged_on(
    day: date, zone: tzinfo, remarks: pd.DataFrame, records: pd.DataFrame, words: Words
) -> tuple[Table, int]:
    """What was noted or typed of tasks on that day of the zone, the newest first, and of how
    many tasks. remarks, records: PlanReadings.remarks and records of the whole plan."""
    noted = remarks[~remarks.withdrawn & (remarks.kind == "note")]
    noted = noted.assign(task_id=noted.about.str.removeprefix("task:"), task=noted.subject)
    typed = records[~records.withdrawn]
    typed = typed.assign(text=[_typed(row, words) for row in typed.to_dict("records")])
    said = pd.concat([frame[list(_SAID)] for frame in (noted, typed)])
    said = said.sort_values("id", ascending=False)
    local = pd.to_datetime(said.written_at, utc=True).dt.tz_convert(zone)
    own, moments = said[local.dt.date == day], local[local.dt.date == day]
    shown = pd.DataFrame(
        {
            "at": [f"{moment:%H:%M}" for moment in moments],
            "task": own.task,
            "urged": own.text,
            "by": [by or words["record.by_nobody"] for by in own.written_by],
        }
    )
    columns = headed(words, *shown, by=words["task.by"])
    return (shown.assign(task_id=own.task_id), columns), own.task_id.nunique()


def _typed(record: dict[object, object], words: Words) -> str:
    """ "xong ngày 20/04/2023; Tủ 2": what a record says of progress, evidence and note."""
    done, share = record["done"], record["progress"]
    if numbers.is_number(done):
        state = words.say("record.done", day=numbers.day(done))  # type: ignore[arg-type]
    elif numbers.is_number(share):
        state = words.say("record.progress", share=numbers.percent(share))  # type: ignore[arg-type]
    else:
        state = ""
    texts = [state, str(record["evidence"] or ""), str(record["note"] or "")]
    return "; ".join(filter(None, texts))
