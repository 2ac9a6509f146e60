"""The .venv beside start.py, with everything from the locks; nothing is done twice.

A folder made by "pack" has its libraries beside it: then they are installed without network.
"""

import hashlib
import shutil
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from dashboard.starting.failures import TEXTS, Failure
from dashboard.starting.locking import one_at_a_time
from dashboard.starting.processes import dot, finish, quietly, tell

RUN = ("requirements.lock",)
TEST = ("requirements.lock", "requirements-dev.lock")
UNFINISHED = "unfinished\n"
WHEELS = "wheels"
MADE_FOR = "python.txt"  # in WHEELS: the version of Python that they are for


class Environment:
    """The virtual environment of the program in the folder root."""

    def __init__(self, root: Path):
        self.root = root
        self.folder = root / ".venv"
        self.stamp = self.folder / "installed.txt"
        self.wheels = root / WHEELS

    @property
    def python(self) -> Path:
        """Its interpreter."""
        if sys.platform == "win32":
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"

    def ensure(self, locks: Sequence[str]) -> None:
        """Make it and install the locks, as far as that is not done yet."""
        for name in locks:
            if not (self.root / name).is_file():
                raise Failure(TEXTS.say("starting.no_lock", name=name))
        self.check_wheels()
        with one_at_a_time(self.root / "start.py"):
            if not self.is_usable():
                self.make()
            if not self.is_installed(locks):
                self.install(locks)

    def check_wheels(self) -> None:
        """Libraries that came along fit one version of Python only."""
        if not self.wheels.is_dir():
            return
        wanted = (self.wheels / MADE_FOR).read_text(encoding="utf-8").strip()
        found = "{}.{}".format(*sys.version_info[:2])
        if wanted != found:
            raise Failure(TEXTS.say("starting.other_python", wanted=wanted, found=found))

    def is_usable(self) -> bool:
        """False as well after an interrupted install: pip takes half a package for a whole one."""
        return self.version() == python_version() and self.read_stamp() != UNFINISHED

    def version(self) -> str:
        """What its Python says it is; empty when it is missing or does not start."""
        question = "import pip, sys, sysconfig as c; print('%d.%d' % sys.version_info[:2], "
        question += "c.get_platform())"
        try:
            return quietly([self.python, "-c", question])[1].strip()
        except OSError:
            return ""

    def make(self) -> None:
        """Make it anew. pip goes in by a command of its own: venv hides why that failed."""
        tell(TEXTS["starting.making"])
        self.remove()
        # Seen from inside a venv, this is the Python that the venv was made from.
        python = getattr(sys, "_base_executable", None) or sys.executable
        failed = TEXTS["starting.not_made"]
        try:
            finish([python, "-m", "venv", "--without-pip", self.folder], failed)
            self.stamp.write_text(UNFINISHED, encoding="utf-8")
            finish([self.python, "-m", "ensurepip", "--default-pip"], failed)
        except BaseException:  # Ctrl+C too
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def remove(self) -> None:
        """Away with it, whatever it is; a link goes, what it points to stays."""
        if self.folder.is_symlink() or self.folder.is_file():
            self.folder.unlink()
        elif self.folder.exists():
            shutil.rmtree(self.folder)

    def fingerprint(self, locks: Sequence[str]) -> str:
        """One line a lock: its name and a hash of its text, the same with any line endings."""
        lines = [python_version()]
        for name in locks:
            text = (self.root / name).read_text(encoding="utf-8")
            lines.append(f"{name} {hashlib.sha256(text.encode()).hexdigest()}")
        return "\n".join(lines) + "\n"

    def read_stamp(self) -> str:
        """What was installed last; empty when nothing was."""
        try:
            return self.stamp.read_text(encoding="utf-8")
        except OSError:
            return ""

    def is_installed(self, locks: Sequence[str]) -> bool:
        """What was installed for the tests holds what running needs."""
        return self.read_stamp().startswith(self.fingerprint(locks))

    def install(self, locks: Sequence[str]) -> None:
        """Install the last of the locks, which takes in the others.

        The stamp says unfinished until pip is done, so that a killed install is seen.
        --no-compile saves a third of the time: the first import compiles what is used.
        """
        tell(TEXTS["starting.installing"], end="")
        self.stamp.write_text(UNFINISHED, encoding="utf-8")
        pip: list[str | Path] = [self.python, "-m", "pip", "install", "--no-input", "--no-compile"]
        pip += ["--disable-pip-version-check", "--progress-bar", "off", "--require-hashes"]
        if self.wheels.is_dir():
            pip += ["--no-index", "--find-links", self.wheels]
        try:
            finish([*pip, "-r", locks[-1]], TEXTS["starting.not_installed"], watch=dot)
        finally:
            tell("")
        self.stamp.write_text(self.fingerprint(locks), encoding="utf-8")


def python_version() -> str:
    """The version and platform of the Python that runs this."""
    return "{}.{} {}".format(*sys.version_info[:2], sysconfig.get_platform())
