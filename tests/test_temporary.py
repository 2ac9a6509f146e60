"""A temporary folder that is full, or gone, is a sentence, and nothing stays in a sound one."""

import tempfile
from pathlib import Path

import pytest

from dashboard import temporary
from dashboard.errors import DashboardError


def code_of(act) -> str:
    with pytest.raises(DashboardError) as caught:
        act()
    return caught.value.code


def open_file() -> None:
    with temporary.file_of(b"abc", "a.xlsx") as path:
        assert (path.name, path.read_bytes()) == ("a.xlsx", b"abc")


def test_file_is_there_for_as_long_as_it_is_needed(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    open_file()
    assert list(tmp_path.iterdir()) == []


def test_folder_that_can_not_be_written_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    assert [code_of(open_file), code_of(temporary.nameless)] == ["temp_full", "temp_full"]


def test_folder_that_is_full_is_a_sentence(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert code_of(open_file) == "temp_full"
    assert list(tmp_path.iterdir()) == []
