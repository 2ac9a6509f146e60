"""What is installed, from where, and when: a folder whose venv and pip only note the commands."""

from pathlib import Path

import pytest

from dashboard.starting import environment
from dashboard.starting.environment import RUN, TEST, Environment
from dashboard.starting.failures import Failure
from dashboard.starting.locking import try_lock
from tests.starting.helpers import raising


@pytest.fixture
def commands(monkeypatch) -> list[list[str]]:
    """The commands that would have been run, but for questions to the venv's Python."""
    noted = []

    def note(command, watch=None):
        if "-c" in command:
            return 0, environment.python_version() + "\n"
        noted.append([str(part) for part in command])
        return 0, ""

    for module in ("environment", "processes"):
        monkeypatch.setattr(f"dashboard.starting.{module}.quietly", note)
    return noted


@pytest.fixture
def office(tmp_path, commands) -> Environment:
    (tmp_path / ".venv").mkdir()
    for name in (*TEST, "start.py"):
        (tmp_path / name).write_text("a==1\n", encoding="utf-8")
    return Environment(tmp_path)


def test_nothing_is_installed_twice(office, commands):
    office.ensure(RUN)
    assert commands[0][-2:] == ["-r", "requirements.lock"]
    office.ensure(RUN)
    assert len(commands) == 1


def test_nothing_is_installed_without_its_hash(office, commands):
    office.ensure(RUN)
    office.ensure(TEST)
    assert all("--require-hashes" in command for command in commands)


def test_a_changed_lock_is_installed(office, commands):
    office.ensure(RUN)
    (office.root / "requirements.lock").write_text("a==2\n", encoding="utf-8")
    office.ensure(RUN)
    assert len(commands) == 2


def test_other_line_endings_are_no_change(office, commands):
    office.ensure(RUN)
    (office.root / "requirements.lock").write_bytes(b"a==1\r\n")
    office.ensure(RUN)
    assert len(commands) == 1


def test_the_tests_install_more_and_running_needs_no_less(office, commands):
    office.ensure(RUN)
    office.ensure(TEST)
    assert commands[1][-2:] == ["-r", "requirements-dev.lock"]
    office.ensure(TEST)
    office.ensure(RUN)
    assert len(commands) == 2


def test_an_interrupted_install_leaves_no_valid_stamp(office, monkeypatch):
    office.ensure(RUN)
    (office.root / "requirements.lock").write_text("a==2\n", encoding="utf-8")
    monkeypatch.setattr(environment, "finish", raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        office.ensure(RUN)
    assert not office.is_installed(RUN)
    assert not office.is_usable()


@pytest.mark.parametrize("answer", [(0, "3.9 linux-x86_64\n"), (103, "No Python at 'C:\\py'")])
def test_a_venv_of_another_python_is_made_anew(office, monkeypatch, answer):
    monkeypatch.setattr(environment, "quietly", lambda command, watch=None: answer)
    assert not office.is_usable()


def test_a_venv_without_its_python_is_made_anew(tmp_path):
    assert Environment(tmp_path).version() == ""


def test_without_ensurepip_no_half_venv_stays(office, monkeypatch):
    def without_ensurepip(command, watch=None):
        office.folder.mkdir(exist_ok=True)
        return int("ensurepip" in command), "No module named ensurepip"

    monkeypatch.setattr("dashboard.starting.processes.quietly", without_ensurepip)
    with pytest.raises(Failure, match="python3-venv"):
        office.make()
    assert not office.folder.exists()


def test_a_linked_venv_goes_and_what_it_points_to_stays(tmp_path):
    own, other = Environment(tmp_path), tmp_path / "other"
    other.mkdir()
    try:
        own.folder.symlink_to(other, target_is_directory=True)
    except OSError:  # Windows allows links to some people only
        own.folder.touch()
    own.remove()
    assert not own.folder.exists() and other.is_dir()


def test_without_the_lock_of_the_tests_they_are_refused(office, commands):
    (office.root / "requirements-dev.lock").unlink()
    with pytest.raises(Failure, match="requirements-dev.lock"):
        office.ensure(TEST)
    assert commands == []


def test_a_second_start_waits_for_the_first(tmp_path):
    path = tmp_path / "start.py"
    path.touch()
    with path.open("rb") as first, path.open("rb") as second:
        assert try_lock(first)
        assert not try_lock(second)
        first.close()
        assert try_lock(second)


# Libraries that came along


def packed(office: Environment, python: str) -> Path:
    office.wheels.mkdir()
    (office.wheels / environment.MADE_FOR).write_text(python + "\r\n", encoding="utf-8")
    return office.wheels


def test_libraries_beside_it_are_installed_without_network(office, commands):
    wheels = packed(office, environment.python_version().split()[0])
    office.ensure(RUN)
    assert "--no-index" in commands[0] and "--require-hashes" in commands[0]
    assert commands[0][commands[0].index("--find-links") + 1] == str(wheels)


def test_without_them_the_network_is_asked(office, commands):
    office.ensure(RUN)
    assert not {"--no-index", "--find-links"} & set(commands[0])


def test_libraries_for_another_python_are_told_before_anything_is_made(office, commands):
    packed(office, "3.99")
    with pytest.raises(Failure, match=r"đóng gói cho Python 3\.99, máy đang chạy Python 3\.\d+;"):
        office.ensure(RUN)
    assert commands == []
