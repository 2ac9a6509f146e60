"""The child process that parses a workbook: python -m dashboard.importing.reader.

python-calamine can abort its process or eat the machine on a broken file, so it never runs
in ours. Arguments: the workbook, the file for the result, cells and bytes of memory allowed.
The result is a pickle: ("sheets", [(name, columns, hidden, tall merges, signs)]), or
(code of a finding, ""); the columns are encoded.
"""

import gc
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path

from dashboard.importing import delimited
from dashboard.importing.container import EMPTY_ZIP, OLE, ZIP
from dashboard.importing.encoded import encode
from dashboard.importing.finish import Parsed, finished


def main(workbook: str, result: str, cells: str, memory: str) -> None:
    """Parse the workbook and write what came of it."""
    _limit_memory(int(memory))
    gc.disable()  # nothing here is thrown away: looking for it costs a fifth of the time
    try:
        found = ("sheets", _sheets_of(Path(workbook), int(cells)))
    except _TooManyCells:
        found = ("file_too_large", "")
    except MemoryError:
        found = ("file_too_large", "")
    except Exception as error:  # any fault of a parser means: this file cannot be read
        locked = "password" in f"{type(error).__name__} {error}".lower()
        found = ("file_locked" if locked else "file_broken", "")
    # Renamed when whole: what stands there is never half a result.
    part = Path(result).with_suffix(".part")
    part.write_bytes(pickle.dumps(found, protocol=5))
    part.rename(result)


def _sheets_of(workbook: Path, cells: int) -> list[tuple]:
    with workbook.open("rb") as stream:
        head = stream.read(8)
    if head.startswith((ZIP, EMPTY_ZIP, OLE)):
        return finished(workbook, _sheets(str(workbook), cells))
    rows = delimited.rows(delimited.decoded(workbook.read_bytes()))
    width = max(map(len, rows), default=0)
    if len(rows) * width > cells:
        raise _TooManyCells
    padded = [row + [None] * (width - len(row)) for row in rows]
    return finished(workbook, [("CSV", encode(padded), False, ())])


class _TooManyCells(Exception):
    """A sheet spans more cells than allowed."""


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; there the time limit alone holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _sheets(workbook: str, cells: int) -> list[Parsed]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with open(workbook, "rb") as stream:  # by its content: a path would be judged by its ending
        book = CalamineWorkbook.from_filelike(stream)
    found = []
    for info in book.sheets_metadata:
        if info.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(info.name)
        cells -= sheet.total_height * sheet.total_width
        if cells < 0:
            raise _TooManyCells
        columns = encode(_rows(sheet))
        tall = tuple(m for m in sheet.merged_cell_ranges or () if m[0][0] < m[1][0])
        del sheet
        found.append((info.name, columns, info.visible != SheetVisibleEnum.Visible, tall))
    return found


def _rows(sheet) -> Iterator[list[object]]:
    """The rows from A1 on: the parser leaves blank columns on the left out."""
    left = [None] * sheet.start[1] if sheet.start else []
    return (left + row for row in sheet.iter_rows()) if left else sheet.iter_rows()


if __name__ == "__main__":
    main(*sys.argv[1:])
