"""A database as a program before some migration left it: what later ones made of it, taken back."""

import duckdb

# By the migration; newest first. Those not named changed no table.
UNDONE = {
    16: "drop table slide_set;",
    15: """
        drop table package; drop table package_figure; drop table package_score;
        drop table package_change; drop table package_completion; drop table trusted_key;
    """,
    14: "drop table saved_view;",
    13: "drop table closing_figure; drop table closing;",
    12: """
        alter table remark rename to typed;
        create table remark as
        select
            record_id::varchar as remark_id, unit, year, subject_kind, subject, remark, written_at
        from typed;
        drop table typed; drop table progress_record; drop table decision_record;
    """,
    11: "alter table filled_score drop column content;",
    10: "alter table import_log drop column batch;",
    9: "drop table import_heading;",
    8: "drop view score; alter table filled_score rename to score; drop table filled_scope;",
}


def age(database: duckdb.DuckDBPyConnection, schema: int) -> None:
    """Back to the tables and the number of that migration."""
    for migration, statements in UNDONE.items():
        if migration > schema:
            database.execute(statements)
    database.execute("delete from schema_version where version > $1", [schema])
