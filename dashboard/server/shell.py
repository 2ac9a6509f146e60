"""The page in which Streamlit runs: its own, with what is English or guessed replaced."""

import html
import json
import re
from functools import cache
from pathlib import Path
from string import Template

from streamlit import file_util

from dashboard.parts import width
from dashboard.words import Words, words

SCRIPT = Path(__file__).with_name("shell.js")
# Streamlit asks the server for these; blockErrorDialogs spares people its English dialogs.
HOST_CONFIG = {
    "allowedOrigins": [],
    "useExternalAuthToken": False,
    "enableCustomParentMessages": False,
    "enforceDownloadInNewTab": False,
    "metricsUrl": "",
    "blockErrorDialogs": True,
    "resourceCrossOriginMode": None,
}


@cache
def page() -> str:
    """The HTML of every page. RuntimeError when Streamlit's own has changed."""
    said = words("vi")
    text = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
    for old, new in (
        (r"<html lang=\"en\">", '<html lang="vi">'),
        (r"<title>.*?</title>", f"<title>{html.escape(said['nav.product'])}</title>"),
        (r"<link rel=\"service-desc\".*?/>", ""),
        (r"<script>.*?prerenderReady.*?</script>", '<script src="/shell.js"></script>'),
        (r"<noscript>.*?</noscript>", _without_script(said)),
    ):
        text = _replaced_once(text, old, new)
    return text.replace('="./', '="/')


def _replaced_once(text: str, old: str, new: str) -> str:
    """A newer Streamlit with another page fails at the start, not in somebody's browser."""
    pieces = re.split(old, text, flags=re.DOTALL)
    if len(pieces) != 2:
        raise RuntimeError(f"Streamlit's index.html has {len(pieces) - 1} times {old}")
    return new.join(pieces)


def _without_script(said: Words) -> str:
    return f"<noscript><p>{html.escape(said['server.no_script'])}</p></noscript>"


@cache
def script() -> str:
    """The one script of ours in it."""
    return Template(SCRIPT.read_text(encoding="utf-8")).substitute(
        host_config=json.dumps(HOST_CONFIG),
        narrow=width.NARROW,
        cookie=width.COOKIE,
        phrases=json.dumps(phrases()),
    )


def phrases() -> list[tuple[str, str]]:
    """What Streamlit says of its own accord in English, and the same in Vietnamese; a {hole}
    stands for anything. What says most letters comes first."""
    english, said = words("en"), words("vi")
    own = [key for key in said if key.startswith("streamlit.said.")]
    pairs = [(english[key], said[key]) for key in own]
    return sorted(pairs, key=lambda pair: -len(pair[0]))
