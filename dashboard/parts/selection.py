"""What every page is about: unit, the two years, period and date; all of it in the address.

Widgets bind to the address (bind="query-params"): a link opens the same view. The unit stands
there by its id: names change, and two units may come to bear one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard import numbers
from dashboard.page_list import page_row
from dashboard.parts import cut_offs
from dashboard.parts.as_written import as_written
from dashboard.parts.cut_offs import AS_OF, PERIOD
from dashboard.readings.listed import PeriodRow, UnitRow
from dashboard.readings.plan_readings import When
from dashboard.readings.readings import Readings
from dashboard.rows import rows_of
from dashboard.sentences.reporting import period_name
from dashboard.words import Words

# Keys are the names in the address.
UNIT, YEAR_FROM, YEAR_TO = "xa", "tu", "den"
_PAGE, _KEPT, _HEEDED = "page_before", "address_kept", "unit_heeded"  # of this session


@dataclass(frozen=True)
class Selection:
    """The unit and its province, the years compared, the period and the date looked at.

    seen_at: the date chosen, else today, at the latest the period's end.
    """

    unit: str
    unit_id: str
    level: str
    parent: str | None
    province: str | None
    is_simulated: bool
    has_survey: bool
    compares: bool  # both years have a survey
    has_tasks: bool
    only_packages: bool  # nothing but signed packages of communes below it, in any year
    year_from: int
    year_to: int
    period: str
    period_kind: str
    period_ends: date
    period_due: date
    seen_at: date
    last_day: date | None  # of the unit, where it ends
    successor: str | None

    @property
    def when(self) -> When:
        """The parameters of every query of tasks."""
        return When(period=self.period, as_of=self.seen_at)


def choose(
    ask: Readings, words: Words, below: Callable[[Selection], None] = lambda _: None
) -> Selection | None:
    """The popover with the global choices; None when the store has no data at all.

    below: draws what else stands in it.
    """
    units = list(rows_of(ask.units(), UnitRow))
    if not units:
        return None
    _heed_address(units, words)
    with st.popover(as_written(_label(ask, _chosen_unit(units), words)), icon=":material/tune:"):
        unit = _unit(units, words)
        years = _years(unit)
        with st.container(horizontal=True):
            year_to = _year(words["bar.year_to"], YEAR_TO, years)
            year_from = _year(words["bar.year_from"], YEAR_FROM, _earlier(years, year_to))
        periods = list(rows_of(ask.periods(year_to), PeriodRow))
        period, as_of = cut_offs.choose(periods, ask.today, words)
        seen_at = as_of or min(ask.today, period.ends.date())
        chosen = _selected(unit, (year_from, year_to), period, seen_at)
        below(chosen)
    kept = {
        UNIT: _written(None if unit.unit_id == units[0].unit_id else unit.unit_id),
        YEAR_TO: None if year_to == years[-1] else str(year_to),
        YEAR_FROM: None if year_from == _earlier(years, year_to)[-1] else str(year_from),
        PERIOD: None if period.kind == "Y" else period_name(period.kind, words),
        AS_OF: as_of and as_of.isoformat(),
    }
    st.session_state[_KEPT] = {key: value for key, value in kept.items() if value}
    return chosen


def nobody(ask: Readings) -> Selection:
    """No unit at all, in the last year of the published index: for a page of the provinces."""
    year = ask.published.years()[-1]
    period = next(rows_of(ask.periods(year), PeriodRow))
    unit = UnitRow("", "", "", None, None, False, (), (), "", ())
    return _selected(unit, (year - 1, year), period, min(ask.today, period.ends.date()))


def _selected(unit: UnitRow, years: tuple[int, int], period: PeriodRow, seen_at: date) -> Selection:
    year_from, year_to = years
    return Selection(
        unit=unit.unit,
        unit_id=unit.unit_id,
        level=unit.level,
        parent=_text(unit.parent),
        province=_text(unit.province),
        is_simulated=bool(unit.is_simulated),
        has_survey=year_to in unit.survey_years or year_from in unit.survey_years,
        compares={year_from, year_to} <= {int(year) for year in unit.survey_years},
        has_tasks=year_to in unit.plan_years,
        only_packages=len(unit.package_years) > 0 and not _years_of_files(unit),
        year_from=year_from,
        year_to=year_to,
        period=period.period,
        period_kind=period.kind,
        period_ends=period.ends.date(),
        period_due=period.due.date(),
        seen_at=seen_at,
        last_day=unit.valid_to.date() if numbers.is_number(unit.valid_to) else None,
        successor=_text(unit.successor),
    )


def carry(page: str) -> None:
    """Give the address of a page that was just gone to the choices of the one before.

    The navigation drops them from the address, and what stood only there would be lost. So would
    what a link says under the name of a filter of the page before: a village's own page would be
    that of the whole commune.
    """
    state = st.session_state
    before, state[_PAGE] = state.get(_PAGE, page), page
    asked = {k: v for k, v in _asked().items() if k not in (YEAR_FROM, YEAR_TO, PERIOD, AS_OF)}
    lost = asked | state.get(_KEPT, {})
    lost = {k: v for k, v in lost.items() if k not in st.query_params}
    if before != page and lost:
        address = {**st.query_params.to_dict(), **lost}
        st.switch_page(page_row(page).file, query_params=address)


def _asked() -> dict[str, str]:
    """All that the address says: of the name of a widget of the page before, Streamlit takes it
    out of st.query_params."""
    run = get_script_run_ctx()
    return dict(parse_qsl(run.query_string)) if run else {}


def forget() -> None:
    """Carry nothing along: the address says all."""
    st.session_state[_KEPT] = {}


def kept() -> dict[str, str]:
    """The choices that an address on the same page has to carry along."""
    return dict(st.session_state.get(_KEPT, {}))


def keep(key: str, said: str | None) -> None:
    """Carry one more choice along; None for none."""
    others = {name: value for name, value in kept().items() if name != key}
    st.session_state[_KEPT] = others | ({key: said} if said else {})


def look_at(page: str, unit_id: str, year: int) -> None:
    """Go to a page with another unit and year chosen than the session's: a link alone can't, for
    what the boxes hold comes before the address."""
    st.session_state.pop(YEAR_FROM, None)
    st.session_state[UNIT], st.session_state[YEAR_TO] = unit_id, year
    st.session_state[_KEPT] = {UNIT: unit_id, YEAR_TO: str(year)}
    st.switch_page(page_row(page).file)


def _chosen_unit(units: list[UnitRow]) -> UnitRow:
    """The unit that the box below the button will hold."""
    chosen = st.session_state.get(UNIT)
    return next((unit for unit in units if unit.unit_id == chosen), units[0])


def _heed_address(units: list[UnitRow], words: Words) -> None:
    """What a link says of the unit, by its id or, as links of before, by its name: once on a
    page, for afterwards the box decides. A name that several bear is asked about."""
    state, said = st.session_state, st.query_params.get(UNIT)
    if said and (UNIT not in state or (state.get(_PAGE), said) != state.get(_HEEDED)):
        meant = [unit for unit in units if said in (unit.unit_id, unit.unit)]
        meant = meant or [unit for unit in units if said == unit.name]
        if len(meant) == 1:
            state[UNIT] = meant[0].unit_id
        elif meant:
            known = "; ".join(unit.unit for unit in meant)
            said_so = words.say("bar.unit_of_several", unit=said, known=known)
            st.warning(as_written(said_so))
        else:
            st.warning(as_written(words.say("bar.unit_gone", unit=said)))
    if state.get(UNIT) not in {unit.unit_id for unit in units}:
        state.pop(UNIT, None)  # it has no data any more


def _written(unit_id: str | None) -> str | None:
    """The unit in the address: its id, nothing of the first one."""
    said = st.query_params.get(UNIT)
    if unit_id and unit_id != said:
        st.query_params[UNIT] = unit_id
    elif said and not unit_id:
        del st.query_params[UNIT]
    st.session_state[_HEEDED] = st.session_state.get(_PAGE), unit_id
    return unit_id


def _said(key: str) -> str:
    """A choice before its widget runs: of this session, else of the address; "" for none."""
    return str(st.session_state.get(key) or st.query_params.get(key) or "")


def _said_year(key: str, years: list[int]) -> int | None:
    """A year that the unit has; an address may say anything."""
    said = _said(key)
    return int(said) if said.isdecimal() and int(said) in years else None


def _years(unit: UnitRow) -> list[int]:
    """The years that the unit has a survey, a plan, a log of activities or packages of."""
    return sorted({int(year) for year in (*_years_of_files(unit), *unit.package_years)})


def _years_of_files(unit: UnitRow) -> list[int]:
    return [*unit.survey_years, *unit.plan_years, *unit.activity_years]


def _earlier(years: list[int], year_to: int) -> list[int]:
    """Years to compare with: those before; without any, the year before, which has no data."""
    return [year for year in years if year < year_to] or [year_to - 1]


def _label(ask: Readings, unit: UnitRow, words: Words) -> str:
    """What is set, on the button itself: a change shows at once, the address decides first."""
    years = _years(unit)
    year_to = _said_year(YEAR_TO, years) or years[-1]
    earlier = _earlier(years, year_to)
    year_from = _said_year(YEAR_FROM, earlier) or earlier[-1]
    said = [unit.unit, f"{year_from}–{year_to}"]
    period = _said(PERIOD) or "Y"
    if period not in ("Y", words["period.Y"]):
        said.append(period_name(period, words))
    periods = list(rows_of(ask.periods(year_to), PeriodRow))
    as_of, _ = cut_offs.looked_at(_said(AS_OF), periods, ask.today, words)
    if as_of:
        said.append(words.say("bar.seen_at", day=numbers.day(as_of)))
    return " · ".join(said)


def _unit(units: list[UnitRow], words: Words) -> UnitRow:
    by_id = {unit.unit_id: unit for unit in units}
    chosen = st.selectbox(
        words["bar.unit"],
        list(by_id),
        format_func=lambda unit_id: by_id[unit_id].unit,
        key=UNIT,
    )
    return by_id[chosen]


def _year(label: str, key: str, years: list[int]) -> int:
    """The last of the years unless another is chosen."""
    return st.selectbox(label, years, index=len(years) - 1, key=key, bind="query-params")


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
