"""Logs of communication and supervision, lists of units."""

from datetime import date

from tests.corpus import cells as c
from tests.corpus.headings import Cells, columns
from tests.corpus.pieces import BLANK, NOT_JUDGED, Setting, Sheet, Shown, pools

LOG_TITLES = (
    "NHẬT KÝ TRUYỀN THÔNG VỀ CHỈ SỐ PAPI NĂM {year}",
    "SỔ THEO DÕI CÔNG TÁC TUYÊN TRUYỀN PAPI NĂM {year}",
    "TỔNG HỢP HOẠT ĐỘNG THÔNG TIN, TUYÊN TRUYỀN NĂM {year} - {commune}",
)
WATCH_TITLES = (
    "NHẬT KÝ GIÁM SÁT CỦA UB MTTQ XÃ NĂM {year}",
    "BIỂU THEO DÕI HOẠT ĐỘNG GIÁM SÁT THỰC HIỆN PAPI NĂM {year}",
)
MIXED_TITLES = ("THEO DÕI HOẠT ĐỘNG TRUYỀN THÔNG, GIÁM SÁT NĂM {year}",)
LOG = {"number": 0.5, "date": 1.0, "kind": 0.0, "channel": 0.85, "subject": 1.0, "component": 0.45}
LOG |= {"area": 0.6, "minutes": 0.5, "times": 0.5, "people": 0.6, "performer": 0.6, "note": 0.3}
WATCH = {"number": 0.5, "date": 1.0, "kind": 0.0, "subject": 1.0, "component": 0.4, "area": 0.7}
WATCH |= {"performer": 0.8, "finding": 1.0, "remedy": 0.8, "note": 0.3}
LEVELS = ("Tỉnh", "Huyện", "Xã", "Thôn")


def activities(place: Setting) -> Sheet:
    rng = place.rng
    kind = rng.choices(("Truyền thông", "Giám sát", "mixed"), (60, 30, 10))[0]
    common = WATCH if kind == "Giám sát" else LOG
    cells: Cells = {f: [] for f, often in common.items() if rng.random() < often}
    if kind == "mixed":
        cells = {**cells, "kind": []}
    _fill_log(place, cells, kind, rng.randint(6, 16))
    titles = {"Truyền thông": LOG_TITLES, "Giám sát": WATCH_TITLES}.get(kind, MIXED_TITLES)
    watched = kind == "Giám sát"
    name = ("Giám sát", "Sheet1", "GS {year}") if watched else ("Nhật ký", "Truyền thông", "Sheet1")
    sheet = Sheet(
        rng.choice(name),
        "activities",
        columns(place, "activities", cells),
        [rng.choice(titles)],
        key="subject",
    )
    if kind != "mixed":
        sheet.unseen["kind"] = [kind] * len(cells["date"])
    if "people" in cells and rng.random() < 0.3:
        numbers = [int(str(cell.truth)) for cell in cells["people"] if cell.truth]
        sheet.foot = [{"subject": "Tổng cộng", "people": sum(numbers)}]
    return sheet


def _fill_log(place: Setting, cells: Cells, kind: str, count: int) -> None:
    rng, words = place.rng, pools()
    days = sorted(
        c.day_between(rng, date(place.year, 1, 5), date(place.year, 10, 20)) for _ in range(count)
    )
    style, units = rng.choice(c.DATE_STYLES), rng.random() < 0.2
    by_code = rng.random() < 0.7
    for row, day in enumerate(days, 1):
        code = rng.choice(list(words["subjects"]))
        minutes, times = rng.choice((10, 15, 20, 45, 90)), rng.randint(1, 4)
        watched = kind == "Giám sát" or (kind == "mixed" and rng.random() < 0.4)
        drawn = {
            "number": c.running(row, "number"),
            "date": c.dated(rng, day, style),
            "kind": c.said("Giám sát" if watched else "Truyền thông"),
            "channel": BLANK if watched else c.said(rng.choice(words["channels"])),
            "subject": c.said(words["subjects"][code]),
            "component": Shown(code if by_code else words["components"][code], "@", code),
            "area": c.said(rng.choice(("Toàn xã", *place.villages))),
            "minutes": Shown(f"{minutes} phút" if units else minutes, "General", float(minutes)),
            "times": Shown(f"{times} lần" if units else times, "General", float(times)),
            "people": c.people(rng, 15, 220, "General"),
            "performer": c.said(rng.choice(words["bodies" if watched else "posts"])),
            "finding": c.said(rng.choice(words["findings"])),
            "remedy": c.said(rng.choice(words["remedies"])),
            "note": Shown(rng.choice(("", *words["remarks"])) or None, "General", NOT_JUDGED),
        }
        for field, cell in drawn.items():
            if field in cells:
                cells[field].append(cell)


def units(place: Setting) -> Sheet:
    rng, words = place.rng, pools()
    style = rng.choice(c.DATE_STYLES)
    province, district = "Tỉnh Hưng Yên", "Huyện Kim Động"
    rows = [("Tỉnh", province, ""), ("Huyện", district, province), ("Xã", place.commune, district)]
    rows += [("Thôn", village, place.commune) for village in place.villages]
    rows = rows[rng.choice((0, 0, 2)) :]
    optional = ("valid_from", "valid_to", "successor", "official")
    chosen = [f for f in optional if rng.random() < 0.6]
    english = {"Tỉnh": "province", "Huyện": "district", "Xã": "commune", "Thôn": "village"}
    cells: Cells = {f: [] for f in ("level", "name", "parent", *chosen)}
    for level, name, parent in rows:
        gone = level == "Huyện"
        first = c.day_between(rng, date(1996, 1, 1), date(2015, 12, 31))
        drawn = {
            "level": Shown(level, "General", english[level]),
            "name": c.said(name),
            "parent": c.said(parent) if parent else BLANK,
            "valid_from": c.dated(rng, first, style) if level != "Tỉnh" else BLANK,
            "valid_to": c.dated(rng, date(2025, 6, 30), style) if gone else BLANK,
            "successor": c.said(province) if gone else BLANK,
            "official": c.said(rng.choice(words["posts"])) if level in ("Xã", "Thôn") else BLANK,
        }
        for field, cell in drawn.items():
            if field in cells:
                cells[field].append(cell)
    title = rng.choice(("DANH MỤC ĐƠN VỊ HÀNH CHÍNH", "DANH SÁCH ĐƠN VỊ VÀ NGƯỜI PHỤ TRÁCH", ""))
    name = rng.choice(("Đơn vị", "Danh mục", "Sheet1"))
    return Sheet(name, "units", columns(place, "units", cells), [title], key="name")
