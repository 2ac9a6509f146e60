"""How many points of each kind come out right, are asked about, are wrong in silence.

python -m tests.importing.cases.offices [-v] [words of the names wanted]
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from dashboard.store.store import Store
from tests.importing.cases.offices.everything import CASES
from tests.importing.cases.unseen.__main__ import COLUMNS, tried


def main(wanted: list[str]) -> None:
    """Print each case that fails, then the table."""
    counts: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Store(folder / "prepared").prepare()
        for case in CASES:
            if [word for word in wanted if word != "-v"] and not any(
                word in case.name for word in wanted
            ):
                continue
            verdicts = tried(case, folder / "prepared" / "store-000001.duckdb", folder)
            kind = counts.setdefault(case.kind, Counter())
            kind.update(verdict.verdict for verdict in verdicts)
            kind.update(cases=1, pass_=all(verdict.passes for verdict in verdicts))
            for verdict in verdicts:
                if not verdict.passes or "-v" in wanted:
                    print(f"{case.name}: {verdict.line}")
    print(f"\n{'kind':>9} | cases that pass | " + " | ".join(COLUMNS))
    for kind, of in [*sorted(counts.items()), ("all", sum(counts.values(), Counter()))]:
        cells = " | ".join(f"{of[column]:>{len(column)}}" for column in COLUMNS)
        print(f"{kind:>9} | {of['pass_']:>6} of {of['cases']:<5} | {cells}")


if __name__ == "__main__":
    main(sys.argv[1:])
