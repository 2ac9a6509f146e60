"""Giải trình as tables: of each subject its figure, whether it has to be explained, what was said.

components, villages, officials and tasks give the same columns: key (of the record), about_key,
subject, figure, in_charge, is_known (there is a figure), is_needed.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.folding import official_key
from dashboard.readings.listed import RemarkRow
from dashboard.remark_kinds import EXPLAINING, is_explained
from dashboard.rows import rows_of
from dashboard.tables.text_columns import Table, figures, headed, local
from dashboard.tables.village_tables import furthest_below
from dashboard.words import Words


class Explained(NamedTuple):
    """A subject of a kind: see above."""

    key: str
    about_key: str
    subject: str
    figure: str
    in_charge: str = ""
    is_known: bool = True
    is_needed: bool = False


class _Official(NamedTuple):
    official: str
    assigned: int
    done_on_time: int
    done_late: int
    done_undated: int
    overdue: int


class _Task(NamedTuple):
    task_id: str
    task: str
    component: str
    lead: str
    state: str
    days_late: float


def components(change: pd.DataFrame, falls: Iterable[str], words: Words) -> list[Explained]:
    """The total, dimensions and sub-dimensions; needed: what clearly fell. change: of two years."""
    rows = change[change.level.isin(["total", "dimension", "sub_dimension"])]
    scores = figures(rows, "estimate_to", "status_to", words)
    said = [verdicts.text(verdict, words) for verdict in verdicts.of(rows)]
    fell = set(falls)
    moves = map(numbers.between, rows.estimate_from, rows.estimate_to, rows.change)
    found = []
    for code, name, score, moved, verdict in zip(
        rows.component, rows["name"], scores, moves, said, strict=True
    ):
        figure, is_known = score, moved != numbers.NOTHING
        if is_known:
            holes = {"score": score, "said": f"{moved} {verdict}".strip()}
            figure = words.say("remarks.result.component", **holes)
        about = name if code == "PAPI" else f"{code} {name}"
        found.append(Explained(code, code, about, figure, "", is_known, code in fell))
    return found


def villages(
    about: pd.DataFrame, scores: pd.DataFrame, whole: pd.DataFrame, words: Words
) -> list[Explained]:
    """Those surveyed, each with its total and where it lies furthest below the whole commune.

    about: SurveyReadings.villages; scores: villages_apart; whole: of the commune. "Thấp rõ" is
    said only of what the test against the rest says.
    """
    found = []
    for village, official, key, forms in zip(
        about.village, about.official, about.village_id, about.respondents, strict=True
    ):
        own = scores[scores.village == village]
        if not forms:
            continue
        figure = _village(own, whole, int(forms), words)
        in_charge = official if isinstance(official, str) else ""
        found.append(Explained(key, village, village, figure, in_charge, True, True))
    return found


def _village(own: pd.DataFrame, whole: pd.DataFrame, forms: int, words: Words) -> str:
    total = own[own.level == "total"]
    score = figures(total, "estimate", "status", words)[0] if len(total) else numbers.NOTHING
    said = words.say("remarks.result.village", score=score, n=numbers.count(forms))
    below = furthest_below(own[own.level == "dimension"], whole)
    if below is None:
        return said
    key = "weakest" if below.is_clear else "weakest_unsure"
    holes = {"component": f"{below.part.component} {below.part.name}"}
    holes["difference"] = numbers.difference(float(below.difference))
    return said + words.say(f"remarks.result.{key}", **holes)


def officials(completion: pd.DataFrame, named: Iterable[str], words: Words) -> list[Explained]:
    """Those who lead tasks, and those of whom something is said; needed: who has one overdue.

    completion: PlanReadings.officials.
    """
    found = [_official(row, words) for row in rows_of(completion, _Official) if row.official]
    known = {row.about_key for row in found}
    none = words["remarks.result.official_none"]
    others = {official_key(name): name for name in named}
    return found + [
        Explained(name, key, name, none) for key, name in others.items() if key not in known
    ]


def _official(row: _Official, words: Words) -> Explained:
    done = row.done_on_time + row.done_late + row.done_undated
    said = numbers.done_of(int(done), int(row.assigned))
    figure = words.say("remarks.result.official", done=said, overdue=int(row.overdue))
    key = official_key(row.official)
    return Explained(row.official, key, row.official, figure, is_needed=row.overdue > 0)


def tasks(rows: pd.DataFrame, words: Words) -> list[Explained]:
    """The tasks of the plan, the latest first, with who leads them; needed: what is overdue."""
    found = []
    for row in rows_of(rows.sort_values("days_late", ascending=False, kind="stable"), _Task):
        is_late = row.state == "overdue"
        figure = words[f"state.{row.state}"]
        if is_late and numbers.is_number(row.days_late):
            figure = words.say("follow_up.days_late", days=numbers.count(int(row.days_late)))
        about = f"{row.component} {row.task}" if row.component else row.task
        found.append(
            Explained(row.task_id, row.task_id, about, figure, row.lead, is_needed=is_late)
        )
    return found


def beside(found: list[Explained], holding: pd.DataFrame) -> pd.DataFrame:
    """With what holds of each: a column a kind, "" for nothing; seen: kind -> the record's number;
    said_by: of the newest; is_explained. What needs and lacks an explanation first."""
    rows = pd.DataFrame(found, columns=list(Explained._fields))
    said: dict[str, dict[str, tuple[str, int]]] = {}
    newest: dict[str, tuple[int, str]] = {}
    explaining = holding[holding.kind.isin(EXPLAINING)]
    days = local(explaining.written_at)
    for record, day in zip(rows_of(explaining, RemarkRow), days, strict=True):
        said.setdefault(record.about_key, {})[record.kind] = record.text, int(record.id)
        who = ", ".join(filter(None, (record.written_by, numbers.day(day))))
        newest[record.about_key] = max(newest.get(record.about_key, (0, "")), (int(record.id), who))
    own = [said.get(key, {}) for key in rows.about_key]
    for kind in EXPLAINING:
        rows[kind] = [texts.get(kind, ("", 0))[0] for texts in own]
    numbered = [{kind: number for kind, (_, number) in texts.items()} for texts in own]
    rows["seen"] = pd.Series(numbered, rows.index, dtype=object)
    rows["said"] = [newest.get(key, (0, ""))[1] for key in rows.about_key]
    rows["is_explained"] = [is_explained(key, said) for key in rows.about_key]
    first = (~rows.is_needed).astype(int) * 2 + rows.is_explained
    return rows.iloc[first.argsort(kind="stable")].reset_index(drop=True)


def listed(rows: pd.DataFrame, kind: str, words: Words) -> Table:
    """What has to be explained and what is, to read and to print."""
    chosen = rows[rows.is_needed | (rows.said != "")]
    shown = pd.DataFrame({"subject": chosen.subject, "figure": chosen.figure})
    if has_lead(kind):
        nobody = words["remarks.result.nobody_in_charge"]
        shown["in_charge"] = chosen.in_charge.replace("", nobody)
    shown["explanation"] = [_explanation(*texts, words) for texts in _texts(chosen)]
    shown["said"] = chosen.said
    told = headings(kind, words)
    told |= {name: words[f"remarks.column.{name}"] for name in ("explanation", "said")}
    return shown, headed(words, *shown, **told)


def _texts(rows: pd.DataFrame) -> Iterable[tuple[dict[str, str], bool]]:
    """Of each row what is said by kind, and whether that or what is said of a part explains it."""
    for *texts, is_said in zip(*(rows[one] for one in EXPLAINING), rows.is_explained, strict=True):
        said = zip(EXPLAINING, texts, strict=True)
        yield {kind: text for kind, text in said if text}, bool(is_said)


def _explanation(texts: dict[str, str], is_said: bool, words: Words) -> str:
    if not texts:
        return words["remark.by_part" if is_said else "remark.none_yet"]
    parts = [
        words.say("remark.part", kind=words[f"remark.{kind}"], text=text)
        for kind, text in texts.items()
    ]
    return "; ".join(parts)


def headings(kind: str, words: Words) -> dict[str, str]:
    """The headings that tell what kind of subject it is, and what is said of it."""
    told = {"subject": words[f"remarks.of.{kind}"], "figure": words[f"remarks.column.{kind}"]}
    if has_lead(kind):
        told["in_charge"] = words["column.lead" if kind == "task" else "column.in_charge"]
    return told | {one: words[f"remark.{one}"] for one in EXPLAINING}


def has_lead(kind: str) -> bool:
    """Whether somebody answers for a subject of the kind who is another than itself."""
    return kind in ("village", "task")


def editable(rows: pd.DataFrame, kept: Mapping[str, Mapping[str, str]]) -> pd.DataFrame:
    """The table to type in; kept: key -> kind -> what was typed and is not stored. Index: key."""
    columns = ["subject", "figure", "in_charge", *EXPLAINING]
    table = rows.set_index("key")[columns].copy()
    for key, texts in kept.items():
        for kind, text in texts.items():
            if key in table.index:
                table.loc[key, kind] = text
    return table


def history(rows: pd.DataFrame, words: Words) -> Table:
    """Every record, the newest first: when, who, about what, of which kind, what."""
    none = words["remark.withdrawn"]
    shown = pd.DataFrame(
        {
            "said": [
                ", ".join(filter(None, (by, f"{day:%d/%m/%Y %H:%M}")))
                for by, day in zip(rows.written_by, local(rows.written_at), strict=True)
            ],
            "about": list(rows.subject),
            "kind": [words[f"remark.{kind}"] for kind in rows.kind],
            "text": [text or none for text in rows.text],
        }
    )
    named = {str(field): words[f"remarks.column.{field}"] for field in shown}
    return shown, headed(words, *shown, **named)
