"""A packed folder: whole or not at all. The downloads stand in; one long test is real."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from dashboard import config
from dashboard.starting import packing
from dashboard.starting.environment import Environment, python_version
from dashboard.starting.failures import Failure
from dashboard.starting.machines import TARGETS
from tests.starting.helpers import raising


@pytest.fixture
def downloads(monkeypatch) -> list[list[str]]:
    """The downloads that would have been made: each lays one wheel down."""
    noted = []

    def lay(command, otherwise, watch=None):
        noted.append([str(part) for part in command])
        wheels = Path(next(p for p in noted[-1] if p.startswith("--dest="))[len("--dest=") :])
        (wheels / f"a-{len(noted)}-py3-none-any.whl").touch()

    monkeypatch.setattr(packing, "stop_on_signals", lambda: None)
    monkeypatch.setattr(packing, "finish", lay)
    return noted


@pytest.mark.parametrize(
    "target, script, wheels", [("windows", "start.bat", 1), ("macos", "start.command", 2)]
)
def test_the_folder_holds_program_libraries_script_and_guide(
    downloads, tmp_path, target, script, wheels
):
    out = tmp_path / "USB của xã" / "Bảng PAPI"
    assert packing.pack(target, "3.12", out) == 0
    top = {name.split("/")[0] for name in config.CARRIED}
    assert {file.name for file in out.iterdir()} == top | {
        "dashboard",
        "wheels",
        script,
        packing.GUIDE,
    }
    assert len(list((out / "wheels").glob("*.whl"))) == wheels
    assert sorted(file.name for file in (out / "wheels").glob("*.txt")) == ["python.txt"]
    assert (out / "wheels" / "python.txt").read_text(encoding="utf-8") == "3.12\n"
    assert (out / "dashboard" / "texts" / "vi" / "starting.toml").is_file()
    assert not list(out.rglob("__pycache__"))
    assert (out / "data" / "samples").is_dir() and not (out / "data" / "store").exists()


def test_script_and_guide_are_of_the_target(downloads, tmp_path):
    packing.pack("windows", "3.13", tmp_path / "w")
    packing.pack("linux", "3.11", tmp_path / "l")
    batch = (tmp_path / "w" / "start.bat").read_bytes()
    assert b"py -3.13 start.py %*\r\n" in batch and batch.isascii()
    assert b"\n" not in batch.replace(b"\r\n", b"")
    shell = (tmp_path / "l" / "start.sh").read_bytes()
    assert b"python3.11 python3;" in shell and b"\r" not in shell
    assert os.name == "nt" or os.access(tmp_path / "l" / "start.sh", os.X_OK)
    guide = (tmp_path / "w" / packing.GUIDE).read_text(encoding="utf-8-sig")
    assert "Python 3.13" in guide and "start.bat" in guide and "{" not in guide


def test_pip_is_held_to_hashes_wheels_and_the_targets_platform(downloads, tmp_path):
    packing.pack("macos", "3.12", tmp_path / "m")
    for command, machine in zip(downloads, TARGETS["macos"].machines, strict=True):
        assert {"--require-hashes", "--only-binary=:all:", "--python-version=3.12"} <= set(command)
        platforms = [part for part in command if part.startswith("--platform=")]
        assert platforms == [f"--platform={tag}" for tag in machine.tags]


def test_a_folder_in_use_is_left_alone(downloads, tmp_path):
    (tmp_path / "thư").touch()
    with pytest.raises(Failure, match="đã có tệp"):
        packing.pack("linux", "3.12", tmp_path)
    with pytest.raises(Failure, match="đã có tệp"):
        packing.pack("linux", "3.12", tmp_path / "thư")
    assert [file.name for file in tmp_path.iterdir()] == ["thư"] and downloads == []


def test_too_little_room_is_told_before_the_download(downloads, tmp_path, monkeypatch):
    little = SimpleNamespace(free=30 * packing.MEGABYTE)
    monkeypatch.setattr(packing.shutil, "disk_usage", lambda path: little)
    with pytest.raises(Failure, match="còn 30 MB trống, cần khoảng 600 MB"):
        packing.pack("linux", "3.12", tmp_path / "ra")
    assert not (tmp_path / "ra").exists() and downloads == []


@pytest.mark.parametrize("is_there", [False, True])
@pytest.mark.parametrize("broken", ["finish", "copy_program", "write_guide"])
@pytest.mark.parametrize("error", [Failure("mất mạng"), KeyboardInterrupt()])
def test_nothing_half_done_stays(downloads, tmp_path, monkeypatch, broken, error, is_there):
    out = tmp_path / "ra"
    if is_there:
        out.mkdir()
    monkeypatch.setattr(packing, broken, raising(error))
    with pytest.raises(type(error)):
        packing.pack("macos", "3.12", out)
    assert out.exists() == is_there
    assert not is_there or list(out.iterdir()) == []


@pytest.mark.long
def test_a_folder_packed_for_this_machine_installs_without_network(tmp_path):
    """Really: the libraries are downloaded, then pip may ask a closed port only."""
    if sys.platform == "win32":
        target = "windows"
    else:
        target = "macos" if sys.platform == "darwin" else "linux"
    out = tmp_path / "Bảng PAPI xã"
    python = python_version().split()[0]
    command = [sys.executable, "-m", "dashboard.starting.commands", "pack", "--target", target]
    done = subprocess.run(
        [*command, "--python", python, "--out", str(out)], cwd=config.ROOT, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode("utf-8")
    dead = "http://127.0.0.1:9"
    cut_off = {"PIP_INDEX_URL": dead, "HTTPS_PROXY": dead, "HTTP_PROXY": dead}
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PIP_")}
    code = "import start; from dashboard.starting import environment as e\n"
    code += "e.Environment(start.ROOT).ensure(e.RUN)"
    done = subprocess.run([sys.executable, "-c", code], cwd=out, env=kept | cut_off)
    assert done.returncode == 0
    own = Environment(out)
    listed = subprocess.run(
        [own.python, "-m", "dashboard", "query", "--list"], cwd=out, capture_output=True
    )
    assert listed.returncode == 0 and b"tasks" in listed.stdout
