"""The page of contents of a folder with all documents of all communes, and the same as text."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from dashboard import numbers, whole_files
from dashboard.export_commune import Commune
from dashboard.words import Words

CONTENTS, PLAIN = "index.html", "index.txt"


def write(out: Path, unit: str, period: str, found: Sequence[Commune], said: Words) -> None:
    """Raises DashboardError cannot_write."""
    title = said.say("export.contents", unit=unit, period=period, count=numbers.count(len(found)))
    page = "\n".join(_html(title, found, said)) + "\n"
    plain = "\n".join(_plain(title, found, said)) + "\n"
    whole_files.write({out / CONTENTS: page.encode(), out / PLAIN: plain.encode()})


def _code(one: Commune, said: Words) -> str:
    return said.say("paper.code", code=one.code)


def _html(title: str, found: Sequence[Commune], said: Words) -> Iterator[str]:
    yield f'<!doctype html>\n<html lang="{said.language}"><head><meta charset="utf-8">'
    yield f"<title>{escape(title)}</title></head><body>\n<h1>{escape(title)}</h1>\n<ol>"
    for one in found:
        code = f" ({escape(_code(one, said))})" if one.code else ""
        yield f"<li>{escape(one.name)}{code}<ul>"
        for file in one.files:
            name = escape(said[f"export.{file.what}"])
            yield f'<li><a href="{escape(file.path)}">{name} ({file.ending})</a></li>'
        yield from (f"<li>{escape(failure)}</li>" for failure in one.failures)
        yield "</ul></li>"
    yield "</ol></body></html>"


def _plain(title: str, found: Sequence[Commune], said: Words) -> Iterator[str]:
    yield title
    for one in found:
        yield ""
        yield " · ".join([one.name, *([said.say("paper.code", code=one.code)] if one.code else [])])
        yield from (f"  {said[f'export.{file.what}']}: {file.path}" for file in one.files)
        yield from (f"  {failure}" for failure in one.failures)
