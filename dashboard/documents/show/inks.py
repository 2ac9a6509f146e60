"""Colours of drawings that follow the show's theme: a pair of light and dark is one variable."""

from dataclasses import replace

from dashboard.documents.drawn.marks import Drawing, Mark

_COLOURS = ("colour", "fill", "edge")


class Inks:
    """The pairs of a show, in the order in which they were met."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[str, str], int] = {}

    def themed(self, light: Drawing, dark: Drawing) -> Drawing:
        """The drawing with variables of CSS for colours; both are of the same marks."""
        pairs = zip(light.marks, dark.marks, strict=True)
        return replace(light, marks=tuple(self._mark(one, other) for one, other in pairs))

    def rules(self, is_dark: bool) -> str:
        """What the variables are in a theme: "--i0:…;--i1:…"."""
        return "".join(f"--i{number}:{pair[is_dark]};" for pair, number in self._pairs.items())

    def _mark(self, light: Mark, dark: Mark) -> Mark:
        changed: dict[str, str] = {}
        for name in _COLOURS:
            colour = getattr(light, name, None)
            if colour:
                pair = (colour, getattr(dark, name))
                changed[name] = f"var(--i{self._pairs.setdefault(pair, len(self._pairs))})"
        return replace(light, **changed)  # type: ignore[arg-type]  # texts for texts
