"""Plans of tasks."""

from datetime import date

from tests.importing.cases.offices.looking import (
    DONE,
    OPEN,
    Text,
    case,
    head,
    kind,
    signed,
    task,
    tasks,
)  # fmt: skip
from tests.importing.cases.unseen.books import Book, Sheet
from tests.importing.cases.unseen.judging import Want, either, sure

D = date
A = "Xã Hòa Lạc"

annex = Sheet("Phu luc 01", [
    *head(A, "PHỤ LỤC 01", "Phân công nhiệm vụ nâng cao Chỉ số PAPI năm 2023",
        "(Kèm theo Kế hoạch số 15/KH-UBND ngày 12/01/2023)"),
    ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện",
        None, "Sản phẩm, kết quả đầu ra", "Ghi chú"],
    [None, None, None, None, "Bắt đầu", "Kết thúc"],
    ["I", "Tham gia của người dân ở cấp cơ sở"],
    [1, "Tổ chức hội nghị phổ biến Luật Thực hiện dân chủ ở cơ sở", "Tư pháp - Hộ tịch",
        "Các thôn", D(2023, 2, 1), D(2023, 3, 31), "Hội nghị"],
    [2, "Hướng dẫn thôn bầu trưởng thôn đúng quy trình", "Văn phòng - Thống kê", "MTTQ xã",
        D(2023, 4, 3), D(2023, 6, 30), "Biên bản"],
    ["II", "Công khai, minh bạch trong việc ra quyết định ở địa phương"],
    [1, "Niêm yết danh sách hộ nghèo, cận nghèo", "Văn hóa - Xã hội", "Các thôn", D(2023, 1,
        9), D(2023, 11, 30), "Danh sách"],
    [2, "Công khai thu chi ngân sách", "Tài chính - Kế toán", None, "Thường xuyên", None,
        "Bảng niêm yết"],
    *signed(),
], merged=("A1:C1", "D1:H1", "E7:F7", "A7:A8", "B7:B8", "C7:C8", "D7:D8", "G7:G8", "H7:H8",
    "B9:H9"))  # fmt: skip

dispatches = Sheet("Theo dõi VB", [
    ["UBND XÃ HÒA LẠC"], ["SỔ THEO DÕI NHIỆM VỤ PAPI GIAO TẠI CÁC VĂN BẢN NĂM 2023"], [],
    ["STT", "Số, ký hiệu văn bản", "Ngày văn bản", "Nhiệm vụ được giao", "Bộ phận tham mưu",
        "Hạn báo cáo", "Kết quả thực hiện", "Tình trạng"],
    [1, "CV 112/UBND-NV", "10/02/2023", "Rà soát bộ thủ tục hành chính niêm yết",
        "Văn phòng - Thống kê", "28/02/2023", "BC số 45/BC-UBND ngày 27/02/2023",
        "Đã hoàn thành"],
    [2, "KH 30/KH-UBND", "15/03/2023", "Tập huấn dịch vụ công trực tuyến cho tổ công nghệ số",
        "Văn hóa - Xã hội", "30/06/2023", "Đang chờ bố trí kinh phí", "Đang thực hiện"],
    [3, "CV 301/UBND-TNMT", "02/05/2023", "Kiểm tra các điểm tập kết rác thải",
        "Địa chính - Xây dựng", "31/05/2023", None, "Quá hạn, chưa thực hiện"],
    [4, "CV 415/UBND-CA", "20/07/2023", "Vận hành mô hình camera an ninh thôn", "Công an xã",
        "30/09/2023", "Đã lắp 12/20 camera", "Đang thực hiện, đạt 60%"],
])  # fmt: skip


def month(n: int, *rows: list[object]) -> Sheet:
    """A month's sheet."""
    return Sheet(f"T{n}", [
        [f"TIẾN ĐỘ NHIỆM VỤ PAPI THÁNG {n}/2023 - UBND XÃ HÒA LẠC"],
        ["TT", "Tên nhiệm vụ", "Người phụ trách", "Thời hạn", "Kết quả đến cuối tháng"],
            *rows])  # fmt: skip


t1 = month(1, [1, "Xây dựng kế hoạch nâng cao chỉ số PAPI", "Văn phòng - Thống kê",
    "20/01/2023", "Đã hoàn thành"], [2, "Lập danh sách điểm niêm yết công khai",
    "Văn hóa - Xã hội", "15/03/2023", "Đang thực hiện"])  # fmt: skip
t2 = month(2, [1, "Lập danh sách điểm niêm yết công khai", "Văn hóa - Xã hội", "15/03/2023",
    "Cơ bản xong"], [2, "Phát phiếu thăm dò tại một cửa", "Văn phòng - Thống kê", "28/02/2023",
    "Hoàn thành"])  # fmt: skip
t3 = month(3, [1, "Lập danh sách điểm niêm yết công khai", "Văn hóa - Xã hội", "15/03/2023",
    "Hoàn thành"])  # fmt: skip

zalo = Sheet("Sheet1", [
    ["Việc", "Ai làm", "Bao giờ xong", "Xong chưa"],
    ["Sửa bảng niêm yết ở nhà văn hóa thôn", "VP-TK", "15/4", "Xong rồi"],
    ["Gọi điện hỏi dân về hồ sơ đất trả chậm", "Địa chính", "30/6", "đang làm 50%"],
    ["Làm video hướng dẫn nộp hồ sơ", "VH-XH", "cuối tháng 8", "chưa"],
    ["Đi kiểm tra nước sạch ở trường", "VH-XH", "T9", "OK"],
])  # fmt: skip

office = Sheet("CSV", [
    ["Mã công việc", "Tên công việc", "Người giao", "Đơn vị xử lý chính", "Đơn vị phối hợp",
        "Ngày giao", "Hạn xử lý", "Ngày hoàn thành thực tế", "Trạng thái", "% hoàn thành"],
    ["CV-2023-00112", "Tham mưu kế hoạch khảo sát hài lòng", "Chủ tịch UBND xã",
        "Văn phòng - Thống kê", "", "2023-02-01 08:00:00", "2023-03-15 17:00:00",
        "2023-03-14 16:20:11", "Hoàn thành trước hạn", "100"],
    ["CV-2023-00113", "Cập nhật cơ sở dữ liệu hộ tịch", "Chủ tịch UBND xã",
        "Tư pháp - Hộ tịch", "Công an xã", "2023-02-06 08:00:00", "2023-06-30 17:00:00",
        "2023-07-10 09:00:00", "Hoàn thành quá hạn", "100"],
    ["CV-2023-00114", "Kiểm tra vệ sinh trạm y tế", "Phó Chủ tịch UBND xã", "Văn hóa - Xã hội",
        "Trạm Y tế", "2023-03-01 08:00:00", "2023-08-31 17:00:00", "", "Đang xử lý quá hạn",
        "40"],
    ["CV-2023-00115", "Đối thoại với hộ kinh doanh", "Phó Chủ tịch UBND xã", "Công an xã", "",
        "2023-09-01 08:00:00", "2023-12-15 17:00:00", "", "Chưa xử lý", "0"],
])  # fmt: skip

gantt = Sheet("Tiến độ", [
    ["ỦY BAN NHÂN DÂN XÃ HÒA LẠC"], ["TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH PAPI NĂM 2023"],
    ["TT", "Nhiệm vụ", "Chủ trì", "Tháng", *[None] * 11],
    [None, None, None, *[f"T{n}" for n in range(1, 13)]],
    [1, "Rà soát quy chế dân chủ", "Tư pháp - Hộ tịch", *["x" if n in (2, 3) else None
        for n in range(1, 13)]],
    [2, "Công khai quy hoạch sử dụng đất", "Địa chính - Xây dựng", *["x" if n in (5, 6,
        7) else None for n in range(1, 13)]],
    [3, "Tiếp công dân định kỳ", "Văn phòng - Thống kê", *["x"] * 12],
], merged=("D3:O3",))  # fmt: skip

by_village = Sheet("Phân công", [
    ["UBND XÃ HÒA LẠC"], ["KẾ HOẠCH PAPI NĂM 2023 THEO THÔN"],
    ["STT", "Nhiệm vụ", "Chủ trì", "Thôn", None, None, "Hạn"],
    [None, None, None, "Thôn Cầu", "Thôn Đình", "Thôn Mỹ"],
    [1, "Lắp bảng tin công khai", "Văn hóa - Xã hội", "x", "x", None, "31/3/2023"],
    [2, "Nạo vét rãnh thoát nước", "Địa chính - Xây dựng", None, "x", None, "31/5/2023"],
    [3, "Họp dân lấy ý kiến hương ước", "Tư pháp - Hộ tịch", "x", "x", "x", "30/6/2023"],
], merged=("D3:F3",))  # fmt: skip

half = Sheet("6 tháng", [
    *head(A, "BÁO CÁO KẾT QUẢ 6 THÁNG ĐẦU NĂM 2023 THỰC HIỆN NHIỆM VỤ PAPI"),
    ["STT", "Nhiệm vụ theo kế hoạch", "Chủ trì", "Thời gian hoàn thành",
        "Kết quả thực hiện 6 tháng đầu năm", "Khó khăn, vướng mắc"],
    [1, "Ban hành kế hoạch tuyên truyền", "Văn hóa - Xã hội", "Tháng 02/2023",
        "Đã ban hành KH số 12/KH-UBND ngày 05/02/2023; hoàn thành 100%", None],
    [2, "Lấy ý kiến nhân dân về đường giao thông", "Địa chính - Xây dựng", "Quý III",
        "Chưa thực hiện do chờ hướng dẫn của huyện", "Thiếu hướng dẫn"],
    [3, "Tập huấn hòa giải viên", "Tư pháp - Hộ tịch", "Quý II",
        "Không thực hiện được do dịch, chuyển sang quý IV", None],
    [4, "Xây nhà vệ sinh trường mầm non", "Tài chính - Kế toán", "Quý IV",
        "Tiến độ đạt khoảng 45%, dự kiến hoàn thành 10/2023", None],
    *signed(),
])  # fmt: skip

CASES = (
    case("plan", "annex", Book((annex,), "phu-luc.xlsx"), kind(annex, sure("tasks")),
        tasks(sure(4)),
         *task(annex, "hội nghị phổ biến", A, due=sure(D(2023, 3, 31)),
             lead=sure("Tư pháp - Hộ tịch"), component=either("1")),
         *task(annex, "bầu trưởng thôn", A, due=sure(D(2023, 6, 30))),
         *task(annex, "hộ nghèo", A, due=sure(D(2023, 11, 30)), component=either("2")),
         *task(annex, "thu chi", A, due=either(None, D(2023, 10, 25)))),
    case("plan", "dispatches", Book((dispatches,), "so.xlsx"), kind(dispatches, sure("tasks")),
        tasks(sure(4)),
         *task(dispatches, "bộ thủ tục", A, due=sure(D(2023, 2, 28)), state=either(*DONE),
             lead=sure("Văn phòng - Thống kê")),
         *task(dispatches, "công nghệ số", A, due=sure(D(2023, 6, 30)), state=sure("overdue")),
         *task(dispatches, "tập kết", A, due=sure(D(2023, 5, 31)), state=sure("overdue")),
         *task(dispatches, "camera", A, state=sure("overdue"), progress=either(0.6))),
    case("plan", "months as sheets", Book((t1, t2, t3), "thang.xlsx"), tasks(either(3)),
         *task(t1, "kế hoạch nâng cao", A, state=either(*DONE)), *task(t3, "điểm niêm yết", A,
             state=either(*DONE), due=sure(D(2023, 3, 15))),
         *task(t2, "thăm dò", A, state=either(*DONE))),
    case("plan", "zalo", Book((zalo,), "viec 2023.xlsx", A), kind(zalo, either("tasks")),
        tasks(either(4)),
         *task(zalo, "bảng niêm yết", A, due=either(D(2023, 4, 15)), state=either(*DONE)),
         *task(zalo, "hồ sơ đất", A, due=either(D(2023, 6, 30)), state=either("overdue"),
             progress=either(0.5)),
         *task(zalo, "video", A, due=either(D(2023, 8, 31)), state=either("overdue")),
         *task(zalo, "nước sạch", A, due=either(D(2023, 9, 30)), state=either(*DONE))),
    case("plan", "office system", Text((office,), "congviec_2023.csv", A, ";"), kind(office,
        either("tasks")), tasks(either(4)),
         *task(office, "khảo sát", A, due=sure(D(2023, 3, 15)), done=sure(D(2023, 3, 14)),
             state=sure("done_on_time"), lead=sure("Văn phòng - Thống kê")),
         *task(office, "hộ tịch", A, due=sure(D(2023, 6, 30)), done=sure(D(2023, 7, 10)),
             state=sure("done_late"), support=sure("Công an xã")),
         *task(office, "trạm y tế", A, due=sure(D(2023, 8, 31)), progress=sure(0.4),
             state=sure("overdue")),
         *task(office, "Đối thoại", A, due=sure(D(2023, 12, 15)), state=sure("not_started"),
             lead=sure("Công an xã"))),
    case("plan", "gantt", Book((gantt,), "gantt.xlsx"), kind(gantt, either("tasks")),
        tasks(either(3)),
         *task(gantt, "quy chế", A, due=either(D(2023, 3, 31)), state=either("overdue",
             "not_started")),
         *task(gantt, "quy hoạch", A, due=either(D(2023, 7, 31)),
             lead=sure("Địa chính - Xây dựng"))),
    case("plan", "villages as columns", Book((by_village,), "thon.xlsx"), kind(by_village,
        either("tasks")), tasks(either(3)),
         *task(by_village, "bảng tin", A, area=either("Thôn Cầu; Thôn Đình"), due=sure(D(2023,
             3, 31))),
         *task(by_village, "rãnh", A, area=either("Thôn Đình"))),
    case("plan", "half year report", Book((half,), "bc6t.xlsx"), kind(half, sure("tasks")),
        tasks(sure(4)),
         *task(half, "tuyên truyền", A, due=sure(D(2023, 2, 28)), state=Want(DONE, if_told=OPEN)),
         *task(half, "đường giao thông", A, due=sure(D(2023, 9, 30)), state=sure("overdue")),
         *task(half, "hòa giải", A, due=sure(D(2023, 6, 30)), state=either("overdue")),
         *task(half, "mầm non", A, state=sure(*OPEN), progress=either(0.45))),
)  # fmt: skip
