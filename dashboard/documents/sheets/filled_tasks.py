"""The office's own task table with states, progress, days and results filled in.

Cells are changed in the XML of their sheet, inside the zip: text boxes, pictures, buttons, macros,
formats and all other parts stay byte for byte. What cannot be changed so (.xls, .ods, .csv, a file
that is not kept) is written anew in the layout of our template, and that is said.
"""

import logging
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

from lxml import etree

from dashboard import apart
from dashboard.documents.sheets import listed_tables
from dashboard.documents.sheets.choice_lists import ChoiceLists
from dashboard.documents.sheets.formula_reach import Reach
from dashboard.documents.sheets.opc_parts import NotPatchable, Parts
from dashboard.documents.sheets.sheet_xml import SheetXml, area_of, column_of, letters
from dashboard.documents.sheets.style_sheet import StyleSheet
from dashboard.documents.sheets.task_lines import Filled, Left, Patched, TaskTable, Top
from dashboard.documents.sheets.task_patch import SheetFill, cell_text, text_of
from dashboard.importing.workbook.container import Limits
from dashboard.words import words

LIMITS = Limits(seconds=30)
_ENDINGS = (".xlsx", ".xlsm", ".xltx", ".xltm")
MOST_LISTED = 10_000  # rows of a list of choices that are looked at
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_PRINTED = re.compile(r"([^,]*:\$)([A-Z]{1,3})((?:\$\d+)?)")
# Of a workbook's own elements those that stand before calcPr.
_BEFORE_CALC = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
    "functionGroups", "externalReferences", "definedNames",
)  # fmt: skip


def fill(
    original: bytes,
    name: str,
    tables: list[TaskTable],
    top: Top,
    language: str = "vi",
    limits: Limits = LIMITS,
) -> Filled:
    """The file `name` with its tasks filled in; original: its bytes, empty where they are not
    kept. It is opened in a process apart, as an import opens it."""
    said = words(language)
    heading = said.say("filled.state", day=f"{top.as_of:%d/%m/%Y}")
    try:
        given = (original, tables, heading)
        done = apart.run(fill_here, *given, memory=limits.memory, seconds=limits.seconds)
    except apart.Failed as failure:
        logging.getLogger(__name__).warning("%s could not be filled in: %s", name, failure)
        done = Patched()
    own = Path(name).suffix.lower()
    ending = own if done.content and own in _ENDINGS else ".xlsx"
    called = said.say("filled.file", name=Path(name).stem) + ending
    if not done.content:
        from dashboard.documents.sheets import fresh_tasks  # openpyxl: the child does without

        content, put = fresh_tasks.workbook(tables, top, heading, said)
        count = sum(len(table.lines) for table in tables)
        return Filled(content, called, count, (), is_new=True, put=put)
    return Filled(
        done.content, called, done.written, done.left, was_signed=done.was_signed, put=done.put
    )


def fill_here(original: bytes, tables: list[TaskTable], heading: str) -> Patched:
    """fill, in this very process; nothing of a file that can't be changed in place."""
    try:
        return _Book(Parts(original)).fill(tables, heading)
    except NotPatchable:
        return Patched()


class _Book:
    """A workbook's parts: its sheets by name, its styles, its shared texts."""

    def __init__(self, parts: Parts):
        self.parts = parts
        self.name = self._one(parts.related(""), "officeDocument")
        self.root = parts.tree(self.name)
        self.space = etree.QName(self.root).namespace
        self.related = parts.related(self.name)
        self.sheets = self._sheets()
        self.opened: dict[str, SheetXml] = {}
        self.is_changed = False

    def fill(self, tables: list[TaskTable], heading: str) -> Patched:
        """All tables; the parts that are not touched stay as they are."""
        styles_name = self._one(self.related, "styles")
        styles, texts = StyleSheet(self.parts.tree(styles_name)), self._texts()
        done = Patched()
        renamed: dict[str, str] = {}
        by_sheet: dict[str, list[TaskTable]] = {}
        for table in tables:
            by_sheet.setdefault(table.sheet, []).append(table)
        for sheet, own in by_sheet.items():
            part = self.sheets.get(_squeezed(sheet))
            if part is None:
                lost = (Left(sheet, "", "no_sheet", x.task) for t in own for x in t.lines)
                done = replace(done, left=(*done.left, *lost))
                continue
            xml = self._sheet(_squeezed(sheet), part)
            lists = ChoiceLists(xml, partial(self._listed, sheet, texts))
            filling = SheetFill(sheet, xml, styles, texts, lists, self._is_1904())
            for table in own:
                filling.fill(table, heading)
            if filling.written:
                self.parts.change(part, xml.root)
                renamed |= listed_tables.rename(self.parts, part, xml, texts)
            self._print(list(self.sheets.values()).index(part), filling.stretched)
            left, put = (*done.left, *filling.not_written()), (*done.put, *filling.put)
            done = Patched(written=done.written + filling.written, left=left, put=put)
        if renamed:
            self._follow(renamed)
        if styles.is_changed:
            self.parts.change(styles_name, styles.root)
        return self._done(done)

    def _done(self, done: Patched) -> Patched:
        if not done.written:
            return replace(done, content=self.parts.content())
        self._compute()
        if self.is_changed:
            self.parts.change(self.name, self.root)
        was_signed = self.parts.drop_signatures()
        return replace(done, content=self.parts.content(), was_signed=was_signed)

    def _sheet(self, name: str, part: str) -> SheetXml:
        if name not in self.opened:
            self.opened[name] = SheetXml(self.parts.tree(part))
        return self.opened[name]

    def _listed(self, sheet: str, texts: list[str], formula: str) -> set[str] | None:
        """The words in the cells that a formula names: $A$2:$A$9, 'Danh mục'!$A$2:$A$9, a name."""
        names = self.root.iterfind(f"{self._tag('definedNames')}/{self._tag('definedName')}")
        said = {(one.get("name") or "").casefold(): one.text or "" for one in names}
        of, _, ref = said.get(formula.casefold(), formula).lstrip("=").rpartition("!")
        name = _squeezed(of.strip("'").replace("''", "'") or sheet)
        area, part = area_of(ref.replace("$", "")), self.sheets.get(name)
        if area is None or not part:
            return None
        xml = self._sheet(name, part)
        rows = range(area.top, min(area.bottom, area.top + MOST_LISTED) + 1)
        columns = range(area.left, area.right + 1)
        return {cell_text(xml, row, at, texts).strip() for row in rows for at in columns}

    def _follow(self, renamed: dict[str, str]) -> None:
        """Formulas and names that call a table's column by the name it had."""
        self.is_changed |= listed_tables.follow(self.root, renamed)
        for name, part in self.sheets.items():
            if part and _FORMULA.search(self.parts.read(part)):
                root = self._sheet(name, part).root
                if listed_tables.follow(root, renamed):
                    self.parts.change(part, root)

    def _sheets(self) -> dict[str, str]:
        """The parts of worksheets, in the order of the workbook; of other sheets none."""
        found: dict[str, str] = {}
        for sheet in self.root.iterfind(f"{self._tag('sheets')}/{self._tag('sheet')}"):
            ids = [value for name, value in sheet.attrib.items() if name.endswith("}id")]
            kind, target = self.related.get(ids[0] if ids else "", ("", ""))
            found[_squeezed(sheet.get("name", ""))] = target if kind == "worksheet" else ""
        return found

    def _texts(self) -> list[str]:
        kinds = {kind: target for kind, target in self.related.values()}
        if "sharedStrings" not in kinds or not self.parts.has(kinds["sharedStrings"]):
            return []
        root = self.parts.tree(kinds["sharedStrings"])
        return [text_of(one) for one in root.iterchildren(self._tag("si"))]

    def _is_1904(self) -> bool:
        told = self.root.find(self._tag("workbookPr"))
        return told is not None and told.get("date1904") in ("1", "true")

    def _print(self, place: int, stretched: dict[int, int]) -> None:
        """What is printed of a sheet ends where its table ends."""
        for one in self.root.iterfind(f"{self._tag('definedNames')}/{self._tag('definedName')}"):
            if one.get("name") != "_xlnm.Print_Area" or one.get("localSheetId") != str(place):
                continue
            for column, before in sorted(stretched.items()):
                said = _PRINTED.fullmatch(one.text or "")
                if said and column_of(said[2]) == before:
                    one.text = f"{said[1]}{letters(column)}{said[3]}"
                    self.is_changed = True

    def _compute(self) -> None:
        """Formulas may count what was filled in: Excel computes them when it opens the file, and
        what they gave before is taken out for programs that do not."""
        parts = {name: part for name, part in self.sheets.items() if part}
        counting = {n: p for n, p in parts.items() if _FORMULA.search(self.parts.read(p))}
        if not counting:
            return
        changed = {name: xml.changed for name, xml in self.opened.items()}
        for name, part in counting.items():
            self._sheet(name, part)
        for name in Reach(self.opened, changed).forget():
            self.parts.change(parts[name], self.opened[name].root)
        told = self.root.find(self._tag("calcPr"))
        if told is None:
            told = etree.Element(self._tag("calcPr"))
            before = {self._tag(name) for name in _BEFORE_CALC}
            place = [i for i, child in enumerate(self.root, 1) if child.tag in before]
            self.root.insert(max(place, default=0), told)
        told.set("fullCalcOnLoad", "1")
        self.is_changed = True

    def _one(self, related: dict[str, tuple[str, str]], kind: str) -> str:
        for found, target in related.values():
            if found == kind:
                return target
        raise NotPatchable

    def _tag(self, name: str) -> str:
        return f"{{{self.space}}}{name}"


def _squeezed(name: str) -> str:
    return " ".join(name.split())
