"""The styles of a workbook as its cells name them: what a number format shows, what is locked."""

import copy
import re

from lxml import etree

DAY, SHARE = "dd/mm/yyyy", "0%"
_DAYS = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}  # Excel's own formats of dates
_SHARES = {9, 10}
_OWN = 164  # the first number of a format that is not Excel's own
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class StyleSheet:
    """styles.xml; is_changed says whether a style was added."""

    def __init__(self, root: etree._Element):
        self.root, self.is_changed = root, False
        self._space = etree.QName(root).namespace
        self._made: dict[tuple[int, str], int] = {}

    def is_day(self, style: int) -> bool:
        """Whether a number in a cell of the style is shown as a day."""
        number, code = self._form(style)
        return number in _DAYS or bool(re.search(r"[dmyDMY]", _QUOTED.sub("", code)))

    def is_share(self, style: int) -> bool:
        """Whether it is shown as per cent."""
        number, code = self._form(style)
        return number in _SHARES or "%" in _QUOTED.sub("", code)

    def is_locked(self, style: int) -> bool:
        """Whether a protected sheet lets nobody type there: so it is unless a style says not."""
        xf = self._xf(style)
        told = None if xf is None else xf.find(self._tag("protection"))
        return told is None or told.get("locked", "1") not in ("0", "false")

    def with_form(self, style: int, code: str) -> int:
        """The number of the same style with another number format: DAY or SHARE."""
        if (style, code) not in self._made:
            self._made[style, code] = self._add(style, code)
        return self._made[style, code]

    def _add(self, style: int, code: str) -> int:
        xfs, own = self.root.find(self._tag("cellXfs")), self._xf(style)
        if xfs is None or own is None:
            return style
        made = copy.deepcopy(own)
        made.set("numFmtId", "9" if code == SHARE else str(self._numbered(code)))
        made.set("applyNumberFormat", "1")
        xfs.append(made)
        xfs.set("count", str(len(xfs)))
        self.is_changed = True
        return len(xfs) - 1

    def _numbered(self, code: str) -> int:
        """The number of a format, new where the workbook has none such."""
        forms = self.root.find(self._tag("numFmts"))
        if forms is None:
            forms = etree.Element(self._tag("numFmts"))
            self.root.insert(0, forms)
        taken = {int(one.get("numFmtId", "0")): one.get("formatCode") for one in forms}
        for number, said in taken.items():
            if said == code:
                return number
        number = max([_OWN - 1, *taken]) + 1
        etree.SubElement(forms, self._tag("numFmt"), numFmtId=str(number), formatCode=code)
        forms.set("count", str(len(forms)))
        return number

    def _form(self, style: int) -> tuple[int, str]:
        """The number of a style's format, and its code where the workbook says it."""
        xf = self._xf(style)
        number = 0 if xf is None else int(xf.get("numFmtId", "0"))
        forms = self.root.find(self._tag("numFmts"))
        for one in () if forms is None else forms:
            if one.get("numFmtId") == str(number):
                return number, one.get("formatCode", "")
        return number, ""

    def _xf(self, style: int) -> etree._Element | None:
        xfs = self.root.find(self._tag("cellXfs"))
        found = [] if xfs is None else xfs.findall(self._tag("xf"))
        return found[style] if 0 <= style < len(found) else None

    def _tag(self, name: str) -> str:
        return f"{{{self._space}}}{name}"
