"""Why scores beside a name are not read: it is of no province that PAPI knows."""

from dashboard.folding import fold
from dashboard.importing.values.cells import Problem
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.provinces import near

BELOW_PROVINCES = ("district", "city", "commune", "village")


def no_province(name: str, is_below: bool = False) -> Problem:
    """No name, one of a commune or village, or one not known; is_below: the heading says so."""
    alike = near(name)
    if not name:
        return Problem("score_without_province")
    if is_below or _begins_below(name, alike):
        return Problem("score_of_commune")
    if alike:
        return Problem("unknown_province_near", "error", {"names": ", ".join(alike)})
    return Problem("unknown_province")


def is_below_provinces(name: str) -> bool:
    """Whether a name begins with the word for a district, commune or village."""
    return vocabulary.start("level", name) in BELOW_PROVINCES


def _begins_below(name: str, alike: list[str]) -> bool:
    """ "Lang" of a misspelt Lạng Sơn is no word for a village."""
    first = fold(name).split()[0]
    return is_below_provinces(name) and all(fold(o).split()[0] != first for o in alike)
