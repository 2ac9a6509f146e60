"""The lists that a sheet's cells are chosen from: Excel refuses other words typed there."""

from dashboard.documents.sheets.sheet_xml import Area, Place, SheetXml, area_of


class ChoiceLists:
    """Those that are written out in the sheet; of a list in cells elsewhere nothing is said."""

    def __init__(self, xml: SheetXml):
        self._held: list[tuple[list[Area], set[str]]] = []
        path = f"{xml.tag('dataValidations')}/{xml.tag('dataValidation')}"
        for one in xml.root.iterfind(path):
            said = (one.findtext(xml.tag("formula1")) or "").strip()
            refuses = one.get("showErrorMessage") in ("1", "true")
            if one.get("type") == "list" and refuses and said[:1] == said[-1:] == '"':
                areas = [a for ref in one.get("sqref", "").split() if (a := area_of(ref))]
                words = {word.strip() for word in said[1:-1].replace('""', '"').split(",")}
                self._held.append((areas, words))

    def allow(self, place: Place, word: str) -> bool:
        """Whether the word may stand in the cell."""
        return all(
            word in words for areas, words in self._held if any(place in area for area in areas)
        )
