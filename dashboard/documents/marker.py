"""The child process that marks a workbook: python -m dashboard.documents.marker FOLDER.

openpyxl holds all cells at once: a process of its own gives the memory back, and may be
stopped. FOLDER has the workbook and a pickled Job; the marked workbook is put beside them.
"""

import pickle
import sys
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from dashboard.documents import todo
from dashboard.documents.marking import Marker
from dashboard.documents.opening import open_file
from dashboard.importing.model.finding import Finding
from dashboard.words import words

ORIGINAL, JOB, MARKED = "original", "job", "marked"


@dataclass(frozen=True)
class Job:
    """What to mark: the file's own name, its findings, the language, bytes of memory allowed."""

    file: str
    findings: list[Finding]
    language: str
    memory: int


def main(folder: str) -> None:
    """Mark the workbook; the result is there when it is whole."""
    job: Job = pickle.loads((Path(folder) / JOB).read_bytes())
    _limit_memory(job.memory)
    part = Path(folder) / "part"
    mark(Path(folder) / ORIGINAL, job).save(part)
    part.rename(Path(folder) / MARKED)


def mark(path: Path, job: Job) -> Workbook:
    """The workbook at path with its findings marked and listed."""
    said = words(job.language)
    opened = open_file(path, job.file, said)
    marker = Marker(said)
    cells = marker.mark(opened.book, opened.titles, job.findings)
    if marker.commented < cells:
        note = said.say("marked.commented", commented=marker.commented, count=cells)
        opened.notes.append(note)
    todo.add(opened.book, job.file, job.findings, opened.titles, opened.notes, said)
    return opened.book


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; there the time limit alone holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


if __name__ == "__main__":
    main(*sys.argv[1:])
