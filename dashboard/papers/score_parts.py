"""The survey's parts: components of two years and their change."""

from dashboard import numbers, verdicts
from dashboard.documents.model.figures import Changes, LevelRow, Levels
from dashboard.documents.model.numbered import Said, said
from dashboard.documents.model.paper import Part
from dashboard.papers import phrases
from dashboard.papers.compared import (
    Compared,
    asked_of,
    basis,
    change_of,
    compared,
    highest,
    of_level,
    title,
    year_of,
)
from dashboard.papers.state import State


def components(state: State, level: str = "dimension") -> Part | None:
    """Both years' scores of the dimensions, or sub-dimensions."""
    every = compared(state)
    rows, words = of_level(every, level), state.words
    if not state.has_survey or not rows:
        return None
    (total,) = of_level(every, "total")
    drawn = tuple(_level(state, row) for row in rows)
    low, high = min(row.scale_low for row in rows), max(row.scale_high for row in rows)
    alt = " ".join(_levels_alt(state, row) for row in drawn)
    measure = words.say("slide.levels_measure", years=_years(state))
    return Part(
        "components" if level == "dimension" else "sub_dimensions",
        highest(state, rows) if level == "dimension" else title(state, rows),
        measure,
        (),
        Levels(drawn, state.year_from, state.year, low, high, alt),
        note=said("{asked}. {how}", asked=asked_of(state, total), how=words["slide.levels_note"]),
        source=words["slide.own_survey"],
        notes=(Said(words["slide.method"]), asked_of(state, total)),
    )


def _years(state: State) -> str:
    return f"{state.year_from}, {state.year}" if state.compares else str(state.year)


def _level(state: State, row: Compared) -> LevelRow:
    before, after = year_of(state, row, "from"), year_of(state, row, "to")
    return LevelRow(
        row.component,
        row.name,
        before,
        phrases.or_hidden(before, row.status_from, state=state) if state.compares else "",
        after,
        phrases.or_hidden(after, row.status_to, state=state),
        verdict=row.said or "",
    )


def _levels_alt(state: State, row: LevelRow) -> str:
    key = "slide.levels_alt" if state.compares else "slide.level_alt"
    holes = {"name": f"{row.code} {row.name}", "before": row.before_text, "after": row.after_text}
    return state.words.say(key, year_from=state.year_from, year=state.year, **holes)


def changes(state: State, level: str = "dimension") -> Part | None:
    """The differences of the dimensions, or sub-dimensions, with interval and verdict."""
    every = compared(state)
    rows, words = of_level(every, level), state.words
    if not state.compares or not rows:
        return None
    (total,) = of_level(every, "total")
    drawn = tuple(_change(state, row) for row in rows)
    alt = " ".join(f"{row.code} {row.name}: {row.change_text} {row.word}.".strip() for row in drawn)
    measure = words.say("slide.change_measure", year_from=state.year_from, year=state.year)
    return Part(
        "change" if level == "dimension" else "sub_dimension_change",
        title(state, rows),
        measure,
        (),
        Changes(drawn, state.year_from, state.year, alt),
        note=said("{asked}. {how}", asked=asked_of(state, total), how=words["slide.change_note"]),
        source=words["slide.own_survey"],
        notes=(Said(words["slide.change_method"]), *_intervals(state, rows)),
    )


def _change(state: State, row: Compared) -> LevelRow:
    change = change_of(state, row)
    query, asked = "component_change", basis(state)
    return LevelRow(
        row.component,
        row.name,
        None,
        "",
        None,
        "",
        change,
        phrases.or_hidden(change, row.status_from, row.status_to, state=state),
        phrases.score(state, query, row, "ci_low", **asked),
        phrases.score(state, query, row, "ci_high", **asked),
        row.said or "",
        verdicts.text(row.said, state.words),
    )


def _intervals(state: State, rows: list[Compared]) -> list[Said]:
    """The intervals in words, for who is asked at the meeting."""
    told = []
    for row in rows:
        if not (numbers.is_number(row.ci_low) and numbers.is_number(row.ci_high)):
            continue
        low, high = (
            state.cite(
                "component_change", row, end, numbers.difference(getattr(row, end)), **basis(state)
            )
            for end in ("ci_low", "ci_high")
        )
        holes = {"name": f"{row.component} {row.name}", "low": low, "high": high}
        told.append(said(state.words["slide.interval"], **holes))
    return told
