"""Typst with our own fonts only: the same pages on every machine, and no page with empty boxes."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import typst

from dashboard import config
from dashboard.errors import DashboardError

FOLDER = Path(__file__).parent
SERIF, SANS = "Liberation Serif", "Liberation Sans"
# Family, style, weight of each file of data/fonts.
NEEDED = {
    *((SERIF, style, weight) for style in ("normal", "italic") for weight in (400, 700)),
    *((SANS, "normal", weight) for weight in (400, 700)),
}
STANDARDS: list[Any] = ["a-3a", "ua-1"]


class Typeset:
    """A .typ file of this folder set with data; sizes and texts come from the data alone.

    DashboardError fonts_missing where one of our fonts is not there: typst would put another in
    its place, or none.
    """

    def __init__(self, name: str, data: dict[str, Any]):
        self._compiler = typst.Compiler(
            str(FOLDER / name),
            root=str(FOLDER),
            font_paths=_fonts(),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )

    def pages(self) -> int:
        """How many pages it takes."""
        return int(json.loads(self._compiler.query("<pages>", field="value", one=True)))

    def pdf(self, made: datetime) -> bytes:
        """PDF/A-3a and PDF/UA-1; made: UTC, the date in it."""
        moment = made.replace(tzinfo=made.tzinfo or UTC)
        return self._compiled("pdf", pdf_standards=STANDARDS, timestamp=moment)[0]

    def png(self, ppi: float) -> Sequence[bytes]:
        """A picture a page."""
        return self._compiled("png", ppi=ppi)

    def _compiled(self, form: Literal["pdf", "png"], **options: Any) -> Sequence[bytes]:
        made, warnings = self._compiler.compile_with_warnings(format=form, **options)
        if warnings:  # a font that is not known, a layout that does not settle: a fault of ours
            raise RuntimeError("; ".join(warning.message for warning in warnings))
        return made if isinstance(made, list) else [made or b""]


def _fonts() -> typst.Fonts:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(config.FONTS)]
    )
    there = {(font.family, font.style.lower(), font.weight) for font in fonts.fonts()}
    lacking = sorted({family for family, *rest in NEEDED if (family, *rest) not in there})
    if lacking:
        raise DashboardError("fonts_missing", fonts=", ".join(lacking), folder=config.FONTS)
    return fonts
