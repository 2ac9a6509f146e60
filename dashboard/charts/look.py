"""Every colour, size, font and the base layout of the charts; nowhere else names a colour.

.streamlit/config.toml repeats the interface colours because Streamlit reads them before
any code runs, and parts/style.css takes them through css(); tests hold the three together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from string import Template
from typing import Any

from dashboard.words import Words

FONT = '"Source Sans", sans-serif'
SIZE = 13.5
SMALL = 12.5
# A4 without the margins of style.css.
SHEETS = {"landscape": ("1032px", "703px"), "portrait": ("703px", "1032px")}
STYLE_SHEET = Path(__file__).parents[1] / "parts" / "style.css"

# Cells of workbooks that go out, by severity: dark text stands on them.
MARKS = {"error": "#F8CBAD", "warning": "#FFE699", "info": "#DDEBF7"}


@dataclass(frozen=True)
class Look:
    """The colours of one theme. text is so dark that at 60 %, as Streamlit draws headings and
    pinned columns of tables, it still has a contrast of 4.5."""

    mode: str
    background: str
    surface: str
    border: str
    grid: str
    text: str
    muted: str
    accent: str
    orange: str
    grey: str
    blue_tint: str
    orange_tint: str
    grey_tint: str
    year_from: str
    year_to: str
    done_on_time: str
    done_late: str
    overdue: str
    open: str
    hidden: str
    hidden_line: str
    difference: tuple[str, ...]  # from below to above, the middle being no clear difference
    groups: tuple[str, str, str, str]  # by quartile, the lowest first

    def state(self, state: str) -> str:
        """The fill of a task state; not due yet is an outline, so it has the page's colour."""
        fills = {
            "done_on_time": self.done_on_time,
            "done_late": self.done_late,
            "done_undated": self.done_late,
            "overdue": self.overdue,
            "in_progress": self.open,
            "not_started": self.background,
            "cancelled": self.grey,
        }
        return fills[state]

    def state_line(self, state: str) -> str:
        """The colour of a task state's line or dot: an outline where the fill is the page's."""
        return self.open if state == "not_started" else self.state(state)

    def verdict(self, verdict: str | None) -> str:
        """Blue is favourable, orange needs you, grey is not enough evidence."""
        return {"up": self.accent, "down": self.orange}.get(verdict or "", self.grey)

    def group(self, group: object) -> str:
        """The fill of a group by quartile, the page's own colour for who is in none."""
        low, medium_low, medium_high, high = self.groups
        fills: dict[object, str] = {"low": low, "medium_low": medium_low}
        fills |= {"medium_high": medium_high, "high": high}
        return fills.get(group, self.background)


LIGHT = Look(
    mode="light",
    background="#FFFFFF",
    surface="#F4F6F8",
    border="#D6DDE5",
    grid="#E7EBF0",
    text="#0E1822",
    muted="#526070",
    accent="#0A5FA5",
    orange="#B5480A",
    grey="#5F6B79",
    blue_tint="#E6F0F9",
    orange_tint="#FCEEE4",
    grey_tint="#EDF0F3",
    year_from="#7D8A98",
    year_to="#0E1822",
    done_on_time="#0A4F8C",
    done_late="#4A92D2",
    overdue="#B5480A",
    open="#7B8999",
    hidden="#E6EAEE",
    hidden_line="#7D8A98",
    difference=("#9A3B05", "#D27F42", "#EFC7A4", "#EDF0F3", "#B4D2EC", "#5C9BD1", "#0A4F8C"),
    groups=("#CFE6E1", "#86C1B7", "#2F8177", "#0B4B47"),
)
DARK = Look(
    mode="dark",
    background="#0E141B",
    surface="#17202A",
    border="#32404E",
    grid="#263340",
    text="#E9EEF3",
    muted="#A5B2C0",
    accent="#6DB7F2",
    orange="#F39A5B",
    grey="#9AA7B4",
    blue_tint="#12304A",
    orange_tint="#44260F",
    grey_tint="#232E39",
    year_from="#8797A7",
    year_to="#F2F6FA",
    done_on_time="#7CC0F5",
    done_late="#3579B5",
    overdue="#F0894A",
    open="#7C8B9B",
    hidden="#323E4A",
    hidden_line="#8797A7",
    difference=("#F7AB73", "#C06A2F", "#6A452B", "#232E39", "#264E73", "#3B83C0", "#86C6F7"),
    groups=("#25504C", "#358178", "#62B8AC", "#BCE9E0"),
)
CLEAR = "rgba(0,0,0,0)"
# A screen switched off, what floats over a slide, paper.
BLACK, SHADOW, WHITE = "#000000", "rgb(0 0 0 / 35%)", "#FFFFFF"


def look(mode: str | None) -> Look:
    """The look of a theme; anything but "dark" (Streamlit may not know yet) is light."""
    return DARK if mode == "dark" else LIGHT


def ink_on(fill: str) -> str:
    """White or the darkest ink, whichever is easier to read on the fill.

    >>> ink_on("#0A4F8C")
    '#FFFFFF'
    """
    return max((LIGHT.background, DARK.background), key=lambda ink: contrast(ink, fill))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG defines it, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def base_layout(
    look: Look, height: float, margin: tuple[float, float, float, float]
) -> dict[str, Any]:
    """The layout every chart starts from; the margin is (left, right, top, bottom)."""
    left, right, top, bottom = margin
    font = dict(family=FONT, size=SIZE, color=look.text)
    box = dict(bgcolor=look.surface, bordercolor=look.border, align="left", font=font)
    return dict(
        # The default template alone would be most of the figure's bytes on the wire.
        template="none",
        height=height,
        margin=dict(l=left, r=right, t=top, b=bottom, pad=0),
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        font=dict(font),
        separators=",.",
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        hoverlabel=box,
    )


def axis(look: Look, **more: object) -> dict[str, Any]:
    """An axis without frame, ticks, zero line or zoom; more says what it shows."""
    base: dict[str, Any] = dict(
        fixedrange=True,
        ticks="",
        showline=False,
        zeroline=False,
        gridcolor=look.grid,
        gridwidth=1,
        tickfont=dict(size=SMALL, color=look.muted),
    )
    return base | more


def config(words: Words) -> dict[str, Any]:
    """The config of st.plotly_chart: no toolbar, Vietnamese dates (Streamlit ships none).

    A name with two dollar signs is a name, wherever MathJax may be loaded.
    """
    plain = {"displayModeBar": False, "showTips": False, "doubleClick": False}
    plain["typesetMath"] = False
    if words.language != "vi":
        return plain
    names = ("days", "shortDays", "months", "shortMonths")
    dates = {name: words[f"chart.locale.{name}"].split("|") for name in names}
    shown = {"date": "%d/%m/%Y", "decimal": ",", "thousands": "."}
    return plain | {"locale": "vi", "locales": {"vi": {"dictionary": {}, "format": dates | shown}}}


def css(words: Words, sheet: str = "landscape") -> str:
    """The style sheet with both themes' colours, the texts that replace English ones, and the
    sheet of A4 that the page prints on (landscape or portrait).

    light-dark() follows Streamlit's theme in the browser, without a rerun.
    """
    both = {
        field.name: f"light-dark({getattr(LIGHT, field.name)}, {getattr(DARK, field.name)})"
        for field in fields(Look)
        if field.type is str and field.name != "mode"
    }
    inks = {"ink_on_accent": f"light-dark({ink_on(LIGHT.accent)}, {ink_on(DARK.accent)})"}
    replaced = ("browse", "drop", "lost")
    texts = {f"text_{key}": _quoted(words[f"chart.css.{key}"]) for key in replaced}
    wide, tall = SHEETS[sheet]
    paper = {"language": words.language, "sheet": sheet, "sheet_width": wide, "sheet_height": tall}
    style = STYLE_SHEET.read_text(encoding="utf-8")
    return Template(style).substitute(both | inks | texts | paper)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def swatch(look: Look, state: str) -> Mapping[str, str]:
    """The CSS that draws a state in a key line as its segments are drawn in the charts."""
    fill = look.state(state)
    if state == "not_started":
        return {"background": fill, "border": f"1.5px solid {look.state_line(state)}"}
    if state == "done_undated":
        dots = f"radial-gradient({look.background} 1px, {CLEAR} 1.2px)"
        return {"background": f"{dots} 0 0 / 4px 4px {fill}"}
    return {"background": fill}
