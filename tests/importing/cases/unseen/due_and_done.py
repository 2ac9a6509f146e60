"""04: words in a column of done dates. 05: other dates in the cell of a due date."""

from datetime import date

from tests.importing.cases.unseen.judging import ASK, Case, Want, either, quiet, said, sure
from tests.importing.cases.unseen.points import day, in_column

ON = quiet(date(2023, 9, 15))


def done(clothes: str, *pairs: tuple[object, Want]) -> Case:
    return in_column("04", clothes, "done", *pairs)


def due(clothes: str, *pairs: tuple[object, Want]) -> Case:
    return in_column("05", clothes, "due", *pairs)


def on(text: str) -> Want:
    return sure(day(text))


DONE = (
    done(
        "what is hoped for",
        ("Sẽ xong trước 20/9/2023", ASK),
        ("Phấn đấu 30/9/2023", ASK),
        ("KH: 15/9/2023", ASK),
        ("Ước hoàn thành 20/9/2023", ASK),
        ("15/9/2023", ON),
        ("Chắc khoảng 25/9/2023 mới xong", ASK),
        ("Phải hoàn thành trước ngày 30/9/2023", ASK),
    ),
    done(
        "what is denied",
        ("Không kịp, hẹn 10/10/2023", ASK),
        ("Chưa hoàn thành (báo cáo ngày 01/9/2023)", ASK),
        ("Đến 15/8/2023 vẫn chưa xong", ASK),
        ("Chưa thực hiện; đã xin ý kiến ngày 03/8/2023", ASK),
        (date(2023, 9, 15), ON),
        ("31/8/2023: chưa đạt", ASK),
    ),
    done(
        "what is under way",
        ("Đang trình ký 12/9/2023", ASK),
        ("Đang triển khai từ ngày 01/6/2023", ASK),
        ("Bắt đầu 01/6/2023", ASK),
        ("Họp lần 1 ngày 05/6/2023", ASK),
        ("Chờ thẩm định, nộp hồ sơ 20/7/2023", ASK),
        ("Khởi công 02/5/2023", ASK),
        ("15.9.2023", ON),
    ),
    done(
        "what is put off",
        ("Lùi sang 30/10/2023", ASK),
        ("Gia hạn đến 25/10/2023", ASK),
        ("Chuyển sang tháng 11/2023", ASK),
        ("Hoãn đến 15/10/2023", ASK),
        ("Tạm dừng từ 01/8/2023", ASK),
        ("15/09/2023", ON),
    ),
    done(
        "words around a true date",
        ("Đã xong 15/9/2023", on("15/9/2023")),
        ("Hoàn thành ngày 15/9/2023", on("15/9/2023")),
        ("Xong 15/9/2023 (Báo cáo số 25/BC-UBND ngày 18/9/2023)", on("15/9/2023")),
        ("Đã hoàn thành 15/9/2023 theo KH số 12/KH-UBND ngày 10/01/2023", on("15/9/2023")),
        ("15/9/2023 (đúng hạn)", on("15/9/2023")),
        ("Ngày 15 tháng 9 năm 2023", on("15/9/2023")),
    ),
    done(
        "the doubt stands behind or in short",
        ("12/9/2023 (dự kiến)", ASK),
        ("DK: 20/9/2023", ASK),
        ("dk 15/9", ASK),
        ("Hẹn 20/9/2023", ASK),
        ("15/9/2023?", ASK),
        ("20/9/2023 (kế hoạch)", ASK),
        ("15-9-2023", ON),
    ),
    done(
        "done in part",
        ("Phần 1 xong 10/6/2023, phần 2 dự kiến 30/9/2023", ASK),
        ("Cơ bản xong 15/9/2023", ASK),
        ("Xong một phần ngày 20/7/2023", ASK),
        ("Đã xong 3/8 thôn (15/8/2023)", ASK),
        ("Nghiệm thu đợt 1: 15/8/2023, còn đợt 2", ASK),
        ("Đợt 1: 15/6/2023; đợt 2: 15/9/2023", either(date(2023, 9, 15))),
    ),
)

DUE = (
    due(
        "the document comes first",
        ("Theo QĐ số 12/QĐ-UBND ngày 10/01/2023: 30/9/2023", on("30/9/2023")),
        ("Thực hiện CV 45/UBND-VP ngày 05/3/2023, xong trước 15/6/2023", on("15/6/2023")),
        ("Căn cứ Nghị quyết 05-NQ/ĐU ngày 02/02/2023; hạn 31/8/2023", on("31/8/2023")),
        ("Như Kế hoạch 12/KH-UBND (15/01/2023)", ASK),
        ("Theo Thông báo ngày 03/4/2023 của UBND huyện", ASK),
        ("CV 15/CV-ĐU, 20/02/2023", ASK),
    ),
    due(
        "the deadline was moved",
        ("15/8/2023, gia hạn 30/9/2023", on("30/9/2023")),
        ("Lùi từ 15/8/2023 sang 30/9/2023", on("30/9/2023")),
        ("30/9/2023 (điều chỉnh từ 31/7/2023)", on("30/9/2023")),
        ("Cũ: 31/7/2023; mới: 31/10/2023", either(day("31/10/2023"))),
        ("Dời đến 31/8/2023 thay cho 30/6/2023", either(day("31/8/2023"))),
        ("31/8/2023 (trước đây 30/9/2023)", either(day("31/8/2023"))),
    ),
    due(
        "in stages",
        ("Lần 1: 31/3/2023, lần 2: 30/9/2023", on("30/9/2023")),
        ("GĐ1: 30/4/2023 - GĐ2: 31/8/2023", on("31/8/2023")),
        ("Kỳ I 30/6/2023; kỳ II 31/10/2023", on("31/10/2023")),
        ("Bước 1 trước 15/4/2023, bước 2 trước 20/7/2023", on("20/7/2023")),
        ("31/10/2023 (đợt 2); 30/4/2023 (đợt 1)", on("31/10/2023")),
        ("Sơ kết 30/6, tổng kết 15/10/2023", either(day("15/10/2023"))),
    ),
    due(
        "from a day to a day",
        ("Từ 01/3/2023 đến 30/6/2023", on("30/6/2023")),
        ("15-20/5/2023", on("20/5/2023")),
        ("01/3 - 30/6/2023", on("30/6/2023")),
        ("Từ tháng 3 đến tháng 6/2023", on("30/6/2023")),
        ("Tháng 3-5/2023", on("31/5/2023")),
        ("Từ ngày 25/8 đến hết ngày 05/9/2023", on("5/9/2023")),
        ("Quý I, II/2023", either(day("30/6/2023"))),
    ),
    due(
        "a document's number looks like a month",
        ("Tháng 9/2023 (Công văn 5/2023)", on("30/9/2023")),
        ("Quý II/2023 (NQ 7/2023)", on("30/6/2023")),
        ("Theo QĐ 06/2023", ASK),
        ("Thông tư 05/2023; hạn 30/8/2023", on("30/8/2023")),
        ("31/8/2023, VB 11/2022", on("31/8/2023")),
        ("NĐ 30/2020/NĐ-CP", ASK),
        ("Quyết định số 4/9/2023", ASK),
    ),
    due(
        "beside the day of a report or meeting",
        ("Xong trước 31/7/2023, gửi báo cáo 05/8/2023", on("31/7/2023")),
        ("Báo cáo ngày 05/8/2023; hoàn thành trước 31/7/2023", on("31/7/2023")),
        ("Họp rà soát 10/4/2023, hạn 30/5/2023", on("30/5/2023")),
        ("Hạn 30/5/2023 (kiểm tra lần cuối 10/4/2023)", on("30/5/2023")),
        ("Giao ngày 10/01/2023, hạn 30/6/2023", on("30/6/2023")),
        ("30/6/2023 (cập nhật ngày 12/7/2023)", either(day("30/6/2023"))),
    ),
    due(
        "as a machine or a hurried hand writes it",
        (date(2023, 9, 30), quiet(date(2023, 9, 30))),
        ("05-Thg6-23", on("5/6/2023")),
        ("30.6.2023 (QĐ 15 ngày 3.1.2023)", on("30/6/2023")),
        ("30/6/2023\n(theo QĐ 05 ngày 12/01/2023)", on("30/6/2023")),
        ("Hết tháng Chín năm 2023", on("30/9/2023")),
        ("31/6/2023", ASK),
        (date(1970, 1, 1), either(None)),
        ("30/9/2023, 31/10/2023", said(date(2023, 10, 31))),
    ),
)
CASES = DONE + DUE
