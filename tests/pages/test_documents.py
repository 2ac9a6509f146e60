"""The page of documents: slides chosen and kept, the show's frozen state, files of one code."""

import io
import re
import zipfile
from datetime import date
from urllib.parse import urlencode

import pytest

from dashboard import exported
from dashboard.errors import DashboardError
from dashboard.page_list import CHOICES, PAGES
from dashboard.papers import catalogue
from dashboard.papers.slides_paper import EVERY, SLIDES
from dashboard.parts import deciding, download, meeting, slide_choice
from dashboard.parts.document_request import Request
from dashboard.parts.show_screen import Decided
from dashboard.store import closings, slide_sets
from dashboard.store.closings import period_named
from dashboard.store.store import open_store
from dashboard.words import words
from tests.pages.conftest import about, click, html, opened

DUC_HOP = Request("xa-duc-hop", "2023-H1", 2022, date(2023, 5, 31), None, "vi")
BOX = f"{slide_choice.KEY}_vi"
H1 = {"xa": "xa-duc-hop", "ky": "6 tháng đầu năm"}


def words_of(content: bytes) -> str:
    """All texts of a file: of the parts of a zip, or of the page itself."""
    if not content.startswith(b"PK"):
        return content.decode(errors="ignore")
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return " ".join(file.read(name).decode(errors="ignore") for name in file.namelist())


def test_every_form_of_the_page_is_of_one_code(filled):
    """Wall, paper and workbook carry the same code, whatever is chosen of them."""
    code = DUC_HOP.of("slides", "title").paper().stamp.code
    assert re.fullmatch("[0-9a-f]{4}-[0-9a-f]{4}", code)
    starts = {".pptx": b"PK", ".docx": b"PK", ".xlsx": b"PK", ".pdf": b"%PDF", ".html": b"<!"}
    for what, ending in exported.forms():
        if what in ("tasks", "package"):
            continue
        content = DUC_HOP.of(what).file(ending)
        assert content.lstrip().lower().startswith(starts[ending].lower()), (what, ending)
        if ending != ".pdf":  # its letters are numbers of glyphs
            assert code in words_of(content), (what, ending)


def test_the_show_stays_as_it_was_opened_whatever_comes_in(own_filled):
    app = click(opened("documents", **H1), words("vi")["document.show"])
    before = app.session_state[meeting.SHOWN]
    open_store().write(lambda cursor: cursor.execute("update task set done = due, progress = 1"))
    assert app.run().session_state[meeting.SHOWN] is before
    assert DUC_HOP.of("slides", *SLIDES).paper().stamp.code != before.stamp.code


def test_a_decision_of_the_show_is_a_task_and_stands_in_the_minutes(own_filled):
    said = Decided(
        "Niêm yết lại phí chứng thực", "Công chức Tư pháp - Hộ tịch", date(2023, 6, 15), "5.1", 4,
        "overdue",
    )  # fmt: skip
    deciding.record("xa-duc-hop", 2023, said)
    minutes = DUC_HOP.of("minutes").paper()
    (part,) = [part for part in minutes.every_part if part.name == "decisions"]
    (row,) = [row for row in part.table.rows if row.kind == "row"]
    cells = list(map(str, row.cells))
    assert "Niêm yết lại phí chứng thực" in " ".join(cells) and "15/06/2023" in cells
    slides = DUC_HOP.of("slides", "decisions").paper()
    assert "Niêm yết lại phí chứng thực" in " ".join(
        str(cell) for row in slides.parts[0].table.rows for cell in row.cells
    )
    tasks = opened("follow_up", **H1)
    assert "Niêm yết lại phí chứng thực" in about(tasks) + html(tasks)


def test_slides_are_kept_under_a_name_and_taken_back(own_filled):
    app = opened("documents", **H1)
    app.multiselect(key=BOX).set_value(["overdue", "title"]).run()
    app.text_input(key=slide_choice.NAME).set_value("Họp giao ban")
    save = next(one for one in app.button if one.label == words("vi")["document.set_save"])
    app = save.click().run()
    assert not app.exception
    again = opened("documents", **H1)
    assert again.multiselect(key=BOX).value == list(SLIDES)
    again = click(again, "Họp giao ban")
    assert again.multiselect(key=BOX).value == ["overdue", "title"]


@pytest.mark.parametrize(
    "row", [row for row in PAGES if row.parts and row.name != "compare"], ids=lambda row: row.name
)
def test_page_offers_its_own_part(row, filled):
    labels = {words("vi")["document.pptx"], words("vi")["document.html"]}
    assert labels <= {
        link.proto.label for link in opened(row.name, xa="xa-duc-hop").get("link_button")
    }


def test_files_of_two_pages_do_not_bear_one_name(filled):
    """They lie side by side in the folder of downloads: page, commune and year say which it is."""
    names = {}
    for row in PAGES:
        if row.parts and row.name != "compare":
            app = opened(row.name, xa="xa-duc-hop")
            links = {link.proto.label: link.proto.url for link in app.get("link_button")}
            url = links[words("vi")["document.pptx"]]
            names[row.name] = download.find(url.removeprefix(download.PATH)).file_name
    assert len(set(names.values())) == len(names)
    assert names["villages"] == "trinh-chieu-thon-xa-duc-hop-2023-y-mo-phong.pptx"
    assert all(name.isascii() for name in names.values())


def test_parts_of_pages_are_slides():
    assert {name for row in PAGES for name in row.parts} <= set(EVERY)
    assert set(catalogue.PAPERS) == {what for what, _ in exported.forms()} - {"tasks", "package"}


def test_nothing_is_offered_that_there_is_not(filled):
    """The one commune of its district has no communes beside it, and the page still offers them
    where there are some."""
    own = words("vi")["document.pptx"]

    def offered(unit: str) -> set[str]:
        links = opened("compare", xa=unit).get("link_button")
        return {link.proto.label for link in links}

    assert own not in offered("xa-duc-hop") and own in offered("xa-so-01")


def test_slides_that_have_nothing_to_show_are_named(filled):
    """The one commune of its district, before anything was decided at a meeting."""
    said = "Chưa có số liệu để hiện nên không có khi chiếu và trong tệp: {}."
    assert said.format("Các xã, Kết luận cuộc họp") in html(opened("documents", **H1))
    some = html(opened("documents", **H1, trang="decisions,title"))
    assert said.format("Kết luận cuộc họp") in some
    assert "Chưa có số liệu để hiện" not in html(opened("documents", **H1, trang="title,overdue"))
    none = html(opened("documents", **H1, trang="communes"))  # no show at all: that is said alone
    assert "Chưa có số liệu để hiện" not in none


def test_each_slide_is_known_by_the_name_of_its_part(filled):
    """By which the page sees that it is not there."""
    parts = DUC_HOP.of("slides", *EVERY).paper().parts
    left = {"communes", "decisions", "supervision"}
    assert [part.name for part in parts] == [name for name in EVERY if name not in left]


def test_an_address_of_the_page_may_be_kept_as_a_view():
    assert {"viec", "loai", slide_choice.ADDRESS} <= CHOICES


def test_the_slides_chosen_stay_when_the_language_changes_and_are_named_in_it(filled):
    app = opened("documents", **H1)
    app.multiselect(key=BOX).set_value(["overdue", "title"]).run()
    app.query_params["lang"] = "en"
    box = app.run().multiselect(key=f"{slide_choice.KEY}_en")
    assert box.value == ["overdue", "title"] and "Overdue tasks" in box.options


def test_the_slides_chosen_stand_in_the_address_and_a_link_shows_the_same(filled):
    app = opened("documents", **H1)
    assert slide_choice.ADDRESS not in app.query_params  # all of them: nothing is to be said
    app.multiselect(key=BOX).set_value(["overdue", "title"]).run()
    assert app.query_params[slide_choice.ADDRESS] == "overdue,title"
    other = opened("documents", **H1, trang="overdue,title")
    assert other.multiselect(key=BOX).value == ["overdue", "title"] and not other.warning
    english = opened("documents", **H1, trang="overdue,title", lang="en")
    assert english.multiselect(key=f"{slide_choice.KEY}_en").value == ["overdue", "title"]
    other.multiselect(key=BOX).set_value(["title"]).run()  # from then on the box decides
    assert other.multiselect(key=BOX).value == ["title"]
    assert other.query_params[slide_choice.ADDRESS] == "title"
    other.multiselect(key=BOX).set_value(list(SLIDES)).run()
    assert slide_choice.ADDRESS not in other.query_params


def test_a_slide_that_an_address_names_and_that_there_is_not_is_said(filled):
    app = opened("documents", **H1, trang="title,poem")
    assert app.multiselect(key=BOX).value == ["title"]
    assert [one.value for one in app.warning] == ["Địa chỉ nêu trang chiếu không có: poem."]
    assert opened("documents", **H1, trang="").multiselect(key=BOX).value == list(SLIDES)


def test_a_view_opened_shows_its_slides_and_not_those_of_before(filled):
    app = opened("documents", xa="xa-duc-hop", trang="title")
    app.query_params = {"xa": "xa-duc-hop", "goc_nhin": urlencode({"xa": "xa-duc-hop"})}
    assert app.run().multiselect(key=BOX).value == list(SLIDES)


def test_what_has_nothing_to_show_is_named_as_people_know_it(filled):
    app = opened("documents", **H1)
    app.multiselect(key=BOX).set_value(["communes"]).run()
    assert "(Các xã)" in about(app) + html(app)
    app = click(app, words("vi")["document.show"])
    assert not app.exception and meeting.SHOWN not in app.session_state


@pytest.mark.parametrize("name", EVERY)
def test_every_slide_that_may_be_chosen_is_made_or_told_to_be_empty(name, filled):
    """What the box and the pages' own parts offer is what the slides are made of."""
    whole = Request("xa-duc-hop", "2023-Y", 2022, date(2023, 10, 25), None, "vi").of("slides", name)
    try:
        assert [part.name for part in whole.paper().parts] == [name]
    except DashboardError as error:
        assert error.code == "slides_none" and name in ("communes", "decisions", "supervision")


def test_slides_of_a_closing_are_shown_and_its_sets_are_those_of_now(own_filled):
    store = open_store()
    with store.read() as cursor:
        period = period_named(cursor, "2023-H1")
    closings.close(store, closings.about("xa-duc-hop", period))
    slide_sets.save(store, "Họp giao ban", ["overdue"], "", 0)
    app = opened("documents", **H1, so_lieu="Như đã báo cáo 6 tháng đầu năm (lần 1)")
    assert words("vi")["error.not_reported"] not in about(app) + html(app)
    decides = words("vi")["document.keys_decide"]  # K writes nothing into a closing
    assert decides not in html(app) and decides in html(opened("documents", **H1))
    app = click(click(app, "Họp giao ban"), words("vi")["document.show"])
    paper = app.session_state[meeting.SHOWN]
    assert [part.name for part in paper.parts] == ["overdue"] and "chốt lần 1" in paper.stamp.line


def test_the_tick_of_an_official_is_called_what_it_counts(filled):
    """Of 8 tasks 5 are done, one of them before it was due, and 3 overdue: the tick stands at 8,
    and 7 were due."""
    whole = Request("xa-duc-hop", "2023-Y", 2022, date(2023, 10, 25), None, "vi")
    (part,) = whole.of("slides", "officials").paper().parts
    (land,) = [row for row in part.figure.rows if row.name.startswith("Địa chính")]
    assert (land.due, str(land.text).partition(" ")[0]) == (8, "5/8")
    assert part.figure.due_name == "đã xong hoặc đã đến hạn" in str(part.note)


def test_what_can_not_be_made_is_told_and_no_file_of_it_is_offered(own_filled):
    what = {"viec": "Báo cáo, biên bản, thông báo", "loai": "Phiếu nhắc việc"}

    def offered(app) -> set[str]:
        return {link.proto.label for link in app.get("link_button")}

    assert {"Tải .docx", "Tải .pdf"} <= offered(opened("documents", **H1, **what))
    done = "update task set done = date '2023-01-02', progress = 1"
    open_store().write(lambda cursor: cursor.execute(done))
    app = opened("documents", **H1, **what)
    assert "không cần nhắc ai" in html(app)
    assert not {"Tải .docx", "Tải .pdf"} & offered(app)
