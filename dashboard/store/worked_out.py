"""What many questions build on, worked out once for a reader that is going to ask most of them.

Nine tenths of the time that a question takes goes into its plan, and most of a plan is these
views, opened up to the tables. As temporary tables they come first wherever their names are
looked up, also inside the store's views and macros. A reader's version never changes, and they
end with its cursor: they can't be out of date.
"""

import duckdb

# Each after those that it is made of: it is then made of what is worked out already.
VIEWS = (
    "joined_to",
    "placed_unit",
    "unit_below",
    "shown_unit",
    "current_unit",
    "task_same",
    "decision_now",
    "joined_party",
    "joined_village",
    "due_moved",
    "current_task",
    "current_activity",
    "remark_said",
    "remark_now",
)


def work_out(cursor: duckdb.DuckDBPyConnection) -> None:
    """Of a cursor that reads: who writes would not see the rows that it has written."""
    for view in VIEWS:
        cursor.execute(f"create temp table if not exists {view} as from {view}")
