"""Rows straight into the tables and out of the queries: no importer in between.

Units and villages are named, their ids made of the name; every helper writes under the
import it is told (1), which is logged at its first use.
"""

import csv
from dataclasses import dataclass, field
from datetime import date

from dashboard.config import REFERENCE
from dashboard.folding import slug
from dashboard.importing.values.result_words import result_word
from dashboard.store import sql, stored_scores
from dashboard.store.appending import append, as_columns

COMMUNE = "Xã An"


@dataclass(frozen=True)
class Form:
    """One respondent: answers by question code, None for a missing one."""

    answers: dict[str, float | None] = field(default_factory=dict)
    sex: str | None = None
    age: int | None = None


def ask(cursor, name: str, **params: object) -> list[dict[str, object]]:
    """The rows of a query of queries/read."""
    result = sql.run(cursor, name, **params)
    columns = [column[0] for column in result.description]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]


def scored(cursor, unit: str = COMMUNE, year: int = 2023, **domain: object) -> dict[str, dict]:
    """Rows of component_scores by component; raw question means under "raw <code>"."""
    rows = ask(cursor, "component_scores", unit=unit, year=year, **domain)
    return {
        ("raw " if row["level"] == "question_raw" else "") + row["component"]: row for row in rows
    }


def estimates(cursor, unit: str = COMMUNE, year: int = 2023, **domain: object) -> dict[str, float]:
    rows = scored(cursor, unit, year, **domain)
    return {component: row["estimate"] for component, row in rows.items()}


def unit_id(name: str) -> str:
    return slug(name)


def village_id(unit: str, village: str) -> str:
    return f"{slug(unit)}/{village}"  # the name itself: two may differ by an accent


def add(cursor, table: str, *rows: dict[str, object]) -> None:
    append(cursor, table, as_columns(list(rows)))


def add_unit(cursor, name: str, level: str = "commune", parent: str | None = None) -> None:
    """A unit above the villages, once."""
    _add_place(cursor, unit_id(name), level, name, parent and unit_id(parent))


def _add_place(cursor, identity: str, level: str, name: str, parent_id: str | None) -> None:
    if not cursor.execute("select 1 from unit where unit_id = $1", [identity]).fetchone():
        cursor.execute(
            "insert into unit values ($1, $2, $3, $4)", [identity, level, name, parent_id]
        )


def log_import(cursor, import_id: int, **facts: object) -> None:
    """The import's row, once, and its bytes; facts: complete, simulated, undone."""
    if cursor.execute("select 1 from import_log where import_id = $1", [import_id]).fetchone():
        return
    row = {"complete": False, "simulated": False, "undone": False} | facts
    sha256 = f"sha256 of {import_id}"
    cursor.execute(
        "insert into import_log values "
        "($1, $2, $3, now()::timestamp, null, null, $4, $5, $6, null)",
        [import_id, f"tep-{import_id}.xlsx", sha256, *row.values()],
    )
    cursor.execute("insert into source_file values ($1, 'x'::blob)", [sha256])


def add_scope(cursor, import_id: int, kind: str, unit: str = COMMUNE, year: int = 2023) -> None:
    """The import is about a unit and year: an import said to be complete holds all of them."""
    cursor.execute(
        "insert into import_scope values ($1, $2, $3, $4)", [import_id, kind, unit_id(unit), year]
    )


def add_questions(
    cursor, asked: dict[str, tuple], unit: str = COMMUNE, year: int = 2023, import_id: int = 1
) -> None:
    """code -> (component, low, high), then whether it is reversed, then its text."""
    log_import(cursor, import_id)
    for row, (code, question) in enumerate(asked.items(), start=4):
        component, low, high, is_reversed, text = (*question, *(False, code)[len(question) - 3 :])
        cursor.execute(
            "insert into question values ($1, 'Câu hỏi', $2, $3, $4, $5, $6, $7, $8, $9, $10, '')",
            [import_id, row, unit_id(unit), year, code, component, text, low, high, is_reversed],
        )


def add_adults(
    cursor, adults: dict[str, int], unit: str = COMMUNE, year: int = 2023, import_id: int = 1
) -> None:
    log_import(cursor, import_id)
    for row, (village, count) in enumerate(adults.items(), start=4):
        _add_place(cursor, village_id(unit, village), "village", village, unit_id(unit))
        cursor.execute(
            "insert into population values ($1, 'Dân số', $2, $3, $4, $5, $6)",
            [import_id, row, unit_id(unit), year, village_id(unit, village), count],
        )


def add_forms(
    cursor,
    villages: dict[str, list[Form]],
    unit: str = COMMUNE,
    year: int = 2023,
    import_id: int = 1,
) -> None:
    """Forms are numbered within their village: the same place in the list is the same form."""
    log_import(cursor, import_id)
    add_unit(cursor, unit)
    people, answers = [], []
    for village, forms in villages.items():
        _add_place(cursor, village_id(unit, village), "village", village, unit_id(unit))
        for number, form in enumerate(forms, start=1):
            known = {"import_id": import_id, "unit": unit_id(unit), "year": year}
            known["form"] = f"{village} {number}"
            place = {"sheet": "Phiếu", "row": number, "village": village_id(unit, village)}
            people.append(known | place | {"sex": form.sex, "age": form.age})
            answers += [
                known | {"question": code, "value": value} for code, value in form.answers.items()
            ]
    add(cursor, "respondent", *people)
    add(cursor, "answer", *answers)


def survey(
    cursor,
    villages: dict[str, list[Form]],
    asked: dict[str, tuple],
    adults: dict[str, int] | None = None,
    unit: str = COMMUNE,
    year: int = 2023,
    import_id: int = 1,
) -> None:
    """A whole survey: its questions, forms by village, and adults where they are known."""
    where = {"unit": unit, "year": year, "import_id": import_id}
    add_questions(cursor, asked, **where)
    add_forms(cursor, villages, **where)
    add_adults(cursor, adults or {}, **where)


def add_published(
    cursor, scores_: dict[tuple[int, str, str], float | None], import_id: int = 1, **facts: object
) -> None:
    """Imported scores of provinces: (year, code of the province, component) -> score. The
    published index is filled anew, as an import does at its end."""
    log_import(cursor, import_id, **facts)
    for row, ((year, province, component), score) in enumerate(scores_.items(), start=3):
        cursor.execute(
            "insert into published_score values ($1, 'Bảng', $2, $3, $4, $5, $6, $7)",
            [import_id, row, f"D{row}", year, province, component, score],
        )
    stored_scores.fill_published(cursor)


def store_scores(cursor, unit: str = COMMUNE, year: int = 2023) -> None:
    """What an import does at its end: the table that village_scores and unit_ranking read."""
    stored_scores.fill(cursor, [(unit_id(unit), year)])


def same_answers(count: int, **answers: float | None) -> list[Form]:
    """So many people who all say the same."""
    return [Form(answers)] * count


def sub_dimensions(year: int) -> list[str]:
    """The year's sub-dimensions, read from the reference file and from no query."""
    with (REFERENCE / "components.csv").open(encoding="utf-8", newline="") as file:
        return [
            row["code"]
            for row in csv.DictReader(file)
            if row["level"] == "sub_dimension"
            and int(row["first_year"]) <= year <= int(row["last_year"] or 9999)
        ]


def whole_questionnaire(year: int = 2023) -> dict[str, tuple]:
    """One question from 0 to 1 for every sub-dimension, Q1.1 for 1.1."""
    return {f"Q{code}": (code, 0, 1) for code in sub_dimensions(year)}


def activity(row: int, day: str, kind: str, unit: str = COMMUNE, **said: object) -> dict:
    """A row of the table activity, for add; said: its columns, blank if not given."""
    blank = dict.fromkeys(("channel", "subject", "area", "performer", "finding", "remedy"), "")
    known = {"import_id": 1, "sheet": "Nhật ký", "row": row, "activity_id": f"{unit} {row}"}
    known |= {"unit": unit_id(unit), "year": 2023, "held_on": date.fromisoformat(day)}
    empty = dict.fromkeys(("component", "minutes", "times", "people"))
    return {**known, "kind": kind, **blank, **empty} | said


def add_task(
    cursor, name: str = "Việc", unit: str = COMMUNE, year: int = 2023, import_id: int = 1, **facts
) -> None:
    """One task; facts are columns of task, and leads, supports and villages (names)."""
    log_import(cursor, import_id)
    add_unit(cursor, unit)
    identity = f"{unit_id(unit)} {year} {name}"
    row = {
        "import_id": import_id, "sheet": "Nhiệm vụ", "row": 7, "task_id": identity,
        "unit": unit_id(unit), "year": year, "component": "1.1", "task": name, "area": "Toàn xã",
        "whole_unit": True, "due_text": "", "due": None, "recurring": False, "product": "",
        "progress": None, "done": None, "result_h1": "", "result_year": "", "note": "",
        "cancelled": False,
        "h1_said_done": result_word(facts.get("result_h1")) == "done",
        "year_said_done": result_word(facts.get("result_year")) == "done",
    }  # fmt: skip
    add(cursor, "task", row | {key: facts[key] for key in facts.keys() & row.keys()})
    for role, officials in (
        ("lead", facts.get("leads", ())),
        ("support", facts.get("supports", ())),
    ):
        for position, official in enumerate(officials, start=1):
            party = [import_id, identity, role, position, official]
            cursor.execute("insert into task_party values ($1, $2, $3, $4, $5)", party)
    for village in facts.get("villages", ()):
        _add_place(cursor, village_id(unit, village), "village", village, unit_id(unit))
        cursor.execute(
            "insert into task_village values ($1, $2, $3)",
            [import_id, identity, village_id(unit, village)],
        )
