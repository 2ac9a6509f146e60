"""The rows of one import, written into the store's append-only tables."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter

import duckdb
import pyarrow as pa

from dashboard.folding import fold
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Known, Options, Reading, SheetReading
from dashboard.importing.model.records import Question, Task
from dashboard.importing.outcome.messages import message
from dashboard.importing.storing import table_rows
from dashboard.importing.storing.official_names import Officials
from dashboard.importing.storing.places import Places
from dashboard.importing.storing.scopes import Scope, units_of_sheets
from dashboard.importing.storing.task_identity import Version, identities
from dashboard.store import sql
from dashboard.store.rows import append, as_columns
from dashboard.words import words

Cursor = duckdb.DuckDBPyConnection
Row = dict[str, object]

# Field of a table of tasks -> the values it gives; a newer table without it keeps them.
CARRIED = {
    "area": ("area", "whole_unit"),
    "due": ("due_text", "due", "recurring"),
    "product": ("product",),
    "progress": ("progress",),
    "done": ("done",),
    "result_h1": ("result_h1",),
    "result_year": ("result_year",),
    "note": ("note",),
}


class Writer:
    """The rows of one import, written under one new import_id."""

    def __init__(self, cursor: Cursor, places: Places, options: Options, complete: bool):
        self.cursor = cursor
        self.options = options
        self.complete = complete
        self.places = places
        self.officials = Officials.of(cursor, places)
        self.now = datetime.now(UTC).replace(tzinfo=None)
        self.import_id = sql.run(cursor, "next_import_id", "write").fetchone()[0]

    def write(
        self, reading: Reading, scopes: list[Scope], units: list[tuple[SheetReading, list[Row]]]
    ) -> None:
        """Every record of the scopes and sheets of units, and the places they named.

        The import is logged first: the views of what holds now then see its rows at once.
        """
        self._append("import_log", [self._log_row(reading)])
        for _, rows in units:
            self._append("unit_row", [{"import_id": self.import_id, **row} for row in rows])
        scopes = sorted(scopes, key=lambda s: (s.sheet.kind, s.unit))
        answers = [scope for scope in scopes if scope.sheet.kind == "answers"]
        for scope in scopes:
            if scope.sheet.kind != "answers":
                getattr(self, f"_write_{scope.sheet.kind}")(scope, self._source(scope))
        self._write_answers([scope for scope in answers if scope.records])
        self._append("unit", [vars(place) for place in self.places.added])

    def _source(self, scope: Scope) -> Row:
        return {
            "import_id": self.import_id,
            "sheet": scope.sheet.sheet,
            "unit": scope.unit,
            "year": scope.year,
        }

    def _append(self, table: str, rows: list[Row]) -> None:
        append(self.cursor, table, as_columns(rows))

    def _villages(self, scope: Scope) -> dict[str, str]:
        return self.places.villages((r.village for r in scope.records), scope.unit)

    def _write_tasks(self, scope: Scope, source: Row) -> None:
        stored = sql.run(self.cursor, "current_tasks", "write", unit=scope.unit, year=scope.year)
        columns = [column[0] for column in stored.description]
        before = {
            row["task_id"]: row
            for row in (dict(zip(columns, r, strict=True)) for r in stored.fetchall())
        }
        self.places.villages((v for task in scope.records for v in task.villages), scope.unit)
        self.officials.resolve(
            scope.unit, (name for task in scope.records for name in (*task.leads, *task.supports))
        )
        tasks, parties, villages = [], [], []
        for task, identity in zip(
            scope.records, self._identities(scope, before.values()), strict=True
        ):
            task, leads, supports, places = self._carried(scope, task, before.get(identity))
            tasks.append(table_rows.task_row(task, source, identity))
            parties += table_rows.party_rows(self.import_id, identity, leads, supports)
            villages += [
                {"import_id": self.import_id, "task_id": identity, "village": v} for v in places
            ]
        self._append("task", tasks)
        self._append("task_party", parties)
        self._append("task_village", villages)

    def _identities(self, scope: Scope, before: Iterable[Row]) -> list[str]:
        """The task_id of each task of the scope."""
        known = [
            Version(row["component"], row["task"], tuple(row["leads"]), row["due"], row["task_id"])
            for row in before
        ]
        read = [
            Version(
                task.component,
                task.text,
                tuple(self.officials.name(scope.unit, lead) for lead in task.leads),
                task.due,
            )
            for task in scope.records
        ]

        def new_id(task: Version, number: int) -> str:
            return table_rows.task_id(scope.unit, scope.year, task, number)

        return identities(read, known, new_id)

    def _carried(
        self, scope: Scope, task: Task, before: Row | None
    ) -> tuple[Task, list[str], list[str], list[str]]:
        """The task with the values it had where this sheet has no column for them."""
        leads = [self.officials.name(scope.unit, name) for name in task.leads]
        supports = [self.officials.name(scope.unit, name) for name in task.supports]
        places = list(self.places.villages(task.villages, scope.unit).values())
        if before is None:
            return task, leads, supports, places
        has = scope.sheet.columns.keys()
        kept = {
            name: before[name]
            for column, names in CARRIED.items()
            if column not in has
            for name in names
        }
        if task.component is None:
            kept["component"] = before["component"]
        return (
            replace(task, **kept),
            leads if "lead" in has else before["leads"],
            supports if "support" in has else before["supports"],
            places if "area" in has else before["villages"],
        )

    def _write_answers(self, scopes: list[Scope]) -> None:
        """All answers in one statement: what is added piece by piece DuckDB packs twice."""
        for scope in scopes:
            rows = table_rows.respondents(scope.records, self._source(scope), self._villages(scope))
            append(self.cursor, "respondent", rows)
        batches = (
            batch
            for scope in scopes
            for batch in table_rows.answers(scope.records, scope.sheet.answers, self._source(scope))
        )
        packed = table_rows.in_row_groups(batches)
        append(self.cursor, "answer", pa.RecordBatchReader.from_batches(table_rows.ANSWER, packed))
        for sheet, year, units in units_of_sheets(scopes):
            given = {"import_id": self.import_id, "sheet": sheet.sheet, "year": year}
            rows = [record.row for record in sheet.records]
            given |= {"first": min(rows), "last": max(rows), "questions": sorted(sheet.answers)}
            sql.run(self.cursor, "carry_answers", "write", units=units, **given)
        if scopes:
            self._write_questions_if_none(scopes)

    def _write_questions(self, scope: Scope, source: Row) -> None:
        rows = [table_rows.question_row(r.question, r.row, source) for r in scope.records]
        self._append("question", rows)

    def _write_questions_if_none(self, scopes: list[Scope]) -> None:
        """Answers read by a questionnaire known from elsewhere bring it along."""
        every = sql.run(self.cursor, "all_questions", "write").fetchall()
        own = {row[:3] for row in every}
        newest = {row[2]: Question(*row[2:]) for row in reversed(every)}
        rows = {
            (scope.unit, scope.year, code): table_rows.question_row(
                question, 0, self._source(scope)
            )
            for scope in scopes
            for code in sorted(scope.sheet.answers)
            if (question := newest.get(code))
        }
        self._append("question", [row for identity, row in rows.items() if identity not in own])

    def _write_population(self, scope: Scope, source: Row) -> None:
        village_of = self._villages(scope)
        rows = [table_rows.population_row(r, source, village_of[r.village]) for r in scope.records]
        self._append("population", rows)

    def _write_activities(self, scope: Scope, source: Row) -> None:
        seen: Counter = Counter()
        rows = []
        for activity in scope.records:
            same = (activity.held_on, activity.channel, activity.subject, activity.area)
            seen[same] += 1
            rows.append(table_rows.activity_row(activity, source, seen[same]))
        self._append("activity", rows)

    def log(self, reading: Reading, content: bytes, scopes: list[Scope]) -> Reading:
        """Record the file, its sheets and findings; absent rows become findings."""
        if not sql.run(self.cursor, "has_source_file", "write", sha256=reading.sha256).fetchone()[
            0
        ]:
            kept = b"" if reading.private else content
            self._append("source_file", [{"sha256": reading.sha256, "content": kept}])
        scope_rows = {(s.sheet.kind, s.unit, s.year) for s in scopes}
        names = ("import_id", "kind", "unit", "year")
        self._append(
            "import_scope",
            [dict(zip(names, (self.import_id, *row), strict=True)) for row in sorted(scope_rows)],
        )
        if not self.complete:
            reading = self._with_absent(reading, scopes)
        named: set[tuple[str, str]] = set()
        for sheet in sorted(reading.sheets, key=lambda sheet: sheet.kind != "tasks"):
            self._log_sheet(sheet, named)
        self._append("import_finding", self._finding_rows(reading))
        return reading

    def remember(self, meanings: list[Row]) -> None:
        """What the person said of headings, for the next table with the same ones."""
        self._append("column_meaning", [{**row, "decided_at": self.now} for row in meanings])

    def _log_row(self, reading: Reading) -> Row:
        return {
            "import_id": self.import_id,
            "file": reading.file,
            "sha256": reading.sha256,
            "imported_at": self.now,
            "year": self.options.year,
            "unit": self.options.unit,
            "complete": self.complete,
            "simulated": any(sheet.simulated for sheet in reading.sheets),
            "undone": False,
        }

    def _log_sheet(self, sheet: SheetReading, named: set[tuple[str, str]]) -> None:
        """The counts of a table, and the columns that no other of its sheet has named: where
        a value of a task stood is looked up by them, so those of tasks come first."""
        counts = ("kind", "rows_read", "rows_imported", "rows_refused", "rows_recognised")
        where = {"import_id": self.import_id, "sheet": sheet.sheet}
        self._append("import_sheet", [{**where, **{n: getattr(sheet, n) for n in counts}}])
        self._append(
            "import_column",
            [
                {**where, "field": field, "letter": letter, "label": sheet.labels.get(letter, "")}
                for field, letter in sheet.columns.items()
                if (sheet.sheet, field) not in named
            ],
        )
        named |= {(sheet.sheet, field) for field in sheet.columns}

    def _with_absent(self, reading: Reading, scopes: list[Scope]) -> Reading:
        """Rows that stood before and are not in this file are reported, not deleted."""
        found: dict[tuple[str, int], list[Finding]] = {}
        for sheet, year, units in units_of_sheets(scopes):
            given = {"import_id": self.import_id, "units": units, "year": year}
            absent = sql.run(self.cursor, "absent_rows", "write", kind=sheet.kind, **given)
            for _, rows in groupby(absent.fetchall(), key=itemgetter(0)):
                names = [name for _, name in rows]
                holes = {"count": str(len(names)), "names": "; ".join(names)}
                found.setdefault(sheet.key, []).append(
                    Finding(f"absent_{sheet.kind}", "info", sheet.sheet, holes=holes)
                )
        sheets = [
            replace(sheet, findings=[*sheet.findings, *found.get(sheet.key, [])])
            for sheet in reading.sheets
        ]
        return replace(reading, sheets=sheets)

    def _finding_rows(self, reading: Reading) -> list[Row]:
        every = [*reading.findings, *(f for sheet in reading.sheets for f in sheet.findings)]
        kept = ("sheet", "cell", "column", "value", "code", "severity")
        return [
            {
                "import_id": self.import_id,
                **{name: getattr(finding, name) for name in kept},
                "message_vi": message(finding, reading.file, words("vi")),
                "message_en": message(finding, reading.file, words("en")),
            }
            for finding in every
        ]


def new_meanings(reading: Reading, options: Options, known: Known) -> list[Row]:
    """Rows of column_meaning: what the person said of headings and was not known yet."""
    said = {fold(heading): name for heading, name in options.columns.items()}
    return [
        {"layout": sheet.layout, "heading": heading, "field": name}
        for sheet in reading.sheets
        for heading, name in said.items()
        if heading in sheet.headings and known.meanings.get(sheet.layout, {}).get(heading) != name
    ]
