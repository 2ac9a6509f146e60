"""Every printed figure is one of the frozen state: none is typed again, none is hidden."""

import re
from datetime import date
from functools import cache

import pytest

from dashboard import numbers as written
from dashboard.documents.model.listing import Listed, listed
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Paper
from dashboard.errors import DashboardError
from dashboard.papers import catalogue
from dashboard.papers.bulletin_paper import villages_shown
from dashboard.papers.state import State, frozen_state
from tests.pages.test_hidden import FEW, MANY, NEXT, group, scores_of, write
from tests.papers.conftest import STATES
from tests.papers.walking import DAYS, NUMBER, numbers, texts, values

# Numbers in the program's own words: thresholds (95 %, 30 days ahead, 10 respondents), the ends of
# the scales after a stroke, the name of the half year, the decree's numbering.
OWN_WORDS = re.compile(
    r"95(?:\u00a0| )?%|(?:trong|next|within) 30 (?:ngày|days)|/(?:10|80)\b|6 tháng"
)


def papers(state: State) -> list[Paper]:
    """All documents of a state, the bulletins of its villages too."""
    made = [catalogue.make(what, state) for what in catalogue.PAPERS if what != "reminders"]
    try:
        made.append(catalogue.make("reminders", state))
    except DashboardError as error:
        assert error.code in ("document_no_reminders", "document_no_tasks")
    return made + [catalogue.make("bulletin", state, village=one) for one in villages_shown(state)]


@pytest.fixture(scope="module")
def papers_of(state_of):
    return cache(lambda name, language="vi": papers(state_of(name, language)))


@pytest.mark.parametrize("name", STATES)
def test_each_listed_figure_is_in_the_state_with_that_value(name, papers_of, state_of):
    held = {tuple(figure[:4]): figure.value for figure in state_of(name).figures}
    assert len(papers_of(name)) >= 6
    for paper in papers_of(name):
        for row in listed(paper):
            place = (row.query, row.params, row.key, row.column)
            assert place in held and held[place] == row.value, (paper.kind, row)
            assert row.text in _ways(row, held), (paper.kind, row)
        inside = {(n.query, n.params, n.key, n.column) for n in numbers(paper)}
        assert inside <= held.keys(), paper.kind


def _ways(row: Listed, held: dict[tuple, str | None]) -> set[str]:
    """How a value may be written; a change is that of the two scores as they are written."""
    if re.match(r"\d{4}-\d\d-\d\d", row.value or ""):
        return {f"{date.fromisoformat(row.value[:10]):%d/%m/%Y}"}
    if row.query == "component_change" and row.column == "change":
        place = (row.query, row.params, row.key)
        before, after = (
            written.rounded(float(held[*place, column]), 2)
            for column in ("estimate_from", "estimate_to")
        )
        return {written.difference(float(after - before))}
    value = float(row.value)
    ways = {written.score(value), written.difference(value), written.percent(value)}
    return ways | ({written.count(int(value))} if value == int(value) else set())


@pytest.mark.parametrize("name", STATES)
def test_no_number_in_a_text_is_retyped(name, papers_of, state_of):
    data = _data(state_of(name))
    for paper in papers_of(name):
        for one in values(paper, Said):
            own = {token for number in one.numbers for token in NUMBER.findall(number.text)}
            assert not _tokens(one.text, data) - own, (paper.kind, one)
        cited = {token for one in numbers(paper) for token in NUMBER.findall(one.text)}
        for text in texts(paper):
            assert not _tokens(text, data) - cited, (paper.kind, text)


def _tokens(text: str, data: re.Pattern) -> set[str]:
    """The numbers in a text that are no names, days or thresholds."""
    left = OWN_WORDS.sub(" ", DAYS.sub(" ", data.sub(" ", text)))
    return set(NUMBER.findall(left))


def _data(state: State) -> re.Pattern:
    """What files and people say and what things are called, the longest first."""
    words = {figure.value.rstrip(". ") for figure in state.figures if figure.value}
    words |= {piece for word in words for piece in re.split(r"; ", word)}
    tree = state.ask.components(state.year)
    for code, name in zip(tree.component, tree["name"], strict=True):
        words |= {f"{code} {name}", name, f"{code} "} if "." in code else {f"{code} {name}", name}
    words.add(state.unit.unit)
    kept = [word for word in words if re.search(r"\d", word) and re.search(r"[^\W\d_]", word)]
    kept = [word for word in kept if len(word) > 5]
    kept += [code for code in tree.component if "." in code]
    kept.append(state.fingerprint)  # which may be of digits alone
    shaped = sorted((re.escape(word) for word in kept), key=len, reverse=True)
    codes = r"^[1-8]$|"  # a cell or a row's code
    return re.compile(codes + r"(?<![\d,.])(?:" + "|".join(shaped) + r")(?![\d,])(?!\.\d)")


@pytest.mark.parametrize("name", ["commune", "closing", "district"])
def test_both_languages_print_the_same_figures(name, papers_of):
    def figures(language: str) -> list[list[tuple]]:
        rows = [listed(paper) for paper in papers_of(name, language)]
        return [[(r.query, r.params, r.key, r.column, r.value) for r in each] for each in rows]

    assert figures("vi") == figures("en")
    assert [paper.stamp.code for paper in papers_of(name)] == [
        paper.stamp.code for paper in papers_of(name, "en")
    ]


@pytest.mark.parametrize(
    ("few", "seen"),
    [({"Thôn Đông": 9, "Thôn Tây": 12, "Thôn Nam": 40}, ["Thôn Nam"]), ({"Thôn Đông": 5}, [])],
)
def test_what_is_hidden_stands_in_no_document(few, seen, store):
    """Nine of a village, and the next smallest, by whom the nine could be worked out; a commune of
    five in all."""
    answers = dict(zip(few, (FEW, NEXT, MANY), strict=False))
    write(store, {name: group(count, answers[name]) for name, count in few.items()})
    with store.read() as cursor:
        state = frozen_state(cursor, "Xã An", year=2023)
        made = papers(state)
        assert villages_shown(state) == seen
        _refused(state, few.keys() - set(seen))
    for paper in made:
        said, printed = "\n".join(texts(paper)), [n.number for n in numbers(paper)]
        for answer in (FEW, NEXT)[: len(few)]:
            for name, score in scores_of(answer).items():
                shown = re.escape(f"{score:.2f}").replace(r"\.", "[.,]")
                assert not re.search(rf"(?<!\d){shown}", said), (paper.kind, name)
                assert not any(n is not None and abs(n - score) < 1e-6 for n in printed), paper.kind


def _refused(state: State, villages: set[str]) -> None:
    for village in villages:
        with pytest.raises(DashboardError) as caught:
            catalogue.make("bulletin", state, village=village)
        assert caught.value.code == "document_village_hidden"


def test_the_search_for_hidden_figures_finds_what_is_shown(store):
    write(store, {"Thôn Đông": group(40, FEW), "Thôn Tây": group(40, FEW)})
    with store.read() as cursor:
        made = papers(frozen_state(cursor, "Xã An", year=2023))
    total = scores_of(FEW)["total"]
    for paper in made:
        if paper.kind in ("slides", "report", "bulletin", "workbook"):
            assert f"{total:.2f}".replace(".", ",") in "\n".join(texts(paper)), paper.kind
            assert any(abs((n.number or 0) - total) < 1e-6 for n in numbers(paper)), paper.kind
