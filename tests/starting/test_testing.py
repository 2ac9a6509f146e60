"""start.py test: all checks run, the first failure decides, its output is shown."""

import pytest

from dashboard.starting import testing


@pytest.fixture
def ran(monkeypatch) -> list[str]:
    """The checks that ran; ruff format and pytest fail, each with a code of its own."""
    noted = []

    def note(command, watch=None):
        name = next(name for name, known in testing.CHECKS.items() if known == command)
        noted.append(name)
        return (4, "would reformat a.py\n") if name == "ruff format" else (0, "all well\n")

    def pytest_itself(arguments):
        noted.append(" ".join(["pytest", *arguments]))
        return 1

    monkeypatch.setattr(testing, "stop_on_signals", lambda: None)
    monkeypatch.setattr(testing, "quietly", note)
    monkeypatch.setattr(testing, "test", pytest_itself)
    return noted


def test_all_run_in_order_and_the_first_failure_is_the_exit_code(ran):
    assert testing.main(["tests/queries", "-k", "x"]) == 4
    assert ran == [
        "ruff check",
        "ruff format",
        "mypy",
        "import-linter",
        "pytest tests/queries -k x",
    ]


def test_each_is_one_line_and_only_a_failure_says_more(ran, capsys):
    testing.main([])
    assert capsys.readouterr().out.splitlines() == [
        "ruff check: đạt (0 s)",
        "would reformat a.py",
        "",
        "ruff format: KHÔNG ĐẠT (0 s)",
        "mypy: đạt (0 s)",
        "import-linter: đạt (0 s)",
    ]


def test_all_well_is_zero(ran, monkeypatch):
    monkeypatch.setattr(testing, "quietly", lambda command: (0, ""))
    monkeypatch.setattr(testing, "test", lambda arguments: 0)
    assert testing.main([]) == 0


def test_the_tools_are_those_of_this_environment():
    for command in testing.CHECKS.values():
        assert command[0] == testing.PYTHON
