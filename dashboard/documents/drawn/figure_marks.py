"""A figure of a document as a drawing: one geometry on the wall, on paper and as a picture."""

from dashboard.charts.look import Look
from dashboard.documents import text_widths
from dashboard.documents.drawn import (
    change_marks,
    completion_marks,
    heat_marks,
    level_marks,
    rows_room,
    span_marks,
)
from dashboard.documents.drawn.marks import Drawing, Mark
from dashboard.documents.model.figures import Changes, Completion, Figure, Heat, Levels, Spans


def draw(
    figure: Figure,
    width: float,
    height: float,
    look: Look,
    size: float = 14,
    whole: Figure | None = None,
) -> Drawing:
    """The figure in a box of width x height, its letters of this size or smaller where the rows
    are many. whole: the figure of which this one is some rows, for one axis on several slides.
    """
    width, height = max(width, 10 * size), max(height, 6 * size)
    marks = _marks(figure, width, height, look, size, whole or figure)
    return Drawing(width, height, tuple(marks), figure.alt)


def _marks(
    figure: Figure, width: float, height: float, look: Look, size: float, whole: Figure
) -> list[Mark]:
    if not figure.rows:  # its alternative text says that there is nothing
        lines = text_widths.wrapped(figure.alt, size, width, max(1, int(height / size / 1.3)))
        middle = len(lines) * rows_room.LEADING * size / 2
        return rows_room.block(lines, 0, middle, size, look.muted)
    match figure, whole:
        case Levels(), _:
            return level_marks.draw(figure, width, height, look, size)
        case Changes(), Changes():
            return change_marks.draw(figure, width, height, look, size, whole)
        case Completion(), Completion():
            return completion_marks.draw(figure, width, height, look, size, whole)
        case Spans(), Spans():
            return span_marks.draw(figure, width, height, look, size, whole)
        case Heat(), _:
            return heat_marks.draw(figure, width, height, look, size)
    raise TypeError(f"no drawing of {type(figure).__name__}")
