"""What a finished PDF holds, read out of it with pypdf."""

import io
import re

from pypdf import PageObject, PdfReader

from dashboard.documents.model.paper import Paper
from tests.documents.pdf.printed_decree import Facts, Line

MILLIMETRES = 25.4 / 72  # of a point


def opened(made: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(made))


def words_of(reader: PdfReader) -> str:
    """All text in one line, without places to break."""
    return one_line(" ".join(page.extract_text() for page in reader.pages))


def one_line(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())


def fonts(reader: PdfReader) -> dict[str, bool]:
    """The fonts' names and whether each is embedded."""
    found: dict[str, bool] = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            described = inner["/FontDescriptor"]
            name = str(described["/FontName"]).partition("+")[2]
            found[name] = any(key.startswith("/FontFile") for key in described)
    return found


def pieces(page: PageObject) -> list[tuple[float, float, Line]]:
    """Left edge, height above the page's foot (millimetres) and letters of each run of text."""
    found: list[tuple[float, float, Line]] = []

    def seen(text, matrix, _, font, size):  # pypdf calls it with each run
        if not text.strip():
            return
        name = str(font["/BaseFont"]).partition("+")[2]
        letters = Line(one_line(text), size, "Bold" in name, "Italic" in name, _family(name))
        found.append((matrix[4] * MILLIMETRES, matrix[5] * MILLIMETRES, letters))

    page.extract_text(visitor_text=seen)
    return found


def _family(name: str) -> str:
    return re.sub(r"([a-z])([A-Z])", r"\1 \2", name.partition("-")[0])


def page_number(page: PageObject) -> str:
    """What stands in the top margin, 20 mm high."""
    height = float(page.mediabox.height) * MILLIMETRES
    return " ".join(line.text for _, y, line in pieces(page) if y > height - 20)


def facts_of(reader: PdfReader, paper: Paper) -> Facts:
    """A report or minutes for the rules of the decree; figures are no text of the page."""
    first = reader.pages[0]
    on_first = [each for each in pieces(first) if each[2].font != "Liberation Sans"]
    width, height = (float(side) * MILLIMETRES for side in first.mediabox[2:])
    body = [(x, y, line) for x, y, line in on_first if y > 20]
    return Facts(
        paper.kind,
        paper.heading,
        "" if paper.office is None else paper.office.name,
        (width, height),
        {"left": min(x for x, _, _ in body)},
        tuple(line for _, _, line in body),
        tuple(page_number(page) for page in reader.pages),
        _end(reader),
    )


def _end(reader: PdfReader) -> tuple[Line, ...]:
    """From "./." on, on its page."""
    for page in reader.pages:
        lines = [line for _, y, line in pieces(page) if y > 20]
        for place, line in enumerate(lines):
            if line.text.endswith("./."):
                return tuple(lines[place:])
    return ()


def tagged(reader: PdfReader, kind: str) -> list[dict[str, object]]:
    """The elements of a kind ("/Figure") in the tree of tags."""
    found, open_ends = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while open_ends:
        node = open_ends.pop().get_object()
        if isinstance(node, list):
            open_ends.extend(each for each in node if not isinstance(each, int))
        elif hasattr(node, "get"):
            if node.get("/S") == kind:
                found.append(node)
            if "/K" in node and not isinstance(node["/K"], int):
                open_ends.append(node["/K"])
    return found
