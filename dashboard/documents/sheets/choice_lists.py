"""The lists that a sheet's cells are chosen from: Excel refuses other words typed there."""

from collections.abc import Callable, Iterator

from dashboard.documents.sheets.sheet_xml import Area, Place, SheetXml, area_of

# What the cells that a formula names hold; None where it can't be told.
Looked = Callable[[str], set[str] | None]
_X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_XM = "{http://schemas.microsoft.com/office/excel/2006/main}"


class ChoiceLists:
    """Those that are written out, in cells or under a name; of one that is worked out nothing is
    said."""

    def __init__(self, xml: SheetXml, looked: Looked):
        self._held: list[tuple[list[Area], set[str]]] = []
        for cells, formula in _lists(xml):
            words = _written_out(formula) or looked(formula)
            if words is not None:
                areas = [area for ref in cells.split() if (area := area_of(ref))]
                self._held.append((areas, words))

    def allow(self, place: Place, word: str) -> bool:
        """Whether the word may stand in the cell."""
        return all(
            word in words for areas, words in self._held if any(place in area for area in areas)
        )


def _lists(xml: SheetXml) -> Iterator[tuple[str, str]]:
    """Cells ("F2:F9 H2") and formula of each list that refuses; Excel 2010 and later keep those of
    other sheets apart."""
    path = f"{xml.tag('dataValidations')}/{xml.tag('dataValidation')}"
    for one in xml.root.iterfind(path):
        if one.get("type") == "list" and one.get("showErrorMessage") in ("1", "true"):
            yield one.get("sqref", ""), (one.findtext(xml.tag("formula1")) or "").strip()
    for one in xml.root.iter(f"{_X14}dataValidation"):
        if one.get("type") == "list" and one.get("showErrorMessage") in ("1", "true"):
            formula = one.findtext(f"{_X14}formula1/{_XM}f") or ""
            yield one.findtext(f"{_XM}sqref") or "", formula.strip()


def _written_out(formula: str) -> set[str] | None:
    if len(formula) < 2 or not formula[0] == formula[-1] == '"':
        return None
    return {word.strip() for word in formula[1:-1].replace('""', '"').split(",")}
