"""The wheel: built without network, it holds the whole program and says what it needs."""

import os
import subprocess
import sys
import tomllib
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from dashboard import config
from tests.starting.test_locks import asked

PROJECT = tomllib.loads((config.ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=config.ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("papi_xa-*-py3-none-any.whl"))


@pytest.fixture(scope="module")
def names(wheel) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.endswith("/")}


def in_folder(folder: Path) -> set[str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    found = {file.relative_to(folder).as_posix() for file in files}
    return {name for name in found if "__pycache__" not in name}


def test_it_holds_the_whole_package_and_what_stands_beside(names):
    expected = {f"dashboard/{name}" for name in in_folder(config.PACKAGE)}
    for carried in config.CARRIED:
        path = config.ROOT / carried
        inside = {f"{carried}/{name}" for name in in_folder(path)} if path.is_dir() else {carried}
        expected |= {f"dashboard/_carried/{name}" for name in inside}
    assert {name for name in names if ".dist-info/" not in name} == expected


def test_what_is_carried_is_one_list():
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included == {name: f"dashboard/_carried/{name}" for name in config.CARRIED}


def test_its_command_and_its_needs(wheel):
    with zipfile.ZipFile(wheel) as archive:
        inside = {Path(name).name: name for name in archive.namelist()}
        commands = archive.read(inside["entry_points.txt"]).decode()
        about = message_from_bytes(archive.read(inside["METADATA"]))
        assert any(name.endswith("licenses/LICENSE") for name in archive.namelist())
    assert commands.split() == ["[console_scripts]", "papi-xa", "=", "dashboard.cli:main"]
    assert about["Name"] == "papi-xa" and about["License-Expression"] == "MIT"
    assert about["Requires-Python"] == ">=3.11"
    needs = {f"{name}{version}" for name, version in asked("requirements.txt").items()}
    assert {text.lower() for text in about.get_all("Requires-Dist")} == needs


def test_unpacked_elsewhere_it_works_on_a_store_of_the_persons_own(wheel, tmp_path):
    """The samples come from inside, nothing is written where it is installed."""
    site, home = tmp_path / "nơi cài", tmp_path / "nhà"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    before = in_folder(site)
    code = (
        "from dashboard import cli, config\n"
        "assert cli.main(['prepare']) == 0\n"
        "for name in ('don-vi', 'khao-sat-2023'):\n"
        "    assert cli.main(['import', str(config.SAMPLES / f'{name}.xlsx')]) == 0\n"
        "assert cli.main(['template', 'tasks', '--out', 'mau.xlsx']) == 0\n"
        "assert cli.main(['query', 'units']) == 0\n"
        "print(config.store_folder())"
    )
    home.mkdir()
    variables = {"HOME": str(home), "XDG_DATA_HOME": "", "LOCALAPPDATA": str(home)}
    variables |= {"PYTHONPATH": str(site), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    kept = {name: text for name, text in os.environ.items() if name != "PAPI_STORE"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=home,
        env=kept | variables,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Xã Đức Hợp" in done.stdout
    assert Path(done.stdout.splitlines()[-1]).is_relative_to(home)
    assert list(home.rglob("store-*.duckdb")) and (home / "mau.xlsx").is_file()
    assert in_folder(site) == before
