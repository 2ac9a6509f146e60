"""python -m dashboard: what the pages show and do, without a browser (README)."""

import sys

from dashboard.cli import main

sys.exit(main())
