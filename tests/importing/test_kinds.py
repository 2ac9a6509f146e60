"""Every kind of sheet is whole: its row names what is there, and what it needs is there."""

import subprocess
import sys

import pytest

from dashboard import config
from dashboard.documents import forms
from dashboard.importing.kinds import KINDS, PACKAGE, ROW, UNKNOWN, Kind, kind_of, resolve
from dashboard.importing.model.reading import Known, Options
from dashboard.importing.recognition import synonyms
from dashboard.importing.understand import understand_here
from dashboard.importing.workbook.container import Limits
from dashboard.words import words
from tests.importing.conftest import every_finding

EXAMPLES = config.ROOT / "tests" / "data" / "kinds"  # a small file of each kind

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@every_kind
def test_its_reader_and_writer_are_there(kind: Kind) -> None:
    assert callable(resolve(kind.reader)) and callable(resolve(kind.writer))


@every_kind
def test_no_other_kind_has_its_name_reader_or_writer(kind: Kind) -> None:
    for name in ("name", "reader", "writer"):
        assert [getattr(other, name) for other in KINDS].count(getattr(kind, name)) == 1


@every_kind
def test_it_is_found_by_its_name(kind: Kind) -> None:
    assert kind_of(kind.name) is kind


@every_kind
def test_people_read_its_name_in_both_languages(kind: Kind) -> None:
    for language in ("vi", "en"):
        assert words(language)[f"kind.{kind.name}"]


@every_kind
def test_headings_are_known_for_each_field_it_asks_for(kind: Kind) -> None:
    asked = {*kind.needs, *kind.some, *kind.core, *(name for key in kind.keys for name in key)}
    asked |= {kind.alone, kind.total} - {"", ROW}
    assert synonyms.headings(kind.name)
    assert asked <= synonyms.fields(kind.name)


@every_kind
def test_it_has_the_template_it_names_and_no_other(kind: Kind) -> None:
    templates = [name for name in forms.kinds() for f in forms.forms(name) if f.kind == kind.name]
    assert templates == ([kind.template] if kind.template else [])


@every_kind
def test_a_file_of_it_is_read_as_it(kind: Kind, known_questions: Known) -> None:
    file = EXAMPLES / f"{kind.name}.csv"
    reading = understand_here(file, known_questions, Options(), file.name, Limits())
    (sheet,) = reading.sheets
    assert (sheet.kind, sheet.rows_imported, sheet.rows_refused) == (kind.name, 2, 0)
    assert not [finding for finding in every_finding(reading) if finding.severity != "info"]
    assert bool(sheet.year) == (kind.is_dated or kind.is_published)


def test_unknown_is_no_kind() -> None:
    assert UNKNOWN not in KINDS and kind_of("unknown") is UNKNOWN
    assert not UNKNOWN.is_met_by({"text", "lead", "due"}, True)


def test_texts_name_no_kind_that_is_none() -> None:
    for language in ("vi", "en"):
        named = {key for key in words(language) if key.startswith("kind.")}
        assert named == {f"kind.{kind.name}" for kind in (*KINDS, PACKAGE, UNKNOWN)}


def test_reading_needs_no_store() -> None:
    """The process that reads a file holds no database: what it costs to start, and may harm."""
    code = (
        "import sys; from dashboard.importing import kinds, understand;"
        "[kinds.resolve(kind.reader) for kind in kinds.KINDS];"
        "sys.exit('duckdb' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=config.ROOT).returncode == 0
