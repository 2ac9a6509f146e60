"""A figure as a picture; title and source are in its drawing already."""

from dashboard.charts.look import LIGHT
from dashboard.documents.drawn.marks import Drawing
from dashboard.documents.pdf.paper_data import drawing
from dashboard.documents.pdf.typesetting import Typeset


def png(picture: Drawing, ppi: float = 200, background: str = LIGHT.background) -> bytes:
    """The drawing as PNG, ppi pixels an inch (72 points). DashboardError where our fonts are not
    there."""
    data = {"drawing": drawing(picture), "background": background}
    return Typeset("picture.typ", data).png(ppi)[0]
