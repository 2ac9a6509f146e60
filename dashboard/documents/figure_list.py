"""The list of figures as XML, carried inside slides and reports: who checks one needs no list of
its own."""

from xml.sax.saxutils import quoteattr

from dashboard.documents.model.listing import Listed, listed
from dashboard.documents.model.paper import Paper

NAMESPACE = "urn:papi-xa:figures"
# What Office wants to know of the part; its number is the same in every document.
PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<ds:datastoreItem ds:itemID="{5D9C1B7E-4C1A-4E0B-9B53-6E0C2A7F1D10}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
    f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
).encode()


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
