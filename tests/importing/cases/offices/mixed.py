"""A district's tables, other people's systems, mixed hands: what is easily read wrong."""

from datetime import date

from tests.importing.cases.offices.lists import NAMES, SCORE, SCORES
from tests.importing.cases.offices.looking import (
    DONE,
    OPEN,
    Text,
    answer,
    case,
    kind,
    number,
    one,
    task,
    tasks,
)  # fmt: skip
from tests.importing.cases.offices.surveys import QUESTIONS, bank, forms
from tests.importing.cases.unseen.books import Book, Sheet
from tests.importing.cases.unseen.judging import ASK, Want, either, said, sure

D = date
C = "Xã Tiên Lữ"

district = Sheet("Tổng hợp huyện", [
    ["UBND HUYỆN KIM ĐỘNG"], ["TỔNG HỢP NHIỆM VỤ PAPI CỦA CÁC XÃ NĂM 2023"],
    ["STT", "Xã, thị trấn", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Kết quả"],
    [1, "Xã Song Mai", "Niêm yết bảng giá đất", "Địa chính - Xây dựng", "31/3/2023", "Hoàn thành"],
    [None, None, "Đối thoại định kỳ", "Văn phòng - Thống kê", "30/6/2023", "Đang thực hiện"],
    [2, "Thị trấn Lương", "Niêm yết bảng giá đất", "Địa chính - Xây dựng", "30/4/2023",
        "Chưa thực hiện"],
    [None, None, "Dọn rác chợ trung tâm", "Công an xã", "31/5/2023", "Hoàn thành"],
    [None, "Tổng cộng: 02 xã, 04 nhiệm vụ"],
], merged=("B4:B5", "B6:B7", "A4:A5", "A6:A7"))  # fmt: skip

hands = Sheet("NV", [
    ["UBND XÃ TIÊN LỮ"], ["BIỂU THEO DÕI NHIỆM VỤ PAPI NĂM 2023"],
    ["STT", "Nhiệm vụ", "Chủ trì", "Hạn", "Tiến độ", "Ngày hoàn thành", "Kết quả"],
    [1, "Lập sổ theo dõi đơn thư", "Tư pháp - Hộ tịch", D(2023, 4, 5), "100", D(2023, 4, 4),
        "Hoàn thành"],
    [2, "Mua máy quét hồ sơ", "Tài chính - Kế toán", "15-4-23", "0,5", None, "Đang làm"],
    [3, "Kiểm tra loa thôn", "Văn hóa - Xã hội", "ngày 20 tháng 5 năm 2023", "1/2 số thôn",
        "30/5", "Xong"],
    [4, "Thống kê hộ chưa có nước sạch", "Văn phòng - Thống kê", 45107, "3/4", None,
        "Còn 1 thôn chưa nộp"],
    [5, "Vận động hiến đất làm đường", "Địa chính - Xây dựng", "2023-08-15", "xong",
        "15/8/2023 (theo BB số 12)", "Hoàn thành vượt mức"],
    [6, "Gắn mã QR thủ tục hành chính", "Văn phòng - Thống kê", "Tháng 8, tháng 9", "đạt",
        None, "Đạt yêu cầu"],
    [7, "Tổ chức lấy phiếu tín nhiệm", "UB MTTQ xã", "31/11/2023", "chưa triển khai", None,
        "Đã có kế hoạch"],
    [8, "Lắp biển báo giao thông", "Công an xã", "30/6/23", ">90%", "5/7/23", "Đã bàn giao"],
    [9, "Kê khai tài sản thu nhập", "Văn phòng - Thống kê", "30/6/2023", "-", "N/A",
        "Đã thực hiện xong nhưng chưa báo cáo"],
    [10, "Khám sức khỏe người cao tuổi", "Trạm Y tế", "Quý 3", "70 - 80%", None,
        "Hoàn thành cơ bản"],
    [11, "Phun thuốc muỗi", "Trạm Y tế", "30/7/2023", "120%", "29/7/2023", "HT"],
    [12, "Kiểm tra bếp ăn bán trú", "Trạm Y tế", "30/9/2022", "100%", "15/9/2022", "Đã HT"],
    ["Ghi chú: số liệu tính đến 30/9/2023"],
])  # fmt: skip

outline = Sheet("Kế hoạch", [
    ["UBND XÃ TIÊN LỮ"], ["KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI NĂM 2023"],
    ["TT", "Nội dung, nhiệm vụ", "Chủ trì", "Thời gian hoàn thành"],
    ["A", "CÁC NHIỆM VỤ CHUNG"], [1, "Thành lập tổ công tác", "Văn phòng - Thống kê", "31/1/2023"],
    ["B", "NHIỆM VỤ THEO CHỈ SỐ NỘI DUNG"],
    ["I", "Chỉ số nội dung 4: Kiểm soát tham nhũng trong khu vực công"],
    ["a)", "Kiểm soát tham nhũng trong chính quyền địa phương"], [2,
        "Luân chuyển công chức một cửa", "Văn phòng - Thống kê", "30/6/2023"],
    ["b)", "Công bằng trong tuyển dụng nhân lực"], [3, "Công khai chỉ tiêu tuyển dụng",
        "Văn phòng - Thống kê", "30/9/2023"],
    ["II", "Nội dung thứ 6 - Cung ứng dịch vụ công"], [4, "Sửa trạm y tế", "Trạm Y tế",
        "31/7/2023"],
])  # fmt: skip

instructions = Sheet("Mẫu 01", [
    ["Mẫu 01/PAPI - Hướng dẫn: ghi mỗi nhiệm vụ một dòng; thời hạn ghi ngày/tháng/năm"],
    ["Đơn vị: Xã Tiên Lữ", None, None, "Năm: 2023"],
    ["STT", "Nhiệm vụ (*)", "Chủ trì (*)", "Phối hợp", "Thời hạn (*)", "Tỷ lệ (%)"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
    ["VD", "Ví dụ: Niêm yết công khai ...", "Ví dụ: Công an xã", None, "31/12/2023", 50],
    [1, "Công khai đường dây nóng", "Văn phòng - Thống kê", "Công an xã", "28/2/2023", 100],
        [2, "Vẽ tranh tường bảo vệ môi trường", "Đoàn Thanh niên", None, "30/4/2023", 20],
])  # fmt: skip

kobo_labels = Sheet("Khảo sát PAPI", [
    ["Thời điểm bắt đầu", "Mã phiếu", "1. Thôn", "2. Giới tính", "3. Tuổi", *[f"{n}. {q[2]}"
        for n, q in enumerate(QUESTIONS, 4)], "_id", "_tags", "_notes"],
    ["2023-05-02T08:01:12", "K1", "Thôn An", "Nam", "45", "Có", "Không", "Không", "Hài lòng",
        1, None, None], ["2023-05-02T09:01:12", "K2", "Thôn Bến", "Nữ", "38", "Không",
        "Không biết", "Từ chối trả lời", "Rất hài lòng", 2, None, None],
])  # fmt: skip

odd = Sheet("Phiếu", [
    ["UBND XÃ BÌNH MINH"], ["SỐ LIỆU KHẢO SÁT NĂM 2023"], ["Mã phiếu", "Thôn", "Giới tính",
        "Năm sinh", "Q1", "Q2", "Q3", "Q4"],
    ["R1", "An", "nam", 1970, "C", "K", "ko", "4 - Hài lòng"], ["R2", "T. Bến", "F", "1985",
        "Có ạ", "không có", "0", "hài lòng"],
    ["R3", "Thôn An", "Nữ", 85, "✓", "", "Không nhớ", "4,5"], ["R4", "thôn Bến", "Nam", "1990",
        "y", "n", "TRUE", "Rất HL"], ["R5", "Bến", "Nam", "40 tuổi", "Có.", "KHÔNG", "KRÕ",
        "55"],
])  # fmt: skip

ranked = Sheet("PAPI 2022", [
    ["CHỈ SỐ HIỆU QUẢ QUẢN TRỊ VÀ HÀNH CHÍNH CÔNG CẤP TỈNH (PAPI) NĂM 2022"],
    ["Tỉnh", *[cell for name in NAMES for cell in (name, None)], "Tổng điểm có trọng số", None],
    [None, *["Điểm", "Xếp hạng"] * 9],
    ["TP. Hà Nội", *[cell for n in range(8) for cell in (5.0 + n / 10, n + 1)], 42.8, 12],
        ["T. Hưng Yên", *[cell for n in range(8) for cell in (4.0 + n / 10, n + 20)], 34.8, 44],
], merged=("A2:A3", *[f"{a}2:{b}2" for a, b in zip("BDFHJLNPR", "CEGIKMOQS",
    strict=True)]))  # fmt: skip

two_years = Sheet("PAPI", [
    ["ĐIỂM PAPI TỈNH HƯNG YÊN NĂM 2022, 2023"], ["Chỉ số nội dung", "Năm 2022", "Năm 2023",
        "Tăng/giảm", "Xếp hạng 2023"],
    *[[name, 4.0 + n / 10, 4.5 + n / 10, 0.5, 10 + n] for n, name in enumerate(NAMES)],
        ["Tổng", 34.8, 38.8, 4.0, 30],
])  # fmt: skip

commune_scores = Sheet("Điểm thôn", [
    ["UBND XÃ TIÊN LỮ"], ["ĐIỂM THEO PHƯƠNG PHÁP PAPI CỦA CÁC THÔN NĂM 2023"], ["Thôn", *NAMES,
        "Tổng điểm"],
    ["Thôn Nội", *[4.5] * 8, 36.0], ["Thôn Ngoại", *[5.0] * 8, 40.0], ["Toàn xã", *[4.7] * 8,
        37.6],
])  # fmt: skip

diary = Text((Sheet("CSV", [
    ["Thời gian", "Kênh truyền thông", "Chủ đề", "Thời lượng (giờ)", "Số buổi",
        "Lượt tiếp cận", "Ghi chú"],
    ["12/03/2023 19:30", "Họp thôn", "Hướng dẫn dịch vụ công", "1,5", "2", "1.250", ""],
        ["03/12/2023", "Facebook", "Phòng chống tham nhũng", "", "1", "3,400",
        "khoảng 200 lượt chia sẻ"],
]),), "nhat-ky-2023.tsv", C, "\t")  # fmt: skip

letters = Sheet("Biểu 2", [
    ["UBND XÃ TIÊN LỮ"], ["BÁO CÁO TIẾN ĐỘ PAPI NĂM 2023"],
    ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn theo KH số 15/KH-UBND ngày 12/01/2023",
        "Kết quả đến 31/5/2023", "Kết quả đến 25/10/2023", "Lý do chưa hoàn thành"],
    [1, "Công khai giá dịch vụ y tế", "Trạm Y tế", "31/5/2023", "Đã hoàn thành",
        "Đã hoàn thành", None],
    [2, "Xây bể chứa vỏ thuốc trừ sâu", "Địa chính - Xây dựng", "30/6/2023", "Chưa hoàn thành",
        "Đã hoàn thành", None],
    [3, "Tuyên truyền chống bạo lực học đường", "Văn hóa - Xã hội", "30/9/2023",
        "Chưa đến hạn", "Chưa hoàn thành", "Thiếu kinh phí 20%"],
])  # fmt: skip

CASES = (
    case("mixed", "a district's communes", Book((district,), "huyen.xlsx"), kind(district,
        sure("tasks")), tasks(sure(2), "song-mai"), tasks(sure(2), "luong"),
         *task(district, "Đối thoại", "Xã Song Mai", due=sure(D(2023, 6, 30)),
             state=sure("overdue")), *task(district, "rác chợ", "Thị trấn Lương",
             state=either(*DONE))),
    case("mixed", "many hands", Book((hands,), "nv.xlsx"), kind(hands, sure("tasks")),
        tasks(either(12)),
         *task(hands, "đơn thư", C, due=sure(D(2023, 4, 5)), done=sure(D(2023, 4, 4)),
             progress=sure(1.0)), *task(hands, "máy quét", C, due=sure(D(2023, 4, 15)),
             progress=either(0.5), state=sure("overdue")),
         *task(hands, "loa thôn", C, due=sure(D(2023, 5, 20)), done=either(D(2023, 5, 30)),
             state=either("done_late", "done_undated")),
         *task(hands, "nước sạch", C, due=either(D(2023, 6, 30)), progress=either(0.75),
             state=sure("overdue")),
         *task(hands, "hiến đất", C, due=sure(D(2023, 8, 15)), done=either(D(2023, 8, 15))),
             *task(hands, "mã QR", C, due=either(D(2023, 9, 30)), state=either(*DONE,
             "overdue")),
         *task(hands, "tín nhiệm", C, due=ASK, state=sure(*OPEN)), *task(hands, "biển báo", C,
             due=sure(D(2023, 6, 30)), done=sure(D(2023, 7, 5)), state=sure("done_late")),
         *task(hands, "Kê khai", C, state=either("overdue", "done_undated")), *task(hands,
             "cao tuổi", C, due=sure(D(2023, 9, 30)), state=sure("overdue"),
             progress=said(0.7)),
         *task(hands, "muỗi", C, done=sure(D(2023, 7, 29)), progress=said(1.0)), *task(hands,
             "bán trú", C, due=said(D(2022, 9, 30)), done=said(D(2022, 9, 15)))),
    case("mixed", "outline of letters", Book((outline,), "kh.xlsx"), tasks(sure(4)),
        *task(outline, "tổ công tác", C, component=Want((None,))), *task(outline,
        "Luân chuyển", C, component=either("4.1")),
         *task(outline, "tuyển dụng", C, component=Want(("4.3", "4.4"), may_ask=True,
             if_told=("4",))), *task(outline,
             "Sửa trạm", C, component=either("6"))),
    case("mixed", "form with an example", Book((instructions,), "mau.xlsx"), kind(instructions,
        sure("tasks")), tasks(either(2)), *task(instructions, "đường dây nóng", C,
        progress=sure(1.0), due=sure(D(2023, 2, 28)), support=sure("Công an xã"))),
    case("mixed", "kobo labels", Book((kobo_labels, bank), "kobo-2023.xlsx", "Xã Bình Minh"),
        forms(either(2)), answer(kobo_labels, "K1", "Q1", either(1)), answer(kobo_labels, "K1",
        "Q4", either(4)), answer(kobo_labels, "K2", "Q2", either("dont_know")),
        answer(kobo_labels, "K2", "Q3", either("refused", "no_answer")), answer(kobo_labels,
        "K2", "Q4", either(5))),
    case("mixed", "odd answers", Book((odd, bank), "phieu.xlsx"), forms(either(5)), answer(odd,
        "R1", "Q1", either(1)), answer(odd, "R1", "Q2", either(0)), answer(odd, "R1", "Q4",
        either(4)), answer(odd, "R2", "Q2", either(0)), answer(odd, "R2", "Q4", either(4)),
        answer(odd, "R3", "Q4", said(4.5)), answer(odd, "R4", "Q4", either(5)), answer(odd,
        "R5", "Q4", ASK), answer(odd, "R4", "Q3", either(1)),
         number("villages", "select count(distinct village) from current_respondent",
             either(2)), one("age R3", "select age from current_respondent where form = 'R3'",
             either(38, 85), ("Phiếu!D6",)), one("age R1",
             "select age from current_respondent where form = 'R1'", sure(53), ("Phiếu!D4",)),
             one("age R5", "select age from current_respondent where form = 'R5'", either(40),
             ("Phiếu!D6",))),
    case("mixed", "scores with ranks", Book((ranked,), "papi22.xlsx"), kind(ranked,
        either("scores")), number("scores", SCORES, either(18)), one("Hưng Yên 3",
        SCORE.format("Hưng Yên", "3", 2022), either(4.2), ("PAPI 2022!F5",)),
        one("Hà Nội total", SCORE.format("Hà Nội", "PAPI", 2022), either(42.8),
        ("PAPI 2022!R4",))),
    case("mixed", "two years and a change", Book((two_years,), "hy.xlsx"), number("scores",
        SCORES, either(18)), one("1 in 2022", SCORE.format("Hưng Yên", "1", 2022), either(4.0),
        ("PAPI!B3",)), one("8 in 2023", SCORE.format("Hưng Yên", "8", 2023), either(5.2),
        ("PAPI!C10",))),
    case("mixed", "scores of villages", Book((commune_scores,), "thon.xlsx"),
        kind(commune_scores, ASK)),
    case("mixed", "diary with times", diary, number("rows",
        "select count(*) from current_activity", sure(2)),
         *[one(f"{f} of {t}", f"select {f} from current_activity where subject ilike '%{t}%'",
             either(v), tuple(f"CSV!{c}{r}" for c in "ABCDEFG")) for t, r, f, v in (("dịch vụ",
             2, "held_on", D(2023, 3, 12)), ("dịch vụ", 2, "minutes", 90), ("dịch vụ", 2,
             "people", 1250), ("tham nhũng", 3, "held_on", D(2023, 12, 3)), ("tham nhũng", 3,
             "people", 3400))]),
    case("mixed", "dates in headings", Book((letters,), "bc.xlsx"), kind(letters,
        sure("tasks")), tasks(sure(3)), *task(letters, "dịch vụ y tế", C, due=sure(D(2023, 5,
        31)), state=either(*DONE)), *task(letters, "vỏ thuốc", C, due=sure(D(2023, 6, 30)),
        state=either(*DONE)), *task(letters, "học đường", C, due=sure(D(2023, 9, 30)),
        state=sure("overdue"), progress=Want((None,)))),
)  # fmt: skip
