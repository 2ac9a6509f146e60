"""What a package carries: aggregated figures that may be shown, and nobody's single answer."""

import json

import pytest

from dashboard.errors import DashboardError
from dashboard.packages import package_file, sendable, signing
from dashboard.packages.package_export import package
from dashboard.packages.package_file import FIGURES, MANIFEST
from dashboard.papers.state import frozen_state
from dashboard.store import closings
from dashboard.store.store import Store
from tests.packages.offices import AN, DISTRICT, PERIOD, entries, made


@pytest.fixture(scope="module")
def lines(of_an) -> list[list]:
    return [json.loads(line) for line in entries(of_an)[FIGURES].decode().splitlines()]


def test_only_the_commune_s_own_aggregates_are_in_it(lines):
    assert {line[0] for line in lines} == set(sendable.SENT)
    assert {json.loads(line[1])["unit"] for line in lines} == {"xa-an"}
    levels = {json.loads(line[2])["level"] for line in lines if line[0] == "component_scores"}
    assert levels == {"total", "dimension", "sub_dimension", "question"}


def test_what_is_hidden_on_the_pages_is_not_in_it(lines, both_folder):
    """Three people answered in the third village in 2023: no score of it, and none of the village
    whose score would tell it; both years' whole are there."""
    scores = [line for line in lines if line[0] == "village_scores" and line[3] == "estimate"]
    villages = {json.loads(line[2])["village"] for line in scores}
    with Store(both_folder).read() as cursor:
        state = frozen_state(cursor, AN, PERIOD)
        seen = state.ask.survey.village_scores("xa-an", 2023)
        stored = {
            json.loads(figure.key)["village"]: figure.value
            for figure in state.figures
            if figure.query == "village_scores" and figure.column == "estimate"
        }
    assert set(stored) == {"Thôn 1", "Thôn 2", "Thôn 3"} and all(stored.values())
    assert villages == set(seen[seen.estimate.notna()].village)
    assert "Thôn 3" not in villages and len(villages) == 1
    statuses = {
        json.loads(line[2])["village"]: line[4]
        for line in lines
        if line[0] == "village_scores" and line[3] == "status"
    }
    assert statuses["Thôn 3"] == "hidden_n"
    hidden = [line for line in lines if json.loads(line[2]).get("village") == "Thôn 3"]
    assert {line[3] for line in hidden} == {"respondents", "status"}


def test_same_state_gives_the_same_bytes(both, of_an):
    assert made(both, AN) == of_an
    assert len(of_an) < 1_000_000


def test_private_key_and_answers_are_nowhere_in_it(both, of_an):
    secret = (both.folder / signing.FILE).read_bytes()
    assert secret.splitlines()[1] not in of_an
    assert b'respondent"' not in of_an and b"Phi\xe1\xba\xbfu" not in of_an


def test_package_of_a_closing_says_so_and_keeps_its_figures(both):
    with both.read() as cursor:
        about = closings.about("xa-an", closings.period_named(cursor, PERIOD))
    closed = closings.close(both, about)
    first = made(both, AN, closing=1)
    both.write(lambda cursor: cursor.execute("update task set progress = 1 where unit = 'xa-an'"))
    assert made(both, AN, closing=1) == first
    about_it = package_file.opened(first).manifest
    assert (about_it.closing, about_it.code) == (1, closed.fingerprint)
    assert package_file.opened(made(both, AN)).manifest.code != closed.fingerprint


def test_manifest_tells_unit_and_state(of_an):
    said = json.loads(entries(of_an)[MANIFEST])
    kept = ("unit", "name", "above", "period", "closing", "surveys", "has_tasks")
    assert {name: said[name] for name in kept} == {
        "unit": "xa-an", "name": AN, "above": [{"level": "district", "name": DISTRICT}],
        "period": PERIOD, "closing": None, "surveys": [2022, 2023], "has_tasks": True,
    }  # fmt: skip


def test_unit_above_has_no_package(both):
    with both.read() as cursor, pytest.raises(DashboardError) as caught:
        package(cursor, frozen_state(cursor, DISTRICT, PERIOD), both.folder)
    assert caught.value.code == "package_of_commune"
