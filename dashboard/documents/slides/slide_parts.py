"""A part of a paper as slides: its finding above, one figure, table or list of sentences below."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.documents import text_widths
from dashboard.documents.model.figures import Figure, Heat
from dashboard.documents.model.paper import Part
from dashboard.documents.office_charts.chart_parts import is_chart
from dashboard.documents.slides.deck_stage import (
    BETWEEN,
    HEAT,
    LEADING,
    SAID,
    SMALLEST_SAID,
    SMALLEST_TABLE,
    SURE,
    TABLE,
    Stage,
)
from dashboard.documents.slides.deck_tables import Grid, grids, heat_grids, heat_key
from dashboard.documents.slides.slide_xml import BULLET, Type

MOST_ROWS = 28  # of a chart on one slide: their letters are 9 points high
MOST_LINES = 6  # of a sentence
KEY_GAP = 12.0  # points between a heat map and its key


@dataclass(frozen=True)
class Sentences:
    """Sentences that fit on one slide, and the size of their letters."""

    texts: list[str]
    size: float


@dataclass(frozen=True)
class Content:
    """What stands on one slide below its title. whole: the figure whose rows are on several; key:
    below a heat map, more: below a table."""

    figure: Figure | None = None
    whole: Figure | None = None
    grid: Grid | None = None
    key: Grid | None = None
    said: Sentences | None = None
    alt: str = ""
    more: str = ""


def contents(part: Part, stage: Stage, type_: Type) -> list[Content]:
    """The slides of a part: a figure, the pages of its table; sentences where it has neither."""
    found = [*_figures(part, stage, type_), *_tables(part, stage, type_)]
    if not found and part.say:
        found = list(_said(part, stage))
    return found or [Content()]


def _figures(part: Part, stage: Stage, type_: Type) -> Iterator[Content]:
    figure, box = part.figure, stage.content
    if isinstance(figure, Heat) and figure.rows:
        look, key = replace(type_, size=stage.size(HEAT)), heat_key(figure, type_, box.width)
        room = box.height - (key.height + KEY_GAP if key else 0)
        for grid in heat_grids(figure, box.width, room, look):
            yield Content(grid=grid, key=key, alt=figure.alt)
    elif is_chart(figure) and figure is not None:
        pages = -(-len(figure.rows) // MOST_ROWS)
        each = -(-len(figure.rows) // pages)
        for at in range(0, len(figure.rows), each):
            rows = figure.rows[at : at + each]
            yield Content(figure=replace(figure, rows=rows), whole=figure)  # type: ignore[arg-type]  # of its own kind


def _tables(part: Part, stage: Stage, type_: Type) -> Iterator[Content]:
    if part.table is None or not part.table.rows:
        return
    box, size = stage.content, TABLE
    while True:
        look = replace(type_, size=stage.size(size))
        room = box.height - (look.size * LEADING * 1.5 if part.table.more else 0)
        pages = grids(part.table, box.width, room, look)
        if len(pages) == 1 or size <= SMALLEST_TABLE:
            break
        size = max(SMALLEST_TABLE, size - 1)
    for number, grid in enumerate(pages, 1):
        yield Content(grid=grid, more=part.table.more if number == len(pages) else "")


def _said(part: Part, stage: Stage) -> Iterator[Content]:
    """Sentences as large as they fit on one slide, on more of them where letters get too small."""
    box, texts = stage.content, [str(one) for one in part.say if one]
    size = SAID
    while size >= SMALLEST_SAID:
        fitted, height = _set(texts, box.width * SURE, stage.size(size))
        if height <= box.height:
            yield Content(said=Sentences(fitted, stage.size(size)))
            return
        size -= 1
    page: list[str] = []
    least = stage.size(SMALLEST_SAID)
    for text in texts:
        if page and _set([*page, text], box.width * SURE, least)[1] > box.height:
            yield Content(said=Sentences(page, least))
            page = []
        page.extend(_set([text], box.width * SURE, least)[0])
    yield Content(said=Sentences(page, least))


def _set(texts: list[str], width: float, size: float) -> tuple[list[str], float]:
    """Sentences as they are set, and their height together."""
    fitted, height = [], 0.0
    width -= size * BULLET
    for text in texts:
        said, lines = text_widths.fitted(text, size, width, MOST_LINES)
        fitted.append(said)
        height += (lines + BETWEEN) * size * LEADING
    return fitted, height
