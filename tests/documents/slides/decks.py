"""A deck read back: its words, its parts unpacked, where everything stands."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pptx


def opened(content: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    """Every entry of the file, those of workbooks inside it too."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            found[name] = data
            if name.endswith(".xlsx"):
                found |= {f"{name}/{inner}": one for inner, one in parts(data).items()}
    return found


def shapes(content: bytes) -> Iterator[tuple[int, Any]]:
    """Every piece with the number of its slide, from 1."""
    for number, slide in enumerate(opened(content).slides, 1):
        yield from ((number, shape) for shape in slide.shapes)


def words(slide: Any) -> str:
    """All letters of a slide: boxes, tables, charts; not its notes."""
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        elif getattr(shape, "has_table", False):
            found += [cell.text for row in shape.table.rows for cell in row.cells]
        elif getattr(shape, "has_chart", False):
            found += [t for t in shape.chart.part._element.itertext() if t.strip()]
    return "\n".join(found)
