"""Stores whose documents are looked at: a commune with all there is, with tasks alone, with a
survey alone; and their frozen states."""

import contextlib
import io
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest

from dashboard import cli
from dashboard.config import SAMPLES
from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Options
from dashboard.papers.state import State, frozen_state
from dashboard.readings import frames
from dashboard.readings.readings import Readings
from dashboard.store.store import Store
from tests.queries.rows import activity, add

UNIT, PERIOD, DAY = "Xã Đức Hợp", "2023-H1", date(2023, 5, 31)
LATE = "Công khai danh sách hộ nghèo, hộ cận nghèo tại nhà văn hóa thôn đủ 7 ngày"
LAND = "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường"
REMARKS = (
    ("component:5.3", "shortcoming", "Hồ sơ trả chậm so với giấy hẹn."),
    ("component:5.3", "cause", "Thiếu người đo đạc ở 3 thôn."),
    ("component:5.3", "remedy", "Trả hồ sơ tồn đọng vào thứ Sáu."),
    ("village:Thôn Hạ", "cause", "Chưa biết lịch tiếp dân."),
    ("official:Công chức Tư pháp - Hộ tịch", "responsibility", "Nhận trách nhiệm về việc chậm."),
)
DECISIONS = (
    ("Trả hết hồ sơ đất đai", LAND, "2023-06-30"),
    ("Tiếp dân lưu động", LAND, "2023-06-15"),
)


def _run(store: Store, *given: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        assert cli.main([*given, "--store", str(store.folder)]) == 0


def _decided_before(store: Store) -> None:
    """A decision of a meeting in March, a month overdue on the day."""
    row = {"record_id": 1, "task_id": "Hop", "unit": "xa-duc-hop", "year": 2023, "slide": None}
    row |= {"decision": "Lập danh sách hộ chưa có giấy", "official": LAND, "component": "5.3"}
    row |= {"due": date(2023, 4, 30), "withdrawn": False, "written_by": ""}
    row["written_at"] = datetime(2023, 3, 1, 8)
    store.write(lambda cursor: add(cursor, "decision_record", row))


def _typed(store: Store) -> None:
    about = ("--unit", UNIT, "--year", "2023")
    with store.read() as cursor:
        tasks = Readings(cursor).plan.tasks("xa-duc-hop", 2023)
        task = tasks[tasks.task == LATE].task_id.iloc[0]
    for subject, kind, text in (*REMARKS, (f"task:{task}", "remedy", "Niêm yết ở bảng tin tạm.")):
        _run(store, "record", "remark", *about, "--about", subject, "--kind", kind, "--text", text)
    for text, official, due in DECISIONS:
        said = ("--text", text, "--official", official, "--due", due)
        _run(store, "record", "decision", *about, *said)


def _supervised(store: Store) -> None:
    """What the sample's log lacks: findings, open and remedied."""
    found = {"unit": UNIT, "performer": "UB MTTQ xã", "sheet": "Giám sát"}
    rows = (
        activity(901, "2023-03-02", "Giám sát", finding="Thu phí không niêm yết.", **found),
        activity(
            902, "2023-04-10", "Giám sát", finding="Đường thôn xuống cấp.",
            remedy="Đã khắc phục ngày 20/4/2023 (thôn)", **found,
        ),
    )  # fmt: skip
    store.write(lambda cursor: add(cursor, "activity", *rows))


def _made(folder: Path, *files: str) -> Store:
    store = Store(folder)
    store.prepare()
    for file in files:
        unit = UNIT if file.startswith("truyen-thong") else None
        assert import_file(store, SAMPLES / file, Options(unit=unit)).status == "imported"
    return store


@pytest.fixture(scope="session")
def stores(tmp_path_factory) -> Callable[[str], Store]:
    """A store by what it holds: whole (closed once), tasks, survey; nobody may write to it."""

    @cache
    def made(kind: str) -> Store:
        folder = tmp_path_factory.mktemp(kind)
        if kind == "tasks":
            return _made(folder, "don-vi.xlsx", "bieu-nhiem-vu-2023.xlsx")
        if kind == "survey":
            return _made(folder, "don-vi.xlsx", "khao-sat-2023.xlsx")
        both = ("khao-sat", "bieu-nhiem-vu")
        years = [f"{file}-{year}.xlsx" for year in (2022, 2023) for file in both]
        store = _made(folder, "don-vi.xlsx", *years, "truyen-thong-2023.xlsx")
        _supervised(store)
        _decided_before(store)
        _typed(store)
        _run(store, "close", "--unit", UNIT, "--period", PERIOD, "--as-of", "2023-05-31")
        return store

    return made


# Which states documents are made of: store, unit, period, as of, closing.
STATES: dict[str, tuple] = {
    "commune": ("whole", UNIT, PERIOD, DAY, None),
    "closing": ("whole", UNIT, PERIOD, None, 1),
    "year": ("whole", UNIT, "2023-Y", date(2023, 10, 25), None),
    "one_year": ("whole", UNIT, "2022-Y", None, None),
    "district": ("whole", "Huyện Kim Động", PERIOD, DAY, None),
    "tasks": ("tasks", UNIT, PERIOD, DAY, None),
    "survey": ("survey", UNIT, PERIOD, DAY, None),
}


@pytest.fixture(scope="session")
def state_of(stores) -> Callable[..., State]:
    """A frozen state by its name in STATES, in a language."""
    patch = pytest.MonkeyPatch()
    patch.setattr(frames, "_cell", cache(lambda key: []))  # a server keeps fewer answers
    opened = contextlib.ExitStack()

    @cache
    def made(name: str, language: str = "vi") -> State:
        kind, unit, period, day, closing = STATES[name]
        cursor = opened.enter_context(stores(kind).read())
        when = {"period": period, "as_of": day, "closing": closing}
        return frozen_state(cursor, unit, **when, language=language)

    with opened:
        yield made
    patch.undo()
