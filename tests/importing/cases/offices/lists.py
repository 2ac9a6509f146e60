"""Populations, units, activities, published scores; and what is none of ours."""

from datetime import date

from tests.importing.cases.offices.looking import case, head, kind, number, one, signed
from tests.importing.cases.unseen.books import Book, Row, Sheet
from tests.importing.cases.unseen.judging import ASK, Want, either, said, sure

D = date
U = "Xã Phú Lộc"

households = Sheet("Dân số", [
    *head(U, "BIỂU TỔNG HỢP DÂN SỐ CÁC THÔN NĂM 2023"),
    ["STT", "Tên thôn", "Số hộ", "Nhân khẩu", "Trong đó", None, "Từ đủ 18 tuổi trở lên"],
        [None, None, None, None, "Nam", "Nữ"],
    [1, "Thôn Chùa", 310, 1205, 600, 605, 890], [2, "Thôn Gạo", 215, 812, 400, 412, 600],
        [None, "Tổng cộng", 525, 2017, 1000, 1017, 1490], *signed(),
], merged=("E5:F5",))  # fmt: skip
voters = Sheet("Cử tri", [
    ["UBND XÃ PHÚ LỘC"], ["SỐ CỬ TRI THEO THÔN NĂM 2023"], ["TT", "Đơn vị bầu cử", "Thôn",
        "Số cử tri"],
    [1, "Số 1", "Thôn Chùa", "1.240"], [2, "Số 2", "Thôn Gạo", "980"], ["", "", "Cộng", "2.220"],
])  # fmt: skip
POP = "select adults from current_population where village ilike '%{}%'"

no_adults = Sheet("Dân số", [
    ["UBND XÃ PHÚ LỘC"], ["DÂN SỐ CÁC THÔN NĂM 2023"], ["TT", "Thôn", "Số hộ", "Số khẩu"], [1,
        "Thôn Chùa", 310, 1205], [2, "Thôn Gạo", 215, 812],
])  # fmt: skip

heads = Sheet("Danh sách thôn", [
    ["UBND XÃ PHÚ LỘC"], ["DANH SÁCH THÔN VÀ CÔNG CHỨC PHỤ TRÁCH NĂM 2023"], ["STT", "Thôn",
        "Trực thuộc", "Số hộ", "Công chức phụ trách", "Ghi chú"],
    [1, "Thôn Chùa", "Xã Phú Lộc", 310, "Công chức Tư pháp - Hộ tịch", None], [2, "Thôn Gạo",
        "Xã Phú Lộc", 215, "Công an xã", "sáp nhập từ 2 xóm"],
])  # fmt: skip

radio = Sheet("Nhật ký", [
    ["UBND XÃ PHÚ LỘC - ĐÀI TRUYỀN THANH"], ["SỔ NHẬT KÝ PHÁT THANH TUYÊN TRUYỀN PAPI NĂM 2023"],
    ["Ngày, giờ phát", "Nội dung tin bài", "Hình thức", "Thời lượng", "Số lượt phát",
        "Phạm vi", "Biên tập"],
    ["5h30 ngày 12/3/2023", "Luật Thực hiện dân chủ ở cơ sở", "Loa truyền thanh", "15 phút",
        "2 lượt", "Toàn xã", "Văn hóa - Xã hội"],
    ["17h ngày 20/4/2023", "Công khai ngân sách", "Loa truyền thanh", "10'", 1, "Thôn Gạo",
        "Tài chính - Kế toán"],
    [D(2023, 5, 6), "Dịch vụ công trực tuyến", "Zalo", None, 3, "Toàn xã", "Văn phòng - Thống kê"],
])  # fmt: skip
front = Sheet("Giám sát", [
    ["ỦY BAN MTTQ VIỆT NAM XÃ PHÚ LỘC"], ["KẾT QUẢ GIÁM SÁT THỰC HIỆN PAPI NĂM 2023"],
    ["TT", "Ngày giám sát", "Nội dung giám sát", "Đơn vị được giám sát", "Tồn tại, hạn chế",
        "Kiến nghị", "Kết quả khắc phục"],
    [1, "15/3/2023", "Việc niêm yết hộ nghèo", "Thôn Chùa", "Niêm yết chậm", "Niêm yết ngay",
        "Đã niêm yết 18/3"],
    [2, "22/6/2023", "Thu quỹ khuyến học", "Thôn Gạo", "Không", "Không", None],
])  # fmt: skip
channels = Sheet("KH truyền thông", [
    ["UBND XÃ PHÚ LỘC"], ["KẾ HOẠCH TRUYỀN THÔNG PAPI NĂM 2023"], ["STT",
        "Nội dung truyền thông", "Hình thức", "Tần suất", "Địa bàn", "Thời gian", "Thực hiện"],
    [1, "Giới thiệu PAPI", "Đài truyền thanh", "2 lần/tuần", "Toàn xã", "Tháng 2 - 10",
        "Văn hóa - Xã hội"], [2, "Phát tờ gấp", "Tờ gấp", "1 lần", "Các thôn", "Quý II",
        "MTTQ xã"],
])  # fmt: skip

NAMES = (
    "Tham gia của người dân ở cấp cơ sở",
    "Công khai, minh bạch trong việc ra quyết định ở địa phương",
    "Trách nhiệm giải trình với người dân",
    "Kiểm soát tham nhũng trong khu vực công",
    "Thủ tục hành chính công",
    "Cung ứng dịch vụ công",
    "Quản trị môi trường",
    "Quản trị điện tử",
)
PROVINCES: tuple[Row, ...] = (["Hà Nội", 5.1, 5.4, 4.3, 6.9, 7.2, 8.1, 3.6, 3.3], ["Hưng Yên",
    5.3, 5.2, 4.4, 6.8, 7.1, 7.6, 3.5, 3.1], ["Quảng Ninh", 5.0, 5.9, 4.6, 7.3, 7.4, 8.0, 4.0,
    3.6])  # fmt: skip
published = Sheet("PAPI 2023", [
    ["KẾT QUẢ CHỈ SỐ PAPI NĂM 2023 CỦA CÁC TỈNH, THÀNH PHỐ"], [],
    ["STT", "Tỉnh/Thành phố", *NAMES, "Tổng điểm", "Xếp hạng"],
    *[[n, *row, round(sum(row[1:]), 2), n] for n, row in enumerate(PROVINCES, 1)],
    [None, "Trung bình cả nước", *[5.0] * 8, 42.0], [None, "Cao nhất", *[7.0] * 8, 46.0],
        [None, "Thấp nhất", *[3.0] * 8, 38.0], ["Nguồn: CECODES, VFF-CRT, RTA, UNDP (2024)"],
])  # fmt: skip
beside = Sheet("So sánh", [
    ["CHỈ SỐ PAPI NĂM 2023", *[None] * 10, "CHỈ SỐ PAR INDEX NĂM 2023"],
    ["Tỉnh", *[f"{n}. {name}" for n, name in enumerate(NAMES, 1)], "Tổng", None, "Tỉnh",
        "Điểm", "Xếp hạng"],
    *[[*row, round(sum(row[1:]), 2), None, row[0], 71.1 + n, n + 3] for n,
        row in enumerate(PROVINCES)],
])  # fmt: skip
years = Sheet("PAPI Hưng Yên", [
    ["CHỈ SỐ PAPI TỈNH HƯNG YÊN QUA CÁC NĂM"], ["TT", "Chỉ số nội dung", "Năm 2021",
        "Năm 2022", "Năm 2023"],
    *[[n, name, 4 + n / 10, 4.5 + n / 10, 5 + n / 10] for n, name in enumerate(NAMES, 1)],
        [None, "Tổng điểm PAPI", 35.6, 39.6, 43.6],
])  # fmt: skip
SCORE = (
    "select score from published_score where province ="
    " (select code from province where name_vi = '{}') and component = '{}' and year = {}"
)
SCORES = "select count(*) from published_score"


def nothing(clothes: str, sheet: Sheet, file: str = "bang.xlsx", **more: Want):
    """What is none of ours, or may be asked about: no row is stored."""
    return case("foreign", clothes, Book((sheet,), file, U), kind(sheet, more.get("want", ASK)))


FOREIGN = (
    nothing("pci", Sheet("DDCI", [["CHỈ SỐ DDCI NĂM 2023 TỈNH HƯNG YÊN"], ["TT", "Địa phương",
        "CSTP 1", "CSTP 2", "CSTP 3", "Tổng điểm", "Xếp hạng"], [1, "Huyện Ân Thi", 7.1, 6.2,
        5.5, 71.2, 1], [2, "Huyện Kim Động", 6.9, 6.1, 5.9, 69.4, 2]])),
    nothing("budget", Sheet("Dự toán", [["UBND XÃ PHÚ LỘC"],
        ["TÌNH HÌNH THỰC HIỆN DỰ TOÁN CHI NGÂN SÁCH NĂM 2023"], ["STT", "Nhiệm vụ chi",
        "Dự toán", "Thực hiện", "Tỷ lệ (%)"], ["I", "Chi thường xuyên", 5200000000, 4100000000,
        78.8], [1, "Chi quản lý nhà nước", 2100000000, 1900000000, 90.5], [2,
        "Chi sự nghiệp văn hóa", 300000000, 120000000, 40]])),
    nothing("one stop", Sheet("TTHC", [["UBND XÃ PHÚ LỘC"],
        ["KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH NĂM 2023"], ["STT", "Lĩnh vực",
        "Số hồ sơ tiếp nhận", "Đã giải quyết đúng hạn", "Quá hạn", "Đang giải quyết",
        "Tỷ lệ đúng hạn"], [1, "Hộ tịch", 412, 410, 2, 0, "99,5%"], [2, "Chứng thực", 1201,
        1201, 0, 0, "100%"]])),
    nothing("records", Sheet("Hồ sơ", [["Mã hồ sơ", "Tên thủ tục", "Ngày tiếp nhận",
        "Ngày hẹn trả", "Ngày trả", "Cán bộ xử lý", "Trạng thái"], ["H30.29-230315-001",
        "Đăng ký khai sinh", "15/03/2023 08:10", "16/03/2023", "15/03/2023",
        "Tư pháp - Hộ tịch", "Đã trả kết quả"], ["H30.29-230316-002",
        "Chuyển mục đích sử dụng đất", "16/03/2023 09:00", "20/04/2023", None,
        "Địa chính - Xây dựng", "Đang xử lý"]])),
    nothing("poor households", Sheet("Hộ nghèo", [["UBND XÃ PHÚ LỘC"],
        ["DANH SÁCH HỘ NGHÈO NĂM 2023"], ["STT", "Mã hộ", "Thôn", "Giới tính chủ hộ", "Tuổi",
        "Số nhân khẩu", "Có BHYT", "Nhà tạm"], [1, "HN01", "Thôn Chùa", "Nữ", 71, 1, "Có",
        "Không"], [2, "HN02", "Thôn Gạo", "Nam", 66, 2, "Có", "Có"]])),
    nothing("calendar", Sheet("Lịch tuần", [["LỊCH CÔNG TÁC TUẦN 12 (từ 20/3 đến 24/3/2023)"],
        ["Thứ, ngày", "Sáng", "Chiều", "Chủ trì"], ["Thứ hai 20/3", "Giao ban",
        "Tiếp công dân", "Chủ tịch UBND xã"], ["Thứ ba 21/3", "Họp giải phóng mặt bằng",
        "Đi cơ sở thôn Gạo", "Phó Chủ tịch UBND xã"]])),
    nothing("voters' wishes", Sheet("Kiến nghị", [["UBND XÃ PHÚ LỘC"],
        ["TỔNG HỢP KIẾN NGHỊ CỬ TRI NĂM 2023"], ["STT", "Nội dung kiến nghị", "Thôn",
        "Cơ quan trả lời", "Kết quả giải quyết"], [1, "Đường thôn ngập khi mưa", "Thôn Gạo",
        "UBND xã", "Đang giải quyết"], [2, "Đề nghị lắp thêm đèn", "Thôn Chùa", "UBND xã",
        "Đã trả lời"]])),
    nothing("staff", Sheet("Nhân sự", [["UBND XÃ PHÚ LỘC"],
        ["DANH SÁCH CÁN BỘ, CÔNG CHỨC NĂM 2023"], ["STT", "Chức danh", "Giới tính", "Năm sinh",
        "Trình độ", "Ngày vào Đảng"], [1, "Chủ tịch UBND xã", "Nam", 1975, "Đại học",
        "03/02/2001"], [2, "Công an xã", "Nam", 1988, "Đại học", "19/05/2012"]])),
)  # fmt: skip

CASES = (
    case("list", "population with households", Book((households,), "ds.xlsx"), kind(households,
        sure("population")), number("villages", "select count(*) from current_population",
        sure(2)), one("adults", POP.format("thon-chua"), sure(890)), one("adults",
        POP.format("thon-gao"), sure(600))),
    case("list", "voters", Book((voters,), "ct.xlsx"), kind(voters, either("population")),
        one("adults", POP.format("thon-chua"), either(1240), ("Cử tri!D4",)),
        number("villages", "select count(*) from current_population", either(2))),
    case("list", "heads only", Book((no_adults,), "ds.xlsx"), number("villages",
        "select count(*) from current_population", said(2))),
    case("list", "units", Book((heads,), "dv.xlsx"), kind(heads, either("units")),
        one("official", "select official from current_unit where name = 'Thôn Gạo'",
        either("Công an xã"))),
    case("list", "radio", Book((radio,), "nk.xlsx"), kind(radio, sure("activities")),
        number("rows", "select count(*) from current_activity", sure(3)),
         *[one(f"{f} of {t}", f"select {f} from current_activity where subject ilike '%{t}%'",
             either(v), tuple(f"Nhật ký!{c}{r}" for c in "ABCDEFG")) for t, r, f,
             v in (("dân chủ", 4, "held_on", D(2023, 3, 12)), ("dân chủ", 4, "minutes", 15),
             ("dân chủ", 4, "times", 2), ("ngân sách", 5, "minutes", 10), ("ngân sách", 5,
             "held_on", D(2023, 4, 20)), ("trực tuyến", 6, "channel", "Zalo"))]),
    case("list", "supervision", Book((front,), "gs.xlsx"), kind(front, sure("activities")),
        number("rows", "select count(*) from current_activity where kind = 'Giám sát'",
        sure(2)), one("finding",
        "select finding from current_activity where subject ilike '%hộ nghèo%'",
        either("Niêm yết chậm"), ("Giám sát!E4",)), one("day",
        "select held_on from current_activity where subject ilike '%hộ nghèo%'", sure(D(2023,
        3, 15)), ("Giám sát!B4",))),
    case("list", "plan of communication", Book((channels,), "kh.xlsx"), kind(channels,
        either("tasks", "activities"))),
    case("scores", "feet and ranks", Book((published,), "papi.xlsx"), kind(published,
        sure("scores")), number("provinces",
        "select count(distinct province) from published_score", sure(3)), one("Hưng Yên 5",
        SCORE.format("Hưng Yên", "5", 2023), sure(7.1)), one("Hà Nội total",
        SCORE.format("Hà Nội", "PAPI", 2023), sure(43.9)), number("scores", SCORES, sure(27))),
    case("scores", "another index beside", Book((beside,), "ss.xlsx"), kind(beside,
        either("scores")), number("scores", SCORES, either(27)), one("Hưng Yên 1",
        SCORE.format("Hưng Yên", "1", 2023), either(5.3), ("So sánh!B4",)),
        one("Hưng Yên total", SCORE.format("Hưng Yên", "PAPI", 2023), either(43.0),
        ("So sánh!J4",))),
    case("scores", "years in columns", Book((years,), "hy.xlsx"), number("scores", SCORES,
        either(27)), *[one(f"{c} in {y}", SCORE.format("Hưng Yên", c, y), either(v),
        (f"PAPI Hưng Yên!{col}{r}",)) for c, y, v, col, r in (("1", 2021, 4.1, "C", 3), ("8",
        2023, 5.8, "E", 10), ("PAPI", 2022, 39.6, "D", 11))]),
    *FOREIGN,
)  # fmt: skip
