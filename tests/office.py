"""LibreOffice, as clerks without Microsoft Office have it; what it draws is set in our fonts."""

import os
import shutil
import subprocess
from pathlib import Path

from dashboard.config import FONTS


def saved(home: Path, to: str, *paths: Path) -> list[Path]:
    """The files that come of saving these anew, in a folder "saved" beside the first. home: a
    folder of its own, kept from one call to the next; to: an ending, or LibreOffice's filter with
    its options. Fails where LibreOffice or a part of it (Writer, Calc, Impress) is missing."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "LibreOffice is not installed: on Debian and Ubuntu the package libreoffice"
    out = paths[0].parent / "saved"
    shutil.copytree(FONTS, home / ".fonts", dirs_exist_ok=True)
    command = [program, f"-env:UserInstallation={home.as_uri()}/profile", "--headless"]
    command += ["--convert-to", to, "--outdir", str(out), *map(str, paths)]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=240, env=os.environ | {"HOME": str(home)}
    )
    files = sorted(out.iterdir()) if out.exists() else []
    assert files, f"LibreOffice saved nothing: {done.stdout} {done.stderr}"
    return files
