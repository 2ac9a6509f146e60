"""Seven cases of each of the fourteen kinds through the whole import, and the judge himself."""

from collections import Counter

import pytest

from tests.importing.cases.unseen.everything import CASES, KINDS
from tests.importing.cases.unseen.judging import (
    ASK,
    ASKED,
    FALSE_ALARM,
    NEEDLESS,
    RIGHT,
    SAID,
    SILENT,
    Case,
    Want,
    either,
    named,
    quiet,
    run,
    said,
    sure,
    verdict_of,
)  # fmt: skip


@pytest.mark.long  # a minute and a half of processor time
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_meant_comes_out_or_is_asked_about(case: Case, store, tmp_path):
    verdicts = run(case, store, tmp_path)
    assert [verdict.line for verdict in verdicts if not verdict.passes] == []


def test_of_each_kind_there_are_seven():
    assert Counter(case.kind for case in CASES) == dict.fromkeys(KINDS, 7)


@pytest.mark.parametrize(
    ("value", "want", "warned", "verdict", "passes"),
    [
        (1, sure(1), False, RIGHT, True),
        (1, quiet(1), True, FALSE_ALARM, False),
        (2, sure(1), False, SILENT, False),
        (2, sure(1), True, SAID, False),
        (None, sure(1), True, NEEDLESS, False),
        (None, either(1), True, ASKED, True),
        (None, either(1), False, SILENT, False),
        (1, ASK, False, SILENT, False),
        (1, ASK, True, SAID, False),
        (None, ASK, True, ASKED, True),
        (1, said(1), False, SILENT, False),
        (1, said(1), True, RIGHT, True),
        (4, Want((8,), if_told=(4,)), True, ASKED, True),
        (4, Want((8,), if_told=(4,)), False, SILENT, False),
    ],
)
def test_judge(value, want, warned, verdict, passes):
    lost = value is None
    assert verdict_of(value, lost, want, warned, lambda: False) == (verdict, passes)


def test_cells_of_a_finding_are_its_own_and_those_of_its_sentence():
    finding = {"sheet": "A", "cell": "D3", "message_vi": "B9.xlsx: ô D5:D7 và F2 đều là ngày"}
    assert named(finding) == {"A!D3", "A!D5", "A!D6", "A!D7", "A!F2"}
