"""The same question asked of the same data gives the same bytes (docs/method.md): however many
threads answer it, and in whatever order the rows lie."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from dashboard import printed as prints
from dashboard.store import sql, stored_scores
from dashboard.store.store import connect
from tests.queries.populations import population, questionnaire, survey_many
from tests.queries.rows import activity, add, add_published, add_task, log_import

VILLAGES = [180, 240, 150, 90]
ASKED = [30, 50, 20, 10]  # of each village; some groups are hidden
COMMUNES, YEARS = 40, (2022, 2023)
UNIT, ABOVE = "xa-000", "Tỉnh Mẫu"
ABOUT = {
    "province": "Hưng Yên",
    "component": "1.1",
    "period": "2023-H1",
    "question": "Q1.1a",
    "unit": UNIT,
    "village": "xa-000/thon-1",
    "year": 2023,
    "year_from": 2022,
    "year_to": 2023,
}
# Asked of all communes too, where most figures come together; by what, beside those required.
WIDELY = {
    "component_scores": ({}, {"sex": "Nữ"}, {"age_from": 60}),
    "component_change": ({}, {"basis": "common"}, {"sex": "Nam"}),
    "question_answers": ({},),
    "question_villages": ({},),
    "questions": ({},),
    "submissions": ({},),
    "activities": ({},),
    "activity_counts": ({}, {"by": "month"}),
    "activity_reach": ({},),
    "communication_tasks": ({},),
    "tasks": ({},),
    "official_completion": ({}, {"role": "support"}),
    "follow_up": ({},),
    "task_history": ({},),
    "survey_sources": ({},),
    "survey_days": ({},),
    "remarks": ({},),
    "decisions": ({},),
    "progress_records": ({},),
    "record_disagreements": ({},),
}
ASKED_OF_ONE = [(name, {}) for name in sql.names()]
ASKED_OF_ALL = [
    (name, {"unit": ABOVE} | given) for name, several in WIDELY.items() for given in several
]
SHUFFLED = ("answer", "respondent", "question", "population", "unit", "task", "activity")
SHUFFLED += ("remark", "progress_record", "decision_record", "saved_view", "slide_set")
WITHOUT_ROWS = {"verify", "name_questions", "name_actions", "closings", "closing_figures"}
WITHOUT_ROWS |= {"packages", "package_figures", "trusted_keys"}


def filled(cursor) -> None:
    """Forty communes surveyed twice, fractions among the answers, and their tasks."""
    people = population(questionnaire(2023), VILLAGES, seed=7, unanswered=0.2)
    units = survey_many(cursor, people, ASKED, COMMUNES, YEARS, seed=11)
    cursor.execute("update answer set value = 0.1 + 0.3 * value where question = 'Q1.1b'")
    cursor.execute("insert into unit values ('tinh-mau', 'province', 'Tỉnh Mẫu', null)")
    cursor.execute("update unit set parent_id = 'tinh-mau' where level = 'commune'")
    # one text in a commune, another in the next: which of them is shown may not be chance
    cursor.execute("update question set text = text || ' ở ' || unit")
    cursor.execute("update respondent set row = 3 + form::integer")
    cursor.execute("insert into import_sheet values (1, 'Phiếu', 'answers', 5, 5, 0, 0)")
    for number, unit in enumerate(units * 3):
        due = f"2023-0{1 + number % 9}-15"
        facts = {"due": due, "leads": ["Tư pháp", "Địa chính"], "supports": ["Đoàn"]}
        add_task(cursor, f"Việc {number % 5}.{number // COMMUNES}", unit, **facts)
    for unit in units:
        add_task(cursor, "Tuyên truyền", unit, due="2023-05-15")
        said = {"channel": "Loa", "area": "Thôn 1; Toàn thôn", "component": "1.1", "unit": unit}
        minutes = [0.1 + 0.3 * number for number in range(9)]  # their sum hangs on the order
        told = [
            activity(row, f"2023-03-0{row}", "Truyền thông", minutes=minutes[row - 1], **said)
            for row in range(1, 10)
        ]
        add(cursor, "activity", *told)
    log_import(cursor, 2)
    for unit in units[:3]:  # their due dates are moved
        facts = {"due": "2023-12-01", "leads": ["Tư pháp"], "import_id": 2}
        add_task(cursor, "Việc 0.0", unit, **facts)
    add_published(cursor, {(2023, "P21", "1.1"): 1.5}, import_id=2)
    typed(cursor, units)
    stored_scores.refill(cursor)


def typed(cursor, units: list[str]) -> None:
    """Records of every commune, older than the import, which says otherwise of one task each."""
    cursor.execute("insert into import_column values (1, 'Nhiệm vụ', 'progress', 'E', '')")
    cursor.execute("update task set progress = 0.5 where task = 'Tuyên truyền'")
    by = {"withdrawn": False, "written_by": "Văn phòng", "written_at": datetime(2023, 6, 1, 8)}
    for number, unit in enumerate(units, start=1):
        of = by | {"record_id": number, "unit": unit, "year": 2023}
        told = {"task_id": f"{unit} 2023 Tuyên truyền", "evidence": "", "note": "", "answered": ""}
        add(cursor, "progress_record", of | told | {"progress": 0.2, "done": None, "answers": None})
        said = {"subject_kind": "component", "subject": "1.1", "kind": "cause", "remark": "Ít họp"}
        add(cursor, "remark", of | said | {"record_id": 1000 + number})
        decided = {"task_id": f"{unit} 2023 Họp", "component": "1.1", "decision": "Họp thôn"}
        due = {"official": "Tư pháp", "due": date(2023, 9, 1 + number % 9), "slide": None}
        add(cursor, "decision_record", of | decided | due | {"record_id": 2000 + number})
        view = {"record_id": number, "view_id": number, "name": f"Xem {number}", "page": "thon"}
        add(cursor, "saved_view", by | view | {"unit": unit, "query": "den=2023"})
        slides = {"record_id": number, "set_id": number, "slides": ["title", "findings"]}
        add(cursor, "slide_set", by | slides | {"name": f"Họp {number}"})


@pytest.fixture(scope="module")
def stores(prepared: Path, tmp_path_factory) -> Iterator[list[duckdb.DuckDBPyConnection]]:
    """The same rows twice: as they came, and in another order."""
    first, second = (tmp_path_factory.mktemp("bytes") / f"{name}.duckdb" for name in "ab")
    first.write_bytes(prepared.read_bytes())
    with connect(str(first)) as cursor:
        filled(cursor)
    second.write_bytes(first.read_bytes())
    with connect(str(first)) as one, connect(str(second)) as other:
        for table in SHUFFLED:
            rows = f"select * from {table} as t order by hash(t::varchar)"
            other.execute(f"create temp table shuffled as {rows}")
            other.execute(f"delete from {table}; insert into {table} from shuffled")
            other.execute("drop table shuffled")
        stored_scores.refill(other)
        yield [one, other]


def printed(cursor, capsys, name: str, given: dict[str, object]) -> str:
    """The answer in every form in which it is printed."""
    result = sql.run(cursor, name, **given)
    columns, rows = [column[0] for column in result.description], result.fetchall()
    for form in ("csv", "json"):
        prints.as_rows(columns, rows, form)
    return capsys.readouterr().out


@pytest.mark.parametrize(("name", "given"), ASKED_OF_ONE + ASKED_OF_ALL, ids=str)
def test_threads_and_the_order_of_rows_change_no_byte(stores, capsys, name, given):
    required = {p.name: ABOUT[p.name] for p in sql.load(name).params if p.required}
    answers = set()
    for cursor, threads in zip(stores, (1, 5), strict=True):
        cursor.execute(f"set threads = {threads}")
        answers.add(printed(cursor, capsys, name, required | given))
    assert len(answers) == 1
    assert answers.pop().strip().endswith("\n[]") == (name in WITHOUT_ROWS)


def test_stored_scores_are_the_same_whoever_filled_them(stores):
    rows = "select * from score order by all"
    one, other = (cursor.execute(rows).fetchall() for cursor in stores)
    assert one == other and len(one) > 10_000
    for threads in (1, 3):
        stores[0].execute(f"set threads = {threads}")
        stored_scores.refill(stores[0])
        assert stores[0].execute(rows).fetchall() == one
