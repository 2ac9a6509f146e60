"""Rows of an answers sheet -> respondents."""

import hashlib
import re
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from dashboard.addresses import joined
from dashboard.folding import fold
from dashboard.importing.model.coded_columns import encode_column
from dashboard.importing.model.raw import CodedColumn, RawSheet
from dashboard.importing.model.records import Respondent
from dashboard.importing.model.sheet import BLANK_MARKS, is_blank, place, text, typed
from dashboard.importing.records import plausible, survey_columns
from dashboard.importing.records.context import Context
from dashboard.importing.records.walk import RECOGNISED, REFUSED, Rows, Verdict, walk
from dashboard.importing.table.furniture import is_total
from dashboard.importing.table.locate import Table
from dashboard.importing.values import cells, dates
from dashboard.importing.values.cells import Memo, Problem
from dashboard.importing.values.coding import Answers, coding

Read = TypeVar("Read")

_HASH_LENGTH = 12
_CHOICE_NAME = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")


def read(context: Context) -> Rows[Respondent]:
    """The respondents of a table; its columns that are no question are remarked on."""
    if not context.questionnaire.questions:
        return _without_questions(context)
    survey_columns.remark(context)
    answers = _answers(context)
    rows = walk(context.table, RespondentRows(context, answers).read)
    plausible.remark_on_forms(context, rows.records)
    return replace(rows, answers=answers)


def _without_questions(context: Context) -> Rows[Respondent]:
    """Answers that no questionnaire explains are refused, row by row."""
    below = len(context.table.body)
    if below:
        context.remarks.on_sheet("no_questions", "error")
    held = sum(not is_blank(row) for row in context.table.sheet.rows)
    return Rows(refused=below, recognised=held - below)


def _answers(context: Context) -> dict[str, CodedColumn]:
    """Question code -> the answers in the sheet's rows. Each value of a column is read once."""
    sheet = context.table.sheet
    found = {}
    for column, code in context.table.questions.items():
        question = context.questionnaire.questions[code]
        cells = _coded(sheet, column)
        found[question.code] = CodedColumn(
            list(map(Answers(question).read, cells.values)), cells.codes
        )
    return found


def _coded(sheet: RawSheet, column: int) -> CodedColumn:
    return sheet.coded[column] if sheet.coded else encode_column([r[column] for r in sheet.rows])


class RespondentRows:
    """Reads row by row and keeps the form numbers met. Each column remembers its values."""

    def __init__(self, context: Context, answers: dict[str, CodedColumn]):
        self.context = context
        self.table = context.table
        self.impossible = _impossible(answers, self.table.last + 1)
        sexes = coding(_bracketed(self.table, "sex"))
        self.texts = Memo(_place_name)
        self.sex: Memo[object, str | None | Problem]
        self.sex = Memo(lambda value: cells.sex(_unmarked(value), sexes))
        self.age: Memo[tuple[object, int | None], int | None | Problem]
        self.age = Memo(lambda value_and_year: cells.age(*value_and_year))
        self.day: Memo[object, date | None | Problem]
        self.day = Memo(lambda value: dates.day(_unmarked(value), context.year))
        self.addresses: Memo[tuple[str, str, str], str]
        self.addresses = Memo(lambda names: joined(*names))
        self.forms: dict[tuple[str | None, str], int] = {}
        self.stamps = _repeated_stamps(self.table)
        self.has_bools = _has_bools(self.table)

    def read(self, index: int, row: list[object]) -> Respondent | Verdict:
        """One row that holds something."""
        if self.has_bools:  # True would be found where 1 is remembered
            row = [str(value) if type(value) is bool else value for value in row]
        village = self.texts[self.table.cell(row, "village")]
        form = self._form(row)
        if not village or not form:
            return self._without_identity(index, row, village)
        unit = self._unit(row)
        first = self.forms.setdefault((unit, form.lower()), index)
        if first != index:
            self._remark_duplicate(index, row, form, first)
            return REFUSED
        day = self._checked(index, row, self.day_column, self.day)
        for code in self.impossible.get(index, ()):
            self._remark_impossible(index, row, code)
        return Respondent(
            row=index + 1,
            unit=unit,
            village=village,
            form=form,
            sex=self._checked(index, row, self.table.columns.get("sex"), self.sex),
            age=self._age(index, row, day.year if day else self.context.year),
            interviewed_on=day,
        )

    def _unit(self, row: list[object]) -> str | None:
        said = self.texts[self.table.cell(row, "unit")] or self.context.unit
        if not said or not (held_in := self.context.held_in):
            return said
        district, province = (self.texts[row[c]] if c is not None else "" for c in held_in)
        return self.addresses[said, district, province]

    @property
    def day_column(self) -> int | None:
        """Where the day of the interview stands."""
        columns = self.table.columns
        return columns.get("date", columns.get("timestamp"))

    def _checked(
        self,
        index: int,
        row: list[object],
        column: int | None,
        memo: Memo[object, Read | None | Problem],
    ) -> Read | None:
        if column is None:
            return None
        return self.context.remarks.unless(memo[row[column]], index, column, row[column])

    def _age(self, index: int, row: list[object], year: int | None) -> int | None:
        value = self.table.cell(row, "age")
        column = self.table.columns.get("age")
        return self.context.remarks.unless(self.age[value, year], index, column, value)

    def _without_identity(self, index: int, row: list[object], village: str) -> Verdict:
        """A row of question texts or of totals is recognised, all else refused."""
        if self._is_question_texts(row) or is_total(row):
            return RECOGNISED
        name, code = ("form", "no_form") if village else ("village", "no_village")
        self.context.remark(index, row, name, Problem(code))
        return REFUSED

    def _is_question_texts(self, row: list[object]) -> bool:
        find = self.context.questionnaire.find
        said = [(column, text(row[column])) for column in self.table.questions if row[column]]
        named = sum(bool(find(words)) for _, words in said)
        return bool(said) and 2 * named > len(said)

    def _form(self, row: list[object]) -> str:
        if "form" in self.table.columns:
            return cells.form(self.table.cell(row, "form"))
        stamp = self.table.cell(row, "timestamp")
        if stamp is None:
            return self._content_hash(row)
        form = stamp.isoformat(sep=" ") if isinstance(stamp, datetime) else typed(stamp)
        return f"{form} {self._content_hash(row)}" if stamp in self.stamps else form

    def _content_hash(self, row: list[object]) -> str:
        """The row's content but for its running number: the same answers have the same form."""
        number = self.table.columns.get("number")
        said = (typed(value) for column, value in enumerate(row) if column != number)
        return hashlib.md5("\x1f".join(said).encode()).hexdigest()[:_HASH_LENGTH]

    def _remark_duplicate(self, index: int, row: list[object], form: str, first: int) -> None:
        name = "form" if "form" in self.table.columns else "village"
        code = "duplicate_form" if name == "form" else "duplicate_answers"
        holes = {"form": form, "first": place(first, self.table.columns.get(name, 0))}
        self.context.remark(index, row, name, Problem(code, holes=holes))

    def _remark_impossible(self, index: int, row: list[object], code: str) -> None:
        column = next(c for c, asked in self.table.questions.items() if asked == fold(code))
        question = self.context.questionnaire.questions[fold(code)]
        holes = {"question": code, "low": typed(question.low), "high": typed(question.high)}
        problem = Problem("impossible_answer", holes=holes)
        self.context.remarks.on_cell(index, column, row[column], problem)


def _unmarked(value: object) -> object:
    return None if value in BLANK_MARKS else value


def _place_name(value: object) -> str:
    """A village or commune; survey tools write thon_dong for Thôn Đông."""
    said = text(value)
    return said.replace("_", " ") if _CHOICE_NAME.fullmatch(said) else said


def _impossible(answers: dict[str, CodedColumn], first: int) -> dict[int, list[str]]:
    """Row, from the first on -> the questions whose answer there is impossible."""
    found = defaultdict(list)
    for question, column in answers.items():
        wrong = {code for code, answer in enumerate(column.values) if answer == "impossible"}
        codes = column.codes[first:]
        if not wrong.isdisjoint(codes):
            for row, code in enumerate(codes, start=first):
                if code in wrong:
                    found[row].append(question)
    return found


def _has_bools(table: Table) -> bool:
    """Whether a field's column holds True or False, as those of questions often do."""
    return any(
        bool in {type(row[column]) for row in table.sheet.rows} for column in table.columns.values()
    )


def _bracketed(table: Table, name: str) -> str:
    """What stands in brackets in a field's heading: "Giới tính (1 = Nam; 2 = Nữ)"."""
    label = table.labels.get(table.columns.get(name, -1), "")
    return label.partition("(")[2].partition(")")[0]


def _repeated_stamps(table: Table) -> set[object]:
    """Timestamps of more than one row: they name no form by themselves."""
    if "form" in table.columns or "timestamp" not in table.columns:
        return set()
    counts = Counter(table.cell(row, "timestamp") for _, row in table.body)
    return {stamp for stamp, count in counts.items() if count > 1 and stamp is not None}
