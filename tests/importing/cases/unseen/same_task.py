"""03: the same tasks on several sheets or in several tables of a file."""

from datetime import date

from tests.importing.cases.unseen.books import HEADINGS, LEAD, TASKS, Book, Row, Sheet, plan, task
from tests.importing.cases.unseen.judging import Case, Point, Seen, Want, either, said, sure
from tests.importing.cases.unseen.points import of_task, officials, task_count

ON_TIME, LATE, OVERDUE = sure("done_on_time"), sure("done_late"), sure("overdue")
DUE = "30/6/2023"
OFFICE = "Văn phòng - Thống kê"


EARLY, LATER = [0.1, 0.2, 0.3], [0.5, date(2023, 6, 20), date(2023, 7, 5)]


def report(name: str, when: str, states: list[object], texts=TASKS, lead: str = LEAD) -> Sheet:
    """A report's sheet: of each task its progress, or the day on which it was done.

    The earlier ones have a line more, so that no order of rows gives the right state by luck.
    """
    rows: list[Row] = []
    for number, (text, state) in enumerate(zip(texts, states, strict=False), 1):
        is_done = isinstance(state, date)
        rows.append(
            task(number, text, lead, DUE, progress=1 if is_done else state,
                 done=state if is_done else None)
        )  # fmt: skip
    sheet = plan(rows, name, f"BÁO CÁO TIẾN ĐỘ NHIỆM VỤ PAPI {when} (dữ liệu mô phỏng)")
    if states == EARLY:
        sheet.rows.insert(2, ["(Kèm theo báo cáo của Văn phòng - Thống kê)"])
    return sheet


def reports(clothes: str, *sheets: Sheet, last: Sheet, lead: Point | None = None) -> Case:
    """Two reports of three tasks: one is overdue, one done on time, one late."""
    wants = [
        {"state": OVERDUE, "progress": sure(0.5)},
        {"state": ON_TIME, "done": sure(date(2023, 6, 20))},
        {"state": LATE, "done": sure(date(2023, 7, 5))},
    ]
    points = [
        p for text, want in zip(TASKS, wants, strict=False) for p in of_task(last, text, **want)
    ]
    who = lead or officials(LEAD)
    return Case("03", clothes, (Book(sheets),), (*points, task_count(3), who))


def _quarters() -> Case:
    last = report("Quý Ba", "QUÝ III NĂM 2023", LATER)
    return reports("a sheet a quarter", report("Quý Một", "QUÝ I NĂM 2023", EARLY), last, last=last)


def _newest_first() -> Case:
    last = report("T10", "THÁNG 10/2023", LATER)
    return reports("the newest sheet first", last, report("T9", "THÁNG 9/2023", EARLY), last=last)


def _leads(*names: str) -> Point:
    def get(seen: Seen) -> object:
        rows = [row for row in seen.tasks() if row["task"] == TASKS[0]]
        return tuple(sorted(rows[0]["lead"].split("; "))) if len(rows) == 1 else len(rows)

    return Point("leads of the shared task", (), get, either(tuple(sorted(names))))


def _sheet_an_official() -> Case:
    """The first task is both officials': it is one task with two leads."""
    title = "NĂM 2023"
    first = report("Công an", title, [0.4, 0.5], TASKS[:2])
    second = report("VP-TK", title, [0.4, 0.6], (TASKS[0], TASKS[2]), OFFICE)
    points = [
        *of_task(first, TASKS[0], progress=sure(0.4)),
        *of_task(first, TASKS[1], progress=sure(0.5)),
        *of_task(second, TASKS[2], progress=sure(0.6)),
        _leads(LEAD, OFFICE),
    ]
    return Case("03", "a sheet an official", (Book((first, second)),), (*points, task_count(3)))


def _two_tables() -> Case:
    """Both reports below each other on one sheet, each with its own title and headings."""
    rows = report("x", "THÁNG 4 NĂM 2023", EARLY).rows
    rows = [*rows, [], ["TIẾN ĐỘ THÁNG 7 NĂM 2023"], list(HEADINGS)]
    both = Sheet("Tiến độ", [*rows, *report("y", "THÁNG 7 NĂM 2023", LATER).rows[3:]])
    return reports("two tables of one sheet", both, last=both)


def _days_in_titles() -> Case:
    last = report("Lần 2", "NĂM 2023 (tính đến ngày 15/7/2023)", LATER)
    first = report("Lần 1", "NĂM 2023 (tính đến ngày 15/4/2023)", EARLY)
    return reports("only the titles have a day", last, first, last=last)


def _undecidable() -> Case:
    """Nothing says which sheet is later: once, and a finding."""
    first, second = (report(name, "NĂM 2023", [state]) for name, state in (("A", 0.3), ("B", 0.6)))
    want: Want = said(0.3, 0.6)
    point = Point(
        "progress told twice",
        (*first.cells_of(TASKS[0]), *second.cells_of(TASKS[0])),
        lambda seen: next((row["progress"] for row in seen.tasks()), None),
        want,
    )
    return Case("03", "nothing says which is later", (Book((first, second)),),
                (point, task_count(1), officials(LEAD)))  # fmt: skip


def _half_year() -> Case:
    """The later report leaves out what was done before, and writes a text with other spaces."""
    first = report("6 tháng", "6 THÁNG ĐẦU NĂM 2023", [0.2, date(2023, 6, 20), 0.3])
    texts = (TASKS[0].upper(), TASKS[2].replace(" ", "  ", 1))
    second = report("9 tháng", "9 THÁNG NĂM 2023", [0.5, date(2023, 7, 5)], texts)

    def state(start: str) -> object:
        def get(seen: Seen) -> object:
            rows = [t for t in seen.tasks() if t["task"].casefold().startswith(start.casefold())]
            return rows[0]["state"] if len(rows) == 1 else f"{len(rows)} times"

        return get

    points = [
        Point("state of what is in both", (), state(TASKS[0]), OVERDUE),
        Point("state of what was left out", (), state(TASKS[1]), ON_TIME),
        Point("state of what has another space", (), state("Rà soát"), LATE),
    ]
    return Case("03", "half a year and nine months", (Book((second, first)),),
                (*points, task_count(3), officials(LEAD)))  # fmt: skip


CASES = (
    _quarters(), _newest_first(), _sheet_an_official(), _two_tables(), _days_in_titles(),
    _undecidable(), _half_year(),
)  # fmt: skip
