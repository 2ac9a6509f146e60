"""docs/architecture.md is true: its steps are followed on a copy of the program.

A block of code names its file: `python dashboard/charts/x.py` is a new file, `toml F +=` is put
at the end of a file, `python F after LINE` below that line, `python F for LINE` in its place;
`sh` blocks are run.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.config import ROOT

PAGE = ROOT / "docs" / "architecture.md"
BLOCK = re.compile(
    r"^```(\w+)(?: (\S+)(?: (\+=|after|for)(?: )?([^\n]*))?)?\n(.*?)^```$", re.M | re.S
)
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "store-*", "writer.*", "__pycache__", ".*_cache", "pictures"
)
# How many files a walk may touch besides texts: what the house is for.
WALKS = {"A query": 1, "A chart": 3, "A page": 3, "A question of the survey": 0}
WALKS |= {"A slide, a section": 2, "A kind of sheet": 7}
# Each runs tests of its own or fills a store: half a minute long.
SLOW = {"A query", "A chart", "A page", "A slide, a section"}


@dataclass(frozen=True)
class Step:
    language: str
    file: str
    how: str
    where: str
    text: str


def walks(page: str) -> dict[str, list[Step]]:
    """Section -> its blocks, of the sections that have any."""
    found: dict[str, list[Step]] = defaultdict(list)
    for section in re.split(r"^### ", page, flags=re.M)[1:]:
        title = section.partition("\n")[0].strip()
        for language, file, how, where, text in BLOCK.findall(section):
            if file or language == "sh":
                found[title].append(Step(language, file, how, where, text))
    return found


def follow(step: Step, tree: Path, store: Path) -> None:
    """Do what a block says."""
    if step.language == "sh":
        for line in step.text.splitlines():
            run(line, tree, store)
        return
    if step.file == "run":  # what a person does by hand in a workbook
        run(shlex.join(["python", "-c", step.text]), tree, store)
        return
    file = tree / step.file
    if not step.how:
        assert not file.exists(), f"{step.file} is there already"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(step.text, encoding="utf-8")
        return
    text = file.read_text(encoding="utf-8")
    if step.how == "+=":
        text += step.text
    else:
        line = f"{step.where}\n"
        assert text.count(line) == 1, f"{step.where} is not one line of {step.file}"
        text = text.replace(line, step.text if step.how == "for" else line + step.text)
    file.write_text(text, encoding="utf-8")


def run(line: str, tree: Path, store: Path) -> None:
    command = shlex.split(line, comments=True)
    if not command:
        return
    assert command[0] == "python", f"not a command of this page: {line}"
    environment = {**os.environ, "PAPI_STORE": str(store), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *command[1:]],
        cwd=tree,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{line}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"


@pytest.fixture(scope="module")
def found() -> dict[str, list[Step]]:
    return walks(PAGE.read_text(encoding="utf-8"))


def test_every_walk_is_written(found):
    assert found.keys() == WALKS.keys()


@pytest.mark.parametrize("walk", WALKS)
def test_walk_is_as_short_as_it_is_said_to_be(found, walk):
    touched = {step.file for step in found[walk] if step.file not in ("", "run")}
    besides = {file for file in touched if not file.startswith(("dashboard/texts/", "tests/"))}
    assert len(besides) <= WALKS[walk], besides


@pytest.mark.parametrize(
    "walk", [pytest.param(walk, marks=pytest.mark.long if walk in SLOW else ()) for walk in WALKS]
)
def test_walk_works_as_written(found, walk, tmp_path):
    tree = tmp_path / "tree"
    shutil.copytree(ROOT, tree, ignore=LEFT_OUT)
    for step in found[walk]:
        follow(step, tree, tmp_path / "store")
