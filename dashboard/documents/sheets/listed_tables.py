"""The tables of Excel on a sheet (ListObjects): their columns bear the names that their headings
say, or Excel calls the file damaged."""

import posixpath

from lxml import etree

from dashboard.documents.sheets.opc_parts import Parts
from dashboard.documents.sheets.sheet_xml import SheetXml, area_of
from dashboard.documents.sheets.task_patch import cell_text

# What holds a formula in a sheet, a table and a workbook.
_FORMULAS = (
    "f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula",
    "definedName",
)  # fmt: skip


def rename(parts: Parts, part: str, xml: SheetXml, texts: list[str]) -> dict[str, str]:
    """Give the columns of the sheet's tables the names of headings that were written anew; what a
    formula calls them: the name before -> the new one."""
    folder, file = posixpath.split(part)
    if not parts.has(posixpath.join(folder, "_rels", f"{file}.rels")):
        return {}
    renamed: dict[str, str] = {}
    for kind, target in parts.related(part).values():
        if kind != "table" or not parts.has(target):
            continue
        root = parts.tree(target)
        area, columns = area_of(root.get("ref", "")), root.find(xml.tag("tableColumns"))
        if area is None or columns is None or root.get("headerRowCount") == "0":
            continue
        before = len(renamed)
        for column, one in enumerate(columns, area.left):
            said = cell_text(xml, area.top, column, texts)
            if (area.top, column) in xml.changed and said != one.get("name"):
                renamed[one.get("name", "")] = said
                one.set("name", said)
        if len(renamed) > before:
            follow(root, renamed)
            parts.change(target, root)
    return renamed


def follow(root: etree._Element, renamed: dict[str, str]) -> bool:
    """Call the columns by their new names in the formulas of a part; whether there were any."""
    found = False
    for formula in root.iter(*(f"{{*}}{name}" for name in _FORMULAS)):
        text = formula.text or ""
        for before, now in renamed.items():
            text = text.replace(f"[{before}]", f"[{now}]")
        if text != (formula.text or ""):
            formula.text, found = text, True
    return found
