"""More plans: phrases of due dates, columns of marks, English, tables of officials."""

from datetime import date

from tests.importing.cases.offices.looking import DONE, OPEN, case, head, kind, signed, task, tasks
from tests.importing.cases.unseen.books import Book, Sheet
from tests.importing.cases.unseen.judging import ASK, Want, either, said, sure

D = date
B = "Xã Yên Thái"
PHRASES: tuple[tuple[object, str, Want], ...] = (
    ("Trong tháng 3", "Kiện toàn ban chỉ đạo PAPI", sure(D(2023, 3, 31))),
    ("Hết quý III", "Số hóa hồ sơ một cửa", sure(D(2023, 9, 30))),
    ("Cuối tháng 6", "Ra mắt nhóm Zalo hỏi đáp", either(D(2023, 6, 30))),
    ("Chậm nhất 15/9", "Báo cáo kết quả khảo sát", sure(D(2023, 9, 15))),
    ("Ngay sau khi có hướng dẫn của cấp trên", "Triển khai phần mềm phản ánh", ASK),
    ("Từ tháng 2 đến tháng 5/2023", "Tổ chức hội thi tìm hiểu pháp luật", sure(D(2023, 5, 31))),
    ("6 tháng cuối năm", "Giám sát thu các khoản đóng góp", either(D(2023, 12, 31), D(2023, 10,
        25))),
    ("30.9.23", "Trồng cây xanh ở nghĩa trang", sure(D(2023, 9, 30))),
    ("Trước ngày 25 hằng tháng", "Báo cáo tiến độ cho huyện", either(None, D(2023, 10, 25))),
    ("12/2023", "Tổng kết công tác cải cách hành chính", sure(D(2023, 12, 31))),
    ("Tuần 2 tháng 4/2023", "Phát thanh chuyên đề đất đai", either(D(2023, 4, 14), D(2023, 4,
        15), D(2023, 4, 16))),
    ("Năm 2023", "Duy trì đường dây nóng", either(None, D(2023, 12, 31), D(2023, 10, 25))),
    ("15/02/2023-28/02/2023", "Bình xét hộ văn hóa", sure(D(2023, 2, 28))),
    ("Hoàn thành trong tháng 10 (theo CV số 15/9/2023)", "Đo đạc lại đất công ích",
        either(D(2023, 10, 31))),
    ("Quý I, quý III", "Hội nghị đối thoại thanh niên", either(D(2023, 9, 30))),
    ("30/4 và 30/8", "Công khai quyết toán", either(D(2023, 8, 30))),
    ("Trước Tết Nguyên đán", "Thăm hộ nghèo ăn Tết", ASK),
)  # fmt: skip
phrases = Sheet("KH 2023", [
    ["UBND XÃ YÊN THÁI"], ["KẾ HOẠCH CẢI THIỆN CHỈ SỐ PAPI NĂM 2023"],
    ["STT", "Công việc", "Người chịu trách nhiệm", "Thời điểm hoàn thành"],
    *[[n, text, "Văn phòng - Thống kê", due] for n, (due, text, _) in enumerate(PHRASES, 1)],
])  # fmt: skip

MONTHS = ((2, "Mở chuyên mục hỏi đáp"), (6, "Cấp thẻ căn cước lưu động"), (8,
    "Làm sạch dữ liệu đất đai"), (11, "Chấm điểm bộ phận một cửa"))  # fmt: skip
months = Sheet("Kế hoạch", [
    ["UBND XÃ YÊN THÁI"], ["NHIỆM VỤ PAPI 2023"], ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
    *[[n, text, "Công an xã", D(2023, m, 1)] for n, (m, text) in enumerate(MONTHS, 1)],
], formats={f"D{r}": "mm/yyyy" for r in range(4, 8)})  # fmt: skip
generals = Sheet("Kế hoạch", [
    ["UBND XÃ YÊN THÁI"], ["NHIỆM VỤ PAPI 2023"], ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
    *[[n, text, "Công an xã", D(2023, m, 1)] for n, (m, text) in enumerate(MONTHS, 1)],
])  # fmt: skip

dotted = Sheet("Nhiệm vụ", [
    ["UBND XÃ YÊN THÁI"], ["CHƯƠNG TRÌNH CÔNG TÁC NÂNG CAO PAPI 2023"], ["TT", "Nội dung",
        "Chủ trì", "Hạn"],
    ["1", "Công tác chung"],
    ["1.1", "Công tác tuyên truyền"],
    ["-", "Treo băng rôn tại trụ sở", "Văn hóa - Xã hội", "31/3/2023"],
    ["1.2", "Công tác kiểm tra"],
    ["-", "Kiểm tra việc niêm yết ở thôn", "Văn phòng - Thống kê", "30/6/2023"],
    ["2", "Công tác chuyên môn"],
    ["2.1", "Công tác báo cáo"],
    ["-", "Gửi báo cáo quý về huyện", "Văn phòng - Thống kê", "30/9/2023"],
])  # fmt: skip

dotted_tasks = Sheet("Nhiệm vụ", [
    ["UBND XÃ YÊN THÁI"], ["CHƯƠNG TRÌNH CÔNG TÁC NÂNG CAO PAPI 2023"], ["TT", "Nội dung",
        "Chủ trì", "Hạn"],
    ["1", "Công tác chung"],
    ["1.1", "Treo băng rôn tại trụ sở", "Văn hóa - Xã hội", "31/3/2023"],
    ["1.2", "Kiểm tra việc niêm yết ở thôn", "Văn phòng - Thống kê", "30/6/2023"],
    ["2", "Công tác chuyên môn"],
    ["2.1", "Gửi báo cáo quý về huyện", "Văn phòng - Thống kê", "30/9/2023"],
])  # fmt: skip

people = Sheet("Phân công", [
    *head(B, "BẢNG PHÂN CÔNG CÁN BỘ, CÔNG CHỨC THỰC HIỆN NHIỆM VỤ PAPI NĂM 2023"),
    ["Chức danh", "Phụ trách thôn", "Nhiệm vụ cụ thể", "Thời hạn", "Mức độ hoàn thành"],
    ["Công chức Văn phòng - Thống kê", "Thôn Thượng",
        "- Cập nhật thủ tục hành chính\n- Trực bộ phận một cửa", "Thường xuyên", "80%"],
    [None, None, "Tổng hợp báo cáo PAPI", "20/10/2023", "100%"],
    ["Công chức Tư pháp - Hộ tịch", "Thôn Hạ", "Chứng thực điện tử", "30/6/2023", "30%"],
    *signed(),
], merged=("A6:A7", "B6:B7"))  # fmt: skip

no_due = Sheet("Giao việc", [
    ["UBND XÃ YÊN THÁI"], ["GIAO VIỆC THỰC HIỆN CHỈ SỐ PAPI NĂM 2023"],
    ["STT", "Nhiệm vụ", "Người chủ trì", "Người phối hợp"],
    [1, "Rà soát tiêu chí an ninh trật tự", "Công an xã", "Các thôn"],
    [2, "Kiểm kê tài sản nhà văn hóa", "Tài chính - Kế toán", "Các thôn"],
])  # fmt: skip

marks = Sheet("Kết quả", [
    ["UBND XÃ YÊN THÁI"], ["TỔNG HỢP KẾT QUẢ NHIỆM VỤ PAPI NĂM 2023"],
    ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Kết quả", None, None],
    [None, None, None, None, "Hoàn thành", "Đang thực hiện", "Chưa thực hiện"],
    [1, "Đăng tải lịch tiếp dân", "Văn phòng - Thống kê", "31/3/2023", "x", None, None],
    [2, "Sửa cổng trường tiểu học", "Tài chính - Kế toán", "31/7/2023", None, "x", None],
    [3, "Xử lý xe quá tải", "Công an xã", "30/9/2023", None, None, "x"],
], merged=("E3:G3",))  # fmt: skip

english = Sheet("Action plan", [
    ["PAPI improvement action plan 2023 - Yên Thái commune"],
    ["No.", "Activity", "Responsible", "Support", "Deadline", "% done", "Completed on", "Remarks"],
    [1, "Publish commune budget on website", "Tài chính - Kế toán", "Văn phòng - Thống kê",
        "31 Mar 2023", "100%", "20 Mar 2023", None],
    [2, "Citizen feedback box", "Văn phòng - Thống kê", None, "30 Sep 2023", "50%", None,
        "waiting"],
])  # fmt: skip

star = Sheet("NV", [
    ["UBND XÃ YÊN THÁI"], ["BIỂU NHIỆM VỤ PAPI NĂM 2023"],
    ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tỷ lệ hoàn thành", "Ngày xong thực tế"],
    [1, "Kiểm tra chất lượng nước giếng", "Trạm Y tế", D(2023, 5, 15), 1, D(2023, 5, 10)],
    ["*", "Lắp đèn đường thôn Hạ", "Địa chính - Xây dựng", D(2023, 8, 15), 0.5, None],
    ["*"],
    ["* Ghi chú: tỷ lệ do công chức tự đánh giá"],
], formats={f"E{r}": "0%" for r in range(4, 6)})  # fmt: skip

status = Sheet("Theo dõi", [
    ["UBND XÃ YÊN THÁI"],
        ["BẢNG THEO DÕI TIẾN ĐỘ NHIỆM VỤ PAPI NĂM 2023 (cập nhật đến 15/9/2023)"],
    ["TT", "Đầu việc", "CB phụ trách", "Deadline", "Trạng thái", "Ghi chú"],
    [1, "Cắm biển nội quy rác thải", "Địa chính - Xây dựng", "30/4/2023", "Xong 25/4", None],
    [2, "Mở lớp tin học cho người già", "Văn hóa - Xã hội", "30/6/2023", "Trễ", "đang làm"],
    [3, "In tờ gấp dịch vụ công", "Văn phòng - Thống kê", "31/8/2023", "Đã xong, chậm 5 ngày",
        None],
    [4, "Kết nối camera với công an huyện", "Công an xã", "31/12/2023", "Tạm dừng",
        "hết kinh phí"],
])  # fmt: skip

CASES = (
    case("plan", "phrases", Book((phrases,), "kh.xlsx"), kind(phrases, sure("tasks")),
        tasks(sure(len(PHRASES))),
         *[point for _, text, want in PHRASES for point in task(phrases, text, B, due=want)]),
    case("plan", "months of Excel", Book((months,), "kh.xlsx"), *[point for m, text in MONTHS
        for point in task(months, text, B, due=said(D(2023, m,
        31 if m == 8 else 28 if m == 2 else 30)))]),
    case("plan", "firsts of months", Book((generals,), "kh.xlsx"), *[point for m,
        text in MONTHS for point in task(generals, text, B, due=said(D(2023, m,
        31 if m == 8 else 28 if m == 2 else 30), D(2023, m, 1)))]),
    case("plan", "dotted headings", Book((dotted,), "ct.xlsx"), tasks(sure(3)),
         *task(dotted, "băng rôn", B, component=Want((None,), may_ask=True, if_told=("1.1",
             "1")), due=sure(D(2023, 3, 31))),
         *task(dotted, "niêm yết", B, component=Want((None,), may_ask=True, if_told=("1.2",
             "1"))), *task(dotted, "báo cáo quý", B, component=Want((None,), may_ask=True,
             if_told=("2.1", "2")))),
    case("plan", "dotted tasks", Book((dotted_tasks,), "ct.xlsx"), tasks(sure(3)),
         *task(dotted_tasks, "băng rôn", B, component=Want((None,), may_ask=True),
             due=sure(D(2023, 3, 31))),
         *task(dotted_tasks, "báo cáo quý", B, component=Want((None,), may_ask=True))),
    case("plan", "people", Book((people,), "pc.xlsx"), kind(people, sure("tasks")), tasks(sure(3)),
         *task(people, "Tổng hợp báo cáo", B, lead=sure("Công chức Văn phòng - Thống kê"),
             due=sure(D(2023, 10, 20)), progress=sure(1.0), area=either("Thôn Thượng", None)),
         *task(people, "Chứng thực", B, progress=sure(0.3), area=either("Thôn Hạ"))),
    case("plan", "no due", Book((no_due,), "gv.xlsx"), kind(no_due, sure("tasks")),
        tasks(sure(2)), *task(no_due, "an ninh", B, due=ASK, lead=sure("Công an xã"))),
    case("plan", "marks of state", Book((marks,), "kq.xlsx"), kind(marks, sure("tasks")),
        *task(marks, "lịch tiếp dân", B, state=either(*DONE)),
         *task(marks, "cổng trường", B, state=sure("overdue")), *task(marks, "quá tải", B,
             state=sure("overdue"))),
    case("plan", "english", Book((english,), "plan.xlsx", B), kind(english, either("tasks")),
        *task(english, "Publish", B, due=sure(D(2023, 3, 31)), done=sure(D(2023, 3, 20)),
        progress=sure(1.0)),
         *task(english, "feedback", B, due=sure(D(2023, 9, 30)), progress=sure(0.5),
             state=sure("overdue"))),
    case("plan", "stars", Book((star,), "nv.xlsx"), tasks(sure(2)), *task(star, "nước giếng",
        B, done=sure(D(2023, 5, 10)), progress=sure(1.0)), *task(star, "đèn đường", B,
        progress=sure(0.5), due=sure(D(2023, 8, 15)), lead=sure("Địa chính - Xây dựng"))),
    case("plan", "status words", Book((status,), "td.xlsx"), kind(status, sure("tasks")),
        tasks(sure(4), year=2023),
         *task(status, "biển nội quy", B, state=either(*DONE), due=sure(D(2023, 4, 30))),
             *task(status, "người già", B, state=sure("overdue")),
         *task(status, "tờ gấp", B, state=either(*DONE)), *task(status, "huyện", B,
             state=either(*OPEN, "cancelled"))),
)  # fmt: skip
