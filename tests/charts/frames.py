"""Small frames for the chart tests: the columns the charts rely on, one row from a few words."""

import pandas as pd

from dashboard.states import ASSIGNED
from dashboard.words import words

VI = words("vi")
AS_OF = pd.Timestamp("2023-10-20")
# An estimate a caller forgot to blank: it must not be seen anywhere all the same.
LEAK = 6.6666


def level(code, before, after, status_from="ok", status_to="ok", **more):
    kind = "sub_dimension" if "." in code else "dimension"
    row = dict(component=code, name=f"Name {code}", level=kind, year_from=2022, year_to=2023)
    row |= dict(estimate_from=before, estimate_to=after, status_from=status_from)
    scale = (0.25, 2.5) if "." in code else (1.0, 10.0)
    row |= dict(status_to=status_to, scale_low=scale[0], scale_high=scale[1])
    change = None if before is None or after is None else after - before
    return row | dict(change=change) | more


def levels_frame():
    return pd.DataFrame(
        [
            level("1", 5.33, 5.46),
            level("2", 7.65, 7.36, full_name="The full name <2>"),
            level("3", 4.1, LEAK, status_to="hidden_n"),
            level("4", None, 7.1, status_from="missing"),
        ]
    )


def official(name, due=0, **states):
    counts = {state: states.get(state, 0) for state in ASSIGNED}
    row = dict(official=f"{name} in full", short_name=name, due_by_now=due)
    row["due_done"] = max(0, due - counts["overdue"])
    return row | counts | dict(assigned=sum(counts.values()), completion_rate=None)


def officials_frame():
    busy = dict(done_on_time=4, done_late=1, overdue=3)
    rest = dict(done_undated=1, in_progress=1, not_started=1)
    return pd.DataFrame([official("Busy", 5, **busy), official("Rest & Co", **rest)])


def tasks_frame():
    columns = ["task", "due", "done", "state", "days_late"]
    rows = [
        ("Late", "2023-06-30", "2023-08-20", "done_late", 51),
        ("Over", "2023-03-31", None, "overdue", 203),
        ("Early", "2023-10-25", "2023-05-01", "done_on_time", None),
        ("Someday", None, None, "not_started", None),
    ]
    return pd.DataFrame(rows, columns=columns)


def cell(village, code, estimate, status="ok", respondents=40):
    row = dict(village=village, component=code, name=f"Name {code}", estimate=estimate)
    scale = dict(scale_low=1.0, scale_high=10.0)
    return row | scale | dict(status=status, respondents=respondents)


def villages_frame():
    return pd.DataFrame(
        [
            cell("", "1", 5.0, respondents=90),
            cell("", "2", 6.0, respondents=90),
            cell("North side", "1", 5.2),
            cell("North side", "2", 5.1),
            cell("South side", "1", LEAK, "hidden_n", 7),
            cell("South side", "2", None, "missing", 7),
        ]
    )


def units_frame():
    rows = [
        ("a", "Alpha", None, None, False, "missing"),
        ("b", "Beta", 44.1, 1, False, "ok"),
        ("c", "Gamma", 43.2, 2, True, "ok"),
        ("d", "Delta", LEAK, 3, False, "hidden_n"),
    ]
    return pd.DataFrame(rows, columns=["unit", "label", "estimate", "rank", "marked", "status"])


def years_frame():
    scores = {2016: 5.0, 2017: 5.1, 2018: 5.9, 2019: None, 2020: 6.1, 2021: 6.0}
    rows = [dict(year=y, component="5", score=s, unit="P1", label="One") for y, s in scores.items()]
    return pd.DataFrame(rows).assign(marked=True)


def tiles_frame():
    rows = [
        ("Province 1", "One", 0, 0, 44.1, 1, "high", True),
        ("Province 2", "Two <B>", 1, 0, 40.0, 2, "low", False),
        ("Province 3", "Three", 1, 1, None, None, None, False),
    ]
    columns = ["unit", "label", "tile_column", "tile_row", "score", "rank", "group", "marked"]
    return pd.DataFrame(rows, columns=columns)


def beside_frame():
    columns = ["component", "level", "estimate", "status", "score_to", "median"]
    columns += ["scale_low", "scale_high"]
    rows = [
        ("PAPI", "total", 44.0, "ok", 44.2282, 42.3265, 8.0, 80.0),
        ("1", "dimension", 5.0, "ok", 5.5, 5.25, 1.0, 10.0),
        ("2", "dimension", LEAK, "hidden_n", 6.5, 6.25, 1.0, 10.0),
        ("3", "dimension", None, "missing", None, None, 1.0, 10.0),
    ]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(name="Name " + frame.component)


def rooms_frame():
    """Rooms 1.5 and 0.5 of 2 shown; of 1 point 0.75 and 0.25."""
    columns = ["component", "estimate", "status", "room", "share", "needed", "reach"]
    rows = [
        ("2.1", 1.0, "ok", 1.5, 0.75, 0.75, 1.75),
        ("2.2", 2.0, "caution", 0.5, 0.25, 0.25, 2.25),
        ("2.3", LEAK, "hidden_n", LEAK, LEAK, LEAK, LEAK),
        ("2.4", None, "missing", None, None, None, None),
    ]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(name="Name " + frame.component, scale_low=0.25, scale_high=2.5)


def trace(fig, name):
    return next(trace for trace in fig.data if trace.name == name)


def texts(fig):
    return [note.text for note in fig.layout.annotations]
