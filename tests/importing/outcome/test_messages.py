"""The sentences: one for each code in use, in both languages, with the same holes."""

import ast
import string
from pathlib import Path

import pytest

from dashboard import importing
from dashboard.importing.model.finding import Finding
from dashboard.importing.outcome import messages
from dashboard.words import words

PACKAGE = Path(importing.__path__[0])
PACKAGES = PACKAGE.parent / "packages"  # signed ones are imported too
CALLS = {"Finding", "Problem", "on_sheet", "_refusal"}


def codes_in_calls() -> set[str]:
    """Codes written as the first argument of what makes a finding."""
    found = set()
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in CALLS:
                    found.add(node.args[0].value)
    return found


def constants() -> set[str]:
    """Every text constant of the packages."""
    return {
        node.value
        for module in (*PACKAGE.rglob("*.py"), *PACKAGES.rglob("*.py"))
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def codes_with_texts(language: str) -> set[str]:
    return {key.split(".")[1] for key in words(language) if key.startswith("finding.")}


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_codes_are_found_in_the_package():
    assert {"impossible_date", "no_village", "file_broken", "unknown_sheet"} <= constants()
    assert len(codes_in_calls()) > 30


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_code_has_a_sentence(language):
    assert codes_in_calls() <= codes_with_texts(language)


def test_no_sentence_is_left_over():
    left = {code for code in codes_with_texts("vi") if not code.startswith("absent_")}
    assert left <= constants()


def test_both_languages_fill_the_same_holes():
    vi, en = words("vi"), words("en")
    assert codes_with_texts("vi") == codes_with_texts("en")
    for code in codes_with_texts("vi"):
        key = f"finding.{code}.message"
        assert holes(vi[key]) == holes(en[key]), code


def test_the_sentence_names_file_sheet_cell_and_value():
    finding = Finding("impossible_date", "error", "Biểu", "G12", "Ngày hoàn thành", "31/02/2023")
    said = messages.message(finding, "bieu.xlsx", words("vi"))
    for part in ("bieu.xlsx", "Biểu", "G12", "Ngày hoàn thành", "31/02/2023", "28/02/2023"):
        assert part in said


def test_long_values_are_cut_in_the_sentence_only():
    finding = Finding("unknown_result", "warning", "B", "A1", "K", "dài " * 100)
    assert len(messages.sentence(finding, words("vi"))) < 300


def test_braces_in_a_file_are_only_text():
    finding = Finding("unknown_result", "warning", "{sheet}", "A1", "{K}", "{0}")
    assert "{0}" in messages.message(finding, "{f}.xlsx", words("en"))


def test_what_a_sheet_may_be_is_said_in_words_and_how_to_say_it_in_the_programs():
    finding = Finding("which_kind", "error", "Bảng", holes={"rows": "3", "kinds": "tasks | units"})
    said = messages.sentence(finding, words("vi"))
    assert "có thể là: biểu nhiệm vụ; danh mục đơn vị)" in said
    assert '--kind "Bảng=tasks", --kind "Bảng=units"' in said and "|" not in said
