"""Forms that the store knows by another spelling of their number keep the one they came with."""

from collections.abc import Collection
from dataclasses import replace

from dashboard.importing.model.finding import Finding
from dashboard.importing.model.records import Record, Respondent
from dashboard.importing.storing.scopes import Scope
from dashboard.importing.values.form_numbers import form_key, letters_and_number

MOST = 0.5  # more of a sheet's forms than this are like known ones but for their letters


def as_known(scope: Scope, stored: Collection[str]) -> Scope:
    """Form 1 is stored as 001 where 001 is known: its answers replace those, and history holds."""
    spelled = {form_key(form): form for form in stored}

    def known(record: Record) -> Record:
        if not isinstance(record, Respondent) or record.form in stored:
            return record
        return record._replace(form=spelled.get(form_key(record.form), record.form))

    return replace(scope, records=[known(r) for r in scope.records]) if spelled else scope


def like_others(scope: Scope, stored: Collection[str]) -> list[Finding]:
    """001 where the store has P001 may be the same form: it stays another one, and is told."""
    if not stored:
        return []
    own = {form.form for form in scope.records_of(Respondent)}
    lettered: dict[bool, dict[str, str]] = {True: {}, False: {}}
    for known in stored:
        if parts := letters_and_number(known):
            lettered[bool(parts[0])][parts[1]] = known
    pairs = [
        (form, like)
        for form in own.difference(stored)
        if (parts := letters_and_number(form)) and (like := lettered[not parts[0]].get(parts[1]))
    ]
    if len(pairs) <= MOST * len(own):
        return []
    form, like = min(pairs)
    holes = {"count": str(len(pairs)), "form": form, "other": like, "year": str(scope.year)}
    return [Finding("forms_like_others", "warning", scope.sheet.sheet, holes=holes)]
