"""The cases of the kinds: of each seven in other clothes."""

from tests.importing.cases.unseen import (
    due_and_done,
    marks,
    names,
    progress_and_clock,
    same_task,
    sections,
    spread_and_sums,
)  # fmt: skip

KINDS = ("02", "03", "04", "05", "06", "07", "08", "10", "11", "12", "13", "14", "16", "21")
CASES = (
    *due_and_done.CASES,
    *progress_and_clock.CASES,
    *sections.CASES,
    *same_task.CASES,
    *spread_and_sums.CASES,
    *names.CASES,
    *marks.CASES,
)
