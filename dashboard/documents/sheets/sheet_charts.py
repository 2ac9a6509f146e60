"""Figures as Excel's own charts, drawn from a sheet that holds what is printed and nothing more."""

from collections.abc import Mapping, Sequence
from math import ceil, floor
from typing import Any

from dashboard.charts.look import LIGHT, ink_on
from dashboard.documents import decree30
from dashboard.documents.model.figures import Changes, Completion, Figure, Heat, Levels, Spans
from dashboard.documents.model.numbered import Number
from dashboard.documents.sheets.figure_tables import states_of
from dashboard.documents.sheets.sheet_looks import SIZE, Looks
from dashboard.documents.sheets.shown_cells import number
from dashboard.words import Words

WIDTH, HIGHEST = 700, 600  # pixels of a chart: beside a table it prints on the same page
ROOM, BAR = 90, 26  # pixels: of key and axis, of a bar
UPRIGHT = 400  # pixels: how high one is whose rows stand side by side
TICK = 0.1  # tasks: how thick the mark of those due is
LABELLED = 14  # pixels of a bar that has room for its figure
MOST = 2_000  # letters of an alternative text
Reach = tuple[float | None, float | None]  # how far an interval reaches below and above
Values = Sequence[float | None]
_FONT = {"name": decree30.FONT, "size": SIZE - 2, "color": LIGHT.text, "bold": False}
_INK = {"color": LIGHT.text}
_GRID = {"visible": True, "line": {"color": LIGHT.grid, "width": 0.75}}


class Charts:
    """Draws the charts of a workbook; what they are drawn from stands in one sheet, block by
    block."""

    def __init__(self, book: Any, sheet: Any, looks: Looks, words: Words):
        self._book, self._sheet, self._looks, self._words = book, sheet, looks, words
        self._row = 0

    def draw(self, figure: Figure, title: str) -> Any:
        """A chart; None of a heat map, which is a table."""
        if isinstance(figure, Heat) or not figure.rows:
            return None
        if isinstance(figure, Levels):
            chart = self._levels(figure, title)
        elif isinstance(figure, Changes):
            chart = self._changes(figure, title)
        elif isinstance(figure, Completion):
            chart = self._completion(figure, title)
        else:
            chart = self._spans(figure, title)
        height = (
            UPRIGHT if isinstance(figure, Spans) else ROOM + int(_thick(figure) * _bars(figure))
        )
        chart.set_size({"width": WIDTH, "height": height})
        chart.set_title({"none": True})
        chart.set_chartarea({"border": {"none": True}})
        return chart

    def _levels(self, figure: Levels, title: str) -> Any:
        years = {
            str(figure.year_from): ([r.before_text for r in figure.rows], LIGHT.year_from),
            str(figure.year_to): ([r.after_text for r in figure.rows], LIGHT.accent),
        }
        columns = {year: list(map(number, texts)) for year, (texts, _) in years.items()}
        refs = self._block(title, [_label(r.code, r.name) for r in figure.rows], columns)
        chart = self._bars({"type": "bar"}, {"min": figure.low, "max": figure.high})
        for year, (_, colour) in years.items():
            self._series(chart, refs, year, colour, gap=60, label=_thick(figure) >= LABELLED)
        return chart

    def _changes(self, figure: Changes, title: str) -> Any:
        values = [number(r.change_text) for r in figure.rows]
        ends = [_ends(v, r.low, r.high) for v, r in zip(values, figure.rows, strict=True)]
        name = self._words["sheets.change"]
        labels = [_label(r.code, r.name) for r in figure.rows]
        refs = self._block(title, labels, {name: values, **self._amounts(ends)})
        most = max((abs(v) + max(e[0] or 0, e[1] or 0) for v, e in _both(values, ends)), default=1)
        reach = max(0.1, ceil(most * 10) / 10)
        chart = self._bars({"type": "bar"}, {"min": -reach, "max": reach})
        points = [{"fill": {"color": LIGHT.verdict(r.verdict)}} for r in figure.rows]
        more: dict[str, Any] = {"points": points, "y_error_bars": self._error_bars(refs)}
        self._series(chart, refs, name, LIGHT.grey, gap=80, label=False, **more)
        chart.set_legend({"none": True})
        return chart

    def _completion(self, figure: Completion, title: str) -> Any:
        names, due = states_of(figure), figure.due_name
        counts = [{c.state: number(c.count.text) for c in row.counts} for row in figure.rows]
        columns = {label: [c.get(state) for c in counts] for state, label in names.items()}
        ticks = {due: [r.due for r in figure.rows], **self._ticks(figure)} if due else {}
        labels = [f"{row.name}: {row.text}" if row.text else row.name for row in figure.rows]
        refs = self._block(title, labels, {**columns, **ticks})
        limits = _whole([sum(filter(None, c.values())) for c in counts], figure)
        chart = self._bars({"type": "bar", "subtype": "stacked"}, limits)
        for state, label in names.items():
            self._series(
                chart, refs, label, LIGHT.state(state), gap=50, form="0;;;",
                line=LIGHT.state_line(state),
            )  # fmt: skip
        if due:
            chart.combine(self._due(refs, due, limits))
            legend = {"position": "top", "font": _FONT, "delete_series": [len(names)]}
            chart.set_legend(legend)
        return chart

    def _ticks(self, figure: Completion) -> dict[str, Values]:
        """What is left of a tick, so that its middle stands where the due tasks end, and how
        thick it is."""
        before = [None if not row.due else row.due - TICK / 2 for row in figure.rows]
        thick = [None if not row.due else TICK for row in figure.rows]
        return {self._words["sheets.before_tick"]: before, self._words["sheets.tick"]: thick}

    def _due(self, refs: dict[str, str], due: str, limits: dict[str, Any]) -> Any:
        """The ticks: bars of their own over the others, on axes of their own that are the same."""
        chart = self._book.add_chart({"type": "bar", "subtype": "stacked"})
        for column, name, fill, line in (
            (self._words["sheets.before_tick"], " ", {"none": True}, {"none": True}),
            (self._words["sheets.tick"], refs[f"{due} head"], _INK, _INK),
        ):
            told = {"categories": refs[""], "values": refs[column], "name": name}
            more = {"y2_axis": True, "gap": 15, "overlap": 100, "fill": fill, "border": line}
            chart.add_series(told | more)
        unseen = {"line": {"none": True}, "label_position": "none", "major_tick_mark": "none"}
        chart.set_y2_axis(unseen | limits | {"major_gridlines": {"visible": False}})
        chart.set_x2_axis(unseen | {"visible": True, "reverse": True})
        return chart

    def _spans(self, figure: Spans, title: str) -> Any:
        values = [number(row.text) for row in figure.rows]
        ends = [_ends(v, r.low, r.high) for v, r in zip(values, figure.rows, strict=True)]
        score, middle = self._words["sheets.score"], figure.middle_name
        columns: dict[str, Values] = {score: values, **self._amounts(ends)}
        if figure.middle is not None:
            columns[middle] = [number(figure.middle.text)] * len(values)
        said = [str(row.word) for row in figure.rows]
        refs = self._block(title, [row.name for row in figure.rows], columns, said)
        chart = self._book.add_chart({"type": "line"})
        points = [
            {"fill": {"color": colour}, "border": {"color": colour}}
            for colour in map(_span_colour, figure.rows)
        ]
        marker = {"type": "circle", "size": 8, "fill": {"color": LIGHT.accent}}
        bars = self._error_bars(refs)
        self._line(
            chart, refs, score, {"none": True}, marker=marker, points=points, y_error_bars=bars
        )
        if figure.middle is not None:
            line = {"color": LIGHT.muted, "width": 1, "dash_type": "dash"}
            self._line(chart, refs, middle, line, marker={"type": "none"})
        low = min((v - (e[0] or 0) for v, e in _both(values, ends)), default=0)
        high = max((v + (e[1] or 0) for v, e in _both(values, ends)), default=1)
        limits = {"min": floor(low), "max": max(ceil(high), floor(low) + 1)}
        chart.set_y_axis(_axis({"major_gridlines": _GRID, "num_format": "0", **limits}))
        chart.set_x_axis(_axis({"label_position": "low"}))
        chart.set_legend({"position": "top", "font": _FONT})
        return chart

    def _bars(self, kind: dict[str, str], limits: dict[str, Any]) -> Any:
        """A chart of bars that lie, the first row on top, its numbers below."""
        chart = self._book.add_chart(kind)
        hidden = {"visible": False}
        chart.set_y_axis(
            _axis({"reverse": True, "label_position": "low", "major_gridlines": hidden})
        )
        chart.set_x_axis(_axis({"label_position": "high", "major_gridlines": _GRID} | limits))
        chart.set_legend({"position": "top", "font": _FONT})
        return chart

    def _series(
        self, chart: Any, refs: dict[str, str], name: str, colour: str, gap: int,
        line: str = "", label: bool = True, form: str = "0.00", **more: Any,
    ) -> None:  # fmt: skip
        told: dict[str, Any] = {
            "name": refs[f"{name} head"], "categories": refs[""], "values": refs[name],
            "fill": {"color": colour}, "border": {"color": line or colour}, "gap": gap, **more,
        }  # fmt: skip
        if label:
            told["data_labels"] = {
                "value": True,
                "num_format": form,
                "font": _label_font(colour, form),
            }
        chart.add_series(told)

    def _line(
        self, chart: Any, refs: dict[str, str], name: str, line: dict[str, Any], **more: Any
    ) -> None:
        chart.add_series(
            {
                "name": refs[f"{name} head"], "categories": refs[""], "values": refs[name],
                "line": line, **more,
            }
        )  # fmt: skip

    def _amounts(self, ends: list[Reach]) -> dict[str, Values]:
        minus, plus = self._words["sheets.minus"], self._words["sheets.plus"]
        return {minus: [low for low, _ in ends], plus: [high for _, high in ends]}

    def _error_bars(self, refs: dict[str, str]) -> dict[str, Any]:
        return {
            "type": "custom",
            "plus_values": refs[self._words["sheets.plus"]],
            "minus_values": refs[self._words["sheets.minus"]],
            "end_style": 0,
            "line": {"color": LIGHT.text, "width": 1.25},
        }

    def _block(
        self,
        title: str,
        labels: list[str],
        columns: Mapping[str, Values],
        said: Sequence[str] = (),
    ) -> dict[str, str]:
        """Write labels and columns below what is there, behind them what is said of each; where
        each stands, "" the labels."""
        sheet, top = self._sheet, self._row + 1
        self._looks.text(sheet, self._row, 0, title, "strong")
        self._looks.text(sheet, top, 0, self._words["sheets.name"], "head")
        for row, label in enumerate(labels, top + 1):
            self._looks.text(sheet, row, 0, label, "row")
        refs = {"": self._ref(top + 1, 0, len(labels))}
        for column, (name, values) in enumerate(columns.items(), 1):
            self._looks.text(sheet, top, column, name, "head")
            refs[name] = self._ref(top + 1, column, len(labels))
            refs[f"{name} head"] = self._ref(top, column, 1)
            whole = all(float(value).is_integer() for value in values if value is not None)
            look = self._looks("row", "0" if whole else "#,##0.00")
            for row, value in enumerate(values, top + 1):
                if value is not None:
                    sheet.write_number(row, column, value, look)
        for row, word in enumerate(said, top + 1):
            self._looks.text(sheet, row, len(columns) + 1, word, "row")
        self._row = top + len(labels) + 2
        return refs

    def _ref(self, row: int, column: int, count: int) -> str:
        from xlsxwriter.utility import xl_range_abs

        name = self._sheet.get_name().replace("'", "''")
        return f"='{name}'!{xl_range_abs(row, column, row + count - 1, column)}"


def alt(figure: Figure) -> str:
    """The alternative text, as long as Excel takes it."""
    return figure.alt if len(figure.alt) <= MOST else figure.alt[: MOST - 1] + "…"


def _bars(figure: Levels | Changes | Completion | Spans) -> int:
    return max(4, len(figure.rows) * (2 if isinstance(figure, Levels) else 1))


def _thick(figure: Levels | Changes | Completion | Spans) -> float:
    """How many pixels a bar has."""
    return min(BAR, (HIGHEST - ROOM) / _bars(figure))


def _whole(totals: list[float], figure: Completion) -> dict[str, Any]:
    """An axis of whole tasks that holds every bar and every tick."""
    most = max([1.0, *totals, *(float(row.due or 0) for row in figure.rows)])
    unit = 1 if most < 10 else 5 if most < 50 else 10 ** (len(str(int(most))) - 1)
    return {"min": 0, "max": unit * (int(most / unit) + 1), "major_unit": unit}


def _both(values: list[float | None], ends: list[Reach]) -> list[tuple[float, Reach]]:
    """The figures that are shown, with their intervals."""
    return [(v, e) for v, e in zip(values, ends, strict=True) if v is not None]


def _axis(more: dict[str, Any]) -> dict[str, Any]:
    return {"num_font": _FONT, "line": {"color": LIGHT.border}, "major_tick_mark": "none"} | more


def _label(code: str, name: str) -> str:
    return f"{code} {name}".strip()


def _label_font(colour: str, form: str) -> dict[str, Any]:
    """Labels stand in the fill where bars are stacked, beside it elsewhere."""
    return _FONT | {"color": ink_on(colour)} if form == "0;;;" else dict(_FONT)


def _ends(value: float | None, low: Number | None, high: Number | None) -> Reach:
    """How far an interval, its ends as they are written, reaches from a shown figure."""
    below, above = (None if end is None else number(end.text) for end in (low, high))
    if value is None or below is None or above is None:
        return None, None
    return max(0.0, round(value - below, 9)), max(0.0, round(above - value, 9))


def _span_colour(row: Any) -> str:
    if row.is_own:
        return LIGHT.text
    return {"above": LIGHT.accent, "below": LIGHT.orange}.get(row.verdict, LIGHT.grey)
