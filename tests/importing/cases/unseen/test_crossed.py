"""Where two kinds of trouble meet; and books without any trouble, which are read without a word."""

import pytest

from tests.importing.cases.unseen import crossed, ordinary
from tests.importing.cases.unseen.judging import Case, run


@pytest.mark.long  # a minute and a half of processor time
@pytest.mark.parametrize("case", [*crossed.CASES, *ordinary.CASES], ids=lambda case: case.name)
def test_what_is_meant_comes_out_or_is_asked_about(case: Case, store, tmp_path):
    verdicts = run(case, store, tmp_path)
    assert [verdict.line for verdict in verdicts if not verdict.passes] == []


def test_of_those_that_cross_there_are_twenty_at_least():
    assert len({case.clothes for case in crossed.CASES}) == len(crossed.CASES) >= 20
