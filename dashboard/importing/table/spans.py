"""Where the headings of a table may stand in a sheet, and what they say, level by level."""

from collections import Counter
from collections.abc import Iterator

from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.sheet import LAST_HEADING_ROW, filled, is_blank, text
from dashboard.importing.recognition.heading_words import Path
from dashboard.importing.table.option_columns import extents, is_again

DEEPEST_HEADING = 3  # rows
LONGEST_SCALE = 10  # steps that have a column each

Span = tuple[int, int]  # the first and the last row of a heading, from 0


def heading_rows(sheet: RawSheet) -> Iterator[Span]:
    """Each possible heading among the first rows."""
    top = next((row for row, cells in enumerate(sheet.rows) if not is_blank(cells)), 0)
    for row in range(top, min(top + LAST_HEADING_ROW, len(sheet.rows))):
        yield from heading_spans(sheet, row)


def heading_spans(sheet: RawSheet, row: int) -> Iterator[Span]:
    """Each heading that may begin in a row: the row alone, or with one or two rows of headings
    below its group headings."""
    if is_blank(sheet.rows[row]):
        return
    yield row, row
    if len(filled(sheet.rows[row])) == 1:  # a title, or a group without which the rest says it all
        return
    for last in range(row + 1, min(row + DEEPEST_HEADING, len(sheet.rows))):
        if not _is_below_groups(sheet, row, last):
            if _is_one_group(sheet, row, last):
                continue  # no heading ends with it
            return
        yield row, last


def _is_one_group(sheet: RawSheet, first: int, row: int) -> bool:
    """Whether a row has one cell of words, a group within a group that spans more columns."""
    subs, upper = filled(sheet.rows[row]), sheet.rows[first]
    if len(subs) != 1 or len(filled(upper)) < len(upper) / 2:
        return False
    column, right = subs[0], subs[0] + 1
    spans = right < len(upper) and upper[right] is None and _group(upper, column) is not None
    return spans and isinstance(sheet.rows[row][column], str)


def _is_below_groups(sheet: RawSheet, first: int, row: int) -> bool:
    """Whether a row has headings only, each below or right of a heading from first on."""
    upper, lower = _lowest(sheet, first, row - 1), sheet.rows[row]
    subs = filled(lower)
    if len(subs) < 2 or not all(_is_sub_heading(upper, lower, column) for column in subs):
        return False
    if not all(_group(upper, column) is not None for column in subs):
        return False
    again = (is_again(upper, column) or is_again(upper, column + 1) for column in subs)
    return any(upper[column] is None for column in subs) or all(again)


def _is_sub_heading(upper: list[object], lower: list[object], column: int) -> bool:
    """Words; or a step of a scale, as a number beside others below one heading."""
    value = lower[column]
    if not isinstance(value, (int, float)):
        return isinstance(value, str)
    beside = column + 1 < len(upper) and upper[column + 1] is None
    is_under = upper[column] is None or (beside and isinstance(lower[column + 1], (int, float)))
    return is_under and value in range(LONGEST_SCALE + 1)


def is_split_below(sheet: RawSheet, first: int, row: int) -> bool:
    """Whether each cell of a row lies below a heading that spans several columns: it then is of
    the same headings, for a record has cells below the others too."""
    upper, subs = _lowest(sheet, first, row - 1), set(filled(sheet.rows[row]))
    return all(
        upper[c] is None or (c + 1 in subs and c + 1 < len(upper) and upper[c + 1] is None)
        for c in subs
    )


def _lowest(sheet: RawSheet, first: int, last: int) -> list[object]:
    """The lowest value of each column in some rows."""
    found = sheet.rows[first]
    for row in range(first + 1, last + 1):
        found = [
            above if below is None else below
            for above, below in zip(found, sheet.rows[row], strict=True)
        ]
    return found


def _group(upper: list[object], column: int) -> int | None:
    """The column of the group heading that spans this column: the nearest to the left."""
    while column >= 0 and upper[column] is None:
        column -= 1
    return column if column >= 0 else None


def labels_of(sheet: RawSheet, first: int, last: int) -> dict[int, str]:
    """column -> heading, the lowest in its rows; where several columns have the same below
    different groups ("Kết quả" of the half year and of the year), the group's words before it."""
    lowest = _lowest(sheet, first, last)
    labels = {column: text(lowest[column]) for column in filled(lowest)}
    if first == last:
        return labels
    upper = _lowest(sheet, first, last - 1)
    times = Counter(labels.values())
    for column, label in labels.items():
        group = _group(upper, column)
        if times[label] > 1 and sheet.rows[last][column] is not None and group is not None:
            labels[column] = f"{text(upper[group])} {label}"
    return labels


def paths_of(sheet: RawSheet, first: int, last: int) -> dict[int, Path]:
    """column -> what its heading says level by level, the groups that span it first."""
    lowest = _lowest(sheet, first, last)
    found: dict[int, Path] = {}
    for column in filled(lowest):
        own = next(r for r in range(last, first - 1, -1) if sheet.rows[r][column] is not None)
        groups = [_group(sheet.rows[row], column) for row in range(first, own)]
        above = [
            text(sheet.rows[row][group])
            for row, group in zip(range(first, own), groups, strict=True)
            if group is not None
        ]
        found[column] = (*above, text(lowest[column]))
    return found


def over_options(sheet: RawSheet, first: int, last: int) -> set[int]:
    """Columns of the last row whose heading spans several headings in the row below."""
    if last + 1 == len(sheet.rows) or not _is_below_groups(sheet, first, last + 1):
        return set()
    below = sheet.rows[last + 1]
    return {
        column
        for column, end in extents(sheet.rows[last])
        if sum(value is not None for value in below[column:end]) > 1
    }
