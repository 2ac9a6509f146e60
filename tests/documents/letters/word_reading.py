"""A .docx as Word resolves it: the look of each run by its style, its style's bases, defaults."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@dataclass
class Line:
    """A paragraph: its text, its style's name, its look; where: body, table, header1, ..."""

    text: str
    style: str
    where: str
    look: dict[str, str]
    element: Any
    runs: list[dict[str, str]] = field(default_factory=list)

    def number(self, name: str, default: float = 0) -> float:
        """A value of the look as a number."""
        return float(self.look.get(name, default))


class Read:
    """A document, read again."""

    def __init__(self, content: bytes):
        self.document = Document(io.BytesIO(content))
        self.archive = zipfile.ZipFile(io.BytesIO(content))
        self.names = self.archive.namelist()
        element = self.document.styles.element
        self.styles = {one.get(f"{W}styleId"): one for one in element.findall(f"{W}style")}
        self.defaults = element.find(f"{W}docDefaults")

    def lines(self) -> list[Line]:
        """Every paragraph of the body in its order, those in tables too."""
        return [self.line(one) for one in self.document.element.body.iter(f"{W}p")]

    def above(self, section: int = 0, first: bool = False) -> list[Line]:
        """The paragraphs of a section's header."""
        part = self.document.sections[section]
        header = part.first_page_header if first else part.header
        return [self.line(one) for one in header._element.iter(f"{W}p")]

    def below(self, section: int = 0, first: bool = False) -> list[Line]:
        """The paragraphs of a section's footer."""
        part = self.document.sections[section]
        footer = part.first_page_footer if first else part.footer
        return [self.line(one) for one in footer._element.iter(f"{W}p")]

    def line(self, element: Any) -> Line:
        about = element.find(f"{W}pPr")
        style = about.find(f"{W}pStyle").get(f"{W}val")
        chain = list(self._chain(style))
        look: dict[str, str] = {}
        for one in (*reversed(chain), element):
            look |= _said(one.find(f"{W}pPr"))
        letters = _said(self.defaults.find(f"{W}rPrDefault/{W}rPr"))
        for one in reversed(chain):
            letters |= _said(one.find(f"{W}rPr"))
        runs = [
            letters | _said(run.find(f"{W}rPr")) | {"text": _text(run)}
            for run in element.findall(f"{W}r")
        ]
        name = chain[0].find(f"{W}name").get(f"{W}val")
        where = "table" if any(True for _ in element.iterancestors(f"{W}tc")) else "body"
        return Line(_text(element), name, where, look | letters, element, runs)

    def _chain(self, style: str) -> Iterator[Any]:
        while style is not None:
            element = self.styles[style]
            yield element
            based = element.find(f"{W}basedOn")
            style = None if based is None else based.get(f"{W}val")

    def charts(self) -> list[bytes]:
        """The chart parts in their order."""
        names = [name for name in self.names if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
        return [self.archive.read(name) for name in names]

    def books(self) -> list[bytes]:
        """The workbooks inside."""
        return [self.archive.read(name) for name in self.names if name.endswith(".xlsx")]

    def text(self) -> str:
        """All that is printed: the body, tables, what the charts show."""
        said = [line.text for line in self.lines()]
        for chart in self.charts():
            said += re.findall(r"<(?:a:t|c:v)>([^<]*)</", chart.decode())
        return "\n".join(said)


def _text(element: Any) -> str:
    made = []
    for one in element.iter(f"{W}t", f"{W}br"):
        made.append(" " if one.tag == f"{W}br" else one.text or "")
    return "".join(made)


def _said(about: Any) -> dict[str, str]:
    """Properties by name: rFonts.ascii, sz, spacing.after, ind.firstLine, b ..."""
    said: dict[str, str] = {}
    for one in () if about is None else about:
        name = one.tag.removeprefix(W)
        for key, value in one.attrib.items():
            key = key.removeprefix(W)
            said[name if key == "val" else f"{name}.{key}"] = value
        if not one.attrib:
            said[name] = "1"
    return said
