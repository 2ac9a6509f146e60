"""The show's file: all that a paper says, in order, nothing that it hides, nothing loaded."""

import base64
import hashlib
import json
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from dashboard.config import ROOT
from dashboard.documents import text_widths
from dashboard.documents.model.listing import listed
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Head, Part, Row, Table
from dashboard.documents.show import show_page, show_writer, wall, wall_tables
from dashboard.errors import DashboardError
from tests.documents import papers_made


class Read(HTMLParser):
    """The texts of each slide's elements, and every element with what it has."""

    def __init__(self, html: str):
        super().__init__()
        self.slides: list[list[str]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.script, self._in = "", ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self._in = tag
        if tag == "section":
            self.slides.append([])

    def handle_data(self, data):
        if self._in == "script":
            self.script += data
        elif self.slides and data.strip():
            self.slides[-1].append(data)

    def handle_endtag(self, tag):
        self._in = ""

    @property
    def text(self) -> str:
        return " ".join(text for slide in self.slides for text in slide)


def read(paper) -> Read:
    return Read(show_writer.write(paper).decode())


@pytest.fixture(scope="module")
def plain():
    return read(papers_made.paper())


def test_every_listed_figure_is_on_a_slide_and_in_the_list_inside(plain):
    rows = listed(papers_made.paper())
    assert len(rows) > 50
    for row in rows:
        assert row.text in plain.text, row
    inside = next(text for text in re.findall(r"\{\"columns.*\}", plain.script))
    assert json.loads(inside)["rows"] == [list(row) for row in rows]


def test_slides_come_in_the_order_of_the_parts(plain):
    slides = [given for tag, given in plain.elements if tag == "section"]
    names = [part.name for part in papers_made.parts()]
    assert [given["data-name"] for given in slides] == names
    assert [given["aria-hidden"] for given in slides] == ["false"] + ["true"] * (len(names) - 1)
    for number, (slide, part) in enumerate(zip(plain.slides, papers_made.parts(), strict=True), 1):
        said = " ".join(slide)
        assert str(part.title) in said and papers_made.STAMP.line in said
        assert f"{number} / {len(names)}" in slide
        for text in (part.measure, str(part.note), part.source, *map(str, part.notes)):
            assert text in said, part.name


def test_it_can_load_nothing_and_run_nothing_but_its_own_script(plain):
    policy = next(given["content"] for tag, given in plain.elements if given.get("http-equiv"))
    html = show_writer.write(papers_made.paper()).decode()
    script = html.rpartition("<script>")[2].partition("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert "default-src 'none'" in policy and f"script-src 'sha256-{digest}'" in policy
    without_names = html.replace("http://www.w3.org/2000/svg", "")
    assert "http://" not in without_names and "https://" not in without_names
    loads = {"src", "href", "srcset", "action", "data", "poster"}
    assert not [e for e in plain.elements if loads & set(e[1])]


def test_odd_texts_are_texts():
    hostile = read(papers_made.paper(odd=True))
    tags = {tag for tag, _ in hostile.elements}
    assert tags == {tag for tag, _ in read(papers_made.paper()).elements}
    assert "\u202e" not in hostile.text and "\x07" not in hostile.text
    assert "=1+1 <b>&amp;" in hostile.text and "{{ 7*7 }}" in hostile.text
    assert max(map(len, hostile.text.split())) < 200  # 32,000 letters are cut, visibly
    assert re.search(r"x{20,}…", hostile.text)


def test_a_text_does_not_end_the_list_of_figures():
    number = papers_made.number("</script><script>alert(1)</script>", 1, "q", "c")
    part = Part("findings", Said("</script>", (number,)), "", (Said("x"),))
    paper = replace(papers_made.paper(), parts=(part,))
    assert sum(tag == "script" for tag, _ in read(paper).elements) == 2


def tasks(count: int, text: str = "Niêm yết công khai danh sách hộ nghèo") -> Table:
    """Tasks with a heading each ten."""
    rows = []
    for n in range(count):
        if n % 10 == 0:
            rows.append(Row((f"Lĩnh vực {n // 10}",), "section"))
        rows.append(Row((f"việc-{n}.", f"{text} {n}")))
    return Table((Head("Mã", width=1), Head("Nhiệm vụ", width=4)), tuple(rows), "và 9 việc nữa")


def test_a_long_table_is_split_whole_with_its_heads():
    part = Part("overdue", Said("Nhiều việc"), "", (), None, tasks(55))
    made = read(replace(papers_made.paper(), parts=(part,)))
    count = len(made.slides)
    assert 3 <= count <= 8
    for number, slide in enumerate(made.slides, 1):
        assert f" ({number}/{count})" in slide and "Nhiệm vụ" in slide
        assert any(text.startswith("Lĩnh vực") for text in slide[:6])
        assert ("và 9 việc nữa" in slide) == (number == count)
    for n in range(55):
        assert [f"việc-{n}." in slide for slide in made.slides].count(True) == 1
    numbers = [int(m) for m in re.findall(r"việc-(\d+)\.", made.text)]
    assert numbers == list(range(55))


def test_no_heading_stands_last_and_no_slide_holds_a_row_alone():
    for count in (12, 13, 21, 31, 55):
        pages = wall_tables.pages(tasks(count), 420)
        rows = [
            re.findall(r"<tr(?: class=\"(\w+)\")?>", page.partition("<tbody>")[2]) for page in pages
        ]
        assert all(kinds[-1] != "section" for kinds in rows)
        assert len(pages) == 1 or min(map(len, rows)) > 2


def test_a_small_table_is_large_and_nothing_of_it_cut():
    (page,) = wall_tables.pages(tasks(3), 480)
    assert f"font-size:{wall.TABLES[0]}px" in page and "…" not in page
    (page,) = wall_tables.pages(Table((Head("Mã"),), ()), 480)
    assert "Mã" in page


def test_a_date_is_never_broken_however_narrow_its_share():
    """Of 12 shares the date has 1.1: at 20 px 90 px of its column are for letters, it needs 100."""
    shares = (0.6, 4.4, 4.9, 1.1, 1)
    heads = tuple(Head(f"Đầu {n}", width=share) for n, share in enumerate(shares))
    cells = ("2.2", "Việc a " * 9, "Chủ trì " * 6, "31/12/2022", "298")
    for height in (480, 160):
        for page in wall_tables.pages(Table(heads, (Row(cells), Row(cells))), height):
            assert 1 <= page.count(">31/12/2022<") == page.count(">2.2<")
            widths = map(float, re.findall(r"width:([\d.]+)px", page))
            assert sum(widths) == pytest.approx(wall.ROOM, abs=0.5)


def test_a_table_on_two_slides_is_as_large_as_two_slides_hold():
    """At 20 px five rows and the head take 206 of 240, at 22 px 227, at 24 px 248."""
    rows = tuple(Row(("Niêm yết công khai tại nhà văn hóa thôn đủ bảy ngày",)) for _ in range(9))
    pages = wall_tables.pages(Table((Head("Nhiệm vụ"),), rows), 240)
    assert len(pages) == 2 and all("font-size:22px" in page for page in pages)


def test_figures_of_many_rows_go_on_several_slides_with_one_axis():
    spans = papers_made.spans()
    rows = tuple(replace(spans.rows[n % 3], name=f"Xã {n}") for n in range(28))
    part = Part("communes", Said("Các xã"), "", (), replace(spans, rows=rows))
    made = read(replace(papers_made.paper(), parts=(part,)))
    assert len(made.slides) == 2
    axes = [[t for t in slide if re.fullmatch(r"\d\d", t)] for slide in made.slides]
    assert axes[0] == axes[1] and axes[0]
    assert all(f"Xã {n}" in made.slides[n // 14] for n in range(28))


def test_long_titles_and_many_sentences_stay_on_their_slides():
    say = tuple(Said(f"Câu {n}: " + "một điều cần nói khá dài " * 8) for n in range(14))
    part = Part("findings", Said("Một tiêu đề rất dài " * 30), "", say)
    paper = replace(papers_made.paper(), parts=(part,))
    made = read(paper)
    assert len(made.slides) > 1
    titles = re.findall(r"<h1[^>]*>(.*?)</h1>", show_writer.write(paper).decode())
    assert {title.count("<br>") for title in titles} == {1}  # two lines
    assert all(any(text.endswith("…") for text in slide) for slide in made.slides)
    said = " ".join(made.text.split())
    assert all(" ".join(str(one).split()) in said for one in say)


def test_a_paper_without_parts_is_its_title():
    made = read(replace(papers_made.paper(), parts=()))
    assert len(made.slides) == 1 and "Kết quả thực hiện" in made.text


def test_the_theme_it_opens_in_and_both_are_inside():
    for theme in ("light", "dark"):
        html = show_writer.write(papers_made.paper(), theme=theme).decode()
        assert f'class="show" data-theme="{theme}"' in html
        assert "#0E141B" in html and "#F4F6F8" in html


def test_the_same_paper_gives_the_same_bytes_in_another_process():
    code = (
        "from tests.documents import papers_made\n"
        "from dashboard.documents.show import show_writer\nimport hashlib\n"
        "print(hashlib.sha256(show_writer.write(papers_made.paper())).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    here = hashlib.sha256(show_writer.write(papers_made.paper())).hexdigest()
    assert done.stdout.strip() == here


def test_a_template_is_refused_and_a_missing_font_said(tmp_path, monkeypatch):
    with pytest.raises(DashboardError) as error:
        show_writer.write(papers_made.paper(), b"x")
    assert error.value.code == "show_no_template"
    show_page.types.cache_clear()
    monkeypatch.setattr(show_page, "FONTS", tmp_path)
    with pytest.raises(DashboardError) as error:
        show_writer.write(papers_made.paper())
    assert error.value.code == "font_missing"


def test_its_own_font_has_the_letters_that_were_measured():
    """As wide as Liberation Sans: the subset is cut from it (its copyright says so inside)."""
    for file in show_page.TYPES.values():
        content = (show_page.FONTS / file).read_bytes()
        assert content[:4] == b"wOF2" and len(content) < 20_000
    assert all(map(text_widths.is_drawn, "ẳỸđƯ▲▼≠−…→"))
    assert not text_widths.is_drawn("◆")


def test_the_stamp_stands_whole_below_each_slide():
    """It ended in "papi-xa…" on the wall; on paper it was whole."""
    line = (
        "Xã Đức Hợp · Cả năm 2023 · tính đến 25/10/2023 · dữ liệu mô phỏng · Mã số liệu 276f-9011"
        " · n = 254 phiếu năm 2023 · số liệu lúc 29/11/2026 20:45 · papi-xa 0.1.0"
    )
    made = papers_made.paper()
    assert _stamps(made, line) == {(14, line)}
    long = line.replace("Xã Đức Hợp", "Đặc khu Bạch Long Vĩ thuộc thành phố")
    assert _stamps(made, long) == {(13, long.replace(" · papi", " ·<br>papi"))}


def _stamps(made, line: str) -> set[tuple[int, str]]:
    """The sizes and texts of the stamps below the slides, none wider than its room."""
    page = show_writer.write(replace(made, stamp=replace(made.stamp, line=line))).decode()
    found = re.findall(r'<span class="stamp" style="font-size:(\d+)px">(.*?)</span>', page)
    for size, text in found:
        for one in text.split("<br>"):
            assert text_widths.width(one, int(size)) <= wall.ROOM - 110
    return {(int(size), text) for size, text in found}
