"""A survey's sheets: the answers, the questions that they answer, the adults of each village."""

from dataclasses import dataclass
from datetime import date, datetime

from tests.corpus import cells as c
from tests.corpus.headings import Cells, columns
from tests.corpus.pieces import NOT_JUDGED, AnyOf, Column, Setting, Sheet, Shown, pools

ANSWER_TITLES = (
    "TỔNG HỢP PHIẾU KHẢO SÁT Ý KIẾN NGƯỜI DÂN NĂM {year}",
    "BẢNG NHẬP LIỆU PHIẾU KHẢO SÁT PAPI {year} - {commune}",
    "Kết quả khảo sát sự hài lòng của người dân năm {year}",
)
QUESTION_TITLES = ("BỘ CÂU HỎI KHẢO SÁT", "DANH MỤC CÂU HỎI PHIẾU KHẢO SÁT PAPI {year}", "")
POPULATION_TITLES = (
    "DÂN SỐ CÁC THÔN NĂM {year}",
    "BIỂU TỔNG HỢP NHÂN KHẨU THEO THÔN - {commune} NĂM {year}",
    "",
)
CODES = ("C{n:02d}", "Q{n}", "CH{n:02d}", "Câu {n}", "{of}.{k}", "C{n}", "A{n}")
MISSING = (99, 88, "KB", "Không biết", None, "KTL")
ANSWER_COMMON = {"number": 0.35, "form": 1.0, "unit": 0.35, "village": 1.0, "sex": 0.85}
ANSWER_COMMON |= {"age": 0.8, "date": 0.55}
QUESTION_COMMON = {"number": 0.3, "code": 1.0, "component": 1.0, "text": 1.0, "low": 1.0}
QUESTION_COMMON |= {"high": 1.0, "direction": 0.85, "coding": 0.6}


@dataclass
class Asked:
    """A question as the workbook's sheets have it."""

    code: str
    of: str
    text: str
    low: int
    high: int
    reversed: bool


def asked(place: Setting) -> list[Asked]:
    entries = pools()["questions"]
    chosen = sorted(place.rng.sample(range(len(entries)), place.rng.randint(6, 12)))
    style, count, found = place.rng.choice(CODES), dict[str, int](), list[Asked]()
    for number, index in enumerate(chosen, 1):
        entry = entries[index]
        count[entry["of"]] = count.get(entry["of"], 0) + 1
        code = style.format(n=number, of=entry["of"], k=count[entry["of"]])
        low, high = entry.get("low", 0), entry.get("high", 1)
        found.append(Asked(code, entry["of"], entry["text"], low, high, "reversed" in entry))
    return found


def answers(place: Setting, questions: list[Asked]) -> Sheet:
    rng = place.rng
    count = rng.randint(8, 18)
    cells: Cells = {f: [] for f, often in ANSWER_COMMON.items() if rng.random() < often}
    online = rng.random() < 0.12
    if online:  # filled in by the people themselves: known by the time, no form number
        for field in ("number", "form", "date"):
            cells.pop(field, None)
        cells = {"timestamp": [], **cells}
    _people(place, cells, count)
    about = columns(place, "answers", cells, strange=rng.random() < 0.4)
    style = rng.choices(
        ("code", "code over text", "text over code", "both", "grouped"), (42, 20, 14, 18, 6)
    )[0]
    if online:
        style = rng.choice(("both", "text"))
    above = rng.random() < 0.15 and style == "code"
    if above:  # the two halves of the table have a heading each
        about = [_under(column, "Thông tin người trả lời") for column in about]
    body = []
    for question in questions:
        path = _question_path(question, style)
        path = ("Nội dung trả lời", *path) if above else path
        shown = _answers_to(place, question, count)
        body.append(Column(question.code, path, shown, question=True))
    sheet = Sheet(
        rng.choice(("Phiếu trả lời", "Nhập liệu", "Data", "KS {year}", "Sheet1", "Tổng hợp phiếu")),
        "answers",
        about + body,
        [rng.choice(ANSWER_TITLES)],
        key="form",
    )
    if not online and rng.random() < 0.2:
        sheet.foot = [{"form": rng.choice(("Tổng cộng", "Tổng số phiếu")), "village": count}]
        if rng.random() < 0.5:
            means = {q.code: round(rng.uniform(0.2, 0.9), 2) for q in questions if q.high == 1}
            sheet.foot = [{"form": "Trung bình", **means}]
    return sheet


def _under(column: Column, level: str) -> Column:
    if len(column.path) > 1 or column.field in ("number", "form"):
        return column
    column.path = (level, *column.path)
    return column


def _question_path(question: Asked, style: str) -> tuple[str, ...]:
    if style == "code over text":
        return (question.code, question.text)
    if style == "text over code":
        return (question.text, question.code)
    if style == "both":
        return (f"{question.code}. {question.text}",)
    if style == "grouped" and question.code.isalnum():  # the export of a form in groups
        return (f"nhom_{question.of[0]}/{question.code}",)
    return (question.text,) if style == "text" else (question.code,)


def _people(place: Setting, cells: Cells, count: int) -> None:
    rng = place.rng
    style = rng.choice(c.DATE_STYLES)
    form = rng.choice(("{y:02d}-{n:04d}", "{n:03d}", "P{n:02d}", "number"))
    for row in range(1, count + 1):
        text = str(row) if form == "number" else form.format(y=place.year % 100, n=row)
        day = c.day_between(rng, date(place.year, 3, 1), date(place.year, 10, 20))
        drawn = {
            "number": c.running(row, "number"),
            "form": Shown(row, "General", text) if form == "number" else Shown(text, "@", text),
            "unit": c.said(place.commune),
            "village": c.said(rng.choice(place.villages)),
            "sex": c.said(rng.choice(("Nam", "Nữ"))),
            "age": c.aged(rng),
            "date": c.dated(rng, day, style),
            "timestamp": Shown(
                datetime(day.year, day.month, day.day, 8 + row % 9, 7 * row % 60, row % 60),
                "m/d/yyyy h:mm:ss",
                NOT_JUDGED,
            ),
        }
        for field, cell in drawn.items():
            if field in cells:
                cells[field].append(cell)


def born(sheet: Sheet, year: int) -> None:
    """Where the heading of the ages says year of birth, the cells say it too."""
    for column in sheet.columns:
        word = column.path[-1].replace("_", "").replace(" ", "").lower()
        if column.field == "age" and ("sinh" in word or "birth" in word):
            ages = [cell.truth for cell in column.cells]
            column.cells = [
                Shown(year - age, "General", AnyOf((age, age - 1)))  # before the birthday
                for age in ages
                if isinstance(age, int)
            ]


def _answers_to(place: Setting, question: Asked, count: int) -> list[Shown]:
    """Words or digits for a question of yes and no, digits for the others, some missing."""
    rng = place.rng
    words = rng.choice((("Không", "Có"), ("Không", "Có"), (0, 1), ("không", "có"), ("Ko", "x")))
    found = []
    for _ in range(count):
        if rng.random() < 0.08:
            found.append(Shown(rng.choice(MISSING), "General", None))
            continue
        value = rng.randint(question.low, question.high)
        shown = words[value] if (question.low, question.high) == (0, 1) else value
        found.append(Shown(shown, "General", float(value)))
    return found


def questions(place: Setting, every: list[Asked]) -> Sheet:
    rng = place.rng
    cells: Cells = {f: [] for f, often in QUESTION_COMMON.items() if rng.random() < often}
    if any(q.reversed for q in every):
        cells.setdefault("direction", [])
    where = rng.choice(("code", "code", "name"))
    signs = rng.choice((("Thuận", "Nghịch"), ("Thuận", "Nghịch"), ("+", "-"), ("thuận", "nghịch")))
    typed = rng.random() < 0.15
    for row, q in enumerate(every, 1):
        coding = "Có = 1; Không = 0" if q.high == 1 else f"Số từ {q.low} đến {q.high}"
        drawn = {
            "number": c.running(row, "number"),
            "code": c.said(q.code),
            "component": Shown(pools()["components"][q.of] if where == "name" else q.of, "@", q.of),
            "text": c.said(q.text),
            "low": Shown(str(q.low) if typed else q.low, "General", float(q.low)),
            "high": Shown(str(q.high) if typed else q.high, "General", float(q.high)),
            "direction": Shown(signs[q.reversed], "General", q.reversed),
            "coding": c.said(coding),
        }
        for field, cell in drawn.items():
            if field in cells:
                cells[field].append(cell)
    drawn_columns = columns(place, "questions", cells)
    for column in drawn_columns:
        if column.path[-1] == "Chỉ số nội dung":
            column.cells = [Shown(int(q.of[0])) for q in every]
    name = rng.choice(("Bộ câu hỏi", "Câu hỏi", "DM câu hỏi", "Sheet2", "Bảng hỏi"))
    title = [rng.choice(QUESTION_TITLES)]
    return Sheet(name, "questions", drawn_columns, title, key="text")


def population(place: Setting) -> Sheet:
    rng = place.rng
    cells: Cells = {}
    count, style = len(place.villages), rng.choice(("General", "#,##0", "dots"))
    if rng.random() < 0.6:
        cells["number"] = [c.running(row, "number") for row in range(1, count + 1)]
    if rng.random() < 0.35:
        cells["unit"] = [c.said(place.commune)] * count
    cells["village"] = [c.said(village) for village in place.villages]
    cells["adults"] = [c.people(rng, 200, 1500, style) for _ in place.villages]
    sheet = Sheet(
        rng.choice(("Dân số thôn", "Dân số", "DS", "Sheet3", "Nhân khẩu")),
        "population",
        columns(place, "population", cells),
        [rng.choice(POPULATION_TITLES)],
        key="village",
    )
    if rng.random() < 0.5:
        total = sum(int(str(cell.truth)) for cell in cells["adults"])
        word = rng.choice(("Tổng cộng", "Cộng", "Tổng số", "Toàn xã"))
        sheet.foot = [{"village": word, "adults": total}]
    return sheet
