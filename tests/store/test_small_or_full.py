"""The same deeds by small writes and by full ones: every question has the same answer."""

import random
import shutil
from datetime import date

import pytest

from dashboard.errors import DashboardError
from dashboard.importing.storing import decision_records, name_actions
from dashboard.importing.storing import undo as imports
from dashboard.importing.storing.decision_records import Decision
from dashboard.remark_kinds import KINDS
from dashboard.store import progress, remarks, saved_views, shown, small_writes, sql
from dashboard.store.progress import Progress
from dashboard.store.saved_views import View
from dashboard.store.store import Store
from tests.queries.rows import add_published, add_scope, add_task, unit_id
from tests.store.test_kill import contents
from tests.store.test_small_writes import three_villages

ABOUT = {
    "province": "Hưng Yên",
    "component": "1.1",
    "period": "2023-H1",
    "question": "Q1.1",
    "unit": "xa-an",
    "village": "xa-an/Thôn B",
    "year": 2023,
    "year_from": 2022,
    "year_to": 2023,
}
DEEDS = (
    "remark",
    "about",
    "progress",
    "withdraw",
    "decide",
    "view",
    "join",
    "join",
    "join",
    "part",
    "undo",
    "import",
    "bring",
)


class Full(Store):
    """The yardstick: every write is a full one."""

    def write_small(self, work, tables):
        return self.write(work)


def imported(cursor, *numbers: int) -> None:
    """Surveys of two communes in two years, tasks, published scores."""
    for number in numbers:
        unit, year = ("Xã An", "Xã Bình")[number % 2], 2022 + number // 2 % 2
        three_villages(cursor, unit, number, year)
        for n, lead in enumerate(("Bộ phận một cửa", "Tiếp nhận hồ sơ")):
            add_task(cursor, f"Việc {n}", unit, year, number, leads=[lead], note=str(number))
        for kind in ("answers", "tasks"):
            add_scope(cursor, number, kind, unit, year)
        add_published(cursor, {(2023, "P21", "1.1"): 1 + number / 10}, import_id=number)


def act(store: Store, chance: random.Random, step: int) -> str:
    """One thing that a person does, the same for the same chance; what came of it."""
    things = {}
    with store.read() as cursor:
        for kind in ("import", "task", "name", "name_action"):
            things[kind] = shown.listed(cursor, kind)
        views = [row[0] for row in sql.run(cursor, "saved_views").fetchall()]
    deed = chance.choice(DEEDS)

    def one(kind: str):
        return things[kind][chance.choice(sorted(things[kind]))]

    try:
        if deed == "remark":
            remarks.add(store, unit_id("Xã An"), 2023, one("task"), f"Ghi {step}")
        elif deed in RECORDED:
            work = RECORDED[deed](one("task").key if things["task"] else "", step)
            store.write_small(work, small_writes.NOTES)
        elif deed == "view":
            keep_view(store, views, step)
        elif deed == "join":
            name_actions.join(store, *alike(things["name"], chance))
        elif deed == "part":
            name_actions.part(store, one("name"))
        elif deed == "undo" and things["name_action"]:
            name_actions.undo(store, one("name_action"))
        elif deed == "import":
            chance.choice([imports.undo, imports.redo])(store, one("import"))
        elif deed == "bring":
            store.write(lambda cursor: imported(cursor, 5 + step))
    except DashboardError as error:
        return f"{deed}: {error.code}"
    return deed


def keep_view(store: Store, records: list[int], step: int) -> None:
    """A new one, or that of the newest record is renamed or removed."""
    if step % 3 and records:
        one = records[0]
        saved_views.remove(store, one) if step % 2 else saved_views.rename(store, one, f"B{step}")
    else:
        saved_views.save(store, f"A{step}", View("thon", "xa-an", "den=2023"), "Văn phòng")


def remarked(task_id: str, step: int):
    about = remarks.Subject(unit_id("Xã An"), 2023, ("component", "village")[step % 2], "1.1")
    return lambda cursor: remarks.write(
        cursor, about, KINDS[step % 5], f"{step}", "Trưởng thôn", step % 3 == 0
    )


def decided(task_id: str, step: int):
    said = Decision(f"Việc {step % 4}", "Bộ phận một cửa", date(2023, 9, 1 + step % 20), "1.1")
    return lambda cursor: decision_records.write(cursor, unit_id("Xã An"), 2023, said)


RECORDED = {
    "about": remarked,
    "progress": lambda task_id, step: (
        lambda cursor: progress.write(
            cursor, task_id, Progress(step % 5 / 4, evidence=str(step)), "Văn phòng"
        )
    ),
    "withdraw": lambda task_id, step: lambda cursor: progress.withdraw(cursor, task_id),
    "decide": decided,
}


def alike(names: dict, chance: random.Random) -> list:
    """Two names of one kind."""
    kind = chance.choice(["unit", "village", "official"])
    return [
        names[key] for key in chance.sample([k for k in sorted(names) if k.startswith(kind)], 2)
    ]


def answers(store: Store, names: list[str]) -> dict[str, list[tuple]]:
    """Rows of the queries, without the times at which something was written."""
    found = {}
    with store.read() as cursor:
        for name in names:
            required = {p.name: ABOUT[p.name] for p in sql.load(name).params if p.required}
            result = sql.run(cursor, name, **required)
            times = [n for n, c in enumerate(result.description) if str(c[1]) == "TIMESTAMP"]
            rows = result.fetchall()
            found[name] = [tuple(v for n, v in enumerate(r) if n not in times) for r in rows]
    return found


@pytest.mark.parametrize("steps", [5, pytest.param(60, marks=pytest.mark.long)])
def test_random_deeds_give_the_same_answers_by_small_writes_as_by_full_ones(store, tmp_path, steps):
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # shown when the test fails
    store.write(lambda cursor: imported(cursor, 1, 2, 3, 4))
    full = Full(shutil.copytree(store.folder, tmp_path / "full"))
    chances, chance = (random.Random(seed), random.Random(seed)), random.Random(-seed)
    done = []
    for step in range(steps):
        done += [[act(one, own, step) for one, own in zip((store, full), chances, strict=True)]]
        assert done[-1][0] == done[-1][1]
        some = chance.sample(sql.names(), 2)
        assert answers(store, some) == answers(full, some), done
    assert answers(store, sql.names()) == answers(full, sql.names()), done
    assert contents(store) == contents(full), done
    store.write(lambda cursor: None)
    assert contents(store) == contents(full), done
