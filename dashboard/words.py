"""Texts for people, one language at a time: words("vi")["page.overview.title"].

The catalogue is the folder texts/<language>/: TOML files whose tables are the
dotted keys. The language is an argument, never a global: sessions share a process.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.thresholds import filled

TEXTS = Path(__file__).parent / "texts"
LANGUAGES = ("vi", "en")
DECIMAL_MARK = {"vi": ",", "en": "."}


class Words(Mapping[str, str]):
    """The texts of one language by dotted key; an unknown key is a KeyError naming it."""

    def __init__(self, language: str, texts: dict[str, str]):
        self.language = language
        self._texts = texts

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def say(self, key: str, **holes: object) -> str:
        """The text of key with its {holes} filled."""
        return self._texts[key].format(**holes)


@cache
def words(language: str = "vi") -> Words:
    """The catalogue of a language, thresholds filled in; its files may not define one key twice."""
    texts: dict[str, str] = {}
    for file in sorted((TEXTS / language).glob("*.toml")):
        for key, text in _flat(tomllib.loads(file.read_text(encoding="utf-8"))):
            if key in texts:
                raise ValueError(f"{file.name}: the text {key} is defined twice")
            texts[key] = filled(text, DECIMAL_MARK[language])
    return Words(language, texts)


def _flat(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value
