"""A small store as a version of the program writes it, and what that version's queries answer.

    cd CHECKOUT && PYTHON .../tests/data/stores/make.py FOLDER

CHECKOUT is a work tree of that version, PYTHON has its libraries. FOLDER gets NAME.duckdb.xz,
the newest file of the store, and NAME.json.xz, the answers at three stages; NAME is the number
of its last migration and the commit. See README.md.
"""

import importlib
import json
import lzma
import subprocess
import sys
import tempfile
from pathlib import Path

import small_books as books

sys.path.insert(0, str(Path.cwd()))  # of the checkout, not of the tree that this file lies in

YEARS = (2022, 2023)
AS_OF = "2023-08-15"
PROVINCE = "Hưng Yên"
DOMAINS = (
    {},
    {"villages": "Thôn Một, Thôn Hai"},
    {"sex": "Nữ"},
    {"age_from": "30", "age_to": "59"},
)
QUESTIONS = ("C01", "C02", "C03", "C06")
# Of versions from before the query question_rows: every answer that holds.
ANSWERS = """
select
    r.year, a.question, u.name as village, i.file, r.sheet, r.row, a.value,
    case when a.value is null then coalesce(a.missing, 'blank') end as missing
from current_respondent as r
join answer as a using (import_id, unit, year, form)
join import_log as i using (import_id)
join unit as u on u.unit_id = r.village
order by all
"""


def module(*names: str):
    """The first of these modules that this version has."""
    for name in names:
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name is None or not name.startswith(error.name):
                raise
    return None


sql = module("dashboard.store.sql", "dashboard.sql")
store_module = module("dashboard.store.store", "dashboard.store")
shown = module("dashboard.store.shown")
undoing = module("dashboard.importing.storing.undo", "dashboard.importing.undo")
remarks = module("dashboard.store.remarks", "dashboard.remarks")
naming = module("dashboard.importing.storing.name_actions")


def asked() -> list[tuple[str, dict[str, str]]]:
    """Every question that is put, with its parameters."""
    unit = {"unit": books.UNIT}
    found: list[tuple[str, dict[str, str]]] = [
        (name, {})
        for name in ("units", "imports", "name_questions", "name_actions", "names", "verify")
    ]
    for basis in ("published", "common"):
        for domain in DOMAINS:
            years = {"year_from": "2022", "year_to": "2023", "basis": basis}
            found.append(("component_change", unit | years | domain))
    for year in map(str, YEARS):
        one = unit | {"year": year}
        at = one | {"as_of": f"{year}{AS_OF[4:]}"}
        found += [("component_scores", one | domain) for domain in DOMAINS]
        found += [("village_scores", one), ("villages", one), ("questions", one)]
        found += [("unit_ranking", {"year": year}), ("survey_sources", one)]
        found += [("tasks", at), ("tasks", one), ("tasks", at | {"role": "support"})]
        found += [("tasks", at | {"village": "Thôn Ba"}), ("task_history", one)]
        found += [(name, at) for name in ("official_completion", "unit_completion", "follow_up")]
        found += [("component_tasks", at), ("official_completion", at | {"role": "support"})]
        found.append(("published_scores", {"year": year, "province": PROVINCE}))
        found.append(("published_differences", {"year": year, "province": PROVINCE}))
        for question in QUESTIONS:
            found.append(("question_answers", one | {"question": question}))
            found.append(("question_villages", one | {"question": question}))
            for village in books.VILLAGES:
                found.append(("question_rows", one | {"question": question, "village": village}))
    return found


def answers(store) -> dict[str, dict[str, list]]:
    """ "query {parameters}" -> its columns and rows, of every question this version knows."""
    found = {}
    known = sql.names()
    with store.read() as cursor:
        for name, given in asked():
            if name not in known:
                continue
            query = sql.load(name)
            if set(given) - {param.name for param in query.params}:
                continue
            result = sql.run(cursor, name, **sql.from_text(query, given))
            found[f"{name} {json.dumps(given, ensure_ascii=False)}"] = table(result)
        if "question_rows" not in known:
            found["answers"] = table(cursor.execute(ANSWERS))
    return found


def table(result) -> dict[str, list]:
    rows = [[plain(value) for value in row] for row in result.fetchall()]
    return {"columns": [column[0] for column in result.description], "rows": rows}


def plain(value: object) -> object:
    """As JSON has it: dates as ISO text."""
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value.isoformat() if hasattr(value, "isoformat") else value


def run(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "dashboard", *arguments, "--store", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and arguments[0] != "import":
        raise SystemExit(f"{command}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def options(name: str) -> list[str]:
    """What a person says with a file, as far as this version can be told."""
    said = [] if "scores" in name else ["--unit", books.UNIT]
    usage = run(Path(), "import", "--help")
    if name.startswith("tasks-2023"):
        said += ["--map", f"{books.OWN_HEADING}=note"]
    if name.startswith("tasks-2022") and "--same" in usage:
        said += ["--same", f"{books.MISSPELT}={books.CULTURE}"]
    return said


def bring_in(folder: Path, name: str, file: Path) -> None:
    said = run(folder, "import", str(file), "--format", "json", *options(name))
    sheets = [sheet for one in json.loads(said)["files"] for sheet in one["sheets"]]
    print(name, [(sheet["kind"], sheet["rows_imported"]) for sheet in sheets])


def seen(store, subject: str, key: str):
    """What an action takes: a number at first, later what was shown of it."""
    if shown is None:
        return int(key) if subject == "import" else (subject, key)
    with store.read() as cursor:
        return shown.listed(cursor, subject)[key]


def remark(store) -> None:
    """On a task of 2022 that is overdue at the day that is looked at."""
    with store.read() as cursor:
        result = sql.run(cursor, "follow_up", unit=books.UNIT, year=2022, as_of="2022-08-15")
        columns = [column[0] for column in result.description]
        row = dict(zip(columns, result.fetchone(), strict=True))
        named = "select unit_id from unit where name = $1"
        unit = cursor.execute(named, [books.UNIT]).fetchone()[0]
    about = seen(store, "task", row["task_id"])
    given = about if shown is None else (about,)
    remarks.add(store, unit, 2022, *given, "Đã nhắc trong giao ban (dữ liệu mô phỏng)")


def name_acts(store) -> None:
    """Two officials joined for good; two villages joined and parted again."""
    if naming is None:
        return
    with store.read() as cursor:
        listed = shown.listed(cursor, "name")
    officials = [s for key, s in listed.items() if key.startswith("official ")]
    villages = [s for key, s in listed.items() if key.startswith("village ")]
    naming.join(store, officials[0], officials[1])
    naming.join(store, villages[0], villages[1])
    with store.read() as cursor:
        last = max(map(int, shown.listed(cursor, "name_action")))
    naming.undo(store, seen(store, "name_action", str(last)))


def number_of(store, file: str) -> str:
    with store.read() as cursor:
        query = "select max(import_id) from import_log where file = $1"
        return str(cursor.execute(query, [file]).fetchone()[0])


def make(out: Path) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        files = books.write_all(Path(temporary) / "books")
        folder = Path(temporary) / "store"
        store = store_module.Store(folder)
        stages = {}
        for name, file in files.items():
            if name == "tasks-2023-moved":
                remark(store)
                name_acts(store)
                stages["before"] = answers(store)
            bring_in(folder, name, file)
        stages["whole"] = answers(store)
        mended = number_of(store, "survey-2023-mended.xlsx")
        undoing.undo(store, seen(store, "import", mended))
        stages["left"] = answers(store)
        keep(out, store, stages)


def keep(out: Path, store, stages: dict[str, dict]) -> None:
    """The newest file and the answers, each packed."""
    head = ["git", "rev-parse", "--short=7", "HEAD"]
    commit = subprocess.run(head, capture_output=True, text=True, check=True).stdout.strip()
    with store.read() as cursor:
        schema = sql.run(cursor, "schema_version").fetchone()[0]
    newest = max(store.folder.glob("store-*.duckdb"))
    name = f"{schema:03}-{commit}"
    packed = {
        "duckdb": newest.read_bytes(),
        "json": json.dumps(stages, ensure_ascii=False, separators=(",", ":")).encode(),
    }
    for ending, content in packed.items():
        file = out / f"{name}.{ending}.xz"
        file.write_bytes(lzma.compress(content, preset=9 | lzma.PRESET_EXTREME))
        print(file, len(content), file.stat().st_size)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
