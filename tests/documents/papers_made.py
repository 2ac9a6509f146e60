"""Papers for the writers' tests, made by hand: every kind of figure and table, and odd letters."""

import json
from dataclasses import replace
from datetime import date, datetime

from dashboard.documents.model.figures import (
    Changes,
    Completion,
    DoneRow,
    Heat,
    HeatCell,
    HeatRow,
    LevelRow,
    Levels,
    SpanRow,
    Spans,
    StateCount,
)
from dashboard.documents.model.numbered import Number, Said, said
from dashboard.documents.model.paper import (
    Annex,
    Head,
    Kind,
    Letter,
    Office,
    Paper,
    Part,
    Row,
    Section,
    Stamp,
    Table,
)

ODD = '=1+1 <b>&amp; \u202e ngược \x07 **đậm** #panic("x") {{ 7*7 }} $x^2$ \\ // 𝛼'
LONG = "x" * 32_000
NAMES = (
    "Tham gia của người dân ở cấp cơ sở",
    "Công khai, minh bạch trong việc ra quyết định",
    "Trách nhiệm giải trình với người dân",
    "Kiểm soát tham nhũng trong khu vực công",
    "Thủ tục hành chính công",
    "Cung ứng dịch vụ công",
    "Quản trị môi trường",
    "Quản trị điện tử",
)
STATES = (
    ("done_on_time", "đúng hạn"),
    ("done_late", "hoàn thành trễ"),
    ("overdue", "quá hạn"),
    ("in_progress", "đang thực hiện"),
    ("not_started", "chưa bắt đầu"),
)


def number(text: str, value: float | int | None, query: str, column: str, **key: str) -> Number:
    """A printed figure of a query's row."""
    written = None if value is None else str(value)
    return Number(text, written, query, '{"unit":"u"}', json.dumps(key, ensure_ascii=False), column)


def score(value: float, query: str, column: str, **key: str) -> Number:
    """A score with two decimals and a comma."""
    return number(f"{value:.2f}".replace(".", ",").replace("-", "−"), value, query, column, **key)


def level_rows(odd: bool = False) -> tuple[LevelRow, ...]:
    """Eight dimensions: up, down, not enough evidence, one not comparable, one hidden."""
    verdicts = (
        "up", "unclear", "down", "unclear", "up", "not_comparable", "", "unclear",
    )  # fmt: skip
    words = {
        "up": "▲ tăng rõ rệt",
        "down": "▼ giảm rõ rệt",
        "unclear": "◆ chưa đủ căn cứ",
        "not_comparable": "≠ không so sánh được",
    }
    rows = []
    for place, (name, verdict) in enumerate(zip(NAMES, verdicts, strict=True), 1):
        key = {"level": "dimension", "component": str(place)}
        query = "component_change"
        if place == 7:  # too few forms
            rows.append(LevelRow("7", name, None, "ẩn", None, "ẩn", None, "ẩn"))
            continue
        before, change = 4.5 + place / 10, 0.3 * (1 if verdict == "up" else -1)
        rows.append(
            LevelRow(
                str(place),
                ODD if odd and place == 1 else name,
                score(before, query, "estimate_from", **key),
                f"{before:.2f}".replace(".", ","),
                score(before + change, query, "estimate_to", **key),
                f"{before + change:.2f}".replace(".", ","),
                score(change, query, "change", **key),
                f"{change:+.2f}".replace(".", ",").replace("-", "−"),
                score(change - 0.2, query, "ci_low", **key),
                score(change + 0.2, query, "ci_high", **key),
                verdict,
                words[verdict],
            )
        )
    return tuple(rows)


def completion(odd: bool = False) -> Completion:
    """Three officials, the second with no task of some states."""
    rows = []
    names = ("Công chức Văn phòng - Thống kê", "Công chức Tài chính - Kế toán", "Trưởng Công an xã")
    for place, name in enumerate(names):
        key = {"official": name, "unit_id": "u"}
        counts = tuple(
            StateCount(
                state,
                label,
                number(str(n), n, "official_completion", state, **key),
            )
            for (state, label), n in zip(STATES, (3 - place, place, 2, 0, 1), strict=True)
        )
        done = number(str(3), 3, "official_completion", "done_on_time", **key)
        shown = said("{done}/6 · 50\u00a0%", done=done)
        rows.append(DoneRow(ODD if odd and not place else name, counts, 4, shown))
    return Completion(tuple(rows), "Đúng hạn và quá hạn theo cán bộ.", "đến hạn")


def spans() -> Spans:
    """Four villages, one hidden."""
    rows = []
    for place, verdict in enumerate(("above", "unclear", "below"), 1):
        key = {"village": f"Thôn {place}", "level": "total", "component": "PAPI"}
        value = 44.0 - place
        rows.append(
            SpanRow(
                f"Thôn {place}",
                score(value, "village_scores", "estimate", **key),
                f"{value:.2f}".replace(".", ","),
                score(value - 1.5, "village_scores", "ci_low", **key),
                score(value + 1.5, "village_scores", "ci_high", **key),
                Said({"above": "▲ cao hơn rõ rệt", "below": "▼ thấp hơn rõ rệt"}.get(verdict, "")),
                verdict,
                place == 2,
            )
        )
    rows.append(SpanRow("Thôn 4", None, "ẩn"))
    middle = score(42.5, "component_scores", "estimate", level="total", component="PAPI")
    return Spans(tuple(rows), "Điểm của từng thôn.", middle, "toàn xã")


def heat() -> Heat:
    """Villages by dimension, with a hidden cell."""
    rows = []
    for place in range(1, 6):
        cells = []
        for column in range(1, 9):
            key = {"village": f"Thôn {place}", "level": "dimension", "component": str(column)}
            value = 5 + (place - column) / 10
            cells.append(
                HeatCell(
                    f"{value:.2f}".replace(".", ","),
                    score(value, "village_scores", "estimate", **key),
                    max(-3, min(3, place - column)),
                )
            )
        if place == 3:
            cells[4] = HeatCell("ẩn")
        rows.append(HeatRow(f"Thôn {place}", tuple(cells)))
    key = ((-3, "thấp hơn nhiều"), (0, "không khác rõ"), (3, "cao hơn nhiều"))
    return Heat(tuple(map(str, range(1, 9))), tuple(rows), "Điểm các thôn theo lĩnh vực.", key)


def table(rows: int = 5, odd: bool = False) -> Table:
    """Tasks, under a section row each three."""
    heads = (
        Head("Mã", "left", 0.6),
        Head("Nhiệm vụ", "left", 4),
        Head("Người chủ trì", "left", 2),
        Head("Hạn", "right", 1.1),
        Head("Trễ (ngày)", "right", 0.9),
    )
    made: list[Row] = []
    for place in range(1, rows + 1):
        if place % 3 == 1:
            made.append(Row((f"{1 + place // 3}. {NAMES[(place // 3) % 8]}",), "section"))
        key = {"task_id": f"t{place}"}
        task = (
            ODD
            if odd and place == 1
            else LONG
            if odd and place == 2
            else (f"Niêm yết công khai danh sách hộ nghèo tại nhà văn hóa thôn, đợt {place}")
        )
        late = number(str(place), place, "tasks", "days_late", **key)
        due = Number("31/05/2023", "2023-05-31", "tasks", "{}", json.dumps(key), "due")
        made.append(Row((f"1.{place}", task, "Công chức Văn phòng - Thống kê", due, late)))
    return Table(heads, tuple(made), "và 3 việc nữa" if rows > 5 else "")


def parts(odd: bool = False) -> tuple[Part, ...]:
    """A part of every kind."""
    total = score(42.15, "component_change", "estimate_to", level="total", component="PAPI")
    change = score(0.53, "component_change", "change", level="total", component="PAPI")
    overdue = number("13", 13, "unit_completion", "overdue", unit_id="u")
    title = said(
        "Tổng điểm {total}, chưa đủ căn cứ nói tăng ({change})", total=total, change=change
    )
    rows, note = level_rows(odd), Said("Khoảng tin cậy 95 %; n = 600 phiếu.")
    source = "Nguồn: khảo sát của xã, dữ liệu mô phỏng"
    notes = (Said("Phương pháp: điểm theo phương pháp PAPI; n = 600"), Said("component_change"))
    measure = "Điểm theo phương pháp PAPI, 2022 và 2023"
    alt = "Điểm tám lĩnh vực của hai năm."
    # What a kind does not print it does not get.
    level = {"change": None, "change_text": "", "low": None, "high": None, "word": ""}
    only = tuple(replace(row, **level) for row in rows)
    levels = Levels(only, 2022, 2023, 1.0, 10.0, alt)
    unsaid = {"before": None, "after": None, "before_text": "", "after_text": ""}
    changes = Changes(tuple(replace(row, **unsaid) for row in rows), 2022, 2023, alt)
    higher = Said("Thôn 5 cao hơn toàn xã")
    return (
        Part("title", Said(ODD if odd else "Xã Đức Hợp: 6 tháng đầu năm 2023"), "Họp giao ban"),
        Part("findings", title, "", (title, said("{n} nhiệm vụ quá hạn", n=overdue)), note=note),
        Part("components", title, measure, (title,), levels, None, note, source, notes),
        Part("change", title, measure, (), changes, None, note, source, notes),
        Part(
            "officials", said("{n} nhiệm vụ quá hạn", n=overdue), "Nhiệm vụ theo người chủ trì",
            (), completion(odd), None, note, source, notes,
        ),
        Part("overdue", said("{n} nhiệm vụ quá hạn", n=overdue), "", (), None, table(5, odd), note),
        Part("villages", Said("Thôn 1 cao nhất"), measure, (), spans(), None, note, source, notes),
        Part("heat", higher, measure, (), heat(), None, note, source, notes),
        Part("decisions", Said("Chưa có kết luận"), "", (Said("Bấm K để ghi kết luận"),)),
    )  # fmt: skip


STAMP = Stamp(
    "Xã Đức Hợp · 6 tháng đầu năm 2023 · tính đến 31/05/2023 · Mã số liệu ab12-cd34 · "
    "dữ liệu mô phỏng",
    "Xã Đức Hợp",
    "6 tháng đầu năm 2023",
    date(2023, 5, 31),
    datetime(2023, 6, 1, 8, 0, 0),
    "0.1.0",
    "ab12-cd34",
    True,
)
OFFICE = Office(
    "ỦY BAN NHÂN DÂN HUYỆN KIM ĐỘNG",
    "ỦY BAN NHÂN DÂN XÃ ĐỨC HỢP",
    "Đức Hợp",
    "BC-UBND",
    date(2023, 6, 2),
    (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),),
    ("Như trên", "Lưu: VT"),
    ("Ủy ban nhân dân huyện Kim Động",),
)


def paper(kind: Kind = "slides", odd: bool = False, rows: int = 5) -> Paper:
    """A paper of the kind, whole."""
    every, title = parts(odd), Said("Kết quả thực hiện nâng cao chỉ số PAPI 6 tháng đầu năm 2023")
    common = {"title": title, "stamp": STAMP, "language": "vi"}
    if kind in ("report", "minutes"):
        sections = (
            Section("I. KẾT QUẢ CHUNG", (Said("Tổng điểm như sau."),), every[1:5]),
            Section("II. TỒN TẠI", (), every[5:8]),
        )
        annexes = (Annex("Danh mục nhiệm vụ", Part("tasks", Said(""), table=table(rows, odd))),)
        opening = (Said("Căn cứ Kế hoạch nâng cao chỉ số PAPI năm 2023 của xã;"),)
        return Paper(
            kind, heading="BÁO CÁO" if kind == "report" else "BIÊN BẢN", sections=sections,
            annexes=annexes, office=OFFICE, opening=opening,
            closing=(Said("Trên đây là báo cáo."),),
            **common,  # type: ignore[arg-type]
        )  # fmt: skip
    if kind == "reminders":
        letters = tuple(
            Letter(name, (every[5],), (Said("Đề nghị hoàn thành các việc dưới đây."),))
            for name in ("Công chức Văn phòng - Thống kê", "Trưởng Công an xã")
        )
        return Paper(kind, heading="PHIẾU NHẮC VIỆC", letters=letters, office=OFFICE, **common)  # type: ignore[arg-type]
    plain = "Xã Đức Hợp\nTổng điểm 42,15\nMã số liệu ab12-cd34" if kind == "bulletin" else ""
    return Paper(kind, heading="THÔNG BÁO", parts=every, plain=plain, office=OFFICE, **common)  # type: ignore[arg-type]


def headed_twice(made: Paper) -> Paper:
    """The paper with one part in its one section, and an annex whose part says its title again."""
    (annex,) = made.annexes
    part = replace(annex.part, title=Said(annex.title))
    section = replace(made.sections[0], parts=made.sections[0].parts[:1])
    return replace(made, sections=(section,), annexes=(replace(annex, part=part),))
