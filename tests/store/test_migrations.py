"""The store's shape: migrations once, definitions and reference data whenever they differ."""

import shutil
from pathlib import Path

import pytest

from dashboard.errors import DashboardError
from dashboard.store import migrations
from dashboard.store.store import Store
from tests.queries.rows import same_answers, scored, store_scores, survey

NEWEST = max(int(file.name[:3]) for file in migrations.MIGRATIONS.glob("*.sql"))


@pytest.fixture
def own_files(tmp_path, monkeypatch) -> Path:
    """A copy of queries/schema that a test may change."""
    schema = tmp_path / "schema"
    shutil.copytree(migrations.MIGRATIONS.parent, schema)
    for name in ("migrations", "definitions", "reference"):
        constant = "REFERENCE_TABLES" if name == "reference" else name.upper()
        monkeypatch.setattr(migrations, constant, schema / name)
    return schema


def later(store: Store) -> Store:
    """The same folder as a newly started program sees it."""
    return Store(store.folder)


def value(store: Store, statement: str) -> object:
    with store.read() as cursor:
        return cursor.execute(statement).fetchone()[0]


def test_new_store_has_every_migration_and_says_so(store):
    numbers = [int(file.name[:3]) for file in migrations.MIGRATIONS.glob("*.sql")]
    with store.read() as cursor:
        rows = cursor.execute(
            "select version, name from schema_version order by version"
        ).fetchall()
    assert [row[0] for row in rows] == sorted(numbers)
    assert rows[0][1] == "001_tables"


def test_making_a_store_is_one_version_and_is_said_once(own_store_folder):
    store = Store(own_store_folder)
    assert (store.prepare(), store.prepare(), store.version) == (True, False, 1)


def test_store_that_is_up_to_date_is_left_alone(store):
    assert later(store).prepare() is False
    assert value(later(store), "select 1") == 1
    assert store.version == 1


def test_newer_migration_keeps_the_rows_and_runs_once(store, own_files):
    store.write(
        lambda cursor: cursor.execute("insert into unit values ('a', 'commune', 'A', null)")
    )
    newer = own_files / "migrations" / f"{NEWEST + 1:03}_colour.sql"
    newer.write_text("alter table unit add column colour varchar;\nupdate unit set colour = 'đỏ';")
    for _ in range(2):
        assert value(later(store), "select colour from unit") == "đỏ"
    assert value(later(store), "select max(version) from schema_version") == NEWEST + 1
    assert store.version == 3


def test_migration_that_fails_leaves_the_store_as_it_was(store, own_files):
    newer = own_files / "migrations" / f"{NEWEST + 1:03}_broken.sql"
    newer.write_text("alter table unit add column colour varchar; insert into nowhere values (1)")
    with pytest.raises(Exception, match="nowhere"):
        later(store).prepare()
    newer.unlink()
    assert value(later(store), "select count(*) from unit") == 0
    assert store.version == 1
    assert value(later(store), "select max(version) from schema_version") == NEWEST


def test_store_of_a_newer_program_is_refused_with_both_numbers(store):
    add = "insert into schema_version values ($1, 'sau', now()::timestamp)"
    store.write(lambda cursor: cursor.execute(add, [NEWEST + 6]))
    for attempt in (later(store).prepare, lambda: later(store).write(print)):
        with pytest.raises(DashboardError) as caught:
            attempt()
        assert caught.value.code == "store_too_new"
        assert caught.value.holes == {"found": NEWEST + 6, "known": NEWEST}
    assert store.version == 2


def test_changed_definition_is_made_anew_and_scores_filled_by_it(store, own_files):
    def one_survey(cursor):
        survey(cursor, {"Thôn": same_answers(3, Q1=10)}, {"Q1": ("1.1", 0, 10)})
        store_scores(cursor)

    store.write(one_survey)
    top = "select max(estimate) from score where component = '1.1'"
    assert value(store, top) == pytest.approx(2.5)
    scores = own_files / "definitions" / "20_scale.sql"
    text = scores.read_text(encoding="utf-8")
    assert "10.0 / count(*)" in text
    scores.write_text(text.replace("10.0 / count(*)", "20.0 / count(*)"), encoding="utf-8")
    assert value(later(store), top) == pytest.approx(5)


def test_changed_reference_data_is_read_anew(store, monkeypatch, tmp_path):
    data = Path(shutil.copytree(migrations.REFERENCE, tmp_path / "reference"))
    monkeypatch.setattr(migrations, "REFERENCE", data)
    assert later(store).prepare() is False and store.version == 1
    periods = data / "periods.csv"
    periods.write_text(
        periods.read_text("utf-8") + "2041-Y,2041,2040-11-01,2041-10-25,2041-10-25\n"
    )
    assert value(later(store), "select max(year) from period") == 2041


def test_line_ends_of_windows_are_no_change(store, own_files):
    for file in (own_files / "definitions").glob("*.sql"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    later(store).prepare()
    assert store.version == 1


def test_scores_of_every_unit_and_year_are_filled_anew(store):
    def two_years(cursor):
        for year in (2022, 2023):
            survey(cursor, {"Thôn": same_answers(3, Q1=1)}, {"Q1": ("1.1", 0, 1)}, year=year)

    store.write(two_years)
    store.write(migrations.bring_up_to_date)
    assert value(store, "select count(distinct year) from score where estimate is not null") == 2


def test_store_from_before_the_tables_of_kinds_and_thresholds_opens(store):
    """Reference tables and definitions are made anew: none of them needs a migration."""

    def as_before(cursor):
        survey(cursor, {"Khóm Đông": same_answers(12, Q1=1)}, {"Q1": ("1.1", 0, 1)})
        for table in ("threshold", "place_kind", "place_prefix", "sub_dimension_scale"):
            cursor.execute(f"drop table {table}")
        cursor.execute("create view scale as select 2023 as year")
        cursor.execute("create or replace macro is_alike(name, other) as name = other")
        cursor.execute("update store_fingerprint set fingerprint = 'before'")

    store.write(as_before)
    with later(store).read() as cursor:
        found = cursor.execute("select villages_named('xa-an', ['Đông'])").fetchone()[0]
        statuses = {row["status"] for row in scored(cursor).values()}
    assert len(found) == 1 and statuses == {"missing", "caution"}
