"""Score tables that are not PAPI's, and PAPI's in every usual layout, each with its truth.

A book: (file's name, {sheet: rows}). Figures are drawn so that each may be a PAPI score.
"""

import random

PROVINCES = ("Hà Nội", "Hải Phòng", "Hưng Yên", "Hải Dương", "Thái Bình", "Nam Định", "Hà Nam",
             "Bắc Ninh", "Vĩnh Phúc", "Ninh Bình", "Cần Thơ", "Đà Nẵng")  # fmt: skip
Rows = list[list[object]]
Book = tuple[str, dict[str, Rows]]
EIGHT = ["Tham gia của người dân ở cấp cơ sở", "Công khai, minh bạch", "Trách nhiệm giải trình",
         "Kiểm soát tham nhũng", "Thủ tục hành chính công", "Cung ứng dịch vụ công",
         "Quản trị môi trường", "Quản trị điện tử"]  # fmt: skip
SUBS = [f"{d}.{s}" for d, many in enumerate((4, 4, 3, 4, 4, 4, 3, 3), 1)
        for s in range(1, many + 1) if (d, s) != (5, 2)]  # fmt: skip


def table(heads: list[object], low: float = 3.5, high: float = 8.5, total: bool = False) -> Rows:
    """Provinces by these columns, perhaps with their sum at the end."""
    draw = random.Random(len(heads))
    rows: Rows = [["STT", "Tỉnh/Thành phố", *heads, *(["Tổng điểm"] if total else [])]]
    for number, name in enumerate(PROVINCES, 1):
        figures = [round(draw.uniform(low, high), 4) for _ in heads]
        rows.append([number, name, *figures, *([round(sum(figures), 4)] if total else [])])
    return rows


def titled(title: str, rows: Rows) -> Rows:
    return [[title], [None], *rows]


def numbered(word: str = "", count: int = 8) -> list[object]:
    """The heads 1 to count, with a word before each or as numbers."""
    return [f"{word} {n}" if word else n for n in range(1, count + 1)]


def book(title: str, rows: Rows, sheet: str = "Sheet1", file: str = "bang-diem-2023.xlsx") -> Book:
    return file, {sheet: titled(title, rows) if title else rows}


def across(names: list[str], low: float = 3.5, high: float = 8.5) -> Rows:
    """Components by provinces."""
    draw = random.Random(len(names))
    rows: Rows = [["Nội dung", *PROVINCES]]
    return rows + [[n, *(round(draw.uniform(low, high), 4) for _ in PROVINCES)] for n in names]


DIGITS = table(numbered(), total=True)
CODES = table(list(SUBS), 0.5, 1.9)
PAR = ["Công tác chỉ đạo điều hành", "Cải cách thể chế", "Thủ tục hành chính", "Tổ chức bộ máy",
       "Cải cách chế độ công vụ", "Tài chính công", "Chính quyền điện tử", "Tác động"]  # fmt: skip
PCI = ["Gia nhập thị trường", "Tiếp cận đất đai", "Tính minh bạch", "Chi phí thời gian",
       "Chi phí không chính thức", "Cạnh tranh bình đẳng", "Tính năng động", "Chính sách hỗ trợ",
       "Đào tạo lao động", "Thiết chế pháp lý"]  # fmt: skip
OTHERS: dict[str, Book] = {
    "digits alone": book("", DIGITS),
    "digits, a title that says nothing": book("BẢNG ĐIỂM CÁC TỈNH NĂM 2023", DIGITS),
    "ten digits": book("BẢNG TỔNG HỢP NĂM 2023", table(numbered(count=10), total=True)),
    "digits as texts": book("", table([str(n) for n in range(1, 9)], total=True)),
    "PCI, digits": book("CHỈ SỐ PCI NĂM 2023", table(numbered(count=10), total=True)),
    "PCI, names": book("NĂNG LỰC CẠNH TRANH CẤP TỈNH NĂM 2023", table([*PCI], total=True)),
    "PCI, only the sheet says": book("KẾT QUẢ NĂM 2023", DIGITS, sheet="PCI_2023"),
    "PCI, only the file says": book("KẾT QUẢ NĂM 2023", CODES, file="PCI2023.xlsx"),
    "PCI, prefix": book("CHỈ SỐ PCI 2023", table(numbered("Chỉ số thành phần"), total=True)),
    "PAR INDEX, digits": book("PAR INDEX NĂM 2023 CỦA CÁC TỈNH", DIGITS),
    "PAR INDEX, names": book("CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023", table([*PAR], total=True)),
    "PAR INDEX, codes": book("PAR INDEX 2023", CODES),
    "PAR INDEX, codes and no title": book("", table([*SUBS, "1.5", "1.6", "2.5"], 0.5, 1.9)),
    "PAR INDEX, fields": book("KẾT QUẢ CCHC NĂM 2023", table(numbered("Lĩnh vực"), total=True)),
    "SIPAS, names": book("CHỈ SỐ HÀI LÒNG 2023", table(
        ["Tiếp cận dịch vụ", "Thủ tục hành chính", "Công chức", "Kết quả dịch vụ"], total=True)),
    "SIPAS, digits": book("MỨC ĐỘ HÀI LÒNG CỦA NGƯỜI DÂN 2023", table(numbered(count=5))),
    "SIPAS, codes": book("SIPAS 2023", table(["1.1", "1.2", "1.3", "2.1", "2.2"], 0.5, 1.9)),
    "DTI": book("CHUYỂN ĐỔI SỐ CẤP TỈNH (DTI) 2023", table(numbered("Trụ cột"), total=True)),
    "DTI, axes": book("CHỈ SỐ CHUYỂN ĐỔI SỐ 2023", table(numbered("Trục"), total=True)),
    "PGI": book("CHỈ SỐ XANH CẤP TỈNH 2023", table(numbered(count=4), total=True)),
    "DDCI": book("DDCI NĂM 2023", table(numbered("Tiêu chí"), total=True)),
    "criteria": book("BẢNG ĐIỂM NĂM 2023", table(numbered("Tiêu chí"), total=True)),
    "axes": book("TỔNG HỢP NĂM 2023", table(numbered("Trục"), total=True)),
    "contents": book("TỔNG HỢP ĐIỂM 2023", table(numbered("Nội dung"), total=True)),
    "ICT Index": book("ICT INDEX 2023", table(numbered(count=6), total=True)),
    "new rural": book("TIÊU CHÍ NÔNG THÔN MỚI 2023", table(numbered("Tiêu chí"))),
    "total alone": book("BẢNG ĐIỂM NĂM 2023", table([], total=True)),
    "total by years": book("TỔNG ĐIỂM QUA CÁC NĂM", table([2021, 2022, 2023], 40, 45)),
    "air and water": book("MÔI TRƯỜNG CÁC TỈNH 2023", table(
        ["Chất lượng không khí", "Chất lượng nước", "Môi trường"], 0.5, 2.5)),
    "air by years": book("CHẤT LƯỢNG KHÔNG KHÍ CÁC TỈNH", table([2021, 2022], 0.5, 2.5)),
    "budget": book("DỰ TOÁN NGÂN SÁCH CÁC TỈNH 2023", table(numbered(count=6))),
    "population": book("DÂN SỐ CÁC TỈNH NĂM 2023 (triệu người)", table(numbered(count=3))),
    "roads": book("AN TOÀN GIAO THÔNG 2023", table(["An ninh, trật tự", "Môi trường"])),
    "PCI beside PAPI's years": book("SO SÁNH VỚI PAPI: CHỈ SỐ PCI", DIGITS),
    "places of PAPI": book("XẾP HẠNG PAPI NĂM 2023", [
        ["STT", "Tỉnh", *numbered()], *([n, name, *(range(n % 5 + 1, n % 5 + 9))]
        for n, name in enumerate(PROVINCES, 1))]),
    "across, fields": book("", across([f"Lĩnh vực {n}" for n in range(1, 9)])),
    "across, PAR": book("PAR INDEX 2023", across(PAR)),
    "yearbook": book("NIÊN GIÁM 2023", table(["Môi trường", "Y tế công", "Thủ tục hành chính"])),
    "letters and digits": book("BẢNG 2023", table([f"D{n}" for n in range(1, 9)], total=True)),
    "a score a row": book("", [["Năm", "Tỉnh", "Chỉ số", "Điểm"], *(
        [2023, name, n, 4 + n / 4] for name in PROVINCES for n in range(1, 9))]),
    "source below": book("BẢNG ĐIỂM NĂM 2023", [*CODES, ["Nguồn: Báo cáo PAR INDEX 2023"]]),
}  # fmt: skip
PAPI: dict[str, Book] = {
    "title, digits": book("BẢNG ĐIỂM PAPI NĂM 2023", DIGITS),
    "title, digits as texts": book("Chỉ số PAPI 2023", table([str(n) for n in range(1, 9)])),
    "name spelt out": book(
        "Chỉ số Hiệu quả Quản trị và Hành chính công cấp tỉnh năm 2023", DIGITS),
    "sheet": book("KẾT QUẢ NĂM 2023", DIGITS, sheet="PAPI 2023"),
    "sheet, year glued": book("", DIGITS, sheet="2023_PAPI"),
    "file": book("KẾT QUẢ NĂM 2023", DIGITS, file="papi-2023.xlsx"),
    "file, year glued": book("", DIGITS, file="PAPI2023_tinh.xlsx"),
    "total named": book("NĂM 2023", table([*numbered(), "Chỉ số PAPI"], 4.0, 7.0)),
    "axes": book("ĐIỂM 8 TRỤC NỘI DUNG PAPI NĂM 2023", table(numbered("Trục"))),
    "criteria": book("PAPI 2023", table(numbered("Tiêu chí"))),
    "contents": book("PAPI NĂM 2023", table(numbered("Nội dung"))),
    "indices": book("PAPI NĂM 2023", table(numbered("Chỉ số nội dung"))),
    "Dimension": book("PAPI 2023", table(numbered("Dimension"))),
    "names alone": book("NĂM 2023", table([*EIGHT], total=True)),
    "names with codes": book("NĂM 2023", table(
        [f"{n}. {name}" for n, name in enumerate(EIGHT, 1)], total=True)),
    "names with prefixes": book("2023", table(
        [f"Nội dung {n}: {name}" for n, name in enumerate(EIGHT, 1)])),
    "names in capitals": book("BẢNG ĐIỂM 2023", table([name.upper() for name in EIGHT])),
    "shared names of five": book("NĂM 2023", table(
        ["Trách nhiệm giải trình", "Kiểm soát tham nhũng", "Thủ tục hành chính",
         "Cung ứng dịch vụ công", "Môi trường"])),
    "codes with title": book("ĐIỂM NỘI DUNG THÀNH PHẦN PAPI 2023", CODES),
    "SC codes": book("2023", table([f"SC{code.replace('.', '')}" for code in SUBS], 0.5, 1.9)),
    "names of parts": book("2023", table(
        ["Tri thức công dân", "Cơ hội tham gia", "Chất lượng bầu cử"], 0.5, 1.9)),
    "across, names": book("NĂM 2023", across(EIGHT)),
    "across, title": book("PAPI NĂM 2023", across([f"Chỉ số nội dung {n}" for n in range(1, 9)])),
    "across, codes": book("PAPI NĂM 2023", across(list(SUBS), 0.5, 1.9)),
    "years of one component": book("PAPI: Kiểm soát tham nhũng", table([2021, 2022, 2023])),
    "years of the total": book("CHỈ SỐ PAPI QUA CÁC NĂM", table([2021, 2022, 2023], 38, 46)),
    "PAPI and reform in one title": book("KẾT QUẢ PAPI 2023 (cải cách hành chính)", DIGITS),
    "beside other indices": book("CÁC CHỈ SỐ NĂM 2023: PAPI, PCI", [
        ["STT", "Tỉnh", "Chỉ số PAPI", "PCI", "PAR INDEX", "SIPAS"],
        *([n, name, 42.5 + n / 10, 65.2, 87.1, 82.4] for n, name in enumerate(PROVINCES, 1))]),
    "source below": book("BẢNG ĐIỂM NĂM 2023", [*DIGITS, ["Nguồn: papi.org.vn"]]),
    "ranks beside scores": book("ĐIỂM VÀ XẾP HẠNG PAPI 2023", [
        ["STT", "Tỉnh", "Điểm PAPI", "Xếp hạng"],
        *([n, name, 42.5 + n / 10, n] for n, name in enumerate(PROVINCES, 1))]),
    "cover": ("bang.xlsx", {
        "Bìa": [["CHỈ SỐ PAPI NĂM 2023"], ["Tài liệu họp"]], "Bảng 1": DIGITS}),
    "English": book("PAPI 2023", table([
        "Participation at Local Levels", "Transparency", "Vertical Accountability"])),
}  # fmt: skip
