"""Imports point one way: workbook -> importing -> store -> queries -> charts -> pages (DESIGN 7).

Every import of every file is looked at, those inside functions too; a new file is covered
by the rule of its folder without a change here.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.config import ROOT

FILES = [
    *sorted((ROOT / "dashboard").rglob("*.py")),
    *sorted((ROOT / "pages").glob("*.py")),
    *ROOT.glob("streamlit_app.py"),
]
DATABASE = (
    "duckdb",
    "dashboard.sql",
    "dashboard.store",
    "dashboard.migrations",
    "dashboard.scores",
)
# The half of importing that writes what was read; every other file of it is the reading half.
STORING = ("files", "commit", "writing", "checks", "places", "tables", "scopes", "undo", "changes")
STORING += ("published",)
STORING += ("officials", "decisions", "doubts")
STORING_HALF = tuple(f"dashboard.importing.{name}" for name in STORING)
ABOVE_STORE = tuple(
    f"dashboard.{name}" for name in ("importing", "samples", "readings", "headlines", "cli")
)
FACES = ("dashboard.charts", "dashboard.parts", "dashboard.exports", "pages", "streamlit")

# First matching row holds: files -> (modules they must not import, why).
Rule = tuple[tuple[str, ...], str]
RULES: dict[str, list[Rule]] = {
    "dashboard/config.py": [(("dashboard",), "it is the lowest module")],
    "dashboard/folding.py": [(("dashboard",), "it is text only, used by every module")],
    "dashboard/words.py": [(("dashboard",), "texts know nothing of the program")],
    "dashboard/errors.py": [
        (("dashboard", "!dashboard.words"), "an error knows its sentence and nothing else")
    ],
    "dashboard/sql.py": [
        (
            ("dashboard", "!dashboard.config", "!dashboard.errors", "!dashboard.folding"),
            "it only loads statements",
        )
    ],
    "dashboard/scores.py": [
        (("dashboard.store", "dashboard.migrations"), "the store calls it"),
        (ABOVE_STORE + FACES, "imports point downward"),
    ],
    "dashboard/migrations.py": [
        (("dashboard.store",), "the store calls it"),
        (ABOVE_STORE + FACES, "imports point downward"),
    ],
    "dashboard/store.py": [(ABOVE_STORE + FACES, "imports point downward")],
    "dashboard/samples.py": [(FACES, "imports point downward")],
    "dashboard/importing/": [
        (FACES + ("pandas", "plotly"), "an import has no face, and starts without heavy modules"),
        (
            ("dashboard.readings", "dashboard.headlines", "dashboard.cli", "dashboard.samples"),
            "imports point downward",
        ),
    ],
    "dashboard/charts/": [
        (DATABASE, "a chart draws the frame it is given"),
        (("streamlit", "dashboard.parts", "pages"), "a chart is drawn for documents too"),
        (("dashboard.importing", "dashboard.samples", "dashboard.cli"), "charts know no workbooks"),
        (("dashboard.readings",), "a chart draws the frame it is given"),
    ],
    "dashboard/exports/": [
        (DATABASE, "a workbook is written of what it is given"),
        (STORING_HALF, "it knows findings and cells, not the store"),
        (("streamlit", "dashboard.parts", "pages", "dashboard.cli"), "the command line writes too"),
        (("pandas", "plotly"), "a workbook is written by openpyxl"),
        (("dashboard.readings", "dashboard.headlines", "dashboard.samples"), "it asks nothing"),
    ],
    "dashboard/readings.py": [
        (FACES + ("dashboard.importing", "dashboard.samples"), "imports point downward")
    ],
    "dashboard/headlines.py": [(DATABASE + ("dashboard.parts", "pages"), "it words a frame")],
    "dashboard/findings.py": [(DATABASE + ("dashboard.parts", "pages"), "it words frames")],
    "dashboard/duties.py": [(DATABASE + ("dashboard.parts", "pages"), "it words frames")],
    "dashboard/goal.py": [(DATABASE + FACES + ABOVE_STORE, "it is arithmetic")],
    "dashboard/changes.py": [(DATABASE + ("dashboard.parts", "pages"), "it words a frame")],
    "dashboard/tables.py": [(DATABASE + ("dashboard.parts", "pages"), "it shapes a frame")],
    "dashboard/parts/": [
        (("pages", "dashboard.cli"), "imports point downward"),
        (("duckdb", "dashboard.sql"), "a page asks through readings"),
    ],
    "pages/": [
        (("pages",), "a page is opened by the navigation only"),
        (("duckdb", "dashboard.sql"), "a page asks through readings"),
    ],
    "streamlit_app.py": [(("duckdb", "dashboard.sql"), "a page asks through readings")],
}


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that a file imports, by full name; "from a import b" may be a or a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: import by full name"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def is_in(module: str, forbidden: tuple[str, ...]) -> bool:
    """Is the module one of these or inside one, those marked ! excepted?"""
    inside = [name for name in forbidden if f"{module}.".startswith(name.lstrip("!") + ".")]
    return bool(inside) and not any(name.startswith("!") for name in inside)


def rules_of(name: str) -> list[Rule]:
    found = [rule for prefix, rules in RULES.items() if name.startswith(prefix) for rule in rules]
    if not name.startswith(("dashboard/parts/", "pages/", "streamlit_app.py")):
        found.append((("streamlit",), "Streamlit stands in dashboard/parts and pages only"))
    if name.startswith("dashboard/importing/") and Path(name).stem not in STORING:
        found.append((DATABASE + STORING_HALF, "reading a workbook knows no store"))
    return found


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_imports_point_one_way(file):
    name, tree = name_of(file), ast.parse(file.read_text(encoding="utf-8"))
    for module in imports(tree):
        for forbidden, why in rules_of(name):
            assert not is_in(module, forbidden), f"{name} must not import {module}: {why}"


def test_command_line_starts_without_heavy_modules():
    tree = ast.parse((ROOT / "dashboard" / "cli.py").read_text(encoding="utf-8"))
    top = ast.Module([node for node in tree.body if not isinstance(node, ast.FunctionDef)], [])
    for module in imports(top):
        heavy = is_in(module, ("pandas", "plotly", "streamlit", "openpyxl", "dashboard.importing"))
        assert not heavy, f"dashboard/cli.py must not import {module}: import it where it is used"


@pytest.mark.parametrize(
    ("command", "heavy"),
    [
        (["query", "--list"], ["pandas", "plotly", "streamlit", "openpyxl"]),
        # DuckDB itself loads pandas when it binds a parameter
        (["query", "periods", "--param", "year=2023"], ["plotly", "streamlit", "openpyxl"]),
    ],
)
def test_command_that_asks_never_loads_heavy_modules(command, heavy, store):
    code = (
        "import sys\nfrom dashboard.cli import main\n"
        f"assert main({command!r}) == 0\n"
        f"print([module for module in {heavy!r} if module in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.stdout.splitlines()[-1:] == ["[]"], run.stdout + run.stderr


@pytest.mark.parametrize(
    ("module", "forbidden", "expected"),
    [
        ("duckdb", ("duckdb",), True),
        ("dashboard.store.Store", ("dashboard.store",), True),
        ("dashboard.storefront", ("dashboard.store",), False),
        ("dashboard.words.words", ("dashboard", "!dashboard.words"), False),
        ("dashboard.wordsmith", ("dashboard", "!dashboard.words"), True),
        ("dashboard.sql", ("dashboard.sql",), True),
    ],
)
def test_rule_matches_whole_names(module, forbidden, expected):
    assert is_in(module, forbidden) is expected
