"""start.py: what an old Python needs of it, what it understands, and to whom it hands over."""

import ast
import os
import subprocess
import sys

import pytest

import start
from dashboard.starting import arguments, environment, processes
from tests.starting.helpers import only_line, raising

SOURCE = (start.ROOT / "start.py").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def deaf(monkeypatch):
    monkeypatch.setattr(processes, "stop_on_signals", lambda: None)


# What an old Python needs


def test_an_old_python_can_parse_it():
    ast.parse(SOURCE, feature_version=(3, 6))


def test_it_stays_short():
    assert len(SOURCE.splitlines()) <= 120


def test_annotations_are_names_an_old_python_has():
    """They are evaluated before the version is checked: no list[str], no X | None."""
    for node in ast.walk(ast.parse(SOURCE)):
        if isinstance(node, ast.FunctionDef):
            noted = [node.returns] + [argument.annotation for argument in node.args.args]
            assert not any(isinstance(n, ast.Subscript | ast.BinOp) for n in noted), node.name


def test_it_imports_only_the_standard_library_and_what_does():
    """An old Python meets nothing of ours before its version is told; a bare one has no pandas."""
    names = set()
    for node in ast.parse(SOURCE).body:
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module.split(".")[0])
    assert names <= sys.stdlib_module_names
    code = "import sys, start\nfrom dashboard.starting import arguments, environment\n"
    code += "print(sorted({m.split('.')[0] for m in sys.modules} - sys.stdlib_module_names))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=start.ROOT, capture_output=True, text=True
    )
    assert done.stdout.strip() == "['__main__', 'dashboard', 'start']", done.stdout + done.stderr


def test_a_python_too_old_is_told_so(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))
    assert start.main([]) == 1
    assert "cần Python 3.11 trở lên, máy đang chạy Python 3.10" in only_line(capsys)


# What may be asked of it


def test_the_help_is_vietnamese_and_installs_nothing(monkeypatch, capsys):
    monkeypatch.setattr(environment.Environment, "ensure", raising(AssertionError()))
    for asked in (["--help"], ["test", "-h"], ["pack", "--help"]):
        assert start.main(asked) == 0
        assert "Cách dùng" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong",
    [
        ["--port", "0"],
        ["--port", "x"],
        ["--prt", "1"],
        ["--host", "0.0.0.0"],
        ["--host", "192.168.1.5"],
        ["--host", "xa.vn"],
        ["tests"],
        ["pack", "--target", "amiga", "--out", "x"],
        ["pack", "--target", "linux"],
    ],
)
def test_an_option_it_does_not_know_is_one_line(wrong, monkeypatch, capsys):
    monkeypatch.setattr(environment.Environment, "ensure", raising(AssertionError()))
    with pytest.raises(SystemExit) as left:
        start.main(wrong)
    assert left.value.code == 2
    assert "tham số chưa đúng" in only_line(capsys)


@pytest.mark.parametrize(
    "asked, module, locks",
    [
        ([], ["dashboard.starting.commands", "serve"], environment.RUN),
        (["--port", "9"], ["dashboard.starting.commands", "serve", "--port", "9"], environment.RUN),
        (
            ["pack", "--target", "linux", "--out", "x"],
            ["dashboard.starting.commands", "pack", "--target", "linux", "--out", "x"],
            environment.RUN,
        ),
        (["test", "-k", "x"], ["dashboard.starting.testing", "-k", "x"], environment.TEST),
        (
            ["screenshots", "--out", "x"],
            ["tests.browser.pictures", "--out", "x"],
            environment.TEST,
        ),
    ],
)
def test_it_hands_over_to_the_program_in_its_venv(monkeypatch, asked, module, locks):
    seen = []
    monkeypatch.setattr(environment.Environment, "ensure", lambda own, locks: seen.append(locks))
    monkeypatch.setattr(start, "hand_over", lambda command: seen.append(command) or 7)
    assert start.main(asked) == 7
    python = str(environment.Environment(start.ROOT).python)
    assert seen == [locks, [python, "-m", *module]]


def test_paths_are_meant_from_where_the_person_is(tmp_path):
    code = f"import sys; sys.path.insert(0, {str(start.ROOT)!r}); import start\n"
    code += "sys.exit(start.hand_over([sys.executable, '-c', "
    code += "'import os, dashboard; print(os.getcwd()); exit(3)']))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 3, done.stderr
    assert done.stdout.strip() == str(tmp_path)


def test_addresses_of_this_machine_are_understood():
    for text, host in (("localhost", "127.0.0.1"), ("127.0.0.1", "127.0.0.1"), ("::1", "::1")):
        assert arguments.own_host(text) == host


def test_a_port_is_a_number():
    assert arguments.port_number("8501") == 8501
    parser = arguments.Parser("papi-xa serve")
    arguments.serve_options(parser)
    assert parser.parse_args(["--port", "65535"]).port == 65535


def test_the_continuous_run_is_that_command_and_nothing_more():
    run = start.ROOT / ".ci" / "run"
    assert run.read_text(encoding="utf-8").splitlines() == [
        "#!/usr/bin/env bash",
        'cd "$(dirname "$0")/.." && exec python3 start.py test',
    ]
    assert os.name == "nt" or os.access(run, os.X_OK)
