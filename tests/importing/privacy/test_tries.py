"""What names a respondent is in no byte of the store's folder, receipt, log or download."""

import io
import json
import logging
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

from dashboard.importing.model.reading import Options
from dashboard.importing.outcome.receipt import Receipt
from dashboard.importing.outcome.report import as_text
from dashboard.importing.records.unnamed import file_name
from dashboard.importing.storing.commit import commit
from dashboard.importing.understand import understand_here
from dashboard.importing.values.usual_places import among_usual
from dashboard.importing.workbook.container import Limits
from dashboard.store.store import Store
from dashboard.words import words
from tests.importing.privacy.outside_tries import TRIES
from tests.importing.privacy.secrets_planted import Secrets
from tests.importing.privacy.tries import FORMS, book, saved

REFUSED = {"a name for a village": 1}  # no row can be counted without a village


class Done(NamedTuple):
    secrets: Secrets
    receipt: Receipt
    said: bytes


class Imported(NamedTuple):
    """Every try in one store: what each said, and all that is kept."""

    tries: dict[str, Done]
    kept: bytes


@pytest.fixture(scope="module")
def imported(prepared: Path, tmp_path_factory, known, known_questions) -> Imported:
    folder = tmp_path_factory.mktemp("tries")
    shutil.copy(prepared, folder)
    store, tries = Store(folder), {}
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    logging.getLogger().addHandler(handler)

    def work(cursor: duckdb.DuckDBPyConnection) -> None:
        for number, (name, build) in enumerate(TRIES.items(), 1):
            secrets = Secrets(name)
            file, content = build(secrets)
            path = folder.parent / f"try-{number}{Path(file).suffix}"
            path.write_bytes(content)
            options = Options(unit=f"Xã số {number}", year=2023)
            has_questions = path.suffix in (".xlsx", ".ods")
            facts = known if has_questions else known_questions
            reading = understand_here(path, facts, options, file, Limits())
            receipt = commit(cursor, reading, content, options, False)
            tries[name] = Done(secrets, receipt, _said(receipt))

    try:
        store.write(work)
    finally:
        logging.getLogger().removeHandler(handler)
    kept = b"\n".join([*_bytes_of(folder), _values_of(store), log.getvalue().encode()])
    kept = re.sub(
        rb"\0{9,}", bytes(8), kept
    )  # no secret is in there, and two thirds less to search
    return Imported(tries, kept)


def _said(receipt: Receipt) -> bytes:
    answer = json.dumps(receipt.as_json(), ensure_ascii=False)
    said = [answer, as_text(receipt, words("vi")), as_text(receipt, words("en"))]
    said += [repr(receipt.name_questions), repr(receipt.all_findings())]
    return "\n".join(said).encode()


def _bytes_of(folder: Path) -> Iterator[bytes]:
    for file in folder.rglob("*"):
        if file.is_file():
            yield file.read_bytes()


def _values_of(store: Store) -> bytes:
    """Every value of every table, what is zipped unpacked."""
    with store.read() as cursor:
        tables = cursor.execute(
            "select table_name from information_schema.tables"
            " where table_catalog = current_database() and table_type = 'BASE TABLE'"
        ).fetchall()
        rows = [row for (t,) in tables for row in cursor.execute(f"from {t}").fetchall()]
    found = []
    for value in (value for row in rows for value in row):
        found.append(_unpacked(value) if isinstance(value, bytes) else str(value).encode())
    return b"\n".join(found)


def _unpacked(content: bytes) -> bytes:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"\n".join(
            [*map(str.encode, archive.namelist()), *map(archive.read, archive.namelist())]
        )


def found(secrets: Secrets, where: bytes) -> list[str]:
    return [spelled.decode("utf-8", "replace") for spelled in secrets.spelled() if spelled in where]


@pytest.mark.parametrize("name", TRIES)
def test_nothing_personal_stays_or_is_said(name, imported):
    done = imported.tries[name]
    assert done.secrets.given
    assert found(done.secrets, imported.kept) == []
    assert found(done.secrets, done.said) == []


@pytest.mark.parametrize("name", TRIES)
def test_no_form_is_lost(name, imported):
    receipt = imported.tries[name].receipt
    expected = FORMS - REFUSED.get(name, 0)
    assert (receipt.status, receipt.counted("answers")) == ("imported", expected)


def test_answers_that_are_not_understood_are_not_kept_with_their_questions(
    prepared, tmp_path, known
):
    """Questions beside a table that no one can read: it may be the answers."""
    secrets = Secrets("not understood")
    turned = [["Câu hỏi", secrets.person(), secrets.person()], ["Biết Luật", "Có", "Không"]]
    made = book(**{"Sheet9": turned})
    del made["Phiếu trả lời"]
    content = saved(made)[1]
    path = tmp_path / "bo-cau-hoi-2023.xlsx"
    path.write_bytes(content)
    options = Options(unit="Xã số 1", year=2023)
    reading = understand_here(path, known, options, path.name, Limits())
    assert reading.private and not reading.refused


def test_the_name_of_a_survey_file_is_stored_without_a_person():
    assert file_name("Phiếu Vàng Mí A 0912345678.xlsx") == "Phiếu.xlsx"
    assert file_name("khao_sat_2023 nguyễn văn a.csv") == "khao sat 2023.csv"
    for kept in ("khao-sat-duc-hop-2023.xlsx", "Tổng hợp phiếu 2023-10-25.xlsx", "TONG HOP.xls"):
        assert file_name(kept) == kept


def test_a_village_of_one_form_keeps_its_name_unless_somebody_is_named():
    usual = {"thon dong", "thon tay"}
    for said in ("Thôn Đông Hòa", "Thôn Đông Mới", "Thôn Nam", "Đông - Xã Đức Hợp"):
        assert among_usual(said, said, usual) == said
    assert among_usual("Thôn Đông Vàng Mí A", "Thôn Đông Vàng Mí A", usual) == "Thôn Đông"
