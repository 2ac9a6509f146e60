"""Finds the table in a sheet: of all kinds and all rows that may be its headings, what headings and
contents together speak for most."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard.folding import fold
from dashboard.importing.kinds import Kind, kind_of
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.sheet import text
from dashboard.importing.recognition import heading_words
from dashboard.importing.recognition.synonyms import is_known
from dashboard.importing.table.column_profiles import ColumnProfiles
from dashboard.importing.table.columns import IGNORED, Meanings, assign, layout
from dashboard.importing.table.headed_fields import headed_fields
from dashboard.importing.table.locate import BY_FIELDS, Table, is_own
from dashboard.importing.table.option_columns import Options, options_in
from dashboard.importing.table.personal_columns import by_heading
from dashboard.importing.table.questionnaire import Questionnaire, is_code_like
from dashboard.importing.table.spans import (
    Span,
    heading_rows,
    is_split_below,
    labels_of,
    over_options,
    paths_of,
)

FEWEST = 2  # headings that must say something of a kind
CLEAR = 4  # headings that make a row one of headings, in all likelihood
BELOW_CLEAR = 8  # rows that are looked at below such a row
ROW = 0.5  # taken off for each further row of headings: a title above them is none
QUESTION, MOST_QUESTIONS = 4.0, 3  # what a column of a question is worth, and how many count
FAINT = 2.0  # what makes a column one that a field may be, if a person says so
CLEARLY = 5.0  # by which a kind must be likelier than the next


def locate(sheet: RawSheet, questionnaire: Questionnaire, meanings: Meanings) -> Table | None:
    """The likeliest table. With the likeliest of another kind as its rival where that is not
    clearly less likely; a guess, where something that makes its kind is only faintly there."""
    if is_own(sheet):
        return None
    best: dict[str, Table] = {}
    for table in _tables(sheet, questionnaire, meanings):
        before = best.get(table.kind.name)
        if before is None or _strength(table) > _strength(before):
            best[table.kind.name] = table
    found = sorted(best.values(), key=_strength, reverse=True)
    whole = [table for table in found if table.is_met or table.is_said]
    hollow = [table for table in found if table not in whole]
    if not whole:
        return None
    likeliest, *others = whole
    if hollow and hollow[0].total - likeliest.total > CLEARLY:
        return replace(hollow[0], rival=likeliest, is_guess=True)
    rival = next((other for other in others[:1] if _is_rival(other, likeliest)), None)
    return replace(likeliest, rival=rival, is_guess=likeliest.is_guess or rival is not None)


def left_out(sheet: RawSheet, meanings: Meanings) -> str:
    """The layout of a sheet of which a person said that it, or one with its headings, is not to
    be imported; "" for any other."""
    if not meanings.kinds and not meanings.saved:
        return ""
    labels = [labels_of(sheet, *span) for span in heading_rows(sheet)]
    found = [own for own in labels if meanings.kind_of(sheet.name, own) == IGNORED]
    return layout(max(found, key=len).values()) if found else ""


def _strength(table: Table) -> tuple[bool, float]:
    return not table.is_guess, table.total


def _is_rival(table: Table, likelier: Table) -> bool:
    if table.is_guess and not likelier.is_guess:
        return False
    return likelier.total - table.total < CLEARLY


def _tables(sheet: RawSheet, questionnaire: Questionnaire, meanings: Meanings) -> Iterator[Table]:
    """Every table that the first rows may be headings of, of every kind that they speak for."""
    profiles = ColumnProfiles(sheet, meanings.names)
    seen: list[tuple[dict[int, str], int]] = []
    spans = list(heading_rows(sheet))
    lowest = len(sheet.rows)
    for span in spans:
        if span[0] > lowest:  # what is clearly a heading has been found: below it are records
            return
        paths, labels = paths_of(sheet, *span), labels_of(sheet, *span)
        if any(labels == above and span[0] > last for above, last in seen):
            continue  # printed again on the next page
        seen.append((labels, span[1]))
        said = meanings.kind_of(sheet.name, labels)
        if said == IGNORED or (said and not kind_of(said).needs):
            return  # it is left out, or is known by something else
        for kind in [kind_of(said)] if said else BY_FIELDS:
            spoken = sum(heading_words.speaks(kind.name, path) for path in paths.values())
            if spoken >= CLEAR or spoken == len(paths) > FEWEST:
                lowest = min(lowest, span[0] + BELOW_CLEAR)
            if _goes_on(kind, sheet, span, spans):
                continue
            if spoken >= FEWEST or meanings.of(labels):
                table = _table(kind, sheet, span, profiles, questionnaire, meanings)
                if table:
                    yield table


def _goes_on(kind: Kind, sheet: RawSheet, span: Span, spans: list[Span]) -> bool:
    """Whether a row below is of the same headings: it lies below their groups, or names fields
    itself."""
    first, last = span
    for start, row in spans:
        if not first <= start <= last < row:
            continue
        below = (text(value) for value in sheet.rows[row] if value is not None)
        named = sum(is_known(kind.name, label) for label in below)
        if named >= FEWEST or is_split_below(sheet, start, row):
            return True
    return False


def _table(
    kind: Kind,
    sheet: RawSheet,
    span: Span,
    profiles: ColumnProfiles,
    questionnaire: Questionnaire,
    meanings: Meanings,
) -> Table | None:
    labels, paths = labels_of(sheet, *span), paths_of(sheet, *span)
    chosen, own = meanings.of(labels), layout(labels.values())
    questions: dict[int, str] = {}
    options = Options()
    if kind.has_answers:
        options = options_in(sheet, span, labels, questionnaire).without(chosen)
        questions = _questions(sheet, span, labels, questionnaire, chosen, options)
    asked = questions.keys() | options.columns
    rest = {column: label for column, label in labels.items() if column not in asked}
    dropped = by_heading(rest, chosen) if kind.has_answers else {}
    free = {column: path for column, path in paths.items() if column in rest.keys() - dropped}
    below = profiles.below(span[1], free)
    found = assign(kind.name, free, chosen, below)
    columns = found.columns | _substitutes(found.columns, dropped)
    is_said = bool(meanings.kind_of(sheet.name, labels))
    headed = headed_fields(kind, sheet, span[1], set(columns))
    is_guess = not kind.is_met_by({*columns, *headed}, bool(asked))
    if is_guess:
        if kind.has_answers or (kind.lacks(set(columns), has_questions=False) > 1 and not is_said):
            return None
        faint = assign(kind.name, free, chosen, below, FAINT)
        if is_said or kind.is_met_by(set(faint.columns), bool(asked)):
            found, columns = faint, faint.columns
    labels = {**labels, **{c: _question_label(sheet, span, c, labels) for c in questions}}
    total = found.total + QUESTION * min(len(questions) + len(options.unread), MOST_QUESTIONS)
    return Table(
        kind, sheet, *span, columns, labels, questions, own, chosen, dropped, options,
        taken=found.taken, total=total - ROW * (span[1] - span[0]),
        is_guess=is_guess and not is_said, is_said=is_said, headed=headed,
    )  # fmt: skip


def _substitutes(columns: dict[str, int], dropped: dict[int, str]) -> dict[str, int]:
    """Fields for which a dropped column stands in: the number that a survey tool gave the form,
    and the year of a date of birth."""
    found = {}
    for name, kind in (("form", "instance"), ("age", "birth")):
        column = next((c for c, dropped_as in dropped.items() if dropped_as == kind), None)
        if name not in columns and column is not None:
            found[name] = column
    return found


def _question_label(sheet: RawSheet, span: Span, column: int, labels: Mapping[int, str]) -> str:
    return labels.get(column) or text(sheet.rows[span[0] - 1][column])


def _questions(
    sheet: RawSheet,
    span: Span,
    labels: dict[int, str],
    questionnaire: Questionnaire,
    chosen: Mapping[int, str],
    options: Options,
) -> dict[int, str]:
    """column -> folded code. The code may stand in the heading, or above or below its text; a
    heading with options below it is read with these.

    Without any questionnaire, headings that look like codes are taken: the table is then
    known for what it is, and refused for want of questions.
    """
    if not questionnaire.questions:
        return {c: "" for c, label in labels.items() if is_code_like(label)}
    near = [labels]
    for row in (span[0] - 1, span[1] + 1):
        if 0 <= row < len(sheet.rows):
            near.append({c: text(v) for c, v in enumerate(sheet.rows[row]) if isinstance(v, str)})
    asked = questionnaire.questions
    found = {column: fold(name) for column, name in chosen.items() if fold(name) in asked}
    headed, beside = over_options(sheet, *span), options.columns | options.names.keys()
    for column in range(len(sheet.rows[span[0]])):
        if column in chosen or column in headed or column in beside:
            continue
        codes = (questionnaire.find(texts[column]) for texts in near if column in texts)
        code = next((code for code in codes if code), None)
        if code is not None and code not in found.values():
            found[column] = code
    marked = {column: code for column, (code, _) in options.answers.items()}
    return found | marked | options.alone
