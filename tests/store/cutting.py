"""The samples' loading cut short: killed so many seconds after it began.

    python -m tests.store.cutting FOLDER

Each line of input is seconds. The command `prepare --samples` with the store in FOLDER is forked
off, and "dead" is said once it was killed, "finished" when it was faster, "failed" when it failed.
Modules are loaded once; files are read in the very process.
"""

import os
import signal
import sys
from pathlib import Path

from dashboard import cli
from dashboard.config import SAMPLES
from dashboard.importing import import_file, samples  # noqa: F401  loaded once
from dashboard.importing.model.reading import Known, Options
from tests.store.stopping import read_here


def load_until(seconds: float, folder: str) -> int:
    """The exit code of a first start that was not killed."""
    import_file.understand = read_here
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    signal.setitimer(signal.ITIMER_REAL, seconds)  # nobody catches it: it kills
    return cli.main(["prepare", "--samples", "--store", folder])


def main(folder: str) -> None:
    """Until the input ends."""
    read_here(next(SAMPLES.glob("khao-sat-2023.xlsx")), Known(()), Options(), None)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            os._exit(load_until(float(line), folder))
        _, status = os.waitpid(child, 0)
        end = "dead" if os.WIFSIGNALED(status) else "failed" if status else "finished"
        print(end, flush=True)


if __name__ == "__main__":
    main(str(Path(sys.argv[1])))
