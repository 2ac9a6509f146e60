"""The headings between the rows of a plan: which rows are such, and what holds below them.

A row without lead, due date, done date, result or product may be a heading. It is one

- of a component: by its name in any usual wording (the words decide before the number), by a
  code in two parts (1.1), by PAPI's own word before a number ("Chỉ số nội dung 2"), by a Roman
  number whose dimension the words are like;
- of something else: by a mark that only headings have (A., I., Phần, Chương, Mục), by words in
  the place of numbers, by words without a number that are no verb's ("Nhiệm vụ chung").

A row whose number follows that of the task above is a task, unless it names a component and
the headings above are numbered so. A heading holds until one comes that is not below it: A ends
what I named, I what 1.1 named, a) ends nothing. What is in doubt is said on its cell.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice

from dashboard.importing.model.sheet import filled, text, typed
from dashboard.importing.records.context import Context
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.component_codes import Tree
from dashboard.importing.wording import section_names, vocabulary
from dashboard.importing.wording.outline import Form, Mark, outline
from dashboard.importing.wording.title import whole_unit

_ABOVE = 3  # rows over the headings where the first table's section may stand
_HEADING_FORMS = (Form.PART, Form.CHAPTER, Form.LETTER, Form.ROMAN, Form.GROUP, Form.COMPONENT)
_TASKS_LOOKED_AT = 200


@dataclass(frozen=True)
class Component:
    """What a heading names; is_sure: by its name or its code, not by likeness alone."""

    code: str
    is_sure: bool = True


@dataclass
class Sections:
    """The headings met so far. stack: (form, component or None, number), the uppermost first."""

    context: Context
    unit: str | None = None
    stack: list[tuple[Form, str | None, tuple[int, ...]]] = field(default_factory=list)
    last_task: list[object] | None = None
    last_numbered: Mark | None = None

    def __post_init__(self) -> None:
        table = self.context.table
        self.has_numbers = "number" in table.columns
        above = [row for row in table.sheet.rows[: table.first] if filled(row)][-_ABOVE:]
        for row in above:
            if len(said := filled(row)) == 1 or isinstance(row[said[0]], str) and len(said) == 2:
                self._read_above(" ".join(text(row[column]) for column in said))

    @property
    def component(self) -> str | None:
        """The component of the tasks that come now."""
        return next((code for _, code, _ in reversed(self.stack) if code), None)

    @cached_property
    def task_forms(self) -> set[Form]:
        """In what forms the first rows that have work are numbered."""
        if not self.has_numbers:
            return set()
        rows = (row for _, row in self.context.table.body if has_work(self.context, row))
        return {self._mark(row).form for row in islice(rows, _TASKS_LOOKED_AT)}

    @property
    def task(self) -> Mark | None:
        """The number of the last task: the next row is told from a heading by it."""
        return self._mark(self.last_task) if self.has_numbers and self.last_task else None

    def read(self, index: int, row: list[object]) -> bool:
        """Whether a row without work is a heading of the rows below; it then holds for them."""
        mark = self._mark(row)
        words = mark.rest or ("" if mark.number else self._only_text(row))
        if component := self._component(mark, words):
            self._enter(mark, component.code)
            if not component.is_sure:
                self._say(index, row, "section_of_component", "warning", component.code)
        elif named := whole_unit(words):
            self.unit = named
        elif self._is_above_parts(index, mark):
            self._enter(mark, None)
            self._say(index, row, "row_taken_as_section", "info")
        elif not self._is_heading(mark, row):
            return False
        else:
            self._enter(mark, None)
            doubtful = mark.form in (Form.NUMBER, Form.DOTTED, Form.ITEM)
            self._say(index, row, "row_taken_as_section", "warning" if doubtful else "info")
        return True

    def _say(
        self, index: int, row: list[object], code: str, severity: str, component: str = ""
    ) -> None:
        holes = {"component": component} if component else {}
        name = "text" if self.context.text(row, "text") else "number"
        self.context.remark(index, row, name, Problem(code, severity, holes))

    def _mark(self, row: list[object]) -> Mark:
        number = self.context.table.cell(row, "number")
        if isinstance(number, date):  # what Excel makes of a typed 1.2: day, month
            number = f"{number.day}.{number.month}"
        said = self.context.text(row, "text")
        return outline(typed(number), said or ("" if number else self._only_text(row)))

    def _only_text(self, row: list[object]) -> str:
        said = [value for value in row if value is not None]
        return typed(said[0]) if len(said) == 1 and isinstance(said[0], str) else ""

    def _read_above(self, words: str) -> None:
        """A heading that stands over the table's own headings."""
        mark = outline("", words)
        code = section_names.component_of(mark.rest)
        if code in self.context.tree.levels:
            self._enter(mark, code)

    # What a heading names

    def _component(self, mark: Mark, words: str) -> Component | None:
        named = self._named(mark, words) or self._named_after_words_of_papi(mark, words)
        if named:
            return named
        if mark.form is Form.DOTTED:
            return self._by_parts(mark, words)
        if mark.form is Form.COMPONENT:
            return self._by_prefix(mark, words)
        if mark.form is Form.ROMAN and (code := self._code(mark)):
            if section_names.begins_name(words, code):
                return Component(code)
            if section_names.is_like(words, code):
                return Component(code, is_sure=False)
        return self._inside(mark, words)

    def _named(self, mark: Mark, words: str) -> Component | None:
        """By the name; with the code of a part of what is named, by that."""
        with_verbs = mark.form in _HEADING_FORMS
        named = section_names.component_of(words, with_verbs)
        if named not in self.context.tree.levels or self._goes_on(mark):
            return None
        code = self._code(mark) if "." in (self._code(mark) or "") else None
        if code and code.startswith(f"{named}."):
            return Component(code)
        return Component(named, is_sure=code in (None, named))

    def _named_after_words_of_papi(self, mark: Mark, words: str) -> Component | None:
        """ "1 | Chỉ số nội dung 1: Tham gia của người dân": a number in its cell, and another
        one before the name."""
        inner = outline("", words)
        if mark.prefix or not inner.prefix or self._goes_on(mark):
            return None
        if vocabulary.exact("papi_prefix", inner.prefix):
            return self._named(inner, inner.rest) or self._by_prefix(inner, inner.rest)
        return self._named(inner, inner.rest)

    def _goes_on(self, mark: Mark) -> bool:
        """Whether the number goes on from the task above, and not from the last heading."""
        if not mark.follows(self.task):
            return False
        return not mark.follows(self.last_numbered)

    def _by_parts(self, mark: Mark, words: str) -> Component | None:
        """By a code in two parts, where it is no number of a task or of a heading of another."""
        code = self._code(mark)
        if code is None or mark.follows(self.task):
            return None
        upper = self._upper()
        if section_names.is_like(words, code):
            return Component(code)
        if Form.DOTTED in self.task_forms or self._is_numbered_below(mark):
            return None
        if upper and upper != code[0]:
            return Component(upper, is_sure=False)
        if mark.is_roman and upper != code[0] or section_names.begins_heading(words):
            return None
        return Component(code, is_sure=not words)

    def _upper(self) -> str | None:
        """The dimension that stands above what is numbered in parts."""
        codes = [code for form, code, _ in self.stack if code and form < Form.DOTTED]
        return codes[-1][0] if codes else None

    def _is_numbered_below(self, mark: Mark) -> bool:
        """Whether the parts begin with the number of a heading above that is no component."""
        return any(
            code is None and number == mark.number[:1]
            for form, code, number in self.stack
            if form in (Form.ROMAN, Form.NUMBER)
        )

    def _by_prefix(self, mark: Mark, words: str) -> Component | None:
        """ "Chỉ số nội dung 2" is PAPI's own word; "Nội dung 2" is, where no other words say
        what it is."""
        code = self._code(mark)
        if code is None:
            return None
        is_like = section_names.is_like(words, code) or section_names.begins_name(words, code)
        if vocabulary.exact("papi_prefix", mark.prefix):
            return Component(code, is_sure=not words or is_like)
        if is_like or (not words and vocabulary.exact("whole_prefix", mark.prefix)):
            return Component(code)
        return None

    def _inside(self, mark: Mark, words: str) -> Component | None:
        """By a name within the words, of a heading that is one by its mark or its letters."""
        if mark.form not in _HEADING_FORMS and not (mark.form is Form.NONE and _shouts(words)):
            return None
        code = section_names.component_inside(words)
        return Component(code, is_sure=False) if code in self.context.tree.levels else None

    def _code(self, mark: Mark) -> str | None:
        """The code that the number is: 2 of II, 2.2 of 2.2 and of II.2."""
        return code_of(mark, self.context.tree)

    # What is a heading of something else

    def _is_heading(self, mark: Mark, row: list[object]) -> bool:
        said, words = self.context.text(row, "text"), mark.rest
        if mark.form is not Form.NONE and (
            mark.follows(self.task)
            or (mark.form in self.task_forms and mark.form is not Form.NUMBER)
        ):
            return False
        if mark.form in _HEADING_FORMS:
            return True
        if mark.form is Form.DOTTED:
            return (
                _shouts(words)
                or mark.is_roman  # "IX.1": tasks numbered so are known by then
                or self._code(mark) is not None
                or section_names.begins_heading(words)
            )
        if mark.form is Form.NUMBER:
            return _shouts(words)
        if mark.form is Form.ITEM:
            goes_on = mark.follows(self.last_numbered)
            return goes_on or _shouts(words) or section_names.begins_heading(words)
        if not said:
            return self.has_numbers and self.context.table.cell(row, "number") is not None
        number = typed(self.context.table.cell(row, "number"))
        is_word = number.replace(" ", "").isalpha()  # "Phụ lục II"; "*", "NV-01" may be a task's
        is_plain = (not number or is_word) and not section_names.begins_task(said)
        is_other = bool(number) and section_names.begins_heading(said)
        return _shouts(said) or (self.has_numbers and (is_plain or is_other))

    def _is_above_parts(self, index: int, mark: Mark) -> bool:
        """Whether the next row is numbered as the first part of this one: 1.1 below 1."""
        if mark.form is not Form.NUMBER:
            return False
        row = next((row for at, row in self.context.table.body if at > index), None)
        below = self._mark(row) if row else Mark()
        return below.form is Form.DOTTED and below.number == (*mark.number, 1)

    def _enter(self, mark: Mark, code: str | None) -> None:
        form = mark.form
        if code and form in (Form.NONE, Form.COMPONENT):
            form = Form.DOTTED if "." in code else Form.ROMAN
        self.stack = [above for above in self.stack if above[0] < form]
        self.stack.append((form, code, mark.number))
        if mark.number:
            self.last_numbered = mark


def code_of(mark: Mark, tree: Tree) -> str | None:
    """The code that a mark's number is, if the tree has it."""
    parts = [f"x{part - 100}" if part > 100 else str(part) for part in mark.number]
    if mark.form is Form.ROMAN or len(parts) > 1:
        code = ".".join(parts)
    elif mark.form in (Form.COMPONENT, Form.NUMBER) and parts:
        code = ".".join(parts[0]) if len(parts[0]) == 2 else parts[0]
    else:
        return None
    return code if code in tree.levels else None


def has_work(context: Context, row: list[object]) -> bool:
    """Whether the row says who does it, until when, or what came of it."""
    return any(context.table.cell(row, name) is not None for name in WORK)


def _shouts(words: str) -> bool:
    """All in capitals, of two words at least."""
    return words.isupper() and len(words.split()) > 1


WORK = ("lead", "support", "due", "done", "result_h1", "result_year", "product")
