"""Tags of an XML found by patterns, their values: nothing is parsed, so nothing is expanded."""

import html
import re
from collections.abc import Iterator


def tags(xml: str, name: str) -> Iterator[str]:
    """Every tag of a name (a pattern), as it is written."""
    return (match[0] for match in re.finditer(rf"<{name}\b[^<>]*>", xml))


def value(tag: str, name: str) -> str:
    """An attribute of a tag; empty where it has none."""
    match = re.search(rf"\s{name}\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')", tag)
    return html.unescape(match[1] or match[2] or "") if match else ""


def section(xml: str, name: str) -> str:
    """What stands between the first tag of a name and its end."""
    start = xml.find(f"<{name}")
    end = xml.find(f"</{name}>", start)
    return xml[start:end] if 0 <= start < end else ""
