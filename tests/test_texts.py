"""The two languages agree, every text that the code names is there, and every text is used."""

import ast
import re
import string
import unicodedata
from collections.abc import Iterator
from functools import cache

import pytest

from dashboard.config import ROOT
from dashboard.words import LANGUAGES, TEXTS, words

VI, EN = words("vi"), words("en")
CODE = [
    *sorted((ROOT / "dashboard").rglob("*.py")),
    *sorted((ROOT / "pages").glob("*.py")),
    *ROOT.glob("streamlit_app.py"),
]
CATALOGUES = {"words", "_words", "text", "texts", "TEXTS"}  # names that hold a Words
# Errors and findings are named by their code alone: it stands as the first argument of these.
CODED = {
    "DashboardError": "error.{}",
    "Finding": "finding.{}.message",
    "Problem": "finding.{}.message",
}


@cache
def trees() -> dict[str, ast.Module]:
    return {
        file.relative_to(ROOT).as_posix(): ast.parse(file.read_text(encoding="utf-8"))
        for file in CODE
    }


def every(kind: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    for name, tree in trees().items():
        yield from (
            (f"{name}:{node.lineno}", node) for node in ast.walk(tree) if isinstance(node, kind)
        )


def called(node: ast.Call) -> str:
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def choices(node: ast.AST) -> list[ast.AST]:
    """The expressions that a key may be: both sides of "a if x else b"."""
    return choices(node.body) + choices(node.orelse) if isinstance(node, ast.IfExp) else [node]


def named() -> Iterator[tuple[str, ast.AST]]:
    """Places where the code takes a text out of a catalogue, with the key's expression."""
    for place, node in every(ast.Call):
        if called(node) == "say" and node.args:
            yield from ((place, key) for key in choices(node.args[0]))
    for place, node in every(ast.Subscript):
        if getattr(node.value, "attr", getattr(node.value, "id", "")) in CATALOGUES:
            yield from ((place, key) for key in choices(node.slice))


def pattern(node: ast.JoinedStr) -> str:
    """The f-string as a regular expression, any word in its holes."""
    return "".join(
        re.escape(part.value) if isinstance(part, ast.Constant) else r"\w+" for part in node.values
    )


def prefix(node: ast.JoinedStr) -> str:
    first = node.values[0] if node.values else None
    return first.value if isinstance(first, ast.Constant) else ""


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def coded() -> Iterator[tuple[str, str, ast.Call]]:
    """Errors and findings that the code makes, with the key of their sentence."""
    for place, node in every(ast.Call):
        if called(node) in CODED and node.args and isinstance(node.args[0], ast.Constant):
            yield place, CODED[called(node)].format(node.args[0].value), node


def test_both_languages_have_the_same_keys():
    assert set(VI) == set(EN)


def test_both_languages_have_the_same_holes():
    assert {key: holes(VI[key]) for key in VI} == {key: holes(EN[key]) for key in VI if key in EN}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_nfc_and_not_empty(language):
    for key, text in words(language).items():
        assert isinstance(text, str) and text.strip(), key
        assert unicodedata.is_normalized("NFC", text), key


def test_texts_folders_hold_the_same_toml_files_and_nothing_else():
    files = {
        language: sorted(f.name for f in (TEXTS / language).iterdir()) for language in LANGUAGES
    }
    assert files["vi"] == files["en"]
    assert sorted(entry.name for entry in TEXTS.iterdir()) == sorted(LANGUAGES)
    assert all(name.endswith(".toml") for name in files["vi"])
    assert {file.parent.parent for file in (ROOT / "dashboard").rglob("*.toml")} == {TEXTS}


def test_every_key_that_the_code_names_is_there():
    keys = [(place, key) for place, key in named() if isinstance(key, ast.Constant)]
    missing = {
        place: k.value for place, k in keys if isinstance(k.value, str) and k.value not in VI
    }
    assert missing == {}


def test_every_key_that_the_code_puts_together_has_its_table():
    for place, key in named():
        if isinstance(key, ast.JoinedStr) and "." in prefix(key):
            assert any(re.fullmatch(pattern(key), known) for known in VI), (
                f"{place}: {pattern(key)}"
            )


def test_every_error_and_finding_has_its_sentence():
    assert {place: key for place, key, _ in coded() if key not in VI} == {}


def test_every_hole_is_filled_where_the_code_shows_it():
    for place, key, node in coded():
        given = {word.arg for word in node.keywords}
        if called(node) == "DashboardError" and None not in given:
            assert holes(VI[key]) == given, f"{place}: {key}"
    for place, node in every(ast.Call):
        given = {word.arg for word in node.keywords}
        if called(node) == "say" and None not in given:
            for key in choices(node.args[0]):
                if isinstance(key, ast.Constant) and key.value in VI:
                    assert holes(VI[key.value]) <= given, f"{place}: {key.value}"


def test_every_text_is_used():
    constants = {node.value for _, node in every(ast.Constant) if isinstance(node.value, str)}
    joined = [node for _, node in every(ast.JoinedStr)]
    tables = [pattern(node) for node in joined if "." in prefix(node)]
    tables = [table for table in tables if not table.startswith(("error", "finding"))]
    tables += [re.escape(c) + r"\w+" for c in constants if re.fullmatch(r"[a-z]+\.[\w.]*[._]", c)]
    codes = [pattern(node) for node in joined if re.fullmatch(r"[a-z]+_", prefix(node))]

    def is_used(key: str) -> bool:
        if key.startswith(("error.", "finding.")):
            code = key.split(".")[1]
            return code in constants or any(re.fullmatch(c, code) for c in codes)
        return key in constants or any(re.fullmatch(table, key) for table in tables)

    unused = [key for key in VI if not is_used(key)]
    assert not unused, "nobody shows " + ", ".join(unused)
