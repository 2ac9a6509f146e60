"""A record's value of a field, by the names that the columns have."""

from collections.abc import Callable
from typing import Any

AS_READ: dict[str, dict[str, Callable[[Any], object]]] = {
    "tasks": {
        "unit": lambda r: r.unit,
        "component": lambda r: r.component,
        "text": lambda r: r.text,
        "lead": lambda r: "; ".join(r.leads),
        "support": lambda r: "; ".join(r.supports),
        "area": lambda r: r.area,
        "due": lambda r: r.due,
        "product": lambda r: r.product,
        "progress": lambda r: r.progress,
        "done": lambda r: r.done,
        "result_h1": lambda r: r.result_h1,
        "result_year": lambda r: r.result_year,
        "note": lambda r: r.note,
    },
    "answers": {
        "unit": lambda r: r.unit,
        "village": lambda r: r.village,
        "form": lambda r: r.form,
        "sex": lambda r: r.sex,
        "age": lambda r: r.age,
        "date": lambda r: r.interviewed_on,
    },
    "questions": {
        "code": lambda r: r.question.code,
        "component": lambda r: r.question.component,
        "text": lambda r: r.question.text,
        "low": lambda r: r.question.low,
        "high": lambda r: r.question.high,
        "direction": lambda r: r.question.reversed,
        "coding": lambda r: r.question.coding,
    },
    "population": {
        "unit": lambda r: r.unit,
        "village": lambda r: r.village,
        "adults": lambda r: r.adults,
    },
    "activities": {
        "date": lambda r: r.held_on,
        "kind": lambda r: r.kind,
        "channel": lambda r: r.channel,
        "subject": lambda r: r.subject,
        "component": lambda r: r.component,
        "area": lambda r: r.area,
        "minutes": lambda r: r.minutes,
        "times": lambda r: r.times,
        "people": lambda r: r.people,
        "performer": lambda r: r.performer,
        "finding": lambda r: r.finding,
        "remedy": lambda r: r.remedy,
    },
    "units": {
        "level": lambda r: r.level,
        "name": lambda r: r.name,
        "parent": lambda r: r.parent,
        "valid_from": lambda r: r.valid_from,
        "valid_to": lambda r: r.valid_to,
        "successor": lambda r: r.successor,
        "official": lambda r: r.official,
    },
}


def value_of(kind: str, field: str, record: object) -> object:
    return AS_READ[kind][field](record)
