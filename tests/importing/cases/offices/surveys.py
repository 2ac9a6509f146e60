"""Surveys of villagers and lists of questions."""

from datetime import datetime

from tests.importing.cases.offices.looking import Text, answer, case, head, kind, number, one
from tests.importing.cases.unseen.books import Book, Row, Sheet
from tests.importing.cases.unseen.judging import Want, either, sure

U = "Xã Bình Minh"
QUESTIONS: list[Row] = [
    ["Q1", "1.1", "Ông/Bà có biết Luật Thực hiện dân chủ ở cơ sở không?", 0, 1, "Thuận",
        "Có = 1; Không = 0"],
    ["Q2", "2.2", "Danh sách hộ nghèo có được công khai không?", 0, 1, "Thuận",
        "Có = 1; Không = 0"],
    ["Q3", "4.1", "Phải đưa tiền thêm để được giải quyết giấy tờ?", 0, 1, "Nghịch",
        "Có = 1; Không = 0"],
    ["Q4", "6.1", "Mức độ hài lòng với trạm y tế", 1, 5, "Thuận",
        "1 = Rất không hài lòng; 2 = Không hài lòng; 3 = Bình thường;"
        " 4 = Hài lòng; 5 = Rất hài lòng"],
]  # fmt: skip
TEXTS = [row[2] for row in QUESTIONS]
bank = Sheet(
    "Câu hỏi",
    [
        ["BỘ CÂU HỎI NĂM 2023"],
        ["Mã", "Nội dung TP", "Nội dung câu hỏi", "Min", "Max", "Chiều", "Mã hóa"],
        *QUESTIONS,
    ],
)
FORMS = "select count(*) from current_respondent"


def forms(want):
    return number("respondents", FORMS, want)


kobo = Sheet("papi_2023", [
    ["start", "end", "today", "username", "thong_tin/thon", "thong_tin/gioi_tinh",
        "thong_tin/tuoi", "noi_dung/Q1", "noi_dung/Q2", "noi_dung/Q3", "noi_dung/Q4",
        "__version__", "_id", "_uuid", "_submission_time", "_validation_status", "_index"],
    ["2023-05-02T08:01:12.000+07:00", "2023-05-02T08:22:12.000+07:00", "2023-05-02", "dtv1",
        "Thôn An", "nam", 45, "co", "khong", "khong", "4", "v1", 880011, "a-1",
        "2023-05-02T01:30:00", "Approved", 1],
    ["2023-05-02T09:01:12.000+07:00", "2023-05-02T09:22:12.000+07:00", "2023-05-02", "dtv1",
        "Thôn An", "nu", 38, "khong", "khong_biet", "khong", "2", "v1", 880012, "a-2",
        "2023-05-02T02:30:00", None, 2],
    ["2023-05-03T08:01:12.000+07:00", "2023-05-03T08:22:12.000+07:00", "2023-05-03", "dtv2",
        "Thôn Bến", "nu", 61, "co", "co", "co", "5", "v1", 880013, "a-3",
        "2023-05-03T01:30:00", "Not Approved", 3],
])  # fmt: skip

google = Sheet("Form Responses 1", [
    ["Dấu thời gian", "Thôn ông/bà đang sinh sống", "Giới tính của ông/bà", "Độ tuổi", *TEXTS],
    [datetime(2023, 6, 1, 8, 12, 5), "Thôn An", "Nam", "30-39 tuổi", "Có", "Không", "Không",
        "Hài lòng"],
    [datetime(2023, 6, 1, 9, 2, 51), "Thôn Bến", "Nữ", "Trên 60 tuổi", "Không", "Có",
        "Không biết", "Rất không hài lòng"],
    [datetime(2023, 6, 2, 10, 0, 0), "thôn an", "Nữ", "18-29 tuổi", "Có", "Có", "Có",
        "Bình thường"],
])  # fmt: skip

long = Sheet("Dữ liệu", [
    ["UBND xã Bình Minh - Khảo sát PAPI năm 2023"],
    ["Mã phiếu", "Thôn", "Giới tính", "Tuổi", "Mã câu hỏi", "Trả lời"],
    *[[f"BM{n:03}", thon, sex, age, q, a] for n, thon, sex, age, answers in (
        (1, "Thôn An", "Nam", 45, ("Có", "Không", "Không", 4)), (2, "Thôn Bến", "Nữ", 33,
            ("Không", "Có", "KB", 2)))
      for q, a in zip(("Q1", "Q2", "Q3", "Q4"), answers, strict=True)],
])  # fmt: skip

turned = Sheet("Nhập phiếu", [
    ["UBND XÃ BÌNH MINH"], ["KẾT QUẢ PHỎNG VẤN NGƯỜI DÂN NĂM 2023"],
    ["Mã câu", "Câu hỏi", "P01", "P02", "P03"],
    ["", "Thôn", "Thôn An", "Thôn An", "Thôn Bến"], ["", "Giới tính", "Nam", "Nữ", "Nữ"], ["",
        "Tuổi", 40, 51, 29],
    *[[q[0], q[2], *a] for q, a in zip(QUESTIONS, (("Có", "Không", "Có"), ("Không", "Không",
        "Có"), ("Không", "Có", "KB"), (3, 4, 5)), strict=True)],
])  # fmt: skip

counts = Sheet("Tổng hợp", [
    ["UBND XÃ BÌNH MINH"], ["TỔNG HỢP Ý KIẾN THEO THÔN NĂM 2023"],
    ["STT", "Thôn", "Số phiếu", "Q1", None, None, "Q2", None, None],
    [None, None, None, "Có", "Không", "KB", "Có", "Không", "KB"],
    [1, "Thôn An", 30, 20, 8, 2, 15, 10, 5], [2, "Thôn Bến", 25, 12, 10, 3, 11, 11, 3], [None,
        "Cộng", 55, 32, 18, 5, 26, 21, 8],
], merged=("D3:F3", "G3:I3"))  # fmt: skip


def village(name: str, *rows: Row) -> Sheet:
    return Sheet(
        name,
        [
            [f"PHIẾU KHẢO SÁT {name.upper()}, XÃ BÌNH MINH NĂM 2023"],
            ["Số phiếu", "Giới", "Năm sinh", "Q1", "Q2", "Q3", "Q4"],
            *rows,
        ],
    )


an = village("Thôn An", [1, "Nam", 1978, 1, 0, 0, 4], [2, "Nữ", 1985, 0, 88, 0, 2])
ben = village("Thôn Bến", [1, "Nữ", 1962, 1, 1, 1, 5], [2, "Nam", 1990, 0, 0, 99, 3])

means = Sheet("Phiếu", [
    ["UBND XÃ BÌNH MINH"], ["SỐ LIỆU KHẢO SÁT NĂM 2023"], ["Mã phiếu", "Thôn", "Giới tính",
        "Tuổi", "Q1", "Q2", "Q3", "Q4"],
    ["M1", "Thôn An", "Nam", 50, 1, 0, 0, 4], ["M2", "Thôn An", "Nữ", 41, 0, 1, 0, 3], ["M3",
        "Thôn Bến", "Nữ", 30, 1, 1, 1, 5],
    ["Trung bình", None, None, 40.33, 0.67, 0.67, 0.33, 4], ["Xếp hạng", None, None, None, 1,
        2, 4, 3], ["Tỷ lệ Có (%)", None, None, None, 66.7, 66.7, 33.3, None],
])  # fmt: skip

options = Sheet("Phiếu", [
    ["UBND XÃ BÌNH MINH"], ["SỐ LIỆU KHẢO SÁT NĂM 2023"], ["Mã phiếu", "Thôn", "Giới tính",
        "Tuổi", "Q1", "Q2", "Q3", "Q4"],
    ["O1", "Thôn An", "1. Nam", 50, "1. Có", "2. Không", "3. Không biết", "4. Hài lòng"],
        ["O2", "Thôn Bến", "2. Nữ", 41, "2. Không", "1. Có", "2. Không", "2. Không hài lòng"],
])  # fmt: skip

coded_bank = Sheet("Câu hỏi", [
    ["Mã", "Nội dung TP", "Nội dung câu hỏi", "Min", "Max", "Chiều", "Mã hóa"],
    ["Q1", "1.1", TEXTS[0], 0, 1, "Thuận", "1 = Có; 2 = Không; 8 = Không biết"],
])  # fmt: skip
coded = Sheet("Phiếu", [
    ["UBND XÃ BÌNH MINH"], ["SỐ LIỆU KHẢO SÁT NĂM 2023"], ["Mã phiếu", "Thôn", "Giới tính",
        "Tuổi", "Q1"],
    ["D1", "Thôn An", 1, 50, 1], ["D2", "Thôn Bến", 2, 41, 2], ["D3", "Thôn Bến", 2, 41, 8],
])  # fmt: skip

wrapped = Sheet("CSV", [
    ["Mã phiếu", "Thôn\n(bản, tổ dân phố)", "Giới tính", "Tuổi\n(năm)",
        "Q1\nBiết luật dân chủ", "Q2\nHộ nghèo", "Q3\nĐưa tiền", "Q4\nTrạm y tế"],
    ["W1", "Thôn An", "Nam", 50, "Có", "Không", "Không", "5"], ["W2", "Thôn Bến", "Nữ", 41,
        "Không", "Có", "Có", "1"],
])  # fmt: skip

two_level = Sheet("Bộ câu hỏi", [
    *head(U, "BỘ CÂU HỎI KHẢO SÁT PAPI NĂM 2023"),
    ["TT", "Mã câu", "Nội dung câu hỏi phỏng vấn", "Thang điểm", None, "Chiều đánh giá",
        "Phương án trả lời"],
    [None, None, None, "Thấp nhất", "Cao nhất"],
    ["1", "THAM GIA CỦA NGƯỜI DÂN Ở CẤP CƠ SỞ"], ["1.1", "Tri thức công dân"],
    [1, "C1", "Ông/Bà có biết thời hạn nhiệm kỳ trưởng thôn?", 0, 1, "Thuận", "Có/Không"],
    ["6", "CUNG ỨNG DỊCH VỤ CÔNG"], ["6.1", "Y tế công lập"],
    [2, "C2", "Bệnh viện có phải nằm chung giường không?", 0, 1, "Nghịch", "Có/Không"], [3,
        "C3", "Hài lòng với trạm y tế", 1, 5, "Thuận", "Từ 1 đến 5"],
], merged=("D5:E5",))  # fmt: skip

ranges = Sheet("DS câu hỏi", [
    ["UBND XÃ BÌNH MINH - CÂU HỎI KHẢO SÁT 2023"],
    ["STT", "Ký hiệu", "Câu hỏi", "Thuộc chỉ số thành phần", "Thang đo", "Ghi chú"],
    [1, "A1", "Có biết bảng giá đất không?", "2.4", "0-1", None], [2, "A2",
        "Hài lòng với đường thôn", "6.3", "1-5", None], [3, "A3", "Phải hối lộ khi xin việc?",
        "4.3", "0 - 1", "câu hỏi ngược"],
])  # fmt: skip

CASES = (
    case("survey", "kobo", Book((kobo, bank), "papi_2023_-_all_versions.xlsx", U), kind(kobo,
        either("answers")), forms(either(2)),
         answer(kobo, "880011", "Q1", either(1)), answer(kobo, "880011", "Q2", either(0)),
             answer(kobo, "880011", "Q4", either(4)), answer(kobo, "880012", "Q2",
             either("dont_know", "do_not_know", "unknown")),
         one("sex", "select sex from current_respondent where form ilike '%880012%'",
             either("Nữ"))),
    case("survey", "google", Book((google, bank), "Khảo sát 2023.xlsx", U), kind(google,
        either("answers")), forms(either(3)),
         number("yes to Q1", "select count(*) from answer where question = 'Q1' and value = 1",
             either(2)), number("Q4 = 4",
             "select count(*) from answer where question = 'Q4' and value = 4", either(1)),
         number("villages", "select count(distinct village) from current_respondent",
             either(2)), number("ages made up",
             "select count(age) from current_respondent where age > 0", either(None))),
    case("survey", "long", Book((long, bank), "dai.xlsx", U), kind(long, either("answers")),
        forms(either(2)), answer(long, "BM001", "Q1", either(1)), answer(long, "BM001", "Q4",
        either(4)), answer(long, "BM002", "Q2", either(1))),
    case("survey", "turned", Book((turned, bank), "ngang.xlsx", U), forms(either(3)),
        number("answers", "select count(*) from answer", either(12))),
    case("survey", "counts by village", Book((counts, bank), "tonghop.xlsx", U),
        forms(Want((None,)))),
    case("survey", "a sheet a village", Book((an, ben, bank), "thon.xlsx", U),
        forms(either(4)), number("villages",
        "select count(distinct village) from current_respondent", either(2)),
         number("yes to Q1", "select count(*) from answer where question = 'Q1' and value = 1",
             either(2)), number("sexes",
             "select count(*) from current_respondent where sex in ('Nam', 'Nữ')", either(4)),
         number("ages", "select count(*) from current_respondent where age between 30 and 70",
             either(4))),
    case("survey", "feet", Book((means, bank), "phieu.xlsx"), forms(sure(3)), answer(means,
        "M1", "Q4", sure(4)), number("answers", "select count(*) from answer", sure(12))),
    case("survey", "numbered options", Book((options, bank), "phieu.xlsx"), forms(sure(2)),
        answer(options, "O1", "Q1", either(1)), answer(options, "O1", "Q2", either(0)),
        answer(options, "O2", "Q4", either(2)), answer(options, "O1", "Q4", either(4)),
         one("sex", "select sex from current_respondent where form = 'O2'", either("Nữ"),
             ("Phiếu!C4",))),
    case("survey", "codes 1 and 2", Book((coded, coded_bank), "phieu.xlsx"), forms(sure(3)),
        answer(coded, "D1", "Q1", either(1)), answer(coded, "D2", "Q1", either(0)),
        answer(coded, "D3", "Q1", either("dont_know", "unknown")),
         one("sex", "select sex from current_respondent where form = 'D2'", either("Nữ", ""),
             ("Phiếu!C4",))),
    case("survey", "wrapped csv", Text((wrapped,), "khao-sat-2023.csv", U), forms(either(None,
        2))),
    case("questions", "two levels", Book((two_level,), "bo.xlsx"), kind(two_level,
        sure("questions")), number("questions", "select count(*) from current_question",
        sure(3)),
         *[one(f"{f} of {c}", f"select {f} from current_question where code = '{c}'",
             either(v), (f"Bộ câu hỏi!D{r}", f"Bộ câu hỏi!F{r}", f"Bộ câu hỏi!B{r}"))
           for c, r, f, v in (("C1", 9, "component", "1.1"), ("C2", 12, "component", "6.1"),
               ("C2", 12, "reversed", True), ("C3", 13, "high", 5), ("C3", 13, "low", 1))]),
    case("questions", "a range in a cell", Book((ranges,), "ds.xlsx"), kind(ranges,
        either("questions")), number("questions", "select count(*) from current_question",
        either(3)),
         *[one(f"{f} of {c}", f"select {f} from current_question where code = '{c}'",
             either(v), (f"DS câu hỏi!E{r}", f"DS câu hỏi!D{r}", f"DS câu hỏi!F{r}")) for c, r,
             f, v in (("A2", 4, "high", 5), ("A2", 4, "component", "6.3"), ("A3", 5,
             "reversed", True))]),
)  # fmt: skip
