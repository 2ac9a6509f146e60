"""Native charts: caches are the workbook's cells, elements in order, nothing hidden."""

import io
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
import xlsxwriter
from lxml import etree

from dashboard.charts.look import LIGHT
from dashboard.documents.model.figures import Changes, Completion, Figure, HeatCell, Levels, Spans
from dashboard.documents.model.listing import listed
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Part
from dashboard.documents.office_charts.chart_parts import cell_look, chart_parts, is_chart
from dashboard.documents.office_charts.chart_table import Place
from dashboard.documents.office_charts.scatter_plot import ticks
from tests.documents import papers_made
from tests.documents.office_charts.reading import C, cells, references, words_of

MADE = datetime(2023, 6, 1, 8)


def figures(odd: bool = False) -> dict[str, Figure]:
    found = {type(p.figure).__name__: p.figure for p in papers_made.parts(odd) if p.figure}
    assert set(found) == {"Levels", "Changes", "Completion", "Spans", "Heat"}
    return found


CHARTS = [name for name in figures() if name != "Heat"]
# The children of an element in the schema's order, as far as we write them (ISO/IEC 29500-1).
ORDER = {
    "chartSpace": "date1904 lang roundedCorners chart spPr txPr externalData",
    "chart": "autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart scatterChart valAx catAx",
    "scatterChart": "scatterStyle varyColors ser axId",
    "barChart": "barDir grouping varyColors ser gapWidth overlap axId",
    "ser": "idx order tx spPr invertIfNegative marker dPt dLbls cat val xVal yVal smooth extLst",
    "dPt": "idx marker bubble3D",
    "marker": "symbol size spPr",
    "dLbls": "dLbl numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName "
    "showPercent showBubbleSize",
    "dLbl": "idx delete tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName "
    "showSerName showPercent showBubbleSize extLst",
    "valAx": "axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark "
    "tickLblPos spPr crossAx crosses crossBetween majorUnit",
    "catAx": "axId scaling delete axPos numFmt majorTickMark minorTickMark tickLblPos spPr txPr "
    "crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl",
    "scaling": "orientation max min",
    "legend": "legendPos legendEntry layout overlay txPr",
}


def made(figure: Figure, **more):
    return chart_parts(figure, "+mn-lt", 14, **more)


@pytest.mark.parametrize("odd", [False, True])
@pytest.mark.parametrize("name", CHARTS)
def test_caches_are_what_the_workbook_holds(name, odd):
    chart = made(figures(odd)[name])
    book = chart.book(MADE)
    found = list(references(chart.xml))
    assert len(found) >= 8
    for formula, points in found:
        held = cells(book, formula)
        assert len(held) == len(points), formula
        for cell, point in zip(held, points, strict=True):
            if point is None:
                assert cell in (None, ""), formula
            elif isinstance(cell, str):
                assert cell == point, formula
            else:
                assert float(point) == pytest.approx(cell, abs=1e-12), formula


@pytest.mark.parametrize("name", CHARTS)
def test_elements_stand_in_the_schema_s_order(name):
    root = etree.fromstring(made(figures()[name]).with_book("rId1"))
    checked = 0
    for element in root.iter():
        order = ORDER.get(etree.QName(element).localname, "").split()
        if order and element.tag.startswith(C):
            places = [order.index(etree.QName(child).localname) for child in element]
            assert places == sorted(places) or element.tag == f"{C}plotArea", element.tag
            checked += 1
    assert checked > 15
    ids = [element.get("val") for element in root.iter(f"{C}axId")]
    assert all(ids.count(one) == 2 for one in ids)  # of a group and of an axis


@pytest.mark.parametrize("name", CHARTS)
def test_programs_without_extensions_show_the_same(name):
    """The finished text stands in the label, the chart has no title of its own, no axis is
    deleted; LibreOffice wants the longest series first."""
    figure = figures()[name]
    chart = made(figure)
    root = etree.fromstring(chart.xml)
    assert root.find(f".//{C}autoTitleDeleted").get("val") == "1"
    axes = [*root.iter(f"{C}valAx"), *root.iter(f"{C}catAx")]
    assert {axis.find(f"{C}delete").get("val") for axis in axes} == {"0"}
    said = words_of(chart.xml)
    for row in figure.rows:
        for text in (row.name, str(getattr(row, "text", ""))):
            assert text in said
    for group in root.iter(f"{C}scatterChart"):
        counts = [int(x.find(f".//{C}ptCount").get("val")) for x in group.iter(f"{C}xVal")]
        assert counts[0] == max(counts)
    assert "None" not in said and "nan" not in said


@pytest.mark.parametrize("name", CHARTS)
def test_each_listed_figure_is_printed(name):
    """As a label, or (a count in a bar) as a number in the format 0; levels print no change."""
    figure = figures()[name]
    if isinstance(figure, Levels):
        figure = replace(figure, rows=tuple(replace(row, change=None) for row in figure.rows))
    paper = replace(papers_made.paper(), parts=(Part("p", Said(""), figure=figure),))
    shown = words_of(made(figure).xml)
    found = listed(paper)
    assert len(found) > 3
    for one in found:
        assert one.text in shown or float(one.value) in map(float, _numbers(figure)), one


def _numbers(figure: Figure) -> list[str]:
    root = etree.fromstring(made(figure).xml)
    return [v.text for val in root.iter(f"{C}val") for v in val.iter(f"{C}v")]


def test_a_hidden_row_has_its_name_and_nothing_else():
    chart = made(figures()["Changes"])
    root = etree.fromstring(chart.xml)
    series = [s for s in root.iter(f"{C}ser") if s.find(f"{C}tx//{C}v").text == "Thay đổi"]
    (changes,) = series
    points = [p.get("idx") for p in changes.find(f"{C}yVal").iter(f"{C}pt")]
    assert points == ["0", "1", "2", "3", "4", "5", "7"]
    assert "6" not in [p.find(f"{C}idx").get("val") for p in changes.iter(f"{C}dPt")]
    names = [s.find(f"{C}tx//{C}v").text for s in root.iter(f"{C}ser")]
    assert not any("Quản trị môi trường" in name for name in names)  # no line of its interval
    sheet = openpyxl.load_workbook(io.BytesIO(chart.book(MADE))).active
    row = [cell.value for cell in sheet[8]]
    assert row[:4] == ["7\u00a0\u00a0Quản trị môi trường", None, None, None]


def test_colours_and_signs_are_those_of_the_verdict():
    root = etree.fromstring(made(figures()["Changes"]).xml)
    series = {s.find(f"{C}tx//{C}v").text: s for s in root.iter(f"{C}ser")}
    signs = series["Thay đổi"]
    symbols = {
        p.find(f"{C}idx").get("val"): p.find(f".//{C}symbol").get("val")
        for p in signs.iter(f"{C}dPt")
    }
    assert symbols == {
        "0": "triangle", "1": "diamond", "2": "none", "3": "diamond", "4": "triangle",
        "5": "diamond", "7": "diamond",
    }  # fmt: skip
    (label,) = signs.iter(f"{C}dLbl")
    assert label.find(f"{C}idx").get("val") == "2" and "▼" in "".join(label.itertext())
    up = series["1\u00a0\u00a0" + papers_made.NAMES[0]]
    down = series["3\u00a0\u00a0" + papers_made.NAMES[2]]
    xmls = [etree.tostring(s.find(f"{C}spPr")).decode() for s in (up, down)]
    assert LIGHT.accent[1:] in xmls[0] and LIGHT.orange[1:] in xmls[1]


def test_the_due_tick_follows_the_number():
    """4 of 6 are due; the axis ends at 6 x (bars + words)/bars, the tick is 0.6 % of that wide:
    half of it before 4, by formula."""
    chart = made(figures()["Completion"])
    sheet = openpyxl.load_workbook(io.BytesIO(chart.book(MADE))).active
    heads = [cell.value for cell in sheet[1]]
    due, until, tick = heads.index("đến hạn"), heads.index("(1)"), heads.index("(1)") + 1
    assert sheet.cell(2, due + 1).value == 4
    formula = sheet.cell(2, until + 1).value
    address = sheet.cell(2, due + 1).coordinate
    assert formula.startswith(f"=IF(${address[0]}$2>0,") and formula.endswith(',"")')
    shown = openpyxl.load_workbook(io.BytesIO(chart.book(MADE)), data_only=True).active
    half = shown.cell(2, tick + 1).value / 2
    assert shown.cell(2, until + 1).value + half == pytest.approx(4)
    root = etree.fromstring(chart.xml)
    most = {axis.find(f".//{C}max").get("val") for axis in root.iter(f"{C}valAx")}
    assert len(most) == 1 and 0.005 < 2 * half / float(most.pop()) < 0.007


def test_no_tick_where_nothing_is_due():
    figure = figures()["Completion"]
    rows = tuple(replace(row, due=due) for row, due in zip(figure.rows, (0, None, 2), strict=True))
    chart = made(replace(figure, rows=rows))
    root = etree.fromstring(chart.xml)
    (_, second) = root.iter(f"{C}barChart")
    places = [[p.get("idx") for p in v.iter(f"{C}pt")] for v in second.iter(f"{C}val")]
    assert places == [["2"], ["2"]]
    for formula, points in references(chart.xml):
        held = cells(chart.book(MADE), formula)
        assert [cell in (None, "") for cell in held] == [point is None for point in points]
    none = replace(figure, rows=tuple(replace(row, due=None) for row in figure.rows))
    assert len(list(etree.fromstring(made(none).xml).iter(f"{C}barChart"))) == 1


def test_parts_of_a_figure_have_one_scale():
    figure = figures()["Spans"]
    assert isinstance(figure, Spans)
    first = replace(figure, rows=figure.rows[:1], middle=None)
    alone, of_whole, whole = made(first), made(first, scale_of=figure), made(figure)

    def scale(chart):
        axis = next(etree.fromstring(chart.xml).iter(f"{C}valAx"))
        return [axis.find(f".//{C}{end}").get("val") for end in ("min", "max")]

    assert scale(of_whole) == scale(whole) != scale(alone)


@pytest.mark.parametrize("rows", [1, 28])
def test_few_rows_and_many(rows):
    every = papers_made.level_rows() * 4
    for chart in (
        made(Levels(every[:rows], 2022, 2023, 1.0, 10.0, "")),
        made(Changes(every[:rows], 2022, 2023, "")),
    ):
        root = etree.fromstring(chart.xml)
        counts = [int(x.find(f".//{C}ptCount").get("val")) for x in root.iter(f"{C}xVal")]
        assert counts[0] == max(counts)
        sizes = {float(e.get("sz")) / 100 for e in root.iter("{*}rPr")}
        assert sizes == {14.0} if rows == 1 else 8 <= max(sizes) < 12


def test_all_rows_hidden_still_name_them():
    hidden = papers_made.level_rows()[6:7]
    for figure in (
        Changes(hidden, 2022, 2023, ""),
        Levels(hidden, 2022, 2023, 1.0, 10.0, ""),
        Spans((replace(papers_made.spans().rows[3]),), ""),
    ):
        assert "ẩn" in words_of(made(figure).xml)


def test_a_heat_map_and_a_figure_without_rows_are_no_charts():
    assert not is_chart(figures()["Heat"]) and not is_chart(None)
    empty = Completion((), "")
    assert not is_chart(empty)
    for figure in (figures()["Heat"], empty):
        with pytest.raises(ValueError):
            made(figure)
    assert cell_look(HeatCell("ẩn")) == (LIGHT.hidden, LIGHT.muted)
    assert cell_look(HeatCell("1", step=-3)) == (LIGHT.difference[0], "#FFFFFF")
    assert cell_look(HeatCell("1", step=3))[0] == LIGHT.difference[6]


def test_a_table_in_a_sheet_of_another_workbook():
    """As the workbook that goes out has it: refs name that sheet, cells stand where they say."""
    place = Place("Điểm '23", row=3, column=2)
    chart = made(figures()["Levels"], place=place)
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    chart.table.write(book.add_worksheet(place.sheet))
    book.close()
    for formula, points in references(chart.xml):
        assert formula.startswith("'Điểm ''23'!$")
        held = cells(stream.getvalue(), formula)
        assert [None if c in (None, "") else str(c) for c in held] == [
            p if p is None or not _is_number(p) else _as_cell(p) for p in points
        ]
    heads = openpyxl.load_workbook(io.BytesIO(stream.getvalue())).active
    assert heads["C4"].value == "Nội dung" and heads["B4"].value is None


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).lstrip("-").isdigit()


def _as_cell(text: str) -> str:
    """As openpyxl gives a number that has no decimals."""
    value = float(text)
    return str(int(value)) if value.is_integer() else repr(value)


def test_texts_stay_texts():
    """A name that begins with = is no formula, in no program."""
    book = made(figures(odd=True)["Completion"]).book(MADE)
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    cell = sheet["A2"]
    assert cell.value.startswith("=1+1") and cell.data_type == "s"


def test_the_same_bytes_each_time():
    for figure in figures().values():
        if is_chart(figure):
            first, second = made(figure), made(figure)
            assert first.xml == second.xml and first.book(MADE) == second.book(MADE)


def test_both_languages():
    chart = made(figures()["Changes"], language="en")
    said = words_of(chart.xml)
    assert "Component" in openpyxl.load_workbook(io.BytesIO(chart.book(MADE))).active["A1"].value
    assert "+0,25" in said and 'lang="en-GB"' in chart.xml.decode()  # as all figures are written


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.0, 0.0, None),
        (5.0, 5.0, None),
        (1.0, 11.0, [0.0, 2.5, 5.0, 7.5, 10.0, 12.5]),
        (-0.31, 0.52, [-0.4, -0.2, 0.0, 0.2, 0.4, 0.6]),
    ],
)
def test_ticks_are_round_and_around(low, high, expected):
    found = ticks(low, high)
    assert found[0] < low and found[-1] > high and 2 <= len(found) < 12
    assert expected is None or found == expected
