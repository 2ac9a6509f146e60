"""A page that stands open over midnight: the next click shows the new day."""

from datetime import date

import pytest

from dashboard.readings import readings
from tests.pages import by_hand
from tests.pages.conftest import about, html, opened, title, well

EVENING, MORNING = date(2023, 6, 30), date(2023, 7, 1)  # a quarter ends between them


class Clock(date):
    """date, with a today that the test moves."""

    now = EVENING

    @classmethod
    def today(cls) -> date:
        return cls.now


@pytest.fixture
def clock(monkeypatch) -> type[Clock]:
    monkeypatch.setattr(readings, "date", Clock)
    monkeypatch.setattr(Clock, "now", EVENING)
    return Clock


def overdue(day: date) -> int:
    return sum(task["state"] == "overdue" for task in by_hand.tasks(day))


def test_the_next_click_after_midnight_counts_the_new_day(filled, clock):
    assert overdue(MORNING) > overdue(EVENING)
    first, list_ = opened("overview"), opened("follow_up")
    for day in (EVENING, MORNING):
        clock.now = day
        for app in (first, list_):
            well(app.run())
            assert f"tính đến {day:%d/%m/%Y}" in about(app)
        assert title(list_).startswith(f"{overdue(day)} nhiệm vụ quá hạn")
        assert {m.label: m.value for m in first.metric}["Nhiệm vụ quá hạn"] == str(overdue(day))
    assert "quá hạn 1 ngày" in html(list_)
