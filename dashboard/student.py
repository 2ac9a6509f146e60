"""Student's t for SQL: the one thing of the scores that DuckDB lacks."""

import duckdb
import pyarrow as pa


def register(connection: duckdb.DuckDBPyConnection) -> None:
    """Give a connection t_quantile(df) and t_two_sided(t, df)."""
    for name, function, kinds in (
        ("t_quantile", _quantile, ["DOUBLE"]),
        ("t_two_sided", _two_sided, ["DOUBLE", "DOUBLE"]),
    ):
        connection.create_function(name, function, kinds, "DOUBLE", type="arrow")


def _quantile(df: pa.Array) -> pa.Array:
    """The value that t with df degrees of freedom exceeds in 2.5 % of cases."""
    from scipy.special import stdtrit

    return pa.array(stdtrit(df.to_numpy(zero_copy_only=False), 0.975))


def _two_sided(t: pa.Array, df: pa.Array) -> pa.Array:
    """The probability of a t at least as far from 0, on df degrees of freedom."""
    from scipy.special import stdtr

    far = -abs(t.to_numpy(zero_copy_only=False))
    return pa.array(2 * stdtr(df.to_numpy(zero_copy_only=False), far))
