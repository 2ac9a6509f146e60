"""Results given as marks: a column each for "Hoàn thành", "Đang thực hiện", "Chưa thực hiện"."""

from dashboard.importing.model.sheet import BLANK_MARKS, text
from dashboard.importing.table.locate import Table
from dashboard.importing.values.result_words import result_word
from dashboard.importing.wording import vocabulary

_FEWEST = 2  # columns: one alone with marks may mean anything


def result_columns(table: Table) -> dict[int, str]:
    """Columns without a field whose heading is a result and whose cells are marks -> heading."""
    taken = {*table.columns.values(), *table.chosen}
    found = {
        column: label
        for column, label in table.labels.items()
        if column not in taken and result_word(label) and _has_marks(table, column)
    }
    words = {result_word(label) for label in found.values()}
    return found if len(found) >= _FEWEST and "done" in words else {}


def marked(row: list[object], columns: dict[int, str]) -> str:
    """The heading of the one column that is marked; "" for none, all of several."""
    return "; ".join(label for column, label in columns.items() if _is_mark(row[column]))


def _has_marks(table: Table, column: int) -> bool:
    held = [row[column] for _, row in table.body if row[column] is not None]
    return all(_is_mark(value) or value in BLANK_MARKS for value in held)


def _is_mark(value: object) -> bool:
    if value is None or value in BLANK_MARKS:
        return False
    return value == 1 or vocabulary.exact("mark", text(value)) == "yes"
