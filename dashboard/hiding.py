"""What may not be shown is taken out here, before any page, chart, table or download sees it.

A status that begins with hidden_ comes from the query; what could be worked out from its
neighbours is hidden here too: a part from its sum and the other parts, a village from the
commune and the other villages (DESIGN 2, hidden_complement).
"""

from collections.abc import Iterator

import pandas as pd

# What goes with an estimate or a change: its middle would tell what is hidden.
UNCERTAINTY = ("std_error", "ci_low", "ci_high", "p_value", "p_adjusted", "verdict")
UNCERTAINTY += ("rank_low", "rank_high")
COMPLEMENT = "hidden_complement"


def hidden(status: pd.Series) -> pd.Series:
    """Which statuses hide their figure."""
    return status.fillna("missing").str.startswith("hidden").astype(bool)


def told(frame: pd.DataFrame, status: str, count: str, group: str = "village") -> pd.DataFrame:
    """The frame with what tells a hidden figure hidden too.

    frame: component, parent, level, the named status and count of respondents, and where there
    are several groups of one breakdown the column that names them.
    """
    frame = frame.reset_index(drop=True)
    frame[status] = frame[status].fillna("missing")
    several = group in frame and frame[group].nunique() > 1
    rules = (_in_a_grid, _groups_to_hide) if several else (_parts_to_hide,)
    while more := {row for rule in rules for row in rule(frame, status, count, group)}:
        frame.loc[list(more), status] = COMPLEMENT
    return frame


def _parts_to_hide(frame: pd.DataFrame, status: str, count: str, _group: str) -> list[int]:
    """Of a shown sum not one part alone, of a hidden one at least one; a sum of one is its part."""
    chosen = []
    for whole, parts in _families(frame):
        is_hidden = whole[status].startswith("hidden")
        if hidden(parts[status]).sum() != (0 if is_hidden else 1) or whole[status] == "missing":
            continue
        smallest = _smallest_shown(parts, status, count)
        chosen += smallest or ([] if is_hidden else [whole.name])
    return chosen


def _in_a_grid(frame: pd.DataFrame, status: str, count: str, group: str) -> list[int]:
    """Parts by groups: sums over the parts and over the groups together give a hidden cell away.

    So where one is hidden beside a shown sum, that component's parts are hidden in every
    group; and below a hidden sum everything is.
    """
    chosen = []
    for component, rows in frame[frame.level != "question"].groupby("component"):
        parts = frame[frame.parent == component]
        if parts.empty:
            continue
        shown = rows[~hidden(rows[status]) & (rows[status] != "missing")]
        inside = parts[group].isin(shown[group])
        cells = parts[inside & (parts[status] != "missing")]
        unseen = parts[~inside & ~hidden(parts[status]) & (parts[status] != "missing")]
        chosen += list(unseen[unseen[group].isin(rows[hidden(rows[status])][group])].index)
        if not hidden(cells[status]).any():
            continue
        chosen += list(cells[~hidden(cells[status])].index)
        sizes = cells.groupby(group).size()
        # Few cells are solved by as many sums: then these are hidden as well.
        solved = (sizes - 1).sum() <= cells.component.nunique()
        alone = shown[shown[group].isin(sizes[sizes == 1].index)]
        chosen += list((shown if solved else alone).index)
    return chosen


def _families(frame: pd.DataFrame) -> Iterator[tuple[pd.Series, pd.DataFrame]]:
    """Each component with its parts; a question has none, whatever its code."""
    for _, whole in frame[frame.level != "question"].iterrows():
        parts = frame[frame.parent == whole.component]
        if len(parts):
            yield whole, parts


def _groups_to_hide(frame: pd.DataFrame, status: str, count: str, _group: str) -> list[int]:
    """Of a component not one group alone."""
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


def wholes(frame: pd.DataFrame) -> pd.DataFrame:
    """The sub-dimensions of hidden questions: component, level, status."""
    questions = frame[(frame.level == "question") & hidden(frame.status)]
    facts = {"component": questions.parent, "level": "sub_dimension", "status": COMPLEMENT}
    return pd.DataFrame(facts)


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
