"""Parts of a paper as slides: each title a finding, below it one thing to look at.

All that is read on a slide is laid out here with the fonts' own widths, so that nothing runs over
anything on any screen; what a slide has no room for stands in its speaker's notes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from dashboard.charts.look import DARK, LIGHT
from dashboard.documents import text_widths
from dashboard.documents.drawn import figure_marks, svg
from dashboard.documents.model.figures import Figure
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Paper, Part
from dashboard.documents.show import wall_tables
from dashboard.documents.show.inks import Inks
from dashboard.documents.show.wall import (
    COVER,
    EDGE,
    FIGURES,
    FOOTER,
    HEIGHT,
    LEADING,
    MEASURE,
    NOTE,
    ROOM,
    SAID,
    SMALLEST_FIGURE,
    SPACING,
    TITLES,
    TOP,
)


@dataclass(frozen=True)
class Slide:
    """A slide without its frame: its title whole, what stands on it and beside it as HTML.

    is_prompt: of the part of decisions, where none is written yet.
    """

    title: str
    html: str
    notes: str
    name: str = ""
    is_prompt: bool = False


def slides(paper: Paper, inks: Inks) -> list[Slide]:
    """Every part in its order, at least one slide."""
    parts = paper.parts or (Part("title", paper.title),)
    made: list[Slide] = []
    for part in parts:
        made += _of_part(part, len(made), inks)
    return made


def _of_part(part: Part, number: int, inks: Inks) -> list[Slide]:
    if not (part.say or part.figure or part.table):
        return [_slide(part, _cover(part), 0)]
    low = _low(part)
    bodies: list[str] = []
    for step in (0, 1):  # whether it is more than one slide is known once it is laid out
        high, heading = _heading(part, (1, 2) if step else None)
        room = FOOTER - low - high
        bodies = list(_bodies(part, room, inks, f"f{number}"))
        if len(bodies) == 1:
            break
    made = []
    for place, body in enumerate(bodies, 1):
        of = (place, len(bodies)) if len(bodies) > 1 else None
        top, heading = _heading(part, of)
        style = f"top:{top:.0f}px;height:{room:.0f}px"
        html = f'{heading}<div class="body" style="{style}">{body}</div>{_note(part)}'
        made.append(_slide(part, html, place - 1))
    return made


def _slide(part: Part, html: str, place: int) -> Slide:
    has_figures = part.title.numbers or any(one.numbers for one in part.say)
    is_bare = not (part.figure or part.table or has_figures)
    return Slide(
        str(part.title),
        html,
        "" if place else _notes(part),
        part.name,
        part.name == "decisions" and is_bare,
    )


def _bodies(part: Part, room: float, inks: Inks, name: str) -> Iterator[str]:
    if part.figure:
        yield from _figures(part.figure, str(part.title), room, inks, name)
    if part.table:
        yield from wall_tables.pages(part.table, room)
    if not (part.figure or part.table):
        yield from _said(part.say, room)


def _cover(part: Part) -> str:
    """A title alone, large, in the middle of the stage."""
    size, lines = _fitted(str(part.title), COVER, 3)
    measure = ""
    if part.measure:
        text = text_widths.wrapped(part.measure, 30, ROOM, 2)
        measure = f'<p class="measure" style="font-size:30px">{_lines(text)}</p>'
    note = text_widths.wrapped(str(part.note), MEASURE, ROOM, 3) if part.note else ()
    below = f'<p class="below">{_lines(note)}</p>' if note else ""
    title = f'<h1 tabindex="-1" style="font-size:{size}px">{_lines(lines)}</h1>'
    return f'<div class="cover" style="height:{HEIGHT - 2 * EDGE}px">{title}{measure}{below}</div>'


def _heading(part: Part, of: tuple[int, int] | None) -> tuple[float, str]:
    """Where the body begins, and the title with what is measured."""
    more = f" ({of[0]}/{of[1]})" if of else ""
    room = ROOM - (text_widths.width(" (99/99)", TITLES[0], True) if of else 0)
    size, lines = _fitted(str(part.title), TITLES, 2, room)
    y = TOP + len(lines) * LEADING * size
    counted = f'<span class="of">{escape(more)}</span>' if more else ""
    html = f'<h1 tabindex="-1" style="font-size:{size}px">{_lines(lines)}{counted}</h1>'
    if part.measure:
        cut = text_widths.cut(part.measure, MEASURE, ROOM)
        html += f'<p class="measure">{escape(cut)}</p>'
        y += 1.35 * MEASURE
    return y + 18, f'<div class="heading">{html}</div>'


def _fitted(
    text: str, sizes: Sequence[int], most: int, room: float = ROOM
) -> tuple[int, tuple[str, ...]]:
    """The largest size at which the text fits into so many lines, else the last, cut."""
    for size in sizes:
        lines = text_widths.wrapped(text, size, room, most, True)
        if not lines[-1].endswith(text_widths.MORE) or text.endswith(text_widths.MORE):
            break
    return size, lines


def _figures(figure: Figure, title: str, room: float, inks: Inks, name: str) -> Iterator[str]:
    """The figure, its rows on as many slides as keep them readable."""
    most = max(3, int((room / SMALLEST_FIGURE - 5) / 1.28))
    rows = len(figure.rows)
    count = max(1, -(-rows // most))
    each = -(-rows // count) or 1
    size = next(size for up_to, size in FIGURES if min(each, 99) <= up_to)
    for place in range(count):
        some = figure.rows[place * each : (place + 1) * each]
        part: Figure = replace(figure, rows=some) if count > 1 else figure  # type: ignore[arg-type]  # of its own kind
        both = [figure_marks.draw(part, ROOM, room, look, size, figure) for look in (LIGHT, DARK)]
        drawing = inks.themed(both[0], both[1])
        yield svg.svg(drawing, title, fonts="", name=f"{name}-{place}")


def _said(say: Sequence[Said], room: float) -> Iterator[str]:
    """Sentences as large as they all fit on one slide, else on several."""
    for size in SAID:
        most = max(1, int(room / (SPACING * size)))
        laid = [text_widths.wrapped(str(one), size, ROOM - 1.4 * size, most) for one in say]
        if sum(_tall(lines, size) for lines in laid) <= room:
            break
    page: list[tuple[str, ...]] = []
    left = room
    for lines in laid:
        tall = _tall(lines, size)
        if page and tall > left:
            yield _list(page, size)
            page, left = [], room
        page.append(lines)
        left -= tall
    yield _list(page, size)


def _tall(lines: Sequence[str], size: int) -> float:
    return (len(lines) * SPACING + 0.6) * size


def _list(page: Sequence[tuple[str, ...]], size: int) -> str:
    items = "".join(f"<li>{_lines(lines)}</li>" for lines in page)
    return f'<ul class="say" style="font-size:{size}px">{items}</ul>'


def _below(part: Part) -> list[str]:
    """Note and source in their lines."""
    lines: list[str] = []
    if part.note:
        lines += text_widths.wrapped(str(part.note), NOTE, ROOM, 2)
    if part.source:
        lines.append(text_widths.cut(part.source, NOTE, ROOM))
    return lines


def _low(part: Part) -> float:
    """The room of note and source above the footer."""
    count = len(_below(part))
    return count * 1.25 * NOTE + 12 if count else 4


def _note(part: Part) -> str:
    lines = _below(part)
    return f'<p class="note">{_lines(lines)}</p>' if lines else ""


def _notes(part: Part) -> str:
    """What the speaker has at hand: what is cut on the slide, sentences beside a figure, notes."""
    said = list(part.say) if part.figure or part.table else []
    _, lines = _fitted(str(part.title), TITLES, 2)
    whole = [part.title] if lines[-1].endswith(text_widths.MORE) else []
    told = [str(one) for one in (*whole, *said, part.note, *part.notes) if one]
    return "".join(f"<p>{escape(text[:2_000])}</p>" for text in dict.fromkeys(told))


def _lines(lines: Sequence[str]) -> str:
    return "<br>".join(map(escape, lines))
