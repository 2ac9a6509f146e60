"""The command line starts without heavy modules: they are imported where they are used."""

import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest

from dashboard.config import ROOT


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that a file imports, by full name; "from a import b" may be a or a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: import by full name"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def is_in(module: str, forbidden: tuple[str, ...]) -> bool:
    """Is the module one of these or inside one, those marked ! excepted?"""
    inside = [name for name in forbidden if f"{module}.".startswith(name.lstrip("!") + ".")]
    return bool(inside) and not any(name.startswith("!") for name in inside)


def test_a_process_that_fills_in_tasks_loads_no_writer_of_workbooks():
    """It starts anew for each commune."""
    code = (
        "import sys, dashboard.apart, dashboard.documents.sheets.filled_tasks as filled\n"
        "print(filled.fill_here.__name__, *({'openpyxl', 'numpy', 'pandas'} & sys.modules.keys()))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.stdout.split() == ["fill_here"], run.stderr


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
