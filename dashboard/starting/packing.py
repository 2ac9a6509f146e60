"""Write a folder that installs without network: the program, its libraries, a start script.

The libraries are those of the lock, held to its hashes, for one kind of system and one version
of Python; start.py in the folder finds them beside it (environment.WHEELS).
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.config import CARRIED, PACKAGE, ROOT
from dashboard.starting.environment import MADE_FOR, RUN, WHEELS
from dashboard.starting.failures import TEXTS, Failure
from dashboard.starting.machines import TARGETS, Machine, needed
from dashboard.starting.processes import dot, finish, stop_on_signals, tell

MEGABYTE = 1_000_000
NEEDED = 600 * MEGABYTE  # the largest, macOS with two kinds of processor, and some room
GUIDE = "HUONG-DAN.txt"
SCRIPTS = PACKAGE / "starting" / "packed"
NO_COPY = shutil.ignore_patterns("__pycache__", "*.pyc", "_carried", ".DS_Store")


def pack(target: str, python: str, out: Path) -> int:
    """Write the folder out for a target of TARGETS and a version of Python ("3.12").

    out must be new or empty, and is so again when this fails.
    """
    stop_on_signals()
    out = out.absolute()  # pip runs in another folder
    with empty_folder(out) as folder:
        (folder / WHEELS).mkdir()
        for machine in TARGETS[target].machines:
            download(machine, target, python, folder / WHEELS)
        (folder / WHEELS / MADE_FOR).write_text(python + "\n", encoding="utf-8")
        tell(TEXTS["packing.copying"])
        copy_program(folder)
        write_guide(target, python, folder)
    size = sum(file.stat().st_size for file in out.rglob("*") if file.is_file())
    tell(TEXTS.say("packing.done", path=out, size=size // MEGABYTE))
    return 0


@contextmanager
def empty_folder(out: Path) -> Iterator[Path]:
    """A folder inside out to write to: it becomes out when all went well, else nothing stays."""
    is_new = not out.exists()
    if not is_new and (not out.is_dir() or any(out.iterdir())):
        raise Failure(TEXTS.say("packing.not_empty", path=out))
    out.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix="part-", dir=out))
    try:
        check_room(out)
        yield part
        for entry in part.iterdir():
            entry.replace(out / entry.name)
        part.rmdir()
    except BaseException:  # Ctrl+C too
        shutil.rmtree(part, ignore_errors=True)
        if is_new:
            shutil.rmtree(out, ignore_errors=True)
        raise


def check_room(out: Path) -> None:
    """Better told before the download than in its middle."""
    free = shutil.disk_usage(out).free
    if free < NEEDED:
        sizes = {"free": free // MEGABYTE, "needed": NEEDED // MEGABYTE}
        raise Failure(TEXTS.say("packing.too_little_room", path=out, **sizes))


def download(machine: Machine, target: str, python: str, wheels: Path) -> None:
    """The wheels of the lock for a kind of machine, each with its hash checked by pip."""
    lines = needed((ROOT / RUN[-1]).read_text(encoding="utf-8"), machine, python)
    listed = wheels / "needed.txt"
    listed.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:"]
    command += ["--require-hashes", "--implementation=cp", f"--python-version={python}"]
    command += [f"--platform={tag}" for tag in machine.tags]
    command += ["--no-input", "--disable-pip-version-check", "--progress-bar=off"]
    name = f"{target} {machine.platform_machine}"
    count = len(lines)
    tell(TEXTS.say("packing.downloading", count=count, target=name, python=python), end="")
    try:
        finish(
            [*command, f"--dest={wheels}", f"--requirement={listed}"],
            TEXTS["packing.not_downloaded"],
            watch=dot,
        )
    finally:
        tell("")
    listed.unlink()


def copy_program(folder: Path) -> None:
    """The package and what stands beside it, as in a checkout."""
    shutil.copytree(PACKAGE, folder / PACKAGE.name, ignore=NO_COPY)
    for name in CARRIED:
        source, copy = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, copy, ignore=NO_COPY)
        else:
            shutil.copy(source, copy)


def write_guide(target: str, python: str, folder: Path) -> None:
    """The start script and how to use it, with the line endings of that system."""
    script, source, newline, _ = TARGETS[target]
    text = (SCRIPTS / source).read_text(encoding="utf-8")
    missing = TEXTS.say("packing.other_python", python=python)
    text = text.replace("{python}", python).replace("{missing}", missing)
    (folder / script).write_text(text, encoding="utf-8", newline=newline)
    (folder / script).chmod(0o755)
    how = TEXTS[f"packing.how.{target}"]
    guide = TEXTS.say("packing.guide", python=python, script=script, how=how).lstrip()
    # Notepad of older Windows knows UTF-8 by its mark only.
    (folder / GUIDE).write_text(guide, encoding="utf-8-sig", newline=newline)
