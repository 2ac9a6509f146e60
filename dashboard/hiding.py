"""What may not be shown is taken out here, before any page, chart, table or download sees it.

A status that begins with hidden_ comes from the query; what could be worked out from its
neighbours is hidden here too: a part from its sum and the other parts, a village from the
commune and the other villages (DESIGN 2, hidden_complement).
"""

import pandas as pd

# What goes with an estimate or a change: its middle would tell what is hidden.
UNCERTAINTY = ("std_error", "ci_low", "ci_high", "p_value", "p_adjusted", "verdict")
UNCERTAINTY += ("rank_low", "rank_high")
COMPLEMENT = "hidden_complement"


def hidden(status: pd.Series) -> pd.Series:
    """Which statuses hide their figure."""
    return status.fillna("missing").str.startswith("hidden").astype(bool)


def told(frame: pd.DataFrame, status: str, count: str, group: str = "village") -> pd.DataFrame:
    """The frame with the smallest neighbour hidden wherever one hidden figure stands alone.

    frame: component, parent, level, the named status and count of respondents, and where there
    are several groups of one breakdown the column that names them.
    """
    frame = frame.reset_index(drop=True)
    frame[status] = frame[status].fillna("missing")
    by = [group] if group in frame else []
    while True:
        more = _parts_to_hide(frame, status, count, by)
        if by:
            more += _groups_to_hide(frame, status, count)
        if not more:
            return frame
        frame.loc[more, status] = COMPLEMENT


def _parts_to_hide(frame: pd.DataFrame, status: str, count: str, by: list[str]) -> list[int]:
    """Of a shown sum not one part alone, of a hidden one at least one."""
    sums = {
        (row["component"], *(row[name] for name in by)): row[status]
        for row in frame.to_dict("records")
    }
    chosen = []
    for key, parts in frame.groupby(["parent", *by], dropna=True):
        key = key if isinstance(key, tuple) else (key,)
        whole = sums.get(key, "missing")
        alone = 0 if whole.startswith("hidden") else 1
        if whole != "missing" and hidden(parts[status]).sum() == alone:
            chosen += _smallest_shown(parts, status, count)
    return chosen


def _groups_to_hide(frame: pd.DataFrame, status: str, count: str) -> list[int]:
    chosen = []
    for _, groups in frame.groupby(["level", "component"]):
        if hidden(groups[status]).sum() == 1:
            chosen += _smallest_shown(groups, status, count)
    return chosen


def _smallest_shown(rows: pd.DataFrame, status: str, count: str) -> list[int]:
    """The row of fewest respondents among those with a figure to show."""
    shown = rows[~hidden(rows[status]) & (rows[status] != "missing")]
    return list(shown.sort_values(count, kind="stable").index[:1])


def hidden_as(
    frame: pd.DataFrame, other: pd.DataFrame, own: str = "status", status: str = "status"
) -> pd.DataFrame:
    """The frame with its status named own hidden wherever the other frame's status is."""
    keys = other[hidden(other[status])]
    keys = set(zip(keys.level, keys.component, strict=True))
    rows = zip(frame.level, frame.component, frame[own].fillna("missing"), strict=True)
    statuses = [
        COMPLEMENT if (level, code) in keys and not said.startswith("hidden") else said
        for level, code, said in rows
    ]
    return frame.assign(**{own: statuses})


def blank(frame: pd.DataFrame) -> pd.DataFrame:
    """Without the figures whose status says hidden, and missing where there is none."""
    frame = frame.assign(status=frame.status.fillna("missing"))
    return _without(frame, hidden(frame.status), "estimate", *UNCERTAINTY)


def blank_change(frame: pd.DataFrame) -> pd.DataFrame:
    """The same of two years: a hidden one takes the change along.

    What can't be compared keeps its two figures and has no difference to read.
    """
    status = {s: frame[s].fillna("missing") for s in ("status", "status_from", "status_to")}
    frame = frame.assign(**status)
    before, after = hidden(frame.status_from), hidden(frame.status_to)
    frame = _without(frame, before, "estimate_from")
    frame = _without(frame, after, "estimate_to")
    frame = _without(frame, before | after, "change", *UNCERTAINTY)
    figures = [name for name in UNCERTAINTY if name != "verdict"]
    unlike = frame.get("verdict", pd.Series(index=frame.index)) == "not_comparable"
    return _without(frame, unlike, "change", *figures)


def _without(frame: pd.DataFrame, unseen: pd.Series, *figures: str) -> pd.DataFrame:
    """The frame with these figures, those of them that it has, blank where unseen."""
    kept = {name: frame[name].where(~unseen) for name in figures if name in frame}
    return frame.assign(**kept)
