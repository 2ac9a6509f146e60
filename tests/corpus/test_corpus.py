"""Layouts drawn at random with their truth: nearly all are read as meant, none wrong in silence.

`python -m tests.corpus --seed N --count M --show K` prints the table and what went otherwise.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.corpus.book import drawn
from tests.corpus.judge import Verdict
from tests.corpus.run import listed, of_columns, of_sheets, share_read, table, verdicts
from tests.corpus.wordings import wordings

SEEDS = range(1, 121)
AT_LEAST = 0.95


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    return verdicts(SEEDS, tmp_path_factory.mktemp("corpus"))


def told(found: Sequence[Verdict], *which: str) -> str:
    return "\n".join([table(found), *listed(found, *which)[:60]])


def test_nothing_is_wrong_in_silence(found):
    assert not [v for v in found if v.verdict == "wrong"], told(found, "wrong")


def test_sheets_are_read_as_meant(found):
    sheets = of_sheets(found)
    assert share_read(sheets) >= AT_LEAST, told(found, "warned", "noted", "asked", "wrong")


def test_columns_are_read_as_meant(found):
    columns = of_columns(found)
    assert share_read(columns) >= AT_LEAST, told(found, "warned", "noted", "asked", "wrong")


def test_every_kind_and_sheets_of_none_are_drawn(found):
    kinds = {"tasks", "answers", "questions", "population", "activities", "units", "none"}
    assert {v.kind for v in of_sheets(found)} == kinds
    assert len(of_columns(found)) > 1000


def test_wordings_are_many_and_each_once():
    every = [(w.kind, w.field, w.under, w.text) for w in wordings()]
    assert len(set(every)) == len(every)
    assert len({w.text for w in wordings()}) >= 300


def test_seed_writes_the_same_workbook_again(tmp_path: Path):
    (tmp_path / "again").mkdir()
    first, again = drawn(7, tmp_path), drawn(7, tmp_path / "again")
    cells = [
        [[cell.value for cell in row] for sheet in load_workbook(book.path) for row in sheet]
        for book in (first, again)
    ]
    assert cells[0] == cells[1]
    assert [truth.rows for truth in first.truths] == [truth.rows for truth in again.truths]
