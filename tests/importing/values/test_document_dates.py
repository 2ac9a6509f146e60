"""A document's date and an old deadline change nothing of what a cell says: every spelling of
the one beside every spelling of the other."""

from datetime import date
from itertools import product

import pytest

from dashboard.importing.values.done_dates import done_day
from dashboard.importing.values.due import Due, due
from dashboard.importing.values.shares import Scale, progress

THIRTIETH = date(2023, 9, 30)
DAYS = ["30/9/2023", "30/9", "30-Sep-23", "30.09.2023", "ngày 30 tháng 9 năm 2023", "30-Thg9-23"]
MONTHS = ["Quý III/2023", "Tháng 9", "tháng Chín năm 2023", "9/2023", "Quý II, III"]
SPANS = ["Từ 1/3 đến 30/9/2023", "15-30/9/2023", "Đợt 1: 30/4; đợt 2: 30/9", "Trước 30/9/2023"]
DOCUMENTS = [
    *("QĐ 12/QĐ-UBND ngày 10/01/2023", "Quyết định số 45/2023/QĐ-UBND ngày 5/2/2023"),
    *("CV số 123", "Công văn 456/UBND-VP ngày 7/3/2023 của UBND huyện", "TB 12/2023"),
    *("Thông báo số 8/TB-UBND", "Nghị quyết 05-NQ/ĐU ngày 15/01/2023", "KH 25"),
    *("Kế hoạch số 25/KH-UBND (10/02/2023)", "NĐ 61/2018/NĐ-CP ngày 23/4/2018"),
    *("Thông tư 01/2018/TT-VPCP", "Tờ trình 13/TTr-UBND ngày 14/8/2023", "Đề án 06"),
    *("BC số 12 ngày 20/9/2023", "12/QĐ-UBND ngày 10/01/2023", "số 12 ngày 10/01/2023"),
    *("HD 03-HD/TU ngày 3/3/2023", "Chương trình hành động số 5 ngày 12/10/2022"),
    *("Kết luận số 7-KL/TW, ngày 2/2/2023", "văn bản ngày 12/1/2023"),
    "Chỉ thị 10/CT-UBND ký ngày 1/2/2023",
]
AFTER = [
    "{0} ({1})",
    "{0} theo {1}",
    "{0} (theo {1})",
    "{0}; {1}",
    "{0}, {1}",
    "{0} - {1}",
    "{0}\n{1}",
]
BEFORE = ["Căn cứ {1}, hoàn thành {0}", "Theo {1}: xong trước {0}", "{1} giao xong trước {0}"]
NEW_AND_OLD = [
    *("{0} (hạn cũ {1})", "Gia hạn đến {0} (hạn cũ: {1})", "{1} gia hạn đến {0}"),
    *("{1}, lùi đến {0}", "{1}; lùi sang {0}", "{0} (điều chỉnh từ {1})", "{0} thay cho {1}"),
    *("Lùi từ {1} sang {0}", "Hạn cũ {1}; hạn mới {0}", "{1} (cũ), {0} (mới)"),
    *("Ban đầu {1}, nay là {0}", "Gia hạn từ {1} đến {0}", "{1}, điều chỉnh thành {0}"),
]  # fmt: skip
OLD = ["15/8/2023", "15/8", "15-Aug-23", "ngày 15 tháng 8 năm 2023"]


@pytest.mark.parametrize("pattern", AFTER)
def test_a_document_after_a_deadline(pattern):
    for deadline, document in product(DAYS + MONTHS + SPANS, DOCUMENTS):
        said = pattern.format(deadline, document)
        assert due(said, 2023) == Due(THIRTIETH), said


@pytest.mark.parametrize("pattern", BEFORE)
def test_a_document_before_a_deadline(pattern):
    for deadline, document in product(DAYS, DOCUMENTS):
        said = pattern.format(deadline, document)
        assert due(said, 2023) == Due(THIRTIETH), said


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_alone_is_no_deadline_no_day_done_and_no_share(document):
    assert due(f"Theo {document}", 2023).severity == "warning"
    assert not isinstance(done_day(f"Theo {document}", 2023), date)
    assert progress(f"Theo {document}", Scale(True, True)).value is None


@pytest.mark.parametrize("pattern", NEW_AND_OLD)
def test_the_new_deadline_beside_the_old_one(pattern):
    for new, old in product(DAYS, OLD):
        said = pattern.format(new, old)
        assert due(said, 2023) == Due(THIRTIETH), said


@pytest.mark.parametrize("pattern", ["{0} ({1})", "{0} theo {1}", "Xong {0}; {1}", "{0}, {1}"])
def test_a_document_beside_a_day_done(pattern):
    for day, document in product(DAYS, DOCUMENTS):
        said = pattern.format(day, document)
        assert done_day(said, 2023) == THIRTIETH, said


@pytest.mark.parametrize("pattern", ["80% ({0})", "80% theo {0}", "Đạt 80%; {0}", "{0}: đạt 80%"])
def test_a_document_beside_a_share(pattern):
    for document in DOCUMENTS:
        said = pattern.format(document)
        assert progress(said, Scale(True, True)).value == 0.8, said
