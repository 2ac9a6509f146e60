"""python -m tests.corpus --seed N --count M [--show K] [--keep FOLDER]: the table of verdicts."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.corpus.run import by_wording, listed, table, verdicts


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the first workbook's seed")
    parser.add_argument("--count", type=int, default=120, help="how many workbooks")
    parser.add_argument("--show", type=int, default=40, help="how many lines of each sort to list")
    parser.add_argument("--only", default="wrong,warned,noted,asked", help="verdicts to list")
    parser.add_argument("--keep", type=Path, help="a folder that keeps the workbooks")
    parser.add_argument("--wordings", action="store_true", help="which wordings are not known")
    given = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        found = verdicts(range(given.seed, given.seed + given.count), folder)
    print(table(found))
    for verdict in given.only.split(","):
        print()
        print("\n".join(listed(found, verdict)[: given.show]))
    if given.wordings:
        print()
        print("\n".join(by_wording(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
