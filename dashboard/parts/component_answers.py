"""Who answered what: a question's answers, a component by village, the rows of the files."""

import pandas as pd

from dashboard import verdicts
from dashboard.charts import answers
from dashboard.parts import drill
from dashboard.parts.data_page import DataPage
from dashboard.parts.drill import Place
from dashboard.parts.pieces import plain_table
from dashboard.tables import question_tables, village_tables


def distribution(page: DataPage, here: Place) -> None:
    """How the question was answered in both years."""
    chosen, words, survey = page.chosen, page.words, page.ask.survey
    asked = survey.questions(chosen.unit_id, chosen.year_to)
    coding = asked[asked.question == here.code].coding.iloc[0]
    years = (chosen.year_from, chosen.year_to)
    given = {
        year: survey.question_answers(chosen.unit_id, year, here.code, here.village)
        for year in years
    }
    rows = question_tables.distribution(given[years[0]], given[years[1]], coding)
    if rows.empty:
        page.section(words["component.answers"])
        page.nothing(words["component.answers_hidden"])
        return
    page.chart(
        answers.shares(rows, words, page.look, page.phone, years=years),
        "component_answers",
        words["component.answers"],
        words.say("component.answers_measure", year_from=years[0], year_to=years[1]),
        answers.alt_text(rows, words, years=years),
        source=" ".join(question_tables.missing_answers(given, words)),
    )


def per_cent(page: DataPage, here: Place, change: pd.DataFrame) -> None:
    """The questions that a dimension or sub-dimension is made of, with what people said to each.

    change: the two years with their questions; scores alone tell nobody what was answered.
    """
    chosen, words, survey = page.chosen, page.words, page.ask.survey
    if chosen.level != "commune" or here.level not in ("dimension", "sub_dimension"):
        return
    within = change.parent.isin([here.code, *here.parts.component])
    own = change[within & (change.level == "question")]
    texts = survey.questions(chosen.unit_id, chosen.year_to).set_index("question")
    asked = texts.loc[own.component].reset_index()
    asked["verdict"] = pd.Series(verdicts.of(own), asked.index, dtype=object)
    if asked.empty:
        return

    def said(year: int, code: str, verdict: object) -> pd.DataFrame:
        found = survey.question_answers(chosen.unit_id, year, code, here.village)
        is_another = verdict == "not_comparable" and year == chosen.year_from
        return found.head(0) if is_another else found

    codes = list(zip(asked.question, asked.verdict, strict=True))
    years = dict.fromkeys((chosen.year_from, chosen.year_to))
    given = {year: {code: said(year, code, judged) for code, judged in codes} for year in years}
    page.section(
        words["component.answers"],
        words["component.per_cent_measure"],
    )
    rows, columns = question_tables.per_cent(asked, given, words)
    plain_table(rows, columns)  # questions are read whole, on a phone too
    page.take_away(rows, "component_per_cent", columns, words["component.answers"])


def by_village(page: DataPage, here: Place, names: list[str]) -> None:
    """The same component in every village."""
    chosen, words = page.chosen, page.words
    scores = here.of(page.ask.survey.villages_apart(chosen.unit_id, chosen.year_to))
    if scores.empty:
        return
    whole = here.of(page.ask.survey.scores(chosen.unit_id, chosen.year_to)).iloc[0]
    if here.village:
        marked = words.say("answer.here", village=here.village)
        scores = scores.assign(village=scores.village.replace(here.village, marked))
    page.section(
        words.say("component.villages", year=chosen.year_to), words["component.villages_measure"]
    )
    rows, columns = village_tables.one_component(scores, whole, words)
    page.table(rows, "component_villages", columns, words["column.village"])
    drill.villages(page, here, names)


def forms(page: DataPage, here: Place, village: str) -> None:
    """The rows of the files that hold the village's answers, one of them in full."""
    chosen, words = page.chosen, page.words
    found = page.ask.survey.question_rows(chosen.unit_id, chosen.year_to, here.code, village)
    page.section(words.say("component.rows", year=chosen.year_to), words["component.rows_measure"])
    if found.empty:
        page.nothing(words["component.rows_hidden"])
        return
    chosen_row = drill.forms(page, here, found)
    page.lines(question_tables.forms(chosen_row, words))
