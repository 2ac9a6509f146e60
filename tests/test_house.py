"""The house: pieces short enough to hold in the head, no name borne twice, nothing cited that
is not here. Which room may import which stands as contracts in pyproject.toml."""

import ast
import re
from collections import Counter
from pathlib import Path

from dashboard.config import ROOT

FILE, PAGE, FUNCTION, START = 300, 80, 40, 120  # lines
PROGRAM = sorted([*(ROOT / "dashboard").rglob("*.py"), *(ROOT / "pages").glob("*.py")])
PROGRAM += [ROOT / "streamlit_app.py", ROOT / "start.py"]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
STATEMENTS = sorted((ROOT / "queries").rglob("*.sql"))
WRITTEN = [ROOT / "README.md", *ROOT.glob("docs/*.md"), *PROGRAM, *TESTS, *STATEMENTS]
WRITTEN += sorted((ROOT / "dashboard").rglob("*.toml"))
TEXTS = {file: file.read_text(encoding="utf-8") for file in WRITTEN}


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def longest(file: Path) -> int:
    """How many lines a file of its place may have."""
    if file == ROOT / "start.py":
        return START
    return PAGE if file.parent == ROOT / "pages" else FILE


def functions(source: str) -> list[tuple[str, int]]:
    """Every function of a text of Python with its length in lines, decorators left out."""
    return [
        (node.name, node.end_lineno - node.lineno + 1)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_files_can_be_held_in_the_head():
    lines = {file: len(TEXTS[file].splitlines()) for file in [*PROGRAM, *STATEMENTS]}
    assert len(lines) > 500
    assert [name_of(file) for file, count in lines.items() if count > longest(file)] == []


def test_functions_do_one_thing():
    found = [(name_of(file), *one) for file in PROGRAM for one in functions(TEXTS[file])]
    assert len(found) > 2000
    assert [one for one in found if one[2] > FUNCTION] == []


def test_function_is_measured_with_its_body():
    assert functions("@cache\ndef f(a,\n  b):\n    x = 1\n    return x\n") == [("f", 4)]


def test_a_first_letter_is_made_a_capital_in_one_place():
    """The others are calls of folding.capital."""
    inline = re.compile(r"\[(0|:1)\]\.upper\(\)")
    own = [
        file for file in ROOT.glob("dashboard/**/*.py") if inline.search(file.read_text("utf-8"))
    ]
    assert [file.name for file in own] == ["folding.py"]


def test_no_module_name_is_borne_twice():
    names = Counter(file.stem for file in PROGRAM if not file.stem.startswith("__"))
    assert [name for name, count in names.items() if count > 1] == []


def cited(text: str) -> set[str]:
    """Documents that a text names: files in Markdown, and the plan that stood beside us."""
    return set(re.findall(r"\b[\w./-]+\.md\b|\bDESIGN\b", text))


def test_what_is_cited_is_in_the_repository():
    lacking = [
        (name_of(file), name)
        for file in WRITTEN
        if file.name not in ("test_house.py", "test_architecture.py")  # they write such names
        for name in sorted(cited(TEXTS[file]))
        if not (ROOT / name).is_file() and not (file.parent / name).is_file()
    ]
    assert lacking == []


def test_cited_documents_are_found_in_a_text():
    assert cited("see DESIGN 4 and docs/method.md") == {"DESIGN", "docs/method.md"}
