"""Sixty workbooks of offices and other people's systems through the whole import."""

import pytest

from tests.importing.cases.offices.everything import CASES
from tests.importing.cases.unseen.judging import FALSE_ALARM, SAID, SILENT, Case, run


@pytest.mark.long  # a minute of processor time
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_comes_out_wrong(case: Case, store, tmp_path):
    """Right, or asked about."""
    wrong = (SILENT, SAID, FALSE_ALARM)
    verdicts = run(case, store, tmp_path)
    assert [verdict.line for verdict in verdicts if verdict.verdict in wrong] == []
