"""The page on method: sections that have addresses, their contents list, tables of a year."""

from collections.abc import Iterable
from html import escape

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.parts import glossary
from dashboard.parts.page import OpenPage
from dashboard.parts.pieces import grouped_table
from dashboard.readings.listed import BreakRow, ComponentRow, PeriodRow
from dashboard.rows import rows_of
from dashboard.sentences.reporting import period_name

# Section of the catalogue -> its name in the address: phuong-phap?muc=an-so-lieu, or #an-so-lieu.
SECTIONS = {
    "papi": "papi-la-gi",
    "words": "tu-ngu",
    "own": "khong-phai-papi",
    "tree": "thanh-phan",
    "score": "cach-tinh",
    "example": "vi-du",
    "weights": "trong-so",
    "missing": "khong-tra-loi",
    "error": "sai-so",
    "change": "thay-doi",
    "five": "quy-tac-5",
    "breaks": "doi-cach-do",
    "groups": "bon-nhom",
    "ranks": "thu-hang",
    "hidden": "an-so-lieu",
    "tasks": "nhiem-vu",
    "sources": "nguon",
    "personal": "du-lieu-ca-nhan",
    "simulated": "mo-phong",
}

# A browser looks for the address's section before the page has any.
GO = """<script>
const asked = location.hash.slice(1) || new URLSearchParams(location.search).get("muc") || "";
document.getElementById(decodeURIComponent(asked))?.scrollIntoView();
</script>"""


def contents(page: OpenPage) -> None:
    """The list of sections, each a link within the page."""
    links = "".join(
        f'<li><a href="#{anchor}">{escape(page.words[f"method.{section}.title"])}</a></li>'
        for section, anchor in SECTIONS.items()
    )
    label = escape(page.words["method.contents"])
    st.html(f'<nav class="papi-contents" aria-label="{label}"><ol>{links}</ol></nav>')


def sections(page: OpenPage, year: int) -> None:
    """Every section with its text; some end with a table of the year."""
    words = page.words
    tree = page.ask.components(year)
    counts = tree.level.value_counts()
    holes = {
        "year": year,
        "dimensions": counts["dimension"],
        "subs": counts["sub_dimension"],
    }
    for section, anchor in SECTIONS.items():
        title = escape(words[f"method.{section}.title"])
        with st.container(key=f"method_{section}"):
            st.html(f'<h2 class="papi-chart-title" id="{anchor}">{title}</h2>')
            if section == "words":
                st.html(glossary.listed(glossary.TERMS, words))
                continue
            st.markdown(words.say(f"method.{section}.text", **holes))
            if section == "tree":
                _tree(page, tree)
            elif section == "breaks":
                _breaks(page)
            elif section == "tasks":
                _periods(page, year)
    st.html(GO, unsafe_allow_javascript=True)


def _tree(page: OpenPage, tree: pd.DataFrame) -> None:
    """Dimensions with their sub-dimensions and the scale of each."""
    words = page.words
    parts = tree[tree.level == "sub_dimension"]
    rows = pd.DataFrame(
        {
            "parent": parts.parent,
            "component": parts.component,
            "name": parts.full_name,
            "scale": [
                _range(*ends) for ends in zip(parts.scale_low, parts.scale_high, strict=True)
            ],
        }
    )
    grouped_table(
        (
            (
                f"{row.component} {row.full_name}",
                _range(row.scale_low, row.scale_high),
                rows[rows.parent == row.component],
            )
            for row in rows_of(tree[tree.level == "dimension"], ComponentRow)
        ),
        {
            "component": (words["column.code"], False),
            "name": (words["column.component"], False),
            "scale": (words["method.scale"], True),
        },
    )


def _range(low: float, high: float) -> str:
    return f"{numbers.score(low)}–{numbers.score(high)}"


def _breaks(page: OpenPage) -> None:
    words = page.words
    known = page.ask.series_breaks()
    heads = [words[f"method.break_{name}"] for name in ("year", "what", "why")]
    rows = (
        (row.year, row.component.replace("*", words["method.everything"]), row.reason)
        for row in rows_of(known, BreakRow)
    )
    _table(heads, rows)


def _periods(page: OpenPage, year: int) -> None:
    words = page.words
    heads = [words[f"method.{name}"] for name in ("period", "starts", "ends", "due")]
    rows = (
        (
            period_name(row.kind, words),
            *(numbers.day(moment.date()) for moment in (row.starts, row.ends, row.due)),
        )
        for row in rows_of(page.ask.periods(year), PeriodRow)
    )
    _table(heads, rows)


def _table(heads: list[str], rows: Iterable[Iterable[object]]) -> None:
    """A table like those in the texts."""
    lines = [heads, ["---"] * len(heads), *rows]
    st.markdown("\n".join(f"| {' | '.join(map(str, line))} |" for line in lines))
