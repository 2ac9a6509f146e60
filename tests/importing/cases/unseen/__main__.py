"""A table: of each kind how many points come out right, are asked about, are wrong in silence.

python -m tests.importing.cases.unseen [words of the kinds or clothes wanted]
"""

import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from dashboard.store.store import Store
from tests.importing.cases.unseen import crossed, ordinary
from tests.importing.cases.unseen.everything import CASES
from tests.importing.cases.unseen.judging import (
    ASKED,
    FALSE_ALARM,
    NEEDLESS,
    RIGHT,
    SAID,
    SILENT,
    Case,
    Verdict,
    run,
)  # fmt: skip

COLUMNS = (RIGHT, ASKED, NEEDLESS, FALSE_ALARM, SAID, SILENT)


def tried(case: Case, prepared: Path, folder: Path) -> list[Verdict]:
    """A case in a store of its own; a fault of the program is no answer either."""
    own = folder / "case"
    shutil.rmtree(own, ignore_errors=True)
    (own / "store").mkdir(parents=True)
    shutil.copy(prepared, own / "store")
    try:
        return run(case, Store(own / "store"), own)
    except Exception as error:  # one case's fault must not hide the others
        return [Verdict(SILENT, False, f"fault: {error!r}")]


def main(wanted: list[str]) -> None:
    """Print each case that fails, then the table."""
    counts: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Store(folder / "prepared").prepare()
        for case in (*CASES, *crossed.CASES, *ordinary.CASES):
            if wanted and not any(word in case.name for word in wanted):
                continue
            verdicts = tried(case, folder / "prepared" / "store-000001.duckdb", folder)
            kind = counts.setdefault(case.kind, Counter())
            kind.update(verdict.verdict for verdict in verdicts)
            kind.update(cases=1, pass_=all(verdict.passes for verdict in verdicts))
            for verdict in verdicts:
                if not verdict.passes:
                    print(f"{case.name}: {verdict.line}")
    print(f"\n{'kind':>8} | cases that pass | " + " | ".join(COLUMNS))
    for kind, of in [*sorted(counts.items()), ("all", sum(counts.values(), Counter()))]:
        cells = " | ".join(f"{of[column]:>{len(column)}}" for column in COLUMNS)
        print(f"{kind:>8} | {of['pass_']:>6} of {of['cases']:<5} | {cells}")


if __name__ == "__main__":
    main(sys.argv[1:])
