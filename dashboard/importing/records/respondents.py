"""Rows of an answers sheet -> respondents."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from dashboard.addresses import joined
from dashboard.importing.model.raw import CodedColumn
from dashboard.importing.model.records import Respondent
from dashboard.importing.model.sheet import BLANK_MARKS, is_blank, place, text, typed
from dashboard.importing.recognition.synonyms import words_of
from dashboard.importing.records import answer_columns, plausible, survey_columns
from dashboard.importing.records.context import Context
from dashboard.importing.records.identities import FormNumbers, Places, choice_name
from dashboard.importing.records.tallies import Tallies
from dashboard.importing.records.walk import RECOGNISED, REFUSED, Rows, Verdict, walk
from dashboard.importing.table.furniture import is_total
from dashboard.importing.table.locate import Table
from dashboard.importing.table.summaries import is_mean, is_summed_up
from dashboard.importing.values import cells, dates, people
from dashboard.importing.values.cells import Memo, Problem
from dashboard.importing.values.coding import coding
from dashboard.importing.values.form_numbers import form_key

Read = TypeVar("Read")

_HASH_LENGTH = 12
_LEGENDS = 15  # rows at the end of a sheet where a note may say what codes mean
_APPROVALS = {
    "rejected": ("forms_rejected", "warning"),
    "held": ("forms_on_hold", "info"),
    None: ("unknown_approval", "warning"),
}
_STAMP = re.compile(
    r"[\d\s:/.,+-]+(?:T[\d:.,]+)?(?:Z|[+-][\d:]+)?\s*(?:[AP]M|SA|CH)?(?:\s*(?:GMT|UTC|ICT)[\d:+-]*)?"
)


def read(context: Context) -> Rows[Respondent]:
    """The respondents of a table; its columns that are no question are remarked on."""
    if not context.questionnaire.questions:
        return _without_questions(context)
    survey_columns.remark(context)
    answers = answer_columns.answers_of(context)
    reader = RespondentRows(context, answers)
    rows = walk(context.table, reader.read)
    reader.tallies.tell()
    answer_columns.remark_on_fractions(context, answers, rows.records)
    plausible.remark_on_forms(context, rows.records)
    return replace(rows, answers=answers)


def _without_questions(context: Context) -> Rows[Respondent]:
    """Answers that no questionnaire explains are refused, row by row."""
    below = len(context.table.body)
    if below:
        context.remarks.on_sheet("no_questions", "error")
    held = sum(not is_blank(row) for row in context.table.sheet.rows)
    return Rows(refused=below, recognised=held - below)


class RespondentRows:
    """Reads row by row and keeps the form numbers met. Each column remembers its values."""

    def __init__(self, context: Context, answers: dict[str, CodedColumn]):
        self.context = context
        self.table = context.table
        columns = self.table.columns
        self.day_column = columns.get("date", columns.get("timestamp"))  # of the interview
        self.sex_column = columns.get("sex")
        self.impossible = answer_columns.impossible(answers, self.table.last + 1)
        self.broken = answer_columns.broken(answers, self.table.last + 1)
        self.tallies = Tallies(context)
        sexes = coding(_bracketed(self.table, "sex")) or people.sex_codes(_legends(self.table))
        is_birth = _asks_birth(self.table)
        self.places = Places(self.table, context.places)
        self.is_cut: Memo[object, bool]
        self.is_cut = Memo(lambda said: self.places[said] not in ("", choice_name(text(said))))
        self.numbers = FormNumbers(self.table)
        self.sex: Memo[object, str | None | Problem]
        self.sex = Memo(lambda value: people.sex(_unmarked(value), sexes))
        self.age: Memo[tuple[object, int | None], int | None | Problem]
        self.age = Memo(lambda value_and_year: people.age(*value_and_year, is_birth))
        self.approvals = survey_columns.approval_column(self.table)
        self.approval = Memo(people.approval)
        order = context.order("date" if "date" in self.table.columns else "timestamp")
        self.day: Memo[object, date | None | Problem]
        self.day = Memo(lambda value: dates.given_day(order.typed(_unmarked(value)), context.year))
        self.addresses: Memo[tuple[str, str, str], str]
        self.addresses = Memo(lambda names: joined(*names))
        self.forms: dict[tuple[str | None, str], int] = {}
        self.stamps = _repeated_stamps(self.table)
        self.lettered = self.table.sheet.signs.lettered
        self.has_bools = _has_bools(self.table)

    def read(self, index: int, row: list[object]) -> Respondent | Verdict:
        """One row that holds something."""
        if self.has_bools:  # True would be found where 1 is remembered
            row = [str(value) if type(value) is bool else value for value in row]
        if self._sums_up(index, row):
            self.tallies.add("rows_summed_up", "info", self.table.columns["village"], index)
            return RECOGNISED
        if self.approvals is not None and self._is_rejected(index, row[self.approvals]):
            return RECOGNISED
        village = self._village(index, row)
        form = self._form(index, row)
        if not village or not form:
            return self._without_identity(index, row, village)
        unit = self._unit(row)
        if not self.numbers.are_plain:
            first = self.forms.setdefault((unit, form_key(form)), index)
            if first != index:
                self._remark_duplicate(index, row, form, first)
                return REFUSED
        day = self._checked(index, row, self.day_column, self.day)
        for code in self.impossible.get(index, ()):
            answer_columns.remark_on_impossible(self.context, index, row, code)
        sex = self._checked(index, row, self.sex_column, self.sex)
        age = self._age(index, row, day.year if day else self.context.year)
        return Respondent(index + 1, unit, village, form, sex, age, day)

    def _unit(self, row: list[object]) -> str | None:
        said = self.places[self.table.cell(row, "unit")] or self.context.unit
        if not said or not (held_in := self.context.held_in):
            return said
        district, province = (self.places[row[c]] if c is not None else "" for c in held_in)
        return self.addresses[said, district, province]

    def _checked(
        self,
        index: int,
        row: list[object],
        column: int | None,
        memo: Memo[object, Read | None | Problem],
    ) -> Read | None:
        if column is None:
            return None
        return self.tallies.unless(memo[row[column]], index, column, row[column])

    def _age(self, index: int, row: list[object], year: int | None) -> int | None:
        value = self.table.cell(row, "age")
        column = self.table.columns.get("age")
        return self.tallies.unless(self.age[value, year], index, column, value)

    def _is_rejected(self, index: int, value: object) -> bool:
        """Whether those who approve forms refused this one; other words of theirs are told."""
        if value is None or value in BLANK_MARKS:
            return False
        said = self.approval[value]
        if said != "approved":
            code, severity = _APPROVALS[said]
            self.tallies.add(code, severity, self.approvals or 0, index)
        return said == "rejected"

    def _sums_up(self, index: int, row: list[object]) -> bool:
        """Whether a row is a mean or total by its words, or by its fractions."""
        if is_summed_up(self.table, row):
            return True
        if index not in self.broken and index not in self.impossible:
            return False
        return is_mean(self.table, self.context.questionnaire, row)

    def _village(self, index: int, row: list[object]) -> str:
        """The village; what is written behind its name is left out, and told once."""
        value = self.table.cell(row, "village")
        found = self.places[value]
        if self.is_cut[value]:
            self.tallies.add("village_cut", "info", self.table.columns["village"], index)
        return found

    def _without_identity(self, index: int, row: list[object], village: str) -> Verdict:
        """A row of question texts or of totals is recognised, all else refused."""
        if self._is_question_texts(row) or is_total(row):
            return RECOGNISED
        name, code = ("form", "no_form") if village else ("village", "no_village")
        if not village and self.table.cell(row, "village") is not None:
            code = "village_no_place"
        self.context.remark(index, row, name, Problem(code))
        return REFUSED

    def _is_question_texts(self, row: list[object]) -> bool:
        find = self.context.questionnaire.find
        said = [(column, text(row[column])) for column in self.table.questions if row[column]]
        named = sum(bool(find(words)) for _, words in said)
        return bool(said) and 2 * named > len(said)

    def _form(self, index: int, row: list[object]) -> str:
        if (column := self.table.columns.get("form")) is not None:
            if self.numbers.are_plain:
                return str(row[column])
            written = cells.form(row[column], self.lettered.get((index, column)))
            found = self.numbers[written]
            if found == written:
                return found
            self.tallies.add("form_cut", "warning", column, index)
            return found or self._content_hash([*row[:column], None, *row[column + 1 :]])
        stamp = self.table.cell(row, "timestamp")
        if stamp is None:
            return self._content_hash(row)
        form = stamp.isoformat(sep=" ") if isinstance(stamp, datetime) else typed(stamp)
        if not _STAMP.fullmatch(form):
            column = self.table.columns["timestamp"]
            return self._content_hash([*row[:column], None, *row[column + 1 :]])
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


def _unmarked(value: object) -> object:
    return None if value in BLANK_MARKS else value


def _has_bools(table: Table) -> bool:
    """Whether a field's column holds True or False, as those of questions often do."""
    return any(
        bool in {type(row[column]) for row in table.sheet.rows} for column in table.columns.values()
    )


def _bracketed(table: Table, name: str) -> str:
    """What stands in brackets in a field's heading: "Giới tính (1 = Nam; 2 = Nữ)"."""
    label = table.labels.get(table.columns.get(name, -1), "")
    return label.partition("(")[2].partition(")")[0]


def _legends(table: Table) -> Iterator[str]:
    """Where it may stand what numbers mean a sex: the heading, the title, notes at the end."""
    yield table.labels.get(table.columns.get("sex", -1), "")
    rows = table.sheet.rows
    for row in (*rows[: table.first], *rows[max(table.last + 1, len(rows) - _LEGENDS) :]):
        yield from (value for value in row if isinstance(value, str))


def _asks_birth(table: Table) -> bool:
    """Whether the heading of the ages asks for the year of birth alone."""
    words = set(words_of(table.labels.get(table.columns.get("age", -1), "").replace("_", " ")))
    return not words.isdisjoint(("sinh", "birth")) and words.isdisjoint(("tuoi", "age"))


def _repeated_stamps(table: Table) -> set[object]:
    """Timestamps of more than one row: they name no form by themselves."""
    if "form" in table.columns or "timestamp" not in table.columns:
        return set()
    counts = Counter(table.cell(row, "timestamp") for _, row in table.body)
    return {stamp for stamp, count in counts.items() if count > 1 and stamp is not None}
