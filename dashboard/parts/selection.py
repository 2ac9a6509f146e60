"""What every page is about: unit, the two years, period and date; all of it in the address.

Widgets bind to the address (bind="query-params"): a link opens the same view.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.readings.readings import Readings, day
from dashboard.words import Words

# Keys are the names in the address.
UNIT, YEAR_FROM, YEAR_TO, PERIOD, AS_OF = "xa", "tu", "den", "ky", "ngay"
_PAGE, _KEPT = "page_before", "address_kept"  # of this session


@dataclass(frozen=True)
class Selection:
    """The unit and its province, the years compared, the period and the date looked at.

    as_of None: today, at the latest the period's end (then the query's own default).
    """

    unit: str
    unit_id: str
    level: str
    parent: str | None
    province: str | None
    is_simulated: bool
    has_survey: bool
    has_tasks: bool
    year_from: int
    year_to: int
    period: str
    period_ends: date
    period_due: date
    as_of: date | None

    @property
    def seen_at(self) -> date:
        """The date the tasks are looked at."""
        return self.as_of or min(date.today(), self.period_ends)

    @property
    def when(self) -> dict[str, object]:
        """The parameters of every query of tasks."""
        return {"period": self.period, "as_of": self.as_of}


def choose(ask: Readings, words: Words) -> Selection | None:
    """The popover with the global choices; None when the store has no data at all."""
    units = ask.units()
    if units.empty:
        return None
    with st.popover(_label(_chosen_unit(units), words), icon=":material/tune:"):
        unit = _unit(units, words)
        years = _years(unit)
        year_to = _year(words["bar.year_to"], YEAR_TO, years)
        year_from = _year(words["bar.year_from"], YEAR_FROM, _earlier(years, year_to))
        period = _period(ask.periods(year_to), words)
        as_of = st.date_input(
            words["bar.as_of"],
            value=None,
            key=AS_OF,
            bind="query-params",
            format="DD/MM/YYYY",
            help=words["bar.as_of_help"],
        )
    kept = {
        UNIT: None if unit.unit_id == units.unit_id.iloc[0] else unit.unit,
        YEAR_TO: None if year_to == years[-1] else str(year_to),
        YEAR_FROM: None if year_from == _earlier(years, year_to)[-1] else str(year_from),
        PERIOD: None if _kind(period) == "Y" else words[f"period.{_kind(period)}"],
        AS_OF: as_of and as_of.isoformat(),
    }
    st.session_state[_KEPT] = {key: value for key, value in kept.items() if value}
    return Selection(
        unit=unit.unit,
        unit_id=unit.unit_id,
        level=unit.level,
        parent=_text(unit.parent),
        province=_text(unit.province),
        is_simulated=bool(unit.is_simulated),
        has_survey=year_to in unit.survey_years or year_from in unit.survey_years,
        has_tasks=year_to in unit.plan_years,
        year_from=year_from,
        year_to=year_to,
        period=period.period,
        period_ends=day(period.ends),
        period_due=day(period.due),
        as_of=as_of,
    )


def carry(page: str) -> None:
    """Give the address of a page that was just gone to the choices of the one before.

    The navigation drops them from the address, and what stood only there would be lost.
    """
    state = st.session_state
    before, state[_PAGE] = state.get(_PAGE, page), page
    kept = {k: v for k, v in state.get(_KEPT, {}).items() if k not in st.query_params}
    if before != page and kept:
        address = {**st.query_params.to_dict(), **kept}
        st.switch_page(f"pages/{page}.py", query_params=address)


def kept() -> dict[str, str]:
    """The choices that an address on the same page has to carry along."""
    return dict(st.session_state.get(_KEPT, {}))


def _chosen_unit(units: pd.DataFrame) -> pd.Series:
    """The unit that the box below the button will hold."""
    said = _said(UNIT)
    known = units[(units.unit_id == said) | (units.unit == said)]
    return (known if len(known) else units).iloc[0]


def _said(key: str) -> object:
    """A choice before its widget runs: of this session, else of the address."""
    return st.session_state.get(key) or st.query_params.get(key)


def _said_year(key: str, years: list[int]) -> int | None:
    """A year that the unit has; an address may say anything."""
    said = str(_said(key))
    return int(said) if said.isdecimal() and int(said) in years else None


def _years(unit: pd.Series) -> list[int]:
    """The years that the unit has a survey or a plan of."""
    return sorted({int(year) for year in (*unit.survey_years, *unit.plan_years)})


def _earlier(years: list[int], year_to: int) -> list[int]:
    """Years to compare with: those before; without any, the year before, which has no data."""
    return [year for year in years if year < year_to] or [year_to - 1]


def _label(unit: pd.Series, words: Words) -> str:
    """What is set, on the button itself: a change shows at once, the address decides first."""
    years = _years(unit)
    year_to = _said_year(YEAR_TO, years) or years[-1]
    earlier = _earlier(years, year_to)
    year_from = _said_year(YEAR_FROM, earlier) or earlier[-1]
    said = [unit.unit, f"{year_from}–{year_to}"]
    kinds = {words[f"period.{kind}"]: kind for kind in ("Y", "H1")}
    period = _said(PERIOD) or "Y"
    if kinds.get(period, period) == "H1":
        said.append(words["period.H1"])
    as_of = pd.to_datetime(_said(AS_OF), errors="coerce")
    if numbers.is_number(as_of):
        said.append(words.say("bar.seen_at", day=numbers.day(as_of)))
    return " · ".join(said)


def _unit(units: pd.DataFrame, words: Words) -> pd.Series:
    names = dict(zip(units.unit_id, units.unit, strict=True))
    chosen = st.selectbox(
        words["bar.unit"],
        list(names),
        format_func=names.__getitem__,
        key=UNIT,
        bind="query-params",
    )
    return units[units.unit_id == chosen].iloc[0]


def _year(label: str, key: str, years: list[int]) -> int:
    """The last of the years unless another is chosen."""
    return st.selectbox(label, years, index=len(years) - 1, key=key, bind="query-params")


def _period(periods: pd.DataFrame, words: Words) -> pd.Series:
    """The choice is kept as the kind (Y or H1): it holds when the year changes."""
    kinds = [_kind(period) for _, period in periods.iterrows()]
    chosen = st.segmented_control(
        words["bar.period"],
        kinds,
        default=kinds[0],
        required=True,
        format_func=lambda kind: words[f"period.{kind}"],
        key=PERIOD,
        bind="query-params",
    )
    return periods.iloc[kinds.index(chosen)]


def _kind(period: pd.Series) -> str:
    """Y or H1."""
    return period.period.rsplit("-", 1)[1]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
