"""Cases in which two kinds of trouble meet in one cell or column."""

import unicodedata
from datetime import date

from tests.importing.cases.unseen.books import raised, struck
from tests.importing.cases.unseen.judging import ASK, Case, Want, either, quiet, said, sure
from tests.importing.cases.unseen.points import day, in_column
from tests.importing.cases.unseen.progress_and_clock import DAYS, as_typed, typed

KIND = "crossed"


def in_one_column(clothes: str, field: str, *pairs: tuple[object, Want]) -> Case:
    return in_column(KIND, clothes, field, *pairs)


def taken_apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


CELLS = (
    in_one_column(
        "struck due dates beside a document's date", "due",
        (struck("15/8/2023", " 30/9/2023 (theo QĐ 12/QĐ-UBND ngày 10/01/2023)"),
         said(day("30/9/2023"))),
        (struck("Quý II/2023", " Quý III/2023 (KH 25/KH-UBND ngày 10/02/2023)"),
         said(day("30/9/2023"))),
        (struck("30/6/2023", " Theo Kế hoạch số 15/KH-UBND ngày 12/01/2023"), ASK),
    ),
    in_one_column(
        "struck words in a done date", "done",
        (struck("Dự kiến 15/9/2023", " 20/9/2023"), said(day("20/9/2023"))),
        (struck("20/9/2023", " chưa xong"), ASK),
        (struck("15/9/2023", " Xin lùi đến 25/9/2023"), ASK),
        (raised("15/9/2023", "1"), either(day("15/9/2023"))),
    ),
    in_one_column(
        "struck and raised progress", "progress",
        (struck("50%", " 80% (BC 45/BC-UBND)"), said(0.8)),
        (struck("100%", " Còn 3 thôn"), ASK),
        (raised("80%", "2"), either(0.8)),
        (raised("7", "5"), either(0.07)),
    ),
    in_one_column(
        "hopes among done dates of a month first Excel", "done",
        *zip(typed(DAYS[:6]), as_typed(DAYS[:6]), strict=True),
        ("Dự kiến 25/9/2023", ASK),
        ("Xin lùi đến 05/10/2023", ASK),
    ),
    in_one_column(
        "documents' dates among due dates of a month first Excel", "due",
        *zip(typed(DAYS[:6]), as_typed(DAYS[:6]), strict=True),
        ("25/06/2023 (QĐ 12/QĐ-UBND ngày 10/01/2023)", sure(day("25/6/2023"))),
        ("Theo Kế hoạch ngày 20/03/2023", ASK),
    ),
    in_one_column(
        "look-alike letters in words that deny", "done",
        ("Ðang làm (CV 12/UBND ngày 05/6/2023)", ASK),
        (taken_apart("Dự kiến 15/9/2023"), ASK),
        ("Chưa\u00a0xong, báo cáo 14/8/2023", ASK),
        ("\u0421hưa xong (15/8/2023)", ASK),
        ("ÐÃ XONG 15/9/2023", sure(day("15/9/2023"))),
        ("CHƯA HOÀN THÀNH 15/9/2023", ASK),
    ),
    in_one_column(
        "look-alike letters in due phrases", "due",
        ("Ðợt 1: 30/4/2023; đợt 2: 31/10/2023", sure(day("31/10/2023"))),
        ("\u0422háng 9/2023", either(day("30/9/2023"))),
        ("３０/９/２０２３", either(day("30/9/2023"))),
        ("30\u20449\u20442023", either(day("30/9/2023"))),
        ("Theo QÐ 12/QÐ-UBND ngày 10/01/2023", ASK),
        (taken_apart("Gia hạn đến 30/9/2023 (hạn cũ 15/8/2023)"), sure(day("30/9/2023"))),
    ),
    in_one_column(
        "dates, hopes and denials in progress", "progress",
        (date(2023, 9, 15), ASK),
        ("15/9", ASK),
        ("Dự kiến 80%", ASK),
        ("Chưa đạt 80%", ASK),
        ("Phấn đấu 100% trong quý III", ASK),
        ("Tháng 8 đạt 60%", sure(0.6)),
        ("60% (đến 15/8/2023)", sure(0.6)),
        ("60", quiet(0.6)),
    ),
)  # fmt: skip
