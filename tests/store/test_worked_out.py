"""What many questions build on is worked out once for a reader; the answers stay the same."""

import duckdb
import pytest

from dashboard.store import frozen, sql, worked_out
from dashboard.store.closings import about, period_named
from tests.packages.offices import AN, BINH, PERIOD, filled


@pytest.fixture
def cursor(within):
    with within(lambda cursor: filled(cursor, AN, BINH)) as begun:
        yield begun


def state(cursor) -> list[frozen.Figure]:
    unit = sql.unit_named(cursor, AN)
    return frozen.state(cursor, about(unit, period_named(cursor, PERIOD), None))


def temporary(cursor) -> set[str]:
    found = cursor.execute("select table_name from duckdb_tables() where temporary").fetchall()
    return {name for (name,) in found}


def test_the_answers_are_those_of_the_views(cursor):
    before = state(cursor)
    worked_out.work_out(cursor)
    assert temporary(cursor) == set(worked_out.VIEWS)
    assert state(cursor) == before and len(before) > 500


def test_questions_are_answered_from_what_was_worked_out(cursor):
    """Else it would be for nothing: also where a view or a macro stands between."""
    worked_out.work_out(cursor)
    for view in ("current_task", "unit_below"):
        cursor.execute(f"delete from temp.{view}")
    given = {"unit": AN, "year": 2023, "period": PERIOD}
    assert sql.run(cursor, "tasks", **given).fetchall() == []  # by way of task_states
    assert sql.run(cursor, "units").fetchall() == []


def test_a_view_is_made_of_those_before_it(cursor):
    """None of them names one that comes later: that would be opened up again."""
    texts = dict(cursor.execute("select view_name, sql from duckdb_views()").fetchall())
    for place, view in enumerate(worked_out.VIEWS):
        later = worked_out.VIEWS[place + 1 :]
        assert [name for name in later if f" {name} " in texts[view].replace(")", " ")] == []


def test_it_ends_with_its_reader(store):
    with store.read() as cursor:
        worked_out.work_out(cursor)
        worked_out.work_out(cursor)  # a second state of the same reader
        assert temporary(cursor) == set(worked_out.VIEWS)
    with store.read() as cursor:
        assert temporary(cursor) == set()
        with pytest.raises(duckdb.Error):
            cursor.execute("from temp.current_task")
