"""Random surveys through the real pages: nothing is said to rise or fall without its verdict, no
hidden figure is shown, and none can be worked out from its neighbours.

What may be said is asked of the queries, view by view; pages are read as people read them.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from html import unescape

import pytest

from dashboard.charts.look import look
from dashboard.numbers import score as written
from dashboard.store import stored_scores
from tests.pages.conftest import figures, html, opened, read_by_people
from tests.pages.test_hidden import numbers_sent
from tests.pages.test_pages import CHANGE, THE_PLAN_S_AIM
from tests.queries.rows import add_task, ask, sub_dimensions, unit_id
from tests.queries.test_properties import random_survey

# An even one breaks down by village and sex, an odd one opens the other pages.
SEEDS = [*range(2), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 6))]
UNIT, OTHER, YEARS = "Xã An", "Xã Bình", (2022, 2023)
AT = date(2023, 8, 1)
PARTS = {"muc": "Nội dung thành phần"}
SAID = {"up": ("tăng rõ rệt", "▲"), "down": ("giảm rõ rệt", "▼")}
HIDDEN = "ẩn"
LOOKS = look("light"), look("dark")
COLOURS = {ink for one in LOOKS for ink in (one.accent, one.orange)}
# Every figure of the page is a score or a difference: nothing else has two decimals there.
CLOSED = ("overview", "components", "villages")


@dataclass(repr=False)
class View:
    """A page as it was opened, and what the queries say of what it shows."""

    page: str
    address: dict[str, str]
    rows: list[dict]  # component_change of the domain that the page shows
    whole: list[dict]  # of the whole unit, on the basis of the page
    known: list[float] = field(default_factory=list)  # other figures that may stand there

    @cached_property
    def app(self):
        return opened(self.page, **self.address)

    @cached_property
    def text(self) -> str:
        return read_by_people(self.app)

    @cached_property
    def level_figures(self) -> list[dict]:
        """The charts of levels and differences: they have a trace named year_to."""
        every = figures(self.app)
        return [f for f in every if any(t.get("name") == "year_to" for t in f["data"])]

    @cached_property
    def sent(self) -> set[float]:
        return numbers_sent(self.app)

    def tables(self, *columns: str):
        """The page's tables that have these columns."""
        return [t.value for t in self.app.dataframe if {*columns} <= {*t.value.columns}]

    def __repr__(self) -> str:
        return f"{self.page} {self.address}"


def fill(cursor, seed: int) -> None:
    """Two communes, sometimes without the earlier year, and a plan of tasks."""
    chance = random.Random(seed)
    surveys = [(unit, year) for unit in (UNIT, OTHER) for year in YEARS]
    if seed % 5 == 4:
        surveys.remove((UNIT, YEARS[0]))
    for number, (unit, year) in enumerate(surveys, start=1):
        random_survey(cursor, chance, unit, year, number)
    stored_scores.fill(cursor, [(unit_id(unit), year) for unit, year in surveys])
    for number in range(20):
        due = AT + timedelta(chance.randint(-60, 60))
        add_task(
            cursor,
            f"Việc {number}",
            unit=UNIT,
            import_id=90,
            component=chance.choice(sub_dimensions(2023)),
            due=due,
            done=chance.choice([None, due]),
            leads=chance.sample(["Ông A", "Bà B", "Ông C"], chance.randint(1, 2)),
        )


def change(cursor, **domain: object) -> list[dict]:
    years = {"year_from": YEARS[0], "year_to": YEARS[1]}
    return ask(cursor, "component_change", unit=UNIT, **years, **domain)


def totals_of_sexes(cursor) -> list[float]:
    """What the page of components says of men beside women: their totals and how these changed."""
    found = []
    for sex in ("Nam", "Nữ"):
        (row,) = (r for r in change(cursor, sex=sex) if r["level"] == "total")
        ends = [row[f"estimate_{s}"] for s in ("from", "to") if not is_hidden(row, f"status_{s}")]
        found += [*ends, between(*ends) if len(ends) == 2 else None]
    return [value for value in found if value is not None]


@pytest.fixture(params=SEEDS)
def views(request, store) -> list[View]:
    """The views of one random store, each with what may be said on it."""
    store.write(lambda cursor: fill(cursor, request.param))
    with store.read() as cursor:
        return list(views_of(cursor, random.Random(request.param), request.param % 2 == 0))


def views_of(cursor, chance: random.Random, is_broken_down: bool) -> Iterator[View]:
    """The main pages, then every group of both breakdowns, or the other pages."""
    whole = change(cursor)
    listed = {year: ask(cursor, "village_scores", unit=UNIT, year=year) for year in YEARS}
    names = sorted({row["village"] for row in listed[2023]})
    own = {r["component"]: r for r in ask(cursor, "component_scores", unit=UNIT, year=2023)}
    at = {"ngay": AT.isoformat(), "tu": "2022", "den": "2023"}
    totals = [r["estimate"] for r in listed[2023] if r["level"] == "total" and not is_hidden(r)]
    published = ask(cursor, "published_scores", year=2023, province="Hưng Yên")
    published += ask(cursor, "published_scores", year=2022, province="Hưng Yên")
    yield View("overview", at, whole, whole, totals + [r["score"] for r in published if r["score"]])
    sexes = totals_of_sexes(cursor)
    yield View("components", at, whole, whole, sexes)
    yield View("components", at | PARTS, whole, whole, sexes)
    cells = [row for row in listed[2023] if not is_hidden(row) and row["estimate"] is not None]
    known = [row[name] for row in cells for name in ("estimate", "ci_low", "ci_high")]
    known += [r["estimate"] for r in own.values() if not is_hidden(r) and r["estimate"] is not None]
    known += [
        between(own[row["component"]]["estimate"], row["estimate"])
        for row in cells
        if row["component"] in own and not is_hidden(own[row["component"]])
    ]
    name = chance.choice(names)
    yield View("villages", at | {"thon": name}, change(cursor, villages=[name]), whole, known)
    of_each = [row for one in names for row in change(cursor, villages=[one])]
    yield View("villages", at, of_each, whole, known)
    if is_broken_down:
        for sex in ("Nam", "Nữ"):
            yield View("components", at | PARTS | {"gioi": sex}, change(cursor, sex=sex), whole)
        for name in names:
            own_rows = change(cursor, villages=[name])
            yield View("components", at | PARTS | {"thon": name}, own_rows, whole)
        return
    common = change(cursor, basis="common")
    if any(
        row["verdict"] == "not_comparable" and not is_hidden(row, "status_from", "status_to")
        for row in whole
    ):
        yield View("components", at | PARTS | {"co_so": "Câu hỏi chung hai năm"}, common, common)
    yield View("officials", at, whole, whole)
    for group in ("Các xã", "Bên cạnh PAPI"):
        yield View("compare", at | {"nhom": group}, [], whole)
    yield View("goal", at, [], [])
    for code in ("PAPI", chance.choice(sub_dimensions(2023))):
        yield View("component", at | {"ma": code}, whole, whole)


def is_hidden(row: dict, *sides: str) -> bool:
    return any(row[side].startswith("hidden") for side in sides or ("status",))


def seen(rows: list[dict], verdict: str) -> set[str]:
    """The components that may be said to have risen or fallen."""
    return {
        row["component"]
        for row in rows
        if row["verdict"] == verdict and not is_hidden(row, "status_from", "status_to")
    }


@pytest.fixture(autouse=True, scope="module")
def _names(prepared_connection):
    rows = ask(prepared_connection, "components", year=2023)
    NAMES.update({row["component"]: row["short_vi"] for row in rows})


NAMES: dict[str, str] = {}


def test_random_stores_on_every_page(views):
    """One walk a store: a view is opened once for all that holds of it."""
    for view in views:
        said = CHANGE.search(THE_PLAN_S_AIM.sub("", view.text))
        assert not said, (view, said)
        for verdict, (word, sign) in SAID.items():
            backed = seen(view.rows, verdict) | seen(view.whole, verdict)
            if not backed:
                assert word not in view.text.lower(), (view, word)
                # the signs of the map of villages say how one differs from the rest
                assert view.page == "villages" or sign not in view.text, (view, sign)
            named_only(view, word, backed)
            rows_of_tables(view, word, seen(view.rows, verdict))
            rows_of_tasks(view, word, seen(view.whole, verdict))
            marks(view, verdict, word, seen(view.rows, verdict))
        no_other_colour(view)
        no_hidden_number(view)
        if view.page in CLOSED:
            no_other_figure(view)
    not_worked_out(views)


def named_only(view: View, word: str, backed: set[str]) -> None:
    """Of a list of names after "giảm rõ rệt:" each has the verdict."""
    for part in re.findall(rf"{word}[^:;<\n]*: ([^;<\n]*)", unescape(view.text).lower()):
        part = part.split("rõ rệt")[0]
        wrong = [c for c, name in NAMES.items() if name.lower() in part and c not in backed]
        # a name may stand within another's: "Y tế" in "Bảo hiểm y tế"
        wrong = [c for c in wrong if not any(NAMES[c].lower() in NAMES[b].lower() for b in backed)]
        assert not wrong, (view, part, wrong)


def rows_of_tables(view: View, word: str, backed: set[str]) -> None:
    for table in view.tables("code", "verdict"):
        claimed = set(table.code[table.verdict.str.contains(word)])
        assert claimed <= backed, (view, claimed - backed)


def rows_of_tasks(view: View, word: str, backed: set[str]) -> None:
    said = re.findall(r'<p class="papi-duty"><b>([\d.]+) [^<]*</b>(.*?)</p>', html(view.app))
    claimed = {code for code, facts in said if word in facts}
    assert claimed <= backed, (view, claimed - backed)


def marks(view: View, verdict: str, word: str, backed: set[str]) -> None:
    """Triangles, coloured lines and the words beside them stand in rows with the verdict."""
    for figure in view.level_figures:
        places = {}
        for trace in figure["data"]:
            for y, code in zip(trace.get("y", ()), trace.get("customdata", ()), strict=False):
                places[round(y, 6)] = code[0]
        claimed = set()
        for trace in figure["data"]:
            symbol = str(trace.get("marker", {}).get("symbol", ""))
            if trace.get("name", "").endswith(f"_{verdict}") or symbol == f"triangle-{verdict}":
                claimed |= {round(y, 6) for y in trace["y"] if y is not None}
        for note in figure["layout"].get("annotations", ()):
            if word in note["text"]:
                claimed.add(round(note["y"], 6))
        if any(code in NAMES for code in places.values()):  # of components, not of questions
            assert {places[y] for y in claimed} <= backed, (view, claimed)


def no_other_colour(view: View) -> None:
    """Blue and orange in a chart of differences are a verdict's."""
    for figure in view.level_figures:
        for trace in figure["data"]:
            inks = {str(trace.get(part, {}).get("color")) for part in ("marker", "line")}
            if inks & COLOURS:
                assert trace["name"].endswith(("_up", "_down")), (view, trace["name"])


def no_hidden_number(view: View) -> None:
    """No figure holds the estimate of a hidden row, unless another row has the same; round ones
    are places and sizes."""
    hidden = {
        row[f"estimate_{side}"]
        for rows in (view.rows, view.whole)
        for row in rows
        for side in ("from", "to")
        if row["level"] != "question_raw" and row[f"estimate_{side}"] is not None
        if is_hidden(row, f"status_{side}")
    }
    steps = [number / 7 for number in range(8)]  # of the colours of the map of villages
    free = [*may_stand(view), 1 / 3, 10 / 3, *steps]
    for value in hidden:
        if abs(round(value, 2) - value) > 1e-9 and not any(
            abs(value - other) < 1e-9 for other in free
        ):
            assert not any(abs(value - number) < 1e-9 for number in view.sent), (view, value)


def may_stand(view: View) -> list[float]:
    """The figures that the page may show: those of rows that are not hidden."""
    found = list(view.known)
    for row in [*view.rows, *view.whole]:
        for side in ("from", "to"):
            if not is_hidden(row, f"status_{side}"):
                found.append(row[f"estimate_{side}"])
        if not is_hidden(row, "status_from", "status_to"):
            found += [row[name] for name in ("change", "ci_low", "ci_high")]
            found.append(between(row["estimate_from"], row["estimate_to"]))
    return [value for value in found if value is not None]


def between(one: float | None, other: float | None) -> float | None:
    """What the difference of two figures is to whoever works it out from the page."""
    if one is None or other is None:
        return None
    before, now = (int(written(value).replace(",", "")) for value in (one, other))
    return (now - before) / 100


def no_other_figure(view: View) -> None:
    """Every figure with two decimals is one that may stand there, or the end of a scale."""
    may = {written(abs(value)) for value in may_stand(view)}
    may |= {written(value) for value in (0, 0.25, 1 / 3, 2.5, 10 / 3, 1, 10, 8, 80)}
    text = re.sub(r"[≤≥] [−+]\d,\d\d", "", view.text)  # the ends of a key of colours
    found = set(re.findall(r"(?<![\d,.])\d+,\d\d(?!\d)", text))
    assert found <= may, (view, found - may)


def not_worked_out(views: list[View]) -> None:
    """Of a shown whole, never one part alone is hidden: parts, villages, the two sexes."""
    shown = {}
    for view in views:
        for table in view.tables("code", "from", "to"):
            for side in ("from", "to"):
                cells = dict(zip(table.code, table[side], strict=True))
                key = (view.address.get("thon"), view.address.get("gioi"), side)
                if "co_so" not in view.address and view.page == "components":
                    shown.setdefault(key, {}).update(cells)
    wholes = {side: shown[None, None, side] for side in ("from", "to")}
    for (_, _, side), cells in shown.items():
        for dimension in "12345678":
            parts = [cell for code, cell in cells.items() if code.startswith(f"{dimension}.")]
            if is_figure(cells.get(dimension)):
                assert parts.count(HIDDEN) != 1, (side, dimension, parts)
    for side, whole in wholes.items():
        villages = [c for (village, _, s), c in shown.items() if village and s == side]
        sexes = [c for (_, sex, s), c in shown.items() if sex and s == side]
        for code in whole:
            for groups in (villages, sexes):
                cells = [cells.get(code) for cells in groups]
                if is_figure(whole[code]) and any(map(is_figure, cells)):
                    assert cells.count(HIDDEN) != 1, (side, code, cells)
    for view in views:
        for table in view.tables("village", "1", "8"):
            for code in ("PAPI", *"12345678"):
                *villages, whole = table[code]
                if is_figure(whole) and any(map(is_figure, villages)):
                    assert villages.count(HIDDEN) != 1, (view, code, villages)


def is_figure(cell: object) -> bool:
    return isinstance(cell, str) and "," in cell
