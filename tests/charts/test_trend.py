import pandas as pd

from dashboard.charts import look, trend
from tests.charts.frames import VI, texts, trace, years_frame


def drawn(frame=None, breaks=(2018,)):
    frame = years_frame() if frame is None else frame
    return trend.published(frame, VI, look.LIGHT, breaks=breaks)


def test_the_line_stops_at_a_break_and_at_a_missing_year():
    line = trace(drawn(), "marked")
    assert line.x == (2016, 2017, 2017.5, 2018, 2019, 2020, 2021, None)
    assert line.y == (5.0, 5.1, None, 5.9, None, 6.1, 6.0, None)
    assert line.connectgaps is False


def test_a_year_without_a_row_is_missing_too():
    frame = years_frame()
    line = trace(drawn(frame[frame.year != 2020], breaks=()), "marked")
    assert line.y == (5.0, 5.1, 5.9, None, None, 6.0, None)


def test_breaks_are_marked_where_the_lines_reach():
    fig = drawn(breaks=[2012, 2018])
    assert [t.x for t in fig.data if t.name == "break"] == [(2017.5, 2017.5)]
    assert trace(fig, "break").hovertext == VI.say("chart.trend.break", year=2018)


def test_one_province_is_marked_among_grey_ones_and_drawn_over_them():
    other = years_frame().assign(unit="P2", label="Two", marked=False, score=7.0)
    fig = drawn(pd.concat([years_frame(), other]))
    assert [t.name for t in fig.data] == ["break", "other", "marked"]
    assert trace(fig, "other").line.color == look.LIGHT.border
    assert trace(fig, "marked").customdata[0] == ["P1", "5"]


def test_the_last_score_is_written_at_the_line():
    assert [text for text in texts(drawn()) if "6,00" in text]
    assert drawn().layout.xaxis.ticktext[-1] == "2021"


def test_no_scores_no_line():
    fig = drawn(years_frame().assign(score=None))
    assert len(fig.data) == 0


def test_alt_text_gives_both_ends_and_the_breaks():
    alt = trend.alt_text(years_frame(), VI, breaks=[2012, 2018])
    # since the break of 2018: the 5,00 of 2016 is another measure
    assert "5,90 năm 2018, 6,00 năm 2021" in alt and "5,00" not in alt
    assert alt.endswith("Không so sánh được qua các năm: 2018.")
    assert "5,00 năm 2016, 6,00 năm 2021" in trend.alt_text(years_frame(), VI, breaks=[2012])
    assert trend.alt_text(years_frame().head(0), VI) == VI["chart.no_data"]


def merged_frame(marked=True):
    scores = {2023: 5.0, 2024: 5.1, 2025: 5.9, 2026: 6.1}
    rows = [dict(year=y, component="5", score=s, unit="P1", label="One") for y, s in scores.items()]
    frame = pd.DataFrame(rows).assign(marked=marked)
    return frame.assign(merged_from=[None, None, 2025, 2025])


def test_no_line_goes_over_a_merger_of_provinces_and_it_is_said():
    fig = drawn(merged_frame(), breaks=())
    assert trace(fig, "marked").y == (5.0, 5.1, None, 5.9, 6.1, None)
    assert trace(fig, "break").hovertext == VI.say("chart.trend.merged", year=2025)
    alt = trend.alt_text(merged_frame(), VI)
    assert "5,90 năm 2025, 6,10 năm 2026" in alt and "5,00" not in alt
    assert alt.endswith("Không so sánh được qua các năm: 2025.")


def test_a_grey_line_stops_at_its_merger_and_others_go_on():
    whole = merged_frame().assign(unit="P2", label="Two", merged_from=None)
    fig = drawn(pd.concat([merged_frame(marked=False), whole]), breaks=())
    assert trace(fig, "other").y == (5.0, 5.1, None, 5.9, 6.1, None)
    assert trace(fig, "marked").y == (5.0, 5.1, 5.9, 6.1, None)
    assert [t.name for t in fig.data] == ["other", "marked"]
