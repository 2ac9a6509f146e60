"""The list of figures as XML, carried inside slides and reports: who checks one needs no list of
its own."""

from xml.sax.saxutils import quoteattr

from dashboard.documents.model.listing import Listed, listed
from dashboard.documents.model.paper import Paper

NAMESPACE = "urn:papi-xa:figures"


def as_xml(paper: Paper) -> bytes:
    """<figures code="ab12-cd34"><figure place="components.title" text="5,33" value="5.33" .../>."""
    rows = "".join(f"<figure {_attributes(figure)}/>" for figure in listed(paper))
    code = quoteattr(paper.stamp.code)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<figures xmlns="{NAMESPACE}" code={code}>{rows}</figures>'.encode()


def _attributes(figure: Listed) -> str:
    """A figure without a value has none here either."""
    said = figure._asdict().items()
    return " ".join(f"{name}={quoteattr(text)}" for name, text in said if text is not None)
