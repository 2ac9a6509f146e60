"""A figure as a picture; title, source and ground are in its drawing already."""

from dashboard.documents.drawn.marks import Drawing
from dashboard.documents.pdf.paper_data import drawing
from dashboard.documents.pdf.typesetting import Typeset


def png(picture: Drawing, ppi: float = 200) -> bytes:
    """The drawing as PNG, ppi pixels an inch (72 points). DashboardError where our fonts are not
    there."""
    return Typeset("picture.typ", {"drawing": drawing(picture)}).png(ppi)[0]
