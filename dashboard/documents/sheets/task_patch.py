"""One sheet's tasks filled in: into the very cells that they came from, and nowhere else."""

import re
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher

from lxml import etree

from dashboard.documents.sheets.choice_lists import ChoiceLists
from dashboard.documents.sheets.sheet_xml import (
    LAST_COLUMN,
    Area,
    Place,
    SheetXml,
    column_of,
    letters,
)
from dashboard.documents.sheets.style_sheet import DAY, SHARE, StyleSheet
from dashboard.documents.sheets.task_lines import FILLED, Left, Put, TaskLine, TaskTable, put
from dashboard.folding import fold

Value = float | date | str | None
EPOCH, FROM_1904 = date(1899, 12, 30), 1462  # days between the two ways of counting
STATE_WIDTH = 20.0
ALIKE = 0.5  # how much of a task's text its row has to share
_TYPED = ("progress", "done")  # a result only says the state, which has a column in any case
_DAY = re.compile(r"\d{2}/\d{2}/\d{4}")
_NO_DIGIT = re.compile(r"\D")
_NO_WORD = re.compile(r"[^a-z0-9]+")


@dataclass
class SheetFill:
    """Fills one sheet. texts: the workbook's shared texts; lists: what its cells are chosen from;
    written counts changed cells; put: what stands in it by us; stretched: the column that was
    added -> the one before it."""

    name: str
    xml: SheetXml
    styles: StyleSheet
    texts: list[str]
    lists: ChoiceLists
    is_1904: bool = False
    written: int = 0
    left: list[Left] = field(default_factory=list)
    put: list[Put] = field(default_factory=list)
    stretched: dict[int, int] = field(default_factory=dict)
    _found: set[tuple[int, str]] = field(default_factory=set)  # tasks in their rows
    _said: dict[Place, str] = field(default_factory=dict)  # the states that were told, by cell

    def fill(self, table: TaskTable, heading: str) -> None:
        """The cells of the table's tasks, and the column of states under the heading."""
        lines = [line for line in table.lines if self._is_there(table, line)]
        for name in FILLED:
            self._column(table, lines, name)
        if lines:
            self._states(table, lines, heading)

    def not_written(self) -> list[Left]:
        """What was left when all tables are filled in: of tables that stand beside each other a row
        is one task's here and another's there."""
        return [
            one
            for one in self.left
            if one.why != "other_row"
            or (int(_NO_DIGIT.sub("", one.cell)), one.task) not in self._found
        ]

    def _is_there(self, table: TaskTable, line: TaskLine) -> bool:
        """Whether the row is the task's: the file is the one that was imported, so it always is,
        unless its columns were told wrong."""
        column = table.columns.get("text")
        said = self._text(line.row, column_of(column)) if column else ""
        ours, theirs = (_NO_WORD.sub(" ", fold(text))[:500] for text in (line.task, said))
        if (
            not theirs.strip()
            or ours == theirs
            or SequenceMatcher(None, ours, theirs).ratio() >= ALIKE
        ):
            self._found.add((line.row, line.task))
            return True
        self.left.append(Left(self.name, f"{column}{line.row}", "other_row", line.task))
        return False

    def _column(self, table: TaskTable, lines: list[TaskLine], name: str) -> None:
        """One field of all tasks; of merged cells all their tasks have to say the same."""
        letter = table.columns.get(name)
        for line in lines:
            where = f"{letter}{line.row}" if letter else ""
            if name in line.kept:
                self.left.append(Left(self.name, where, "own_words", line.task))
            if name in line.changed and not letter and name in _TYPED:
                self.left.append(Left(self.name, "", "no_column", line.task))
        if not letter:
            return
        column = column_of(letter)
        is_hundred = name == "progress" and self._is_hundred(column, lines)
        done: set[Place] = set()
        for line in (line for line in lines if name in line.changed):
            home, area = self.xml.home((line.row, column))
            if home in done:
                continue
            done.add(home)
            within = [o for o in lines if area and (o.row, column) in area] or [line]
            if len({_value(one, name) for one in within}) > 1:
                self._leave(home, "merged", line)
            elif self._put(home, _value(line, name), line, is_hundred):
                self.put += put(self.name, _cell(home), name, *within)

    def _put(self, place: Place, value: Value, line: TaskLine, is_hundred: bool) -> bool:
        """Whether a value was written: a formula or the sheet's protection may stand against it."""
        style = self.xml.style(*place)
        if not self._may_write(place, style, line):
            return False
        if isinstance(value, str) and value and not self.lists.allow(place, value):
            self._leave(place, "listed", line)
            return False
        if value is None or value == "":
            self.xml.put_nothing(place, style)
        elif isinstance(value, str):
            self.xml.put_text(place, value, style)
        elif isinstance(value, date):
            style = style if self.styles.is_day(style) else self.styles.with_form(style, DAY)
            days = (value - EPOCH).days - self.is_1904 * FROM_1904
            self.xml.put_number(place, days, style)
        else:
            is_share = self.styles.is_share(style)
            if not is_share and not is_hundred:
                style = self.styles.with_form(style, SHARE)
            number = round(value * 100, 9) if is_hundred and not is_share else value
            self.xml.put_number(place, number, style)
        self.written += 1
        return True

    def _may_write(self, place: Place, style: int, line: TaskLine) -> bool:
        if self.xml.is_computed(place):
            self._leave(place, "formula", line)
            return False
        if self.xml.is_protected and self.styles.is_locked(style):
            self._leave(place, "locked", line)
            return False
        return True

    def _leave(self, place: Place, why: str, line: TaskLine) -> None:
        self.left.append(Left(self.name, _cell(place), why, line.task))

    def _is_hundred(self, column: int, lines: list[TaskLine]) -> bool:
        """Whether the column counts per cent as 80 and not as 0.8: some number in it is above 1
        and not shown as per cent."""
        for line in lines:
            (row, own), _ = self.xml.home((line.row, column))
            cell = self.xml.cell(row, own)
            if cell is None or cell.get("t", "n") != "n" or self.styles.is_share(_style(cell)):
                continue
            if float(cell.findtext(self.xml.tag("v")) or 0) > 1:
                return True
        return False

    def _states(self, table: TaskTable, lines: list[TaskLine], heading: str) -> None:
        """The state of each task in our column: one of an earlier day is brought up to date, else
        it is added behind the last."""
        bottom = table.heading_row or min(line.row for line in lines) - 1
        top, last = self._top(table, bottom), max(line.row for line in lines)
        found = self._own_column(top, bottom, heading, lines)
        if found is None:
            ends = [column_of(letter) for letter in table.columns.values()]
            before = max([self.xml.last_column(top, bottom), *ends])
            column = self.xml.free_column(top, last, before + 1)
            if not self._has_room(top, last, column, heading):
                return
            self._add_column(Area(top, before, bottom, column), last, heading)
        else:
            column, place = found, self.xml.home((bottom, found))[0]
            self._say(place, heading, self.xml.style(*place), TaskLine(bottom, heading, ""))
        of_cell: dict[Place, list[TaskLine]] = {}
        for line in lines:
            of_cell.setdefault(self.xml.home((line.row, column))[0], []).append(line)
        for place, own in of_cell.items():
            self._said[place] = own[0].state
            if len({line.state for line in own}) > 1:
                self._leave(place, "merged", own[0])
                continue
            self._say(place, own[0].state, self.xml.style(*place), own[0])
            if self._text(*place) == own[0].state:  # as it may have stood there already
                self.put += put(self.name, _cell(place), "state", *own)

    def _say(self, place: Place, text: str, style: int, line: TaskLine) -> None:
        if self._text(*place) != text and self._may_write(place, style, line):
            self.xml.put_text(place, text, style)
            self.written += 1

    def _top(self, table: TaskTable, bottom: int) -> int:
        """The first row of the headings: those that stand over several rows say it."""
        tops = [bottom]
        for letter in table.columns.values():
            _, area = self.xml.home((bottom, column_of(letter)))
            tops += [area.top] if area else []
        return max(1, min(tops))

    def _own_column(self, top: int, bottom: int, heading: str, lines: list[TaskLine]) -> int | None:
        """Our column of an earlier day, unless a table beside this one has filled its rows."""
        stem = fold(_DAY.sub("", heading)).strip()
        for row in range(top, bottom + 1):
            for column in self.xml.cells(row):
                if any(self.xml.home((line.row, column))[0] in self._said for line in lines):
                    continue
                said = self._text(row, column)
                if said and _DAY.search(said) and fold(_DAY.sub("", said)).strip() == stem:
                    return column
        return None

    def _has_room(self, top: int, last: int, column: int, heading: str) -> bool:
        """Whether there is a column more, and it may be typed into."""
        if column > LAST_COLUMN:
            self.left.append(Left(self.name, "", "no_column", heading))
            return False
        if not self.xml.is_protected:
            return True
        styles = (self.xml.style(row, column) for row in range(top, last + 1))
        if not any(map(self.styles.is_locked, styles)):
            return True
        self._leave((top, column), "locked", TaskLine(top, heading, ""))
        return False

    def _add_column(self, heads: Area, last: int, heading: str) -> None:
        """A column that looks as the last one, its heading as tall as theirs. heads: from the last
        heading to the new one."""
        top, before, column = heads.top, heads.left, heads.right
        for row in range(top, last + 1):
            if self.xml.cell(row, before) is not None and self.xml.cell(row, column) is None:
                self.xml.put_nothing((row, column), self.xml.style(row, before))
        self.xml.put_text((top, column), heading, self.xml.style(top, before))
        self.written += 1
        if top < heads.bottom:
            self.xml.merge(Area(top, column, heads.bottom, column))
        self.xml.widen(column, STATE_WIDTH)
        self.xml.stretch(column)
        self.stretched[column] = before

    def _text(self, row: int, column: int) -> str:
        return cell_text(self.xml, row, column, self.texts)


def cell_text(xml: SheetXml, row: int, column: int, texts: list[str]) -> str:
    """The text in a cell; "" of numbers. texts: the workbook's shared ones."""
    cell = xml.cell(row, column)
    if cell is None:
        return ""
    kind, value = cell.get("t"), cell.findtext(xml.tag("v")) or ""
    if kind == "s" and value.isdigit() and int(value) < len(texts):
        return texts[int(value)]
    if kind == "inlineStr":
        inside = cell.find(xml.tag("is"))
        return "" if inside is None else text_of(inside)
    return value if kind == "str" else ""


def text_of(element: etree._Element) -> str:
    """A text of one piece or of runs that look different, without how it is read aloud."""
    space = f"{{{etree.QName(element).namespace}}}"
    aloud = {id(t) for ph in element.iter(f"{space}rPh") for t in ph.iter(f"{space}t")}
    return "".join(t.text or "" for t in element.iter(f"{space}t") if id(t) not in aloud)


def _value(line: TaskLine, name: str) -> Value:
    value: Value = getattr(line, name)
    return value


def _cell(place: Place) -> str:
    return f"{letters(place[1])}{place[0]}"


def _style(cell: etree._Element) -> int:
    return int(cell.get("s", "0"))
