"""Student's t for SQL: the one thing of the scores that DuckDB lacks."""

from functools import cache

import duckdb


def register(connection: duckdb.DuckDBPyConnection) -> None:
    """Give a connection t_limit(p, df) and t_two_sided(t, df).

    Called a value at a time: handing a few rows over as Arrow takes longer than working them out.
    """
    for name, function in (("t_limit", _limit), ("t_two_sided", _two_sided)):
        connection.create_function(name, function, ["DOUBLE", "DOUBLE"], "DOUBLE")


@cache
def _limit(p: float, df: float) -> float:
    """How far from 0 t with df degrees of freedom lies with probability p or less.

    Found by trial, so remembered: a country's scores have a few hundred df.
    """
    from scipy.special import stdtrit

    return float(stdtrit(df, 1 - p / 2))


def _two_sided(t: float, df: float) -> float:
    """The probability of a t at least as far from 0, on df degrees of freedom."""
    from scipy.special import stdtr

    return float(2 * stdtr(df, -abs(t)))
