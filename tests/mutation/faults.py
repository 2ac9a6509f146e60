"""Faults to sow: one sign of one line turned round, drawn at random from the program's rooms."""

import ast
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# What is written -> what a tired hand would write.
TURNS = (
    (r"<=", "<"),
    (r">=", ">"),
    (r"(?<![<>=!-])<(?![=>])", "<="),
    (r"(?<![<>=!-])>(?![=>])", ">="),
    (r"==", "!="),
    (r"!=|<>", "="),
    (r"\band\b", "or"),
    (r"\bor\b", "and"),
    (r"\bnot (?!in\b|null\b)", ""),
    (r"\bis null\b", "is not null"),
    (r"\bis not None\b", "is None"),
    (r"\bleft join\b", "join"),
    (r"\bunion all\b", "except all"),
    (r"\bsum\(", "max("),
    (r"\bcount\(", "max("),
    (r"\bmin\(", "max("),
    (r"\bmax\(", "min("),
    (r"\bany\(", "all("),
    (r"\ball\(", "any("),
    (r"\bTrue\b", "False"),
    (r"\bFalse\b", "True"),
    (r"(?<=\w) \+ (?=[\w(])", " - "),
    (r"(?<=[\w)]) - (?=[\w(])", " + "),
    (r" \* (?=[\w(])", " / "),
    (r" / (?=[\w(])", " * "),
    (r"(?<![\w.\"'#%-])(\d+)(?![\w.\"'%])", lambda m: str(int(m[1]) + 1)),
)
QUIET = re.compile(r"""^\s*(--|#|@|from |import |"{3}|def |class |raise |assert |create )""")


@dataclass(frozen=True)
class Fault:
    """A line of a file and what stands there instead."""

    room: str
    file: str
    line: str
    instead: str


def drawn(root: Path, rooms: dict[str, tuple[int, list[str]]], seed: int) -> list[Fault]:
    """Faults of each room: name -> (how many, glob patterns), the same for the same seed."""
    chance = random.Random(seed)
    found = []
    for room, (count, patterns) in rooms.items():
        files = sorted({file for pattern in patterns for file in root.glob(pattern)})
        every = [fault for file in files for fault in of_file(root, file, room)]
        chance.shuffle(every)
        one_a_line = {(fault.file, fault.line): fault for fault in every}
        found += list(one_a_line.values())[:count]
    return found


def of_file(root: Path, file: Path, room: str) -> Iterator[Fault]:
    """Every fault of one file that still parses; lines that occur twice are left out."""
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines()
    prose = _prose(text) if file.suffix == ".py" else set()
    for number, line in enumerate(lines):
        if number + 1 in prose or QUIET.match(line) or lines.count(line) > 1:
            continue
        code = re.split(r"\s--\s|\s\s#\s", line)[0]
        for sign, turn in TURNS:
            instead = re.sub(sign, turn, code, count=1)
            whole = "\n".join([*lines[:number], instead, *lines[number + 1 :]])
            if instead != code and (file.suffix != ".py" or _parses(whole)):
                yield Fault(room, file.relative_to(root).as_posix(), line, instead)


def _prose(source: str) -> set[int]:
    """The lines of docstrings and of texts over several lines."""
    return {
        line
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if "\n" in node.value or node.col_offset == 4
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }


def _parses(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True
