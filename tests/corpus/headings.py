"""Which columns a sheet has, in which order, under which headings of one to three levels."""

from collections.abc import Sequence

from tests.corpus.cells import STRANGE
from tests.corpus.pieces import Column, Setting, Shown
from tests.corpus.wordings import Extra, drawn, extras, groups, varied

Cells = dict[str, list[Shown]]  # field -> the cells of its column


def columns(place: Setting, kind: str, cells: Cells, strange: bool = True) -> list[Column]:
    """The columns of a table of these fields, with some that the program does not know."""
    rng = place.rng
    order = _order(place, list(cells))
    length = len(next(iter(cells.values())))
    held = _groups(place, kind, order)
    taken: set[str] = set()
    found: list[Column] = []
    for field in order:
        under = held.get(field, ())
        if any(column.field == field for column in found):
            continue
        together = [f for f in order if held.get(f) == under] if under else [field]
        if under:
            found += [
                _extra(place, extra, length, under)
                for extra in extras()
                if extra.kind == kind and extra.under == under
            ]
        for one in together:
            wording = drawn(place, kind, one, under, taken)
            path = (*under, varied(rng, wording.text.replace("2023", str(place.year))))
            found.append(Column(one, path, cells[one], clear=wording.clear))
    if strange:
        _insert_strange(place, kind, found, length)
    return found


def _order(place: Setting, fields: list[str]) -> list[str]:
    """The usual order, now and then with a column or two elsewhere; the number stays first."""
    head = [f for f in fields if f == "number"]
    rest = [f for f in fields if f != "number"]
    if place.rng.random() < 0.4 and len(rest) > 1:
        for _ in range(place.rng.randint(1, 2)):
            moved = rest.pop(place.rng.randrange(len(rest)))
            rest.insert(place.rng.randint(0, len(rest)), moved)
    return head + rest


def _groups(place: Setting, kind: str, order: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """field -> the levels above its heading, for a table with merged headings."""
    rng = place.rng
    if rng.random() < 0.5:
        return {}
    held: dict[str, tuple[str, ...]] = {}
    offered = list(groups(kind).items())
    rng.shuffle(offered)
    if rng.random() < 0.4:  # three levels are rarer in the list than in offices
        offered.sort(key=lambda pair: -len(pair[0]))
    for under, fields in offered[: rng.randint(1, 4)]:
        here = [f for f in order if f in fields and f not in held]
        company = any(e.kind == kind and e.under == under for e in extras())
        if len(here) > 1 or (here and company):
            held.update(dict.fromkeys(here, under))
    return held


def _extra(place: Setting, extra: Extra, length: int, under: tuple[str, ...] = ()) -> Column:
    cells = [STRANGE[extra.values](place, row) for row in range(length)]
    may = ("note",) if extra.values == "remark" else ()
    if extra.values == "uuid":  # an export's own number of a form
        may = ("form",)
    if extra.text == "STT":
        may = ("number",)
    return Column("", (*under, extra.text), cells, may)


def _insert_strange(place: Setting, kind: str, found: list[Column], length: int) -> None:
    """One to three columns that are none of ours, most of them near the end."""
    offered = [e for e in extras() if e.kind == kind and not e.under]
    number = place.rng.choices((0, 1, 2, 3), (4, 4, 2, 1))[0]
    last = {column.path[-1].lower() for column in found}
    for extra in place.rng.sample(offered, min(number, len(offered))):
        if extra.text.lower() in last:
            continue
        at = place.rng.randint(max(1, len(found) - 3), len(found))
        while 0 < at < len(found) and len(found[at].path) > 1:
            at += 1  # not between the columns of one merged heading
        found.insert(at, _extra(place, extra, length))
