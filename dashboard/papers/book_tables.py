"""Tables of a workbook: how they are headed, and how wide their columns are."""

from collections.abc import Iterable

from dashboard.documents.model.paper import Cell, Head, Row, Table
from dashboard.papers.state import State

LEFT = {
    *("component", "task", "lead", "support", "area", "state", "product", "result_h1"),
    *("result_year", "official", "verdict", "channel", "subject", "performer", "village"),
    *("code", "kind", "unit", "note"),
}
WIDE = {"task": 4.0, "component": 3.0, "subject": 3.0, "official": 2.2, "lead": 2.2}


def table_of(state: State, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
    """A table headed as the pages head theirs."""
    words = state.words
    heads = [
        Head(
            words[f"papers.book.{column}"],
            "left" if column in LEFT else "right",
            WIDE.get(column, 1.0),
        )
        for column in columns
    ]
    return Table(tuple(heads), tuple(Row(row) for row in rows))
