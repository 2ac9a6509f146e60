"""python -m dashboard.server: the dashboard for browsers on this machine."""

import sys

from dashboard.server.serving import main

sys.exit(main())
