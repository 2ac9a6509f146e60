"""python -m dashboard.parts.serve: "streamlit run streamlit_app.py" with Streamlit's options.

Streamlit takes a folder named pages/ for its old kind of multipage app until the first page
has called st.navigation: the first visitor with a link to a page would get its English
"Page not found". Saying beforehand that we do not use it spares them that.
"""

import sys

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.cli import main

from dashboard.config import ROOT

if __name__ == "__main__":
    PagesManager.uses_pages_directory = False
    sys.argv = ["streamlit", "run", str(ROOT / "streamlit_app.py"), *sys.argv[1:]]
    sys.exit(main())
