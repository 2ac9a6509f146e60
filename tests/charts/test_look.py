"""Colours live once, in look.py; the theme file and the style sheet agree with it."""

import re
import tomllib
from pathlib import Path

import pytest

from dashboard.charts import look
from dashboard.groups import GROUPS
from dashboard.states import ASSIGNED, BY_URGENCY
from dashboard.verdicts import VERDICTS
from dashboard.words import words

ROOT = Path(__file__).parents[2]
LITERAL = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
THEME = {
    "backgroundColor": "background",
    "secondaryBackgroundColor": "surface",
    "dataframeHeaderBackgroundColor": "surface",
    "borderColor": "border",
    "dataframeBorderColor": "grid",
    "textColor": "text",
    "primaryColor": "accent",
    "linkColor": "accent",
    "blueColor": "accent",
    "blueTextColor": "accent",
    "blueBackgroundColor": "blue_tint",
    "orangeColor": "orange",
    "orangeTextColor": "orange",
    "orangeBackgroundColor": "orange_tint",
    "grayColor": "grey",
    "grayTextColor": "muted",
    "grayBackgroundColor": "grey_tint",
}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_theme_file_repeats_look(mode):
    theme = look.look(mode)
    assert CONFIG["theme"][mode] == {key: getattr(theme, name) for key, name in THEME.items()}


def test_the_theme_file_keeps_quiet_and_private():
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["client"] == {"toolbarMode": "viewer", "showErrorDetails": "none"}
    assert CONFIG["server"]["maxUploadSize"] == 50


def test_no_colour_outside_look():
    files = [*ROOT.glob("dashboard/**/*.py"), *ROOT.glob("pages/*.py")]
    files += [*ROOT.glob("dashboard/**/*.css"), *ROOT.glob("*.py")]
    found = {
        str(file.relative_to(ROOT)): LITERAL.findall(file.read_text(encoding="utf-8"))
        for file in files
        if file.name != "look.py"
    }
    assert {file: colours for file, colours in found.items() if colours} == {}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_style_sheet_is_filled(language):
    css = look.css(words(language))
    assert "$" not in css
    assert f"light-dark({look.LIGHT.muted}, {look.DARK.muted})" in css
    assert f'"{words(language)["chart.css.browse"]}"' in css
    # Streamlit's sanitizer drops a whole style element that holds anything like a tag.
    assert "<" not in css


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_is_readable_on_every_fill(mode):
    theme = look.look(mode)
    fills = [
        *theme.difference,
        *theme.groups,
        *(theme.state(state) for state in ASSIGNED),
        theme.accent,
    ]
    assert min(look.contrast(look.ink_on(fill), fill) for fill in fills) >= 4.5
    inks = (theme.text, theme.muted, theme.accent, theme.orange)
    grounds = (theme.background, theme.surface)
    assert min(look.contrast(ink, ground) for ink in inks for ground in grounds) >= 4.5
    assert look.contrast(theme.text, theme.hidden) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_that_tables_pale_is_readable_too(mode):
    """Streamlit's headings and pinned columns are the text at 60 % over their ground."""
    theme = look.look(mode)

    def paled(ground: str) -> str:
        parts = ((theme.text[i : i + 2], ground[i : i + 2]) for i in (1, 3, 5))
        mixed = (0.6 * int(ink, 16) + 0.4 * int(paper, 16) for ink, paper in parts)
        return "#" + "".join(f"{round(part):02X}" for part in mixed)

    for ground in (theme.background, theme.surface):
        assert look.contrast(paled(ground), ground) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_marks_stand_out_from_the_page(mode):
    theme = look.look(mode)
    marks = (theme.year_from, theme.year_to, theme.grey, theme.open, theme.hidden_line)
    marks += tuple(theme.state(state) for state in ASSIGNED if state != "not_started")
    assert min(look.contrast(mark, theme.background) for mark in marks) >= 3


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_state_group_and_verdict_has_its_colour(mode):
    theme = look.look(mode)
    assert all(theme.state(state) for state in BY_URGENCY)
    assert [theme.group(group) for group in GROUPS] == list(theme.groups)
    assert theme.group(None) == theme.group(float("nan")) == theme.background
    said = [theme.verdict(verdict) for verdict in (*VERDICTS, None)]
    assert said == [theme.accent, theme.orange, theme.grey, theme.grey, theme.grey]


def test_contrast_is_the_one_of_wcag():
    assert look.contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert look.contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


def test_an_unknown_theme_is_light():
    assert look.look(None) is look.look("light") is look.LIGHT
    assert look.look("dark") is look.DARK


def test_plotly_speaks_vietnamese():
    config = look.config(words("vi"))
    dates = config["locales"]["vi"]["format"]
    assert config["locale"] == "vi" and config["displayModeBar"] is False
    assert [len(dates[name]) for name in ("days", "shortDays", "months", "shortMonths")] == [
        7,
        7,
        12,
        12,
    ]
    assert (dates["decimal"], dates["thousands"]) == (",", ".")
    assert "locale" not in look.config(words("en"))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_dollar_signs_in_names_are_no_mathematics(language):
    assert look.config(words(language))["typesetMath"] is False
