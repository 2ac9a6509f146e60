"""What the browser sends of a decision: checked, recorded once, every fault a sentence."""

from datetime import date

import pytest

from dashboard.errors import DashboardError
from dashboard.parts import show_screen
from tests.documents import papers_made

TYPED = {
    "id": "1", "text": " Niêm yết  công khai ", "official": "Chủ tịch UBND xã",
    "due": "30/6/2023", "component": "", "slide": 4, "part": "change",
}  # fmt: skip
WHOLE = show_screen.Decided(
    "Niêm yết công khai", "Chủ tịch UBND xã", date(2023, 6, 30), None, 4, "change"
)


@pytest.fixture
def opened(monkeypatch):
    """A show that is open, in the place of a session's state."""
    show = show_screen._opened(papers_made.paper(), True, ["Chủ tịch UBND xã"], [], "light")
    monkeypatch.setattr(show_screen.st, "session_state", {"state": show, "key": {}})
    return show


def sent(typed, decisions):
    show_screen.st.session_state["key"] = {"decision": typed}
    show_screen._decide("state", "key", decisions)


def test_a_decision_that_is_sent_twice_is_recorded_once(opened):
    kept = []
    sent(TYPED, kept.append)
    sent(TYPED, kept.append)
    assert kept == [WHOLE]
    assert opened.answers == {"1": None} and len(opened.recorded) == 1
    sent(TYPED | {"id": "2", "text": "Việc khác"}, kept.append)
    assert [one.text for one in kept] == ["Niêm yết công khai", "Việc khác"]
    assert opened.recorded[1]["by"] == "Chủ tịch UBND xã, hạn 30/06/2023"


def test_one_that_failed_may_be_sent_again(opened):
    def fail(one):
        raise RuntimeError("the disk is full")

    sent(TYPED, fail)
    assert opened.answers["1"].startswith("Chưa ghi được") and not opened.recorded
    kept = []
    sent(TYPED, kept.append)
    assert kept == [WHOLE] and opened.answers["1"] is None


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"text": " \n "}, "show_decision_no_text"),
        ({"text": None}, "show_decision_no_text"),
        ({"official": ""}, "show_decision_no_official"),
        ({"official": "Người lạ"}, "show_decision_no_official"),
        ({"due": ""}, "show_decision_no_due"),
        ({"due": "31/02/2023"}, "show_decision_bad_due"),
        ({"due": "mai"}, "show_decision_bad_due"),
        ({"due": "30/6"}, "show_decision_bad_due"),  # of which year?
        ({"due": "45107"}, "show_decision_bad_due"),  # Excel's number of a day
    ],
)
def test_what_is_missing_or_no_day_is_said(changed, code):
    with pytest.raises(DashboardError) as error:
        show_screen.decided(TYPED | changed, frozenset(["Chủ tịch UBND xã"]))
    assert error.value.code == code


@pytest.mark.parametrize(
    "due", ["30/6/23", "30-6-2023", "30.06.2023", "2023-06-30", "ngày 30 tháng 6 năm 2023"]
)
def test_a_day_is_read_as_the_import_reads_it(due):
    officials = frozenset(["Chủ tịch UBND xã"])
    assert show_screen.decided(TYPED | {"due": due}, officials) == WHOLE


def test_how_many_came_before_those_on_the_slide_is_said(opened):
    for number in range(7):
        sent(TYPED | {"id": str(number)}, lambda one: None)
    assert [bool(one["earlier"]) for one in opened.recorded] == [False] * 4 + [True] * 3
    assert "3 kết luận" in opened.recorded[-1]["earlier"]


def test_without_a_way_to_record_there_is_no_form():
    show = show_screen._opened(papers_made.paper(), False, ["Chủ tịch UBND xã"], [], "dark")
    assert "<form" not in show.body and 'data-theme="dark"' in show.body
    assert "Ghi kết luận" not in show.body
