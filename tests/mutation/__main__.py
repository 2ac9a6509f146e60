"""Sows faults one at a time into a copy of the program and runs the tests: which are caught?

python -m tests.mutation [--seed N] [--faults FILE] [--out FILE] [--root FOLDER] [--near]
A tree with other rooms (an older commit) is measured by the same faults: --faults takes what
an earlier run wrote, and a line is looked for wherever it stands now.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from tests.mutation.faults import Fault, drawn

HERE = Path(__file__).resolve().parents[2]
ROOMS = {
    "sql": (26, ["queries/read/*.sql", "queries/schema/definitions/*.sql", "queries/write/*.sql"]),
    "import": (26, ["dashboard/importing/**/*.py"]),
    "store": (12, ["dashboard/store/*.py", "dashboard/store.py", "dashboard/migrations.py"]),
    "charts": (20, ["dashboard/charts/*.py", "dashboard/tables/*.py", "dashboard/sentences/*.py",
                    "dashboard/readings/*.py", "dashboard/tables.py", "dashboard/hiding.py",
                    "dashboard/headlines.py", "dashboard/findings.py"]),
}  # fmt: skip
# The tests of a room first, then all but the browser's.
NEAR = {
    "sql": ["tests/queries", "tests/test_queries.py"],
    "import": ["tests/importing"],
    "store": ["tests/store", "tests/test_store.py", "tests/test_migrations.py"],
    "charts": ["tests/charts", "tests/tables", "tests/sentences", "tests/readings",
               "tests/test_tables.py", "tests/test_readings.py", "tests/test_headlines.py",
               "tests/test_findings.py"],
}  # fmt: skip
FAR = ["tests", "--ignore=tests/browser", "--ignore=tests/bench", "--ignore=tests/mutation"]
SECONDS = 1800


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--faults", type=Path)
    options.add_argument("--out", type=Path)
    options.add_argument("--root", type=Path, default=HERE)
    options.add_argument("--near", action="store_true", help="only the tests of the room")
    given = options.parse_args()
    faults = _known(given.faults) if given.faults else drawn(given.root, ROOMS, given.seed)
    seen: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(given.root, tree, ignore=shutil.ignore_patterns(".git", ".venv", "store-*"))
        for fault, verdict, seconds in _tried(tree, faults, given.near):
            seen[fault.room, verdict.split()[0]] += 1
            row = json.dumps({**asdict(fault), "verdict": verdict, "seconds": round(seconds)})
            print(row, flush=True)
            if given.out:
                with given.out.open("a", encoding="utf-8") as out:
                    out.write(row + "\n")
    for (room, verdict), count in sorted(seen.items()):
        print(f"{room:8} {verdict:8} {count}")
    return 0


def _known(file: Path) -> list[Fault]:
    """Faults that an earlier run wrote."""
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return [Fault(*(row[name] for name in ("room", "file", "line", "instead"))) for row in rows]


def _tried(tree: Path, faults: list[Fault], near_only: bool) -> Iterator[tuple[Fault, str, float]]:
    for fault in faults:
        start = time.monotonic()
        verdict = _verdict(tree, fault, near_only)
        yield fault, verdict, time.monotonic() - start


def _verdict(tree: Path, fault: Fault, near_only: bool) -> str:
    """caught near, caught far, missed, or gone: the line no longer stands in one place."""
    suffix = Path(fault.file).suffix
    places = [
        file
        for top in ("dashboard", "queries")
        for file in (tree / top).rglob(f"*{suffix}")
        if file.read_text(encoding="utf-8").splitlines().count(fault.line) == 1
    ]
    if len(places) != 1:
        return "gone"
    sound = places[0].read_text(encoding="utf-8")
    lines = [fault.instead if line == fault.line else line for line in sound.splitlines()]
    places[0].write_text("\n".join(lines) + "\n", encoding="utf-8")
    try:
        near = [test for test in NEAR[fault.room] if (tree / test).exists()]
        if _is_red(tree, near):
            return "caught near"
        return "caught far" if not near_only and _is_red(tree, FAR) else "missed"
    finally:
        places[0].write_text(sound, encoding="utf-8")


def _is_red(tree: Path, tests: list[str]) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-m", "not long", "-n", "2", *tests]
    try:
        run = subprocess.run(command, cwd=tree, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return True
    return run.returncode != 0


if __name__ == "__main__":
    raise SystemExit(main())
