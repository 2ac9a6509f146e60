"""Names with Markdown, HTML, LaTeX or Streamlit's own marks in them: shown as they are written.

Every page is walked with a store in which all that people wrote bears such marks.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from dashboard.parts import pieces
from dashboard.parts.as_written import as_written
from dashboard.store import remarks, saved_views
from dashboard.store.remarks import Remark, Subject
from dashboard.store.store import Store
from tests.pages.conftest import PAGES, figures, opened, read_by_people

MARKS = ("**zq**", "$zq$", ":red[zq]", "[zq](zq)", "`zq`", ":material/zq:", "zq->zq", "zq_zq_")
TAIL = f" {' '.join(MARKS)} <i>zq</i>"
# What people write: table -> columns.
WRITTEN = {
    "unit": ["name"],
    "unit_row": ["official"],
    "task": ["task", "area", "due_text", "product", "note"],
    "task_party": ["official"],
    "question": ["text"],
    "activity": ["channel", "subject", "performer", "finding", "remedy"],
    "import_log": ["file"],
}
# Fields of Streamlit's messages in which Markdown is read.
READ = {"label", "help", "body", "delta", "deltaDescription", "text", "caption", "captions"}
CHOSEN_AS_IT_IS = ("selectbox", "multiselect")  # their options are no Markdown
VILLAGE, OFFICIAL = f"Thôn Hạ{TAIL}", f"Công chức Văn hóa - Xã hội{TAIL}"
CHOICES = {"thon": VILLAGE, "can_bo": OFFICIAL, "muc": "Nội dung thành phần", "nhom": "Các xã"}
FURTHER = [
    *((page, {}) for page in PAGES),
    *((page, CHOICES) for page in ("components", "villages", "officials", "follow_up", "compare")),
    ("component", {"ma": "C05", "thon": VILLAGE}),
    *(("explanations", {"ve": kind}) for kind in ("Thôn", "Cán bộ", "Nhiệm vụ")),
]
NAMELESS = {"method", "public"}  # nobody's names stand there


@pytest.fixture(scope="module")
def marked_store(sample_store, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("marked") / "store"
    shutil.copytree(sample_store, folder)
    store = Store(folder)

    def mark(cursor) -> None:
        for table, columns in WRITTEN.items():
            changed = ", ".join(f"{one} = {one} || $tail" for one in columns)
            cursor.execute(f"update {table} set {changed}", {"tail": TAIL})

    store.write(mark)
    saved_views.save(store, f"Xem{TAIL}", saved_views.View("thon", "xa-duc-hop", "den=2023"))
    said = Remark(Subject("xa-duc-hop", 2023, "component", "1"), "cause", f"Vì{TAIL}", 0)
    remarks.save(store, [said], f"Văn phòng{TAIL}")
    return folder


@pytest.fixture
def marked(marked_store, monkeypatch) -> None:
    monkeypatch.setenv("PAPI_STORE", str(marked_store))


def markdown(app: AppTest) -> Iterator[str]:
    """Every text that Streamlit will read as Markdown."""
    for node in app.main:
        if node.type != "html" and getattr(node, "proto", None) is not None:
            message = MessageToDict(node.proto)
            if node.type in CHOSEN_AS_IT_IS:
                message.pop("options", None)
            yield from _read(message)


def _read(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            is_option = key == "options" and name == "content"
            yield from _read(inner, "label" if is_option else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _read(inner, "label" if key == "options" and isinstance(inner, str) else key)
    elif isinstance(value, str) and key in READ:
        yield value


def interpreted(text: str) -> list[str]:
    """Marks that would be read as something else than what they are."""
    return [mark for mark in MARKS if mark in text]


@pytest.mark.parametrize(("page", "address"), FURTHER)
def test_every_page_shows_names_as_they_are_written(page, address, marked):
    app = opened(page, **address)
    assert page in NAMELESS or "zq" in read_by_people(app)
    assert {text: found for text in markdown(app) if (found := interpreted(text))} == {}
    bodies = [element.proto.body for element in app.get("html")]
    assert not [body for body in bodies if "<i>zq" in body]
    assert [text for text in _drawn(figures(app)) if "<i>zq" in text] == []


@pytest.mark.parametrize("mark", MARKS)
def test_what_is_said_as_written_has_no_mark_left(mark):
    assert interpreted(mark) == [mark]
    assert interpreted(as_written(f"x {mark} y")) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("1.3 Chất lượng: tốt, 50 % (5/10)", "1.3 Chất lượng: tốt, 50 % (5/10)"),
        ("2. Họp", "2\\. Họp"),
        ("+0,25 tăng", "+0,25 tăng"),
        ("- Họp", "\\- Họp"),
        ("a\n  # b", "a # b"),
        ("   thụt", "thụt"),
        ("C:\\tệp", "C:\\\\tệp"),
        ("a -> b >= c", "a -\u2060> b >\u2060= c"),
        ("&amp;", "\\&amp;"),
        ("A & B", "A & B"),
    ],
)
def test_marks_are_escaped_where_they_would_count(name, said):
    assert as_written(name) == said


def test_no_letter_is_lost():
    hostile = "".join(MARKS) + TAIL
    plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", as_written(hostile)).replace("\u2060", "")
    assert plain == hostile


@pytest.mark.parametrize(("name", "breaks"), [("x" * 32_000, True), ("Thôn Hạ " * 99, False)])
def test_a_cell_breaks_a_word_that_would_widen_its_table(name, breaks):
    cell = pieces._cell({"name": name}, "name", False)
    assert ("papi-unbroken" in cell) is breaks


def _drawn(value: object) -> Iterator[str]:
    """Every text of a figure; customdata is handed back at a click, never drawn."""
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in pairs:
            if key != "customdata":
                yield from _drawn(inner)
    elif isinstance(value, str):
        yield value
