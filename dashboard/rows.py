"""Rows of frames as typed values: a NamedTuple names the columns that its reader relies on.

What is missing is NaN (None in a column of objects), a missing date NaT; a field with a default
is a column that a frame may lack.
"""

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple, TypeVar

import pandas as pd

NAN = float("nan")
# A number that a hidden status forbids to show; one that is never hidden is a plain float.
Figure = Annotated[float, "hidden by status"]
Level = Literal["total", "dimension", "sub_dimension", "question", "question_raw"]
Status = Literal["ok", "caution", "missing", "hidden_n", "hidden_complement", "hidden_no_se"]

Row = TypeVar("Row", bound=NamedTuple)


def rows_of(frame: pd.DataFrame, kind: type[Row]) -> Iterator[Row]:
    """The rows of the frame as values of the kind; other columns are left out.

    A column that is missing and has no default: KeyError, also of a frame without rows.

    >>> class Score(NamedTuple):
    ...     unit: str
    ...     estimate: float
    >>> list(rows_of(pd.DataFrame({"estimate": [4.5], "unit": ["An"]}), Score))
    [Score(unit='An', estimate=4.5)]
    """
    defaults = kind._field_defaults
    missing = [name for name in kind._fields if name not in frame and name not in defaults]
    if missing:
        raise KeyError(f"{kind.__name__}: the frame has no column {', '.join(missing)}")
    count = len(frame)
    columns = [frame[name] if name in frame else [defaults[name]] * count for name in kind._fields]
    return map(kind._make, zip(*columns, strict=True))


def frame_of(rows: list[Row], kind: type[Row]) -> pd.DataFrame:
    """The frame of some rows, with the kind's columns also where there is none."""
    return pd.DataFrame(rows, columns=list(kind._fields))
