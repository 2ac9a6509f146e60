"""What became of the files in words: the title, what is done, the findings a line a kind."""

from collections.abc import Sequence
from functools import partial
from html import escape
from itertools import groupby

import streamlit as st

from dashboard.importing.model.finding import Finding
from dashboard.importing.outcome.gathered import Gathered, counted, gathered
from dashboard.importing.outcome.messages import sentence
from dashboard.importing.outcome.receipt import Receipt
from dashboard.parts import orders, selection
from dashboard.parts.as_written import as_written
from dashboard.parts.page import Page
from dashboard.words import Words

MOST = 50  # sentences of one kind that the page gives; the marked workbook has them all


def headline(receipts: Sequence[Receipt], words: Words) -> str:
    """How many rows would be stored and refused, and what was found, by severity."""
    findings = [f for receipt in receipts for f in receipt.all_findings()]
    refused = sum(receipt.rows_refused for receipt in receipts)
    imported = rows(receipts)
    if refused or any(finding.severity != "info" for finding in findings):
        found = counted(findings, words)
        return words.say("import.to_mend", rows=imported, refused=refused, found=found)
    if all(receipt.status == "unchanged" for receipt in receipts):
        return words["import.all_unchanged"]
    return words.say("import.ready", files=files(receipts), rows=imported)


def rows(receipts: Sequence[Receipt]) -> int:
    """Rows that are stored, or would be."""
    return sum(receipt.rows_imported for receipt in receipts)


def files(receipts: Sequence[Receipt]) -> int:
    return sum(receipt.status == "imported" for receipt in receipts)


def done(page: Page, receipts: Sequence[Receipt], is_news: bool) -> None:
    """That it is done: how many rows, what changed, and the way to the pages that show it."""
    words = page.words
    imported = [receipt for receipt in receipts if receipt.status == "imported"]
    if not imported:
        page.heading(words["import.done_nothing"], headline(receipts, words))
        return
    title = words.say("import.done", rows=rows(imported), files=len(imported))
    changed = [vars(one.changed()) for one in imported if one.changes]
    said = {name: sum(one[name] for one in changed) for one in changed for name in one}
    found = counted([f for one in receipts for f in one.all_findings()], words)
    page.heading(title, words.say("import.done_changed", **said) if said else None, found)
    if is_news:
        st.toast(as_written(title), icon=":material/check:")  # the button was far down the page
    _links(page, imported)


def _links(page: Page, imported: Sequence[Receipt]) -> None:
    """To the pages that show what was imported, of its unit and year where these are of one."""
    units = page.ask.units()
    known = set(units.unit_id)
    shown: dict[str, dict[str, str | int]] = {}
    for receipt in imported:
        for name, about in receipt.pages().items():
            shown[name] = about if shown.get(name, about) == about else {}
    with st.container(horizontal=True):
        for name, about in shown.items():
            label = page.words.say("import.see", page=page.words[f"nav.{name}"])
            unit_id, year = str(about.get("unit", "")), int(about.get("year", 0))
            if unit_id in known:
                st.button(
                    as_written(label),
                    icon=":material/arrow_forward:",
                    key=f"see_{name}",
                    on_click=orders.give,
                    args=(partial(selection.look_at, name, unit_id, year),),
                )
            else:
                page.link(name, label)


def findings(receipt: Receipt, words: Words) -> None:
    """The findings below their severity, each kind one line with its cells and values; the
    sentences of the other places can be opened."""
    columns = ("cell", "value", "to_mend")
    heads = "".join(f'<th scope="col">{escape(words[f"column.{name}"])}</th>' for name in columns)
    lines = gathered(receipt.all_findings())
    bodies = ""
    for severity, group in groupby(lines, key=lambda line: line.severity):
        of_severity = list(group)
        mark = f"{words[f'mark.{severity}']} {words[f'severity.{severity}']}"
        count = words.say("import.places", count=sum(line.count for line in of_severity))
        bodies += (
            f'<tbody><tr><th scope="rowgroup" colspan="3">{escape(mark)} '
            f"<small>{escape(count)}</small></th></tr>"
            f"{''.join(_line(line, words) for line in of_severity)}</tbody>"
        )
    st.html(f'<table class="papi-table"><thead><tr>{heads}</tr></thead>{bodies}</table>')


def _line(line: Gathered, words: Words) -> str:
    cells = {"cell": line.places(), "value": line.values()}
    told = "".join(
        f'<td class="papi-{name}{"" if said else " papi-none"}">{escape(said or "–")}</td>'
        for name, said in cells.items()
    )
    first = escape(sentence(line.findings[0], words))
    return f'<tr>{told}<td class="papi-to_mend">{first}{_others(line.findings, words)}</td></tr>'


def _others(found: Sequence[Finding], words: Words) -> str:
    """The sentences after the first, folded away."""
    others = [sentence(finding, words) for finding in found[1 : MOST + 1]]
    if not others:
        return ""
    if len(found) > MOST + 1:
        others.append(words["import.too_many"])
    items = "".join(f"<li>{escape(one)}</li>" for one in others)
    said = escape(words.say("import.others", count=len(found) - 1))
    return f'<details><summary>{said}</summary><ul class="papi-lines">{items}</ul></details>'
