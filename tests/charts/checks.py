"""What every chart keeps, as checks of one chart: each raises AssertionError and says why.

test_registry.py runs them over the registry, and over seeded mistakes, so that they can fail.
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from types import ModuleType
from typing import get_args, get_type_hints

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.look import CLEAR, DARK, LIGHT, Look
from dashboard.charts.registry import Chart
from dashboard.rows import NAN, Figure, frame_of
from dashboard.words import LANGUAGES, Words, words

# HTML that Plotly would draw, Markdown, mathematics, and what HTML has to escape.
HOSTILE = "<b>x</b>**y**$z$&"
ESCAPED = "&lt;b&gt;x"
# An estimate that a caller forgot to blank: it must not be seen anywhere all the same.
LEAK = 6.6666
LEAKED = re.compile(r"6[.,]66|6[.,]67|666")
DIRECTIONS = {
    "vi": re.compile(r"tăng|giảm|[▲▼▾▴↑↓]|triangle-(up|down)", re.IGNORECASE),
    "en": re.compile(
        r"\b(ris|rose|fall|fell|increas|decreas|improv|wors)\w*|[▲▼▾▴↑↓]|triangle-(up|down)",
        re.IGNORECASE,
    ),
}
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)|(?<=color:)[^;\"]+")


@dataclass(frozen=True)
class Setting:
    """Language, theme and width in which a chart is drawn."""

    words: Words
    look: Look
    phone: bool

    def __str__(self) -> str:
        return f"{self.words.language}, {self.look.mode}, {'phone' if self.phone else 'wide'}"

    def figure(self, chart: Chart, frame: pd.DataFrame, **about: object) -> go.Figure:
        return chart.draw(frame, self.words, self.look, self.phone, **{**chart.about, **about})

    def alt(self, chart: Chart, frame: pd.DataFrame, **about: object) -> str:
        return chart.alt_text(frame, self.words, **{**chart.about, **about})


SETTINGS = [
    Setting(words(language), look, phone)
    for language in LANGUAGES
    for look in (LIGHT, DARK)
    for phone in (False, True)
]


def columns_of(chart: Chart, kind: object) -> list[str]:
    """The columns of a kind: Figure, or str (free text: a closed vocabulary is a Literal)."""
    hints = get_type_hints(chart.row, include_extras=True)
    if kind is str:
        return [name for name, hint in hints.items() if str in (hint, *get_args(hint))]
    return [name for name, hint in hints.items() if hint == kind]


def with_columns(chart: Chart, **values: object) -> pd.DataFrame:
    """The example with other values in some of its columns, those left out that it lacks."""
    rows = [row._replace(**values) for row in chart.example]
    return frame_of(rows, chart.row)


def strings(node: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a figure with its property; customdata is for clicks and is not shown."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name != "customdata":
                yield from strings(value, name)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from strings(value, key)
    elif isinstance(node, str):
        yield key, node


def everything(figure: go.Figure) -> str:
    """Every string and number of a figure, one a line."""
    return figure.to_json(pretty=True, engine="json").encode().decode("unicode_escape", "ignore")


def has_alt_text(chart: Chart, setting: Setting) -> None:
    said = setting.alt(chart, chart.frame)
    assert said.endswith(".") and len(said) > 10, f"no alternative text: {said!r}"
    assert said != setting.words["chart.no_data"] and "{" not in said, said
    other = next(s for s in SETTINGS if s.words != setting.words)
    assert said != other.alt(chart, chart.frame), f"the same in both languages: {said!r}"


def says_that_there_is_nothing(chart: Chart, setting: Setting) -> None:
    nothing = setting.words["chart.no_data"]
    for frame in (chart.frame.head(0), frame_of([], chart.row)):
        figure = setting.figure(chart, frame)
        assert [note.text for note in figure.layout.annotations] == [nothing]
        assert setting.alt(chart, frame) == nothing


def stands_on_missing_figures(chart: Chart, setting: Setting) -> None:
    """Nothing but NaN: no figure is 0, and nothing crashes."""
    floats = [*columns_of(chart, Figure), *columns_of(chart, float)]
    ends = [name for name in floats if name.startswith("scale_")]
    frame = with_columns(chart, **{name: NAN for name in floats if name not in ends})
    figure = setting.figure(chart, frame)
    assert setting.alt(chart, frame)
    if floats:
        texts = [text for _, text in strings(figure.to_dict().get("data", []))]
        assert not [text for text in texts if re.search(r"\bnan\b|(?<![\d,])0,00", text)]


def escapes_names(chart: Chart, setting: Setting) -> None:
    names = columns_of(chart, str)
    rows = [
        row._replace(**{n: HOSTILE + getattr(row, n) for n in names if getattr(row, n)})
        for row in chart.example
    ]
    about = {n: HOSTILE + value for n, value in chart.about.items() if isinstance(value, str)}
    frame = frame_of(rows, chart.row)
    shown = [text for _, text in strings(setting.figure(chart, frame, **about).to_dict())]
    raw = [text for text in shown if HOSTILE[:4] in text]
    assert not raw, f"a name is drawn as HTML: {raw[0]!r}"
    if names or about:
        assert any(ESCAPED in text for text in shown), "no name is shown at all"
    said = setting.alt(chart, frame, **about)
    assert "&lt;" not in said, f"alternative text is no HTML: {said!r}"


def says_no_direction_without_verdict(chart: Chart, setting: Setting) -> None:
    """Neither by a word, a sign or a mark, and not of what is hidden."""
    statuses = [name for name in chart.row._fields if name.startswith("status")]
    frames = [chart.frame]
    if "verdict" in chart.row._fields:
        hidden: dict[str, object] = dict.fromkeys(statuses, "hidden_n")
        frames = [
            chart.frame.drop(columns="verdict"),
            with_columns(chart, verdict=None),
            with_columns(chart, verdict="unclear"),
            with_columns(chart, verdict="not_comparable"),
            with_columns(chart, verdict="up", **hidden),
        ]
    direction = DIRECTIONS[setting.words.language]
    for frame in frames:
        figure = setting.figure(chart, frame)
        texts = [text for _, text in strings(figure.to_dict())] + [setting.alt(chart, frame)]
        found = [text for text in texts if direction.search(text)]
        assert not found, f"a direction without a verdict: {found[0]!r}"


def shows_nothing_hidden(chart: Chart, setting: Setting) -> None:
    figures = columns_of(chart, Figure)
    statuses = [name for name in chart.row._fields if name.startswith("status")]
    assert bool(figures) <= bool(statuses), "a Figure needs its status"
    for status in statuses:
        leaking = dict.fromkeys(figures, LEAK) | {status: "hidden_n"}
        others = [other.removeprefix("status") for other in statuses if other != status]
        # One of several hides its own end, and what needs both.
        theirs = {n: v for n, v in leaking.items() if not any(map(n.endswith, others))}
        first = frame_of([chart.example[0]._replace(**theirs), *chart.example[1:]], chart.row)
        for frame in (with_columns(chart, **theirs), first):
            seen = everything(setting.figure(chart, frame)) + setting.alt(chart, frame)
            assert not LEAKED.search(seen), f"hidden by {status}, but shown"


def uses_the_colours_of_look(chart: Chart, setting: Setting) -> None:
    """Only those of its theme, and every trace names its own: else Plotly takes one of its."""
    theme = setting.look
    allowed = {LIGHT.background, DARK.background, CLEAR}
    for colour in fields(Look):
        value = getattr(theme, colour.name)
        allowed |= set(value) if isinstance(value, tuple) else {value}
    figure = setting.figure(chart, chart.frame).to_dict()
    for key, text in strings(figure):
        found = [text] if key.endswith("color") else COLOUR.findall(text)
        strange = [colour for colour in found if colour.strip() not in allowed]
        assert not strange, f"{key}: {strange[0]} is no colour of look.{theme.mode.upper()}"
    for trace in figure["data"]:
        assert not _without_colour(trace), f"{trace['name']} names no colour for its mark"


def _without_colour(trace: dict) -> list[str]:
    """The parts of a trace that are drawn and name no colour."""
    if trace["type"] == "heatmap":
        return [] if "colorscale" in trace else ["colorscale"]
    drawn = trace["mode"].split("+") if trace["type"] == "scatter" else ["markers"]
    parts = {"lines": "line", "markers": "marker", "text": "textfont"}
    named = {part: trace.get(part, {}) for part in parts.values()}
    named["marker"] = named["marker"] | named["marker"].get("line", {})
    return [parts[kind] for kind in drawn if "color" not in named[parts[kind]]]


def keeps_the_base_layout(chart: Chart, setting: Setting) -> None:
    layout = setting.figure(chart, chart.frame).layout
    assert layout.height > 0 and layout.separators == ",." and layout.showlegend is False
    assert layout.dragmode is False and layout.paper_bgcolor == layout.plot_bgcolor == CLEAR
    axes = [layout[name] for name in layout if re.fullmatch(r"[xy]axis\d*", name)]
    assert axes and all(axis.fixedrange for axis in axes)
    assert layout.template.layout.colorway is None


CHECKS = (
    has_alt_text,
    says_that_there_is_nothing,
    stands_on_missing_figures,
    escapes_names,
    says_no_direction_without_verdict,
    shows_nothing_hidden,
    uses_the_colours_of_look,
    keeps_the_base_layout,
)


def drawings(module: ModuleType) -> list[str]:
    """The public functions of a module that answer a figure, by full name."""
    return [
        f"{module.__name__}.{name}"
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and function.__annotations__.get("return") in (go.Figure, "go.Figure")
    ]


def unregistered(modules: list[ModuleType], charts: tuple[Chart, ...]) -> list[str]:
    """Drawings of the modules that no row of the registry names."""
    known = {f"{chart.draw.__module__}.{chart.draw.__name__}" for chart in charts}
    return [name for module in modules for name in drawings(module) if name not in known]
