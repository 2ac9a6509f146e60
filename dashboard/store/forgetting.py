"""What was taken out of a store is out of every file of its folder.

A deleted row stays in free blocks of the file, and in the versions before. So the version that
forgets is written afresh, table by table, and those before it go, damaged ones too. A note beside
the versions says up to which number they are to go: whoever writes next goes on where a killed
one stopped, or where a reader held a file.
"""

import os
import re
from contextlib import suppress
from pathlib import Path

import duckdb

NOTE = "forgetting"
_VERSION = re.compile(r"(?:store|damaged)-(\d{6,}).*\.duckdb")


class Forgotten(int):
    """What a writer's work answers when what it took out is to be in no file any more."""


def write_afresh(file: Path) -> None:
    """The database of a file without its free blocks, in its place."""
    fresh = file.with_name(f"{file.name}.afresh")
    fresh.unlink(missing_ok=True)
    with duckdb.connect(":memory:") as connection:
        for name, path, how in (("worn", file, "(read_only)"), ("fresh", fresh, "")):
            quoted = str(path).replace("'", "''")
            connection.execute(f"attach '{quoted}' as {name} {how}")
        connection.execute("copy from database worn to fresh")
        connection.execute("checkpoint fresh")
    os.replace(fresh, file)


def note(folder: Path, number: int) -> None:
    """Versions up to the number are to go once a later one is there."""
    (folder / NOTE).write_text(str(number), encoding="ascii")


def remove_noted(folder: Path) -> int:
    """Remove the versions that are to go; how many of them are still there."""
    with suppress(FileNotFoundError, ValueError):
        last = int((folder / NOTE).read_text(encoding="ascii"))
        found = {
            file: int(match[1])
            for file in folder.iterdir()
            if (match := _VERSION.fullmatch(file.name))
        }
        if not any(number > last for number in found.values()):
            return 0  # the version that forgets was never published
        worn = [file for file, number in found.items() if number <= last]
        for file in worn:
            with suppress(PermissionError):  # Windows: a reader holds it; next time
                file.unlink(missing_ok=True)
        left = sum(file.exists() for file in worn)
        if not left:
            (folder / NOTE).unlink(missing_ok=True)
        return left
    return 0
