"""Blank workbooks to fill in: what they hold is data, what they say is in the texts."""

from collections.abc import Mapping

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.documents import inputs, style
from dashboard.documents.excel_cells import empty, put_text, saved
from dashboard.documents.forms import Column, Form, choices, forms
from dashboard.importing.kinds import POPULATION, kind_of
from dashboard.words import Words, words

UNIT, YEAR, HEADING, EXAMPLE = 3, 4, 6, 7  # rows
FIRST, LAST = EXAMPLE + 1, 5_000  # rows to fill in
ANSWER_COLUMNS = 60  # C01 to C60: a PAPI questionnaire of a commune has 50 to 60 questions
BLANK = "C"  # the column of the cells for unit and year


def workbook(kind: str, language: str = "vi") -> bytes:
    """The blank workbook of a kind of forms.kinds(); its headings are always Vietnamese."""
    said = words(language)
    book = empty()
    made = [(form, book.create_sheet(form.sheet)) for form in forms(kind)]
    _guide(book.create_sheet(said["template.guide"]), [form for form, _ in made], said)
    lists = _lists(book.create_sheet(said["template.lists"]), _needed(made), said)
    for form, sheet in made:
        if form.kind == POPULATION.name:
            lists["village"] = f"'{sheet.title}'!$B${FIRST}:$B${LAST}"
    for form, sheet in made:
        _write(sheet, form, made[0][1], lists, said)
    style.open_at(book, made[0][1])
    return saved(book)


def file_name(kind: str, language: str = "vi") -> str:
    """What to call the blank workbook."""
    return words(language)[f"template.file.{kind}"]


def columns(form: Form) -> list[Column]:
    """The columns of a sheet; one of answers has those of the questions too."""
    if not kind_of(form.kind).has_answers:
        return list(form.columns)
    codes = [f"C{number:02d}" for number in range(1, ANSWER_COLUMNS + 1)]
    return [*form.columns, *(Column("", code, 6, "answer", "answer") for code in codes)]


def _needed(made: list[tuple[Form, Worksheet]]) -> list[str]:
    """The lists that the columns choose from."""
    used = {column.input for form, _ in made for column in columns(form)}
    return [name for name in choices() if name in used]


def _write(
    sheet: Worksheet, form: Form, first: Worksheet, lists: Mapping[str, str], said: Words
) -> None:
    style.title(put_text(sheet, 1, 1, said[f"template.title.{form.kind}"]))
    put_text(sheet, 2, 1, said["template.hint"]).font = style.font(italic=True)
    if form.asks:
        _ask(sheet, first, said)
    for index, column in enumerate(columns(form), 1):
        _column(sheet, index, column, lists, said)
    for row in (HEADING, EXAMPLE):
        style.fit_height(sheet, row, sheet.max_column)
    last = letter(sheet.max_column)
    lined = DifferentialStyle(border=style.LINES)
    rule = Rule("expression", dxf=lined, formula=[f"COUNTA($A{EXAMPLE}:${last}{EXAMPLE})>0"])
    sheet.conditional_formatting.add(f"A{EXAMPLE}:{last}{LAST}", rule)
    style.page(sheet, HEADING)


def _ask(sheet: Worksheet, first: Worksheet, said: Words) -> None:
    """Places for the unit and the year; other sheets take them from the first."""
    for row, name, kind in ((UNIT, "unit", "any"), (YEAR, "year", "year")):
        put_text(sheet, row, 1, said[f"template.{name}"]).font = style.font(bold=True)
        cell = sheet[f"{BLANK}{row}"]
        cell.font, cell.border = style.font(bold=True), style.LINES
        if sheet is not first:
            place = f"'{first.title}'!{cell.coordinate}"
            cell.value = f'=IF({place}="","",{place})'
            continue
        cell.fill = style.INPUT
        made = inputs.asked(kind, said[f"template.{name}"], said[f"template.{name}_note"], said)
        made.add(cell.coordinate)
        sheet.add_data_validation(made)


def _column(
    sheet: Worksheet, index: int, column: Column, lists: Mapping[str, str], said: Words
) -> None:
    """The heading, the example and the rule of a column; its format holds for blank cells."""
    style.header(put_text(sheet, HEADING, index, column.heading))
    whole = sheet.column_dimensions[letter(index)]
    whole.width = column.width
    whole.font, whole.alignment = style.font(), style.WRAPPED
    whole.number_format = inputs.number_format(column)
    example = put_text(sheet, EXAMPLE, index, column.example)
    example.font, example.fill = style.font(italic=True), style.EXAMPLE
    example.alignment, example.number_format = style.WRAPPED, "@"
    made = inputs.rule(column, lists, said)
    made.add(f"{letter(index)}{FIRST}:{letter(index)}{LAST}")
    sheet.add_data_validation(made)


def _lists(sheet: Worksheet, names: list[str], said: Words) -> dict[str, str]:
    """Write the lists side by side; where each stands."""
    style.title(put_text(sheet, 1, 1, said["template.lists_title"]))
    style.paper(sheet)
    found = {}
    for index, name in enumerate(names, 1):
        style.header(put_text(sheet, 3, index, said[f"template.list.{name}"]))
        sheet.column_dimensions[letter(index)].width = 50 if name == "component" else 20
        for row, choice in enumerate(choices()[name], 4):
            put_text(sheet, row, index, choice).font = style.font()
        column = letter(index)
        found[name] = f"'{sheet.title}'!${column}$4:${column}${3 + len(choices()[name])}"
    return found


def _guide(sheet: Worksheet, made: list[Form], said: Words) -> None:
    """How to fill in the workbook, then every column with its note."""
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 32, 100
    style.paper(sheet)
    style.title(put_text(sheet, 1, 1, said["template.guide_title"]))
    for line in said["template.about"].strip().split("\n"):
        _line(sheet, "•", line)
    for form in made:
        _line(sheet, form.sheet, said[f"template.title.{form.kind}"], bold=True)
        for column in form.columns:
            _line(sheet, column.heading, said[f"template.note.{column.note}"])
        if kind_of(form.kind).has_answers:
            _line(sheet, "C01, C02…", said["template.note.answer"])


def _line(sheet: Worksheet, left: str, right: str, bold: bool = False) -> None:
    row = sheet.max_row + 1
    for column, text in enumerate((left, right), 1):
        cell = put_text(sheet, row, column, text)
        cell.font, cell.alignment = style.font(bold=bold), style.WRAPPED
    style.fit_height(sheet, row, 2)
