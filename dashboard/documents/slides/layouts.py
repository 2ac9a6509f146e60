"""Which layouts of a deck our slides use: by type and placeholders, never by name, for names are
in the language of whoever made the template."""

from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as KIND

TITLES = (KIND.TITLE, KIND.CENTER_TITLE)
UPRIGHT = (KIND.VERTICAL_TITLE, KIND.VERTICAL_BODY, KIND.VERTICAL_OBJECT)
_FOOT = (KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER)


def chosen(deck: Any) -> tuple[Any, Any] | None:
    """The layouts of the cover and of all other slides; None in a deck without any."""
    for master in deck.slide_masters:
        found = list(master.slide_layouts)
        if found:
            return min(found, key=_as_cover), min(found, key=_as_content)
    return None


def said_below(layout: Any) -> tuple[Any, ...]:
    """The kinds of placeholders that can hold the cover's subtitle, the best alone."""
    kinds = _kinds(layout)
    return (KIND.SUBTITLE,) if KIND.SUBTITLE in kinds else (KIND.BODY,)


def _kinds(layout: Any) -> list[Any]:
    return [holder.placeholder_format.type for holder in layout.placeholders]


def _as_cover(layout: Any) -> tuple[bool, bool, bool, int]:
    """The nearest to a title and a subtitle comes first."""
    kinds = _kinds(layout)
    has_both = KIND.SUBTITLE in kinds and any(kind in TITLES for kind in kinds)
    is_upright = any(kind in UPRIGHT for kind in kinds)
    return layout._element.get("type") != "title", is_upright, not has_both, len(kinds)


def _as_content(layout: Any) -> tuple[bool, bool, bool, int]:
    """The nearest to a title alone comes first."""
    kinds = [kind for kind in _kinds(layout) if kind not in _FOOT]
    has_title = any(kind in TITLES for kind in kinds)
    is_upright = any(kind in UPRIGHT for kind in kinds)
    return layout._element.get("type") != "titleOnly", is_upright, not has_title, len(kinds)
