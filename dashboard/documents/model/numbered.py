"""A printed figure with what it is of, and sentences that keep their figures."""

from dataclasses import dataclass

from dashboard.documents.model.cleaning import Clean


@dataclass(frozen=True)
class Number(Clean):
    """One printed figure: text as it is printed, value as the query gives it.

    query, params, key and column single out the value in the state that the document is of;
    params and key are JSON objects, value is written as in store/frozen.py (None: missing).
    """

    text: str
    value: str | None
    query: str
    params: str
    key: str
    column: str

    def __str__(self) -> str:
        return self.text

    @property
    def number(self) -> float | None:
        """The value as a number, for charts and cells; None of dates and texts."""
        try:
            return None if self.value is None else float(self.value)
        except ValueError:
            return None


@dataclass(frozen=True)
class Said(Clean):
    """A sentence as it is printed, and the figures in it."""

    text: str
    numbers: tuple[Number, ...] = ()

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


def said(template: str, **holes: object) -> Said:
    """The template with its {holes} filled; holes that are Number or Said keep their figures.

    >>> said("{a} quá hạn", a=Number("13", "13", "unit_completion", "{}", "{}", "overdue")).text
    '13 quá hạn'
    """
    return Said(template.format(**holes), numbers_of(*holes.values()))


def joined(parts: "list[Said] | tuple[Said, ...]", between: str = " ") -> Said:
    """Several sentences as one."""
    return Said(between.join(part.text for part in parts if part), numbers_of(*parts))


def numbers_of(*values: object) -> tuple[Number, ...]:
    """The figures of texts, in their order."""
    found: list[Number] = []
    for value in values:
        if isinstance(value, Number):
            found.append(value)
        elif isinstance(value, Said):
            found.extend(value.numbers)
    return tuple(found)
