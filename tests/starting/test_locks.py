"""The locks hold what the requirements ask, each with hashes, for every system we serve."""

import re

import pytest
from packaging.requirements import Requirement

from dashboard.config import ROOT
from dashboard.starting.environment import RUN, TEST
from dashboard.starting.machines import TARGETS, needed, pins

WANTED = {"requirements.lock": "requirements.txt", "requirements-dev.lock": "requirements-dev.txt"}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def asked(name: str) -> dict[str, str]:
    """Name and exact version of each line of a requirements file and of those it takes in."""
    found = {}
    for line in read(name).splitlines():
        text = line.partition("#")[0].strip()
        if text.startswith("-r "):
            found |= asked(text[3:])
        elif text:
            requirement = Requirement(text)
            found[requirement.name.lower()] = str(requirement.specifier)
    return found


def locked(name: str) -> dict[str, str]:
    return {
        requirement.name.lower(): str(requirement.specifier)
        for requirement, _ in pins(read(name))
        if requirement.marker is None
    }


def test_every_lock_is_made_of_a_requirements_file():
    assert set(WANTED) == {*RUN, *TEST}


@pytest.mark.parametrize("lock, wanted", WANTED.items())
def test_what_is_asked_stands_in_the_lock(lock, wanted):
    """If not, make the locks again: the command stands at the head of each."""
    assert asked(wanted).items() <= locked(lock).items()
    assert all(version.startswith("==") for version in asked(wanted).values())


def test_tests_run_on_the_very_libraries_of_the_office():
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", WANTED)
def test_every_pin_has_hashes(lock):
    for requirement, hashes in pins(read(lock)):
        assert hashes, requirement
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", one) for one in hashes), requirement


@pytest.mark.parametrize("lock", WANTED)
def test_no_lock_names_an_index_or_a_folder(lock):
    """Offices have mirrors, and what is installed is known by its hash, not by its place."""
    command = "uv pip compile --universal --python-version 3.11 --generate-hashes"
    assert f"#    {command} --no-emit-index-url" in read(lock)
    options = [line for line in read(lock).splitlines() if re.match(r"\s*-(?!-hash)", line)]
    assert options == []
    assert "://" not in read(lock)


def test_a_marker_is_judged_for_the_other_machine():
    lock = "a==1 ; sys_platform == 'win32' \\\n    --hash=sha256:aa\nb==2 \\\n    --hash=sha256:bb"
    lock += " \\\n    --hash=sha256:cc\n    # via x\nc==3 ; python_full_version >= '3.13' "
    lock += "\\\n    --hash=sha256:dd\n"
    windows, linux = TARGETS["windows"].machines[0], TARGETS["linux"].machines[0]
    assert needed(lock, windows, "3.12") == [
        "a==1 --hash=sha256:aa",
        "b==2 --hash=sha256:bb --hash=sha256:cc",
    ]
    assert [line[:4] for line in needed(lock, linux, "3.13")] == ["b==2", "c==3"]
