"""Every chart of the registry keeps what all keep; and the checks see the mistakes they are for."""

import ast
import importlib
import pkgutil
from dataclasses import replace
from types import ModuleType
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard import charts
from dashboard.charts import heatmap, levels, registry
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import safe
from dashboard.charts.registry import CHARTS, Chart
from dashboard.config import ROOT
from dashboard.rows import Figure, Status, rows_of
from dashboard.states import ASSIGNED
from dashboard.verdicts import Verdict
from tests.charts import checks, frames
from tests.charts.checks import CHECKS, SETTINGS, unregistered

MODULES = [
    importlib.import_module(f"dashboard.charts.{module.name}")
    for module in pkgutil.iter_modules(charts.__path__)
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_every_chart(chart, check):
    for setting in SETTINGS:
        try:
            check(chart, setting)
        except AssertionError as fault:
            raise AssertionError(f"{chart.name} ({setting}): {fault}") from fault


def test_every_drawing_is_registered():
    assert unregistered(MODULES, CHARTS) == []
    assert len({chart.name for chart in CHARTS}) == len({chart.draw for chart in CHARTS})


def test_figures_are_made_on_the_canvas_alone():
    """A figure made elsewhere would be known to no row of the registry."""
    files = [*ROOT.glob("dashboard/**/*.py"), *ROOT.glob("pages/*.py"), *ROOT.glob("*.py")]
    makers = {
        file.relative_to(ROOT).as_posix()
        for file in files
        if "plotly" in file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) == "Figure"
    }
    assert makers == {"dashboard/charts/canvas.py"}


@pytest.mark.parametrize(
    "draw, frame",
    [
        (levels.levels_and_difference, frames.levels_frame()),
        (heatmap.villages_by_component, frames.villages_frame()),
    ],
)
@pytest.mark.parametrize("theme", [checks.LIGHT, checks.DARK], ids=lambda theme: theme.mode)
def test_differences_without_verdict_have_neither_blue_nor_orange(draw, frame, theme):
    """The colours of what is well and of what needs somebody, states of tasks included."""
    figure = draw(frame, frames.VI, theme).to_json()
    judging = {theme.state(state) for state in ASSIGNED} - {theme.background, theme.open}
    assert [c for c in judging | {theme.accent, theme.orange} if c in figure] == []


# The mistakes: a sound chart, and one fault sown into it at a time.


class Bar(NamedTuple):
    """A name with its figure."""

    name: str
    estimate: Figure
    status: Status
    verdict: Verdict | None = None


def bars(frame, words, look, phone=False, *, escape=safe, signs="", fill=None, empty=True):
    rows = list(rows_of(frame, Bar))
    if empty and not rows:
        return Canvas.nothing(words, look)
    seen = [row for row in rows if not row.status.startswith("hidden")]
    canvas = (
        Canvas(look, 30 * len(rows), (0, 0, 0, 0)).rows(len(rows)).set(xaxis={"fixedrange": True})
    )
    ys = list(range(len(seen)))
    colour = look.grey if fill is None else fill
    values = [row.estimate for row in seen]
    canvas.trace("bar", x=values, y=ys, marker={"color": colour} if colour else {}, name="bar")
    for y, row in enumerate(rows):
        canvas.at_row(escape(row.name) + signs, y, 0, 0)
    rows[0]  # of no rows there is no first one
    return canvas.figure()


def bars_in_words(frame, words):
    said = ", ".join(row.name for row in rows_of(frame, Bar))
    return f"{words['column.component']}: {said}." if said else words["chart.no_data"]


SOUND = Chart("bars", bars, bars_in_words, (Bar("Một", 1.5, "ok", "up"), Bar("Hai", 2, "ok")))


def drawn(**fault):
    """The chart with a fault sown into its drawing."""
    return replace(SOUND, draw=lambda *about: bars(*about, **fault))


def saying(text):
    """The chart with another alternative text."""
    return replace(SOUND, alt_text=lambda frame, words: text(frame, words))


def leaking(frame, words, look, phone=False):
    return bars(frame.assign(status="ok"), words, look, phone)


MISTAKES = {
    "no alternative text": (saying(lambda *_: ""), checks.has_alt_text),
    "alternative text of one language": (
        saying(lambda frame, words: bars_in_words(frame, checks.SETTINGS[0].words)),
        checks.has_alt_text,
    ),
    "an empty frame crashes": (drawn(empty=False), checks.says_that_there_is_nothing),
    "a name unescaped": (drawn(escape=str), checks.escapes_names),
    "a name escaped where it is read aloud": (
        saying(lambda frame, words: safe(bars_in_words(frame, words))),
        checks.escapes_names,
    ),
    "a direction in words": (drawn(signs=" tăng, fell"), checks.says_no_direction_without_verdict),
    "a direction by a sign": (drawn(signs="▲"), checks.says_no_direction_without_verdict),
    "a direction in the alternative text": (
        saying(lambda frame, words: bars_in_words(frame, words) + " Giảm, fell."),
        checks.says_no_direction_without_verdict,
    ),
    "a colour that is not of look": (drawn(fill="#123456"), checks.uses_the_colours_of_look),
    "a colour by its name": (drawn(fill="red"), checks.uses_the_colours_of_look),
    "a colour of Plotly's own": (drawn(fill=""), checks.uses_the_colours_of_look),
    "a colour of the other theme": (
        drawn(fill=checks.LIGHT.accent),
        checks.uses_the_colours_of_look,
    ),
    "a hidden figure": (replace(SOUND, draw=leaking), checks.shows_nothing_hidden),
}


def faults(chart):
    """The checks that the chart does not pass in some setting."""
    found = []
    for check in CHECKS:
        for setting in SETTINGS:
            try:
                check(chart, setting)
            except Exception:  # whatever a faulty chart raises
                found.append(check)
                break
    return found


def test_a_sound_chart_passes():
    assert faults(SOUND) == []


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_seen(mistake):
    chart, check = MISTAKES[mistake]
    assert check in faults(chart)


def test_a_drawing_without_a_row_is_seen():
    def pie(frame: pd.DataFrame) -> go.Figure:
        return go.Figure()

    module = ModuleType("dashboard.charts.pie")
    pie.__module__, module.pie = module.__name__, pie
    assert unregistered([module], CHARTS) == ["dashboard.charts.pie.pie"]
    pies = registry.Chart("pie", pie, bars_in_words, SOUND.example)
    assert unregistered([module], (*CHARTS, pies)) == []
    others = [chart for chart in CHARTS if chart.name != "levels"]
    assert unregistered(MODULES, others) == ["dashboard.charts.levels.levels_and_difference"]
