"""Where a village is furthest below its commune."""

import pandas as pd

from dashboard.rows import NAN
from dashboard.tables.village_tables import furthest_below

WHOLE = pd.DataFrame({"component": ["1", "2", "3"], "estimate": [5.004, 6.0, 4.0]})
FIELDS = ["component", "name", "estimate", "status", "verdict"]


def parts(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=FIELDS)


def test_the_furthest_below_by_the_figures_as_shown():
    below = furthest_below(
        parts(("1", "A", 4.496, "ok", "unclear"), ("2", "B", 5.9, "ok", None)), WHOLE
    )
    assert below is not None and not below.is_clear
    assert (below.part.component, float(below.difference)) == ("1", -0.5)  # 4.50 - 5.00


def test_what_is_clear_goes_before_what_is_further():
    rows = parts(("1", "A", 4.0, "ok", "unclear"), ("2", "B", 5.5, "ok", "below"))
    clear = furthest_below(rows, WHOLE)
    assert clear is not None and clear.is_clear and clear.part.component == "2"
    few = furthest_below(rows.assign(status="caution"), WHOLE)
    assert few is not None and not few.is_clear and few.part.component == "1"


def test_nothing_is_below():
    assert (
        furthest_below(parts(("1", "A", 5.0, "ok", None), ("9", "X", 1.0, "ok", None)), WHOLE)
        is None
    )
    assert furthest_below(parts(("1", "A", NAN, "hidden", None)), WHOLE) is None
