"""Where things are. The one module that knows paths; it imports nothing of ours."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "queries"
REFERENCE = ROOT / "data" / "reference"
ICON = ROOT / "dashboard" / "parts" / "icon.svg"
SAMPLES = ROOT / "data" / "samples"
TEMPLATES = ROOT / "data" / "templates"


def store_folder() -> Path:
    """PAPI_STORE, else data/store."""
    return Path(os.environ.get("PAPI_STORE") or ROOT / "data" / "store")
