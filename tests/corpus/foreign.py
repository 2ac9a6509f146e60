"""Sheets of an office that are none of ours: nothing of them may be read as ours in silence."""

from collections.abc import Callable
from datetime import date, datetime

from tests.corpus.cells import day_between
from tests.corpus.pieces import Column, Setting, Sheet, Shown, pools

PROVINCES = ("Hưng Yên", "Hải Dương", "Thái Bình", "Nam Định", "Hà Nam", "Bắc Ninh", "Vĩnh Phúc")
Rows = list[tuple[object, ...]]


def _table(name: str, title: str, headings: tuple[str, ...], rows: Rows) -> Sheet:
    """A sheet of none of ours; "|" in a heading parts its levels."""
    columns = [
        Column("", tuple(heading.split("|")), [_shown(row[at]) for row in rows])
        for at, heading in enumerate(headings)
    ]
    return Sheet(name, "none", columns, [title])


def _shown(value: object) -> Shown:
    return Shown(value, "dd/mm/yyyy" if isinstance(value, datetime) else "General")


def _number(place: Setting, low: float, high: float, digits: int = 2) -> float:
    return round(place.rng.uniform(low, high), digits)


def budget(place: Setting) -> Sheet:
    items = ("Thu phí, lệ phí", "Thu điều tiết", "Chi đầu tư phát triển", "Chi sự nghiệp kinh tế")
    items += ("Chi quốc phòng, an ninh", "Chi quản lý hành chính", "Dự phòng ngân sách")
    rows: Rows = []
    for number, item in enumerate(items, 1):
        plan = place.rng.randint(50, 3000)
        done = round(plan * _number(place, 0.3, 1.1), 1)
        rows.append((number, item, plan, done, round(done / plan, 3)))
    headings = ("STT", "Nội dung", "Dự toán (triệu đồng)", "Thực hiện (triệu đồng)", "So sánh (%)")
    title = f"QUYẾT TOÁN THU, CHI NGÂN SÁCH XÃ NĂM {place.year}"
    return _table("Quyết toán", title, headings, rows)


def provinces(place: Setting) -> Sheet:
    rows: Rows = [
        (
            n,
            name,
            place.rng.randint(800, 2000),
            _number(place, 800, 2400, 1),
            place.rng.randint(5, 9),
        )
        for n, name in enumerate(PROVINCES, 1)
    ]
    headings = ("STT", "Tỉnh", "Dân số (nghìn người)", "Diện tích (km2)", "Số huyện")
    return _table("Sheet1", f"Dân số các tỉnh năm {place.year}", headings, rows)


def staff(place: Setting) -> Sheet:
    rows: Rows = [
        (n, post, place.rng.choice(("Đại học", "Cao đẳng")), _number(place, 2.1, 4.9), "Đảng viên")
        for n, post in enumerate(pools()["posts"][:9], 1)
    ]
    headings = ("TT", "Chức danh", "Trình độ chuyên môn", "Hệ số lương", "Ghi chú")
    return _table("CBCC", "DANH SÁCH CÁN BỘ, CÔNG CHỨC XÃ", headings, rows)


def other_index(place: Setting) -> Sheet:
    """Another index's scores: its title says which, the digits alone prove nothing."""
    index, parts = place.rng.choice(
        (
            (
                "PCI",
                ("Gia nhập thị trường", "Tiếp cận đất đai", "Tính minh bạch", "Đào tạo lao động"),
            ),
            ("PAR INDEX", ("Cải cách thể chế", "Cải cách tổ chức bộ máy", "Tài chính công")),
            ("DDCI", ("Tiêu chí 1", "Tiêu chí 2", "Tiêu chí 3", "Tiêu chí 4")),
            ("SIPAS", ("Tiếp cận dịch vụ", "Thủ tục", "Công chức", "Kết quả")),
            ("DTI", ("Nhận thức số", "Thể chế số", "Hạ tầng số", "Nhân lực số")),
        )
    )
    rows: Rows = [
        (n, name, *(_number(place, 4, 9) for _ in parts), _number(place, 55, 75))
        for n, name in enumerate(PROVINCES, 1)
    ]
    headings = ("STT", "Tỉnh/Thành phố", *parts, f"Tổng điểm {index}")
    return _table(index, f"BẢNG ĐIỂM CHỈ SỐ {index} NĂM {place.year}", headings, rows)


def attendance(place: Setting) -> Sheet:
    rows: Rows = [
        (n, post, place.rng.choice(("x", None, "x")), place.rng.choice(("x", None)), None)
        for n, post in enumerate(pools()["posts"][:10], 1)
    ]
    headings = ("STT", "Thành phần", "Có mặt", "Vắng mặt", "Ký nhận")
    return _table("Điểm danh", "DANH SÁCH ĐẠI BIỂU DỰ HỌP GIAO BAN THÁNG 6", headings, rows)


def means(place: Setting) -> Sheet:
    codes = place.rng.sample(list(pools()["components"]), 5)
    rows: Rows = [
        (n, village, *(_number(place, 0.2, 2.2) for _ in codes))
        for n, village in enumerate(place.villages, 1)
    ]
    title = f"ĐIỂM TRUNG BÌNH KHẢO SÁT THEO THÔN NĂM {place.year}"
    return _table("Điểm TB", title, ("STT", "Thôn", *sorted(codes)), rows)


def shopping(place: Setting) -> Sheet:
    items = (("Giấy A4", "ram"), ("Mực in", "hộp"), ("Bút bi", "cái"), ("Kẹp file", "hộp"))
    rows: Rows = []
    for number, (item, unit) in enumerate(items, 1):
        count, price = place.rng.randint(1, 20), place.rng.randint(5, 90) * 1000
        rows.append((number, item, unit, count, price, count * price))
    headings = ("STT", "Tên hàng", "Đơn vị tính", "Số lượng", "Đơn giá (đồng)", "Thành tiền")
    return _table("VPP", "DANH SÁCH MUA SẮM VĂN PHÒNG PHẨM", headings, rows)


def incoming(place: Setting) -> Sheet:
    rows: Rows = []
    for number in range(1, 11):
        day = day_between(place.rng, date(place.year, 1, 5), date(place.year, 6, 30))
        subject = f"V/v {place.rng.choice(list(pools()['subjects'].values())).lower()}"
        sender = place.rng.choice(("UBND huyện", "Phòng Nội vụ", "Phòng Tư pháp"))
        sign = f"{place.rng.randint(20, 900)}/UBND"
        rows.append((number, datetime(day.year, day.month, day.day), sender, sign, subject))
    headings = ("Số đến", "Ngày đến", "Tác giả", "Số, ký hiệu văn bản", "Trích yếu")
    return _table("Công văn đến", f"SỔ ĐĂNG KÝ VĂN BẢN ĐẾN NĂM {place.year}", headings, rows)


def poverty(place: Setting) -> Sheet:
    rows: Rows = [
        (n, village, place.rng.randint(90, 300), place.rng.randint(1, 9), place.rng.randint(2, 14))
        for n, village in enumerate(place.villages, 1)
    ]
    headings = ("STT", "Thôn", "Tổng số hộ", "Hộ nghèo", "Hộ cận nghèo")
    return _table("Hộ nghèo", f"KẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM {place.year}", headings, rows)


def files_handled(place: Setting) -> Sheet:
    fields = ("Chứng thực", "Hộ tịch", "Đất đai", "Bảo trợ xã hội", "Người có công")
    rows: Rows = []
    for number, field in enumerate(fields, 1):
        got, late = place.rng.randint(20, 400), place.rng.randint(0, 5)
        rows.append((number, field, got, got - late, late, 0))
    headings = ("STT", "Lĩnh vực", "Số hồ sơ tiếp nhận", "Đã giải quyết|Đúng hạn")
    headings += ("Đã giải quyết|Quá hạn", "Đang giải quyết")
    return _table("TTHC", f"TÌNH HÌNH GIẢI QUYẾT TTHC QUÝ II/{place.year}", headings, rows)


def emulation(place: Setting) -> Sheet:
    rows: Rows = [
        (n, village, *(place.rng.randint(10, 20) for _ in range(3)), n)
        for n, village in enumerate(place.villages, 1)
    ]
    headings = ("TT", "Đơn vị", "Kinh tế", "Văn hóa", "An ninh", "Xếp thứ")
    return _table("Thi đua", f"BẢNG CHẤM ĐIỂM THI ĐUA CÁC THÔN NĂM {place.year}", headings, rows)


def fund(place: Setting) -> Sheet:
    rows: Rows = [
        (n, village, place.rng.randint(2, 30) * 100000, place.rng.randint(1, 30) * 100000)
        for n, village in enumerate(place.villages, 1)
    ]
    headings = ("STT", "Thôn", "Quỹ Đền ơn đáp nghĩa (đồng)", "Quỹ Vì người nghèo (đồng)")
    return _table("Quỹ", f"KẾT QUẢ THU CÁC LOẠI QUỸ NĂM {place.year}", headings, rows)


def week(place: Setting) -> Sheet:
    rows: Rows = []
    for day in range(5):
        when = f"Thứ {day + 2}, {5 + day:02d}/6/{place.year}"
        subject = place.rng.choice(("Họp giao ban", "Tiếp công dân", "Dự họp tại huyện"))
        chair = place.rng.choice(pools()["posts"])
        rows.append((when, place.rng.choice(("7h30", "14h00")), subject, chair, "Phòng họp số 1"))
    headings = ("Thứ, ngày", "Giờ", "Nội dung", "Chủ trì", "Địa điểm")
    return _table("Tuần 23", f"LỊCH CÔNG TÁC TUẦN 23 NĂM {place.year}", headings, rows)


def attendance_of_month(place: Setting) -> Sheet:
    rows: Rows = [
        (n, post, *(place.rng.choice(("x", "x", "P", None)) for _ in range(10)), None)
        for n, post in enumerate(pools()["posts"][:8], 1)
    ]
    headings = ("STT", "Chức vụ", *(str(day) for day in range(1, 11)), "Tổng công")
    return _table("Chấm công", f"BẢNG CHẤM CÔNG THÁNG 6/{place.year}", headings, rows)


FOREIGN: tuple[Callable[[Setting], Sheet], ...] = (
    budget,
    provinces,
    staff,
    other_index,
    attendance,
    means,
    shopping,
    incoming,
    poverty,
    files_handled,
    emulation,
    fund,
    week,
    attendance_of_month,
)
