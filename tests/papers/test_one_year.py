"""A commune's first survey: figures of one year on the wall, on slides and in workbooks."""

from dashboard.charts.look import LIGHT
from dashboard.documents.drawn import level_marks
from dashboard.documents.office_charts.chart_parts import chart_parts
from dashboard.documents.sheets.figure_tables import grid_of
from dashboard.papers import catalogue
from dashboard.words import words


def test_scores_of_one_year_stand_under_that_year_alone(state_of):
    """2022 is the first survey: no empty column under its name a second time, no arrow."""
    (part,) = catalogue.make("slides", state_of("one_year"), ["components"]).parts
    assert (part.figure.year_from, part.figure.year_to) == (2022, 2022)
    drawn = [
        str(getattr(mark, "text", ""))
        for mark in level_marks.draw(part.figure, 900, 400, LIGHT, 14)
    ]
    first = str(part.figure.rows[0].after_text)
    assert drawn.count("2022") == drawn.count(first) == 1
    table = grid_of(part.figure, words("vi")).table
    assert [head.text for head in table.heads].count("2022") == 1
    assert {len(row.cells) for row in table.rows} == {3} and table.rows[0].cells[2] == first
    native = chart_parts(part.figure, "+mn-lt", 14).xml
    assert native.count(b"<c:v>2022</c:v>") == 1 and "→" not in native.decode()


def test_a_bulletin_of_one_survey_compares_with_nothing(state_of):
    """A column of dashes says nothing to a villager."""
    for name, columns in (("one_year", 2), ("commune", 3)):
        made = catalogue.make("bulletin", state_of(name))
        (scores,) = (part for part in made.parts if part.name == "scores")
        assert len(scores.table.heads) == columns
        assert {len(row.cells) for row in scores.table.rows} == {columns}
