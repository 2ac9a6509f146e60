"""What a cell of a workbook holds: the value behind the printed text, and never more than that."""

from datetime import date
from typing import NamedTuple

from dashboard.documents.model.numbered import Number, Said
from dashboard.shown_values import Number as ShownNumber
from dashboard.shown_values import value_of

DAY = "dd/mm/yyyy"
LONGEST = 32_767  # letters that a cell takes
_SIGNED = ("+", "−")


class Held(NamedTuple):
    """A value with its number format, "" of a text."""

    value: float | date | str
    form: str = ""


def held(cell: str | Number | Said, is_figure: bool = False) -> Held:
    """The number or date that a cell shows, with the format that prints it so, else its text;
    a dash for nothing is no text, so that a column of figures has blank cells beside them.

    >>> held(Number("+0,12", "0.1249", "q", "{}", "{}", "change"))
    Held(value=0.12, form='+#,##0.00;−#,##0.00;#,##0.00')
    >>> held("84 %", is_figure=True)
    Held(value=0.84, form='0%')
    >>> held("–", is_figure=True)
    Held(value='', form='')
    """
    text = str(cell)
    value = value_of(text, is_figure or isinstance(cell, Number))
    if isinstance(value, ShownNumber):
        return Held(value.value, _form(value, text.startswith(_SIGNED)))
    if isinstance(value, date):
        return Held(value, DAY)
    return Held("" if value is None else cut(text))


def number(text: str) -> float | None:
    """The number that a text shows; None of any other text."""
    value = value_of(text, True)
    return value.value if isinstance(value, ShownNumber) else None


def cut(text: str) -> str:
    """The text as long as a cell takes, and seen to be cut."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _form(value: ShownNumber, is_signed: bool) -> str:
    decimals = "." + "0" * value.digits if value.digits else ""
    plain = f"0{decimals}%" if value.is_share else f"#,##0{decimals}"
    return f"+{plain};−{plain};{plain}" if is_signed else plain
