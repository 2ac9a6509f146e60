"""How a reading compares with what was meant: a verdict on each sheet and each column.

right: read as meant. said: read as meant, with a finding on the heading. warned: not read as
meant, and a finding says so at the place. asked: the program asks. noted: an optional column is
not read, with a mere note. wrong: read otherwise, or not at all, without a word.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Reading, SheetReading
from dashboard.importing.model.records import Record
from tests.corpus.meant import AS_READ, value_of
from tests.corpus.pieces import AnyOf, Heading, Truth
from tests.corpus.plain import same
from tests.corpus.remarks import LOUD, is_said, names_cell, names_heading, names_row

VERDICTS = ("right", "said", "warned", "asked", "noted", "wrong")
READ = ("right", "said")
# columns without which a table says something else: a mere note is not enough for them
NEEDED = {
    "tasks": ("text",),
    "answers": ("form", "village"),
    "questions": ("code", "component", "text", "low", "high", "direction"),
    "population": ("village", "adults"),
    "activities": ("date", "subject"),
    "units": ("level", "name", "parent"),
}


@dataclass(frozen=True)
class Verdict:
    """field: a field's name, "(sheet)", "(question)", "(other)" for a column of none of ours."""

    kind: str
    field: str
    verdict: str
    place: str
    heading: str = ""
    why: str = ""
    clear: bool = True


@dataclass
class Case:
    """One sheet: what was meant, what was read, what was said about it."""

    place: str
    truth: Truth
    parts: list[SheetReading]
    findings: list[Finding]
    main: SheetReading | None = None
    records: dict[int, Record] = field(default_factory=dict)


def judge(place: str, truths: Sequence[Truth], reading: Reading) -> list[Verdict]:
    """The verdicts on every sheet of a file, and on every column of each."""
    found = []
    for truth in truths:
        parts = [sheet for sheet in reading.sheets if sheet.sheet == truth.sheet]
        findings = [f for f in reading.all_findings() if f.sheet in ("", truth.sheet)]
        case = Case(f"{place} [{truth.sheet}]", truth, parts, findings)
        ours = [part for part in parts if part.kind == truth.kind]
        case.main = max(ours, key=lambda part: len(part.records), default=None)
        case.records = {record.row: record for part in ours for record in part.records}
        found += _sheet(case)
    return found


def _sheet(case: Case) -> list[Verdict]:
    truth = case.truth
    if truth.kind == "none":
        verdict, why = _foreign(case)
        return [Verdict("none", "(sheet)", verdict, case.place, why=why)]
    verdict, why = _kind(case)
    if verdict in READ:
        lost, more = _rows(case)
        if lost or more:
            verdict, why = "wrong", f"rows lost {lost}, rows too many {more}"
    found = [Verdict(truth.kind, "(sheet)", verdict, case.place, why=why)]
    for heading in truth.headings:
        column = heading.column
        name = "(question)" if column.question else column.field or "(other)"
        if case.main is None or not case.records:
            mark, reason = (verdict, f"sheet: {why}") if column.field else ("right", "")
        else:
            mark, reason = _column(case, case.main, heading)
        text = " / ".join(column.path).replace("\n", "⏎")
        found.append(Verdict(truth.kind, name, mark, case.place, text, reason, column.clear))
    return found + [_unseen(case, field, meant) for field, meant in truth.unseen.items()]


def _unseen(case: Case, field: str, meant: list[object]) -> Verdict:
    """What the sections or the title say of each row."""
    kind, wrong, told = case.truth.kind, [], False
    for row, value in zip(case.truth.rows, meant, strict=True):
        record = case.records.get(row)
        got = value_of(kind, field, record) if record else value
        if not _agrees(value, got):
            told = any(names_row(finding, row) for finding in case.findings)
            wrong.append("" if told else f"row {row}: {got!r}, not {value!r}")
    silent = [why for why in wrong if why]
    verdict = "wrong" if silent else "warned" if wrong else "right"
    return Verdict(
        kind, f"({field} of title or section)", verdict, case.place, why="; ".join(silent[:2])
    )


def _foreign(case: Case) -> tuple[str, str]:
    """A sheet of none of ours: nothing of it may be stored unasked."""
    if any(getattr(part, "kinds", ()) for part in case.parts):
        return "asked", "of its kind"
    read = [part.kind for part in case.parts if part.records]
    if read:
        return "wrong", f"read as {', '.join(read)}"
    known = [part.kind for part in case.parts if part.kind != "unknown"]
    return ("warned", f"taken for {known[0]}, no rows") if known else ("right", "")


def _kind(case: Case) -> tuple[str, str]:
    """A sheet of ours: was it known as what it is?"""
    if any(getattr(part, "kinds", ()) for part in case.parts):
        return "asked", "of its kind"
    others = [
        p.kind for p in case.parts if p.kind not in ("unknown", case.truth.kind) and p.records
    ]
    if others:
        return "wrong", f"read as {', '.join(others)}"
    on_it = [f for f in case.findings if f.sheet and not f.cell]
    if case.main is not None and case.records:
        return "right", ""
    loud = [f.code for f in on_it if f.severity in LOUD]
    if loud:
        return "warned", ", ".join(sorted(set(loud)))
    return ("noted", on_it[0].code) if on_it else ("wrong", "not read, and nothing said")


def _rows(case: Case) -> tuple[list[int], list[int]]:
    """Rows that were meant and not read, rows that were read and not meant; none told of."""
    silent = [
        row
        for row in {*case.truth.rows} ^ {*case.records}
        if not any(names_row(finding, row) for finding in case.findings)
    ]
    meant = set(case.truth.rows)
    return sorted(set(silent) & meant), sorted(set(silent) - meant)


def _column(case: Case, main: SheetReading, heading: Heading) -> tuple[str, str]:
    column, letter = heading.column, heading.letter
    taken = [name for name, at in main.columns.items() if at == letter]
    loud = any(is_said(f) and names_heading(f, heading) for f in case.findings)
    asked_of = {doubt.field for doubt in main.doubts}
    doubted = column.field in asked_of
    if column.field in ("", "number"):
        wrong = [n for n in taken if n != column.field and n not in column.may]
        doubted = bool(wrong) and asked_of.issuperset(wrong)
        if not wrong:
            return "right", ""
        return _told(loud, doubted, f"taken for {', '.join(wrong)}")
    if column.field not in taken:
        elsewhere = main.columns.get(column.field, "")
        why = f"taken for {', '.join(taken) or 'nothing'}; {column.field} is {elsewhere or 'none'}"
        # left over, and named in a question about another field: the clerk is shown it
        doubted |= not taken and any(letter in doubt.columns for doubt in main.doubts)
        noted = not taken and any(names_heading(f, heading) for f in case.findings)
        if (
            noted
            and not loud
            and not doubted
            and column.field not in _needed(case, column.question)
        ):
            return "noted", why
        return _told(loud, doubted, why)
    differ = _differences(case, main, heading)
    if differ:
        silent = [why for row, why in differ if not _told_of(case, letter, row)]
        return ("wrong", "; ".join(silent[:3])) if silent else ("warned", differ[0][1])
    return ("asked", "and taken") if doubted else ("said" if loud else "right", "")


def _needed(case: Case, question: bool) -> tuple[str, ...]:
    names = tuple(h.column.field for h in case.truth.headings if h.column.question)
    return names if question else NEEDED[case.truth.kind]


def _told(loud: bool, doubted: bool, why: str) -> tuple[str, str]:
    return ("asked" if doubted else "warned" if loud else "wrong"), why


def _told_of(case: Case, letter: str, row: int) -> bool:
    return any(names_cell(finding, letter, row) for finding in case.findings)


def _differences(case: Case, main: SheetReading, heading: Heading) -> list[tuple[int, str]]:
    """(row, what was read against what was meant) where a value differs."""
    column, found = heading.column, []
    for row, cell in zip(case.truth.rows, column.cells, strict=True):
        record = case.records.get(row)
        if record is None:
            continue
        if column.question:
            coded = main.answers.get(column.field)
            got: object = coded.values[coded.codes[row - 1]] if coded else "no answers"
            got = None if isinstance(got, str) and got != "no answers" else got
        elif column.field in AS_READ[case.truth.kind]:
            got = value_of(case.truth.kind, column.field, record)
        else:
            continue
        if not _agrees(cell.truth, got):
            found.append((row, f"{heading.letter}{row} {cell.value!r} read as {got!r}"))
    return found


def _agrees(meant: object, got: object) -> bool:
    if isinstance(meant, AnyOf):
        return not meant.values or any(_agrees(one, got) for one in meant.values)
    if meant is None or meant == "":
        return got is None or got == ""
    if isinstance(meant, bool | date) or got is None:
        return meant == got
    if isinstance(meant, int | float):
        return isinstance(got, int | float) and abs(meant - got) < 1e-9
    return same(meant, got)
