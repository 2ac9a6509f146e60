"""Where things are. The one module that knows paths; it imports nothing of ours.

In a checkout what is not code stands beside the package; an installed package carries it inside,
in the same shape (pyproject.toml puts it there).
"""

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
_CARRIED = PACKAGE / "_carried"
IS_INSTALLED = _CARRIED.is_dir()
ROOT = _CARRIED if IS_INSTALLED else PACKAGE.parent
# What stands at ROOT and the running program needs: what the wheel and a packed folder hold.
CARRIED = (
    "streamlit_app.py",
    ".streamlit",
    "pages",
    "queries",
    "data/reference",
    "data/samples",
    "data/templates",
    "data/fonts",
    "start.py",
    "requirements.lock",
    "LICENSE",
)
FRONT_DOOR = ROOT / "streamlit_app.py"
QUERIES = ROOT / "queries"
REFERENCE = ROOT / "data" / "reference"
ICON = PACKAGE / "parts" / "icon.svg"
SAMPLES = ROOT / "data" / "samples"
TEMPLATES = ROOT / "data" / "templates"
FONTS = ROOT / "data" / "fonts"


def store_folder() -> Path:
    """PAPI_STORE, else data/store of the checkout, else a folder of the person's own."""
    named = os.environ.get("PAPI_STORE")
    if named:
        return Path(named)
    return user_folder() / "store" if IS_INSTALLED else ROOT / "data" / "store"


def user_folder() -> Path:
    """Where this system keeps a program's data of one person; what is installed may be replaced."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "papi-xa"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "papi-xa"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "papi-xa"
