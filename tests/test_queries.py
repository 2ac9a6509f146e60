"""Every statement of queries/ keeps the house's rules; a new file is covered by itself.

And the contract: names, parameters and columns that others rely on (docs/formats.md).
"""

import re

import duckdb
import pytest

from dashboard.config import QUERIES, REFERENCE
from dashboard.errors import DashboardError
from dashboard.store import computed, sql
from dashboard.store.migrations import DEFINITIONS, MIGRATIONS, REFERENCE_TABLES

READ, WRITE = sql.names("read"), sql.names("write")
BOTH = [(folder, name) for folder in ("read", "write", "stored") for name in sql.names(folder)]
SCHEMA = sorted((QUERIES / "schema").rglob("*.sql"))
EXAMPLES = {"INTEGER": 2023, "VARCHAR": "1", "DATE": "2023-06-30", "BOOLEAN": True}
EXAMPLES |= {"VARCHAR[]": ["1"], "INTEGER[]": [1], "DOUBLE": 1.0}

DOMAIN = ("villages", "sex", "age_from", "age_to")
TASKS = ("period", "as_of", "role", "village", "component")
# name: required parameters, optional parameters, first columns
CONTRACT = {
    "component_scores": (
        ("unit", "year"),
        DOMAIN,
        "unit year level component estimate std_error ci_low ci_high respondents df status",
    ),
    "component_change": (
        ("unit", "year_from", "year_to"),
        ("basis", *DOMAIN),
        "level component estimate_from estimate_to change std_error ci_low ci_high df p_value "
        "p_adjusted verdict status",
    ),
    "unit_ranking": (("year",), ("component", "parent"), "unit estimate rank rank_low rank_high"),
    "village_scores": (
        ("unit", "year"),
        (),
        "village level component estimate std_error respondents status",
    ),
    "published_scores": (("year",), ("province",), "province component score rank"),
    "official_completion": (
        ("unit", "year"),
        TASKS,
        "official assigned done_on_time done_late done_undated in_progress not_started overdue "
        "completion_rate on_time_rate",
    ),
    "tasks": (
        ("unit", "year"),
        (*TASKS, "official"),
        "task component lead support area whole_unit due_text due done progress state days_late "
        "source_file source_sheet source_row",
    ),
    "closings": (("unit",), (), "period closing closed_at as_of fingerprint note by"),
    "closing_figures": (("unit", "period"), ("closing",), "query key column value"),
    "submissions": (
        ("unit", "year"),
        ("period",),
        "official tasks filled last_change submitted days_late",
    ),
}
# What a catalogue of DuckLake does not have (docs/architecture.md).
UNKNOWN_TO_DUCKLAKE = re.compile(
    r"\b(primary\s+key|unique|check\s*\(|references|foreign\s+key|sequence|nextval|index|enum|"
    r"collate|generated|returning|on\s+conflict|default\s+(?!true|false|null|'|\d))\b",
    re.IGNORECASE,
)
CATALOG_OR_SCHEMA = re.compile(r"\b(main|memory|store|temp|v\d+)\s*\.\s*\w+", re.IGNORECASE)


def statement(sql_text: str) -> str:
    """The text without comments and strings, where words mean nothing."""
    return re.sub(r"'(?:[^']|'')*'", "''", re.sub(r"--.*", "", sql_text))


def example(param: sql.Param) -> object:
    """A value of the parameter's type; of choices (a|b) the first."""
    return param.type.split("|")[0] if "|" in param.type else EXAMPLES[param.type]


def columns(cursor, name: str) -> list[tuple[str, str]]:
    """Names and types of the query's columns, on an empty store."""
    given = {p.name: example(p) for p in sql.load(name).params if p.required}
    return [(c[0], str(c[1])) for c in sql.run(cursor, name, **given).description]


def test_header_says_what_the_query_answers():
    for folder, name in BOTH:
        first = sql.load(name, folder).sql.splitlines()[0]
        assert re.match(r"-- (?!grain|param)\S.{10,}", first), first


def test_header_names_the_grain_of_the_rows():
    for name in READ:
        assert re.match(r"one row( per \w.+)?$", sql.load(name).grain), "-- grain: one row per ..."


def test_header_declares_exactly_the_parameters_duckdb_finds():
    for folder, name in BOTH:
        query = sql.load(name, folder)
        (found,) = duckdb.extract_statements(query.sql)
        assert sorted(p.name for p in query.params) == sorted(found.named_parameters), name


def test_every_line_that_looks_like_a_parameter_is_read_as_one():
    for folder, name in BOTH:
        query = sql.load(name, folder)
        assert len(re.findall(r"^--\s*param", query.sql, re.MULTILINE)) == len(query.params), name
        assert all(example(param) for param in query.params), name


def test_file_is_one_statement_without_a_semicolon():
    for folder, name in BOTH:
        text = sql.load(name, folder).sql
        assert len(duckdb.extract_statements(text)) == 1, name
        assert ";" not in statement(text), name
        assert text.endswith("\n") and not text.rstrip().endswith(";"), name


def test_statement_names_no_catalog_and_no_schema():
    for folder, name in BOTH:
        found = CATALOG_OR_SCHEMA.findall(statement(sql.load(name, folder).sql))
        assert found == [], name


@pytest.mark.parametrize("name", READ)
def test_question_runs_on_an_empty_store_with_its_required_parameters(cursor, name):
    assert columns(cursor, name)


@pytest.mark.parametrize("name", READ)
def test_question_runs_with_every_parameter_given(cursor, name):
    given = {p.name: example(p) for p in sql.load(name).params}
    sql.run(cursor, name, **given).fetchall()


@pytest.mark.parametrize("name", sql.names("stored"))
def test_stored_scores_answer_with_the_question_s_columns(cursor, name):
    """Some of its parameters, all that are required."""
    query, stored = sql.load(name), sql.load(name, "stored")
    required = {param.name for param in query.params if param.required}
    assert {param.name for param in stored.params} == required
    assert stored.grain == query.grain
    result = cursor.execute(stored.sql, {p.name: example(p) for p in stored.params})
    assert [(column[0], str(column[1])) for column in result.description] == columns(cursor, name)


@pytest.mark.parametrize("name", READ)
def test_question_only_reads(cursor, name):
    (found,) = duckdb.extract_statements(sql.load(name).sql)
    assert found.type == duckdb.StatementType.SELECT


@pytest.mark.parametrize("name", READ)
def test_columns_are_plain_names_of_types_that_csv_and_json_can_hold(cursor, name):
    found = columns(cursor, name)
    assert [column for column, _ in found if not re.fullmatch(r"[a-z][a-z0-9_]*", column)] == []
    assert len({column for column, _ in found}) == len(found)
    odd = [kind for _, kind in found if re.search(r"DECIMAL|HUGEINT|STRUCT|MAP|BLOB", kind)]
    assert odd == []


def test_order_of_the_rows_is_not_left_to_chance():
    for name in READ:
        text = statement(sql.load(name).sql)
        is_of_many = sql.load(name).grain != "one row" and name != "verify"
        assert re.search(r"\border by\b", text) or not is_of_many, name


@pytest.mark.parametrize("name", WRITE)
def test_write_statement_can_be_bound(cursor, name):
    """explain binds every name and type without writing anything."""
    query = sql.load(name, "write")
    given = {p.name: example(p) for p in query.params}
    cursor.execute(f"explain {query.sql}", given)


COMPUTED = sorted(set(computed.names()) - set(READ))


@pytest.mark.parametrize("name", COMPUTED)
def test_computed_question_has_a_header_and_the_columns_that_it_answers(cursor, name):
    query = computed.load(name)
    assert len(query.answers) > 10 and re.match(r"one row per \w.+$", query.grain)
    given = {p.name: example(p) for p in query.params if p.required} | {"period": "2023-H1"}
    with pytest.raises(DashboardError, match="no_such_closing"):
        computed.answer(cursor, name, **given)
    with pytest.raises(DashboardError, match="missing_parameter"):
        computed.answer(cursor, name)


@pytest.mark.parametrize("name", CONTRACT)
def test_contract_s_parameters_are_there(name):
    required, optional, _ = CONTRACT[name]
    params = {p.name: p.required for p in sql.load(name).params}
    asked = dict.fromkeys(required, True) | dict.fromkeys(optional, False)
    assert {param: params.get(param) for param in asked} == asked
    assert {param for param, is_required in params.items() if is_required} == set(required)


@pytest.mark.parametrize("name", CONTRACT)
def test_contract_s_columns_come_first_and_in_order(cursor, name):
    expected = CONTRACT[name][2].split()
    assert [column for column, _ in columns(cursor, name)][: len(expected)] == expected


def test_migrations_are_numbered_without_a_gap():
    numbers = [int(file.name[:3]) for file in sorted(MIGRATIONS.iterdir())]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(re.fullmatch(r"\d{3}_\w+\.sql", file.name) for file in MIGRATIONS.iterdir())


@pytest.mark.parametrize("file", SCHEMA, ids=lambda file: file.stem)
def test_schema_needs_nothing_that_ducklake_lacks(file):
    text = statement(file.read_text(encoding="utf-8"))
    assert UNKNOWN_TO_DUCKLAKE.findall(text) == []
    assert CATALOG_OR_SCHEMA.findall(text) == []


def test_writing_needs_nothing_that_ducklake_lacks():
    for name in WRITE:
        assert UNKNOWN_TO_DUCKLAKE.findall(statement(sql.load(name, "write").sql)) == [], name


@pytest.mark.parametrize("file", SCHEMA, ids=lambda file: file.stem)
def test_schema_file_says_what_it_holds(file):
    assert re.match(r"-- \S.{10,}", file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", sorted(MIGRATIONS.glob("*.sql")), ids=lambda file: file.stem)
def test_migration_changes_tables_and_rows_only(file):
    kinds = {statement.type for statement in duckdb.extract_statements(file.read_text("utf-8"))}
    kind = duckdb.StatementType
    assert kinds <= {kind.CREATE, kind.ALTER, kind.UPDATE, kind.INSERT, kind.DELETE, kind.DROP}
    assert not re.search(r"\b(view|macro)\b", statement(file.read_text("utf-8")), re.IGNORECASE)


def test_definitions_are_made_anew_whatever_stood_before():
    for file in DEFINITIONS.glob("*.sql"):
        for text in sql.statements(file):
            assert re.search(r"\bcreate or replace (view|macro|table)\b", text), file.name


def test_every_reference_table_has_its_file():
    assert all((REFERENCE / f"{file.stem}.csv").is_file() for file in REFERENCE_TABLES.iterdir())


def test_every_sql_file_stands_where_a_test_covers_it():
    covered = {QUERIES / folder / f"{name}.sql" for folder, name in BOTH} | set(SCHEMA)
    assert set(QUERIES.rglob("*.*")) == covered
