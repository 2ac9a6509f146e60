"""Deadlines among other days, months and words: the one that is meant, or a question."""

from datetime import date

import pytest

from dashboard.importing.values.due import Due, due

# What a plan of 2023 writes: the day, month and, if it is another, year that are meant.
MEANT = """
30/9/2023 (theo QĐ 12/QĐ-UBND ngày 10/01/2023) = 30/9
Quý III/2023 (theo KH 25/KH-UBND ngày 10/02/2023) = 30/9
Gia hạn đến 30/9/2023 (hạn cũ 15/8/2023) = 30/9
Đợt 1: 30/4/2023; đợt 2: 31/10 = 31/10
Tháng 6/2023 (CV 12/2023) = 30/6
Hoàn thành trước 30/6/2023, báo cáo ngày 05/7/2023 = 30/6
QĐ số 12/QĐ-UBND ngày 10/01/2023: 30/9/2023 = 30/9
Theo QĐ số 12 ngày 10/1/2023, trước 30/9/2023 = 30/9
Hạn cũ 15/8/2023, hạn mới 30/9/2023 = 30/9
Hạn mới 30/9/2023 (hạn cũ: 15/8/2023) = 30/9
15/8/2023 (cũ); 30/9/2023 (mới) = 30/9
30/9/2023 thay cho 15/8/2023 = 30/9
15/8/2023, điều chỉnh thành 30/9/2023 = 30/9
15/8/2023 gia hạn đến 30/9/2023 = 30/9
30/9/2023 (điều chỉnh từ 15/8/2023) = 30/9
Lùi từ 15/8 sang 30/9 = 30/9
Lùi hạn đến 30/9/2023 = 30/9
30/9/2023 (đã điều chỉnh ngày 15/8/2023) = 30/9
30/9/2023 (gia hạn lần 2) = 30/9
Gia hạn lần 1 đến 30/8, lần 2 đến 30/9 = 30/9
Điều chỉnh đến hết quý III/2023 = 30/9
Từ 1/3 đến 30/6 = 30/6
1/3/2023 – 30/6/2023 = 30/6
15-20/5/2023 = 20/5
Từ ngày 15 đến 20/5/2023 = 20/5
15, 16/5/2023 = 16/5
Tháng 3-5/2023 = 31/5
Từ tháng 3 đến tháng 5/2023 = 31/5
Từ tháng 3 - 5/2023 = 31/5
Quý I-II = 30/6
Quý I và Quý III = 30/9
Quý I, quý III năm 2023 = 30/9
Quý một = 31/3
quý hai/2023 = 30/6
Tháng Sáu = 30/6
tháng Tư = 30/4
Tháng Mười Hai = 31/12
Tháng mười một năm 2023 = 30/11
tháng Năm = 31/5
05-Jun-23 = 5/6
05-Thg6-23 = 5/6
5 Thg 6 2023 = 5/6
5-thg 6-2023 = 5/6
cuối tháng 6 = 30/6
Cuối tháng 6/2023 = 30/6
cuối quý II = 30/6
Trước cuối tháng 6 = 30/6
Tuần cuối tháng 6 = 30/6
hết năm = 25/10
trong năm 2023 = 25/10
Hết năm 2023 = 25/10
30/9/23 = 30/9
45107 = 30/6
45107.0 = 30/6
2023-06-30 00:00:00 = 30/6
2023-06-30T00:00:00 = 30/6
Thứ 6, ngày 30/6/2023 = 30/6
T6 30/6/2023 = 30/6
Thứ sáu 30/6/2023 = 30/6
30.9.2023 = 30/9
30-9-2023 = 30/9
30/9 = 30/9
17h00 ngày 30/6/2023 = 30/6
Trước 17 giờ ngày 30/6 = 30/6
Trước 15/12 hằng năm = 15/12
6 tháng đầu năm (theo KH 25/KH-UBND ngày 10/02/2023) = 31/5
6 tháng đầu = 31/5
30/4; 31/10 = 31/10
30/4, 31/10/2023 = 31/10
Ban hành KH trước 15/3/2023 = 15/3
Nộp báo cáo 30/6/2023 = 30/6
Báo cáo trước ngày 30/6/2023 = 30/6
Quý II/2023 (trước 15/6/2023) = 15/6
Chậm nhất 30/6/2023 theo CV 12/UBND-VP ngày 3/2/2023 = 30/6
30/6/2023 theo Công văn số 123 của UBND huyện ngày 05/5/2023 = 30/6
30/6/2023 (Công văn số 123/UBND-NV ngày 05/5/2023 của UBND huyện gia hạn) = 30/6
Công văn số 123/UBND-NV ngày 05/5/2023 gia hạn đến 30/6/2023 = 30/6
Theo TB 45/TB-UBND ngày 2/3/2023: hoàn thành trước ngày 15/4/2023 = 15/4
Căn cứ NQ 12-NQ/ĐU ngày 5/1/2023, hoàn thành 30/6/2023 = 30/6
30/6/2023 (12/QĐ-UBND) = 30/6
30/6/2023 (ban hành ngày 15/1/2023) = 30/6
Giai đoạn 1: tháng 4; giai đoạn 2: tháng 9 = 30/9
Bước 1: 15/3/2023, bước 2: 30/6/2023, bước 3: 15/9/2023 = 15/9
Lần 1: Quý I; lần 2: Quý III = 30/9
Đợt 1/2023: 30/4; đợt 2/2023: 30/9 = 30/9
Đợt 2: 31/10/2023; đợt 1: 30/4/2023 = 31/10
Họp 15/6, xong 30/6 = 30/6
Không quá 30/6/2023 = 30/6
Trong tháng 6 và tháng 12 = 31/12
Tháng 6, tháng 12 = 31/12
Quý IV/2022 - Quý I/2023 = 31/3
Tháng 12/2022 đến tháng 3/2023 = 31/3
GĐ1: 30/4/2023 - GĐ2: 31/8/2023 = 31/8
GĐ 2: 31/8/2023; GĐ 1: 30/4/2023 = 31/8
G/đ I: 30/4, g/đ II: 31/8 = 31/8
Đ1: 30/4/2023 - Đ2: 31/8/2023 = 31/8
GĐ 30/4 = 30/4
Xong trước 31/7/2023, gửi báo cáo 05/8/2023 = 31/7
Xong trước 31/7/2023 (nộp báo cáo trước 05/8/2023) = 31/7
Gửi BC về huyện 05/8/2023, hoàn thành ngày 31/7/2023 = 31/7
Từ 1/3 - 30/6/2023 = 30/6
Năm 2023 = 25/10
Ngày 30/6 = 30/6
30 tháng 6 = 30/6
30/6 năm 2023 = 30/6
Ngày 30 tháng Sáu năm 2023 = 30/6
June 30, 2023 = 30/6
by end of June 2023 = 30/6
Q2/2023 = 30/6
Trước ngày 05 của tháng 7 = 5/7
Ngày 05/7/2023 (thứ tư) = 5/7
Trước 5/7/2023 để báo cáo UBND huyện ngày 10/7/2023 = 5/7
Trước 20/11 = 20/11
Hạn 30/6, lùi 15/7 = 15/7
Hạn: 30/6/2023 = 30/6
Hạn cuối 30/6 = 30/6
30/6/2023 - đã gia hạn 15 ngày = 30/6
30/6/2023 (đã quá hạn) = 30/6
Tháng 6/2023, chậm nhất 05/7/2023 = 5/7
31/12/2024 = 31/12/2024
Quý 2-3/2023 = 30/9
Từ 20/5 - 30/5/2023 = 30/5
20/5-30/5/2023 = 30/5
Ngày 1, 2, 3/6/2023 = 3/6
1 và 2 tháng 6 năm 2023 = 2/6
Tháng 4,5,6 = 30/6
T4-T6/2023 = 30/6
Mùng 5 tháng 6 = 5/6
mồng 2/9/2023 = 2/9
10 ngày cuối tháng 6 = 30/6
Trước khi kết thúc quý II = 30/6
Trước 30/06/2023 (VB số 45 ngày 12/4/2023) = 30/6
30/6/2023, QĐ 45 (12/4/2023) = 30/6
tháng cuối quý II = 30/6
Tháng 6/2023 (họp lần 2 ngày 15/6) = 30/6
Tháng 6/2023 (ngày 15/6) = 15/6
Quý II (trước ngày 20/6) = 20/6
Trong quý II và III/2023 = 30/9
30/9/2023 (theo Quyết định số 12/QĐ-UBND) = 30/9
Trước 30/9/2023, theo CV số 1234/SNV-CCHC ngày 01/02/2023 = 30/9
Trước ngày 30/9/2023 (Nghị quyết số 05-NQ/ĐU ngày 15/01/2023) = 30/9
Thông báo kết luận số 45/TB-UBND ngày 2/3/2023 giao xong trước 30/9 = 30/9
30/9/2023; CV 45 ngày 2/3 = 30/9
Quý III (KH số 25 ngày 10/02) = 30/9
Tháng 9 (NĐ 61/2018/NĐ-CP ngày 23/4/2018) = 30/9
Tháng 9 theo Luật số 10/2022/QH15 = 30/9
30/9/2023 (thay thế hạn 15/8/2023) = 30/9
30/9/2023 (trước đây 15/8/2023) = 30/9
Ban đầu 15/8/2023, nay 30/9/2023 = 30/9
15/8/2023 (hạn cũ), 30/9/2023 (hạn mới) = 30/9
15/8 lùi đến 30/9 = 30/9
15/8 chuyển sang 30/9 = 30/9
Điều chỉnh: 30/9/2023 (cũ: 15/8/2023) = 30/9
Gia hạn lần 2: 30/9/2023 = 30/9
Gia hạn từ 15/8/2023 đến 30/9/2023 theo CV 12/UBND ngày 10/8/2023 = 30/9
Từ tháng 3 đến hết tháng 6 = 30/6
Từ quý I đến quý III = 30/9
Tháng 3 - 6 = 30/6
Tháng 3 – tháng 6/2023 = 30/6
3-6/2023 = 30/6
15/3-30/6/2023 = 30/6
Vòng 1 tháng 4, vòng 2 tháng 8 = 31/8
Kỳ 1: 30/5; kỳ 2: 20/11 = 20/11
Lần 1 trước 31/5, lần 2 trước 25/10 = 25/10
Đợt I: 30/4; Đợt II: 31/10 = 31/10
Đợt một 30/4, đợt hai 31/10 = 31/10
Jun-23 = 30/6
Jun 2023 = 30/6
30-Jun = 30/6
30 June = 30/6
30-thg 6 = 30/6
30/Thg6/2023 = 30/6
Thg 6-23 = 30/6
Thứ Sáu, 30 tháng 6, 2023 = 30/6
30 Tháng Sáu 2023 = 30/6
Ngày 30 tháng 06 năm 2023 = 30/6
2023/06/30 = 30/6
30/6/2023 12:00:00 AM = 30/6
6/2023 = 30/6
06.2023 = 30/6
Quý IV/2023 = 31/12
Cuối quý IV = 31/12
Trước 30/6/2024 = 30/6/2024
Tháng 02 = 28/2
Chậm nhất 30/4/2023 theo TB 4/TB-UBND ngày 4/4/2023 = 30/4
Giao 3/4/2023 - hạn 30/4/2023 = 30/4
30/6/2023 (12/QĐ-UBND ngày 10/01/2023) = 30/6
30/6/2023 (số 12 ngày 10/01/2023) = 30/6
8/2023/QĐ-UBND giao xong trước 30/9/2023 = 30/9
Quý III, 12-NQ/ĐU ngày 10/01/2023 = 30/9
Khởi công 15/3, hoàn thành 30/9 = 30/9
Thanh tra 15/6, xong 30/6 = 30/6
Tháng 6 (đã gia hạn từ tháng 4) = 30/6
Quý II (lùi sang quý IV) = 31/12
15/8/2023 (lần 1), 30/9/2023 (lần 2) = 30/9
T4-T6/2023 = 30/6
01-30/6/2023 = 30/6
"""

# Two readings, or none: no due date and a question.
ASKED = """
Chậm nhất ngày 05 tháng sau | ngày hai mươi tháng sáu | H1/2023 | 8/10 thôn xong | 30/6?
31/7/2023, gửi báo cáo 05/8/2023 | Hoàn thành dự thảo 31/7/2023, gửi báo cáo 05/8/2023
Tư pháp: 30/6; Văn phòng 15/7 | Từ khi có QĐ 15/6 | thang sau | 15/8/2023 → 30/9/2023
Theo Kế hoạch số 15/KH-UBND ngày 12/01/2023 | Theo QĐ 12 ngày 10/01/2023 và 20/02/2023
15/8/2023 -> 30/9/2023 | tháng Giêng | Tháng Chạp | Tháng năm 2023 | giữa tháng 6 | đầu tháng 9
Đầu quý III | tuần 2 tháng 6 | Tuần thứ hai của tháng 6 | sau 30 ngày
30 ngày kể từ ngày 1/6/2023 | ngay sau khi có hướng dẫn | Sau 30/6/2023
Ngày 10 tháng 7 âm lịch | Thường xuyên, báo cáo trước 25/10/2023 | Thường xuyên đến 30/6/2023
Quý II, thường xuyên | 31/10/2023, 30/4/2023 | QĐ 15/9/2023 | Kế hoạch ban hành ngày 15/1/2023
Xong trước 30/6, nghiệm thu 15/7/2023 | năm học 2022-2023 | Nhiệm kỳ 2021-2026 | theo quy định
Trước Tết | Kỷ niệm 2/9 | 30/6/2023 hoặc 15/7/2023 | Theo lịch của huyện
Lùi 15 ngày so với 30/6/2023 | Gia hạn thêm 1 tháng (hạn cũ 30/6/2023)
Gia hạn thêm 15 ngày kể từ 30/6 | Quá hạn từ 30/6/2023 | Trong 10 ngày đầu tháng 6
Tháng 3 năm sau | hết năm sau | 6 tháng đầu năm sau | Tháng đầu quý II
tháng thứ hai của quý II | ngày 15 tháng cuối quý II | Cuối tháng 6 hoặc đầu tháng 7
30/6 hoặc 31/7/2023 | Trước 30/6 (riêng thôn Đông 31/8) | 30/6 (các thôn), 15/7 (xã)
Quý I/2023: 50%; Quý II/2023: 100% | Chưa xác định (họp 15/6/2023)
Chờ QĐ của huyện (dự kiến 30/9) | 30/06/2O23 | nửa đầu tháng 6 | Tháng 6 (trước ngày 20)
Thường xuyên 24/7 | 15 ngày sau khi có hướng dẫn
Sau khi có KH của huyện (KH 15/KH-UBND ngày 5/6/2023) | Theo Quyết định 12/QĐ-UBND (30/9/2023)
15/03 ÷ 30/06/2023 | Kể từ 15/3/2023 | Bắt đầu từ 15/3/2023 | Từ 15/3/2023
Từ 15/3/2023 (trong 30 ngày) | 30,6,2023 | 20230630 | 30062023 | Tháng 13 | Quý V | Xong | x
Gấp | Theo tiến độ | Tháng 7 âm lịch | Rằm tháng 7 | Sau Tết | Trước kỳ họp HĐND tháng 7
Quý I: 31/3; Quý II: 30/6
"""

IMPOSSIBLE = ["31/6/2023", "Trước ngày 31/6", "31/9", "30/13/2023", "29/2", "31/11/2023"]
NOTHING = ["1/1/1970", "0", "30/12/1899", "00/01/1900", "31/12/1899", "01/01/1970 07:00:00"]
RECURRING = [
    "Hằng quý (ngày cuối quý)",
    "Hằng tháng, từ 01/3/2023",
    "Hằng quý (Quý I, II, III, IV)",
    "Thường xuyên theo KH số 15/KH-UBND ngày 12/01/2023",
    "Cả năm 2023",
]


def _pairs(table: str) -> list[tuple[str, date]]:
    rows = [line.rsplit(" = ", 1) for line in table.strip().splitlines()]
    numbers = [(said, [int(n) for n in day.split("/")]) for said, day in rows]
    return [(said, date(*([*day, 2023][2::-1]))) for said, day in numbers]


@pytest.mark.parametrize(("said", "day"), _pairs(MEANT))
def test_the_deadline_of_several_days(said, day):
    assert due(said, 2023) == Due(day)


@pytest.mark.parametrize(
    "said", [said.strip() for said in ASKED.replace("\n", "|").strip("|").split("|")]
)
def test_what_may_mean_two_days_is_asked_about(said):
    assert due(said, 2023).code in ("due_in_doubt", "unreadable_due")
    assert due(said, 2023).severity == "warning"


@pytest.mark.parametrize("said", IMPOSSIBLE)
def test_a_day_that_the_calendar_lacks(said):
    assert due(said, 2023).code == "impossible_date"


@pytest.mark.parametrize("said", [*NOTHING, 0, date(1970, 1, 1), date(1899, 12, 30)])
def test_what_programs_write_for_nothing_is_blank(said):
    assert due(said, 2023) == Due()


@pytest.mark.parametrize("said", RECURRING)
def test_work_that_recurs_though_the_cell_names_months(said):
    assert due(said, 2023) == Due(recurring=True)
