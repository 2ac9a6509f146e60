"""Columns of communes: those of before a merger are no unit, but tell villages apart that bear
one name since; those that are not the title's are asked about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dashboard.folding import fold
from dashboard.importing.model.sheet import text
from dashboard.importing.table.locate import Table
from dashboard.importing.table.part import Part
from dashboard.importing.table.sheet_findings import Remarks
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.place_shapes import place_only
from dashboard.importing.wording import spelling
from dashboard.place_kinds import level_of

NAMED = 5  # units that a sentence names


def told_apart(parts: Iterable[Part]) -> list[Part]:
    """The parts with the former commune written behind the village in their rows, where villages
    of several former communes of the file bear its name."""
    parts = list(parts)
    former = defaultdict(set)
    for part in parts:
        for *_, village, unit in _villages(part.table):
            former[fold(village)].add(fold(unit))
    doubled = frozenset(village for village, units in former.items() if len(units) > 1)
    return [_told_apart(part, doubled) for part in parts] if doubled else parts


def _told_apart(part: Part, doubled: frozenset[str]) -> Part:
    table = part.table
    for index, row, village, unit in _villages(table):
        if table and fold(village) in doubled:
            place = table.columns["village"]
            table.sheet.rows[index] = [*row[:place], f"{village} ({unit})", *row[place + 1 :]]
    return replace(part, table=replace(table), doubled=doubled) if table else part


def _villages(table: Table | None) -> Iterator[tuple[int, list[object], str, str]]:
    """Each row with its village and the former commune of that."""
    if table is None or not {"village", "former_unit"} <= table.columns.keys():
        return
    for index, row in table.body:
        village, unit = (text(table.cell(row, name)) for name in ("village", "former_unit"))
        if village and unit:
            yield index, row, village, unit


def remark(table: Table, titled: str | None, doubled: frozenset[str], remarks: Remarks) -> None:
    """On a column of former communes, on villages that lack theirs, and on communes of which the
    title's is none."""
    if (column := table.columns.get("former_unit")) is not None:
        label = table.labels.get(column)
        remarks.on_cell(table.last, column, label, Problem("former_unit", "info"))
    if doubled and "village" in table.columns:
        _on_doubled(table, doubled, remarks)
    if "unit" in table.columns and titled and _is_commune(titled):
        _on_others(table, table.columns["unit"], titled, remarks)


def _on_doubled(table: Table, doubled: frozenset[str], remarks: Remarks) -> None:
    """Villages that may be one of several, in rows that do not say of which commune they were."""
    column = table.columns["village"]
    rows = [index for index, row in table.body if fold(text(row[column])) in doubled]
    if rows:
        value = table.sheet.rows[rows[0]][column]
        problem = Problem("village_of_several", "warning", {"count": str(len(rows))})
        remarks.on_cell(rows[0], column, value, problem)


def _on_others(table: Table, column: int, titled: str, remarks: Remarks) -> None:
    written = {row[column] for _, row in table.body}
    said = {place_only(name, is_usual=True) for name in written if isinstance(name, str)} - {""}
    own = spelling.place(titled, False)
    others = sorted(name for name in said if _is_commune(name, bare=True))
    if others and not any(spelling.place(name, False).is_alike(own) for name in said):
        named = ", ".join(others[:NAMED]) + ("…" if len(others) > NAMED else "")
        problem = Problem("unit_not_of_title", "warning", {"units": named, "title": titled})
        remarks.on_cell(table.last, column, others[0], problem)


def _is_commune(name: str, bare: bool = False) -> bool:
    kind = spelling.place(name, False).kind
    return level_of(kind) == "commune" if kind else bare
