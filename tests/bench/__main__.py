"""python -m tests.bench [--rows N] [--tasks N] [--runs N] [--without-pandas]

From the file to committed rows, beside what reads the cells only. Each run is a process of
its own; of several runs the fastest counts.

python -m tests.bench scores [--sizes COMMUNES:RESPONDENTS ...] [--runs N]

Every score and change of stores of these sizes, warm, beside the answers summed.

python -m tests.bench notes [--megabytes N] [--runs N]

A note and a name joined in a store of this size, beside a copy of it.

python -m tests.bench documents [--runs N]

Every document of the sample commune in every form, warm, beside an empty workbook; and whole
commands with their start, beside the seconds that they may take.
"""

import argparse
import tempfile
from pathlib import Path

from tests.bench import documents, notes, scores, work
from tests.bench.measure import Measured, measured
from tests.bench.workbooks import write_survey, write_tasks

COLUMNS = 40
SIZES = ((1, 600), (17, 10_200), (500, 100_000))  # communes and respondents


def main(arguments: list[str] | None = None) -> None:
    """Write the workbooks or stores, measure, print."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kinds = ("import", "scores", "notes", "documents")
    parser.add_argument("what", nargs="?", choices=kinds, default="import")
    parser.add_argument("--rows", type=int, default=100_000, help="of the survey")
    parser.add_argument("--tasks", type=int, default=5_000, help="rows of the table of tasks")
    parser.add_argument("--runs", type=int, default=3, help="of each measurement but pandas'")
    parser.add_argument("--without-pandas", action="store_true", help="it takes half a minute")
    parser.add_argument("--sizes", type=_size, nargs="+", default=SIZES, help="of scores' stores")
    parser.add_argument("--megabytes", type=int, default=500, help="of notes' store")
    given = parser.parse_args(arguments)
    if given.what == "documents":
        documents.compare(given.runs)
        return
    if given.what == "notes":
        notes.compare(given.megabytes, notes.SURVEYED, given.runs)
        return
    if given.what == "scores":
        for communes, respondents in given.sizes:
            scores.compare(communes, respondents, given.runs)
        return
    with tempfile.TemporaryDirectory() as folder:
        survey, tasks = Path(folder) / "khao-sat.xlsx", Path(folder) / "nhiem-vu.xlsx"
        write_survey(survey, given.rows, COLUMNS)
        write_tasks(tasks, given.tasks)
        print(f"survey: {given.rows:,} rows x {COLUMNS} columns, {_megabytes(survey)}")
        _compare(survey, given.runs, pandas=not given.without_pandas)
        print(f"\ntasks: {given.tasks:,} rows, {_megabytes(tasks)}")
        _compare(tasks, given.runs, pandas=False)


def _size(text: str) -> tuple[int, int]:
    communes, respondents = text.split(":")
    return int(communes), int(respondents)


def _compare(file: Path, runs: int, pandas: bool) -> None:
    # In turn, so that what else the machine does falls on both alike.
    both = [(measured(work.calamine, file), measured(work.importing, file)) for _ in range(runs)]
    alone, ours = (min(found, key=lambda m: m.seconds) for found in zip(*both, strict=True))
    _line("python-calamine alone", alone)
    _line("import", ours, f"{ours.seconds / alone.seconds:.2f} times python-calamine")
    if pandas:
        other = measured(work.pandas, file)
        _line("pandas with openpyxl", other, f"{other.seconds / ours.seconds:.1f} times the import")
    _stages("of the import", ours)
    _stages("of the reading, by itself", measured(work.reading, file))


def _stages(name: str, found: Measured) -> None:
    print(f"{name}, {found.seconds:.2f} s:")
    for stage, seconds in sorted(found.result.items(), key=lambda pair: -pair[1]):
        print(f"  {stage:<42}{seconds:7.2f} s {100 * seconds / found.seconds:4.0f} %")


def _line(name: str, found: Measured, remark: str = "") -> None:
    memory = f"{found.memory / 2**20:5.0f} MiB" if found.memory else "        ?"
    print(f"{name:<24}{found.seconds:7.2f} s {found.cpu:7.2f} s cpu {memory}  {remark}")


def _megabytes(file: Path) -> str:
    return f"{file.stat().st_size / 2**20:.1f} MiB"


if __name__ == "__main__":
    main()
