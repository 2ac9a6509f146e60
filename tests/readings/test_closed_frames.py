"""A closing answers as the store did when it was closed, whatever came later; what it does not
hold is refused and never answered from today."""

from datetime import date

import pandas as pd
import pytest

from dashboard.readings.closed_frames import NotReported, Reported
from dashboard.readings.plan_readings import When
from dashboard.readings.readings import Readings
from dashboard.store import closings, remarks
from dashboard.store.frozen import About
from dashboard.store.remarks import Remark, Subject
from dashboard.thresholds import thresholds
from tests.queries.rows import COMMUNE, Form, add_task, store_scores, survey, unit_id

UNIT = unit_id(COMMUNE)
ABOUT = About(UNIT, 2023, "2023-H1", date(2023, 5, 31))
WHEN = When(period=ABOUT.period, as_of=ABOUT.as_of)
TODAY = date(2023, 6, 12)
ASKED = {"Q1": ("1.1", 0, 1)}


def two_surveys(cursor, yes: int, import_id: int) -> None:
    """Of forty forms a year so many say yes in 2023; thirty in 2022."""
    for year, count in ((2022, 30), (2023, yes)):
        forms = [Form({"Q1": float(n < count)}) for n in range(40)]
        where = {"year": year, "import_id": import_id + year}
        survey(cursor, {"Thôn Đông": forms[::2], "Thôn Tây": forms[1::2]}, ASKED, **where)
        store_scores(cursor, year=year)


def plan(cursor) -> None:
    two_surveys(cursor, 10, 0)
    add_task(cursor, "Họp thôn", due=date(2023, 5, 1), leads=["Ông A", "Đoàn xã"], progress=0.5)
    add_task(cursor, "Niêm yết", leads=["Bà B"], result_h1="Hoàn thành", done=date(2023, 2, 1))
    add_task(cursor, "Rà soát", due=date(2023, 6, 3), leads=["Đoàn xã"])


def everything(ask: Readings) -> dict[str, pd.DataFrame]:
    """All that pages ask of what a closing holds, as they ask it."""
    where = UNIT, 2023
    return {
        "change": ask.change.between(UNIT, 2022, 2023),
        "common": ask.change.between(UNIT, 2022, 2023, basis="common"),
        "scores": ask.survey.scores(*where),
        "villages": ask.survey.village_scores(*where),
        "officials": ask.plan.officials(*where, role="lead", village=None, **WHEN),
        "completion": ask.plan.completion(*where, **WHEN),
        "tasks": ask.plan.tasks(*where, **WHEN),
        "led": ask.plan.tasks(*where, official="doan xa", role="lead", **WHEN),
        "follow_up": ask.plan.follow_up(*where, days=thresholds().days_ahead, **WHEN),
        "component_tasks": ask.plan.component_tasks(UNIT, 2022, 2023, **WHEN),
        "remarks": ask.remarks.every(*where),
        "falls": ask.remarks.falls(UNIT, 2022, 2023),
        "unfilled": ask.reporting.unfilled(*where, ABOUT.period, ABOUT.as_of),
    }


def places_apart(frame: pd.DataFrame) -> pd.DataFrame:
    """Without where a row stood in which file, which is no figure."""
    return frame.drop(columns=[name for name in frame if str(name).startswith("source_")])


@pytest.fixture
def closed(store):
    """The store closed, what it said then, and the closing to be asked."""
    store.write(plan)
    cause = Remark(Subject(UNIT, 2023, "component", "1.1"), "cause", "Thiếu người", 0)
    remarks.save(store, [cause])
    with store.read() as cursor:
        before = everything(Readings(cursor, today=TODAY))
    done = closings.close(store, ABOUT)
    with store.read() as cursor:
        (row,) = Readings(cursor, today=TODAY).reporting.closings(UNIT).itertuples()
    asked = Reported(
        UNIT, 2023, ABOUT.period, 1, ABOUT.as_of, row.closed_at, done.fingerprint,
        tuple(row.questions),
    )  # fmt: skip
    return store, before, asked


def later(store) -> None:
    """All of it changes: answers, tasks, leads, remarks."""

    def work(cursor) -> None:
        two_surveys(cursor, 35, 4000)
        add_task(cursor, "Họp thôn", done=date(2023, 5, 2), leads=["Bà B"], import_id=9)
        add_task(cursor, "Mới", leads=["Ông C"], import_id=9)

    store.write(work)
    cause = Remark(Subject(UNIT, 2023, "component", "1.1"), "cause", "Mưa nhiều", 1)
    remarks.save(store, [cause])


def test_closing_answers_as_the_store_did_then(closed):
    store, before, asked = closed
    later(store)
    with store.read() as cursor:
        now = Readings(cursor, today=TODAY)
        then = everything(now.as_reported(asked))
        newer = everything(now)
    assert len(before["falls"]) and before["falls"].is_explained.all()
    assert list(before["led"].task) == ["Họp thôn", "Rà soát"]
    for name, frame in before.items():
        # in the order of the query too: pages list what comes first
        pd.testing.assert_frame_equal(places_apart(then[name]), places_apart(frame), obj=name)
        assert not places_apart(newer[name]).equals(places_apart(frame)), name


REFUSED = (
    lambda ask: ask.change.between(UNIT, 2022, 2023, ["Thôn Đông"]),
    lambda ask: ask.change.between(UNIT, 2022, 2023, sex="Nam"),
    lambda ask: ask.change.between(UNIT, 2021, 2023),
    lambda ask: ask.survey.scores(UNIT, 2024),
    lambda ask: ask.plan.officials(UNIT, 2023, role="support", **WHEN),
    lambda ask: ask.plan.tasks(UNIT, 2023, village="Thôn Đông", **WHEN),
    lambda ask: ask.plan.tasks(UNIT, 2023, period=ABOUT.period, as_of=date(2023, 5, 30)),
    lambda ask: ask.plan.tasks(UNIT, 2022),
    lambda ask: ask.plan.history(UNIT, 2023),
    lambda ask: ask.published.years(),
    lambda ask: ask.imports(),
)


def test_what_a_closing_does_not_hold_is_refused(closed):
    store, _, asked = closed
    # as a closing of a program that did not freeze remarks: that is no empty answer
    older = asked._replace(questions=tuple(q for q in asked.questions if q != "remarks"))
    with store.read() as cursor:
        ask = Readings(cursor, today=TODAY)
        for number, refused in enumerate(REFUSED):
            with pytest.raises(NotReported):
                refused(ask.as_reported(asked))
                pytest.fail(f"answered: {number}")
        with pytest.raises(NotReported):
            ask.as_reported(older).remarks.every(UNIT, 2023)


def test_a_commune_without_a_survey_is_shown_as_it_was(store):
    """There was nothing to freeze of scores: that is an answer, not a gap."""
    store.write(lambda cursor: add_task(cursor, "Họp thôn", leads=["Ông A"]))
    closings.close(store, ABOUT)
    questions = ("component_scores", "component_change", "remarks")
    asked = Reported(UNIT, 2023, ABOUT.period, 1, ABOUT.as_of, pd.NaT, "", questions)
    store.write(lambda cursor: two_surveys(cursor, 35, 0))
    with store.read() as cursor:
        then = Readings(cursor, today=TODAY).as_reported(asked)
        change = then.change.between(UNIT, 2022, 2023)
        assert change.estimate_to.isna().all() and (change.level == "total").any()
        assert then.remarks.every(UNIT, 2023).empty
