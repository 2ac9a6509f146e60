"""A reading on its way from the process apart: one whose parts do not fit is refused."""

from array import array

import pytest

from dashboard import wire
from dashboard.importing.model.raw import CodedColumn
from dashboard.importing.model.reading import Reading, SheetReading
from dashboard.importing.model.records import Respondent
from tests.importing.conftest import answers_of


def survey(rows: list[int], codes: list[int]) -> bytes:
    """The message of a survey of forms in these rows, with the answers 1.0 and "blank"."""
    forms = [Respondent(row, "Xã An", "Thôn Bắc", f"23-{row}") for row in rows]
    answers = {"C01": CodedColumn([1.0, "blank"], array("I", codes))}
    sheet = SheetReading("Phiếu", "answers", records=forms, answers=answers)
    return wire.packed(Reading("tep.xlsx", "", [sheet]), Reading)


def test_every_form_has_its_answer():
    (sheet,) = wire.unpacked(survey([2, 3], [0, 1, 0]), Reading).sheets
    assert [answers_of(sheet, form) for form in sheet.records] == [{"C01": "blank"}, {"C01": 1.0}]
    assert wire.unpacked(survey([], []), Reading).sheets[0].records == []


@pytest.mark.parametrize(("rows", "codes"), [([2, 4], [0, 1, 0]), ([2, 3], [0, 2, 0])])
def test_a_form_without_an_answer_is_refused(rows, codes):
    with pytest.raises(wire.Malformed):
        wire.unpacked(survey(rows, codes), Reading)
