"""What people wrote of a figure, beside it; and clear falls that nobody has explained."""

from collections.abc import Iterable, Mapping
from html import escape

import streamlit as st

from dashboard.folding import official_key
from dashboard.parts.data_page import DataPage
from dashboard.readings.closed_frames import NotReported
from dashboard.sentences import remarking


def of(page: DataPage, kind: str, names: Mapping[str, str], lacking: Iterable[str] = ()) -> None:
    """What holds of these subjects, each in a sentence, and the way to the page where it is
    written; nothing where nobody said anything and nothing is lacking.

    names: key (RemarkReadings.every) -> how the subject is called; lacking: sentences of what has
    to be explained and is not.
    """
    chosen, words = page.chosen, page.words
    try:
        rows = page.ask.remarks.holding(chosen.unit_id, chosen.year_to, kind)
    except NotReported as error:  # a closing of a program that did not freeze them
        page.source(error.sentence(words))
        return
    said = [*remarking.lines(rows[rows.about_key.isin(names)], names, words), *lacking]
    if not said:
        return
    page.section(words["remarks.beside.title"])
    page.lines(said)
    to(page, kind)


def to(page: DataPage, kind: str) -> None:
    """The way to where a kind of subject is explained."""
    words = page.words
    page.link("explanations", words["remarks.beside.write"], {"ve": words[f"remarks.of.{kind}"]})


def of_components(page: DataPage, codes: Iterable[str], *, has_falls: bool = True) -> None:
    """Of components, and which of them clearly fell without an explanation."""
    chosen, words = page.chosen, page.words
    tree = page.ask.components(chosen.year_to)
    names = remarking.called(tree[tree.component.isin(list(codes))])
    lacking = []
    if has_falls:
        falls = page.ask.remarks.falls(chosen.unit_id, chosen.year_from, chosen.year_to)
        fell = remarking.called(falls[~falls.is_explained])
        lacking = [
            words.say("remarks.beside.fall", component=name)
            for code, name in fell.items()
            if code in names
        ]
    of(page, "component", names, lacking)


def of_village(page: DataPage, village: str) -> list[str]:
    """Of one village in sentences: what its official says of the survey's results, or that
    nothing is said."""
    ask, words, where = page.ask.remarks, page.words, (page.chosen.unit_id, page.chosen.year_to)
    rows = ask.holding(*where, "village")
    said = list(remarking.lines(rows[rows.about_key == village], {village: village}, words))
    is_explained = village in ask.explained(*where, "village")
    return said + ([] if is_explained else [words.say("remarks.beside.village", village=village)])


def of_official(page: DataPage, official: str) -> None:
    """Of one official."""
    of(page, "official", {official_key(official): official})


def of_tasks(page: DataPage, task_ids: Iterable[str]) -> None:
    """Of tasks, by their texts; notes stand in their rows."""
    chosen, ask = page.chosen, page.ask.remarks
    explained = ask.explained(chosen.unit_id, chosen.year_to, "task")
    wanted = explained.intersection(task_ids)
    rows = ask.holding(chosen.unit_id, chosen.year_to, "task")
    texts = dict(zip(rows.about_key, rows.subject, strict=True))
    of(page, "task", {task_id: texts[task_id] for task_id in wanted})


def falls(page: DataPage) -> None:
    """One line: the clear falls without an explanation, with the way to write one."""
    chosen, words = page.chosen, page.words
    rows = page.ask.remarks.falls(chosen.unit_id, chosen.year_from, chosen.year_to)
    if said := remarking.falls(rows, words):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="falls"):
            st.html(f'<p class="papi-finding">{escape(said)}</p>')
            to(page, "component")
