"""What pages may read: hidden figures blank, names beside codes, one version at a time."""

from datetime import date

import pandas as pd
import pytest

from dashboard.readings import suppression
from dashboard.readings.frames import day
from dashboard.readings.readings import Readings
from dashboard.store import sql
from tests.queries.rows import COMMUNE, Form, add_task, store_scores, survey, whole_questionnaire

HIDDEN = ["hidden_n", "hidden_complement", "hidden_no_se", "hidden_of_a_later_issue"]
SHOWN = ["ok", "caution"]


@pytest.mark.parametrize("status", [*HIDDEN, *SHOWN, "missing", None])
def test_estimate_is_blank_where_its_status_is_hidden(status):
    row = {
        "estimate": [5.5],
        "std_error": [0.5],
        "ci_low": [4.5],
        "ci_high": [6.5],
        "rank_low": [1],
    }
    blank = suppression.blank(pd.DataFrame(row | {"status": [status]}, index=[7]))
    assert blank[list(row)].isna().all().all() == (status in HIDDEN)
    assert blank[list(row)].isna().any().any() == (status in HIDDEN)
    assert blank.status.tolist() == [status or "missing"]


@pytest.mark.parametrize("status_from", [*HIDDEN, *SHOWN, None])
@pytest.mark.parametrize("status_to", [*HIDDEN, *SHOWN, None])
def test_difference_is_blank_where_either_year_is_hidden(status_from, status_to):
    row = {"estimate_from": [5.0], "estimate_to": [6.0], "change": [1.0], "status": [None]}
    with_it = {"std_error": [0.3], "ci_low": [0.4], "ci_high": [1.6], "p_value": [0.01]}
    row |= with_it | {"verdict": ["up"]}
    frame = pd.DataFrame(row | {"status_from": [status_from], "status_to": [status_to]})
    blank = suppression.blank_change(frame).iloc[0]
    assert pd.isna(blank.estimate_from) == (status_from in HIDDEN)
    assert pd.isna(blank.estimate_to) == (status_to in HIDDEN)
    for name in ("change", "verdict", *with_it):
        assert pd.isna(blank[name]) == (status_from in HIDDEN or status_to in HIDDEN), name
    assert blank.status == "missing"


def test_blanking_leaves_the_remembered_frame_alone():
    frame = pd.DataFrame({"estimate": [5.5], "status": ["hidden_n"]})
    suppression.blank(frame)
    assert frame.estimate.tolist() == [5.5]


@pytest.mark.filterwarnings("error")
def test_a_frame_without_any_status_is_missing_throughout():
    """All statuses unknown is a column of numbers: pandas will not take a text into it."""
    facts = {"level": ["total"], "component": ["PAPI"], "parent": [None], "estimate": [None]}
    frame = pd.DataFrame(facts | {"respondents": [0], "status": [float("nan")]})
    assert suppression.hidden_as(frame, frame).status.tolist() == ["missing"]
    assert suppression.told(frame, "status", "respondents").status.tolist() == ["missing"]
    assert suppression.blank(frame).status.tolist() == ["missing"]


def surveyed(store, **people: int) -> None:
    """Villages with so many people who answer 1 to everything, in 2022 and 2023."""

    def work(cursor) -> None:
        for year in (2022, 2023):
            asked = whole_questionnaire(year)
            forms = {name: [Form(dict.fromkeys(asked, 1.0))] * n for name, n in people.items()}
            survey(cursor, forms, asked, dict.fromkeys(people, 500), year=year, import_id=year)
            store_scores(cursor, year=year)

    store.write(work)


def test_every_way_to_a_hidden_estimate_is_blank(store):
    """Eight people: no reading that gives estimates may give one."""
    surveyed(store, Đông=4, Tây=4)
    with store.read() as cursor:
        ask = Readings(cursor)
        change = ask.change.between(COMMUNE, 2022, 2023)
        figures = [
            *(change[name] for name in ("estimate_from", "estimate_to", "change")),
            ask.change.between(COMMUNE, 2022, 2023, ["Đông"]).estimate_to,
            ask.survey.scores(COMMUNE, 2023).estimate,
            ask.survey.village_scores(COMMUNE, 2023).estimate,
            ask.survey.ranking(2023, "PAPI").estimate,
        ]
    assert all(len(values) and values.isna().all() for values in figures)
    assert set(change.status_to) == {"hidden_n"}


def test_a_village_that_is_hidden_in_the_list_is_hidden_alone_too(store):
    """The list hides the next smallest; asked for by name it must not tell either."""
    surveyed(store, Đông=9, Tây=40, Nam=41)
    with store.read() as cursor:
        ask = Readings(cursor)
        listed = ask.survey.village_scores(COMMUNE, 2023)
        alone = {
            village: ask.change.between(COMMUNE, 2022, 2023, [village])
            for village in ("Đông", "Tây", "Nam")
        }
    total = listed[listed.level == "total"].set_index("village").estimate
    assert total.isna().to_dict() == {"Đông": True, "Tây": True, "Nam": False}
    for village, change in alone.items():
        shown = change[change.level == "total"].estimate_to.notna().item()
        assert shown == (village == "Nam"), village


def test_hidden_communes_come_last_without_a_rank(store):
    surveyed(store, Đông=40)

    def more(cursor) -> None:
        for number, (unit, people, answer) in enumerate(
            [("Xã Bé", 9, 1.0), ("Xã Cao", 40, 1.0), ("Xã Dưới", 40, 0.5)], start=1
        ):
            asked = whole_questionnaire()
            forms = {"Thôn": [Form(dict.fromkeys(asked, answer))] * people}
            survey(cursor, forms, asked, {"Thôn": 500}, unit=unit, import_id=number)
            store_scores(cursor, unit)

    store.write(more)
    with store.read() as cursor:
        ranking = Readings(cursor).survey.ranking(2023, "PAPI")
    assert ranking.unit.tolist() == ["Xã An", "Xã Cao", "Xã Dưới", "Xã Bé"]
    assert ranking["rank"].tolist()[:3] == [1, 1, 3] and pd.isna(ranking["rank"][3])


def test_a_frame_is_asked_once_a_version(store, monkeypatch):
    asked, run = [], sql.run

    def counted(cursor, query, *more, **params):
        asked.append(query)
        return run(cursor, query, *more, **params)

    monkeypatch.setattr(sql, "run", counted)
    store.write(lambda cursor: add_task(cursor, "Họp thôn", leads=["UB MTTQ xã"]))
    for _ in range(2):
        with store.read() as cursor:
            ask = Readings(cursor)
            assert len(ask.plan.tasks(COMMUNE, 2023)) == 1
            assert len(ask.plan.tasks(COMMUNE, 2023, component="2")) == 0
    assert asked.count("tasks") == 2
    store.write(lambda cursor: add_task(cursor, "Sơn cổng", leads=["UB MTTQ xã"]))
    with store.read() as cursor:
        assert len(Readings(cursor).plan.tasks(COMMUNE, 2023)) == 2
    assert asked.count("tasks") == 3


def test_after_midnight_a_reading_is_of_the_new_day(store):
    """No import in between: the version is the same, and so are all parameters."""
    due = date(2023, 6, 15)
    store.write(lambda cursor: add_task(cursor, "Họp thôn", due=due, leads=["UB MTTQ xã"]))
    with store.read() as cursor:
        before, after = (Readings(cursor, today=date(2023, 6, day)) for day in (15, 16))
        seen = [
            (
                ask.plan.tasks(COMMUNE, 2023).state.tolist(),
                ask.plan.follow_up(COMMUNE, 2023).is_overdue.tolist(),
                int(ask.plan.completion(COMMUNE, 2023).overdue.sum()),
                int(ask.plan.officials(COMMUNE, 2023).overdue.sum()),
                int(ask.plan.component_tasks(COMMUNE, 2022, 2023).overdue.sum()),
            )
            for ask in (before, after)
        ]
    assert seen == [
        (["not_started"], [False], 0, 0, 0),
        (["overdue"], [True], 1, 1, 1),
    ]


def test_a_finished_year_is_seen_at_its_end(store):
    store.write(lambda cursor: add_task(cursor, "Họp thôn", leads=["UB MTTQ xã"]))
    with store.read() as cursor:
        tasks = Readings(cursor, today=date(2024, 3, 1)).plan.tasks(COMMUNE, 2023)
        half = Readings(cursor).plan.tasks(COMMUNE, 2023, period="2023-H1")
    assert [day(value) for value in (*tasks.as_of, *half.as_of)] == [
        date(2023, 10, 25),
        date(2023, 5, 31),
    ]


def test_an_open_reading_keeps_its_version(store):
    """All numbers of one page come from one version, whatever is imported meanwhile."""
    store.write(lambda cursor: add_task(cursor, "Họp thôn", leads=["UB MTTQ xã"]))
    with store.read() as cursor:
        ask = Readings(cursor)
        store.write(lambda cursor: add_task(cursor, "Sơn cổng", leads=["UB MTTQ xã"]))
        assert len(ask.plan.tasks(COMMUNE, 2023)) == 1
        with store.read() as newer:
            assert len(Readings(newer).plan.tasks(COMMUNE, 2023)) == 2
        assert len(ask.plan.tasks(COMMUNE, 2023)) == 1


def test_a_component_of_no_answer_is_missing_with_its_name(store):
    surveyed(store, Đông=20)
    with store.read() as cursor:
        change = Readings(cursor).change.between(COMMUNE, 2018, 2023)
    assert len(change) == 1 + 8 + 28
    assert set(change.status_from) == {"missing"} and change.estimate_from.isna().all()
    assert change.change.isna().all() and (change.status_to == "caution").all()
    assert change["name"].notna().all() and change.full_name.notna().all()


@pytest.mark.parametrize(
    ("value", "expected"),
    [(pd.NaT, None), (None, None), (pd.Timestamp("2023-05-31"), "2023-05-31")],
)
def test_day_of_a_frame(value, expected):
    assert day(value) == (expected and pd.Timestamp(expected).date())


def parts(statuses: dict[str, str], **more: object) -> pd.DataFrame:
    """Components with these statuses, as many respondents as their place in the list says."""
    parents = {code: "PAPI" if "." not in code else code.partition(".")[0] for code in statuses}
    rows = {"component": list(statuses), "parent": [parents[code] for code in statuses]}
    rows |= {"level": ["dimension" if "." not in code else "sub_dimension" for code in statuses]}
    rows |= {"status": list(statuses.values()), "respondents": range(10, 10 + len(statuses))}
    return pd.DataFrame(rows | more)


def told(statuses: dict[str, str]) -> dict[str, str]:
    frame = suppression.told(parts(statuses), "status", "respondents")
    return dict(zip(frame.component, frame.status, strict=True))


def test_one_hidden_part_of_a_shown_sum_takes_the_smallest_other_along():
    seen = {"1": "ok", "1.1": "ok", "1.2": "hidden_n", "1.3": "ok"}
    assert told(seen) == seen | {"1.1": "hidden_complement"}


def test_two_hidden_parts_and_a_missing_sum_are_left_alone():
    two = {"1": "ok", "1.1": "hidden_n", "1.2": "hidden_n", "1.3": "ok"}
    missing = {"1": "missing", "1.1": "hidden_n", "1.2": "ok"}
    assert told(two) == two and told(missing) == missing


def test_sum_that_is_hidden_cannot_be_added_up_from_its_parts():
    seen = {"1": "hidden_complement", "1.1": "missing", "1.2": "caution", "1.3": "ok"}
    assert told(seen) == seen | {"1.2": "hidden_complement"}


def test_village_hidden_for_its_parts_does_not_stand_alone_among_the_villages():
    hidden = {"1": "ok", "1.1": "hidden_n", "1.2": "ok", "1.3": "ok"}
    shown = dict.fromkeys(hidden, "ok")
    frame = pd.concat(
        [parts(hidden, village="A"), parts(shown, village="B"), parts(shown, village="C")]
    )
    frame = suppression.told(frame.assign(respondents=range(len(frame))), "status", "respondents")
    unseen = frame[frame.status.str.startswith("hidden")]
    for by in ("component", "village"):
        assert (unseen.groupby(by).size() >= 2).all(), unseen


def fallen(store, people: int = 40) -> None:
    """One village that answers yes to everything in 2022 and no in 2023: every part fell, from
    hi to lo without an error; tasks of 2023 for four of them."""

    def work(cursor) -> None:
        for year, answer in ((2022, 1.0), (2023, 0.0)):
            asked = whole_questionnaire(year)
            forms = [Form(dict.fromkeys(asked, answer))] * people
            survey(cursor, {"Thôn": forms}, asked, {"Thôn": 500}, year=year, import_id=year)
            store_scores(cursor, year=year)
        due = date(2023, 6, 1)
        add_task(cursor, "xong", component="5.1", due=due, done=due)
        add_task(cursor, "quá hạn", component="5.3", due=due)
        add_task(cursor, "hủy", component="5.4", due=due, cancelled=True)
        add_task(cursor, "cả lĩnh vực 6", component="6", due=due)

    store.write(work)


def uncovered(store, **more: object) -> dict[str, bool]:
    with store.read() as cursor:
        rows = Readings(cursor).plan.component_tasks(COMMUNE, 2022, 2023, **more)
    assert len(rows) == 28
    return dict(zip(rows.component, rows.uncovered, strict=True))


def test_what_fell_and_has_no_open_task_is_uncovered(store):
    fallen(store)
    found = uncovered(store, as_of=date(2023, 6, 30))
    assert found["5.1"] and found["5.4"] and found["1.1"]
    assert not found["5.3"]  # overdue is open
    assert not any(found[code] for code in ("6.1", "6.2", "6.3", "6.4"))  # the whole dimension
    assert sum(found.values()) == 28 - 1 - 4


def test_nothing_hidden_is_uncovered(store):
    """Nine people: a verdict that may not be seen is not told by the tasks either."""
    fallen(store, people=9)
    assert not any(uncovered(store).values())


def test_without_a_plan_nothing_is_uncovered(store):
    surveyed(store, Đông=40)
    with store.read() as cursor:
        rows = Readings(cursor).plan.component_tasks(COMMUNE, 2022, 2023)
    assert not rows.uncovered.any() and not rows.planned.any()


def test_what_the_men_s_parts_hide_does_not_follow_from_the_women_s(store):
    """Nine men answer 6.1, so the women's 6.1 goes too: everybody's less theirs would tell it.
    Beside the dimension, which both show, sums over parts and sexes would give two parts away."""

    def work(cursor) -> None:
        for year in (2022, 2023):
            asked = whole_questionnaire(year)
            yes = dict.fromkeys(asked, 1.0)
            men = [Form(yes, "Nam")] * 9
            men += [Form(yes | {"Q6.1": None}, "Nam")] * 3
            men += [Form(yes | {"Q6.1": None, "Q6.2": None}, "Nam")] * 20
            survey(
                cursor,
                {"Thôn": [*men, *[Form(yes, "Nữ")] * 40]},
                asked,
                {"Thôn": 500},
                year=year,
                import_id=year,
            )
            store_scores(cursor, year=year)

    store.write(work)
    with store.read() as cursor:
        ask = Readings(cursor)
        hidden = {
            sex: set(rows.component[rows.estimate_to.isna()])
            for sex in ("Nam", "Nữ")
            for rows in [ask.change.between(COMMUNE, 2022, 2023, sex=sex)]
        }
        whole = ask.change.between(COMMUNE, 2022, 2023).set_index("component").estimate_to
    assert whole.notna().all()
    parts_of_6 = {"6.1", "6.2", "6.3", "6.4"}
    assert hidden == {"Nam": parts_of_6, "Nữ": parts_of_6}


def grid(villages: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """The statuses of each village's components after what tells a hidden one is hidden too."""
    frame = pd.concat([parts(statuses, village=name) for name, statuses in villages.items()])
    found = suppression.told(frame.assign(respondents=range(len(frame))), "status", "respondents")
    return {
        name: dict(zip(own.component, own.status, strict=True))
        for name, own in found.groupby("village")
    }


SHOWN = {"1": "ok", "1.1": "ok", "1.2": "ok", "1.3": "ok"}
PARTS = ("1.1", "1.2", "1.3")


def test_a_hidden_cell_hides_its_component_s_parts_in_every_village():
    """Two villages by two parts, hidden alone, are four figures in four sums: all can be solved."""
    few = SHOWN | {"1.1": "hidden_n"}
    found = grid({"A": few, "B": few, "C": SHOWN, "D": SHOWN})
    assert all(found[name]["1"] == "ok" for name in found)
    assert all(found[name][part].startswith("hidden") for name in found for part in PARTS)


def test_where_the_cells_are_as_few_as_the_sums_these_are_hidden_too():
    """Two villages, two parts: four cells, two sums of a village and two of the commune."""
    two = {"1": "ok", "1.1": "ok", "1.2": "ok"}
    found = grid({"A": two | {"1.1": "hidden_n"}, "B": two})
    assert all(status.startswith("hidden") for own in found.values() for status in own.values())


def test_a_village_hidden_as_a_whole_leaves_the_others_parts_alone():
    none = dict.fromkeys(SHOWN, "hidden_n")
    found = grid({"A": none, "B": none, "C": SHOWN, "D": SHOWN})
    assert found["C"] == found["D"] == SHOWN


def test_a_sum_of_one_part_is_that_part():
    seen = {"1": "ok", "1.1": "hidden_complement", "1.2": "missing"}
    assert told(seen) == seen | {"1": "hidden_complement"}


def test_a_question_that_has_a_component_s_code_has_no_parts():
    """The question 1.1 is hidden: of its own component 1.1 the smallest other goes with it."""
    rows = [("1.1", "1", "sub_dimension", "ok"), ("1.1", "1.1", "question", "hidden_n")]
    rows += [("Q2", "1.1", "question", "ok"), ("Q3", "1.1", "question", "ok")]
    frame = pd.DataFrame(rows, columns=["component", "parent", "level", "status"])
    found = suppression.told(frame.assign(respondents=[40, 9, 30, 20]), "status", "respondents")
    assert found.status.tolist() == ["ok", "hidden_n", "ok", "hidden_complement"]
