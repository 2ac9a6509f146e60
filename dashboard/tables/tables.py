"""Frames made ready to be read: rows of finished texts with their columns, or a chart's rows.

Figures are texts, right-aligned: Streamlit's own number columns follow the browser's
language, which need not be Vietnamese.
"""

import pandas as pd

from dashboard import numbers
from dashboard.charts import groups, room, verdicts
from dashboard.readings.frames import day
from dashboard.tables.task_changes import former_dues
from dashboard.words import Words

STATES = (
    "overdue",
    "in_progress",
    "not_started",
    "done_late",
    "done_undated",
    "done_on_time",
    "cancelled",
)
PLACES = ("ci_low", "ci_high", "rank_low", "rank_high")
Columns = dict[str, tuple[str, bool]]  # field -> heading, is a figure (right-aligned)


def change(
    rows: pd.DataFrame, year_from: int, year_to: int, words: Words
) -> tuple[pd.DataFrame, Columns]:
    """Components of two years with their difference and respondents."""
    shown = pd.DataFrame(
        {
            "code": rows.component,
            "name": rows.full_name,
            "from": _figures(rows, "estimate_from", "status_from", words),
            "to": _figures(rows, "estimate_to", "status_to", words),
            "change": _differences(rows, words),
            "interval": _intervals(rows),
            "verdict": [verdicts.text(verdict, words) for verdict in verdicts.of(rows)],
            "n_from": _counts(rows.respondents_from),
            "n_to": _counts(rows.respondents_to),
        }
    )
    return shown, {
        "code": (words["column.code"], False),
        "name": (words["column.component"], False),
        "from": (str(year_from), True),
        "to": (str(year_to), True),
        "change": (words["column.difference"], True),
        "interval": (words["column.interval"], True),
        "verdict": (words["column.verdict"], False),
        "n_from": (words.say("column.n", year=year_from), True),
        "n_to": (words.say("column.n", year=year_to), True),
    }


def village_cells(scores: pd.DataFrame, whole: pd.DataFrame, dimension: str | None) -> pd.DataFrame:
    """The heat map's frame: villages and last the whole unit, by dimension or its parts."""
    part = "parent" if dimension else "level"
    wanted = dimension or "dimension"
    cells = pd.concat(
        [
            scores[scores[part] == wanted],
            whole[whole[part] == wanted].assign(village=""),
        ]
    )
    return cells if (cells.village != "").any() else cells.head(0)


def villages(
    cells: pd.DataFrame, about: pd.DataFrame, words: Words
) -> tuple[pd.DataFrame, Columns]:
    """The heat map as a table: a row a village, a column a component."""
    texts = cells.assign(text=_figures(cells, "estimate", "status", words))
    order = list(dict.fromkeys(cells.component))
    wide = texts.pivot(index="village", columns="component", values="text")[order]
    wide = wide.reindex(dict.fromkeys(cells.village)).reset_index()
    wide = wide.merge(about[["village", "adults", "official"]], on="village", how="left")
    wide["adults"] = _counts(wide.adults)
    wide["village"] = wide.village.replace("", words["chart.heatmap.whole"])
    names = dict(zip(cells.component, cells.component + " " + cells["name"], strict=True))
    return wide, {
        "village": (words["column.village"], False),
        **{code: (names[code], True) for code in order},
        "adults": (words["column.adults"], True),
        "official": (words["column.in_charge"], False),
    }


def one_component(scores: pd.DataFrame, words: Words) -> tuple[pd.DataFrame, Columns]:
    """One component in every village: its score, respondents, and why a figure is not shown."""
    shown = pd.DataFrame(
        {
            "village": scores.village,
            "estimate": _figures(scores, "estimate", "status", words),
            "respondents": _counts(scores.respondents),
            "note": [numbers.reason(status, words=words) for status in scores.status],
        }
    )
    return shown, _headed(words, *shown, right=("estimate", "respondents"))


def question_villages(villages: pd.DataFrame, words: Words) -> tuple[pd.DataFrame, Columns]:
    """What each village brings to a question's score: adults, forms, weight, answers."""
    shown = pd.DataFrame(
        {
            "village": villages.village,
            "adults": _counts(villages.adults),
            "forms": _counts(villages.respondents),
            "weight": [numbers.score(weight) for weight in villages.weight],
            "answered": _counts(villages.answered),
            "unanswered": _counts(villages.missing),
            "mean": _figures(villages, "estimate", "status", words),
        }
    )
    return shown, _headed(words, *shown, right=tuple(shown)[1:])


def answers(earlier: pd.DataFrame, later: pd.DataFrame, coding: str, words: Words) -> pd.DataFrame:
    """The frame of the chart of answers: both years' shares by answer, in their order."""
    labels = _coded(coding)
    both = earlier.dropna(subset="answer").merge(
        later.dropna(subset="answer"), on="answer", how="outer", suffixes=("_from", "_to")
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


def _coded(coding: str) -> dict[float, str]:
    """The labels of a coding, "Có = 1; Không = 0" or "1 = rất không hài lòng"."""
    labels = {}
    for part in coding.split(";" if ";" in coding else ","):
        left, _, right = (side.strip() for side in part.partition("="))
        for number, label in ((left, right), (right, left)):
            if number.lstrip("-").isdecimal() and label:
                labels[float(number)] = label[:1].upper() + label[1:]
    return labels


def missing_answers(given: dict[int, pd.DataFrame], words: Words) -> list[str]:
    """For each year, how many answers are missing and why."""
    return [
        words.say(
            "component.missing",
            year=year,
            counts=", ".join(
                f"{numbers.count(row.respondents)} {words[f'component.why.{row.missing}']}"
                for row in frame[frame.answer.isna()].itertuples()
            ),
        )
        for year, frame in given.items()
        if frame.answer.isna().any()
    ]


def form(row: tuple, words: Words) -> str:
    """One form's answer to a question, with where it stands and how it counts."""
    where = {"file": row.source_file, "sheet": row.source_sheet, "row": row.source_row}
    if pd.isna(row.answer):
        return words.say(
            "component.row_missing", why=words[f"component.why.{row.missing}"], **where
        )
    return words.say(
        "component.row_answer",
        answer=numbers.plain(row.answer),
        scaled=numbers.score(row.scaled),
        weight=numbers.score(row.weight),
        **where,
    )


def task_counts(tasks: pd.DataFrame, words: Words) -> str:
    """How many tasks, how many of them open and overdue."""
    open_states = ("overdue", "in_progress", "not_started")
    return words.say(
        "component.tasks_count",
        count=numbers.count(len(tasks)),
        open=numbers.count(tasks.state.isin(open_states).sum()),
        overdue=numbers.count((tasks.state == "overdue").sum()),
    )


def for_timeline(tasks: pd.DataFrame, state: str | None) -> pd.DataFrame:
    """One official's tasks by urgency, as they stood that day; cancelled ones left out."""
    kept = tasks[tasks.state != "cancelled"]
    kept = kept.assign(done=kept.done.where(kept.done <= kept.as_of))
    return by_urgency(kept[kept.state == state] if state else kept)


def by_urgency(tasks: pd.DataFrame) -> pd.DataFrame:
    """Overdue first and longest, then open, late and done, each by due date."""
    ranks = tasks.state.map({state: rank for rank, state in enumerate(STATES)})
    late = -tasks.days_late.fillna(0)
    ordered = tasks.assign(_rank=ranks, _late=late).sort_values(["_rank", "_late", "due"])
    return ordered.drop(columns=["_rank", "_late"]).reset_index(drop=True)


def tasks(rows: pd.DataFrame, state: str | None, words: Words) -> tuple[pd.DataFrame, Columns]:
    """Tasks by urgency with their states in words and where they came from."""
    kept = by_urgency(rows[rows.state == state] if state else rows)
    shown = pd.DataFrame(
        {
            "state": [f"{words[f'mark.{s}']} {words[f'state.{s}']}" for s in kept.state],
            "days_late": _counts(kept.days_late),
            "task": kept.task,
            "lead": kept.lead,
            "code": kept.component,
            "due": _days(kept.due),
            "due_text": kept.due_text,
            "due_was": former_dues(kept, words),
            "done": _days(kept.done),
            "progress": kept.progress.map(numbers.percent),
            "area": kept.area,
            "support": kept.support,
            "source": _sources(kept, words),
        }
    )
    if not kept.due_moves.any():
        shown = shown.drop(columns="due_was")
    return shown, _headed(words, *shown, right=("days_late", "progress"))


def follow_up(rows: pd.DataFrame, words: Words) -> tuple[pd.DataFrame, Columns]:
    """Urgent tasks: how late or how near, and the last remark."""
    shown = pd.DataFrame(
        {
            "when": [_when(row, words) for row in rows.itertuples()],
            "task": rows.task,
            "code": rows.component,
            "due": [
                " · ".join(part for part in said if part)
                for said in zip(_days(rows.due), former_dues(rows, words), strict=True)
            ],
            "progress": rows.progress.map(numbers.percent),
            "product": rows["product"],
            "remark": [_remark(row, words) for row in rows.itertuples()],
        }
    )
    return shown, _headed(words, *shown, right=("progress",))


def urged(rows: pd.DataFrame, words: Words) -> str:
    """How many of an official's tasks are overdue and how many are due soon."""
    overdue = int(rows.is_overdue.sum())
    return words.say("follow_up.counts", overdue=overdue, soon=len(rows) - overdue)


def ranked(scores: pd.DataFrame, name: str, marked: pd.Series) -> pd.DataFrame:
    """The ranking chart's frame; name is the column that holds the unit's name."""
    status = scores.status if "status" in scores else "ok"
    missing = scores.estimate.isna()
    more = [column for column in PLACES if column in scores]
    frame = pd.DataFrame(
        {
            "unit": scores[name],
            "label": scores[name],
            "estimate": scores.estimate,
            "rank": scores["rank"],
            "marked": marked,
            "status": pd.Series(status, index=scores.index).where(
                ~missing | pd.Series(status, index=scores.index).str.startswith("hidden"),
                "missing",
            ),
            "group": scores.quartile_group,
        }
    )
    return frame.assign(**{column: scores[column] for column in more})


def communes(
    scores: pd.DataFrame, done: pd.DataFrame, words: Words
) -> tuple[pd.DataFrame, Columns]:
    """Communes by score with the completion of their tasks beside it."""
    both = scores.merge(done.drop(columns="unit"), on="unit_id", how="left")
    finished = both[["done_on_time", "done_late", "done_undated"]].sum(axis=1)
    shown = pd.DataFrame(
        {
            "rank": _counts(both["rank"]),
            "places": _places(both, words),
            "unit": both.unit,
            "estimate": _figures(both, "estimate", "status", words),
            "group": [groups.name(group, words) for group in both.quartile_group],
            "respondents": _counts(both.respondents),
            "completion": [
                numbers.NOTHING if pd.isna(whole) else numbers.done_of(int(part), int(whole))
                for part, whole in zip(finished, both.assigned, strict=True)
            ],
            "overdue": _counts(both.overdue),
        }
    )
    return shown, _headed(
        words, *shown, right=("rank", "estimate", "respondents", "completion", "overdue")
    )


def published(scores: pd.DataFrame, words: Words) -> tuple[pd.DataFrame, Columns]:
    """Provinces by published score with four decimals, as PAPI prints them."""
    shown = pd.DataFrame(
        {
            "rank": _counts(scores["rank"]),
            "province": scores.province,
            "estimate": [
                numbers.score(value, 4) if numbers.is_number(value) else words["chart.no_data"]
                for value in scores.score
            ],
            "group": [groups.name(group, words) for group in scores.quartile_group],
        }
    )
    return shown, _headed(words, *shown, right=("rank", "estimate"))


def around(rows: pd.DataFrame, component: str | None) -> pd.DataFrame:
    """The total and the dimensions; of a chosen component its dimension with all its parts."""
    if component is None:
        return rows[rows.level.isin(["total", "dimension"])]
    dimension = component.partition(".")[0]
    return rows[(rows.component == dimension) | (rows.parent == dimension)]


def provinces_counted(rows: pd.DataFrame, component: str) -> int:
    """How many provinces have a published score of the component that year."""
    counted = rows[rows.component == component].provinces.dropna()
    return int(counted.iloc[0]) if len(counted) else 0


def beside(
    rows: pd.DataFrame, unit: str, province: str, year: int, words: Words
) -> tuple[pd.DataFrame, Columns]:
    """The unit's own score, the province's published one and the provinces' median."""
    shown = pd.DataFrame(
        {
            "code": rows.component,
            "name": rows.full_name,
            "own": _figures(rows, "estimate", "status", words),
            "province": [_published(value, words) for value in rows.score_to],
            "median": [_published(value, words) for value in rows["median"]],
        }
    )
    return shown, {
        "code": (words["column.code"], False),
        "name": (words["column.component"], False),
        "own": (words.say("compare.own_survey", unit=unit), True),
        "province": (words.say("compare.papi_of", province=province, year=year), True),
        "median": (words.say("compare.papi_median", year=year), True),
    }


def five_percent(
    rows: pd.DataFrame, year_from: int, year_to: int, words: Words
) -> tuple[pd.DataFrame, Columns]:
    """The province's published scores of two years by PAPI's own rule; nothing over a break."""
    shown = pd.DataFrame(
        {
            "code": rows.component,
            "name": rows.full_name,
            "from": [_published(value, words) for value in rows.score_from],
            "to": [_published(value, words) for value in rows.score_to],
            "relative": [
                numbers.NOTHING
                if pd.isna(value)
                else f"{numbers.difference(value * 100, 1)}{numbers.NO_BREAK}%"
                for value in rows.relative_change
            ],
            "rule": [_rule(row, words) for row in rows.itertuples()],
        }
    )
    return shown, {
        "code": (words["column.code"], False),
        "name": (words["column.component"], False),
        "from": (str(year_from), True),
        "to": (str(year_to), True),
        "relative": (words["column.relative"], True),
        "rule": (words["column.rule"], False),
    }


def rooms(rows: pd.DataFrame, words: Words) -> tuple[pd.DataFrame, Columns]:
    """Sub-dimensions by room: the score, the scale's end, and what the goal would take."""
    shown = pd.DataFrame(
        {
            "code": rows.component,
            "component": rows.full_name,
            "estimate": _figures(rows, "estimate", "status", words),
            "highest": [numbers.score(value) for value in rows.scale_high],
            **{
                name: [room.figures(row, words)[name] for row in rows.itertuples()]
                for name in room.HEADS
            },
            "reach": [numbers.score(value) for value in rows.reach],
        }
    )
    return shown, _headed(words, *shown, right=tuple(shown.columns[2:]))


def _published(value: float, words: Words) -> str:
    return numbers.score(value) if numbers.is_number(value) else words["chart.no_data"]


def _rule(row: tuple, words: Words) -> str:
    rule = row.rule_5_percent if isinstance(row.rule_5_percent, str) else "missing"
    said = words[f"rule.{rule}"]
    return f"{said}: {row.reason}" if rule == "not_comparable" else said


def series(scores: pd.DataFrame, province: str | None) -> pd.DataFrame:
    """The trend chart's frame: every province a thin line, our own marked."""
    return scores.assign(
        unit=scores.province, label=scores.province, marked=scores.province == province
    )


def _figures(rows: pd.DataFrame, value: str, status: str, words: Words) -> list[str]:
    return [
        numbers.shown(numbers.score(v), v, s, words=words)
        for v, s in zip(rows[value], rows[status], strict=True)
    ]


def _differences(rows: pd.DataFrame, words: Words) -> list[str]:
    statuses = zip(rows.change, rows.status_from, rows.status_to, strict=True)
    return [numbers.shown(numbers.difference(v), v, a, b, words=words) for v, a, b in statuses]


def _intervals(rows: pd.DataFrame) -> list[str]:
    """The 95 % interval of each difference; blank where the difference is."""
    ends = zip(rows.ci_low, rows.ci_high, strict=True)
    return [
        f"{numbers.difference(low)} … {numbers.difference(high)}"
        if numbers.is_number(low)
        else numbers.NOTHING
        for low, high in ends
    ]


def _places(rows: pd.DataFrame, words: Words) -> list[str]:
    """The places that a rank may have, "từ 2 đến 9"; one place alone as a number."""
    return [
        numbers.NOTHING
        if pd.isna(low)
        else str(int(low))
        if low == high
        else words.say("compare.places", low=int(low), high=int(high))
        for low, high in zip(rows.rank_low, rows.rank_high, strict=True)
    ]


def tiles(scores: pd.DataFrame, province: str | None) -> pd.DataFrame:
    """The scheme of squares' frame, our own province marked."""
    return scores.assign(
        unit=scores.province, group=scores.quartile_group, marked=scores.province == province
    )


def _counts(values: pd.Series) -> list[str]:
    return [numbers.NOTHING if pd.isna(v) else numbers.count(v) for v in values]


def _days(values: pd.Series) -> list[str]:
    return [numbers.day(day(value)) for value in values]


def _sources(rows: pd.DataFrame, words: Words) -> list[str]:
    return [
        words.say("column.source_of", file=r.source_file, sheet=r.source_sheet, row=r.source_row)
        for r in rows.itertuples()
    ]


def _when(row: tuple, words: Words) -> str:
    if row.is_overdue:
        return words.say("follow_up.days_late", days=numbers.count(row.days_late))
    if not row.days_left:
        return words["follow_up.due_today"]
    return words.say("follow_up.days_left", days=numbers.count(row.days_left))


def _remark(row: tuple, words: Words) -> str | None:
    if not isinstance(row.remark, str):
        return None
    return words.say("follow_up.remarked", day=numbers.day(day(row.remarked_at)), remark=row.remark)


def _headed(words: Words, *fields: str, right: tuple[str, ...]) -> Columns:
    return {field: (words[f"column.{field}"], field in right) for field in fields}
