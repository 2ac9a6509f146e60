"""A workbook of drawn sheets, written to a folder; and the truth of each of its sheets."""

import random
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from tests.corpus.drawn_others import activities, units
from tests.corpus.drawn_survey import answers, asked, born, population, questions
from tests.corpus.drawn_tasks import tasks
from tests.corpus.foreign import FOREIGN
from tests.corpus.layout import Sheets
from tests.corpus.pieces import Setting, Sheet, Truth

KINDS = {"tasks": 40, "survey": 24, "activities": 15, "units": 9, "none": 12}


@dataclass
class Book:
    """A workbook on disk and what was meant by its sheets."""

    path: Path
    truths: list[Truth]
    seed: int


def drawn(seed: int, folder: Path) -> Book:
    """The workbook of a seed: the same seed writes the same sheets."""
    rng = random.Random(seed)
    place = Setting.drawn(rng)
    kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
    book = Workbook()
    book.remove(book.worksheets[0])
    truths = []
    for sheet in _sheets(place, kind):
        name = sheet.name.format(year=place.year)
        while name in book.sheetnames:
            name += " 2"
        truths.append(Sheets(place, book.create_sheet(name), sheet).laid())
    path = folder / f"{kind}-{seed}-nam-{place.year}.xlsx"
    book.save(path)
    return Book(path, truths, seed)


def _sheets(place: Setting, kind: str) -> list[Sheet]:
    rng = place.rng
    foreign = [rng.choice(FOREIGN)(place)] if kind == "none" or rng.random() < 0.12 else []
    if kind == "tasks":
        return [tasks(place), *foreign]
    if kind == "activities":
        return [activities(place), *foreign]
    if kind == "units":
        return [units(place), *foreign]
    if kind == "none":
        return foreign
    every = asked(place)
    sheets = [answers(place, every), questions(place, every)]
    if rng.random() < 0.7:
        sheets.append(population(place))
    if rng.random() < 0.3:
        rng.shuffle(sheets)
    born(next(sheet for sheet in sheets if sheet.kind == "answers"), place.year)
    return sheets + foreign
