"""Sheets of tasks: who does what until when, how far it is."""

from datetime import date

from tests.corpus import cells as c
from tests.corpus.headings import Cells, columns
from tests.corpus.pieces import BLANK, Column, Setting, Sheet, Shown, pools

TITLES = (
    "PHÂN CÔNG NHIỆM VỤ NÂNG CAO CHỈ SỐ PAPI NĂM {year}",
    "BIỂU THEO DÕI TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH NÂNG CAO CHỈ SỐ PAPI NĂM {year}",
    "PHỤ LỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 15/01/{year} của UBND {commune})",
    "BẢNG TỔNG HỢP TÌNH HÌNH THỰC HIỆN NHIỆM VỤ PAPI {year}",
    "Kế hoạch thực hiện các nhiệm vụ quản trị và hành chính công năm {year}",
)
NAMES = ("Phụ lục", "Sheet1", "Nhiệm vụ", "PL 01", "Biểu 1", "Theo dõi {year}", "Phân công")
# field -> how often a table has it
COMMON = {
    "number": 0.85,
    "lead": 1.0,
    "support": 0.6,
    "area": 0.3,
    "due": 0.95,
    "product": 0.5,
    "progress": 0.6,
    "done": 0.45,
    "result_h1": 0.25,
    "result_year": 0.35,
    "note": 0.5,
}
ORDER = ("number", "unit", "component", "text", "lead", "support", "area", "due", "product")
ORDER += ("progress", "done", "result_h1", "result_year", "note")


def _picked(place: Setting) -> list[tuple[str, str]]:
    """(sub-dimension, text) of some tasks in the order of the tree."""
    every = [(entry["of"], text) for entry in pools()["tasks"] for text in entry["texts"]]
    return sorted(place.rng.sample(every, place.rng.randint(6, 18)), key=lambda pair: pair[0])


def tasks(place: Setting) -> Sheet:
    rng, words = place.rng, pools()
    rows = _picked(place)
    cells: Cells = {f: [] for f, often in COMMON.items() if rng.random() < often}
    where = rng.choices(("code", "name", "both", "sections", "none"), (35, 20, 10, 30, 5))[0]
    if where in ("code", "name", "both"):
        cells["component"] = [_component(place, code, where) for code, _ in rows]
    if rng.random() < 0.15:
        units = rng.sample(words["communes"], 3)
        cells["unit"] = sorted((c.said(rng.choice(units)) for _ in rows), key=lambda s: str(s[0]))
    cells["text"] = [c.said(text) for _, text in rows]
    _fill(place, cells, len(rows))
    ordered = {f: cells[f] for f in ORDER if f in cells}
    sheet = Sheet(
        rng.choice(NAMES).format(year=place.year),
        "tasks",
        columns(place, "tasks", ordered),
        [rng.choice(TITLES).format(year=place.year, commune=place.commune)],
        key="text",
    )
    if where in ("code", "name", "both") and "unit" not in cells and rng.random() < 0.3:
        _span(next(column for column in sheet.columns if column.field == "component"))
    if where == "sections":
        sheet.sections = _sections(place, [code for code, _ in rows], "number" in cells)
        sheet.unseen["component"] = [code for code, _ in rows]
    if rng.random() < 0.25:
        sheet.foot = [{"text": f"Tổng cộng: {len(rows)} nhiệm vụ"}]
    return sheet


def _component(place: Setting, code: str, where: str) -> Shown:
    name = pools()["components"][code]
    if where == "name":
        return Shown(name, "General", code)
    if where == "both":
        return Shown(f"{code}. {name}", "General", code)
    typed = place.rng.random() < 0.3  # as a number, not as text
    return Shown(float(code), "General", code) if typed else Shown(code, "@", code)


def _span(column: Column) -> None:
    """One merged cell for the tasks of a component, as plans have it."""
    column.spanned = True
    before = None
    for row, cell in enumerate(column.cells):
        if cell.truth == before:
            column.cells[row] = cell._replace(value=None)
        before = cell.truth


def _sections(place: Setting, codes: list[str], numbered: bool) -> dict[int, list[tuple[str, str]]]:
    """Rows that name dimension and sub-dimension above the first task of each."""
    roman = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")
    with_dimensions = place.rng.random() < 0.6
    found: dict[int, list[tuple[str, str]]] = {}
    before = ""
    for row, code in enumerate(codes):
        above: list[tuple[str, str]] = []
        if with_dimensions and code[0] != before[:1]:
            name = pools()["dimensions"][code[0]].upper()
            number = roman[int(code[0])]
            above.append((number, name) if numbered else ("", f"{number}. {name}"))
        if code != before:
            name = pools()["components"][code]
            above.append((code, name) if numbered else ("", f"{code}. {name}"))
        if above:
            found[row] = above
        before = code
    return found


def _fill(place: Setting, cells: Cells, count: int) -> None:
    """Every column but component, unit and text, row by row, so that a row agrees in itself."""
    rng, words = place.rng, pools()
    due_style, done_style = rng.choice(c.DATE_STYLES), rng.choice(c.DATE_STYLES)
    progress_style = rng.choice(c.PROGRESS_STYLES)
    number_style = rng.choice(("number", "number", "text"))
    for row in range(count):
        share = rng.choice((0, 20, 30, 50, 60, 80, 100, 100, 100))
        finished = c.day_between(rng, date(place.year, 1, 10), date(place.year, 10, 20))
        drawn = {
            "number": c.running(row + 1, number_style),
            "lead": c.said(rng.choice(words["posts"])),
            "support": c.said("; ".join(rng.sample(words["bodies"], rng.randint(1, 2)))),
            "area": c.said(rng.choice(("Toàn xã", *place.villages))),
            "due": c.due(rng, place.year, due_style),
            "product": c.said(rng.choice(words["products"])),
            "progress": c.progress(share, progress_style),
            "done": c.dated(rng, finished, done_style) if share == 100 else BLANK,
            "result_h1": c.said(rng.choice((*words["done_words"], *words["open_words"]))),
            "result_year": c.said(
                rng.choice(words["done_words" if share == 100 else "open_words"])
            ),
            "note": c.said(rng.choice(words["remarks"])) if rng.random() < 0.5 else BLANK,
        }
        for field, cell in drawn.items():
            if field in cells:
                cells[field].append(cell)
